// SPDX-License-Identifier: EUPL-1.2
// The ids of a worksheet's fields: step[.part][#n], each of them once.
#pragma once

#include "engine/base/diag.h"
#include "engine/model/kit.h"

// Tells every id of a field or canvas that has another form, or that the sheet has already.
void ez_field_ids_check(const EzWorksheet *sheet, EzDiags *diags);
// True for "idea", "idea#2", "monday.who", "monday.who#2".
bool ez_field_id_is_one(const char *id);
