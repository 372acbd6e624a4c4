// SPDX-License-Identifier: EUPL-1.2
// Pictures onto a Cairo context, for paint and its devices.
#pragma once

#include <cairo.h>

#include "render/scene.h"

// What one device has painted. Belongs to one thread.
typedef struct EzPicturePainter EzPicturePainter;

// `marks`: what is painted stands between marks of content.
EzPicturePainter *ez_picture_painter_new(bool marks);
void ez_picture_painter_free(EzPicturePainter *painter);
void ez_picture_painter_begin_page(EzPicturePainter *painter);

// Fills the rectangle with the picture. In a PDF each picture is one object, however often it is painted. Fails when memory lacks.
bool ez_picture_paint(EzPicturePainter *painter, cairo_t *cr, const EzPicture *picture,
                      EzRect rect, GError **error) G_GNUC_WARN_UNUSED_RESULT;
