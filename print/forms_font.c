// SPDX-License-Identifier: EUPL-1.2
#include "print/forms_font.h"

#include <math.h>
#include <string.h>

#include "render/font_metrics.h"

enum { FIRST = 32, LAST = 255 };

// What stands from 0x80 to 0x9F in the code page Windows-1252; all others are as in Unicode. A bullet where nothing does.
static const gunichar high[32] = {
    0x20AC, 0x2022, 0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
    0x2039, 0x152,  0x2022, 0x17D,  0x2022, 0x2022, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x2022, 0x17E,  0x178,
};

static gunichar character_of(int code)
{
    if (code == 0x7F)
        return 0x2022;
    return code >= 0x80 && code < 0xA0 ? high[code - 0x80] : (gunichar)code;
}

static qpdf_oh widths_of(EzDoc *doc, EzFonts *fonts, const EzFont *font)
{
    qpdf_oh widths = qpdf_oh_new_array(doc->q);
    for (int code = FIRST; code <= LAST; code++) {
        double width = ez_font_advance(fonts, font, character_of(code));
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
    return qpdf_oh_get_object_id(doc->q, ez_doc_indirect(doc, object));
}
