// SPDX-License-Identifier: EUPL-1.2
// The tags of a file (ISO 32000-1, 14.7 and 14.8): the tree, and that it and the pages lead to each other.
#include "print/preflight_tags-private.h"

#include <string.h>

enum { DEEPEST = 100, ROLES_DEEP = 16, NUMBERS_DEEP = 32, ARRAY_MOST = 1000000 };

// ---- roles ----------------------------------------------------------------------

static const EzTagRole roles[] = {
#define LIST     EZ_RULE_TAG_LIST
#define TABLE    EZ_RULE_TAG_TABLE
#define CONTENTS EZ_RULE_TAG_CONTENTS
    {"Document", NULL, NULL, 0},
    {"Part", NULL, NULL, 0},
    {"Art", NULL, NULL, 0},
    {"Sect", NULL, NULL, 0},
    {"Div", NULL, NULL, 0},
    {"BlockQuote", NULL, NULL, 0},
    {"Caption", NULL, NULL, 0},
    {"Index", NULL, NULL, 0},
    {"NonStruct", NULL, NULL, 0},
    {"Private", NULL, NULL, 0},
    {"P", NULL, NULL, 0},
    {"H", NULL, NULL, 0},
    {"H1", NULL, NULL, 0},
    {"H2", NULL, NULL, 0},
    {"H3", NULL, NULL, 0},
    {"H4", NULL, NULL, 0},
    {"H5", NULL, NULL, 0},
    {"H6", NULL, NULL, 0},
    {"TOC", NULL, " TOC TOCI Caption ", CONTENTS},
    {"TOCI", " TOC ", NULL, CONTENTS},
    {"L", NULL, " L LI Caption ", LIST},
    {"LI", " L ", " Lbl LBody ", LIST},
    {"Lbl", NULL, NULL, 0},
    {"LBody", " LI ", NULL, LIST},
    {"Table", NULL, " TR THead TBody TFoot Caption ", TABLE},
    {"THead", " Table ", " TR ", TABLE},
    {"TBody", " Table ", " TR ", TABLE},
    {"TFoot", " Table ", " TR ", TABLE},
    {"TR", " Table THead TBody TFoot ", " TH TD ", TABLE},
    {"TH", " TR ", NULL, TABLE},
    {"TD", " TR ", NULL, TABLE},
    {"Span", NULL, NULL, 0},
    {"Quote", NULL, NULL, 0},
    {"Note", NULL, NULL, 0},
    {"Reference", NULL, NULL, 0},
    {"BibEntry", NULL, NULL, 0},
    {"Code", NULL, NULL, 0},
    {"Link", NULL, NULL, 0},
    {"Annot", NULL, NULL, 0},
    {"Ruby", NULL, NULL, 0},
    {"RB", NULL, NULL, 0},
    {"RT", NULL, NULL, 0},
    {"RP", NULL, NULL, 0},
    {"Warichu", NULL, NULL, 0},
    {"WT", NULL, NULL, 0},
    {"WP", NULL, NULL, 0},
    {"Figure", NULL, NULL, 0},
    {"Formula", NULL, NULL, 0},
    {"Form", NULL, NULL, 0},
};

static const EzTagRole *standard_role(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(roles); i++)
        if (strcmp(roles[i].name, name) == 0)
            return &roles[i];
    return NULL;
}

// The standard role that a tag's name stands for, through the map of the file; NULL when none.
static const EzTagRole *role_of(EzPreflight *p, qpdf_oh name)
{
    for (int i = 0; i < ROLES_DEEP && qpdf_oh_is_name(p->doc->q, name); i++) {
        const char *called = qpdf_oh_get_name(p->doc->q, name);
        const EzTagRole *role = standard_role(called + 1);
        if (role != NULL)
            return role;
        qpdf_oh tree = ez_doc_get(p->doc, qpdf_get_root(p->doc->q), "/StructTreeRoot");
        name = ez_doc_get(p->doc, ez_doc_get(p->doc, tree, "/RoleMap"), called);
    }
    return NULL;
}

static void check_map(EzPreflight *p, qpdf_oh tree)
{
    g_auto(GStrv) keys = ez_doc_keys(p->doc, ez_doc_get(p->doc, tree, "/RoleMap"));
    for (int i = 0; keys[i] != NULL; i++)
        if (standard_role(keys[i] + 1) != NULL)
            ez_preflight_find(p, EZ_RULE_TAG_REMAPPED, NULL, "%s", keys[i] + 1);
}

// ---- the way back ---------------------------------------------------------------

static void read_parents(EzPreflight *p, qpdf_oh array, int key)
{
    GArray *ids = g_array_new(FALSE, FALSE, sizeof(int));
    int count = MIN(ez_doc_items(p->doc, array), ARRAY_MOST);
    for (int i = 0; i < count; i++) {
        int id = qpdf_oh_get_object_id(p->doc->q, ez_doc_item(p->doc, array, i));
        g_array_append_val(ids, id);
    }
    if (!qpdf_oh_is_array(p->doc->q, array)) {
        int id = qpdf_oh_get_object_id(p->doc->q, array);
        g_array_append_val(ids, id);
    }
    g_hash_table_insert(p->tags->parents, GINT_TO_POINTER(key), ids);
}

static void read_numbers(EzPreflight *p, qpdf_oh node, int depth)
{
    int id = qpdf_oh_get_object_id(p->doc->q, node);
    if (depth > NUMBERS_DEEP ||
        (id != 0 && !g_hash_table_add(p->tags->numbers, GINT_TO_POINTER(id))))
        return;
    qpdf_oh numbers = ez_doc_get(p->doc, node, "/Nums"),
            kids = ez_doc_get(p->doc, node, "/Kids");
    for (int i = 0; i + 1 < ez_doc_items(p->doc, numbers); i += 2)
        read_parents(p, ez_doc_item(p->doc, numbers, i + 1),
                     (int)ez_doc_number(p->doc, ez_doc_item(p->doc, numbers, i), -1));
    for (int i = 0; i < ez_doc_items(p->doc, kids); i++)
        read_numbers(p, ez_doc_item(p->doc, kids, i), depth + 1);
}

int ez_tag_parent(EzPreflight *p, int key, int item)
{
    const GArray *ids = g_hash_table_lookup(p->tags->parents, GINT_TO_POINTER(key));
    bool has = ids != NULL && item >= 0 && item < (int)ids->len;
    return has ? g_array_index(ids, int, item) : 0;
}

// ---- the tree -------------------------------------------------------------------

static void own_mark(EzTags *tags, int owner, int mark, int tag)
{
    GHashTable *marks = g_hash_table_lookup(tags->owned, GINT_TO_POINTER(owner));
    if (marks == NULL) {
        marks = g_hash_table_new(NULL, NULL);
        g_hash_table_insert(tags->owned, GINT_TO_POINTER(owner), marks);
    }
    g_hash_table_insert(marks, GINT_TO_POINTER(mark), GINT_TO_POINTER(tag));
}

static void read_mark(EzPreflight *p, const EzTag *tag, qpdf_oh kid)
{
    qpdf_oh page = ez_doc_get(p->doc, kid, "/Pg"), stream = ez_doc_get(p->doc, kid, "/Stm");
    int owner = qpdf_oh_get_object_id(p->doc->q, page);
    int form = qpdf_oh_get_object_id(p->doc->q, stream);
    own_mark(p->tags,
             form != 0    ? form
             : owner != 0 ? owner
                          : tag->page,
             (int)ez_doc_number(p->doc, ez_doc_get(p->doc, kid, "/MCID"), -1), tag->id);
}

static void read_object(EzPreflight *p, const EzTag *tag, qpdf_oh kid)
{
    int id = qpdf_oh_get_object_id(p->doc->q, ez_doc_get(p->doc, kid, "/Obj"));
    g_hash_table_insert(p->tags->objects, GINT_TO_POINTER(id), GINT_TO_POINTER(tag->id));
    g_hash_table_insert(p->tags->object_roles, GINT_TO_POINTER(id),
                        (void *)(tag->role != NULL ? tag->role->name : ""));
}

static void walk(EzPreflight *p, qpdf_oh object, const EzTag *above);

static void read_kid(EzPreflight *p, const EzTag *tag, qpdf_oh kid)
{
    if (qpdf_oh_is_integer(p->doc->q, kid)) {
        own_mark(p->tags, tag->page, (int)ez_doc_number(p->doc, kid, -1), tag->id);
        return;
    }
    qpdf_oh type = ez_doc_get(p->doc, kid, "/Type");
    if (ez_doc_is(p->doc, type, "/MCR"))
        read_mark(p, tag, kid);
    else if (ez_doc_is(p->doc, type, "/OBJR"))
        read_object(p, tag, kid);
    else
        walk(p, kid, tag);
}

static void read_kids(EzPreflight *p, const EzTag *tag)
{
    qpdf_oh kids = ez_doc_get(p->doc, tag->object, "/K");
    int count = ez_doc_items(p->doc, kids);
    if (qpdf_oh_is_null(p->doc->q, kids) || (qpdf_oh_is_array(p->doc->q, kids) && count == 0)) {
        bool cell = tag->role != NULL &&
                    (strcmp(tag->role->name, "TD") == 0 || strcmp(tag->role->name, "TH") == 0);
        if (!cell)
            ez_preflight_find(p, EZ_RULE_TAG_EMPTY, NULL, "%s",
                              tag->role != NULL ? tag->role->name : "?");
    } else if (!qpdf_oh_is_array(p->doc->q, kids)) {
        read_kid(p, tag, kids);
    }
    for (int i = 0; i < count; i++)
        read_kid(p, tag, ez_doc_item(p->doc, kids, i));
}

static void find_role(EzPreflight *p, EzTag *tag)
{
    qpdf_oh name = ez_doc_get(p->doc, tag->object, "/S");
    tag->role = role_of(p, name);
    if (tag->role == NULL)
        ez_preflight_find(
            p, EZ_RULE_TAG_ROLE, NULL, "%s",
            qpdf_oh_is_name(p->doc->q, name) ? qpdf_oh_get_name(p->doc->q, name) + 1 : "?");
}

static void check_above(EzPreflight *p, const EzTag *tag)
{
    int named = qpdf_oh_get_object_id(p->doc->q, ez_doc_get(p->doc, tag->object, "/P"));
    if (named == 0 || (tag->above != NULL && tag->above->id != 0 && named != tag->above->id))
        ez_preflight_find(p, EZ_RULE_TAG_ABOVE, NULL, "%s",
                          tag->role != NULL ? tag->role->name : "?");
}

static void walk(EzPreflight *p, qpdf_oh object, const EzTag *above)
{
    if (!qpdf_oh_is_dictionary(p->doc->q, object))
        return;
    EzTag tag = {
        .object = object, .above = above, .depth = above != NULL ? above->depth + 1 : 0};
    tag.id = qpdf_oh_get_object_id(p->doc->q, object);
    tag.page = qpdf_oh_get_object_id(p->doc->q, ez_doc_get(p->doc, object, "/Pg"));
    if (tag.page == 0 && above != NULL)
        tag.page = above->page;
    int number =
        GPOINTER_TO_INT(g_hash_table_lookup(p->tags->pages, GINT_TO_POINTER(tag.page)));
    p->number = number;
    if (tag.depth > DEEPEST ||
        (tag.id != 0 && !g_hash_table_add(p->tags->seen, GINT_TO_POINTER(tag.id)))) {
        ez_preflight_find(p, EZ_RULE_TAG_LIMIT, NULL, NULL);
        return;
    }
    find_role(p, &tag);
    check_above(p, &tag);
    ez_tag_check(p, &tag);
    read_kids(p, &tag);
    p->number = number;
    ez_tag_check_rows(p, &tag);
}

static void walk_tree(EzPreflight *p, qpdf_oh tree)
{
    qpdf_oh kids = ez_doc_get(p->doc, tree, "/K");
    if (!qpdf_oh_is_array(p->doc->q, kids))
        walk(p, kids, NULL);
    for (int i = 0; i < ez_doc_items(p->doc, kids); i++)
        walk(p, ez_doc_item(p->doc, kids, i), NULL);
    p->number = 0;
}

static EzTags *new_tags(EzPreflight *p)
{
    EzTags *tags = g_new0(EzTags, 1);
    tags->owned = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
    tags->parents = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
    tags->seen = g_hash_table_new(NULL, NULL);
    tags->numbers = g_hash_table_new(NULL, NULL);
    tags->objects = g_hash_table_new(NULL, NULL);
    tags->object_roles = g_hash_table_new(NULL, NULL);
    tags->met = g_hash_table_new(NULL, NULL);
    tags->notes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    tags->pages = g_hash_table_new(NULL, NULL);
    for (int i = 0; i < p->report->pages; i++) {
        int id = qpdf_oh_get_object_id(p->doc->q, qpdf_get_page_n(p->doc->q, (size_t)i));
        g_hash_table_insert(tags->pages, GINT_TO_POINTER(id), GINT_TO_POINTER(i + 1));
    }
    return tags;
}

void ez_preflight_tags_free(EzTags *tags)
{
    if (tags == NULL)
        return;
    GHashTable *all[] = {tags->owned,   tags->parents, tags->seen,
                         tags->numbers, tags->objects, tags->object_roles,
                         tags->met,     tags->notes,   tags->pages};
    for (size_t i = 0; i < G_N_ELEMENTS(all); i++)
        g_hash_table_unref(all[i]);
    g_free(tags);
}

void ez_preflight_tags(EzPreflight *p)
{
    qpdf_oh root = qpdf_get_root(p->doc->q), info = ez_doc_get(p->doc, root, "/MarkInfo");
    qpdf_oh tree = ez_doc_get(p->doc, root, "/StructTreeRoot");
    p->tags = new_tags(p);
    if (!ez_graphics_true(p->doc, ez_doc_get(p->doc, info, "/Marked")))
        ez_preflight_find(p, EZ_RULE_TAG_MARKED, NULL, NULL);
    if (ez_graphics_true(p->doc, ez_doc_get(p->doc, info, "/Suspects")))
        ez_preflight_find(p, EZ_RULE_TAG_SUSPECTS, NULL, NULL);
    ez_tag_check_language(p, ez_doc_get(p->doc, root, "/Lang"));
    if (!qpdf_oh_is_dictionary(p->doc->q, tree)) {
        ez_preflight_find(p, EZ_RULE_TAG_TREE, NULL, NULL);
        return;
    }
    check_map(p, tree);
    read_numbers(p, ez_doc_get(p->doc, tree, "/ParentTree"), 0);
    walk_tree(p, tree);
}
