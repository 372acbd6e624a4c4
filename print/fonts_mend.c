// SPDX-License-Identifier: EUPL-1.2
#include "print/fonts_mend.h"

void ez_font_mend(EzDoc *doc, qpdf_oh font)
{
    qpdf_oh inner = ez_doc_item(doc, ez_doc_get(doc, font, "/DescendantFonts"), 0);
    if (ez_doc_is(doc, ez_doc_get(doc, inner, "/Subtype"), "/CIDFontType2") &&
        !qpdf_oh_has_key(doc->q, inner, "/CIDToGIDMap"))
        ez_doc_put(doc, inner, "/CIDToGIDMap", qpdf_oh_new_name(doc->q, "/Identity"));
}
