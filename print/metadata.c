// SPDX-License-Identifier: EUPL-1.2
#include "print/metadata.h"

#include <string.h>

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

static char *xmp_of(const EzMetadata *metadata)
{
    GString *xmp = g_string_new(HEAD);
    g_autofree char *title = g_markup_escape_text(metadata->title, -1);
    g_autofree char *creator = g_markup_escape_text(metadata->creator, -1);
    g_string_append_printf(
        xmp,
        "<dc:format>application/pdf</dc:format>\n"
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"
        "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n"
        "<xmp:CreateDate>%s</xmp:CreateDate>\n<xmp:ModifyDate>%s</xmp:ModifyDate>\n"
        "<xmp:MetadataDate>%s</xmp:MetadataDate>\n<xmp:CreatorTool>%s</xmp:CreatorTool>\n"
        "<pdf:Producer>%s</pdf:Producer>\n",
        title, metadata->language, metadata->date, metadata->date, metadata->date, creator,
        creator);
    if (metadata->accessible)
        g_string_append(xmp, ACCESSIBLE);
    if (metadata->archival)
        g_string_append(xmp, ARCHIVAL);
    if (metadata->extra != NULL)
        g_string_append(xmp, metadata->extra);
    g_string_append(xmp, TAIL);
    return g_string_free(xmp, FALSE);
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

static void put_info(EzDoc *doc, const EzMetadata *metadata)
{
    g_autofree char *date = pdf_date(metadata->date);
    qpdf_oh info = qpdf_oh_new_dictionary(doc->q);
    ez_doc_put(doc, info, "/Title", ez_doc_text(doc, metadata->title));
    ez_doc_put(doc, info, "/Creator", ez_doc_text(doc, metadata->creator));
    ez_doc_put(doc, info, "/Producer", ez_doc_text(doc, metadata->creator));
    ez_doc_put(doc, info, "/CreationDate", qpdf_oh_new_string(doc->q, date));
    ez_doc_put(doc, info, "/ModDate", qpdf_oh_new_string(doc->q, date));
    ez_doc_put(doc, qpdf_get_trailer(doc->q), "/Info", ez_doc_indirect(doc, info));
}

// ---- the catalogue -------------------------------------------------------------

void ez_metadata_put(EzDoc *doc, const EzMetadata *metadata)
{
    qpdf_oh root = qpdf_get_root(doc->q);
    g_autofree char *xmp = xmp_of(metadata);
    qpdf_oh kind = ez_doc_parse(doc, "<< /Type /Metadata /Subtype /XML >>");
    put_info(doc, metadata);
    ez_doc_put(doc, root, "/Metadata", ez_doc_new_stream(doc, xmp, strlen(xmp), kind));
    ez_doc_put(doc, root, "/Lang", ez_doc_text(doc, metadata->language));
    ez_doc_put(doc, root, "/ViewerPreferences",
               ez_doc_parse(doc, "<< /DisplayDocTitle true >>"));
    if (metadata->accessible)
        ez_doc_put(doc, root, "/MarkInfo", ez_doc_parse(doc, "<< /Marked true >>"));
}

void ez_metadata_intent(EzDoc *doc, const char *standard, const char *condition,
                        GBytes *profile, int components)
{
    size_t size;
    const void *data = g_bytes_get_data(profile, &size);
    qpdf_oh kind = ez_doc_parse(doc, "<< /N %d >>", components);
    qpdf_oh intent = ez_doc_parse(doc, "<< /Type /OutputIntent /S /%s >>", standard);
    qpdf_oh intents = qpdf_oh_new_array(doc->q);
    ez_doc_put(doc, intent, "/OutputConditionIdentifier", ez_doc_text(doc, condition));
    ez_doc_put(doc, intent, "/Info", ez_doc_text(doc, condition));
    ez_doc_put(doc, intent, "/DestOutputProfile", ez_doc_new_stream(doc, data, size, kind));
    qpdf_oh_append_item(doc->q, intents, ez_doc_indirect(doc, intent));
    ez_doc_put(doc, qpdf_get_root(doc->q), "/OutputIntents", intents);
}
