// SPDX-License-Identifier: EUPL-1.2
#include "print/press_page.h"

#include "print/fonts_mend.h"
#include "print/press_content.h"
#include "print/press_shading.h"

#include <gio/gio.h>
#include <string.h>

struct EzPressPages {
    EzDoc *doc;
    const EzColours *colours;
    bool flat;
    int srgb;         // objects by their number, as handles do not outlive a page
    int over, knock;  // the graphics states
    GArray *spots;    // of int: the colour spaces
    bool *used;       // of them, by the stream in hand
    GHashTable *done; // number of an object → whether it is clear
    GError *error;    // the first of the page in hand
};

// Converts a thing that a page uses; true when it lets through what lies below.
typedef bool (*Visit)(EzPressPages *pages, qpdf_oh object);

static bool visit_resources(EzPressPages *pages, qpdf_oh resources);

// ---- life ------------------------------------------------------------------------

static int keep(EzDoc *doc, qpdf_oh object)
{
    return qpdf_oh_get_object_id(doc->q, ez_doc_indirect(doc, object));
}

static qpdf_oh kept(const EzPressPages *pages, int number)
{
    return qpdf_get_object_by_id(pages->doc->q, number, 0);
}

static int keep_srgb(EzDoc *doc, GBytes *srgb)
{
    gsize size;
    const void *bytes = g_bytes_get_data(srgb, &size);
    qpdf_oh dictionary = ez_doc_parse(doc, "<< /N 3 /Alternate /DeviceRGB >>");
    return qpdf_oh_get_object_id(doc->q, ez_doc_new_stream(doc, bytes, size, dictionary));
}

static qpdf_oh new_list(EzDoc *doc, const char *first)
{
    qpdf_oh list = qpdf_oh_new_array(doc->q);
    qpdf_oh_append_item(doc->q, list, qpdf_oh_new_name(doc->q, first));
    return list;
}

// The ink by its name, and what stands in for a share of it.
static int keep_spot(EzDoc *doc, const EzSpot *spot)
{
    g_autofree char *name = g_strconcat("/", spot->name, NULL);
    g_autoptr(GString) tints =
        g_string_new("<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 0 0] /C1 [");
    ez_cmyk_print(tints, spot->cmyk);
    g_string_append(tints, "] >>");
    qpdf_oh space = new_list(doc, "/Separation");
    qpdf_oh_append_item(doc->q, space, qpdf_oh_new_name(doc->q, name));
    qpdf_oh_append_item(doc->q, space, qpdf_oh_new_name(doc->q, "/DeviceCMYK"));
    qpdf_oh_append_item(doc->q, space, ez_doc_parse(doc, "%s", tints->str));
    return keep(doc, space);
}

static void keep_spots(EzPressPages *pages)
{
    int count = ez_colours_spot_count(pages->colours);
    pages->spots = g_array_new(FALSE, FALSE, sizeof(int));
    pages->used = g_new0(bool, count);
    for (int i = 0; i < count; i++) {
        int number = keep_spot(pages->doc, ez_colours_spot(pages->colours, i));
        g_array_append_val(pages->spots, number);
    }
}

EzPressPages *ez_press_pages_new(EzDoc *doc, const EzColours *colours, GBytes *srgb, bool flat)
{
    EzPressPages *pages = g_new0(EzPressPages, 1);
    *pages = (EzPressPages){.doc = doc, .colours = colours, .flat = flat};
    pages->done = g_hash_table_new(NULL, NULL);
    pages->srgb = flat ? 0 : keep_srgb(doc, srgb);
    pages->over =
        keep(doc, ez_doc_parse(doc, "<< /Type /ExtGState /OP true /op true /OPM 1 >>"));
    pages->knock =
        keep(doc, ez_doc_parse(doc, "<< /Type /ExtGState /OP false /op false /OPM 0 >>"));
    keep_spots(pages);
    return pages;
}

void ez_press_pages_free(EzPressPages *pages)
{
    if (pages == NULL)
        return;
    g_hash_table_unref(pages->done);
    g_array_unref(pages->spots);
    g_free(pages->used);
    g_clear_error(&pages->error);
    g_free(pages);
}

static void fail(EzPressPages *pages, const char *what)
{
    if (pages->error == NULL)
        pages->error = g_error_new(G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                                   "%s cannot be converted for a press", what);
}

// ---- contents --------------------------------------------------------------------

// A dictionary of the resources, made where it is not there.
static qpdf_oh category(EzDoc *doc, qpdf_oh resources, const char *key)
{
    qpdf_oh found = ez_doc_get(doc, resources, key);
    if (!qpdf_oh_is_dictionary(doc->q, found)) {
        found = qpdf_oh_new_dictionary(doc->q);
        ez_doc_put(doc, resources, key, found);
    }
    return found;
}

static void add_states(EzPressPages *pages, qpdf_oh resources)
{
    EzDoc *doc = pages->doc;
    qpdf_oh states = category(doc, resources, "/ExtGState");
    ez_doc_put(doc, states, "/" EZ_PRESS_OVERPRINT, kept(pages, pages->over));
    ez_doc_put(doc, states, "/" EZ_PRESS_KNOCKOUT, kept(pages, pages->knock));
}

// Those that the stream in hand uses, which are no longer noted then.
static void add_spots(EzPressPages *pages, qpdf_oh resources)
{
    EzDoc *doc = pages->doc;
    for (guint i = 0; i < pages->spots->len; i++) {
        g_autofree char *key = g_strdup_printf("/" EZ_PRESS_SPOT "%u", i);
        if (pages->used[i])
            ez_doc_put(doc, category(doc, resources, "/ColorSpace"), key,
                       kept(pages, g_array_index(pages->spots, int, i)));
        pages->used[i] = false;
    }
}

// The stream in CMYK, NULL when it cannot be read.
static GBytes *rewrite(EzPressPages *pages, GBytes *content, qpdf_oh resources)
{
    EzPressUse use = {.spots = pages->used, .fault = "a content stream"};
    GBytes *out = NULL;
    if (content != NULL) {
        use.fault = NULL;
        out = ez_press_content(pages->colours, content, &use);
    }
    if (use.fault != NULL)
        fail(pages, use.fault);
    if (use.overprints)
        add_states(pages, resources);
    add_spots(pages, resources);
    return out;
}

// A group blends in CMYK; where all is opaque a group makes no difference, and X-1a knows none.
static void convert_group(EzPressPages *pages, qpdf_oh owner)
{
    EzDoc *doc = pages->doc;
    qpdf_oh group = ez_doc_get(doc, owner, "/Group");
    if (qpdf_oh_is_null(doc->q, group))
        return;
    if (!pages->flat)
        ez_doc_put(doc, group, "/CS", ez_doc_parse(doc, "/DeviceCMYK"));
    else if (qpdf_oh_is_stream(doc->q, owner))
        qpdf_oh_remove_key(doc->q, qpdf_oh_get_dict(doc->q, owner), "/Group");
    else
        qpdf_oh_remove_key(doc->q, owner, "/Group");
}

static void put_bytes(EzPressPages *pages, qpdf_oh stream, GBytes *bytes)
{
    qpdf_data q = pages->doc->q;
    gsize size;
    const unsigned char *data = g_bytes_get_data(bytes, &size);
    qpdf_oh_replace_stream_data(q, stream, data, size, qpdf_oh_new_null(q),
                                qpdf_oh_new_null(q));
}

// A form, or the cell of a pattern.
static bool convert_form(EzPressPages *pages, qpdf_oh form)
{
    EzDoc *doc = pages->doc;
    qpdf_oh group = ez_doc_get(doc, form, "/Group");
    if (ez_doc_is(doc, ez_doc_get(doc, group, "/CS"), "/DeviceGray"))
        return false; // a mask: how light it is counts, and that is no ink
    qpdf_oh resources = ez_doc_get(doc, form, "/Resources");
    g_autoptr(GBytes) content = ez_doc_stream(doc, form);
    g_autoptr(GBytes) out = rewrite(pages, content, resources);
    if (out != NULL)
        put_bytes(pages, form, out);
    convert_group(pages, form);
    return visit_resources(pages, resources);
}

// ---- pictures --------------------------------------------------------------------

static qpdf_oh tagged_space(const EzPressPages *pages)
{
    EzDoc *doc = pages->doc;
    qpdf_oh space = ez_doc_parse(doc, "[ /ICCBased ]");
    qpdf_oh_append_item(doc->q, space, kept(pages, pages->srgb));
    return space;
}

static size_t pixels_of(EzPressPages *pages, qpdf_oh image)
{
    EzDoc *doc = pages->doc;
    double width = ez_doc_number(doc, ez_doc_get(doc, image, "/Width"), 0);
    double height = ez_doc_number(doc, ez_doc_get(doc, image, "/Height"), 0);
    bool bytes = ez_doc_number(doc, ez_doc_get(doc, image, "/BitsPerComponent"), 0) == 8;
    return bytes && width > 0 && height > 0 ? (size_t)width * (size_t)height : 0;
}

static void convert_pixels(EzPressPages *pages, qpdf_oh image, bool photograph)
{
    size_t length = 0, count = pixels_of(pages, image);
    g_autoptr(GBytes) seen = ez_doc_pixels(pages->doc, image);
    const unsigned char *rgb = seen != NULL ? g_bytes_get_data(seen, &length) : NULL;
    if (rgb == NULL || count == 0 || length < count * 3) {
        fail(pages, "a picture");
    } else {
        unsigned char *cmyk = g_malloc(count * 4);
        ez_colours_pixels(pages->colours, rgb, cmyk, count, photograph);
        g_autoptr(GBytes) bytes = g_bytes_new_take(cmyk, count * 4);
        put_bytes(pages, image, bytes);
        ez_doc_put(pages->doc, image, "/ColorSpace", ez_doc_parse(pages->doc, "/DeviceCMYK"));
    }
}

static bool convert_image(EzPressPages *pages, qpdf_oh image)
{
    EzDoc *doc = pages->doc;
    bool clear = qpdf_oh_is_stream(doc->q, ez_doc_get(doc, image, "/SMask"));
    if (!ez_doc_is(doc, ez_doc_get(doc, image, "/ColorSpace"), "/DeviceRGB"))
        return clear;
    bool photograph = ez_doc_is(doc, ez_doc_get(doc, image, "/Filter"), "/DCTDecode");
    if (photograph && !pages->flat)
        ez_doc_put(doc, image, "/ColorSpace", tagged_space(pages));
    else
        convert_pixels(pages, image, photograph);
    return clear;
}

// ---- fonts -----------------------------------------------------------------------

// What letters of a Type 3 font draw with is their own; else it is that of the page, which is visited there.
static bool convert_letters(EzPressPages *pages, qpdf_oh font)
{
    EzDoc *doc = pages->doc;
    qpdf_oh letters = ez_doc_get(doc, font, "/CharProcs");
    if (!qpdf_oh_is_dictionary(doc->q, ez_doc_get(doc, font, "/Resources")))
        ez_doc_put(doc, font, "/Resources", qpdf_oh_new_dictionary(doc->q));
    qpdf_oh resources = ez_doc_get(doc, font, "/Resources");
    g_auto(GStrv) keys = ez_doc_keys(doc, letters);
    for (int i = 0; keys[i] != NULL; i++) {
        qpdf_oh letter = ez_doc_get(doc, letters, keys[i]);
        g_autoptr(GBytes) content = ez_doc_stream(doc, letter);
        g_autoptr(GBytes) out = rewrite(pages, content, resources);
        if (out != NULL)
            put_bytes(pages, letter, out);
    }
    return visit_resources(pages, resources);
}

static bool convert_font(EzPressPages *pages, qpdf_oh font)
{
    ez_font_mend(pages->doc, font);
    return ez_doc_is(pages->doc, ez_doc_get(pages->doc, font, "/Subtype"), "/Type3") &&
           convert_letters(pages, font);
}

// ---- what resources hold -------------------------------------------------------------

static bool visit_object(EzPressPages *pages, qpdf_oh object)
{
    EzDoc *doc = pages->doc;
    if (ez_doc_is(doc, ez_doc_get(doc, object, "/Subtype"), "/Image"))
        return convert_image(pages, object);
    return qpdf_oh_is_stream(doc->q, object) && convert_form(pages, object);
}

// Once for each object, however many pages use it.
static bool visit_once(EzPressPages *pages, qpdf_oh object, Visit visit)
{
    int number = qpdf_oh_get_object_id(pages->doc->q, object);
    gpointer key = GINT_TO_POINTER(number), known;
    if (number != 0 && g_hash_table_lookup_extended(pages->done, key, NULL, &known))
        return GPOINTER_TO_INT(known);
    g_hash_table_insert(pages->done, key, GINT_TO_POINTER(false)); // it may hold itself
    bool clear = visit(pages, object);
    g_hash_table_insert(pages->done, key, GINT_TO_POINTER(clear));
    return clear;
}

static bool visit_x_object(EzPressPages *pages, qpdf_oh object)
{
    return visit_once(pages, object, visit_object);
}

static bool visit_font(EzPressPages *pages, qpdf_oh font)
{
    return visit_once(pages, font, convert_font);
}

static bool visit_shading(EzPressPages *pages, qpdf_oh shading)
{
    EzDoc *doc = pages->doc;
    if (ez_press_shading(doc, pages->colours, shading))
        return false;
    if (pages->flat)
        fail(pages, "a gradient");
    else
        ez_doc_put(doc, shading, "/ColorSpace", tagged_space(pages));
    return false;
}

static bool visit_pattern(EzPressPages *pages, qpdf_oh pattern)
{
    if (qpdf_oh_is_stream(pages->doc->q, pattern))
        return visit_once(pages, pattern, convert_form);
    return visit_shading(pages, ez_doc_get(pages->doc, pattern, "/Shading"));
}

static bool visit_state(EzPressPages *pages, qpdf_oh state)
{
    EzDoc *doc = pages->doc;
    qpdf_oh blend = ez_doc_get(doc, state, "/BM"), mask = ez_doc_get(doc, state, "/SMask");
    bool masked = qpdf_oh_is_dictionary(doc->q, mask);
    if (masked)
        visit_x_object(pages, ez_doc_get(doc, mask, "/G"));
    return masked || ez_doc_number(doc, ez_doc_get(doc, state, "/ca"), 1) < 1 ||
           ez_doc_number(doc, ez_doc_get(doc, state, "/CA"), 1) < 1 ||
           (qpdf_oh_is_name(doc->q, blend) && !ez_doc_is(doc, blend, "/Normal"));
}

static bool visit_each(EzPressPages *pages, qpdf_oh dictionary, Visit visit)
{
    g_auto(GStrv) keys = ez_doc_keys(pages->doc, dictionary);
    bool clear = false;
    for (int i = 0; keys[i] != NULL; i++)
        clear = visit(pages, ez_doc_get(pages->doc, dictionary, keys[i])) || clear;
    return clear;
}

static bool visit_resources(EzPressPages *pages, qpdf_oh resources)
{
    static const struct {
        const char *key;
        Visit visit;
    } kinds[] = {{"/XObject", visit_x_object},
                 {"/Font", visit_font},
                 {"/Shading", visit_shading},
                 {"/Pattern", visit_pattern},
                 {"/ExtGState", visit_state}};
    bool clear = false;
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++)
        clear = visit_each(pages, ez_doc_get(pages->doc, resources, kinds[i].key),
                           kinds[i].visit) ||
                clear;
    return clear;
}

// ---- pages -----------------------------------------------------------------------

static void convert_content(EzPressPages *pages, qpdf_oh page, qpdf_oh resources)
{
    g_autoptr(GBytes) content = ez_doc_content(pages->doc, page);
    g_autoptr(GBytes) out = rewrite(pages, content, resources);
    gsize size = 0;
    const void *bytes = out != NULL ? g_bytes_get_data(out, &size) : NULL;
    if (out != NULL)
        ez_doc_put_content(pages->doc, page, bytes, size);
}

bool ez_press_page(EzPressPages *pages, qpdf_oh page, bool *clear, GError **error)
{
    // Annotations, and the way from marks to a structure: nothing of that is printed.
    static const char *const left_out[] = {"/Annots", "/StructParents", "/Tabs"};
    EzDoc *doc = pages->doc;
    qpdf_oh resources = ez_doc_get(doc, page, "/Resources");
    convert_content(pages, page, resources);
    convert_group(pages, page);
    *clear = visit_resources(pages, resources);
    for (gsize i = 0; i < G_N_ELEMENTS(left_out); i++)
        qpdf_oh_remove_key(doc->q, page, left_out[i]);
    if (pages->error == NULL)
        return true;
    g_propagate_error(error, g_steal_pointer(&pages->error));
    return false;
}
