// SPDX-License-Identifier: EUPL-1.2
// Any text: its spans are the whole of it, and what is left holds no more than what was there.
#include "render/markup.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool has_icon(const char *name, void *data)
{
    g_assert_true(name[0] != '\0' && strlen(name) <= 40);
    return name[0] != 'x';
}

static void check_spans(const EzMarkup *markup)
{
    int at = 0;
    for (int i = 0; i < markup->n_spans; i++) {
        const EzMarkupSpan *span = &markup->spans[i];
        g_assert_cmpint(span->start, ==, at);
        g_assert_cmpint(span->end, >, span->start);
        g_assert_cmpint(span->link, >=, -1);
        g_assert_cmpint(span->link, <, markup->n_links);
        g_assert_true(
            g_utf8_validate(markup->text + span->start, span->end - span->start, NULL));
        at = span->end;
    }
    g_assert_cmpint(at, ==, (int)strlen(markup->text));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree char *bytes = g_strndup((const char *)data, size);
    g_autofree char *text = g_utf8_make_valid(bytes, -1);
    g_autoptr(EzArena) arena = ez_arena_new();
    const EzMarkup *markup = ez_markup_parse(arena, text, has_icon, NULL);
    check_spans(markup);
    g_assert_cmpuint(strlen(markup->text), <=, strlen(text));
    g_assert_cmpint(markup->unclosed, <, (int)strlen(text));
    // What holds no sign is left as it is.
    if (strpbrk(text, "*_[:\\") == NULL)
        g_assert_cmpstr(markup->text, ==, text);
    return 0;
}
