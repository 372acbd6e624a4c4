// SPDX-License-Identifier: EUPL-1.2
#include "render/text.h"

#include <math.h>
#include <string.h>

#include "engine/base/units.h"
#include "render/text-private.h"

enum {
    SOFT_HYPHEN = 0xAD,
    // Bytes that Pango gets at once: its time grows with the square of them, and its positions
    // run over at 700 m of text.
    PIECE = 32 * 1024,
};

static int units(double pt)
{
    return (int)lround(pt * PANGO_SCALE);
}

// ---- joining -------------------------------------------------------------------

// Whatever would end the line or the paragraph for Pango, or jump to a tab stop.
static bool is_break(gunichar c)
{
    return c == '\t' || c == '\n' || c == '\v' || c == '\f' || c == '\r' || c == 0x85 ||
           c == 0x2028 || c == 0x2029;
}

static void append_text(GString *out, const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    for (const char *p = valid; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (is_break(c))
            g_string_append_c(out, ' ');
        else
            g_string_append_len(out, p, g_utf8_next_char(p) - p);
    }
}

// The space at the very end would count as width, as no line is wrapped behind it.
static void trim_end(GString *text, int *ends, int n)
{
    while (text->len > 0 && text->str[text->len - 1] == ' ')
        g_string_truncate(text, text->len - 1);
    for (int i = 0; i < n; i++)
        ends[i] = MIN(ends[i], (int)text->len);
}

static void join_spans(EzBlock *block)
{
    g_autoptr(GString) text = g_string_new(NULL);
    block->ends = ez_arena_array(block->arena, int, block->n_spans);
    for (int i = 0; i < block->n_spans; i++) {
        append_text(text, block->spans[i].text);
        block->ends[i] = (int)text->len;
    }
    trim_end(text, block->ends, block->n_spans);
    block->text = ez_arena_copy(block->arena, text->str, text->len + 1);
    block->length = (int)text->len;
}

// ---- laying out ----------------------------------------------------------------

static PangoFontDescription *describe(const EzSpan *span)
{
    PangoFontDescription *description = pango_font_description_new();
    pango_font_description_set_family(description, span->font->family);
    pango_font_description_set_weight(description, (PangoWeight)span->font->weight);
    pango_font_description_set_style(description, span->font->italic ? PANGO_STYLE_ITALIC
                                                                     : PANGO_STYLE_NORMAL);
    pango_font_description_set_absolute_size(description, units(span->size));
    return description;
}

static void add(PangoAttrList *list, PangoAttribute *attribute, int start, int end)
{
    attribute->start_index = (guint)start;
    attribute->end_index = (guint)end;
    pango_attr_list_insert(list, attribute);
}

static void add_span(PangoAttrList *list, const EzSpan *span, int start, int end)
{
    PangoFontDescription *description = describe(span);
    add(list, pango_attr_font_desc_new(description), start, end);
    pango_font_description_free(description);
    add(list, pango_attr_language_new(pango_language_from_string(span->language)), start, end);
    if (units(span->tracking) != 0)
        add(list, pango_attr_letter_spacing_new(units(span->tracking)), start, end);
    if (span->features != NULL && span->features[0] != '\0')
        add(list, pango_attr_font_features_new(span->features), start, end);
}

static void add_attributes(const EzBlock *block)
{
    PangoAttrList *list = pango_attr_list_new();
    for (int i = 0, start = 0; i < block->n_spans; start = block->ends[i], i++)
        if (block->ends[i] > start)
            add_span(list, &block->spans[i], start, block->ends[i]);
    // Pango may set a hyphen of its own at a break; only a soft hyphen asks for one.
    bool soft = g_utf8_strchr(block->text, block->length, SOFT_HYPHEN) != NULL;
    add(list, pango_attr_insert_hyphens_new(soft), 0, block->length);
    pango_layout_set_attributes(block->layout, list);
    pango_attr_list_unref(list);
}

static void open_layout(EzBlock *block)
{
    block->layout = pango_layout_new(ez_fonts_context(block->fonts));
    pango_layout_set_wrap(block->layout, PANGO_WRAP_WORD);
    pango_layout_set_single_paragraph_mode(block->layout, TRUE);
    pango_layout_set_text(block->layout, block->text, block->length);
    add_attributes(block);
}

// Pango counts tracking at both ends of a line when it breaks and takes it away afterwards. A
// text given exactly its own width must not break: hence the tracking, and one unit for
// rounding.
static int layout_width(const EzBlock *block, double width)
{
    if (width <= 0)
        return -1;
    double least = block->spans[0].tracking;
    for (int i = 1; i < block->n_spans; i++)
        least = MIN(least, block->spans[i].tracking);
    double pt = MIN(width / EZ_MM_PER_PT + least, G_MAXINT / PANGO_SCALE - 2);
    return MAX((int)ceil(pt * PANGO_SCALE) + 1, 0);
}

static int count_lines(const EzBlock *block, double width)
{
    pango_layout_set_width(block->layout, layout_width(block, width));
    return pango_layout_get_line_count(block->layout);
}

// ---- settings ------------------------------------------------------------------

static double line_width(const EzBlock *block, int line)
{
    PangoRectangle logical;
    PangoLayoutLine *it = pango_layout_get_line_readonly(block->layout, line);
    pango_layout_line_get_extents(it, NULL, &logical);
    return (double)logical.width / PANGO_SCALE * EZ_MM_PER_PT;
}

static double widest_line(const EzBlock *block)
{
    double widest = 0;
    for (int i = 0; i < pango_layout_get_line_count(block->layout); i++)
        widest = MAX(widest, line_width(block, i));
    return widest;
}

// The widest line of a layout that holds is itself a width that holds: it ends the search
// early.
static double balanced_width(const EzBlock *block, double width)
{
    const double close_enough = 0.05;
    int lines = count_lines(block, width);
    if (lines < 2)
        return width;
    double low = width * 0.45, high = width;
    while (high - low > close_enough) {
        double middle = (low + high) / 2;
        bool holds = count_lines(block, middle) <= lines;
        double widest = holds ? widest_line(block) : width;
        if (widest <= middle + 0.001)
            high = MAX(widest, low);
        else
            low = middle;
    }
    // At exactly its own width Pango may break a line once more, and not on every run: give it some air.
    return MIN(high + close_enough, width);
}

static double pretty_width(const EzBlock *block, double width)
{
    int lines = count_lines(block, width);
    double narrow = width;
    for (int step = 0; step < 8 && lines > 1; step++) {
        if (count_lines(block, narrow) != lines)
            return width;
        if (line_width(block, lines - 1) >= 0.16 * width)
            return narrow;
        narrow *= 0.97;
    }
    return width;
}

static double set_width(const EzBlock *block, double width, EzSetting setting)
{
    if (width <= 0 || setting == EZ_SETTING_PLAIN)
        return width;
    return setting == EZ_SETTING_BALANCE ? balanced_width(block, width)
                                         : pretty_width(block, width);
}

// ---- long texts ----------------------------------------------------------------

// The part of the text from `start` on that Pango gets next, cut behind a space where there is
// one.
static EzBlock next_piece(const EzBlock *whole, int start)
{
    EzBlock piece = *whole;
    piece.text += start;
    piece.length = whole->length - start;
    if (piece.length > PIECE) {
        const char *end = g_utf8_find_prev_char(piece.text, piece.text + PIECE);
        const char *space = g_strrstr_len(piece.text, end - piece.text, " ");
        piece.length = (int)((space != NULL ? space + 1 : end) - piece.text);
    }
    piece.ends = ez_arena_array(whole->arena, int, whole->n_spans);
    for (int i = 0; i < whole->n_spans; i++)
        piece.ends[i] = CLAMP(whole->ends[i] - start, 0, piece.length);
    return piece;
}

// Adds the lines of the piece that starts at `start` but the last, which the next piece may
// make longer. Where the next piece starts.
static int read_piece(const EzBlock *whole, int start, double width, GArray *lines,
                      gunichar *missing)
{
    EzBlock piece = next_piece(whole, start);
    open_layout(&piece);
    count_lines(&piece, width);
    const EzParagraph *read = ez_block_read(&piece);
    bool all = start + piece.length == whole->length || read->n_lines == 1;
    int kept = all ? read->n_lines : read->n_lines - 1;
    int next =
        all ? piece.length : pango_layout_get_line_readonly(piece.layout, kept)->start_index;
    g_array_append_vals(lines, read->lines, (guint)kept);
    if (*missing == 0)
        *missing = read->missing;
    g_object_unref(piece.layout);
    return start + next;
}

// A setting is for texts that somebody will see whole.
static const EzParagraph *set_long(const EzBlock *whole, double width)
{
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(EzLine));
    EzParagraph *paragraph = ez_arena_make(whole->arena, EzParagraph);
    for (int start = 0; start < whole->length;)
        start = read_piece(whole, start, width, lines, &paragraph->missing);
    for (guint i = 0; i < lines->len; i++)
        paragraph->width = MAX(paragraph->width, g_array_index(lines, EzLine, i).width);
    paragraph->n_lines = (int)lines->len;
    paragraph->lines = ez_arena_copy(whole->arena, lines->data, sizeof(EzLine) * lines->len);
    return paragraph;
}

static const EzParagraph *set_short(EzBlock *block, double width, EzSetting setting)
{
    open_layout(block);
    count_lines(block, set_width(block, width, setting));
    const EzParagraph *paragraph = ez_block_read(block);
    g_object_unref(block->layout);
    return paragraph;
}

// ---- the contract --------------------------------------------------------------

const EzParagraph *ez_paragraph_set(EzFonts *fonts, EzArena *arena, const EzSpan *spans,
                                    int n_spans, double width, EzSetting setting)
{
    EzBlock block = {.fonts = fonts, .arena = arena, .spans = spans, .n_spans = n_spans};
    if (n_spans > 0)
        join_spans(&block);
    if (block.length == 0)
        return ez_arena_make(arena, EzParagraph);
    return block.length > PIECE && width > 0 ? set_long(&block, width)
                                             : set_short(&block, width, setting);
}

const EzParagraph *ez_paragraph_break(EzFonts *fonts, EzArena *arena, const EzSpan *spans,
                                      int n_spans, double width)
{
    return ez_paragraph_set(fonts, arena, spans, n_spans, width, EZ_SETTING_PLAIN);
}
