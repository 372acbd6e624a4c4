// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/field_ids.h"

#include <string.h>

#define LETTERS "abcdefghijklmnopqrstuvwxyz0123456789_-"
enum { LONGEST = 80, MOST = 999 };

// ---- the form ----------------------------------------------------------------------------

// Behind a name of an exercise, or `at` itself when there is none.
static const char *skip_name(const char *at)
{
    return *at == '-' || *at == '_' ? at : at + strspn(at, LETTERS);
}

// Behind "#12", or `at` itself.
static const char *skip_number(const char *at)
{
    size_t digits = strspn(at + 1, "0123456789");
    return digits >= 1 && digits <= 3 && at[1] != '0' ? at + 1 + digits : at;
}

bool ez_field_id_is_one(const char *id)
{
    const char *at = skip_name(id);
    if (at == id || strlen(id) > LONGEST)
        return false;
    if (*at == '.') {
        const char *part = at + 1;
        at = skip_name(part);
        if (at == part)
            return false;
    }
    if (*at == '#')
        at = skip_number(at);
    return *at == '\0';
}

// "Monday / who" -> "monday.who": the id that was meant, or NULL.
static char *mended(const char *id)
{
    GString *out = g_string_new(NULL);
    for (const char *at = id; *at != '\0'; at++) {
        char c = g_ascii_tolower(*at);
        if (c == '/' || c == ':')
            c = '.';
        if (c == ' ' && g_ascii_isdigit(at[1]))
            c = '#';
        if (c != ' ' && (strchr(LETTERS ".#", c) != NULL))
            g_string_append_c(out, c);
    }
    bool good = ez_field_id_is_one(out->str);
    return g_string_free(out, !good);
}

static void tell_form(const EzNode *node, EzDiags *diags)
{
    g_autofree char *meant = mended(node->id);
    g_autofree char *hint = meant != NULL
                                ? g_strdup_printf("did you mean \"%s\"?", meant)
                                : g_strdup("step, step.part or step#2: \"idea#2\", in small "
                                           "letters");
    ez_diag_report(diags, EZ_FIELD_ID_FORM, ez_origin_value(node->origin, "id"), hint, "id",
                   node->id, NULL);
}

// ---- each once -----------------------------------------------------------------------------

typedef struct Ids {
    GHashTable *first; // id -> the node that has it
    EzDiags *diags;
} Ids;

// "idea#2" when that is free: what a second "idea" is called.
static char *next_free(const Ids *ids, const char *id)
{
    g_autofree char *step = g_strndup(id, strcspn(id, "#"));
    for (int n = 2; n <= MOST; n++) {
        char *free_one = g_strdup_printf("%s#%d", step, n);
        if (!g_hash_table_contains(ids->first, free_one))
            return free_one;
        g_free(free_one);
    }
    return NULL;
}

static void tell_twice(const Ids *ids, const EzNode *node, const EzNode *other)
{
    EzPlace first = ez_origin_value(other->origin, "id");
    g_autofree char *where =
        g_strdup_printf("%s:%d", first.source != NULL ? first.source->name : "?", first.line);
    g_autofree char *id = next_free(ids, node->id);
    g_autofree char *hint = id != NULL ? g_strdup_printf("did you mean \"%s\"?", id) : NULL;
    ez_diag_report(ids->diags, EZ_FIELD_ID_TWICE, ez_origin_value(node->origin, "id"), hint,
                   "id", node->id, "first", where, NULL);
}

static void claim(Ids *ids, const EzNode *node)
{
    const EzNode *other = g_hash_table_lookup(ids->first, node->id);
    if (!ez_field_id_is_one(node->id))
        tell_form(node, ids->diags);
    else if (other != NULL)
        tell_twice(ids, node, other);
    else
        g_hash_table_insert(ids->first, (char *)node->id, (void *)node);
}

// No deeper than nodes can be nested.
static void visit(Ids *ids, const EzNode *node)
{
    if (node->id != NULL)
        claim(ids, node);
    for (int i = 0; i < node->n_children; i++)
        visit(ids, node->children[i]);
}

void ez_field_ids_check(const EzWorksheet *sheet, EzDiags *diags)
{
    Ids ids = {g_hash_table_new(g_str_hash, g_str_equal), diags};
    for (int i = 0; i < sheet->n_pages; i++)
        visit(&ids, sheet->pages[i]);
    g_hash_table_unref(ids.first);
}
