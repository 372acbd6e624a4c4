// SPDX-License-Identifier: EUPL-1.2
// Fonts looked into: whether what is shown is there, and as wide as the file says. TrueType fonts; others are taken as they are.
#include "print/preflight-private.h"
#include "print/sfnt.h"
#include "print/winansi.h"

#include <math.h>

enum {
    CODES = 256,
    CODES_MOST = 65536,
    SYMBOLIC = 4,
    NO_BREAK_SPACE = 0xA0,
    SOFT_HYPHEN = 0xAD
};

static const float nothing = -1;
static const double slack = 1.01; // thousandths of an em: both are rounded

// By code, how wide its glyph is and how wide the file says that it is, in thousandths of an em.
struct EzFace {
    char *name;
    bool wide;     // a code has two bytes
    int n;         // codes; 0 = nothing is known of this font
    float *actual; // `nothing` where no glyph is
    float *declared;
};

void ez_face_free(EzFace *face)
{
    if (face == NULL)
        return;
    g_free(face->name);
    g_free(face->actual);
    g_free(face->declared);
    g_free(face);
}

static void make_room(EzFace *face, int n, double declared)
{
    face->n = n;
    face->actual = g_new(float, (gsize)n);
    face->declared = g_new(float, (gsize)n);
    for (int i = 0; i < n; i++) {
        face->actual[i] = nothing;
        face->declared[i] = (float)declared;
    }
}

static void put_glyph(EzFace *face, const EzSfnt *sfnt, int code, int glyph)
{
    if (glyph > 0 && glyph < sfnt->glyphs)
        face->actual[code] = (float)ez_sfnt_advance(sfnt, glyph);
}

// ---- by glyph number ------------------------------------------------------------

static void declare(EzFace *face, double from, double to, double width)
{
    for (int i = (int)CLAMP(from, 0, face->n); i <= to && i < face->n; i++)
        face->declared[i] = (float)width;
}

// "c [ w w … ]" and "first last w", behind each other.
static void read_wide_widths(EzPreflight *p, EzFace *face, qpdf_oh inner)
{
    EzDoc *doc = p->doc;
    qpdf_oh all = ez_doc_get(doc, inner, "/W");
    int count = MIN(ez_doc_items(doc, all), CODES_MOST);
    for (int i = 0; i + 1 < count;) {
        double first = ez_doc_number(doc, ez_doc_item(doc, all, i), 0);
        qpdf_oh next = ez_doc_item(doc, all, i + 1);
        int own = MIN(ez_doc_items(doc, next), face->n);
        for (int k = 0; k < own; k++)
            declare(face, first + k, first + k,
                    ez_doc_number(doc, ez_doc_item(doc, next, k), 0));
        if (!qpdf_oh_is_array(doc->q, next))
            declare(face, first, ez_doc_number(doc, next, -1),
                    ez_doc_number(doc, ez_doc_item(doc, all, i + 2), 0));
        i += qpdf_oh_is_array(doc->q, next) ? 2 : 3;
    }
}

static void read_wide(EzPreflight *p, EzFace *face, const EzSfnt *sfnt, qpdf_oh inner)
{
    EzDoc *doc = p->doc;
    g_autoptr(GBytes) map = ez_doc_stream(doc, ez_doc_get(doc, inner, "/CIDToGIDMap"));
    size_t size = 0;
    const unsigned char *bytes = map != NULL ? g_bytes_get_data(map, &size) : NULL;
    int n = map != NULL ? (int)MIN(size / 2, CODES_MOST) : sfnt->glyphs;
    face->wide = true;
    make_room(face, MAX(n, 1), ez_doc_number(doc, ez_doc_get(doc, inner, "/DW"), 1000));
    for (int i = 0; i < n; i++)
        put_glyph(face, sfnt, i, map != NULL ? bytes[2 * i] << 8 | bytes[2 * i + 1] : i);
    read_wide_widths(p, face, inner);
}

// ---- by letter ------------------------------------------------------------------

// What a code of one byte stands for in a font of letters; a space and a hyphen may stand for their kin.
static int plain_glyph(const EzSfnt *sfnt, int code)
{
    int glyph = ez_sfnt_glyph(sfnt, EZ_SFNT_UNICODE, ez_winansi_character(code));
    if (glyph == 0 && code == NO_BREAK_SPACE)
        glyph = ez_sfnt_glyph(sfnt, EZ_SFNT_UNICODE, ' ');
    if (glyph == 0 && code == SOFT_HYPHEN)
        glyph = ez_sfnt_glyph(sfnt, EZ_SFNT_UNICODE, '-');
    return glyph;
}

static int symbol_glyph(const EzSfnt *sfnt, int code)
{
    static const unsigned pages[] = {0, 0xF000};
    for (gsize i = 0; i < G_N_ELEMENTS(pages); i++) {
        int glyph = ez_sfnt_glyph(sfnt, EZ_SFNT_SYMBOL, pages[i] + (unsigned)code);
        if (glyph != 0)
            return glyph;
    }
    return ez_sfnt_glyph(sfnt, EZ_SFNT_MAC, (unsigned)code);
}

static void read_plain_widths(EzPreflight *p, EzFace *face, qpdf_oh font)
{
    EzDoc *doc = p->doc;
    qpdf_oh all = ez_doc_get(doc, font, "/Widths");
    double first = ez_doc_number(doc, ez_doc_get(doc, font, "/FirstChar"), 0);
    int count = MIN(ez_doc_items(doc, all), CODES);
    for (int i = 0; i < count; i++)
        declare(face, first + i, first + i, ez_doc_number(doc, ez_doc_item(doc, all, i), 0));
}

static void read_plain(EzPreflight *p, EzFace *face, const EzSfnt *sfnt, qpdf_oh font)
{
    EzDoc *doc = p->doc;
    qpdf_oh descriptor = ez_doc_get(doc, font, "/FontDescriptor");
    int flags = (int)ez_doc_number(doc, ez_doc_get(doc, descriptor, "/Flags"), SYMBOLIC);
    bool symbols = (flags & SYMBOLIC) != 0;
    bool letters = ez_doc_is(doc, ez_doc_get(doc, font, "/Encoding"), "/WinAnsiEncoding") &&
                   ez_sfnt_has_map(sfnt, EZ_SFNT_UNICODE);
    if (!symbols && !letters)
        return;
    make_room(face, CODES, ez_doc_number(doc, ez_doc_get(doc, descriptor, "/MissingWidth"), 0));
    for (int i = 0; i < CODES; i++)
        put_glyph(face, sfnt, i,
                  symbols   ? symbol_glyph(sfnt, i)
                  : i >= 32 ? plain_glyph(sfnt, i)
                            : 0);
    read_plain_widths(p, face, font);
}

// ---- faces ----------------------------------------------------------------------

EzFace *ez_face_read(EzPreflight *p, qpdf_oh font, const char *name)
{
    EzDoc *doc = p->doc;
    EzFace *face = g_new0(EzFace, 1);
    face->name = g_strdup(name);
    EzSfnt sfnt;
    size_t size = 0;
    qpdf_oh inner = ez_doc_item(doc, ez_doc_get(doc, font, "/DescendantFonts"), 0);
    qpdf_oh encoding = ez_doc_get(doc, font, "/Encoding");
    bool wide =
        ez_doc_is(doc, ez_doc_get(doc, inner, "/Subtype"), "/CIDFontType2") &&
        (ez_doc_is(doc, encoding, "/Identity-H") || ez_doc_is(doc, encoding, "/Identity-V"));
    bool plain = ez_doc_is(doc, ez_doc_get(doc, font, "/Subtype"), "/TrueType");
    qpdf_oh descriptor = ez_doc_get(doc, wide ? inner : font, "/FontDescriptor");
    g_autoptr(GBytes) file =
        wide || plain ? ez_doc_stream(doc, ez_doc_get(doc, descriptor, "/FontFile2")) : NULL;
    const void *bytes = file != NULL ? g_bytes_get_data(file, &size) : NULL;
    if (bytes == NULL || !ez_sfnt_open(&sfnt, bytes, size))
        return face;
    if (wide)
        read_wide(p, face, &sfnt, inner);
    else
        read_plain(p, face, &sfnt, font);
    return face;
}

static void check_code(EzPreflight *p, const EzFace *face, const EzPainted *painted, int code)
{
    double actual = code < face->n ? face->actual[code] : nothing;
    if (actual < 0)
        ez_preflight_find(p, EZ_RULE_FONT_NOTDEF, painted->box, "%s", face->name);
    else if (fabs(actual - face->declared[code]) > slack)
        ez_preflight_find(p, EZ_RULE_FONT_WIDTH, painted->box, "%s", face->name);
}

void ez_face_check(EzPreflight *p, const EzFace *face, const EzPainted *painted)
{
    if (face->n == 0 || painted->shown == NULL)
        return;
    g_autoptr(GString) codes = g_string_new(NULL);
    ez_content_text(painted->shown, codes);
    int step = face->wide ? 2 : 1;
    for (gsize i = 0; i + (gsize)step <= codes->len; i += (gsize)step) {
        const unsigned char *at = (const unsigned char *)codes->str + i;
        check_code(p, face, painted, face->wide ? at[0] << 8 | at[1] : at[0]);
    }
}
