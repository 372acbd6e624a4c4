// SPDX-License-Identifier: EUPL-1.2
#include "print/forms_font.h"

#include <math.h>
#include <string.h>

#include "print/winansi.h"
#include "render/font_metrics.h"

enum { FIRST = 32, LAST = 255, MOST = 100 };

static qpdf_oh widths_of(EzDoc *doc, EzFonts *fonts, const EzFont *font)
{
    qpdf_oh widths = qpdf_oh_new_array(doc->q);
    for (int code = FIRST; code <= LAST; code++) {
        double width = ez_font_advance(fonts, font, ez_winansi_character(code));
        qpdf_oh_append_item(doc->q, widths, qpdf_oh_new_integer(doc->q, lround(width)));
    }
    return widths;
}

// "AtkinsonHyperlegibleNext-Regular" of the name of its file.
static char *plain_name(const EzFont *font)
{
    const char *end = strrchr(font->name, '.');
    char *name =
        g_strndup(font->name, end != NULL ? (size_t)(end - font->name) : strlen(font->name));
    return g_strcanon(name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-", '-');
}

static qpdf_oh describe(EzDoc *doc, EzFonts *fonts, const EzFont *font, const char *name,
                        const char *bytes, size_t length)
{
    EzFontMetrics m = ez_font_metrics(fonts, font);
    qpdf_oh kind = ez_doc_parse(doc, "<< /Length1 %zu >>", length);
    qpdf_oh descriptor =
        ez_doc_parse(doc,
                     "<< /Type /FontDescriptor /FontName /%s /Flags 32 /FontBBox [%d %d %d %d] "
                     "/ItalicAngle 0 /Ascent %d /Descent %d /CapHeight %d /StemV 80 >>",
                     name, (int)m.box[0], (int)m.box[1], (int)m.box[2], (int)m.box[3],
                     (int)m.ascent, (int)m.descent, (int)m.cap_height);
    ez_doc_put(doc, descriptor, "/FontFile2", ez_doc_new_stream(doc, bytes, length, kind));
    return ez_doc_indirect(doc, descriptor);
}

static void open_letters(GString *map)
{
    g_string_append(map,
                    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                    "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                    "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n");
}

// Which letters the codes are, for who copies what was typed. A list has at most 100 of them.
static qpdf_oh letters_of(EzDoc *doc)
{
    g_autoptr(GString) map = g_string_new(NULL);
    open_letters(map);
    for (int from = FIRST; from <= LAST; from += MOST) {
        int count = MIN(MOST, LAST - from + 1);
        g_string_append_printf(map, "%d beginbfchar\n", count);
        for (int code = from; code < from + count; code++)
            g_string_append_printf(map, "<%02X> <%04X>\n", (unsigned)code,
                                   (unsigned)ez_winansi_character(code));
        g_string_append(map, "endbfchar\n");
    }
    g_string_append(map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    return ez_doc_new_stream(doc, map->str, map->len, 0);
}

int ez_forms_font(EzDoc *doc, EzFonts *fonts, const EzFont *font, GError **error)
{
    g_autofree char *bytes = NULL, *name = plain_name(font);
    gsize length;
    if (!g_file_get_contents(font->file, &bytes, &length, error))
        return 0;
    qpdf_oh object = ez_doc_parse(doc,
                                  "<< /Type /Font /Subtype /TrueType /BaseFont /%s /Encoding "
                                  "/WinAnsiEncoding /FirstChar %d /LastChar %d >>",
                                  name, FIRST, LAST);
    ez_doc_put(doc, object, "/Widths", widths_of(doc, fonts, font));
    ez_doc_put(doc, object, "/FontDescriptor", describe(doc, fonts, font, name, bytes, length));
    ez_doc_put(doc, object, "/ToUnicode", letters_of(doc));
    return qpdf_oh_get_object_id(doc->q, ez_doc_indirect(doc, object));
}
