// SPDX-License-Identifier: EUPL-1.2
// How decks and worksheets go on sheets for a printer at home.
#pragma once

#include "engine/build/request.h"
#include "print/sheets.h"

// What must be read may not become smaller than this on paper, in pt, and a source or a sign not smaller than that.
#define EZ_HOME_BODY 8.5
#define EZ_HOME_SIGN 6.6

// Of a deck's cards with one or two sides; the count is 0 when the paper holds none.
EzImposition ez_home_cards(const EzKit *kit, const EzDeck *deck, int n_sides,
                           const EzHomeRequest *home);
// Of a worksheet's pages, likewise.
EzImposition ez_home_page(const EzWorksheet *sheet, const EzHomeRequest *home);

// Tells that the paper is too small, or that it was cut for another size.
void ez_home_tell_paper(const EzDeck *deck, const EzWorksheet *sheet, const EzHomeRequest *home,
                        EzDiags *diags);
// Tells where a worksheet that was scaled down has letters that are too small to read.
void ez_home_check_type(const EzWorksheet *sheet, const EzScene *scene, double scale,
                        EzDiags *diags);
