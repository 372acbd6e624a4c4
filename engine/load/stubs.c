// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/stubs.h"

#include "engine/load/marks.h"
#include "engine/load/pen.h"
#include "engine/lua/library.h"
#include "engine/model/kit.h"

#include <string.h>

static const char *const types[] = {
    [EZ_TYPE_TEXT] = "Text",
    [EZ_TYPE_PLAIN] = "string",
    [EZ_TYPE_NAME] = "string",
    [EZ_TYPE_ID] = "string",
    [EZ_TYPE_COLOUR] = "string",
    [EZ_TYPE_NUMBER] = "number",
    [EZ_TYPE_WHOLE] = "integer",
    [EZ_TYPE_FLAG] = "boolean",
    [EZ_TYPE_LENGTH] = "number|string",
    [EZ_TYPE_NAMES] = "string[]",
    [EZ_TYPE_TEXTS] = "Text[]",
    [EZ_TYPE_SERIES] = "number[]",
    [EZ_TYPE_MATRIX] = "number[][]",
    [EZ_TYPE_POINT] = "number[]",
    [EZ_TYPE_RANGE] = "number[]",
    [EZ_TYPE_DASH] = "number[]",
    [EZ_TYPE_HANG] = "Hang",
    [EZ_TYPE_SIDES] = "number|number[]",
    [EZ_TYPE_SIZE] = "string|number[]",
    [EZ_TYPE_CMYK] = "number[]",
    [EZ_TYPE_ACTION] = "fun(card: Card, ctx: Context): Node",
    [EZ_TYPE_DRAW] = "fun(pen: Pen, width: number, height: number)",
    [EZ_TYPE_SIDE] = "fun(card: Card, ctx: Context): Node|table<string, fun(card: Card, ctx: "
                     "Context): Node|Node[]|false>",
    [EZ_TYPE_BOUNDS] = "integer[]",
    [EZ_TYPE_RUN] = "fun(s: Steps): any",
    [EZ_TYPE_VALUE] = "string|number|boolean",
    [EZ_TYPE_OTHER] = "table",
};

static void add_choice(GString *out, const char *const *options)
{
    for (int i = 0; options[i] != NULL; i++)
        g_string_append_printf(out, "%s\"%s\"", i > 0 ? "|" : "", options[i]);
}

static void add_prop(GString *out, const EzProp *prop)
{
    g_string_append_printf(out, "---@field %s%s ", prop->name, prop->required ? "" : "?");
    if (prop->type == EZ_TYPE_CHOICE)
        add_choice(out, prop->options);
    else
        g_string_append(out, types[prop->type]);
    g_string_append_printf(out, "  %s\n", prop->doc != NULL ? prop->doc : "");
}

// "deck" -> "DeckFields"
static char *class_name(const char *word)
{
    char *name = g_strdup_printf("%sFields", word);
    name[0] = g_ascii_toupper(name[0]);
    return name;
}

// A class with the record's fields, and the word as a function that takes it.
static void add_record(GString *out, const EzRecord *record, const char *result,
                       const char *extra)
{
    g_autofree char *class = class_name(record->word);
    g_string_append_printf(out, "---@class %s\n", class);
    for (const EzProp *const *group = record->groups; *group != NULL; group++)
        for (const EzProp *prop = *group; prop->name != NULL; prop++)
            add_prop(out, prop);
    g_string_append_printf(
        out, "%s%s\n---%s\n---@param fields %s\n---@return %s\nfunction %s(fields) end\n\n",
        extra, extra[0] != '\0' ? "\n" : "", record->doc, class, result, record->word);
}

static void add_records(GString *out)
{
    static const struct {
        const EzRecord *record;
        const char *result, *extra;
    } records[] = {
        {&ez_kit_record, "Kit", ""},
        {&ez_deck_record, "Deck", ""},
        // A card has the fields that its deck declares.
        {&ez_card_record, "Card", "---@field [string] any"},
        {&ez_face_record, "Face", ""},
        {&ez_theme_record, "Theme", ""},
        {&ez_worksheet_record, "Worksheet", "---@field [integer] Node"},
        {&ez_exercise_record, "Exercise", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(records); i++)
        add_record(out, records[i].record, records[i].result, records[i].extra);
}

static void add_nodes(GString *out)
{
    static const char *const content[] = {
        [EZ_HOLDS_NOTHING] = "",
        [EZ_HOLDS_NODES] = "---@field [integer] Node",
        [EZ_HOLDS_WORDS] = "---@field [integer] string|number|Text|Node",
        [EZ_HOLDS_ONE_WORD] = "---@field [integer] string|Text",
    };
    for (int i = 0; i < EZ_NODE_KINDS; i++)
        add_record(out, &ez_node_records[i].record, "Node",
                   content[ez_node_records[i].content]);
}

static void add_field_words(GString *out)
{
    g_string_append(
        out, "---@class FieldFields\n---@field optional? boolean  May be left out.\n"
             "---@field max? integer  Characters, at most.\n"
             "---@field lang? string  The language of plain text.\n"
             "---@field doc? string  A note for authors.\n---@field [integer|string] any\n\n"
             "field = {}\n\n");
    for (int i = 0; i < EZ_FIELD_KINDS; i++) {
        const EzFieldWord *word = &ez_field_words[i];
        bool text = word->takes_options || word->takes_target;
        g_string_append_printf(out,
                               "---%s\n---@param what FieldFields%s\n---@return Field\n"
                               "function field.%s(what) end\n\n",
                               word->doc, text ? "|string" : "", word->word);
    }
}

// A library or class that Lua itself does not have. The editor knows Lua's own.
static bool is_ours(const EzHostFunction *f)
{
    static const char *const lua[] = {"math", "string", "table", "utf8", NULL};
    return f->signature != NULL && f->library != NULL && !g_strv_contains(lua, f->library);
}

// Methods stand under a class with a capital; functions under a table that scripts have.
static bool is_class(const EzHostFunction *f)
{
    return g_ascii_isupper(f->library[0]);
}

static bool begins_library(const EzHostFunction *f)
{
    return f == ez_lua_functions || f == ez_pen_functions ||
           g_strcmp0(f->library, f[-1].library) != 0;
}

static void add_functions(GString *out, const EzHostFunction *functions)
{
    for (const EzHostFunction *f = functions; f->name != NULL; f++) {
        if (!is_ours(f))
            continue;
        if (begins_library(f) && is_class(f))
            g_string_append_printf(out, "---@class %s\nlocal %s = {}\n\n", f->library,
                                   f->library);
        else if (begins_library(f))
            g_string_append_printf(out, "%s = {}\n\n", f->library);
        g_string_append_printf(out, "---%s\n---@type %s\n%s.%s = nil\n\n", f->doc, f->signature,
                               f->library, f->name);
    }
}

char *ez_stubs_types(void)
{
    GString *out = g_string_new(
        "---@meta ezkit\n-- Generated from the program's own tables by its tests: do not "
        "edit.\n\n"
        "---@alias Text string|table<string, string>  One string a language: { nl = \"…\", en "
        "= \"…\" }\n"
        "---@alias Hang table  { \"name\", mm }\n"
        "---@class Kit\n---@class Deck\n---@class Face\n---@class Theme\n---@class Worksheet\n"
        "---@class Exercise\n"
        "---@class Field\n---@class Node\n"
        "---@class Card\n---@field id string\n---@field title Text\n---@field copies integer\n"
        "---@field [string] any  What its deck declares.\n"
        "---@class Context\n---@field kit table  id, version, licence, title, subtitle\n"
        "---@field deck table  id, code, title, width, height, bleed\n"
        "---@field number integer  Of the card in its deck, from 1.\n---@field count integer  "
        "Cards in the deck.\n"
        "---@field edition \"full\"|\"mono\"\n\n");
    add_records(out);
    add_field_words(out);
    g_string_append(out,
                    "---Cards from a CSV file, from the folder of the file that names it.\n"
                    "---@param file string\n---@return table\nfunction csv(file) end\n\n");
    add_nodes(out);
    add_functions(out, ez_lua_functions);
    add_functions(out, ez_pen_functions);
    g_string_truncate(out, out->len - 1);
    return g_string_free(out, FALSE);
}

char *ez_stubs_globals(void)
{
    GString *out =
        g_string_new("-- Generated from the program's own tables by its tests: do not edit.\n"
                     "-- What authors have without `require`.\nreturn {\n");
    const char **words = ez_mark_globals();
    for (int i = 0; words[i] != NULL; i++)
        g_string_append_printf(out, "  \"%s\",\n", words[i]);
    g_free(words);
    for (const EzHostFunction *f = ez_lua_functions; f->name != NULL; f++)
        if (is_ours(f) && begins_library(f) && !is_class(f))
            g_string_append_printf(out, "  \"%s\",\n", f->library);
    g_string_append(out, "}\n");
    return g_string_free(out, FALSE);
}

// ---- the reference ----------------------------------------------------------------------

static void add_reference_row(GString *out, const EzProp *prop)
{
    g_string_append_printf(out, "| `%s` | %s | ", prop->name, prop->required ? "yes" : "");
    if (prop->type == EZ_TYPE_CHOICE) {
        for (int i = 0; prop->options[i] != NULL; i++)
            g_string_append_printf(out, "%s`\"%s\"`", i > 0 ? ", " : "", prop->options[i]);
    } else {
        g_string_append(out, ez_type_words(prop->type));
    }
    g_string_append_printf(out, " | %s |\n", prop->doc != NULL ? prop->doc : "");
}

static const char reference_head[] = "| field | needed | holds | |\n|---|---|---|---|\n";

// The fields by which a node is placed: nearly all nodes have them, and they are told once.
static const EzProp *placing_of(const EzRecord *record)
{
    for (const EzProp *const *group = record->groups; *group != NULL; group++)
        if (g_strcmp0((*group)->name, "at") == 0)
            return *group;
    return NULL;
}

static bool has_others(const EzRecord *record, const EzProp *placing)
{
    for (const EzProp *const *group = record->groups; *group != NULL; group++)
        if (*group != placing && (*group)->name != NULL)
            return true;
    return false;
}

static void add_reference(GString *out, const EzRecord *record, const char *holds)
{
    const EzProp *placing = placing_of(record);
    g_string_append_printf(out, "### %s\n\n%s%s%s\n\n", record->word, record->doc, holds,
                           placing != NULL ? " It is [placed](#placing)." : "");
    if (!has_others(record, placing))
        return;
    g_string_append(out, reference_head);
    for (const EzProp *const *group = record->groups; *group != NULL; group++)
        for (const EzProp *prop = *group; *group != placing && prop->name != NULL; prop++)
            add_reference_row(out, prop);
    g_string_append_c(out, '\n');
}

static void add_reference_placing(GString *out)
{
    g_string_append_printf(out,
                           "### Placing\n\nEvery node of which is said that it is placed has "
                           "these fields.\n\n%s",
                           reference_head);
    for (const EzProp *prop = placing_of(&ez_node_records[EZ_NODE_COLUMN].record);
         prop != NULL && prop->name != NULL; prop++)
        add_reference_row(out, prop);
    g_string_append_c(out, '\n');
}

static void add_reference_fields(GString *out)
{
    g_string_append(out, "## Kinds of fields\n\n| kind | for | may say |\n|---|---|---|\n");
    for (int i = 0; i < EZ_FIELD_KINDS; i++) {
        const EzFieldWord *word = &ez_field_words[i];
        g_string_append_printf(out, "| `field.%s` | %s | `optional` `doc`%s%s%s%s |\n",
                               word->word, word->doc, word->takes_max ? " `max`" : "",
                               word->takes_language ? " `lang`" : "",
                               word->takes_options ? " a list of words" : "",
                               word->takes_target ? " the name of a deck" : "");
    }
    g_string_append_c(out, '\n');
}

static void add_reference_functions(GString *out, const char *title,
                                    const EzHostFunction *functions)
{
    g_string_append_printf(out, "## %s\n\n| function | takes and gives | |\n|---|---|---|\n",
                           title);
    for (const EzHostFunction *f = functions; f->name != NULL; f++) {
        if (!is_ours(f))
            continue;
        g_auto(GStrv) parts = g_strsplit(f->signature, "|", -1);
        g_autofree char *signature = g_strjoinv("\\|", parts);
        g_string_append_printf(out, "| `%s%s%s` | `%s` | %s |\n", f->library,
                               is_class(f) ? ":" : ".", f->name, signature, f->doc);
    }
}

static void add_omissions(GString *out)
{
    g_string_append(
        out,
        "\n## What Lua has and a kit has not\n\n| not here | why | instead |\n|---|---|---|\n");
    for (const EzOmission *o = ez_lua_omissions; o->name != NULL; o++)
        g_string_append_printf(out, "| `%s` | %s | %s |\n", o->name, o->reason,
                               o->instead != NULL ? o->instead : "");
}

char *ez_stubs_reference(void)
{
    static const char *const holds[] = {
        [EZ_HOLDS_NOTHING] = "",
        [EZ_HOLDS_NODES] = " Between its braces: nodes.",
        [EZ_HOLDS_WORDS] = " Between its braces: words and texts, and `small` `italic` `bold`.",
        [EZ_HOLDS_ONE_WORD] = " Between its braces: one word.",
    };
    static const EzRecord *const records[] = {
        &ez_kit_record,      &ez_deck_record,   &ez_card_record,  &ez_face_record,
        &ez_theme_record,    &ez_colour_record, &ez_style_record, &ez_worksheet_record,
        &ez_exercise_record, &ez_param_record};
    GString *out = g_string_new(
        "# All words\n\nGenerated from the program's own tables by its tests: do not edit.\n"
        "How they work together stands in [README.md](README.md).\n\n## Files\n\n");
    for (size_t i = 0; i < G_N_ELEMENTS(records); i++)
        add_reference(out, records[i], "");
    add_reference_fields(out);
    g_string_append(out, "## Nodes\n\n");
    add_reference_placing(out);
    for (int i = 0; i < EZ_NODE_KINDS; i++)
        add_reference(out, &ez_node_records[i].record, holds[ez_node_records[i].content]);
    add_reference_functions(out, "Functions", ez_lua_functions);
    g_string_append_c(out, '\n');
    add_reference_functions(out, "The pen of a drawing", ez_pen_functions);
    add_omissions(out);
    return g_string_free(out, FALSE);
}
