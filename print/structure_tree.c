// SPDX-License-Identifier: EUPL-1.2
#include "print/structure_tree.h"

#include "engine/base/units.h"

// A child of an element on its way: an element, or the Form of a field.
typedef struct Extra {
    int element, before;
    int object;
} Extra;

struct EzTree {
    EzDoc *doc;
    const EzStructure *structure;
    int document;        // object number of the Document
    GArray *objects;     // of int: the object of each element
    GArray *annotations; // of int: the element that each annotation belongs to
    GArray *extras;      // of Extra, in the order in which they are heard
};

static qpdf_oh object_at(const EzTree *tree, int number)
{
    return qpdf_get_object_by_id(tree->doc->q, number, 0);
}

static qpdf_oh element_at(const EzTree *tree, int element)
{
    return object_at(tree, g_array_index(tree->objects, int, element));
}

static int number_of(const EzTree *tree, qpdf_oh object)
{
    return qpdf_oh_get_object_id(tree->doc->q, object);
}

static qpdf_oh name(const EzTree *tree, const char *plain)
{
    char full[64];
    g_snprintf(full, sizeof full, "/%s", plain);
    return qpdf_oh_new_name(tree->doc->q, full);
}

static qpdf_oh page_at(const EzTree *tree, int page)
{
    return qpdf_get_page_n(tree->doc->q, (size_t)page);
}

// ---- elements ------------------------------------------------------------------

static int make_element(EzTree *tree, const char *role, qpdf_oh parent)
{
    qpdf_data q = tree->doc->q;
    qpdf_oh element = qpdf_oh_new_dictionary(q);
    qpdf_oh_replace_key(q, element, "/S", name(tree, role));
    qpdf_oh_replace_key(q, element, "/P", parent);
    return number_of(tree, qpdf_make_indirect_object(q, element));
}

static void describe(EzTree *tree, int object, const EzElement *from)
{
    qpdf_oh element = object_at(tree, object);
    if (from->attributes != NULL)
        ez_doc_put(tree->doc, element, "/A", ez_doc_parse(tree->doc, "%s", from->attributes));
    if (from->language != NULL)
        ez_doc_put(tree->doc, element, "/Lang", ez_doc_text(tree->doc, from->language));
    if (from->alt != NULL)
        ez_doc_put(tree->doc, element, "/Alt", ez_doc_text(tree->doc, from->alt));
    if (from->actual != NULL)
        ez_doc_put(tree->doc, element, "/ActualText", ez_doc_text(tree->doc, from->actual));
}

static qpdf_oh parent_of(const EzTree *tree, const EzElement *element)
{
    return element->parent >= 0 ? element_at(tree, element->parent)
                                : object_at(tree, tree->document);
}

static void make_elements(EzTree *tree)
{
    for (int i = 0; i < ez_structure_element_count(tree->structure); i++) {
        const EzElement *from = ez_structure_element(tree->structure, i);
        int object = make_element(tree, from->role, parent_of(tree, from));
        describe(tree, object, from);
        g_array_append_val(tree->objects, object);
        if (i % 256 == 0)
            ez_doc_release(tree->doc);
    }
}

EzTree *ez_tree_new(EzDoc *doc, const EzStructure *structure)
{
    EzTree *tree = g_new0(EzTree, 1);
    *tree = (EzTree){.doc = doc, .structure = structure};
    tree->objects = g_array_new(FALSE, FALSE, sizeof(int));
    tree->annotations = g_array_new(FALSE, FALSE, sizeof(int));
    tree->extras = g_array_new(FALSE, FALSE, sizeof(Extra));
    qpdf_oh root =
        ez_doc_indirect(doc, ez_doc_parse(doc, "<< /Type /StructTreeRoot "
                                               "/RoleMap << /Strong /Span /Em /Span >> >>"));
    tree->document = make_element(tree, "Document", root);
    ez_doc_put(doc, root, "/K", object_at(tree, tree->document));
    ez_doc_put(doc, qpdf_get_root(doc->q), "/StructTreeRoot", root);
    make_elements(tree);
    return tree;
}

void ez_tree_free(EzTree *tree)
{
    if (tree == NULL)
        return;
    g_array_unref(tree->objects);
    g_array_unref(tree->annotations);
    g_array_unref(tree->extras);
    g_free(tree);
}

// ---- what is on a page ---------------------------------------------------------

// The annotation is heard within the element, by way of a reference among its children.
static qpdf_oh refer(EzTree *tree, qpdf_oh annotation, int owner, qpdf_oh page)
{
    qpdf_data q = tree->doc->q;
    int key = ez_structure_page_count(tree->structure) + (int)tree->annotations->len;
    ez_doc_put(tree->doc, annotation, "/StructParent", qpdf_oh_new_integer(q, key));
    g_array_append_val(tree->annotations, owner);
    qpdf_oh reference = ez_doc_parse(tree->doc, "<< /Type /OBJR >>");
    ez_doc_put(tree->doc, reference, "/Obj", annotation);
    ez_doc_put(tree->doc, reference, "/Pg", page);
    return reference;
}

static void append_annotation(EzTree *tree, qpdf_oh page, qpdf_oh annotation)
{
    qpdf_oh all = ez_doc_get(tree->doc, page, "/Annots");
    if (!qpdf_oh_is_array(tree->doc->q, all)) {
        all = qpdf_oh_new_array(tree->doc->q);
        ez_doc_put(tree->doc, page, "/Annots", all);
        all = ez_doc_get(tree->doc, page, "/Annots");
    }
    qpdf_oh_append_item(tree->doc->q, all, annotation);
}

qpdf_oh ez_tree_box(EzTree *tree, int page, EzRect rect)
{
    double height = ez_structure_page(tree->structure, page)->height;
    double corners[] = {rect.x, height - rect.y - rect.height, rect.x + rect.width,
                        height - rect.y};
    qpdf_oh box = qpdf_oh_new_array(tree->doc->q);
    for (int i = 0; i < 4; i++) {
        char number[G_ASCII_DTOSTR_BUF_SIZE];
        g_ascii_formatd(number, sizeof number, "%.3f", corners[i] / EZ_MM_PER_PT);
        qpdf_oh_append_item(tree->doc->q, box,
                            qpdf_oh_new_real_from_string(tree->doc->q, number));
    }
    return box;
}

// A link is an annotation for each of its lines.
static void add_links(EzTree *tree, const EzElement *leaf, int object, qpdf_oh kids)
{
    const EzStructureLink *link = ez_structure_link(tree->structure, leaf->link);
    qpdf_oh page = page_at(tree, leaf->page);
    for (int i = 0; i < link->n_rects; i++) {
        qpdf_oh annotation = ez_doc_indirect(
            tree->doc, ez_doc_parse(tree->doc, "<< /Type /Annot /Subtype /Link /Border [0 0 0] "
                                               "/F 4 /A << /S /URI >> >>"));
        ez_doc_put(tree->doc, annotation, "/Rect",
                   ez_tree_box(tree, leaf->page, link->rects[i]));
        ez_doc_put(tree->doc, annotation, "/Contents", ez_doc_text(tree->doc, link->name));
        ez_doc_put(tree->doc, ez_doc_get(tree->doc, annotation, "/A"), "/URI",
                   qpdf_oh_new_string(tree->doc->q, link->address));
        append_annotation(tree, page, annotation);
        qpdf_oh_append_item(tree->doc->q, kids, refer(tree, annotation, object, page));
    }
}

static void fill_leaf(EzTree *tree, const EzElement *leaf, int object, qpdf_oh page)
{
    qpdf_data q = tree->doc->q;
    qpdf_oh element = object_at(tree, object), mark = qpdf_oh_new_integer(q, leaf->mark);
    ez_doc_put(tree->doc, element, "/Pg", page);
    if (leaf->link < 0) {
        ez_doc_put(tree->doc, element, "/K", mark);
        return;
    }
    qpdf_oh kids = qpdf_oh_new_array(q);
    qpdf_oh_append_item(q, kids, mark);
    add_links(tree, leaf, object, kids);
    ez_doc_put(tree->doc, element, "/K", kids);
}

void ez_tree_page(EzTree *tree, int page)
{
    qpdf_data q = tree->doc->q;
    qpdf_oh at = page_at(tree, page);
    qpdf_oh_remove_key(q, at, "/Annots");
    for (int i = 0; i < ez_structure_page(tree->structure, page)->n_leaves; i++) {
        int element = ez_structure_leaf(tree->structure, page, i);
        int object = g_array_index(tree->objects, int, element);
        fill_leaf(tree, ez_structure_element(tree->structure, element), object, at);
    }
    ez_doc_put(tree->doc, at, "/StructParents", qpdf_oh_new_integer(q, page));
    ez_doc_put(tree->doc, at, "/Tabs", name(tree, "S"));
}

void ez_tree_field(EzTree *tree, int element, int before, int page, qpdf_oh annotation)
{
    qpdf_oh at = page_at(tree, page);
    int object = make_element(tree, "Form", element_at(tree, element));
    Extra extra = {element, before, object};
    qpdf_oh form = object_at(tree, object);
    ez_doc_put(tree->doc, form, "/Pg", at);
    ez_doc_put(tree->doc, form, "/K", refer(tree, annotation, object, at));
    append_annotation(tree, at, annotation);
    g_array_append_val(tree->extras, extra);
}

// ---- closing -------------------------------------------------------------------

static void append_child(EzTree *tree, qpdf_oh parent, int object)
{
    qpdf_data q = tree->doc->q;
    qpdf_oh kids = ez_doc_get(tree->doc, parent, "/K");
    if (!qpdf_oh_is_array(q, kids)) {
        ez_doc_put(tree->doc, parent, "/K", qpdf_oh_new_array(q));
        kids = ez_doc_get(tree->doc, parent, "/K");
    }
    qpdf_oh_append_item(q, kids, object_at(tree, object));
}

// Puts the Forms that are heard before this element into their groups. The next one.
static guint append_extras(EzTree *tree, guint next, int before)
{
    for (; next < tree->extras->len; next++) {
        const Extra *extra = &g_array_index(tree->extras, Extra, next);
        if (extra->before > before)
            break;
        append_child(tree, element_at(tree, extra->element), extra->object);
    }
    return next;
}

static void join_elements(EzTree *tree)
{
    guint extra = 0;
    int count = ez_structure_element_count(tree->structure);
    for (int i = 0; i < count; i++) {
        extra = append_extras(tree, extra, i);
        const EzElement *from = ez_structure_element(tree->structure, i);
        append_child(tree, parent_of(tree, from), g_array_index(tree->objects, int, i));
        if (i % 256 == 0)
            ez_doc_release(tree->doc);
    }
    append_extras(tree, extra, G_MAXINT);
}

// The elements of the page's marks, in a list.
static qpdf_oh marks_of(const EzTree *tree, int page)
{
    qpdf_data q = tree->doc->q;
    qpdf_oh marks = qpdf_oh_new_array(q);
    for (int i = 0; i < ez_structure_page(tree->structure, page)->n_leaves; i++)
        qpdf_oh_append_item(q, marks,
                            element_at(tree, ez_structure_leaf(tree->structure, page, i)));
    return marks;
}

static void append_entry(EzTree *tree, qpdf_oh entries, int key, qpdf_oh entry)
{
    qpdf_oh_append_item(tree->doc->q, entries, qpdf_oh_new_integer(tree->doc->q, key));
    qpdf_oh_append_item(tree->doc->q, entries, entry);
}

static void make_parent_tree(EzTree *tree)
{
    EzDoc *doc = tree->doc;
    int pages = ez_structure_page_count(tree->structure);
    qpdf_oh root = ez_doc_get(doc, qpdf_get_root(doc->q), "/StructTreeRoot");
    qpdf_oh entries = qpdf_oh_new_array(doc->q), parents = qpdf_oh_new_dictionary(doc->q);
    for (int page = 0; page < pages; page++)
        append_entry(tree, entries, page, marks_of(tree, page));
    for (guint i = 0; i < tree->annotations->len; i++)
        append_entry(tree, entries, pages + (int)i,
                     object_at(tree, g_array_index(tree->annotations, int, i)));
    ez_doc_put(doc, parents, "/Nums", entries);
    ez_doc_put(doc, root, "/ParentTree", ez_doc_indirect(doc, parents));
    ez_doc_put(doc, root, "/ParentTreeNextKey",
               qpdf_oh_new_integer(doc->q, pages + (int)tree->annotations->len));
}

// ---- the outline ---------------------------------------------------------------

// An open entry of each level, and the last child of each.
typedef struct Outline {
    int entry[4], last[4], count[4];
} Outline;

static int make_entry(EzTree *tree, const EzHeading *heading, int parent, int before)
{
    EzDoc *doc = tree->doc;
    qpdf_oh entry = qpdf_oh_new_dictionary(doc->q), goal = qpdf_oh_new_array(doc->q);
    qpdf_oh_append_item(doc->q, goal, page_at(tree, heading->page));
    qpdf_oh_append_item(doc->q, goal, name(tree, "Fit"));
    ez_doc_put(doc, entry, "/Title", ez_doc_text(doc, heading->words));
    ez_doc_put(doc, entry, "/Dest", goal);
    ez_doc_put(doc, entry, "/Parent", object_at(tree, parent));
    if (before > 0)
        ez_doc_put(doc, entry, "/Prev", object_at(tree, before));
    int number = number_of(tree, ez_doc_indirect(doc, entry));
    if (before > 0)
        ez_doc_put(doc, object_at(tree, before), "/Next", object_at(tree, number));
    else
        ez_doc_put(doc, object_at(tree, parent), "/First", object_at(tree, number));
    return number;
}

static void end_level(EzTree *tree, Outline *outline, int level)
{
    if (outline->count[level] == 0)
        return;
    qpdf_oh above = object_at(tree, outline->entry[level - 1]);
    ez_doc_put(tree->doc, above, "/Last", object_at(tree, outline->last[level]));
    ez_doc_put(tree->doc, above, "/Count",
               qpdf_oh_new_integer(tree->doc->q,
                                   level > 1 ? -outline->count[level] : outline->count[level]));
    outline->count[level] = outline->last[level] = 0;
}

// Headings of a level that is skipped stand below the nearest above.
static void add_entry(EzTree *tree, Outline *outline, const EzHeading *heading)
{
    int level = heading->level;
    while (level > 1 && outline->entry[level - 1] == 0)
        level--;
    for (int i = 3; i > level; i--) {
        end_level(tree, outline, i);
        outline->entry[i - 1] = i - 1 == level ? outline->entry[i - 1] : 0;
    }
    if (level < 3)
        end_level(tree, outline, level + 1);
    int entry = make_entry(tree, heading, outline->entry[level - 1], outline->last[level]);
    outline->entry[level] = outline->last[level] = entry;
    outline->count[level]++;
}

static void make_outline(EzTree *tree, int levels)
{
    EzDoc *doc = tree->doc;
    Outline outline = {0};
    qpdf_oh root = ez_doc_indirect(doc, ez_doc_parse(doc, "<< /Type /Outlines >>"));
    outline.entry[0] = number_of(tree, root);
    for (int i = 0; i < ez_structure_heading_count(tree->structure); i++) {
        const EzHeading *heading = ez_structure_heading(tree->structure, i);
        if (heading->level <= levels)
            add_entry(tree, &outline, heading);
        if (i % 256 == 0)
            ez_doc_release(doc);
    }
    bool any = outline.count[1] > 0;
    for (int i = 3; i > 0; i--)
        end_level(tree, &outline, i);
    if (any)
        ez_doc_put(doc, qpdf_get_root(doc->q), "/Outlines", object_at(tree, outline.entry[0]));
}

void ez_tree_close(EzTree *tree, int outline)
{
    join_elements(tree);
    make_parent_tree(tree);
    ez_doc_release(tree->doc);
    make_outline(tree, outline);
    ez_doc_release(tree->doc);
}
