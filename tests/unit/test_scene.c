// SPDX-License-Identifier: EUPL-1.2
// Scenes: what is built is what is asked back; the dump is compared with tests/golden/scene.
// EZ_GOLDEN_WRITE=1 writes the goldens anew.
#include "render/scene_digest.h"
#include "render/scene_form.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static EzColour hex(const char *text)
{
    EzColour colour = {0};
    g_assert_true(ez_colour_parse_hex(text, &colour));
    return colour;
}

static EzColour named(const char *text, const char *name)
{
    EzColour colour = hex(text);
    colour.name = name;
    return colour;
}

static EzFonts *open_fonts(void)
{
    g_autofree char *folder = g_build_filename(g_getenv("EZ_SOURCE"), "kit", "fonts", NULL);
    g_autoptr(GError) error = NULL;
    EzFonts *fonts = ez_fonts_new((const char *[]){folder, NULL}, &error);
    g_assert_no_error(error);
    return fonts;
}

static void put_text(EzScene *scene, EzFonts *fonts, EzSpan span, double x, double y,
                     EzSetting setting)
{
    g_autoptr(EzTypesetter) typesetter = ez_typesetter_new(fonts, NULL);
    const EzParagraph *paragraph =
        ez_paragraph_set(typesetter, ez_scene_arena(scene), &span, 1, 60, setting);
    for (int i = 0; i < paragraph->n_lines; i++)
        for (int k = 0; k < paragraph->lines[i].n_runs; k++)
            ez_scene_text(scene, &paragraph->lines[i].runs[k], x, y + i * span.size * 0.45,
                          named("#1E2420", "ink"));
}

static void put_rect(EzScene *scene, EzRect rect, EzColour fill)
{
    EzPath path = {0};
    ez_path_rect(scene, &path, rect, 0);
    ez_scene_path(scene, path, &fill, (EzStroke){0});
}

// ---- goldens -------------------------------------------------------------------

// A card's front: a band to the bleed, a title, a body in two languages.
static EzScene *card_scene(EzFonts *fonts)
{
    EzScene *scene = ez_scene_new("nl", "Wortelwerk \"proef\"");
    EzSpan title = {.text = "Zoek een partner met een andere werkwijze",
                    .font = ez_fonts_find(fonts, "Literata", 600, false),
                    .size = 18,
                    .language = "nl"};
    EzSpan body = {.text = "Ask the one who can → do it 20\u00A0% \"better\".",
                   .font = ez_fonts_find(fonts, "Atkinson Hyperlegible Next", 400, false),
                   .size = 9,
                   .language = "en"};
    ez_scene_begin_page(scene, 105, 148, 3, "N01 voorkant");
    put_rect(scene, (EzRect){-3, -3, 111, 12},
             ez_colour_tint(named("#00687A", "verbinden"), 0.12));
    ez_scene_open(scene, EZ_ROLE_SECTION, NULL);
    ez_scene_begin_leaf(scene, EZ_ROLE_H1, NULL, NULL, NULL);
    put_text(scene, fonts, title, 7, 24.4, EZ_SETTING_BALANCE);
    ez_scene_end_leaf(scene);
    ez_scene_begin_leaf(scene, EZ_ROLE_PARAGRAPH, "en", NULL, NULL);
    put_text(scene, fonts, body, 7, 60, EZ_SETTING_PRETTY);
    ez_scene_end_leaf(scene);
    ez_scene_close(scene);
    ez_scene_end_page(scene);
    return scene;
}

// Shapes of every kind, a clip within a clip, figures.
static EzScene *shapes_scene(EzFonts *fonts)
{
    EzScene *scene = ez_scene_new("en", NULL);
    EzColour teal = named("#00687A", "verbinden");
    teal.has_cmyk = true;
    teal.c = 1;
    teal.k = 0.35;
    EzPath circle = {0}, pie = {0}, wave = {0}, box = {0};
    ez_scene_begin_page(scene, 63, 88, 0, "back");
    ez_path_circle(scene, &circle, 20, 20, 8);
    ez_path_move(scene, &pie, 40, 20);
    ez_path_arc(scene, &pie, 40, 20, 8, 0, 1.5 * G_PI);
    ez_path_close(scene, &pie);
    ez_path_move(scene, &wave, 0, 40.00049);
    ez_path_curve(scene, &wave, 10, 30, 20, 50.12345, 30, -0.0001);
    ez_path_rect(scene, &box, (EzRect){5, 60, 20, 6}, 99);
    ez_scene_clip(scene, (EzRect){0, 0, 63, 44});
    ez_scene_begin_leaf(scene, EZ_ROLE_FIGURE, NULL, "A circle", NULL);
    ez_scene_clip(scene, (EzRect){10, 10, 10, 10});
    ez_scene_path(scene, circle, &teal, (EzStroke){.width = 0.4, .colour = hex("#1E2420")});
    ez_scene_unclip(scene);
    ez_scene_end_leaf(scene);
    ez_scene_unclip(scene);
    ez_scene_begin_leaf(scene, EZ_ROLE_SPAN, NULL, NULL, "three\nquarters");
    ez_scene_path(scene, pie, &teal, (EzStroke){0});
    ez_scene_end_leaf(scene);
    ez_scene_path(
        scene, wave, NULL,
        (EzStroke){.width = 0.25, .colour = teal, .cap = EZ_CAP_ROUND, .dash = {1, 2}});
    ez_scene_path(scene, box, &EZ_WHITE, (EzStroke){0});
    ez_scene_end_page(scene);
    return scene;
}

// Two pages under one group, languages handed down, things that come to nothing.
static EzScene *tree_scene(EzFonts *fonts)
{
    EzScene *scene = ez_scene_new("nl", "Boom");
    ez_scene_open(scene, EZ_ROLE_DOCUMENT, NULL);
    for (int i = 0; i < 2; i++) {
        ez_scene_open(scene, EZ_ROLE_LIST, i == 0 ? NULL : "en");
        ez_scene_begin_page(scene, 63, 88, 3, i == 0 ? "voor" : "achter");
        for (int k = 0; k < 2; k++) {
            ez_scene_begin_leaf(scene, EZ_ROLE_LIST_ITEM, k == 0 ? NULL : "la", NULL, NULL);
            put_rect(scene, (EzRect){10 * k, 10, 5, 5}, hex("#000000"));
            ez_scene_end_leaf(scene);
        }
        ez_scene_begin_leaf(scene, EZ_ROLE_FIGURE, NULL, "nothing", NULL);
        ez_scene_end_leaf(scene);
        ez_scene_end_page(scene);
        ez_scene_open(scene, EZ_ROLE_QUOTE, NULL);
        ez_scene_close(scene);
        ez_scene_close(scene);
    }
    ez_scene_close(scene);
    return scene;
}

typedef struct Golden {
    const char *name;
    EzScene *(*make)(EzFonts *fonts);
} Golden;

static const Golden GOLDENS[] = {
    {"card", card_scene}, {"shapes", shapes_scene}, {"tree", tree_scene}};

static void assert_golden(const char *name, const char *found)
{
    g_autofree char *file = g_strconcat(name, ".txt", NULL);
    g_autofree char *path =
        g_build_filename(g_getenv("EZ_SOURCE"), "tests", "golden", "scene", file, NULL);
    g_autofree char *want = NULL;
    if (g_getenv("EZ_GOLDEN_WRITE") != NULL)
        g_assert_true(g_file_set_contents(path, found, -1, NULL));
    g_assert_true(g_file_get_contents(path, &want, NULL, NULL));
    g_assert_cmpstr(found, ==, want);
}

static void test_dumps_are_the_goldens(void)
{
    g_autoptr(EzFonts) fonts = open_fonts();
    for (guint i = 0; i < G_N_ELEMENTS(GOLDENS); i++) {
        g_autoptr(EzScene) scene = GOLDENS[i].make(fonts);
        ez_scene_seal(scene);
        g_autofree char *dump = ez_scene_dump(scene);
        assert_golden(GOLDENS[i].name, dump);
    }
}

// ---- owners ----------------------------------------------------------------------

static void test_a_shared_scene_lives_as_long_as_its_last_owner(void)
{
    EzScene *scene = ez_scene_new("nl", "Boom");
    EzScene *also = ez_scene_share(scene);
    ez_scene_free(scene);
    g_assert_cmpstr(ez_scene_title(also), ==, "Boom");
    ez_scene_free(also);
}

// ---- answers -------------------------------------------------------------------

static void test_a_scene_answers_what_was_built(void)
{
    g_autoptr(EzFonts) fonts = open_fonts();
    g_autoptr(EzScene) scene = tree_scene(fonts);
    ez_scene_seal(scene);
    g_assert_cmpstr(ez_scene_language(scene), ==, "nl");
    g_assert_cmpstr(ez_scene_title(scene), ==, "Boom");
    g_assert_cmpint(ez_scene_page_count(scene), ==, 2);
    g_assert_cmpint(ez_scene_leaf_count(scene), ==, 4);
    g_assert_cmpint(ez_scene_tag_count(scene), ==, 7);
    const EzScenePage *back = ez_scene_page(scene, 1);
    g_assert_cmpint(back->first_leaf, ==, 2);
    g_assert_cmpint(back->n_leaves, ==, 2);
    g_assert_cmpint(ez_scene_item(scene, back->first_item)->leaf, ==, 2);
    g_assert_cmpstr(ez_scene_tag(scene, 5)->language, ==, "en");
    g_assert_cmpint(ez_scene_tag(scene, 5)->page, ==, 1);
}

static void test_a_dropped_leaf_leaves_its_clips_to_nobody(void)
{
    g_autoptr(EzScene) scene = ez_scene_new("nl", NULL);
    ez_scene_begin_page(scene, 63, 88, 0, "x");
    ez_scene_begin_leaf(scene, EZ_ROLE_FIGURE, NULL, NULL, NULL);
    ez_scene_clip(scene, (EzRect){0, 0, 5, 5});
    ez_scene_unclip(scene);
    ez_scene_end_leaf(scene);
    put_rect(scene, (EzRect){0, 0, 5, 5}, hex("#000000"));
    ez_scene_end_page(scene);
    ez_scene_seal(scene);
    g_assert_cmpint(ez_scene_leaf_count(scene), ==, 0);
    for (int i = 0; i < ez_scene_page(scene, 0)->n_items; i++)
        g_assert_cmpint(ez_scene_item(scene, i)->leaf, ==, -1);
}

static void test_what_paints_nothing_is_no_item(void)
{
    g_autoptr(EzScene) scene = ez_scene_new("nl", NULL);
    EzPath none = {0}, some = {0};
    EzColour black = hex("#000000");
    EzGlyphRun run = {.text = "", .language = "nl"};
    ez_path_rect(scene, &some, (EzRect){0, 0, 5, 5}, 0);
    ez_scene_begin_page(scene, 63, 88, 0, "x");
    ez_scene_path(scene, none, &black, (EzStroke){0});
    ez_scene_path(scene, some, NULL, (EzStroke){.colour = black});
    ez_scene_text(scene, &run, 0, 0, black);
    ez_scene_end_page(scene);
    g_assert_cmpint(ez_scene_page(scene, 0)->n_items, ==, 0);
}

static void test_texts_are_copied(void)
{
    g_autoptr(EzScene) scene = ez_scene_new("nl", NULL);
    char label[] = "voor", alt[] = "een vis";
    ez_scene_begin_page(scene, 63, 88, 0, label);
    ez_scene_begin_leaf(scene, EZ_ROLE_FIGURE, NULL, alt, NULL);
    put_rect(scene, (EzRect){0, 0, 5, 5}, hex("#000000"));
    ez_scene_end_leaf(scene);
    ez_scene_end_page(scene);
    label[0] = alt[0] = '?';
    g_assert_cmpstr(ez_scene_page(scene, 0)->label, ==, "voor");
    g_assert_cmpstr(ez_scene_tag(scene, 0)->alt, ==, "een vis");
}

// ---- paths ---------------------------------------------------------------------

static void test_arcs_keep_their_distance(void)
{
    static const double ends[][2] = {{0, 1}, {0, -1}, {1, 7.28}, {-3, 3}, {2, 2}};
    g_autoptr(EzScene) scene = ez_scene_new("nl", NULL);
    for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
        EzPath path = {0};
        ez_path_arc(scene, &path, 5, 6, 10, ends[i][0], ends[i][1]);
        for (int k = 1; k < path.n_steps; k++) {
            const EzPathStep *a = &path.steps[k - 1], *b = &path.steps[k];
            // The middle of the curve, where an approximation is worst but for its eighths.
            double x = (a->x + 3 * b->x1 + 3 * b->x2 + b->x) / 8;
            double y = (a->y + 3 * b->y1 + 3 * b->y2 + b->y) / 8;
            g_assert_cmpfloat_with_epsilon(hypot(x - 5, y - 6), 10, 0.003);
            g_assert_cmpfloat_with_epsilon(hypot(b->x - 5, b->y - 6), 10, 1e-9);
        }
        const EzPathStep *last = &path.steps[path.n_steps - 1];
        g_assert_cmpfloat_with_epsilon(last->x, 5 + 10 * cos(ends[i][1]), 1e-9);
        g_assert_cmpfloat_with_epsilon(last->y, 6 + 10 * sin(ends[i][1]), 1e-9);
    }
}

// ---- mistakes of the programmer ------------------------------------------------

static void close_nothing(EzScene *scene)
{
    ez_scene_close(scene);
}

static void text_between_pages(EzScene *scene)
{
    put_rect(scene, (EzRect){0, 0, 1, 1}, hex("#000000"));
}

static void seal_within_a_page(EzScene *scene)
{
    ez_scene_begin_page(scene, 63, 88, 0, "x");
    ez_scene_seal(scene);
}

static void seal_within_a_group(EzScene *scene)
{
    ez_scene_open(scene, EZ_ROLE_SECTION, NULL);
    ez_scene_seal(scene);
}

static void leaf_within_a_leaf(EzScene *scene)
{
    ez_scene_begin_page(scene, 63, 88, 0, "x");
    ez_scene_begin_leaf(scene, EZ_ROLE_SPAN, NULL, NULL, NULL);
    ez_scene_begin_leaf(scene, EZ_ROLE_SPAN, NULL, NULL, NULL);
}

static void clip_left_open(EzScene *scene)
{
    ez_scene_begin_page(scene, 63, 88, 0, "x");
    ez_scene_clip(scene, (EzRect){0, 0, 1, 1});
    ez_scene_end_page(scene);
}

static void clip_closed_by_a_leaf(EzScene *scene)
{
    ez_scene_begin_page(scene, 63, 88, 0, "x");
    ez_scene_clip(scene, (EzRect){0, 0, 1, 1});
    ez_scene_begin_leaf(scene, EZ_ROLE_SPAN, NULL, NULL, NULL);
    ez_scene_unclip(scene);
}

static void spot_without_a_field(EzScene *scene)
{
    ez_scene_begin_page(scene, 63, 88, 0, "x");
    ez_scene_spot(scene, (EzFormSpot){.lines = 1});
}

static void field_within_a_field(EzScene *scene)
{
    ez_scene_begin_page(scene, 63, 88, 0, "x");
    ez_scene_open_field(scene, EZ_FORM_BOX, "a", "A", NULL);
    ez_scene_open_field(scene, EZ_FORM_BOX, "b", "B", NULL);
}

static void field_closed_with_a_group_open(EzScene *scene)
{
    ez_scene_begin_page(scene, 63, 88, 0, "x");
    ez_scene_open_field(scene, EZ_FORM_BOX, "a", "A", NULL);
    ez_scene_open(scene, EZ_ROLE_SECTION, NULL);
    ez_scene_close_field(scene);
}

static void page_after_the_seal(EzScene *scene)
{
    ez_scene_seal(scene);
    ez_scene_begin_page(scene, 63, 88, 0, "x");
}

static void side_of_a_scene_that_is_open(EzScene *scene)
{
    g_autoptr(EzScene) open = ez_scene_new("nl", NULL);
    ez_scene_begin_page(open, 63, 88, 0, "x");
    ez_scene_end_page(open);
    ez_scene_begin_page(scene, 63, 88, 0, "x");
    ez_scene_side(scene, &(EzPlacedSide){.scene = open, .scale = 1});
}

static void side_that_is_not_there(EzScene *scene)
{
    g_autoptr(EzScene) empty = ez_scene_new("nl", NULL);
    ez_scene_seal(empty);
    ez_scene_begin_page(scene, 63, 88, 0, "x");
    ez_scene_side(scene, &(EzPlacedSide){.scene = empty, .scale = 1});
}

// Even a field without words keeps its group: what is filled in is heard there.
static void test_a_field_keeps_its_group_and_its_spots(void)
{
    char id[] = "idea", value[] = "F1";
    g_autoptr(EzScene) scene = ez_scene_new("nl", NULL);
    ez_scene_begin_page(scene, 63, 88, 0, "x");
    for (int i = 0; i < 2; i++) {
        ez_scene_open_field(scene, EZ_FORM_TICK, id, "Idee", i == 0 ? NULL : "Het tweede idee");
        for (int k = 0; k <= i; k++)
            ez_scene_spot(scene, (EzFormSpot){.rect = {i, k, 5, 6}, .value = value});
        ez_scene_close_field(scene);
    }
    ez_scene_end_page(scene);
    id[0] = value[0] = 'x';
    g_assert_cmpint(ez_scene_field_count(scene), ==, 2);
    const EzFormField *first = ez_scene_field(scene, 0), *second = ez_scene_field(scene, 1);
    g_assert_cmpstr(first->id, ==, "idea");
    g_assert_cmpstr(first->tooltip, ==, "Idee");
    g_assert_cmpstr(second->tooltip, ==, "Het tweede idee");
    g_assert_cmpint(first->n_spots, ==, 1);
    g_assert_cmpint(second->n_spots, ==, 2);
    g_assert_cmpstr(ez_scene_field_spot(scene, second, 1)->value, ==, "F1");
    g_assert_cmpfloat(ez_scene_field_spot(scene, second, 1)->rect.y, ==, 1);
    g_assert_cmpint(second->tag, ==, 1);
    g_assert_cmpint(ez_scene_tag(scene, second->tag)->role, ==, EZ_ROLE_DIVISION);
}

static void test_mistakes_of_the_programmer_are_critical(void)
{
    static void (*const mistakes[])(EzScene *) = {
        close_nothing,
        text_between_pages,
        seal_within_a_page,
        seal_within_a_group,
        leaf_within_a_leaf,
        clip_left_open,
        clip_closed_by_a_leaf,
        page_after_the_seal,
        spot_without_a_field,
        field_within_a_field,
        field_closed_with_a_group_open,
        side_of_a_scene_that_is_open,
        side_that_is_not_there,
    };
    for (guint i = 0; i < G_N_ELEMENTS(mistakes); i++) {
        g_autoptr(EzScene) scene = ez_scene_new("nl", NULL);
        g_test_expect_message("ezkit", G_LOG_LEVEL_CRITICAL, "*assertion*failed*");
        mistakes[i](scene);
        g_test_assert_expected_messages();
    }
}

// The sum of a field with two pieces of words and a spot before the n-th of them.
static char *sum_of_field(int before)
{
    g_autoptr(EzScene) scene = ez_scene_new("nl", NULL);
    ez_scene_begin_page(scene, 63, 88, 0, "x");
    ez_scene_open_field(scene, EZ_FORM_TICK, "a", "A", NULL);
    for (int i = 0; i < 2; i++) {
        EzPath path = {0};
        ez_path_rect(scene, &path, (EzRect){i, 0, 1, 1}, 0);
        if (i == before)
            ez_scene_spot(scene, (EzFormSpot){.rect = {1, 1, 5, 6}});
        ez_scene_begin_leaf(scene, EZ_ROLE_FIGURE, NULL, "x", NULL);
        ez_scene_path(scene, path, &(EzColour){.r = 1}, (EzStroke){0});
        ez_scene_end_leaf(scene);
    }
    ez_scene_close_field(scene);
    ez_scene_end_page(scene);
    ez_scene_seal(scene);
    EzDigest sum;
    ez_digest_init(&sum);
    ez_scene_digest(scene, 0, &sum);
    return ez_digest_hex(&sum);
}

static void test_the_order_of_reading_is_in_the_sum(void)
{
    g_autofree char *first = sum_of_field(0), *again = sum_of_field(0),
                    *second = sum_of_field(1);
    g_assert_cmpstr(first, ==, again);
    g_assert_cmpstr(first, !=, second);
}

static void test_every_role_has_a_name(void)
{
    for (EzRole role = EZ_ROLE_DOCUMENT; role <= EZ_ROLE_DIVISION; role++)
        g_assert_nonnull(ez_role_name(role));
    g_assert_cmpstr(ez_role_name(EZ_ROLE_PARAGRAPH), ==, "P");
    g_assert_cmpstr(ez_role_name(EZ_ROLE_SPAN), ==, "Span");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/scene/dumps-are-the-goldens", test_dumps_are_the_goldens);
    g_test_add_func("/scene/a-scene-answers-what-was-built",
                    test_a_scene_answers_what_was_built);
    g_test_add_func("/scene/a-dropped-leaf-leaves-its-clips-to-nobody",
                    test_a_dropped_leaf_leaves_its_clips_to_nobody);
    g_test_add_func("/scene/what-paints-nothing-is-no-item",
                    test_what_paints_nothing_is_no_item);
    g_test_add_func("/scene/texts-are-copied", test_texts_are_copied);
    g_test_add_func("/scene/a-shared-scene-lives-as-long-as-its-last-owner",
                    test_a_shared_scene_lives_as_long_as_its_last_owner);
    g_test_add_func("/scene/arcs-keep-their-distance", test_arcs_keep_their_distance);
    g_test_add_func("/scene/a-field-keeps-its-group-and-its-spots",
                    test_a_field_keeps_its_group_and_its_spots);
    g_test_add_func("/scene/mistakes-of-the-programmer-are-critical",
                    test_mistakes_of_the_programmer_are_critical);
    g_test_add_func("/scene/the-order-of-reading-is-in-the-sum",
                    test_the_order_of_reading_is_in_the_sum);
    g_test_add_func("/scene/every-role-has-a-name", test_every_role_has_a_name);
    return g_test_run();
}
