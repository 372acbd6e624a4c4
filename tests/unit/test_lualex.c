// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/lualex.h"

#include <glib.h>
#include <string.h>

typedef struct Case {
    const char *text, *tokens; // each with its kind: n name, d number, s string, g sign
} Case;

static const Case cases[] = {
    {"", ""},
    {"a=1", "n:a g:= d:1"},
    {"a == b ~= c..d", "n:a g:== n:b g:~= n:c g:.. n:d"},
    {"-- x\ny --[[ z\n ]] w", "n:y n:w"},
    {"--[==[ ]] ]==]x", "n:x"},
    {"--[[ never closed", ""},
    {"'a\\'b' \"c\"", "s:'a\\'b' s:\"c\""},
    {"'not closed\nx", "s:'not closed n:x"},
    {"[[a]b]] [==[ ]] ]==] [=x", "s:[[a]b]] s:[==[ ]] ]==] g:[ g:= n:x"},
    {"0x1p-3 1e+5 .5 3", "d:0x1p-3 d:1e+5 d:.5 d:3"},
    {"a.b:c{}", "n:a g:. n:b g:: n:c g:{ g:}"},
    {"naïef_2", "n:naïef_2"},
    {"// ::x::", "g:// g::: n:x g:::"},
    {"'\\", "s:'\\"},
};

static void test_tokens(void)
{
    static const char kinds[] = {
        [EZ_LUA_NAME] = 'n', [EZ_LUA_NUMBER] = 'd', [EZ_LUA_STRING] = 's', [EZ_LUA_SIGN] = 'g'};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *text = cases[i].text;
        GString *found = g_string_new(NULL);
        EzLuaToken token = ez_lualex_next(text, strlen(text), 0);
        for (; token.kind != EZ_LUA_END; token = ez_lualex_next(text, strlen(text), token.end))
            g_string_append_printf(found, "%s%c:%.*s", found->len > 0 ? " " : "",
                                   kinds[token.kind], (int)(token.end - token.start),
                                   text + token.start);
        g_assert_cmpstr(found->str, ==, cases[i].tokens);
        g_string_free(found, TRUE);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/lualex/tokens", test_tokens);
    return g_test_run();
}
