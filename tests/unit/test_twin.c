// SPDX-License-Identifier: EUPL-1.2
// Printable twins of the kit's exercises, on their placed scenes: each answer has a box with its id, there is as much of everything as people
// need, and no word of a bot. EZ_GOLDEN_WRITE=1 writes the golden anew.
#include "engine/load/pins.h"
#include "engine/report/twin-private.h"
#include "render/scene_form.h"
#include "tests/support/test_kit.h"

#include <string.h>

static const char *const codes[] = {"O1", "B1", "B4"};
static const char *const languages[] = {"nl", "en"};

// A twin of the kit, laid out.
typedef struct Printed {
    EzTestBench *bench;
    EzWalk *walk;
    JsonNode *start;
    EzTwin *twin;
    EzScene *scene;
} Printed;

static EzWalk *walk_through(EzLoad *load, const EzExercise *exercise, JsonNode *start,
                            int people)
{
    g_autoptr(GPtrArray) pins = ez_load_pins(load, exercise);
    g_autofree EzPinned *sources = g_new(EzPinned, pins->len);
    g_autoptr(GError) error = NULL;
    for (guint i = 0; i < pins->len; i++) {
        const EzPin *pin = pins->pdata[i];
        sources[i] = (EzPinned){pin->path, pin->bytes};
    }
    EzWalk *walk = ez_walk_new(
        &(EzWalkPlan){
            .sources = sources, .n_sources = (int)pins->len, .start = start, .people = people},
        &error);
    g_assert_no_error(error);
    return walk;
}

static Printed print_in(const char *folder, const char *code, const char *language, int people,
                        const char *params)
{
    Printed p = {.bench = ez_test_bench(folder)};
    const EzKit *kit = ez_load_kit(p.bench->load);
    const EzExercise *exercise = ez_kit_exercise(kit, code);
    p.start = ez_value_new_object();
    ez_value_put(p.start, "params", ez_value_read(params, -1, NULL));
    p.walk = walk_through(p.bench->load, exercise, p.start, people);
    p.twin = ez_twin_new(&(EzTwinOptions){.kit = kit,
                                          .exercise = exercise,
                                          .walk = p.walk,
                                          .params = ez_value_get(p.start, "params"),
                                          .language = ez_kit_language(kit, language)});
    p.scene = ez_test_lay(p.bench, ez_twin_sheet(p.twin), language);
    g_autofree char *mistakes = ez_test_mistakes(p.bench);
    g_assert_cmpstr(mistakes, ==, "");
    return p;
}

static Printed print(const char *code, const char *language, int people, const char *params)
{
    return print_in(g_getenv("EZ_SOURCE"), code, language, people, params);
}

static void clear_printed(Printed *p)
{
    ez_scene_free(p->scene);
    ez_twin_free(p->twin);
    ez_walk_free(p->walk);
    json_node_unref(p->start);
    ez_test_bench_free(p->bench);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Printed, clear_printed)

// ---- what stands on it -------------------------------------------------------------

// How many fields have an id that begins so, and go on with one of the letters of `end`, or end there.
static int count_fields(const Printed *p, const char *id, const char *end)
{
    int count = 0;
    for (int i = 0; i < ez_scene_field_count(p->scene); i++) {
        const char *own = ez_scene_field(p->scene, i)->id;
        gsize length = strlen(id);
        count += strncmp(own, id, length) == 0 &&
                 (own[length] == '\0' || strchr(end, own[length]) != NULL);
    }
    return count;
}

static int count_items(const EzScene *scene)
{
    const EzScenePage *last = ez_scene_page(scene, ez_scene_page_count(scene) - 1);
    return last->first_item + last->n_items;
}

// The words of an item, "" where it has none; owned by the caller.
static char *words_of(const EzScene *scene, int item)
{
    const EzItem *it = ez_scene_item(scene, item);
    return it->kind == EZ_ITEM_TEXT
               ? g_strndup(it->text.run->text, (gsize)it->text.run->n_bytes)
               : g_strdup("");
}

// How many runs of text begin so.
static int count_words(const Printed *p, const char *wanted)
{
    int count = 0;
    for (int i = 0; i < count_items(p->scene); i++) {
        g_autofree char *words = words_of(p->scene, i);
        count += g_str_has_prefix(words, wanted);
    }
    return count;
}

static bool has_words(const Printed *p, const char *wanted)
{
    return count_words(p, wanted) > 0;
}

// All text in the order of painting, over the ends of lines.
static bool says(const Printed *p, const char *wanted)
{
    g_autoptr(GString) all = g_string_new(NULL);
    for (int i = 0; i < count_items(p->scene); i++) {
        g_autofree char *words = words_of(p->scene, i);
        g_string_append(all, words);
    }
    return strstr(all->str, wanted) != NULL;
}

static bool is_answered(const EzWalkStep *step)
{
    return step->kind->answerer == EZ_BY_PEOPLE || step->kind->answerer == EZ_BY_FACILITATOR;
}

static void judge_boxes(const Printed *p)
{
    g_autoptr(GHashTable) ids = g_hash_table_new(g_str_hash, g_str_equal);
    for (int i = 0; i < ez_scene_field_count(p->scene); i++)
        if (!g_hash_table_add(ids, (char *)ez_scene_field(p->scene, i)->id))
            ez_test_fault("twice %s", ez_scene_field(p->scene, i)->id);
    int answered = 0;
    for (int i = 0; i < ez_walk_step_count(p->walk); i++) {
        const EzWalkStep *step = ez_walk_step(p->walk, i);
        if (!is_answered(step))
            continue;
        answered++;
        if (count_fields(p, step->id, "#.@") == 0)
            ez_test_fault("no box for %s", step->id);
        if (!has_words(p, step->id))
            ez_test_fault("nowhere stands the id %s", step->id);
        if (!has_words(p, step->key))
            ez_test_fault("nowhere stands the key %s", step->key);
    }
    g_assert_cmpint(answered, >=, 5);
}

static void judge_type(const Printed *p)
{
    for (int i = 0; i < count_items(p->scene); i++) {
        const EzItem *item = ez_scene_item(p->scene, i);
        g_autofree char *words = words_of(p->scene, i);
        if (item->kind == EZ_ITEM_TEXT && item->text.run->size < 7)
            ez_test_fault("%g pt: %s", item->text.run->size, words);
    }
}

// What bots write, and signs of what was not put in.
static void judge_words(const Printed *p)
{
    static const char *const not_ours[] = {"Wereldwijd", "WWW",       "wijkregisseur",
                                           "Geen idee",  "quotes",    "synergie",
                                           "{",          "overnight", "etc/passwd"};
    for (int i = 0; i < count_items(p->scene); i++) {
        g_autofree char *words = words_of(p->scene, i);
        for (gsize k = 0; k < G_N_ELEMENTS(not_ours); k++)
            if (strstr(words, not_ours[k]) != NULL && strstr(words, "\":") == NULL &&
                strstr(words, "{\"") == NULL)
                ez_test_fault("%s", words);
    }
}

static void test_each_answer_has_a_box(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(codes); i++)
        for (gsize k = 0; k < G_N_ELEMENTS(languages); k++) {
            g_auto(Printed) p = print(codes[i], languages[k], 7, "{}");
            judge_boxes(&p);
            judge_type(&p);
            judge_words(&p);
        }
}

// ---- how many ----------------------------------------------------------------------

static void test_there_is_one_for_each(void)
{
    static const int people[] = {4, 24, 30};
    static const int groups[] = {4, 5, 5}; // at most a group for each of five tasks
    for (gsize i = 0; i < G_N_ELEMENTS(people); i++) {
        g_auto(Printed) p = print("O1", "nl", people[i], "{}");
        g_assert_cmpint(count_fields(&p, "now#1", "@"), ==, people[i]);
        g_assert_cmpint(count_fields(&p, "now#5", "@"), ==, people[i]);
        g_assert_cmpint(count_fields(&p, "now#6", "@"), ==, 0);
        g_assert_cmpint(count_fields(&p, "value", "@"), ==, people[i]);
        g_assert_cmpint(count_fields(&p, "role_sentence", "@"), ==, groups[i]);
        g_assert_cmpint(count_fields(&p, "task", "#"), ==, 5);
        g_autofree char *slips = g_strdup_printf("%d ×", people[i]);
        g_assert_true(has_words(&p, slips));
    }
}

static void test_groups_by_their_size(void)
{
    g_auto(Printed) p = print("B1", "en", 24, "{}");
    g_assert_cmpint(count_fields(&p, "verb", "@"), ==, 6);
    g_assert_cmpint(count_fields(&p, "idea#12", "@"), ==, 6);
    g_assert_cmpint(count_fields(&p, "votes#1", "@"), ==, 24);
    g_assert_cmpint(count_fields(&p, "challenge", ""), ==, 1);
    g_assert_cmpint(count_words(&p, "6 ×"), ==, 2); // group sheets, and W01 for each of them
    g_auto(Printed) shared = print("O1", "en", 24, "{}");
    g_assert_cmpint(count_words(&shared, "5 ×"), ==, 1);
    g_assert_cmpint(count_words(&shared, "1 ×"), ==, 2); // W07 hangs on the wall
}

// How many pieces of paper are cut from the page.
static int pieces_on(const Printed *p, int page, const char *title)
{
    const EzScenePage *drawn = ez_scene_page(p->scene, page);
    int count = 0;
    for (int i = 0; i < drawn->n_items; i++) {
        g_autofree char *words = words_of(p->scene, drawn->first_item + i);
        count += g_str_has_prefix(words, title);
    }
    return count;
}

static void test_no_piece_has_a_page_for_itself(void)
{
    static const struct {
        const char *code, *title;
        int people;
    } cases[] = {{"O1", "O1 · ", 4},
                 {"O1", "O1 · ", 5},
                 {"O1", "O1 · ", 7},
                 {"B4", "B4 · ", 5},
                 {"B4", "B4 · ", 6}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(Printed) p = print(cases[i].code, "en", cases[i].people, "{}");
        for (int page = 0; page < ez_scene_page_count(p.scene); page++)
            g_assert_cmpint(pieces_on(&p, page, cases[i].title), !=, 1);
    }
}

// ---- names and secrets ---------------------------------------------------------------

static void test_no_number_where_no_name_may_be(void)
{
    g_auto(Printed) p = print("O1", "nl", 6, "{}");
    g_assert_cmpint(count_fields(&p, "now#1@p", "123456"), ==, 0);
    g_assert_cmpint(count_fields(&p, "value@p", "123456"), ==, 6);
    g_auto(Printed) open = print("B4", "nl", 6, "{\"anonymous\":false}");
    g_assert_cmpint(count_fields(&open, "swarm@p1", ""), ==, 1);
    g_auto(Printed) hidden = print("B4", "nl", 6, "{\"anonymous\":true}");
    g_assert_cmpint(count_fields(&hidden, "swarm@p1", ""), ==, 0);
    g_assert_cmpint(count_fields(&hidden, "swarm@1", ""), ==, 1);
}

// The kit with an exercise of our own.
static char *kit_with(const char *run)
{
    char *folder = ez_test_folder();
    g_autofree char *kit = g_build_filename(g_getenv("EZ_SOURCE"), "kit", NULL);
    g_autofree char *into = g_build_filename(folder, "kit", NULL);
    g_autofree char *lua = g_strdup_printf(
        "return exercise { id = 'own', code = 'Z1', version = '1', api = 1,\n"
        "  title = { nl = 'Eigen', en = 'Own' }, goal = { nl = 'G', en = 'G' },\n"
        "  people = { 1, 30 }, minutes = 20, run = function(s) %s end }\n",
        run);
    g_autofree char *scripts = g_build_filename(g_getenv("EZ_SOURCE"), "scripts", NULL);
    g_autofree char *beside = g_build_filename(folder, "scripts", NULL);
    ez_test_copy(kit, into);
    ez_test_copy(scripts, beside);
    g_autofree char *path = g_build_filename(into, "kit.lua", NULL), *text = ez_test_read(path);
    g_auto(GStrv) parts = g_strsplit(text, "\"nature/*\"", 2);
    g_autofree char *with = g_strjoinv("\"nature/*\", \"own\"", parts);
    ez_test_put(folder, "kit/kit.lua", with);
    ez_test_put(folder, "scripts/own.lua", lua);
    return folder;
}

static void test_a_name_where_it_is_asked(void)
{
    char *folder =
        kit_with("local T = { nl = 'Vraag', en = 'Question' } "
                 "s.ask('open', T, { who = 'named' }) s.section('two', T, { minutes = 5 }, "
                 "function() s.ask('alias', T) s.ask('hidden', T, { who = 'anonymous' }) end)");
    g_auto(Printed) p = print_in(folder, "own", "en", 3, "{}");
    g_assert_cmpint(count_fields(&p, "session.name", "@"), ==, 3);
    g_assert_cmpint(count_fields(&p, "open@p2", ""), ==, 1);
    g_assert_cmpint(count_fields(&p, "alias@p2", ""), ==, 1);
    g_assert_cmpint(count_fields(&p, "hidden@2", ""), ==, 1);
    ez_test_remove(folder);
}

// Kinds that the kit's exercises do not use.
static void test_every_kind_has_a_box(void)
{
    char *folder =
        kit_with("local T = { nl = 'Vraag', en = 'Question' } local xyz = { 'x', 'y', 'z' } "
                 "local canvas = { kind = 'rings', rings = { { id = 'near', nl = 'Dichtbij', "
                 "en = 'Near' }, "
                 "{ id = 'far', nl = 'Ver', en = 'Far' } } } "
                 "local ideas = s.ask('idea', T, { per = 2 }) "
                 "s.scale('sure', T, { from = -2, to = 2, unknown = true }) s.scale('mood', T) "
                 "s.vote('dots', T, { items = ideas, dots = 3 }) s.cluster('piles', T, { items "
                 "= ideas }) "
                 "s.place('me', T, { items = 'self', canvas = canvas }) "
                 "s.place('spots', T, { items = xyz, canvas = canvas }) "
                 "s.link('ties', T, { from = xyz, verbs = { 'gives' }, weight = { 1, 3 } }) "
                 "s.seat('seats', T, { topics = xyz }) s.timer('quiet', T, { seconds = 45 })");
    g_auto(Printed) p = print_in(folder, "own", "en", 4, "{}");
    judge_boxes(&p);
    judge_type(&p);
    g_assert_cmpint(count_fields(&p, "spots#3", ""), ==, 1);
    g_assert_cmpint(count_fields(&p, "sure", "@"), ==, 4);
    g_assert_true(has_words(&p, "Near"));
    g_assert_true(has_words(&p, "I do"));
    g_assert_true(has_words(&p, "45 seconds"));
    ez_test_remove(folder);
}

static void test_params_bring_steps(void)
{
    g_auto(Printed) without = print("O1", "en", 5, "{\"partners\":false}");
    g_auto(Printed) with = print("O1", "en", 5, "{\"partners\":true}");
    g_assert_cmpint(count_fields(&without, "partner_now", "#"), ==, 0);
    g_assert_cmpint(count_fields(&with, "partner_now", "#"), ==, 25);
}

// ---- typing it in ----------------------------------------------------------------------

static void test_values_are_json(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(codes); i++) {
        g_auto(Printed) p = print(codes[i], "nl", 5, "{}");
        for (int k = 0; k < ez_walk_step_count(p.walk); k++) {
            const EzWalkStep *step = ez_walk_step(p.walk, k);
            g_autoptr(GError) error = NULL;
            g_autoptr(JsonNode) value =
                is_answered(step) ? ez_value_read(ez_twin_value_form(step), -1, &error) : NULL;
            g_assert_no_error(error);
            g_assert_true((value != NULL) == is_answered(step));
        }
        g_assert_true(has_words(&p, "{\"ev\": \"join\", \"by\": \"p1\"}"));
    }
}

static void test_a_swarm_can_be_typed_in(void)
{
    g_auto(Printed) p = print("B4", "nl", 6, "{}");
    g_assert_true(says(&p, "\"argument\": \"…\", \"stop\": \"id\", \"why\": \"…\"}"));
    g_assert_true(says(&p, "In een afspraak is by iets anders"));
    g_assert_true(says(&p, "g1 is groep 1, en zo verder tot en met g6."));
    g_assert_cmpint(count_fields(&p, "swarm.why#4", "@"), ==, 6);
    g_assert_cmpint(count_fields(&p, "swarm.why#5", "@"), ==, 0);
}

// ---- without the program -----------------------------------------------------------------

static void test_how_to_count(void)
{
    static const struct {
        int people;
        const char *threshold;
    } cases[] = {{5, "Threshold for 5 people: careful 3, fast 2."},
                 {6, "Threshold for 6 people: careful 4, fast 3."},
                 {30, "Threshold for 30 people: careful 18, fast 12."}};
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(Printed) p = print("B4", "en", cases[i].people, "{}");
        g_assert_true(says(&p, cases[i].threshold));
        g_assert_true(says(&p, "the last place gives 0 points"));
    }
    g_auto(Printed) named = print("B4", "en", 6, "{\"anonymous\":false}");
    g_auto(Printed) unnamed = print("B4", "en", 6, "{\"anonymous\":true}");
    g_assert_true(says(&named, "drops one strength"));
    g_assert_false(says(&unnamed, "drops one strength"));
    g_auto(Printed) vote = print("B1", "en", 8, "{}");
    g_assert_true(says(&vote, "2 votes cost 4"));
    g_assert_false(says(&vote, "Threshold"));
}

static void test_letters_run_on(void)
{
    g_auto(Printed) p = print("B4", "en", 6, "{}");
    g_assert_true(says(&p, "A is /option#1/1, B is /option#1/2, G is /middle#1/1"));
    g_assert_true(says(&p, "This is letter G."));
    g_assert_cmpint(count_fields(&p, "option#6", ""), ==, 1);
    g_assert_cmpint(count_fields(&p, "ranking#7", "@"), ==, 6);
    g_assert_true(says(&p, "see the list at ‘Which three to six options are there’"));
    g_auto(Printed) ideas =
        print("B1", "en", 24, "{}"); // twelve in all: more ideas have no letters of their own
    g_assert_false(says(&ideas, "/more_ideas#1/1"));
}

static void test_when_a_step_comes(void)
{
    g_auto(Printed) p = print("B4", "en", 6, "{}");
    g_assert_true(says(&p, "Only after ‘Two options are close together’"));
    g_assert_true(says(&p, "Only in some cases, after ‘Place your token at one option …’"));
}

static void test_what_the_kit_does_not_print(void)
{
    g_auto(Printed) p = print("B4", "nl", 6, "{}");
    g_assert_true(says(&p, "fiches, één per persoon (niet bij dit pakket)"));
    g_assert_false(says(&p, "Dansen en afremmen (niet bij dit pakket)"));
}

// ---- all of it ---------------------------------------------------------------------------

// Words in the order of painting, and what is filled in, page by page.
static char *tell(const Printed *p)
{
    GString *out = g_string_new(NULL);
    for (int page = 0, field = 0; page < ez_scene_page_count(p->scene); page++) {
        const EzScenePage *drawn = ez_scene_page(p->scene, page);
        g_string_append_printf(out, "page %s\n", drawn->label);
        for (int i = 0; i < drawn->n_items; i++) {
            const EzItem *item = ez_scene_item(p->scene, drawn->first_item + i);
            g_autofree char *words = words_of(p->scene, drawn->first_item + i);
            if (item->kind == EZ_ITEM_TEXT)
                g_string_append_printf(out, "  %.1f %.1f %s\n", item->text.x, item->text.y,
                                       words);
        }
        for (; field < ez_scene_field_count(p->scene) &&
               ez_scene_field(p->scene, field)->page == page;
             field++) {
            const EzFormField *one = ez_scene_field(p->scene, field);
            g_string_append_printf(out, "  [%s %s x%d]\n", ez_form_name(one->kind), one->id,
                                   one->n_spots);
        }
    }
    return g_string_free(out, FALSE);
}

static const struct {
    const char *file, *code, *language;
    int people;
    const char *params;
} goldens[] = {{"O1-nl.txt", "O1", "nl", 4, "{\"partners\":false}"},
               {"B4-en.txt", "B4", "en", 6, "{}"}};

static void test_golden(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(goldens); i++) {
        g_auto(Printed) p =
            print(goldens[i].code, goldens[i].language, goldens[i].people, goldens[i].params);
        g_autofree char *found = tell(&p), *wanted = NULL;
        g_autofree char *path = g_build_filename(g_getenv("EZ_SOURCE"), "tests", "golden",
                                                 "twin", goldens[i].file, NULL);
        if (g_getenv("EZ_GOLDEN_WRITE") != NULL)
            g_assert_true(g_file_set_contents(path, found, -1, NULL));
        g_assert_true(g_file_get_contents(path, &wanted, NULL, NULL));
        g_assert_cmpstr(found, ==, wanted);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/twin/each-answer-has-a-box", test_each_answer_has_a_box);
    g_test_add_func("/twin/one-for-each", test_there_is_one_for_each);
    g_test_add_func("/twin/groups-by-their-size", test_groups_by_their_size);
    g_test_add_func("/twin/no-number-where-no-name-may-be",
                    test_no_number_where_no_name_may_be);
    g_test_add_func("/twin/a-name-where-it-is-asked", test_a_name_where_it_is_asked);
    g_test_add_func("/twin/every-kind-has-a-box", test_every_kind_has_a_box);
    g_test_add_func("/twin/params-bring-steps", test_params_bring_steps);
    g_test_add_func("/twin/values-are-json", test_values_are_json);
    g_test_add_func("/twin/a-swarm-can-be-typed-in", test_a_swarm_can_be_typed_in);
    g_test_add_func("/twin/no-piece-has-a-page-for-itself",
                    test_no_piece_has_a_page_for_itself);
    g_test_add_func("/twin/how-to-count", test_how_to_count);
    g_test_add_func("/twin/letters-run-on", test_letters_run_on);
    g_test_add_func("/twin/when-a-step-comes", test_when_a_step_comes);
    g_test_add_func("/twin/what-the-kit-does-not-print", test_what_the_kit_does_not_print);
    g_test_add_func("/twin/golden", test_golden);
    return g_test_run();
}
