// SPDX-License-Identifier: EUPL-1.2
// A page of a sealed scene as a PNG of exact size in pixels, painted at twice that size and scaled down, because Cairo
// puts glyphs on whole pixels.
#pragma once

#include "render/scene.h"

typedef struct EzPngOptions {
    double dpi; // 36 to 1200
    bool bleed; // as large as the bleed, else the trim
} EzPngOptions;

// How many pixels a length has: rounded to the nearest, at least 1.
int ez_png_pixels(double mm, double dpi);

// The whole file in memory: 8 bits a channel, sRGB, opaque. The same scene, fonts and library versions give the same bytes. Fails when
// the picture would be larger than 20,000 pixels on a side, or memory lacks.
GBytes *ez_png_render(const EzScene *scene, int page, const EzPngOptions *options,
                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
