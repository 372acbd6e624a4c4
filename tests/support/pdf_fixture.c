// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/pdf_fixture.h"

#include <stdlib.h>
#include <string.h>

enum { OBJECTS = 64 };

const char ez_fixture_screen[] =
    "%PDF-1.7\n\n"
    "1 << /Type /Catalog /Pages 2 0 R /Metadata 3 0 R /StructTreeRoot 10 0 R /Lang (nl-NL) "
    "/MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >> >>\n\n"
    "2 << /Type /Pages /Kids [ 4 0 R ] /Count 1 /MediaBox [ 0 0 200 300 ] >>\n\n"
    "3 << /Type /Metadata /Subtype /XML >>\nstream\n"
    "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:Description><dc:title><rdf:Alt>"
    "<rdf:li xml:lang='x-default'>Kaarten</rdf:li></rdf:Alt></dc:title>"
    "<pdfuaid:part>1</pdfuaid:part></rdf:Description></x:xmpmeta>\n\n"
    "4 << /Type /Page /Parent 2 0 R /Contents 5 0 R /StructParents 0 /Tabs /S "
    "/Annots [ 7 0 R 8 0 R 9 0 R ] /Resources << /Font << /F 6 0 R /C 30 0 R >> "
    "/XObject << /X 36 0 R >> >> >>\n\n"
    "5 << >>\nstream\n"
    "/Artifact BMC 1 g 0 0 200 300 re f EMC\n"
    "/H1 << /MCID 0 >> BDC 0 g BT /F 12 Tf 20 270 Td (Kop) Tj ET EMC\n"
    "/P << /MCID 1 >> BDC BT /C 9 Tf 20 250 Td <0001> Tj ET EMC\n"
    "/Lbl << /MCID 2 >> BDC BT /F 9 Tf 20 230 Td (1) Tj ET EMC\n"
    "/LBody << /MCID 3 >> BDC BT /F 9 Tf 30 230 Td (een) Tj ET EMC\n"
    "/TH << /MCID 4 >> BDC BT /F 9 Tf 20 210 Td (a) Tj ET EMC\n"
    "/TH << /MCID 5 >> BDC BT /F 9 Tf 60 210 Td (b) Tj ET EMC\n"
    "/TD << /MCID 6 >> BDC BT /F 9 Tf 20 200 Td (c) Tj ET EMC\n"
    "/TD << /MCID 7 >> BDC BT /F 9 Tf 60 200 Td (d) Tj ET EMC\n"
    "/Figure << /MCID 8 >> BDC q 50 0 0 50 20 140 cm /X Do Q EMC\n"
    "/Link << /MCID 9 >> BDC BT /F 9 Tf 20 120 Td (hier) Tj ET EMC\n"
    "/Note << /MCID 10 >> BDC BT /F 9 Tf 20 100 Td (noot) Tj ET EMC\n\n"
    "6 << /Type /Font /Subtype /TrueType /BaseFont /AAAAAA+Een /Encoding /WinAnsiEncoding "
    "/FontDescriptor 33 0 R >>\n\n"
    "7 << /Type /Annot /Subtype /Link /Rect [ 20 118 40 130 ] /F 4 /Contents (naar huis) "
    "/StructParent 1 >>\n\n"
    "8 << /Type /Annot /Subtype /Widget /FT /Tx /T (a) /TU (je naam) /Rect [ 20 60 90 80 ] "
    "/F 4 /StructParent 2 >>\n\n"
    "9 << /Type /Annot /Subtype /Text /Rect [ 20 30 40 50 ] /F 4 /Contents (let op) "
    "/StructParent 3 >>\n\n"
    "10 << /Type /StructTreeRoot /K [ 11 0 R ] /RoleMap << /Kaart /Sect >> /ParentTree 35 0 R "
    ">>\n\n"
    "11 << /S /Document /P 10 0 R /Pg 4 0 R /K [ 37 0 R 14 0 R 18 0 R 25 0 R 26 0 R 27 0 R "
    "28 0 R 29 0 R ] >>\n\n"
    "12 << /S /H1 /P 37 0 R /K 0 >>\n\n"
    "13 << /S /P /P 37 0 R /K [ 1 ] /Lang (en) >>\n\n"
    "14 << /S /L /P 11 0 R /K [ 15 0 R ] >>\n\n"
    "15 << /S /LI /P 14 0 R /K [ 16 0 R 17 0 R ] >>\n\n"
    "16 << /S /Lbl /P 15 0 R /K [ 2 ] >>\n\n"
    "17 << /S /LBody /P 15 0 R /K [ 3 ] >>\n\n"
    "18 << /S /Table /P 11 0 R /K [ 19 0 R 22 0 R ] >>\n\n"
    "19 << /S /TR /P 18 0 R /K [ 20 0 R 21 0 R ] >>\n\n"
    "20 << /S /TH /P 19 0 R /K [ 4 ] /A << /O /Table /Scope /Column >> >>\n\n"
    "21 << /S /TH /P 19 0 R /K [ 5 ] /A [ << /O /Table /Scope /Column >> ] >>\n\n"
    "22 << /S /TR /P 18 0 R /K [ 23 0 R 24 0 R ] >>\n\n"
    "23 << /S /TD /P 22 0 R /K [ 6 ] >>\n\n"
    "24 << /S /TD /P 22 0 R /K [ 7 ] >>\n\n"
    "25 << /S /Figure /P 11 0 R /K [ 8 ] /Alt (een eik) >>\n\n"
    "26 << /S /Link /P 11 0 R /K [ 9 << /Type /OBJR /Obj 7 0 R >> ] >>\n\n"
    "27 << /S /Form /P 11 0 R /K [ << /Type /OBJR /Obj 8 0 R >> ] >>\n\n"
    "28 << /S /Note /P 11 0 R /K [ << /Type /MCR /Pg 4 0 R /MCID 10 >> ] /ID (noot-1) >>\n\n"
    "29 << /S /Annot /P 11 0 R /K [ << /Type /OBJR /Obj 9 0 R >> ] >>\n\n"
    "30 << /Type /Font /Subtype /Type0 /BaseFont /AAAAAB+Twee /Encoding /Identity-H "
    "/DescendantFonts [ 31 0 R ] /ToUnicode 32 0 R >>\n\n"
    "31 << /Type /Font /Subtype /CIDFontType2 /BaseFont /AAAAAB+Twee /CIDToGIDMap /Identity "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
    "/FontDescriptor 38 0 R >>\n\n"
    "32 << >>\nstream\nbegincmap endcmap\n\n"
    "33 << /Type /FontDescriptor /FontName /AAAAAA+Een /Flags 32 /FontFile2 34 0 R >>\n\n"
    "34 << >>\nstream\nfont\n\n"
    "35 << /Nums [ 0 [ 12 0 R 13 0 R 16 0 R 17 0 R 20 0 R 21 0 R 23 0 R 24 0 R 25 0 R 26 0 R "
    "28 0 R ] 1 26 0 R 2 27 0 R 3 29 0 R ] >>\n\n"
    "36 << /Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8 "
    "/ColorSpace /DeviceGray >>\nstream\n1234\n\n"
    "37 << /S /Kaart /P 11 0 R /K [ 12 0 R 13 0 R ] >>\n\n"
    "38 << /Type /FontDescriptor /FontName /AAAAAB+Twee /Flags 4 /FontFile2 34 0 R >>\n\n"
    "trailer << /Root 1 0 R /ID [ <00> <00> ] >>";

const char ez_fixture_press[] =
    "%PDF-1.6\n\n"
    "1 << /Type /Catalog /Pages 2 0 R /Metadata 3 0 R /OutputIntents [ << /S /GTS_PDFX "
    "/OutputConditionIdentifier (FOGRA39) /RegistryName (http://www.color.org) >> ] >>\n\n"
    "2 << /Type /Pages /Kids [ 4 0 R 12 0 R ] /Count 2 >>\n\n"
    "3 << /Type /Metadata /Subtype /XML >>\nstream\n"
    "<x:xmpmeta><rdf:Description pdfxid:GTS_PDFXVersion='PDF/X-4'/></x:xmpmeta>\n\n"
    "4 << /Type /Page /Parent 2 0 R /MediaBox [ 0 0 220 320 ] /BleedBox [ 11 11 209 309 ] "
    "/TrimBox [ 20 20 200 300 ] /Contents 5 0 R /Resources 6 0 R >>\n\n"
    "5 << >>\nstream\n"
    "/G gs 0.1 0 0.2 0 k 11 11 198 298 re f\n"
    "0 0 0 1 k BT /F 8 Tf 40 200 Td (Tekst) Tj ET\n"
    "0.25 w 0 0 0 1 K 50 100 m 150 100 l S\n"
    "q 36 0 0 36 60 120 cm /I Do Q\n"
    "q 36 0 0 36 110 120 cm /M Do Q\n"
    "q /P Do Q\n\n"
    "6 << /Font << /F 7 0 R >> /XObject << /I 8 0 R /M 9 0 R /P 10 0 R >> "
    "/ExtGState << /G << /ca 1 /BM /Normal /op false >> /O << /op true >> /T << /ca 0.5 >> >> "
    "/ColorSpace << /S [ /ICCBased 15 0 R ] >> >>\n\n"
    "7 << /Type /Font /Subtype /Type1 /BaseFont /AAAAAA+Een /Encoding /WinAnsiEncoding "
    "/FontDescriptor 11 0 R >>\n\n"
    "8 << /Type /XObject /Subtype /Image /Width 150 /Height 150 /BitsPerComponent 8 "
    "/ColorSpace /DeviceCMYK >>\nstream\nAAAA\n\n"
    "9 << /Type /XObject /Subtype /Image /Width 300 /Height 300 /BitsPerComponent 1 "
    "/ImageMask true >>\nstream\nAAAA\n\n"
    "10 << /Type /XObject /Subtype /Form /BBox [ 0 0 50 50 ] /Matrix [ 1 0 0 1 60 60 ] "
    "/Resources << /XObject << /Self 14 0 R >> >> >>\nstream\n"
    "0.5 0 0 0 k 0 0 20 20 re f /Self Do\n\n"
    "11 << /Type /FontDescriptor /FontName /AAAAAA+Een /Flags 4 /FontFile3 13 0 R >>\n\n"
    "12 << /Type /Page /Parent 2 0 R /MediaBox [ 0 0 220 320 ] /BleedBox [ 11 11 209 309 ] "
    "/TrimBox [ 20 20 200 300 ] /Contents 16 0 R /Resources 6 0 R >>\n\n"
    "13 << /Subtype /Type1C >>\nstream\nfont\n\n"
    "14 << /Type /XObject /Subtype /Form /BBox [ 0 0 50 50 ] >>\nstream\n"
    "0 0 5 5 re f\n\n"
    "15 << /N 3 >>\nstream\nprofile\n\n"
    "16 << >>\nstream\n0 0 0 0.2 k 50 50 60 60 re f\n\n"
    "17 << /Trapped /False >>\n\n"
    "trailer << /Root 1 0 R /Info 17 0 R /ID [ <00> <00> ] >>";

char *ez_fixture_edit(const char *text, const char *find, const char *replace)
{
    if (find == NULL)
        return g_strdup(text);
    const char *at = strstr(text, find);
    if (at == NULL)
        g_error("the PDF has no \"%s\"", find);
    g_autofree char *head = g_strndup(text, (gsize)(at - text));
    return g_strconcat(head, replace, at + strlen(find), NULL);
}

static void add_object(GString *pdf, const char *object, gsize *places)
{
    const char *body = strchr(object, ' '), *stream = strstr(object, "\nstream\n");
    int number = atoi(object);
    g_assert_true(number > 0 && number < OBJECTS && body != NULL);
    places[number] = pdf->len;
    g_string_append_printf(pdf, "%d 0 obj", number);
    if (stream == NULL) {
        g_string_append_printf(pdf, "%s\nendobj\n", body);
        return;
    }
    const char *data = stream + strlen("\nstream\n");
    g_string_append_len(pdf, body, stream - body - 2); // without its ">>"
    g_string_append_printf(pdf, "/Length %d >>\nstream\n%s\nendstream\nendobj\n",
                           (int)strlen(data), data);
}

static void add_end(GString *pdf, const char *trailer, const gsize *places)
{
    gsize start = pdf->len;
    g_string_append_printf(pdf, "xref\n0 %d\n0000000000 65535 f \n", OBJECTS);
    for (int i = 1; i < OBJECTS; i++)
        g_string_append_printf(pdf, "%010d %s \n", (int)places[i],
                               places[i] > 0 ? "00000 n" : "00001 f");
    g_string_append_printf(pdf, "trailer << /Size %d %s\nstartxref\n%d\n%%%%EOF\n", OBJECTS,
                           strstr(trailer, "<<") + 2, (int)start);
}

GBytes *ez_fixture_pdf(const char *text, const char *find, const char *replace)
{
    g_autofree char *edited = ez_fixture_edit(text, find, replace);
    g_auto(GStrv) parts = g_strsplit(edited, "\n\n", -1);
    gsize places[OBJECTS] = {0};
    guint last = g_strv_length(parts) - 1;
    GString *pdf = g_string_new(parts[0]);
    g_string_append_c(pdf, '\n');
    for (guint i = 1; i < last; i++)
        add_object(pdf, parts[i], places);
    add_end(pdf, parts[last], places);
    return g_string_free_to_bytes(pdf);
}
