// SPDX-License-Identifier: EUPL-1.2
// The operators that set something: colour, line, transparency, text.
#include "print/graphics-private.h"

#include <string.h>

enum { NAME_MOST = 127, LOOK_UP_COST = 20, SPACES_DEEP = 4 };

qpdf_oh ez_graphics_resource(EzGraphics *g, const EzFrame *frame, const char *category,
                             const EzContentOp *op, int n)
{
    const char *name = NULL;
    char key[NAME_MOST + 2];
    int length = ez_content_name(op, n, &name);
    g->left -= LOOK_UP_COST;
    if (length <= 0 || length > NAME_MOST)
        return qpdf_oh_new_null(g->doc->q);
    key[0] = '/';
    memcpy(key + 1, name, (size_t)length);
    key[length + 1] = '\0';
    return ez_doc_get(g->doc, ez_doc_get(g->doc, frame->resources, category), key);
}

// ---- colour spaces --------------------------------------------------------------

typedef struct SpaceName {
    const char *name;
    EzSpace space;
    int count;
} SpaceName;

static const SpaceName space_names[] = {
    {"/DeviceGray", EZ_SPACE_GRAY, 1}, {"/G", EZ_SPACE_GRAY, 1},
    {"/CalGray", EZ_SPACE_GRAY, 1},    {"/DeviceRGB", EZ_SPACE_RGB, 3},
    {"/RGB", EZ_SPACE_RGB, 3},         {"/CalRGB", EZ_SPACE_ICC_RGB, 3},
    {"/DeviceCMYK", EZ_SPACE_CMYK, 4}, {"/CMYK", EZ_SPACE_CMYK, 4},
    {"/Lab", EZ_SPACE_LAB, 3},
};

static EzShade profile_space(EzDoc *doc, qpdf_oh profile)
{
    int count = (int)ez_doc_number(doc, ez_doc_get(doc, profile, "/N"), 0);
    EzSpace space = count == 1   ? EZ_SPACE_GRAY
                    : count == 3 ? EZ_SPACE_ICC_RGB
                    : count == 4 ? EZ_SPACE_CMYK
                                 : EZ_SPACE_OTHER;
    return (EzShade){.space = space, .calibrated = true, .count = CLAMP(count, 0, 4)};
}

// Of a share that grows evenly to inks of CMYK; any other spot counts for itself, and so do marks on all plates.
static double most_of_spot(EzDoc *doc, qpdf_oh space)
{
    qpdf_oh function = ez_doc_item(doc, space, 3), full = ez_doc_get(doc, function, "/C1");
    bool even = ez_doc_is(doc, ez_doc_item(doc, space, 2), "/DeviceCMYK") &&
                ez_doc_number(doc, ez_doc_get(doc, function, "/FunctionType"), 0) == 2 &&
                !ez_doc_is(doc, ez_doc_item(doc, space, 1), "/All");
    double sum = 0;
    for (int i = 0; even && i < MIN(4, ez_doc_items(doc, full)); i++)
        sum += CLAMP(ez_doc_number(doc, ez_doc_item(doc, full, i), 0), 0, 1);
    return even ? sum : 1;
}

static EzShade space_at(EzDoc *doc, qpdf_oh space, int depth)
{
    qpdf_oh name = ez_doc_items(doc, space) > 0 ? ez_doc_item(doc, space, 0) : space;
    if (ez_doc_is(doc, name, "/Separation"))
        return (EzShade){.space = EZ_SPACE_SPOT, .count = 1, .most = most_of_spot(doc, space)};
    for (size_t i = 0; i < G_N_ELEMENTS(space_names); i++)
        if (ez_doc_is(doc, name, space_names[i].name))
            return (EzShade){.space = space_names[i].space, .count = space_names[i].count};
    if (ez_doc_is(doc, name, "/ICCBased"))
        return profile_space(doc, ez_doc_item(doc, space, 1));
    if (ez_doc_is(doc, name, "/DeviceN"))
        return (EzShade){.space = EZ_SPACE_SPOT,
                         .most = 1,
                         .count = MIN(4, ez_doc_items(doc, ez_doc_item(doc, space, 1)))};
    bool indexed = ez_doc_is(doc, name, "/Indexed") || ez_doc_is(doc, name, "/I");
    if (indexed && depth < SPACES_DEEP)
        return space_at(doc, ez_doc_item(doc, space, 1), depth + 1);
    return (EzShade){.space = EZ_SPACE_OTHER};
}

EzShade ez_graphics_space(EzDoc *doc, qpdf_oh space)
{
    return space_at(doc, space, 0);
}

double ez_shade_ink(const EzShade *shade)
{
    double sum = 0;
    if (shade->space == EZ_SPACE_GRAY)
        return shade->count > 0 ? 1 - shade->values[0] : 0;
    if (shade->space != EZ_SPACE_CMYK && shade->space != EZ_SPACE_SPOT)
        return 0;
    for (int i = 0; i < shade->count; i++)
        sum += shade->values[i];
    return shade->space == EZ_SPACE_SPOT ? sum * shade->most : sum;
}

// ---- colour ---------------------------------------------------------------------

static bool set_values(EzShade *shade, const EzContentOp *op)
{
    double n[4];
    int found = ez_content_numbers(op, n, 4);
    for (int i = 0; i < shade->count; i++)
        shade->values[i] = i < found ? CLAMP(n[i], 0, 1) : 0;
    return true;
}

static bool set_device(EzShade *shade, const EzContentOp *op, EzSpace space, int count)
{
    *shade = (EzShade){.space = space, .count = count};
    return set_values(shade, op);
}

// The colour space that an operator names: a device's, or one of the resources. It begins black.
static bool set_space(EzGraphics *g, const EzFrame *frame, EzShade *shade,
                      const EzContentOp *op)
{
    const char *name = "";
    int length = ez_content_name(op, 0, &name);
    for (size_t i = 0; i < G_N_ELEMENTS(space_names); i++) {
        const SpaceName *known = &space_names[i];
        if ((int)strlen(known->name) - 1 == length &&
            memcmp(known->name + 1, name, (size_t)length) == 0) {
            *shade = (EzShade){.space = known->space, .count = known->count};
            shade->values[3] = known->space == EZ_SPACE_CMYK;
            return true;
        }
    }
    *shade = ez_graphics_space(g->doc, ez_graphics_resource(g, frame, "/ColorSpace", op, 0));
    if (shade->space == EZ_SPACE_CMYK)
        shade->values[3] = 1;
    for (int i = 0; shade->space == EZ_SPACE_SPOT && i < shade->count; i++)
        shade->values[i] = 1;
    return true;
}

static bool set_colour(EzGraphics *g, const EzFrame *frame, EzShade *shade,
                       const EzContentOp *op)
{
    const char *name;
    if (ez_content_name(op, 0, &name) == 0)
        return set_values(shade, op);
    qpdf_oh pattern = ez_graphics_resource(g, frame, "/Pattern", op, 0);
    qpdf_oh shading = ez_doc_get(g->doc, pattern, "/Shading");
    *shade = ez_graphics_space(g->doc, ez_doc_get(g->doc, shading, "/ColorSpace"));
    shade->count = 0;
    shade->gradient = shading;
    shade->source = qpdf_oh_get_object_id(g->doc->q, pattern);
    if (qpdf_oh_is_stream(g->doc->q, pattern))
        ez_graphics_tile(g, frame, pattern);
    return true;
}

// ---- the extended state ---------------------------------------------------------

bool ez_graphics_true(EzDoc *doc, qpdf_oh object)
{
    return qpdf_oh_is_bool(doc->q, object) && qpdf_oh_get_bool_value(doc->q, object);
}

static void set_fill_alpha(EzDoc *doc, EzState *s, qpdf_oh value)
{
    s->alpha_fill = ez_doc_number(doc, value, s->alpha_fill);
}

static void set_stroke_alpha(EzDoc *doc, EzState *s, qpdf_oh value)
{
    s->alpha_stroke = ez_doc_number(doc, value, s->alpha_stroke);
}

static void set_line_width(EzDoc *doc, EzState *s, qpdf_oh value)
{
    s->width = ez_doc_number(doc, value, s->width);
}

static void set_overprint(EzDoc *doc, EzState *s, qpdf_oh value)
{
    s->overprint_stroke = s->overprint_fill = ez_graphics_true(doc, value);
}

static void set_fill_overprint(EzDoc *doc, EzState *s, qpdf_oh value)
{
    s->overprint_fill = ez_graphics_true(doc, value);
}

static void set_blend_mode(EzDoc *doc, EzState *s, qpdf_oh mode)
{
    if (ez_doc_items(doc, mode) > 0)
        mode = ez_doc_item(doc, mode, 0);
    if (qpdf_oh_is_name(doc->q, mode))
        s->blended = !ez_doc_is(doc, mode, "/Normal") && !ez_doc_is(doc, mode, "/Compatible");
}

static void set_mask(EzDoc *doc, EzState *s, qpdf_oh mask)
{
    s->blended |= qpdf_oh_is_dictionary(doc->q, mask);
}

// In the order in which they are set: `op` without `OP` leaves strokes as they are, and with it has the last word.
static const struct {
    const char *key;
    void (*set)(EzDoc *doc, EzState *s, qpdf_oh value);
} extended[] = {
    {"/BM", set_blend_mode},     {"/CA", set_stroke_alpha}, {"/LW", set_line_width},
    {"/OP", set_overprint},      {"/SMask", set_mask},      {"/ca", set_fill_alpha},
    {"/op", set_fill_overprint},
};

// Most such states have one or two keys: they are asked for those that they have.
static bool set_extended(EzGraphics *g, const EzFrame *frame, EzState *s, const EzContentOp *op)
{
    qpdf_oh gs = ez_graphics_resource(g, frame, "/ExtGState", op, 0);
    g_auto(GStrv) keys = ez_doc_keys(g->doc, gs);
    for (size_t i = 0; i < G_N_ELEMENTS(extended); i++)
        if (g_strv_contains((const char *const *)keys, extended[i].key))
            extended[i].set(g->doc, s, ez_doc_get(g->doc, gs, extended[i].key));
    return true;
}

static bool set_number(const EzContentOp *op, double *value)
{
    ez_content_numbers(op, value, 1);
    return true;
}

bool ez_graphics_set(EzGraphics *g, const EzFrame *frame, EzState *s, const EzContentOp *op)
{
    switch (op->code) {
    case EZ_CODE('g', 0, 0):
        return set_device(&s->fill, op, EZ_SPACE_GRAY, 1);
    case EZ_CODE('G', 0, 0):
        return set_device(&s->stroke, op, EZ_SPACE_GRAY, 1);
    case EZ_CODE('r', 'g', 0):
        return set_device(&s->fill, op, EZ_SPACE_RGB, 3);
    case EZ_CODE('R', 'G', 0):
        return set_device(&s->stroke, op, EZ_SPACE_RGB, 3);
    case EZ_CODE('k', 0, 0):
        return set_device(&s->fill, op, EZ_SPACE_CMYK, 4);
    case EZ_CODE('K', 0, 0):
        return set_device(&s->stroke, op, EZ_SPACE_CMYK, 4);
    case EZ_CODE('c', 's', 0):
        return set_space(g, frame, &s->fill, op);
    case EZ_CODE('C', 'S', 0):
        return set_space(g, frame, &s->stroke, op);
    case EZ_CODE('s', 'c', 0):
    case EZ_CODE('s', 'c', 'n'):
        return set_colour(g, frame, &s->fill, op);
    case EZ_CODE('S', 'C', 0):
    case EZ_CODE('S', 'C', 'N'):
        return set_colour(g, frame, &s->stroke, op);
    case EZ_CODE('g', 's', 0):
        return set_extended(g, frame, s, op);
    case EZ_CODE('w', 0, 0):
        return set_number(op, &s->width);
    default:
        return false;
    }
}

// ---- text -----------------------------------------------------------------------

static void move_line(EzGraphics *g, double x, double y)
{
    ez_matrix_join(g->line, (double[6]){1, 0, 0, 1, x, y}, g->line);
    memcpy(g->text, g->line, sizeof g->text);
}

static void set_matrix(EzGraphics *g, const double m[6])
{
    memcpy(g->line, m, sizeof g->line);
    memcpy(g->text, m, sizeof g->text);
}

static void move_text(EzGraphics *g, EzState *s, const EzContentOp *op)
{
    double n[6];
    int found = ez_content_numbers(op, n, 6);
    if (op->code == EZ_OP("Tm") && found == 6)
        set_matrix(g, n);
    else if (op->code != EZ_OP("Tm") && found == 2) {
        if (op->code == EZ_OP("TD"))
            s->leading = -n[1];
        move_line(g, n[0], n[1]);
    }
}

bool ez_graphics_text(EzGraphics *g, const EzFrame *frame, EzState *s, const EzContentOp *op)
{
    double number = 0;
    switch (op->code) {
    case EZ_CODE('B', 'T', 0):
        set_matrix(g, (double[6]){1, 0, 0, 1, 0, 0});
        return false;
    case EZ_CODE('T', 'f', 0):
        s->font = ez_graphics_resource(g, frame, "/Font", op, 0);
        set_number(op, &s->size);
        return false;
    case EZ_CODE('T', 'd', 0):
    case EZ_CODE('T', 'D', 0):
    case EZ_CODE('T', 'm', 0):
        move_text(g, s, op);
        return false;
    case EZ_CODE('T', 'L', 0):
        set_number(op, &s->leading);
        return false;
    case EZ_CODE('T', 's', 0):
        set_number(op, &s->rise);
        return false;
    case EZ_CODE('T', 'r', 0):
        set_number(op, &number);
        s->render = (int)CLAMP(number, 0, 7);
        return false;
    case EZ_CODE('T', '*', 0):
        move_line(g, 0, -s->leading);
        return false;
    case EZ_CODE('\'', 0, 0):
    case EZ_CODE('"', 0, 0):
        move_line(g, 0, -s->leading);
        return true;
    default:
        return op->code == EZ_OP("Tj") || op->code == EZ_OP("TJ");
    }
}
