// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/requires.h"

#include "engine/base/lualex.h"

#include <string.h>

// The name between the quotes of a token; owned by the caller. NULL when it is something else, or written with escapes.
static char *quoted_name(const EzSource *source, EzLuaToken token)
{
    size_t length = token.end - token.start;
    const char *text = source->text + token.start;
    if (token.kind != EZ_LUA_STRING || length < 2 || text[0] == '[' ||
        text[length - 1] != text[0] || memchr(text, '\\', length) != NULL)
        return NULL;
    return g_strndup(text + 1, length - 2);
}

static void add_module(EzLoad *load, GPtrArray *files, const char *name, EzPlace place)
{
    bool there;
    EzLoadedFile *module = ez_load_module(load, name, &there);
    if (module != NULL && !g_ptr_array_find(files, module, NULL))
        g_ptr_array_add(files, module);
    if (module != NULL || there)
        return;
    g_autofree char *hint = ez_load_module_hint(load, name);
    ez_diag_report(load->diags, EZ_MODULE_UNKNOWN, place, hint, "name", name, NULL);
}

// What follows the word require, with or without a bracket before it.
static void add_called(EzLoad *load, GPtrArray *files, const EzSource *source, size_t at)
{
    EzLuaToken token = ez_lualex_next(source->text, source->length, at);
    if (ez_lualex_is(source->text, token, "("))
        token = ez_lualex_next(source->text, source->length, token.end);
    g_autofree char *name = quoted_name(source, token);
    if (name != NULL)
        add_module(load, files, name, ez_source_place(source, token.start, token.end));
}

static void scan(EzLoad *load, GPtrArray *files, const EzSource *source)
{
    const char *text = source->text;
    EzLuaToken before = {0}, token = ez_lualex_next(text, source->length, 0);
    while (token.kind != EZ_LUA_END) {
        bool is_field = ez_lualex_is(text, before, ".") || ez_lualex_is(text, before, ":");
        if (ez_lualex_is(text, token, "require") && !is_field)
            add_called(load, files, source, token.end);
        before = token;
        token = ez_lualex_next(text, source->length, token.end);
    }
}

void ez_requires_add(EzLoad *load, GPtrArray *files)
{
    for (unsigned i = 0; i < files->len; i++)
        scan(load, files, ((const EzLoadedFile *)files->pdata[i])->source);
}
