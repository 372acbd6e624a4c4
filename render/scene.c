// SPDX-License-Identifier: EUPL-1.2
#include "render/scene_form.h"

struct EzScene {
    int owners;
    EzArena *arena;
    const char *language, *title;
    GArray *pages;  // of EzScenePage
    GArray *items;  // of EzItem
    GArray *tags;   // of EzTag
    GArray *fields; // of EzFormField
    GArray *spots;  // of EzFormSpot
    GArray *links;  // of EzLink
    int n_leaves;
    // While building:
    int group; // the open group's tag, -1 = none
    int leaf;  // the open leaf's tag, -1 = none
    int leaf_first_item, leaf_clips;
    int clips; // how many are open
    bool in_page, in_field, sealed;
};

const char *ez_role_name(EzRole role)
{
    static const char *const names[] = {
        [EZ_ROLE_DOCUMENT] = "Document",
        [EZ_ROLE_SECTION] = "Sect",
        [EZ_ROLE_H1] = "H1",
        [EZ_ROLE_H2] = "H2",
        [EZ_ROLE_H3] = "H3",
        [EZ_ROLE_PARAGRAPH] = "P",
        [EZ_ROLE_QUOTE] = "BlockQuote",
        [EZ_ROLE_LIST] = "L",
        [EZ_ROLE_LIST_ITEM] = "LI",
        [EZ_ROLE_LIST_BODY] = "LBody",
        [EZ_ROLE_TABLE] = "Table",
        [EZ_ROLE_ROW] = "TR",
        [EZ_ROLE_COLUMN_HEAD] = "TH",
        [EZ_ROLE_ROW_HEAD] = "TH",
        [EZ_ROLE_CELL] = "TD",
        [EZ_ROLE_FIGURE] = "Figure",
        [EZ_ROLE_SPAN] = "Span",
        [EZ_ROLE_DIVISION] = "Div",
        [EZ_ROLE_STRONG] = "Strong",
        [EZ_ROLE_EMPHASIS] = "Em",
        [EZ_ROLE_LINK] = "Link",
    };
    g_return_val_if_fail((unsigned)role < G_N_ELEMENTS(names), NULL);
    return names[role];
}

static EzTag *tag_at(const EzScene *scene, int tag)
{
    return &g_array_index(scene->tags, EzTag, tag);
}

static EzItem *item_at(const EzScene *scene, int item)
{
    return &g_array_index(scene->items, EzItem, item);
}

static EzScenePage *last_page(const EzScene *scene)
{
    return &g_array_index(scene->pages, EzScenePage, scene->pages->len - 1);
}

// ---- life ----------------------------------------------------------------------

EzScene *ez_scene_new(const char *language, const char *title)
{
    EzScene *scene = g_new0(EzScene, 1);
    scene->owners = 1;
    scene->arena = ez_arena_new();
    scene->language = ez_arena_intern(scene->arena, language);
    scene->title = ez_arena_intern(scene->arena, title);
    scene->pages = g_array_new(FALSE, FALSE, sizeof(EzScenePage));
    scene->items = g_array_new(FALSE, FALSE, sizeof(EzItem));
    scene->tags = g_array_new(FALSE, FALSE, sizeof(EzTag));
    scene->fields = g_array_new(FALSE, FALSE, sizeof(EzFormField));
    scene->spots = g_array_new(FALSE, FALSE, sizeof(EzFormSpot));
    scene->links = g_array_new(FALSE, FALSE, sizeof(EzLink));
    scene->group = scene->leaf = -1;
    return scene;
}

void ez_scene_free(EzScene *scene)
{
    if (scene == NULL || --scene->owners > 0)
        return;
    g_array_unref(scene->pages);
    g_array_unref(scene->items);
    g_array_unref(scene->tags);
    g_array_unref(scene->fields);
    g_array_unref(scene->spots);
    g_array_unref(scene->links);
    ez_arena_free(scene->arena);
    g_free(scene);
}

EzScene *ez_scene_share(EzScene *scene)
{
    scene->owners++;
    return scene;
}

EzArena *ez_scene_arena(EzScene *scene)
{
    return scene->arena;
}

void ez_scene_seal(EzScene *scene)
{
    g_return_if_fail(!scene->sealed && !scene->in_page);
    g_return_if_fail(scene->group < 0);
    scene->sealed = true;
}

// ---- pages ---------------------------------------------------------------------

void ez_scene_begin_page(EzScene *scene, double width, double height, double bleed,
                         const char *label)
{
    g_return_if_fail(!scene->sealed && !scene->in_page && label != NULL);
    g_return_if_fail(width > 0 && height > 0 && bleed >= 0);
    EzScenePage page = {.width = width,
                        .height = height,
                        .bleed = bleed,
                        .label = ez_arena_intern(scene->arena, label),
                        .first_item = (int)scene->items->len,
                        .first_leaf = scene->n_leaves};
    g_array_append_val(scene->pages, page);
    scene->in_page = true;
}

void ez_scene_page_place(EzScene *scene, EzPlace place)
{
    g_return_if_fail(scene->in_page);
    last_page(scene)->place = place;
}

void ez_scene_end_page(EzScene *scene)
{
    g_return_if_fail(scene->in_page && scene->leaf < 0 && scene->clips == 0);
    EzScenePage *page = last_page(scene);
    page->n_items = (int)scene->items->len - page->first_item;
    page->n_leaves = scene->n_leaves - page->first_leaf;
    scene->in_page = false;
}

// ---- the tree ------------------------------------------------------------------

static int add_tag(EzScene *scene, EzTag tag, const char *language)
{
    const char *above =
        scene->group >= 0 ? tag_at(scene, scene->group)->language : scene->language;
    tag.parent = scene->group;
    tag.language = language != NULL ? ez_arena_intern(scene->arena, language) : above;
    g_array_append_val(scene->tags, tag);
    return (int)scene->tags->len - 1;
}

void ez_scene_open(EzScene *scene, EzRole role, const char *language)
{
    g_return_if_fail(!scene->sealed && scene->leaf < 0);
    scene->group = add_tag(scene, (EzTag){.role = role, .leaf = -1, .page = -1}, language);
}

// A cell, or a group with a place to fill in.
static bool stays_empty(const EzScene *scene, int group)
{
    EzRole role = tag_at(scene, group)->role;
    if (role == EZ_ROLE_CELL || role == EZ_ROLE_COLUMN_HEAD || role == EZ_ROLE_ROW_HEAD)
        return true;
    guint spots = scene->spots->len;
    return spots > 0 && g_array_index(scene->spots, EzFormSpot, spots - 1).tag == group;
}

// A group that nothing was put into is the last tag, and nothing else points at it.
void ez_scene_close(EzScene *scene)
{
    g_return_if_fail(!scene->sealed && scene->leaf < 0 && scene->group >= 0);
    int group = scene->group;
    scene->group = tag_at(scene, group)->parent;
    if (group == (int)scene->tags->len - 1 && !stays_empty(scene, group))
        g_array_set_size(scene->tags, (guint)group);
}

void ez_scene_begin_leaf(EzScene *scene, EzRole role, const char *language, const char *alt,
                         const char *actual)
{
    g_return_if_fail(scene->in_page && scene->leaf < 0);
    EzTag tag = {.role = role,
                 .leaf = scene->n_leaves,
                 .page = (int)scene->pages->len - 1,
                 .alt = ez_arena_intern(scene->arena, alt),
                 .actual = ez_arena_intern(scene->arena, actual)};
    scene->leaf = add_tag(scene, tag, language);
    scene->leaf_first_item = (int)scene->items->len;
    scene->leaf_clips = scene->clips;
}

static bool leaf_has_items(const EzScene *scene)
{
    for (guint i = (guint)scene->leaf_first_item; i < scene->items->len; i++) {
        EzItemKind kind = item_at(scene, (int)i)->kind;
        if (kind == EZ_ITEM_TEXT || kind == EZ_ITEM_PATH || kind == EZ_ITEM_PICTURE)
            return true;
    }
    return false;
}

static void drop_leaf(EzScene *scene)
{
    g_array_set_size(scene->tags, (guint)scene->leaf);
    for (guint i = (guint)scene->leaf_first_item; i < scene->items->len; i++)
        item_at(scene, (int)i)->leaf = -1;
}

void ez_scene_end_leaf(EzScene *scene)
{
    g_return_if_fail(scene->leaf >= 0 && scene->clips == scene->leaf_clips);
    if (leaf_has_items(scene))
        scene->n_leaves++;
    else
        drop_leaf(scene);
    scene->leaf = -1;
}

// ---- fields --------------------------------------------------------------------

const char *ez_form_name(EzFormKind kind)
{
    static const char *const names[] = {"write", "box", "tick", "scale", "dots", "cells"};
    g_return_val_if_fail((unsigned)kind < G_N_ELEMENTS(names), NULL);
    return names[kind];
}

void ez_scene_open_field(EzScene *scene, EzFormKind kind, const char *id, const char *label,
                         const char *tooltip)
{
    g_return_if_fail(scene->in_page && !scene->in_field);
    ez_scene_open(scene, EZ_ROLE_DIVISION, NULL);
    EzFormField field = {.kind = kind,
                         .id = ez_arena_intern(scene->arena, id),
                         .label = ez_arena_intern(scene->arena, label),
                         .tooltip =
                             ez_arena_intern(scene->arena, tooltip != NULL ? tooltip : label),
                         .page = (int)scene->pages->len - 1,
                         .tag = scene->group,
                         .first_spot = (int)scene->spots->len};
    g_array_append_val(scene->fields, field);
    scene->in_field = true;
}

void ez_scene_spot(EzScene *scene, EzFormSpot spot)
{
    g_return_if_fail(scene->in_field && scene->leaf < 0);
    spot.value = ez_arena_intern(scene->arena, spot.value);
    spot.name = ez_arena_intern(scene->arena, spot.name);
    spot.tag = scene->group;
    spot.before = (int)scene->tags->len;
    g_array_append_val(scene->spots, spot);
}

// Its group stays, even without words: what is filled in is heard there.
void ez_scene_close_field(EzScene *scene)
{
    g_return_if_fail(scene->in_field && scene->leaf < 0);
    EzFormField *field = &g_array_index(scene->fields, EzFormField, scene->fields->len - 1);
    g_return_if_fail(scene->group == field->tag);
    field->n_spots = (int)scene->spots->len - field->first_spot;
    scene->group = tag_at(scene, scene->group)->parent;
    scene->in_field = false;
}

void ez_scene_link(EzScene *scene, const char *address, const char *name, const EzRect *rects,
                   int n_rects)
{
    g_return_if_fail(scene->leaf >= 0 && n_rects > 0);
    EzLink link = {.page = (int)scene->pages->len - 1,
                   .leaf = scene->n_leaves,
                   .address = ez_arena_intern(scene->arena, address),
                   .name = ez_arena_intern(scene->arena, name),
                   .n_rects = n_rects};
    link.rects = ez_arena_copy(scene->arena, rects, sizeof(EzRect) * (size_t)n_rects);
    g_array_append_val(scene->links, link);
}

// ---- items ---------------------------------------------------------------------

static void add_item(EzScene *scene, EzItem item)
{
    g_return_if_fail(scene->in_page);
    item.leaf = scene->leaf >= 0 ? scene->n_leaves : -1;
    g_array_append_val(scene->items, item);
}

void ez_scene_text(EzScene *scene, const EzGlyphRun *run, double x, double y, EzColour colour)
{
    if (run->n_glyphs > 0)
        add_item(scene, (EzItem){.kind = EZ_ITEM_TEXT, .text = {run, x, y, colour}});
}

void ez_scene_path(EzScene *scene, EzPath path, const EzColour *fill, EzStroke stroke)
{
    if (path.n_steps == 0 || (fill == NULL && stroke.width <= 0))
        return;
    EzItem item = {.kind = EZ_ITEM_PATH, .path = {.path = path, .stroke = stroke}};
    item.path.filled = fill != NULL;
    if (fill != NULL)
        item.path.fill = *fill;
    add_item(scene, item);
}

void ez_scene_picture(EzScene *scene, const EzPicture *picture, EzRect rect)
{
    if (rect.width > 0 && rect.height > 0)
        add_item(scene, (EzItem){.kind = EZ_ITEM_PICTURE, .picture = {picture, rect}});
}

void ez_scene_side(EzScene *scene, const EzPlacedSide *side)
{
    g_return_if_fail(scene->leaf < 0 && side->scene != scene && side->scene->sealed);
    g_return_if_fail(side->page >= 0 && side->page < ez_scene_page_count(side->scene));
    add_item(scene, (EzItem){.kind = EZ_ITEM_SIDE, .side = *side});
}

void ez_scene_clip(EzScene *scene, EzRect rect)
{
    add_item(scene, (EzItem){.kind = EZ_ITEM_CLIP, .clip = rect});
    scene->clips++;
}

void ez_scene_clip_path(EzScene *scene, EzPath path)
{
    add_item(scene, (EzItem){.kind = EZ_ITEM_CLIP_PATH, .clip_path = path});
    scene->clips++;
}

void ez_scene_unclip(EzScene *scene)
{
    g_return_if_fail(scene->clips > (scene->leaf >= 0 ? scene->leaf_clips : 0));
    add_item(scene, (EzItem){.kind = EZ_ITEM_UNCLIP});
    scene->clips--;
}

// ---- asking --------------------------------------------------------------------

const char *ez_scene_language(const EzScene *scene)
{
    return scene->language;
}

const char *ez_scene_title(const EzScene *scene)
{
    return scene->title;
}

int ez_scene_page_count(const EzScene *scene)
{
    return (int)scene->pages->len;
}

const EzScenePage *ez_scene_page(const EzScene *scene, int page)
{
    g_return_val_if_fail(page >= 0 && page < (int)scene->pages->len, NULL);
    return &g_array_index(scene->pages, EzScenePage, page);
}

const EzItem *ez_scene_item(const EzScene *scene, int item)
{
    g_return_val_if_fail(item >= 0 && item < (int)scene->items->len, NULL);
    return item_at(scene, item);
}

int ez_scene_tag_count(const EzScene *scene)
{
    return (int)scene->tags->len;
}

const EzTag *ez_scene_tag(const EzScene *scene, int tag)
{
    g_return_val_if_fail(tag >= 0 && tag < (int)scene->tags->len, NULL);
    return tag_at(scene, tag);
}

int ez_scene_leaf_count(const EzScene *scene)
{
    return scene->n_leaves;
}

int ez_scene_field_count(const EzScene *scene)
{
    return (int)scene->fields->len;
}

const EzFormField *ez_scene_field(const EzScene *scene, int field)
{
    g_return_val_if_fail(field >= 0 && field < (int)scene->fields->len, NULL);
    return &g_array_index(scene->fields, EzFormField, field);
}

const EzFormSpot *ez_scene_field_spot(const EzScene *scene, const EzFormField *field, int spot)
{
    g_return_val_if_fail(spot >= 0 && spot < field->n_spots, NULL);
    return &g_array_index(scene->spots, EzFormSpot, field->first_spot + spot);
}

int ez_scene_link_count(const EzScene *scene)
{
    return (int)scene->links->len;
}

const EzLink *ez_scene_link_at(const EzScene *scene, int link)
{
    g_return_val_if_fail(link >= 0 && link < (int)scene->links->len, NULL);
    return &g_array_index(scene->links, EzLink, link);
}
