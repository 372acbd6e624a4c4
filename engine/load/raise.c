// SPDX-License-Identifier: EUPL-1.2
// Errors that host functions of this room raise, and what is known to be broken.
#include "engine/load/context.h"

#include <lauxlib.h>
#include <stdarg.h>

// ez_diag_message takes its pairs as arguments; here they come as a list of at most five.
static char *joined_message(EzDiagCode code, va_list pairs)
{
    const char *p[11] = {NULL};
    for (int i = 0; i < 10 && (p[i] = va_arg(pairs, const char *)) != NULL; i++) {
    }
    g_autofree char *message =
        ez_diag_message(code, p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9], NULL);
    return g_utf8_make_valid(message, -1); // as it will come back in the fault
}

void ez_load_prepare(lua_State *L, EzDiagCode code, const char *token, char *hint, ...)
{
    EzLoad *load = ez_host_user(L);
    va_list pairs;
    va_start(pairs, hint);
    char *message = joined_message(code, pairs);
    va_end(pairs);
    g_free(load->raised_message);
    g_free(load->raised_hint);
    g_free(load->raised_token);
    load->raised_message = message;
    load->raised_hint = hint;
    load->raised_token = g_strdup(token);
    load->raised_code = code;
}

int ez_load_raise(lua_State *L)
{
    const EzLoad *load = ez_host_user(L);
    return luaL_error(L, "%s", load->raised_message);
}

void ez_load_mark_broken(EzLoad *load, const char *name)
{
    if (name != NULL)
        g_hash_table_add(load->broken, g_ascii_strdown(name, -1));
}

bool ez_load_is_broken(const EzLoad *load, const char *name)
{
    g_autofree char *key = g_ascii_strdown(name, -1);
    return g_hash_table_contains(load->broken, key);
}
