// SPDX-License-Identifier: EUPL-1.2
// The kit of the tree as PDF, read back by other programs: whole, fonts embedded, and every word of every card there, in its order.
#include "tests/support/test_kit.h"
#include "tests/support/test_run.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct World {
    char *out;
    EzTestBench *bench;
} World;

// ---- words as a reader finds them -------------------------------------------------------------------

static const struct {
    const char *typed, *set;
} same[] = {
    {"\u2019", "'"}, {"\u2018", "'"}, {"\u201C", "\""}, {"\u201D", "\""},
    {"\u2013", "-"}, {"\u00AD", ""},  {"\u2060", ""},   {"\u00A0", ""},
    {"\u202F", ""},  {"\f", ""},      {"_", ""}, // around what is emphasised
};

// Without spaces, line ends and what typography changes: two texts with the same words are the same. Hyphens go too, because pdftotext
// takes one at the end of a line for a hyphenation and joins the word.
static char *plain(const char *text)
{
    g_autoptr(GString) out = g_string_new(text);
    for (guint i = 0; i < G_N_ELEMENTS(same); i++)
        g_string_replace(out, same[i].typed, same[i].set, 0);
    size_t kept = 0;
    for (size_t i = 0; i < out->len; i++)
        if (!g_ascii_isspace(out->str[i]) && out->str[i] != '-')
            out->str[kept++] = out->str[i];
    return g_strndup(out->str, kept);
}

// The pages of a file as text, in the order of its content ("-raw") or as a reader would lay it out.
static char **page_texts(const World *world, const EzDeck *deck, const char *language,
                         const char *how)
{
    g_autofree char *command = g_strdup_printf("pdftotext|%s|%s/wortelwerk-%s-%s-screen.pdf|-",
                                               how, world->out, deck->id, language);
    g_autofree char *text = ez_test_tool(command);
    char **pages = g_strsplit(text, "\f", -1);
    for (char **page = pages; *page != NULL; page++) {
        char *typed = *page;
        *page = plain(typed);
        g_free(typed);
    }
    return pages;
}

// ---- what a card says ------------------------------------------------------------------------------------

typedef struct Said {
    const char *deck, *field;
    int page; // 0 = front, 1 = back
} Said;

// What the design puts on a card, in the order in which it stands there; "sources" are taken apart.
static const Said said[] = {
    {"natuur", "title", 0},
    {"natuur", "organism", 0},
    {"natuur", "latin", 0},
    {"natuur", "mechanism", 1},
    {"natuur", "principle", 1},
    {"natuur", "question", 1},
    {"natuur", "monday", 1},
    {"natuur", "evidence", 1},
    {"natuur", "sources", 1},
    {"functie", "title", 0},
    {"functie", "nature_question", 1},
    {"functie", "reverse_question", 1},
    {"functie", "org_translation", 1},
};

typedef struct Hunt {
    const char *card, *language, *how;
    int number; // of the language
    const char *text, *from;
} Hunt;

static void find_next(Hunt *hunt, const char *field, const char *words)
{
    g_autofree char *wanted = plain(words);
    const char *at = strstr(hunt->from, wanted);
    if (at == NULL)
        g_test_fail_printf("%s (%s, %s): %s is not in the PDF, or not in its place: %s",
                           hunt->card, hunt->language, hunt->how, field, words);
    else
        hunt->from = at + strlen(wanted);
}

static void find_anywhere(Hunt *hunt, const char *field, const char *words)
{
    const char *from = hunt->from;
    hunt->from = hunt->text;
    find_next(hunt, field, words);
    hunt->from = from;
}

static void hunt_sources(Hunt *hunt, const EzCardField *field, const EzValue *list)
{
    const EzCardField *group = &field->members[0];
    for (int i = 0; i < list->count; i++) {
        for (int m = 0; m < group->n_members; m++) {
            const EzValue *value = &list->items[i].items[m];
            if (value->given && strcmp(group->members[m].name, "confidence") != 0)
                find_anywhere(hunt, group->members[m].name, value->plain);
        }
    }
}

static void hunt_field(Hunt *hunt, const EzCard *card, const char *name)
{
    if (strcmp(name, "title") == 0) {
        find_next(hunt, name, ez_text_in(card->title, hunt->number));
        return;
    }
    int index = ez_deck_field(card->deck, name);
    g_assert_cmpint(index, >=, 0);
    const EzCardField *field = &card->deck->fields[index];
    const EzValue *value = &card->values[index];
    if (!value->given)
        return;
    if (field->kind == EZ_FIELD_TEXT)
        find_next(hunt, name, ez_text_in(value->text, hunt->number));
    else if (field->kind == EZ_FIELD_PLAIN)
        find_next(hunt, name, value->plain);
    else
        hunt_sources(hunt, field, value);
}

static void check_side(const EzCard *card, Hunt hunt, int side)
{
    for (guint i = 0; i < G_N_ELEMENTS(said); i++)
        if (said[i].page == side && strcmp(said[i].deck, card->deck->id) == 0)
            hunt_field(&hunt, card, said[i].field);
}

static bool has_its_place(const EzDeck *deck, const char *field)
{
    for (guint i = 0; i < G_N_ELEMENTS(said); i++)
        if (strcmp(said[i].deck, deck->id) == 0 && strcmp(said[i].field, field) == 0)
            return true;
    return false;
}

// Texts for which the table has no place stand somewhere on the card.
static void check_others(const EzCard *card, Hunt hunt)
{
    if (!has_its_place(card->deck, "title"))
        find_anywhere(&hunt, "title", ez_text_in(card->title, hunt.number));
    for (int i = 0; i < card->deck->n_fields; i++) {
        const EzCardField *field = &card->deck->fields[i];
        if (field->kind == EZ_FIELD_TEXT && card->values[i].given &&
            !has_its_place(card->deck, field->name))
            find_anywhere(&hunt, field->name, ez_text_in(card->values[i].text, hunt.number));
    }
}

static void check_card(const EzCard *card, Hunt hunt, char **pages)
{
    g_autofree char *both = g_strconcat(pages[0], pages[1], NULL);
    for (int side = 0; side < 2; side++) {
        hunt.text = hunt.from = pages[side];
        check_side(card, hunt, side);
    }
    hunt.text = hunt.from = both;
    check_others(card, hunt);
}

static void check_deck(const World *world, const EzDeck *deck, int language, const char *how)
{
    const char *code = ez_load_kit(world->bench->load)->languages.names[language];
    g_auto(GStrv) pages = page_texts(world, deck, code, how);
    g_assert_cmpuint(g_strv_length(pages), >=, (guint)deck->n_cards * 2);
    for (int i = 0; i < deck->n_cards; i++) {
        Hunt hunt = {.card = deck->cards[i].id, code, how, language};
        check_card(&deck->cards[i], hunt, pages + 2 * i);
    }
}

static void test_every_word_is_in_the_pdf(gconstpointer data)
{
    static const char *const ways[] = {"-raw", "-q"};
    const World *world = data;
    const EzKit *kit = ez_load_kit(world->bench->load);
    for (int d = 0; d < kit->n_decks; d++)
        for (int l = 0; l < kit->languages.count; l++)
            for (guint w = 0; w < (g_test_quick() ? 1 : G_N_ELEMENTS(ways)); w++)
                check_deck(world, kit->decks[d], l, ways[w]);
}

// ---- other readers -------------------------------------------------------------------------------------------

static void each_file(const World *world, void (*check)(const char *path))
{
    GDir *dir = g_dir_open(world->out, 0, NULL);
    int files = 0;
    for (const char *name; (name = g_dir_read_name(dir)) != NULL; files++) {
        g_autofree char *path = g_build_filename(world->out, name, NULL);
        check(path);
    }
    g_dir_close(dir);
    const EzKit *kit = ez_load_kit(world->bench->load);
    g_assert_cmpint(files, ==, (kit->n_decks + kit->n_worksheets) * kit->languages.count);
}

static void check_whole(const char *path)
{
    g_autofree char *command = g_strconcat("qpdf|--check|", path, NULL),
                    *out = ez_test_tool(command);
    if (strstr(out, "No syntax or stream encoding errors found") == NULL ||
        strstr(out, "WARNING") != NULL)
        g_test_fail_printf("qpdf --check %s", path);
}

static void test_qpdf_finds_nothing_wrong(gconstpointer data)
{
    each_file(data, check_whole);
}

// "Name  type  encoding  emb sub uni object ID": the three answers stand right before the two numbers. The font that fields are filled in
// with is whole, and its encoding says its letters.
static void check_font_line(const char *line, const char *path)
{
    g_auto(GStrv) raw = g_strsplit_set(line, " ", -1);
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (char **word = raw; *word != NULL; word++)
        if (**word != '\0')
            g_ptr_array_add(words, *word);
    bool whole = strstr(path, "wortelwerk-w") != NULL && strchr(line, '+') == NULL &&
                 strstr(line, "WinAnsi") != NULL;
    for (unsigned k = whole ? 5 : 3; k <= 5; k++)
        if (words->len < 6 || strcmp(words->pdata[words->len - k], "yes") != 0)
            g_test_fail_printf("%s: %s", path, line);
}

static void check_fonts(const char *path)
{
    g_autofree char *command = g_strconcat("pdffonts|", path, NULL),
                    *out = ez_test_tool(command);
    g_auto(GStrv) lines = g_strsplit(out, "\n", -1);
    g_assert_cmpuint(g_strv_length(lines), >, 3);
    for (int i = 2; lines[i] != NULL && lines[i][0] != '\0'; i++)
        check_font_line(lines[i], path);
}

static void test_fonts_are_embedded_in_part_and_with_their_letters(gconstpointer data)
{
    each_file(data, check_fonts);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    World world = {ez_test_folder(), ez_test_bench(g_getenv("EZ_SOURCE"))};
    g_autofree char *command = g_strdup_printf("print|-o|%s", world.out);
    g_auto(EzTestRun) run = ez_test_run(g_getenv("EZ_SOURCE"), NULL, command);
    g_assert_cmpstr(run.err, ==, "");
    g_assert_cmpint(run.status, ==, 0);
    g_test_add_data_func("/kit-print/every-word-is-in-the-pdf", &world,
                         test_every_word_is_in_the_pdf);
    g_test_add_data_func("/kit-print/qpdf-finds-nothing-wrong", &world,
                         test_qpdf_finds_nothing_wrong);
    g_test_add_data_func("/kit-print/fonts-are-embedded-in-part-and-with-their-letters", &world,
                         test_fonts_are_embedded_in_part_and_with_their_letters);
    int end = g_test_run();
    ez_test_bench_free(world.bench);
    ez_test_remove(world.out);
    return end;
}
