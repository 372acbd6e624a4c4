// SPDX-License-Identifier: EUPL-1.2
#include "print/structure.h"

#include <string.h>

struct EzStructure {
    EzArena *arena;
    const char *language;
    GArray *pages;    // of EzStructurePage
    GArray *elements; // of EzElement
    GArray *leaves;   // of int: the element of each mark, page after page
    GArray *links;    // of EzStructureLink
    GArray *headings; // of EzHeading
    GArray *fields;   // of EzStructureField
};

EzStructure *ez_structure_new(const char *language)
{
    EzStructure *structure = g_new0(EzStructure, 1);
    structure->arena = ez_arena_new();
    structure->language = ez_arena_intern(structure->arena, language);
    structure->pages = g_array_new(FALSE, FALSE, sizeof(EzStructurePage));
    structure->elements = g_array_new(FALSE, FALSE, sizeof(EzElement));
    structure->leaves = g_array_new(FALSE, FALSE, sizeof(int));
    structure->links = g_array_new(FALSE, FALSE, sizeof(EzStructureLink));
    structure->headings = g_array_new(FALSE, FALSE, sizeof(EzHeading));
    structure->fields = g_array_new(FALSE, FALSE, sizeof(EzStructureField));
    return structure;
}

void ez_structure_free(EzStructure *structure)
{
    if (structure == NULL)
        return;
    g_array_unref(structure->pages);
    g_array_unref(structure->elements);
    g_array_unref(structure->leaves);
    g_array_unref(structure->links);
    g_array_unref(structure->headings);
    g_array_unref(structure->fields);
    ez_arena_free(structure->arena);
    g_free(structure);
}

// ---- gathering -----------------------------------------------------------------

// Where the pages, elements and leaves of a scene begin.
typedef struct Base {
    int page, element, leaf;
} Base;

static void add_pages(EzStructure *structure, const EzScene *scene, const Base *base)
{
    for (int i = 0; i < ez_scene_page_count(scene); i++) {
        const EzScenePage *from = ez_scene_page(scene, i);
        EzStructurePage page = {from->width, from->height, base->leaf + from->first_leaf,
                                from->n_leaves};
        g_array_append_val(structure->pages, page);
    }
}

// What an element says besides its kind: the options of a tick have no order, a heading of a table heads its column or row.
static const char *attributes_of(EzRole role)
{
    switch (role) {
    case EZ_ROLE_LIST:
        return "<< /O /List /ListNumbering /None >>";
    case EZ_ROLE_COLUMN_HEAD:
        return "<< /O /Table /Scope /Column >>";
    case EZ_ROLE_ROW_HEAD:
        return "<< /O /Table /Scope /Row >>";
    default:
        return NULL;
    }
}

static void add_elements(EzStructure *structure, const EzScene *scene, const Base *base)
{
    g_array_set_size(structure->leaves, (guint)(base->leaf + ez_scene_leaf_count(scene)));
    for (int i = 0; i < ez_scene_tag_count(scene); i++) {
        const EzTag *tag = ez_scene_tag(scene, i);
        const char *above =
            tag->parent >= 0 ? ez_scene_tag(scene, tag->parent)->language : structure->language;
        bool leaf = tag->leaf >= 0;
        EzElement element = {
            .role = ez_role_name(tag->role),
            .attributes = attributes_of(tag->role),
            .parent = tag->parent >= 0 ? base->element + tag->parent : -1,
            .page = leaf ? base->page + tag->page : -1,
            .mark = leaf ? tag->leaf - ez_scene_page(scene, tag->page)->first_leaf : -1,
            .language = strcmp(tag->language, above) == 0
                            ? NULL
                            : ez_arena_intern(structure->arena, tag->language),
            .alt = ez_arena_intern(structure->arena, tag->alt),
            .actual = ez_arena_intern(structure->arena, tag->actual),
            .link = -1};
        g_array_append_val(structure->elements, element);
        if (leaf)
            g_array_index(structure->leaves, int, base->leaf + tag->leaf) = base->element + i;
    }
}

static void add_links(EzStructure *structure, const EzScene *scene, const Base *base)
{
    EzArena *arena = structure->arena;
    for (int i = 0; i < ez_scene_link_count(scene); i++) {
        const EzLink *from = ez_scene_link_at(scene, i);
        EzStructureLink link = {
            .address = ez_arena_intern(arena, from->address),
            .name = ez_arena_intern(arena, from->name),
            .rects = ez_arena_copy(arena, from->rects, sizeof(EzRect) * (size_t)from->n_rects),
            .n_rects = from->n_rects};
        int element = g_array_index(structure->leaves, int, base->leaf + from->leaf);
        g_array_index(structure->elements, EzElement, element).link =
            (int)structure->links->len;
        g_array_append_val(structure->links, link);
    }
}

static void add_fields(EzStructure *structure, const EzScene *scene, const Base *base)
{
    EzArena *arena = structure->arena;
    for (int i = 0; i < ez_scene_field_count(scene); i++) {
        const EzFormField *from = ez_scene_field(scene, i);
        EzFormSpot *spots = ez_arena_array(arena, EzFormSpot, from->n_spots);
        for (int k = 0; k < from->n_spots; k++) {
            spots[k] = *ez_scene_field_spot(scene, from, k);
            spots[k].value = ez_arena_intern(arena, spots[k].value);
            spots[k].name = ez_arena_intern(arena, spots[k].name);
            spots[k].before += base->element;
            spots[k].tag += base->element;
        }
        EzStructureField field = {*from, spots, base->element + from->tag,
                                  base->page + from->page};
        field.field.id = ez_arena_intern(arena, from->id);
        field.field.label = ez_arena_intern(arena, from->label);
        field.field.tooltip = ez_arena_intern(arena, from->tooltip);
        g_array_append_val(structure->fields, field);
    }
}

// ---- headings ------------------------------------------------------------------

static int level_of(EzRole role)
{
    return role >= EZ_ROLE_H1 && role <= EZ_ROLE_H3 ? role - EZ_ROLE_H1 + 1 : 0;
}

// The level of the heading that the tag is, or lies within.
static int heading_above(const EzScene *scene, int tag, int *heading)
{
    for (*heading = tag; *heading >= 0; *heading = ez_scene_tag(scene, *heading)->parent) {
        int level = level_of(ez_scene_tag(scene, *heading)->role);
        if (level > 0)
            return level;
    }
    return 0;
}

static void append_words(GString *words, const EzScene *scene, const EzTag *tag)
{
    const EzScenePage *page = ez_scene_page(scene, tag->page);
    for (int i = page->first_item; i < page->first_item + page->n_items; i++) {
        const EzItem *item = ez_scene_item(scene, i);
        if (item->kind == EZ_ITEM_TEXT && item->leaf == tag->leaf)
            g_string_append_len(words, item->text.run->text, item->text.run->n_bytes);
    }
}

// Without the hyphens of divided words, and without spaces at its ends.
static const char *clean_words(EzArena *arena, const GString *words)
{
    g_auto(GStrv) parts = g_strsplit(words->str, "\u00AD", -1);
    g_autofree char *joined = g_strjoinv("", parts);
    return ez_arena_intern(arena, g_strstrip(joined));
}

static void add_headings(EzStructure *structure, const EzScene *scene, const Base *base)
{
    g_autoptr(GString) words = g_string_new(NULL);
    for (int i = 0; i < ez_scene_tag_count(scene); i++) {
        int heading, next = -1;
        const EzTag *tag = ez_scene_tag(scene, i);
        int level = heading_above(scene, i, &heading);
        if (level == 0 || tag->leaf < 0)
            continue;
        append_words(words, scene, tag);
        if (i + 1 < ez_scene_tag_count(scene) && heading_above(scene, i + 1, &next) > 0 &&
            next == heading)
            continue; // the same heading goes on
        EzHeading entry = {clean_words(structure->arena, words), level, base->page + tag->page};
        if (entry.words[0] != '\0')
            g_array_append_val(structure->headings, entry);
        g_string_truncate(words, 0);
    }
}

void ez_structure_add(EzStructure *structure, const EzScene *scene)
{
    Base base = {(int)structure->pages->len, (int)structure->elements->len,
                 (int)structure->leaves->len};
    add_pages(structure, scene, &base);
    add_elements(structure, scene, &base);
    add_links(structure, scene, &base);
    add_fields(structure, scene, &base);
    add_headings(structure, scene, &base);
}

// ---- asking --------------------------------------------------------------------

const char *ez_structure_language(const EzStructure *structure)
{
    return structure->language;
}

int ez_structure_page_count(const EzStructure *structure)
{
    return (int)structure->pages->len;
}

const EzStructurePage *ez_structure_page(const EzStructure *structure, int page)
{
    return &g_array_index(structure->pages, EzStructurePage, page);
}

int ez_structure_element_count(const EzStructure *structure)
{
    return (int)structure->elements->len;
}

const EzElement *ez_structure_element(const EzStructure *structure, int element)
{
    return &g_array_index(structure->elements, EzElement, element);
}

int ez_structure_leaf(const EzStructure *structure, int page, int mark)
{
    return g_array_index(structure->leaves, int,
                         ez_structure_page(structure, page)->first_leaf + mark);
}

const EzStructureLink *ez_structure_link(const EzStructure *structure, int link)
{
    return &g_array_index(structure->links, EzStructureLink, link);
}

int ez_structure_heading_count(const EzStructure *structure)
{
    return (int)structure->headings->len;
}

const EzHeading *ez_structure_heading(const EzStructure *structure, int heading)
{
    return &g_array_index(structure->headings, EzHeading, heading);
}

int ez_structure_field_count(const EzStructure *structure)
{
    return (int)structure->fields->len;
}

const EzStructureField *ez_structure_field(const EzStructure *structure, int field)
{
    return &g_array_index(structure->fields, EzStructureField, field);
}
