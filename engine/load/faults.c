// SPDX-License-Identifier: EUPL-1.2
// Faults of Lua in the words of an author.
#include "engine/load/faults-private.h"

#include "engine/base/lualex.h"
#include "engine/base/nearest.h"
#include "engine/load/marks.h"
#include "engine/load/wording.h"
#include "engine/lua/library.h"

#include <string.h>

// ---- names that are not there ----------------------------------------------------

// All names that stand in the file, and all that a script has; NULL-terminated.
static GPtrArray *known_names(const EzLoad *load, const EzFault *fault)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    const char **words = ez_mark_globals();
    for (int i = 0; words[i] != NULL; i++)
        g_ptr_array_add(names, g_strdup(words[i]));
    g_free(words);
    for (const EzHostFunction *f = ez_lua_functions; f->name != NULL; f++)
        g_ptr_array_add(names, g_strdup(f->library != NULL ? f->library : f->name));
    const EzLuaMap *map = fault->chunk != NULL ? ez_load_map(load, fault->chunk) : NULL;
    const EzSource *source = map != NULL ? ez_luamap_source(map) : NULL;
    for (size_t at = 0; source != NULL && at < source->length;) {
        EzLuaToken token = ez_lualex_next(source->text, source->length, at);
        g_autofree char *word = g_strndup(source->text + token.start, token.end - token.start);
        if (token.kind == EZ_LUA_NAME && !ez_fault_is_reserved(word) &&
            strcmp(word, fault->name) != 0)
            g_ptr_array_add(names, g_steal_pointer(&word));
        at = token.end;
    }
    g_ptr_array_add(names, NULL);
    return names;
}

// "words.uper": the functions of that library.
static char *library_hint(const char *name, const char *dot)
{
    g_autofree char *library = g_strndup(name, (size_t)(dot - name));
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (const EzHostFunction *f = ez_lua_functions; f->name != NULL; f++)
        if (g_strcmp0(f->library, library) == 0)
            g_ptr_array_add(names, (char *)f->name);
    for (int kind = 0; strcmp(library, "field") == 0 && kind < EZ_FIELD_KINDS; kind++)
        g_ptr_array_add(names, (char *)ez_field_words[kind].word);
    g_ptr_array_add(names, NULL);
    const char *nearest = ez_nearest(dot + 1, (const char *const *)names->pdata);
    return nearest != NULL ? g_strdup_printf("did you mean \"%s.%s\"?", library, nearest)
                           : NULL;
}

// What people call a node, and its word here.
static const char *const node_synonyms[][2] = {
    {"header", "heading"}, {"h1", "heading"},   {"paragraph", "text"}, {"p", "text"},
    {"box", "frame"},      {"rect", "fill"},    {"rectangle", "fill"}, {"line", "rule"},
    {"stack", "column"},   {"spacer", "space"}, {"em", "italic"},      {"i", "italic"},
    {"strong", "bold"},    {"b", "bold"},       {"badge", "chip"},     {"symbol", "mark"},
};

static char *synonym_hint(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(node_synonyms); i++)
        if (strcmp(node_synonyms[i][0], name) == 0)
            return g_strdup_printf("did you mean \"%s\"?", node_synonyms[i][1]);
    return NULL;
}

// True when a brace follows the name on its line: it was meant as a word such as text { … }.
static bool is_called(const char *line, const char *name)
{
    g_autofree char *pattern = g_strdup_printf("\\b\\Q%s\\E\\s*\\{", name);
    return line != NULL && g_regex_match_simple(pattern, line, 0, 0);
}

static char *global_hint(const EzLoad *load, const EzFault *fault, EzPlace place)
{
    g_autofree char *line = ez_source_line(place.source, place.line);
    g_autofree char *pattern = g_strdup_printf("%s ==", fault->name);
    if (line != NULL && strstr(line, pattern) != NULL)
        return g_strdup_printf("a field is given with one \"=\":  %s = …", fault->name);
    bool called = is_called(line, fault->name);
    g_autoptr(GPtrArray) names = known_names(load, fault);
    char *hint = called ? synonym_hint(fault->name) : NULL;
    if (hint == NULL)
        hint = ez_diag_did_you_mean(fault->name, (const char *const *)names->pdata);
    if (hint == NULL && !called)
        hint = g_strdup_printf("is it a text? then write \"%s\"", fault->name);
    return hint;
}

static void tell_unknown_name(EzLoad *load, const EzFault *fault)
{
    const char *dot = strrchr(fault->name, '.');
    EzPlace place =
        ez_fault_used(load, fault, dot != NULL ? dot + 1 : fault->name, dot != NULL);
    g_autofree char *hint =
        dot != NULL ? library_hint(fault->name, dot) : global_hint(load, fault, place);
    ez_diag_report(load->diags, EZ_UNKNOWN_NAME, place, hint, "name", fault->name, NULL);
}

static void tell_omitted(EzLoad *load, const EzFault *fault)
{
    const EzOmission *omission = ez_lua_omission(fault->name);
    const char *dot = strrchr(fault->name, '.');
    ez_diag_report(load->diags, EZ_NOT_AVAILABLE,
                   ez_fault_token(load, fault, dot != NULL ? dot + 1 : fault->name),
                   omission != NULL ? omission->instead : NULL, "name", fault->name, NULL);
}

static void tell_read_only(EzLoad *load, const EzFault *fault)
{
    // "the global name "x"": the caret goes under x.
    g_auto(GStrv) parts = g_strsplit(fault->name, "\"", 3);
    bool global = parts[0] != NULL && parts[1] != NULL;
    ez_diag_report(
        load->diags, EZ_READ_ONLY, ez_fault_token(load, fault, global ? parts[1] : NULL),
        global ? "put local before a name of your own" : NULL, "thing", fault->name, NULL);
}

// ---- all faults -------------------------------------------------------------------

// For an error of Lua about the value called `name`, which may be NULL; owned by the caller.
static char *error_hint(const char *message, const char *name)
{
    if (strstr(message, "attempt to call") != NULL && name != NULL &&
        ez_node_kind(name) < EZ_NODE_KINDS)
        return g_strdup_printf(
            "a name of yours hides the word %s { … }; call yours something else", name);
    if (strstr(message, "concatenate a table") != NULL)
        return g_strdup(
            "put the parts beside each other, text { a, \" \", b }, or use words.join");
    return NULL;
}

static void tell_error(EzLoad *load, const EzFault *fault)
{
    if (g_strcmp0(load->raised_message, fault->message) == 0) {
        ez_diag_report_message(load->diags, load->raised_code,
                               ez_fault_token(load, fault, load->raised_token),
                               load->raised_hint, load->raised_message);
        return;
    }
    // Lua names what was nil: (field 'x'), (local 'x'). The caret goes under it.
    g_autofree char *name = NULL;
    const char *quote = strstr(fault->message, " '");
    const char *close = quote != NULL ? strchr(quote + 2, '\'') : NULL;
    if (close != NULL)
        name = g_strndup(quote + 2, (size_t)(close - quote - 2));
    g_autofree char *hint = error_hint(fault->message, name);
    bool field = strstr(fault->message, "(field '") != NULL ||
                 strstr(fault->message, "(method '") != NULL;
    EzPlace place =
        name != NULL ? ez_fault_used(load, fault, name, field) : ez_fault_place(load, fault);
    g_autofree char *problem = ez_wording_error(fault->message);
    ez_diag_report(load->diags, EZ_RUNTIME, place, hint, "problem", problem, NULL);
}

static char *steps_words(const EzLoad *load)
{
    int64_t steps = load->budget.instructions;
    return steps >= 1000 * 1000
               ? g_strdup_printf("%d million steps", (int)(steps / (1000 * 1000)))
               : g_strdup_printf("%d steps", (int)steps);
}

static char *time_words(const EzLoad *load)
{
    double seconds = (double)load->budget.nanoseconds / 1e9;
    return seconds >= 1 ? g_strdup_printf("%.0f seconds", seconds)
                        : g_strdup_printf("a part of a second");
}

static char *memory_words(const EzLoad *load, const EzFault *fault)
{
    if (strstr(fault->message, "a text may be") != NULL)
        return g_strdup_printf("one text may take (%zu MiB)",
                               ez_host_text_limit(load->host) >> 20);
    return g_strdup_printf("the memory of a kit (%zu MiB)", load->memory >> 20);
}

// The host stopped the script: nothing of it can run any more.
static void tell_stop(EzLoad *load, const EzFault *fault, EzDiagCode code, char *limit)
{
    ez_diag_report(load->diags, code, ez_fault_place(load, fault), NULL, "limit", limit, NULL);
    g_free(limit);
}

void ez_load_tell_fault(EzLoad *load, const EzFault *fault)
{
    switch (fault->kind) {
    case EZ_FAULT_NONE:
        break;
    case EZ_FAULT_SYNTAX:
        ez_fault_tell_syntax(load, fault);
        break;
    case EZ_FAULT_UNKNOWN_NAME:
        tell_unknown_name(load, fault);
        break;
    case EZ_FAULT_NOT_AVAILABLE:
        tell_omitted(load, fault);
        break;
    case EZ_FAULT_READ_ONLY:
        tell_read_only(load, fault);
        break;
    case EZ_FAULT_BUDGET:
        tell_stop(load, fault, EZ_BUDGET, steps_words(load));
        break;
    case EZ_FAULT_TIME:
        tell_stop(load, fault, EZ_TIMEOUT, time_words(load));
        break;
    case EZ_FAULT_MEMORY:
        tell_stop(load, fault, EZ_MEMORY, memory_words(load, fault));
        break;
    case EZ_FAULT_ERROR:
        tell_error(load, fault);
        break;
    }
}

// A session has limits of its own, which its message tells.
static bool is_stop(const EzFault *fault)
{
    return fault->kind == EZ_FAULT_BUDGET || fault->kind == EZ_FAULT_TIME ||
           fault->kind == EZ_FAULT_MEMORY;
}

void ez_load_tell(EzLoad *load, const EzFault *fault, EzDiags *diags)
{
    EzDiags *own = load->diags;
    load->diags = diags;
    if (is_stop(fault))
        ez_diag_report(diags, EZ_RUNTIME, ez_fault_place(load, fault), NULL, "problem",
                       fault->message, NULL);
    else
        ez_load_tell_fault(load, fault);
    load->diags = own;
}
