// SPDX-License-Identifier: EUPL-1.2
// A page beside the tree: its marks, what is painted outside of them, and the links and fields on it.
#include "print/preflight_tags-private.h"

#include <string.h>

enum { HIDDEN = 2, PRINTED = 4 };

static bool is_judged(const EzPreflight *p)
{
    return p->tags != NULL;
}

// ---- marks ----------------------------------------------------------------------

void ez_preflight_tags_painted(EzPreflight *p, const EzPainted *painted)
{
    if (is_judged(p) && painted->mark == EZ_MARK_NONE && !painted->tile)
        ez_preflight_find(p, EZ_RULE_TAG_UNMARKED, painted->box, NULL);
}

static int tree_key(EzPreflight *p, qpdf_oh holder)
{
    return (int)ez_doc_number(p->doc, ez_doc_get(p->doc, holder, "/StructParents"), -1);
}

// The key that the page or the form has in the ParentTree.
static int key_of(EzPreflight *p, int form)
{
    return form != 0 ? tree_key(p, qpdf_get_object_by_id(p->doc->q, form, 0)) : p->tags->key;
}

static int owner_of(EzPreflight *p, const EzMarked *marked)
{
    int owner = marked->form != 0 ? marked->form : p->page.id;
    GHashTable *marks = g_hash_table_lookup(p->tags->owned, GINT_TO_POINTER(owner));
    return marks != NULL
               ? GPOINTER_TO_INT(g_hash_table_lookup(marks, GINT_TO_POINTER(marked->number)))
               : 0;
}

void ez_preflight_tags_marked(EzPreflight *p, const EzMarked *marked)
{
    if (!is_judged(p))
        return;
    if (marked->within != EZ_MARK_NONE &&
        (marked->within != marked->kind || marked->kind == EZ_MARK_TAGGED))
        ez_preflight_find(p, EZ_RULE_TAG_NESTED, NULL, NULL);
    if (marked->kind != EZ_MARK_TAGGED)
        return;
    int tag = owner_of(p, marked);
    if (marked->form == 0)
        g_hash_table_add(p->tags->met, GINT_TO_POINTER(marked->number));
    if (tag == 0)
        ez_preflight_find(p, EZ_RULE_TAG_LOST, NULL, NULL);
    else if (ez_tag_parent(p, key_of(p, marked->form), marked->number) != tag)
        ez_preflight_find(p, EZ_RULE_TAG_PARENT, NULL, NULL);
}

void ez_preflight_tags_end(EzPreflight *p)
{
    if (!is_judged(p))
        return;
    GHashTable *marks = g_hash_table_lookup(p->tags->owned, GINT_TO_POINTER(p->page.id));
    GHashTableIter iter;
    void *mark;
    int absent = 0;
    g_hash_table_iter_init(&iter, marks != NULL ? marks : p->tags->met);
    while (g_hash_table_iter_next(&iter, &mark, NULL))
        absent += !g_hash_table_contains(p->tags->met, mark);
    if (absent > 0)
        ez_preflight_find(p, EZ_RULE_TAG_ABSENT, NULL, NULL);
}

// ---- links and fields -----------------------------------------------------------

// The text of a field may stand with the field that it is a part of.
static bool has_name(EzPreflight *p, qpdf_oh widget)
{
    qpdf_oh above = ez_doc_get(p->doc, widget, "/Parent");
    return ez_preflight_text(p, ez_doc_get(p->doc, widget, "/TU")) != NULL ||
           ez_preflight_text(p, ez_doc_get(p->doc, above, "/TU")) != NULL;
}

static void check_in_tag(EzPreflight *p, qpdf_oh one, const char *wanted, const double *box)
{
    void *id = GINT_TO_POINTER(qpdf_oh_get_object_id(p->doc->q, one));
    int tag = GPOINTER_TO_INT(g_hash_table_lookup(p->tags->objects, id));
    const char *role = g_hash_table_lookup(p->tags->object_roles, id);
    int key = (int)ez_doc_number(p->doc, ez_doc_get(p->doc, one, "/StructParent"), -1);
    if (g_strcmp0(role, wanted) != 0)
        ez_preflight_find(p, EZ_RULE_ANNOTATION_TAG, box, "%s", wanted);
    else if (tag == 0 || ez_tag_parent(p, key, 0) != tag)
        ez_preflight_find(p, EZ_RULE_TAG_PARENT, box, "%s", wanted);
}

typedef struct AnnotationKind {
    const char *subtype, *role;
    EzRule text;
} AnnotationKind;

static const AnnotationKind annotation_kinds[] = {
    {"/Link", "Link", EZ_RULE_LINK_TEXT},
    {"/Widget", "Form", EZ_RULE_FIELD_NAME},
    {NULL, "Annot", EZ_RULE_NOTE_TEXT},
};

static const AnnotationKind *kind_of(EzPreflight *p, qpdf_oh one)
{
    const AnnotationKind *kind = annotation_kinds;
    while (kind->subtype != NULL &&
           !ez_doc_is(p->doc, ez_doc_get(p->doc, one, "/Subtype"), kind->subtype))
        kind++;
    return kind;
}

static bool is_left_out(EzPreflight *p, qpdf_oh one, int flags)
{
    qpdf_oh subtype = ez_doc_get(p->doc, one, "/Subtype");
    return (flags & HIDDEN) != 0 || ez_doc_is(p->doc, subtype, "/Popup") ||
           ez_doc_is(p->doc, subtype, "/PrinterMark") || ez_doc_is(p->doc, subtype, "/TrapNet");
}

static bool check_annotation(EzPreflight *p, qpdf_oh one)
{
    int flags = (int)ez_doc_number(p->doc, ez_doc_get(p->doc, one, "/F"), 0);
    double box[4] = {0};
    const AnnotationKind *kind = kind_of(p, one);
    if (is_left_out(p, one, flags))
        return false;
    bool placed = ez_doc_box(p->doc, ez_doc_get(p->doc, one, "/Rect"), box);
    const double *where = placed ? box : NULL;
    bool told = kind->text == EZ_RULE_FIELD_NAME
                    ? has_name(p, one)
                    : ez_preflight_text(p, ez_doc_get(p->doc, one, "/Contents")) != NULL;
    if (!told)
        ez_preflight_find(p, kind->text, where, NULL);
    if ((flags & PRINTED) == 0)
        ez_preflight_find(p, EZ_RULE_ANNOTATION_PRINT, where, NULL);
    check_in_tag(p, one, kind->role, where);
    return true;
}

void ez_preflight_tags_page(EzPreflight *p)
{
    if (!is_judged(p))
        return;
    qpdf_oh list = ez_doc_get(p->doc, p->page.object, "/Annots");
    bool any = false;
    g_hash_table_remove_all(p->tags->met);
    p->tags->key = tree_key(p, p->page.object);
    for (int i = 0; i < ez_doc_items(p->doc, list); i++)
        any |= check_annotation(p, ez_doc_item(p->doc, list, i));
    if (any && !ez_doc_is(p->doc, ez_doc_get(p->doc, p->page.object, "/Tabs"), "/S"))
        ez_preflight_find(p, EZ_RULE_ANNOTATION_ORDER, NULL, NULL);
}
