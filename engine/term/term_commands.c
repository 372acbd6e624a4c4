// SPDX-License-Identifier: EUPL-1.2
// What may be typed at any time, in both languages.
#include "engine/base/nearest.h"
#include "engine/term/term-private.h"

#include <string.h>

enum { MINUTE = 60, MORE_MINUTES = 2, MOST_MINUTES = 600 };

static const EzSession *session_of(const EzTalk *talk)
{
    return ez_talk_session(talk);
}

// ---- the course of things ------------------------------------------------------

static void do_next(EzTalk *talk, const EzStep *step, const char *rest)
{
    ez_talk_close_step(talk, step->key);
}

static void do_skip(EzTalk *talk, const EzStep *step, const char *rest)
{
    g_autofree char *key = g_strdup(step->key);
    if (ez_talk_do(talk, EZ_EVENT_SKIP, key, NULL, NULL))
        ez_talk_say(talk, EZ_SAY_SKIPPED);
}

// The last step before this one that is over.
static char *step_before(const EzTalk *talk, const EzStep *step)
{
    const EzSession *session = session_of(talk);
    const char *key = NULL;
    for (int i = 0; i < ez_session_step_count(session); i++) {
        const EzStep *one = ez_session_step(session, i);
        if (one == step)
            break;
        if (one->kind->answerer != EZ_BY_CHANCE && one->state != EZ_STEP_OPEN)
            key = one->key;
    }
    return g_strdup(key);
}

static void do_back(EzTalk *talk, const EzStep *step, const char *rest)
{
    g_autofree char *key = step_before(talk, step);
    if (key == NULL) {
        ez_talk_say(talk, EZ_SAY_NO_BACK);
        return;
    }
    if (ez_talk_do(talk, EZ_EVENT_REWIND, key, NULL, NULL))
        ez_talk_say(talk, EZ_SAY_BACK);
    talk->seen = ez_session_step_count(session_of(talk));
    ez_talk_show_again(talk);
}

static void do_quit(EzTalk *talk, const EzStep *step, const char *rest)
{
    talk->left = true;
}

// ---- answers -------------------------------------------------------------------

static void do_undo(EzTalk *talk, const EzStep *step, const char *rest)
{
    if (*rest == '\0')
        ez_talk_undo(talk, step);
    else
        ez_talk_take_away(talk, step, (int)CLAMP(g_ascii_strtoll(rest, NULL, 10), 0, G_MAXINT));
}

static void do_old(EzTalk *talk, const EzStep *step, const char *rest)
{
    ez_talk_take_old(talk, step);
}

static void do_who(EzTalk *talk, const EzStep *step, const char *rest)
{
    ez_talk_tell_people(talk, step);
}

// The person whose number begins the text, and what stands behind it; NULL after a sentence.
static const EzPerson *read_person(EzTalk *talk, const char *text, const char **rest)
{
    char *end;
    int count = ez_session_person_count(session_of(talk));
    gint64 number = g_ascii_strtoll(text, &end, 10);
    *rest = end + strspn(end, " :");
    const EzPerson *person = number >= 1 && number <= count
                                 ? ez_session_person(session_of(talk), (int)number - 1)
                                 : NULL;
    if (person != NULL && person->here)
        return person;
    ez_talk_say_number(talk, EZ_SAY_NO_PERSON, count, NULL);
    return NULL;
}

static void do_for(EzTalk *talk, const EzStep *step, const char *rest)
{
    const char *line;
    bool own = step->kind->answerer == EZ_BY_PEOPLE && step->kind->check != NULL &&
               !ez_step_is_anonymous(step) && !ez_step_is_shared(step);
    if (!own) {
        ez_talk_say(talk, ez_step_is_anonymous(step) ? EZ_SAY_NAMELESS : EZ_SAY_NOT_BY_PERSON);
        return;
    }
    const EzPerson *person = read_person(talk, rest, &line);
    if (person != NULL && *line == '\0')
        ez_talk_say(talk, EZ_SAY_FOR_HOW);
    else if (person != NULL)
        ez_talk_take_for(talk, step, person->id, line);
}

// ---- people --------------------------------------------------------------------

static void do_more(EzTalk *talk, const EzStep *step, const char *rest)
{
    if (ez_talk_join(talk))
        ez_talk_say_number(talk, EZ_SAY_JOINED, ez_session_people(session_of(talk)), NULL);
}

static void do_less(EzTalk *talk, const EzStep *step, const char *rest)
{
    const char *behind;
    const EzPerson *person = read_person(talk, rest, &behind);
    if (person == NULL || !ez_talk_do(talk, EZ_EVENT_LEAVE, "", person->id, NULL))
        return;
    g_autofree char *left = g_strdup_printf("%d", ez_session_people(session_of(talk)));
    ez_talk_say_number(talk, EZ_SAY_LEFT, (int)g_ascii_strtoll(rest, NULL, 10), left);
}

// "3 2": person 3 to group 2.
static void do_move(EzTalk *talk, const EzStep *step, const char *rest)
{
    const char *to;
    const EzPerson *person = read_person(talk, rest, &to);
    if (person == NULL)
        return;
    if (*to == '\0') {
        ez_talk_say(talk, EZ_SAY_MOVE_HOW);
        return;
    }
    g_autofree char *group = g_ascii_isdigit(*to) ? g_strdup_printf("g%s", to) : g_strdup(to);
    g_autoptr(JsonNode) value = ez_value_new_object();
    ez_value_put_string(value, "group", group);
    if (ez_talk_do(talk, EZ_EVENT_ROLE, "", person->id, value))
        ez_talk_say_number(talk, EZ_SAY_MOVED_PERSON, (int)g_ascii_strtoll(rest, NULL, 10), to);
}

static void do_group(EzTalk *talk, const EzStep *step, const char *rest)
{
    g_autoptr(GPtrArray) open = ez_talk_open_steps(talk);
    g_autoptr(GString) names = g_string_new(NULL);
    g_autofree char *name =
        g_ascii_isdigit(*rest) ? g_strdup_printf("g%s", rest) : g_strdup(rest);
    EzShow show = ez_talk_show(talk);
    for (guint i = 0; i < open->len; i++) {
        const EzStep *one = open->pdata[i];
        g_autofree char *words = ez_show_group(&show, one->group);
        if (*words != '\0')
            g_string_append_printf(names, "%s%s", names->len > 0 ? ", " : "", words);
        if (g_strcmp0(one->group, name) != 0)
            continue;
        g_free(talk->group);
        talk->group = g_steal_pointer(&name);
        ez_talk_show_again(talk);
        return;
    }
    if (names->len == 0)
        ez_talk_say(talk, EZ_SAY_NO_GROUPS);
    else
        ez_talk_say_filled(talk, EZ_SAY_NO_GROUP, names->str, NULL);
}

// ---- time ----------------------------------------------------------------------

static void do_extend(EzTalk *talk, const EzStep *step, const char *rest)
{
    int64_t left;
    g_autofree char *key = g_strdup(step->key);
    gint64 asked = g_ascii_strtoll(rest, NULL, 10);
    int minutes = asked > 0 ? (int)MIN(asked, MOST_MINUTES) : MORE_MINUTES;
    g_autoptr(JsonNode) more = ez_value_new_number(minutes * MINUTE);
    if (!ez_talk_time_left(talk, step, &left))
        ez_talk_say(talk, EZ_SAY_NO_TIME);
    else if (ez_talk_do(talk, EZ_EVENT_EXTEND, key, NULL, more))
        ez_talk_say_number(talk, minutes == 1 ? EZ_SAY_EXTENDED_ONE : EZ_SAY_EXTENDED, minutes,
                           NULL);
}

// A break takes nothing from the time of the step.
static void do_pause(EzTalk *talk, const EzStep *step, const char *rest)
{
    int64_t left, began = ez_live_time(talk->live);
    g_autofree char *key = g_strdup(step->key);
    g_autoptr(JsonNode) on = ez_value_new_flag(true), off = ez_value_new_flag(false);
    bool timed = ez_talk_time_left(talk, step, &left);
    if (!ez_talk_do(talk, EZ_EVENT_PAUSE, "", NULL, on))
        return;
    ez_talk_say(talk, EZ_SAY_PAUSED);
    g_autofree char *line = ez_talk_read(talk, "> ");
    if (line == NULL || !ez_talk_do(talk, EZ_EVENT_PAUSE, "", NULL, off))
        return;
    g_autoptr(JsonNode) more = ez_value_new_number((double)(ez_live_time(talk->live) - began));
    if (timed && ez_value_number(more, 0) > 0)
        ez_talk_do(talk, EZ_EVENT_EXTEND, key, NULL, more);
    ez_talk_show_again(talk);
}

// ---- help ----------------------------------------------------------------------

static void do_harvest(EzTalk *talk, const EzStep *step, const char *rest)
{
    EzShow show = ez_talk_show(talk);
    ez_show_harvest(&show);
}

static void do_card(EzTalk *talk, const EzStep *step, const char *rest)
{
    EzShow show = ez_talk_show(talk);
    if (*rest == '\0')
        ez_talk_say(talk, EZ_SAY_CARD_HOW);
    else if (!ez_show_card(&show, rest))
        ez_talk_say_filled(talk, EZ_SAY_NO_CARD, rest, NULL);
}

static void do_read(EzTalk *talk, const EzStep *step, const char *rest)
{
    ez_talk_show_again(talk);
}

static void do_help(EzTalk *talk, const EzStep *step, const char *rest);
static void do_commands(EzTalk *talk, const EzStep *step, const char *rest);

static void do_erase(EzTalk *talk, const EzStep *step, const char *rest)
{
    ez_talk_erase(talk, rest);
}

static const struct {
    const char *nl, *en;
    void (*run)(EzTalk *, const EzStep *, const char *rest);
    const char *what_nl, *what_en;
} commands[] = {
    {"?", "?", do_help, "hulp bij deze stap", "help with this step"},
    {"/hulp", "/help", do_commands, "alles wat je kunt typen", "all that you can type"},
    {"/lees", "/read", do_read, "toon deze stap nog eens", "show this step again"},
    {"/verder", "/next", do_next, "sluit deze stap en ga verder", "close this step and go on"},
    {"/terug", "/back", do_back, "ga een stap terug", "go a step back"},
    {"/oud", "/old", do_old, "neem de antwoorden van de vorige keer over",
     "take over the answers of last time"},
    {"/herstel", "/undo", do_undo, "haal de laatste regel weg; /herstel 2: onderdeel 2",
     "take the last line back; /undo 2: part 2"},
    {"/voor", "/for", do_for, "/voor 3 en een antwoord: dat van persoon 3",
     "/for 3 and an answer: that of person 3"},
    {"/wie", "/who", do_who, "wie wat heeft geantwoord", "who has answered what"},
    {"/kaart", "/card", do_card, "/kaart N01 toont wat er op een kaart staat",
     "/card N01 shows what a card says"},
    {"/oogst", "/harvest", do_harvest, "wat er tot nu toe uitkwam", "what came out so far"},
    {"/sla-over", "/skip", do_skip, "sla deze stap over", "skip this step"},
    {"/groep", "/group", do_group, "/groep 2 toont groep 2", "/group 2 shows group 2"},
    {"/wissel", "/move", do_move, "/wissel 3 2 zet persoon 3 in groep 2",
     "/move 3 2 puts person 3 in group 2"},
    {"/wis", "/erase", do_erase, "/wis en hoe een antwoord begint: het verdwijnt voorgoed",
     "/erase and how an answer begins: it is gone for good"},
    {"/erbij", "/more", do_more, "er komt iemand bij", "somebody joins"},
    {"/weg", "/less", do_less, "/weg 3: persoon 3 gaat weg", "/less 3: person 3 leaves"},
    {"/langer", "/extend", do_extend, "/langer 5: vijf minuten erbij",
     "/extend 5: five minutes more"},
    {"/pauze", "/pause", do_pause, "pauze; de tijd van de stap staat stil",
     "a break; the time of the step stands still"},
    {"/stop", "/quit", do_quit, "stop; alles blijft bewaard", "stop; everything is kept"},
};

static bool is_dutch(const EzTalk *talk)
{
    return strcmp(talk->term->language, "nl") == 0;
}

static void do_help(EzTalk *talk, const EzStep *step, const char *rest)
{
    EzShow show = ez_talk_show(talk);
    g_autoptr(GString) words = g_string_new(NULL);
    ez_show_place(&show, step);
    ez_show_help(&show, step);
    for (gsize i = 1; i < G_N_ELEMENTS(commands); i++)
        g_string_append_printf(words, "%s%s", i > 1 ? "  " : "",
                               is_dutch(talk) ? commands[i].nl : commands[i].en);
    ez_talk_say(talk, EZ_SAY_COMMANDS);
    ez_talk_say_text(talk, words->str);
    ez_talk_say(talk, EZ_SAY_COMMANDS_MORE);
}

static void do_commands(EzTalk *talk, const EzStep *step, const char *rest)
{
    for (gsize i = 0; i < G_N_ELEMENTS(commands); i++) {
        const char *word = is_dutch(talk) ? commands[i].nl : commands[i].en,
                   *what = is_dutch(talk) ? commands[i].what_nl : commands[i].what_en;
        g_autofree char *line = talk->screen.plain ? g_strdup_printf("%s: %s.", word, what)
                                                   : g_strdup_printf("  %-10s %s", word, what);
        ez_screen_put(&talk->screen, talk->screen.plain ? 0 : 13, line);
    }
}

static void tell_unknown(EzTalk *talk, const char *word)
{
    const char *words[G_N_ELEMENTS(commands) + 1] = {0};
    for (gsize i = 0; i < G_N_ELEMENTS(commands); i++)
        words[i] = is_dutch(talk) ? commands[i].nl : commands[i].en;
    const char *near = ez_nearest(word, words);
    ez_talk_say_filled(talk, near != NULL ? EZ_SAY_NEAR_COMMAND : EZ_SAY_NO_COMMAND, word,
                       near);
}

bool ez_talk_command(EzTalk *talk, const EzStep *step, const char *line)
{
    g_auto(GStrv) words = g_strsplit(line, " ", 2);
    const char *word = words[0] != NULL ? words[0] : "";
    g_autofree char *rest =
        g_strstrip(g_strdup(word == words[0] && words[1] != NULL ? words[1] : ""));
    bool asked = *word == '/' || strcmp(line, "?") == 0; // "? 3" is an answer
    for (gsize i = 0; asked && i < G_N_ELEMENTS(commands); i++)
        if (strcmp(word, commands[i].nl) == 0 || strcmp(word, commands[i].en) == 0) {
            commands[i].run(talk, step, rest);
            return true;
        }
    if (*word == '/')
        tell_unknown(talk, word);
    return *word == '/';
}
