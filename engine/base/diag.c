// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/diag.h"

#include "engine/base/json.h"
#include "engine/base/nearest.h"

#include <stdarg.h>
#include <string.h>

static const EzDiagKind kinds[EZ_DIAG_COUNT] = {
#define EZ_DIAG(name, code, severity, message, explanation)                                    \
    [EZ_##name] = {#name, code, EZ_##severity, message, explanation},
#include "engine/base/catalogue.inc"
#undef EZ_DIAG
};

// Beyond this many, mistakes are counted and no longer kept.
enum { KEPT = 500 };

struct EzDiags {
    GPtrArray *list;   // of EzDiag
    GHashTable *known; // set of "code file line column message"
    GPtrArray *files;  // in the order in which they were first named
    int errors;
    bool strict;
};

const EzDiagKind *ez_diag_kind(EzDiagCode code)
{
    return &kinds[code];
}

const EzDiagKind *ez_diag_kind_by_code(const char *code)
{
    for (int i = 0; i < EZ_DIAG_COUNT; i++)
        if (g_ascii_strcasecmp(kinds[i].code, code) == 0)
            return &kinds[i];
    return NULL;
}

static void diag_free(gpointer data)
{
    EzDiag *diag = data;
    g_free(diag->file);
    g_free(diag->message);
    g_free(diag->hint);
    g_free(diag->excerpt);
    g_free(diag);
}

EzDiags *ez_diags_new(void)
{
    EzDiags *diags = g_new0(EzDiags, 1);
    diags->list = g_ptr_array_new_with_free_func(diag_free);
    diags->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    diags->files = g_ptr_array_new_with_free_func(g_free);
    return diags;
}

void ez_diags_free(EzDiags *diags)
{
    if (diags == NULL)
        return;
    g_ptr_array_unref(diags->list);
    g_hash_table_unref(diags->known);
    g_ptr_array_unref(diags->files);
    g_free(diags);
}

void ez_diags_set_strict(EzDiags *diags, bool strict)
{
    diags->strict = strict;
}

// Fills the named slots of a template from pairs of name and text.
static char *fill(const char *template, va_list pairs)
{
    GString *out = g_string_new(template);
    for (const char *slot; (slot = va_arg(pairs, const char *)) != NULL;) {
        const char *value = va_arg(pairs, const char *);
        g_autofree char *mark = g_strdup_printf("{%s}", slot);
        g_string_replace(out, mark, value != NULL ? value : "?", 1);
    }
    return g_string_free(out, FALSE);
}

static bool is_new(EzDiags *diags, const EzDiag *diag)
{
    char *key = g_strdup_printf("%d %s %d %d %s", diag->code, diag->file ? diag->file : "",
                                diag->line, diag->column, diag->message);
    return g_hash_table_add(diags->known, key);
}

static int file_rank(const EzDiags *diags, const char *file)
{
    for (unsigned i = 0; i < diags->files->len; i++)
        if (g_strcmp0(diags->files->pdata[i], file) == 0)
            return (int)i;
    return -1;
}

static void add(EzDiags *diags, EzDiag *diag)
{
    bool strict_error = diag->severity == EZ_ERROR || diags->strict;
    if (diags->list->len >= KEPT || !is_new(diags, diag)) {
        diags->errors += diags->list->len >= KEPT && strict_error;
        diag_free(diag);
        return;
    }
    if (diag->file != NULL && file_rank(diags, diag->file) < 0)
        g_ptr_array_add(diags->files, g_strdup(diag->file));
    if (diags->strict)
        diag->severity = EZ_ERROR;
    diags->errors += diag->severity == EZ_ERROR;
    g_ptr_array_add(diags->list, diag);
}

char *ez_diag_message(EzDiagCode code, ...)
{
    va_list pairs;
    va_start(pairs, code);
    char *message = fill(kinds[code].message, pairs);
    va_end(pairs);
    return message;
}

void ez_diag_report_message(EzDiags *diags, EzDiagCode code, EzPlace place, const char *hint,
                            const char *message)
{
    EzDiag *diag = g_new0(EzDiag, 1);
    diag->code = code;
    diag->severity = kinds[code].severity;
    diag->file = place.source != NULL ? g_strdup(place.source->name) : NULL;
    diag->line = place.line;
    diag->column = place.column;
    diag->message = g_strdup(message);
    diag->hint = g_strdup(hint);
    diag->excerpt = ez_source_excerpt(place);
    add(diags, diag);
}

void ez_diag_report(EzDiags *diags, EzDiagCode code, EzPlace place, const char *hint, ...)
{
    va_list pairs;
    va_start(pairs, hint);
    g_autofree char *message = fill(kinds[code].message, pairs);
    va_end(pairs);
    ez_diag_report_message(diags, code, place, hint, message);
}

char *ez_diag_did_you_mean(const char *word, const char *const *candidates)
{
    const char *nearest = ez_nearest(word, candidates);
    return nearest != NULL ? g_strdup_printf("did you mean \"%s\"?", nearest) : NULL;
}

int ez_diags_count(const EzDiags *diags)
{
    return (int)diags->list->len;
}

int ez_diags_errors(const EzDiags *diags)
{
    return diags->errors;
}

const EzDiag *ez_diags_get(const EzDiags *diags, int i)
{
    return diags->list->pdata[i];
}

static int by_place(gconstpointer left, gconstpointer right, gpointer data)
{
    const EzDiag *a = *(const EzDiag *const *)left, *b = *(const EzDiag *const *)right;
    int ranks = file_rank(data, a->file) - file_rank(data, b->file);
    if (ranks != 0)
        return ranks;
    return a->line != b->line ? a->line - b->line : a->column - b->column;
}

void ez_diags_sort(EzDiags *diags)
{
    // GLib's sort with data is a merge sort: mistakes at one place stay in the order of finding.
    g_ptr_array_sort_with_data(diags->list, by_place, diags);
}

void ez_diags_move(EzDiags *to, EzDiags *from)
{
    g_ptr_array_set_free_func(from->list, NULL);
    for (unsigned i = 0; i < from->list->len; i++)
        add(to, from->list->pdata[i]);
    g_ptr_array_set_size(from->list, 0);
    g_ptr_array_set_free_func(from->list, diag_free);
    g_hash_table_remove_all(from->known);
    from->errors = 0;
}

char *ez_diag_format(const EzDiag *diag, bool colour)
{
    bool error = diag->severity == EZ_ERROR;
    GString *out = g_string_new(NULL);
    if (diag->file != NULL)
        g_string_append_printf(out, "%s:", diag->file);
    if (diag->line > 0)
        g_string_append_printf(out, "%d:", diag->line);
    if (diag->line > 0 && diag->column > 0)
        g_string_append_printf(out, "%d:", diag->column);
    const char *tone = !colour ? "" : error ? "\033[1;31m" : "\033[1;33m";
    g_string_append_printf(out, "%s%s%s[%s]%s: %s\n", out->len > 0 ? " " : "", tone,
                           error ? "error" : "warning", kinds[diag->code].code,
                           colour ? "\033[0m" : "", diag->message);
    if (diag->excerpt != NULL)
        g_string_append_printf(out, "%s\n", diag->excerpt);
    if (diag->hint != NULL)
        g_string_append_printf(out, "   = hint: %s\n", diag->hint);
    return g_string_free(out, FALSE);
}

char *ez_diag_format_json(const EzDiag *diag)
{
    EzJson *json = ez_json_new();
    ez_json_text(json, "file", diag->file);
    ez_json_number(json, "line", diag->line);
    ez_json_number(json, "col", diag->column);
    ez_json_text(json, "severity", diag->severity == EZ_ERROR ? "error" : "warning");
    ez_json_text(json, "code", kinds[diag->code].code);
    ez_json_text(json, "message", diag->message);
    ez_json_text(json, "hint", diag->hint);
    return ez_json_finish(json);
}
