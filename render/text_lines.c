// SPDX-License-Identifier: EUPL-1.2
// From the words of a line to runs of glyphs.
#include <string.h>

#include "engine/base/units.h"
#include "render/text-private.h"

// A line on its way: one run is open, and grows while words of its span and font come.
typedef struct Line {
    const EzCopy *copy;
    double size;
    double stretch; // mm added to each space
    GArray *runs;   // of EzGlyphRun; what they consist of lies, run after run, in:
    EzGlyph *glyphs;
    EzCluster *clusters;
    char *text;
    int n_glyphs, n_clusters, n_bytes; // so far
    int span;                          // of the open run; -1 = none
    double pen;                        // mm from the line's start
    int bytes;                         // of the copy's text that the line took
} Line;

// ---- runs ----------------------------------------------------------------------

static EzGlyphRun *open_run(Line *line, int span, const EzFont *font)
{
    EzGlyphRun *last = line->runs->len > 0
                           ? &g_array_index(line->runs, EzGlyphRun, line->runs->len - 1)
                           : NULL;
    if (last != NULL && line->span == span && last->font == font)
        return last;
    const EzSpan *of = &line->copy->spans[span];
    EzGlyphRun run = {.font = font,
                      .size = of->size * line->size,
                      .tag = of->tag,
                      .language = ez_arena_intern(line->copy->arena, of->language),
                      .x = line->pen};
    line->span = span;
    g_array_append_val(line->runs, run);
    return &g_array_index(line->runs, EzGlyphRun, line->runs->len - 1);
}

static void add_ink(EzGlyphRun *run, const EzShape *shape, double x, double em, double tracking)
{
    if (shape->ink_left == shape->ink_right)
        return;
    double left = x + shape->ink_left * em;
    double right = x + shape->ink_right * em + (shape->n_clusters - 1) * tracking;
    double top = shape->ink_top * em, bottom = shape->ink_bottom * em;
    bool any = run->ink_left != run->ink_right;
    run->ink_left = any ? MIN(run->ink_left, left) : left;
    run->ink_top = any ? MIN(run->ink_top, top) : top;
    run->ink_right = any ? MAX(run->ink_right, right) : right;
    run->ink_bottom = any ? MAX(run->ink_bottom, bottom) : bottom;
}

// The glyphs of a shape whose word begins at x, each letter so much further than the one before.
static void add_glyphs(Line *line, const EzShape *shape, double x, double em, double tracking)
{
    EzGlyph *to = line->glyphs + line->n_glyphs;
    const EzGlyph *from = shape->glyphs;
    for (int cluster = 0; cluster < shape->n_clusters; cluster++)
        for (int i = 0; i < shape->clusters[cluster].glyphs; i++, from++)
            *to++ = (EzGlyph){from->id, x + from->x * em + cluster * tracking, from->y * em};
    line->n_glyphs += shape->n_glyphs;
}

static void add_shape(Line *line, int span, const EzShape *shape)
{
    const EzSpan *of = &line->copy->spans[span];
    double em = ez_mm_from_pt(of->size * line->size), tracking = ez_mm_from_pt(of->tracking);
    EzGlyphRun *run = open_run(line, span, shape->font);
    double x = line->pen - shape->x * em; // its glyphs count from the word's start
    add_glyphs(line, shape, x, em, tracking);
    add_ink(run, shape, x, em, tracking);
    memcpy(line->clusters + line->n_clusters, shape->clusters,
           sizeof(EzCluster) * (size_t)shape->n_clusters);
    memcpy(line->text + line->n_bytes, shape->text, (size_t)shape->n_bytes);
    line->n_clusters += shape->n_clusters;
    line->n_bytes += shape->n_bytes;
    run->n_glyphs += shape->n_glyphs;
    run->n_clusters += shape->n_clusters;
    run->n_bytes += shape->n_bytes;
    line->pen += shape->advance * em + shape->n_clusters * tracking;
    run->width = line->pen - run->x;
}

static void add_object(Line *line, int span, double width)
{
    const EzSpan *of = &line->copy->spans[span];
    EzGlyphRun *run = open_run(line, span, of->font);
    line->pen += width * ez_mm_from_pt(of->size * line->size) + ez_mm_from_pt(of->tracking);
    run->width = line->pen - run->x;
}

// ---- spaces --------------------------------------------------------------------

static void add_space(Line *line, EzGlyphRun *run, unsigned id, double advance)
{
    line->glyphs[line->n_glyphs++] = (EzGlyph){id, line->pen, 0};
    line->clusters[line->n_clusters++] = (EzCluster){1, 1};
    line->text[line->n_bytes++] = ' ';
    run->n_glyphs++;
    run->n_clusters++;
    run->n_bytes++;
    line->pen += advance;
    run->width = line->pen - run->x;
}

// Those at the line's end are there without width: else the last word of the line and the first
// of the next would be copied and read aloud as one.
static void add_spaces(Line *line, const EzFragment *fragment, bool at_end)
{
    if (fragment->spaces == 0)
        return;
    unsigned id;
    const EzSpan *of = &line->copy->spans[fragment->space_span];
    double advance = ez_face_space(fragment->space_face, &id);
    double mm = advance * ez_mm_from_pt(of->size * line->size) + ez_mm_from_pt(of->tracking) +
                line->stretch;
    EzGlyphRun *run = open_run(line, fragment->space_span, of->font);
    for (int i = 0; i < fragment->spaces; i++)
        add_space(line, run, id, at_end ? 0 : mm);
    line->bytes += fragment->spaces;
}

// ---- words ---------------------------------------------------------------------

static int byte_at(const EzFragment *fragment, int division)
{
    if (division < 0)
        return 0;
    return division < fragment->word->n_divisions ? fragment->word->divisions[division].byte
                                                  : fragment->bytes;
}

// A part of a word is shaped for itself, with its hyphen.
static const EzWord *word_between(const Line *line, const EzFragment *fragment, int from,
                                  int to)
{
    const EzWord *word = fragment->word;
    if (from < 0 && to == word->n_divisions)
        return word;
    bool hyphen = to < word->n_divisions && word->divisions[to].hyphen;
    int start = byte_at(fragment, from), end = byte_at(fragment, to);
    return ez_shaper_word(line->copy->typesetter, fragment->face, fragment->text + start,
                          end - start, hyphen);
}

// The parts of one fragment that are on the line, the first and the last of them given.
static void add_fragment(Line *line, const EzPart *first, const EzPart *last, bool at_end)
{
    const EzFragment *fragment = &line->copy->fragments[first->fragment];
    const EzWord *word = word_between(line, fragment, first->from, last->to);
    if (line->copy->spans[fragment->span].object > 0)
        add_object(line, fragment->span, word->advance);
    for (int i = 0; i < word->n_shapes; i++)
        add_shape(line, fragment->span, &word->shapes[i]);
    line->bytes += byte_at(fragment, last->to) - byte_at(fragment, first->from);
    if (at_end && word->letters > 0)
        line->pen -= ez_mm_from_pt(line->copy->spans[fragment->span].tracking);
    if (at_end && line->runs->len > 0) {
        EzGlyphRun *run = &g_array_index(line->runs, EzGlyphRun, line->runs->len - 1);
        run->width = line->pen - run->x;
    }
    if (last->to == fragment->word->n_divisions)
        add_spaces(line, fragment, at_end);
}

// The last part, up to `last`, of the same fragment.
static int fragment_end(const Line *line, int part, int last)
{
    const EzPart *parts = line->copy->parts;
    int end = part;
    while (end < last && parts[end + 1].fragment == parts[part].fragment)
        end++;
    return end;
}

static void fill_line(Line *line, int first, int last)
{
    const EzPart *parts = line->copy->parts;
    for (int i = first, end; i <= last; i = end + 1) {
        end = fragment_end(line, i, last);
        add_fragment(line, &parts[i], &parts[end], end == last);
    }
}

// Room for all that the parts may put on the line.
static void make_room(Line *line, int first, int last)
{
    const EzCopy *copy = line->copy;
    size_t glyphs = 0, clusters = 0, bytes = 0;
    for (int i = first, end; i <= last; i = end + 1) {
        end = fragment_end(line, i, last);
        const EzFragment *fragment = &copy->fragments[copy->parts[i].fragment];
        const EzWord *word =
            word_between(line, fragment, copy->parts[i].from, copy->parts[end].to);
        for (int k = 0; k < word->n_shapes; k++) {
            glyphs += (size_t)word->shapes[k].n_glyphs;
            clusters += (size_t)word->shapes[k].n_clusters;
            bytes += (size_t)word->shapes[k].n_bytes;
        }
        glyphs += (size_t)fragment->spaces;
        clusters += (size_t)fragment->spaces;
        bytes += (size_t)fragment->spaces;
    }
    line->glyphs = ez_arena_alloc(copy->arena, sizeof(EzGlyph) * glyphs);
    line->clusters = ez_arena_alloc(copy->arena, sizeof(EzCluster) * clusters);
    line->text = ez_arena_alloc(copy->arena, bytes);
}

// ---- lines ---------------------------------------------------------------------

// What the spaces of a line gain so that it is as wide as the target; 0 where that is too much.
static double stretch_of(const Line *line, const EzBreaker *breaker, int first, int last,
                         double target)
{
    const EzCopy *copy = line->copy;
    double lack = target - ez_breaker_width(breaker, first, last);
    double spaces = ez_breaker_spaces(breaker, first, last);
    int count = 0;
    for (int i = first; i < last; i++)
        if (copy->parts[i].fragment != copy->parts[i + 1].fragment)
            count += copy->fragments[copy->parts[i].fragment].spaces;
    bool is_last = last == copy->n_parts - 1;
    if (target <= 0 || count == 0 || (is_last && lack > 0) ||
        lack > spaces * EZ_SPACE_STRETCH || lack < -spaces * EZ_SPACE_SHRINK - 1e-6)
        return 0;
    return lack / count;
}

static void begin_line(Line *line)
{
    g_array_set_size(line->runs, 0);
    line->n_glyphs = line->n_clusters = line->n_bytes = line->bytes = 0;
    line->pen = 0;
    line->span = -1;
}

// The line with the runs that are on it.
static EzLine end_line(const Line *line)
{
    EzGlyphRun *runs = ez_arena_copy(line->copy->arena, line->runs->data,
                                     sizeof(EzGlyphRun) * line->runs->len);
    const EzGlyph *glyphs = line->glyphs;
    const EzCluster *clusters = line->clusters;
    const char *text = line->text;
    for (guint i = 0; i < line->runs->len; i++) {
        runs[i].glyphs = glyphs;
        runs[i].clusters = clusters;
        runs[i].text = text;
        glyphs += runs[i].n_glyphs;
        clusters += runs[i].n_clusters;
        text += runs[i].n_bytes;
    }
    return (EzLine){runs, (int)line->runs->len, line->pen, line->bytes};
}

const EzParagraph *ez_copy_assemble(const EzCopy *copy, double size, const EzBreaker *breaker,
                                    const int *ends, int n_lines, double target)
{
    EzParagraph *paragraph = ez_arena_make(copy->arena, EzParagraph);
    EzLine *lines = ez_arena_array(copy->arena, EzLine, n_lines);
    Line line = {
        .copy = copy, .size = size, .runs = g_array_new(FALSE, FALSE, sizeof(EzGlyphRun))};
    for (int i = 0, first = 0; i < n_lines; first = ends[i++] + 1) {
        begin_line(&line);
        line.stretch = stretch_of(&line, breaker, first, ends[i], target);
        make_room(&line, first, ends[i]);
        fill_line(&line, first, ends[i]);
        lines[i] = end_line(&line);
        paragraph->width = MAX(paragraph->width, lines[i].width);
    }
    g_array_unref(line.runs);
    paragraph->lines = lines;
    paragraph->n_lines = n_lines;
    paragraph->missing = copy->missing;
    return paragraph;
}
