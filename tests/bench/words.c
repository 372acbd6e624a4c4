// SPDX-License-Identifier: EUPL-1.2
// The peer job with words of its own: each distinct word is shaped once by Pango, lines are broken and justified here, and each line is one
// row of glyphs for Cairo.
//
// Usage: words cards|nup CARDS.tsv ICON.svg OUT.pdf
#include "tests/bench/peer.h"

#include <cairo-pdf.h>
#include <glib.h>
#include <pango/pangocairo.h>
#include <string.h>

enum { BUCKETS = 1 << 16, WORDS_IN_LINE = 64, GLYPHS_IN_LINE = 1024 };

typedef struct Word {
    char *text;
    TextKind kind;
    GArray *glyphs; // cairo_glyph_t, from 0
    double width;
    struct Word *next; // in its bucket
} Word;

typedef struct Font {
    PangoFontDescription *font;
    cairo_scaled_font_t *scaled;
    double space, ascent, leading;
    unsigned long space_glyph;
} Font;

typedef struct Words {
    Icon *icon;
    PangoContext *context;
    Font fonts[N_TEXTS];
    Word *buckets[BUCKETS];
} Words;

// ---- shaping ----------------------------------------------------------------------------------

static void add_glyphs(Word *word, const PangoGlyphString *glyphs)
{
    for (int i = 0; i < glyphs->num_glyphs; i++) {
        const PangoGlyphInfo *info = &glyphs->glyphs[i];
        double x = word->width + (double)info->geometry.x_offset / PANGO_SCALE;
        cairo_glyph_t glyph = {info->glyph, x, 0};
        g_array_append_val(word->glyphs, glyph);
        word->width += (double)info->geometry.width / PANGO_SCALE;
    }
}

static void shape_item(Words *words, Word *word, PangoItem *item, PangoGlyphString *glyphs)
{
    Font *font = &words->fonts[word->kind];
    pango_shape(word->text + item->offset, item->length, &item->analysis, glyphs);
    if (font->scaled == NULL)
        font->scaled = cairo_scaled_font_reference(
            pango_cairo_font_get_scaled_font(PANGO_CAIRO_FONT(item->analysis.font)));
    add_glyphs(word, glyphs);
}

static void shape_word(Words *words, Word *word)
{
    PangoAttrList *attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_font_desc_new(words->fonts[word->kind].font));
    GList *items =
        pango_itemize(words->context, word->text, 0, (int)strlen(word->text), attributes, NULL);
    PangoGlyphString *glyphs = pango_glyph_string_new();
    for (GList *at = items; at != NULL; at = at->next)
        shape_item(words, word, at->data, glyphs);
    g_list_free_full(items, (GDestroyNotify)pango_item_free);
    pango_glyph_string_free(glyphs);
    pango_attr_list_unref(attributes);
}

static unsigned hash(const char *text, size_t length, TextKind kind)
{
    unsigned sum = 2166136261u ^ kind;
    for (size_t i = 0; i < length; i++)
        sum = (sum ^ (unsigned char)text[i]) * 16777619u;
    return sum % BUCKETS;
}

static Word *find_word(Words *words, const char *text, size_t length, TextKind kind)
{
    Word **bucket = &words->buckets[hash(text, length, kind)];
    for (Word *word = *bucket; word != NULL; word = word->next)
        if (word->kind == kind && strncmp(word->text, text, length) == 0 &&
            word->text[length] == '\0')
            return word;
    Word *word = g_new0(Word, 1);
    *word = (Word){g_strndup(text, length), kind,
                   g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t)), 0, *bucket};
    shape_word(words, word);
    *bucket = word;
    return word;
}

// ---- lines ------------------------------------------------------------------------------------

typedef struct Line {
    const Word *words[WORDS_IN_LINE];
    int count;
    double width; // of the words alone
} Line;

static int put_glyphs(cairo_glyph_t *to, const Word *word, double x, double y)
{
    for (guint i = 0; i < word->glyphs->len; i++) {
        cairo_glyph_t glyph = g_array_index(word->glyphs, cairo_glyph_t, i);
        to[i] = (cairo_glyph_t){glyph.index, glyph.x + x, y};
    }
    return (int)word->glyphs->len;
}

static void show_line(cairo_t *cr, const Font *font, const Line *line, double x, double y,
                      double space)
{
    cairo_glyph_t glyphs[GLYPHS_IN_LINE];
    int n = 0;
    for (int i = 0; i < line->count; i++) {
        n += put_glyphs(glyphs + n, line->words[i], x, y);
        x += line->words[i]->width;
        if (i < line->count - 1)
            glyphs[n++] = (cairo_glyph_t){font->space_glyph, x, y};
        x += space;
    }
    cairo_set_scaled_font(cr, font->scaled);
    cairo_show_glyphs(cr, glyphs, n);
}

static double justified_space(const Font *font, const Line *line, double width)
{
    return line->count > 1 ? (width - line->width) / (line->count - 1) : font->space;
}

static void show_text(cairo_t *cr, const Card *card, TextKind kind, void *data)
{
    Words *words = data;
    const TextLook *look = &text_looks[kind];
    const Font *font = &words->fonts[kind];
    double width = look->width * MM, x = look->x * MM, y = look->y * MM + font->ascent;
    Line line = {.count = 0};
    for (const char *at = card_text(card, kind); *at != '\0'; at += strspn(at, " ")) {
        size_t length = strcspn(at, " ");
        const Word *word = find_word(words, at, length, kind);
        if (line.count > 0 && width > 0 &&
            line.width + line.count * font->space + word->width > width) {
            show_line(cr, font, &line, x, y, justified_space(font, &line, width));
            y += font->leading;
            line = (Line){.count = 0};
        }
        line.words[line.count++] = word;
        line.width += word->width;
        at += length;
    }
    show_line(cr, font, &line, x, y, font->space);
}

static void show_icon(cairo_t *cr, void *data)
{
    Words *words = data;
    icon_paint_recording(cr, words->icon);
}

// ---- setting up ---------------------------------------------------------------------------------

static void open_font(Words *words, TextKind kind)
{
    const TextLook *look = &text_looks[kind];
    Font *font = &words->fonts[kind];
    font->font = pango_font_description_from_string(look->font);
    pango_font_description_set_absolute_size(font->font, look->size * PANGO_SCALE);
    PangoFontMetrics *metrics = pango_context_get_metrics(words->context, font->font, NULL);
    font->ascent = (double)pango_font_metrics_get_ascent(metrics) / PANGO_SCALE;
    font->leading =
        font->ascent + (double)pango_font_metrics_get_descent(metrics) / PANGO_SCALE;
    pango_font_metrics_unref(metrics);
    const Word *space = find_word(words, " ", 1, kind);
    font->space = space->width;
    font->space_glyph = g_array_index(space->glyphs, cairo_glyph_t, 0).index;
}

// As on a page of a PDF, so that nothing is hinted.
static PangoContext *open_context(void)
{
    cairo_surface_t *page = cairo_pdf_surface_create(NULL, 1, 1);
    cairo_t *cr = cairo_create(page);
    PangoContext *context = pango_cairo_create_context(cr);
    cairo_destroy(cr);
    cairo_surface_destroy(page);
    return context;
}

static void free_words(Words *words)
{
    for (int i = 0; i < BUCKETS; i++) {
        for (Word *word = words->buckets[i], *next; word != NULL; word = next) {
            next = word->next;
            g_array_unref(word->glyphs);
            g_free(word->text);
            g_free(word);
        }
    }
    for (int i = 0; i < N_TEXTS; i++) {
        pango_font_description_free(words->fonts[i].font);
        cairo_scaled_font_destroy(words->fonts[i].scaled);
    }
    g_object_unref(words->context);
    icon_free(words->icon);
    g_free(words);
}

int main(int argc, char **argv)
{
    if (argc != 5)
        g_error("usage: words cards|nup CARDS.tsv ICON.svg OUT.pdf");
    Words *words = g_new0(Words, 1);
    words->icon = icon_open(argv[3]);
    words->context = open_context();
    for (int i = 0; i < N_TEXTS; i++)
        open_font(words, (TextKind)i);
    Painter painter = {show_text, show_icon, words};
    print_cards(argv[1], argv[2], argv[4], &painter);
    free_words(words);
    return 0;
}
