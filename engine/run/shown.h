// SPDX-License-Identifier: EUPL-1.2
// A session as it stands in its file, to look at: nothing is written.
#pragma once

#include "engine/run/session.h"

typedef struct EzShown EzShown;
EzShown *ez_shown_open(const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void ez_shown_free(EzShown *shown);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzShown, ez_shown_free)
const EzSession *ez_shown_session(const EzShown *shown);
// The rows of its journal, as they stand there, also what was rewound.
const EzRow *ez_shown_rows(const EzShown *shown, int *count);
// Whether anonymous answers in this row are so few that an export leaves it out.
bool ez_shown_hides(const EzRow *row);
