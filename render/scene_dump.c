// SPDX-License-Identifier: EUPL-1.2
#include <string.h>

#include "engine/base/units.h"
#include "render/scene_form.h"

// ---- words ---------------------------------------------------------------------

// As short as it can be at 0.001, whatever the locale.
static void put_number(GString *out, double value)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(text, sizeof text, "%.3f", ez_mm_round(value));
    size_t length = strlen(text);
    while (text[length - 1] == '0')
        length--;
    if (text[length - 1] == '.')
        length--;
    g_string_append_c(out, ' ');
    g_string_append_len(out, text, (gssize)length);
}

static void put_numbers(GString *out, const double *values, int n)
{
    for (int i = 0; i < n; i++)
        put_number(out, values[i]);
}

static void put_word(GString *out, const char *word)
{
    g_string_append_printf(out, " %s", word);
}

static void put_quoted(GString *out, const char *text, int length)
{
    g_string_append(out, " \"");
    for (const char *p = text; p < text + length; p++) {
        if (*p == '"' || *p == '\\')
            g_string_append_c(out, '\\');
        if (*p == '\n')
            g_string_append(out, "\\n");
        else
            g_string_append_c(out, *p);
    }
    g_string_append_c(out, '"');
}

static void put_text(GString *out, const char *text)
{
    put_quoted(out, text, (int)strlen(text));
}

static void put_colour(GString *out, EzColour colour)
{
    char hex[8];
    ez_colour_hex(colour, hex);
    put_word(out, hex);
    if (colour.name != NULL)
        put_word(out, colour.name);
    if (colour.tint != 1) {
        put_word(out, "tint");
        put_number(out, colour.tint);
    }
    if (colour.has_cmyk) {
        put_word(out, "cmyk");
        put_numbers(out, (double[]){colour.c, colour.m, colour.y, colour.k}, 4);
    }
    if (colour.spot != NULL) {
        put_word(out, "spot");
        put_quoted(out, colour.spot, (int)strlen(colour.spot));
    }
}

// ---- items ---------------------------------------------------------------------

static void put_run(GString *out, const EzItem *item)
{
    const EzGlyphRun *run = item->text.run;
    put_numbers(out, (double[]){item->text.x + run->x, item->text.y}, 2);
    put_quoted(out, run->text, run->n_bytes);
    put_word(out, run->font->name);
    put_number(out, run->size);
    put_word(out, "width");
    put_number(out, run->width);
    put_colour(out, item->text.colour);
    if (run->backward)
        put_word(out, "backward");
}

static void put_stroke(GString *out, const EzStroke *stroke)
{
    put_word(out, "stroke");
    put_number(out, stroke->width);
    put_colour(out, stroke->colour);
    if (stroke->cap == EZ_CAP_ROUND)
        put_word(out, "round");
    if (stroke->dash[0] > 0) {
        put_word(out, "dash");
        put_numbers(out, stroke->dash, 2);
    }
}

static void put_steps(GString *out, const EzPath *path);

// Of a long path a dump tells how many steps it has, and a sum over them.
static void put_sum_of_steps(GString *out, const EzPath *path)
{
    g_autoptr(GString) steps = g_string_new(NULL);
    for (int i = 0; i < path->n_steps; i++)
        put_steps(steps, &(EzPath){&path->steps[i], 1, 1});
    g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, steps->str, -1);
    g_string_append_printf(out, " steps %d sum %.12s", path->n_steps, sum);
}

static void put_steps(GString *out, const EzPath *path)
{
    enum { READABLE = 200 };
    static const char *const letters[] = {"M", "L", "C", "Z"};
    if (path->n_steps > READABLE) {
        put_sum_of_steps(out, path);
        return;
    }
    for (int i = 0; i < path->n_steps; i++) {
        const EzPathStep *step = &path->steps[i];
        put_word(out, letters[step->verb]);
        if (step->verb == EZ_CURVE)
            put_numbers(out, (double[]){step->x1, step->y1, step->x2, step->y2}, 4);
        if (step->verb != EZ_CLOSE)
            put_numbers(out, (double[]){step->x, step->y}, 2);
    }
}

static void put_path(GString *out, const EzItem *item)
{
    if (item->path.filled) {
        put_word(out, "fill");
        put_colour(out, item->path.fill);
    }
    if (item->path.stroke.width > 0)
        put_stroke(out, &item->path.stroke);
}

static void put_picture(GString *out, const EzItem *item)
{
    const EzPicture *picture = item->picture.picture;
    const EzRect *rect = &item->picture.rect;
    put_text(out, picture->name);
    if (picture->colour != NULL)
        put_word(out, picture->colour);
    put_numbers(out, (double[]){picture->width, picture->height}, 2);
    put_word(out, "at");
    put_numbers(out, (double[]){rect->x, rect->y, rect->width, rect->height}, 4);
}

// By its name: what it holds is a dump of its own.
static void put_side(GString *out, const EzItem *item)
{
    const EzPlacedSide *side = &item->side;
    put_text(out, ez_scene_page(side->scene, side->page)->label);
    put_word(out, "at");
    put_numbers(out, (double[]){side->x, side->y}, 2);
    put_word(out, "scale");
    put_number(out, side->scale);
    if (side->turned)
        put_word(out, "turned");
    put_word(out, "clip");
    put_numbers(out,
                (double[]){side->clip.x, side->clip.y, side->clip.width, side->clip.height}, 4);
}

static void put_leaf(GString *out, int leaf)
{
    if (leaf < 0)
        put_word(out, "artefact");
    else
        g_string_append_printf(out, " leaf %d", leaf);
}

static void put_item(GString *out, const EzItem *item)
{
    static const char *const kinds[] = {"text", "path", "picture", "side",
                                        "clip", "clip", "unclip"};
    g_string_append_printf(out, "  %s", kinds[item->kind]);
    if (item->kind == EZ_ITEM_TEXT)
        put_run(out, item);
    else if (item->kind == EZ_ITEM_PATH)
        put_path(out, item);
    else if (item->kind == EZ_ITEM_PICTURE)
        put_picture(out, item);
    else if (item->kind == EZ_ITEM_SIDE)
        put_side(out, item);
    else if (item->kind == EZ_ITEM_CLIP)
        put_numbers(out,
                    (double[]){item->clip.x, item->clip.y, item->clip.width, item->clip.height},
                    4);
    if (item->kind < EZ_ITEM_CLIP)
        put_leaf(out, item->leaf);
    // Last, as it is what gets long.
    if (item->kind == EZ_ITEM_PATH)
        put_steps(out, &item->path.path);
    else if (item->kind == EZ_ITEM_CLIP_PATH)
        put_steps(out, &item->clip_path);
    g_string_append_c(out, '\n');
}

// ---- pages and tree ------------------------------------------------------------

// How many paths of one leaf stand behind each other from here on, in this page.
static int count_paths(const EzScene *scene, const EzScenePage *page, int from)
{
    int n = 0, leaf = ez_scene_item(scene, page->first_item + from)->leaf;
    for (; from + n < page->n_items; n++) {
        const EzItem *item = ez_scene_item(scene, page->first_item + from + n);
        if (item->kind != EZ_ITEM_PATH || item->leaf != leaf)
            break;
    }
    return n;
}

// A drawing of many paths is told by their number and a sum over what they are: a dump must stay readable.
static void put_drawing(GString *out, const EzScene *scene, int first, int n)
{
    g_autoptr(GString) lines = g_string_new(NULL);
    for (int i = 0; i < n; i++)
        put_item(lines, ez_scene_item(scene, first + i));
    g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, lines->str, -1);
    g_string_append_printf(out, "  paths %d sum %.12s", n, sum);
    put_leaf(out, ez_scene_item(scene, first)->leaf);
    g_string_append_c(out, '\n');
}

static void put_page(GString *out, const EzScene *scene, int index)
{
    enum { READABLE = 24 };
    const EzScenePage *page = ez_scene_page(scene, index);
    g_string_append_printf(out, "page %d", index + 1);
    put_text(out, page->label);
    put_number(out, page->width);
    put_word(out, "x");
    put_number(out, page->height);
    put_word(out, "bleed");
    put_number(out, page->bleed);
    g_string_append_c(out, '\n');
    for (int i = 0; i < page->n_items;) {
        int paths = count_paths(scene, page, i);
        if (paths > READABLE)
            put_drawing(out, scene, page->first_item + i, paths);
        else
            put_item(out, ez_scene_item(scene, page->first_item + i));
        i += paths > READABLE ? paths : 1;
    }
}

static int depth_of(const EzScene *scene, const EzTag *tag)
{
    int depth = 0;
    for (; tag->parent >= 0; tag = ez_scene_tag(scene, tag->parent))
        depth++;
    return depth;
}

static void put_tag(GString *out, const EzScene *scene, const EzTag *tag)
{
    int indent = 2 + 2 * depth_of(scene, tag);
    g_string_append_printf(out, "%*s%s %s", indent, "", ez_role_name(tag->role), tag->language);
    if (tag->leaf >= 0)
        g_string_append_printf(out, " leaf %d page %d", tag->leaf, tag->page + 1);
    if (tag->alt != NULL) {
        put_word(out, "alt");
        put_text(out, tag->alt);
    }
    if (tag->actual != NULL) {
        put_word(out, "actual");
        put_text(out, tag->actual);
    }
    g_string_append_c(out, '\n');
}

// ---- fields --------------------------------------------------------------------

static void put_spot(GString *out, const EzFormSpot *spot, int field)
{
    const EzRect *r = &spot->rect;
    g_string_append(out, "    spot");
    put_numbers(out, (double[]){r->x, r->y, r->width, r->height}, 4);
    if (spot->lines > 0)
        g_string_append_printf(out, " lines %d", spot->lines);
    if (spot->value != NULL)
        put_text(out, spot->value);
    if (spot->name != NULL)
        put_text(out, spot->name);
    if (spot->tag != field)
        g_string_append_printf(out, " tag %d", spot->tag);
    g_string_append_printf(out, " before %d\n", spot->before);
}

static void put_field(GString *out, const EzScene *scene, const EzFormField *field)
{
    g_string_append_printf(out, "  %s %s page %d tag %d", ez_form_name(field->kind), field->id,
                           field->page + 1, field->tag);
    put_text(out, field->label);
    if (strcmp(field->tooltip, field->label) != 0)
        put_text(out, field->tooltip);
    g_string_append_c(out, '\n');
    for (int i = 0; i < field->n_spots; i++)
        put_spot(out, ez_scene_field_spot(scene, field, i), field->tag);
}

static void put_fields(GString *out, const EzScene *scene)
{
    if (ez_scene_field_count(scene) > 0)
        g_string_append(out, "fields\n");
    for (int i = 0; i < ez_scene_field_count(scene); i++)
        put_field(out, scene, ez_scene_field(scene, i));
}

static void put_link(GString *out, const EzLink *link)
{
    g_string_append_printf(out, "  link page %d leaf %d", link->page + 1, link->leaf);
    put_text(out, link->address);
    put_text(out, link->name);
    for (int i = 0; i < link->n_rects; i++) {
        const EzRect *rect = &link->rects[i];
        put_word(out, "at");
        put_numbers(out, (double[]){rect->x, rect->y, rect->width, rect->height}, 4);
    }
    g_string_append_c(out, '\n');
}

char *ez_scene_dump(const EzScene *scene)
{
    GString *out = g_string_new("scene 2\nlanguage");
    put_word(out, ez_scene_language(scene));
    if (ez_scene_title(scene) != NULL) {
        g_string_append(out, "\ntitle");
        put_text(out, ez_scene_title(scene));
    }
    g_string_append_c(out, '\n');
    for (int i = 0; i < ez_scene_page_count(scene); i++)
        put_page(out, scene, i);
    g_string_append(out, "tree\n");
    for (int i = 0; i < ez_scene_tag_count(scene); i++)
        put_tag(out, scene, ez_scene_tag(scene, i));
    put_fields(out, scene);
    for (int i = 0; i < ez_scene_link_count(scene); i++)
        put_link(out, ez_scene_link_at(scene, i));
    return g_string_free(out, FALSE);
}
