// SPDX-License-Identifier: EUPL-1.2
// How long a session is kept: so many days after its file was last written. Nothing is erased by itself.
#pragma once

#include "engine/run/session.h"

enum { EZ_RETENTION_DAYS = 30 }; // of an exercise that says nothing

int ez_retention_days(const EzSession *session);
// When the term of a file ends, in seconds since 1970; -1 when the file is not there.
int64_t ez_retention_end(const EzSession *session, const char *path);
// "24 december 2026" in "nl", "24 December 2026" in "en", in the machine's time zone. Owned by the caller.
char *ez_retention_date(const EzSession *session, const char *path, const char *language);
