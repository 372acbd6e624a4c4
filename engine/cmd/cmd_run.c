// SPDX-License-Identifier: EUPL-1.2
// run and resume: a session in the terminal.
#include "engine/cmd/exercises.h"
#include "engine/cmd/params.h"
#include "engine/cmd/rehearsal.h"
#include "engine/cmd/sessions.h"
#include "engine/run/carry.h"
#include "engine/run/shown.h"
#include "engine/run/words.h"
#include "engine/term/phrases.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define TALKING                                                                                \
    {"--answers", '\0', "FILE", "take events from a file of JSON lines, and type nothing"},    \
        {"--lang", '\0', "CODE", "nl or en"},                                                  \
    {                                                                                          \
        "--plain", '\0', NULL, "no rules and no bars: for screen readers"                      \
    }

static const EzOption run_options[] = {
    {"--session", '\0', "FILE", "where the session is kept; ./<exercise>-<date>-<n>.ezsession"},
    {"--people", '\0', "N", "how many people there are"},
    {"--seed", '\0', "N", "what chance is drawn from; the same gives the same"},
    {"--from", '\0', "FILE", "begin with the harvest of an earlier session"},
    {"--param", '\0', "K=V", "say a parameter of the exercise; several with a comma"},
    TALKING,
    {NULL, '\0', NULL, NULL}};
static const EzOption resume_options[] = {TALKING, {NULL, '\0', NULL, NULL}};

static bool take_number(const EzArguments *arguments, const char *name, guint64 most,
                        guint64 *number)
{
    const char *text = ez_argument(arguments, name);
    if (text == NULL)
        return true;
    if (g_ascii_string_to_unsigned(text, 10, 0, most, number, NULL))
        return true;
    ez_usage_error("%s is a whole number, not %s", name, text);
    return false;
}

// ---- what to run -----------------------------------------------------------------

static char *free_path(const EzExercise *exercise)
{
    g_autoptr(GDateTime) now = g_date_time_new_now_local();
    g_autofree char *date = g_date_time_format(now, "%Y-%m-%d");
    for (int n = 1;; n++) {
        char *path = g_strdup_printf("%s-%s-%d.ezsession", exercise->id, date, n);
        if (!g_file_test(path, G_FILE_TEST_EXISTS))
            return path;
        g_free(path);
    }
}

// ---- run -------------------------------------------------------------------------

// What was answered in a session that was not finished is offered in the next one of the same exercise; NULL of any other.
static JsonNode *answers_of(const EzSession *earlier, const EzExercise *exercise)
{
    const char *id = ez_value_string(ez_value_get(ez_session_head(earlier), "id"), "");
    bool given_up = strcmp(id, exercise->id) == 0 && !ez_session_is_finished(earlier);
    g_autoptr(JsonNode) answers = given_up ? ez_carry_answers(earlier) : NULL;
    return ez_value_count(answers) > 0 ? g_steal_pointer(&answers) : NULL;
}

// What the next session has of this one, by the titles of its harvest.
static void tell_taken(const EzArguments *arguments, const EzSession *earlier, bool answers)
{
    const char *path = ez_argument(arguments, "--from"),
               *language = ez_session_language(arguments);
    if (ez_argument_given(arguments, "--quiet") || ez_argument_given(arguments, "--json"))
        return;
    g_autoptr(GString) titles = g_string_new(NULL);
    for (int i = 0; i < ez_session_harvest_count(earlier); i++) {
        g_autofree char *title =
            ez_words_of(earlier, ez_session_harvest(earlier, i)->text, language);
        g_string_append_printf(titles, "%s%s", i > 0 ? ", " : "", title);
    }
    g_autofree char *harvest = ez_phrase_fill(EZ_SAY_TAKEN_FROM, language, path, titles->str),
                    *old = ez_phrase_fill(EZ_SAY_ANSWERS_FROM, language, path, NULL);
    if (titles->len > 0)
        printf("%s\n", harvest);
    if (answers)
        printf("%s\n", old);
}

static bool take_earlier(const EzArguments *arguments, const EzExercise *exercise,
                         JsonNode *start, EzExit *exit)
{
    const char *path = ez_argument(arguments, "--from");
    if (path == NULL)
        return true;
    g_autoptr(GError) error = NULL;
    g_autoptr(EzShown) shown = ez_shown_open(path, &error);
    if (shown == NULL) {
        *exit = ez_session_exit(error, ez_session_language(arguments));
        return false;
    }
    JsonNode *answers = answers_of(ez_shown_session(shown), exercise);
    if (ez_session_harvest_count(ez_shown_session(shown)) == 0 && answers == NULL) {
        g_autofree char *words =
            ez_phrase_fill(EZ_SAY_NO_HARVEST_YET, ez_session_language(arguments), path, NULL);
        *exit = ez_usage_error("%s", words);
        return false;
    }
    tell_taken(arguments, ez_shown_session(shown), answers != NULL);
    JsonNode *from = ez_carry_harvest(ez_shown_session(shown));
    if (answers != NULL)
        ez_value_put(from, "answers", answers);
    ez_value_put(start, "from", from);
    return true;
}

// The day on which it begins, here or as SOURCE_DATE_EPOCH says, and whose exercise it is: for the report.
static void put_circumstances(JsonNode *start, const EzKit *kit)
{
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
    bool given = epoch != NULL && *epoch != '\0';
    g_autoptr(GDateTime) now =
        given ? g_date_time_new_from_unix_utc(g_ascii_strtoll(epoch, NULL, 10))
              : g_date_time_new_now_local();
    g_autofree char *date = now != NULL ? g_date_time_format(now, "%Y-%m-%d") : NULL;
    JsonNode *about = ez_value_new_object(), *title = ez_value_new_object();
    if (date != NULL)
        ez_value_put_string(start, "date", date);
    for (int i = 0; i < kit->languages.count; i++)
        ez_value_put_string(title, kit->languages.names[i], ez_text_in(kit->title, i));
    ez_value_put(about, "title", title);
    if (kit->licence != NULL)
        ez_value_put_string(about, "licence", kit->licence);
    ez_value_put(start, "kit", about);
}

// What the head names for the table, in one line; NULL when it names nothing.
static char *materials_of(const EzExercise *exercise, const EzKit *kit, const char *language)
{
    g_autoptr(GString) words = g_string_new(NULL);
    int index = MAX(0, ez_kit_language(kit, language));
    for (int i = 0; i < exercise->n_materials; i++) {
        const char *own = ez_text_in(exercise->materials[i].words, index);
        const EzWorksheet *sheet = ez_kit_worksheet(kit, exercise->materials[i].key);
        g_string_append_printf(words, "%s%s%s%s", i > 0 ? ", " : "",
                               sheet != NULL ? sheet->code : "", sheet != NULL ? " " : "",
                               own != NULL ? own : exercise->materials[i].key);
    }
    return words->len > 0 ? g_strdup(words->str) : NULL;
}

static EzExit lead(EzSitting *sitting, const EzArguments *arguments, int people)
{
    const char *answers = ez_argument(arguments, "--answers"),
               *language = ez_session_spoken(arguments, ez_live_session(sitting->live));
    EzExit exit;
    ez_session_doubt(sitting, arguments, people);
    if (answers == NULL)
        return ez_session_talk(sitting, arguments, people);
    if (!ez_answers_play(sitting, answers, language, &exit))
        return exit;
    ez_session_doubt(sitting, arguments, ez_session_people(ez_live_session(sitting->live)));
    return ez_session_tell(sitting, arguments, *ez_stop_flag() != 0);
}

// Nobody should find out with a room full of people. Who plays a file of answers watches for himself.
static EzExit rehearse(const EzOpened *opened, const EzExercise *exercise, JsonNode *start,
                       const EzArguments *arguments)
{
    if (ez_argument_given(arguments, "--answers"))
        return EZ_EXIT_DONE;
    g_autoptr(EzDiags) diags = ez_diags_new();
    ez_rehearse_start(opened->load, exercise, start, diags);
    if (*ez_stop_flag() != 0)
        return EZ_EXIT_STOPPED;
    if (ez_diags_errors(diags) == 0)
        return EZ_EXIT_DONE;
    fprintf(stderr, "%s\n\n", ez_phrase(EZ_SAY_FAULTY, ez_session_language(arguments)));
    ez_show_diags(diags, arguments, &opened->site, NULL, stderr);
    return EZ_EXIT_MISTAKES;
}

static EzExit begin(const EzOpened *opened, const EzExercise *exercise,
                    const EzArguments *arguments)
{
    guint64 people = 0, seed = ((guint64)g_random_int() << 21) ^ (guint64)g_get_real_time();
    seed &= (G_GUINT64_CONSTANT(1) << 53) - 1;
    g_autoptr(JsonNode) start = ez_value_new_object();
    JsonNode *params = ez_value_new_object();
    ez_value_put(start, "params", params);
    if (!take_number(arguments, "--people", 5000, &people) ||
        !take_number(arguments, "--seed", G_MAXUINT64, &seed) ||
        !ez_params_take(exercise, arguments, params))
        return EZ_EXIT_USAGE;
    EzExit exit;
    if (!take_earlier(arguments, exercise, start, &exit))
        return exit;
    exit = rehearse(opened, exercise, start, arguments);
    if (exit != EZ_EXIT_DONE)
        return exit;
    ez_value_put_string(start, "language", ez_session_language(arguments));
    put_circumstances(start, ez_load_kit(opened->load));
    g_auto(EzBundle) bundle = ez_opened_bundle(opened, exercise);
    g_auto(EzSitting) sitting = {.scripted = ez_argument_given(arguments, "--answers"),
                                 .told = ez_argument_given(arguments, "--json")};
    sitting.lay_ready =
        materials_of(exercise, ez_load_kit(opened->load), ez_session_language(arguments));
    const char *given = ez_argument(arguments, "--session");
    g_autofree char *path = given != NULL ? g_strdup(given) : free_path(exercise);
    g_autoptr(GError) error = NULL;
    EzStoreOptions options = ez_sitting_options(&sitting);
    sitting.live =
        ez_live_create(path, bundle.sources, bundle.n_sources, seed, start, &options, &error);
    return sitting.live != NULL ? lead(&sitting, arguments, (int)people)
                                : ez_session_exit(error, ez_session_language(arguments));
}

static EzExit run(const EzArguments *arguments)
{
    g_auto(EzOpened) opened = {0};
    const char *name = ez_operands(arguments)[0];
    EzExit exit;
    if (name == NULL)
        return ez_usage_error("which exercise? ezkit list shows them");
    if (ez_session_language(arguments) == NULL)
        return EZ_EXIT_USAGE;
    if (!ez_opened_init(&opened, arguments, &exit))
        return exit;
    const EzExercise *exercise = ez_opened_exercise(&opened, name);
    ez_stop_catch();
    return exercise != NULL ? begin(&opened, exercise, arguments) : EZ_EXIT_USAGE;
}

static EzExit resume(const EzArguments *arguments)
{
    const char *path = ez_operands(arguments)[0];
    if (path == NULL)
        return ez_usage_error("which session? resume FILE");
    if (ez_session_language(arguments) == NULL)
        return EZ_EXIT_USAGE;
    g_auto(EzSitting) sitting = {.scripted = ez_argument_given(arguments, "--answers"),
                                 .told = ez_argument_given(arguments, "--json")};
    g_autoptr(GError) error = NULL;
    ez_stop_catch();
    return ez_sitting_open(&sitting, path, &error)
               ? lead(&sitting, arguments, 0)
               : ez_session_exit(error, ez_session_language(arguments));
}

const EzCommand ez_command_run = {
    "run",
    "EXERCISE",
    1,
    "lead an exercise in the terminal",
    "  Reads the steps to you; you type for the table. ? gives help at any time.\n"
    "  Everything is kept in one file as you go: after a stop, a crash or a flat\n"
    "  battery, ezkit resume FILE goes on where you were. Bots do the exercise first:\n"
    "  one with mistakes does not begin, unless its events come with --answers.\n",
    run_options,
    run,
};

const EzCommand ez_command_resume = {
    "resume",
    "FILE",
    1,
    "go on with a session",
    "  The session runs the exercise as it was when it began, also when the kit\n"
    "  has changed since.\n",
    resume_options,
    resume,
};
