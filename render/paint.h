// SPDX-License-Identifier: EUPL-1.2
// Painting: the items of one page of a sealed scene onto a cairo context. Devices share it.
#pragma once

#include <cairo.h>

#include "render/scene.h"

// The fonts that one device has open. Belongs to one thread.
typedef struct EzPainter EzPainter;

// `marks`: puts one flat mark ("Span") around the items of each leaf.
EzPainter *ez_painter_new(bool marks);
void ez_painter_free(EzPainter *painter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzPainter, ez_painter_free)

// White paper for a page, bleed and all, where there is none: in a picture.
void ez_paint_ground(cairo_t *cr, const EzScenePage *page);
// `cr` in mm, its origin at the top left of the trim. Fails when a font file cannot be opened.
bool ez_painter_page(EzPainter *painter, cairo_t *cr, const EzScene *scene, int page,
                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
