// SPDX-License-Identifier: EUPL-1.2
#include "print/press_shading.h"

#include <math.h>

// A straight line in RGB is none in CMYK: where it drifts a segment becomes this many.
enum { PARTS = 8, DEEPEST = 4 };
static const double DRIFT = 0.01; // of an ink

typedef struct Segment {
    double from[3], to[3], power;
} Segment;

static bool read_colour(EzDoc *doc, qpdf_oh array, double rgb[3])
{
    for (int i = 0; i < 3; i++)
        rgb[i] = ez_doc_number(doc, ez_doc_item(doc, array, i), 0);
    return ez_doc_items(doc, array) == 3;
}

static EzCmyk colour_at(const EzColours *colours, const Segment *segment, double at)
{
    double share = pow(at, segment->power), rgb[3];
    for (int i = 0; i < 3; i++)
        rgb[i] = segment->from[i] + (segment->to[i] - segment->from[i]) * share;
    return ez_colours_convert(colours, rgb[0], rgb[1], rgb[2]);
}

static bool drifts(const EzCmyk stops[PARTS + 1])
{
    for (int i = 1; i < PARTS; i++) {
        for (int k = 0; k < 4; k++) {
            double first = stops[0].ink[k], last = stops[PARTS].ink[k];
            double straight = first + (last - first) * i / PARTS;
            if (fabs(stops[i].ink[k] - straight) > DRIFT)
                return true;
        }
    }
    return false;
}

static void put_line(GString *out, EzCmyk from, EzCmyk to)
{
    g_string_append(out, "<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [");
    ez_cmyk_print(out, from);
    g_string_append(out, "] /C1 [");
    ez_cmyk_print(out, to);
    g_string_append(out, "] >> ");
}

static void put_lines(GString *out, const EzCmyk stops[PARTS + 1])
{
    g_string_append(out, "<< /FunctionType 3 /Domain [0 1] /Bounds [");
    for (int i = 1; i < PARTS; i++)
        g_string_append_printf(out, "0.%03d ", i * 1000 / PARTS);
    g_string_append(out, "] /Encode [");
    for (int i = 0; i < PARTS; i++)
        g_string_append(out, "0 1 ");
    g_string_append(out, "] /Functions [");
    for (int i = 0; i < PARTS; i++)
        put_line(out, stops[i], stops[i + 1]);
    g_string_append(out, "] >>");
}

static bool convert_line(EzDoc *doc, const EzColours *colours, qpdf_oh function, qpdf_oh *out)
{
    Segment segment = {.power = ez_doc_number(doc, ez_doc_get(doc, function, "/N"), 1)};
    if (!read_colour(doc, ez_doc_get(doc, function, "/C0"), segment.from) ||
        !read_colour(doc, ez_doc_get(doc, function, "/C1"), segment.to))
        return false;
    EzCmyk stops[PARTS + 1];
    for (int i = 0; i <= PARTS; i++)
        stops[i] = colour_at(colours, &segment, (double)i / PARTS);
    g_autoptr(GString) text = g_string_new(NULL);
    if (drifts(stops))
        put_lines(text, stops);
    else
        put_line(text, stops[0], stops[PARTS]);
    *out = ez_doc_parse(doc, "%s", text->str);
    return true;
}

static bool convert_function(EzDoc *doc, const EzColours *colours, qpdf_oh function,
                             qpdf_oh *out, int depth);

static bool convert_stitched(EzDoc *doc, const EzColours *colours, qpdf_oh function,
                             qpdf_oh *out, int depth)
{
    static const char *const kept[] = {"/Domain", "/Bounds", "/Encode"};
    qpdf_oh parts = ez_doc_get(doc, function, "/Functions");
    qpdf_oh list = ez_doc_parse(doc, "[]");
    bool fine = true;
    for (int i = 0; fine && i < ez_doc_items(doc, parts); i++) {
        qpdf_oh part;
        fine = convert_function(doc, colours, ez_doc_item(doc, parts, i), &part, depth + 1);
        if (fine)
            qpdf_oh_append_item(doc->q, list, part);
    }
    *out = ez_doc_parse(doc, "<< /FunctionType 3 >>");
    for (gsize i = 0; i < G_N_ELEMENTS(kept); i++)
        ez_doc_put(doc, *out, kept[i], ez_doc_get(doc, function, kept[i]));
    ez_doc_put(doc, *out, "/Functions", list);
    return fine;
}

static bool convert_function(EzDoc *doc, const EzColours *colours, qpdf_oh function,
                             qpdf_oh *out, int depth)
{
    int type = (int)ez_doc_number(doc, ez_doc_get(doc, function, "/FunctionType"), -1);
    if (type == 2)
        return convert_line(doc, colours, function, out);
    return type == 3 && depth < DEEPEST && convert_stitched(doc, colours, function, out, depth);
}

bool ez_press_shading(EzDoc *doc, const EzColours *colours, qpdf_oh shading)
{
    if (!ez_doc_is(doc, ez_doc_get(doc, shading, "/ColorSpace"), "/DeviceRGB"))
        return true;
    int type = (int)ez_doc_number(doc, ez_doc_get(doc, shading, "/ShadingType"), 0);
    qpdf_oh function;
    if ((type != 2 && type != 3) ||
        !convert_function(doc, colours, ez_doc_get(doc, shading, "/Function"), &function, 0))
        return false;
    ez_doc_put(doc, shading, "/Function", function);
    ez_doc_put(doc, shading, "/ColorSpace", ez_doc_parse(doc, "/DeviceCMYK"));
    return true;
}
