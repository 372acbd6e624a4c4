// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/step_stubs.h"

#include "engine/run/step.h"

#include <string.h>

// ---- options -------------------------------------------------------------------

static void add_words(GString *out, const char *const *words)
{
    for (int i = 0; words[i] != NULL; i++)
        g_string_append_printf(out, "%s\"%s\"", i > 0 ? "|" : "", words[i]);
}

// In LuaCATS; owned by the caller.
static char *type_of(const EzStepOption *option)
{
    static const char *const types[] = {
        [EZ_OPTION_WHOLE] = "integer",
        [EZ_OPTION_FLAG] = "boolean",
        [EZ_OPTION_WORD] = "",
        [EZ_OPTION_DOTS] = "integer|\"auto\"",
        [EZ_OPTION_ITEMS] = "Item[]",
        [EZ_OPTION_LABELS] = "table<integer, Text>",
        [EZ_OPTION_RANGE] = "integer[]",
        [EZ_OPTION_NAMES] = "",
        [EZ_OPTION_NAME] = "string",
        [EZ_OPTION_CANVAS] = "table",
        [EZ_OPTION_SLOTS] = "table<string, any>",
        [EZ_OPTION_NOTE] = "Text|Text[]",
    };
    GString *out = g_string_new(types[option->type]);
    if (option->type == EZ_OPTION_WORD || option->type == EZ_OPTION_NAMES)
        add_words(out, option->words);
    if (option->type == EZ_OPTION_NAMES) {
        g_string_prepend_c(out, '(');
        g_string_append(out, ")[]");
    }
    return g_string_free(out, FALSE);
}

// "1 to 20"; NULL when there are no limits. Owned by the caller.
static char *limits_of(const EzStepOption *option)
{
    bool limited = option->type == EZ_OPTION_WHOLE || option->type == EZ_OPTION_DOTS ||
                   option->type == EZ_OPTION_RANGE;
    return limited ? g_strdup_printf("%.0f to %.0f", option->min, option->max) : NULL;
}

// Where a deck is named, its cards are the list.
static bool is_required(const EzStepKind *kind, const EzStepOption *option)
{
    bool by_deck =
        strcmp(option->name, "from") == 0 && ez_step_kind_option(kind, "deck") != NULL;
    return option->required && !by_deck;
}

static bool has_required(const EzStepKind *kind)
{
    for (const EzStepOption *option = kind->options; option->name != NULL; option++)
        if (is_required(kind, option))
            return true;
    return false;
}

static bool is_listed(const EzStepKind *kind)
{
    return strcmp(kind->word, "pick") == 0 || strcmp(kind->word, "shuffle") == 0;
}

// ---- types ---------------------------------------------------------------------

// "ask" -> "AskOptions"; owned by the caller.
static char *class_of(const EzStepKind *kind)
{
    char *name = g_strdup_printf("%sOptions", kind->word);
    name[0] = g_ascii_toupper(name[0]);
    return name;
}

static void add_option_type(GString *out, const EzStepKind *kind, const EzStepOption *option)
{
    g_autofree char *type = type_of(option), *limits = limits_of(option);
    g_string_append_printf(out, "---@field %s%s %s  %s", option->name,
                           is_required(kind, option) ? "" : "?", type, option->doc);
    if (limits != NULL)
        g_string_append_printf(out, " %c%s.", g_ascii_toupper(limits[0]), limits + 1);
    if (option->otherwise != NULL)
        g_string_append_printf(out, " %s when not given.", option->otherwise);
    g_string_append_c(out, '\n');
}

static void add_options_class(GString *out, const EzStepKind *kind)
{
    g_autofree char *class = class_of(kind);
    if (kind->options->name == NULL || is_listed(kind))
        return;
    g_string_append_printf(out, "---@class %s\n", class);
    for (const EzStepOption *option = kind->options; option->name != NULL; option++)
        add_option_type(out, kind, option);
    g_string_append_c(out, '\n');
}

static char *arguments_of(const EzStepKind *kind)
{
    if (is_listed(kind))
        return g_strdup(strcmp(kind->word, "pick") == 0 ? "id: string, list: Item[], n: integer"
                                                        : "id: string, list: Item[]");
    if (kind->options->name == NULL)
        return g_strdup("id: string");
    g_autofree char *class = class_of(kind);
    bool needs = has_required(kind), chance = kind->answerer == EZ_BY_CHANCE;
    return g_strdup_printf("id: string, text: Text%s, options%s: %s", chance ? "|nil" : "",
                           needs ? "" : "?", class);
}

// In LuaCATS, as fun(id: string, …): Answer[]; owned by the caller.
static char *signature_of(const EzStepKind *kind)
{
    g_autofree char *arguments = arguments_of(kind);
    return kind->gives != NULL ? g_strdup_printf("fun(%s): %s", arguments, kind->gives)
                               : g_strdup_printf("fun(%s)", arguments);
}

static void add_result_class(GString *out, const EzStepClass *class)
{
    g_string_append_printf(out, "---%s\n---@class %s\n", class->doc, class->name);
    for (const EzStepField *field = class->fields; field->name != NULL; field++)
        g_string_append_printf(out, "---@field %s %s  %s\n", field->name, field->type,
                               field->doc);
    g_string_append_c(out, '\n');
}

char *ez_step_stubs_types(void)
{
    GString *out = g_string_new(
        "---@meta exercise\n-- Generated from the program's own tables by its tests: do not "
        "edit.\n\n"
        "---@alias Item string|number|table|Answer  Something to judge: a word, a table with "
        "an "
        "id, a card, an answer.\n\n");
    for (const EzStepClass *class = ez_step_classes; class->name != NULL; class ++)
        add_result_class(out, class);
    for (const EzStepKind *kind = ez_step_kinds; kind->word != NULL; kind++)
        add_options_class(out, kind);
    add_options_class(out, &ez_section_call);
    add_options_class(out, &ez_harvest_call);
    g_string_append(out, "---What `run` gets.\n---@class Steps\n");
    for (const EzStepKind *kind = ez_step_kinds; kind->word != NULL; kind++) {
        g_autofree char *signature = signature_of(kind);
        g_string_append_printf(out, "---@field %s %s  %s\n", kind->word, signature, kind->doc);
    }
    for (const EzStepCall *call = ez_step_calls; call->name != NULL; call++)
        g_string_append_printf(out, "---@field %s %s  %s\n", call->name, call->type, call->doc);
    return g_string_free(out, FALSE);
}

// ---- the reference ---------------------------------------------------------------

// Between backticks in a table: a | would end the cell. Owned by the caller.
static char *in_cell(const char *type)
{
    g_auto(GStrv) parts = g_strsplit(type, "|", -1);
    return g_strjoinv("\\|", parts);
}

static void add_option_row(GString *out, const EzStepKind *kind, const EzStepOption *option)
{
    g_autofree char *type = type_of(option), *cell = in_cell(type), *limits = limits_of(option);
    const char *usual = option->otherwise != NULL ? option->otherwise : "";
    g_string_append_printf(
        out, "| `%s` | `%s`%s%s | %s%s%s | %s |\n", option->name, cell,
        limits != NULL ? ", " : "", limits != NULL ? limits : "", *usual != '\0' ? "`" : "",
        is_required(kind, option) ? "needed" : usual, *usual != '\0' ? "`" : "", option->doc);
}

static const EzStepOption *common_of(const EzStepKind *kind)
{
    return kind->options->name != NULL && strcmp(kind->options->name, "who") == 0
               ? kind->options
               : NULL;
}

// How many options all steps that people answer have.
enum { COMMON = 7 };

static const char option_head[] = "| option | holds | without it | |\n|---|---|---|---|\n";

static void add_step(GString *out, const EzStepKind *kind)
{
    g_autofree char *arguments = arguments_of(kind);
    g_auto(GStrv) words = g_strsplit(arguments, ", ", -1);
    g_string_append_printf(out, "### %s\n\n%s\n\n`s.%s(", kind->word, kind->doc, kind->word);
    for (int i = 0; words[i] != NULL; i++)
        g_string_append_printf(out, "%s%.*s", i > 0 ? ", " : "", (int)strcspn(words[i], "?:"),
                               words[i]);
    g_string_append_printf(
        out, ")` gives %s%s%s%s.", kind->gives_doc, kind->gives != NULL ? ": `" : "",
        kind->gives != NULL ? kind->gives : "", kind->gives != NULL ? "`" : "");
    const EzStepOption *own = common_of(kind) != NULL ? kind->options + COMMON : kind->options;
    g_string_append(out, common_of(kind) != NULL
                             ? " It has [what all have](#what-people-answer).\n\n"
                             : "\n\n");
    if (own->name == NULL || is_listed(kind))
        return;
    g_string_append(out, option_head);
    for (; own->name != NULL; own++)
        add_option_row(out, kind, own);
    g_string_append_c(out, '\n');
}

static void add_common(GString *out)
{
    const EzStepKind *kind = ez_step_kind("ask");
    g_string_append_printf(out,
                           "## What people answer\n\nAll steps that people answer have these "
                           "options.\n\n%s",
                           option_head);
    for (int i = 0; i < COMMON; i++)
        add_option_row(out, kind, &kind->options[i]);
    g_string_append_c(out, '\n');
}

static void add_call_options(GString *out, const EzStepKind *kind)
{
    g_string_append_printf(out, "Options of %s:\n\n%s", kind->word, option_head);
    for (const EzStepOption *option = kind->options; option->name != NULL; option++)
        add_option_row(out, kind, option);
    g_string_append_c(out, '\n');
}

static void add_calls(GString *out)
{
    g_string_append(out,
                    "## Around the steps\n\n| `s.` | takes and gives | |\n|---|---|---|\n");
    for (const EzStepCall *call = ez_step_calls; call->name != NULL; call++) {
        g_autofree char *cell = in_cell(call->type);
        g_string_append_printf(out, "| `%s` | `%s` | %s |\n", call->name, cell, call->doc);
    }
    g_string_append_c(out, '\n');
    add_call_options(out, &ez_section_call);
    add_call_options(out, &ez_harvest_call);
}

static void add_class(GString *out, const EzStepClass *class)
{
    g_string_append_printf(out, "### %s\n\n%s\n\n| field | holds | |\n|---|---|---|\n",
                           class->name, class->doc);
    for (const EzStepField *field = class->fields; field->name != NULL; field++) {
        g_autofree char *cell = in_cell(field->type);
        g_string_append_printf(out, "| `%s` | `%s` | %s |\n", field->name, cell, field->doc);
    }
    g_string_append_c(out, '\n');
}

char *ez_step_stubs_reference(void)
{
    GString *out = g_string_new(
        "# All steps\n\nGenerated from the program's own tables by its tests: do not edit.\n"
        "How an exercise is made stands in [README.md](README.md). A `?` says that something "
        "may be absent.\n\n"
        "## Steps\n\n");
    for (const EzStepKind *kind = ez_step_kinds; kind->word != NULL; kind++)
        add_step(out, kind);
    add_common(out);
    add_calls(out);
    g_string_append(out, "## What they give\n\n");
    for (const EzStepClass *class = ez_step_classes; class->name != NULL; class ++)
        add_class(out, class);
    g_string_truncate(out, out->len - 1);
    return g_string_free(out, FALSE);
}
