// SPDX-License-Identifier: EUPL-1.2
// Sheets for the facilitator and for groups, and slips for people.
#include "engine/report/twin-private.h"

// Millimetres. A slip is half as wide as the paper, within what any printer prints.
enum { PAPER_EDGE = 8, SLIP_PADDING = 5, SLIP_WIDE = (EZ_TWIN_WIDE - 2 * PAPER_EDGE) / 2 };
enum { SHEET_WIDE = EZ_TWIN_WIDE - 2 * EZ_TWIN_MARGIN };

static void add_steps(const EzTwinPlace *place, const EzTwinForm *form)
{
    for (guint i = 0; i < form->steps->len; i++)
        ez_twin_add_step(place, form->steps->pdata[i]);
}

static const char *section_words(const EzTwin *twin, int section)
{
    return section < 0
               ? ""
               : ez_twin_words(twin, ez_walk_section(twin->options.walk, section)->text);
}

// ---- sheets ------------------------------------------------------------------------

static EzNode *new_row(const EzTwin *twin, const EzNode *const *cells, int count)
{
    EzNode *row = ez_nodes_new(twin->arena, EZ_NODE_ROW);
    ez_nodes_hold(twin->arena, row, cells, count);
    row->gap = 6;
    return row;
}

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
    bool groups = form->owner == EZ_TWIN_GROUP;
    const char *kind = ez_twin_form_name(twin, form);
    const char *name = groups && form->copies > 1
                           ? ez_arena_printf(twin->arena, "%s %d", kind, number)
                           : kind;
    const char *owner =
        groups && form->copies > 1 ? ez_arena_printf(twin->arena, "@g%d", number) : "";
    EzTwinPlace place = {twin, nodes, owner, SHEET_WIDE};
    g_ptr_array_add(nodes, ez_twin_head(twin, name, 1, twin->title));
    if (groups) {
        const char *id = ez_arena_printf(twin->arena, "session.members%s", owner);
        g_ptr_array_add(nodes, ez_twin_line(twin, id, ez_twin_say(twin, EZ_SAY_MEMBERS),
                                            SHEET_WIDE));
    }
    add_sections(&place, form);
    EzNode *pages = ez_twin_pages(twin, nodes, name);
    pages->gap = 5;
    return pages;
}

// ---- slips -------------------------------------------------------------------------

// "O1 · Briefje 1 · Waar staan we nu?", and a number where it is known whose it is.
static EzNode *slip_title(const EzTwin *twin, const EzTwinForm *form, int person)
{
    const char *words = ez_arena_printf(twin->arena, "%s · %s · %s", twin->code,
                                        ez_twin_form_name(twin, form),
                                        section_words(twin, form->section));
    EzNode *title = ez_nodes_text(twin->arena, person == 1 ? EZ_NODE_HEADING : EZ_NODE_TEXT,
                                  "word", words);
    title->level = 1;
    title->colour = twin->colour;
    title->grow = 1;
    EzNode *number = ez_nodes_text(twin->arena, EZ_NODE_TEXT, "word",
                                   ez_twin_say_number(twin, EZ_SAY_NUMBER, person));
    const EzNode *cells[] = {title, number};
    return form->unnamed ? title : new_row(twin, cells, 2);
}

static EzNode *anonymous_line(const EzTwin *twin)
{
    EzNode *line = ez_nodes_text(twin->arena, EZ_NODE_TEXT, "strong",
                                 ez_twin_say(twin, EZ_SAY_ANONYMOUS));
    return line;
}

static EzNode *new_slip(const EzTwin *twin, const EzTwinForm *form, int person)
{
    g_autoptr(GPtrArray) nodes = g_ptr_array_new();
    const char *owner = ez_arena_printf(twin->arena, "@%s%d", form->unnamed ? "" : "p", person);
    EzTwinPlace place = {twin, nodes, owner, SLIP_WIDE - 2 * SLIP_PADDING};
    g_ptr_array_add(nodes, slip_title(twin, form, person));
    if (form->unnamed)
        g_ptr_array_add(nodes, anonymous_line(twin));
    add_steps(&place, form);
    EzNode *slip = ez_nodes_box(twin->arena, EZ_NODE_FRAME, nodes);
    slip->gap = 3;
    slip->padding = (EzSides){SLIP_PADDING, SLIP_PADDING, SLIP_PADDING, SLIP_PADDING};
    slip->stroke = "line";
    slip->weight = 0.12;
    slip->width = ez_nodes_mm(SLIP_WIDE);
    return slip;
}

static EzNode *slip_head(const EzTwin *twin, const EzTwinForm *form)
{
    EzNode *head = ez_nodes_text(
        twin->arena, EZ_NODE_TEXT, "note",
        ez_arena_printf(twin->arena, "%s · %d × · %s%s%s", ez_twin_form_name(twin, form),
                        form->copies, ez_twin_say(twin, EZ_SAY_CUT),
                        form->always ? "" : " · ",
                        form->always ? "" : ez_twin_say(twin, EZ_SAY_SOMETIMES)));
    head->colour = "soft";
    return head;
}

// Two beside each other, so that cuts run through; the last may be alone.
static EzNode *slip_pages(const EzTwin *twin, const EzTwinForm *form)
{
    g_autoptr(GPtrArray) rows = g_ptr_array_new();
    for (int person = 1; person <= form->copies; person += 2) {
        const EzNode *pair[] = {
            new_slip(twin, form, person),
            person < form->copies ? new_slip(twin, form, person + 1) : NULL};
        EzNode *row = new_row(twin, pair, pair[1] != NULL ? 2 : 1);
        row->gap = 0;
        g_ptr_array_add(rows, row);
    }
    EzNode *pages = ez_twin_pages(twin, rows, ez_twin_form_name(twin, form));
    pages->margin = (EzSides){PAPER_EDGE + 4, PAPER_EDGE, PAPER_EDGE + 4, PAPER_EDGE};
    pages->gap = 0;
    pages->head = slip_head(twin, form);
    return pages;
}

void ez_twin_add_form(const EzTwin *twin, const EzTwinForm *form, GPtrArray *pages)
{
    if (form->owner == EZ_TWIN_PERSON) {
        g_ptr_array_add(pages, slip_pages(twin, form));
        return;
    }
    for (int i = 1; i <= form->copies; i++)
        g_ptr_array_add(pages, new_sheet(twin, form, i));
}
