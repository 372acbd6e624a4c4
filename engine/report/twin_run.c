// SPDX-License-Identifier: EUPL-1.2
// The run sheet: what a facilitator needs at hand, from the first minute to the last.
#include "engine/report/twin-private.h"

#include <string.h>

// Millimetres.
enum { WIDE = EZ_TWIN_WIDE - 2 * EZ_TWIN_MARGIN, VERB = 26, GAP = 4, RAIL = 5 };

static EzNode *new_text(const EzTwin *twin, const char *style, const char *words)
{
    return ez_nodes_text(twin->arena, EZ_NODE_TEXT, style, words);
}

static EzNode *new_label(const EzTwin *twin, const char *words)
{
    EzNode *label = new_text(twin, "label", words);
    label->colour = twin->colour;
    return label;
}

static EzNode *new_row(const EzTwin *twin, const GPtrArray *cells, double gap)
{
    EzNode *row = ez_nodes_box(twin->arena, EZ_NODE_ROW, cells);
    row->gap = gap;
    return row;
}

// What is said, as large as it is read from a sheet in the hand.
static EzNode *new_speech(const EzTwin *twin, const char *words)
{
    EzNode *text = new_text(twin, "body", words);
    text->size = 9.5;
    text->leading = 12.6;
    return text;
}

static const char *in_language(const EzTwin *twin, const EzText *text)
{
    return ez_text_in(text, twin->options.language);
}

// A label, and words under it.
static EzNode *new_fact(const EzTwin *twin, EzTwinPhrase phrase, const char *words, double wide)
{
    const EzNode *parts[] = {new_label(twin, ez_twin_say(twin, phrase)),
                             new_text(twin, "body", words)};
    EzNode *fact = ez_nodes_new(twin->arena, EZ_NODE_COLUMN);
    ez_nodes_hold(twin->arena, fact, parts, 2);
    fact->gap = 0.5;
    fact->padding.bottom = 1;
    fact->width = ez_nodes_mm(wide);
    return fact;
}

// Two facts beside each other; one that has no words is left out.
static void add_facts(const EzTwin *twin, GPtrArray *nodes, EzTwinPhrase one, const char *words,
                      EzTwinPhrase other, const char *more)
{
    g_autoptr(GPtrArray) cells = g_ptr_array_new();
    double half = (WIDE - 8) / 2.0;
    if (*words != '\0')
        g_ptr_array_add(cells, new_fact(twin, one, words, half));
    if (*more != '\0')
        g_ptr_array_add(cells, new_fact(twin, other, more, half));
    if (cells->len > 0)
        g_ptr_array_add(nodes, new_row(twin, cells, 8));
}

// ---- the head ----------------------------------------------------------------------

static void add_lines(const EzTwin *twin, GPtrArray *nodes)
{
    static const struct {
        const char *id;
        EzTwinPhrase label;
        double wide;
    } lines[] = {{"session.date", EZ_SAY_DATE, 48},
                 {"session.group", EZ_SAY_GROUP, 60},
                 {"session.facilitator", EZ_SAY_FACILITATOR, 58}};
    g_autoptr(GPtrArray) cells = g_ptr_array_new();
    for (gsize i = 0; i < G_N_ELEMENTS(lines); i++)
        g_ptr_array_add(cells, ez_twin_line(twin, lines[i].id,
                                            ez_twin_say(twin, lines[i].label), lines[i].wide));
    g_ptr_array_add(nodes, new_row(twin, cells, GAP));
}

static void add_head(const EzTwin *twin, GPtrArray *nodes)
{
    const EzExercise *exercise = twin->options.exercise;
    int people = ez_walk_people(twin->options.walk);
    const char *beside =
        ez_arena_printf(twin->arena, "%s, %s", ez_twin_say(twin, EZ_SAY_RUN_SHEET),
                        ez_twin_say_number(twin, EZ_SAY_FOR_PEOPLE, people));
    EzNode *goal = new_text(twin, "question", in_language(twin, exercise->goal));
    goal->size = 12.5;
    goal->leading = 17;
    g_ptr_array_add(nodes, ez_twin_head(twin, twin->title, 1, beside));
    g_ptr_array_add(nodes, goal);
    add_facts(twin, nodes, EZ_SAY_WHEN, in_language(twin, exercise->when), EZ_SAY_OUTCOME,
              in_language(twin, exercise->outcome));
    add_lines(twin, nodes);
}

// ---- time --------------------------------------------------------------------------

static const char *clock_words(const EzTwin *twin, int minutes)
{
    return ez_arena_printf(twin->arena, "%d:%02d", minutes / 60, minutes % 60);
}

static int all_minutes(const EzTwin *twin)
{
    int minutes = 0;
    for (int i = 0; i < ez_walk_section_count(twin->options.walk); i++)
        minutes += ez_walk_section(twin->options.walk, i)->minutes;
    return minutes;
}

// When a section begins: the planned minutes of those before it.
static int start_of(const EzTwin *twin, int section)
{
    int minutes = 0;
    for (int i = 0; i < section; i++)
        minutes += ez_walk_section(twin->options.walk, i)->minutes;
    return minutes;
}

static EzNode *rail_part(const EzTwin *twin, int section, double wide)
{
    EzNode *fill = ez_nodes_new(twin->arena, EZ_NODE_FILL);
    EzNode *time = new_text(twin, "note", clock_words(twin, start_of(twin, section)));
    fill->height = ez_nodes_mm(RAIL);
    fill->width = ez_nodes_mm(wide - 0.8);
    fill->colour = twin->colour;
    time->width = ez_nodes_mm(wide - 0.8);
    time->colour = "soft";
    const EzNode *parts[] = {fill, time};
    EzNode *part = ez_nodes_new(twin->arena, EZ_NODE_COLUMN);
    ez_nodes_hold(twin->arena, part, parts, 2);
    part->gap = 0.6;
    part->width = ez_nodes_mm(wide);
    part->ornament = true;
    return part;
}

// The time to scale; the agenda says the same in words.
static void add_rail(const EzTwin *twin, GPtrArray *nodes)
{
    int whole = all_minutes(twin);
    g_autoptr(GPtrArray) parts = g_ptr_array_new();
    for (int i = 0; whole > 0 && i < ez_walk_section_count(twin->options.walk); i++) {
        int minutes = ez_walk_section(twin->options.walk, i)->minutes;
        if (minutes > 0)
            g_ptr_array_add(parts, rail_part(twin, i, (double)WIDE * minutes / whole));
    }
    if (parts->len > 0)
        g_ptr_array_add(nodes, new_row(twin, parts, 0));
}

// ---- what lies ready -----------------------------------------------------------------

static int groups_of(const EzTwin *twin)
{
    int groups = 1;
    for (int i = 0; i < ez_walk_step_count(twin->options.walk); i++)
        groups = MAX(groups, ez_walk_step(twin->options.walk, i)->groups);
    return groups;
}

// How many more fields of the worksheet are of groups than of everyone: "idea#2" and "monday.who" answer steps.
static int leans_to_groups(const EzTwin *twin, const EzNode *node)
{
    const EzWalkStep *step =
        node->id != NULL ? ez_twin_find(twin, node->id, strcspn(node->id, ".#")) : NULL;
    int sum = step == NULL ? 0 : step->groups > 0 ? 1 : -1;
    for (int i = 0; i < node->n_children; i++)
        sum += leans_to_groups(twin, node->children[i]);
    return sum;
}

// A sheet on which mostly groups write is needed by each of them.
static int sheets_of(const EzTwin *twin, const EzWorksheet *sheet)
{
    int sum = 0;
    for (int i = 0; i < sheet->n_pages; i++)
        sum += leans_to_groups(twin, sheet->pages[i]);
    return sum > 0 ? groups_of(twin) : 1;
}

static const EzCard *find_card(const EzKit *kit, const char *id)
{
    const EzCard *card = NULL;
    for (int i = 0; card == NULL && i < kit->n_decks; i++)
        card = ez_deck_card(kit->decks[i], id);
    return card;
}

// Something to lay ready: a box to tick, how many, and what.
static EzNode *new_supply(const EzTwin *twin, const char *amount, const char *words)
{
    EzNode *box = ez_nodes_text(twin->arena, EZ_NODE_MARK, NULL, "box");
    EzNode *name = ez_nodes_new(twin->arena, EZ_NODE_TEXT);
    ez_nodes_add_words(twin->arena, name, amount, true);
    ez_nodes_add_words(twin->arena, name, *amount != '\0' ? " " : "", false);
    ez_nodes_add_words(twin->arena, name, words, false);
    box->width = ez_nodes_mm(2.6);
    box->colour = "line";
    box->ornament = true;
    name->style = "body";
    name->grow = 1;
    const EzNode *parts[] = {box, name};
    EzNode *row = ez_nodes_new(twin->arena, EZ_NODE_ROW);
    ez_nodes_hold(twin->arena, row, parts, 2);
    row->align = EZ_ALIGN_BASELINE;
    row->gap = 2.4;
    return row;
}

// "6 × worksheet W01 Ask nature", "1 set nature cards", "1 × card N12 …"; other words say themselves how many, and are no part of the kit.
static EzNode *new_material(const EzTwin *twin, const EzMaterial *material)
{
    const EzKit *kit = twin->options.kit;
    const char *words = in_language(twin, material->words);
    const EzWorksheet *sheet = ez_kit_worksheet(kit, material->key);
    const EzCard *card = find_card(kit, material->key);
    if (sheet != NULL)
        return new_supply(twin, ez_arena_printf(twin->arena, "%d ×", sheets_of(twin, sheet)),
                          ez_arena_printf(twin->arena, "%s %s",
                                          ez_twin_say_text(twin, EZ_SAY_WORKSHEET, sheet->code),
                                          words));
    if (ez_kit_deck(kit, material->key) != NULL)
        return new_supply(twin, ez_twin_say(twin, EZ_SAY_SET), words);
    if (card != NULL)
        return new_supply(twin, "1 ×",
                          ez_arena_printf(twin->arena, "%s %s",
                                          ez_twin_say_text(twin, EZ_SAY_CARD, card->id),
                                          words));
    return new_supply(twin, "", ez_twin_say_text(twin, EZ_SAY_NOT_IN_KIT, words));
}

static const char *form_words(const EzTwin *twin, const EzTwinForm *form)
{
    const char *section =
        form->owner == EZ_TWIN_PERSON && form->section >= 0
            ? ez_twin_words(twin, ez_walk_section(twin->options.walk, form->section)->text)
            : NULL;
    return ez_arena_printf(twin->arena, "%s%s%s, %s%s%s", ez_twin_form_name(twin, form),
                           section != NULL ? " · " : "", section != NULL ? section : "",
                           ez_twin_form_copies(twin, form), form->always ? "" : " · ",
                           form->always ? "" : ez_twin_say(twin, EZ_SAY_SOMETIMES));
}

// In two columns, read down.
static void add_supplies(const EzTwin *twin, GPtrArray *nodes)
{
    const EzExercise *exercise = twin->options.exercise;
    g_autoptr(GPtrArray) list = g_ptr_array_new(), columns = g_ptr_array_new();
    for (int i = 0; i < exercise->n_materials; i++)
        g_ptr_array_add(list, new_material(twin, &exercise->materials[i]));
    for (guint i = 0; i < twin->forms->len; i++) {
        const EzTwinForm *form = twin->forms->pdata[i];
        g_ptr_array_add(list,
                        new_supply(twin, ez_arena_printf(twin->arena, "%d ×", form->copies),
                                   form_words(twin, form)));
    }
    for (guint from = 0, half = (list->len + 1) / 2; from < list->len; from += half) {
        g_autoptr(GPtrArray) part = g_ptr_array_new();
        for (guint i = from; i < MIN(from + half, list->len); i++)
            g_ptr_array_add(part, list->pdata[i]);
        EzNode *column = ez_nodes_box(twin->arena, EZ_NODE_COLUMN, part);
        column->gap = 0.8;
        column->width = ez_nodes_mm((WIDE - 8) / 2.0);
        g_ptr_array_add(columns, column);
    }
    const EzNode *parts[] = {new_label(twin, ez_twin_say(twin, EZ_SAY_NEEDED)),
                             new_row(twin, columns, 8)};
    EzNode *whole = ez_nodes_new(twin->arena, EZ_NODE_COLUMN);
    ez_nodes_hold(twin->arena, whole, parts, columns->len > 0 ? 2 : 1);
    whole->gap = 1.5;
    g_ptr_array_add(nodes, whole);
}

static bool has_numbers(const EzTwin *twin)
{
    for (guint i = 0; i < twin->forms->len; i++) {
        const EzTwinForm *form = twin->forms->pdata[i];
        if (form->owner == EZ_TWIN_PERSON && !form->unnamed)
            return true;
    }
    return false;
}

static const char *value_words(const EzTwin *twin, const EzParam *param, JsonNode *value)
{
    const char *id = ez_value_string(value, "");
    for (int i = 0; param->type == EZ_PARAM_CHOICE && i < param->n_options; i++)
        if (strcmp(param->options[i].id, id) == 0)
            return in_language(twin, param->options[i].words);
    if (param->type == EZ_PARAM_YES_NO)
        return ez_twin_say(twin, ez_value_flag(value, false) ? EZ_SAY_YES : EZ_SAY_NO);
    return ez_twin_words(twin, value);
}

static void add_choices(const EzTwin *twin, GPtrArray *nodes)
{
    const EzExercise *exercise = twin->options.exercise;
    g_autoptr(GPtrArray) notes = g_ptr_array_new();
    g_autoptr(GString) words = g_string_new(NULL);
    for (int i = 0; i < exercise->n_params; i++) {
        const EzParam *param = &exercise->params[i];
        JsonNode *value = ez_value_get(twin->options.params, param->name);
        if (value != NULL)
            g_string_append_printf(words, "%s%s %s", words->len > 0 ? " · " : "",
                                   in_language(twin, param->words),
                                   value_words(twin, param, value));
    }
    if (words->len > 0)
        g_ptr_array_add(
            notes, new_text(twin, "note",
                            ez_arena_printf(twin->arena, "%s: %s",
                                            ez_twin_say(twin, EZ_SAY_CHOICES), words->str)));
    if (has_numbers(twin))
        g_ptr_array_add(notes, new_text(twin, "note", ez_twin_say(twin, EZ_SAY_KEEP_NUMBER)));
    if (notes->len > 0)
        g_ptr_array_add(nodes, ez_nodes_box(twin->arena, EZ_NODE_COLUMN, notes));
}

// ---- the agenda ----------------------------------------------------------------------

static EzNode *section_head(const EzTwin *twin, int number)
{
    const EzWalkSection *section = ez_walk_section(twin->options.walk, number);
    int start = start_of(twin, number);
    EzNode *time = new_text(twin, "principle",
                            ez_arena_printf(twin->arena, "%s–%s", clock_words(twin, start),
                                            clock_words(twin, start + section->minutes)));
    EzNode *title = ez_nodes_text(twin->arena, EZ_NODE_HEADING, "principle",
                                  ez_twin_words(twin, section->text));
    EzNode *minutes =
        new_text(twin, "note", ez_twin_say_number(twin, EZ_SAY_MINUTES, section->minutes));
    time->width = ez_nodes_mm(VERB);
    time->features = "lnum,tnum";
    time->colour = title->colour = twin->colour;
    title->level = 2;
    title->grow = 1;
    minutes->colour = "soft";
    const EzNode *parts[] = {time, title, minutes};
    EzNode *row = ez_nodes_new(twin->arena, EZ_NODE_ROW);
    ez_nodes_hold(twin->arena, row, parts, 3);
    row->gap = GAP;
    row->align = EZ_ALIGN_BASELINE;
    return row;
}

static void add_rule(const EzTwin *twin, GPtrArray *nodes)
{
    EzNode *rule = ez_nodes_new(twin->arena, EZ_NODE_RULE);
    rule->weight = 0.35;
    rule->colour = twin->colour;
    g_ptr_array_add(nodes, rule);
}

static void add_section(const EzTwin *twin, int number, GPtrArray *nodes)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new();
    add_rule(twin, parts);
    g_ptr_array_add(parts, section_head(twin, number));
    EzNode *head = ez_nodes_box(twin->arena, EZ_NODE_COLUMN, parts);
    head->gap = 1.2;
    head->padding.top = 1.5;
    head->keep = true;
    g_ptr_array_add(nodes, head);
}

static const char *seconds_words(const EzTwin *twin, int seconds)
{
    return seconds % 60 == 0 ? ez_twin_say_number(twin, EZ_SAY_MINUTES, seconds / 60)
                             : ez_twin_say_number(twin, EZ_SAY_SECONDS, seconds);
}

// "trek 3", or the cards themselves when all there are lie on the table.
static const char *cards_words(const EzTwin *twin, const EzWalkStep *step)
{
    const EzWalkList *from = ez_walk_list(step, "from");
    int n = (int)ez_value_number(ez_walk_option(step, "n"), 1);
    if (from != NULL && from->open == 0 && ez_value_count(from->known) <= n)
        return ez_twin_say_text(twin, EZ_SAY_CARD, ez_twin_join(twin, from->known, ", "));
    return ez_twin_say_number(twin, EZ_SAY_DRAW, n);
}

static const char *groups_words(const EzTwin *twin, const EzWalkStep *step)
{
    int people = ez_walk_people(twin->options.walk);
    int size = (int)ez_value_number(ez_walk_option(step, "size"), 4);
    int count = (int)ez_value_number(ez_walk_option(step, "count"), 0);
    count = count > 0 ? count : (people + size - 1) / size;
    return ez_twin_say_number(twin, EZ_SAY_MAKE_GROUPS, MIN(count, people));
}

static const char *chance_words(const EzTwin *twin, const EzWalkStep *step)
{
    const char *kind = step->kind->word;
    if (strcmp(kind, "draw") == 0 || strcmp(kind, "deal") == 0)
        return cards_words(twin, step);
    return strcmp(kind, "split") == 0 ? groups_words(twin, step) : NULL;
}

static void append(GString *out, const char *words)
{
    if (words != NULL)
        g_string_append_printf(out, "%s%s", out->len > 0 ? " · " : "", words);
}

static const char *letters_words(const EzTwin *twin, const EzWalkStep *step)
{
    int first = ez_twin_first_letter(twin, step);
    if (first <= 0)
        return first == 0 ? ez_twin_say(twin, EZ_SAY_LIST_LETTERS) : NULL;
    return ez_twin_say_text(twin, EZ_SAY_FROM_LETTER, ez_twin_letter(twin, first));
}

// "6 minuten · Briefje 1, één per persoon · now"
static const char *details_of(const EzTwin *twin, const EzWalkStep *step)
{
    const EzTwinForm *form = ez_twin_form_of(twin, step);
    int seconds = (int)ez_value_number(ez_walk_option(step, "time"),
                                       ez_value_number(ez_walk_option(step, "seconds"), 0));
    g_autoptr(GString) out = g_string_new(NULL);
    append(out, seconds > 0 ? seconds_words(twin, seconds) : NULL);
    append(out, chance_words(twin, step));
    append(out, form != NULL ? ez_twin_form_name(twin, form) : NULL);
    append(out, form != NULL ? step->id : NULL);
    append(out, step->times > 1 ? ez_twin_say_number(twin, EZ_SAY_TIMES, step->times) : NULL);
    append(out, letters_words(twin, step));
    return ez_arena_intern(twin->arena, out->str);
}

// "Only with: the middle way", else what it comes after.
static const char *condition_of(const EzTwin *twin, const EzWalkStep *step)
{
    if (step->always)
        return NULL;
    if (step->chosen != NULL)
        return ez_twin_say_text(twin, EZ_SAY_ONLY_WITH,
                                ez_twin_join(twin, step->chosen, ez_twin_say(twin, EZ_SAY_OR)));
    const char *after =
        step->after >= 0
            ? ez_twin_step_words(twin, ez_walk_step(twin->options.walk, step->after))
            : "";
    if (*after == '\0')
        return ez_twin_say(twin, EZ_SAY_SOMETIMES);
    return ez_twin_say_text(twin, step->follows ? EZ_SAY_ONLY_AFTER : EZ_SAY_SOMETIMES_AFTER,
                            ez_twin_short(twin, after));
}

static void add_prompts(const EzTwin *twin, const EzWalkStep *step, GPtrArray *nodes)
{
    JsonNode *notes = ez_walk_option(step, "note");
    if (ez_value_count(notes) == 0)
        return;
    EzNode *prompts = ez_nodes_new(twin->arena, EZ_NODE_TEXT);
    EzNode *said = ez_nodes_new(twin->arena, EZ_NODE_ITALIC);
    ez_nodes_add_words(twin->arena, said, ez_twin_join(twin, notes, " "), false);
    prompts->style = "question";
    prompts->size = 9.5;
    prompts->leading = 12.6;
    ez_nodes_add_words(twin->arena, prompts, ez_twin_say(twin, EZ_SAY_ON_REQUEST), false);
    ez_nodes_add_words(twin->arena, prompts, " ", false);
    ez_nodes_add_node(twin->arena, prompts, said);
    g_ptr_array_add(nodes, prompts);
}

// What to say when it went otherwise.
static void add_others(const EzTwin *twin, const EzWalkStep *step, GPtrArray *nodes)
{
    for (int i = 0; i < ez_value_count(step->others); i++) {
        g_autofree char *words = ez_walk_other_words(step, i, twin->language);
        g_ptr_array_add(nodes, new_speech(twin, ez_twin_say_text(twin, EZ_SAY_ELSE, words)));
    }
}

static EzNode *verb_cell(const EzTwin *twin, const EzWalkStep *step, const char *condition)
{
    EzNode *note = new_text(twin, "note", condition != NULL ? condition : "");
    const EzNode *parts[] = {new_label(twin, ez_twin_verb(twin, step->kind)), note};
    EzNode *cell = ez_nodes_new(twin->arena, EZ_NODE_COLUMN);
    ez_nodes_hold(twin->arena, cell, parts, condition != NULL ? 2 : 1);
    cell->width = ez_nodes_mm(VERB);
    return cell;
}

static EzNode *new_step(const EzTwin *twin, const EzWalkStep *step)
{
    g_autoptr(GPtrArray) right = g_ptr_array_new(), cells = g_ptr_array_new();
    const char *condition = condition_of(twin, step), *details = details_of(twin, step);
    EzNode *small = new_text(twin, "note", details);
    small->colour = "soft";
    g_ptr_array_add(right, new_speech(twin, ez_twin_step_words(twin, step)));
    add_others(twin, step, right);
    if (*details != '\0')
        g_ptr_array_add(right, small);
    if (ez_twin_count(twin, step) != NULL)
        g_ptr_array_add(right, new_text(twin, "note", ez_twin_count(twin, step)));
    add_prompts(twin, step, right);
    EzNode *column = ez_nodes_box(twin->arena, EZ_NODE_COLUMN, right);
    column->gap = 0.6;
    column->width = ez_nodes_mm(WIDE - VERB - GAP);
    g_ptr_array_add(cells, verb_cell(twin, step, condition));
    g_ptr_array_add(cells, column);
    EzNode *row = new_row(twin, cells, GAP);
    row->align = EZ_ALIGN_BASELINE;
    return row;
}

static void add_agenda(const EzTwin *twin, GPtrArray *nodes)
{
    int section = -1;
    for (int i = 0; i < ez_walk_step_count(twin->options.walk); i++) {
        const EzWalkStep *step = ez_walk_step(twin->options.walk, i);
        if (step->section != section && step->section >= 0)
            add_section(twin, step->section, nodes);
        section = step->section;
        if (*ez_twin_step_words(twin, step) != '\0')
            g_ptr_array_add(nodes, new_step(twin, step));
    }
}

// ---- the whole ---------------------------------------------------------------------

EzNode *ez_twin_run_sheet(const EzTwin *twin)
{
    const EzExercise *exercise = twin->options.exercise;
    g_autoptr(GPtrArray) nodes = g_ptr_array_new();
    add_head(twin, nodes);
    add_rail(twin, nodes);
    add_supplies(twin, nodes);
    add_choices(twin, nodes);
    add_agenda(twin, nodes);
    add_rule(twin, nodes);
    add_facts(twin, nodes, EZ_SAY_TIP, in_language(twin, exercise->tips), EZ_SAY_PITFALL,
              in_language(twin, exercise->pitfalls));
    if (exercise->reference != NULL)
        g_ptr_array_add(nodes, new_text(twin, "note",
                                        ez_arena_printf(twin->arena, "%s: %s",
                                                        ez_twin_say(twin, EZ_SAY_SOURCES),
                                                        exercise->reference)));
    return ez_twin_pages(twin, nodes, ez_twin_say(twin, EZ_SAY_RUN_SHEET));
}
