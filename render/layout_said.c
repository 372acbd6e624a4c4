// SPDX-License-Identifier: EUPL-1.2
// What people typed is printed, whatever it is: an author can be told to use another word, and somebody in a room cannot.
#include "render/layout-private.h"

// Signs of a word between which it may be broken, where it does not fit its place.
enum { SYLLABLE = 8 };

#define BOX      "\u25A1"
#define MAY_TEAR "\u200B"

static bool is_printed(const Layout *l, gunichar c)
{
    return c < 0x7F || ez_fonts_have(ez_typesetter_fonts(l->in->typesetter), c);
}

static void append_sign(GString *out, const Layout *l, const char *sign)
{
    gunichar c = g_utf8_get_char(sign);
    if (g_unichar_iscntrl(c))
        g_string_append_c(out, ' ');
    else if (is_printed(l, c))
        g_string_append_len(out, sign, g_utf8_next_char(sign) - sign);
    else if (!g_unichar_iszerowidth(c))
        g_string_append(out, BOX);
}

const char *ez_layout_printable(const Layout *l, const char *words, bool torn)
{
    g_autoptr(GString) out = g_string_new(NULL);
    int run = 0;
    for (const char *c = words; *c != '\0'; c = g_utf8_next_char(c)) {
        run = g_unichar_isspace(g_utf8_get_char(c)) ? 0 : run + 1;
        append_sign(out, l, c);
        if (torn && run > 0 && run % SYLLABLE == 0)
            g_string_append(out, MAY_TEAR);
    }
    return ez_arena_copy(l->arena, out->str, out->len + 1);
}
