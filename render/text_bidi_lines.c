// SPDX-License-Identifier: EUPL-1.2
#include "render/text_bidi-private.h"

#include <hb.h>
#include <math.h>
#include <string.h>

#include "engine/base/units.h"

// A cluster of one Pango run: some bytes of the paragraph and the glyphs they made. Clusters
// stand in text order, glyphs from left to right.
typedef struct Cluster {
    int start, end;  // bytes of the paragraph
    int first, last; // glyphs, both included
} Cluster;

typedef struct Placed {
    EzGlyph glyph;
    double pen, advance;
    bool seen; // has something to paint, be it the nothing of a space
} Placed;

// A run of the line being read, with the byte it starts at.
typedef struct Found {
    int start;
    EzGlyphRun run;
} Found;

typedef struct Reader {
    const EzBlock *block;
    EzParagraph *paragraph;
    GArray *found;    // of Found, for this line
    GArray *clusters; // of Cluster, for this Pango run
    GArray *placed;   // of Placed, for this Pango run
    int visible_end;  // byte behind the last of the line that is no space
    int missing_at;   // byte of the first missing character
    double pen;       // mm from the line's start
} Reader;

static double to_mm(int units)
{
    return (double)units / PANGO_SCALE * EZ_MM_PER_PT;
}

// ---- glyphs --------------------------------------------------------------------

static gunichar char_at(const Reader *reader, int byte)
{
    return g_utf8_get_char(reader->block->text + byte);
}

static void note_missing(Reader *reader, int byte)
{
    if (reader->missing_at >= 0 && reader->missing_at <= byte)
        return;
    reader->missing_at = byte;
    reader->paragraph->missing = char_at(reader, byte);
}

static bool is_space(gunichar c)
{
    return c == ' ' || c == 0xA0;
}

// Pango empties the space at the end of a wrapped line. It is set again, without width: else
// the last word of the line and the first of the next would be copied and read aloud as one.
static unsigned glyph_id(Reader *reader, hb_font_t *font, const PangoGlyphInfo *info, int byte)
{
    hb_codepoint_t id = 0;
    if (info->glyph != PANGO_GLYPH_EMPTY)
        return info->glyph;
    if (is_space(char_at(reader, byte)) && hb_font_get_nominal_glyph(font, ' ', &id))
        return id;
    return PANGO_GLYPH_EMPTY;
}

static void place_glyph(Reader *reader, hb_font_t *font, const PangoGlyphInfo *info, int byte)
{
    unsigned id = glyph_id(reader, font, info, byte);
    bool unknown = (id & PANGO_GLYPH_UNKNOWN_FLAG) != 0;
    bool trailing = byte >= reader->visible_end;
    if (unknown)
        note_missing(reader, byte);
    Placed placed = {.glyph = {.id = id,
                               .x = reader->pen + to_mm(info->geometry.x_offset),
                               .y = to_mm(info->geometry.y_offset)},
                     .pen = reader->pen,
                     .advance = trailing ? 0 : to_mm(info->geometry.width),
                     .seen = !unknown && id != PANGO_GLYPH_EMPTY};
    g_array_append_val(reader->placed, placed);
    reader->pen += placed.advance;
}

static void place_glyphs(Reader *reader, const PangoGlyphItem *item)
{
    hb_font_t *font = pango_font_get_hb_font(item->item->analysis.font);
    const PangoGlyphString *glyphs = item->glyphs;
    g_array_set_size(reader->placed, 0);
    for (int i = 0; i < glyphs->num_glyphs; i++)
        place_glyph(reader, font, &glyphs->glyphs[i],
                    item->item->offset + glyphs->log_clusters[i]);
}

// ---- clusters ------------------------------------------------------------------

static bool is_backward(const PangoGlyphItem *item)
{
    return item->item->analysis.level % 2 != 0;
}

static void find_clusters(Reader *reader, const PangoGlyphItem *item)
{
    const PangoGlyphString *glyphs = item->glyphs;
    int n = glyphs->num_glyphs, offset = item->item->offset;
    bool backward = is_backward(item);
    g_array_set_size(reader->clusters, 0);
    for (int k = 0; k < n; k++) {
        int i = backward ? n - 1 - k : k, start = offset + glyphs->log_clusters[i];
        Cluster *last =
            k > 0 ? &g_array_index(reader->clusters, Cluster, reader->clusters->len - 1) : NULL;
        if (last != NULL && last->start == start) {
            last->first = MIN(last->first, i);
            last->last = MAX(last->last, i);
            continue;
        }
        if (last != NULL)
            last->end = start;
        Cluster cluster = {start, offset + item->item->length, i, i};
        g_array_append_val(reader->clusters, cluster);
    }
}

static int span_of(const EzBlock *block, int byte)
{
    int low = 0, high = block->n_spans - 1;
    while (low < high) {
        int middle = (low + high) / 2;
        if (block->ends[middle] > byte)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

// ---- runs ----------------------------------------------------------------------

static int count_seen(const Reader *reader, const Cluster *cluster)
{
    int n = 0;
    for (int i = cluster->first; i <= cluster->last; i++)
        n += g_array_index(reader->placed, Placed, i).seen;
    return n;
}

// Characters that leave nothing on the line (word joiners, soft hyphens inside a word) are not
// part of the run's text: a reader would stumble over them.
static void fill_text(const Reader *reader, EzGlyphRun *run, const Cluster *clusters, int n)
{
    EzArena *arena = reader->block->arena;
    char *text = ez_arena_alloc(arena, (size_t)(clusters[n - 1].end - clusters[0].start + 1));
    EzCluster *out = ez_arena_array(arena, EzCluster, n);
    for (int i = 0; i < n; i++) {
        int glyphs = count_seen(reader, &clusters[i]);
        if (glyphs == 0)
            continue;
        int bytes = clusters[i].end - clusters[i].start;
        memcpy(text + run->n_bytes, reader->block->text + clusters[i].start, (size_t)bytes);
        out[run->n_clusters++] = (EzCluster){bytes, glyphs};
        run->n_bytes += bytes;
    }
    run->text = text;
    run->clusters = out;
}

static void fill_glyphs(const Reader *reader, EzGlyphRun *run, int first, int last)
{
    EzGlyph *out = ez_arena_array(reader->block->arena, EzGlyph, last - first + 1);
    run->x = g_array_index(reader->placed, Placed, first).pen;
    for (int i = first; i <= last; i++) {
        const Placed *placed = &g_array_index(reader->placed, Placed, i);
        if (placed->seen)
            out[run->n_glyphs++] = placed->glyph;
        run->width += placed->advance;
    }
    run->glyphs = out;
}

static void fill_ink(EzGlyphRun *run, hb_font_t *font)
{
    bool any = false;
    for (int i = 0; i < run->n_glyphs; i++) {
        hb_glyph_extents_t box;
        const EzGlyph *glyph = &run->glyphs[i];
        if (!hb_font_get_glyph_extents(font, glyph->id, &box) || box.width == 0)
            continue;
        double left = glyph->x + to_mm(box.x_bearing), top = glyph->y - to_mm(box.y_bearing);
        double right = left + to_mm(box.width), bottom = top - to_mm(box.height);
        run->ink_left = any ? MIN(run->ink_left, left) : left;
        run->ink_top = any ? MIN(run->ink_top, top) : top;
        run->ink_right = any ? MAX(run->ink_right, right) : right;
        run->ink_bottom = any ? MAX(run->ink_bottom, bottom) : bottom;
        any = true;
    }
}

// `n` clusters of one span and one font.
static void add_run(Reader *reader, const PangoGlyphItem *item, const Cluster *clusters, int n)
{
    const EzBlock *block = reader->block;
    const EzSpan *span = &block->spans[span_of(block, clusters[0].start)];
    PangoFont *font = item->item->analysis.font;
    bool backward = is_backward(item);
    Found found = {.start = clusters[0].start,
                   .run = {.font = ez_fonts_of_pango(block->fonts, font),
                           .size = span->size * block->size,
                           .tag = span->tag,
                           .language = ez_arena_intern(block->arena, span->language),
                           .backward = backward}};
    fill_text(reader, &found.run, clusters, n);
    fill_glyphs(reader, &found.run, clusters[backward ? n - 1 : 0].first,
                clusters[backward ? 0 : n - 1].last);
    fill_ink(&found.run, pango_font_get_hb_font(font));
    if ((found.run.n_glyphs > 0 || span->object > 0) && found.run.font != NULL)
        g_array_append_val(reader->found, found);
}

// Spans never share an item, even when they look the same: each has its attributes for itself.
static void read_item(Reader *reader, const PangoGlyphItem *item)
{
    place_glyphs(reader, item);
    find_clusters(reader, item);
    if (reader->clusters->len > 0)
        add_run(reader, item, (const Cluster *)(void *)reader->clusters->data,
                (int)reader->clusters->len);
}

// ---- lines ---------------------------------------------------------------------

static int visible_end(const char *text, int start, int end)
{
    while (end > start && text[end - 1] == ' ')
        end--;
    return end;
}

// Pango gives runs from left to right; whoever copies or listens wants them as the text goes.
static int compare_found(gconstpointer a, gconstpointer b)
{
    return ((const Found *)a)->start - ((const Found *)b)->start;
}

static void read_line(Reader *reader, const PangoLayoutLine *from, EzLine *line)
{
    int end = from->start_index + from->length;
    reader->visible_end = visible_end(reader->block->text, from->start_index, end);
    reader->pen = 0;
    g_array_set_size(reader->found, 0);
    for (GSList *it = from->runs; it != NULL; it = it->next)
        read_item(reader, it->data);
    g_array_sort(reader->found, compare_found);
    EzGlyphRun *runs = ez_arena_array(reader->block->arena, EzGlyphRun, reader->found->len);
    for (guint i = 0; i < reader->found->len; i++)
        runs[i] = g_array_index(reader->found, Found, i).run;
    *line = (EzLine){runs, (int)reader->found->len, reader->pen, from->length};
}

const EzParagraph *ez_block_read(const EzBlock *block)
{
    int n = pango_layout_get_line_count(block->layout);
    EzParagraph *paragraph = ez_arena_make(block->arena, EzParagraph);
    EzLine *lines = ez_arena_array(block->arena, EzLine, n);
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Found));
    g_autoptr(GArray) clusters = g_array_new(FALSE, FALSE, sizeof(Cluster));
    g_autoptr(GArray) placed = g_array_new(FALSE, FALSE, sizeof(Placed));
    Reader reader = {.block = block,
                     .paragraph = paragraph,
                     .found = found,
                     .clusters = clusters,
                     .placed = placed,
                     .missing_at = -1};
    GSList *from = pango_layout_get_lines_readonly(block->layout);
    for (int i = 0; from != NULL; from = from->next, i++) {
        read_line(&reader, from->data, &lines[i]);
        paragraph->width = MAX(paragraph->width, lines[i].width);
    }
    paragraph->lines = lines;
    paragraph->n_lines = n;
    return paragraph;
}
