// SPDX-License-Identifier: EUPL-1.2
#include "engine/term/phrases.h"

#include <glib.h>
#include <string.h>

static const struct {
    const char *nl, *en;
} phrases[EZ_PHRASES] = {
    [EZ_SAY_WELCOME] = {"Typ ? voor hulp, /stop om later verder te gaan. Alles wordt bewaard.",
                        "Type ? for help, /quit to go on later. Everything is kept."},
    [EZ_SAY_HOW_MANY] = {"Met hoeveel mensen zijn jullie?", "How many people are you?"},
    [EZ_SAY_NEXT] = {"Enter: verder", "Enter: go on"},
    [EZ_SAY_ASK] = {"Eén antwoord per regel. Lege regel: klaar.",
                    "One answer a line. Empty line: done."},
    [EZ_SAY_ASK_ONE] = {"Schrijf het antwoord van de groep. Lege regel: klaar.",
                        "Write the group's answer. Empty line: done."},
    [EZ_SAY_CHOOSE] = {"Typ voor iedereen het nummer van de keuze: 2 1 2. Lege regel: klaar.",
                       "Type everyone's choice by its number: 2 1 2. Empty line: done."},
    [EZ_SAY_CHOOSE_ONE] = {"Typ het nummer van jullie keuze. Lege regel: klaar.",
                           "Type the number of your choice. Empty line: done."},
    [EZ_SAY_CHOOSE_SEVERAL] = {"Typ de nummers van jullie keuze: 1 3. Lege regel: klaar.",
                               "Type the numbers of your choice: 1 3. Empty line: done."},
    [EZ_SAY_SCALE] = {"Typ voor iedereen een cijfer van %d tot %d: 3 4 4 2. Lege regel: klaar.",
                      "Type a number from %d to %d for everyone: 3 4 4 2. Empty line: done."},
    [EZ_SAY_SCALE_ITEMS] =
        {"Eén regel per persoon, een cijfer van %d tot %d voor elk: 3 4 2. Lege regel: klaar.",
         "One line a person, a number from %d to %d for each: 3 4 2. Empty line: done."},
    [EZ_SAY_RANK] = {"Eén regel per persoon, de beste eerst: 2 1 3. Lege regel: klaar.",
                     "One line a person, the best first: 2 1 3. Empty line: done."},
    [EZ_SAY_VOTE] = {"Eén regel per persoon. 1 1 3 = twee stippen op 1, één op 3; 2=4 = vier "
                     "op 2. Lege regel: klaar.",
                     "One line a person. 1 1 3 = two dots on 1, one on 3; 2=4 = four on 2. "
                     "Empty line: done."},
    [EZ_SAY_CLUSTER] = {"Eén stapel per regel: naam: 1 4 5. Lege regel: klaar.",
                        "One pile a line: name: 1 4 5. Empty line: done."},
    [EZ_SAY_PLACE] = {"Nummer en plek: 1 a. Lege regel: klaar.",
                      "Number and place: 1 a. Empty line: done."},
    [EZ_SAY_PLACE_SELF] = {"Typ voor iedereen de letter van de plek: a c b. Lege regel: klaar.",
                           "Type everyone's place by its letter: a c b. Empty line: done."},
    [EZ_SAY_SWARM] =
        {"Eén regel per persoon: optie, sterkte 1 tot 5, nieuw argument. 2 4 het is dichtbij. "
         "0 = rust. "
         "Met stopkaart: 2 4 argument / stop 3 reden. Lege regel: klaar.",
         "One line a person: option, strength 1 to 5, new argument. 2 4 it is near. 0 = rests. "
         "With a stop card: 2 4 argument / stop 3 reason. Empty line: done."},
    [EZ_SAY_QUORUM] = {"De drempel is %s van %s.", "The quorum is %s of %s."},
    [EZ_SAY_ACTION] =
        {"Schrijf elke afspraak in drie regels: wat, wie, wanneer. Lege regel: klaar. "
         "Geen afspraak? Typ het woord niets.",
         "Write each agreement in three lines: what, who, when. Empty line: done. "
         "No agreement? Type the word nothing."},
    [EZ_SAY_UNAGREED] = {"Een afspraak heeft wat, wie en wanneer. Spreken jullie niets af? Typ "
                         "het woord niets.",
                         "An agreement has what, who and when. Do you agree on nothing? Type "
                         "the word nothing."},
    [EZ_SAY_NOTHING_YET] = {"Er staat nog niets. Nog een keer Enter: verder zonder antwoord.",
                            "Nothing is written yet. Enter again: go on without an answer."},
    [EZ_SAY_GATE] = {"Jij kiest: typ het nummer.", "You decide: type the number."},
    [EZ_SAY_DONE_COUNT] = {"%d van %d", "%d of %d"},
    [EZ_SAY_ANONYMOUS] = {"Anoniem: niemand kan zien wie wat schreef.",
                          "Anonymous: nobody can see who wrote what."},
    [EZ_SAY_HELP] = {"Hulp", "Help"},
    [EZ_SAY_NO_HELP] = {"Bij deze stap hoort geen extra hulp.", "This step has no extra help."},
    [EZ_SAY_COMMANDS] = {"? hulp   /verder   /sla-over   /terug   /herstel (laatste antwoord)  "
                         " /groep N   /erbij   /langer   /pauze   /stop",
                         "? help   /next   /skip   /back   /undo (last answer)   /group N   "
                         "/more   /extend   /pause   /quit"},
    [EZ_SAY_ALL_DONE] = {"Iedereen heeft geantwoord. Kwam er iemand bij? Typ /erbij",
                         "Everyone has answered. Did somebody join? Type /more"},
    [EZ_SAY_NOT_UNDERSTOOD] = {"Dat begrijp ik niet: ", "That is not clear: "},
    [EZ_SAY_SKIPPED] = {"Overgeslagen.", "Skipped."},
    [EZ_SAY_BACK] = {"Terug. Wat later kwam, blijft in het bestand staan, maar telt niet mee.",
                     "Back. What came later stays in the file, but does not count."},
    [EZ_SAY_NO_BACK] = {"Dit is de eerste stap.", "This is the first step."},
    [EZ_SAY_PAUSED] = {"Pauze. Enter: verder", "Pause. Enter: go on"},
    [EZ_SAY_UNDONE] = {"Hersteld.", "Undone."},
    [EZ_SAY_JOINED] = {"Jullie zijn nu met %d.", "You are %d now."},
    [EZ_SAY_TIME_UP] = {"De tijd is om. Rond rustig af; niemand wordt afgekapt.",
                        "Time is up. Finish calmly; nobody is cut off."},
    [EZ_SAY_MINUTES] = {"ongeveer %d min", "about %d min"},
    [EZ_SAY_FEW] = {"Minder dan vijf anonieme antwoorden: de uitkomst blijft verborgen.",
                    "Fewer than five anonymous answers: the outcome stays hidden."},
    [EZ_SAY_RESULT] = {"Uitkomst", "Outcome"},
    [EZ_SAY_TIE] = {"Gelijk: er is geen winnaar.", "A tie: there is no winner."},
    [EZ_SAY_MEDIAN] = {"het midden is %s, overeenstemming %s",
                       "the middle is %s, agreement %s"},
    [EZ_SAY_FINISHED] = {"Klaar. Dank jullie wel. Maak het verslag met:",
                         "Done. Thank you all. Make the report with:"},
    [EZ_SAY_STOPPED] = {"Alles is bewaard. Ga verder met:", "Everything is kept. Go on with:"},
    [EZ_SAY_KEPT] = {"Bewaar dit bestand tot %s; ezkit forget wist het.",
                     "Keep this file until %s; ezkit forget erases it."},
    [EZ_SAY_BROKEN] = {"Het script van deze oefening ging mis; jullie antwoorden zijn bewaard:",
                       "The script of this exercise went wrong; your answers are kept:"},
    [EZ_SAY_GROUP] = {"Er zijn %d groepen bezig. Dit is %s; wissel met /groep N.",
                      "%d groups are at work. This is %s; change with /group N."},
    [EZ_SAY_GROUP_NAME] = {"Groep %s", "Group %s"},
    [EZ_SAY_WHAT] = {"wat", "what"},
    [EZ_SAY_WHO] = {"wie", "who"},
    [EZ_SAY_WHEN] = {"wanneer", "when"},
    [EZ_SAY_NOTHING] = {"niets", "nothing"},
    [EZ_SAY_SOURCE] = {"bron", "source"},
    [EZ_SAY_CHECK_GREEN] =
        {"Groen: een zin waar elk team iets mee kan. Een indicatie, geen oordeel.",
         "Green: a sentence any team can use. An indication, not a verdict."},
    [EZ_SAY_CHECK_ORANGE] = {"Oranje: welk woord mag weg zonder dat de zin verandert? Een "
                             "indicatie, geen oordeel.",
                             "Orange: which word can go without changing the sentence? An "
                             "indication, not a verdict."},
    [EZ_SAY_CHECK_RED] =
        {"Rood: maak er een advies van, met een werkwoord vooraan en hooguit twintig woorden. "
         "Een indicatie, geen oordeel.",
         "Red: turn it into advice, verb first and at most twenty words. An indication, not a "
         "verdict."},
    [EZ_SAY_REFUSED] = {"Dat kan niet: %s.", "That cannot be done: %s."},
    [EZ_SAY_STATE_OPEN] = {"open", "open"},
    [EZ_SAY_STATE_DONE] = {"klaar", "done"},
    [EZ_SAY_STATE_SKIPPED] = {"overgeslagen", "skipped"},
    [EZ_SAY_IS_FINISHED] = {"%d mensen, afgerond", "%d people, finished"},
    [EZ_SAY_IS_UNFINISHED] = {"%d mensen, nog niet klaar", "%d people, not finished"},
    [EZ_SAY_FORGOTTEN] = {"gewist: %s", "forgotten: %s"},
    [EZ_SAY_MOVED] = {"%s gaat verder met %s", "%s now runs %s"},
    [EZ_SAY_MOVED_BEFORE] = {"%s werkt al met %s", "%s runs %s already"},
    [EZ_SAY_STAYS] =
        {"De sessie blijft zoals zij was. Je kunt haar afmaken met haar eigen script:",
         "The session stays as it was. You can finish it on its own script:"},
    [EZ_SAY_BEGIN_ANEW] = {"of opnieuw beginnen, met haar oogst erbij:",
                           "or begin anew, with its harvest at hand:"},
};

const char *ez_phrase(EzPhrase phrase, const char *language)
{
    return strcmp(language, "nl") == 0 ? phrases[phrase].nl : phrases[phrase].en;
}

char *ez_phrase_fill(EzPhrase phrase, const char *language, const char *a, const char *b)
{
    GString *out = g_string_new(NULL);
    const char *values[] = {a, b};
    gsize next = 0;
    for (const char *c = ez_phrase(phrase, language); *c != '\0'; c++) {
        if (*c != '%' || next == G_N_ELEMENTS(values)) {
            g_string_append_c(out, *c);
            continue;
        }
        g_string_append(out, values[next] != NULL ? values[next] : "");
        next++;
        c++;
    }
    return g_string_free(out, FALSE);
}
