// SPDX-License-Identifier: EUPL-1.2
// A PDF for a print shop: the pages that were drawn with bleed, written to the rules of a profile (PDF/X-4 or PDF/X-1a). All is
// CMYK, text in black ink overprints, and each page has its trim and bleed boxes. Nobody has certified the result.
#pragma once

#include "engine/base/diag.h"
#include "engine/model/theme.h"
#include "print/profile.h"
#include "render/scene.h"

typedef struct EzPress EzPress;

// The profile must live longer.
EzPress *ez_press_new(const EzProfile *profile);
void ez_press_free(EzPress *press);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzPress, ez_press_free)

// The theme's colours have their own CMYK. Must live longer.
void ez_press_theme(EzPress *press, const EzTheme *theme);
// Takes note of the pages of a scene, in the order in which they are drawn. A page that the shop cannot take (its size, its bleed) is a
// mistake. The scene may be freed.
void ez_press_add(EzPress *press, const EzScene *scene, EzDiags *diags);
// For each page of the file that was finished last, which of those that were added it is (int, from 0): some shops want backs before
// fronts, or apart. Owned by the caller.
GArray *ez_press_order(const EzPress *press);

typedef struct EzPressFile {
    const char *file; // what messages call it
    const char *title, *creator;
    const char *date; // "2026-01-01T00:00:00Z"; NULL = EZ_PDF_DATE
    int part;         // 0 = all pages; n = of each scene only its n-th page
} EzPressFile;

// Makes the file of what was drawn, with bleed and without marks; for one part after the other where sides go apart. NULL after a failure,
// and after a mistake (something see-through, where the rules know no such thing), which is told.
GBytes *ez_press_finish(EzPress *press, GBytes *drawn, const EzPressFile *about, EzDiags *diags,
                        GError **error);
