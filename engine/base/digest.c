// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/digest.h"

#include <glib.h>
#include <string.h>

void ez_digest_init(EzDigest *digest)
{
    *digest = (EzDigest){EZ_DIGEST_B, EZ_DIGEST_A};
}

void ez_digest_bytes(EzDigest *digest, const char *bytes, int n)
{
    uint64_t word = 0;
    ez_digest_whole(digest, n);
    for (; n >= 8; n -= 8, bytes += 8) {
        memcpy(&word, bytes, 8);
        ez_digest_whole(digest, (int64_t)GUINT64_FROM_LE(word));
    }
    word = 0;
    for (int i = 0; i < n; i++)
        word = word << 8 | (unsigned char)bytes[i];
    if (n > 0)
        ez_digest_whole(digest, (int64_t)word);
}

void ez_digest_text(EzDigest *digest, const char *text)
{
    if (text == NULL)
        ez_digest_whole(digest, -1);
    else
        ez_digest_bytes(digest, text, (int)strlen(text));
}

static uint64_t finish(uint64_t value)
{
    value = (value ^ value >> 32) * EZ_DIGEST_A;
    return value ^ value >> 29;
}

char *ez_digest_hex(const EzDigest *digest)
{
    uint64_t a = finish(digest->a + ez_digest_turn(digest->b, 17)),
             b = finish(digest->b ^ digest->a);
    return g_strdup_printf("%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x", a, b);
}
