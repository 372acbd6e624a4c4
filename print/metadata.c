// SPDX-License-Identifier: EUPL-1.2
#include "print/metadata.h"

#include "render/device_pdf.h"

// ---- XMP -----------------------------------------------------------------------

static const char HEAD[] =
    "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
    " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\""
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
    " xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n";

static const char ACCESSIBLE[] = "<pdfuaid:part>1</pdfuaid:part>\n";

// PDF/A knows no PDF/UA: the property is explained to it.
static const char ARCHIVAL[] =
    "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of PDF/UA</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

static const char TAIL[] =
    "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";

// A name-based UUID (RFC 9562, version 5) of the drawing: the same file has the same. Owned by the caller.
static char *identity(GBytes *drawn)
{
    g_autofree char *sum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA1, drawn);
    char variant = "89ab"[g_ascii_xdigit_value(sum[16]) & 3];
    return g_strdup_printf("%.8s-%.4s-5%.3s-%c%.3s-%.12s", sum, sum + 8, sum + 13, variant,
                           sum + 17, sum + 20);
}

static void add_about(GString *xmp, const EzMetadata *metadata)
{
    g_autofree char *title = g_markup_escape_text(metadata->title, -1);
    g_string_append_printf(
        xmp,
        "<dc:format>application/pdf</dc:format>\n"
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n",
        title);
    if (metadata->language != NULL)
        g_string_append_printf(
            xmp, "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n",
            metadata->language);
}

static void add_making(GString *xmp, const EzMetadata *metadata, const char *date)
{
    g_autofree char *creator = g_markup_escape_text(metadata->creator, -1);
    g_string_append_printf(
        xmp,
        "<xmp:CreateDate>%s</xmp:CreateDate>\n<xmp:ModifyDate>%s</xmp:ModifyDate>\n"
        "<xmp:MetadataDate>%s</xmp:MetadataDate>\n<xmp:CreatorTool>%s</xmp:CreatorTool>\n"
        "<pdf:Producer>%s</pdf:Producer>\n",
        date, date, date, creator, creator);
}

static void add_press(GString *xmp, const EzMetadata *metadata, GBytes *drawn)
{
    g_autofree char *id = identity(drawn);
    g_string_append_printf(xmp,
                           "<pdf:Trapped>False</pdf:Trapped>\n"
                           "<pdfxid:GTS_PDFXVersion>%s</pdfxid:GTS_PDFXVersion>\n"
                           "<xmpMM:DocumentID>uuid:%s</xmpMM:DocumentID>\n"
                           "<xmpMM:VersionID>1</xmpMM:VersionID>\n"
                           "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n",
                           metadata->press, id);
}

static void put_xmp(EzDoc *doc, const EzMetadata *metadata, const char *date)
{
    g_autoptr(GString) xmp = g_string_new(HEAD);
    add_about(xmp, metadata);
    add_making(xmp, metadata, date);
    if (metadata->accessible)
        g_string_append(xmp, ACCESSIBLE);
    if (metadata->archival)
        g_string_append(xmp, ARCHIVAL);
    if (metadata->press != NULL)
        add_press(xmp, metadata, doc->bytes);
    g_string_append(xmp, TAIL);
    qpdf_oh kind = ez_doc_parse(doc, "<< /Type /Metadata /Subtype /XML >>");
    ez_doc_put(doc, qpdf_get_root(doc->q), "/Metadata",
               ez_doc_new_stream(doc, xmp->str, xmp->len, kind));
}

// ---- Info ----------------------------------------------------------------------

// "D:20260101000000Z" of "2026-01-01T00:00:00Z".
static char *pdf_date(const char *date)
{
    GString *digits = g_string_new("D:");
    for (const char *c = date; *c != '\0'; c++)
        if (g_ascii_isdigit(*c))
            g_string_append_c(digits, *c);
    g_string_append_c(digits, 'Z');
    return g_string_free(digits, FALSE);
}

static void put_info(EzDoc *doc, const EzMetadata *metadata, const char *date)
{
    g_autofree char *digits = pdf_date(date);
    qpdf_oh info = qpdf_oh_new_dictionary(doc->q);
    ez_doc_put(doc, info, "/Title", ez_doc_text(doc, metadata->title));
    ez_doc_put(doc, info, "/Creator", ez_doc_text(doc, metadata->creator));
    ez_doc_put(doc, info, "/Producer", ez_doc_text(doc, metadata->creator));
    ez_doc_put(doc, info, "/CreationDate", qpdf_oh_new_string(doc->q, digits));
    ez_doc_put(doc, info, "/ModDate", qpdf_oh_new_string(doc->q, digits));
    if (metadata->press != NULL) {
        ez_doc_put(doc, info, "/GTS_PDFXVersion", ez_doc_text(doc, metadata->press));
        ez_doc_put(doc, info, "/Trapped", ez_doc_parse(doc, "/False"));
    }
    ez_doc_put(doc, qpdf_get_trailer(doc->q), "/Info", ez_doc_indirect(doc, info));
}

// ---- the catalogue -------------------------------------------------------------

static void put_reading(EzDoc *doc, const EzMetadata *metadata)
{
    qpdf_oh root = qpdf_get_root(doc->q);
    ez_doc_put(doc, root, "/Lang", ez_doc_text(doc, metadata->language));
    ez_doc_put(doc, root, "/ViewerPreferences",
               ez_doc_parse(doc, "<< /DisplayDocTitle true >>"));
    ez_doc_put(doc, root, "/MarkInfo", ez_doc_parse(doc, "<< /Marked true >>"));
}

void ez_metadata_put(EzDoc *doc, const EzMetadata *metadata)
{
    const char *date = metadata->date != NULL ? metadata->date : EZ_PDF_DATE;
    put_info(doc, metadata, date);
    if (!metadata->info_only)
        put_xmp(doc, metadata, date);
    if (metadata->accessible)
        put_reading(doc, metadata);
}

void ez_metadata_intent(EzDoc *doc, const EzIntent *intent)
{
    size_t size;
    const void *data = g_bytes_get_data(intent->profile, &size);
    const char *name = intent->name != NULL ? intent->name : intent->condition;
    qpdf_oh kind = ez_doc_parse(doc, "<< /N %d >>", intent->components);
    qpdf_oh entry = ez_doc_parse(doc, "<< /Type /OutputIntent /S /%s >>", intent->standard);
    qpdf_oh intents = qpdf_oh_new_array(doc->q);
    ez_doc_put(doc, entry, "/OutputConditionIdentifier", ez_doc_text(doc, name));
    ez_doc_put(doc, entry, "/Info", ez_doc_text(doc, intent->condition));
    ez_doc_put(doc, entry, "/DestOutputProfile", ez_doc_new_stream(doc, data, size, kind));
    if (intent->name != NULL)
        ez_doc_put(doc, entry, "/RegistryName", ez_doc_text(doc, "http://www.color.org"));
    qpdf_oh_append_item(doc->q, intents, ez_doc_indirect(doc, entry));
    ez_doc_put(doc, qpdf_get_root(doc->q), "/OutputIntents", intents);
}
