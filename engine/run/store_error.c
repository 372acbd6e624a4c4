// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/store_error.h"

GQuark ez_store_error_quark(void)
{
    return g_quark_from_static_string("ez-store-error");
}

void ez_store_fail(GError **error, EzStoreError code, const char *name, const char *sentence)
{
    g_set_error(error, EZ_STORE_ERROR, (int)code, "%s: %s", name, sentence);
}
