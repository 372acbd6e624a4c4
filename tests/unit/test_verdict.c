// SPDX-License-Identifier: EUPL-1.2
// What preflight finds in a file of ours, as the author is told.
#include "engine/build/verdict.h"

#include <string.h>

static const EzPreflightRule rule = {
    "bleed", EZ_PREFLIGHT_PRESS, EZ_PREFLIGHT_ERROR, "own", {"it is wrong", "het is fout"}};

typedef struct World {
    EzSource *source;
    EzVerdictPage pages[2];
    const EzVerdictPage *order[2];
    EzVerdict verdict;
} World;

// A card with a place of its own, and a sheet without one.
static void set_up(World *world, const void *data)
{
    static const char text[] = "deck {\n  card { id = 'A' } }\n";
    world->source = ez_source_new("kit/decks/spel.lua", text, strlen(text));
    world->pages[0] = (EzVerdictPage){"A voorkant", {world->source, 2, 10, 8}};
    world->pages[1] = (EzVerdictPage){"Vel 1 voorkant", {0}};
    world->order[0] = &world->pages[0];
    world->order[1] = &world->pages[1];
    world->verdict = (EzVerdict){.file = "out/spel.pdf",
                                 .place = {world->source, 1, 1, 4},
                                 .face = "gezicht",
                                 .pages = world->order,
                                 .n_pages = 2};
}

static void tear_down(World *world, const void *data)
{
    ez_source_free(world->source);
}

static void assert_told(const World *world, EzPreflightFinding finding, int line,
                        const char *message, const char *hint)
{
    g_autoptr(EzDiags) diags = ez_diags_new();
    g_autoptr(GPtrArray) findings = g_ptr_array_new();
    EzPreflightReport report = {.findings = findings};
    finding.rule = &rule;
    g_ptr_array_add(findings, &finding);
    ez_verdict_tell(&world->verdict, &report, diags);
    g_assert_cmpint(ez_diags_count(diags), ==, 1);
    const EzDiag *diag = ez_diags_get(diags, 0);
    g_assert_cmpstr(diag->file, ==, "kit/decks/spel.lua");
    g_assert_cmpint(diag->line, ==, line);
    g_assert_cmpstr(diag->message, ==, message);
    g_assert_cmpstr(diag->hint, ==, hint);
}

static void test_a_card_is_told_at_its_place(World *world, const void *data)
{
    EzPreflightFinding finding = {
        .weight = EZ_PREFLIGHT_ERROR, .page = 1, .placed = true, .x = 12, .y = 3.04};
    assert_told(
        world, finding, 2,
        "out/spel.pdf: A voorkant: it is wrong; 12.0 mm from the left, 3.0 from the top",
        "look at kit/faces/gezicht.lua");
    world->verdict.language = EZ_PREFLIGHT_NL;
    world->verdict.face = NULL;
    assert_told(world, finding, 2,
                "out/spel.pdf: A voorkant: het is fout; 12.0 mm van links, 3.0 van boven",
                NULL);
}

static void test_a_sheet_is_named_and_its_deck_is_the_place(World *world, const void *data)
{
    EzPreflightFinding finding = {
        .weight = EZ_PREFLIGHT_ERROR, .page = 2, .detail = (char *)"DeviceRGB"};
    assert_told(world, finding, 1, "out/spel.pdf: Vel 1 voorkant: it is wrong: DeviceRGB",
                "look at kit/faces/gezicht.lua");
}

static void test_the_whole_file_is_told_at_its_deck(World *world, const void *data)
{
    static const int none[] = {0, 3, -1}; // a page that nobody drew is no page either
    for (gsize i = 0; i < G_N_ELEMENTS(none); i++) {
        EzPreflightFinding finding = {.weight = EZ_PREFLIGHT_ERROR, .page = none[i]};
        assert_told(world, finding, 1, "out/spel.pdf: it is wrong", NULL);
    }
}

static void test_what_is_no_error_is_not_told(World *world, const void *data)
{
    EzPreflightFinding warning = {.rule = &rule, .weight = EZ_PREFLIGHT_WARNING, .page = 1};
    EzPreflightFinding note = {.rule = &rule, .weight = EZ_PREFLIGHT_NOTE};
    g_autoptr(EzDiags) diags = ez_diags_new();
    g_autoptr(GPtrArray) findings = g_ptr_array_new();
    EzPreflightReport report = {.findings = findings};
    g_ptr_array_add(findings, &warning);
    g_ptr_array_add(findings, &note);
    ez_verdict_tell(&world->verdict, &report, diags);
    g_assert_cmpint(ez_diags_reports(diags), ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/verdict/a-card-is-told-at-its-place", World, NULL, set_up,
               test_a_card_is_told_at_its_place, tear_down);
    g_test_add("/verdict/a-sheet-is-named-and-its-deck-is-the-place", World, NULL, set_up,
               test_a_sheet_is_named_and_its_deck_is_the_place, tear_down);
    g_test_add("/verdict/the-whole-file-is-told-at-its-deck", World, NULL, set_up,
               test_the_whole_file_is_told_at_its_deck, tear_down);
    g_test_add("/verdict/what-is-no-error-is-not-told", World, NULL, set_up,
               test_what_is_no_error_is_not_told, tear_down);
    return g_test_run();
}
