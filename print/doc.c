// SPDX-License-Identifier: EUPL-1.2
#include "print/doc.h"

#include <gio/gio.h>
#include <libdeflate.h>
#include <stdlib.h>

enum { DEFLATE_LEVEL = 6 };

EzDoc *ez_doc_open(GBytes *bytes, const char *name, GError **error)
{
    size_t size;
    const char *data = g_bytes_get_data(bytes, &size);
    g_autoptr(EzDoc) doc = g_new0(EzDoc, 1);
    doc->bytes = g_bytes_ref(bytes);
    doc->q = qpdf_init();
    qpdf_silence_errors(doc->q);
    qpdf_set_suppress_warnings(doc->q, QPDF_TRUE);
    qpdf_read_memory(doc->q, name, data, size, NULL);
    return ez_doc_check(doc, error) ? g_steal_pointer(&doc) : NULL;
}

void ez_doc_free(EzDoc *doc)
{
    if (doc == NULL)
        return;
    qpdf_cleanup(&doc->q);
    libdeflate_free_compressor(doc->compressor);
    g_bytes_unref(doc->bytes);
    g_free(doc);
}

bool ez_doc_check(EzDoc *doc, GError **error)
{
    if (!qpdf_has_error(doc->q))
        return true;
    qpdf_error fault = qpdf_get_error(doc->q);
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s",
                qpdf_get_error_full_text(doc->q, fault));
    return false;
}

void ez_doc_release(EzDoc *doc)
{
    qpdf_oh_release_all(doc->q);
}

// ---- asking --------------------------------------------------------------------

// A stream answers for its dictionary; 0 for what has none. Each question to qpdf costs, so the kind is asked once.
static qpdf_oh dictionary_of(EzDoc *doc, qpdf_oh object)
{
    switch (qpdf_oh_get_type_code(doc->q, object)) {
    case ot_dictionary:
        return object;
    case ot_stream:
        return qpdf_oh_get_dict(doc->q, object);
    default:
        return 0;
    }
}

qpdf_oh ez_doc_get(EzDoc *doc, qpdf_oh dictionary, const char *key)
{
    qpdf_oh asked = dictionary_of(doc, dictionary);
    return asked != 0 ? qpdf_oh_get_key(doc->q, asked, key) : qpdf_oh_new_null(doc->q);
}

int ez_doc_items(EzDoc *doc, qpdf_oh array)
{
    return qpdf_oh_is_array(doc->q, array) ? qpdf_oh_get_array_n_items(doc->q, array) : 0;
}

qpdf_oh ez_doc_item(EzDoc *doc, qpdf_oh array, int item)
{
    if (item < 0 || item >= ez_doc_items(doc, array))
        return qpdf_oh_new_null(doc->q);
    return qpdf_oh_get_array_item(doc->q, array, item);
}

bool ez_doc_is(EzDoc *doc, qpdf_oh object, const char *name)
{
    return qpdf_oh_is_name_and_equals(doc->q, object, name);
}

double ez_doc_number(EzDoc *doc, qpdf_oh object, double otherwise)
{
    return qpdf_oh_is_number(doc->q, object) ? qpdf_oh_get_numeric_value(doc->q, object)
                                             : otherwise;
}

// One iteration at a time is all that qpdf has: so the keys are collected.
char **ez_doc_keys(EzDoc *doc, qpdf_oh dictionary)
{
    g_autoptr(GStrvBuilder) keys = g_strv_builder_new();
    qpdf_oh asked = dictionary_of(doc, dictionary);
    if (asked != 0) {
        qpdf_oh_begin_dict_key_iter(doc->q, asked);
        while (qpdf_oh_dict_more_keys(doc->q))
            g_strv_builder_add(keys, qpdf_oh_dict_next_key(doc->q));
    }
    return g_strv_builder_end(keys);
}

bool ez_doc_box(EzDoc *doc, qpdf_oh array, double box[4])
{
    bool good = ez_doc_items(doc, array) == 4;
    for (int i = 0; good && i < 4; i++) {
        qpdf_oh item = ez_doc_item(doc, array, i);
        good = qpdf_oh_is_number(doc->q, item);
        box[i] = ez_doc_number(doc, item, 0);
    }
    return good;
}

static GBytes *take_bytes(unsigned char *bytes, size_t length)
{
    return g_bytes_new_with_free_func(bytes, length, free, bytes);
}

static GBytes *decode(EzDoc *doc, qpdf_oh stream, enum qpdf_stream_decode_level_e level)
{
    unsigned char *bytes = NULL;
    size_t length = 0;
    QPDF_BOOL decoded = QPDF_FALSE;
    if (!qpdf_oh_is_stream(doc->q, stream))
        return NULL;
    qpdf_oh_get_stream_data(doc->q, stream, level, &decoded, &bytes, &length);
    if (decoded) // of an empty stream there are no bytes
        return take_bytes(bytes, length);
    free(bytes);
    return NULL;
}

GBytes *ez_doc_stream(EzDoc *doc, qpdf_oh stream)
{
    return decode(doc, stream, qpdf_dl_generalized);
}

GBytes *ez_doc_pixels(EzDoc *doc, qpdf_oh image)
{
    return decode(doc, image, qpdf_dl_all);
}

GBytes *ez_doc_content(EzDoc *doc, qpdf_oh page)
{
    unsigned char *bytes = NULL;
    size_t length = 0;
    qpdf_oh_get_page_content_data(doc->q, page, &bytes, &length);
    return bytes != NULL ? take_bytes(bytes, length) : NULL;
}

// ---- making --------------------------------------------------------------------

qpdf_oh ez_doc_parse(EzDoc *doc, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    return qpdf_oh_parse(doc->q, text);
}

void ez_doc_put(EzDoc *doc, qpdf_oh dictionary, const char *key, qpdf_oh value)
{
    qpdf_oh_replace_key(doc->q, dictionary_of(doc, dictionary), key, value);
}

qpdf_oh ez_doc_text(EzDoc *doc, const char *utf8)
{
    return qpdf_oh_new_unicode_string(doc->q, utf8);
}

qpdf_oh ez_doc_indirect(EzDoc *doc, qpdf_oh object)
{
    return qpdf_make_indirect_object(doc->q, object);
}

qpdf_oh ez_doc_new_stream(EzDoc *doc, const void *bytes, size_t length, qpdf_oh dictionary)
{
    qpdf_oh stream = qpdf_oh_new_stream(doc->q), none = qpdf_oh_new_null(doc->q);
    qpdf_oh_replace_stream_data(doc->q, stream, bytes, length, none, none);
    g_auto(GStrv) keys = dictionary != 0 ? ez_doc_keys(doc, dictionary) : NULL;
    for (int i = 0; keys != NULL && keys[i] != NULL; i++)
        ez_doc_put(doc, stream, keys[i], ez_doc_get(doc, dictionary, keys[i]));
    return stream;
}

// zlib, through qpdf, takes three times as long for it.
static GBytes *deflate_content(EzDoc *doc, const void *bytes, size_t length)
{
    if (doc->compressor == NULL)
        doc->compressor = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    size_t room = libdeflate_zlib_compress_bound(doc->compressor, length);
    char *packed = g_malloc(room);
    size_t size = libdeflate_zlib_compress(doc->compressor, bytes, length, packed, room);
    return g_bytes_new_take(packed, size);
}

void ez_doc_put_content(EzDoc *doc, qpdf_oh page, const void *bytes, size_t length)
{
    g_autoptr(GBytes) packed = deflate_content(doc, bytes, length);
    qpdf_oh stream = qpdf_oh_new_stream(doc->q);
    size_t size;
    const void *data = g_bytes_get_data(packed, &size);
    qpdf_oh_replace_stream_data(doc->q, stream, data, size,
                                qpdf_oh_new_name(doc->q, "/FlateDecode"),
                                qpdf_oh_new_null(doc->q));
    ez_doc_put(doc, page, "/Contents", stream);
}

GBytes *ez_doc_write(EzDoc *doc, const EzDocForm *form, GError **error)
{
    qpdf_init_write_memory(doc->q);
    qpdf_set_object_stream_mode(doc->q,
                                form->object_streams ? qpdf_o_generate : qpdf_o_disable);
    qpdf_set_compress_streams(doc->q, QPDF_TRUE);
    qpdf_set_deterministic_ID(doc->q, QPDF_TRUE);
    qpdf_set_newline_before_endstream(doc->q, QPDF_TRUE);
    qpdf_force_pdf_version(doc->q, form->version);
    qpdf_write(doc->q);
    if (!ez_doc_check(doc, error))
        return NULL;
    return g_bytes_new(qpdf_get_buffer(doc->q), qpdf_get_buffer_length(doc->q));
}
