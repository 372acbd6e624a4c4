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
// What was written before may be what would be written now. From `compare` on scenes are only summed up;
// `settle` ends that, and is true when no file need be painted: nothing is to be added then. Between them
// comes all that will be added afterwards. `known`: whether there is anything to compare with.
bool ez_output_known(const EzOutput *output);
void ez_output_compare(EzOutput *output);
bool ez_output_settle(EzOutput *output);
// Paints a scene, or holds it until its sheet is full and all its copies are painted. What goes wrong
// is told at the end.
void ez_output_add(EzOutput *output, EzScene *scene, int copies);
// Writes what is left to write. A refused output writes nothing. Tells of each file what became
// of it.
void ez_output_end(EzOutput *output, bool refused, EzDiags *diags);
