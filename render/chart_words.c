// SPDX-License-Identifier: EUPL-1.2
#include "render/chart_words.h"

#include "render/markup.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

// Bands of agreement; a settled habit, not a law.
#define AGREED 0.75
#define MIXED  0.5

enum { NL, EN, LANGUAGES };

static const char *const phrases[EZ_CHART_PHRASES][LANGUAGES] = {
    [EZ_SAY_FEW] = {"Te weinig antwoorden om iets te zeggen.",
                    "Too few answers to say anything."},
    [EZ_SAY_EMPTY] = {"Er zijn nog geen antwoorden.", "There are no answers yet."},
    [EZ_SAY_NOW] = {"nu", "now"},
    [EZ_SAY_LATER] = {"straks", "later"},
    [EZ_SAY_ROUND] = {"ronde", "round"},
    [EZ_SAY_QUORUM] = {"drempel: {n}", "threshold: {n}"},
    [EZ_SAY_QUORUM_MET] = {"drempel gehaald", "threshold met"},
    [EZ_SAY_ANSWER] = {"1 antwoord", "1 answer"},
    [EZ_SAY_ANSWERS] = {"{n} antwoorden", "{n} answers"},
    [EZ_SAY_MEDIAN] = {"middelste antwoord (mediaan): {n}", "middle answer (median): {n}"},
    [EZ_SAY_MIDDLE] = {"middelste antwoord (mediaan)", "middle answer (median)"},
    [EZ_SAY_FROM_TO] = {"{now} → {later}", "{now} → {later}"},
    [EZ_SAY_CONSENSUS] = {"eensgezindheid: {n}", "agreement: {n}"},
    [EZ_SAY_AGREED] = {"{n} (eens)", "{n} (agreed)"},
    [EZ_SAY_MIXED] = {"{n} (gemengd)", "{n} (mixed)"},
    [EZ_SAY_DIVIDED] = {"{n} (verdeeld)", "{n} (divided)"},
    [EZ_SAY_STAYS] = {"blijft op {now}", "stays at {now}"},
    [EZ_SAY_MOVES] = {"van {now} naar {later}: {gap}", "from {now} to {later}: {gap}"},
    [EZ_SAY_BACK] = {"{n} treden terug", "{n} steps back"},
    [EZ_SAY_BACK_ONE] = {"1 trede terug", "1 step back"},
    [EZ_SAY_FORWARD] = {"{n} treden naar voren", "{n} steps forward"},
    [EZ_SAY_FORWARD_ONE] = {"1 trede naar voren", "1 step forward"},
    [EZ_SAY_DOTS] = {"Een stip voor elk antwoord: {answers}{scale}.",
                     "A dot for each answer: {answers}{scale}."},
    [EZ_SAY_HISTOGRAM] = {"Staafdiagram van {answers}{scale}.",
                          "Bar chart of {answers}{scale}."},
    [EZ_SAY_SCALE] = {" op een schaal van {first} tot {n}", " on a scale of {first} to {n}"},
    [EZ_SAY_MEDIAN_IS] = {" De mediaan, het middelste antwoord, is {n}.",
                          " The median, the middle answer, is {n}."},
    [EZ_SAY_CONSENSUS_IS] = {" De eensgezindheid is {n}.", " The agreement is {n}."},
    [EZ_SAY_COUNT] = {" {label}: {n}.", " {label}: {n}."},
    [EZ_SAY_STAIRS] = {"Trap van {n} treden.", "Stairs of {n} steps."},
    [EZ_SAY_STEP] = {" Trede {n}: {label}.", " Step {n}: {label}."},
    [EZ_SAY_TASK] = {" {label}: nu {now}, straks {later}; {gap}.",
                     " {label}: now {now}, later {later}; {gap}."},
    [EZ_SAY_SHIFT] = {"Een stip voor elk antwoord, op een schaal van 1 tot {n}.",
                      "A dot for each answer, on a scale of 1 to {n}."},
    [EZ_SAY_SHIFT_TASK] = {" {label}: nu {now}, straks {later}; {gap}. Antwoorden nu: {from}; "
                           "straks: {to}.",
                           " {label}: now {now}, later {later}; {gap}. Answers now: {from}; "
                           "later: {to}."},
    [EZ_SAY_ROUNDS] = {"Steun per ronde. De drempel is {n}.",
                       "Support in each round. The threshold is {n}."},
    [EZ_SAY_SUPPORT] = {"ronde {round}: {n}", "round {round}: {n}"},
    [EZ_SAY_MET] = {"haalt de drempel in ronde {round}",
                    "meets the threshold in round {round}"},
    [EZ_SAY_NOT_MET] = {"haalt de drempel niet", "does not meet the threshold"},
    [EZ_SAY_BARS] = {"Scores van hoog naar laag.", "Scores from high to low."},
};

const char *ez_chart_speech(const char *language)
{
    return g_str_has_prefix(language, "nl") ? "nl" : "en";
}

// ---- phrases ---------------------------------------------------------------------------

// The value of the slot that begins behind `name`, among pairs of name and value.
static const char *value_of(const char *name, size_t length, const char *const *pairs)
{
    for (int i = 0; pairs[i] != NULL; i += 2)
        if (strlen(pairs[i]) == length && strncmp(pairs[i], name, length) == 0)
            return pairs[i + 1];
    return "";
}

static char *fill(EzArena *arena, const char *phrase, const char *const *pairs)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (const char *c = phrase; *c != '\0'; c++) {
        const char *end = *c == '{' ? strchr(c, '}') : NULL;
        if (end == NULL) {
            g_string_append_c(out, *c);
            continue;
        }
        g_string_append(out, value_of(c + 1, (size_t)(end - c - 1), pairs));
        c = end;
    }
    return ez_arena_copy(arena, out->str, out->len + 1);
}

char *ez_chart_say(EzArena *arena, const char *language, EzChartPhrase phrase, ...)
{
    enum { MOST = 13 };
    const char *pairs[MOST] = {NULL};
    int count = 0;
    va_list list;
    va_start(list, phrase);
    for (const char *word; count < MOST - 1 && (word = va_arg(list, const char *)) != NULL;)
        pairs[count++] = word;
    va_end(list);
    bool dutch = strcmp(ez_chart_speech(language), "nl") == 0;
    return fill(arena, phrases[phrase][dutch ? NL : EN], pairs);
}

char *ez_chart_number(EzArena *arena, const char *language, double value)
{
    char shown[G_ASCII_DTOSTR_BUF_SIZE];
    double rounded = round(value * 100) / 100 + 0.0; // never -0
    g_ascii_formatd(shown, sizeof shown, "%.10g", rounded);
    char *point = strchr(shown, '.');
    if (point != NULL && strcmp(ez_chart_speech(language), "nl") == 0)
        *point = ',';
    return ez_arena_copy(arena, shown, strlen(shown) + 1);
}

char *ez_chart_answers(EzArena *arena, const char *language, int count)
{
    const char *n = ez_arena_printf(arena, "%d", count);
    return ez_chart_say(arena, language, count == 1 ? EZ_SAY_ANSWER : EZ_SAY_ANSWERS, "n", n,
                        NULL);
}

static const char *distance(EzArena *arena, const char *language, double gap)
{
    const char *n = ez_chart_number(arena, language, fabs(gap));
    bool one = fabs(gap) == 1;
    EzChartPhrase phrase = gap < 0 ? one ? EZ_SAY_BACK_ONE : EZ_SAY_BACK
                           : one   ? EZ_SAY_FORWARD_ONE
                                   : EZ_SAY_FORWARD;
    return ez_chart_say(arena, language, phrase, "n", n, NULL);
}

char *ez_chart_gap(EzArena *arena, const char *language, double now, double later)
{
    const char *from = ez_chart_number(arena, language, now);
    const char *to = ez_chart_number(arena, language, later);
    if (now == later)
        return ez_chart_say(arena, language, EZ_SAY_STAYS, "now", from, NULL);
    return ez_chart_say(arena, language, EZ_SAY_MOVES, "now", from, "later", to, "gap",
                        distance(arena, language, later - now), NULL);
}

char *ez_chart_agreement(EzArena *arena, const char *language, const EzChart *chart)
{
    double value = ez_numbers_consensus(&chart->answers, chart->points);
    // Judged as it is printed: 0.75 is never "mixed".
    double shown = round(value * 100) / 100;
    EzChartPhrase band = shown >= AGREED  ? EZ_SAY_AGREED
                         : shown >= MIXED ? EZ_SAY_MIXED
                                          : EZ_SAY_DIVIDED;
    return ez_chart_say(arena, language, band, "n", ez_chart_number(arena, language, value),
                        NULL);
}

// ---- for who cannot see it -------------------------------------------------------------

typedef struct Telling {
    EzArena *arena;
    const EzChart *chart;
    int number;
    const char *language;
    GString *out;
} Telling;

// A text without its signs; `i` of a list.
static const char *words_of(const Telling *t, const EzTexts *texts, int i)
{
    if (t->chart->said)
        return ez_text_in(texts->texts[i], t->number);
    return ez_markup_parse(t->arena, ez_text_in(texts->texts[i], t->number), NULL, NULL)->text;
}

static const char *number_of(const Telling *t, double value)
{
    return ez_chart_number(t->arena, t->language, value);
}

#define SAY(t, ...)                                                                            \
    g_string_append((t)->out, ez_chart_say((t)->arena, (t)->language, __VA_ARGS__))

// "3", or "3 (stimulate)" where the point has a name, or the name of a column.
static const char *column_of(const Telling *t, int i)
{
    const EzTexts *labels = &t->chart->labels;
    if (labels->count == 0)
        return number_of(t, t->chart->below + i + 1);
    const char *label = words_of(t, labels, i);
    return t->chart->kind == EZ_CHART_DOTS
               ? label
               : ez_arena_printf(t->arena, "%d (%s)", t->chart->below + i + 1, label);
}

static void tell_answers(Telling *t)
{
    const EzChart *c = t->chart;
    bool dots = c->kind == EZ_CHART_DOTS, scale = !dots || c->labels.count == 0;
    const char *n = number_of(t, c->below + c->points), *first = number_of(t, c->below + 1);
    SAY(t, dots ? EZ_SAY_DOTS : EZ_SAY_HISTOGRAM, "answers",
        ez_chart_answers(t->arena, t->language, c->answers.count), "scale",
        scale ? ez_chart_say(t->arena, t->language, EZ_SAY_SCALE, "first", first, "n", n, NULL)
              : "",
        NULL);
    for (int i = 0; i < ez_chart_columns(c); i++)
        SAY(t, EZ_SAY_COUNT, "label", column_of(t, i), "n",
            number_of(t, ez_numbers_count(&c->answers, i + 1)), NULL);
    if (scale)
        SAY(t, EZ_SAY_MEDIAN_IS, "n", number_of(t, c->below + ez_numbers_median(&c->answers)),
            NULL);
    if (!dots)
        SAY(t, EZ_SAY_CONSENSUS_IS, "n", ez_chart_agreement(t->arena, t->language, c), NULL);
}

static void tell_steps(Telling *t)
{
    const EzTexts *steps = &t->chart->steps;
    for (int i = 0; i < steps->count; i++)
        SAY(t, EZ_SAY_STEP, "n", number_of(t, i + 1), "label", words_of(t, steps, i), NULL);
}

static void tell_note(Telling *t, int i)
{
    if (t->chart->notes.count > 0)
        g_string_append_printf(t->out, " %s.", words_of(t, &t->chart->notes, i));
}

static const char *shift_of(const Telling *t, double now, double later)
{
    return now == later ? ez_chart_gap(t->arena, t->language, now, later)
                        : distance(t->arena, t->language, later - now);
}

static void tell_stairs(Telling *t)
{
    const EzChart *c = t->chart;
    SAY(t, EZ_SAY_STAIRS, "n", number_of(t, c->points), NULL);
    tell_steps(t);
    for (int i = 0; i < c->labels.count; i++) {
        double now = c->now.numbers[i], later = c->later.numbers[i];
        SAY(t, EZ_SAY_TASK, "label", words_of(t, &c->labels, i), "now", number_of(t, now),
            "later", number_of(t, later), "gap", shift_of(t, now, later), NULL);
        tell_note(t, i);
    }
}

// "2 × 3, 4 × 4": how often each point was given.
static const char *list_of(const Telling *t, const EzNumbers *answers)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (int point = 1; point <= t->chart->points; point++) {
        int count = ez_numbers_count(answers, point);
        if (count > 0)
            g_string_append_printf(out, "%s%d × %d", out->len > 0 ? ", " : "", count, point);
    }
    return ez_arena_intern(t->arena, out->str);
}

static void tell_shift_task(Telling *t, int i)
{
    const EzNumbers *from = &t->chart->from.lists[i], *to = &t->chart->to.lists[i];
    const char *label = words_of(t, &t->chart->labels, i);
    double now = ez_numbers_median(from), later = ez_numbers_median(to);
    if (from->count > 0 && to->count > 0)
        SAY(t, EZ_SAY_SHIFT_TASK, "label", label, "now", number_of(t, now), "later",
            number_of(t, later), "gap", shift_of(t, now, later), "from", list_of(t, from), "to",
            list_of(t, to), NULL);
    else
        g_string_append_printf(t->out, " %s: %s", label,
                               ez_chart_say(t->arena, t->language, EZ_SAY_FEW, NULL));
    tell_note(t, i);
}

static void tell_shift(Telling *t)
{
    SAY(t, EZ_SAY_SHIFT, "n", number_of(t, t->chart->points), NULL);
    tell_steps(t);
    for (int i = 0; i < t->chart->labels.count; i++)
        tell_shift_task(t, i);
}

static void tell_option(Telling *t, int option)
{
    const EzChart *c = t->chart;
    int met = 0;
    g_string_append_printf(t->out, " %s: ", words_of(t, &c->labels, option));
    for (int round = 0; round < c->rounds.count; round++) {
        double support = c->rounds.lists[round].numbers[option];
        SAY(t, EZ_SAY_SUPPORT, "round", number_of(t, round + 1), "n", number_of(t, support),
            NULL);
        g_string_append(t->out, ", ");
        if (met == 0 && support >= c->quorum)
            met = round + 1;
    }
    SAY(t, met > 0 ? EZ_SAY_MET : EZ_SAY_NOT_MET, "round", number_of(t, met), NULL);
    g_string_append_c(t->out, '.');
}

static void tell_rounds(Telling *t)
{
    SAY(t, EZ_SAY_ROUNDS, "n", number_of(t, t->chart->quorum), NULL);
    for (int i = 0; i < t->chart->labels.count; i++)
        tell_option(t, i);
}

static void tell_bars(Telling *t)
{
    const EzChart *c = t->chart;
    int *order = ez_arena_array(t->arena, int, c->values.count);
    ez_chart_rank(c, order);
    SAY(t, EZ_SAY_BARS, NULL);
    for (int i = 0; i < c->values.count; i++)
        SAY(t, EZ_SAY_COUNT, "label", words_of(t, &c->labels, order[i]), "n",
            number_of(t, c->values.numbers[order[i]]), NULL);
}

typedef void (*Tell)(Telling *t);

static const Tell tells[EZ_CHART_KINDS] = {
    [EZ_CHART_DOTS] = tell_answers,  [EZ_CHART_HISTOGRAM] = tell_answers,
    [EZ_CHART_STAIRS] = tell_stairs, [EZ_CHART_SHIFT] = tell_shift,
    [EZ_CHART_ROUNDS] = tell_rounds, [EZ_CHART_BARS] = tell_bars,
};

char *ez_chart_alt(EzArena *arena, const EzChart *chart, int number, const char *language)
{
    g_autoptr(GString) out = g_string_new(NULL);
    Telling telling = {arena, chart, number, language, out};
    if (chart->few)
        SAY(&telling, EZ_SAY_FEW, NULL);
    else if (ez_chart_is_empty(chart))
        SAY(&telling, EZ_SAY_EMPTY, NULL);
    else
        tells[chart->kind](&telling);
    return ez_arena_copy(arena, out->str, out->len + 1);
}
