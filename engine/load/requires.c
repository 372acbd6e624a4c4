// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/requires.h"

#include "engine/base/lualex.h"

// The name between the quotes of a string token; owned by the caller.
static char *name_of(const EzSource *source, EzLuaToken token)
{
    return g_strndup(source->text + token.start + 1, token.end - token.start - 2);
}

static void add_module(EzLoad *load, GPtrArray *files, const EzSource *source, EzLuaToken token)
{
    g_autofree char *name = name_of(source, token);
    bool there;
    EzLoadedFile *module = ez_load_module(load, name, &there);
    if (module != NULL && !g_ptr_array_find(files, module, NULL))
        g_ptr_array_add(files, module);
    if (module != NULL || there)
        return;
    g_autofree char *hint = ez_load_module_hint(load, name);
    ez_diag_report(load->diags, EZ_MODULE_UNKNOWN,
                   ez_source_place(source, token.start, token.end), hint, "name", name, NULL);
}

static bool is_quoted(const EzSource *source, EzLuaToken token)
{
    char last = source->text[token.end - 1];
    return token.kind == EZ_LUA_STRING && token.end - token.start >= 2 &&
           source->text[token.start] != '[' && last == source->text[token.start];
}

// What is called after the word require: a text, with or without a bracket before it.
static void scan(EzLoad *load, GPtrArray *files, const EzSource *source)
{
    const char *text = source->text;
    size_t length = source->length;
    EzLuaToken before = {0}, token = ez_lualex_next(text, length, 0);
    while (token.kind != EZ_LUA_END) {
        EzLuaToken next = ez_lualex_next(text, length, token.end);
        bool is_field = ez_lualex_is(text, before, ".") || ez_lualex_is(text, before, ":");
        if (ez_lualex_is(text, token, "require") && !is_field) {
            if (ez_lualex_is(text, next, "("))
                next = ez_lualex_next(text, length, next.end);
            if (is_quoted(source, next))
                add_module(load, files, source, next);
        }
        before = token;
        token = ez_lualex_next(text, length, token.end);
    }
}

void ez_requires_add(EzLoad *load, GPtrArray *files)
{
    for (unsigned i = 0; i < files->len; i++)
        scan(load, files, ((const EzLoadedFile *)files->pdata[i])->source);
}
