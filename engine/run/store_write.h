// SPDX-License-Identifier: EUPL-1.2
// The writer: a thread that alone writes. Whatever is queued when it gets to work goes into one transaction, and is acknowledged after its
// COMMIT: one sync of the disk for a whole room that answers at once.
#pragma once

#include "engine/run/row.h"
#include "engine/run/store_db.h"

typedef struct EzWriter EzWriter;

// Owns `db` from here on. Acknowledgements come in the thread whose default context this is.
EzWriter *ez_writer_new(EzDb *db);
// Commits what is queued, acknowledges it, and closes the file.
void ez_writer_free(EzWriter *writer);

void ez_writer_put(EzWriter *writer, const EzEntry *entry, int64_t at,
                   EzAcknowledge acknowledge, void *data);
// Waits until all that was put is on disk or failed, and acknowledges it, within the call.
void ez_writer_flush(EzWriter *writer);
// Within an acknowledgement.
bool ez_writer_is_telling(const EzWriter *writer);
