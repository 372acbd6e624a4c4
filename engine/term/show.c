// SPDX-License-Identifier: EUPL-1.2
#include "engine/term/show-private.h"

#include "engine/run/fold.h"
#include "engine/run/text_check.h"
#include "engine/run/words.h"
#include "engine/term/entry.h"

#include <string.h>

enum { MANY = 12, MINUTE = 60 }; // people from whom on one counts; seconds

bool ez_show_is(const EzStep *step, const char *word)
{
    return strcmp(step->kind->word, word) == 0;
}

const char *ez_show_phrase(const EzShow *show, EzPhrase phrase)
{
    return ez_phrase(phrase, show->language);
}

static void put(const EzShow *show, EzPhrase phrase)
{
    ez_screen_put(show->screen, 0, ez_show_phrase(show, phrase));
}

static void put_numbers(const EzShow *show, EzPhrase phrase, int a, int b)
{
    g_autofree char *one = g_strdup_printf("%d", a), *other = g_strdup_printf("%d", b),
                    *line = ez_phrase_fill(phrase, show->language, one, other);
    ez_screen_put(show->screen, 0, line);
}

static char *in_head(const EzShow *show, const char *name)
{
    JsonNode *head = ez_session_head(show->session);
    return ez_words_of(show->session, ez_value_get(head, name), show->language);
}

static int planned(const EzShow *show)
{
    return (int)ez_value_number(ez_value_get(ez_session_head(show->session), "minutes"), 0);
}

void ez_show_exercise(const EzShow *show)
{
    g_autofree char *title = in_head(show, "title"), *goal = in_head(show, "goal");
    if (*title != '\0')
        ez_screen_put(show->screen, 0, title);
    if (*goal != '\0')
        ez_screen_put(show->screen, 0, goal);
    if (planned(show) > 0)
        put_numbers(show, EZ_SAY_PLANNED, planned(show), 0);
}

// ---- a step --------------------------------------------------------------------

static void show_items(const EzShow *show, const EzStep *step)
{
    JsonNode *items = ez_step_items(step);
    for (int i = 0; i < ez_value_count(items); i++) {
        JsonNode *item = ez_value_item(items, i);
        g_autofree char *words = ez_words_of_item(show->session, step, i, show->language);
        g_autofree char *line =
            g_strdup_printf("%3d. %s%s%s", i + 1, ez_show_card_id(item),
                            *ez_show_card_id(item) != '\0' ? ": " : "", words);
        ez_screen_put(show->screen, 5, line);
    }
}

static void show_lettered(const EzShow *show, EzPhrase title, const char *mark, JsonNode *items)
{
    if (items == NULL)
        return;
    put(show, title);
    for (int i = 0; i < MIN(ez_value_count(items), 26); i++) {
        g_autofree char *words =
            ez_words_of(show->session, ez_value_item(items, i), show->language);
        g_autofree char *line = g_strdup_printf("  %s%c. %s", mark, 'a' + i, words);
        ez_screen_put(show->screen, 6, line);
    }
}

// What a link leads to, and what is said of it.
static void show_link(const EzShow *show, const EzStep *step)
{
    JsonNode *to = ez_step_option(step, "to"), *weight = ez_step_option(step, "weight");
    if (to != NULL)
        put(show, EZ_SAY_LINK_TO);
    for (int i = 0; i < ez_value_count(to); i++) {
        g_autofree char *words =
            ez_words_of(show->session, ez_value_item(to, i), show->language);
        g_autofree char *line = g_strdup_printf("%3d. %s", i + 1, words);
        ez_screen_put(show->screen, 5, line);
    }
    show_lettered(show, EZ_SAY_LINK_VERBS, "", ez_step_option(step, "verbs"));
    show_lettered(show, EZ_SAY_LINK_FLAGS, "!", ez_step_option(step, "flags"));
    if (weight != NULL)
        put_numbers(show, EZ_SAY_LINK_WEIGHT, (int)ez_value_number(ez_value_item(weight, 0), 0),
                    (int)ez_value_number(ez_value_item(weight, 1), 0));
}

static void show_zones(const EzShow *show, const EzStep *step)
{
    g_autoptr(GPtrArray) zones = ez_entry_zones(step);
    for (guint i = 0; i < zones->len && i < 26; i++) {
        g_autofree char *words = ez_words_of(show->session, zones->pdata[i], show->language);
        g_autofree char *line = g_strdup_printf("  %c. %s", 'a' + (int)i, words);
        ez_screen_put(show->screen, 5, line);
    }
}

static void show_labels(const EzShow *show, const EzStep *step)
{
    JsonNode *labels = ez_step_option(step, "labels");
    int from = (int)ez_value_number(ez_step_option(step, "from"), 1);
    int to = (int)ez_value_number(ez_step_option(step, "to"), 5);
    if (labels != NULL && ez_step_items(step) != NULL)
        put(show, EZ_SAY_SCORES);
    for (int i = from; labels != NULL && i <= to; i++) {
        char name[16];
        g_snprintf(name, sizeof name, "%d", i);
        JsonNode *label = ez_value_count(labels) > 0 ? ez_value_item(labels, i - 1)
                                                     : ez_value_get(labels, name);
        g_autofree char *words = ez_words_of(show->session, label, show->language);
        // A label may begin with its number, as it stands on a card.
        bool numbered = g_str_has_prefix(words, name) && words[strlen(name)] == ' ';
        g_autofree char *line =
            numbered ? g_strdup_printf("  %s", words) : g_strdup_printf("  %d = %s", i, words);
        if (label != NULL)
            ez_screen_put(show->screen, 6, line);
    }
}

static char *minutes_of(const EzShow *show, const EzStep *step)
{
    JsonNode *time = ez_step_option(step, "time");
    double seconds = ez_value_number(time != NULL ? time : ez_step_option(step, "seconds"), 0);
    g_autofree char *minutes = g_strdup_printf("%d", MAX(1, (int)(seconds / 60 + 0.5)));
    g_autofree char *words = ez_phrase_fill(EZ_SAY_MINUTES, show->language, minutes, NULL);
    return seconds > 0 ? g_strdup_printf(" (%s)", words) : g_strdup("");
}

char *ez_show_group(const EzShow *show, const char *id)
{
    if (id == NULL)
        return g_strdup("");
    bool numbered = id[0] == 'g' && g_ascii_isdigit(id[1]);
    return numbered ? ez_phrase_fill(EZ_SAY_GROUP_NAME, show->language, id + 1, NULL)
                    : g_strdup(id);
}

static char *section_of(const EzShow *show, const EzStep *step)
{
    if (step->section < 0)
        return g_strdup("");
    return ez_words_of(show->session, ez_session_section(show->session, step->section)->text,
                       show->language);
}

static void append_part(GString *out, const EzShow *show, const char *words)
{
    if (*words != '\0')
        g_string_append_printf(out, "%s%s",
                               out->len == 0         ? ""
                               : show->screen->plain ? ", "
                                                     : " · ",
                               words);
}

// Which round of a swarm it is; empty of other kinds.
static char *round_of(const EzShow *show, const EzStep *step)
{
    int round = 1;
    char digits[16];
    for (const EzStep *before = step->before; before != NULL; before = before->before)
        round++;
    g_snprintf(digits, sizeof digits, "%d", round);
    return ez_show_is(step, "swarm")
               ? ez_phrase_fill(EZ_SAY_ROUND, show->language, digits, NULL)
               : g_strdup("");
}

// "Part 2 · Where are we now? · step 4 · Group 1 (about 6 min)".
static void show_heading(const EzShow *show, const EzStep *step, int number)
{
    char digits[16];
    g_autoptr(GString) heading = g_string_new(NULL);
    g_autofree char *minutes = minutes_of(show, step), *section = section_of(show, step),
                    *group = ez_show_group(show, step->group);
    g_snprintf(digits, sizeof digits, "%d", step->section + 1);
    g_autofree char *part = ez_phrase_fill(EZ_SAY_PART, show->language, digits, NULL);
    g_snprintf(digits, sizeof digits, "%d", number);
    g_autofree char *own = ez_phrase_fill(EZ_SAY_STEP, show->language, digits, NULL);
    g_autofree char *round = round_of(show, step);
    append_part(heading, show, step->section >= 0 ? part : "");
    append_part(heading, show, section);
    append_part(heading, show, own);
    append_part(heading, show, round);
    append_part(heading, show, group);
    g_string_append(heading, minutes);
    ez_screen_heading(show->screen, heading->str);
}

void ez_show_text(const EzShow *show, const EzStep *step)
{
    static const struct {
        const char *to;
        EzPhrase phrase;
    } readers[] = {{"facilitator", EZ_SAY_TO_FACILITATOR},
                   {"projector", EZ_SAY_TO_PROJECTOR},
                   {"phones", EZ_SAY_TO_PHONES}};
    const char *to =
        ez_show_is(step, "say") ? ez_value_string(ez_step_option(step, "to"), "") : "";
    for (gsize i = 0; i < G_N_ELEMENTS(readers); i++)
        if (strcmp(readers[i].to, to) == 0)
            put(show, readers[i].phrase);
    g_autofree char *text = ez_words_of_step(show->session, step, show->language);
    ez_screen_put(show->screen, 0, text);
}

static void show_purse(const EzShow *show, const EzStep *step)
{
    bool square = strcmp(ez_value_string(ez_step_option(step, "cost"), ""), "square") == 0;
    put_numbers(show, square ? EZ_SAY_VOTE_CREDITS : EZ_SAY_VOTE_DOTS, (int)ez_step_purse(step),
                0);
}

static void show_hint(const EzShow *show, const EzStep *step)
{
    EzTyped entry = {show->session, step, show->language};
    bool scores = ez_show_is(step, "scale");
    g_autofree char *hint = ez_entry_hint(&entry);
    g_autofree char *bracketed =
        show->screen->plain ? g_strdup(hint) : g_strdup_printf("[%s]", hint);
    if (scores && ez_value_flag(ez_step_option(step, "unknown"), false))
        put(show, EZ_SAY_UNKNOWN);
    ez_screen_put(show->screen, show->screen->plain ? 0 : 1, bracketed);
}

void ez_show_step(const EzShow *show, const EzStep *step, int number)
{
    show_heading(show, step, number);
    ez_show_text(show, step);
    show_items(show, step);
    show_zones(show, step);
    show_labels(show, step);
    if (ez_show_is(step, "link"))
        show_link(show, step);
    if (ez_show_is(step, "vote"))
        show_purse(show, step);
    if (ez_step_is_anonymous(step))
        put(show, EZ_SAY_ANONYMOUS);
    if (ez_session_may_answer_count(show->session, step) >= MANY &&
        ez_entry_tally_hint(step) != EZ_PHRASES)
        put(show, ez_entry_tally_hint(step));
    show_hint(show, step);
}

void ez_show_help(const EzShow *show, const EzStep *step)
{
    JsonNode *note = ez_step_option(step, "note");
    show_hint(show, step);
    if (ez_entry_tally_hint(step) != EZ_PHRASES)
        put(show, ez_entry_tally_hint(step));
    bool own = step->kind->answerer == EZ_BY_PEOPLE && !ez_step_is_shared(step) &&
               !ez_show_is(step, "action");
    if (own)
        put(show, ez_step_is_anonymous(step) ? EZ_SAY_GATHER : EZ_SAY_PROMPT_PERSON);
    if (note == NULL)
        put(show, EZ_SAY_NO_HELP);
    for (int i = 0; i < MAX(ez_value_count(note), note != NULL); i++) {
        JsonNode *one = ez_value_count(note) > 0 ? ez_value_item(note, i) : note;
        g_autofree char *words = ez_words_of(show->session, one, show->language);
        g_autofree char *line = g_strdup_printf(show->screen->plain ? "%s" : "  – %s", words);
        ez_screen_put(show->screen, show->screen->plain ? 0 : 4, line);
    }
}

// ---- the agenda ----------------------------------------------------------------

static int minutes_since(const EzShow *show, int64_t began)
{
    return (int)(MAX(0, show->now - began) / MINUTE);
}

void ez_show_place(const EzShow *show, const EzStep *step)
{
    const EzSection *section =
        step->section >= 0 ? ez_session_section(show->session, step->section) : NULL;
    g_autofree char *name = section_of(show, step);
    if (*name != '\0') {
        g_autofree char *number = g_strdup_printf("%d", step->section + 1),
                        *part = ez_phrase_fill(EZ_SAY_PART, show->language, number, NULL),
                        *line = g_strdup_printf("%s: %s", part, name);
        ez_screen_put(show->screen, 0, line);
    }
    if (section != NULL && section->minutes > 0)
        put_numbers(show, EZ_SAY_PART_PLANNED, minutes_since(show, section->began),
                    section->minutes);
    if (planned(show) > 0)
        put_numbers(show, EZ_SAY_WHOLE_PLANNED, minutes_since(show, 0), planned(show));
}

static void append_minutes(GString *out, const EzShow *show, EzPhrase phrase, int64_t began,
                           int minutes)
{
    g_autofree char *passed = g_strdup_printf("%d", minutes_since(show, began)),
                    *whole = g_strdup_printf("%d", minutes),
                    *words = ez_phrase_fill(phrase, show->language, passed, whole);
    if (minutes > 0)
        g_string_append_printf(out, "%s · ", words);
}

char *ez_show_bar(const EzShow *show, const EzStep *step)
{
    GString *out = g_string_new(NULL);
    const EzSection *section =
        step->section >= 0 ? ez_session_section(show->session, step->section) : NULL;
    if (section != NULL)
        append_minutes(out, show, EZ_SAY_BAR_PART, section->began, section->minutes);
    append_minutes(out, show, EZ_SAY_BAR_WHOLE, 0, planned(show));
    g_string_append(out, ez_show_phrase(show, EZ_SAY_BAR_HELP));
    return g_string_free(out, FALSE);
}

void ez_show_check(const EzShow *show, const EzStep *step, const char *text)
{
    static const struct {
        const char *light;
        EzPhrase phrase;
    } lights[] = {{"green", EZ_SAY_CHECK_GREEN},
                  {"orange", EZ_SAY_CHECK_ORANGE},
                  {"red", EZ_SAY_CHECK_RED}};
    if (ez_step_option(step, "check") == NULL)
        return;
    g_autoptr(JsonNode) found =
        ez_text_check_one(step, text, ez_session_text_language(show->session));
    const char *light = ez_value_string(ez_value_get(found, "light"), "");
    for (gsize i = 0; i < G_N_ELEMENTS(lights); i++)
        if (strcmp(lights[i].light, light) == 0)
            put(show, lights[i].phrase);
}
