// SPDX-License-Identifier: EUPL-1.2
// What is filled in at a step, by its kind: the question, and the places for answers, each with the id of the step.
#include "engine/report/twin-private.h"

#include <math.h>
#include <string.h>

// Millimetres.
#define SIGN      2.45 // a letter of a choice, on the average
#define TICK      8.4  // a box to tick and the room behind it
#define ROW       3.0  // between places to fill in
#define TALL_CELL 9.0
enum { MOST_LINES = 4, MOST_TIMES = 12, MOST_ROWS = 26 };

// One time of a step that may come several times.
typedef struct Asked {
    const EzTwinPlace *place;
    const EzWalkStep *step;
    int time; // from 1
} Asked;

static EzArena *arena_of(const Asked *asked)
{
    return asked->place->twin->arena;
}

static int whole(const Asked *asked, const char *option, int otherwise)
{
    return (int)ez_value_number(ez_walk_option(asked->step, option), otherwise);
}

static const char *word(const Asked *asked, const char *option)
{
    return ez_value_string(ez_walk_option(asked->step, option), "");
}

static const EzText *text_of(const Asked *asked, const char *words)
{
    return ez_nodes_same(arena_of(asked), words);
}

// ---- ids and nodes ---------------------------------------------------------------

// "now", the third of its answers "now#3", those of a second time "now.2#3", and whose it is: "now#3@p7".
static const char *id_of(const Asked *asked, int number)
{
    g_autofree char *time = asked->time > 1 ? g_strdup_printf(".%d", asked->time) : NULL;
    g_autofree char *count = number > 0 ? g_strdup_printf("#%d", number) : NULL;
    return ez_arena_printf(arena_of(asked), "%s%s%s%s", asked->step->id,
                           time != NULL ? time : "", count != NULL ? count : "",
                           asked->place->owner);
}

static EzNode *new_field(const Asked *asked, EzNodeKind kind, int number, const char *label)
{
    EzNode *node = ez_nodes_new(arena_of(asked), kind);
    node->id = id_of(asked, number);
    node->label = text_of(asked, label);
    node->style = "principle";
    node->colour = "ink";
    return node;
}

static const char *question_of(const Asked *asked)
{
    return ez_twin_step_words(asked->place->twin, asked->step);
}

// One of several places of a question, called by a letter, number or words.
static EzNode *new_part(const Asked *asked, EzNodeKind kind, int number, const char *label)
{
    EzNode *node = new_field(asked, kind, number, label);
    node->tooltip =
        text_of(asked, ez_arena_printf(arena_of(asked), "%s %s", question_of(asked), label));
    node->style = "word";
    node->beside = true;
    return node;
}

static void add(const Asked *asked, EzNode *node)
{
    g_ptr_array_add(asked->place->nodes, node);
}

static void add_question(const Asked *asked)
{
    add(asked, ez_nodes_text(arena_of(asked), EZ_NODE_TEXT, "principle", question_of(asked)));
}

static void add_note(const Asked *asked, const char *words)
{
    EzNode *node = ez_nodes_text(arena_of(asked), EZ_NODE_TEXT, "note", words);
    if (*words != '\0')
        add(asked, node);
}

static void add_column(const Asked *asked, const GPtrArray *nodes, double gap)
{
    EzNode *column = ez_nodes_box(arena_of(asked), EZ_NODE_COLUMN, nodes);
    column->gap = gap;
    add(asked, column);
}

// ---- what there is to choose from ------------------------------------------------

// The names of all items: words that are known, then letters of what people wrote, or lines for what chance gives.
static GPtrArray *names_of(const Asked *asked, const EzWalkList *list)
{
    const EzTwin *twin = asked->place->twin;
    GPtrArray *names = g_ptr_array_new();
    for (int i = 0; list != NULL && i < ez_value_count(list->known); i++)
        g_ptr_array_add(names, (void *)ez_twin_words(twin, ez_value_item(list->known, i)));
    for (int i = 0; list != NULL && i < MIN(list->open, MOST_ROWS); i++)
        g_ptr_array_add(names, (void *)(list->written ? ez_twin_letter(twin, i) : "………………"));
    return names;
}

static glong longest(const GPtrArray *names)
{
    glong most = 1;
    for (guint i = 0; i < names->len; i++)
        most = MAX(most, g_utf8_strlen(names->pdata[i], -1));
    return most;
}

static int columns_of(const Asked *asked, const GPtrArray *names)
{
    double one = TICK + SIGN * (double)longest(names) + 4;
    return CLAMP((int)floor(asked->place->wide / one), 1, MAX((int)names->len, 1));
}

static EzTickOption *options_of(const Asked *asked, const EzWalkList *list,
                                const GPtrArray *names)
{
    EzTickOption *options = ez_arena_array(arena_of(asked), EzTickOption, (int)names->len + 1);
    int known = list != NULL ? ez_value_count(list->known) : 0;
    for (guint i = 0; i < names->len; i++) {
        options[i].text = text_of(asked, names->pdata[i]);
        if ((int)i < known)
            options[i].id =
                ez_arena_intern(arena_of(asked), ez_step_item_id(list->known, (int)i));
    }
    return options;
}

static void add_ticks(const Asked *asked, const EzWalkList *list, const GPtrArray *names)
{
    EzNode *tick = new_field(asked, EZ_NODE_TICK, 0, question_of(asked));
    tick->options = options_of(asked, list, names);
    tick->n_options = (int)names->len;
    tick->columns = columns_of(asked, names);
    tick->gap = 2;
    add(asked, tick);
}

// A place to write for each item, as many beside each other as go in.
static void add_writes(const Asked *asked, const GPtrArray *names)
{
    g_autoptr(GPtrArray) cells = g_ptr_array_new();
    double one = 22 + 2 * (double)longest(names);
    for (guint i = 0; i < names->len; i++)
        g_ptr_array_add(cells, new_part(asked, EZ_NODE_WRITE, (int)i + 1, names->pdata[i]));
    EzNode *grid = ez_nodes_box(arena_of(asked), EZ_NODE_GRID, cells);
    grid->columns = CLAMP((int)floor(asked->place->wide / one), 1, 4);
    grid->gap = 4;
    add(asked, grid);
}

// ---- the kinds -------------------------------------------------------------------

// People write large, and less than they may.
static int lines_of(const Asked *asked)
{
    return CLAMP((int)round(whole(asked, "max", 280) / asked->place->wide), 1, MOST_LINES);
}

static void add_ask(const Asked *asked)
{
    int count = whole(asked, "per", 1);
    int letter = ez_twin_first_letter(asked->place->twin, asked->step);
    if (count == 1 && letter < 0) {
        EzNode *write = new_field(asked, EZ_NODE_WRITE, 0, question_of(asked));
        write->lines = lines_of(asked);
        add(asked, write);
        return;
    }
    g_autoptr(GPtrArray) rows = g_ptr_array_new();
    for (int i = 0; i < count; i++) {
        const char *name = letter >= 0 ? ez_twin_letter(asked->place->twin, letter + i)
                                       : ez_arena_printf(arena_of(asked), "%d", i + 1);
        EzNode *write = new_part(asked, EZ_NODE_WRITE, i + 1, name);
        write->lines = lines_of(asked);
        g_ptr_array_add(rows, write);
    }
    add_question(asked);
    add_column(asked, rows, asked->place->wide > 100 ? 4 : 4.5);
}

static void add_choice(const Asked *asked)
{
    const EzWalkList *list = ez_walk_items(asked->step);
    g_autoptr(GPtrArray) names = names_of(asked, list);
    add_ticks(asked, list, names);
}

// Rings for scores from 1, boxes for others.
static EzNode *new_score(const Asked *asked, int number, const char *label)
{
    int from = whole(asked, "from", 1), to = whole(asked, "to", 5);
    bool unknown = ez_value_flag(ez_walk_option(asked->step, "unknown"), false);
    EzNode *node = new_part(asked, EZ_NODE_SCALE, number, label);
    if (from == 1 && !unknown && to >= 2 && to <= 7) {
        node->points = to;
        return node;
    }
    int count = to - from + 1 + unknown;
    EzTickOption *options = ez_arena_array(arena_of(asked), EzTickOption, count);
    for (int i = 0; i < count; i++) {
        bool last = unknown && i == count - 1;
        options[i].id = last ? "unknown" : ez_arena_printf(arena_of(asked), "%d", from + i);
        options[i].text = text_of(asked, last ? ez_twin_say(asked->place->twin, EZ_SAY_UNKNOWN)
                                              : options[i].id);
    }
    node->kind = EZ_NODE_TICK;
    node->options = options;
    node->n_options = count;
    node->columns = CLAMP((int)floor((asked->place->wide - 12) / 17), 1, count);
    node->gap = 2;
    return node;
}

// "1 Loslaten · 2 Faciliteren"
static void add_labels(const Asked *asked)
{
    JsonNode *labels = ez_walk_option(asked->step, "labels");
    g_autoptr(GString) out = g_string_new(NULL);
    int from = whole(asked, "from", 1), to = whole(asked, "to", 5);
    for (int i = from; labels != NULL && i <= to; i++) {
        g_autofree char *number = g_strdup_printf("%d", i);
        JsonNode *label = ez_value_get(labels, number);
        if (label == NULL)
            continue;
        const char *words = ez_twin_words(asked->place->twin, label);
        bool told = g_str_has_prefix(words, number);
        g_string_append_printf(out, "%s%s%s%s", out->len > 0 ? " · " : "", told ? "" : number,
                               told ? "" : " ", words);
    }
    add_note(asked, ez_arena_intern(arena_of(asked), out->str));
}

static void add_scale(const Asked *asked)
{
    const EzWalkList *list = ez_walk_list(asked->step, "items");
    g_autoptr(GPtrArray) names = names_of(asked, list), rows = g_ptr_array_new();
    add_question(asked);
    add_labels(asked);
    for (guint i = 0; i < names->len; i++)
        g_ptr_array_add(rows, new_score(asked, (int)i + 1, names->pdata[i]));
    if (names->len == 0) {
        EzNode *only = new_score(asked, 0, "");
        only->tooltip = text_of(asked, question_of(asked));
        g_ptr_array_add(rows, only);
    }
    add_column(asked, rows, 2);
}

static void add_amounts(const Asked *asked)
{
    g_autoptr(GPtrArray) names = names_of(asked, ez_walk_items(asked->step));
    add_question(asked);
    add_writes(asked, names);
}

// A table: its heads end with EZ_TWIN_PHRASES.
static EzNode *new_table(const Asked *asked, const EzTwinPhrase *heads, int rows)
{
    const EzText **texts = ez_arena_array(arena_of(asked), const EzText *, EZ_TWIN_PHRASES);
    EzNode *cells = new_field(asked, EZ_NODE_CELLS, 0, question_of(asked));
    for (int i = 0; heads[i] != EZ_TWIN_PHRASES; i++)
        texts[cells->heads.count++] = text_of(asked, ez_twin_say(asked->place->twin, heads[i]));
    cells->heads.texts = texts;
    cells->lines = MAX(rows, 1);
    cells->gap = 0;
    return cells;
}

static void add_actions(const Asked *asked)
{
    static const EzTwinPhrase heads[] = {EZ_SAY_WHAT, EZ_SAY_WHO, EZ_SAY_BY, EZ_TWIN_PHRASES};
    add(asked, new_table(asked, heads, MIN(whole(asked, "most", 5), 5)));
}

static void add_piles(const Asked *asked)
{
    static const EzTwinPhrase heads[] = {EZ_SAY_PILE, EZ_SAY_ITEMS, EZ_TWIN_PHRASES};
    add(asked, new_table(asked, heads, MIN(whole(asked, "most", 7), MOST_TIMES)));
}

// Each round on a row; below, why, round by round.
static void add_swarm(const Asked *asked)
{
    static const EzTwinPhrase heads[] = {EZ_SAY_FOR, EZ_SAY_STRENGTH, EZ_SAY_STOP,
                                         EZ_TWIN_PHRASES};
    int rounds = MIN(asked->step->times, MOST_TIMES);
    const EzText **names = ez_arena_array(arena_of(asked), const EzText *, rounds);
    EzNode *cells = new_table(asked, heads, rounds);
    for (int i = 0; i < rounds; i++)
        names[i] = text_of(asked, ez_arena_printf(arena_of(asked), "%d", i + 1));
    cells->rows = (EzTexts){names, rounds};
    add(asked, cells);
    g_autoptr(GPtrArray) lines = g_ptr_array_new();
    for (int i = 0; i < rounds; i++) {
        EzNode *why =
            new_part(asked, EZ_NODE_WRITE, i + 1,
                     ez_arena_printf(arena_of(asked), "%s %d",
                                     ez_twin_say(asked->place->twin, EZ_SAY_WHY), i + 1));
        why->id = ez_arena_printf(arena_of(asked), "%s.why#%d%s", asked->step->id, i + 1,
                                  asked->place->owner);
        g_ptr_array_add(lines, why);
    }
    add_note(asked, ez_twin_say(asked->place->twin, EZ_SAY_ARGUMENT));
    add_column(asked, lines, 3.5);
}

// All zones of a canvas: what has an id, in its lists, by the name of the list.
static JsonNode *zones_of(JsonNode *canvas)
{
    JsonNode *zones = ez_value_new_list();
    g_autoptr(GList) names = NULL;
    if (canvas != NULL && JSON_NODE_HOLDS_OBJECT(canvas))
        names = g_list_sort(json_object_get_members(json_node_get_object(canvas)),
                            (GCompareFunc)strcmp);
    for (GList *name = names; name != NULL; name = name->next) {
        JsonNode *list = ez_value_get(canvas, name->data);
        for (int i = 0; i < ez_value_count(list); i++)
            if (ez_value_get(ez_value_item(list, i), "id") != NULL)
                ez_value_append(zones, json_node_ref(ez_value_item(list, i)));
    }
    return zones;
}

// Oneself: a box for each place. Things: a line for each, beside it the names of the places.
static void add_place(const Asked *asked)
{
    g_autoptr(JsonNode) zones = zones_of(ez_walk_option(asked->step, "canvas"));
    const EzWalkList *items = ez_walk_list(asked->step, "items");
    if (items == NULL) {
        EzWalkList places = {.option = "canvas", .known = zones};
        g_autoptr(GPtrArray) names = names_of(asked, &places);
        add_ticks(asked, &places, names);
        return;
    }
    const EzTwin *twin = asked->place->twin;
    add_amounts(asked);
    add_note(asked, ez_twin_say_text(twin, EZ_SAY_PLACES, ez_twin_join(twin, zones, ", ")));
}

static void add_links(const Asked *asked)
{
    enum { LINKS = 8 };
    static const struct {
        const char *option;
        EzTwinPhrase head;
    } asks[] = {{"verbs", EZ_SAY_VERB}, {"weight", EZ_SAY_WEIGHT}, {"flags", EZ_SAY_FLAGS}};
    const EzTwin *twin = asked->place->twin;
    EzTwinPhrase heads[6] = {EZ_SAY_FROM, EZ_SAY_TO};
    int count = 2;
    for (gsize i = 0; i < G_N_ELEMENTS(asks); i++)
        if (ez_walk_list(asked->step, asks[i].option) != NULL ||
            ez_walk_option(asked->step, asks[i].option) != NULL)
            heads[count++] = asks[i].head;
    heads[count] = EZ_TWIN_PHRASES;
    add(asked, new_table(asked, heads, LINKS));
    for (guint i = 0; i < asked->step->lists->len; i++) {
        const EzWalkList *list = &g_array_index(asked->step->lists, EzWalkList, i);
        add_note(asked, ez_twin_join(twin, list->known, " · "));
    }
}

static const struct {
    const char *kind;
    void (*add)(const Asked *);
    bool rounds; // all its times are asked at once
} askers[] = {
    {"ask", add_ask, false},     {"choose", add_choice, false},  {"gate", add_choice, false},
    {"scale", add_scale, false}, {"rank", add_amounts, false},   {"vote", add_amounts, false},
    {"swarm", add_swarm, true},  {"action", add_actions, false}, {"cluster", add_piles, false},
    {"place", add_place, false}, {"link", add_links, false},
};

// ---- what stands over a question ---------------------------------------------------

static const char *letters_hint(const Asked *asked)
{
    const EzTwin *twin = asked->place->twin;
    for (guint i = 0; i < asked->step->lists->len; i++) {
        const EzWalkList *list = &g_array_index(asked->step->lists, EzWalkList, i);
        const char *id = list->sources->len > 0 ? list->sources->pdata[0] : NULL;
        const EzWalkStep *source = id != NULL ? ez_twin_find(twin, id, strlen(id)) : NULL;
        if (source != NULL)
            return ez_twin_say_text(twin, EZ_SAY_LETTERS_OF,
                                    ez_twin_short(twin, ez_twin_step_words(twin, source)));
    }
    return NULL;
}

static const char *kind_hint(const Asked *asked)
{
    const EzTwin *twin = asked->place->twin;
    const char *kind = asked->step->kind->word;
    int most = whole(asked, "most", 1), dots = whole(asked, "dots", 0);
    if (strcmp(kind, "choose") == 0 && most > 1)
        return ez_twin_say_number(twin, EZ_SAY_CHOOSE_MOST, most);
    if (strcmp(kind, "choose") == 0 || strcmp(kind, "gate") == 0)
        return ez_twin_say(twin, EZ_SAY_CHOOSE_ONE);
    if (strcmp(kind, "rank") == 0)
        return ez_twin_say(twin, EZ_SAY_RANKED);
    if (strcmp(kind, "vote") == 0 && strcmp(word(asked, "cost"), "square") == 0)
        return ez_twin_say_number(twin, EZ_SAY_CREDITS, whole(asked, "credits", 25));
    if (strcmp(kind, "vote") == 0)
        return ez_twin_say_number(twin, EZ_SAY_DOTS, dots);
    return NULL;
}

// "now · letters: see the list at task"
static void add_eyebrow(const Asked *asked)
{
    const char *hints[] = {kind_hint(asked), letters_hint(asked)};
    EzNode *line = ez_nodes_new(arena_of(asked), EZ_NODE_TEXT);
    g_autofree char *id = asked->time > 1
                              ? g_strdup_printf("%s#%d", asked->step->id, asked->time)
                              : g_strdup(asked->step->id);
    line->style = "note";
    line->colour = asked->place->twin->colour;
    line->keep = true;
    ez_nodes_add_words(arena_of(asked), line, id, true);
    for (gsize i = 0; i < G_N_ELEMENTS(hints); i++)
        if (hints[i] != NULL)
            ez_nodes_add_words(arena_of(asked), line,
                               ez_arena_printf(arena_of(asked), " · %s", hints[i]), false);
    add(asked, line);
}

// What belongs together stays together on a page.
void ez_twin_add_step(const EzTwinPlace *place, const EzWalkStep *step)
{
    for (gsize i = 0; i < G_N_ELEMENTS(askers); i++) {
        if (strcmp(askers[i].kind, step->kind->word) != 0)
            continue;
        int times = askers[i].rounds ? 1 : MIN(step->times, MOST_TIMES);
        for (int time = 1; time <= times; time++) {
            g_autoptr(GPtrArray) nodes = g_ptr_array_new();
            EzTwinPlace inner = *place;
            Asked asked = {&inner, step, time};
            inner.nodes = nodes;
            add_eyebrow(&asked);
            askers[i].add(&asked);
            EzNode *column = ez_nodes_box(place->twin->arena, EZ_NODE_COLUMN, nodes);
            column->gap = 1.5;
            g_ptr_array_add(place->nodes, column);
        }
    }
}
