// SPDX-License-Identifier: EUPL-1.2
#include "render/paint.h"

#include <cairo-ft.h>
#include <gio/gio.h>

#include "engine/base/units.h"
#include "render/extent.h"
#include "render/picture_paint.h"

// Cairo keeps fonts after the device is gone, and lets go of them at a moment of its own
// choosing, perhaps in another thread. So each open file has a library for itself and both go
// together.
typedef struct OpenFont {
    FT_Library library;
    FT_Face face;
} OpenFont;

struct EzPainter {
    GHashTable *faces; // const EzFont * -> cairo_font_face_t *
    cairo_font_options_t *options;
    bool marks;
    const EzRect *window; // of a side that has no clip: see extent.h; NULL for all else
    // Of the texts that are shown next:
    GArray *glyphs, *clusters; // of cairo_glyph_t, cairo_text_cluster_t
    GString *text;
    EzPicturePainter *pictures;
};

EzPainter *ez_painter_new(bool marks)
{
    EzPainter *painter = g_new0(EzPainter, 1);
    painter->marks = marks;
    painter->glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
    painter->clusters = g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t));
    painter->text = g_string_new(NULL);
    painter->faces =
        g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)cairo_font_face_destroy);
    painter->pictures = ez_picture_painter_new(marks);
    painter->options = cairo_font_options_create();
    cairo_font_options_set_hint_style(painter->options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(painter->options, CAIRO_HINT_METRICS_OFF);
    return painter;
}

void ez_painter_free(EzPainter *painter)
{
    if (painter == NULL)
        return;
    g_array_unref(painter->glyphs);
    g_array_unref(painter->clusters);
    g_string_free(painter->text, TRUE);
    g_hash_table_unref(painter->faces);
    ez_picture_painter_free(painter->pictures);
    cairo_font_options_destroy(painter->options);
    g_free(painter);
}

// ---- fonts ---------------------------------------------------------------------

static void close_font(void *data)
{
    OpenFont *font = data;
    if (font->face != NULL)
        FT_Done_Face(font->face);
    if (font->library != NULL)
        FT_Done_FreeType(font->library);
    g_free(font);
}

static cairo_font_face_t *open_font(const EzFont *font, GError **error)
{
    static const cairo_user_data_key_t key;
    OpenFont *open = g_new0(OpenFont, 1);
    if (FT_Init_FreeType(&open->library) != 0 ||
        FT_New_Face(open->library, font->file, font->index, &open->face) != 0) {
        close_font(open);
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s cannot be opened as a font",
                    font->file);
        return NULL;
    }
    cairo_font_face_t *face =
        cairo_ft_font_face_create_for_ft_face(open->face, FT_LOAD_NO_HINTING);
    cairo_font_face_set_user_data(face, &key, open, close_font);
    return face;
}

static cairo_font_face_t *face_of(EzPainter *painter, const EzFont *font, GError **error)
{
    cairo_font_face_t *face = g_hash_table_lookup(painter->faces, font);
    if (face == NULL && (face = open_font(font, error)) != NULL)
        g_hash_table_insert(painter->faces, (gpointer)font, face);
    return face;
}

// ---- items ---------------------------------------------------------------------

static void set_colour(cairo_t *cr, EzColour colour)
{
    cairo_set_source_rgb(cr, colour.r, colour.g, colour.b);
}

// Runs that differ in nothing but where they stand and what they say.
static bool is_like(const EzItem *a, const EzItem *b)
{
    const EzGlyphRun *one = a->text.run, *other = b->text.run;
    return one->font == other->font && one->size == other->size && !one->backward &&
           !other->backward && a->leaf == b->leaf &&
           ez_colour_equal(a->text.colour, b->text.colour);
}

// How many of the items from `first` on are texts that can be shown at once: the lines of a paragraph.
static int count_like(const EzScene *scene, int first, int end)
{
    int next = first + 1;
    const EzItem *item = ez_scene_item(scene, first);
    while (next < end && ez_scene_item(scene, next)->kind == EZ_ITEM_TEXT &&
           is_like(item, ez_scene_item(scene, next)))
        next++;
    return next - first;
}

// Where a point comes to lie, when it is only moved and scaled.
typedef struct Placing {
    double scale, x, y;
} Placing;

// Takes that over from the context, where it is so: Cairo takes every glyph through the whole
// matrix unless this changes nothing.
static Placing take_placing(cairo_t *cr, const cairo_matrix_t *matrix)
{
    bool upright = matrix->xy == 0 && matrix->yx == 0 && matrix->xx == matrix->yy;
    if (!upright || matrix->xx <= 0)
        return (Placing){1, 0, 0};
    cairo_identity_matrix(cr);
    return (Placing){matrix->xx, matrix->x0, matrix->y0};
}

static void gather_run(EzPainter *painter, const EzItem *item, Placing to)
{
    const EzGlyphRun *run = item->text.run;
    double x = to.x + item->text.x * to.scale, y = to.y + item->text.y * to.scale;
    guint glyphs = painter->glyphs->len, clusters = painter->clusters->len;
    g_array_set_size(painter->glyphs, glyphs + (guint)run->n_glyphs);
    g_array_set_size(painter->clusters, clusters + (guint)run->n_clusters);
    cairo_glyph_t *glyph = &g_array_index(painter->glyphs, cairo_glyph_t, glyphs);
    cairo_text_cluster_t *cluster =
        &g_array_index(painter->clusters, cairo_text_cluster_t, clusters);
    for (int i = 0; i < run->n_glyphs; i++)
        glyph[i] = (cairo_glyph_t){run->glyphs[i].id, x + run->glyphs[i].x * to.scale,
                                   y + run->glyphs[i].y * to.scale};
    for (int i = 0; i < run->n_clusters; i++)
        cluster[i] = (cairo_text_cluster_t){run->clusters[i].bytes, run->clusters[i].glyphs};
    g_string_append_len(painter->text, run->text, run->n_bytes);
}

// `count` like texts in one call: Cairo's work for a call is more than that for its glyphs.
static bool paint_texts(EzPainter *painter, cairo_t *cr, const EzScene *scene, int first,
                        int count, GError **error)
{
    const EzItem *item = ez_scene_item(scene, first);
    cairo_font_face_t *face = face_of(painter, item->text.run->font, error);
    if (face == NULL)
        return false;
    cairo_matrix_t matrix;
    cairo_get_matrix(cr, &matrix);
    Placing to = take_placing(cr, &matrix);
    g_array_set_size(painter->glyphs, 0);
    g_array_set_size(painter->clusters, 0);
    g_string_truncate(painter->text, 0);
    for (int i = 0; i < count; i++)
        gather_run(painter, ez_scene_item(scene, first + i), to);
    cairo_set_font_face(cr, face);
    cairo_set_font_size(cr, ez_mm_from_pt(item->text.run->size) * to.scale);
    set_colour(cr, item->text.colour);
    cairo_show_text_glyphs(cr, painter->text->str, (int)painter->text->len,
                           (const cairo_glyph_t *)(void *)painter->glyphs->data,
                           (int)painter->glyphs->len,
                           (const cairo_text_cluster_t *)(void *)painter->clusters->data,
                           (int)painter->clusters->len,
                           item->text.run->backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
    cairo_set_matrix(cr, &matrix);
    return true;
}

static void trace(cairo_t *cr, const EzPath *path)
{
    for (int i = 0; i < path->n_steps; i++) {
        const EzPathStep *step = &path->steps[i];
        if (step->verb == EZ_MOVE)
            cairo_move_to(cr, step->x, step->y);
        else if (step->verb == EZ_LINE)
            cairo_line_to(cr, step->x, step->y);
        else if (step->verb == EZ_CURVE)
            cairo_curve_to(cr, step->x1, step->y1, step->x2, step->y2, step->x, step->y);
        else
            cairo_close_path(cr);
    }
}

static void stroke(cairo_t *cr, const EzStroke *stroke)
{
    bool round = stroke->cap == EZ_CAP_ROUND;
    set_colour(cr, stroke->colour);
    cairo_set_line_width(cr, stroke->width);
    cairo_set_line_cap(cr, round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(cr, round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    cairo_set_dash(cr, stroke->dash, stroke->dash[0] > 0 ? 2 : 0, 0);
    cairo_stroke(cr);
}

static void paint_path(const EzPainter *painter, cairo_t *cr, const EzItem *item)
{
    EzRect seen;
    cairo_new_path(cr);
    if (painter->window != NULL && ez_extent_cut(item, *painter->window, &seen))
        cairo_rectangle(cr, seen.x, seen.y, seen.width, seen.height);
    else
        trace(cr, &item->path.path);
    if (item->path.filled) {
        set_colour(cr, item->path.fill);
        cairo_fill_preserve(cr);
    }
    if (item->path.stroke.width > 0)
        stroke(cr, &item->path.stroke);
    cairo_new_path(cr);
}

static void clip(cairo_t *cr, EzRect rect)
{
    cairo_rectangle(cr, rect.x, rect.y, rect.width, rect.height);
    cairo_clip(cr);
}

static bool paint_side(EzPainter *painter, cairo_t *cr, const EzPlacedSide *side,
                       GError **error);

// What is no text.
static bool paint_item(EzPainter *painter, cairo_t *cr, const EzItem *item, GError **error)
{
    switch (item->kind) {
    case EZ_ITEM_TEXT:
        break;
    case EZ_ITEM_PATH:
        paint_path(painter, cr, item);
        return true;
    case EZ_ITEM_PICTURE:
        return ez_picture_paint(painter->pictures, cr, item->picture.picture,
                                item->picture.rect, error);
    case EZ_ITEM_SIDE:
        return paint_side(painter, cr, &item->side, error);
    case EZ_ITEM_CLIP:
        cairo_save(cr);
        clip(cr, item->clip);
        return true;
    case EZ_ITEM_CLIP_PATH:
        cairo_save(cr);
        cairo_new_path(cr);
        trace(cr, &item->clip_path);
        cairo_clip(cr);
        return true;
    case EZ_ITEM_UNCLIP:
        cairo_restore(cr);
        return true;
    }
    g_return_val_if_reached(false);
}

// Paints the item and what goes with it, before `end`. The next item; -1 after a failure.
static int paint_some(EzPainter *painter, cairo_t *cr, const EzScene *scene, int item, int end,
                      GError **error)
{
    bool text = ez_scene_item(scene, item)->kind == EZ_ITEM_TEXT;
    int count = text ? count_like(scene, item, end) : 1;
    bool done = text ? paint_texts(painter, cr, scene, item, count, error)
                     : paint_item(painter, cr, ez_scene_item(scene, item), error);
    return done ? item + count : -1;
}

// ---- pages ---------------------------------------------------------------------

static bool is_plain_fill(const EzItem *item)
{
    return item->kind == EZ_ITEM_PATH && item->path.filled && item->path.stroke.width <= 0;
}

// Cairo 1.16 miscounts marks when a page's first operation is not a plain filled shape.
static void open_with_fill(cairo_t *cr, const EzScene *scene, const EzScenePage *page)
{
    if (page->n_items > 0 && is_plain_fill(ez_scene_item(scene, page->first_item)))
        return;
    ez_paint_ground(cr, page);
}

void ez_paint_ground(cairo_t *cr, const EzScenePage *page)
{
    double bleed = page->bleed;
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_rectangle(cr, -bleed, -bleed, page->width + 2 * bleed, page->height + 2 * bleed);
    cairo_fill(cr);
}

// What is seen of the placed page, in its own coordinates.
static EzRect window_of(const EzPlacedSide *side, const EzScenePage *page)
{
    double scale = side->scale;
    EzRect seen = {(side->clip.x - side->x) / scale, (side->clip.y - side->y) / scale,
                   side->clip.width / scale, side->clip.height / scale};
    if (side->turned) {
        seen.x = page->width - seen.x - seen.width;
        seen.y = page->height - seen.y - seen.height;
    }
    return seen;
}

// In the coordinates of the placed page from here on.
static void enter_side(cairo_t *cr, const EzPlacedSide *side, const EzScenePage *page)
{
    double scale = side->turned ? -side->scale : side->scale;
    double far = side->turned ? side->scale : 0; // its origin is then its far corner
    cairo_translate(cr, side->x + far * page->width, side->y + far * page->height);
    cairo_scale(cr, scale, scale);
}

// Without its leaves: nobody hears a sheet.
static bool paint_side(EzPainter *painter, cairo_t *cr, const EzPlacedSide *side,
                       GError **error)
{
    const EzScenePage *page = ez_scene_page(side->scene, side->page);
    int end = page->first_item + page->n_items, i = page->first_item;
    EzRect window = window_of(side, page);
    bool within = ez_extent_within(side->scene, side->page, window);
    const EzRect *outer = painter->window;
    cairo_save(cr);
    enter_side(cr, side, page);
    if (!within)
        clip(cr, window);
    painter->window = within ? &window : NULL;
    while (i >= 0 && i < end)
        i = paint_some(painter, cr, side->scene, i, end, error);
    painter->window = outer;
    cairo_restore(cr);
    return i >= 0;
}

// Only flat marks: Cairo leaves text unmarked that stands beside a mark within another.
static void change_leaf(const EzPainter *painter, cairo_t *cr, int from, int to)
{
    if (from == to || !painter->marks)
        return;
    if (from >= 0)
        cairo_tag_end(cr, "Span");
    if (to >= 0)
        cairo_tag_begin(cr, "Span", NULL);
}

bool ez_painter_page(EzPainter *painter, cairo_t *cr, const EzScene *scene, int page,
                     GError **error)
{
    const EzScenePage *sheet = ez_scene_page(scene, page);
    int leaf = -1, end = sheet->first_item + sheet->n_items, i = sheet->first_item;
    cairo_set_font_options(cr, painter->options);
    if (painter->marks)
        open_with_fill(cr, scene, sheet);
    ez_picture_painter_begin_page(painter->pictures);
    while (i >= 0 && i < end) {
        const EzItem *item = ez_scene_item(scene, i);
        change_leaf(painter, cr, leaf, item->leaf);
        leaf = item->leaf;
        i = paint_some(painter, cr, scene, i, end, error);
    }
    // Also after a failure: Cairo 1.16 may crash on a surface that is finished with a mark
    // open.
    change_leaf(painter, cr, leaf, -1);
    return i >= 0;
}
