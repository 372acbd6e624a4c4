// SPDX-License-Identifier: EUPL-1.2
#include "print/press_file.h"

#include <string.h>

// ---- information -----------------------------------------------------------------

static qpdf_oh information(EzDoc *doc)
{
    qpdf_oh trailer = qpdf_get_trailer(doc->q), info = ez_doc_get(doc, trailer, "/Info");
    if (qpdf_oh_is_dictionary(doc->q, info))
        return info;
    info = ez_doc_indirect(doc, qpdf_oh_new_dictionary(doc->q));
    ez_doc_put(doc, trailer, "/Info", info);
    return info;
}

static char *text_of(EzDoc *doc, qpdf_oh info, const char *key)
{
    qpdf_oh value = ez_doc_get(doc, info, key);
    bool text = qpdf_oh_is_string(doc->q, value);
    return g_strdup(text ? qpdf_oh_get_utf8_value(doc->q, value) : "");
}

// When it was made, in Greenwich: "20260101000000". Cairo leaves out the "D:" that PDF asks before it.
static char *date_of(EzDoc *doc, qpdf_oh info)
{
    g_autofree char *text = text_of(doc, info, "/CreationDate");
    const char *digits = g_str_has_prefix(text, "D:") ? text + 2 : text;
    bool good = strspn(digits, "0123456789") == strlen("20260101000000");
    return good ? g_strndup(digits, 14) : g_strdup("20260101000000");
}

static void inform(EzDoc *doc, qpdf_oh info, const EzProfile *profile)
{
    const char *version =
        profile->standard == EZ_STANDARD_X1A ? "PDF/X-1a:2003" : ez_profile_rules(profile);
    ez_doc_put(doc, info, "/GTS_PDFXVersion", ez_doc_text(doc, version));
    ez_doc_put(doc, info, "/Trapped", ez_doc_parse(doc, "/False"));
    g_autofree char *digits = date_of(doc, info), *date = g_strdup_printf("D:%sZ", digits);
    ez_doc_put(doc, info, "/CreationDate", ez_doc_text(doc, date));
    ez_doc_put(doc, info, "/ModDate", ez_doc_text(doc, date));
}

// ---- metadata --------------------------------------------------------------------

static const char XMP[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\"\n"
    "  xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
    "  xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
    "  xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\"\n"
    "  xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
    "  xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\">\n"
    "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"
    "<xmp:CreatorTool>%s</xmp:CreatorTool>\n"
    "<xmp:CreateDate>%s</xmp:CreateDate>\n"
    "<xmp:ModifyDate>%s</xmp:ModifyDate>\n"
    "<xmp:MetadataDate>%s</xmp:MetadataDate>\n"
    "<pdf:Producer>%s</pdf:Producer>\n"
    "<pdf:Trapped>False</pdf:Trapped>\n"
    "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n"
    "<xmpMM:DocumentID>uuid:%s</xmpMM:DocumentID>\n"
    "<xmpMM:VersionID>1</xmpMM:VersionID>\n"
    "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n"
    "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";

static char *iso_date(const char *d)
{
    return g_strdup_printf("%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", d, d + 4, d + 6, d + 8, d + 10,
                           d + 12);
}

// A name-based UUID (RFC 9562, version 5) of the drawing: the same file has the same.
static char *identity(GBytes *bytes)
{
    g_autofree char *sum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA1, bytes);
    char variant = "89ab"[g_ascii_xdigit_value(sum[16]) & 3];
    return g_strdup_printf("%.8s-%.4s-5%.3s-%c%.3s-%.12s", sum, sum + 8, sum + 13, variant,
                           sum + 17, sum + 20);
}

static char *escaped_text(EzDoc *doc, qpdf_oh info, const char *key)
{
    g_autofree char *text = text_of(doc, info, key);
    return g_markup_escape_text(text, -1);
}

static void put_metadata(EzDoc *doc, qpdf_oh root, qpdf_oh info)
{
    g_autofree char *title = escaped_text(doc, info, "/Title");
    g_autofree char *creator = escaped_text(doc, info, "/Creator");
    g_autofree char *producer = escaped_text(doc, info, "/Producer");
    g_autofree char *digits = date_of(doc, info);
    g_autofree char *date = iso_date(digits), *id = identity(doc->bytes);
    g_autofree char *xmp = g_strdup_printf(XMP, title, creator, date, date, date, producer, id);
    qpdf_oh kind = ez_doc_parse(doc, "<< /Type /Metadata /Subtype /XML >>");
    ez_doc_put(doc, root, "/Metadata", ez_doc_new_stream(doc, xmp, strlen(xmp), kind));
}

// ---- output intent ---------------------------------------------------------------

static void put_intent(EzDoc *doc, qpdf_oh root, const EzProfile *profile,
                       const char *condition)
{
    gsize size;
    const void *bytes = g_bytes_get_data(profile->icc, &size);
    const char *name = profile->condition != NULL ? profile->condition : condition;
    qpdf_oh icc = ez_doc_new_stream(doc, bytes, size, ez_doc_parse(doc, "<< /N 4 >>"));
    qpdf_oh intent = ez_doc_parse(doc, "<< /Type /OutputIntent /S /GTS_PDFX >>");
    ez_doc_put(doc, intent, "/OutputConditionIdentifier", ez_doc_text(doc, name));
    ez_doc_put(doc, intent, "/Info", ez_doc_text(doc, condition));
    ez_doc_put(doc, intent, "/DestOutputProfile", icc);
    if (profile->condition != NULL)
        ez_doc_put(doc, intent, "/RegistryName", ez_doc_text(doc, "http://www.color.org"));
    qpdf_oh intents = ez_doc_parse(doc, "[]");
    qpdf_oh_append_item(doc->q, intents, ez_doc_indirect(doc, intent));
    ez_doc_put(doc, root, "/OutputIntents", intents);
}

void ez_press_describe(EzDoc *doc, const EzProfile *profile, const char *condition)
{
    static const char *const left_out[] = {"/StructTreeRoot", "/MarkInfo", "/PageLabels",
                                           "/Outlines",       "/PageMode", "/Names",
                                           "/Dests",          "/AcroForm", "/Lang"};
    qpdf_oh root = qpdf_get_root(doc->q), info = information(doc);
    for (gsize i = 0; i < G_N_ELEMENTS(left_out); i++)
        qpdf_oh_remove_key(doc->q, root, left_out[i]);
    inform(doc, info, profile);
    if (profile->standard == EZ_STANDARD_X4)
        put_metadata(doc, root, info);
    put_intent(doc, root, profile, condition);
}
