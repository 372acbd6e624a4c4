// SPDX-License-Identifier: EUPL-1.2
// Each font that sets text, once.
#include "print/preflight-private.h"

#include <string.h>

static const char *font_name(EzPreflight *p, qpdf_oh font)
{
    qpdf_oh name = ez_doc_get(p->doc, font, "/BaseFont");
    return qpdf_oh_is_name(p->doc->q, name) ? qpdf_oh_get_name(p->doc->q, name) + 1 : "?";
}

static bool is_embedded(EzPreflight *p, qpdf_oh font)
{
    static const char *const files[] = {"/FontFile", "/FontFile2", "/FontFile3"};
    qpdf_oh descriptor = ez_doc_get(p->doc, font, "/FontDescriptor");
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++)
        if (qpdf_oh_is_stream(p->doc->q, ez_doc_get(p->doc, descriptor, files[i])))
            return true;
    return false;
}

// Standard encodings say which letters the signs are.
static bool has_letters(EzPreflight *p, qpdf_oh font)
{
    qpdf_oh encoding = ez_doc_get(p->doc, font, "/Encoding");
    return qpdf_oh_is_stream(p->doc->q, ez_doc_get(p->doc, font, "/ToUnicode")) ||
           ez_doc_is(p->doc, encoding, "/WinAnsiEncoding") ||
           ez_doc_is(p->doc, encoding, "/MacRomanEncoding");
}

static bool is_symbolic(EzPreflight *p, qpdf_oh font)
{
    qpdf_oh descriptor = ez_doc_get(p->doc, font, "/FontDescriptor");
    return ((int)ez_doc_number(p->doc, ez_doc_get(p->doc, descriptor, "/Flags"), 4) & 4) != 0;
}

// Letters that are no symbols stand in one of two encodings, by name or as the base of another.
static bool has_encoding(EzPreflight *p, qpdf_oh font)
{
    qpdf_oh encoding = ez_doc_get(p->doc, font, "/Encoding");
    if (qpdf_oh_is_dictionary(p->doc->q, encoding))
        encoding = ez_doc_get(p->doc, encoding, "/BaseEncoding");
    return ez_doc_is(p->doc, encoding, "/WinAnsiEncoding") ||
           ez_doc_is(p->doc, encoding, "/MacRomanEncoding");
}

static bool same_text(EzPreflight *p, qpdf_oh one, qpdf_oh two, const char *key)
{
    g_autofree char *first = g_strdup(ez_preflight_text(p, ez_doc_get(p->doc, one, key)));
    return g_strcmp0(first, ez_preflight_text(p, ez_doc_get(p->doc, two, key))) == 0;
}

// A map that is embedded must be of the same collection as the font.
static bool is_one_system(EzPreflight *p, qpdf_oh font, qpdf_oh inner)
{
    qpdf_oh map = ez_doc_get(p->doc, font, "/Encoding");
    qpdf_oh own = ez_doc_get(p->doc, inner, "/CIDSystemInfo");
    if (!qpdf_oh_is_dictionary(p->doc->q, own))
        return false;
    if (!qpdf_oh_is_stream(p->doc->q, map))
        return true;
    qpdf_oh other = ez_doc_get(p->doc, map, "/CIDSystemInfo");
    return same_text(p, own, other, "/Registry") && same_text(p, own, other, "/Ordering");
}

static void check_composite(EzPreflight *p, const EzPainted *painted, const char *name)
{
    qpdf_oh font = painted->font;
    qpdf_oh inner = ez_doc_item(p->doc, ez_doc_get(p->doc, font, "/DescendantFonts"), 0);
    bool truetype = ez_doc_is(p->doc, ez_doc_get(p->doc, inner, "/Subtype"), "/CIDFontType2");
    qpdf_oh map = ez_doc_get(p->doc, inner, "/CIDToGIDMap");
    if (!is_embedded(p, inner))
        ez_preflight_find(p, EZ_RULE_FONT_EMBEDDED, painted->box, "%s", name);
    if (truetype && !ez_doc_is(p->doc, map, "/Identity") && !qpdf_oh_is_stream(p->doc->q, map))
        ez_preflight_find(p, EZ_RULE_FONT_GLYPH_MAP, painted->box, "%s", name);
    if (!is_one_system(p, font, inner))
        ez_preflight_find(p, EZ_RULE_FONT_SYSTEM, painted->box, "%s", name);
}

static void check_simple(EzPreflight *p, const EzPainted *painted, const char *name)
{
    qpdf_oh font = painted->font, kind = ez_doc_get(p->doc, font, "/Subtype");
    if (!is_embedded(p, font))
        ez_preflight_find(p, EZ_RULE_FONT_EMBEDDED, painted->box, "%s", name);
    if (ez_doc_is(p->doc, kind, "/TrueType") && !is_symbolic(p, font) && !has_encoding(p, font))
        ez_preflight_find(p, EZ_RULE_FONT_ENCODING, painted->box, "%s", name);
}

static void check_font(EzPreflight *p, const EzPainted *painted)
{
    g_autofree char *name = g_strdup(font_name(p, painted->font));
    qpdf_oh kind = ez_doc_get(p->doc, painted->font, "/Subtype");
    if (ez_doc_is(p->doc, kind, "/Type3"))
        ez_preflight_find(p, EZ_RULE_FONT_DRAWN, painted->box, NULL);
    else if (ez_doc_is(p->doc, kind, "/Type0"))
        check_composite(p, painted, name);
    else
        check_simple(p, painted, name);
    if (!has_letters(p, painted->font))
        ez_preflight_find(p, EZ_RULE_FONT_UNICODE, painted->box, "%s", name);
}

// Looks at a font that was not met before. Its face; NULL for one that stands in the resources themselves: it would be read again for
// each text.
static EzFace *meet_font(EzPreflight *p, const EzPainted *painted)
{
    int id = qpdf_oh_get_object_id(p->doc->q, painted->font);
    EzFace *face = g_hash_table_lookup(p->fonts, GINT_TO_POINTER(id));
    if (face != NULL)
        return face;
    check_font(p, painted);
    if (id == 0)
        return NULL;
    face = ez_face_read(p, painted->font, font_name(p, painted->font));
    g_hash_table_insert(p->fonts, GINT_TO_POINTER(id), face);
    return face;
}

void ez_preflight_font(EzPreflight *p, const EzPainted *painted)
{
    bool same = painted->font != 0 && painted->font == p->font; // the same handle
    if (!same && !qpdf_oh_is_dictionary(p->doc->q, painted->font)) {
        ez_preflight_find(p, EZ_RULE_FONT_MISSING, painted->box, NULL);
        return;
    }
    if (!same)
        p->face = meet_font(p, painted);
    p->font = painted->font;
    if (p->face != NULL)
        ez_face_check(p, p->face, painted);
}
