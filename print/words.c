// SPDX-License-Identifier: EUPL-1.2
#include "print/words.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

static const EzPrintWords table[] = {
    {"en", {"front", "back"}, "front and back", "sheet", "scale", "%", "."},
    {"nl", {"voorkant", "achterkant"}, "voor- en achterkant", "vel", "schaal", "\u00A0%", ","},
};

const EzPrintWords *ez_print_words(const char *language)
{
    for (gsize i = 0; i < G_N_ELEMENTS(table); i++) {
        size_t length = strlen(table[i].language);
        bool same = g_ascii_strncasecmp(language, table[i].language, length) == 0;
        if (same && (language[length] == '\0' || language[length] == '-'))
            return &table[i];
    }
    return &table[0];
}
