// SPDX-License-Identifier: EUPL-1.2
#include "print/imposition.h"

#include <math.h>

const char *const ez_duplex_words[] = {"long", "short", "fold", "none", NULL};

// What is compared here are sums of a few lengths.
static const double TINY = 1e-9;

// ---- how many, and how large ---------------------------------------------------------------------

// How many lengths of `size` stand side by side in `room`.
static int fitting(double room, double size)
{
    return room > 0 ? (int)floor(room / size + TINY) : 0;
}

// Rounded down to a thousandth: a scale is told in tenths of a percent, and the told one is the true one.
static double rounded_down(double scale)
{
    return floor(scale * 1000 + 1e-6) / 1000;
}

static double rounded_up(double scale)
{
    return ceil(scale * 1000 - 1e-6) / 1000;
}

// What stays free at the edges of the paper as it lies.
static EzSize margin_of(const EzImpositionOptions *o, EzSize paper)
{
    EzSize margin = o->margin;
    if (margin.width <= 0)
        margin = (EzSize){EZ_SHEET_MARGIN, EZ_SHEET_MARGIN};
    return paper.width <= paper.height ? margin : (EzSize){margin.height, margin.width};
}

// So many columns and rows, as large as they can be.
static EzImposition spread(const EzImpositionOptions *o, EzSize paper, int columns, int rows)
{
    EzImposition p = {.paper = paper, .columns = columns, .rows = rows, .duplex = o->duplex};
    p.margin = margin_of(o, paper);
    p.count = columns * rows;
    if (p.count == 0)
        return p;
    double wide = (paper.width - 2 * p.margin.width) / (columns * o->card.width);
    double tall = (paper.height - 2 * p.margin.height) / (rows * o->card.height);
    p.scale = rounded_down(fmin(1, fmin(wide, tall)));
    p.cell = p.step = (EzSize){o->card.width * p.scale, o->card.height * p.scale};
    p.left = (paper.width - columns * p.cell.width) / 2;
    p.top = (paper.height - rows * p.cell.height) / 2;
    p.back_x = o->back_x;
    p.back_y = o->back_y;
    return p;
}

static EzImposition better(EzImposition a, EzImposition b)
{
    if (b.count != a.count)
        return b.count > a.count ? b : a;
    return b.scale > a.scale ? b : a;
}

static EzImposition lay(const EzImpositionOptions *o, EzSize paper)
{
    double smallest = rounded_up(o->smallest);
    EzSize margin = margin_of(o, paper);
    int columns = fitting(paper.width - 2 * margin.width, o->card.width * smallest);
    int rows = fitting(paper.height - 2 * margin.height, o->card.height * smallest);
    if (o->duplex != EZ_DUPLEX_FOLD)
        return spread(o, paper, columns, rows);
    // The fold runs through the middle, with as many cards on either side of it.
    EzImposition beside = spread(o, paper, columns / 2 * 2, rows);
    EzImposition across = spread(o, paper, columns, rows / 2 * 2);
    across.fold_across = true;
    EzImposition best = better(beside, across);
    best.count /= 2;
    return best;
}

static EzSize upright(EzSize paper)
{
    return paper.width <= paper.height ? paper : (EzSize){paper.height, paper.width};
}

bool ez_impose(const EzImpositionOptions *options, EzImposition *imposition)
{
    EzSize paper = upright(options->paper), lying = {paper.height, paper.width};
    *imposition = better(lay(options, paper), lay(options, lying));
    return imposition->count > 0;
}

bool ez_impose_page(EzSize page, EzSize paper, bool keep, EzImposition *imposition)
{
    EzSize sheet = upright(paper);
    if (page.width > page.height)
        sheet = (EzSize){sheet.height, sheet.width};
    double fit = fmin(sheet.width / page.width, sheet.height / page.height);
    // A3 on A4 is 0.70707 one way and 0.70714 the other: rounded down it stays on the paper.
    double scale = keep ? 1 : rounded_down(fmin(1, fit));
    EzSize cell = {page.width * scale, page.height * scale};
    *imposition = (EzImposition){.paper = sheet,
                                 .columns = 1,
                                 .rows = 1,
                                 .count = 1,
                                 .scale = scale,
                                 .cell = cell,
                                 .step = cell,
                                 .margin = {EZ_SHEET_MARGIN, EZ_SHEET_MARGIN},
                                 .left = (sheet.width - cell.width) / 2,
                                 .top = (sheet.height - cell.height) / 2,
                                 .duplex = EZ_DUPLEX_NONE};
    return scale > 0 && fit >= scale - TINY;
}

bool ez_impose_grid(const EzGrid *grid, const EzImpositionOptions *options,
                    EzImposition *imposition)
{
    const double slack = 0.05; // mm; sizes in inches are no round millimetres
    *imposition = (EzImposition){.paper = grid->paper,
                                 .columns = grid->columns,
                                 .rows = grid->rows,
                                 .count = grid->columns * grid->rows,
                                 .scale = 1,
                                 .cell = grid->cell,
                                 .step = grid->step,
                                 .left = grid->left,
                                 .top = grid->top,
                                 .margin = {EZ_SHEET_MARGIN, EZ_SHEET_MARGIN},
                                 .cut = true,
                                 .duplex = options->duplex,
                                 .back_x = options->back_x,
                                 .back_y = options->back_y};
    return fabs(options->card.width - grid->cell.width) < slack &&
           fabs(options->card.height - grid->cell.height) < slack;
}

// ---- where cards stand -----------------------------------------------------------------------------

bool ez_imposition_turns_sideways(const EzImposition *imposition)
{
    bool is_upright = imposition->paper.width <= imposition->paper.height;
    if (imposition->duplex == EZ_DUPLEX_FOLD)
        return !imposition->fold_across;
    return (imposition->duplex == EZ_DUPLEX_SHORT) != is_upright;
}

// Over the middle of the paper: what a turn or a fold brings behind the cell. What is turned head
// over heels must stand on its head to be read upright.
static EzCell mirrored(const EzImposition *p, EzCell cell)
{
    if (ez_imposition_turns_sideways(p))
        cell.x = p->paper.width - cell.x - cell.width;
    else
        cell.y = p->paper.height - cell.y - cell.height;
    cell.turned = !ez_imposition_turns_sideways(p);
    return cell;
}

static bool is_moved(const EzImposition *p, EzSide side)
{
    return side == EZ_BACK && p->duplex != EZ_DUPLEX_FOLD;
}

EzCell ez_imposition_cell(const EzImposition *imposition, int i, EzSide side)
{
    const EzImposition *p = imposition;
    bool halved = p->duplex == EZ_DUPLEX_FOLD && !p->fold_across;
    int columns = halved ? p->columns / 2 : p->columns;
    int column = i % columns, row = i / columns;
    EzCell cell = {.x = p->left + column * p->step.width,
                   .y = p->top + row * p->step.height,
                   .width = p->cell.width,
                   .height = p->cell.height};
    if (side == EZ_BACK && p->duplex != EZ_DUPLEX_NONE)
        cell = mirrored(p, cell);
    cell.x += is_moved(p, side) ? p->back_x : 0;
    cell.y += is_moved(p, side) ? p->back_y : 0;
    return cell;
}

// ---- marks -------------------------------------------------------------------------------------------

// Each line has a mark at both its ends.
int ez_imposition_mark_count(const EzImposition *imposition)
{
    return imposition->cut ? 0 : 2 * (imposition->columns + 1 + imposition->rows + 1);
}

// At the first or last end of a line between cards that reach from `from` to `to`.
static void span_mark(double from, double to, bool last, double *start, double *end)
{
    double near = last ? to + EZ_MARK_GAP : from - EZ_MARK_GAP;
    *start = last ? near : near - EZ_MARK_LENGTH;
    *end = last ? near + EZ_MARK_LENGTH : near;
}

static EzSheetMark upright_mark(const EzImposition *p, int line, bool last)
{
    EzSheetMark mark = {.x1 = p->left + line * p->cell.width};
    mark.x2 = mark.x1;
    span_mark(p->top, p->top + p->rows * p->cell.height, last, &mark.y1, &mark.y2);
    mark.fold = p->duplex == EZ_DUPLEX_FOLD && !p->fold_across && line * 2 == p->columns;
    return mark;
}

static EzSheetMark lying_mark(const EzImposition *p, int line, bool last)
{
    EzSheetMark mark = {.y1 = p->top + line * p->cell.height};
    mark.y2 = mark.y1;
    span_mark(p->left, p->left + p->columns * p->cell.width, last, &mark.x1, &mark.x2);
    mark.fold = p->duplex == EZ_DUPLEX_FOLD && p->fold_across && line * 2 == p->rows;
    return mark;
}

EzSheetMark ez_imposition_mark(const EzImposition *imposition, int i, EzSide side)
{
    const EzImposition *p = imposition;
    int line = i / 2;
    EzSheetMark mark = line <= p->columns ? upright_mark(p, line, i % 2 == 1)
                                          : lying_mark(p, line - p->columns - 1, i % 2 == 1);
    // The cards stand in the middle, so a turn of the paper leaves the marks where they are.
    if (is_moved(p, side)) {
        mark.x1 += p->back_x;
        mark.x2 += p->back_x;
        mark.y1 += p->back_y;
        mark.y2 += p->back_y;
    }
    return mark;
}
