// SPDX-License-Identifier: EUPL-1.2
// Where a line may end within a word: behind a hyphen or a soft hyphen, between ideographs …
#include <string.h>

#include "render/fonts_pango.h"
#include "render/text_shape.h"

enum { SOFT_HYPHEN = 0xAD, FIRST_OTHER_SCRIPT = 0x0E00 };

static bool is_sign(gunichar c)
{
    if (c < 0x80 && (g_ascii_isalnum((char)c) || strchr(".,;:!?'\"()", (int)c) != NULL))
        return false;
    if (c >= 0x2018 && c <= 0x201D) // quotes
        return false;
    return c >= FIRST_OTHER_SCRIPT || !g_unichar_isalnum(c);
}

bool ez_has_signs(const char *text, int bytes)
{
    for (const char *p = text; p < text + bytes; p = g_utf8_next_char(p))
        if (is_sign(g_utf8_get_char(p)))
            return true;
    return false;
}

GArray *ez_sign_breaks(const char *text, int bytes)
{
    GArray *out = g_array_new(FALSE, FALSE, sizeof(EzSignBreak));
    int n = (int)g_utf8_strlen(text, bytes) + 1, i = 0;
    g_autofree PangoLogAttr *attributes = g_new0(PangoLogAttr, n);
    pango_get_log_attrs(text, bytes, -1, pango_language_from_string("en"), attributes, n);
    gunichar before = 0;
    for (const char *p = text; p < text + bytes; p = g_utf8_next_char(p), i++) {
        EzSignBreak at = {(int)(p - text), before == SOFT_HYPHEN};
        if (i > 0 && attributes[i].is_line_break)
            g_array_append_val(out, at);
        before = g_utf8_get_char(p);
    }
    return out;
}
