// SPDX-License-Identifier: EUPL-1.2
// How the store of a session fails. Messages are whole sentences for who runs the session, and say what to do.
// All of these are failures of the machine (exit status 3).
#pragma once

#include "engine/run/refusal.h"

typedef enum EzStoreError {
    EZ_STORE_MISSING,       // there is no such file
    EZ_STORE_EXISTS,        // a new session cannot begin where a file is
    EZ_STORE_NOT_A_SESSION, // another kind of file
    EZ_STORE_TOO_NEW,       // made by a later version
    EZ_STORE_DAMAGED,
    EZ_STORE_LOCKED, // another process writes it
    EZ_STORE_READ_ONLY,
    EZ_STORE_FULL, // the disk
    EZ_STORE_IO,
    EZ_STORE_BROKEN,  // failed before, and takes nothing more until it is opened again
    EZ_STORE_REFUSED, // this entry cannot be taken; the others were
} EzStoreError;

// "walk.ezsession: " and a sentence of the machine, or one that no facilitator meets: it has no Dutch.
void ez_store_fail(GError **error, EzStoreError code, const char *name, const char *sentence);
