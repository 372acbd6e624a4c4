// SPDX-License-Identifier: EUPL-1.2
// The verdict of preflight on a file that was made here, told to its author: where it was written rather than on which page of a file
// that was not kept.
#pragma once

#include "engine/base/diag.h"
#include "print/preflight.h"

typedef struct EzVerdictPage {
    char *label;   // "N01 voorkant", "Vel 1 voorkant"
    EzPlace place; // of its card, or of its page of a worksheet; none for a sheet of several
} EzVerdictPage;

typedef struct EzVerdict {
    const char *file; // as messages name it
    EzPreflightLanguage language;
    EzPlace place;    // of the deck or worksheet: of what has no place of its own
    const char *face; // that draws the pages; NULL = none
    const EzVerdictPage *const *pages; // in the order of the file
    int n_pages;
} EzVerdict;

// Reports each error of preflight's; its warnings and notes refuse nothing and are left out.
void ez_verdict_tell(const EzVerdict *verdict, const EzPreflightReport *report, EzDiags *diags);
