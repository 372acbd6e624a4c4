// SPDX-License-Identifier: EUPL-1.2
// What a session says no to, and how it fails, in sentences for who leads it. Each sentence is a record of the catalogue (refusal.inc) in
// English and in Dutch, with the same named slots. The message of such an error is English; it carries its Dutch with it.
#pragma once

#include <glib.h>
#include <stdbool.h>

#define EZ_SESSION_ERROR (ez_session_error_quark())
GQuark ez_session_error_quark(void);
typedef enum EzSessionError {
    EZ_SESSION_REFUSED, // this cannot be done now; nothing changed
    EZ_SESSION_PARTED,  // the journal and the script do not agree
    EZ_SESSION_SCRIPT, // the script went wrong, see ez_session_fault: the session is of no more use, its journal is
} EzSessionError;

// How the store of a session fails: failures of the machine (exit status 3), told with what to do.
#define EZ_STORE_ERROR (ez_store_error_quark())
GQuark ez_store_error_quark(void);

typedef enum EzRefusal {
#define EZ_REFUSAL(name, en, nl) EZ_REFUSE_##name,
#include "engine/run/refusal.inc"
#undef EZ_REFUSAL
    EZ_REFUSALS
} EzRefusal;

typedef struct EzRefusalRecord {
    const char *name, *en, *nl;
} EzRefusalRecord;
const EzRefusalRecord *ez_refusal_record(EzRefusal refusal);

// Says no: an EZ_SESSION_REFUSED with this sentence. Then pairs of slot and text, closed by NULL. Gives false.
G_GNUC_NULL_TERMINATED
bool ez_refuse(GError **error, EzRefusal refusal, ...);
// The same as an error of EZ_SESSION_ERROR or EZ_STORE_ERROR with this code.
G_GNUC_NULL_TERMINATED
bool ez_fail(GError **error, GQuark domain, int code, EzRefusal refusal, ...);
// A number as a slot takes it; good until the end of the block that calls.
#define EZ_NUMBER(number) g_ascii_formatd((char[32]){0}, 32, "%.0f", (double)(number))
// What is told of the error in "nl" or "en"; its message where it has no Dutch. Good as long as the error.
const char *ez_error_words(const GError *error, const char *language);
