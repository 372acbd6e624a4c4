// SPDX-License-Identifier: EUPL-1.2
// What the jobs of one thread work with, and to whom they tell what happens.
#pragma once

#include "engine/build/plan.h"
#include "render/pattern_cache.h"
#include "render/picture.h"
#include "render/sizes.h"
#include "render/typesetter.h"

typedef struct EzWorkbench {
    EzLoad *load;
    EzFonts *fonts;
    EzHyphens *hyphens;
    EzTypesetter *typesetter;
    EzSizes *sizes; // of the texts that are even over the deck in hand; else NULL
    EzPatternCache *patterns;
    EzPictures *pictures;
    const EzBuildRequest *request;
    void (*page_done)(void *data);
    void (*file_done)(const char *path, EzFileState state, int pages, const char *problem,
                      void *data);
    void *data;
} EzWorkbench;

// What running text is set in, upright; NULL when the theme or the kit has no such font.
const EzFont *ez_workbench_body_font(const EzWorkbench *bench);
