// SPDX-License-Identifier: EUPL-1.2
// How what is on paper is typed in: of each box its step, and what a line of it says.
#include "engine/report/twin-private.h"

#include <string.h>

static const struct {
    const char *kind, *one,
        *several; // several: where more than one answer may be given, or things are judged
} values[] = {
    {"ask", "\"…\"", "[\"…\", \"…\"]"},
    {"choose", "\"id\"", "[\"id\", \"id\"]"},
    {"scale", "3", "{\"id\": 3}"},
    {"rank", "[\"id\", \"id\"]", NULL},
    {"vote", "{\"id\": 2}", NULL},
    {"cluster", "[{\"name\": \"…\", \"items\": [\"id\"]}]", NULL},
    {"place", "{\"zone\": \"id\"}", "{\"id\": {\"zone\": \"id\"}}"},
    {"link", "[{\"from\": \"id\", \"to\": \"id\"}]", NULL},
    {"gate", "\"id\"", NULL},
    {"action", "[{\"what\": \"…\", \"who\": \"…\", \"by\": \"…\"}]", NULL},
    {"swarm",
     "{\"for\": \"id\", \"strength\": 3, \"argument\": \"…\", \"stop\": \"id\", \"why\": "
     "\"…\"}",
     NULL},
};

static bool has_several(const EzWalkStep *step)
{
    return ez_value_number(ez_walk_option(step, "per"), 1) > 1 ||
           ez_value_number(ez_walk_option(step, "most"), 1) > 1 ||
           ez_walk_list(step, "items") != NULL;
}

const char *ez_twin_value_form(const EzWalkStep *step)
{
    for (gsize i = 0; i < G_N_ELEMENTS(values); i++)
        if (strcmp(values[i].kind, step->kind->word) == 0)
            return values[i].several != NULL && has_several(step) ? values[i].several
                                                                  : values[i].one;
    return "";
}

// What stands between the columns, and their widths, in mm.
static const double widths[] = {30, 52, 26, 54};
enum { COLUMNS = 4, GAP = 4 };
// The tag of what is no language, in which quotes stay as they are.
#define CODE "zxx"

static EzNode *new_row(const EzTwin *twin, const char *const *words, const char *style,
                       bool code)
{
    const EzNode *cells[COLUMNS];
    for (int i = 0; i < COLUMNS; i++) {
        EzNode *cell = ez_nodes_text(twin->arena, EZ_NODE_TEXT, style, words[i]);
        cell->language = code && i % 2 == 1 ? CODE : NULL;
        cell->width = ez_nodes_mm(widths[i]);
        cells[i] = cell;
    }
    EzNode *row = ez_nodes_new(twin->arena, EZ_NODE_ROW);
    ez_nodes_hold(twin->arena, row, cells, COLUMNS);
    row->gap = GAP;
    return row;
}

static void add_rule(const EzTwin *twin, GPtrArray *nodes)
{
    EzNode *rule = ez_nodes_new(twin->arena, EZ_NODE_RULE);
    rule->weight = 0.25;
    rule->colour = "line";
    g_ptr_array_add(nodes, rule);
}

// "A is /option#1/1, B is /option#1/2, G is /middle#1/1": the first two of the first step, and the first of each other; "" when none.
static const char *letters_of(const EzTwin *twin)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (int i = 0; i < ez_walk_step_count(twin->options.walk); i++) {
        const EzWalkStep *step = ez_walk_step(twin->options.walk, i);
        int first = ez_twin_first_letter(twin, step), shown = out->len == 0 ? 2 : 1;
        for (int k = 0; first >= 0 && k < shown; k++)
            g_string_append_printf(out, "%s%s is %s/%d", out->len > 0 ? ", " : "",
                                   ez_twin_letter(twin, first + k), step->key, k + 1);
    }
    return ez_arena_intern(twin->arena, out->str);
}

static const EzWalkStep *first_of_person(const EzTwin *twin)
{
    for (guint i = 0; i < twin->forms->len; i++) {
        const EzTwinForm *form = twin->forms->pdata[i];
        if (form->owner == EZ_TWIN_PERSON)
            return form->steps->pdata[0];
    }
    return NULL;
}

static void add_text(const EzTwin *twin, GPtrArray *nodes, const char *style, const char *words)
{
    g_ptr_array_add(nodes, ez_nodes_text(twin->arena, EZ_NODE_TEXT, style, words));
}

static void add_code(const EzTwin *twin, GPtrArray *nodes, const char *words)
{
    EzNode *line = ez_nodes_text(twin->arena, EZ_NODE_TEXT, "strong", words);
    line->language = CODE;
    g_ptr_array_add(nodes, line);
}

static void add_example(const EzTwin *twin, GPtrArray *nodes, const EzWalkStep *step)
{
    bool unnamed = ez_twin_form_of(twin, step)->unnamed;
    add_code(twin, nodes, "{\"ev\": \"join\", \"by\": \"p1\"}");
    add_code(twin, nodes,
             ez_arena_printf(
                 twin->arena, "{\"ev\": \"input\", \"step\": \"%s\", %s\"value\": %s}",
                 step->key, unnamed ? "" : "\"by\": \"p1\", ", ez_twin_value_form(step)));
    add_code(twin, nodes,
             ez_arena_printf(twin->arena, "{\"ev\": \"close\", \"step\": \"%s\"}", step->key));
}

// What is typed for each of the options that have words on paper, in their order.
static const char *ids_of(const EzTwin *twin, const EzWalkStep *step)
{
    const EzWalkList *list = ez_walk_items(step);
    g_autoptr(GString) out = g_string_new(NULL);
    for (int i = 0; list != NULL && i < ez_value_count(list->known); i++)
        g_string_append_printf(out, "%s%s", i > 0 ? ", " : "", ez_step_item_id(list->known, i));
    return ez_arena_printf(twin->arena, "%s%s%s", ez_twin_value_form(step),
                           out->len > 0 ? " · id: " : "", out->str);
}

static bool has_kind(const EzTwin *twin, const char *word)
{
    for (int i = 0; i < ez_walk_step_count(twin->options.walk); i++)
        if (strcmp(ez_walk_step(twin->options.walk, i)->kind->word, word) == 0)
            return true;
    return false;
}

// "g6", the last of the groups that go by number; 0 = none do.
static int numbered_groups(const EzTwin *twin)
{
    int most = 0;
    for (int i = 0; i < ez_walk_step_count(twin->options.walk); i++) {
        const EzWalkStep *step = ez_walk_step(twin->options.walk, i);
        if (strstr(step->key, "[g1]") != NULL)
            most = MAX(most, step->groups);
    }
    return most;
}

static void add_guide(const EzTwin *twin, GPtrArray *nodes)
{
    const EzWalkStep *step = first_of_person(twin);
    const char *letters = letters_of(twin);
    add_text(twin, nodes, "body", ez_twin_say_text(twin, EZ_SAY_TYPING_HOW, twin->code));
    if (step != NULL)
        add_example(twin, nodes, step);
    add_text(twin, nodes, "body", ez_twin_say(twin, EZ_SAY_TYPING_ORDER));
    if (*letters != '\0')
        add_text(twin, nodes, "body", ez_twin_say_text(twin, EZ_SAY_TYPING_LETTERS, letters));
    add_text(twin, nodes, "body", ez_twin_say(twin, EZ_SAY_TYPING_PEOPLE));
    if (has_kind(twin, "action"))
        add_text(twin, nodes, "body", ez_twin_say(twin, EZ_SAY_TYPING_AGREEMENTS));
    if (numbered_groups(twin) > 0)
        add_text(twin, nodes, "body",
                 ez_twin_say_number(twin, EZ_SAY_TYPING_GROUPS, numbered_groups(twin)));
    add_text(twin, nodes, "body", ez_twin_say(twin, EZ_SAY_TYPING_AGAIN));
    add_text(twin, nodes, "body", ez_twin_say(twin, EZ_SAY_TYPING_MENDING));
}

// Somebody has to close it: chance answers at once, and some words only stand there.
static bool is_closed(const EzWalkStep *step)
{
    return step->kind->answerer != EZ_BY_CHANCE &&
           ez_value_flag(ez_walk_option(step, "wait"), true);
}

EzNode *ez_twin_typing(const EzTwin *twin)
{
    g_autoptr(GPtrArray) nodes = g_ptr_array_new();
    const char *name = ez_twin_say(twin, EZ_SAY_TYPING);
    const char *heads[] = {ez_twin_say(twin, EZ_SAY_BOX), ez_twin_say(twin, EZ_SAY_STEP),
                           ez_twin_say(twin, EZ_SAY_PAPER), ez_twin_say(twin, EZ_SAY_VALUE)};
    g_ptr_array_add(nodes, ez_twin_head(twin, name, 1, twin->title));
    add_guide(twin, nodes);
    EzNode *head = new_row(twin, heads, "word", false);
    head->keep = true;
    g_ptr_array_add(nodes, head);
    for (int i = 0; i < ez_walk_step_count(twin->options.walk); i++) {
        const EzWalkStep *step = ez_walk_step(twin->options.walk, i);
        const EzTwinForm *form = ez_twin_form_of(twin, step);
        const char *paper = form != NULL ? ez_twin_form_name(twin, form) : "–";
        const char *cells[] = {step->id, step->key, paper, ids_of(twin, step)};
        if (!is_closed(step))
            continue;
        add_rule(twin, nodes);
        g_ptr_array_add(nodes, new_row(twin, cells, "note", true));
    }
    EzNode *pages = ez_twin_pages(twin, nodes, name);
    pages->gap = 1.8;
    return pages;
}
