// SPDX-License-Identifier: EUPL-1.2
// Anonymous answers. While a step is open they are known by HMAC-SHA256 under a secret of that step, so that somebody can change their own;
// when it closes they become one list in the order of their letters, and all that could tie them to anyone is destroyed.
// Each is a part of the writer's transaction.
#pragma once

#include "engine/run/row.h"
#include "engine/run/store_db.h"

// 0 = the step is not an open anonymous one; else the row that opened it.
bool ez_anonymous_opened(EzDb *db, const char *step, int64_t *opened, GError **error);
bool ez_anonymous_open(EzDb *db, const char *step, int64_t seq, GError **error);
// An answer, or one that is taken back. `repeated`: it was there already. Refused when the step is not open.
bool ez_anonymous_put(EzDb *db, const EzEntry *entry, int64_t *opened, bool *repeated,
                      GError **error);
// {"answers":[…]} in the order of their bytes; "" when there is none. Owned by the caller; NULL on failure.
char *ez_anonymous_gather(EzDb *db, const char *step, GError **error);
// Destroys secret and answers of the steps that were opened in the rows from `from` on; of one step only unless `step` is NULL.
bool ez_anonymous_destroy(EzDb *db, const char *step, int64_t from, GError **error);
// As is kept of a token or an idem; owned by the caller. `use`: "token" or "idem".
char *ez_anonymous_hmac(const char *secret, const char *use, const char *text);
