// SPDX-License-Identifier: EUPL-1.2
// A QR code (ISO/IEC 18004): its dark squares as one path, on white, with the four empty squares around it that readers need.
#include "render/layout-private.h"

#include <math.h>
#include <qrencode.h>
#include <stdio.h>
#include <string.h>

#define QUIET          4    // squares
#define LEAST_SQUARE   0.35 // mm
#define LEAST_CONTRAST 4.5

enum { BYTES_MAX = 2331 }; // at level M: a seventh of it may be unreadable

Box *ez_layout_qr(Layout *l, const EzNode *node, Room room)
{
    Box *box = ez_layout_box(l, node);
    double tall = ez_layout_tall(node, room, -1);
    box->width = ez_layout_wide(node, room, tall >= 0 ? tall : room.wide);
    box->height = box->last = tall >= 0 ? tall : box->width;
    return box;
}

// ---- mistakes ------------------------------------------------------------------------------------

static void tell_empty(Layout *l, const EzNode *node)
{
    ez_diag_report(l->in->diags, EZ_EMPTY, ez_origin_item(node->origin, 1), NULL, "thing",
                   "a qr", "field", "what stands between its braces", NULL);
}

static void tell_long(Layout *l, const EzNode *node, const char *words)
{
    g_autofree char *found = g_strdup_printf("%zu", strlen(words));
    ez_diag_report(l->in->diags, EZ_QR_LONG, ez_origin_item(node->origin, 1), NULL, "found",
                   found, "limit", "2,331", NULL);
}

static void check_square(Layout *l, const EzNode *node, int squares, double size)
{
    char found[G_ASCII_DTOSTR_BUF_SIZE], wide[G_ASCII_DTOSTR_BUF_SIZE];
    if (size >= LEAST_SQUARE - 1e-9)
        return;
    g_ascii_formatd(found, sizeof found, "%.2f", floor(size * 100) / 100);
    g_ascii_formatd(wide, sizeof wide, "%.1f", squares * LEAST_SQUARE + 0.05);
    g_autofree char *hint = g_strdup_printf("width = %s, or a shorter text", wide);
    ez_diag_report(l->in->diags, EZ_QR_FINE, ez_origin_item(node->origin, 1), hint, "found",
                   found, NULL);
}

static void check_contrast(Layout *l, const EzNode *node, EzColour colour)
{
    double ratio = ez_colour_contrast(colour, EZ_WHITE);
    if (ratio >= LEAST_CONTRAST)
        return;
    g_autofree char *found = ez_layout_tenths_under(ratio);
    ez_diag_report(l->in->diags, EZ_CONTRAST, ez_origin_value(node->origin, "colour"),
                   "a telephone needs dark squares on white", "thing", l->in->thing, "text",
                   "the QR code", "found", found, NULL);
}

// ---- the drawing ---------------------------------------------------------------------------------

static bool is_dark(const QRcode *code, int x, int y)
{
    return (code->data[y * code->width + x] & 1) != 0;
}

// Dark squares side by side are one rectangle.
static void add_row(EzScene *scene, EzPath *path, const QRcode *code, int y, double left,
                    double top, double size)
{
    for (int x = 0; x < code->width; x++) {
        int from = x;
        while (x < code->width && is_dark(code, x, y))
            x++;
        EzRect run = {left + from * size, top + y * size, (x - from) * size, size};
        if (x > from)
            ez_path_rect(scene, path, run, 0);
    }
}

// In the middle of the rectangle, white edge and all.
static void paint(Layout *l, const EzNode *node, const QRcode *code, EzRect rect)
{
    EzScene *scene = l->in->scene;
    EzColour white = EZ_WHITE;
    EzColour dark = ez_layout_colour(l, node, "colour", node->colour, ez_layout_ink(l));
    EzPath ground = {0}, squares = {0};
    double side = MIN(rect.width, rect.height);
    double left = rect.x + (rect.width - side) / 2, top = rect.y + (rect.height - side) / 2;
    double size = side / (code->width + 2 * QUIET);
    check_square(l, node, code->width + 2 * QUIET, size);
    check_contrast(l, node, dark);
    ez_path_rect(scene, &ground, (EzRect){left, top, side, side}, 0);
    ez_scene_path(scene, ground, &white, (EzStroke){0});
    for (int y = 0; y < code->width; y++)
        add_row(scene, &squares, code, y, left + QUIET * size, top + QUIET * size, size);
    ez_scene_path(scene, squares, &dark, (EzStroke){0});
}

void ez_layout_paint_qr(Layout *l, const EzNode *node, const char *words, EzRect rect)
{
    size_t length = strlen(words);
    if (length == 0)
        tell_empty(l, node);
    if (length == 0 || rect.width <= 0 || rect.height <= 0)
        return;
    QRcode *code =
        length <= BYTES_MAX
            ? QRcode_encodeData((int)length, (const unsigned char *)words, 0, QR_ECLEVEL_M)
            : NULL;
    if (code != NULL)
        paint(l, node, code, rect);
    else
        tell_long(l, node, words);
    QRcode_free(code);
}
