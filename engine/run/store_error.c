// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/store_error.h"

void ez_store_fail(GError **error, EzStoreError code, const char *name, const char *sentence)
{
    g_set_error(error, EZ_STORE_ERROR, (int)code, "%s: %s", name, sentence);
}
