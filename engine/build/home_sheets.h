// SPDX-License-Identifier: EUPL-1.2
// The sheets of a job for a printer at home, with what stands in their labels.
#pragma once

#include "engine/build/workbench.h"
#include "print/sheets.h"

// `language` is a number of the kit's; `count`: sheets that there will be. `take` is given each page of a sheet, with `data`.
// Owned by the caller, and outlived by the rest.
EzSheets *ez_home_sheets(const EzWorkbench *bench, const EzJob *job, int language, int count,
                         EzSheetTaker take, void *data);
