// SPDX-License-Identifier: EUPL-1.2
// A PDF in memory, through qpdf. Handles (qpdf_oh) belong to the document and are good until it
// is freed or ez_doc_release; what is kept longer is kept as an indirect object of the document.
#pragma once

#include <glib.h>
#include <qpdf/qpdf-c.h>
#include <stdbool.h>

typedef struct EzDoc {
    GBytes *bytes; // that were read
    qpdf_data q;
    struct libdeflate_compressor *compressor; // NULL until content is put
} EzDoc;

// `name` is what messages call it. Encrypted documents and those without a page are read too. Fails when it is no PDF.
EzDoc *ez_doc_open(GBytes *bytes, const char *name, GError **error);
void ez_doc_free(EzDoc *doc);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzDoc, ez_doc_free)

// True when all calls so far were fine; else the first fault, and it is forgotten.
bool ez_doc_check(EzDoc *doc, GError **error) G_GNUC_WARN_UNUSED_RESULT;
// Lets go of all handles: after each page, as they pile up.
void ez_doc_release(EzDoc *doc);

// ---- asking. What is not there is a null object: every question may be asked of it ----
qpdf_oh ez_doc_get(EzDoc *doc, qpdf_oh dictionary,
                   const char *key); // "/Type"; of a stream its dictionary
qpdf_oh ez_doc_item(EzDoc *doc, qpdf_oh array, int item);
int ez_doc_items(EzDoc *doc, qpdf_oh array);                  // 0 of what is no array
bool ez_doc_is(EzDoc *doc, qpdf_oh object, const char *name); // the name "/Image"
double ez_doc_number(EzDoc *doc, qpdf_oh object, double otherwise);
// The keys of a dictionary or of a stream's; g_strfreev. Empty for all else.
char **ez_doc_keys(EzDoc *doc, qpdf_oh dictionary);
// The numbers of a box; false when it is none.
bool ez_doc_box(EzDoc *doc, qpdf_oh array, double box[4]);
// A stream without its filters; NULL when it cannot be decoded. The content of a page, all its streams joined.
GBytes *ez_doc_stream(EzDoc *doc, qpdf_oh stream);
// The same of a picture, photographs too: the bytes of its pixels.
GBytes *ez_doc_pixels(EzDoc *doc, qpdf_oh image);
GBytes *ez_doc_content(EzDoc *doc, qpdf_oh page);

// ---- making ----
// An object as PDF writes it: "<< /S /%s >>". Slower than the functions below.
qpdf_oh ez_doc_parse(EzDoc *doc, const char *format, ...) G_GNUC_PRINTF(2, 3);
void ez_doc_put(EzDoc *doc, qpdf_oh dictionary, const char *key, qpdf_oh value);
qpdf_oh ez_doc_text(EzDoc *doc, const char *utf8);
qpdf_oh ez_doc_indirect(EzDoc *doc, qpdf_oh object);
// An indirect stream, compressed when it is written; `dictionary` (may be 0) gives its keys.
qpdf_oh ez_doc_new_stream(EzDoc *doc, const void *bytes, size_t length, qpdf_oh dictionary);

// Gives a page this content instead of its own.
void ez_doc_put_content(EzDoc *doc, qpdf_oh page, const void *bytes, size_t length);

typedef struct EzDocForm {
    const char *version; // "1.7"
    bool object_streams; // smaller; not before 1.5
} EzDocForm;

// The finished file. The same calls and library versions give the same bytes.
GBytes *ez_doc_write(EzDoc *doc, const EzDocForm *form, GError **error);
