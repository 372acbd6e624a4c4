// SPDX-License-Identifier: EUPL-1.2
// A page of a sealed scene as SVG, in millimetres. Letters become shapes, so that it looks the same without the fonts.
#pragma once

#include "render/scene.h"

// The whole file in memory; with `bleed` as large as the bleed, else the trim. The same scene, fonts and library versions give the same
// bytes.
GBytes *ez_svg_render(const EzScene *scene, int page, bool bleed, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
