// SPDX-License-Identifier: EUPL-1.2
// Paragraphs: where lines break, how wide they are, which glyphs stand where.
#include "render/text.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <math.h>
#include <string.h>

#include "engine/base/rng.h"
#include "engine/base/units.h"
#include "render/breaker.h"

#define BODY                                                                                   \
    "De baars jaagt in open water, de murene kruipt in spleten. Met kopschudden haalt de "     \
    "baars de murene erbij; samen is er voor een prooi bijna geen veilige plek meer."

typedef struct Bench {
    EzFonts *fonts;
    EzHyphens *hyphens;
    EzTypesetter *typesetter;
    EzArena *arena;
    const EzFont *serif, *regular, *sans, *bold;
} Bench;

static void open_bench(Bench *bench, gconstpointer data)
{
    g_autofree char *folder = g_build_filename(g_getenv("EZ_SOURCE"), "kit", "fonts", NULL);
    g_autoptr(GError) error = NULL;
    bench->fonts = ez_fonts_new((const char *[]){folder, NULL}, &error);
    g_assert_no_error(error);
    g_autofree char *patterns =
        g_build_filename(g_getenv("EZ_SOURCE"), "render", "hyphen", NULL);
    bench->hyphens = ez_hyphens_new(patterns);
    bench->typesetter = ez_typesetter_new(bench->fonts, bench->hyphens);
    bench->arena = ez_arena_new();
    bench->serif = ez_fonts_find(bench->fonts, "Literata", 600, false);
    bench->regular = ez_fonts_find(bench->fonts, "Literata", 400, false);
    bench->sans = ez_fonts_find(bench->fonts, "Atkinson Hyperlegible Next", 400, false);
    bench->bold = ez_fonts_find(bench->fonts, "Atkinson Hyperlegible Next", 700, false);
}

static void close_bench(Bench *bench, gconstpointer data)
{
    ez_arena_free(bench->arena);
    ez_typesetter_free(bench->typesetter);
    ez_hyphens_free(bench->hyphens);
    ez_fonts_free(bench->fonts);
}

static EzSpan span_of(const EzFont *font, double size, const char *text)
{
    return (EzSpan){.text = text, .font = font, .size = size, .language = "nl"};
}

static const EzParagraph *set(Bench *bench, EzSpan span, double width)
{
    return ez_paragraph_set(bench->typesetter, bench->arena, &span, 1, width, EZ_SETTING_PLAIN);
}

static const EzGlyphRun *only_run(const EzParagraph *paragraph)
{
    g_assert_cmpint(paragraph->n_lines, ==, 1);
    g_assert_cmpint(paragraph->lines[0].n_runs, ==, 1);
    return &paragraph->lines[0].runs[0];
}

// The text of the runs, one after another, with "|" between the lines.
static char *text_of(const EzParagraph *paragraph)
{
    GString *text = g_string_new(NULL);
    for (int i = 0; i < paragraph->n_lines; i++) {
        const EzLine *line = &paragraph->lines[i];
        for (int k = 0; k < line->n_runs; k++)
            g_string_append_len(text, line->runs[k].text, line->runs[k].n_bytes);
        g_string_append(text, i + 1 < paragraph->n_lines ? "|" : "");
    }
    return g_string_free(text, FALSE);
}

static void assert_text(const EzParagraph *paragraph, const char *want)
{
    g_autofree char *found = text_of(paragraph);
    g_assert_cmpstr(found, ==, want);
}

// Bytes and glyphs of the clusters are those of the run; glyphs lie in order.
static void assert_run(const EzGlyphRun *run)
{
    int bytes = 0, glyphs = 0;
    for (int i = 0; i < run->n_clusters; i++) {
        bytes += run->clusters[i].bytes;
        glyphs += run->clusters[i].glyphs;
        g_assert_cmpint(run->clusters[i].glyphs, >, 0);
    }
    g_assert_cmpint(bytes, ==, run->n_bytes);
    g_assert_cmpint(glyphs, ==, run->n_glyphs);
    g_assert_true(g_utf8_validate(run->text, run->n_bytes, NULL));
    for (int i = 0; i < run->n_glyphs; i++)
        g_assert_cmpuint(run->glyphs[i].id, <, 65536);
}

static void assert_runs(const EzParagraph *paragraph)
{
    for (int i = 0; i < paragraph->n_lines; i++)
        for (int k = 0; k < paragraph->lines[i].n_runs; k++)
            assert_run(&paragraph->lines[i].runs[k]);
}

// ---- breaking ------------------------------------------------------------------

static void test_lines_stay_within_the_width(Bench *bench, gconstpointer data)
{
    for (double width = 25; width < 120; width += 7.3) {
        const EzParagraph *paragraph = set(bench, span_of(bench->sans, 9, BODY), width);
        g_autofree char *text = text_of(paragraph);
        g_assert_cmpint(paragraph->n_lines, >, 1);
        assert_runs(paragraph);
        for (int i = 0; i < paragraph->n_lines; i++)
            g_assert_cmpfloat(paragraph->lines[i].width, <=, width);
        g_strdelimit(text, "|", '\a');
        g_auto(GStrv) lines = g_strsplit(text, "\a", -1);
        g_autofree char *joined = g_strjoinv("", lines);
        g_assert_cmpstr(joined, ==, BODY);
    }
}

static void test_a_break_comes_no_earlier_than_it_must(Bench *bench, gconstpointer data)
{
    const EzParagraph *paragraph = set(bench, span_of(bench->sans, 9, BODY), 60);
    for (int i = 0; i + 1 < paragraph->n_lines; i++) {
        const EzGlyphRun *run = &paragraph->lines[i].runs[0];
        const EzGlyphRun *next = &paragraph->lines[i + 1].runs[0];
        const char *space = memchr(next->text, ' ', (size_t)next->n_bytes);
        g_autofree char *more = g_strdup_printf(
            "%.*s%.*s", run->n_bytes, run->text,
            (int)(space != NULL ? space - next->text : next->n_bytes), next->text);
        g_assert_cmpfloat(set(bench, span_of(bench->sans, 9, more), 0)->width, >, 60);
    }
}

static void test_a_text_fits_into_its_own_width(Bench *bench, gconstpointer data)
{
    static const double trackings[] = {0, 0.15, 3, -0.2};
    for (guint i = 0; i < G_N_ELEMENTS(trackings); i++)
        for (double size = 5; size < 20; size += 0.37) {
            EzSpan span = span_of(bench->bold, size, "Waarneming in het veld");
            span.tracking = trackings[i];
            double width = set(bench, span, 0)->width;
            g_assert_cmpint(set(bench, span, width)->n_lines, ==, 1);
            g_assert_cmpint(set(bench, span, width - 0.01)->n_lines, ==, 2);
        }
}

static void test_a_long_word_stands_alone(Bench *bench, gconstpointer data)
{
    const char *text = "de verantwoordelijkheidsverdelingen en";
    const EzParagraph *paragraph = set(bench, span_of(bench->sans, 9, text), 20);
    assert_text(paragraph, "de |verantwoordelijkheidsverdelingen |en");
    g_assert_cmpfloat(paragraph->lines[1].width, >, 20);
    g_assert_cmpfloat(paragraph->width, ==, paragraph->lines[1].width);
}

static void test_no_hyphen_comes_by_itself(Bench *bench, gconstpointer data)
{
    const char *text = "kop-schudden verantwoordelijkheid";
    assert_text(set(bench, span_of(bench->sans, 9, text), 14),
                "kop-|schudden |verantwoordelijkheid");
    g_assert_cmpfloat(set(bench, span_of(bench->sans, 9, "kop-"), 0)->width, ==,
                      set(bench, span_of(bench->sans, 9, text), 14)->lines[0].width);
}

static void test_a_soft_hyphen_shows_at_a_break_only(Bench *bench, gconstpointer data)
{
    const char *text = "kop\u00ADschudden";
    assert_text(set(bench, span_of(bench->sans, 9, text), 0), "kopschudden");
    const EzParagraph *broken = set(bench, span_of(bench->sans, 9, text), 16);
    assert_text(broken, "kop\u00AD|schudden");
    assert_runs(broken);
    double hyphen = set(bench, span_of(bench->sans, 9, "-"), 0)->width;
    double word = set(bench, span_of(bench->sans, 9, "kop"), 0)->width;
    g_assert_cmpfloat_with_epsilon(broken->lines[0].width, word + hyphen, 0.05);
}

static void test_line_ends_are_spaces(Bench *bench, gconstpointer data)
{
    const EzParagraph *paragraph =
        set(bench, span_of(bench->sans, 9, "a\nb\tc\r\nd\u2028e\u2029f\xc2\x85g\vh"), 0);
    assert_text(paragraph, "a b c  d e f g h");
    g_assert_cmpint(paragraph->n_lines, ==, 1);
}

static void test_text_of_nothing(Bench *bench, gconstpointer data)
{
    static const char *const texts[] = {"", " ", "\n \t", "    "};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        const EzParagraph *paragraph = set(bench, span_of(bench->sans, 9, texts[i]), 50);
        g_assert_cmpint(paragraph->n_lines, ==, 0);
        g_assert_cmpfloat(paragraph->width, ==, 0);
    }
    g_assert_cmpint(
        ez_paragraph_set(bench->typesetter, bench->arena, NULL, 0, 50, EZ_SETTING_PLAIN)
            ->n_lines,
        ==, 0);
}

static void test_broken_utf8_is_mended(Bench *bench, gconstpointer data)
{
    const EzParagraph *paragraph =
        set(bench, span_of(bench->sans, 9, "a\xff\xc3z\xe2\x82"), 50);
    g_autofree char *text = text_of(paragraph);
    g_assert_true(g_utf8_validate(text, -1, NULL));
    assert_runs(paragraph);
}

static char *random_text(EzRng *rng)
{
    static const char *const parts[] = {"a",      " ",      "é",        "e\u0301", "ffi",
                                        "→",      "\u00AD", "\u2060",   "\u202E",  "\u202C",
                                        "א",      "\u00A0", "-",        "✓",       "murene ",
                                        "\u200D", "🦊",   "👩\u200D🌾", "  ",      "1"};
    GString *text = g_string_new(NULL);
    for (int64_t n = ez_rng_between(rng, 0, 40); n > 0; n--)
        g_string_append(text, parts[ez_rng_between(rng, 0, G_N_ELEMENTS(parts) - 1)]);
    return g_string_free(text, FALSE);
}

static void test_odd_text_keeps_its_clusters(Bench *bench, gconstpointer data)
{
    EzRng rng;
    ez_rng_seed(&rng, 11);
    for (int i = 0; i < 400; i++) {
        g_autofree char *a = random_text(&rng);
        g_autofree char *b = random_text(&rng);
        EzSpan spans[] = {span_of(bench->sans, 9, a), span_of(bench->serif, 9, b),
                          span_of(bench->serif, 9, a)};
        spans[0].tracking = i % 3 == 0 ? 0.5 : 0;
        spans[2].tag = 1;
        const EzParagraph *paragraph = ez_paragraph_set(bench->typesetter, bench->arena, spans,
                                                        3, ez_rng_between(&rng, 0, 60), i % 3);
        assert_runs(paragraph);
        for (int k = 0; k < paragraph->n_lines; k++)
            g_assert_true(isfinite(paragraph->lines[k].width));
    }
}

static void test_a_very_long_text_ends(Bench *bench, gconstpointer data)
{
    GString *text = g_string_new(NULL);
    while (text->len < 1 << 18)
        g_string_append(text, "de murene kruipt in spleten en ");
    gint64 start = g_get_monotonic_time();
    const EzParagraph *paragraph = set(bench, span_of(bench->sans, 9, text->str), 90);
    g_test_message("%d lines in %d ms", paragraph->n_lines,
                   (int)((g_get_monotonic_time() - start) / 1000));
    g_assert_cmpint(paragraph->n_lines, >, 1000);
    for (int i = 0; i < paragraph->n_lines; i++)
        g_assert_cmpfloat(paragraph->lines[i].width, <=, 90);
    g_assert_cmpfloat(set(bench, span_of(bench->sans, 9, text->str), 0)->width, >, 2.5e5);
    g_string_free(text, TRUE);
}

// ---- widths --------------------------------------------------------------------

// What FreeType says that the letters measure, in the units of the font.
static double advances(const EzFont *font, double size, const char *text)
{
    FT_Library library;
    FT_Face face;
    long sum = 0;
    g_assert_cmpint(FT_Init_FreeType(&library), ==, 0);
    g_assert_cmpint(FT_New_Face(library, font->file, font->index, &face), ==, 0);
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        g_assert_cmpint(FT_Load_Char(face, g_utf8_get_char(p), FT_LOAD_NO_SCALE), ==, 0);
        sum += face->glyph->metrics.horiAdvance;
    }
    double mm = (double)sum / face->units_per_EM * size * EZ_MM_PER_PT;
    FT_Done_Face(face);
    FT_Done_FreeType(library);
    return mm;
}

static void test_widths_are_those_of_the_font(Bench *bench, gconstpointer data)
{
    const char *text = "De baars jaagt — efficiënt, in 1998";
    for (int i = 0; i < ez_fonts_count(bench->fonts); i++)
        for (double size = 4.5; size < 30; size *= 1.7) {
            EzSpan span = span_of(ez_fonts_get(bench->fonts, i), size, text);
            span.features = "kern=0,liga=0,clig=0,calt=0,locl=0";
            const EzGlyphRun *run = only_run(set(bench, span, 0));
            g_assert_true(run->font == span.font);
            // Pango counts in 1/1024 pt; each letter may be half of that off.
            g_assert_cmpfloat_with_epsilon(run->width, advances(span.font, size, text), 0.0065);
        }
}

static void test_a_size_twice_as_large_is_twice_as_wide(Bench *bench, gconstpointer data)
{
    double small = set(bench, span_of(bench->sans, 7.5, BODY), 0)->width;
    double large = set(bench, span_of(bench->sans, 15, BODY), 0)->width;
    g_assert_cmpfloat_with_epsilon(large, small * 2, 0.05);
}

static void test_letters_are_kerned(Bench *bench, gconstpointer data)
{
    EzSpan span = span_of(bench->serif, 18, "AVATAR To");
    double kerned = set(bench, span, 0)->width;
    span.features = "kern=0";
    g_assert_cmpfloat(kerned, <, set(bench, span, 0)->width - 0.3);
}

static void test_tracking_lies_between_letters_only(Bench *bench, gconstpointer data)
{
    const char *text = "veldproef";
    EzSpan span = span_of(bench->bold, 7.5, text);
    span.features = "liga=0,clig=0";
    double plain = set(bench, span, 0)->width;
    span.tracking = 0.4;
    const EzGlyphRun *run = only_run(set(bench, span, 0));
    g_assert_cmpfloat_with_epsilon(run->width, plain + 8 * 0.4 * EZ_MM_PER_PT, 0.002);
    g_assert_cmpfloat(run->glyphs[0].x, ==, 0);
}

static void test_tracking_ends_before_a_break(Bench *bench, gconstpointer data)
{
    EzSpan span = span_of(bench->bold, 7.5, "veldproef veldproef");
    span.tracking = 0.4;
    const EzParagraph *broken = set(bench, span, 18);
    span.text = "veldproef";
    double alone = set(bench, span, 0)->width;
    g_assert_cmpint(broken->n_lines, ==, 2);
    for (int i = 0; i < 2; i++) {
        g_assert_cmpfloat_with_epsilon(broken->lines[i].width, alone, 0.001);
        g_assert_cmpfloat(broken->lines[i].runs[0].glyphs[0].x, ==, 0);
    }
}

static void test_space_at_the_end_has_no_width(Bench *bench, gconstpointer data)
{
    double bare = set(bench, span_of(bench->sans, 9, "murene"), 0)->width;
    g_assert_cmpfloat(set(bench, span_of(bench->sans, 9, "murene  "), 0)->width, ==, bare);
    const EzParagraph *broken = set(bench, span_of(bench->sans, 9, "murene  murene"), 15);
    g_assert_cmpfloat_with_epsilon(broken->lines[0].width, bare, 0.001);
    // It is there all the same, for whoever copies or listens.
    assert_text(broken, "murene  |murene");
    assert_runs(broken);
}

static void test_features_choose_the_figures(Bench *bench, gconstpointer data)
{
    EzSpan span = span_of(bench->serif, 9, "1234567890");
    span.features = "onum";
    double old = set(bench, span, 0)->width;
    span.features = "lnum,tnum";
    double lining = set(bench, span, 0)->width;
    g_assert_cmpfloat(fabs(old - lining), >, 0.1);
    span.text = "1111111111";
    g_assert_cmpfloat_with_epsilon(set(bench, span, 0)->width, lining, 0.0001);
}

static void test_ink_is_where_the_letters_are(Bench *bench, gconstpointer data)
{
    const EzGlyphRun *x = only_run(set(bench, span_of(bench->serif, 20, "x"), 0));
    const EzGlyphRun *p = only_run(set(bench, span_of(bench->serif, 20, "pH"), 0));
    const EzGlyphRun *space =
        &set(bench, span_of(bench->serif, 20, " \u00A0."), 0)->lines[0].runs[0];
    g_assert_cmpfloat_with_epsilon(x->ink_bottom, 0, 0.1);
    g_assert_cmpfloat(x->ink_top, <, -2);
    g_assert_cmpfloat(p->ink_bottom, >, 1);
    g_assert_cmpfloat(p->ink_top, <, x->ink_top - 1);
    g_assert_cmpfloat(p->ink_right, <=, p->width + 0.2);
    g_assert_cmpfloat(space->ink_left, >, 2);
    EzSpan two[] = {span_of(bench->serif, 20, " "), span_of(bench->sans, 20, "x")};
    const EzParagraph *both =
        ez_paragraph_set(bench->typesetter, bench->arena, two, 2, 0, EZ_SETTING_PLAIN);
    g_assert_cmpfloat(both->lines[0].runs[0].ink_left, ==, both->lines[0].runs[0].ink_right);
}

// ---- settings ------------------------------------------------------------------

static void test_balance_keeps_the_lines_and_narrows(Bench *bench, gconstpointer data)
{
    const char *texts[] = {"Zoek een partner met een andere werkwijze, niet een kopie",
                           "Vraag wie kan wat jij niet kunt", "Een roep die beiden kennen nu",
                           BODY};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        for (double width = 40; width < 100; width += 11) {
            EzSpan span = span_of(bench->serif, 18, texts[i]);
            const EzParagraph *plain = set(bench, span, width);
            const EzParagraph *balanced = ez_paragraph_set(bench->typesetter, bench->arena,
                                                           &span, 1, width, EZ_SETTING_BALANCE);
            g_assert_cmpint(balanced->n_lines, ==, plain->n_lines);
            g_assert_cmpfloat(balanced->width, <=, plain->width);
            // Nothing narrower would do.
            double less = MAX(balanced->width - 0.1, width * 0.45);
            g_assert_true(less >= balanced->width ||
                          set(bench, span, less)->n_lines > plain->n_lines ||
                          set(bench, span, less)->width > less);
        }
}

// Pango breaks a line that is exactly as wide as its room once more, now and then: many texts, so that one is near that edge.
static void test_balance_never_adds_a_line(Bench *bench, gconstpointer data)
{
    for (int i = 0; i < 150; i++) {
        g_autofree char *first = g_strdup_printf("Card %d", 1 + i % 5);
        g_autofree char *last = g_strdup_printf("%d", 1 + i % 2);
        EzSpan spans[] = {
            span_of(bench->sans, 9, first),
            span_of(bench->sans, 9, " heeft woorden, nog meer woorden en het nummer "),
            span_of(bench->sans, 9, last)};
        double width = 44 + i / 10 * 0.5;
        const EzParagraph *plain = ez_paragraph_set(bench->typesetter, bench->arena, spans, 3,
                                                    width, EZ_SETTING_PLAIN);
        const EzParagraph *balanced = ez_paragraph_set(bench->typesetter, bench->arena, spans,
                                                       3, width, EZ_SETTING_BALANCE);
        g_assert_cmpint(balanced->n_lines, ==, plain->n_lines);
    }
}

static void test_balance_leaves_no_lonely_word(Bench *bench, gconstpointer data)
{
    EzSpan span = span_of(bench->serif, 18, "Vraag wie kan wat jij niet kunt");
    double whole = set(bench, span, 0)->width;
    const EzParagraph *plain = set(bench, span, whole - 1);
    const EzParagraph *balanced = ez_paragraph_set(bench->typesetter, bench->arena, &span, 1,
                                                   whole - 1, EZ_SETTING_BALANCE);
    assert_text(plain, "Vraag wie kan wat jij niet |kunt");
    assert_text(balanced, "Vraag wie kan |wat jij niet kunt");
}

// A last line of one word, or of less than 16 % of the width.
static bool ends_lonely(const EzParagraph *paragraph, double width)
{
    const EzLine *last = &paragraph->lines[paragraph->n_lines - 1];
    bool alone = memchr(last->runs[0].text, ' ', (size_t)last->runs[0].n_bytes) == NULL;
    return alone || last->width < 0.16 * width;
}

static void test_pretty_avoids_a_lonely_last_word(Bench *bench, gconstpointer data)
{
    int changed = 0;
    for (double width = 40; width < 100; width += 0.5) {
        EzSpan span = span_of(bench->sans, 9, BODY);
        const EzParagraph *plain = set(bench, span, width);
        const EzParagraph *pretty = ez_paragraph_set(bench->typesetter, bench->arena, &span, 1,
                                                     width, EZ_SETTING_PRETTY);
        g_assert_cmpint(pretty->n_lines, ==, plain->n_lines);
        g_assert_false(ends_lonely(pretty, width));
        changed += ends_lonely(plain, width);
    }
    g_assert_cmpint(changed, >, 0);
}

static void test_a_setting_without_width_is_one_line(Bench *bench, gconstpointer data)
{
    for (EzSetting setting = EZ_SETTING_PLAIN; setting <= EZ_SETTING_JUSTIFY; setting++) {
        EzSpan span = span_of(bench->sans, 9, BODY);
        g_assert_cmpint(
            ez_paragraph_set(bench->typesetter, bench->arena, &span, 1, -1, setting)->n_lines,
            ==, 1);
    }
}

// ---- justified, hyphenated ----------------------------------------------------

static double mean_space(const EzLine *line)
{
    const EzGlyphRun *run = &line->runs[0];
    double sum = 0;
    int n = 0, byte = 0;
    for (int i = 0; i + 1 < run->n_clusters; byte += run->clusters[i++].bytes)
        if (run->text[byte] == ' ' && run->n_glyphs == run->n_clusters) {
            sum += run->glyphs[i + 1].x - run->glyphs[i].x;
            n++;
        }
    return n > 0 ? sum / n : 0;
}

static void test_justified_lines_are_as_wide_as_asked(Bench *bench, gconstpointer data)
{
    int straight = 0;
    double natural =
        set(bench, span_of(bench->sans, 9, "a b"), 0)->lines[0].runs[0].glyphs[2].x -
        set(bench, span_of(bench->sans, 9, "a "), 0)->width;
    for (double width = 30; width < 90; width += 3.3) {
        EzSpan span = span_of(bench->sans, 9, BODY);
        const EzParagraph *set = ez_paragraph_set(bench->typesetter, bench->arena, &span, 1,
                                                  width, EZ_SETTING_JUSTIFY);
        assert_runs(set);
        for (int i = 0; i + 1 < set->n_lines; i++) {
            bool full = fabs(set->lines[i].width - width) < 1e-6;
            straight += full;
            g_assert_true(full || set->lines[i].width < width);
            g_assert_cmpfloat(mean_space(&set->lines[i]), <=,
                              (1 + EZ_SPACE_STRETCH) * natural + 1e-6);
            g_assert_cmpfloat(mean_space(&set->lines[i]), >=, 0.75 * natural - 1e-6);
        }
        g_assert_cmpfloat(set->lines[set->n_lines - 1].width, <=, width + 1e-6);
    }
    g_assert_cmpint(straight, >, 50);
}

// Pango would set the letters of such a line apart.
static void test_a_justified_word_alone_keeps_its_letters(Bench *bench, gconstpointer data)
{
    EzSpan span = span_of(bench->sans, 9, "de bewonersvertegenwoordiging");
    const EzParagraph *just =
        ez_paragraph_set(bench->typesetter, bench->arena, &span, 1, 42, EZ_SETTING_JUSTIFY);
    span.text = "bewonersvertegenwoordiging";
    g_assert_cmpint(just->n_lines, ==, 2);
    g_assert_cmpfloat(just->lines[1].width, ==, set(bench, span, 0)->width);
}

static void test_long_words_are_divided_where_asked(Bench *bench, gconstpointer data)
{
    EzSpan span = span_of(bench->sans, 9, "de verantwoordelijkheid van velen");
    span.hyphenate = true;
    const EzParagraph *set =
        ez_paragraph_set(bench->typesetter, bench->arena, &span, 1, 20, EZ_SETTING_PLAIN);
    assert_text(set, "de verant\u00AD|woordelijk\u00AD|heid van |velen");
    assert_runs(set);
    for (int i = 0; i < set->n_lines; i++)
        g_assert_cmpfloat(set->lines[i].width, <=, 20 + 1e-6);
    span.language = "la";
    g_assert_cmpint(
        ez_paragraph_set(bench->typesetter, bench->arena, &span, 1, 20, EZ_SETTING_PLAIN)
            ->n_lines,
        ==, 3);
}

// ---- copy --------------------------------------------------------------------

static void test_copy_can_be_set_at_any_size(Bench *bench, gconstpointer data)
{
    EzSpan spans[] = {span_of(bench->serif, 1, BODY), span_of(bench->sans, 0.85, " Klein.")};
    spans[1].tracking = 0.2;
    const EzCopy *copy = ez_copy_new(bench->typesetter, bench->arena, spans, 2);
    for (double size = 6; size < 20; size += 0.5) {
        double widest;
        int lines = ez_copy_lines(copy, size, 60, &widest);
        const EzParagraph *set = ez_copy_set(copy, size, 60, EZ_SETTING_PLAIN);
        g_assert_cmpint(set->n_lines, ==, lines);
        g_assert_cmpfloat_with_epsilon(set->width, widest, 1e-6);
        g_assert_cmpfloat_with_epsilon(set->lines[0].runs[0].size, size, 1e-9);
    }
}

static void test_no_setting_takes_more_lines_than_plain(Bench *bench, gconstpointer data)
{
    for (double width = 25; width < 90; width += 1.7)
        for (int hyphenate = 0; hyphenate < 2; hyphenate++) {
            EzSpan span = span_of(bench->sans, 9, BODY);
            span.hyphenate = hyphenate;
            double widest;
            span.size = 1;
            const EzCopy *copy = ez_copy_new(bench->typesetter, bench->arena, &span, 1);
            int plain = ez_copy_lines(copy, 9, width, &widest);
            for (EzSetting s = EZ_SETTING_BALANCE; s <= EZ_SETTING_JUSTIFY; s++)
                g_assert_cmpint(ez_copy_set(copy, 9, width, s)->n_lines, <=, plain);
        }
}

// ---- fonts and clusters --------------------------------------------------------

static void test_each_font_is_the_one_asked_for(Bench *bench, gconstpointer data)
{
    for (int i = 0; i < ez_fonts_count(bench->fonts); i++) {
        const EzFont *font = ez_fonts_get(bench->fonts, i);
        g_assert_true(only_run(set(bench, span_of(font, 9, "Hé"), 0))->font == font);
    }
}

static void test_an_arrow_comes_from_another_font(Bench *bench, gconstpointer data)
{
    const EzParagraph *paragraph = set(bench, span_of(bench->sans, 9, "a → b"), 0);
    g_assert_cmpint(paragraph->missing, ==, 0);
    g_assert_cmpint(paragraph->lines[0].n_runs, ==, 3);
    const EzGlyphRun *runs = paragraph->lines[0].runs;
    g_assert_true(runs[0].font == bench->sans && runs[2].font == bench->sans);
    g_assert_true(runs[1].font == bench->regular);
    g_assert_cmpfloat_with_epsilon(runs[1].x, runs[0].x + runs[0].width, 1e-9);
    g_assert_cmpfloat_with_epsilon(runs[2].x, runs[1].x + runs[1].width, 1e-9);
}

static void test_the_first_missing_character_is_told(Bench *bench, gconstpointer data)
{
    const EzParagraph *paragraph =
        set(bench, span_of(bench->sans, 9, "ja \u2713 nee \u25CF"), 0);
    g_assert_cmphex(paragraph->missing, ==, 0x2713);
    assert_runs(paragraph);
    g_assert_cmphex(set(bench, span_of(bench->sans, 9, "ja nee \u25CF"), 0)->missing, ==,
                    0x25CF);
    g_assert_cmphex(set(bench, span_of(bench->sans, 9, BODY), 40)->missing, ==, 0);
    g_assert_cmphex(
        set(bench, span_of(bench->sans, 9, "a\u2060b\u00A0c\u00ADd\u200Be"), 0)->missing, ==,
        0);
}

static void test_spans_stay_apart(Bench *bench, gconstpointer data)
{
    EzSpan spans[] = {span_of(bench->sans, 9, "de "), span_of(bench->sans, 9, "baars"),
                      span_of(bench->bold, 9, " jaagt"), span_of(bench->sans, 9, "")};
    for (int i = 0; i < 4; i++)
        spans[i].tag = 10 + i;
    spans[1].language = "la";
    const EzParagraph *paragraph =
        ez_paragraph_set(bench->typesetter, bench->arena, spans, 4, 0, EZ_SETTING_PLAIN);
    const EzLine *line = &paragraph->lines[0];
    g_assert_cmpint(line->n_runs, ==, 3);
    double x = 0;
    for (int i = 0; i < 3; i++) {
        g_assert_cmpint(line->runs[i].tag, ==, 10 + i);
        g_assert_cmpmem(line->runs[i].text, line->runs[i].n_bytes, spans[i].text,
                        strlen(spans[i].text));
        g_assert_cmpfloat_with_epsilon(line->runs[i].x, x, 1e-9);
        x += line->runs[i].width;
    }
    g_assert_cmpstr(line->runs[1].language, ==, "la");
    g_assert_cmpfloat_with_epsilon(line->width, x, 1e-9);
}

static void test_spans_that_look_the_same_stay_apart(Bench *bench, gconstpointer data)
{
    EzSpan spans[] = {span_of(bench->serif, 9, "of"), span_of(bench->serif, 9, "fi"),
                      span_of(bench->serif, 9, "ciënt")};
    for (int i = 0; i < 3; i++)
        spans[i].tag = i;
    const EzParagraph *paragraph =
        ez_paragraph_set(bench->typesetter, bench->arena, spans, 3, 0, EZ_SETTING_PLAIN);
    g_assert_cmpint(paragraph->lines[0].n_runs, ==, 3);
    for (int i = 0; i < 3; i++)
        g_assert_cmpint(paragraph->lines[0].runs[i].tag, ==, i);
    assert_text(paragraph, "officiënt");
}

static void test_a_ligature_is_one_cluster(Bench *bench, gconstpointer data)
{
    const EzGlyphRun *run = only_run(set(bench, span_of(bench->serif, 9, "ffi"), 0));
    EzSpan apart = span_of(bench->serif, 9, "ffi");
    apart.features = "liga=0";
    g_assert_cmpint(run->n_glyphs, <, only_run(set(bench, apart, 0))->n_glyphs);
    g_assert_cmpint(run->n_bytes, ==, 3);
    assert_run(run);
}

static void test_combining_marks_join_their_letter(Bench *bench, gconstpointer data)
{
    const EzGlyphRun *joined = only_run(set(bench, span_of(bench->serif, 9, "cafe\u0301"), 0));
    const EzGlyphRun *whole = only_run(set(bench, span_of(bench->serif, 9, "café"), 0));
    g_assert_cmpfloat_with_epsilon(joined->width, whole->width, 0.001);
    g_assert_cmpint(joined->n_bytes, ==, 6);
    g_assert_cmpint(joined->clusters[joined->n_clusters - 1].bytes, ==, 3);
}

static void test_text_from_right_to_left(Bench *bench, gconstpointer data)
{
    const EzGlyphRun *run = only_run(set(bench, span_of(bench->sans, 9, "\u202Eabc"), 0));
    const EzGlyphRun *plain = only_run(set(bench, span_of(bench->sans, 9, "cba"), 0));
    g_assert_true(run->backward);
    g_assert_cmpmem(run->text, run->n_bytes, "abc", 3);
    g_assert_cmpint(run->n_glyphs, ==, 3);
    for (int i = 0; i < 3; i++)
        g_assert_cmpuint(run->glyphs[i].id, ==, plain->glyphs[i].id);
    g_assert_cmpfloat(run->glyphs[0].x, ==, 0);
    g_assert_cmpfloat(run->glyphs[2].x, >, run->glyphs[1].x);
}

static void test_runs_stand_in_the_order_of_the_text(Bench *bench, gconstpointer data)
{
    const EzParagraph *paragraph =
        set(bench, span_of(bench->sans, 9, "a \u202Ebc →\u202C d"), 0);
    const EzLine *line = &paragraph->lines[0];
    assert_text(paragraph, "a bc → d");
    assert_runs(paragraph);
    g_assert_cmpint(line->n_runs, >=, 4);
    // The arrow is read after "bc" and stands before it.
    g_assert_true(line->runs[1].backward && line->runs[2].backward);
    g_assert_cmpfloat(line->runs[2].x, <, line->runs[1].x);
}

// ---- signs that are seldom there -------------------------------------------------

static void test_a_soft_hyphen_at_the_end_of_a_span_is_not_seen(Bench *bench,
                                                                gconstpointer data)
{
    EzSpan spans[] = {span_of(bench->sans, 9, "veer\u00AD"),
                      span_of(bench->bold, 9, "kracht\u00AD en")};
    const EzParagraph *paragraph =
        ez_paragraph_set(bench->typesetter, bench->arena, spans, 2, 0, EZ_SETTING_PLAIN);
    assert_text(paragraph, "veerkracht en");
    assert_runs(paragraph);
    assert_text(set(bench, span_of(bench->sans, 9, "\u00AD"), 30), "");
    assert_text(set(bench, span_of(bench->sans, 9, "een \u00AD twee"), 0), "een  twee");
    assert_text(set(bench, span_of(bench->sans, 9, "\u00ADeen"), 0), "een");
}

// A long word is not measured anew at each place, but its hyphens count.
static void test_hyphens_of_a_very_long_word_count(Bench *bench, gconstpointer data)
{
    g_autoptr(GString) word = g_string_new(NULL);
    for (int i = 0; i < 100; i++)
        g_string_append(word, i > 0 ? "\u00ADnonon" : "nonon");
    for (double width = 20; width < 30; width += 0.37) {
        const EzParagraph *paragraph = set(bench, span_of(bench->sans, 9, word->str), width);
        g_assert_cmpint(paragraph->n_lines, >, 20);
        g_assert_cmpfloat(paragraph->width, <=, width + 0.01);
    }
}

static EzSpan object_of(const EzFont *font, double size, double tracking)
{
    EzSpan span = span_of(font, size, "\uFFFC");
    span.object = 1;
    span.tracking = tracking;
    return span;
}

static void test_an_object_is_tracked_as_a_letter(Bench *bench, gconstpointer data)
{
    EzSpan spans[] = {span_of(bench->sans, 9, "a"), object_of(bench->sans, 9, 2),
                      object_of(bench->sans, 9, 2)};
    spans[0].tracking = 2;
    double plain = set(bench, span_of(bench->sans, 9, "a"), 0)->width;
    const EzParagraph *paragraph =
        ez_paragraph_set(bench->typesetter, bench->arena, spans, 3, 0, EZ_SETTING_PLAIN);
    double pt = ez_mm_from_pt(1);
    g_assert_cmpfloat_with_epsilon(paragraph->width, plain + 2 * 9 * pt + 2 * 2 * pt, 1e-6);
}

// Tracking that takes away more than the letters are wide.
static void test_letters_over_each_other(Bench *bench, gconstpointer data)
{
    EzSpan span = span_of(bench->sans, 9, BODY);
    span.tracking = -20;
    for (int setting = EZ_SETTING_PLAIN; setting <= EZ_SETTING_JUSTIFY; setting++) {
        const EzParagraph *paragraph =
            ez_paragraph_set(bench->typesetter, bench->arena, &span, 1, 40, (EzSetting)setting);
        assert_runs(paragraph);
        g_autofree char *text = text_of(paragraph);
        g_strdelimit(text, "|", ' ');
        g_assert_cmpuint(strlen(text), >=, strlen(BODY));
    }
}

static void test_only_spaces(Bench *bench, gconstpointer data)
{
    g_assert_cmpint(set(bench, span_of(bench->sans, 9, "   \n\t "), 30)->n_lines, ==, 0);
    EzSpan spans[] = {span_of(bench->sans, 9, ""), span_of(bench->sans, 9, "  a"),
                      span_of(bench->sans, 9, ""), span_of(bench->bold, 9, "  "),
                      span_of(bench->sans, 9, "")};
    assert_text(
        ez_paragraph_set(bench->typesetter, bench->arena, spans, 5, 30, EZ_SETTING_JUSTIFY),
        "  a");
}

// Hundreds of kilobytes without a space, in letters between which a line may end.
static void test_very_long_words_are_divided(Bench *bench, gconstpointer data)
{
    static const char *const words[] = {"\u00ADnonon", "n-"};
    for (guint i = 0; i < G_N_ELEMENTS(words); i++) {
        g_autoptr(GString) word = g_string_new(NULL);
        while (word->len < 300000)
            g_string_append(word, words[i]);
        const EzParagraph *paragraph = set(bench, span_of(bench->sans, 9, word->str), 60);
        g_assert_cmpint(paragraph->n_lines, >, 1000);
        g_assert_cmpfloat(paragraph->width, <=, 60.01);
    }
}

static void add(const char *name, void (*test)(Bench *, gconstpointer))
{
    g_autofree char *path = g_strconcat("/text/", name, NULL);
    g_test_add(path, Bench, NULL, open_bench, test, close_bench);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    add("lines-stay-within-the-width", test_lines_stay_within_the_width);
    add("a-break-comes-no-earlier-than-it-must", test_a_break_comes_no_earlier_than_it_must);
    add("a-text-fits-into-its-own-width", test_a_text_fits_into_its_own_width);
    add("a-long-word-stands-alone", test_a_long_word_stands_alone);
    add("no-hyphen-comes-by-itself", test_no_hyphen_comes_by_itself);
    add("a-soft-hyphen-shows-at-a-break-only", test_a_soft_hyphen_shows_at_a_break_only);
    add("line-ends-are-spaces", test_line_ends_are_spaces);
    add("text-of-nothing", test_text_of_nothing);
    add("broken-utf8-is-mended", test_broken_utf8_is_mended);
    add("odd-text-keeps-its-clusters", test_odd_text_keeps_its_clusters);
    add("a-very-long-text-ends", test_a_very_long_text_ends);
    add("widths-are-those-of-the-font", test_widths_are_those_of_the_font);
    add("a-size-twice-as-large-is-twice-as-wide", test_a_size_twice_as_large_is_twice_as_wide);
    add("letters-are-kerned", test_letters_are_kerned);
    add("tracking-lies-between-letters-only", test_tracking_lies_between_letters_only);
    add("tracking-ends-before-a-break", test_tracking_ends_before_a_break);
    add("space-at-the-end-has-no-width", test_space_at_the_end_has_no_width);
    add("features-choose-the-figures", test_features_choose_the_figures);
    add("ink-is-where-the-letters-are", test_ink_is_where_the_letters_are);
    add("balance-keeps-the-lines-and-narrows", test_balance_keeps_the_lines_and_narrows);
    add("balance-never-adds-a-line", test_balance_never_adds_a_line);
    add("balance-leaves-no-lonely-word", test_balance_leaves_no_lonely_word);
    add("pretty-avoids-a-lonely-last-word", test_pretty_avoids_a_lonely_last_word);
    add("a-setting-without-width-is-one-line", test_a_setting_without_width_is_one_line);
    add("justified-lines-are-as-wide-as-asked", test_justified_lines_are_as_wide_as_asked);
    add("a-justified-word-alone-keeps-its-letters",
        test_a_justified_word_alone_keeps_its_letters);
    add("long-words-are-divided-where-asked", test_long_words_are_divided_where_asked);
    add("copy-can-be-set-at-any-size", test_copy_can_be_set_at_any_size);
    add("no-setting-takes-more-lines-than-plain", test_no_setting_takes_more_lines_than_plain);
    add("each-font-is-the-one-asked-for", test_each_font_is_the_one_asked_for);
    add("an-arrow-comes-from-another-font", test_an_arrow_comes_from_another_font);
    add("the-first-missing-character-is-told", test_the_first_missing_character_is_told);
    add("spans-stay-apart", test_spans_stay_apart);
    add("spans-that-look-the-same-stay-apart", test_spans_that_look_the_same_stay_apart);
    add("a-ligature-is-one-cluster", test_a_ligature_is_one_cluster);
    add("combining-marks-join-their-letter", test_combining_marks_join_their_letter);
    add("text-from-right-to-left", test_text_from_right_to_left);
    add("runs-stand-in-the-order-of-the-text", test_runs_stand_in_the_order_of_the_text);
    add("a-soft-hyphen-at-the-end-of-a-span-is-not-seen",
        test_a_soft_hyphen_at_the_end_of_a_span_is_not_seen);
    add("hyphens-of-a-very-long-word-count", test_hyphens_of_a_very_long_word_count);
    add("an-object-is-tracked-as-a-letter", test_an_object_is_tracked_as_a_letter);
    add("letters-over-each-other", test_letters_over_each_other);
    add("only-spaces", test_only_spaces);
    add("very-long-words-are-divided", test_very_long_words_are_divided);
    return g_test_run();
}
