// SPDX-License-Identifier: EUPL-1.2
#include "print/press.h"

#include "engine/base/units.h"
#include "print/metadata.h"
#include "print/press_page.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

typedef struct Page {
    double width, height, bleed; // mm, as drawn
    char *label;
    char *pictures; // their files, "a.svg, b.png"; NULL = none
    int number;     // in its scene
    bool swapped;   // with the page behind it
} Page;

struct EzPress {
    const EzProfile *profile;
    const EzTheme *theme;
    GPtrArray *pages; // of Page
    int part;         // of the file in hand: see EzPressFile
    GArray *colours;  // of EzColour: those with their own CMYK, tints too
};

static void free_page(void *data)
{
    Page *page = data;
    g_free(page->label);
    g_free(page->pictures);
    g_free(page);
}

EzPress *ez_press_new(const EzProfile *profile)
{
    EzPress *press = g_new0(EzPress, 1);
    press->profile = profile;
    press->pages = g_ptr_array_new_with_free_func(free_page);
    press->colours = g_array_new(FALSE, FALSE, sizeof(EzColour));
    return press;
}

void ez_press_free(EzPress *press)
{
    if (press == NULL)
        return;
    g_ptr_array_unref(press->pages);
    g_array_unref(press->colours);
    g_free(press);
}

void ez_press_theme(EzPress *press, const EzTheme *theme)
{
    press->theme = theme;
}

// ---- what scenes tell ----------------------------------------------------------------

static void note_colour(EzPress *press, EzColour colour)
{
    if (!colour.has_cmyk)
        return;
    for (guint i = 0; i < press->colours->len; i++)
        if (ez_colour_equal(g_array_index(press->colours, EzColour, i), colour))
            return;
    g_array_append_val(press->colours, colour);
}

static void note_picture(Page *page, const char *name)
{
    if (page->pictures != NULL && strstr(page->pictures, name) != NULL)
        return;
    char *both =
        page->pictures != NULL ? g_strjoin(", ", page->pictures, name, NULL) : g_strdup(name);
    g_free(page->pictures);
    page->pictures = both;
}

static void note_item(EzPress *press, Page *page, const EzItem *item)
{
    if (item->kind == EZ_ITEM_TEXT)
        note_colour(press, item->text.colour);
    if (item->kind == EZ_ITEM_PATH && item->path.filled)
        note_colour(press, item->path.fill);
    if (item->kind == EZ_ITEM_PATH && item->path.stroke.width > 0)
        note_colour(press, item->path.stroke.colour);
    if (item->kind == EZ_ITEM_PICTURE)
        note_picture(page, item->picture.picture->name);
}

// ---- what the shop takes ---------------------------------------------------------------

static const double SLACK = 0.05; // mm; a shop's inches are no round millimetres

// "63.5"; the same in every locale.
static char *figure(double number)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(text, sizeof text, "%.4g", number);
    return g_strdup(text);
}

static void check_bleed(const EzPress *press, const Page *page, EzDiags *diags)
{
    const EzProfile *profile = press->profile;
    double short_of = profile->bleed - page->bleed;
    bool exact = profile->standard == EZ_STANDARD_PNG;
    if (exact ? fabs(short_of) < SLACK : short_of < SLACK || page->bleed <= 0)
        return;
    g_autofree char *found = figure(page->bleed), *wanted = figure(profile->bleed);
    ez_diag_report(diags, EZ_PRESS_BLEED, (EzPlace){0}, NULL, "thing", page->label, "found",
                   found, "profile", profile->name, "expected", wanted, NULL);
}

static void check_size(const EzPress *press, const Page *page, EzDiags *diags)
{
    const EzProfile *profile = press->profile;
    if (profile->width <= 0 || (fabs(page->width - profile->width) < SLACK &&
                                fabs(page->height - profile->height) < SLACK))
        return;
    g_autofree char *width = figure(page->width), *height = figure(page->height);
    g_autofree char *found = g_strdup_printf("%s × %s", width, height);
    g_autofree char *w = figure(profile->width), *h = figure(profile->height);
    g_autofree char *wanted = g_strdup_printf("%s × %s", w, h);
    ez_diag_report(diags, EZ_PRESS_SIZE, (EzPlace){0}, NULL, "thing", page->label, "found",
                   found, "profile", profile->name, "expected", wanted, NULL);
}

static void add_page(EzPress *press, const EzScene *scene, int number, EzDiags *diags)
{
    const EzScenePage *drawn = ez_scene_page(scene, number);
    Page *page = g_new0(Page, 1);
    *page = (Page){.width = drawn->width,
                   .height = drawn->height,
                   .bleed = drawn->bleed,
                   .label = g_strdup(drawn->label),
                   .number = number};
    page->swapped = press->profile->order == EZ_ORDER_BACK_FRONT && number == 0 &&
                    ez_scene_page_count(scene) == 2;
    g_ptr_array_add(press->pages, page);
    for (int i = 0; i < drawn->n_items; i++)
        note_item(press, page, ez_scene_item(scene, drawn->first_item + i));
    check_size(press, page, diags);
    check_bleed(press, page, diags);
}

void ez_press_add(EzPress *press, const EzScene *scene, EzDiags *diags)
{
    // A shop that cannot take one card takes none of the deck: it is told once.
    bool told = ez_diags_errors(diags) > 0;
    g_autoptr(EzDiags) unheard = ez_diags_new();
    for (int i = 0; i < ez_scene_page_count(scene); i++) {
        add_page(press, scene, i, told ? unheard : diags);
        told = told || ez_diags_errors(diags) > 0;
    }
}

// ---- boxes -----------------------------------------------------------------------------

static void put_box(EzDoc *doc, qpdf_oh page, const char *key, const Page *drawn, double inset)
{
    const double pt = 1 / EZ_MM_PER_PT;
    double far_x = drawn->width + 2 * drawn->bleed, far_y = drawn->height + 2 * drawn->bleed;
    const double edges[] = {inset, inset, far_x - inset, far_y - inset};
    g_autoptr(GString) text = g_string_new("[ ");
    for (int i = 0; i < 4; i++) {
        char number[G_ASCII_DTOSTR_BUF_SIZE];
        g_ascii_formatd(number, sizeof number, "%.4f", edges[i] * pt);
        g_string_append_printf(text, "%s ", number);
    }
    g_string_append_c(text, ']');
    ez_doc_put(doc, page, key, ez_doc_parse(doc, "%s", text->str));
}

// The file is as large as the shop's bleed: what was drawn beyond it is cut off. Where nothing runs off the page the shop gets its
// bleed in white.
static void put_boxes(EzDoc *doc, qpdf_oh page, const Page *drawn, const EzProfile *profile)
{
    double beyond = drawn->bleed - profile->bleed;
    if (drawn->bleed > 0)
        beyond = MAX(0, beyond);
    put_box(doc, page, "/MediaBox", drawn, beyond);
    put_box(doc, page, "/BleedBox", drawn, beyond);
    put_box(doc, page, "/TrimBox", drawn, drawn->bleed);
}

// ---- the file --------------------------------------------------------------------------

static void tell_clear(const EzPress *press, const Page *page, const char *file, EzDiags *diags)
{
    g_autofree char *hint =
        page->pictures != NULL ? g_strdup_printf("look at %s", page->pictures) : NULL;
    ez_diag_report(diags, EZ_PRESS_CLEAR, (EzPlace){0}, hint, "file", file, "page", page->label,
                   "rules", ez_profile_rules(press->profile), NULL);
}

// Of each scene the page of the number that is asked, or all.
static bool is_kept(const EzPress *press, const Page *page)
{
    return press->part == 0 || page->number == press->part - 1;
}

static void drop_pages(const EzPress *press, EzDoc *doc)
{
    for (guint i = press->pages->len; i-- > 0;)
        if (!is_kept(press, press->pages->pdata[i]))
            qpdf_remove_page(doc->q, qpdf_get_page_n(doc->q, i));
}

static bool convert_pages(const EzPress *press, EzDoc *doc, const EzColours *colours,
                          const char *file, EzDiags *diags, GError **error)
{
    bool flat = press->profile->standard == EZ_STANDARD_X1A, fine = true;
    g_autoptr(EzPressPages) pages =
        ez_press_pages_new(doc, colours, press->profile->srgb, flat);
    guint at = 0;
    for (guint i = 0; i < press->pages->len; i++) {
        const Page *drawn = press->pages->pdata[i];
        if (!is_kept(press, drawn))
            continue;
        qpdf_oh page = qpdf_get_page_n(doc->q, at++);
        bool clear;
        if (!ez_press_page(pages, page, &clear, error)) {
            g_prefix_error(error, "%s: %s: ", file, drawn->label);
            return false;
        }
        put_boxes(doc, page, drawn, press->profile);
        if (flat && clear)
            tell_clear(press, drawn, file, diags);
        fine = fine && !(flat && clear);
        ez_doc_release(doc);
    }
    return fine;
}

GArray *ez_press_order(const EzPress *press)
{
    GArray *order = g_array_new(FALSE, FALSE, sizeof(int));
    for (int i = 0; i < (int)press->pages->len; i++) {
        const Page *page = press->pages->pdata[i];
        int back = press->part == 0 && page->swapped ? i + 1 : i;
        if (is_kept(press, page))
            g_array_append_val(order, back);
        if (back > i) {
            g_array_append_val(order, i); // and its front behind it
            i = back;
        }
    }
    return order;
}

static void order_pages(const EzPress *press, EzDoc *doc)
{
    for (guint i = 0; i + 1 < press->pages->len; i++) {
        if (!((const Page *)press->pages->pdata[i])->swapped)
            continue;
        qpdf_oh back = qpdf_get_page_n(doc->q, i + 1);
        qpdf_remove_page(doc->q, back);
        qpdf_add_page_at(doc->q, doc->q, back, QPDF_TRUE, qpdf_get_page_n(doc->q, i));
    }
}

// A shop without plates for spot colours gets their CMYK.
static void name_colour(const EzPress *press, EzColours *colours, EzColour colour)
{
    if (!press->profile->spots)
        colour.spot = NULL;
    ez_colours_name(colours, colour);
}

static EzColours *open_colours(const EzPress *press, GError **error)
{
    EzColours *colours = ez_colours_new(press->profile->icc, press->profile->ink, error);
    const EzTheme *theme = press->theme;
    for (int i = 0; colours != NULL && theme != NULL && i < theme->n_colours; i++)
        name_colour(press, colours, theme->colours[i].colour);
    for (guint i = 0; colours != NULL && i < press->colours->len; i++)
        name_colour(press, colours, g_array_index(press->colours, EzColour, i));
    return colours;
}

// What the file says of itself; what no press uses (outline, labels, structure) goes.
static void describe(const EzPress *press, EzDoc *doc, const EzPressFile *about,
                     const char *condition)
{
    static const char *const left_out[] = {"/StructTreeRoot", "/MarkInfo", "/PageLabels",
                                           "/Outlines",       "/PageMode", "/Names",
                                           "/Dests",          "/AcroForm", "/Lang"};
    const EzProfile *profile = press->profile;
    bool x4 = profile->standard == EZ_STANDARD_X4;
    EzMetadata metadata = {.title = about->title,
                           .creator = about->creator,
                           .date = about->date,
                           .press = x4 ? "PDF/X-4" : "PDF/X-1a:2003",
                           .info_only = !x4};
    EzIntent intent = {.standard = "GTS_PDFX",
                       .condition = condition,
                       .name = profile->condition,
                       .profile = profile->icc,
                       .components = 4};
    for (gsize i = 0; i < G_N_ELEMENTS(left_out); i++)
        qpdf_oh_remove_key(doc->q, qpdf_get_root(doc->q), left_out[i]);
    ez_metadata_put(doc, &metadata);
    ez_metadata_intent(doc, &intent);
}

GBytes *ez_press_finish(EzPress *press, GBytes *drawn, const EzPressFile *about, EzDiags *diags,
                        GError **error)
{
    g_autoptr(EzColours) colours = open_colours(press, error);
    g_autoptr(EzDoc) doc = colours != NULL ? ez_doc_open(drawn, about->file, error) : NULL;
    if (doc == NULL)
        return NULL;
    if (qpdf_get_num_pages(doc->q) != (int)press->pages->len) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                    "%s: %d pages were drawn, and not %u", about->file,
                    qpdf_get_num_pages(doc->q), press->pages->len);
        return NULL;
    }
    press->part = about->part;
    drop_pages(press, doc);
    if (!convert_pages(press, doc, colours, about->file, diags, error))
        return NULL;
    order_pages(press, doc);
    describe(press, doc, about, ez_colours_condition(colours));
    bool x4 = press->profile->standard == EZ_STANDARD_X4;
    EzDocForm form = {.version = x4 ? "1.6" : "1.4", .object_streams = x4};
    return ez_doc_write(doc, &form, error);
}
