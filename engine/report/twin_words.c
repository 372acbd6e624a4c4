// SPDX-License-Identifier: EUPL-1.2
// What a twin says in each language. A phrase has at most one %d or one %s.
#include "engine/report/twin-private.h"
#include "engine/run/words.h"

#include <string.h>

static const struct {
    const char *nl, *en;
} phrases[EZ_TWIN_PHRASES] = {
    [EZ_SAY_RUN_SHEET] = {"Draaiboek", "Run sheet"},
    [EZ_SAY_RECORD_SHEET] = {"Invulblad", "Record sheet"},
    [EZ_SAY_GROUP_SHEET] = {"Groepsblad", "Group sheet"},
    [EZ_SAY_SLIP] = {"Briefje %d", "Slip %d"},
    [EZ_SAY_TYPING] = {"Overtypen", "Typing it in"},
    [EZ_SAY_FOR_PEOPLE] = {"voor %d mensen", "for %d people"},
    [EZ_SAY_WHEN] = {"Wanneer", "When"},
    [EZ_SAY_OUTCOME] = {"Uitkomst", "Outcome"},
    [EZ_SAY_NEEDED] = {"Leg klaar", "Lay ready"},
    [EZ_SAY_TIP] = {"Tip", "Tip"},
    [EZ_SAY_PITFALL] = {"Valkuil", "Pitfall"},
    [EZ_SAY_SOURCES] = {"Bronnen (Engels)", "Sources"},
    [EZ_SAY_MINUTES] = {"%d min", "%d min"},
    [EZ_SAY_SECONDS] = {"%d seconden", "%d seconds"},
    [EZ_SAY_DATE] = {"Datum", "Date"},
    [EZ_SAY_GROUP] = {"Groep", "Group"},
    [EZ_SAY_FACILITATOR] = {"Begeleider", "Facilitator"},
    [EZ_SAY_MEMBERS] = {"Nummers in deze groep", "Numbers in this group"},
    [EZ_SAY_SOMETIMES] = {"Alleen soms", "Only in some cases"},
    [EZ_SAY_ONLY_WITH] = {"Alleen bij: %s", "Only with: %s"},
    [EZ_SAY_ONLY_AFTER] = {"Alleen na ‘%s’", "Only after ‘%s’"},
    [EZ_SAY_SOMETIMES_AFTER] = {"Alleen soms, na ‘%s’", "Only in some cases, after ‘%s’"},
    [EZ_SAY_OR] = {" of ", " or "},
    [EZ_SAY_ON_REQUEST] = {"Vraag zo nodig:", "Ask if needed:"},
    [EZ_SAY_ANONYMOUS] = {"Anoniem: schrijf geen naam op.", "Anonymous: write no name."},
    [EZ_SAY_NAME] = {"Naam", "Name"},
    [EZ_SAY_NUMBER] = {"nr %d", "no. %d"},
    [EZ_SAY_KEEP_NUMBER] =
        {"Op sommige briefjes staat een nummer. Ieder houdt steeds hetzelfde nummer.",
         "Some slips have a number. Everyone keeps the same number all along."},
    [EZ_SAY_CUT] = {"Knip langs de lijnen", "Cut along the lines"},
    [EZ_SAY_COPIES_PERSON] = {"één per persoon", "one per person"},
    [EZ_SAY_COPIES_GROUP] = {"één per groep", "one per group"},
    [EZ_SAY_COPIES_ONE] = {"voor de begeleider", "for the facilitator"},
    [EZ_SAY_SET] = {"1 set", "1 set"},
    [EZ_SAY_LIST_LETTERS] = {"Zet voor elk antwoord een letter: A, B, C …",
                             "Put a letter before each answer: A, B, C …"},
    [EZ_SAY_LETTERS_OF] = {"letters: zie de lijst bij ‘%s’", "letters: see the list at ‘%s’"},
    [EZ_SAY_FROM_LETTER] = {"Dit is letter %s.", "This is letter %s."},
    [EZ_SAY_MAKE_GROUPS] = {"hoogstens %d groepen", "at most %d groups"},
    [EZ_SAY_DRAW] = {"neem er %d", "take %d"},
    [EZ_SAY_CARD] = {"kaart %s", "card %s"},
    [EZ_SAY_CHOOSE_ONE] = {"kies er één", "choose one"},
    [EZ_SAY_CHOOSE_MOST] = {"kies er hoogstens %d", "choose at most %d"},
    [EZ_SAY_RANKED] = {"schrijf 1 bij het beste, dan 2, 3 …",
                       "write 1 at the best, then 2, 3 …"},
    [EZ_SAY_DOTS] = {"schrijf hoeveel stippen je geeft; je hebt er %d",
                     "write how many dots you give; you have %d"},
    [EZ_SAY_CREDITS] = {"schrijf hoeveel stemmen je geeft; je hebt %d punten",
                        "write how many votes you give; you have %d credits"},
    [EZ_SAY_UNKNOWN] = {"weet ik niet", "I do not know"},
    [EZ_SAY_FOR] = {"Optie", "Option"},
    [EZ_SAY_STRENGTH] = {"Sterkte", "Strength"},
    [EZ_SAY_STOP] = {"Stop", "Stop"},
    [EZ_SAY_ARGUMENT] =
        {"Waarom? Wie blijft, geeft een nieuw argument. Bij een stop hoort een reden.",
         "Why? Who stays gives a new argument. A stop needs a reason."},
    [EZ_SAY_WHY] = {"Ronde", "Round"},
    [EZ_SAY_COUNT_SWARM] =
        {"Zo tel je: tel na elke ronde per optie de mensen. Elke stop tot nu toe haalt er een "
         "half af. Een stop telt alleen met een reden, tegen een andere optie dan de eigen, en "
         "één keer per persoon. Er is een besluit als de koploper de drempel haalt en er twee "
         "voor ligt; dan komt er geen ronde meer. Drempel %s.",
         "How to count: after each round count the people at each option. Each stop so far "
         "takes off a half. A stop counts only with a reason, against another option than "
         "one’s own, and once for each person. There is a decision when the leader meets the "
         "threshold and is two ahead; then no round follows. Threshold %s."},
    [EZ_SAY_COUNT_STAYING] =
        {"Wie blijft zonder nieuw argument, gaat één sterkte omlaag; wie op 0 komt, telt niet "
         "mee.",
         "Who stays without a new argument drops one strength; who comes to 0 does not count."},
    [EZ_SAY_CAREFUL] = {"zorgvuldig %d", "careful %d"},
    [EZ_SAY_FAST] = {"snel %d", "fast %d"},
    [EZ_SAY_COUNT_RANK] =
        {"Zo tel je: de laatste plaats geeft 0 punten, elke plaats hoger één meer. Liet iemand "
         "een optie open, geef dan op elk briefje de laatste plaats 1 punt en een open optie "
         "0. De meeste punten wint. Staan er opties gelijk, dan kiest de groep hardop.",
         "How to count: the last place gives 0 points, each place higher one more. If anybody "
         "left an option open, give the last place on each slip 1 point and an open option 0. "
         "Most points win. Where options are level, the group chooses aloud."},
    [EZ_SAY_COUNT_SQUARE] =
        {"Zo tel je: 1 stem kost 1 punt, 2 stemmen kosten er 4, 3 kosten er 9, 4 kosten er 16. "
         "Kijk of niemand te veel uitgaf, en tel de stemmen op.",
         "How to count: 1 vote costs 1 credit, 2 votes cost 4, 3 cost 9, 4 cost 16. See that "
         "nobody spent too much, and add up the votes."},
    [EZ_SAY_NOT_IN_KIT] = {"%s (niet bij dit pakket)", "%s (not in this kit)"},
    [EZ_SAY_WHAT] = {"Wat", "What"},
    [EZ_SAY_WHO] = {"Wie", "Who"},
    [EZ_SAY_BY] = {"Wanneer", "When"},
    [EZ_SAY_PILE] = {"Naam van de stapel", "Name of the pile"},
    [EZ_SAY_ITEMS] = {"Letters", "Letters"},
    [EZ_SAY_PLACES] = {"plaatsen: %s", "places: %s"},
    [EZ_SAY_FROM] = {"Van", "From"},
    [EZ_SAY_TO] = {"Naar", "To"},
    [EZ_SAY_VERB] = {"Woord", "Word"},
    [EZ_SAY_WEIGHT] = {"Gewicht", "Weight"},
    [EZ_SAY_FLAGS] = {"Teken", "Mark"},
    [EZ_SAY_TIMES] = {"hoogstens %d keer", "at most %d times"},
    [EZ_SAY_WORKSHEET] = {"werkblad %s", "worksheet %s"},
    [EZ_SAY_ELSE] = {"Of: %s", "Or: %s"},
    [EZ_SAY_CHOICES] = {"Zo is dit afgedrukt", "Printed with"},
    [EZ_SAY_YES] = {"ja", "yes"},
    [EZ_SAY_NO] = {"nee", "no"},
    [EZ_SAY_BOX] = {"Vak", "Box"},
    [EZ_SAY_STEP] = {"Stap", "Step"},
    [EZ_SAY_PAPER] = {"Papier", "Paper"},
    [EZ_SAY_VALUE] = {"Waarde", "Value"},
    [EZ_SAY_TYPING_HOW] =
        {"Alles wat op papier staat, kun je later overtypen in een bestand. ezkit run %s "
         "--answers BESTAND "
         "speelt het na. Elke regel is zo’n gebeurtenis: wie er is, een antwoord, een stap die "
         "sluit.",
         "All that is on paper can be typed into a file later. ezkit run %s --answers FILE "
         "plays it. Each line is "
         "an event such as these: who is there, an answer, a step that closes."},
    [EZ_SAY_TYPING_ORDER] =
        {"Sluit elke stap uit de tabel, van boven naar beneden. Een stap die niet kwam, sla je "
         "over. Laat ook uit een waarde weg wat niemand invulde.",
         "Close each step of the table, from top to bottom. Leave out a step that did not "
         "come, "
         "and of a value what nobody filled in."},
    [EZ_SAY_TYPING_LETTERS] =
        {"Een letter is een antwoord van een eerdere stap: %s, en zo verder.",
         "A letter is an answer of an earlier step: %s, and so on."},
    [EZ_SAY_TYPING_GROUPS] =
        {"Tussen haken staat de groep: g1 is groep 1, en zo verder tot en met g%d. Schrijf "
         "voor "
         "elke groep een eigen regel.",
         "The group stands in brackets: g1 is group 1, and so on to g%d. Write a line of its "
         "own for each group."},
    [EZ_SAY_TYPING_AGAIN] =
        {"#1 is de eerste keer. Bij een volgende opgave of ronde eindigt de stap op #2, dan op "
         "#3 …",
         "#1 is the first time. For a next task or round the step ends in #2, then in #3 …"},
    [EZ_SAY_TYPING_MENDING] =
        {"Klopt een regel niet, dan noemt het programma de regel en de stappen die open zijn. "
         "Verbeter die regel en ga verder met ezkit resume; wat al binnen is, telt niet "
         "dubbel.",
         "When a line is not right, the program names the line and the steps that are open. "
         "Mend that line and go on with ezkit resume; what was taken does not count twice."},
    [EZ_SAY_TYPING_AGREEMENTS] = {"In een afspraak is by iets anders: wanneer het klaar is. "
                                  "Daar staat wie bij who.",
                                  "In an agreement by is something else: when it is done. "
                                  "There the person is who."},
    [EZ_SAY_TYPING_PEOPLE] = {"by is p1, p2 …: het nummer op het briefje. Bij een anonieme "
                              "stap laat je by weg. Van een groep of "
                              "de begeleider is het facilitator.",
                              "by is p1, p2 …: the number on the slip. At an anonymous step "
                              "leave by out. Of a group or the "
                              "facilitator it is facilitator."},
};

static const struct {
    const char *kind, *nl, *en;
} verbs[] = {
    {"say", "Zeg", "Say"},
    {"ask", "Vraag", "Ask"},
    {"choose", "Kies", "Choose"},
    {"scale", "Scoor", "Score"},
    {"rank", "Rangschik", "Rank"},
    {"vote", "Stem", "Vote"},
    {"cluster", "Groepeer", "Group"},
    {"place", "Plaats", "Place"},
    {"link", "Verbind", "Link"},
    {"timer", "Geef tijd", "Give time"},
    {"gate", "Beslis", "Decide"},
    {"action", "Spreek af", "Agree"},
    {"swarm", "Rondes", "Rounds"},
    {"draw", "Kaart", "Card"},
    {"deal", "Deel uit", "Deal"},
    {"split", "Verdeel", "Split"},
    {"seat", "Tafels", "Tables"},
};

static bool is_dutch(const EzTwin *twin)
{
    return strcmp(twin->language, "nl") == 0;
}

const char *ez_twin_say(const EzTwin *twin, EzTwinPhrase phrase)
{
    return is_dutch(twin) ? phrases[phrase].nl : phrases[phrase].en;
}

// The phrase with each `slot` ("%d", "%s") replaced.
static const char *put_in(const EzTwin *twin, EzTwinPhrase phrase, const char *slot,
                          const char *words)
{
    g_auto(GStrv) parts = g_strsplit(ez_twin_say(twin, phrase), slot, -1);
    g_autofree char *whole = g_strjoinv(words, parts);
    return ez_arena_intern(twin->arena, whole);
}

const char *ez_twin_say_number(const EzTwin *twin, EzTwinPhrase phrase, int number)
{
    g_autofree char *words = g_strdup_printf("%d", number);
    return put_in(twin, phrase, "%d", words);
}

const char *ez_twin_say_text(const EzTwin *twin, EzTwinPhrase phrase, const char *text)
{
    return put_in(twin, phrase, "%s", text);
}

const char *ez_twin_verb(const EzTwin *twin, const EzStepKind *kind)
{
    for (gsize i = 0; i < G_N_ELEMENTS(verbs); i++)
        if (strcmp(verbs[i].kind, kind->word) == 0)
            return is_dutch(twin) ? verbs[i].nl : verbs[i].en;
    return "";
}

const char *ez_twin_step_words(const EzTwin *twin, const EzWalkStep *step)
{
    g_autofree char *words = ez_walk_words(step, twin->language);
    return ez_arena_intern(twin->arena, words);
}

// A card goes by its id too: that stands on it.
const char *ez_twin_words(const EzTwin *twin, JsonNode *value)
{
    g_autofree char *words = ez_words_of(NULL, value, twin->language);
    const char *id = ez_value_string(ez_value_get(value, "id"), NULL);
    if (id == NULL || ez_value_get(value, "title") == NULL)
        return ez_arena_intern(twin->arena, *words != '\0' || id == NULL ? words : id);
    return ez_arena_printf(twin->arena, "%s %s", id, words);
}

const char *ez_twin_short(const EzTwin *twin, const char *words)
{
    enum { MOST = 36 };
    const char *start = words;
    while (*start != '\0' && !g_unichar_isalnum(g_utf8_get_char(start)))
        start = g_utf8_next_char(start);
    const char *stop = start + strcspn(start, ".?!:;,"), *cut = stop, *end = start;
    for (int i = 0; i < MOST && end < stop; i++, end = g_utf8_next_char(end))
        cut = *end == ' ' ? end : cut;
    bool whole = end == stop;
    cut = whole ? stop : cut;
    return ez_arena_printf(twin->arena, "%.*s%s", (int)(cut - start), start,
                           whole && (*stop == '\0' || strchr(".?!", *stop)) ? "" : " …");
}

const char *ez_twin_join(const EzTwin *twin, JsonNode *list, const char *between)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (int i = 0; i < ez_value_count(list); i++)
        g_string_append_printf(out, "%s%s", i > 0 ? between : "",
                               ez_twin_words(twin, ez_value_item(list, i)));
    return ez_arena_intern(twin->arena, out->str);
}

const char *ez_twin_letter(const EzTwin *twin, int n)
{
    enum { LETTERS = 26 };
    char last = (char)('A' + n % LETTERS);
    return n < LETTERS ? ez_arena_printf(twin->arena, "%c", last)
                       : ez_arena_printf(twin->arena, "%c%c", 'A' + n / LETTERS - 1, last);
}
