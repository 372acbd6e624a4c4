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
    {"swarm", "{\"for\": \"id\", \"strength\": 3, \"argument\": \"…\"}", NULL},
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

// "A" of a step whose answers get letters.
static const char *first_source(const EzTwin *twin)
{
    for (int i = 0; i < ez_walk_step_count(twin->options.walk); i++) {
        const EzWalkStep *step = ez_walk_step(twin->options.walk, i);
        if (ez_twin_is_source(twin, step))
            return step->key;
    }
    return NULL;
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

static void add_guide(const EzTwin *twin, GPtrArray *nodes)
{
    const EzWalkStep *step = first_of_person(twin);
    const char *source = first_source(twin);
    add_text(twin, nodes, "body", ez_twin_say_text(twin, EZ_SAY_TYPING_HOW, twin->code));
    if (step != NULL)
        add_example(twin, nodes, step);
    add_text(twin, nodes, "body", ez_twin_say(twin, EZ_SAY_TYPING_ORDER));
    if (source != NULL)
        add_text(twin, nodes, "body", ez_twin_say_text(twin, EZ_SAY_TYPING_LETTERS, source));
    add_text(twin, nodes, "body", ez_twin_say(twin, EZ_SAY_TYPING_PEOPLE));
    add_text(twin, nodes, "body", ez_twin_say(twin, EZ_SAY_TYPING_GROUPS));
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
