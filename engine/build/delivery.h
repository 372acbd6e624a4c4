// SPDX-License-Identifier: EUPL-1.2
// Where the files of an output go: their names, their stamps, the disk, and who is told what became of each.
#pragma once

#include "engine/build/workbench.h"

// Whose files they are. What it points at must outlive it.
typedef struct EzDelivery {
    const EzWorkbench *bench;
    const EzJob *job;
    int language; // number of the kit's
    EzPurpose purpose;
} EzDelivery;

// The path of a file, by its number in the output (see ez_plan_file); owned by the caller.
char *ez_delivery_path(const EzDelivery *delivery, int file);
// Whether the file stands as it was written, whatever it was made of; and whether it was made of what `key` says.
bool ez_delivery_known(const EzDelivery *delivery, int file);
bool ez_delivery_fits(const EzDelivery *delivery, int file, const char *key);
// Writes the file, unless it holds these bytes, and stamps it with the key. EZ_FILE_FAILED with an error.
EzFileState ez_delivery_put(const EzDelivery *delivery, int file, GBytes *bytes,
                            const char *key, GError **error);
// Tells what became of the file; the error may be NULL.
void ez_delivery_tell(const EzDelivery *delivery, int file, EzFileState state, int pages,
                      const GError *error);
