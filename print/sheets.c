// SPDX-License-Identifier: EUPL-1.2
#include "print/sheets.h"

#include "print/words.h"

#include <math.h>
#include <string.h>

// A card in a cell.
typedef struct Entry {
    EzScene *scene; // shared
    int page;
} Entry;

struct EzSheets {
    EzSheetOptions options;
    const EzPrintWords *words;
    EzSheetTaker take;
    void *data;
    char *language, *name, *version;
    GArray *entries; // of Entry, on the sheet in hand
    int done;        // sheets
};

enum { LABEL_IN = 4 }; // mm from a cut to the label beside it

static const EzColour black = {.tint = 1, .has_cmyk = true, .k = 1};

static void clear_entry(void *data)
{
    ez_scene_free(((Entry *)data)->scene);
}

EzSheets *ez_sheets_new(const EzSheetOptions *options, EzSheetTaker take, void *data)
{
    EzSheets *sheets = g_new0(EzSheets, 1);
    *sheets = (EzSheets){.options = *options, .take = take, .data = data};
    sheets->words = ez_print_words(options->language);
    sheets->language = g_strdup(options->language);
    sheets->name = g_strdup(options->name);
    sheets->version = g_strdup(options->version);
    sheets->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    g_array_set_clear_func(sheets->entries, clear_entry);
    return sheets;
}

void ez_sheets_free(EzSheets *sheets)
{
    if (sheets == NULL)
        return;
    g_array_unref(sheets->entries);
    g_free(sheets->language);
    g_free(sheets->name);
    g_free(sheets->version);
    g_free(sheets);
}

int ez_sheets_needed(const EzImposition *imposition, int cards)
{
    return (cards + imposition->count - 1) / imposition->count;
}

static bool is_folded(const EzImposition *imposition, int n_sides)
{
    return imposition->duplex == EZ_DUPLEX_FOLD && n_sides == 2;
}

int ez_sheets_pages(const EzImposition *imposition, int n_sides)
{
    return is_folded(imposition, n_sides) ? 1 : n_sides;
}

// ---- cards and marks -------------------------------------------------------------------------------

// The n-th side of every card.
static void put_cards(const EzSheets *sheets, EzScene *scene, int n)
{
    for (guint i = 0; i < sheets->entries->len; i++) {
        const Entry *entry = &g_array_index(sheets->entries, Entry, i);
        EzCell cell =
            ez_imposition_cell(&sheets->options.imposition, (int)i, sheets->options.sides[n]);
        EzPlacedSide side = {.scene = entry->scene,
                             .page = entry->page + n,
                             .x = cell.x,
                             .y = cell.y,
                             .scale = sheets->options.imposition.scale,
                             .turned = cell.turned,
                             .clip = {cell.x, cell.y, cell.width, cell.height}};
        ez_scene_side(scene, &side);
    }
}

static void put_marks(const EzSheets *sheets, EzScene *scene, EzSide side)
{
    const EzImposition *imposition = &sheets->options.imposition;
    for (int i = 0; i < ez_imposition_mark_count(imposition); i++) {
        EzSheetMark mark = ez_imposition_mark(imposition, i, side);
        EzStroke stroke = {.width = 0.12, .colour = black};
        if (mark.fold)
            stroke.dash[0] = stroke.dash[1] = 0.5;
        EzPath path = {0};
        ez_path_move(scene, &path, mark.x1, mark.y1);
        ez_path_line(scene, &path, mark.x2, mark.y2);
        ez_scene_path(scene, path, NULL, stroke);
    }
}

// ---- the label --------------------------------------------------------------------------------------

static char *scale_words(const EzPrintWords *words, double scale)
{
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(number, sizeof number, "%.1f", scale * 100);
    char *point = strchr(number, '.');
    g_autofree char *tenths = g_strdup(point + 1);
    *point = '\0';
    bool whole = strcmp(tenths, "0") == 0;
    return g_strconcat(words->scale, " ", number, whole ? "" : words->decimal_mark,
                       whole ? "" : tenths, words->percent, NULL);
}

static const char *side_word(const EzSheets *sheets, EzSide side)
{
    const EzSheetOptions *o = &sheets->options;
    return is_folded(&o->imposition, o->n_sides) ? sheets->words->both_sides
                                                 : sheets->words->sides[side];
}

enum {
    PIECES = 6,
    APART = 4
}; // the kit's pieces stand apart from the sheet's, where there is room

// Each owned; "" is left out.
static void make_pieces(const EzSheets *sheets, EzSide side, char *pieces[PIECES])
{
    const EzSheetOptions *o = &sheets->options;
    pieces[0] = g_strdup(sheets->name);
    pieces[1] = g_strdup(o->plain ? "" : side_word(sheets, side));
    pieces[2] = g_strdup_printf("%s %d/%d", sheets->words->sheet, sheets->done + 1, o->sheets);
    pieces[3] = scale_words(sheets->words, o->imposition.scale);
    pieces[APART] = g_strdup(sheets->version);
    pieces[5] = g_strdup(sheets->language);
}

static const EzParagraph *set_words(const EzSheets *sheets, EzScene *scene, const char *words)
{
    EzArena *arena = ez_scene_arena(scene);
    EzSpan span = {.text = ez_arena_intern(arena, words),
                   .font = sheets->options.font,
                   .size = 6.5,
                   .language = ez_scene_language(scene)};
    return ez_paragraph_set(sheets->options.typesetter, arena, &span, 1, 0, EZ_SETTING_PLAIN);
}

// 4.4 mm above the edge, or what the printer needs; lower where it would be cut off with the cards, or stand on the last line of a worksheet.
static double baseline(const EzSheets *sheets)
{
    const EzImposition *p = &sheets->options.imposition;
    double usual = p->paper.height - fmax(4.4, p->margin.height - 1.35);
    double clear = p->top + (p->rows - 1) * p->step.height + p->cell.height + 2.8;
    return sheets->options.plain ? p->paper.height - 3 : fmax(usual, clear);
}

static void put_words(const EzSheets *sheets, EzScene *scene, const char *words, int column)
{
    const EzImposition *p = &sheets->options.imposition;
    const EzParagraph *paragraph = set_words(sheets, scene, words);
    double x = fmax(p->left, p->margin.width) + column * p->step.width + LABEL_IN;
    ez_scene_begin_leaf(scene, EZ_ROLE_PARAGRAPH, NULL, NULL, NULL);
    for (int i = 0; paragraph->n_lines > 0 && i < paragraph->lines[0].n_runs; i++)
        ez_scene_text(scene, &paragraph->lines[0].runs[i], x, baseline(sheets), black);
    ez_scene_end_leaf(scene);
}

static bool fits_column(const EzSheets *sheets, EzScene *scene, const char *words)
{
    double room = sheets->options.imposition.cell.width - LABEL_IN - EZ_MARK_GAP;
    return set_words(sheets, scene, words)->width <= room;
}

// From column to column, so that no mark strikes it through; what stands in each is heard by itself.
static void put_label(const EzSheets *sheets, EzScene *scene, EzSide side)
{
    char *pieces[PIECES];
    g_autoptr(GString) words = g_string_new(NULL);
    int column = 0;
    make_pieces(sheets, side, pieces);
    for (int i = 0; i < PIECES; i++) {
        g_autofree char *piece = pieces[i];
        if (piece[0] == '\0')
            continue;
        g_autofree char *longer =
            g_strconcat(words->str, words->len > 0 ? " · " : "", piece, NULL);
        bool more = column + 1 < sheets->options.imposition.columns && words->len > 0;
        if (more && (i == APART || !fits_column(sheets, scene, longer))) {
            put_words(sheets, scene, words->str, column++);
            g_string_assign(words, piece);
        } else {
            g_string_assign(words, longer);
        }
    }
    put_words(sheets, scene, words->str, column);
}

// ---- sheets -----------------------------------------------------------------------------------------

static EzScene *open_sheet(const EzSheets *sheets, EzSide side)
{
    const EzSheetOptions *o = &sheets->options;
    g_autofree char *label =
        g_strdup_printf("%s %d%s%s", sheets->words->sheet, sheets->done + 1,
                        o->plain ? "" : " ", o->plain ? "" : side_word(sheets, side));
    EzScene *scene = ez_scene_new(sheets->language, NULL);
    ez_scene_begin_page(scene, o->imposition.paper.width, o->imposition.paper.height, 0, label);
    return scene;
}

// The n-th page of the sheet in hand. What is folded has all its sides on one.
static void compose(EzSheets *sheets, int n)
{
    const EzSheetOptions *o = &sheets->options;
    g_autoptr(EzScene) scene = open_sheet(sheets, o->sides[n]);
    put_cards(sheets, scene, n);
    if (is_folded(&o->imposition, o->n_sides))
        put_cards(sheets, scene, n + 1);
    if (!o->plain)
        put_marks(sheets, scene, o->sides[n]);
    if (o->font != NULL)
        put_label(sheets, scene, o->sides[n]);
    ez_scene_end_page(scene);
    ez_scene_seal(scene);
    sheets->take(scene, sheets->data);
}

void ez_sheets_end(EzSheets *sheets)
{
    if (sheets->entries->len == 0)
        return;
    int pages = ez_sheets_pages(&sheets->options.imposition, sheets->options.n_sides);
    for (int n = 0; n < pages; n++)
        compose(sheets, n);
    sheets->done++;
    g_array_set_size(sheets->entries, 0);
}

void ez_sheets_add(EzSheets *sheets, EzScene *card, int page)
{
    Entry entry = {ez_scene_share(card), page};
    g_array_append_val(sheets->entries, entry);
    if ((int)sheets->entries->len == sheets->options.imposition.count)
        ez_sheets_end(sheets);
}
