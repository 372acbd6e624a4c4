// SPDX-License-Identifier: EUPL-1.2
// The arithmetic of sheets: how many cards a paper holds and how large, and that every back lies behind its front.
#include "print/imposition.h"

#include <glib.h>
#include <math.h>

static const EzSize a4 = {210, 297}, a3 = {297, 420};
static const EzSize a6 = {105, 148}, a7 = {74, 105}, poker = {63, 88};

static EzImposition impose(EzSize card, EzSize paper, double smallest, EzDuplex duplex)
{
    EzImposition p;
    EzImpositionOptions options = {card, paper, smallest, duplex, 0, 0, {0, 0}};
    g_assert_true(ez_impose(&options, &p));
    return p;
}

// ---- how many, and how large ---------------------------------------------------------------------

// At which 9 pt become 8.5.
#define NINE (8.5 / 9)

typedef struct Case {
    EzSize card, paper;
    double smallest;
    EzDuplex duplex;
    double wide; // of the paper as it lies
    int columns, rows, count;
    double scale, left, top;
} Case;

static const Case cases[] = {
    {a6, a4, NINE, EZ_DUPLEX_LONG, 210, 2, 2, 4, 0.945, 5.775, 8.64},
    {a6, a4, 0.9, EZ_DUPLEX_LONG, 210, 2, 2, 4, 0.945, 5.775, 8.64},
    {a6, a4, 1, EZ_DUPLEX_LONG, 297, 2, 1, 2, 1, 43.5, 31},
    {a7, a4, NINE, EZ_DUPLEX_LONG, 297, 4, 2, 8, 0.945, 8.64, 5.775},
    {a7, a4, 1, EZ_DUPLEX_LONG, 210, 2, 2, 4, 1, 31, 43.5},
    {poker, a4, NINE, EZ_DUPLEX_LONG, 210, 3, 3, 9, 1, 10.5, 16.5},
    {poker, a4, 1, EZ_DUPLEX_LONG, 210, 3, 3, 9, 1, 10.5, 16.5},
    {poker, a4, 0.9, EZ_DUPLEX_LONG, 297, 5, 2, 10, 0.906, 5.805, 25.272},
    // 8.8 pt would need 96.6 %: there two cards fit, and so they do at their own size.
    {a6, a4, 8.5 / 8.8, EZ_DUPLEX_LONG, 297, 2, 1, 2, 1, 43.5, 31},
    {a6, a3, NINE, EZ_DUPLEX_LONG, 420, 4, 2, 8, 0.964, 7.56, 5.828},
    {a7, a3, NINE, EZ_DUPLEX_LONG, 297, 4, 4, 16, 0.964, 5.828, 7.56},
    {{210, 297}, a4, 0.9, EZ_DUPLEX_LONG, 210, 1, 1, 1, 0.945, 5.775, 8.1675},
    {{297, 210}, a4, 0.9, EZ_DUPLEX_LONG, 297, 1, 1, 1, 0.945, 8.1675, 5.775},
    {{99.25, 142.75}, a4, 1, EZ_DUPLEX_LONG, 210, 2, 2, 4, 1, 5.75, 5.75},
    // Half the paper holds the fronts.
    {a6, a4, NINE, EZ_DUPLEX_FOLD, 210, 2, 2, 2, 0.945, 5.775, 8.64},
    {a7, a4, NINE, EZ_DUPLEX_FOLD, 297, 4, 2, 4, 0.945, 8.64, 5.775},
    {poker, a4, 1, EZ_DUPLEX_FOLD, 297, 4, 2, 4, 1, 22.5, 17},
};

static void assert_near(double found, double expected)
{
    g_assert_cmpfloat_with_epsilon(found, expected, 1e-6);
}

static void test_holds_as_many_as_it_can(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        const Case *c = &cases[i];
        EzImposition p = impose(c->card, c->paper, c->smallest, c->duplex);
        g_test_message("case %d: %d x %d at %g", (int)i, p.columns, p.rows, p.scale);
        assert_near(p.paper.width, c->wide);
        g_assert_cmpint(p.columns, ==, c->columns);
        g_assert_cmpint(p.rows, ==, c->rows);
        g_assert_cmpint(p.count, ==, c->count);
        assert_near(p.scale, c->scale);
        assert_near(p.left, c->left);
        assert_near(p.top, c->top);
    }
}

static void test_refuses_what_is_larger_than_the_paper(void)
{
    EzImposition p;
    EzImpositionOptions large = {a4, a4, 1, EZ_DUPLEX_LONG, 0, 0, {0, 0}};
    g_assert_false(ez_impose(&large, &p));
    large.smallest = 0.95; // it would need 94.5 %
    g_assert_false(ez_impose(&large, &p));
    EzImpositionOptions lone = {{150, 230}, a4, 0.9, EZ_DUPLEX_FOLD, 0, 0, {0, 0}};
    g_assert_false(ez_impose(&lone, &p)); // a front fits, and no back beside it
    EzImpositionOptions long_one = {{20, 420}, a3, 1, EZ_DUPLEX_NONE, 0, 0, {0, 0}};
    g_assert_false(ez_impose(&long_one, &p));
}

static const struct {
    EzSize page, paper;
    bool keep, fits;
    double scale, wide, left, top;
} pages[] = {
    {{420, 297}, {210, 297}, false, true, 0.707, 297, 0.03, 0.0105},
    {{297, 420}, {210, 297}, false, true, 0.707, 210, 0.0105, 0.03},
    {{210, 297}, {210, 297}, false, true, 1, 210, 0, 0},
    {{297, 210}, {297, 420}, false, true, 1, 420, 61.5, 43.5}, // never enlarged
    {{420, 297}, {210, 297}, true, false, 1, 297, -61.5, -43.5},
    {{210, 297}, {210, 297}, true, true, 1, 210, 0, 0},
    {{200, 200}, {210, 297}, false, true, 1, 210, 5, 48.5},
};

static void test_a_page_fills_the_paper(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(pages); i++) {
        EzImposition p;
        g_assert_true(ez_impose_page(pages[i].page, pages[i].paper, pages[i].keep, &p) ==
                      pages[i].fits);
        assert_near(p.scale, pages[i].scale);
        assert_near(p.paper.width, pages[i].wide);
        assert_near(p.left, pages[i].left);
        assert_near(p.top, pages[i].top);
        g_assert_cmpint(p.count, ==, 1);
    }
}

// ---- where cards stand ---------------------------------------------------------------------------

static const struct {
    EzDuplex duplex;
    EzSize card;
    int i;
    double x, y;
    bool turned;
} backs[] = {
    {EZ_DUPLEX_LONG, {105, 148}, 0, 105, 8.64, false},
    {EZ_DUPLEX_LONG, {105, 148}, 3, 5.775, 148.5, false},
    {EZ_DUPLEX_SHORT, {105, 148}, 0, 5.775, 148.5, true},
    {EZ_DUPLEX_SHORT, {105, 148}, 3, 105, 8.64, true},
    {EZ_DUPLEX_NONE, {105, 148}, 1, 105, 8.64, false},
    {EZ_DUPLEX_FOLD, {105, 148}, 1, 105, 148.5, false},
    // The paper lies: its long edge is above.
    {EZ_DUPLEX_LONG, {74, 105}, 0, 8.64, 105, true},
    {EZ_DUPLEX_SHORT, {74, 105}, 0, 218.43, 5.775, false},
    {EZ_DUPLEX_FOLD, {74, 105}, 3, 148.5, 105, false},
};

static void test_backs_stand_where_the_turn_brings_them(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(backs); i++) {
        EzImposition p = impose(backs[i].card, a4, NINE, backs[i].duplex);
        EzCell cell = ez_imposition_cell(&p, backs[i].i, EZ_BACK);
        assert_near(cell.x, backs[i].x);
        assert_near(cell.y, backs[i].y);
        g_assert_true(cell.turned == backs[i].turned);
    }
}

static void test_a_fold_across_stands_backs_on_their_heads(void)
{
    EzImposition p = impose((EzSize){150, 130}, a4, 1, EZ_DUPLEX_FOLD);
    EzCell back = ez_imposition_cell(&p, 0, EZ_BACK);
    g_assert_true(p.fold_across);
    g_assert_true(back.turned);
    assert_near(back.y, 148.5);
    g_assert_false(ez_imposition_cell(&p, 0, EZ_FRONT).turned);
}

static void test_an_offset_moves_backs_and_their_marks(void)
{
    EzImposition p, still = impose(a6, a4, NINE, EZ_DUPLEX_LONG);
    EzImpositionOptions options = {a6, a4, NINE, EZ_DUPLEX_LONG, 1.5, -0.5, {0, 0}};
    g_assert_true(ez_impose(&options, &p));
    EzCell front = ez_imposition_cell(&p, 1, EZ_FRONT),
           back = ez_imposition_cell(&p, 1, EZ_BACK);
    assert_near(front.x, 105);
    assert_near(back.x, 5.775 + 1.5);
    assert_near(back.y, 8.64 - 0.5);
    for (int i = 0; i < ez_imposition_mark_count(&p); i++) {
        EzSheetMark moved = ez_imposition_mark(&p, i, EZ_BACK);
        EzSheetMark mark = ez_imposition_mark(&still, i, EZ_BACK);
        assert_near(moved.x1 - mark.x1, 1.5);
        assert_near(moved.y2 - mark.y2, -0.5);
        assert_near(ez_imposition_mark(&p, i, EZ_FRONT).x1, mark.x1);
    }
}

static void test_a_fold_is_marked_and_not_cut(void)
{
    EzImposition p = impose(a7, a4, NINE, EZ_DUPLEX_FOLD);
    int folds = 0;
    for (int i = 0; i < ez_imposition_mark_count(&p); i++) {
        EzSheetMark mark = ez_imposition_mark(&p, i, EZ_FRONT);
        folds += mark.fold;
        if (mark.fold)
            assert_near(mark.x1, 148.5);
    }
    g_assert_cmpint(ez_imposition_mark_count(&p), ==, 16);
    g_assert_cmpint(folds, ==, 2);
}

// ---- paper that was cut, and printers ------------------------------------------------------------

static const EzGrid avery = {
    .paper = {210, 297}, .cell = {85, 54}, 2, 5, 15, 13.5, .step = {95, 54}};

static void test_cut_paper_has_its_own_places(void)
{
    EzImposition p;
    EzImpositionOptions options = {avery.cell, {0, 0}, 1, EZ_DUPLEX_LONG, 0, 0, {0, 0}};
    g_assert_true(ez_impose_grid(&avery, &options, &p));
    g_assert_cmpint(p.count, ==, 10);
    g_assert_cmpint(ez_imposition_mark_count(&p), ==, 0);
    for (int i = 0; i < 10; i++) {
        EzCell front = ez_imposition_cell(&p, i, EZ_FRONT),
               back = ez_imposition_cell(&p, i, EZ_BACK);
        assert_near(front.x, i % 2 == 0 ? 15 : 110);
        assert_near(front.y, 13.5 + i / 2 * 54);
        assert_near(back.x, i % 2 == 0 ? 110 : 15);
        assert_near(back.y, front.y);
        assert_near(front.width, 85);
    }
    options.back_x = 0.5;
    g_assert_true(ez_impose_grid(&avery, &options, &p));
    assert_near(ez_imposition_cell(&p, 0, EZ_BACK).x, 110.5);
}

static void test_cut_paper_takes_one_size(void)
{
    EzImposition p;
    static const EzSize others[] = {{54, 85}, {85, 54.1}, {84.9, 54}, {105, 148}};
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
        EzImpositionOptions options = {others[i], {0, 0}, 1, EZ_DUPLEX_LONG, 0, 0, {0, 0}};
        g_assert_false(ez_impose_grid(&avery, &options, &p));
    }
}

static void test_a_printer_leaves_its_margin_white(void)
{
    EzImposition p;
    EzImpositionOptions options = {a7, a4, 0.9, EZ_DUPLEX_LONG, 0, 0, {7.85, 14.2}};
    g_assert_true(ez_impose(&options, &p));
    bool lies = p.paper.width > p.paper.height;
    g_assert_true(lies && p.count == 8); // the wide margin is at its left and right
    assert_near(p.scale, 0.907);
    g_assert_cmpfloat(p.left, >=, 14.2);
    g_assert_cmpfloat(p.top, >=, 7.85);
}

// ---- all sizes -----------------------------------------------------------------------------------

// Where a point of the back comes to lie, as seen from the front.
static EzCell turned_over(const EzImposition *p, EzCell cell)
{
    if (p->duplex == EZ_DUPLEX_NONE)
        return cell;
    if (ez_imposition_turns_sideways(p))
        cell.x = p->paper.width - (cell.x + cell.width);
    else
        cell.y = p->paper.height - (cell.y + cell.height);
    return cell;
}

static bool is_apart(EzCell a, EzCell b)
{
    const double touch = 1e-6;
    return a.x + a.width <= b.x + touch || b.x + b.width <= a.x + touch ||
           a.y + a.height <= b.y + touch || b.y + b.height <= a.y + touch;
}

static bool is_inside(const EzImposition *p, EzCell cell)
{
    double margin = EZ_SHEET_MARGIN - 1e-6;
    return cell.x >= margin && cell.y >= margin &&
           cell.x + cell.width <= p->paper.width - margin &&
           cell.y + cell.height <= p->paper.height - margin;
}

static void check_cells(const EzImposition *p)
{
    for (int i = 0; i < p->count; i++) {
        EzCell front = ez_imposition_cell(p, i, EZ_FRONT);
        EzCell back = ez_imposition_cell(p, i, EZ_BACK), seen = turned_over(p, back);
        g_assert_true(is_inside(p, front) && is_inside(p, back));
        g_assert_true(fabs(seen.x - front.x) < 0.01 && fabs(seen.y - front.y) < 0.01);
        g_assert_true(seen.width == front.width && seen.height == front.height);
        g_assert_true(!front.turned);
        for (int k = 0; k < i; k++)
            g_assert_true(is_apart(front, ez_imposition_cell(p, k, EZ_FRONT)));
        for (int k = 0; p->duplex == EZ_DUPLEX_FOLD && k < p->count; k++)
            g_assert_true(is_apart(back, ez_imposition_cell(p, k, EZ_FRONT)));
    }
}

static EzCell box_of(EzSheetMark mark)
{
    return (EzCell){fmin(mark.x1, mark.x2), fmin(mark.y1, mark.y2), fabs(mark.x2 - mark.x1),
                    fabs(mark.y2 - mark.y1), false};
}

static void check_marks(const EzImposition *p)
{
    for (int i = 0; i < ez_imposition_mark_count(p); i++) {
        EzCell mark = box_of(ez_imposition_mark(p, i, EZ_FRONT));
        assert_near(mark.width + mark.height, EZ_MARK_LENGTH);
        g_assert_true(mark.x > 0 && mark.x + mark.width < p->paper.width);
        g_assert_true(mark.y > 0 && mark.y + mark.height < p->paper.height);
        for (int k = 0; k < p->count; k++)
            for (EzSide side = EZ_FRONT; side <= EZ_BACK; side++)
                g_assert_true(is_apart(mark, ez_imposition_cell(p, k, side)));
    }
}

static void check_size(EzSize card, EzSize paper, double smallest, EzDuplex duplex)
{
    EzImposition p;
    EzImpositionOptions options = {card, paper, smallest, duplex, 0, 0, {0, 0}};
    if (!ez_impose(&options, &p)) // only when there is no room at all
        return;
    g_assert_true(p.scale >= smallest && p.scale <= 1);
    check_cells(&p);
    check_marks(&p);
    EzImpositionOptions same = {card, paper, 1, duplex, 0, 0, {0, 0}};
    EzImposition full;
    if (ez_impose(&same, &full))
        g_assert_cmpint(full.count, <=, p.count);
}

static void test_every_back_lies_behind_its_front(void)
{
    static const double scales[] = {0.9, NINE, 1};
    for (double wide = 40; wide <= 200; wide += 1)
        for (double tall = wide - 20; tall <= 200; tall += 3)
            for (int i = 0; i < 3 * 2 * 4; i++)
                check_size((EzSize){wide, MAX(tall, 40)}, i % 2 == 0 ? a4 : a3,
                           scales[i / 2 % 3], (EzDuplex)(i / 6));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/imposition/holds-as-many-as-it-can", test_holds_as_many_as_it_can);
    g_test_add_func("/imposition/refuses-what-is-larger-than-the-paper",
                    test_refuses_what_is_larger_than_the_paper);
    g_test_add_func("/imposition/a-page-fills-the-paper", test_a_page_fills_the_paper);
    g_test_add_func("/imposition/backs-stand-where-the-turn-brings-them",
                    test_backs_stand_where_the_turn_brings_them);
    g_test_add_func("/imposition/a-fold-across-stands-backs-on-their-heads",
                    test_a_fold_across_stands_backs_on_their_heads);
    g_test_add_func("/imposition/an-offset-moves-backs-and-their-marks",
                    test_an_offset_moves_backs_and_their_marks);
    g_test_add_func("/imposition/a-fold-is-marked-and-not-cut",
                    test_a_fold_is_marked_and_not_cut);
    g_test_add_func("/imposition/cut-paper-has-its-own-places",
                    test_cut_paper_has_its_own_places);
    g_test_add_func("/imposition/cut-paper-takes-one-size", test_cut_paper_takes_one_size);
    g_test_add_func("/imposition/a-printer-leaves-its-margin-white",
                    test_a_printer_leaves_its_margin_white);
    g_test_add_func("/imposition/every-back-lies-behind-its-front",
                    test_every_back_lies_behind_its_front);
    return g_test_run();
}
