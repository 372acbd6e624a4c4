// SPDX-License-Identifier: EUPL-1.2
// What stands in the kit of the tree, deck by deck, as its fields declare it: a deck that is added is tested with it.
#include "tests/support/test_kit.h"

#include <string.h>

static const EzKit *kit_of(gconstpointer data)
{
    const EzTestBench *bench = data;
    return ez_load_kit(bench->load);
}

// ---- every text of every deck ------------------------------------------------------------------

enum { NO_LANGUAGE = -1 };

typedef struct Found {
    const char *owner, *field; // "N01", "sources"
    int language;              // number in the kit; NO_LANGUAGE = plain text
    const char *text;
    const EzCardField *declared; // NULL = a title
} Found;

typedef void (*Visit)(const Found *found, const EzKit *kit, void *data);

typedef struct Visitor {
    const EzKit *kit;
    Visit visit;
    void *data;
} Visitor;

static void visit_text(const Visitor *to, Found found, const EzText *text)
{
    for (int i = 0; i < to->kit->languages.count; i++) {
        found.language = i;
        found.text = ez_text_in(text, i);
        to->visit(&found, to->kit, to->data);
    }
}

static void visit_value(const Visitor *to, Found found, const EzValue *value)
{
    const EzCardField *field = found.declared;
    if (!value->given)
        return;
    if (field->kind == EZ_FIELD_TEXT) {
        visit_text(to, found, value->text);
    } else if (field->kind == EZ_FIELD_PLAIN) {
        found.text = value->plain;
        to->visit(&found, to->kit, to->data);
    } else if (field->kind == EZ_FIELD_LIST || field->kind == EZ_FIELD_GROUP) {
        for (int i = 0; i < value->count; i++) {
            found.declared = &field->members[field->kind == EZ_FIELD_LIST ? 0 : i];
            visit_value(to, found, &value->items[i]);
        }
    }
}

static void visit_card(const Visitor *to, const EzCard *card)
{
    visit_text(to, (Found){.owner = card->id, .field = "title"}, card->title);
    for (int f = 0; f < card->deck->n_fields; f++) {
        const EzCardField *field = &card->deck->fields[f];
        Found found = {card->id, field->name, NO_LANGUAGE, NULL, field};
        visit_value(to, found, &card->values[f]);
    }
}

static void each_card(const EzKit *kit, void (*visit)(const EzCard *card, void *data),
                      void *data)
{
    for (int d = 0; d < kit->n_decks; d++)
        for (int c = 0; c < kit->decks[d]->n_cards; c++)
            visit(&kit->decks[d]->cards[c], data);
}

static void visit_card_texts(const EzCard *card, void *data)
{
    visit_card(data, card);
}

static void each_text(const EzKit *kit, Visit visit, void *data)
{
    Visitor to = {kit, visit, data};
    Found title = {.field = "title"};
    for (int d = 0; d < kit->n_decks; d++) {
        title.owner = kit->decks[d]->id;
        visit_text(&to, title, kit->decks[d]->title);
    }
    for (int w = 0; w < kit->n_worksheets; w++) {
        title.owner = kit->worksheets[w]->code;
        visit_text(&to, title, kit->worksheets[w]->title);
    }
    each_card(kit, visit_card_texts, &to);
}

static const char *language_of(const Found *found, const EzKit *kit)
{
    return found->language == NO_LANGUAGE ? "any" : kit->languages.names[found->language];
}

G_GNUC_PRINTF(3, 4)
static void fail(const Found *found, const EzKit *kit, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    g_autofree char *what = g_strdup_vprintf(format, values);
    va_end(values);
    ez_test_fault("%s, %s (%s): %s: %s", found->owner, found->field, language_of(found, kit),
                  what, found->text);
}

// ---- ids and codes -------------------------------------------------------------------------------

// Cards are numbered from 1 under each letter: N01, N02, …; the letter belongs to one deck.
static void check_id(const EzCard *card, GHashTable *last, GHashTable *decks)
{
    g_autofree char *letter = g_strndup(card->id, 1);
    const char *number = card->id + 1;
    int before = GPOINTER_TO_INT(g_hash_table_lookup(last, letter));
    const EzDeck *deck = g_hash_table_lookup(decks, letter);
    if (!g_regex_match_simple("^[A-Z][0-9]{1,2}$", card->id, 0, 0))
        ez_test_fault("%s is not a letter and a number", card->id);
    else if (g_ascii_strtoll(number, NULL, 10) != before + 1)
        ez_test_fault("%s does not follow %s%d", card->id, letter, before);
    if (deck != NULL && deck != card->deck)
        ez_test_fault("%s stands in %s, and its letter is that of %s", card->id, card->deck->id,
                      deck->id);
    g_hash_table_insert(decks, g_strdup(letter), (gpointer)card->deck);
    g_hash_table_insert(last, g_strdup(letter), GINT_TO_POINTER(before + 1));
}

static void test_cards_are_numbered_under_the_letter_of_their_deck(gconstpointer data)
{
    const EzKit *kit = kit_of(data);
    g_autoptr(GHashTable) last = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) decks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int d = 0; d < kit->n_decks; d++)
        for (int c = 0; c < kit->decks[d]->n_cards; c++)
            check_id(&kit->decks[d]->cards[c], last, decks);
}

static void take_code(GHashTable *codes, const char *code)
{
    if (!g_regex_match_simple("^[A-Z][0-9]{0,2}$", code, 0, 0))
        ez_test_fault("%s is no code", code);
    if (!g_hash_table_add(codes, (gpointer)code))
        ez_test_fault("%s is the code of two", code);
}

static void test_codes_are_those_of_one(gconstpointer data)
{
    const EzKit *kit = kit_of(data);
    g_autoptr(GHashTable) codes = g_hash_table_new(g_str_hash, g_str_equal);
    for (int d = 0; d < kit->n_decks; d++)
        take_code(codes, kit->decks[d]->code);
    for (int w = 0; w < kit->n_worksheets; w++)
        take_code(codes, kit->worksheets[w]->code);
}

// "see N04" in a text. References in fields are checked when a kit is loaded.
static void check_mention(const Found *found, const EzKit *kit, const char *id)
{
    bool is_letter = false;
    for (int d = 0; d < kit->n_decks; d++) {
        if (ez_deck_card(kit->decks[d], id) != NULL)
            return;
        is_letter |= kit->decks[d]->code[0] == id[0];
    }
    if (is_letter)
        fail(found, kit, "there is no card %s", id);
}

static void check_mentions(const Found *found, const EzKit *kit, void *data)
{
    g_autoptr(GMatchInfo) match = NULL;
    if (found->language == NO_LANGUAGE)
        return;
    for (g_regex_match(data, found->text, 0, &match); g_match_info_matches(match);
         g_match_info_next(match, NULL)) {
        g_autofree char *id = g_match_info_fetch(match, 0);
        check_mention(found, kit, id);
    }
}

static void test_cards_that_texts_name_are_there(gconstpointer data)
{
    g_autoptr(GRegex) id = g_regex_new("\\b[A-Z][0-9]{1,2}\\b", 0, 0, NULL);
    each_text(kit_of(data), check_mentions, id);
}

// ---- whole, short enough, in every language --------------------------------------------------------

static void check_whole(const Found *found, const EzKit *kit, void *data)
{
    if (found->text[0] == '\0')
        fail(found, kit, "empty");
    else if (g_ascii_isspace(found->text[0]) ||
             g_ascii_isspace(found->text[strlen(found->text) - 1]))
        fail(found, kit, "white space at an end");
    else if (strstr(found->text, "  ") != NULL || strpbrk(found->text, "\n\t") != NULL)
        fail(found, kit, "more white space than one space");
    else if (found->language != NO_LANGUAGE &&
             g_regex_match_simple("\\s[.,;:?]|[.,;?]{2}", found->text, 0, 0))
        fail(found, kit, "a sign too many, or a space before it");
}

static void test_texts_are_whole(gconstpointer data)
{
    each_text(kit_of(data), check_whole, NULL);
}

static void check_budget(const Found *found, const EzKit *kit, void *data)
{
    const EzCardField *field = found->declared;
    if (field == NULL || found->language == NO_LANGUAGE)
        return;
    if (field->max == 0)
        fail(found, kit, "the deck does not say how long it may be");
    else if (g_utf8_strlen(found->text, -1) > field->max)
        fail(found, kit, "longer than %d characters", field->max);
}

static void test_texts_keep_their_budget(gconstpointer data)
{
    each_text(kit_of(data), check_budget, NULL);
}

// A sentence that is the same in two languages was not translated.
static void check_translated(const Found *found, const EzKit *kit, void *data)
{
    GHashTable *sentences = data;
    if (found->language == NO_LANGUAGE)
        return;
    const char *language = language_of(found, kit);
    const char *other = g_hash_table_lookup(sentences, found->text);
    if (other != NULL && strcmp(other, language) != 0)
        fail(found, kit, "the same in %s", other);
    if (g_regex_match_simple("(\\S+\\s+){3}\\S", found->text, 0, 0))
        g_hash_table_insert(sentences, (gpointer)found->text, (gpointer)language);
}

static void test_sentences_are_translated(gconstpointer data)
{
    g_autoptr(GHashTable) sentences = g_hash_table_new(g_str_hash, g_str_equal);
    each_text(kit_of(data), check_translated, sentences);
}

// ---- words -------------------------------------------------------------------------------------------

typedef struct Rule {
    char **cells; // language, pattern, instead, where it is right
    GRegex *regex;
} Rule;

static void clear_rule(gpointer data)
{
    Rule *rule = data;
    g_strfreev(rule->cells);
    g_regex_unref(rule->regex);
}

static Rule read_rule(const char *line)
{
    g_autoptr(GError) error = NULL;
    Rule rule = {.cells = g_strsplit(line, "\t", -1)};
    g_assert_cmpuint(g_strv_length(rule.cells), ==, 4);
    // "!" has no letter at its ends, so no boundary of a word either.
    g_autofree char *whole = g_unichar_isalpha(g_utf8_get_char(rule.cells[1])) ||
                                     strchr("(\\", rule.cells[1][0]) != NULL
                                 ? g_strdup_printf("\\b(?:%s)\\b", rule.cells[1])
                                 : g_strdup(rule.cells[1]);
    rule.regex = g_regex_new(whole, G_REGEX_CASELESS, 0, &error);
    g_assert_no_error(error);
    return rule;
}

static GArray *read_rules(void)
{
    g_autofree char *path =
        g_build_filename(g_getenv("EZ_SOURCE"), "tests", "unit", "kit_words.tsv", NULL);
    g_autofree char *text = ez_test_read(path);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    GArray *rules = g_array_new(FALSE, FALSE, sizeof(Rule));
    g_array_set_clear_func(rules, clear_rule);
    for (char **line = lines; *line != NULL; line++) {
        if (**line == '\0' || **line == '#')
            continue;
        Rule rule = read_rule(*line);
        g_array_append_val(rules, rule);
    }
    return rules;
}

static bool is_right_there(const Rule *rule, const char *owner)
{
    g_auto(GStrv) ids = g_strsplit(rule->cells[3], " ", -1);
    for (char **id = ids; *id != NULL; id++)
        if (g_str_has_prefix(owner, *id))
            return true;
    return false;
}

static bool is_for(const Rule *rule, const char *language)
{
    return strcmp(rule->cells[0], "*") == 0 || strcmp(rule->cells[0], language) == 0;
}

static void judge_words(const GArray *rules, const char *owner, const char *language,
                        const char *text)
{
    for (guint i = 0; i < rules->len; i++) {
        const Rule *rule = &g_array_index(rules, Rule, i);
        g_autoptr(GMatchInfo) match = NULL;
        if (!is_for(rule, language) || is_right_there(rule, owner) ||
            !g_regex_match(rule->regex, text, 0, &match))
            continue;
        g_autofree char *word = g_match_info_fetch(match, 0);
        ez_test_fault("%s (%s): not \"%s\" but %s: %s", owner, language, word, rule->cells[2],
                      text);
    }
}

static void check_words(const Found *found, const EzKit *kit, void *data)
{
    if (found->language != NO_LANGUAGE)
        judge_words(data, found->owner, language_of(found, kit), found->text);
}

static void test_words_are_plain(gconstpointer data)
{
    g_autoptr(GArray) rules = read_rules();
    each_text(kit_of(data), check_words, rules);
}

// A line for each leaf: what stands on cards and belongs to none of them is judged here, and the words of worksheets.
static void judge_printed(const GArray *rules, EzScene *scene, const char *owner,
                          const char *language)
{
    g_autoptr(GString) words = g_string_new(NULL);
    int leaf = -1;
    for (int p = 0; p < ez_scene_page_count(scene); p++) {
        const EzScenePage *page = ez_scene_page(scene, p);
        for (int i = page->first_item; i < page->first_item + page->n_items; i++) {
            const EzItem *item = ez_scene_item(scene, i);
            if (item->kind != EZ_ITEM_TEXT)
                continue;
            if (item->leaf != leaf)
                g_string_append_c(words, '\n');
            leaf = item->leaf;
            g_string_append_len(words, item->text.run->text, item->text.run->n_bytes);
        }
    }
    judge_words(rules, owner, language, words->str);
    ez_scene_free(scene);
}

static void test_printed_words_are_plain(gconstpointer data)
{
    EzTestBench *bench = (EzTestBench *)data;
    const EzKit *kit = kit_of(data);
    g_autoptr(GArray) rules = read_rules();
    for (int l = 0; l < kit->languages.count; l++) {
        const char *language = kit->languages.names[l];
        for (int d = 0; d < kit->n_decks; d++) {
            const char *id = kit->decks[d]->cards[0].id;
            judge_printed(rules, ez_test_card(bench, id, language), id, language);
        }
        for (int w = 0; w < kit->n_worksheets; w++) {
            const EzWorksheet *sheet = kit->worksheets[w];
            judge_printed(rules, ez_test_sheet(bench, sheet->id, language), sheet->code,
                          language);
        }
    }
}

// ---- evidence and sources ------------------------------------------------------------------------------

static const EzValue *value_of(const EzCard *card, const char *name, const EzCardField **field)
{
    int index = ez_deck_field(card->deck, name);
    if (index < 0)
        return NULL;
    *field = &card->deck->fields[index];
    return &card->values[index];
}

static const char *member_of(const EzCardField *group, const EzValue *value, const char *name)
{
    for (int i = 0; i < group->n_members; i++)
        if (strcmp(group->members[i].name, name) == 0 && value->items[i].given)
            return value->items[i].plain;
    return NULL;
}

// "high" or "medium", and between brackets what was checked.
static void check_source(const EzCard *card, const EzCardField *group, const EzValue *source)
{
    const char *ref = member_of(group, source, "ref"), *doi = member_of(group, source, "doi"),
               *confidence = member_of(group, source, "confidence");
    if (ref == NULL || !g_regex_match_simple("\\((19|20)[0-9]{2}\\)\\. .+\\.$", ref, 0, 0))
        ez_test_fault("%s: a source without year, title or end: %s", card->id, ref);
    if (doi != NULL && !g_regex_match_simple("^10\\.[0-9]{4,9}/[^\\s]+$", doi, 0, 0))
        ez_test_fault("%s: no DOI: %s", card->id, doi);
    if (confidence == NULL ||
        !g_regex_match_simple("^(high|medium)( \\(.+\\))?$", confidence, 0, 0))
        ez_test_fault("%s: not high or medium: %s", card->id, confidence);
    else if (doi == NULL && strchr(confidence, '(') == NULL)
        ez_test_fault("%s: neither a DOI nor a reason: %s", card->id, ref);
}

static void check_sources(const EzCard *card, void *data)
{
    const EzCardField *list;
    const EzValue *sources = value_of(card, "sources", &list);
    if (sources == NULL)
        return;
    (*(int *)data)++;
    if (sources->count < 1)
        ez_test_fault("%s has no source", card->id);
    for (int i = 0; i < sources->count; i++)
        check_source(card, &list->members[0], &sources->items[i]);
}

static void test_sources_can_be_found(gconstpointer data)
{
    int cards = 0;
    each_card(kit_of(data), check_sources, &cards);
    g_assert_cmpint(cards, >=, 40);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autoptr(EzTestBench) bench = ez_test_bench(g_getenv("EZ_SOURCE"));
    g_autofree char *mistakes = ez_test_mistakes(bench);
    g_assert_cmpstr(mistakes, ==, "");
    static const struct {
        const char *path;
        GTestDataFunc test;
    } tests[] = {
        {"cards-are-numbered-under-the-letter-of-their-deck",
         test_cards_are_numbered_under_the_letter_of_their_deck},
        {"codes-are-those-of-one", test_codes_are_those_of_one},
        {"cards-that-texts-name-are-there", test_cards_that_texts_name_are_there},
        {"texts-are-whole", test_texts_are_whole},
        {"texts-keep-their-budget", test_texts_keep_their_budget},
        {"sentences-are-translated", test_sentences_are_translated},
        {"words-are-plain", test_words_are_plain},
        {"printed-words-are-plain", test_printed_words_are_plain},
        {"sources-can-be-found", test_sources_can_be_found},
    };
    for (guint i = 0; i < G_N_ELEMENTS(tests); i++) {
        g_autofree char *path = g_strconcat("/kit-texts/", tests[i].path, NULL);
        g_test_add_data_func(path, bench, tests[i].test);
    }
    return g_test_run();
}
