// SPDX-License-Identifier: EUPL-1.2
#include "render/pattern_file.h"

#include <string.h>

enum { SUM = 32 };

// Ahead of each stroke's points.
typedef struct StrokeHead {
    gint32 n_points, closed;
    float width, share;
} StrokeHead;

typedef struct Head {
    gint32 version, n_strokes, n_discs, n_points;
} Head;

static void sum_of(const void *bytes, size_t length, guint8 out[SUM])
{
    gsize size = SUM;
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(sum, bytes, (gssize)length);
    g_checksum_get_digest(sum, out, &size);
    g_checksum_free(sum);
}

static void append(GByteArray *out, const void *bytes, size_t size)
{
    g_byte_array_append(out, bytes, (guint)size);
}

GBytes *ez_pattern_pack(const EzPattern *pattern)
{
    GByteArray *out = g_byte_array_new();
    Head head = {EZ_PATTERN_VERSION, pattern->n_strokes, pattern->n_discs, pattern->n_points};
    append(out, &head, sizeof head);
    for (int i = 0; i < pattern->n_strokes; i++) {
        const EzPatternStroke *stroke = &pattern->strokes[i];
        StrokeHead one = {stroke->n_points, stroke->closed, stroke->width, stroke->share};
        append(out, &one, sizeof one);
        append(out, stroke->points, sizeof(EzPatternPoint) * (size_t)stroke->n_points);
    }
    append(out, pattern->discs, sizeof(EzPatternDisc) * (size_t)pattern->n_discs);
    guint8 sum[SUM];
    sum_of(out->data, out->len, sum);
    append(out, sum, SUM);
    return g_byte_array_free_to_bytes(out);
}

// ---- reading -----------------------------------------------------------------------

typedef struct Reader {
    const guint8 *at, *end;
    EzArena *arena;
} Reader;

// The next `count` things, copied into the arena; NULL when there are not so many.
static void *take(Reader *r, size_t size, gint32 count)
{
    if (count < 0 || count > EZ_PATTERN_POINTS ||
        size * (size_t)count > (size_t)(r->end - r->at))
        return NULL;
    void *copy = ez_arena_copy(r->arena, r->at, size * (size_t)count);
    r->at += size * (size_t)count;
    return copy;
}

static bool take_stroke(Reader *r, EzPatternStroke *stroke)
{
    const StrokeHead *head = take(r, sizeof *head, 1);
    const EzPatternPoint *points =
        head != NULL ? take(r, sizeof(EzPatternPoint), head->n_points) : NULL;
    if (points == NULL)
        return false;
    *stroke =
        (EzPatternStroke){points, head->n_points, head->closed != 0, head->width, head->share};
    return true;
}

static const EzPattern *take_pattern(Reader *r)
{
    const Head *head = take(r, sizeof *head, 1);
    if (head == NULL || head->version != EZ_PATTERN_VERSION || head->n_strokes < 0 ||
        head->n_strokes > EZ_PATTERN_POINTS)
        return NULL;
    EzPatternStroke *strokes = ez_arena_array(r->arena, EzPatternStroke, head->n_strokes);
    for (int i = 0; i < head->n_strokes; i++)
        if (!take_stroke(r, &strokes[i]))
            return NULL;
    const EzPatternDisc *discs = take(r, sizeof *discs, head->n_discs);
    if (discs == NULL || r->at != r->end)
        return NULL;
    EzPattern *pattern = ez_arena_make(r->arena, EzPattern);
    *pattern = (EzPattern){strokes, head->n_strokes, discs, head->n_discs, head->n_points};
    return pattern;
}

const EzPattern *ez_pattern_unpack(EzArena *arena, const void *bytes, size_t length)
{
    guint8 sum[SUM];
    if (length < SUM)
        return NULL;
    const guint8 *end = (const guint8 *)bytes + length - SUM;
    sum_of(bytes, length - SUM, sum);
    if (memcmp(sum, end, SUM) != 0)
        return NULL;
    Reader reader = {bytes, end, arena};
    return take_pattern(&reader);
}

char *ez_pattern_file_name(const EzPatternWish *wish)
{
    char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];
    g_autofree char *key = g_strdup_printf(
        "%d %s %" G_GUINT64_FORMAT " %d %s %s %d %d", EZ_PATTERN_VERSION, wish->name,
        wish->seed, wish->variant, g_ascii_dtostr(width, sizeof width, wish->width),
        g_ascii_dtostr(height, sizeof height, wish->height), wish->loops, G_BYTE_ORDER);
    g_autofree char *sum = g_compute_checksum_for_string(G_CHECKSUM_SHA256, key, -1);
    return g_strdup_printf("%s-%.24s", wish->name, sum);
}
