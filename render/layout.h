// SPDX-License-Identifier: EUPL-1.2
// From nodes to a page of a scene, in one language: measure, then place, then check what was placed.
#pragma once

#include "engine/base/diag.h"
#include "engine/model/node.h"
#include "engine/model/theme.h"
#include "render/pattern_cache.h"
#include "render/scene.h"
#include "render/sizes.h"

typedef struct EzLayout {
    const EzTheme *theme;
    EzTypesetter *typesetter;
    // The icon of this name, for icons within words; NULL when the kit has none. May itself be NULL.
    const EzPictureFile *(*icon)(const char *name, void *data);
    void *icon_data;
    EzSizes *sizes; // of texts that are even over a deck; NULL: each is as large as fits
    EzPatternCache *patterns;
    EzPictures *pictures;
    int language; // number of the language in every EzText
    const char *language_code;
    const char *colour; // of fields that name none; NULL = ink
    EzDiags *diags;
    EzScene *scene;
    double width, height, bleed, safe; // of the page, in mm
    const char *label;                 // of the page: "N01 front"
    const char *thing;                 // as messages say it: "card N01 (front, nl)"
    EzPlace place;                     // of what the page shows, in the author's file
} EzLayout;

// Adds one page to the scene, or for pages { … } as many as it needs, whose labels and messages are numbered. Mistakes go to the layout's
// diagnostics; the page is made all the same, as well as it goes.
void ez_layout_page(const EzLayout *layout, const EzNode *root);

// Tells every font that the theme names and the kit lacks, and every feature that a style asks for and its font lacks.
void ez_layout_check_theme(const EzTheme *theme, const EzFonts *fonts, EzDiags *diags);
