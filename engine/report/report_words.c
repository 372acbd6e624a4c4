// SPDX-License-Identifier: EUPL-1.2
// What a report says of its own, and the words of what it tells of.
#include "engine/report/report-private.h"

#include "engine/run/words.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const struct {
    const char *nl, *en;
} phrases[EZ_REPORT_PHRASES] = {
    [EZ_TELL_HARVEST] = {"Oogst", "Harvest"},
    [EZ_TELL_RAW] = {"Alles wat is ingevuld", "All that was filled in"},
    [EZ_TELL_RAW_IS] = {"Dit is voor wie de sessie leidde. Geef de oogst door, en niet dit.",
                        "This is for who led the session. Pass on the harvest, and not this."},
    [EZ_TELL_RECORD_IS] =
        {"Dit is voor het archief. Wat mensen schreven, is weggelaten: daar staat …",
         "This is for the archive. What people wrote is left out: … stands there."},
    [EZ_TELL_VERSION] = {"versie {n}", "version {n}"},
    [EZ_TELL_PERSON] = {"1 deelnemer", "1 participant"},
    [EZ_TELL_PEOPLE] = {"{n} deelnemers", "{n} participants"},
    [EZ_TELL_AGENDA] = {"Zo liep het", "How it went"},
    [EZ_TELL_PART] = {"Onderdeel", "Part"},
    [EZ_TELL_PLANNED] = {"Gepland", "Planned"},
    [EZ_TELL_TOOK] = {"Duurde", "Took"},
    [EZ_TELL_MINUTES] = {"{n} min", "{n} min"},
    [EZ_TELL_SHORT] = {"< 1 min", "< 1 min"},
    [EZ_TELL_GOES_ON] = {"loopt nog", "still running"},
    [EZ_TELL_TOGETHER] = {"Samen", "Total"},
    [EZ_TELL_BARS] = {"Bovenste balk: gepland. Onderste balk: zo lang duurde het.",
                      "Upper bar: planned. Lower bar: how long it took."},
    [EZ_TELL_CHALLENGE] = {"Opgave", "Challenge"},
    [EZ_TELL_WHAT] = {"Wat", "What"},
    [EZ_TELL_GROUP] = {"Groep", "Group"},
    [EZ_TELL_WHO] = {"Wie", "Who"},
    [EZ_TELL_WHEN] = {"Wanneer", "When"},
    [EZ_TELL_NOTHING_AT] = {"Niets opgeschreven bij: {parts}.",
                            "Nothing was written down at: {parts}."},
    [EZ_TELL_NO_HARVEST] =
        {"Er is niets geoogst. De stappen zijn overgeslagen, of er was niemand.",
         "There is no harvest. The steps were skipped, or nobody was there."},
    [EZ_TELL_NO_ACTION] = {"Jullie hebben niets afgesproken.", "You agreed on nothing."},
    [EZ_TELL_NO_CHOICE] = {"Niemand heeft hier gekozen.", "Nobody chose here."},
    [EZ_TELL_NO_DECISION] = {"Deze oogst is geen besluit.", "This harvest is not a decision."},
    [EZ_TELL_INDICATION] = {"Deze uitkomst is een indicatie. Praat erover.",
                            "This result is an indication. Talk about it."},
    [EZ_TELL_UNFINISHED] = {"Nog niet klaar", "Not finished yet"},
    [EZ_TELL_SO_FAR] = {"Deze sessie is nog niet klaar. Dit staat er tot nu toe.",
                        "This session is not finished yet. This is how it stands."},
    [EZ_TELL_HARVEST_COMES] =
        {"De oogst komt aan het eind van de sessie. Met --raw staat er wat al is ingevuld.",
         "The harvest comes at the end of the session. --raw tells what was filled in so far."},
    [EZ_TELL_COUNT] = {"{n} opgeschreven", "{n} written down"},
    [EZ_TELL_FEW] = {"Te weinig antwoorden om iets te zeggen.",
                     "Too few answers to say anything."},
    [EZ_TELL_FEW_NUMBERS] = {"Te weinig antwoorden om cijfers te laten zien. Praat erover.",
                             "Too few answers to show numbers. Talk about it."},
    [EZ_TELL_CHOSEN] = {"Gekozen: {item}", "Chosen: {item}"},
    [EZ_TELL_TIE] = {"Een gelijke stand bovenaan: {items}.", "A tie at the top: {items}."},
    [EZ_TELL_TOP] = {"Bovenaan: {item} ({n}).", "At the top: {item} ({n})."},
    [EZ_TELL_AND] = {"en", "and"},
    [EZ_TELL_NUMBER] = {"Nr.", "No."},
    [EZ_TELL_ITEM] = {"Wat", "What"},
    [EZ_TELL_SCORE] = {"Score", "Score"},
    [EZ_TELL_VOTES] = {"Stemmen", "Votes"},
    [EZ_TELL_TIMES] = {"Keer", "Times"},
    [EZ_TELL_ANSWER] = {"Antwoord", "Answer"},
    [EZ_TELL_CARD] = {"Kaart", "Card"},
    [EZ_TELL_ORGANISM] = {"Organisme", "Organism"},
    [EZ_TELL_SOURCES] = {"Bronnen", "Sources"},
    [EZ_TELL_PILE] = {"Stapel", "Pile"},
    [EZ_TELL_NO_NAME] = {"(zonder naam)", "(without a name)"},
    [EZ_TELL_PLACE] = {"Plek", "Place"},
    [EZ_TELL_FROM] = {"Van", "From"},
    [EZ_TELL_VERB] = {"Doet", "Does"},
    [EZ_TELL_TO] = {"Naar", "To"},
    [EZ_TELL_WEIGHT] = {"Gewicht", "Weight"},
    [EZ_TELL_FLAGS] = {"Let op", "Note"},
    [EZ_TELL_ROUND] = {"Ronde {n}", "Round {n}"},
    [EZ_TELL_ROUND_OF] = {"{words} (ronde {n})", "{words} (round {n})"},
    [EZ_TELL_RESTS] = {"rust deze ronde", "rests this round"},
    [EZ_TELL_TABLE] = {"Tafel", "Table"},
    [EZ_TELL_TOPIC] = {"Onderwerp", "Topic"},
    [EZ_TELL_SEATED] = {"Mensen", "People"},
    [EZ_TELL_MIND] = {"Let op", "Note"},
    [EZ_TELL_LOW] = {"te weinig mensen", "too few people"},
    [EZ_TELL_SECTORS] = {"te weinig verschillende sectoren", "too few different sectors"},
    [EZ_TELL_GOVERNMENT] = {"te veel overheid", "too much government"},
    [EZ_TELL_LEFT_OUT] = {"Hiervoor was geen plek: {items}.",
                          "There was no room for: {items}."},
    [EZ_TELL_WISHES] =
        {"{n} % van wie een voorkeur gaf, zit een keer bij een eerste of tweede keus.",
         "{n}% of those who gave a preference sit once at a first or second choice."},
    [EZ_TELL_NOW] = {"Nu", "Now"},
    [EZ_TELL_LATER] = {"Straks", "Later"},
    [EZ_TELL_AGREEMENT_NOW] = {"Eensgezind nu", "Agreement now"},
    [EZ_TELL_AGREEMENT_LATER] = {"Eensgezind straks", "Agreement later"},
    [EZ_TELL_VERDICT] = {"Uitslag", "Result"},
    [EZ_TELL_OPTION] = {"Optie", "Option"},
    [EZ_TELL_MEDIAN] = {"Het middelste antwoord is {n}.", "The middle answer is {n}."},
    [EZ_TELL_MEASURES_ARE] =
        {"Het middelste antwoord (de mediaan): de helft zit eronder, de helft erboven. "
         "Eensgezind: 1 is allemaal hetzelfde, 0 is de helft onderaan en de helft bovenaan.",
         "The middle answer (the median): half are below it, half above. "
         "Agreement: 1 is all the same, 0 is half at the bottom and half at the top."},
    [EZ_TELL_AGREED] = {"Jullie zijn het eens.", "You agree."},
    [EZ_TELL_MIXED] = {"Jullie zijn het deels eens.", "You agree in part."},
    [EZ_TELL_DIVIDED] =
        {"Jullie zijn verdeeld. Luister eerst naar wie hoog en wie laag zou kiezen.",
         "You are divided. Listen first to who would choose high and who low."},
    [EZ_TELL_DOWN] = {"Bij {down} van de {n} gaat het middelste antwoord omlaag.",
                      "The middle answer goes down for {down} of {n}."},
    [EZ_TELL_UP] = {"Bij {up} van de {n} gaat het middelste antwoord omhoog.",
                    "The middle answer goes up for {up} of {n}."},
    [EZ_TELL_DOWN_AND_UP] =
        {"Bij {down} van de {n} gaat het middelste antwoord omlaag, bij {up} omhoog.",
         "The middle answer goes down for {down} of {n} and up for {up}."},
    [EZ_TELL_SAME] = {"Het middelste antwoord blijft overal gelijk.",
                      "The middle answer stays the same everywhere."},
    [EZ_TELL_LEAST_AGREED] = {"Over straks zijn jullie het minst eens bij: {item}.",
                              "You agree least about later at: {item}."},
    [EZ_TELL_THRESHOLD] = {"{item} haalt de drempel van {n} in ronde {round}.",
                           "{item} meets the threshold of {n} in round {round}."},
    [EZ_TELL_NO_THRESHOLD] = {"Geen optie haalt de drempel van {n}.",
                              "No option meets the threshold of {n}."},
    [EZ_TELL_ROUNDS_LEFT_OUT] =
        {"Een streepje: minder dan vijf mensen gaven in deze ronde anoniem antwoord.",
         "A dash: fewer than five people answered anonymously in this round."},
    [EZ_TELL_BETWEEN] = {"Tussendoor", "In between"},
    [EZ_TELL_SKIPPED] = {"Overgeslagen.", "Skipped."},
    [EZ_TELL_NO_ANSWER] = {"Niemand heeft hier geantwoord.", "Nobody answered here."},
};

static bool is_dutch(const EzReport *report)
{
    return strcmp(report->language, "nl") == 0;
}

const char *ez_report_tell(EzReport *report, EzReportPhrase phrase, ...)
{
    const char *text = is_dutch(report) ? phrases[phrase].nl : phrases[phrase].en;
    g_autoptr(GString) out = g_string_new(NULL);
    for (const char *c = text; *c != '\0'; c++) {
        const char *end = *c == '{' ? strchr(c, '}') : NULL;
        if (end == NULL) {
            g_string_append_c(out, *c);
            continue;
        }
        va_list pairs;
        va_start(pairs, phrase);
        for (const char *name; (name = va_arg(pairs, const char *)) != NULL;) {
            const char *value = va_arg(pairs, const char *);
            if (strlen(name) == (gsize)(end - c - 1) && g_str_has_prefix(c + 1, name))
                g_string_append(out, value);
        }
        va_end(pairs);
        c = end;
    }
    return ez_arena_intern(report->arena, out->str);
}

const char *ez_report_number(EzReport *report, double number)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(text, sizeof text, "%.10g", round(number * 100) / 100 + 0.0); // never -0
    bool dutch = is_dutch(report), plain = strchr(text, 'e') == NULL;
    gsize whole = strspn(text, "-0123456789"), sign = *text == '-';
    g_autoptr(GString) out = g_string_new(text);
    if (text[whole] == '.' && dutch)
        out->str[whole] = ',';
    for (gsize at = whole; plain && at > sign + 3;) {
        at -= 3;
        g_string_insert_c(out, (gssize)at, dutch ? '.' : ',');
    }
    return ez_arena_intern(report->arena, out->str);
}

const char *ez_report_date(EzReport *report, const char *date)
{
    int year, month, day;
    if (date == NULL || sscanf(date, "%4d-%2d-%2d", &year, &month, &day) != 3 || year < 1 ||
        month < 1 || month > 12 || day < 1 || day > 31)
        return NULL;
    g_autofree char *words = ez_words_of_date(day, month, year, report->language);
    return ez_arena_intern(report->arena, words);
}

const char *ez_report_list(EzReport *report, const GPtrArray *words)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < words->len; i++) {
        if (i > 0 && i + 1 == words->len)
            g_string_append_printf(out, " %s ", ez_report_tell(report, EZ_TELL_AND, NULL));
        else if (i > 0)
            g_string_append(out, ", ");
        g_string_append(out, words->pdata[i]);
    }
    return ez_arena_intern(report->arena, out->str);
}

// ---- words of values -----------------------------------------------------------

bool ez_report_is_answer(JsonNode *value)
{
    return ez_value_get(value, "@") != NULL;
}

const char *ez_report_words(EzReport *report, JsonNode *value)
{
    if (report->record && ez_value_find_answer(value) != NULL)
        return "…";
    double number = ez_value_number(value, NAN);
    if (!isnan(number))
        return ez_report_number(report, number);
    g_autofree char *words = ez_words_of(report->session, value, report->language);
    return ez_arena_intern(report->arena, words);
}

const char *ez_report_heading(EzReport *report, const EzHarvest *harvest)
{
    g_autoptr(JsonNode) told = ez_value_new_object();
    g_autoptr(GList) names = harvest->slots != NULL
                                 ? json_object_get_members(json_node_get_object(harvest->slots))
                                 : NULL;
    for (GList *name = names; name != NULL; name = name->next)
        ez_value_put_string(told, name->data,
                            ez_report_words(report, ez_value_get(harvest->slots, name->data)));
    g_autofree char *words = ez_words_with(NULL, harvest->text, told, report->language);
    return ez_arena_intern(report->arena, words);
}

const EzStep *ez_report_step(const EzReport *report, const char *kind, const char *id)
{
    for (int i = ez_session_step_count(report->session) - 1; i >= 0; i--) {
        const EzStep *step = ez_session_step(report->session, i);
        bool same = kind == NULL || strcmp(step->kind->word, kind) == 0;
        if (same && (id == NULL || ez_step_find_item(ez_step_items(step), id) >= 0))
            return step;
    }
    return NULL;
}

const char *ez_report_words_of_id(EzReport *report, const char *id)
{
    const EzStep *step = ez_report_step(report, NULL, id);
    JsonNode *items = step != NULL ? ez_step_items(step) : NULL;
    return step != NULL
               ? ez_report_words(report, ez_value_item(items, ez_step_find_item(items, id)))
               : ez_arena_intern(report->arena, id);
}

// In a list, or in the lists of a table.
static JsonNode *find_named(JsonNode *value, const char *id)
{
    int at = ez_step_find_item(value, id);
    if (at >= 0 || value == NULL || !JSON_NODE_HOLDS_OBJECT(value))
        return ez_value_item(value, at);
    g_autoptr(GList) names = json_object_get_members(json_node_get_object(value));
    JsonNode *found = NULL;
    for (GList *name = names; found == NULL && name != NULL; name = name->next) {
        JsonNode *list = ez_value_get(value, name->data);
        if (ez_value_count(list) > 0)
            found = ez_value_item(list, ez_step_find_item(list, id));
    }
    return found;
}

const char *ez_report_words_of_option(EzReport *report, const char *kind, const char *option,
                                      const char *id)
{
    for (int i = ez_session_step_count(report->session) - 1; i >= 0 && *id != '\0'; i--) {
        const EzStep *step = ez_session_step(report->session, i);
        JsonNode *found = strcmp(step->kind->word, kind) == 0
                              ? find_named(ez_step_option(step, option), id)
                              : NULL;
        if (found != NULL)
            return ez_report_words(report, found);
    }
    return ez_arena_intern(report->arena, id);
}

bool ez_report_is_few(const EzStep *step)
{
    return step != NULL && !ez_step_is_shared(step) && step->inputs->len < EZ_STEP_ENOUGH;
}
