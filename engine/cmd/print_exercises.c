// SPDX-License-Identifier: EUPL-1.2
#include "engine/cmd/print_exercises.h"

#include "engine/cmd/params.h"
#include "engine/report/twin.h"

#include <stdio.h>
#include <string.h>

enum { USUAL_PEOPLE = 12, MOST_PEOPLE = 2000 };

// What is to be printed beside the twins: each once, in the order of naming.
typedef struct Papers {
    GPtrArray *exercises; // of const EzExercise
    GPtrArray *things;    // ids of decks and worksheets
    GPtrArray *cards;     // of const EzCard
    const char *unknown;  // the first name that is nothing; NULL
} Papers;

static void clear_papers(Papers *papers)
{
    g_ptr_array_unref(papers->exercises);
    g_ptr_array_unref(papers->things);
    g_ptr_array_unref(papers->cards);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Papers, clear_papers)

bool ez_print_names_exercise(const EzKit *kit, const char *const *names)
{
    for (int i = 0; kit != NULL && names != NULL && names[i] != NULL; i++)
        if (ez_kit_exercise(kit, names[i]) != NULL)
            return true;
    return false;
}

bool ez_print_check_exercise_options(const EzArguments *arguments)
{
    static const char *const options[] = {"--people", "--param"};
    for (gsize i = 0; i < G_N_ELEMENTS(options); i++)
        if (ez_argument_given(arguments, options[i])) {
            ez_usage_error("%s is of an exercise; name one: print O1", options[i]);
            return false;
        }
    return true;
}

// ---- what is needed ------------------------------------------------------------------

static void add_once(GPtrArray *list, const void *thing)
{
    if (!g_ptr_array_find(list, thing, NULL))
        g_ptr_array_add(list, (void *)thing);
}

static const EzCard *find_card(const EzKit *kit, const char *id)
{
    const EzCard *card = NULL;
    for (int i = 0; card == NULL && i < kit->n_decks; i++)
        card = ez_deck_card(kit->decks[i], id);
    return card;
}

// A deck that the script uses lies on the table whole, unless the head says which of its cards do.
static void add_decks(const EzExercise *exercise, const Papers *papers)
{
    for (int i = 0; i < exercise->n_decks; i++) {
        const EzDeck *deck = exercise->decks[i].deck;
        bool named = deck == NULL;
        for (guint k = 0; k < papers->cards->len; k++)
            named = named || ((const EzCard *)papers->cards->pdata[k])->deck == deck;
        if (!named)
            add_once(papers->things, deck->id);
    }
}

static void add_exercise(const EzKit *kit, const EzExercise *exercise, const Papers *papers)
{
    add_once(papers->exercises, exercise);
    if (exercise->worksheet != NULL)
        add_once(papers->things, exercise->worksheet->id);
    for (int i = 0; i < exercise->n_materials; i++) {
        const char *key = exercise->materials[i].key;
        const EzDeck *deck = ez_kit_deck(kit, key);
        const EzWorksheet *sheet = ez_kit_worksheet(kit, key);
        const EzCard *card = find_card(kit, key);
        if (deck != NULL || sheet != NULL)
            add_once(papers->things, deck != NULL ? deck->id : sheet->id);
        else if (card != NULL)
            add_once(papers->cards, card);
    }
    add_decks(exercise, papers);
}

static Papers find_papers(const EzKit *kit, const char *const *names)
{
    Papers papers = {g_ptr_array_new(), g_ptr_array_new(), g_ptr_array_new(), NULL};
    for (int i = 0; names[i] != NULL; i++) {
        const EzExercise *exercise = ez_kit_exercise(kit, names[i]);
        bool known =
            ez_kit_deck(kit, names[i]) != NULL || ez_kit_worksheet(kit, names[i]) != NULL;
        if (exercise != NULL)
            add_exercise(kit, exercise, &papers);
        else if (known || papers.unknown != NULL)
            add_once(papers.things, names[i]);
        else
            papers.unknown = names[i];
    }
    return papers;
}

// ---- what cannot be --------------------------------------------------------------------

// 0 = not said. False after a sentence.
static bool take_people(const EzArguments *arguments, int *people)
{
    const char *text = ez_argument(arguments, "--people");
    guint64 number = 0;
    if (text != NULL && !g_ascii_string_to_unsigned(text, 10, 1, MOST_PEOPLE, &number, NULL)) {
        ez_usage_error("--people is a whole number from 1 to %d, not \"%s\"", MOST_PEOPLE,
                       text);
        return false;
    }
    *people = (int)number;
    return true;
}

static bool check_people(const EzExercise *exercise, int people)
{
    const EzBounds *bounds = &exercise->people;
    if (people == 0 || (people >= bounds->least && people <= bounds->most))
        return true;
    ez_usage_error("%s is for %d to %d people, not %d", exercise->code, bounds->least,
                   bounds->most, people);
    return false;
}

static bool check_request(const EzExercise *exercise, const EzBuildRequest *request)
{
    const char *code = exercise->code;
    if (request->purposes[EZ_FOR_PRESS])
        ez_usage_error(
            "the papers of %s are for a printer of your own: leave out --for press, and "
            "name its decks for a print shop",
            code);
    else if (request->format != EZ_FORMAT_PDF)
        ez_usage_error("the papers of %s are PDFs: leave out --format", code);
    else if (request->cards != NULL)
        ez_usage_error("--cards is of decks; %s is an exercise", code);
    else if (ez_request_names_file(request))
        ez_usage_error("%s has several papers, and -o names one file: name a folder", code);
    else
        return true;
    return false;
}

static bool check_languages(const EzKit *kit, const EzBuildRequest *request)
{
    for (int i = 0; request->languages != NULL && request->languages[i] != NULL; i++)
        if (ez_kit_language(kit, request->languages[i]) < 0) {
            g_autofree char *all = g_strjoinv(", ", (char **)kit->languages.names);
            ez_usage_error("there is no language \"%s\" in this kit; it has %s",
                           request->languages[i], all);
            return false;
        }
    return true;
}

static bool check_all(const EzKit *kit, const Papers *papers, const EzBuildRequest *request,
                      int people)
{
    bool fine = check_languages(kit, request);
    for (guint i = 0; fine && i < papers->exercises->len; i++)
        fine = check_request(papers->exercises->pdata[i], request) &&
               check_people(papers->exercises->pdata[i], people);
    return fine;
}

// ---- twins -----------------------------------------------------------------------------

typedef struct Press {
    const EzOpened *opened;
    const EzArguments *arguments;
    const EzBuildRequest *request;
    EzPrintMore print;
    void *data;
    int people; // 0 = not said
} Press;

static bool wants_language(const EzBuildRequest *request, const char *language)
{
    return request->languages == NULL || g_strv_contains(request->languages, language);
}

static bool print_twin(const Press *press, const EzTwinOptions *options)
{
    const char *languages[] = {options->kit->languages.names[options->language], NULL};
    g_autoptr(EzTwin) twin = ez_twin_new(options);
    EzBuildRequest request = *press->request;
    request.sheet = ez_twin_sheet(twin);
    request.ids = NULL;
    request.languages = languages;
    return press->print(&request, press->data);
}

static bool print_languages(const Press *press, EzTwinOptions options)
{
    bool going = true;
    for (int i = 0; going && i < options.kit->languages.count; i++) {
        options.language = i;
        if (wants_language(press->request, options.kit->languages.names[i]))
            going = print_twin(press, &options);
    }
    return going;
}

static EzExit print_exercise(const Press *press, const EzExercise *exercise, bool *going)
{
    const EzBounds *bounds = &exercise->people;
    g_autoptr(JsonNode) start = ez_value_new_object();
    JsonNode *params = ez_value_new_object();
    ez_value_put(start, "params", params);
    if (!ez_params_take(exercise, press->arguments, params))
        return EZ_EXIT_USAGE;
    g_auto(EzBundle) bundle = ez_opened_bundle(press->opened, exercise);
    EzWalkPlan plan = {.sources = bundle.sources,
                       .n_sources = bundle.n_sources,
                       .start = start,
                       .people = press->people > 0
                                     ? press->people
                                     : CLAMP(USUAL_PEOPLE, bounds->least, bounds->most)};
    g_autoptr(GError) error = NULL;
    g_autoptr(EzWalk) walk = ez_walk_new(&plan, &error);
    if (walk == NULL) {
        ez_tell_line(stderr, "ezkit: %s goes wrong: %s", exercise->code, error->message);
        return EZ_EXIT_MISTAKES;
    }
    EzTwinOptions options = {.kit = ez_load_kit(press->opened->load),
                             .exercise = exercise,
                             .walk = walk,
                             .params = params};
    *going = print_languages(press, options);
    return EZ_EXIT_DONE;
}

// ---- the rest ----------------------------------------------------------------------------

// What is nothing is told as it is of any other name, before anything is printed.
static void print_unknown(const Press *press, const char *name)
{
    const char *ids[] = {name, NULL};
    EzBuildRequest request = *press->request;
    request.ids = ids;
    (void)press->print(&request, press->data);
}

static bool print_things(const Press *press, const Papers *papers)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    EzBuildRequest request = *press->request;
    for (guint i = 0; i < papers->things->len; i++)
        g_ptr_array_add(ids, papers->things->pdata[i]);
    g_ptr_array_add(ids, NULL);
    request.ids = (const char *const *)ids->pdata;
    return papers->things->len == 0 || press->print(&request, press->data);
}

static bool is_whole(const Papers *papers, const EzDeck *deck)
{
    for (guint i = 0; i < papers->things->len; i++)
        if (g_ascii_strcasecmp(papers->things->pdata[i], deck->id) == 0)
            return true;
    return false;
}

// The cards of one deck that are needed alone.
static bool print_cards(const Press *press, const Papers *papers, const EzDeck *deck)
{
    g_autoptr(GPtrArray) cards = g_ptr_array_new();
    const char *ids[] = {deck->id, NULL};
    EzBuildRequest request = *press->request;
    for (guint i = 0; i < papers->cards->len; i++) {
        const EzCard *card = papers->cards->pdata[i];
        if (card->deck == deck)
            g_ptr_array_add(cards, (void *)card->id);
    }
    if (cards->len == 0 || is_whole(papers, deck))
        return true;
    g_ptr_array_add(cards, NULL);
    request.ids = ids;
    request.cards = (const char *const *)cards->pdata;
    return press->print(&request, press->data);
}

EzExit ez_print_exercises(const EzOpened *opened, const EzArguments *arguments,
                          EzBuildRequest *request, EzPrintMore print, void *data)
{
    const EzKit *kit = ez_load_kit(opened->load);
    g_auto(Papers) papers = find_papers(kit, ez_operands(arguments));
    Press press = {opened, arguments, request, print, data, 0};
    EzExit exit = EZ_EXIT_DONE;
    bool going = true;
    if (!take_people(arguments, &press.people) ||
        !check_all(kit, &papers, request, press.people))
        return EZ_EXIT_USAGE;
    if (papers.unknown != NULL) {
        print_unknown(&press, papers.unknown);
        return EZ_EXIT_DONE;
    }
    for (guint i = 0; going && exit == EZ_EXIT_DONE && i < papers.exercises->len; i++)
        exit = print_exercise(&press, papers.exercises->pdata[i], &going);
    going = going && exit == EZ_EXIT_DONE && print_things(&press, &papers);
    for (int i = 0; going && i < kit->n_decks; i++)
        going = print_cards(&press, &papers, kit->decks[i]);
    return exit;
}
