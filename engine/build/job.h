// SPDX-License-Identifier: EUPL-1.2
// One job of a plan: its pages laid out in all its languages, then painted and written, a file a language.
#pragma once

#include "engine/build/plan.h"
#include "render/fonts.h"
#include "render/pattern_cache.h"
#include "render/picture.h"

// What a job works with; belongs to one thread.
typedef struct EzWorkbench {
    EzLoad *load;
    EzFonts *fonts;
    EzPatternCache *patterns;
    EzPictures *pictures;
    const EzBuildRequest *request;
    void (*page_done)(void *data);
    void (*file_done)(const char *path, EzFileState state, int pages, const char *problem,
                      void *data);
    void *data;
} EzWorkbench;

// False when it was stopped. Mistakes go to `diags`; a file with mistakes is not written, nor is any of a job that is blamed.
bool ez_job_run(EzWorkbench *bench, const EzJob *job, bool write, EzDiags *diags);
