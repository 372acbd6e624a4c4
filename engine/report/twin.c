// SPDX-License-Identifier: EUPL-1.2
#include "engine/report/twin-private.h"

#include <string.h>

// ---- who fills what in -----------------------------------------------------------

static EzTwinOwner owner_of(const EzWalkStep *step)
{
    const char *by = ez_value_string(ez_walk_option(step, "by"), "person");
    const char *kind = step->kind->word;
    bool shared = strcmp(by, "group") == 0 || strcmp(kind, "action") == 0 ||
                  strcmp(kind, "cluster") == 0 ||
                  (strcmp(kind, "place") == 0 && ez_walk_list(step, "items") != NULL);
    if (step->kind->answerer == EZ_BY_FACILITATOR || strcmp(by, "facilitator") == 0)
        return EZ_TWIN_FACILITATOR;
    if (!shared)
        return EZ_TWIN_PERSON;
    return step->groups > 0 || strcmp(by, "group") == 0 ? EZ_TWIN_GROUP : EZ_TWIN_FACILITATOR;
}

static bool is_answered(const EzWalkStep *step)
{
    return step->kind->answerer == EZ_BY_PEOPLE || step->kind->answerer == EZ_BY_FACILITATOR;
}

static bool is_unnamed(const EzWalkStep *step)
{
    return strcmp(ez_value_string(ez_walk_option(step, "who"), ""), "anonymous") == 0;
}

// Nobody may see on one slip both a number and what has no name; and what is rarely needed is apart.
static bool takes(const EzTwinForm *form, const EzWalkStep *step, EzTwinOwner owner)
{
    if (form->owner != owner)
        return false;
    return owner != EZ_TWIN_PERSON ||
           (form->section == step->section && form->unnamed == is_unnamed(step) &&
            form->always == step->always);
}

static EzTwinForm *find_form(const EzTwin *twin, const EzWalkStep *step, EzTwinOwner owner)
{
    for (guint i = 0; i < twin->forms->len; i++)
        if (takes(twin->forms->pdata[i], step, owner))
            return twin->forms->pdata[i];
    return NULL;
}

static void free_form(void *data)
{
    EzTwinForm *form = data;
    g_ptr_array_unref(form->steps);
    g_free(form);
}

static EzTwinForm *new_form(EzTwin *twin, const EzWalkStep *step, EzTwinOwner owner)
{
    EzTwinForm *form = g_new0(EzTwinForm, 1);
    form->owner = owner;
    form->section = step->section;
    form->unnamed = owner == EZ_TWIN_PERSON && is_unnamed(step);
    form->always = step->always;
    form->copies = owner == EZ_TWIN_PERSON ? ez_walk_people(twin->options.walk) : 1;
    form->steps = g_ptr_array_new();
    for (guint i = 0; i < twin->forms->len; i++)
        form->number += ((EzTwinForm *)twin->forms->pdata[i])->owner == owner;
    form->number++;
    g_ptr_array_add(twin->forms, form);
    return form;
}

static void add_forms(EzTwin *twin, EzTwinOwner owner)
{
    for (int i = 0; i < ez_walk_step_count(twin->options.walk); i++) {
        const EzWalkStep *step = ez_walk_step(twin->options.walk, i);
        if (!is_answered(step) || owner_of(step) != owner)
            continue;
        EzTwinForm *form = find_form(twin, step, owner);
        if (form == NULL)
            form = new_form(twin, step, owner);
        if (owner == EZ_TWIN_GROUP)
            form->copies = MAX(form->copies, step->groups);
        g_ptr_array_add(form->steps, (void *)step);
    }
}

const EzTwinForm *ez_twin_form_of(const EzTwin *twin, const EzWalkStep *step)
{
    return is_answered(step) ? find_form(twin, step, owner_of(step)) : NULL;
}

const char *ez_twin_form_name(const EzTwin *twin, const EzTwinForm *form)
{
    static const EzTwinPhrase names[] = {EZ_SAY_RECORD_SHEET, EZ_SAY_GROUP_SHEET, EZ_SAY_SLIP};
    return form->owner == EZ_TWIN_PERSON ? ez_twin_say_number(twin, EZ_SAY_SLIP, form->number)
                                         : ez_twin_say(twin, names[form->owner]);
}

const char *ez_twin_form_copies(const EzTwin *twin, const EzTwinForm *form)
{
    static const EzTwinPhrase each[] = {EZ_SAY_COPIES_ONE, EZ_SAY_COPIES_GROUP,
                                        EZ_SAY_COPIES_PERSON};
    return ez_twin_say(twin, each[form->owner]);
}

const EzWalkStep *ez_twin_find(const EzTwin *twin, const char *id, gsize length)
{
    for (int i = 0; i < ez_walk_step_count(twin->options.walk); i++) {
        const EzWalkStep *step = ez_walk_step(twin->options.walk, i);
        if (strlen(step->id) == length && strncmp(step->id, id, length) == 0)
            return step;
    }
    return NULL;
}

// Behind as many as the steps before it in the list may have. What does not fit in the list gets no letters, for nobody could choose it.
static int letter_in(const EzTwin *twin, const EzWalkList *list, const EzWalkStep *step)
{
    int letter = 0;
    for (guint i = 0; i < list->sources->len; i++) {
        const char *id = list->sources->pdata[i];
        const EzWalkStep *source = ez_twin_find(twin, id, strlen(id));
        if (strcmp(id, step->id) == 0)
            return i == 0 || letter < list->open ? letter : -1;
        if (source != NULL)
            letter += (int)ez_value_number(ez_walk_option(source, "per"), 1);
    }
    return -1;
}

int ez_twin_first_letter(const EzTwin *twin, const EzWalkStep *step)
{
    int letter = -1;
    for (int i = 0; letter < 0 && i < ez_walk_step_count(twin->options.walk); i++) {
        const GArray *lists = ez_walk_step(twin->options.walk, i)->lists;
        for (guint k = 0; letter < 0 && k < lists->len; k++)
            letter = letter_in(twin, &g_array_index(lists, EzWalkList, k), step);
    }
    return letter;
}

// ---- what pages have in common -----------------------------------------------------

EzNode *ez_twin_line(const EzTwin *twin, const char *id, const char *label, double wide)
{
    EzNode *line = ez_nodes_new(twin->arena, EZ_NODE_WRITE);
    line->id = ez_arena_intern(twin->arena, id);
    line->label = ez_nodes_same(twin->arena, label);
    line->style = "word";
    line->beside = true;
    line->width = ez_nodes_mm(wide);
    return line;
}

static EzNode *at(EzNode *node, double x, double y)
{
    node->at = (EzPair){x, y, true};
    return node;
}

static EzNode *new_fill(const EzTwin *twin, double wide, double tall)
{
    EzNode *fill = ez_nodes_new(twin->arena, EZ_NODE_FILL);
    fill->colour = twin->colour;
    fill->ornament = true;
    fill->width = ez_nodes_mm(wide);
    fill->height = ez_nodes_mm(tall);
    return fill;
}

EzNode *ez_twin_head(const EzTwin *twin, const char *title, int level, const char *beside)
{
    EzNode *code = ez_nodes_text(twin->arena, EZ_NODE_TEXT, "ask", twin->code);
    EzNode *heading = ez_nodes_text(twin->arena, EZ_NODE_HEADING, "display", title);
    EzNode *note = ez_nodes_text(twin->arena, EZ_NODE_TEXT, "word", beside);
    code->colour = "white";
    code->ornament = true;
    code->align = EZ_ALIGN_CENTRE;
    code->width = ez_nodes_mm(18);
    heading->level = level;
    heading->width = ez_nodes_mm(100);
    heading->lines = 1;
    note->colour = twin->colour;
    note->align = EZ_ALIGN_END;
    note->width = ez_nodes_mm(48);
    const EzNode *layers[] = {
        at(new_fill(twin, EZ_TWIN_WIDE + 6, 5.4), -EZ_TWIN_MARGIN - 3, -EZ_TWIN_MARGIN - 3),
        at(new_fill(twin, 18, 16), 0, -EZ_TWIN_MARGIN),
        at(code, 0, -EZ_TWIN_MARGIN + 11),
        at(heading, 24, -EZ_TWIN_MARGIN + 12.4),
        at(note, 126, -EZ_TWIN_MARGIN + 12.4),
    };
    EzNode *head = ez_nodes_new(twin->arena, EZ_NODE_LAYERS);
    ez_nodes_hold(twin->arena, head, layers, G_N_ELEMENTS(layers));
    head->height = ez_nodes_mm(4);
    head->keep = true;
    return head;
}

static EzNode *new_foot(const EzTwin *twin, const char *name)
{
    const char *kit = ez_text_in(twin->options.kit->title, twin->options.language);
    EzNode *foot = ez_nodes_new(twin->arena, EZ_NODE_ROW);
    EzNode *words = ez_nodes_text(
        twin->arena, EZ_NODE_TEXT, "note",
        ez_arena_printf(twin->arena, "%s · %s %s · %s", kit, twin->code, twin->title, name));
    EzNode *folio = ez_nodes_new(twin->arena, EZ_NODE_TEXT);
    folio->style = "note";
    ez_nodes_add_node(twin->arena, folio, ez_nodes_new(twin->arena, EZ_NODE_FOLIO));
    words->colour = "soft";
    words->grow = 1;
    const EzNode *parts[] = {words, folio};
    ez_nodes_hold(twin->arena, foot, parts, 2);
    return foot;
}

EzNode *ez_twin_pages(const EzTwin *twin, const GPtrArray *children, const char *name)
{
    EzNode *pages = ez_nodes_box(twin->arena, EZ_NODE_PAGES, children);
    pages->margin = (EzSides){EZ_TWIN_MARGIN, EZ_TWIN_MARGIN, EZ_TWIN_MARGIN, EZ_TWIN_MARGIN};
    pages->gap = 3;
    pages->foot = new_foot(twin, name);
    return pages;
}

// ---- the whole ---------------------------------------------------------------------

static const char *colour_of(const EzExercise *exercise, const EzKit *kit)
{
    const EzWorksheet *sheet = exercise->worksheet;
    for (int i = 0; sheet == NULL && i < kit->n_worksheets; i++)
        if (g_strcmp0(kit->worksheets[i]->exercise, exercise->code) == 0)
            sheet = kit->worksheets[i];
    return sheet != NULL && sheet->colour != NULL ? sheet->colour : "ink";
}

static void make_sheet(EzTwin *twin)
{
    g_autoptr(GPtrArray) pages = g_ptr_array_new();
    g_ptr_array_add(pages, ez_twin_run_sheet(twin));
    for (guint i = 0; i < twin->forms->len; i++)
        ez_twin_add_form(twin, twin->forms->pdata[i], pages);
    g_ptr_array_add(pages, ez_twin_typing(twin));
    const EzNode **kept = ez_arena_array(twin->arena, const EzNode *, (int)pages->len);
    for (guint i = 0; i < pages->len; i++)
        kept[i] = pages->pdata[i];
    const EzExercise *exercise = twin->options.exercise;
    twin->sheet = (EzWorksheet){.name = exercise->id,
                                .id = exercise->id,
                                .code = twin->code,
                                .title = exercise->title,
                                .colour = twin->colour,
                                .size = {EZ_TWIN_WIDE, EZ_TWIN_TALL},
                                .bleed = 3,
                                .pages = kept,
                                .n_pages = (int)pages->len};
}

EzTwin *ez_twin_new(const EzTwinOptions *options)
{
    EzTwin *twin = g_new0(EzTwin, 1);
    const EzExercise *exercise = options->exercise;
    twin->arena = ez_arena_new();
    twin->options = *options;
    twin->language = options->kit->languages.names[options->language];
    twin->code = exercise->code != NULL ? exercise->code : exercise->id;
    twin->title = ez_text_in(exercise->title, options->language);
    twin->colour = colour_of(exercise, options->kit);
    twin->forms = g_ptr_array_new_with_free_func(free_form);
    add_forms(twin, EZ_TWIN_FACILITATOR);
    add_forms(twin, EZ_TWIN_GROUP);
    add_forms(twin, EZ_TWIN_PERSON);
    make_sheet(twin);
    return twin;
}

void ez_twin_free(EzTwin *twin)
{
    if (twin == NULL)
        return;
    g_ptr_array_unref(twin->forms);
    ez_arena_free(twin->arena);
    g_free(twin);
}

const EzWorksheet *ez_twin_sheet(const EzTwin *twin)
{
    return &twin->sheet;
}
