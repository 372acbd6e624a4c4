// SPDX-License-Identifier: EUPL-1.2
// The principle check: each rule, its edge and what it must let pass; hostile bytes; and the principles of the kit's own cards.
#include "engine/run/principle-private.h"
#include "tests/support/test_kit.h"

#include <string.h>

typedef struct Case {
    const char *path, *language, *names[4], *text;
    const char *found; // flags in order, with how often when more than once; then the light
} Case;

#define TEN    "Geef wie kan een kans en kijk samen wat werkt. "
#define TWENTY TEN TEN

static const Case CASES[] = {
    // (a) the names of the card
    {"species/a-word-of-the-name",
     "nl",
     {"Zwarte wegmier", "Lasius niger"},
     "Volg de wegmier.",
     "species green"},
    {"species/the-latin-name",
     "nl",
     {"Zwarte wegmier", "Lasius niger"},
     "Doe als Lasius.",
     "species green"},
    {"species/in-the-plural", "nl", {"Honingbij"}, "Kijk naar honingbijen.", "species green"},
    {"species/a-name-in-the-plural",
     "nl",
     {"Wielwebspinnen, zoals de kruisspin"},
     "Bouw als een wielwebspin of kruisspinnen.",
     "species×2 orange"},
    {"species/not-how-it-looks",
     "nl",
     {"Zwarte wegmier"},
     "Zet een zwarte lijst en een groene tafel klaar.",
     "green"},
    {"species/not-small-words",
     "en",
     {"Trees, such as pedunculate oak"},
     "Choose such a partner as you can trust.",
     "green"},
    {"species/not-a-part-of-a-word", "nl", {"Beuk"}, "Kies een beukenhouten tafel.", "green"},
    {"species/a-kingdom", "nl", {"schimmel"}, "Werk als een schimmel.", "species green"},
    {"species/before-biology", "en", {"Rock ant"}, "Build like an ant.", "species green"},
    {"species/with-signs-of-markup",
     "nl",
     {"Canadese bever (Europese bever, _Castor fiber_)"},
     "Werk als Castor.",
     "species green"},
    {"species/in-any-language",
     "fr",
     {"Fourmi noire"},
     "La FOURMI travaille.",
     "species green"},
    {"species/empty-names", "nl", {"", "×", "o.a. e.a."}, "Kijk o.a. wat werkt.", "green"},
    // (b) biology: the words that the rule names itself
    {"biology/plant-dier", "nl", {NULL}, "Leer van een plant en een dier.", "biology×2 orange"},
    {"biology/schimmel-mier",
     "nl",
     {NULL},
     "Leer van een schimmel en een mier.",
     "biology×2 orange"},
    {"biology/blad-wortel-cel", "nl", {NULL}, "Leer van blad, wortel en cel.", "biology×3 red"},
    {"biology/a-bee-after-an-article", "nl", {NULL}, "Kijk hoe de bij danst.", "biology green"},
    {"biology/bij-as-by",
     "nl",
     {NULL},
     "Zoek partners bij wie jouw doel erbij hoort.",
     "green"},
    {"biology/bees", "nl", {NULL}, "Kijk naar bijen.", "biology green"},
    {"biology/plant-animal",
     "en",
     {NULL},
     "Learn from a plant and an animal.",
     "biology×2 orange"},
    {"biology/fungus-ant-bee",
     "en",
     {NULL},
     "Learn from fungus, ant and bee.",
     "biology×3 red"},
    {"biology/leaf-root-cell",
     "en",
     {NULL},
     "Learn from leaf, root and cell.",
     "biology×3 red"},
    {"biology/the-leaves", "en", {NULL}, "Let the leaves fall.", "biology green"},
    {"biology/who-leaves", "en", {NULL}, "Thank everyone who leaves.", "green"},
    {"biology/plurals",
     "nl",
     {NULL},
     "Leer van bomen, wolven, bladeren, miertjes en cellen.",
     "biology×5 red"},
    {"biology/english-plurals",
     "en",
     {NULL},
     "Learn from wolves, bushes, berries and geese.",
     "biology×3 red"},
    {"biology/not-the-other-language", "en", {NULL}, "Learn from a mier.", "green"},
    {"biology/not-an-app", "nl", {NULL}, "Maak apps.", "green"},
    {"jargon/what-is-created-has-an-article",
     "nl",
     {NULL},
     "Ga het draagvlak creëren.",
     "jargon green"},
    {"jargon/a-scale-is-no-verb", "nl", {NULL}, "Leg de schaal op tafel.", "green"},
    // (c) jargon, each word of the list
    {"jargon/nl-1",
     "nl",
     {NULL},
     "Ga borgen, uitrollen en praten met elke stakeholder.",
     "jargon×3 red"},
    {"jargon/nl-2",
     "nl",
     {NULL},
     "Zoek synergie, werk integraal, ga faciliteren.",
     "jargon×3 red"},
    {"jargon/nl-3",
     "nl",
     {NULL},
     "Geef kaders, ga doorontwikkelen en implementeren.",
     "jargon×3 red"},
    {"jargon/nl-4",
     "nl",
     {NULL},
     "Vraag commitment voor een pilot met governance.",
     "jargon×3 red"},
    {"jargon/nl-5",
     "nl",
     {NULL},
     "Ga draagvlak creëren en pak elke meekoppelkans.",
     "jargon×2 orange"},
    {"jargon/nl-6", "nl", {NULL}, "Ga opschalen in de transitie.", "jargon×2 orange"},
    {"jargon/nl-forms",
     "nl",
     {NULL},
     "Het is geborgd, uitgerold en geïmplementeerd.",
     "jargon×3 red"},
    {"jargon/nl-apart",
     "nl",
     {NULL},
     "Schaal dit op. Creëer samen meer draagvlak.",
     "jargon×2 orange"},
    {"jargon/nl-not-over-a-sentence",
     "nl",
     {NULL},
     "Kies een schaal. Op tijd stoppen mag.",
     "green"},
    {"jargon/en-1",
     "en",
     {NULL},
     "Use leverage, roll out, and find a stakeholder.",
     "jargon×3 red"},
    {"jargon/en-2", "en", {NULL}, "Find synergy in a holistic framework.", "jargon×3 red"},
    {"jargon/en-3",
     "en",
     {NULL},
     "Implement your commitment and empower people.",
     "jargon×3 red"},
    {"jargon/en-4",
     "en",
     {NULL},
     "Seek alignment, scale it up in the ecosystem.",
     "jargon×3 red"},
    {"jargon/en-apart-no-further",
     "en",
     {NULL},
     "Roll a die for each of you and go out.",
     "green"},
    // (d) no verb among the first five words
    {"verb/first", "nl", {NULL}, "Bouw lussen.", "green"},
    {"verb/fifth",
     "nl",
     {NULL},
     "Veel kleine gelijktijdige stapjes voorkomen fouten.",
     "green"},
    {"verb/sixth",
     "nl",
     {NULL},
     "Veel kleine heel gelijktijdige stapjes voorkomen fouten.",
     "no_verb green"},
    {"verb/none", "en", {NULL}, "More room between partners.", "no_verb green"},
    {"verb/not-after-an-article", "en", {NULL}, "The plan of the partners.", "no_verb green"},
    {"verb/a-form", "nl", {NULL}, "Ieder geeft.", "green"},
    {"verb/a-participle", "nl", {NULL}, "Samen gedeelde lasten.", "no_verb green"},
    {"verb/parted", "nl", {NULL}, "Op tijd loslaten.", "green"},
    {"verb/english-forms", "en", {NULL}, "Nobody planning.", "green"},
    {"verb/only-signs-are-no-words", "nl", {NULL}, "– … !? ", "green"},
    {"verb/not-judged-in-other-languages", "fr", {NULL}, "Le pain noir.", "green"},
    // (e) more than twenty words
    {"long/twenty", "nl", {NULL}, TWENTY, "green"},
    {"long/twenty-one", "nl", {NULL}, TWENTY "Goed.", "long green"},
    {"long/a-hyphen-makes-one-word", "nl", {NULL}, TWENTY "-zo", "long green"},
    {"long/joined-at-twenty",
     "nl",
     {NULL},
     TEN "Geef wie kan een kans en kijk samen-hier wat werkt",
     "green"},
    // (f) always, never, nature wants
    {"absolute/nl", "nl", {NULL}, "Deel altijd, zwijg nooit.", "absolute×2 orange"},
    {"absolute/en", "en", {NULL}, "Always share, never hide.", "absolute×2 orange"},
    {"absolute/nature-wants", "en", {NULL}, "Share, for nature wants it.", "absolute green"},
    {"absolute/de-natuur-wil", "nl", {NULL}, "Deel: de natuur wil het.", "absolute green"},
    {"absolute/nature-alone", "nl", {NULL}, "Deel wat de natuur geeft.", "green"},
    // Lights and letters
    {"light/nothing", "nl", {"Mier"}, "", "green"},
    {"light/three-of-three-kinds",
     "nl",
     {NULL},
     "De mier heeft altijd commitment.",
     "biology jargon absolute red"},
    {"letters/capitals", "nl", {NULL}, "LEER VAN DE MIER.", "biology green"},
    {"letters/capitals-with-accents", "nl", {NULL}, "Ga draagvlak CREËREN", "jargon green"},
    {"letters/accents-apart", "nl", {NULL}, "Ga draagvlak cree\xcc\x88ren", "jargon green"},
    {"letters/accents-left-out",
     "nl",
     {"Keizerspinguïn"},
     "Wees een keizerspinguin.",
     "species green"},
    {"letters/a-stressed-word", "nl", {NULL}, "Leer van de míér.", "biology green"},
    {"letters/ij-as-one", "nl", {"Honingbĳ"}, "Leer van de HONINGBIJ.", "species green"},
    {"letters/of-double-width", "en", {NULL}, "Learn from an ａｎｔ.", "biology green"},
    {"letters/a-soft-hyphen",
     "nl",
     {NULL},
     "Leer van de mi\xc2\xad"
     "er.",
     "biology green"},
    {"letters/an-apostrophe",
     "en",
     {NULL},
     "Follow the ant’s path, don't wait.",
     "biology green"},
    {"letters/a-hyphen", "nl", {NULL}, "Maak een mier-idee.", "biology green"},
    {"letters/greek-sigma", "nl", {"ΟΔΟΣ"}, "Volg οδοσ.", "species green"},
    {"letters/bytes-that-are-none",
     "nl",
     {NULL},
     "Leer\xff\xfevan\xc3 mier\x80.",
     "biology green"},
    {"letters/cut-off", "nl", {NULL}, "Leer van de mier\xe2\x80", "biology green"},
};

static void check(EzPrinciple *principle, const Case *c)
{
    ez_principle_check(principle, c->text, strlen(c->text), c->language, c->names);
}

// "biology×2 no_verb red"; owned by the caller.
static char *shown(const EzPrinciple *principle)
{
    GString *out = g_string_new(NULL);
    for (int i = 0; i < EZ_PRINCIPLE_FLAGS; i++) {
        int count = principle->flags[i].count;
        if (count > 0)
            g_string_append(out, ez_principle_flag_name((EzPrincipleFlag)i));
        if (count > 1)
            g_string_append_printf(out, "×%d", count);
        if (count > 0)
            g_string_append_c(out, ' ');
    }
    g_string_append(out, ez_principle_light_name(principle->light));
    return g_string_free(out, FALSE);
}

static void test_case(gconstpointer data)
{
    const Case *c = data;
    EzPrinciple principle;
    check(&principle, c);
    g_autofree char *found = shown(&principle);
    g_assert_cmpstr(found, ==, c->found);
}

// --- places, readability --------------------------------------------------------

static void assert_place(const char *language, const char *text, EzPrincipleFlag flag,
                         const char *part, const char *instead)
{
    EzPrinciple principle;
    ez_principle_check(&principle, text, strlen(text), language, NULL);
    const EzPrincipleFinding *finding = &principle.flags[flag];
    g_autofree char *found = g_strndup(text + finding->start, finding->length);
    g_assert_cmpstr(found, ==, part);
    g_assert_cmpstr(finding->instead, ==, instead);
}

static void test_places(void)
{
    assert_place("nl", "Zie: de ‘Miér’ en de mier.", EZ_PRINCIPLE_BIOLOGY, "Miér", NULL);
    assert_place("nl", "Zoek een pilot.", EZ_PRINCIPLE_JARGON, "pilot", "proef");
    assert_place("en", "Roll it out.", EZ_PRINCIPLE_JARGON, "out", "introduce");
    assert_place("nl", TWENTY "Meer dan dat.", EZ_PRINCIPLE_LONG, "Meer dan dat", NULL);
    assert_place("nl", "Meer vertrouwde zaken.", EZ_PRINCIPLE_NO_VERB, "", NULL);
}

static void test_readability(void)
{
    static const struct {
        const char *text;
        int words;
        double lix;
    } rows[] = {
        {"", 0, 0},
        {"Deel.", 1, 1},
        {"Deel wat je kunt. Vraag wat je mist!", 8, 4},
        {"Deel wat je kunt… Vraag wat je mist", 8, 4},
        {"Overleg snel", 2, 2 + 50},                  // seven letters are long …
        {"Helpen snel", 2, 2},                        // … six are not
        {"Kijk o.a. naar v.b. en meer.", 8, 8.0 / 3}, // white space after a dot closes
        {"Doe-democratie", 1, 1 + 100},               // the letters of a whole word count
        {"co-op", 1, 1},
        {"Versie 2.0 is er.", 5, 5},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        EzPrinciple principle;
        ez_principle_check(&principle, rows[i].text, strlen(rows[i].text), "nl", NULL);
        g_assert_cmpint(principle.words, ==, rows[i].words);
        g_assert_cmpfloat_with_epsilon(principle.lix, rows[i].lix, 1e-9);
    }
}

// --- lists ----------------------------------------------------------------------

static void assert_sorted(const void *list, size_t count, size_t size)
{
    for (size_t i = 0; i < count; i++) {
        const char *word = *(const char *const *)((const char *)list + i * size);
        g_assert_cmpuint(strlen(word), <, EZ_WORD_MAX);
        if (i > 0)
            g_assert_cmpstr(*(const char *const *)((const char *)list + (i - 1) * size), <,
                            word);
    }
}

static void assert_list(EzWordList list)
{
    g_assert_cmpuint(list.count, >, 0);
    assert_sorted(list.words, list.count, sizeof list.words[0]);
}

static void test_lists_are_sorted(void)
{
    for (const EzPrincipleWords *w = ez_principle_words; w->language != NULL; w++) {
        assert_list(w->verbs);
        assert_list(w->biology);
        assert_list(w->nouns);
        assert_list(w->articles);
        assert_list(w->plain);
        assert_list(w->absolutes);
        assert_sorted(w->jargon.words, w->jargon.count, sizeof w->jargon.words[0]);
        g_assert_cmpuint(w->pairs.count, <=, EZ_PAIRS_MAX);
    }
}

static void assert_found(const EzPrincipleWords *words, const char *word, EzPrincipleFlag flag)
{
    g_autofree char *text = g_strdup_printf("%s %s", words->articles.words[0], word);
    EzPrinciple principle;
    ez_principle_check(&principle, text, strlen(text), words->language, NULL);
    if (principle.flags[flag].count != 1)
        ez_test_fault("%s: %s is not found", words->language, word);
}

// No entry is hidden by its spelling or by another list.
static void test_each_entry_is_found(void)
{
    for (const EzPrincipleWords *w = ez_principle_words; w->language != NULL; w++) {
        for (size_t i = 0; i < w->biology.count; i++)
            assert_found(w, w->biology.words[i], EZ_PRINCIPLE_BIOLOGY);
        for (size_t i = 0; i < w->nouns.count; i++)
            assert_found(w, w->nouns.words[i], EZ_PRINCIPLE_BIOLOGY);
        for (size_t i = 0; i < w->jargon.count; i++)
            assert_found(w, w->jargon.words[i].word, EZ_PRINCIPLE_JARGON);
        for (size_t i = 0; i < w->verbs.count; i++) {
            EzPrinciple principle;
            const char *verb = w->verbs.words[i];
            ez_principle_check(&principle, verb, strlen(verb), w->language, NULL);
            if (principle.flags[EZ_PRINCIPLE_NO_VERB].count != 0)
                ez_test_fault("%s: %s is no verb", w->language, verb);
        }
    }
}

// --- large and hostile ----------------------------------------------------------

#define MIB(n) ((size_t)(n) << 20)

static char *repeated(const char *part, size_t size)
{
    char *text = g_malloc(size);
    size_t length = strlen(part);
    for (size_t i = 0; i < size; i++)
        text[i] = part[i % length];
    return text;
}

static void check_large(const char *part, size_t size, int words)
{
    const char *names[] = {"Zwarte wegmier", "Lasius niger", NULL};
    g_autofree char *text = repeated(part, size);
    EzPrinciple principle;
    ez_principle_check(&principle, text, size, "nl", names);
    g_assert_cmpint(principle.words, ==, words);
}

// 10 MiB, whatever it is of: what would take time by the square of it does not end before the test's own limit.
static void test_large_texts(void)
{
    static const struct {
        const char *part;
        int words;
    } cases[] = {
        {"Deel wat je kunt. ", 2330169},
        {"schaal ", 1497966},
        {"a", 1},
        {"a-", 1},
        {"'a", 1},
        {"\xcc\x88", 1},
        {"\xff", 0},
        {"ﷺ", 1},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        check_large(cases[i].part, MIB(10), cases[i].words);
}

static void test_counts_of_large_texts(void)
{
    g_autofree char *text = repeated("mier altijd ", MIB(10) / 12 * 12);
    EzPrinciple principle;
    ez_principle_check(&principle, text, MIB(10) / 12 * 12, "nl", NULL);
    int half = (int)(MIB(10) / 12);
    g_assert_cmpint(principle.words, ==, 2 * half);
    g_assert_cmpint(principle.flags[EZ_PRINCIPLE_BIOLOGY].count, ==, half);
    g_assert_cmpint(principle.flags[EZ_PRINCIPLE_ABSOLUTE].count, ==, half);
    g_assert_cmpint(principle.findings, ==, 2 * half + 2);
    g_assert_cmpuint(principle.flags[EZ_PRINCIPLE_LONG].start, ==, 120);
}

// A word of any length around what the lists hold, whole and with each ending.
static void test_long_words(void)
{
    static const char *const ends[] = {"",   "en",  "etjes", "'s",  "ies",
                                       "ed", "ing", "te",    "vven"};
    for (int length = 1; length < 2 * EZ_WORD_MAX; length++) {
        for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
            g_autofree char *stem = g_strnfill((gsize)length, i % 2 == 0 ? 'e' : 'v');
            g_autofree char *word = g_strdup_printf("ge%so%s", stem, ends[i]);
            EzPrinciple principle;
            ez_principle_check(&principle, word, strlen(word), "nl", NULL);
            g_assert_cmpint(principle.words, ==, 1);
            const char *names[] = {word, NULL};
            ez_principle_check(&principle, word, strlen(word), "en", names);
            bool known = strlen(word) < EZ_WORD_MAX;
            g_assert_cmpint(principle.flags[EZ_PRINCIPLE_SPECIES].count, ==, known);
        }
    }
}

static void test_a_NUL_is_a_sign(void)
{
    EzPrinciple principle;
    ez_principle_check(&principle, "Volg mier\0mier", 14, "nl", NULL);
    g_assert_cmpint(principle.words, ==, 3);
    g_assert_cmpint(principle.flags[EZ_PRINCIPLE_BIOLOGY].count, ==, 2);
}

// --- the kit --------------------------------------------------------------------

static const EzValue *value_of(const EzCard *card, const char *field)
{
    int index = ez_deck_field(card->deck, field);
    g_assert_cmpint(index, >=, 0);
    return &card->values[index];
}

// Where the verb comes after five words, or where we do not know it.
static bool begins_otherwise(const char *id, const char *language)
{
    return strcmp(id, "N10") == 0 || strcmp(id, "N27") == 0 ||
           (strcmp(id, "N25") == 0 && strcmp(language, "en") == 0);
}

// True when what happens in nature, told in words of nature, is flagged.
static bool check_card(const EzCard *card, int language, const char *name)
{
    const char *names[] = {ez_text_in(value_of(card, "organism")->text, language),
                           value_of(card, "latin")->plain, value_of(card, "kingdom")->plain,
                           NULL};
    const char *text = ez_text_in(value_of(card, "principle")->text, language);
    EzPrinciple principle;
    ez_principle_check(&principle, text, strlen(text), name, names);
    g_autofree char *found = shown(&principle);
    bool otherwise = begins_otherwise(card->id, name);
    if (strcmp(found, otherwise ? "no_verb green" : "green") != 0)
        ez_test_fault("%s %s: %s: %s", card->id, name, found, text);
    text = ez_text_in(value_of(card, "mechanism")->text, language);
    ez_principle_check(&principle, text, strlen(text), name, names);
    return principle.light != EZ_PRINCIPLE_GREEN;
}

static void test_kit(void)
{
    g_autoptr(EzTestBench) bench = ez_test_bench(g_getenv("EZ_SOURCE"));
    const EzKit *kit = ez_load_kit(bench->load);
    int cards = 0, flagged = 0;
    for (int d = 0; d < kit->n_decks; d++) {
        const EzDeck *deck = kit->decks[d];
        if (strcmp(deck->id, "natuur") != 0)
            continue;
        for (int i = 0; i < deck->n_cards; i++, cards++)
            for (int l = 0; l < kit->languages.count; l++)
                flagged += check_card(&deck->cards[i], l, kit->languages.names[l]);
    }
    g_assert_cmpint(cards, >=, 40);
    g_assert_cmpint(flagged * 10, >, cards * 2 * 9);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(CASES); i++) {
        g_autofree char *path = g_strconcat("/principle/", CASES[i].path, NULL);
        g_test_add_data_func(path, &CASES[i], test_case);
    }
    g_test_add_func("/principle/places-and-what-to-write-instead", test_places);
    g_test_add_func("/principle/readability", test_readability);
    g_test_add_func("/principle/lists-are-sorted", test_lists_are_sorted);
    g_test_add_func("/principle/each-entry-is-found", test_each_entry_is_found);
    g_test_add_func("/principle/large-texts-take-linear-time", test_large_texts);
    g_test_add_func("/principle/large-texts-are-counted", test_counts_of_large_texts);
    g_test_add_func("/principle/words-around-the-longest", test_long_words);
    g_test_add_func("/principle/a-NUL-is-a-sign", test_a_NUL_is_a_sign);
    g_test_add_func("/principle/the-principles-of-the-kit", test_kit);
    return g_test_run();
}
