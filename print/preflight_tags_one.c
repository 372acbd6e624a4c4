// SPDX-License-Identifier: EUPL-1.2
// One tag: its texts, its place among others, and the rows of a table.
#include "print/preflight_tags-private.h"

#include <string.h>

enum { COLUMNS_MOST = 1000, ATTRIBUTES = 16 };

static bool is(const EzTag *tag, const char *role)
{
    return tag->role != NULL && strcmp(tag->role->name, role) == 0;
}

static bool is_among(const char *names, const char *name)
{
    g_autofree char *word = g_strdup_printf(" %s ", name);
    return strstr(names, word) != NULL;
}

// ---- place ----------------------------------------------------------------------

static void check_place(EzPreflight *p, const EzTag *tag)
{
    const EzTagRole *role = tag->role, *above = tag->above != NULL ? tag->above->role : NULL;
    if (role == NULL)
        return;
    if (role->within != NULL && !is_among(role->within, above != NULL ? above->name : "-"))
        ez_preflight_find(p, (EzRule)role->rule, NULL, "%s", role->name);
    else if (above != NULL && above->holds != NULL && !is_among(above->holds, role->name))
        ez_preflight_find(p, (EzRule)above->rule, NULL, "%s", role->name);
}

// ---- attributes -----------------------------------------------------------------

// Attributes are one dictionary or a list of them.
static qpdf_oh attribute(EzPreflight *p, qpdf_oh tag, const char *key)
{
    qpdf_oh all = ez_doc_get(p->doc, tag, "/A"), found = ez_doc_get(p->doc, all, key);
    for (int i = 0; i < MIN(ATTRIBUTES, ez_doc_items(p->doc, all)); i++) {
        qpdf_oh one = ez_doc_get(p->doc, ez_doc_item(p->doc, all, i), key);
        if (!qpdf_oh_is_null(p->doc->q, one))
            found = one;
    }
    return found;
}

static int span(EzPreflight *p, qpdf_oh cell, const char *key)
{
    double cells = ez_doc_number(p->doc, attribute(p, cell, key), 1);
    return (int)CLAMP(cells, 1, COLUMNS_MOST);
}

// ---- rows -----------------------------------------------------------------------

// The cells that hang down from rows above: how many rows each column is still taken.
typedef struct EzRows {
    int taken[COLUMNS_MOST];
    int columns; // of the first row
    bool uneven;
} EzRows;

static bool has_role(EzPreflight *p, qpdf_oh tag, const char *role)
{
    return ez_doc_is(p->doc, ez_doc_get(p->doc, tag, "/S"), role);
}

static int place_cell(EzRows *rows, int at, int columns, int down)
{
    while (at < COLUMNS_MOST && rows->taken[at] > 0)
        at++;
    for (int i = 0; i < columns && at < COLUMNS_MOST; i++)
        rows->taken[at++] = down;
    return at;
}

static void count_row(EzPreflight *p, EzRows *rows, qpdf_oh row)
{
    qpdf_oh cells = ez_doc_get(p->doc, row, "/K");
    int at = 0, count = qpdf_oh_is_array(p->doc->q, cells) ? ez_doc_items(p->doc, cells) : 1;
    for (int i = 0; i < MIN(count, COLUMNS_MOST); i++) {
        qpdf_oh cell =
            qpdf_oh_is_array(p->doc->q, cells) ? ez_doc_item(p->doc, cells, i) : cells;
        if (has_role(p, cell, "/TH") || has_role(p, cell, "/TD"))
            at = place_cell(rows, at, span(p, cell, "/ColSpan"), span(p, cell, "/RowSpan"));
    }
    int columns = 0;
    for (int i = 0; i < COLUMNS_MOST; i++) {
        columns += rows->taken[i] > 0;
        rows->taken[i] -= rows->taken[i] > 0;
    }
    rows->uneven |= rows->columns != 0 && rows->columns != columns;
    rows->columns = rows->columns != 0 ? rows->columns : columns;
}

static void count_rows(EzPreflight *p, EzRows *rows, qpdf_oh above, bool group)
{
    qpdf_oh kids = ez_doc_get(p->doc, above, "/K");
    int count = qpdf_oh_is_array(p->doc->q, kids) ? ez_doc_items(p->doc, kids) : 1;
    for (int i = 0; i < count; i++) {
        qpdf_oh kid = qpdf_oh_is_array(p->doc->q, kids) ? ez_doc_item(p->doc, kids, i) : kids;
        if (has_role(p, kid, "/TR"))
            count_row(p, rows, kid);
        else if (!group && (has_role(p, kid, "/THead") || has_role(p, kid, "/TBody") ||
                            has_role(p, kid, "/TFoot")))
            count_rows(p, rows, kid, true);
    }
}

void ez_tag_check_rows(EzPreflight *p, const EzTag *tag)
{
    if (!is(tag, "Table"))
        return;
    g_autofree EzRows *rows = g_new0(EzRows, 1);
    count_rows(p, rows, tag->object, false);
    if (rows->uneven)
        ez_preflight_find(p, EZ_RULE_TAG_ROWS, NULL, NULL);
}

// ---- texts ----------------------------------------------------------------------

// A name as BCP 47 builds it: letters, then letters and digits, of 1 to 8, with hyphens between.
static bool is_language(const char *name)
{
    int length = 0;
    bool first = true;
    for (; *name != '\0'; name++) {
        if (*name == '-') {
            if (length == 0)
                return false;
            first = false;
            length = 0;
        } else if (!(first ? g_ascii_isalpha(*name) : g_ascii_isalnum(*name)) || ++length > 8) {
            return false;
        }
    }
    return length > 0;
}

void ez_tag_check_language(EzPreflight *p, qpdf_oh language)
{
    const char *name = ez_preflight_text(p, language);
    if (name != NULL && !is_language(name))
        ez_preflight_find(p, EZ_RULE_TAG_LANGUAGE, NULL, "%s", name);
}

static void check_figure(EzPreflight *p, const EzTag *tag)
{
    if (ez_preflight_text(p, ez_doc_get(p->doc, tag->object, "/Alt")) == NULL &&
        ez_preflight_text(p, ez_doc_get(p->doc, tag->object, "/ActualText")) == NULL)
        ez_preflight_find(p, EZ_RULE_TAG_FIGURE, NULL, "%s", tag->role->name);
}

static void check_note(EzPreflight *p, const EzTag *tag)
{
    const char *id = ez_preflight_text(p, ez_doc_get(p->doc, tag->object, "/ID"));
    if (id == NULL || !g_hash_table_add(p->tags->notes, g_strdup(id)))
        ez_preflight_find(p, EZ_RULE_TAG_NOTE, NULL, NULL);
}

static void check_heading(EzPreflight *p, const EzTag *tag)
{
    EzTags *tags = p->tags;
    const char *name = tag->role->name;
    int level = name[1] != '\0' ? name[1] - '0' : 0;
    tags->plain_headings |= level == 0;
    tags->levelled_headings |= level != 0;
    if (tags->plain_headings && tags->levelled_headings)
        ez_preflight_find(p, EZ_RULE_TAG_HEADINGS, NULL, NULL);
    if (level > tags->heading + 1)
        ez_preflight_find(p, EZ_RULE_TAG_HEADING, NULL, "%s", name);
    tags->heading = level != 0 ? level : tags->heading;
}

static bool is_heading(const char *name)
{
    return name[0] == 'H' && (name[1] == '\0' || g_ascii_isdigit(name[1]));
}

void ez_tag_check(EzPreflight *p, const EzTag *tag)
{
    check_place(p, tag);
    ez_tag_check_language(p, ez_doc_get(p->doc, tag->object, "/Lang"));
    if (tag->role == NULL)
        return;
    if (is(tag, "Figure") || is(tag, "Formula"))
        check_figure(p, tag);
    if (is(tag, "Note"))
        check_note(p, tag);
    if (is_heading(tag->role->name))
        check_heading(p, tag);
    if (is(tag, "TH") && qpdf_oh_is_null(p->doc->q, attribute(p, tag->object, "/Scope")) &&
        qpdf_oh_is_null(p->doc->q, attribute(p, tag->object, "/Headers")))
        ez_preflight_find(p, EZ_RULE_TAG_SCOPE, NULL, NULL);
}
