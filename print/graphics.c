// SPDX-License-Identifier: EUPL-1.2
#include "print/graphics-private.h"

#include <math.h>
#include <string.h>

enum {
    DEEPEST = 12,
    STATES = 256,
    OPERATORS = 3000000,
    OBJECT_COST = 200,
    CACHED = 64 * 1024 * 1024
};

static const double everything[4] = {-1e9, -1e9, 1e9, 1e9};

// ---- matrices and boxes ---------------------------------------------------------

void ez_matrix_join(double out[6], const double a[6], const double b[6])
{
    double m[6] = {a[0] * b[0] + a[1] * b[2],        a[0] * b[1] + a[1] * b[3],
                   a[2] * b[0] + a[3] * b[2],        a[2] * b[1] + a[3] * b[3],
                   a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5]};
    memcpy(out, m, sizeof m);
}

void ez_extent_add(double box[4], const double m[6], double x, double y)
{
    double px = m[0] * x + m[2] * y + m[4], py = m[1] * x + m[3] * y + m[5];
    box[0] = MIN(box[0], px);
    box[1] = MIN(box[1], py);
    box[2] = MAX(box[2], px);
    box[3] = MAX(box[3], py);
}

void ez_extent_meet(double box[4], const double other[4])
{
    box[0] = MAX(box[0], other[0]);
    box[1] = MAX(box[1], other[1]);
    box[2] = MIN(box[2], other[2]);
    box[3] = MIN(box[3], other[3]);
}

void ez_extent_clear(double box[4])
{
    memcpy(box, (double[4]){1e9, 1e9, -1e9, -1e9}, 4 * sizeof *box);
}

static double scale_of(const double m[6])
{
    return sqrt(fabs(m[0] * m[3] - m[1] * m[2]));
}

// ---- the state ------------------------------------------------------------------

static EzState *top(EzGraphics *g)
{
    return &g_array_index(g->states, EzState, g->states->len - 1);
}

static void push(EzGraphics *g)
{
    EzState copy = *top(g);
    if (g->states->len >= STATES)
        g->faults |= EZ_GRAPHICS_LIMIT;
    else
        g_array_append_val(g->states, copy);
}

static void pop(EzGraphics *g, const EzFrame *frame)
{
    if (g->states->len > frame->floor)
        g_array_set_size(g->states, g->states->len - 1);
    else
        g->faults |= EZ_GRAPHICS_OPEN_STATES;
}

// ---- marks ----------------------------------------------------------------------

static EzMarkKind mark_of(const EzGraphics *g)
{
    return g->marks->len > 0 ? g_array_index(g->marks, EzMarkKind, g->marks->len - 1)
                             : EZ_MARK_NONE;
}

// The number that a mark has in the properties of its resources.
static int named_mark(EzGraphics *g, const EzFrame *frame, const EzContentOp *op)
{
    qpdf_oh found = ez_graphics_resource(g, frame, "/Properties", op, 1);
    return (int)ez_doc_number(g->doc, ez_doc_get(g->doc, found, "/MCID"), -1);
}

static void open_mark(EzGraphics *g, const EzFrame *frame, const EzContentOp *op)
{
    const char *name = "";
    int length = ez_content_name(op, 0, &name);
    EzMarked marked = {.within = mark_of(g), .form = frame->form, .number = -1};
    if (op->code == EZ_OP("BDC")) {
        marked.number = ez_content_mark(op);
        if (marked.number < 0)
            marked.number = named_mark(g, frame, op);
    }
    if (length == 8 && memcmp(name, "Artifact", 8) == 0)
        marked.kind = EZ_MARK_ARTIFACT;
    else if (marked.number >= 0)
        marked.kind = EZ_MARK_TAGGED;
    EzMarkKind now = marked.kind != EZ_MARK_NONE ? marked.kind : marked.within;
    if (g->marks->len >= STATES) {
        g->faults |= EZ_GRAPHICS_LIMIT;
        return;
    }
    g_array_append_val(g->marks, now);
    if (marked.kind != EZ_MARK_NONE && !frame->tile)
        g->hooks.marked(&marked, g->hooks.data);
}

static void close_mark(EzGraphics *g, const EzFrame *frame)
{
    if (g->marks->len > frame->marks)
        g_array_set_size(g->marks, g->marks->len - 1);
    else
        g->faults |= EZ_GRAPHICS_OPEN_MARKS;
}

// ---- painting -------------------------------------------------------------------

static void paint(EzGraphics *g, const EzFrame *frame, EzPainted *painted)
{
    const EzState *s = top(g);
    bool stroke =
        painted->kind == EZ_PAINT_STROKE || (painted->kind == EZ_PAINT_TEXT && s->render == 1);
    if (painted->kind != EZ_PAINT_IMAGE)
        painted->shade = stroke ? s->stroke : s->fill;
    painted->alpha = stroke ? s->alpha_stroke : s->alpha_fill;
    painted->overprint = stroke ? s->overprint_stroke : s->overprint_fill;
    painted->blended = s->blended;
    painted->mark = mark_of(g);
    painted->tile = frame->tile;
    ez_extent_meet(painted->box, s->clip);
    painted->hidden |= painted->box[0] > painted->box[2] || painted->box[1] > painted->box[3];
    g->hooks.painted(painted, g->hooks.data);
}

static void paint_path(EzGraphics *g, const EzFrame *frame, bool fill, bool stroke)
{
    EzState *s = top(g);
    EzPainted painted = {.kind = EZ_PAINT_FILL};
    memcpy(painted.box, g->path, sizeof painted.box);
    if (fill)
        paint(g, frame, &painted);
    if (!stroke)
        return;
    painted = (EzPainted){.kind = EZ_PAINT_STROKE, .width = s->width * scale_of(s->matrix)};
    for (int i = 0; i < 4; i++)
        painted.box[i] = g->path[i] + (i < 2 ? -1 : 1) * painted.width / 2;
    paint(g, frame, &painted);
}

static void end_path(EzGraphics *g)
{
    if (g->clipping)
        ez_extent_meet(top(g)->clip, g->path);
    g->clipping = false;
    ez_extent_clear(g->path);
}

static void paint_shading(EzGraphics *g, const EzFrame *frame, const EzContentOp *op)
{
    qpdf_oh shading = ez_graphics_resource(g, frame, "/Shading", op, 0);
    EzPainted painted = {.kind = EZ_PAINT_IMAGE};
    painted.image = qpdf_oh_new_null(g->doc->q);
    painted.shade = ez_graphics_space(g->doc, ez_doc_get(g->doc, shading, "/ColorSpace"));
    painted.shade.count = 0;
    painted.shade.gradient = shading;
    painted.shade.source = qpdf_oh_get_object_id(g->doc->q, shading);
    memcpy(painted.box, everything, sizeof painted.box);
    paint(g, frame, &painted);
}

static void paint_text(EzGraphics *g, const EzFrame *frame, const EzContentOp *op)
{
    const EzState *s = top(g);
    double m[6];
    ez_matrix_join(m, g->text, s->matrix);
    EzPainted painted = {.kind = EZ_PAINT_TEXT, .font = s->font, .shown = op};
    painted.size = fabs(s->size) * hypot(m[2], m[3]);
    painted.hidden = s->render == 3 || s->render == 7;
    ez_extent_clear(painted.box);
    ez_extent_add(painted.box, m, 0, s->rise);
    ez_extent_add(painted.box, m, 0, s->rise + 0.7 * s->size);
    paint(g, frame, &painted);
}

static void unit_square(double box[4], const double m[6])
{
    ez_extent_clear(box);
    for (int i = 0; i < 4; i++)
        ez_extent_add(box, m, i & 1, i >> 1);
}

static void paint_image(EzGraphics *g, const EzFrame *frame, qpdf_oh image)
{
    const EzState *s = top(g);
    EzPainted painted = {.kind = EZ_PAINT_IMAGE, .image = image};
    unit_square(painted.box, s->matrix);
    double across = hypot(s->matrix[0], s->matrix[1]) / 72;
    double along = hypot(s->matrix[2], s->matrix[3]) / 72;
    double width = ez_doc_number(g->doc, ez_doc_get(g->doc, image, "/Width"), 0);
    double height = ez_doc_number(g->doc, ez_doc_get(g->doc, image, "/Height"), 0);
    if (across > 0 && along > 0)
        painted.ppi = MIN(width / across, height / along);
    bool mask = ez_graphics_true(g->doc, ez_doc_get(g->doc, image, "/ImageMask"));
    painted.shade =
        mask ? s->fill : ez_graphics_space(g->doc, ez_doc_get(g->doc, image, "/ColorSpace"));
    if (!mask)
        painted.shade.count = 0;
    paint(g, frame, &painted);
}

static void paint_inline(EzGraphics *g, const EzFrame *frame, const EzContentOp *op)
{
    EzContentImage image;
    EzPainted painted = {.kind = EZ_PAINT_IMAGE, .image = qpdf_oh_new_null(g->doc->q)};
    bool rgb = ez_content_image(op, &image) && image.space_length >= 3 &&
               memcmp(image.space + image.space_length - 3, "RGB", 3) == 0;
    painted.shade.space = rgb ? EZ_SPACE_RGB : EZ_SPACE_OTHER;
    unit_square(painted.box, top(g)->matrix);
    paint(g, frame, &painted);
}

// ---- forms ----------------------------------------------------------------------

static void follow(EzGraphics *g, const EzFrame *frame, GBytes *content);

static GBytes *content_of(EzGraphics *g, qpdf_oh stream, int id)
{
    GBytes *content = g_hash_table_lookup(g->cache, GINT_TO_POINTER(id));
    if (content != NULL)
        return g_bytes_ref(content);
    content = ez_doc_stream(g->doc, stream);
    if (content == NULL)
        g->faults |= EZ_GRAPHICS_BROKEN;
    else if (id != 0 && g->cached + g_bytes_get_size(content) < CACHED) {
        g->cached += g_bytes_get_size(content);
        g_hash_table_insert(g->cache, GINT_TO_POINTER(id), g_bytes_ref(content));
    }
    return content;
}

static bool runs_already(const EzFrame *frame, int id)
{
    for (; frame != NULL; frame = frame->outer)
        if (id != 0 && frame->form == id)
            return true;
    return false;
}

static void place_form(EzGraphics *g, qpdf_oh form)
{
    EzState *s = top(g);
    double m[6], box[4], placed[4];
    qpdf_oh matrix = ez_doc_get(g->doc, form, "/Matrix");
    for (int i = 0; i < 6; i++)
        m[i] = ez_doc_number(g->doc, ez_doc_item(g->doc, matrix, i), i == 0 || i == 3);
    ez_matrix_join(s->matrix, m, s->matrix);
    if (!ez_doc_box(g->doc, ez_doc_get(g->doc, form, "/BBox"), box))
        return;
    ez_extent_clear(placed);
    for (int i = 0; i < 4; i++)
        ez_extent_add(placed, s->matrix, box[i & 1 ? 2 : 0], box[i & 2 ? 3 : 1]);
    ez_extent_meet(s->clip, placed);
}

// A form and a tile begin with no path and no text of their own; text is set back behind them.
static void run_form(EzGraphics *g, const EzFrame *frame, qpdf_oh form, bool tile)
{
    int id = qpdf_oh_get_object_id(g->doc->q, form);
    if (runs_already(frame, id)) {
        g->faults |= EZ_GRAPHICS_LOOP;
        return;
    }
    if (frame->depth >= DEEPEST || g->states->len >= STATES) {
        g->faults |= EZ_GRAPHICS_LIMIT;
        return;
    }
    g_autoptr(GBytes) content = content_of(g, form, id);
    if (content == NULL)
        return;
    qpdf_oh own = ez_doc_get(g->doc, form, "/Resources");
    push(g);
    if (tile)
        memcpy(top(g)->matrix, g->base, sizeof g->base);
    place_form(g, form);
    EzFrame inner = {.outer = frame,
                     .resources = qpdf_oh_is_null(g->doc->q, own) ? frame->resources : own,
                     .depth = frame->depth + 1,
                     .form = id,
                     .tile = tile || frame->tile,
                     .floor = g->states->len,
                     .marks = g->marks->len};
    follow(g, &inner, content);
    g_array_set_size(g->states, inner.floor - 1);
}

void ez_graphics_tile(EzGraphics *g, const EzFrame *frame, qpdf_oh pattern)
{
    int id = qpdf_oh_get_object_id(g->doc->q, pattern);
    if (g_hash_table_add(g->tiles, GINT_TO_POINTER(id)))
        run_form(g, frame, pattern, true);
}

static void draw_object(EzGraphics *g, const EzFrame *frame, const EzContentOp *op)
{
    qpdf_oh object = ez_graphics_resource(g, frame, "/XObject", op, 0);
    g->left -= OBJECT_COST;
    if (ez_doc_is(g->doc, ez_doc_get(g->doc, object, "/Subtype"), "/Form"))
        run_form(g, frame, object, false);
    else if (qpdf_oh_is_stream(g->doc->q, object))
        paint_image(g, frame, object);
    else
        g->faults |= EZ_GRAPHICS_BROKEN;
}

// ---- operators ------------------------------------------------------------------

static void add_points(EzGraphics *g, const EzContentOp *op, int count)
{
    double n[6];
    int found = ez_content_numbers(op, n, count);
    for (int i = 0; i + 1 < found; i += 2)
        ez_extent_add(g->path, top(g)->matrix, n[i], n[i + 1]);
}

static void add_rectangle(EzGraphics *g, const EzContentOp *op)
{
    double n[4];
    if (ez_content_numbers(op, n, 4) != 4)
        return;
    for (int i = 0; i < 4; i++)
        ez_extent_add(g->path, top(g)->matrix, n[0] + (i & 1 ? n[2] : 0),
                      n[1] + (i & 2 ? n[3] : 0));
}

static bool do_path(EzGraphics *g, const EzFrame *frame, const EzContentOp *op)
{
    switch (op->code) {
    case EZ_CODE('m', 0, 0):
    case EZ_CODE('l', 0, 0):
        add_points(g, op, 2);
        return true;
    case EZ_CODE('c', 0, 0):
        add_points(g, op, 6);
        return true;
    case EZ_CODE('v', 0, 0):
    case EZ_CODE('y', 0, 0):
        add_points(g, op, 4);
        return true;
    case EZ_CODE('r', 'e', 0):
        add_rectangle(g, op);
        return true;
    case EZ_CODE('W', 0, 0):
    case EZ_CODE('W', '*', 0):
        g->clipping = true;
        return true;
    case EZ_CODE('f', 0, 0):
    case EZ_CODE('F', 0, 0):
    case EZ_CODE('f', '*', 0):
        paint_path(g, frame, true, false);
        break;
    case EZ_CODE('S', 0, 0):
    case EZ_CODE('s', 0, 0):
        paint_path(g, frame, false, true);
        break;
    case EZ_CODE('B', 0, 0):
    case EZ_CODE('B', '*', 0):
    case EZ_CODE('b', 0, 0):
    case EZ_CODE('b', '*', 0):
        paint_path(g, frame, true, true);
        break;
    case EZ_CODE('n', 0, 0):
        break;
    default:
        return false;
    }
    end_path(g);
    return true;
}

static void do_other(EzGraphics *g, const EzFrame *frame, const EzContentOp *op)
{
    double m[6];
    switch (op->code) {
    case EZ_CODE('q', 0, 0):
        push(g);
        break;
    case EZ_CODE('Q', 0, 0):
        pop(g, frame);
        break;
    case EZ_CODE('c', 'm', 0):
        if (ez_content_numbers(op, m, 6) == 6)
            ez_matrix_join(top(g)->matrix, m, top(g)->matrix);
        break;
    case EZ_CODE('B', 'M', 'C'):
    case EZ_CODE('B', 'D', 'C'):
        open_mark(g, frame, op);
        break;
    case EZ_CODE('E', 'M', 'C'):
        close_mark(g, frame);
        break;
    case EZ_CODE('D', 'o', 0):
        draw_object(g, frame, op);
        break;
    case EZ_CODE('B', 'I', 0):
        paint_inline(g, frame, op);
        break;
    case EZ_CODE('s', 'h', 0):
        paint_shading(g, frame, op);
        break;
    default:
        break;
    }
}

static void follow(EzGraphics *g, const EzFrame *frame, GBytes *content)
{
    size_t size;
    const char *bytes = g_bytes_get_data(content, &size);
    EzContentReader stream = ez_content_open(bytes, size);
    EzContentOp op;
    while (ez_content_next(&stream, &op)) {
        if (g->left-- <= 0) {
            g->faults |= EZ_GRAPHICS_LIMIT;
            break;
        }
        EzState *s = top(g);
        if (ez_graphics_text(g, frame, s, &op))
            paint_text(g, frame, &op);
        else if (!ez_graphics_set(g, frame, s, &op) && !do_path(g, frame, &op))
            do_other(g, frame, &op);
    }
    if (stream.broken)
        g->faults |= EZ_GRAPHICS_BROKEN;
    if (g->states->len > frame->floor)
        g->faults |= EZ_GRAPHICS_OPEN_STATES;
    if (g->marks->len > frame->marks)
        g->faults |= EZ_GRAPHICS_OPEN_MARKS;
    g_array_set_size(g->states, frame->floor);
    g_array_set_size(g->marks, frame->marks);
}

// ---- pages ----------------------------------------------------------------------

EzGraphics *ez_graphics_new(EzDoc *doc, const EzGraphicsHooks *hooks)
{
    EzGraphics *g = g_new0(EzGraphics, 1);
    g->doc = doc;
    g->hooks = *hooks;
    g->states = g_array_new(FALSE, FALSE, sizeof(EzState));
    g->marks = g_array_new(FALSE, FALSE, sizeof(EzMarkKind));
    g->cache = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_bytes_unref);
    g->tiles = g_hash_table_new(NULL, NULL);
    return g;
}

void ez_graphics_free(EzGraphics *g)
{
    if (g == NULL)
        return;
    g_array_unref(g->states);
    g_array_unref(g->marks);
    g_hash_table_unref(g->cache);
    g_hash_table_unref(g->tiles);
    g_free(g);
}

static void begin(EzGraphics *g)
{
    EzState first = {
        .matrix = {1, 0, 0, 1, 0, 0}, .width = 1, .alpha_fill = 1, .alpha_stroke = 1};
    first.fill.count = first.stroke.count = 1;
    first.font = qpdf_oh_new_null(g->doc->q);
    memcpy(first.clip, everything, sizeof first.clip);
    memcpy(g->base, first.matrix, sizeof g->base);
    g_array_set_size(g->states, 0);
    g_array_append_val(g->states, first);
    g_array_set_size(g->marks, 0);
    g_hash_table_remove_all(g->tiles);
    ez_extent_clear(g->path);
    g->left = OPERATORS;
    g->faults = 0;
    g->clipping = false;
}

int ez_graphics_page(EzGraphics *g, qpdf_oh page)
{
    begin(g);
    EzFrame frame = {.resources = ez_doc_get(g->doc, page, "/Resources"), .floor = 1};
    g_autoptr(GBytes) content = ez_doc_content(g->doc, page);
    if (content != NULL)
        follow(g, &frame, content);
    else if (!qpdf_oh_is_null(g->doc->q, ez_doc_get(g->doc, page, "/Contents")))
        g->faults |= EZ_GRAPHICS_BROKEN;
    return g->faults;
}

int ez_graphics_form(EzGraphics *g, qpdf_oh form)
{
    begin(g);
    EzFrame frame = {.resources = qpdf_oh_new_null(g->doc->q), .floor = 1, .tile = true};
    run_form(g, &frame, form, true);
    return g->faults;
}
