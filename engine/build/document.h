// SPDX-License-Identifier: EUPL-1.2
// The PDF of an output, and what becomes of its drawn bytes: scenes are drawn one after the other; at the end the drawing is finished
// for a screen or for a press, and judged by preflight. A bare one is handed out as it was drawn.
#pragma once

#include "engine/build/workbench.h"
#include "print/press.h"
#include "render/scene.h"

typedef struct EzDocument EzDocument;

// `language` is a number of the kit's. `press` is for a print shop and is given the scenes by its owner; NULL = for a screen or a
// printer at home. The title is copied, the rest must outlive the document.
EzDocument *ez_document_new(const EzWorkbench *bench, const EzJob *job, int language,
                            const char *title, EzPress *press);
void ez_document_free(EzDocument *document);

// Draws the pages of a scene, which may be freed. What goes wrong is told at the end.
void ez_document_add(EzDocument *document, const EzScene *scene);
// The bytes of the file, to be asked for once; for a press `part` is 0 for all pages, or one side after the other (see EzPressFile). NULL when it may not be handed out: after a mistake, which is told with
// the name `path`, or a failure, which is in `error`.
GBytes *ez_document_finish(EzDocument *document, int part, const char *path, EzDiags *diags,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
