// SPDX-License-Identifier: EUPL-1.2
// Things in a harvest: cards with their sources, piles, places, links, seats.
#include "engine/report/nodes.h"
#include "engine/report/report-private.h"

#include <math.h>
#include <string.h>

static EzColumn text_column(EzReport *report, EzReportPhrase head, double share)
{
    return (EzColumn){ez_report_tell(report, head, NULL), share, EZ_COLUMN_TEXT};
}

static EzColumn column(EzReport *report, EzReportPhrase head, EzColumnLook look)
{
    return (EzColumn){ez_report_tell(report, head, NULL), 0, look};
}

// ---- cards ---------------------------------------------------------------------

// "Tero A. et al. (2010). … doi:10.1126/…": a source is a text, or a reference and where it is to be found.
static void append_source(EzReport *report, GString *out, JsonNode *source)
{
    JsonNode *reference = ez_value_get(source, "ref"), *doi = ez_value_get(source, "doi");
    const char *words = ez_report_words(report, reference != NULL ? reference : source);
    g_string_append_printf(out, "%s%s", out->len > 0 && *words != '\0' ? " " : "", words);
    if (doi != NULL)
        g_string_append_printf(out, " doi:%s", ez_report_words(report, doi));
}

static const char *sources_of(EzReport *report, JsonNode *card)
{
    JsonNode *many = ez_value_get(card, "sources"), *one = ez_value_get(card, "source");
    g_autoptr(GString) out = g_string_new(NULL);
    if (one != NULL)
        append_source(report, out, one);
    for (int i = 0; i < ez_value_count(many); i++)
        append_source(report, out, ez_value_item(many, i));
    return ez_arena_intern(report->arena, out->str);
}

void ez_report_cards(EzReport *report, JsonNode *list)
{
    EzColumn columns[] = {column(report, EZ_TELL_NUMBER, EZ_COLUMN_CODE),
                          text_column(report, EZ_TELL_CARD, 0.27),
                          text_column(report, EZ_TELL_ORGANISM, 0.21),
                          text_column(report, EZ_TELL_SOURCES, 0.52)};
    EzTable *table = ez_report_table(report, columns, 4);
    for (int i = 0; i < ez_value_count(list); i++) {
        JsonNode *card = ez_value_item(list, i);
        const char *cells[] = {
            ez_value_string(ez_value_get(card, "id"), ""), ez_report_words(report, card),
            ez_report_words(report, ez_value_get(card, "organism")), sources_of(report, card)};
        ez_report_row(report, table, cells);
    }
    ez_report_add_table(report, table);
}

// ---- piles and places ----------------------------------------------------------

void ez_report_piles(EzReport *report, JsonNode *list)
{
    for (int i = 0; i < ez_value_count(list); i++) {
        JsonNode *pile = ez_value_item(list, i), *items = ez_value_get(pile, "items");
        const char *name = ez_value_get(pile, "name") != NULL
                               ? ez_report_words(report, ez_value_get(pile, "name"))
                               : ez_report_tell(report, EZ_TELL_NO_NAME, NULL);
        g_autoptr(GPtrArray) words = g_ptr_array_new();
        for (int k = 0; k < ez_value_count(items); k++)
            g_ptr_array_add(words, (void *)ez_report_words(report, ez_value_item(items, k)));
        ez_report_add_text(report, EZ_BLOCK_SUBPART, name);
        ez_report_add_words(report, EZ_BLOCK_LIST, words);
    }
}

static const char *zone_of(EzReport *report, JsonNode *place)
{
    return ez_report_words_of_option(report, "place", "canvas",
                                     ez_value_string(ez_value_get(place, "zone"), ""));
}

// Where people placed themselves: how many in each zone.
static void add_crowd(EzReport *report, JsonNode *list)
{
    if (ez_value_count(list) < EZ_STEP_ENOUGH) {
        ez_report_add_text(report, EZ_BLOCK_TEXT, ez_report_tell(report, EZ_TELL_FEW, NULL));
        return;
    }
    enum { MOST = 30 };
    const EzText **labels = ez_arena_array(report->arena, const EzText *, MOST);
    const char *names[MOST];
    double *answers = ez_arena_array(report->arena, double, ez_value_count(list));
    int count = 0;
    for (int i = 0; i < ez_value_count(list); i++) {
        const char *name = zone_of(report, ez_value_item(list, i));
        int at = 0;
        while (at < count && strcmp(names[at], name) != 0)
            at++;
        if (at == MOST)
            return;
        if (at == count) {
            names[count] = name;
            labels[count++] = ez_nodes_same(report->arena, name);
        }
        answers[i] = at + 1;
    }
    EzChart chart = {.kind = EZ_CHART_DOTS,
                     .points = count,
                     .labels = {labels, count},
                     .answers = {answers, ez_value_count(list), true}};
    ez_report_add_chart(report, &chart);
}

void ez_report_places(EzReport *report, JsonNode *list)
{
    if (ez_value_get(ez_value_item(list, 0), "item") == NULL) {
        add_crowd(report, list);
        return;
    }
    EzColumn columns[] = {text_column(report, EZ_TELL_ITEM, 0.6),
                          text_column(report, EZ_TELL_PLACE, 0.4)};
    EzTable *table = ez_report_table(report, columns, 2);
    for (int i = 0; i < ez_value_count(list); i++) {
        JsonNode *place = ez_value_item(list, i);
        const char *cells[] = {ez_report_words(report, ez_value_get(place, "item")),
                               zone_of(report, place)};
        ez_report_row(report, table, cells);
    }
    ez_report_add_table(report, table);
}

// ---- links ---------------------------------------------------------------------

// How often each link stands in the list; 0 where it stood there before. In the report's arena.
static const int *count_times(EzReport *report, JsonNode *list)
{
    g_autoptr(GHashTable) firsts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    int *times = ez_arena_array(report->arena, int, MAX(ez_value_count(list), 1));
    for (int i = 0; i < ez_value_count(list); i++) {
        char *text = ez_value_text(ez_value_item(list, i));
        int first = GPOINTER_TO_INT(g_hash_table_lookup(firsts, text)) - 1;
        if (first < 0)
            g_hash_table_insert(firsts, text, GINT_TO_POINTER(i + 1));
        else
            g_free(text);
        times[first < 0 ? i : first]++;
    }
    return times;
}

// Flags are a set; "" when there are none.
static const char *flags_of(EzReport *report, JsonNode *link)
{
    JsonNode *flags = ez_value_get(link, "flags");
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    g_autoptr(GList) names = NULL;
    if (flags != NULL && JSON_NODE_HOLDS_OBJECT(flags))
        names = g_list_sort(json_object_get_members(json_node_get_object(flags)),
                            (GCompareFunc)strcmp);
    for (GList *name = names; name != NULL; name = name->next)
        g_ptr_array_add(words,
                        (void *)ez_report_words_of_option(report, "link", "flags", name->data));
    return ez_report_list(report, words);
}

static const char *verb_of(EzReport *report, JsonNode *link)
{
    const char *verb = ez_value_string(ez_value_get(link, "verb"), NULL);
    return verb != NULL ? ez_report_words_of_option(report, "link", "verbs", verb) : "";
}

enum { FROM, VERB, TO, WEIGHT, FLAGS, TIMES, LINK_COLUMNS };

// Which columns say something of any link.
static void find_used(JsonNode *list, const int *times, bool hidden, bool used[LINK_COLUMNS])
{
    used[FROM] = used[TO] = true;
    for (int i = 0; i < ez_value_count(list); i++) {
        JsonNode *link = ez_value_item(list, i), *flags = ez_value_get(link, "flags");
        used[VERB] = used[VERB] || ez_value_get(link, "verb") != NULL;
        used[WEIGHT] = used[WEIGHT] || (!hidden && ez_value_get(link, "weight") != NULL);
        used[FLAGS] = used[FLAGS] || (flags != NULL && JSON_NODE_HOLDS_OBJECT(flags) &&
                                      json_object_get_size(json_node_get_object(flags)) > 0);
        used[TIMES] = used[TIMES] || (!hidden && times[i] > 1);
    }
}

static void read_link(EzReport *report, JsonNode *link, int times,
                      const char *cells[LINK_COLUMNS])
{
    cells[FROM] = ez_report_words(report, ez_value_get(link, "from"));
    cells[VERB] = verb_of(report, link);
    cells[TO] = ez_report_words(report, ez_value_get(link, "to"));
    cells[WEIGHT] = ez_report_words(report, ez_value_get(link, "weight"));
    cells[FLAGS] = flags_of(report, link);
    cells[TIMES] = ez_report_number(report, times);
}

static int keep_used(const char **cells, const bool *used)
{
    int count = 0;
    for (int i = 0; i < LINK_COLUMNS; i++)
        if (used[i])
            cells[count++] = cells[i];
    return count;
}

// A link that several people drew stands there once, with how often.
void ez_report_links(EzReport *report, JsonNode *list)
{
    const EzColumn all[LINK_COLUMNS] = {
        text_column(report, EZ_TELL_FROM, 0.3),
        text_column(report, EZ_TELL_VERB, 0.2),
        text_column(report, EZ_TELL_TO, 0.3),
        column(report, EZ_TELL_WEIGHT, EZ_COLUMN_NUMBER),
        text_column(report, EZ_TELL_FLAGS, 0.2),
        column(report, EZ_TELL_TIMES, EZ_COLUMN_NUMBER),
    };
    const int *times = count_times(report, list);
    EzColumn columns[LINK_COLUMNS];
    bool used[LINK_COLUMNS] = {0};
    int count = 0;
    find_used(list, times, ez_step_hides(ez_report_step(report, "link", NULL)), used);
    for (int i = 0; i < LINK_COLUMNS; i++)
        if (used[i])
            columns[count++] = all[i];
    EzTable *table = ez_report_table(report, columns, count);
    for (int i = 0; i < ez_value_count(list); i++) {
        const char *cells[LINK_COLUMNS];
        if (times[i] == 0)
            continue;
        read_link(report, ez_value_item(list, i), times[i], cells);
        keep_used(cells, used);
        ez_report_row(report, table, cells);
    }
    ez_report_add_table(report, table);
}

// ---- seats ---------------------------------------------------------------------

static const char *broken_of(EzReport *report, JsonNode *seat)
{
    static const struct {
        const char *word;
        EzReportPhrase phrase;
    } rules[] = {
        {"low", EZ_TELL_LOW}, {"sectors", EZ_TELL_SECTORS}, {"government", EZ_TELL_GOVERNMENT}};
    JsonNode *broken = ez_value_get(seat, "broken");
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (int i = 0; i < ez_value_count(broken); i++)
        for (gsize k = 0; k < G_N_ELEMENTS(rules); k++)
            if (strcmp(ez_value_string(ez_value_item(broken, i), ""), rules[k].word) == 0)
                g_ptr_array_add(words, (void *)ez_report_tell(report, rules[k].phrase, NULL));
    return ez_report_list(report, words);
}

// Of each table its topic and how many sit there: who they are is for the host alone.
static void add_round(EzReport *report, JsonNode *tables, int round)
{
    EzColumn columns[] = {column(report, EZ_TELL_TABLE, EZ_COLUMN_CODE),
                          text_column(report, EZ_TELL_TOPIC, 0.6),
                          column(report, EZ_TELL_SEATED, EZ_COLUMN_NUMBER),
                          text_column(report, EZ_TELL_MIND, 0.4)};
    bool sound = true;
    for (int i = 0; i < ez_value_count(tables); i++)
        sound = sound && ez_value_count(ez_value_get(ez_value_item(tables, i), "broken")) == 0;
    EzTable *table = ez_report_table(report, columns, sound ? 3 : 4);
    for (int i = 0; i < ez_value_count(tables); i++) {
        JsonNode *seat = ez_value_item(tables, i);
        const char *cells[] = {ez_report_words(report, ez_value_get(seat, "table")),
                               ez_report_words(report, ez_value_get(seat, "topic")),
                               ez_report_words(report, ez_value_get(seat, "n")),
                               broken_of(report, seat)};
        ez_report_row(report, table, cells);
    }
    ez_report_add_text(
        report, EZ_BLOCK_SUBPART,
        ez_report_tell(report, EZ_TELL_ROUND, "n", ez_report_number(report, round + 1), NULL));
    ez_report_add_table(report, table);
}

void ez_report_seats(EzReport *report, JsonNode *value)
{
    JsonNode *rounds = ez_value_get(value, "rounds"), *out = ez_value_get(value, "left_out");
    double share = ez_value_number(ez_value_get(value, "first_or_second"), NAN);
    for (int i = 0; i < ez_value_count(rounds); i++)
        if (ez_value_count(ez_value_item(rounds, i)) > 0)
            add_round(report, ez_value_item(rounds, i), i);
    g_autoptr(GPtrArray) topics = g_ptr_array_new();
    for (int i = 0; i < ez_value_count(out); i++)
        g_ptr_array_add(topics, (void *)ez_report_words(report, ez_value_item(out, i)));
    if (!isnan(share))
        ez_report_add_text(report, EZ_BLOCK_TEXT,
                           ez_report_tell(report, EZ_TELL_WISHES, "n",
                                          ez_report_number(report, round(share * 100)), NULL));
    if (topics->len > 0)
        ez_report_add_text(report, EZ_BLOCK_TEXT,
                           ez_report_tell(report, EZ_TELL_LEFT_OUT, "items",
                                          ez_report_list(report, topics), NULL));
}
