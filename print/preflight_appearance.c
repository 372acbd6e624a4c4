// SPDX-License-Identifier: EUPL-1.2
// How fields, links and comments look: drawings of their own, which are judged like what a page paints. They need no marks, and where
// they lie is the rectangle of what they belong to.
#include "print/preflight-private.h"

enum { ANNOTATIONS_MOST = 2000, HIDDEN = 2 };

typedef struct EzAppearances {
    EzPreflight *p;
    EzGraphics *graphics;
    GHashTable *seen; // object numbers of those of this page
    double box[4];    // of the annotation
} EzAppearances;

static void on_painted(const EzPainted *painted, void *data)
{
    EzAppearances *a = data;
    EzPainted placed = *painted;
    for (int i = 0; i < 4; i++)
        placed.box[i] = a->box[i];
    if (placed.kind == EZ_PAINT_TEXT)
        ez_preflight_font(a->p, &placed);
    if (placed.hidden)
        return;
    ez_preflight_colour(a->p, &placed);
    ez_preflight_picture(a->p, &placed);
    ez_preflight_line(a->p, &placed);
}

// Marks within mean nothing: the annotation is heard by its own texts.
static void on_marked(const EzMarked *marked, void *data)
{
    (void)marked;
    (void)data;
}

static void judge_stream(EzAppearances *a, qpdf_oh stream)
{
    int id = qpdf_oh_get_object_id(a->p->doc->q, stream);
    if (!qpdf_oh_is_stream(a->p->doc->q, stream) ||
        !g_hash_table_add(a->seen, GINT_TO_POINTER(id)))
        return;
    int faults = ez_graphics_form(a->graphics, stream);
    if (faults & (EZ_GRAPHICS_BROKEN | EZ_GRAPHICS_LOOP | EZ_GRAPHICS_OPEN_STATES))
        ez_preflight_find(a->p, EZ_RULE_PAGE_CONTENT, a->box, NULL);
    if (faults & EZ_GRAPHICS_LIMIT)
        ez_preflight_find(a->p, EZ_RULE_PAGE_LIMIT, a->box, NULL);
}

// One drawing, or one for each state: ticked and not.
static void judge_annotation(EzAppearances *a, qpdf_oh annotation)
{
    EzDoc *doc = a->p->doc;
    qpdf_oh normal = ez_doc_get(doc, ez_doc_get(doc, annotation, "/AP"), "/N");
    int flags = (int)ez_doc_number(doc, ez_doc_get(doc, annotation, "/F"), 0);
    if ((flags & HIDDEN) != 0 || !ez_doc_box(doc, ez_doc_get(doc, annotation, "/Rect"), a->box))
        return;
    judge_stream(a, normal);
    if (!qpdf_oh_is_dictionary(doc->q, normal))
        return;
    g_auto(GStrv) states = ez_doc_keys(doc, normal);
    for (int i = 0; states[i] != NULL && i < ANNOTATIONS_MOST; i++)
        judge_stream(a, ez_doc_get(doc, normal, states[i]));
}

void ez_preflight_appearances(EzPreflight *p)
{
    qpdf_oh all = ez_doc_get(p->doc, p->page.object, "/Annots");
    int count = MIN(ez_doc_items(p->doc, all), ANNOTATIONS_MOST);
    if (count == 0)
        return;
    EzAppearances a = {.p = p};
    EzGraphicsHooks hooks = {on_painted, on_marked, &a};
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    g_autoptr(EzGraphics) graphics = ez_graphics_new(p->doc, &hooks);
    a.seen = seen;
    a.graphics = graphics;
    for (int i = 0; i < count; i++)
        judge_annotation(&a, ez_doc_item(p->doc, all, i));
}
