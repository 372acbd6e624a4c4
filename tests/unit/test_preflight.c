// SPDX-License-Identifier: EUPL-1.2
#include "print/preflight.h"
#include "tests/support/pdf_fixture.h"
#include "tests/support/test_kit.h"
#include "tests/support/test_run.h"

// jpeglib.h needs it before itself
#include <stdio.h>

#include <jpeglib.h>
#include <stdlib.h>
#include <string.h>

enum { SCREEN = EZ_PREFLIGHT_SCREEN, PRESS = EZ_PREFLIGHT_PRESS };

// A file that breaks one rule by one difference from one that breaks none. Without a rule: a difference that is fine.
#define LOOK(states, content)                                                                  \
    "/F 4 /AP << /N " states " >> /StructParent 2 >>\n\n40 << /Type /XObject /Subtype /Form "  \
    "/BBox [ 0 0 9 9 ] >>\nstream\n" content "\n\n"
// A gradient in the place of the second page's, with this function.
#define GRADIENT(function)                                                                     \
    "/Pattern << /G1 41 0 R >> /Shading << /G2 42 0 R >> /ColorSpace << /S [ /ICCBased 15 0 "  \
    "R ] "                                                                                     \
    ">> >>\n\n41 << /PatternType 2 /Shading 42 0 R >>\n\n42 << /ShadingType 2 /ColorSpace "    \
    "/DeviceCMYK /Coords [ 0 0 9 9 ] /Function " function " >>"
#define CORNER(content)                                                                        \
    "/Annots [ << /Rect [ 0 0 10 10 ] /AP << /N 40 0 R >> >> ] /Contents 16 0 R /Resources 6 " \
    "0 R >>\n\n40 << /Type /XObject /Subtype /Form /BBox [ 0 0 9 9 ] >>\nstream\n" content     \
    "\n\n"

typedef struct Case {
    const char *rule;
    int base;
    const char *find, *replace;
} Case;

static const Case cases[] = {
    {NULL, SCREEN, NULL, NULL},
    {NULL, PRESS, NULL, NULL},

    // the file
    {"file-script", SCREEN, "/Lang (nl-NL)",
     "/Lang (nl) /OpenAction << /S /JavaScript /JS (a) >>"},
    {"file-script", PRESS, "/Metadata", "/AA << /WC << /S /JavaScript >> >> /Metadata"},
    {NULL, PRESS, "/Metadata", "/OpenAction << /S /GoTo /D [ 4 0 R /Fit ] >> /Metadata"},
    {"file-attachment", PRESS, "/Metadata", "/Names << /EmbeddedFiles << >> >> /Metadata"},
    {NULL, SCREEN, "/Metadata", "/Names << /EmbeddedFiles << >> >> /Metadata"},
    {"file-id", SCREEN, "/ID [ <00> <00> ]", ""},
    {"file-id", PRESS, "/ID [ <00> <00> ]", ""},
    {"file-trapped", PRESS, "/Trapped /False", "/Trapped /Unknown"},
    {NULL, PRESS, "/Trapped /False", "/Trapped /True"},
    {"file-xmp", PRESS, "<x:xmpmeta>", "<x:xmpmeta"},
    {"file-pdfx", PRESS, "'PDF/X-4'", "'PDF/A-4'"},
    {"file-pdfua", SCREEN, "<pdfuaid:part>1", "<pdfuaid:part>2"},
    {NULL, SCREEN, "<pdfuaid:part>1</pdfuaid:part>", "<a pdfuaid:part='1'/>"},
    {"file-title", SCREEN, ">Kaarten<", "><"},
    {"file-title", SCREEN,
     "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Kaarten</rdf:li></rdf:Alt></dc:title>",
     ""},
    {"file-show-title", SCREEN, "DisplayDocTitle true", "DisplayDocTitle false"},
    {"file-language", SCREEN, "/Lang (nl-NL)", ""},
    {"file-version", SCREEN, "%PDF-1.7", "%PDF-2.0"},
    {"file-version", PRESS, "%PDF-1.6", "%PDF-1.7"},
    {"file-version", PRESS, "PDF/X-4", "PDF/X-1a:2003"},
    {"file-intent", PRESS, "/GTS_PDFX ", "/GTS_PDFA1 "},
    {"file-intent", PRESS, "/RegistryName (http://www.color.org)", ""},
    {NULL, PRESS, "/RegistryName (http://www.color.org)", "/DestOutputProfile 15 0 R"},

    // pages
    {"page-content", PRESS, "/Self Do", "/P2 Do"},
    {"page-content", PRESS, "(Tekst)", "(Tekst"},
    {"page-content", PRESS, "/Self 14 0 R", "/Self 10 0 R"},
    {"page-empty", PRESS, "0 0 0 0.2 k 50 50 60 60 re f", "0 g"},
    {"page-trim", PRESS, "/TrimBox [ 20 20 200 300 ]", ""},
    {"page-boxes", PRESS, "/TrimBox [ 20 20 200 300 ]", "/TrimBox [ 10 20 200 300 ]"},
    {"page-boxes", PRESS, "/BleedBox [ 11 11 209 309 ]", "/BleedBox [ 11 11 229 309 ]"},
    {"page-bleed", PRESS, "/BleedBox [ 11 11 209 309 ]", "/BleedBox [ 14 11 209 309 ]"},
    {NULL, PRESS, "/BleedBox [ 11 11 209 309 ]", "/BleedBox [ 11.5 11 209 309 ]"},
    {"page-bleed-painted", PRESS, "11 11 198 298 re", "20 11 189 298 re"},
    {"page-bleed-painted", PRESS, "11 11 198 298 re f",
     "12 11 197 298 re f 0 11 8 5 re f 0 15 m 8 15 l S"},
    {NULL, PRESS, "11 11 198 298 re", "0 0 220 320 re"},
    {NULL, PRESS, "11 11 198 298 re", "30 30 100 100 re"},
    {"page-safe", PRESS, "40 200 Td", "28 200 Td"},
    {NULL, PRESS, "40 200 Td", "29 200 Td"},
    {"page-sizes", PRESS, "309 ] /TrimBox [ 20 20 200 300 ] /Contents 16",
     "309 ] /TrimBox [ 20 20 200 290 ] /Contents 16"},
    {"page-turned", PRESS, "/Contents 16", "/Rotate 90 /Contents 16"},
    {NULL, PRESS, "/Contents 16", "/Rotate 0 /Contents 16"},
    {"page-annotation", PRESS, "/Contents 16",
     "/Annots [ << /Rect [ 15 15 30 30 ] >> ] /Contents 16"},
    {NULL, PRESS, "/Contents 16", "/Annots [ << /Rect [ 0 0 10 10 ] >> ] /Contents 16"},

    // fonts
    {"font-missing", PRESS, "/F 8 Tf", "/F2 8 Tf"},
    {"font-embedded", PRESS, "/FontFile3 13 0 R", ""},
    {"font-embedded", SCREEN, "/FontName /AAAAAB+Twee /Flags 4 /FontFile2 34 0 R",
     "/FontName /X"},
    {"font-unicode", SCREEN, "/ToUnicode 32 0 R", ""},
    {NULL, SCREEN, "/BaseFont /AAAAAA+Een /Encoding /WinAnsiEncoding",
     "/BaseFont /AAAAAA+Een /Encoding << /BaseEncoding /MacRomanEncoding >> /ToUnicode 32 0 R"},
    {"font-glyph-map", SCREEN, "/CIDToGIDMap /Identity", ""},
    {NULL, SCREEN, "/Subtype /CIDFontType2 /BaseFont /AAAAAB+Twee /CIDToGIDMap /Identity",
     "/Subtype /CIDFontType0"},
    {"font-system", SCREEN, "/CIDSystemInfo", "/Other"},
    {"font-encoding", SCREEN, "/Encoding /WinAnsiEncoding",
     "/Encoding << >> /ToUnicode 32 0 R"},
    {"font-drawn", PRESS, "/Subtype /Type1 ", "/Subtype /Type3 "},

    // colour
    {"colour-rgb", PRESS, "0.1 0 0.2 0 k", "1 0 0 rg"},
    {"colour-rgb", PRESS, "q /P Do Q", "BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI"},
    {NULL, PRESS, "q /P Do Q", "BI /W 1 /H 1 /BPC 8 /CS /CMYK ID abcd EI"},
    {"colour-rgb", PRESS, "0.25 w 0 0 0 1 K", "0.25 w 0 0 0 RG"},
    {"colour-rgb", PRESS, "/ColorSpace /DeviceCMYK", "/ColorSpace /DeviceRGB"},
    {"colour-rgb", PRESS, "0.5 0 0 0 k", "/DeviceRGB cs 1 0 0 sc"},
    {NULL, PRESS, "0.5 0 0 0 k", "/S cs 1 0 0 scn"},
    {NULL, PRESS, "0.1 0 0.2 0 k", "/S cs 1 0 0 scn"},
    {"colour-ink", PRESS, "0.1 0 0.2 0 k", "1 1 1 0.1 k"},
    {NULL, PRESS, "0.1 0 0.2 0 k", "1 1 1 0 k"},
    {"colour-ink", PRESS, "stream\nAAAA",
     "stream\n~~~~zzzz\x7f\x7f\x7f\x7f"
     "\xff\xff\xff\x10"},
    {"colour-black", PRESS, "0 0 0 1 k BT", "0.5 0.4 0.4 1 k BT"},
    {"colour-black", PRESS, "0 0 0 1 k BT", "0.7 0.6 0.6 0.8 k BT"},
    {NULL, PRESS, "0 0 0 1 k BT", "1 0.5 0 0.3 k BT"},
    {"colour-knockout", PRESS, "/G gs 0.1 0 0.2 0 k", "/O gs 0 0 0 0 k"},
    {NULL, PRESS, "/G gs", "/O gs"},
    {NULL, PRESS, "/G gs", "/T gs"},

    // pictures and lines
    {"picture-coarse", PRESS, "q 36 0 0 36 60", "q 90 0 0 90 60"},
    {"picture-soft", PRESS, "q 36 0 0 36 60", "q 0 -36 50 0 60"},
    {NULL, PRESS, "q 36 0 0 36 60", "q 47 0 0 47 60"},
    {"picture-line-art", PRESS, "q 36 0 0 36 110", "q 40 0 0 40 110"},
    {"line-thin", PRESS, "0.25 w", "0.19 w"},
    {"line-thin", PRESS, "0.25 w", "0 w"},
    {"line-thin", PRESS, "0.25 w", "0.5 0 0 0.25 0 0 cm 0.5 w"},
    {NULL, PRESS, "0.25 w", "0.2 w"},
    {"text-small", PRESS, "/F 8 Tf", "/F 4.9 Tf"},
    {"text-small", PRESS, "/F 8 Tf 40 200 Td", "/F 8 Tf 0.5 0 0 0.5 40 200 Tm"},
    {NULL, PRESS, "/F 8 Tf 40 200 Td", "/F 1 Tf 5 0 0 5 40 200 Tm"},

    // tags
    {"tag-marked", SCREEN, "/Marked true", "/Marked false"},
    {"tag-suspects", SCREEN, "/Marked true", "/Marked true /Suspects true"},
    {"tag-tree", SCREEN, "/StructTreeRoot 10 0 R", ""},
    {"tag-limit", SCREEN, "/K [ 1 ]", "/K [ 1 11 0 R ]"},
    {"tag-unmarked", SCREEN, "/Artifact BMC 1 g 0 0 200 300 re f EMC", "1 g 0 0 200 300 re f"},
    {NULL, SCREEN, "/Artifact BMC 1 g 0 0 200 300 re f EMC",
     "/Artifact << /Type /Layout >> BDC 1 g 0 0 200 300 re f EMC"},
    {"tag-nested", SCREEN, "0 g BT", "/Artifact BMC 0 0 1 1 re f EMC BT"},
    {"tag-nested", SCREEN, "1 g 0 0 200 300 re f EMC\n/H1 << /MCID 0 >> BDC",
     "/H1 << /MCID 0 >> BDC EMC EMC /Artifact BMC"},
    {NULL, SCREEN, "0 g BT", "/Span << /ActualText (a) >> BDC EMC BT"},
    {"tag-open", SCREEN, "(noot) Tj ET EMC", "(noot) Tj ET"},
    {"tag-open", SCREEN, "(noot) Tj ET EMC", "(noot) Tj ET EMC EMC"},
    {"tag-lost", SCREEN, "/K [ 1 ]", "/K [ 100 ]"},
    {"tag-absent", SCREEN, "/K [ 1 ]", "/K [ 1 77 ]"},
    {"tag-parent", SCREEN, "[ 12 0 R 13 0 R", "[ 13 0 R 12 0 R"},
    {"tag-parent", SCREEN, "] 1 26 0 R", "] 1 27 0 R"},
    {"tag-above", SCREEN, "/S /P /P 37 0 R", "/S /P /P 11 0 R"},
    {"tag-role", SCREEN, "<< /S /P ", "<< /S /Alinea "},
    {"tag-role", SCREEN, "/Kaart /Sect", "/Kaart /Blad /Blad /Kaart"},
    {NULL, SCREEN, "/Kaart /Sect", "/Kaart /Blad /Blad /Sect"},
    {"tag-remapped", SCREEN, "/Kaart /Sect", "/Kaart /Sect /P /Div"},
    {"tag-empty", SCREEN, "28 0 R 29 0 R ]", "28 0 R 29 0 R << /S /P /P 11 0 R >> ]"},
    {"tag-language", SCREEN, "/Lang (en)", "/Lang (English!)"},
    {"tag-language", SCREEN, "(nl-NL)", "(nl_NL)"},
    {NULL, SCREEN, "/Lang (en)", "/Lang (en-GB)"},
    {"tag-heading", SCREEN, "/S /H1", "/S /H2"},
    {"tag-headings", SCREEN, "<< /S /P ", "<< /S /H "},
    {NULL, SCREEN, "<< /S /P ", "<< /S /H2 "},
    {"tag-figure", SCREEN, "/Alt (een eik)", ""},
    {"tag-figure", SCREEN, "/Alt (een eik)", "/Alt ()"},
    {NULL, SCREEN, "/Alt (een eik)", "/ActualText (eik)"},
    {"tag-list", SCREEN, "/S /L /P", "/S /Div /P"},
    {"tag-list", SCREEN, "/S /LBody", "/S /P"},
    {"tag-table", SCREEN, "23 << /S /TD", "23 << /S /P"},
    {"tag-table", SCREEN, "/S /Table", "/S /Div"},
    {"tag-rows", SCREEN, "24 << /S /TD /P 22 0 R",
     "24 << /S /TD /P 22 0 R /A << /O /Table /ColSpan 2 >>"},
    {"tag-scope", SCREEN, "/A << /O /Table /Scope /Column >>", "/A << /O /Table >>"},
    {"tag-contents", SCREEN, "<< /S /P ", "<< /S /TOCI "},
    {"tag-note", SCREEN, "/ID (noot-1)", ""},

    // links and fields
    {"link-text", SCREEN, "/Contents (naar huis)", ""},
    {"field-name", SCREEN, "/TU (je naam)", ""},
    {NULL, SCREEN, "/TU (je naam)", "/Parent << /TU (je naam) >>"},
    {"note-text", SCREEN, "/Contents (let op)", "/Contents ()"},
    {NULL, SCREEN, "/F 4 /Contents (let op)", "/F 2"},
    {"annotation-tag", SCREEN, "/S /Form", "/S /Div"},
    {"annotation-tag", SCREEN, "<< /Type /OBJR /Obj 7 0 R >>", ""},
    {"annotation-order", SCREEN, "/Tabs /S", "/Tabs /R"},
    {NULL, SCREEN, "/F 4 /StructParent 2 >>\n\n", LOOK("40 0 R", "0 g 0 0 5 5 re f")},
    {"font-missing", SCREEN, "/F 4 /StructParent 2 >>\n\n",
     LOOK("40 0 R", "/Tx BMC BT /No 9 Tf (a) Tj ET EMC")},
    {"font-missing", SCREEN, "/F 4 /StructParent 2 >>\n\n",
     LOOK("<< /Off 36 0 R /On 40 0 R >>", "BT /No 9 Tf (a) Tj ET")},
    {"page-content", SCREEN, "/F 4 /StructParent 2 >>\n\n", LOOK("40 0 R", "(a Tj")},
    {"page-content", SCREEN, "/F 4 /StructParent 2 >>\n\n", LOOK("40 0 R", "q")},
    {"colour-rgb", PRESS, "/Contents 16 0 R /Resources 6 0 R >>\n\n",
     CORNER("1 0 0 rg 0 0 5 5 re f")},
    {"line-thin", PRESS, "/Contents 16 0 R /Resources 6 0 R >>\n\n",
     CORNER("0.1 w 0 0 m 5 5 l S")},
    {NULL, PRESS, "/Contents 16 0 R /Resources 6 0 R >>\n\n", CORNER("0 0 0 1 k 0 0 5 5 re f")},
    {"annotation-print", SCREEN, "130 ] /F 4", "130 ] /F 0"},
};

// Rules whose files are made in another way, below.
static const char *const others[] = {"file-repaired", "file-encrypted", "file-read-aloud",
                                     "page-limit",    "colour-profile", "colour-transparency",
                                     "font-width",    "font-notdef"};

static EzPreflightReport *judge(GBytes *pdf, int kind)
{
    g_autoptr(GError) error = NULL;
    EzPreflightReport *report = ez_preflight(pdf, (EzPreflightKind)kind, &error);
    g_assert_no_error(error);
    return report;
}

static bool has(const EzPreflightReport *report, const char *rule)
{
    for (guint i = 0; i < report->findings->len; i++) {
        const EzPreflightFinding *finding = g_ptr_array_index(report->findings, i);
        if (strcmp(finding->rule->id, rule) == 0)
            return true;
    }
    return false;
}

static char *list(const EzPreflightReport *report)
{
    GString *all = g_string_new("");
    for (guint i = 0; i < report->findings->len; i++) {
        const EzPreflightFinding *finding = g_ptr_array_index(report->findings, i);
        g_string_append_printf(all, " %s(%s)", finding->rule->id,
                               finding->detail != NULL ? finding->detail : "");
    }
    return g_string_free(all, FALSE);
}

static void tell(const Case *c, const char *found)
{
    const char *wanted = c->rule != NULL ? c->rule : "nothing";
    g_test_message("%s for \"%s\": found%s", wanted, c->replace, found);
    g_test_fail();
}

static void test_each_rule(void)
{
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        const Case *c = &cases[i];
        const char *base = c->base == SCREEN ? ez_fixture_screen : ez_fixture_press;
        g_autoptr(GBytes) pdf = ez_fixture_pdf(base, c->find, c->replace);
        g_autoptr(EzPreflightReport) report = judge(pdf, c->base);
        g_autofree char *found = list(report);
        if (c->rule != NULL ? !has(report, c->rule) : report->findings->len > 0)
            tell(c, found);
    }
}

static bool is_tried(const char *rule)
{
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        if (g_strcmp0(cases[i].rule, rule) == 0)
            return true;
    for (guint i = 0; i < G_N_ELEMENTS(others); i++)
        if (strcmp(others[i], rule) == 0)
            return true;
    return false;
}

static void test_no_rule_without_a_case(void)
{
    int count;
    const EzPreflightRule *rules = ez_preflight_rules(&count);
    for (int i = 0; i < count; i++)
        if (!is_tried(rules[i].id))
            g_test_fail_printf("%s is not tried", rules[i].id);
}

// A spot counts by the inks that stand in for it; marks on all plates are no picture.
static void test_ink_of_a_spot_colour(void)
{
    static const struct {
        const char *space, *rule;
    } rows[] = {
        {"[ /Separation /Gold /DeviceCMYK << /FunctionType 2 /N 1 /Domain [ 0 1 ] /C0 [ 0 0 0 "
         "0 ] /C1 [ 1 1 1 0.2 ] >> ]",
         "colour-ink"},
        {"[ /Separation /Gold /DeviceCMYK << /FunctionType 2 /N 1 /Domain [ 0 1 ] /C0 [ 0 0 0 "
         "0 ] /C1 [ 1 0.5 1 0.2 ] >> ]",
         NULL},
        {"[ /Separation /All /DeviceCMYK << /FunctionType 2 /N 1 /Domain [ 0 1 ] /C0 [ 0 0 0 "
         "0 ] /C1 [ 1 1 1 1 ] >> ]",
         NULL},
        {"[ /Separation /Gold /DeviceCMYK 8 ]", NULL},
        {"[ /Separation ]", NULL},
    };
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *text =
            ez_fixture_edit(ez_fixture_press, "[ /ICCBased 15 0 R ]", rows[i].space);
        g_autoptr(GBytes) pdf = ez_fixture_pdf(text, "0.1 0 0.2 0 k", "/S cs 1 scn");
        g_autoptr(EzPreflightReport) report = judge(pdf, PRESS);
        g_autofree char *found = list(report);
        g_test_message("%s:%s", rows[i].space, found);
        g_assert_cmpint(has(report, "colour-ink"), ==, rows[i].rule != NULL);
        g_assert_cmpint(report->findings->len, ==, rows[i].rule != NULL);
    }
}

// ---- rules that need another file -----------------------------------------------

static EzPreflightReport *judge_file(const char *path, int kind)
{
    char *bytes;
    size_t size;
    g_assert_true(g_file_get_contents(path, &bytes, &size, NULL));
    g_autoptr(GBytes) pdf = g_bytes_new_take(bytes, size);
    return judge(pdf, kind);
}

static char *put_pdf(const char *folder, const char *name, GBytes *pdf)
{
    char *path = g_build_filename(folder, name, NULL);
    size_t size;
    const char *bytes = g_bytes_get_data(pdf, &size);
    g_assert_true(g_file_set_contents(path, bytes, (gssize)size, NULL));
    return path;
}

static void test_encrypted(void)
{
    char *folder = ez_test_folder();
    g_autoptr(GBytes) pdf = ez_fixture_pdf(ez_fixture_screen, NULL, NULL);
    g_autofree char *from = put_pdf(folder, "from.pdf", pdf);
    for (int closed = 0; closed < 2; closed++) {
        g_autofree char *to =
            g_build_filename(folder, closed ? "closed.pdf" : "open.pdf", NULL);
        g_autofree char *line = g_strdup_printf(
            "qpdf|--allow-weak-crypto|--encrypt||owner|128|--accessibility=%s|--|%s|%s",
            closed ? "n" : "y", from, to);
        g_free(ez_test_tool(line));
        g_autoptr(EzPreflightReport) screen = judge_file(to, SCREEN);
        g_autoptr(EzPreflightReport) press = judge_file(to, PRESS);
        g_assert_cmpint(has(screen, "file-read-aloud"), ==, closed);
        g_assert_true(has(press, "file-encrypted"));
    }
    ez_test_remove(folder);
}

static void test_repaired(void)
{
    g_autoptr(GBytes) whole = ez_fixture_pdf(ez_fixture_press, NULL, NULL);
    g_autoptr(GBytes) cut = g_bytes_new_from_bytes(whole, 0, g_bytes_get_size(whole) - 10);
    g_autoptr(EzPreflightReport) good = judge(whole, PRESS);
    g_autoptr(EzPreflightReport) report = judge(cut, PRESS);
    g_assert_false(has(good, "file-repaired"));
    g_assert_true(has(report, "file-repaired"));
}

// As deep as the limit, and one deeper.
static void test_page_limit(void)
{
    for (int deep = 200; deep <= 300; deep += 100) {
        g_autoptr(GString) text = g_string_new("");
        for (int i = 0; i < deep; i++)
            g_string_append(text, "q ");
        for (int i = 0; i < deep; i++)
            g_string_append(text, "Q ");
        g_string_append(text, "/G gs");
        g_autoptr(GBytes) pdf = ez_fixture_pdf(ez_fixture_press, "/G gs", text->str);
        g_autoptr(EzPreflightReport) report = judge(pdf, PRESS);
        g_assert_cmpint(has(report, "page-limit"), ==, deep > 256);
    }
}

// ---- fonts looked into ----------------------------------------------------------

static void put_numbers(GString *out, const int *numbers, int n)
{
    for (int i = 0; i < n; i++)
        g_string_append_printf(out, "%04x", (unsigned)numbers[i] & 0xFFFF);
}

// A TrueType font of 96 glyphs, the first the one for what is not there: " " to "~", 500 of 1000 wide, but the one of "K" 600.
static char *make_font(void)
{
    static const int map[] = {0, 1,  3, 1, 0, 12, // one map: of Unicode
                              4, 32, 0, 4, 4, 1,  0, 126, 0xFFFF, 0, 32, 0xFFFF, -31, 1, 0, 0};
    static const struct {
        const char *tag;
        int size;
    } tables[] = {{"636d6170", sizeof map / sizeof *map * 2},
                  {"68656164", 54},
                  {"68686561", 36},
                  {"686d7478", 46 * 4},
                  {"6d617870", 32}};
    GString *out = g_string_new("000100000005000000000000");
    int at = 12 + 16 * (int)G_N_ELEMENTS(tables);
    for (guint i = 0; i < G_N_ELEMENTS(tables); i++) {
        g_string_append_printf(out, "%s00000000%08x%08x", tables[i].tag, (unsigned)at,
                               (unsigned)tables[i].size);
        at += tables[i].size;
    }
    int head[27] = {[9] = 1000}, line[18] = {[17] = 46}, most[16] = {[2] = 96}, widths[92];
    for (int i = 0; i < 92; i++)
        widths[i] = i % 2 == 0 ? (i / 2 == 'K' - 31 ? 600 : 500) : 0;
    put_numbers(out, map, G_N_ELEMENTS(map));
    put_numbers(out, head, 27);
    put_numbers(out, line, 18);
    put_numbers(out, widths, 92);
    put_numbers(out, most, 16);
    return g_string_free(out, FALSE);
}

static GBytes *with_font(const char *find, const char *replace, const char *font)
{
    g_autofree char *data =
        g_strdup_printf("34 << /Filter /ASCIIHexDecode >>\nstream\n%s>", font);
    g_autofree char *one = ez_fixture_edit(ez_fixture_screen, "34 << >>\nstream\nfont", data);
    g_autoptr(GString) widths = g_string_new("/FirstChar 32 /Widths [");
    for (int code = 32; code < 127; code++)
        g_string_append(widths, code == 'K' ? " 600" : " 500");
    g_string_append(widths, " ] /BaseFont /AAAAAA+Een /Encoding");
    g_autofree char *two = ez_fixture_edit(one, "/BaseFont /AAAAAA+Een /Encoding", widths->str);
    g_autofree char *three =
        ez_fixture_edit(two, "/CIDToGIDMap /Identity",
                        "/CIDToGIDMap /Identity /DW 500 /W [ 1 3 500 44 [ 600 ] ]");
    return ez_fixture_pdf(three, find, replace);
}

static void test_fonts_are_looked_into(void)
{
    static const struct {
        const char *rule, *find, *replace;
    } rows[] = {
        {NULL, NULL, NULL},
        {"font-width", "600 500", "500 500"},
        {"font-width", "/DW 500 /W [ 1 3 500", "/DW 500 /W [ 1 3 600"},
        {"font-width", "/DW 500 /W [ 1 3 500", "/W [ 2 3 500"},
        {NULL, "/DW 500 /W [ 1 3 500", "/DW 500 /W [ 2 3 600"}, // of what is not shown
        {NULL, "1 3 500 44", "1 3 501 44"},
        {NULL, "<0001> Tj", "[ <002C> -9 <0 02D> ] TJ"},
        {"font-notdef", "<0001> Tj", "<00010000> Tj"},
        {"font-notdef", "<0001> Tj", "<0060> Tj"},
        {NULL, "<0001> Tj", "<005F> Tj"},
        {"font-notdef", "(Kop) Tj", "(K\\353p) Tj"},
        {NULL, "(Kop) Tj", "(\\113\\(\\)\\\\) Tj"},
        {"font-width", "(Kop) Tj", "(a\\240b\\255) Tj"}, // they have no width
    };
    g_autofree char *font = make_font();
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(GBytes) pdf = with_font(rows[i].find, rows[i].replace, font);
        g_autoptr(EzPreflightReport) report = judge(pdf, SCREEN);
        g_autofree char *found = list(report);
        if (rows[i].rule != NULL ? !has(report, rows[i].rule) : report->findings->len > 0)
            tell(&(Case){.rule = rows[i].rule, .replace = rows[i].replace}, found);
    }
}

// A font may be of any bytes: each of its own bytes is bad once, and it ends after each.
static void test_any_font_is_read_safely(void)
{
    g_autofree char *font = make_font();
    for (gsize at = 0; at + 1 < strlen(font); at += 2) {
        g_autofree char *bad = g_strdup(font), *cut = g_strndup(font, at);
        bad[at] = bad[at + 1] = 'f';
        const char *const fonts[] = {bad, cut};
        for (int i = 0; i < 2; i++) {
            g_autoptr(GBytes) pdf = with_font(NULL, NULL, fonts[i]);
            g_autoptr(EzPreflightReport) report = judge(pdf, SCREEN);
            g_assert_nonnull(report);
        }
    }
}

// Gradients by their pattern and as themselves, and a photograph of four inks.
static void test_ink_is_counted_where_there_is_most(void)
{
    static const struct {
        const char *function;
        bool broken;
    } rows[] = {
        {"<< /FunctionType 2 /C0 [ 0 0 0 0 ] /C1 [ 1 1 1 0 ] >>", false},
        {"<< /FunctionType 2 /C0 [ 1 1 1 0.2 ] /C1 [ 0 0 0 0 ] >>", true},
        {"<< /FunctionType 2 /C0 [ 0 0 0 0 ] /C1 [ 1 1 1 0.2 ] >>", true},
        {"<< /FunctionType 3 /Functions [ << /FunctionType 2 /C0 [ 0 0 0 0 ] /C1 [ 1 1 1 1 ] "
         ">> "
         "<< /FunctionType 2 /C0 [ 0 0 0 0 ] /C1 [ 0 0 0 0 ] >> ] >>",
         true},
        {"[ << /FunctionType 2 >> << /FunctionType 2 >> << /FunctionType 2 >> << /FunctionType "
         "2 "
         "/C1 [ 0.1 ] >> ]",
         true},
        {"[ << /FunctionType 2 >> << /FunctionType 2 >> << /FunctionType 2 /C0 [ 1 ] /C1 [ 0 ] "
         ">> "
         "<< /FunctionType 2 /C1 [ 0.9 ] >> ]",
         false},
        {"43 0 R >>\n\n43 << /FunctionType 0 /BitsPerSample 8 /Range [ 0 1 0 1 0 1 0 1 ] "
         "/Filter /ASCIIHexDecode >>\nstream\n00000000fffffff0>\n\n44 << ",
         true},
    };
    static const char *const paint[] = {"/Pattern cs /G1 scn 50 50 60 60 re f", "/G2 sh"};
    for (guint i = 0; i < G_N_ELEMENTS(rows) * 2; i++) {
        g_autofree char *gradient = g_strdup_printf(GRADIENT("%s"), rows[i / 2].function);
        g_autofree char *one = ez_fixture_edit(
            ez_fixture_press, "/ColorSpace << /S [ /ICCBased 15 0 R ] >> >>", gradient);
        g_autoptr(GBytes) pdf =
            ez_fixture_pdf(one, "0 0 0 0.2 k 50 50 60 60 re f", paint[i % 2]);
        g_autoptr(EzPreflightReport) report = judge(pdf, PRESS);
        if (has(report, "colour-ink") != rows[i / 2].broken)
            g_test_fail_printf("%s: %s", paint[i % 2], rows[i / 2].function);
    }
}

// White paper, said the other way round, is all ink where nobody says so.
static void test_ink_of_pictures_that_are_turned(void)
{
    static const char *const decodes[] = {"", "/Decode [ 1 0 1 0 1 0 1 0 ]"};
    for (int i = 0; i < 2; i++) {
        g_autofree char *image = g_strdup_printf("/ColorSpace /DeviceCMYK %s >>\nstream\n"
                                                 "\xff\xff\xff\xff",
                                                 decodes[i]);
        g_autoptr(GBytes) pdf =
            ez_fixture_pdf(ez_fixture_press, "/ColorSpace /DeviceCMYK >>\nstream\nAAAA", image);
        g_autoptr(EzPreflightReport) report = judge(pdf, PRESS);
        g_assert_cmpint(has(report, "colour-ink"), ==, i == 0);
    }
}

// 8 by 8 pixels of four inks, each so strong, in hexadecimal digits.
static char *make_photograph(int strength)
{
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr mistakes;
    unsigned char row[32], *bytes = NULL, *rows[] = {row};
    unsigned long size = 0;
    GString *out = g_string_new(NULL);
    memset(row, strength, sizeof row);
    jpeg.err = jpeg_std_error(&mistakes);
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = jpeg.image_height = 8;
    jpeg.input_components = 4;
    jpeg.in_color_space = JCS_CMYK;
    jpeg_set_defaults(&jpeg);
    jpeg_start_compress(&jpeg, TRUE);
    for (int i = 0; i < 8; i++)
        jpeg_write_scanlines(&jpeg, rows, 1);
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    for (unsigned long i = 0; i < size; i++)
        g_string_append_printf(out, "%02x", bytes[i]);
    free(bytes);
    return g_string_free(out, FALSE);
}

static void test_ink_of_photographs(void)
{
    for (int strength = 180; strength <= 220; strength += 40) { // 282 % and 345 %
        g_autofree char *photograph = make_photograph(strength);
        g_autofree char *image =
            g_strdup_printf("/ColorSpace /DeviceCMYK /Filter [ /ASCIIHexDecode /DCTDecode ] "
                            ">>\nstream\n%s>",
                            photograph);
        g_autoptr(GBytes) pdf =
            ez_fixture_pdf(ez_fixture_press, "/ColorSpace /DeviceCMYK >>\nstream\nAAAA", image);
        g_autoptr(EzPreflightReport) report = judge(pdf, PRESS);
        g_assert_cmpint(has(report, "colour-ink"), ==, strength == 220);
    }
}

static void test_older_kinds_of_press_file(void)
{
    static const struct {
        const char *version, *state, *rule;
        bool broken;
    } rows[] = {
        {"PDF/X-4", "/T gs", "colour-transparency", false},
        {"PDF/X-1a:2003", "/T gs", "colour-transparency", true},
        {"PDF/X-3:2002", "/T gs", "colour-transparency", true},
        {"PDF/X-3:2002", "/G gs", "colour-transparency", false},
        {"PDF/X-1a:2003", "/S cs 1 1 1 scn", "colour-profile", true},
        {"PDF/X-3:2002", "/S cs 1 1 1 scn", "colour-profile", false},
    };
    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *text = ez_fixture_edit(ez_fixture_press, "PDF/X-4", rows[i].version);
        g_autofree char *state = g_strconcat(rows[i].state, " 0 0 9 9 re f", NULL);
        g_autoptr(GBytes) pdf = ez_fixture_pdf(text, "/P Do", state);
        g_autoptr(EzPreflightReport) report = judge(pdf, PRESS);
        g_assert_cmpint(has(report, rows[i].rule), ==, rows[i].broken);
    }
}

// ---- what a report says ---------------------------------------------------------

static const EzPreflightFinding *first_of(const EzPreflightReport *report, const char *rule)
{
    for (guint i = 0; i < report->findings->len; i++) {
        const EzPreflightFinding *finding = g_ptr_array_index(report->findings, i);
        if (strcmp(finding->rule->id, rule) == 0)
            return finding;
    }
    g_error("no %s", rule);
}

// 200 pt is 70.6 mm; the text stands 40 - 20 pt from the left of the trimmed page, its letters 3.43 pt above the line.
static void test_place_and_count(void)
{
    g_autofree char *text =
        ez_fixture_edit(ez_fixture_press, "/F 8 Tf 40 200 Td (Tekst) Tj",
                        "/F 4 Tf 40 200 Td (Tekst) Tj (x) Tj /F 3 Tf (y) Tj");
    g_autoptr(GBytes) pdf = ez_fixture_pdf(
        text, "/OutputIntents",
        "/PageLabels << /Nums [ 0 << /P (N0) /S /D /St 7 >> 1 << /P (los) >> ] >> "
        "/OutputIntents");
    g_autoptr(EzPreflightReport) report = judge(pdf, PRESS);
    const EzPreflightFinding *small = first_of(report, "text-small");
    g_assert_cmpint(report->findings->len, ==, 2);
    g_assert_cmpint(report->warnings, ==, 2);
    g_assert_cmpint(report->errors, ==, 0);
    g_assert_cmpint(small->page, ==, 1);
    g_assert_cmpstr(small->label, ==, "N07");
    g_assert_cmpstr(small->detail, ==, "4.0 pt");
    g_assert_cmpint(small->count, ==, 2);
    g_assert_true(small->placed);
    g_assert_cmpfloat_with_epsilon(small->x, 20 / 72.0 * 25.4, 1e-6);
    g_assert_cmpfloat_with_epsilon(small->y, (100 - 2.8) / 72.0 * 25.4, 1e-6);
    g_autofree char *dutch = ez_preflight_sentence(small, EZ_PREFLIGHT_NL);
    g_assert_cmpstr(dutch, ==, "tekst is kleiner dan 5 pt: 4.0 pt");
}

static void test_what_the_file_says_of_itself(void)
{
    g_autoptr(GBytes) screen = ez_fixture_pdf(ez_fixture_screen, NULL, NULL);
    g_autoptr(GBytes) press = ez_fixture_pdf(ez_fixture_press, NULL, NULL);
    g_autoptr(GBytes) silent =
        ez_fixture_pdf(ez_fixture_screen, "<pdfuaid:part>1</pdfuaid:part>", "");
    g_autoptr(EzPreflightReport) one = judge(screen, EZ_PREFLIGHT_OWN);
    g_autoptr(EzPreflightReport) two = judge(press, EZ_PREFLIGHT_OWN);
    g_autoptr(EzPreflightReport) three = judge(silent, EZ_PREFLIGHT_OWN);
    g_assert_cmpint(one->kind, ==, EZ_PREFLIGHT_SCREEN);
    g_assert_cmpint(two->kind, ==, EZ_PREFLIGHT_PRESS);
    g_assert_cmpint(three->kind, ==, EZ_PREFLIGHT_BOTH);
    g_assert_true(one->declared && two->declared && !three->declared);
    g_assert_cmpint(three->errors, ==, 0);
    g_assert_cmpint(first_of(three, "page-trim")->weight, ==, EZ_PREFLIGHT_NOTE);
}

// ---- files that are bad, and those that want to be ------------------------------

static GBytes *repeated(const char *head, const char *part, int times, const char *tail)
{
    GString *text = g_string_new(head);
    for (int i = 0; i < times; i++)
        g_string_append(text, part);
    g_string_append(text, tail);
    return g_string_free_to_bytes(text);
}

static GBytes *noise(int size)
{
    GString *text = g_string_new("%PDF-1.5\n");
    guint32 state = 7;
    for (int i = 0; i < size; i++) {
        state = state * 1664525 + 1013904223;
        g_string_append_c(text, (char)(state >> 24));
    }
    return g_string_free_to_bytes(text);
}

static GBytes *cut_to(const char *base, double part)
{
    g_autoptr(GBytes) whole = ez_fixture_pdf(base, NULL, NULL);
    return g_bytes_new_from_bytes(whole, 0, (gsize)((double)g_bytes_get_size(whole) * part));
}

static GBytes *with_long(const char *find, const char *head, const char *part, int times,
                         const char *tail)
{
    g_autoptr(GBytes) long_one = repeated(head, part, times, tail);
    g_autofree char *text =
        g_strndup(g_bytes_get_data(long_one, NULL), g_bytes_get_size(long_one));
    return ez_fixture_pdf(ez_fixture_press, find, text);
}

// Each is judged, or refused with a reason; what it says is not the point here.
static void test_hostile(void)
{
    GBytes *files[] = {
        g_bytes_new_static("", 0),
        g_bytes_new_static("%PDF-", 5),
        noise(100000),
        cut_to(ez_fixture_screen, 0.3),
        cut_to(ez_fixture_screen, 0.7),
        cut_to(ez_fixture_press, 0.95),
        ez_fixture_pdf(ez_fixture_press, "/Kids [ 4 0 R 12 0 R ]", "/Kids [ 2 0 R 4 0 R ]"),
        ez_fixture_pdf(ez_fixture_press, "/Count 2", "/Count 2000000000"),
        ez_fixture_pdf(ez_fixture_press, "/Kids [ 4 0 R 12 0 R ]", "/Kids [ ]"),
        ez_fixture_pdf(ez_fixture_press, "/Pages 2 0 R", ""),
        ez_fixture_pdf(ez_fixture_press, "/Self 14 0 R", "/Self 10 0 R"),
        ez_fixture_pdf(ez_fixture_press, "[ 0 0 220 320 ]",
                       "[ -1e300 99999999999999999999 nan 0 ]"),
        ez_fixture_pdf(ez_fixture_press, "q 36 0 0 36 60 120 cm",
                       "99999999999999999999999999999999 0 0 .0000000000000000000000001 0 0 cm "
                       "1 0 0 1 9999999999999999 0 cm"),
        ez_fixture_pdf(ez_fixture_press, "/Width 150 /Height 150", "/Width -9 /Height 1e40"),
        ez_fixture_pdf(ez_fixture_press, "[ /ICCBased 15 0 R ]",
                       "[ /Indexed [ /Indexed [ /I [ /I [ /I [ /I [ /I /S ] ] ] ] ] ] ]"),
        ez_fixture_pdf(ez_fixture_screen, "/K [ 1 ]", "/K 13 0 R"),
        ez_fixture_pdf(ez_fixture_screen, "35 << /Nums", "35 << /Kids [ 35 0 R 35 0 R ] /Nums"),
        ez_fixture_pdf(ez_fixture_screen, "/Nums [ 0 [", "/Nums [ -5 [ ] 1e9 99 (a) /b 0 ["),
        ez_fixture_pdf(ez_fixture_screen, "/StructTreeRoot 10 0 R", "/StructTreeRoot [ 1 2 ]"),
        ez_fixture_pdf(ez_fixture_screen, "/Kaart /Sect", "/Kaart /Kaart"),
        ez_fixture_pdf(ez_fixture_screen, "/Annots [ 7", "/Annots [ null 5 (a) 4 0 R 99 0 R 7"),
        ez_fixture_pdf(ez_fixture_screen, "/Type /Catalog",
                       "/Type /Catalog /PageLabels << /Nums [ 0 << /P 5 /St 1e30 /S /D >> ] "
                       "/Kids [ 1 0 R ] >>"),
        with_long("(Tekst)", "(", "aaaaaaaaaa", 1000000, ")"),
        with_long("/Trapped /False", "/Trapped ", "[", 100000, ""),
        with_long("/G gs", "", "/x BMC ", 100000, "/G gs"),
        with_long("/G gs", "", "/P Do /I Do ", 20000, "/G gs"),
        with_long("/G gs", "[ ", "1 ", 1000000, "] TJ /G gs"),
    };
    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        g_autoptr(GError) error = NULL;
        gint64 start = g_get_monotonic_time();
        g_autoptr(EzPreflightReport) report = ez_preflight(files[i], EZ_PREFLIGHT_BOTH, &error);
        g_assert_true((report == NULL) == (error != NULL));
        g_assert_true(error == NULL || error->domain == EZ_PREFLIGHT_FAULT);
        g_test_message("%u: %s, %.0f ms", i, error != NULL ? error->message : "judged",
                       (double)(g_get_monotonic_time() - start) / 1000);
        g_bytes_unref(files[i]);
    }
}

// ---- the command ----------------------------------------------------------------

typedef struct Line {
    const char *arguments;
    int status;
    const char *out, *err;
} Line;

static const Line lines[] = {
    {"preflight", 2, NULL, "ezkit: name a PDF: ezkit preflight FILE.pdf\n"},
    {"preflight|--ui-lang|nl", 2, NULL, "ezkit: noem een PDF"},
    {"preflight|none.pdf", 2, NULL, "ezkit: there is no file none.pdf\n"},
    {"preflight|.", 2, NULL, "ezkit: . is not a file; name one PDF\n"},
    {"preflight|a.pdf|b.pdf", 2, NULL, "ezkit: \"preflight\" does not take \"b.pdf\""},
    {"preflight|--for|home|screen.pdf", 2, NULL,
     "ezkit: --for is screen or press, not \"home\"\n"},
    {"preflight|--ui-lang|fr|screen.pdf", 2, NULL,
     "ezkit: --ui-lang is nl or en, not \"fr\"\n"},
    {"preflight|text.pdf", 1, NULL, "ezkit: text.pdf is not a PDF\n"},
    {"preflight|--ui-lang|nl|text.pdf", 1, NULL, "ezkit: text.pdf is geen PDF\n"},
    {"preflight|empty.pdf", 1, NULL, "ezkit: empty.pdf is not a PDF\n"},
    {"preflight|bare.pdf", 1, NULL, "ezkit: bare.pdf has no pages\n"},
    {"preflight|locked.pdf", 1, NULL,
     "ezkit: locked.pdf is locked with a password; save it without one\n"},
    {"preflight|screen.pdf", 0,
     "screen.pdf: nothing found; 1 pages, checked by our own rules for screens", NULL},
    {"preflight|--ui-lang|nl|press.pdf", 0,
     "bekeken met onze eigen regels voor een drukkerij; dit is geen certificaat", NULL},
    {"preflight|screen.pdf", 0, "Not checked by machine; look yourself:\n", NULL},
    {"preflight|--for|press|screen.pdf", 1, "error    page-trim           page 1", NULL},
    {"preflight|--for|press|--json|screen.pdf", 1,
     "{\"rule\":\"file-trapped\",\"severity\":\"error\",\"clause\":\"X-4 6.9\",\"page\":0",
     NULL},
    {"preflight|--quiet|screen.pdf", 0, "", ""},
    {"preflight|--help", 0, "judge a PDF", NULL},
};

static void put_files(const char *folder)
{
    g_autoptr(GBytes) screen = ez_fixture_pdf(ez_fixture_screen, NULL, NULL);
    g_autoptr(GBytes) press = ez_fixture_pdf(ez_fixture_press, NULL, NULL);
    g_autoptr(GBytes) bare = ez_fixture_pdf(ez_fixture_press, "/Kids [ 4 0 R 12 0 R ] /Count 2",
                                            "/Kids [ ] /Count 0");
    g_autofree char *from = put_pdf(folder, "screen.pdf", screen);
    g_autofree char *other = put_pdf(folder, "press.pdf", press);
    g_autofree char *none = put_pdf(folder, "bare.pdf", bare);
    g_autofree char *line =
        g_strdup_printf("qpdf|--encrypt|user|owner|256|--|%s|%s/locked.pdf", from, folder);
    g_free(ez_test_tool(line));
    ez_test_put(folder, "text.pdf", "Dit is geen PDF, maar een brief.");
    ez_test_put(folder, "empty.pdf", "");
}

static bool holds(const char *text, const char *part)
{
    return part == NULL || (part[0] != '\0' ? strstr(text, part) != NULL : text[0] == '\0');
}

static void test_command(void)
{
    char *folder = ez_test_folder();
    put_files(folder);
    for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
        const Line *line = &lines[i];
        g_auto(EzTestRun) run = ez_test_run(folder, NULL, line->arguments);
        if (run.status == line->status && holds(run.out, line->out) &&
            holds(run.err, line->err))
            continue;
        g_test_message("%s: %d\n%s\n%s", line->arguments, run.status, run.out, run.err);
        g_test_fail();
    }
    ez_test_remove(folder);
}

// ---- the manual -----------------------------------------------------------------

static void add_row(GString *table, const EzPreflightRule *rule)
{
    static const char *const kinds[] = {"", "screen", "press", "both"};
    static const char *const weights[] = {"note", "warning", "error"};
    g_string_append_printf(table, "| `%s` | %s | %s | %s | %s |\n", rule->id, rule->text[0],
                           kinds[rule->kind], weights[rule->weight], rule->clause);
}

// The table of rules in print/README.md is that of the program; EZ_GOLDEN_WRITE=1 writes it.
static void test_readme_has_the_rules(void)
{
    static const char *const head = "| rule | what is wrong | for | weight | from |\n";
    g_autofree char *path = g_build_filename(g_getenv("EZ_SOURCE"), "print/README.md", NULL);
    g_autofree char *text = NULL;
    g_autoptr(GString) table = g_string_new(head);
    int count;
    const EzPreflightRule *rules = ez_preflight_rules(&count);
    g_string_append(table, "|---|---|---|---|---|\n");
    for (int i = 0; i < count; i++)
        add_row(table, &rules[i]);
    g_string_append_c(table, '\n');
    g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
    const char *start = strstr(text, head), *end = start != NULL ? strstr(start, "\n\n") : NULL;
    g_assert_nonnull(end);
    g_autofree char *found = g_strndup(start, (gsize)(end + 2 - start));
    if (g_getenv("EZ_GOLDEN_WRITE") != NULL && strcmp(found, table->str) != 0) {
        g_autofree char *before = g_strndup(text, (gsize)(start - text));
        g_autofree char *whole = g_strconcat(before, table->str, end + 2, NULL);
        g_assert_true(g_file_set_contents(path, whole, -1, NULL));
        return;
    }
    g_assert_cmpstr(found, ==, table->str);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/preflight/ink-of-a-spot-colour", test_ink_of_a_spot_colour);
    g_test_add_func("/preflight/each-rule", test_each_rule);
    g_test_add_func("/preflight/no-rule-without-a-case", test_no_rule_without_a_case);
    g_test_add_func("/preflight/encrypted", test_encrypted);
    g_test_add_func("/preflight/repaired", test_repaired);
    g_test_add_func("/preflight/page-limit", test_page_limit);
    g_test_add_func("/preflight/fonts-are-looked-into", test_fonts_are_looked_into);
    g_test_add_func("/preflight/any-font-is-read-safely", test_any_font_is_read_safely);
    g_test_add_func("/preflight/ink-is-counted-where-there-is-most",
                    test_ink_is_counted_where_there_is_most);
    g_test_add_func("/preflight/ink-of-pictures-that-are-turned",
                    test_ink_of_pictures_that_are_turned);
    g_test_add_func("/preflight/ink-of-photographs", test_ink_of_photographs);
    g_test_add_func("/preflight/older-kinds-of-press-file", test_older_kinds_of_press_file);
    g_test_add_func("/preflight/place-and-count", test_place_and_count);
    g_test_add_func("/preflight/what-the-file-says-of-itself",
                    test_what_the_file_says_of_itself);
    g_test_add_func("/preflight/hostile", test_hostile);
    g_test_add_func("/preflight/command", test_command);
    g_test_add_func("/preflight/readme-has-the-rules", test_readme_has_the_rules);
    return g_test_run();
}
