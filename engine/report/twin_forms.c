// SPDX-License-Identifier: EUPL-1.2
// What is filled in: sheets of their own, or pieces of paper that are cut from one.
#include "engine/report/twin-private.h"

#include <string.h>

// Millimetres. Pieces lie within what any printer prints.
enum { EDGE = 8, PADDING = 5, PIECE = EZ_TWIN_WIDE - 2 * EDGE, HALF = PIECE / 2, GUTTER = 8 };
enum { SHEET = EZ_TWIN_WIDE - 2 * EZ_TWIN_MARGIN };
// A piece that would be taller than the first goes over the whole width; taller than the second, it is a sheet.
enum { TALL_HALF = 105, TALL_PIECE = 125 };

// What a form is cut as.
typedef enum Cut { CUT_HALVES, CUT_STRIPS, CUT_SHEETS } Cut;

// ---- how tall something is -----------------------------------------------------------

static int rows_of(int count, int columns)
{
    return (count + MAX(columns, 1) - 1) / MAX(columns, 1);
}

// About: words are not measured here, but what people write is most of it.
static double tall(const EzNode *node)
{
    const double label = 6, line = 9;
    double sum = 0;
    switch (node->kind) {
    case EZ_NODE_WRITE:
        return node->lines * line + (node->beside ? 0 : label);
    case EZ_NODE_TICK:
        return label + rows_of(node->n_options, node->columns) * line;
    case EZ_NODE_SCALE:
        return line;
    case EZ_NODE_CELLS:
        return 2 * label + MAX(node->lines, node->rows.count) * line;
    case EZ_NODE_TEXT:
        return label;
    default:
        for (int i = 0; i < node->n_children; i++)
            sum += tall(node->children[i]);
        return node->kind == EZ_NODE_GRID ? sum / MAX(node->columns, 1) : sum;
    }
}

static GPtrArray *steps_of(const EzTwin *twin, const EzTwinForm *form, const char *owner,
                           double wide)
{
    GPtrArray *nodes = g_ptr_array_new();
    EzTwinPlace place = {twin, nodes, owner, wide};
    for (guint i = 0; i < form->steps->len; i++)
        ez_twin_add_step(&place, form->steps->pdata[i]);
    return nodes;
}

static Cut cut_of(const EzTwin *twin, const EzTwinForm *form)
{
    bool person = form->owner == EZ_TWIN_PERSON;
    double sum = 0, most = 0;
    g_autoptr(GPtrArray) nodes = steps_of(twin, form, "", HALF - 2 * PADDING);
    for (guint i = 0; i < nodes->len; i++) {
        double one = tall(nodes->pdata[i]);
        sum += one;
        most = MAX(most, one);
    }
    if (form->owner == EZ_TWIN_FACILITATOR || (!person && form->copies < 2))
        return CUT_SHEETS;
    if (person && (sum <= TALL_HALF || nodes->len < 2))
        return sum <= 2 * TALL_HALF ? CUT_HALVES : CUT_SHEETS;
    return MAX(sum / 2, most) <= TALL_PIECE ? CUT_STRIPS : CUT_SHEETS;
}

// ---- whose it is -----------------------------------------------------------------------

static const char *owner_of(const EzTwin *twin, const EzTwinForm *form, int number)
{
    if (form->owner == EZ_TWIN_FACILITATOR ||
        (form->owner == EZ_TWIN_GROUP && form->copies < 2))
        return "";
    const char *letter = form->owner == EZ_TWIN_GROUP ? "g" : form->unnamed ? "" : "p";
    return ez_arena_printf(twin->arena, "@%s%d", letter, number);
}

// "Groepsblad 2"; slips have their number elsewhere.
static const char *name_of(const EzTwin *twin, const EzTwinForm *form, int number)
{
    const char *name = ez_twin_form_name(twin, form);
    return form->owner == EZ_TWIN_GROUP && form->copies > 1
               ? ez_arena_printf(twin->arena, "%s %d", name, number)
               : name;
}

static EzNode *members_line(const EzTwin *twin, const char *owner, double wide)
{
    const char *id = ez_arena_printf(twin->arena, "session.members%s", owner);
    return ez_twin_line(twin, id, ez_twin_say(twin, EZ_SAY_MEMBERS), wide);
}

static EzNode *person_words(const EzTwin *twin, const EzTwinForm *form, int number)
{
    const char *words = form->unnamed ? ez_twin_say(twin, EZ_SAY_ANONYMOUS)
                                      : ez_twin_say_number(twin, EZ_SAY_NUMBER, number);
    return ez_nodes_text(twin->arena, EZ_NODE_TEXT, form->unnamed ? "strong" : "word", words);
}

// Others may see who said it.
static bool is_named(const EzTwinForm *form)
{
    bool named = false;
    for (guint i = 0; i < form->steps->len; i++) {
        JsonNode *who = ez_walk_option(form->steps->pdata[i], "who");
        named = named || strcmp(ez_value_string(who, ""), "named") == 0;
    }
    return named && form->owner == EZ_TWIN_PERSON;
}

static EzNode *name_line(const EzTwin *twin, const char *owner, double wide)
{
    const char *id = ez_arena_printf(twin->arena, "session.name%s", owner);
    return ez_twin_line(twin, id, ez_twin_say(twin, EZ_SAY_NAME), wide);
}

static const char *section_words(const EzTwin *twin, int section)
{
    return section < 0
               ? ""
               : ez_twin_words(twin, ez_walk_section(twin->options.walk, section)->text);
}

// ---- sheets ------------------------------------------------------------------------

static void add_section_head(const EzTwin *twin, int section, GPtrArray *nodes)
{
    EzNode *heading =
        ez_nodes_text(twin->arena, EZ_NODE_HEADING, "principle", section_words(twin, section));
    heading->level = 2;
    heading->colour = twin->colour;
    if (section >= 0)
        g_ptr_array_add(nodes, heading);
}

static void add_sections(const EzTwinPlace *place, const EzTwinForm *form)
{
    int section = -1;
    for (guint i = 0; i < form->steps->len; i++) {
        const EzWalkStep *step = form->steps->pdata[i];
        if (step->section != section)
            add_section_head(place->twin, step->section, place->nodes);
        section = step->section;
        ez_twin_add_step(place, step);
    }
}

static EzNode *new_sheet(const EzTwin *twin, const EzTwinForm *form, int number)
{
    g_autoptr(GPtrArray) nodes = g_ptr_array_new();
    const char *name = name_of(twin, form, number), *owner = owner_of(twin, form, number);
    EzTwinPlace place = {twin, nodes, owner, SHEET};
    g_ptr_array_add(nodes, ez_twin_head(twin, name, 1, twin->title));
    if (form->owner == EZ_TWIN_GROUP)
        g_ptr_array_add(nodes, members_line(twin, owner, SHEET));
    if (form->owner == EZ_TWIN_PERSON)
        g_ptr_array_add(nodes, person_words(twin, form, number));
    if (is_named(form))
        g_ptr_array_add(nodes, name_line(twin, owner, SHEET));
    add_sections(&place, form);
    EzNode *pages = ez_twin_pages(twin, nodes, name);
    pages->margin.bottom = 14;
    pages->gap = 3.5;
    return pages;
}

// ---- pieces --------------------------------------------------------------------------

static EzNode *new_row(const EzTwin *twin, const EzNode *const *cells, int count, double gap)
{
    EzNode *row = ez_nodes_new(twin->arena, EZ_NODE_ROW);
    ez_nodes_hold(twin->arena, row, cells, count);
    row->gap = gap;
    return row;
}

// "O1 · Briefje 1 · Waar staan we nu?", which is a heading once.
static EzNode *piece_title(const EzTwin *twin, const EzTwinForm *form, int number)
{
    bool person = form->owner == EZ_TWIN_PERSON;
    const char *words =
        ez_arena_printf(twin->arena, "%s · %s%s%s", twin->code, name_of(twin, form, number),
                        person && form->section >= 0 ? " · " : "",
                        person ? section_words(twin, form->section) : "");
    EzNode *title =
        ez_nodes_text(twin->arena, number == 1 ? EZ_NODE_HEADING : EZ_NODE_TEXT, "word", words);
    title->level = 1;
    title->colour = twin->colour;
    title->grow = 1;
    return title;
}

static void add_title(const EzTwin *twin, const EzTwinForm *form, int number, GPtrArray *nodes)
{
    EzNode *title = piece_title(twin, form, number);
    EzNode *who = form->owner == EZ_TWIN_GROUP
                      ? members_line(twin, owner_of(twin, form, number), PIECE / 2.0)
                      : person_words(twin, form, number);
    const EzNode *cells[] = {title, who};
    if (form->unnamed) {
        g_ptr_array_add(nodes, title);
        g_ptr_array_add(nodes, who);
        return;
    }
    g_ptr_array_add(nodes, new_row(twin, cells, 2, 4));
}

static EzNode *new_piece(const EzTwin *twin, const EzTwinForm *form, int number, Cut cut)
{
    bool strip = cut == CUT_STRIPS, columns = strip && form->owner == EZ_TWIN_PERSON;
    double wide = (strip ? PIECE : HALF) - 2 * PADDING;
    g_autoptr(GPtrArray) nodes = g_ptr_array_new();
    g_autoptr(GPtrArray) steps = steps_of(twin, form, owner_of(twin, form, number),
                                          columns ? (wide - GUTTER) / 2 : wide);
    add_title(twin, form, number, nodes);
    if (is_named(form))
        g_ptr_array_add(nodes, name_line(twin, owner_of(twin, form, number), wide));
    EzNode *body = ez_nodes_box(twin->arena, columns ? EZ_NODE_GRID : EZ_NODE_COLUMN, steps);
    body->columns = 2;
    body->gap = columns ? GUTTER : 3;
    g_ptr_array_add(nodes, body);
    EzNode *piece = ez_nodes_box(twin->arena, EZ_NODE_FRAME, nodes);
    piece->gap = 2.5;
    piece->padding = (EzSides){PADDING, PADDING, PADDING, PADDING};
    piece->stroke = "line";
    piece->weight = 0.12;
    piece->width = ez_nodes_mm(strip ? PIECE : HALF);
    return piece;
}

static EzNode *cut_line(const EzTwin *twin, const EzTwinForm *form)
{
    EzNode *head = ez_nodes_text(
        twin->arena, EZ_NODE_TEXT, "note",
        ez_arena_printf(twin->arena, "%s · %d × · %s%s%s", ez_twin_form_name(twin, form),
                        form->copies, ez_twin_say(twin, EZ_SAY_CUT), form->always ? "" : " · ",
                        form->always ? "" : ez_twin_say(twin, EZ_SAY_SOMETIMES)));
    head->colour = "soft";
    return head;
}

// Halves lie two beside each other, so that cuts run through; the last may be alone, but on no page of its own.
static EzNode *piece_pages(const EzTwin *twin, const EzTwinForm *form, Cut cut)
{
    g_autoptr(GPtrArray) rows = g_ptr_array_new();
    int step = cut == CUT_HALVES ? 2 : 1;
    for (int number = 1; number <= form->copies; number += step) {
        int count = MIN(step, form->copies - number + 1);
        const EzNode *pair[2];
        for (int i = 0; i < count; i++)
            pair[i] = new_piece(twin, form, number + i, cut);
        g_ptr_array_add(rows, new_row(twin, pair, count, 0));
    }
    bool alone = step == 1 || form->copies % step == 1;
    if (alone && rows->len > 1)
        ((EzNode *)rows->pdata[rows->len - 2])->keep = true;
    EzNode *pages = ez_twin_pages(twin, rows, ez_twin_form_name(twin, form));
    pages->margin = (EzSides){EDGE + 4, EDGE, EDGE + 4, EDGE};
    pages->gap = 0;
    pages->head = cut_line(twin, form);
    return pages;
}

void ez_twin_add_form(const EzTwin *twin, const EzTwinForm *form, GPtrArray *pages)
{
    Cut cut = cut_of(twin, form);
    if (cut != CUT_SHEETS) {
        g_ptr_array_add(pages, piece_pages(twin, form, cut));
        return;
    }
    for (int i = 1; i <= form->copies; i++)
        g_ptr_array_add(pages, new_sheet(twin, form, i));
}
