// SPDX-License-Identifier: EUPL-1.2
#include "render/scene_digest.h"

#include "render/scene_form.h"

static void put_colour(EzDigest *sum, EzColour colour)
{
    ez_digest_text(sum, colour.name);
    ez_digest_numbers(sum, (double[]){colour.r, colour.g, colour.b, colour.tint}, 4);
    if (colour.has_cmyk)
        ez_digest_numbers(sum, (double[]){colour.c, colour.m, colour.y, colour.k}, 4);
    ez_digest_text(sum, colour.spot);
}

static void put_rect(EzDigest *sum, EzRect rect)
{
    ez_digest_numbers(sum, (double[]){rect.x, rect.y, rect.width, rect.height}, 4);
}

// ---- items ---------------------------------------------------------------------

static void put_run(EzDigest *sum, const EzGlyphRun *run)
{
    ez_digest_text(sum, run->font->name);
    ez_digest_text(sum, run->language);
    ez_digest_bytes(sum, run->text, run->n_bytes);
    ez_digest_numbers(sum, (double[]){run->size, run->x, run->width, run->backward}, 4);
    for (int i = 0; i < run->n_glyphs; i++) {
        const EzGlyph *glyph = &run->glyphs[i];
        ez_digest_whole(sum, glyph->id);
        ez_digest_number(sum, glyph->x);
        ez_digest_number(sum, glyph->y);
    }
    for (int i = 0; i < run->n_clusters; i++)
        ez_digest_whole(sum, (int64_t)run->clusters[i].bytes << 32 | run->clusters[i].glyphs);
}

static void put_path(EzDigest *sum, const EzPath *path)
{
    ez_digest_whole(sum, path->n_steps);
    for (int i = 0; i < path->n_steps; i++) {
        const EzPathStep *s = &path->steps[i];
        ez_digest_numbers(sum, (double[]){s->verb, s->x1, s->y1, s->x2, s->y2, s->x, s->y},
                          s->verb == EZ_CLOSE ? 1 : 7);
    }
}

static void put_painted_path(EzDigest *sum, const EzItem *item)
{
    const EzStroke *stroke = &item->path.stroke;
    put_path(sum, &item->path.path);
    ez_digest_whole(sum, item->path.filled);
    put_colour(sum, item->path.fill);
    put_colour(sum, stroke->colour);
    ez_digest_numbers(
        sum, (double[]){stroke->width, stroke->cap, stroke->dash[0], stroke->dash[1]}, 4);
}

static void put_page(EzDigest *sum, const EzScene *scene, int page);

static void put_side(EzDigest *sum, const EzPlacedSide *side)
{
    ez_digest_numbers(sum, (double[]){side->x, side->y, side->scale, side->turned}, 4);
    put_rect(sum, side->clip);
    put_page(sum, side->scene, side->page);
}

static void put_item(EzDigest *sum, const EzItem *item)
{
    ez_digest_whole(sum, item->kind);
    ez_digest_whole(sum, item->leaf);
    switch (item->kind) {
    case EZ_ITEM_TEXT:
        put_run(sum, item->text.run);
        ez_digest_numbers(sum, (double[]){item->text.x, item->text.y}, 2);
        put_colour(sum, item->text.colour);
        break;
    case EZ_ITEM_PATH:
        put_painted_path(sum, item);
        break;
    case EZ_ITEM_PICTURE:
        ez_digest_text(sum, item->picture.picture->sum);
        put_rect(sum, item->picture.rect);
        break;
    case EZ_ITEM_SIDE:
        put_side(sum, &item->side);
        break;
    case EZ_ITEM_CLIP:
        put_rect(sum, item->clip);
        break;
    case EZ_ITEM_CLIP_PATH:
        put_path(sum, &item->clip_path);
        break;
    case EZ_ITEM_UNCLIP:
        break;
    }
}

static void put_page(EzDigest *sum, const EzScene *scene, int page)
{
    const EzScenePage *on = ez_scene_page(scene, page);
    ez_digest_numbers(sum, (double[]){on->width, on->height, on->bleed, on->n_items}, 4);
    ez_digest_text(sum, on->label);
    for (int i = 0; i < on->n_items; i++)
        put_item(sum, ez_scene_item(scene, on->first_item + i));
}

// ---- what is heard and filled in -------------------------------------------------

static void put_tag(EzDigest *sum, const EzTag *tag)
{
    ez_digest_whole(sum, tag->role);
    ez_digest_whole(sum, tag->parent);
    ez_digest_whole(sum, tag->leaf);
    ez_digest_whole(sum, tag->page);
    ez_digest_text(sum, tag->language);
    ez_digest_text(sum, tag->alt);
    ez_digest_text(sum, tag->actual);
}

static void put_link(EzDigest *sum, const EzLink *link)
{
    ez_digest_whole(sum, link->page);
    ez_digest_whole(sum, link->leaf);
    ez_digest_text(sum, link->address);
    ez_digest_text(sum, link->name);
    for (int i = 0; i < link->n_rects; i++)
        put_rect(sum, link->rects[i]);
}

static void put_field(EzDigest *sum, const EzScene *scene, const EzFormField *field)
{
    ez_digest_whole(sum, field->kind);
    ez_digest_whole(sum, field->page);
    ez_digest_whole(sum, field->tag);
    ez_digest_text(sum, field->id);
    ez_digest_text(sum, field->label);
    ez_digest_text(sum, field->tooltip);
    for (int i = 0; i < field->n_spots; i++) {
        const EzFormSpot *spot = ez_scene_field_spot(scene, field, i);
        put_rect(sum, spot->rect);
        ez_digest_text(sum, spot->value);
        ez_digest_text(sum, spot->name);
        ez_digest_whole(sum, spot->lines);
        ez_digest_whole(sum, spot->tag);
        ez_digest_whole(sum, spot->before);
    }
}

static void put_structure(EzDigest *sum, const EzScene *scene)
{
    ez_digest_text(sum, ez_scene_language(scene));
    for (int i = 0; i < ez_scene_tag_count(scene); i++)
        put_tag(sum, ez_scene_tag(scene, i));
    for (int i = 0; i < ez_scene_link_count(scene); i++)
        put_link(sum, ez_scene_link_at(scene, i));
    for (int i = 0; i < ez_scene_field_count(scene); i++)
        put_field(sum, scene, ez_scene_field(scene, i));
}

void ez_scene_digest(const EzScene *scene, int page, EzDigest *sum)
{
    put_page(sum, scene, page);
    if (page == 0)
        put_structure(sum, scene);
}
