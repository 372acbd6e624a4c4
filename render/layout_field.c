// SPDX-License-Identifier: EUPL-1.2
// Measuring fields: the label, then the places to fill in, each with the words that belong to it.
#include "render/layout-private.h"

#include <math.h>

// Millimetres. What is written by hand needs the same room at any type size.
#define PITCH       9.0  // from writing line to writing line
#define FIRST_LINE  11.0 // under the label
#define BESIDE_LINE 1.2  // a line beside a label, under the label's baseline
#define BESIDE_GAP  4.0
#define PADDING     5.0 // inside a ground or frame
#define TICK_BOX    5.4
#define TICK_TAB    6.0 // as wide; a third taller
#define TICK_TALL   8.0
#define TICK_GAP    3.4 // between options
#define UNDER_LABEL 4.5 // from the label to what is ticked or coloured
#define RING        7.6 // of a scale
#define RING_PITCH  16.0
#define RING_BESIDE 9.4 // the same beside a label
#define DOT         4.2
#define DOT_PITCH   5.6
#define CELL_TALL   10.0
#define CELL_GAP    2.5
#define LEAST_CELL  5.0
#define ONE_LINE    10000.0 // so wide that nothing breaks

typedef struct Field {
    Layout *l;
    const EzNode *node;
    Box *box;
    double x, y, wide; // of what is still free inside: y goes down while it is filled
    double bottom;     // of the inside; negative where it is not known
    double pad;
} Field;

// ---- words -----------------------------------------------------------------------------

EzColour ez_layout_own_colour(Layout *l, const EzNode *node)
{
    EzColour ink = EZ_WHITE, own;
    ez_theme_colour(l->in->theme, "ink", &ink);
    if (l->in->colour == NULL || !ez_theme_colour(l->in->theme, l->in->colour, &own))
        own = ink;
    return ez_layout_colour(l, node, "colour", node->colour, own);
}

void ez_layout_tell_no_fit(Layout *l, const EzNode *node, double needed, double found,
                           const char *direction)
{
    g_autofree char *need = ez_layout_tenths_over(needed);
    g_autofree char *have = ez_layout_tenths_under(MAX(found, 0));
    ez_diag_report(l->in->diags, EZ_FIELD_NO_FIT, ez_origin_place(node->origin), NULL, "thing",
                   l->in->thing, "id", node->id, "needed", need, "found", have, "direction",
                   direction, NULL);
}

static EzPiece *bold_piece(Layout *l, const EzNode *node, const EzPiece *words)
{
    EzNode *bold = ez_arena_make(l->arena, EzNode);
    *bold = ez_node_default(EZ_NODE_BOLD);
    bold->origin = node->origin;
    bold->pieces = words;
    bold->n_pieces = 1;
    EzPiece *piece = ez_arena_make(l->arena, EzPiece);
    piece->node = bold;
    return piece;
}

Box *ez_layout_words(Layout *l, const EzNode *node, const WordsWish *wish)
{
    EzPiece *piece = ez_arena_make(l->arena, EzPiece);
    *piece = (EzPiece){.text = wish->text, .plain = wish->plain};
    if (wish->text != NULL && wish->said)
        *piece = (EzPiece){
            .plain = ez_text_in(wish->text, l->in->language), .verbatim = true, .said = true};
    if (wish->bold)
        piece = bold_piece(l, node, piece);
    EzNode *words = ez_arena_make(l->arena, EzNode);
    *words = ez_node_default(EZ_NODE_TEXT);
    words->origin = node->origin;
    words->style = wish->style;
    words->colour = wish->colour;
    words->align = (int)wish->align;
    words->pieces = piece;
    words->n_pieces = 1;
    double wide = wish->width > 0 ? wish->width : ONE_LINE;
    return ez_layout_measure(l, words, (Room){wide, -1, wide, -1, wish->width <= 0, false});
}

static void add_step(Field *f, StepKind kind, EzRole role)
{
    f->box->steps[f->box->n_steps++] = (Step){kind, role};
}

static void open_group(Field *f, EzRole role)
{
    add_step(f, STEP_OPEN, role);
}

static void close_group(Field *f)
{
    add_step(f, STEP_CLOSE, EZ_ROLE_DIVISION);
}

static void add_child(Field *f, Box *child, double x, double y)
{
    add_step(f, STEP_CHILD, EZ_ROLE_DIVISION);
    child->x = x;
    child->y = y;
    f->box->children[f->box->n_children++] = child;
}

static Box *add_words(Field *f, WordsWish wish, double x, double y)
{
    if (wish.style == NULL)
        wish.style = "choice";
    Box *words = ez_layout_words(f->l, f->node, &wish);
    add_child(f, words, x, y);
    return words;
}

// Words whose capitals stand around the height y.
static void centre_on(Box *words, double y)
{
    double cap = words->text != NULL ? ez_layout_cap(words->text) : 0;
    words->y = y + cap / 2 - words->first;
}

static Box *add_label(Field *f, double width)
{
    WordsWish wish = {.text = f->node->label,
                      .style = f->node->style != NULL ? f->node->style : "field",
                      .colour = f->node->colour != NULL ? f->node->colour : f->l->in->colour,
                      .width = width};
    return add_words(f, wish, f->x, f->y);
}

static void add_spot(Field *f, Spot spot)
{
    add_step(f, STEP_SPOT, EZ_ROLE_DIVISION);
    f->box->spots[f->box->n_spots++] = spot;
}

static const char *in_language(const Field *f, const EzText *text)
{
    return ez_text_in(text, f->l->in->language);
}

static const char *number_word(const Field *f, int number)
{
    return ez_arena_printf(f->l->arena, "%d", number);
}

// ---- write, box ------------------------------------------------------------------------

// How many lines there are when the first stands at `first`.
static int count_lines(const Field *f, double first)
{
    if (f->node->lines > 0)
        return f->node->lines;
    return f->bottom < 0 ? 1 : MAX((int)floor((f->bottom - first) / PITCH + 1e-6) + 1, 1);
}

static void add_lines(Field *f, double x, double first)
{
    int lines = count_lines(f, first);
    EzRect rect = {x, first - PITCH, MAX(f->x + f->wide - x, 0), lines * PITCH};
    add_spot(f, (Spot){.rect = rect, .shape = SPOT_LINES, .lines = lines});
    f->y = first + (lines - 1) * PITCH;
}

static void measure_write(Field *f)
{
    if (!f->node->beside) {
        const Box *label = add_label(f, f->wide);
        add_lines(f, f->x, label->y + label->last + FIRST_LINE);
        return;
    }
    const Box *label = add_label(f, 0);
    double bottom = label->y + label->height;
    add_lines(f, label->x + label->width + BESIDE_GAP, label->y + label->first + BESIDE_LINE);
    f->y = MAX(f->y, bottom);
}

static void measure_box(Field *f)
{
    const Box *label = add_label(f, f->wide);
    double top = label->y + label->height + 1;
    double bottom = f->bottom >= 0 ? f->bottom : top + 3 * PITCH;
    add_spot(f,
             (Spot){.rect = {f->x, top, f->wide, MAX(bottom - top, 0)}, .shape = SPOT_PLAIN});
    f->y = MAX(bottom, top + PITCH);
}

// ---- tick ------------------------------------------------------------------------------

static bool has_tabs(const EzNode *node)
{
    for (int i = 0; i < node->n_options; i++)
        if (node->options[i].letter != NULL)
            return true;
    return false;
}

// The tab of an option, which says with a letter and a colour what its words say.
static void add_tab(Field *f, const EzTickOption *option, double x, double middle)
{
    EzPiece *piece = ez_arena_make(f->l->arena, EzPiece);
    *piece = (EzPiece){.plain = option->letter};
    EzNode *tab = ez_arena_make(f->l->arena, EzNode);
    *tab = ez_node_default(EZ_NODE_TAB);
    tab->origin = option->origin;
    tab->colour = option->colour;
    tab->ornament = true;
    tab->width = (EzLength){TICK_TAB, EZ_MM};
    tab->height = (EzLength){TICK_TALL, EZ_MM};
    tab->pieces = piece;
    tab->n_pieces = 1;
    Room room = {TICK_TAB, TICK_TALL, TICK_TAB, TICK_TALL, false, false};
    add_child(f, ez_layout_measure(f->l, tab, room), x, middle - TICK_TALL / 2);
}

// One option at x; how tall it is.
static double add_option(Field *f, int i, double x, double wide)
{
    const EzTickOption *option = &f->node->options[i];
    bool tabs = has_tabs(f->node);
    double words_x = TICK_BOX + 3 + (tabs ? TICK_TAB + 3 : 0);
    double middle = f->y + (tabs ? TICK_TALL : TICK_BOX) / 2;
    EzRect rect = {x, middle - TICK_BOX / 2, TICK_BOX, TICK_BOX};
    add_spot(f, (Spot){.rect = rect,
                       .shape = SPOT_FRAME,
                       .value = option->id != NULL ? option->id : number_word(f, i + 1),
                       .name = in_language(f, option->text)});
    if (option->letter != NULL)
        add_tab(f, option, x + TICK_BOX + 3, middle);
    WordsWish wish = {.text = option->text, .width = MAX(wide - words_x, 1)};
    Box *words = add_words(f, wish, x + words_x, 0);
    words->y =
        middle - words->first + (words->text != NULL ? ez_layout_cap(words->text) / 2 : 0);
    return MAX(tabs ? TICK_TALL : TICK_BOX, words->y + words->height - f->y);
}

// What is left beside the label; boxes stand as high as its capitals do.
static void go_beside(Field *f, const Box *label, double tall)
{
    double cap = label->text != NULL ? ez_layout_cap(label->text) : 0;
    double taken = label->width + BESIDE_GAP;
    f->x += taken;
    f->wide = MAX(f->wide - taken, 1);
    f->y = MAX(label->y + label->first - (cap + tall) / 2, label->y);
}

static void add_options(Field *f)
{
    int columns = MAX(f->node->columns, 1), count = f->node->n_options;
    double gap = f->node->gap >= 0 ? f->node->gap : TICK_GAP, tall = 0;
    open_group(f, EZ_ROLE_LIST);
    for (int i = 0; i < count; i++) {
        if (i > 0 && i % columns == 0) {
            f->y += tall + gap;
            tall = 0;
        }
        double x = f->x + f->wide / columns * (i % columns);
        open_group(f, EZ_ROLE_LIST_ITEM);
        open_group(f, EZ_ROLE_LIST_BODY);
        double own = add_option(f, i, x, f->wide / columns - (columns > 1 ? 2 : 0));
        close_group(f);
        close_group(f);
        tall = MAX(tall, own);
    }
    close_group(f);
    f->y += tall;
}

static void measure_tick(Field *f)
{
    const Box *label = add_label(f, f->node->beside ? 0 : f->wide);
    if (f->node->beside)
        go_beside(f, label, has_tabs(f->node) ? TICK_TALL : TICK_BOX);
    else
        f->y = label->y + label->last + UNDER_LABEL;
    add_options(f);
    f->y = MAX(f->y, label->y + label->height);
}

// ---- scale, dots -----------------------------------------------------------------------

static void check_width(Field *f, double needed)
{
    if (needed > f->wide + 0.01)
        ez_layout_tell_no_fit(f->l, f->node, needed, f->wide, "of width");
}

static void add_ends(Field *f, double right)
{
    const EzTexts *ends = &f->node->ends;
    if (ends->count != 2)
        return;
    double half = MAX(right - f->x, 0) / 2 - 1, top = f->y + 1;
    Box *first = add_words(f, (WordsWish){.text = ends->texts[0], .width = half}, f->x, top);
    Box *last =
        add_words(f, (WordsWish){.text = ends->texts[1], .align = EZ_ALIGN_END, .width = half},
                  right - half, top);
    f->y = top + MAX(first->height, last->height);
}

// Rings of one pitch at the right edge, so that those of scales under each other stand in columns.
static double go_beside_rings(Field *f, Box *label)
{
    double wide = RING_BESIDE * (f->node->points - 1) + RING;
    check_width(f, label->width + BESIDE_GAP + wide);
    if (label->height > RING)
        go_beside(f, label, RING);
    else
        centre_on(label, f->y + RING / 2);
    f->x = f->box->width - f->pad - wide;
    return RING_BESIDE;
}

static double go_under(Field *f, const Box *label)
{
    int gaps = f->node->points - 1;
    double pitch = CLAMP((f->wide - RING) / gaps, RING + 1, RING_PITCH);
    check_width(f, pitch * gaps + RING);
    f->y = label->y + label->last + UNDER_LABEL;
    return pitch;
}

static void measure_scale(Field *f)
{
    Box *label = add_label(f, f->node->beside ? 0 : f->wide);
    int points = f->node->points;
    double pitch = f->node->beside ? go_beside_rings(f, label) : go_under(f, label);
    double right = f->x + pitch * (points - 1) + RING;
    for (int i = 0; i < points; i++) {
        double x = f->x + i * pitch;
        const char *number = number_word(f, i + 1);
        add_spot(f, (Spot){{x, f->y, RING, RING}, SPOT_RING, .value = number, .name = number});
        Box *digit = add_words(f, (WordsWish){.plain = number}, 0, 0);
        digit->x = x + (RING - digit->width) / 2;
        centre_on(digit, f->y + RING / 2);
    }
    f->y += RING;
    add_ends(f, right);
    f->y = MAX(f->y, label->y + label->height);
}

static void add_dots(Field *f, double x, double y)
{
    for (int i = 0; i < f->node->points; i++) {
        const char *number = number_word(f, i + 1);
        add_spot(f, (Spot){{x + i * DOT_PITCH, y, DOT, DOT},
                           SPOT_RING,
                           .value = number,
                           .name = number});
    }
}

static void measure_dots(Field *f)
{
    double wide = (f->node->points - 1) * DOT_PITCH + DOT;
    const Box *label = add_label(f, f->node->beside ? 0 : f->wide);
    if (!f->node->beside) {
        check_width(f, wide);
        f->y = label->y + label->last + UNDER_LABEL;
        add_dots(f, f->x, f->y);
        f->y += DOT;
        return;
    }
    double cap = label->text != NULL ? ez_layout_cap(label->text) : 0;
    check_width(f, label->width + BESIDE_GAP + wide);
    add_dots(f, f->x + f->wide - wide, label->y + label->first - cap / 2 - DOT / 2);
    f->y = label->y + label->height;
}

// ---- cells -----------------------------------------------------------------------------

typedef struct Table {
    double x, wide, tall, gap; // of the first column; of one cell
    int columns, rows;
} Table;

static double widest_name(Field *f)
{
    double widest = 0;
    for (int i = 0; i < f->node->rows.count; i++) {
        WordsWish wish = {.text = f->node->rows.texts[i], .style = "choice"};
        const Box *name = ez_layout_words(f->l, f->node, &wish);
        widest = MAX(widest, name->width);
    }
    return widest > 0 ? widest + BESIDE_GAP : 0;
}

static Table table_of(Field *f)
{
    Table t = {.gap = f->node->gap >= 0 ? f->node->gap : CELL_GAP,
               .columns = f->node->heads.count,
               .rows = f->node->rows.count > 0 ? f->node->rows.count : MAX(f->node->lines, 1)};
    double names = widest_name(f), gaps = (t.columns - 1) * t.gap;
    t.x = f->x + names;
    t.wide = (f->wide - names - gaps) / t.columns;
    if (t.wide < LEAST_CELL - 0.01)
        ez_layout_tell_no_fit(f->l, f->node, names + gaps + LEAST_CELL * t.columns, f->wide,
                              "of width");
    t.wide = MAX(t.wide, 1);
    return t;
}

// Nothing stands in the corner over the names of the rows, but a row of a table has all its cells.
static void add_heads(Field *f, const Table *t)
{
    double tallest = 0, top = f->y;
    open_group(f, EZ_ROLE_ROW);
    if (f->node->rows.count > 0) {
        open_group(f, EZ_ROLE_CELL);
        close_group(f);
    }
    for (int i = 0; i < t->columns; i++) {
        WordsWish wish = {.text = f->node->heads.texts[i], .style = "field", .width = t->wide};
        open_group(f, EZ_ROLE_COLUMN_HEAD);
        const Box *head = add_words(f, wish, t->x + i * (t->wide + t->gap), top);
        close_group(f);
        tallest = MAX(tallest, head->height);
    }
    close_group(f);
    f->y = top + tallest + 1.5;
}

static const char *cell_name(const Field *f, int row, int column)
{
    const char *head = in_language(f, f->node->heads.texts[column]);
    if (f->node->rows.count == 0)
        return ez_arena_printf(f->l->arena, "%s %d", head, row + 1);
    return ez_arena_printf(f->l->arena, "%s, %s", in_language(f, f->node->rows.texts[row]),
                           head);
}

static void add_row(Field *f, const Table *t, int row)
{
    open_group(f, EZ_ROLE_ROW);
    if (f->node->rows.count > 0) {
        open_group(f, EZ_ROLE_ROW_HEAD);
        Box *name = add_words(f, (WordsWish){.text = f->node->rows.texts[row]}, f->x, 0);
        close_group(f);
        centre_on(name, f->y + t->tall / 2);
    }
    for (int i = 0; i < t->columns; i++) {
        open_group(f, EZ_ROLE_CELL);
        EzRect rect = {t->x + i * (t->wide + t->gap), f->y, t->wide, t->tall};
        add_spot(f, (Spot){.rect = rect,
                           .shape = SPOT_FRAME,
                           .value = ez_arena_printf(f->l->arena, "%d.%d", row + 1, i + 1),
                           .name = cell_name(f, row, i)});
        close_group(f);
    }
    close_group(f);
    f->y += t->tall;
}

static void measure_cells(Field *f)
{
    Table t = table_of(f);
    const Box *label = add_label(f, f->wide);
    f->y = label->y + label->height + 1;
    open_group(f, EZ_ROLE_TABLE);
    add_heads(f, &t);
    double room = f->bottom >= 0 ? f->bottom - f->y - (t.rows - 1) * t.gap : -1;
    t.tall = room >= 0 ? MAX(room / t.rows, LEAST_CELL) : CELL_TALL;
    for (int row = 0; row < t.rows; row++) {
        f->y += row > 0 ? t.gap : 0;
        add_row(f, &t, row);
    }
    close_group(f);
}

// ---- the whole -------------------------------------------------------------------------

typedef void (*Measure)(Field *f);

static const Measure measures[EZ_NODE_KINDS] = {
    [EZ_NODE_WRITE] = measure_write, [EZ_NODE_BOX] = measure_box,
    [EZ_NODE_TICK] = measure_tick,   [EZ_NODE_SCALE] = measure_scale,
    [EZ_NODE_DOTS] = measure_dots,   [EZ_NODE_CELLS] = measure_cells,
};

static int most_rows(const EzNode *node)
{
    return MAX(MAX(node->rows.count, node->lines), 1);
}

static void make_room(Field *f)
{
    const EzNode *node = f->node;
    int spots = 1 + node->n_options + node->points + node->heads.count * most_rows(node);
    int children =
        3 + 2 * node->n_options + node->points + node->heads.count + node->rows.count;
    int groups = 3 + 2 * node->n_options +
                 (most_rows(node) + 1) * (node->heads.count + 2); // of a list; of a table
    f->box->spots = ez_arena_array(f->l->arena, Spot, spots);
    f->box->children = ez_arena_array(f->l->arena, Box *, children);
    f->box->steps = ez_arena_array(f->l->arena, Step, spots + children + 2 * groups);
}

static void close_field(Field *f, double tall)
{
    Box *box = f->box;
    double needed = f->y + f->pad;
    box->height = tall >= 0 ? tall : needed;
    if (tall >= 0 && needed > tall + 0.01)
        ez_layout_tell_no_fit(f->l, f->node, needed, tall, "of height");
    const Box *label = box->children[0];
    box->first = label->y + label->first;
    box->last = box->height;
    box->has_baseline = label->has_baseline;
}

Box *ez_layout_field(Layout *l, const EzNode *node, Room room)
{
    Field f = {.l = l, .node = node, .box = ez_layout_box(l, node)};
    double tall = ez_layout_tall(node, room, -1);
    f.pad = node->important || node->kind == EZ_NODE_BOX ? PADDING : 0;
    f.box->width = ez_layout_wide(node, room, room.wide);
    f.x = f.y = f.pad;
    f.wide = MAX(f.box->width - 2 * f.pad, 1);
    f.bottom = tall >= 0 ? MAX(tall - f.pad, 0) : -1;
    make_room(&f);
    measures[node->kind](&f);
    close_field(&f, tall);
    return f.box;
}
