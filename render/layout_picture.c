// SPDX-License-Identifier: EUPL-1.2
// Pictures and icons: how large they are, and how they fill their box.
#include "render/layout-private.h"

#include <math.h>

void ez_layout_check_alt(Layout *l, const EzNode *node)
{
    if (node->alt == NULL && !node->ornament)
        ez_diag_report(l->in->diags, EZ_NO_ALT, ez_origin_place(node->origin),
                       "alt = { … } says what it shows; ornament = true where it only adorns",
                       "thing", ez_node_records[node->kind].record.thing, NULL);
}

EzColour ez_layout_ink(const Layout *l)
{
    EzColour colour = EZ_WHITE;
    ez_theme_colour(l->in->theme, "ink", &colour);
    return colour;
}

// The picture of a node; NULL, and told, when its file is none.
static const EzPicture *picture_of(Layout *l, const EzNode *node)
{
    const EzPictureFault *fault = NULL;
    char colour[8];
    bool icon = node->kind == EZ_NODE_ICON;
    if (node->picture == NULL)
        return NULL;
    if (icon)
        ez_colour_hex(ez_layout_colour(l, node, "colour", node->colour, ez_layout_ink(l)),
                      colour);
    const EzPicture *picture =
        ez_pictures_get(l->in->pictures, node->picture, icon ? colour : NULL, &fault);
    if (picture == NULL)
        ez_diag_report(l->in->diags, fault->code, ez_origin_item(node->origin, 1), fault->hint,
                       "file", node->picture->path, "detail", fault->detail, NULL);
    return picture;
}

// ---- measuring -------------------------------------------------------------------------------------

// Where only one of width and height is said the other follows from the picture; where none is, it is as wide as its room.
Box *ez_layout_picture(Layout *l, const EzNode *node, Room room)
{
    Box *box = ez_layout_box(l, node);
    const EzPicture *picture = picture_of(l, node);
    double shape = picture != NULL ? picture->height / picture->width : 1;
    double wide = room.wide, tall = ez_layout_tall(node, room, -1);
    ez_layout_check_alt(l, node);
    if (node->width.unit == EZ_AUTO && tall >= 0)
        wide = tall / shape;
    box->width = ez_layout_wide(node, room, wide);
    box->height = tall >= 0 ? tall : box->width * shape;
    box->first = 0;
    box->last = box->height;
    return box;
}

// ---- enough dots ---------------------------------------------------------------------------------

#define LEAST_DPI 300.0

static void check_dots(Layout *l, const EzNode *node, const EzPicture *picture, EzRect rect)
{
    double across = picture->width / (rect.width / 25.4);
    double down = picture->height / (rect.height / 25.4);
    double dpi = MIN(across, down);
    if (picture->kind == EZ_PICTURE_SVG || dpi >= LEAST_DPI - 0.5)
        return;
    g_autofree char *found = g_strdup_printf("%d", (int)dpi);
    g_autofree char *width = ez_layout_tenths_over(rect.width);
    g_autofree char *hint =
        g_strdup_printf("it has %d pixels across; %d are enough there", (int)picture->width,
                        (int)ceil(rect.width / 25.4 * LEAST_DPI * across / dpi));
    ez_diag_report(l->in->diags, EZ_COARSE, ez_origin_item(node->origin, 1), hint, "file",
                   picture->name, "found", found, "width", width, NULL);
}

// ---- placing ---------------------------------------------------------------------------------------

// The rectangle in the shape of the picture around the middle of `rect`, inside it or over it.
static EzRect shaped(const EzPicture *picture, EzRect rect, bool over)
{
    double across = rect.width / picture->width, down = rect.height / picture->height;
    double scale = over ? MAX(across, down) : MIN(across, down);
    double width = picture->width * scale, height = picture->height * scale;
    return (EzRect){rect.x + (rect.width - width) / 2, rect.y + (rect.height - height) / 2,
                    width, height};
}

void ez_layout_paint_picture(Layout *l, const EzNode *node, EzRect rect)
{
    const EzPicture *picture = picture_of(l, node);
    if (picture == NULL || rect.width <= 0 || rect.height <= 0)
        return;
    bool over = node->filling == EZ_FILLING_COVER;
    EzRect whole = node->filling == EZ_FILLING_STRETCH ? rect : shaped(picture, rect, over);
    check_dots(l, node, picture, whole);
    if (over)
        ez_scene_clip(l->in->scene, rect);
    ez_scene_picture(l->in->scene, picture, whole);
    if (over)
        ez_scene_unclip(l->in->scene);
}
