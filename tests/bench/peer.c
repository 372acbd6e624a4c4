// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/peer.h"

#include <cairo-pdf.h>
#include <glib.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

// A card with its bleed; nine cards stand on a sheet.
#define WIDTH  (69 * MM)
#define HEIGHT (94 * MM)
#define ICON   (9 * MM)
enum { ACROSS = 3, PER_SHEET = 9 };

const TextLook text_looks[N_TEXTS] = {
    [TITLE] = {"Noto Sans Bold", 14, 9, 8, 0, .13, false},
    [CAPTION] = {"Noto Sans Bold", 8, 9, 21.2, 0, 1, false},
    [BODY] = {"Noto Sans", 9, 9, 29, 51, .1, true},
    [ID] = {"Noto Sans", 6, 9, 83, 0, .4, false},
};

const char *card_text(const Card *card, TextKind kind)
{
    const char *const texts[N_TEXTS] = {card->title, card->caption, card->body, card->id};
    return texts[kind];
}

// ---- the file of cards ----------------------------------------------------------------------

typedef struct Cards {
    char *text; // what the cards point into
    GArray *cards;
} Cards;

static char *cut(char **rest)
{
    char *cell = *rest;
    *rest += strcspn(*rest, "\t\n");
    if (**rest != '\0')
        *(*rest)++ = '\0';
    return cell;
}

static Card read_card(char **rest)
{
    Card card = {.id = cut(rest), .title = cut(rest), .caption = cut(rest)};
    unsigned long rgb = strtoul(cut(rest) + 1, NULL, 16);
    card.r = (double)(rgb >> 16) / 255;
    card.g = (double)(rgb >> 8 & 255) / 255;
    card.b = (double)(rgb & 255) / 255;
    card.body = cut(rest);
    return card;
}

static Cards read_cards(const char *path)
{
    Cards cards = {.cards = g_array_new(FALSE, FALSE, sizeof(Card))};
    g_autoptr(GError) error = NULL;
    if (!g_file_get_contents(path, &cards.text, NULL, &error))
        g_error("%s", error->message);
    for (char *rest = strchr(cards.text, '\n') + 1; *rest != '\0';) {
        Card card = read_card(&rest);
        g_array_append_val(cards.cards, card);
    }
    return cards;
}

static void free_cards(Cards *cards)
{
    g_array_unref(cards->cards);
    g_free(cards->text);
}

// ---- a card -----------------------------------------------------------------------------------

static void round_rectangle(cairo_t *cr, double x, double y, double width, double height,
                            double radius)
{
    double right = x + width - radius, foot = y + height - radius;
    cairo_new_sub_path(cr);
    cairo_arc(cr, right, y + radius, radius, -M_PI / 2, 0);
    cairo_arc(cr, right, foot, radius, 0, M_PI / 2);
    cairo_arc(cr, x + radius, foot, radius, M_PI / 2, M_PI);
    cairo_arc(cr, x + radius, y + radius, radius, M_PI, 1.5 * M_PI);
    cairo_close_path(cr);
}

static void draw_frame(cairo_t *cr)
{
    round_rectangle(cr, 6 * MM, 6 * MM, 57 * MM, 82 * MM, 3 * MM);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_fill_preserve(cr);
    cairo_set_source_rgb(cr, .13, .13, .13);
    cairo_set_line_width(cr, .5 * MM);
    cairo_stroke(cr);
}

static void draw_area(cairo_t *cr, const Card *card, double x, double y, double width,
                      double height)
{
    cairo_set_source_rgb(cr, card->r, card->g, card->b);
    cairo_rectangle(cr, x, y, width, height);
    cairo_fill(cr);
}

static void draw_text(cairo_t *cr, const Card *card, TextKind kind, const Painter *painter)
{
    double grey = text_looks[kind].grey;
    cairo_set_source_rgb(cr, grey, grey, grey);
    painter->text(cr, card, kind, painter->data);
}

static void draw_card(cairo_t *cr, const Card *card, const Painter *painter)
{
    draw_area(cr, card, 0, 0, WIDTH, HEIGHT);
    draw_frame(cr);
    draw_text(cr, card, TITLE, painter);
    cairo_save(cr);
    cairo_translate(cr, 51 * MM, 8 * MM);
    painter->icon(cr, painter->data);
    cairo_restore(cr);
    draw_area(cr, card, 6 * MM, 20 * MM, 57 * MM, 6 * MM);
    draw_text(cr, card, CAPTION, painter);
    draw_text(cr, card, BODY, painter);
    draw_text(cr, card, ID, painter);
}

// ---- pages --------------------------------------------------------------------------------------

static double cut_x(int column)
{
    return (10.5 + 63 * column) * MM;
}

static double cut_y(int row)
{
    return (16.5 + 88 * row) * MM;
}

static void draw_on_sheet(cairo_t *cr, const Card *card, int place, const Painter *painter)
{
    double x = cut_x(place % ACROSS), y = cut_y(place / ACROSS);
    cairo_save(cr);
    cairo_rectangle(cr, x, y, 63 * MM, 88 * MM);
    cairo_clip(cr);
    cairo_translate(cr, x - 3 * MM, y - 3 * MM);
    draw_card(cr, card, painter);
    cairo_restore(cr);
}

static void add_line(cairo_t *cr, double x, double y, double to_x, double to_y)
{
    cairo_move_to(cr, x, y);
    cairo_line_to(cr, to_x, to_y);
}

static void draw_crop_marks(cairo_t *cr)
{
    cairo_set_source_rgb(cr, 0, 0, 0);
    cairo_set_line_width(cr, .25);
    for (int i = 0; i <= ACROSS; i++) {
        double x = cut_x(i), y = cut_y(i);
        add_line(cr, x, 9 * MM, x, 15 * MM);
        add_line(cr, x, 282 * MM, x, 288 * MM);
        add_line(cr, 3 * MM, y, 9 * MM, y);
        add_line(cr, 201 * MM, y, 207 * MM, y);
    }
    cairo_stroke(cr);
}

static void draw_pages(cairo_t *cr, const GArray *cards, bool sheets, const Painter *painter)
{
    for (guint i = 0; i < cards->len; i++) {
        const Card *card = &g_array_index(cards, Card, i);
        bool last = !sheets || i % PER_SHEET == PER_SHEET - 1 || i == cards->len - 1;
        if (sheets)
            draw_on_sheet(cr, card, (int)i % PER_SHEET, painter);
        else
            draw_card(cr, card, painter);
        if (sheets && last)
            draw_crop_marks(cr);
        if (last)
            cairo_show_page(cr);
    }
}

void print_cards(const char *kind, const char *tsv, const char *pdf, const Painter *painter)
{
    bool sheets = strcmp(kind, "nup") == 0;
    Cards cards = read_cards(tsv);
    cairo_surface_t *surface =
        cairo_pdf_surface_create(pdf, sheets ? 210 * MM : WIDTH, sheets ? 297 * MM : HEIGHT);
    cairo_t *cr = cairo_create(surface);
    draw_pages(cr, cards.cards, sheets, painter);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
        g_error("%s: %s", pdf, cairo_status_to_string(cairo_surface_status(surface)));
    cairo_surface_destroy(surface);
    free_cards(&cards);
}

// ---- the icon -----------------------------------------------------------------------------------

struct Icon {
    RsvgHandle *svg;
    cairo_surface_t *recording; // NULL until it is asked for
};

Icon *icon_open(const char *svg)
{
    g_autoptr(GError) error = NULL;
    Icon *icon = g_new0(Icon, 1);
    icon->svg = rsvg_handle_new_from_file(svg, &error);
    if (icon->svg == NULL)
        g_error("%s", error->message);
    return icon;
}

void icon_free(Icon *icon)
{
    if (icon->recording != NULL)
        cairo_surface_destroy(icon->recording);
    g_object_unref(icon->svg);
    g_free(icon);
}

void icon_draw(cairo_t *cr, Icon *icon)
{
    RsvgRectangle frame = {0, 0, ICON, ICON};
    rsvg_handle_render_document(icon->svg, cr, &frame, NULL);
}

void icon_paint_recording(cairo_t *cr, Icon *icon)
{
    if (icon->recording == NULL) {
        cairo_rectangle_t extents = {0, 0, ICON, ICON};
        icon->recording = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents);
        cairo_t *on = cairo_create(icon->recording);
        icon_draw(on, icon);
        cairo_destroy(on);
    }
    cairo_set_source_surface(cr, icon->recording, 0, 0);
    cairo_paint(cr);
}
