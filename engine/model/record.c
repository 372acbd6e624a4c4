// SPDX-License-Identifier: EUPL-1.2
#include "engine/model/record.h"

#include <string.h>

static const char *const words[] = {
    [EZ_TYPE_TEXT] = "a text in each language",
    [EZ_TYPE_PLAIN] = "text",
    [EZ_TYPE_NAME] = "a name (text)",
    [EZ_TYPE_ID] = "an id (text)",
    [EZ_TYPE_COLOUR] = "a colour (text)",
    [EZ_TYPE_NUMBER] = "a number",
    [EZ_TYPE_WHOLE] = "a whole number",
    [EZ_TYPE_FLAG] = "yes or no (true or false)",
    [EZ_TYPE_LENGTH] = "a length (a number of mm, or text such as \"9pt\" or \"40%\")",
    [EZ_TYPE_CHOICE] = "one of a list of words",
    [EZ_TYPE_NAMES] = "a list of names",
    [EZ_TYPE_TEXTS] = "a list of texts, each in each language",
    [EZ_TYPE_SERIES] = "a list of numbers",
    [EZ_TYPE_MATRIX] = "a list of lists of numbers",
    [EZ_TYPE_POINT] = "a place { x, y } in mm",
    [EZ_TYPE_RANGE] = "two type sizes { largest, smallest }",
    [EZ_TYPE_DASH] = "two lengths { on, off } in mm",
    [EZ_TYPE_HANG] = "a name and a distance { \"name\", mm }",
    [EZ_TYPE_SIDES] = "a number of mm, or four { top, right, bottom, left }",
    [EZ_TYPE_SIZE] = "a paper size such as \"a6\", or { width, height } in mm",
    [EZ_TYPE_CMYK] = "four percentages { c, m, y, k }",
    [EZ_TYPE_ACTION] = "a function",
    [EZ_TYPE_DRAW] = "a function that draws",
    [EZ_TYPE_SIDE] = "a function, or a table of functions by the name of a slot",
    [EZ_TYPE_BOUNDS] = "two whole numbers { least, most }",
    [EZ_TYPE_RUN] = "a function",
    [EZ_TYPE_VALUE] = "a text, a number, true or false",
    [EZ_TYPE_OTHER] = "a table",
};

const char *ez_type_words(EzType type)
{
    return words[type];
}

const EzProp *ez_record_prop(const EzRecord *record, const char *name)
{
    for (const EzProp *const *group = record->groups; *group != NULL; group++)
        for (const EzProp *prop = *group; prop->name != NULL; prop++)
            if (prop->name[0] == name[0] && strcmp(prop->name, name) == 0)
                return prop;
    return NULL;
}

const char **ez_record_names(const EzRecord *record)
{
    GPtrArray *names = g_ptr_array_new();
    for (const EzProp *const *group = record->groups; *group != NULL; group++)
        for (const EzProp *prop = *group; prop->name != NULL; prop++)
            g_ptr_array_add(names, (char *)prop->name);
    g_ptr_array_add(names, NULL);
    return (const char **)g_ptr_array_free(names, FALSE);
}
