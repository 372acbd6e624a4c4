// SPDX-License-Identifier: EUPL-1.2
// What becomes of a job in one language: it takes sealed scenes one after the other and makes
// files of them. A PDF grows with each scene and is written at the end; of the other formats
// each page is written at once. For a printer at home they go on sheets first.
#pragma once

#include "engine/build/workbench.h"
#include "render/scene.h"

typedef struct EzOutput EzOutput;

// `language` is a number of the kit's. The rest must outlive the output.
EzOutput *ez_output_new(const EzWorkbench *bench, const EzJob *job, int language,
                        EzPurpose purpose, const char *title);
void ez_output_free(EzOutput *output);
// Paints a scene, or holds it until its sheet is full and all its copies are painted. What goes wrong
// is told at the end.
void ez_output_add(EzOutput *output, EzScene *scene, int copies);
// Writes what is left to write. A refused output writes nothing. Tells of each file what became
// of it.
void ez_output_end(EzOutput *output, bool refused, EzDiags *diags);
