// SPDX-License-Identifier: EUPL-1.2
// A scene: what goes on paper, measured and placed, in one language, sealed. Everything that is
// printed passes through it once; devices know scenes and nothing above them.
//
// It holds pages, items in paint order, and a structure tree in reading order. A *leaf* of the
// tree is a stretch of consecutive items that a reader hears as one piece; an item that belongs
// to no leaf is an artefact, which no reader should hear (bars, crop marks, ornaments). Lengths
// are mm from the top left of the trimmed page, y downwards; a page has its own origin.
//
// Building: begin_page, then for the tree open/leaf/close around the items, end_page; seal at
// the end. After sealing a scene only answers questions.
#pragma once

#include "engine/base/arena.h"
#include "engine/base/source.h"
#include "render/scene_path.h"
#include "render/picture.h"
#include "render/text.h"

typedef enum EzItemKind {
    EZ_ITEM_TEXT,
    EZ_ITEM_PATH,
    EZ_ITEM_PICTURE,
    EZ_ITEM_SIDE,
    EZ_ITEM_CLIP,
    EZ_ITEM_CLIP_PATH,
    EZ_ITEM_UNCLIP
} EzItemKind;

// A page of another scene that stands on this one: a card on a sheet.
typedef struct EzPlacedSide {
    const EzScene *scene; // sealed
    int page;
    double x, y;  // of the top left corner of its trim, as it stands here
    double scale; // 1 = as large as it is
    bool turned;  // stands on its head
    EzRect clip;  // what is seen of it
} EzPlacedSide;

typedef struct EzItem {
    EzItemKind kind;
    int leaf; // index of the leaf it belongs to, -1 = artefact
    union {
        struct {
            const EzGlyphRun *run;
            double x, y; // where the run's line starts, and its baseline
            EzColour colour;
        } text; // painted at x + glyph.x, y + glyph.y: run->x is in its glyphs already
        struct {
            EzPath path;
            bool filled;
            EzColour fill;
            EzStroke stroke;
        } path;
        struct {
            const EzPicture *picture;
            EzRect rect; // which it fills
        } picture;
        EzPlacedSide side; // always an artefact: its own leaves are left out
        EzRect clip;       // everything up to its unclip is cut to this; clips nest
        EzPath clip_path;  // the same for a shape
    };
} EzItem;

typedef enum EzRole {
    EZ_ROLE_DOCUMENT,
    EZ_ROLE_SECTION,
    EZ_ROLE_H1,
    EZ_ROLE_H2,
    EZ_ROLE_H3,
    EZ_ROLE_PARAGRAPH,
    EZ_ROLE_QUOTE,
    EZ_ROLE_LIST,
    EZ_ROLE_LIST_ITEM,
    EZ_ROLE_LIST_BODY,
    EZ_ROLE_TABLE,
    EZ_ROLE_ROW,
    EZ_ROLE_COLUMN_HEAD,
    EZ_ROLE_ROW_HEAD,
    EZ_ROLE_CELL,
    EZ_ROLE_FIGURE,
    EZ_ROLE_SPAN,
    EZ_ROLE_DIVISION,
    EZ_ROLE_STRONG,
    EZ_ROLE_EMPHASIS,
    EZ_ROLE_LINK,
} EzRole;

// The PDF structure type: "Document", "Sect", "H1", "P" …
const char *ez_role_name(EzRole role);

// A node of the structure tree. Groups hold nodes, leaves hold items.
typedef struct EzTag {
    EzRole role;
    int parent;           // index of the parent tag, -1 for a root
    int leaf;             // index of the leaf, -1 for a group
    int page;             // where a leaf lies
    const char *language; // BCP 47; never NULL
    const char *alt;      // for figures; else NULL
    const char *actual;   // actual text where drawn symbols stand for words; else NULL
} EzTag;

// Words that lead somewhere.
typedef struct EzLink {
    int page, leaf;             // of its words; a leaf of the role link
    const char *address, *name; // name: the words, for who cannot see them
    const EzRect *rects;        // that answer, one for each line
    int n_rects;
} EzLink;

typedef struct EzScenePage {
    double width, height; // trim
    double bleed;         // on each side
    const char *label;    // "N01 voorkant"; never NULL
    EzPlace place;        // in the author's file, for messages; none where it is unknown
    int first_item, n_items;
    int first_leaf, n_leaves; // leaves are numbered in paint order, so a page's are consecutive
} EzScenePage;

// ---- building ----------------------------------------------------------------

EzScene *ez_scene_new(const char *language, const char *title);
// One owner less; the last frees it.
void ez_scene_free(EzScene *scene);
// One owner more, in the same thread.
EzScene *ez_scene_share(EzScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzScene, ez_scene_free)
EzArena *ez_scene_arena(EzScene *scene); // texts, paths and runs of the scene lie here

void ez_scene_begin_page(EzScene *scene, double width, double height, double bleed,
                         const char *label);
// Where the author wrote the open page. The source must outlive the scene.
void ez_scene_page_place(EzScene *scene, EzPlace place);
void ez_scene_end_page(EzScene *scene);
// Groups of the structure tree; `language` NULL = that of the parent. A group that holds
// nothing is dropped, but not a cell: its row would be shorter than the others.
void ez_scene_open(EzScene *scene, EzRole role, const char *language);
void ez_scene_close(EzScene *scene);
// Items from here to end_leaf are heard as one piece. A leaf without texts, paths and pictures is
// dropped. Clips that are opened within a leaf end within it. `alt` and `actual` may be NULL;
// texts are copied.
void ez_scene_begin_leaf(EzScene *scene, EzRole role, const char *language, const char *alt,
                         const char *actual);
void ez_scene_end_leaf(EzScene *scene);

// The open leaf leads to an address. Texts and rectangles are copied.
void ez_scene_link(EzScene *scene, const char *address, const char *name, const EzRect *rects,
                   int n_rects);

// The run must live as long as the scene (lie in its arena), its font longer. A run without
// glyphs adds nothing, nor does a path without steps or without fill and stroke.
void ez_scene_text(EzScene *scene, const EzGlyphRun *run, double x, double y, EzColour colour);
// `fill` may be NULL (not filled). The path's steps must lie in the scene's arena.
void ez_scene_path(EzScene *scene, EzPath path, const EzColour *fill, EzStroke stroke);
// The picture must live longer than the scene. One without width or height adds nothing.
void ez_scene_picture(EzScene *scene, const EzPicture *picture, EzRect rect);
// The other scene must live longer than this one. Not within a leaf.
void ez_scene_side(EzScene *scene, const EzPlacedSide *side);
void ez_scene_clip(EzScene *scene, EzRect rect);
// The path's steps must lie in the scene's arena.
void ez_scene_clip_path(EzScene *scene, EzPath path);
void ez_scene_unclip(EzScene *scene);
// No more changes. All pages, groups, leaves and clips must be closed.
void ez_scene_seal(EzScene *scene);

// ---- asking --------------------------------------------------------------------

const char *ez_scene_language(const EzScene *scene);
const char *ez_scene_title(const EzScene *scene);
int ez_scene_page_count(const EzScene *scene);
const EzScenePage *ez_scene_page(const EzScene *scene, int page);
const EzItem *ez_scene_item(const EzScene *scene, int item);
int ez_scene_tag_count(const EzScene *scene);
const EzTag *ez_scene_tag(const EzScene *scene, int tag);
int ez_scene_leaf_count(const EzScene *scene);
int ez_scene_link_count(const EzScene *scene);
const EzLink *ez_scene_link_at(const EzScene *scene, int link);

// The scene as text, for goldens: "scene 2" and then a line for each page, item, tag and field;
// lengths rounded to 0.001 mm. A text stands where its run begins, with the run's width. Owned
// by the caller.
char *ez_scene_dump(const EzScene *scene);
