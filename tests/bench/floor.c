// SPDX-License-Identifier: EUPL-1.2
// The peer job with Pango's layouts: "naive" makes a layout for each text and draws the icon each time; "opt" keeps one layout for each kind
// of text, and the icon as one object of the PDF.
//
// Usage: floor naive|opt cards|nup CARDS.tsv ICON.svg OUT.pdf
#include "tests/bench/peer.h"

#include <glib.h>
#include <pango/pangocairo.h>
#include <string.h>

typedef struct Floor {
    Icon *icon;
    bool keep; // layouts and the icon
    PangoFontDescription *fonts[N_TEXTS];
    PangoLayout *kept[N_TEXTS];
} Floor;

static PangoFontDescription *describe_font(const TextLook *look)
{
    PangoFontDescription *font = pango_font_description_from_string(look->font);
    pango_font_description_set_absolute_size(font, look->size * PANGO_SCALE);
    return font;
}

static PangoLayout *new_layout(cairo_t *cr, const TextLook *look,
                               const PangoFontDescription *font)
{
    PangoLayout *layout = pango_cairo_create_layout(cr);
    pango_layout_set_font_description(layout, font);
    if (look->width > 0) {
        pango_layout_set_width(layout, (int)(look->width * MM * PANGO_SCALE));
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
    }
    pango_layout_set_justify(layout, look->justified);
    return layout;
}

static void show_text(cairo_t *cr, const Card *card, TextKind kind, void *data)
{
    Floor *floor = data;
    const TextLook *look = &text_looks[kind];
    PangoLayout *layout = floor->kept[kind];
    if (layout == NULL)
        layout = new_layout(cr, look, floor->fonts[kind]);
    pango_layout_set_text(layout, card_text(card, kind), -1);
    cairo_move_to(cr, look->x * MM, look->y * MM);
    pango_cairo_show_layout(cr, layout);
    if (floor->keep)
        floor->kept[kind] = layout;
    else
        g_object_unref(layout);
}

static void show_icon(cairo_t *cr, void *data)
{
    Floor *floor = data;
    if (floor->keep)
        icon_paint_recording(cr, floor->icon);
    else
        icon_draw(cr, floor->icon);
}

int main(int argc, char **argv)
{
    if (argc != 6)
        g_error("usage: floor naive|opt cards|nup CARDS.tsv ICON.svg OUT.pdf");
    Floor floor = {.icon = icon_open(argv[4]), .keep = strcmp(argv[1], "opt") == 0};
    for (int i = 0; i < N_TEXTS; i++)
        floor.fonts[i] = describe_font(&text_looks[i]);
    Painter painter = {show_text, show_icon, &floor};
    print_cards(argv[2], argv[3], argv[5], &painter);
    for (int i = 0; i < N_TEXTS; i++) {
        pango_font_description_free(floor.fonts[i]);
        g_clear_object(&floor.kept[i]);
    }
    icon_free(floor.icon);
    return 0;
}
