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
    int errors, reports;
    bool strict;
    char *about; // what is being made now; NULL
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
    g_free(diag->about);
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
    g_free(diags->about);
    g_free(diags);
}

void ez_diags_set_strict(EzDiags *diags, bool strict)
{
    diags->strict = strict;
}

void ez_diags_set_about(EzDiags *diags, const char *about)
{
    g_free(diags->about);
    diags->about = g_strdup(about);
}

enum { MOST_SLOTS = 8, LONGEST_VALUE = 400 };

typedef struct Slots {
    const char *names[MOST_SLOTS], *values[MOST_SLOTS];
    bool used[MOST_SLOTS];
    int count;
} Slots;

static Slots read_pairs(va_list pairs)
{
    Slots slots = {.count = 0};
    const char *name;
    while (slots.count < MOST_SLOTS && (name = va_arg(pairs, const char *)) != NULL) {
        slots.names[slots.count] = name;
        slots.values[slots.count++] = va_arg(pairs, const char *);
    }
    return slots;
}

// A value of the author's may be a megabyte long: its beginning tells which it is.
static void add_value(GString *out, const char *value)
{
    size_t length = strlen(value), shown = MIN(length, LONGEST_VALUE);
    while (shown < length && shown > 0 && (value[shown] & 0xc0) == 0x80)
        shown--; // not in the middle of a character
    g_string_append_len(out, value, (gssize)shown);
    g_string_append(out, shown < length ? "…" : "");
}

static void add_slot(GString *out, Slots *slots, const char *name, size_t length)
{
    for (int i = 0; i < slots->count; i++) {
        if (strlen(slots->names[i]) != length || strncmp(slots->names[i], name, length) != 0)
            continue;
        slots->used[i] = true;
        add_value(out, slots->values[i] != NULL ? slots->values[i] : "?");
        return;
    }
    g_critical("the slot {%.*s} of a message is not given", (int)length, name);
}

// Fills the named slots of a template from pairs of name and text. In one pass: a value that holds braces is left alone.
static char *fill(const char *template, va_list pairs)
{
    Slots slots = read_pairs(pairs);
    GString *out = g_string_new(NULL);
    const char *open, *close;
    for (; (open = strchr(template, '{')) != NULL; template = close + 1) {
        close = open + 1 + strspn(open + 1, "abcdefghijklmnopqrstuvwxyz");
        g_string_append_len(out, template, open - template);
        if (*close == '}' && close > open + 1) {
            add_slot(out, &slots, open + 1, (size_t)(close - open - 1));
            continue;
        }
        g_string_append_c(out, '{'); // a brace of the sentence itself
        close = open;
    }
    g_string_append(out, template);
    for (int i = 0; i < slots.count; i++)
        if (!slots.used[i])
            g_critical("\"%s\" has no slot {%s}", out->str, slots.names[i]);
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

// Takes the mistake; false when it is not kept and gone.
static bool add(EzDiags *diags, EzDiag *diag)
{
    bool strict_error = diag->severity == EZ_ERROR || diags->strict;
    if (diags->list->len >= KEPT || !is_new(diags, diag)) {
        diags->errors += diags->list->len >= KEPT && strict_error;
        diag_free(diag);
        return false;
    }
    if (diag->file != NULL && file_rank(diags, diag->file) < 0)
        g_ptr_array_add(diags->files, g_strdup(diag->file));
    if (diags->strict)
        diag->severity = EZ_ERROR;
    diags->errors += diag->severity == EZ_ERROR;
    g_ptr_array_add(diags->list, diag);
    return true;
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
    diag->file = place.source != NULL ? ez_source_shown(place.source->name) : NULL;
    diag->line = place.source != NULL ? MAX(1, place.line) : 0;
    diag->column = place.source != NULL ? MAX(1, place.column) : 0;
    diag->message = ez_source_shown(message);
    diag->hint = hint != NULL ? ez_source_shown(hint) : NULL;
    diag->about = g_strdup(diags->about);
    diags->reports++;
    if (add(diags, diag))
        diag->excerpt = ez_source_excerpt(place);
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

bool ez_diags_full(const EzDiags *diags)
{
    return diags->list->len >= KEPT;
}

int ez_diags_reports(const EzDiags *diags)
{
    return diags->reports;
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
    if (a->line != b->line)
        return a->line - b->line;
    // Fields of a table are found in no order of their own.
    return a->column != b->column ? a->column - b->column : strcmp(a->message, b->message);
}

void ez_diags_sort(EzDiags *diags)
{
    g_ptr_array_sort_with_data(diags->list, by_place, diags);
}

// Whether one of the first `count` mistakes has the code and the place of this one.
static bool is_like_one(const EzDiags *diags, unsigned count, const EzDiag *diag)
{
    for (unsigned i = 0; i < count; i++) {
        const EzDiag *other = diags->list->pdata[i];
        if (other->code == diag->code && other->line == diag->line &&
            other->column == diag->column && g_strcmp0(other->file, diag->file) == 0)
            return true;
    }
    return false;
}

// Those that are like one of the first `known` of `to` are left out.
static void move(EzDiags *to, unsigned known, EzDiags *from)
{
    g_ptr_array_set_free_func(from->list, NULL);
    for (unsigned i = 0; i < from->list->len; i++)
        if (is_like_one(to, known, from->list->pdata[i]))
            diag_free(from->list->pdata[i]);
        else
            add(to, from->list->pdata[i]);
    g_ptr_array_set_size(from->list, 0);
    g_ptr_array_set_free_func(from->list, diag_free);
    g_hash_table_remove_all(from->known);
    from->errors = 0;
}

void ez_diags_move(EzDiags *to, EzDiags *from)
{
    move(to, 0, from);
}

void ez_diags_move_new(EzDiags *to, EzDiags *from)
{
    move(to, to->list->len, from);
}

char *ez_diag_full_message(const EzDiag *diag)
{
    if (diag->about == NULL)
        return g_strdup(diag->message);
    return g_strdup_printf("%s (on %s)", diag->message, diag->about);
}

char *ez_diag_format(const EzDiag *diag, const char *folder, bool colour)
{
    bool error = diag->severity == EZ_ERROR;
    g_autofree char *message = ez_diag_full_message(diag);
    GString *out = g_string_new(NULL);
    if (diag->file != NULL)
        g_string_append_printf(out, "%s%s:", folder, diag->file);
    if (diag->line > 0)
        g_string_append_printf(out, "%d:%d:", diag->line, diag->column);
    const char *tone = !colour ? "" : error ? "\033[1;31m" : "\033[1;33m";
    g_string_append_printf(out, "%s%s%s[%s]%s: %s\n", out->len > 0 ? " " : "", tone,
                           error ? "error" : "warning", kinds[diag->code].code,
                           colour ? "\033[0m" : "", message);
    if (diag->excerpt != NULL)
        g_string_append_printf(out, "%s\n", diag->excerpt);
    if (diag->hint != NULL)
        g_string_append_printf(out, "   = hint: %s\n", diag->hint);
    return g_string_free(out, FALSE);
}

char *ez_diag_format_json(const EzDiag *diag, const char *folder)
{
    g_autofree char *file = diag->file != NULL ? g_strconcat(folder, diag->file, NULL) : NULL;
    g_autofree char *message = ez_diag_full_message(diag);
    EzJson *json = ez_json_new();
    ez_json_text(json, "file", file);
    ez_json_number(json, "line", diag->line);
    ez_json_number(json, "col", diag->column);
    ez_json_text(json, "severity", diag->severity == EZ_ERROR ? "error" : "warning");
    ez_json_text(json, "code", kinds[diag->code].code);
    ez_json_text(json, "message", message);
    ez_json_text(json, "hint", diag->hint);
    return ez_json_finish(json);
}
