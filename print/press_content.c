// SPDX-License-Identifier: EUPL-1.2
#include "print/press_content.h"

#include "print/content.h"

#include <string.h>

// What q saves.
typedef struct State {
    bool black; // what is filled is black ink alone
    bool over;  // what is painted now would overprint
} State;

typedef struct Rewrite {
    const EzColours *colours;
    GString *out;
    GArray *saved; // of State
    State state;
    EzPressUse *use;
} Rewrite;

// ---- colours ---------------------------------------------------------------------

static void read_colour(const EzContentOp *op, double rgb[3])
{
    bool grey = op->code == EZ_OP("g") || op->code == EZ_OP("G");
    ez_content_numbers(op, rgb, grey ? 1 : 3);
    if (grey)
        rgb[1] = rgb[2] = rgb[0];
}

static void put_spot(Rewrite *rewrite, int spot, double tint, bool fill)
{
    g_string_append_printf(rewrite->out, "/" EZ_PRESS_SPOT "%d %s ", spot, fill ? "cs" : "CS");
    ez_ink_print(rewrite->out, tint);
    g_string_append(rewrite->out, fill ? " scn\n" : " SCN\n");
    rewrite->use->spots[spot] = true;
    if (fill)
        rewrite->state.black = false;
}

static void put_colour(Rewrite *rewrite, const EzContentOp *op, bool fill)
{
    double rgb[3] = {0}, tint;
    read_colour(op, rgb);
    int spot = ez_colours_find_spot(rewrite->colours, rgb[0], rgb[1], rgb[2], &tint);
    if (spot >= 0) {
        put_spot(rewrite, spot, tint, fill);
        return;
    }
    EzCmyk cmyk = ez_colours_convert(rewrite->colours, rgb[0], rgb[1], rgb[2]);
    ez_cmyk_print(rewrite->out, cmyk);
    g_string_append(rewrite->out, fill ? " k\n" : " K\n");
    if (fill)
        rewrite->state.black = ez_cmyk_is_black(cmyk);
}

// ---- overprinting ----------------------------------------------------------------

static void set_overprint(Rewrite *rewrite, bool over)
{
    if (rewrite->state.over == over)
        return;
    g_string_append(rewrite->out,
                    over ? "/" EZ_PRESS_OVERPRINT " gs\n" : "/" EZ_PRESS_KNOCKOUT " gs\n");
    rewrite->state.over = over;
    rewrite->use->overprints = true;
}

// ---- operators -------------------------------------------------------------------

static void fill_colour(Rewrite *rewrite, const EzContentOp *op)
{
    put_colour(rewrite, op, true);
}

static void stroke_colour(Rewrite *rewrite, const EzContentOp *op)
{
    put_colour(rewrite, op, false);
}

static void copy(Rewrite *rewrite, const EzContentOp *op)
{
    g_string_append_len(rewrite->out, op->start, op->end - op->start);
    g_string_append_c(rewrite->out, '\n');
}

static void save(Rewrite *rewrite, const EzContentOp *op)
{
    g_array_append_val(rewrite->saved, rewrite->state);
    copy(rewrite, op);
}

static void restore(Rewrite *rewrite, const EzContentOp *op)
{
    guint depth = rewrite->saved->len;
    if (depth > 0) {
        rewrite->state = g_array_index(rewrite->saved, State, depth - 1);
        g_array_set_size(rewrite->saved, depth - 1);
    }
    copy(rewrite, op);
}

static void show_text(Rewrite *rewrite, const EzContentOp *op)
{
    set_overprint(rewrite, rewrite->state.black);
    copy(rewrite, op);
}

// A graphics state cannot change within a path: it is settled where one begins.
static void begin_paint(Rewrite *rewrite, const EzContentOp *op)
{
    set_overprint(rewrite, false);
    copy(rewrite, op);
}

static bool is_space(const EzContentImage *image, const char *brief, const char *full)
{
    size_t length = (size_t)image->space_length;
    return (length == strlen(brief) && memcmp(image->space, brief, length) == 0) ||
           (length == strlen(full) && memcmp(image->space, full, length) == 0);
}

// In hexadecimal digits: their end cannot be mistaken.
static void put_pixels(Rewrite *rewrite, const EzContentImage *image)
{
    size_t count = (size_t)image->width * (size_t)image->height;
    g_autofree unsigned char *cmyk = g_malloc(count * 4 + 1);
    ez_colours_pixels(rewrite->colours, (const unsigned char *)image->bytes, cmyk, count,
                      false);
    g_string_append_printf(rewrite->out, "BI /W %d /H %d /BPC 8 /CS /CMYK /F /AHx ID ",
                           image->width, image->height);
    for (size_t i = 0; i < count * 4; i++)
        g_string_append_printf(rewrite->out, "%02x", cmyk[i]);
    g_string_append(rewrite->out, ">\nEI\n");
}

static void put_image(Rewrite *rewrite, const EzContentOp *op)
{
    EzContentImage image;
    set_overprint(rewrite, false);
    bool known = ez_content_image(op, &image);
    size_t size = 3 * (size_t)image.width * (size_t)image.height;
    if (known && (image.mask || is_space(&image, "G", "DeviceGray") ||
                  is_space(&image, "CMYK", "DeviceCMYK")))
        copy(rewrite, op);
    else if (known && is_space(&image, "RGB", "DeviceRGB") && image.bits == 8 &&
             !image.filtered && size <= (size_t)(image.end - image.bytes))
        put_pixels(rewrite, &image);
    else
        rewrite->use->fault = "a picture within the content";
}

static void other_colour(Rewrite *rewrite, const EzContentOp *op)
{
    rewrite->state.black = false;
    copy(rewrite, op);
}

// What is not here is copied.
static const struct {
    uint32_t code;
    void (*act)(Rewrite *rewrite, const EzContentOp *op);
} operators[] = {
    {EZ_OP("rg"), fill_colour},   {EZ_OP("g"), fill_colour},   {EZ_OP("RG"), stroke_colour},
    {EZ_OP("G"), stroke_colour},  {EZ_OP("q"), save},          {EZ_OP("Q"), restore},
    {EZ_OP("Tj"), show_text},     {EZ_OP("TJ"), show_text},    {EZ_OP("'"), show_text},
    {EZ_OP("\""), show_text},     {EZ_OP("m"), begin_paint},   {EZ_OP("re"), begin_paint},
    {EZ_OP("sh"), begin_paint},   {EZ_OP("Do"), begin_paint},  {EZ_OP("BI"), put_image},
    {EZ_OP("k"), other_colour},   {EZ_OP("cs"), other_colour}, {EZ_OP("sc"), other_colour},
    {EZ_OP("scn"), other_colour},
};

static void put_operator(Rewrite *rewrite, const EzContentOp *op)
{
    for (gsize i = 0; i < G_N_ELEMENTS(operators); i++) {
        if (operators[i].code == op->code) {
            operators[i].act(rewrite, op);
            return;
        }
    }
    copy(rewrite, op);
}

// ---- the stream ------------------------------------------------------------------

GBytes *ez_press_content(const EzColours *colours, GBytes *content, EzPressUse *use)
{
    gsize length;
    const char *bytes = g_bytes_get_data(content, &length);
    EzContentReader stream = ez_content_open(bytes, length);
    Rewrite rewrite = {.colours = colours,
                       .use = use,
                       .out = g_string_sized_new(length + 64),
                       .saved = g_array_new(FALSE, FALSE, sizeof(State))};
    EzContentOp op;
    while (ez_content_next(&stream, &op))
        put_operator(&rewrite, &op);
    g_array_unref(rewrite.saved);
    GBytes *result = g_string_free_to_bytes(rewrite.out);
    if (stream.broken)
        use->fault = "a content stream";
    if (use->fault != NULL)
        g_clear_pointer(&result, g_bytes_unref);
    return result;
}
