// SPDX-License-Identifier: EUPL-1.2
#include "print/preflight.h"
#include "tests/support/pdf_fixture.h"
#include "tests/support/test_kit.h"
#include "tests/support/test_run.h"

#include <string.h>

enum { SCREEN = EZ_PREFLIGHT_SCREEN, PRESS = EZ_PREFLIGHT_PRESS };

// A file that breaks one rule by one difference from one that breaks none. Without a rule: a difference that is fine.
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
    {"colour-rgb", PRESS, "0.25 w 0 0 0 1 K", "0.25 w 0 0 0 RG"},
    {"colour-rgb", PRESS, "/ColorSpace /DeviceCMYK", "/ColorSpace /DeviceRGB"},
    {"colour-rgb", PRESS, "0.5 0 0 0 k", "/DeviceRGB cs 1 0 0 sc"},
    {NULL, PRESS, "0.5 0 0 0 k", "/S cs 1 0 0 scn"},
    {NULL, PRESS, "0.1 0 0.2 0 k", "/S cs 1 0 0 scn"},
    {"colour-ink", PRESS, "0.1 0 0.2 0 k", "1 1 1 0.1 k"},
    {NULL, PRESS, "0.1 0 0.2 0 k", "1 1 1 0 k"},
    {"colour-ink", PRESS, "AAAA",
     "~~~~zzzz\x7f\x7f\x7f\x7f"
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
    {"annotation-print", SCREEN, "130 ] /F 4", "130 ] /F 0"},
};

// Rules whose files are made in another way, below.
static const char *const others[] = {"file-repaired", "file-encrypted", "file-read-aloud",
                                     "page-limit",    "colour-profile", "colour-transparency"};

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

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/preflight/each-rule", test_each_rule);
    g_test_add_func("/preflight/no-rule-without-a-case", test_no_rule_without_a_case);
    return g_test_run();
}
