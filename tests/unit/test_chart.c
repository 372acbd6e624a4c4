// SPDX-License-Identifier: EUPL-1.2
// Charts: what their data must be, the numbers that are made of it, how these are said, and how many marks stand where.
#include "engine/model/node.h"
#include "render/chart_words.h"
#include "render/layout.h"
#include "tests/support/test_kit.h"

#include <math.h>
#include <string.h>

#define LIST(...)                                                                              \
    {                                                                                          \
        (const double[]){__VA_ARGS__}, sizeof((double[]){__VA_ARGS__}) / sizeof(double), true  \
    }

// ---- numbers ---------------------------------------------------------------------------

static void test_median(void)
{
    const struct {
        EzNumbers answers;
        double median;
    } cases[] = {{LIST(3), 3}, {LIST(5, 1, 2), 2}, {LIST(4, 1, 3, 5), 3.5}, {{0}, 0}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpfloat(ez_numbers_median(&cases[i].answers), ==, cases[i].median);
}

static void test_consensus(void)
{
    const struct {
        EzNumbers answers;
        double consensus;
    } cases[] = {
        {LIST(3, 3, 3, 3), 1}, {LIST(1, 1, 5, 5), 0}, {LIST(2, 3, 3, 4), 0.792}, {{0}, 0}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpfloat_with_epsilon(ez_numbers_consensus(&cases[i].answers, 5),
                                       cases[i].consensus, 0.001);
}

static void test_equal_scores_keep_their_order(void)
{
    EzChart chart = {.kind = EZ_CHART_BARS, .values = LIST(9, 11, 9, 1)};
    int order[4];
    ez_chart_rank(&chart, order);
    g_assert_cmpmem(order, sizeof order, ((int[]){1, 0, 2, 3}), sizeof order);
}

// ---- faults ----------------------------------------------------------------------------

static void test_faults(void)
{
    static const EzText words;
    static const EzText *const texts[] = {&words, &words, &words};
    const EzNumbers round = LIST(1);
    const EzNumbers good = LIST(1, 2, NAN);
    const struct {
        EzChart chart;
        EzChartWrong wrong;
        const char *field;
    } cases[] = {
        {{.kind = EZ_CHART_KINDS}, EZ_CHART_LACKS, "kind"},
        {{.kind = EZ_CHART_DOTS, .points = 5}, EZ_CHART_LACKS, "answers"},
        {{.kind = EZ_CHART_DOTS, .points = 5, .answers = LIST(5)}, EZ_CHART_SOUND, NULL},
        {{.kind = EZ_CHART_DOTS, .points = 5, .answers = LIST(6)},
         EZ_CHART_OFF_SCALE,
         "answers"},
        {{.kind = EZ_CHART_DOTS, .points = 5, .answers = LIST(0)},
         EZ_CHART_OFF_SCALE,
         "answers"},
        {{.kind = EZ_CHART_DOTS, .points = 5, .answers = LIST(2.5)},
         EZ_CHART_OFF_SCALE,
         "answers"},
        {{.kind = EZ_CHART_DOTS, .points = 5, .answers = LIST(NAN)},
         EZ_CHART_OFF_SCALE,
         "answers"},
        {{.kind = EZ_CHART_DOTS, .points = 5, .answers = LIST(4), .labels = {texts, 3}},
         EZ_CHART_OFF_SCALE,
         "answers"},
        {{.kind = EZ_CHART_HISTOGRAM, .points = 5, .answers = LIST(4), .labels = {texts, 3}},
         EZ_CHART_UNEVEN,
         "labels"},
        {{.kind = EZ_CHART_HISTOGRAM, .points = 5, .answers = LIST(4), .hollow = true},
         EZ_CHART_STRANGE,
         "hollow"},
        {{.kind = EZ_CHART_STAIRS,
          .points = 5,
          .now = LIST(2.5),
          .later = LIST(1, 2),
          .labels = {texts, 1}},
         EZ_CHART_UNEVEN,
         "later"},
        {{.kind = EZ_CHART_SHIFT, .points = 5, .from = {&round, 1, true}, .labels = {texts, 1}},
         EZ_CHART_LACKS,
         "to"},
        {{.kind = EZ_CHART_SHIFT,
          .points = 5,
          .from = {&round, 1, true},
          .to = {&round, 1, true},
          .labels = {texts, 2}},
         EZ_CHART_UNEVEN,
         "from"},
        {{.kind = EZ_CHART_SHIFT,
          .points = 5,
          .from = {&round, 1, true},
          .to = {&good, 1, true},
          .labels = {texts, 1}},
         EZ_CHART_OFF_SCALE,
         "to"},
        {{.kind = EZ_CHART_ROUNDS, .rounds = {&round, 1, true}, .labels = {texts, 1}},
         EZ_CHART_LACKS,
         "quorum"},
        {{.kind = EZ_CHART_ROUNDS,
          .rounds = {&good, 1, true},
          .quorum = 2,
          .labels = {texts, 3}},
         EZ_CHART_OFF_SCALE,
         "rounds"},
        {{.kind = EZ_CHART_BARS, .values = LIST(-1), .labels = {texts, 1}},
         EZ_CHART_OFF_SCALE,
         "values"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        EzChartFault fault = ez_chart_fault(&cases[i].chart);
        if (fault.wrong != cases[i].wrong || g_strcmp0(fault.field, cases[i].field) != 0)
            ez_test_fault("case %d: fault %d of %s", (int)i, (int)fault.wrong, fault.field);
    }
}

// ---- what is said ----------------------------------------------------------------------

static void test_words(void)
{
    g_autoptr(EzArena) arena = ez_arena_new();
    EzChart dots = {.kind = EZ_CHART_DOTS, .points = 3, .answers = LIST(1, 2, 2, 3)};
    g_assert_cmpstr(ez_chart_alt(arena, &dots, 0, "en"), ==,
                    "A dot for each answer: 4 answers on a scale of 1 to 3. 1: 1. 2: 2. 3: 1. "
                    "The median, the middle answer, is 2.");
    dots.few = true;
    g_assert_cmpstr(ez_chart_alt(arena, &dots, 0, "nl-BE"), ==,
                    "Te weinig antwoorden om iets te zeggen.");
    EzChart zero = {
        .kind = EZ_CHART_HISTOGRAM, .points = 3, .below = -1, .answers = LIST(1, 1, 3)};
    g_assert_cmpstr(
        ez_chart_alt(arena, &zero, 0, "en"), ==,
        "Bar chart of 3 answers on a scale of 0 to 2. 0: 2. 1: 0. 2: 1. The median, "
        "the middle answer, is 0. The agreement is 0.08 (divided).");
    EzChart none = {.kind = EZ_CHART_BARS, .values = {NULL, 0, true}};
    g_assert_cmpstr(ez_chart_alt(arena, &none, 0, "fr"), ==, "There are no answers yet.");
    g_assert_cmpstr(ez_chart_number(arena, "nl", 3.5), ==, "3,5");
    g_assert_cmpstr(ez_chart_number(arena, "en", -0.001), ==, "0");
    g_assert_cmpstr(ez_chart_number(arena, "en", 2.0 / 3), ==, "0.67");
    g_assert_cmpstr(ez_chart_gap(arena, "nl", 4, 3), ==, "van 4 naar 3: 1 trede terug");
    g_assert_cmpstr(ez_chart_gap(arena, "en", 2, 3.5), ==, "from 2 to 3.5: 1.5 steps forward");
    g_assert_cmpstr(ez_chart_gap(arena, "en", 2, 2), ==, "stays at 2");
}

static void test_bands_of_agreement(void)
{
    const struct {
        EzNumbers answers;
        const char *nl;
    } cases[] = {{LIST(3, 3, 3), "1 (eens)"},
                 {LIST(2, 2, 4, 4), "0,58 (gemengd)"},
                 {LIST(1, 1, 5, 5), "0 (verdeeld)"}};
    g_autoptr(EzArena) arena = ez_arena_new();
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        EzChart chart = {.kind = EZ_CHART_HISTOGRAM, .points = 5, .answers = cases[i].answers};
        g_assert_cmpstr(ez_chart_agreement(arena, "nl", &chart), ==, cases[i].nl);
    }
}

// ---- what is drawn ---------------------------------------------------------------------

typedef struct Ground {
    char *folder;
    EzTestBench *bench;
    EzScene *scene;
} Ground;

static Ground open_ground(const char *size, const char *nodes)
{
    Ground ground = {.folder = ez_test_folder()};
    ez_test_put_sheet(ground.folder, size, nodes);
    ground.bench = ez_test_bench(ground.folder);
    ground.scene = ez_test_sheet(ground.bench, "sheet", "nl");
    return ground;
}

static void close_ground(Ground *ground)
{
    g_autofree char *mistakes = ez_test_mistakes(ground->bench);
    g_assert_cmpstr(mistakes, ==, "");
    ez_scene_free(ground->scene);
    ez_test_bench_free(ground->bench);
    ez_test_remove(ground->folder);
}

static bool is_circle(const EzItem *item)
{
    return item->kind == EZ_ITEM_PATH && item->path.path.n_steps == 6 &&
           item->path.path.steps[1].verb == EZ_CURVE;
}

static int item_count(const EzScene *scene)
{
    return ez_scene_page(scene, 0)->n_items;
}

static int count_circles(const EzScene *scene)
{
    int count = 0;
    for (int i = 0; i < item_count(scene); i++)
        count += is_circle(ez_scene_item(scene, i));
    return count;
}

// Answers spread over five columns: a Lua expression for n of them.
static char *many(int n)
{
    return g_strdup_printf(
        "(function() local a = {} for i = 1, %d do a[i] = i %% 7 %% 5 + 1 end "
        "return a end)()",
        n);
}

static void test_each_answer_is_a_dot(void)
{
    static const struct {
        int answers, width, dots;
    } cases[] = {{1, 60, 1},     {4, 25, 4},   {60, 100, 60}, {300, 174, 300},
                 {300, 60, 300}, {3000, 60, 0}}; // so many that columns and numbers say it
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *answers = many(cases[i].answers);
        g_autofree char *nodes =
            g_strdup_printf("chart { kind = 'dots', style = 'body', width = %d, answers = %s }",
                            cases[i].width, answers);
        Ground ground = open_ground("{ 200, 200 }", nodes);
        g_assert_cmpint(count_circles(ground.scene), ==, cases[i].dots);
        close_ground(&ground);
    }
}

// A task of whose answers there are too few has no mark at all.
static void test_a_shift_has_a_dot_for_each_answer(void)
{
    Ground ground = open_ground(
        "{ 174, 120 }", "chart { kind = 'shift', style = 'body', labels = { 'A', 'B' }, "
                        "from = { { 1, 1, 5 }, { 2 } }, to = { { 2, 3 }, {} } }");
    enum { LEGEND = 2 };
    g_assert_cmpint(count_circles(ground.scene), ==, LEGEND + 5);
    ez_test_words(ground.scene, 0, "Te weinig antwoorden");
    close_ground(&ground);
}

// Filled paths of three lines and a close.
static double wedge_x(const EzScene *scene)
{
    for (int i = 0; i < item_count(scene); i++) {
        const EzItem *item = ez_scene_item(scene, i);
        if (item->kind == EZ_ITEM_PATH && item->path.filled && item->path.path.n_steps == 4)
            return item->path.path.steps[0].x;
    }
    return NAN;
}

static void test_the_median_stands_under_its_point(void)
{
    static const struct {
        const char *answers;
        double x; // columns of 20 mm
    } cases[] = {{"1", 10}, {"1, 2, 5", 30}, {"3, 4", 60}, {"5, 5", 90}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        static const char *const kinds[] = {"dots", "histogram"};
        g_autofree char *nodes = g_strdup_printf(
            "chart { kind = '%s', style = 'body', width = 100, answers = { %s } }",
            kinds[i % 2], cases[i].answers);
        Ground ground = open_ground("{ 120, 120 }", nodes);
        g_assert_cmpfloat_with_epsilon(wedge_x(ground.scene), cases[i].x, 0.001);
        close_ground(&ground);
    }
}

// A dashed line lies as high above the base as a bar of that support is tall.
static void test_the_quorum_line_meets_a_bar_of_that_height(void)
{
    Ground ground = open_ground("{ 200, 100 }",
                                "chart { kind = 'rounds', style = 'body', labels = { 'A' }, "
                                "quorum = 6, rounds = { { 6 }, { 9 } } }");
    double dashes = NAN, bar = NAN;
    for (int i = 0; i < item_count(ground.scene); i++) {
        const EzItem *item = ez_scene_item(ground.scene, i);
        if (item->kind != EZ_ITEM_PATH)
            continue;
        EzRect r = ez_test_bounds(&item->path.path);
        if (item->path.stroke.dash[0] > 0 && r.width > 50)
            dashes = r.y;
        if (item->path.filled && isnan(bar) && r.width > 5.5 && r.x > 50)
            bar = r.y;
    }
    g_assert_cmpfloat_with_epsilon(dashes, bar, 0.001);
    close_ground(&ground);
}

// ---- words on charts -------------------------------------------------------------------

static bool overlap(EzRect a, EzRect b)
{
    double e = 0.01;
    return a.x + e < b.x + b.width && b.x + e < a.x + a.width && a.y + e < b.y + b.height &&
           b.y + e < a.y + a.height;
}

// What letters of 9 points cover: from the top of capitals to the baseline, so that lines of one text stay apart.
static EzRect ink_of(const EzItem *item)
{
    const EzGlyphRun *run = item->text.run;
    double tall = run->size * 25.4 / 72 * 0.68;
    return (EzRect){item->text.x + run->ink_left, item->text.y - tall,
                    run->ink_right - run->ink_left, tall};
}

static void check_words_apart(const EzScene *scene, const char *chart)
{
    g_autoptr(GArray) inks = g_array_new(FALSE, FALSE, sizeof(EzRect));
    for (int i = 0; i < item_count(scene); i++) {
        const EzItem *item = ez_scene_item(scene, i);
        if (item->kind != EZ_ITEM_TEXT)
            continue;
        EzRect ink = ink_of(item);
        for (guint k = 0; k < inks->len; k++)
            if (overlap(ink, g_array_index(inks, EzRect, k)))
                ez_test_fault("%s: words lie over each other at %g, %g", chart, ink.x, ink.y);
        g_array_append_val(inks, ink);
    }
}

// Names of twelve options, each of which wraps.
#define TWELVE                                                                                 \
    "(function() local t = {} for i = 1, 12 do t[i] = 'Optie ' .. i .. ' met een veel "        \
    "langere naam' "                                                                           \
    "end return t end)()"
#define NUMBERS(n) "(function() local a = {} for i = 1, 12 do a[i] = " n " end return a end)()"

static const char *const crowded[] = {
    "kind = 'dots', labels = " TWELVE ", answers = " NUMBERS("i"),
    "kind = 'histogram', points = 12, labels = " TWELVE ", answers = " NUMBERS("i"),
    "kind = 'stairs', labels = " TWELVE
    ", now = " NUMBERS("1 + i % 5") ", later = " NUMBERS("5 - i % 5") ", notes = " TWELVE,
    "kind = 'shift', labels = " TWELVE ", notes = " TWELVE
    ", from = " NUMBERS("{ i % 5 + 1, 3 }") ", to = " NUMBERS("{ 5, 1, i % 5 + 1 }"),
    "kind = 'rounds', labels = " TWELVE
    ", quorum = 7, rounds = { " NUMBERS("i") ", " NUMBERS("-i") ", " NUMBERS("12.25") " }",
    "kind = 'bars', labels = " TWELVE ", values = " NUMBERS("i * 1000 / 3"),
    "kind = 'bars', labels = { 'Eén' }, values = { 0 }",
};

static void test_words_never_lie_over_each_other(void)
{
    static const int widths[] = {174, 210, 400};
    for (size_t i = 0; i < G_N_ELEMENTS(crowded) * G_N_ELEMENTS(widths); i++) {
        const char *chart = crowded[i / G_N_ELEMENTS(widths)];
        g_autofree char *nodes = g_strdup_printf("chart { style = 'body', width = %d, %s }",
                                                 widths[i % G_N_ELEMENTS(widths)], chart);
        Ground ground = open_ground("{ 400, 400 }", nodes);
        check_words_apart(ground.scene, chart);
        close_ground(&ground);
    }
}

// ---- to who cannot see it --------------------------------------------------------------

static void test_a_chart_is_one_figure(void)
{
    Ground ground =
        open_ground("{ 120, 120 }", "chart { kind = 'bars', style = 'body', labels = "
                                    "{ '*A*', 'B' }, values = { 1, 2.5 } }");
    const EzTag *figure = NULL;
    for (int i = 0; i < ez_scene_tag_count(ground.scene); i++) {
        const EzTag *tag = ez_scene_tag(ground.scene, i);
        if (tag->leaf >= 0) {
            g_assert_null(figure);
            figure = tag;
        }
    }
    g_assert_cmpint(figure->role, ==, EZ_ROLE_FIGURE);
    g_assert_cmpstr(figure->alt, ==, "Scores van hoog naar laag. B: 2,5. A: 1.");
    for (int i = 0; i < item_count(ground.scene); i++)
        g_assert_cmpint(ez_scene_item(ground.scene, i)->leaf, ==, figure->leaf);
    close_ground(&ground);
}

// As a report makes it: no author, no file.
static void test_a_chart_made_in_c(void)
{
    static const char *const words[] = {"Ja", "Nee"};
    static const EzPlace places[1];
    const EzText labels[] = {{1, &words[0], places}, {1, &words[1], places}};
    const EzText *const texts[] = {&labels[0], &labels[1]};
    Ground ground = open_ground("{ 120, 40 }", "space {}");
    g_autoptr(EzScene) scene = ez_scene_new("nl", "Oogst");
    EzNode chart = ez_node_default(EZ_NODE_CHART), page = ez_node_default(EZ_NODE_PAGE);
    const EzNode *const children[] = {&chart};
    chart.style = "body";
    chart.chart.kind = EZ_CHART_DOTS;
    chart.chart.labels = (EzTexts){texts, 2};
    chart.chart.answers = (EzNumbers)LIST(2, 1, 2);
    page.children = children;
    page.n_children = 1;
    EzLayout layout = {.theme = ez_load_kit(ground.bench->load)->theme,
                       .typesetter = ground.bench->typesetter,
                       .language_code = "nl",
                       .diags = ground.bench->diags,
                       .scene = scene,
                       .width = 120,
                       .height = 40,
                       .label = "1",
                       .thing = "the report"};
    ez_scene_open(scene, EZ_ROLE_DOCUMENT, NULL);
    ez_layout_page(&layout, &page);
    ez_scene_close(scene);
    ez_scene_seal(scene);
    g_assert_cmpint(count_circles(scene), ==, 3);
    ez_test_words(scene, 0, "Nee");
    close_ground(&ground);
}

static void test_few_answers_leave_no_trace(void)
{
    Ground ground =
        open_ground("{ 120, 40 }", "chart { kind = 'histogram', style = 'body', few = "
                                   "true, answers = { 5, 5 }, alt = 'Twee vijven' }");
    g_autofree char *dump = ez_scene_dump(ground.scene);
    g_assert_nonnull(strstr(dump, "Te weinig antwoorden"));
    g_assert_null(strstr(dump, "vijven"));
    g_assert_null(strstr(dump, "path"));
    close_ground(&ground);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/chart/median", test_median);
    g_test_add_func("/chart/consensus", test_consensus);
    g_test_add_func("/chart/equal-scores-keep-their-order", test_equal_scores_keep_their_order);
    g_test_add_func("/chart/faults", test_faults);
    g_test_add_func("/chart/words", test_words);
    g_test_add_func("/chart/bands-of-agreement", test_bands_of_agreement);
    g_test_add_func("/chart/each-answer-is-a-dot", test_each_answer_is_a_dot);
    g_test_add_func("/chart/a-shift-has-a-dot-for-each-answer",
                    test_a_shift_has_a_dot_for_each_answer);
    g_test_add_func("/chart/the-median-stands-under-its-point",
                    test_the_median_stands_under_its_point);
    g_test_add_func("/chart/the-quorum-line-meets-a-bar-of-that-height",
                    test_the_quorum_line_meets_a_bar_of_that_height);
    g_test_add_func("/chart/words-never-lie-over-each-other",
                    test_words_never_lie_over_each_other);
    g_test_add_func("/chart/a-chart-is-one-figure", test_a_chart_is_one_figure);
    g_test_add_func("/chart/a-chart-made-in-c", test_a_chart_made_in_c);
    g_test_add_func("/chart/few-answers-leave-no-trace", test_few_answers_leave_no_trace);
    return g_test_run();
}
