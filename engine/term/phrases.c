// SPDX-License-Identifier: EUPL-1.2
#include "engine/term/phrases.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

static const struct {
    const char *nl, *en;
} phrases[EZ_PHRASES] = {
#define EZ_PHRASE(name, nl, en) {nl, en},
#include "engine/term/phrases.inc"
#undef EZ_PHRASE
};

const char *ez_phrase(EzPhrase phrase, const char *language)
{
    return strcmp(language, "nl") == 0 ? phrases[phrase].nl : phrases[phrase].en;
}

char *ez_phrase_fill(EzPhrase phrase, const char *language, const char *a, const char *b)
{
    GString *out = g_string_new(NULL);
    const char *values[] = {a, b, NULL}, **next = values;
    for (const char *c = ez_phrase(phrase, language); *c != '\0'; c++) {
        bool slot = c[0] == '%' && c[1] == 's';
        if (slot)
            g_string_append(out, *next != NULL ? *next++ : "");
        else
            g_string_append_c(out, *c);
        c += slot;
    }
    return g_string_free(out, FALSE);
}
