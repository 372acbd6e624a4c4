// SPDX-License-Identifier: EUPL-1.2
#include "print/forms.h"

#include <string.h>

#include "engine/base/units.h"
#include "print/forms_font.h"

// What a spot becomes, by the kind of its field.
typedef enum Widget { WIDGET_TEXT, WIDGET_CHECK, WIDGET_RADIO } Widget;

static const Widget widgets[] = {
    [EZ_FORM_WRITE] = WIDGET_TEXT, [EZ_FORM_BOX] = WIDGET_TEXT,
    [EZ_FORM_TICK] = WIDGET_CHECK, [EZ_FORM_SCALE] = WIDGET_RADIO,
    [EZ_FORM_DOTS] = WIDGET_CHECK, [EZ_FORM_CELLS] = WIDGET_TEXT,
};

// Field flags, by their bits; and from which height in mm on a text has several lines.
enum { MULTILINE = 1 << 12, RADIO = 1 << 15 };
#define SEVERAL_LINES 11.0
#define LARGEST_TYPE  10.0 // pt

typedef struct Forms {
    EzDoc *doc;
    EzTree *tree;
    int font;   // object numbers
    int fields; // the list of all
} Forms;

static qpdf_oh object_at(const Forms *forms, int number)
{
    return qpdf_get_object_by_id(forms->doc->q, number, 0);
}

static int indirect(const Forms *forms, qpdf_oh object)
{
    return qpdf_oh_get_object_id(forms->doc->q, ez_doc_indirect(forms->doc, object));
}

// "0.25" wherever the program runs.
static const char *shown(double value, char buffer[G_ASCII_DTOSTR_BUF_SIZE])
{
    return g_ascii_formatd(buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.3f", value);
}

// ---- names ---------------------------------------------------------------------

// A point parts names of a form, so it cannot be in one.
static char *name_of(const EzFormField *field, const EzFormSpot *spot)
{
    char *name = spot != NULL && spot->value != NULL
                     ? g_strdup_printf("%s/%s", field->id, spot->value)
                     : g_strdup(field->id);
    return g_strdelimit(name, ".", '-');
}

// "Waar werk je aan?: morgen": what a reader hears at this spot.
static char *spoken(const EzFormField *field, const EzFormSpot *spot)
{
    return spot->name != NULL ? g_strdup_printf("%s: %s", field->tooltip, spot->name)
                              : g_strdup(field->tooltip);
}

// ---- appearances ---------------------------------------------------------------

static qpdf_oh appearance(const Forms *forms, EzRect rect, const char *content)
{
    char wide[G_ASCII_DTOSTR_BUF_SIZE], tall[G_ASCII_DTOSTR_BUF_SIZE];
    qpdf_oh kind = ez_doc_parse(
        forms->doc, "<< /Type /XObject /Subtype /Form /BBox [0 0 %s %s] >>",
        shown(rect.width / EZ_MM_PER_PT, wide), shown(rect.height / EZ_MM_PER_PT, tall));
    qpdf_oh resources = ez_doc_parse(forms->doc, "<< /Font << >> >>");
    ez_doc_put(forms->doc, ez_doc_get(forms->doc, resources, "/Font"), "/F0",
               object_at(forms, forms->font));
    ez_doc_put(forms->doc, kind, "/Resources", resources);
    return ez_doc_new_stream(forms->doc, content, strlen(content), kind);
}

// A cross from corner to corner, as a pen makes it.
static char *cross(EzRect rect)
{
    char x0[G_ASCII_DTOSTR_BUF_SIZE], y0[G_ASCII_DTOSTR_BUF_SIZE];
    char x1[G_ASCII_DTOSTR_BUF_SIZE], y1[G_ASCII_DTOSTR_BUF_SIZE];
    double wide = rect.width / EZ_MM_PER_PT, tall = rect.height / EZ_MM_PER_PT;
    shown(wide * 0.2, x0);
    shown(tall * 0.2, y0);
    shown(wide * 0.8, x1);
    shown(tall * 0.8, y1);
    return g_strdup_printf("q 1.2 w 1 J %s %s m %s %s l %s %s m %s %s l S Q", x0, y0, x1, y1,
                           x0, y1, x1, y0);
}

// On and off, and that it is off now. `on` is the name of being on: "/1".
static void put_states(const Forms *forms, qpdf_oh widget, EzRect rect, const char *on)
{
    g_autofree char *mark = cross(rect);
    qpdf_oh states = qpdf_oh_new_dictionary(forms->doc->q);
    qpdf_oh normal = qpdf_oh_new_dictionary(forms->doc->q);
    ez_doc_put(forms->doc, states, on, appearance(forms, rect, mark));
    ez_doc_put(forms->doc, states, "/Off", appearance(forms, rect, ""));
    ez_doc_put(forms->doc, normal, "/N", states);
    ez_doc_put(forms->doc, widget, "/AP", normal);
    ez_doc_put(forms->doc, widget, "/AS", qpdf_oh_new_name(forms->doc->q, "/Off"));
}

// ---- widgets -------------------------------------------------------------------

static qpdf_oh new_widget(const Forms *forms, const EzStructureField *field,
                          const EzFormSpot *spot)
{
    g_autofree char *words = spoken(&field->field, spot);
    qpdf_oh widget = ez_doc_parse(forms->doc, "<< /Type /Annot /Subtype /Widget /F 4 >>");
    ez_doc_put(forms->doc, widget, "/Rect", ez_tree_box(forms->tree, field->page, spot->rect));
    ez_doc_put(forms->doc, widget, "/P", qpdf_get_page_n(forms->doc->q, (size_t)field->page));
    ez_doc_put(forms->doc, widget, "/TU", ez_doc_text(forms->doc, words));
    return widget;
}

static void name_field(const Forms *forms, qpdf_oh widget, const EzFormField *field,
                       const EzFormSpot *spot, const char *type)
{
    g_autofree char *name = name_of(field, spot);
    ez_doc_put(forms->doc, widget, "/T", ez_doc_text(forms->doc, name));
    ez_doc_put(forms->doc, widget, "/FT", qpdf_oh_new_name(forms->doc->q, type));
}

static void put_text(const Forms *forms, qpdf_oh widget, const EzFormSpot *spot)
{
    bool several = spot->lines > 1 || spot->rect.height >= SEVERAL_LINES;
    double line = spot->lines > 0 ? spot->rect.height / spot->lines : spot->rect.height;
    double size = MIN(LARGEST_TYPE, line * 0.7 / EZ_MM_PER_PT);
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    g_autofree char *type =
        g_strdup_printf("/F0 %s Tf 0 g", shown(several ? LARGEST_TYPE : size, number));
    qpdf_oh normal = qpdf_oh_new_dictionary(forms->doc->q);
    ez_doc_put(forms->doc, normal, "/N", appearance(forms, spot->rect, "/Tx BMC EMC"));
    ez_doc_put(forms->doc, widget, "/AP", normal);
    ez_doc_put(forms->doc, widget, "/DA", qpdf_oh_new_string(forms->doc->q, type));
    if (several)
        ez_doc_put(forms->doc, widget, "/Ff", qpdf_oh_new_integer(forms->doc->q, MULTILINE));
}

static qpdf_oh place(Forms *forms, const EzStructureField *field, const EzFormSpot *spot,
                     qpdf_oh widget)
{
    qpdf_oh placed = ez_doc_indirect(forms->doc, widget);
    ez_tree_field(forms->tree, spot->tag, spot->before, field->page, placed);
    return placed;
}

static void append_field(const Forms *forms, qpdf_oh field)
{
    qpdf_oh_append_item(forms->doc->q, object_at(forms, forms->fields), field);
}

static void add_spot(Forms *forms, const EzStructureField *field, const EzFormSpot *spot)
{
    bool text = widgets[field->field.kind] == WIDGET_TEXT;
    qpdf_oh widget = new_widget(forms, field, spot);
    name_field(forms, widget, &field->field, spot, text ? "/Tx" : "/Btn");
    if (text) {
        put_text(forms, widget, spot);
    } else {
        put_states(forms, widget, spot->rect, "/Yes");
        ez_doc_put(forms->doc, widget, "/V", qpdf_oh_new_name(forms->doc->q, "/Off"));
    }
    append_field(forms, place(forms, field, spot, widget));
}

// One field with a widget for each spot, of which one can be on.
static void add_choice(Forms *forms, const EzStructureField *field)
{
    EzDoc *doc = forms->doc;
    qpdf_oh choice = qpdf_oh_new_dictionary(doc->q), kids = qpdf_oh_new_array(doc->q);
    name_field(forms, choice, &field->field, NULL, "/Btn");
    ez_doc_put(doc, choice, "/TU", ez_doc_text(doc, field->field.tooltip));
    ez_doc_put(doc, choice, "/Ff", qpdf_oh_new_integer(doc->q, RADIO));
    ez_doc_put(doc, choice, "/V", qpdf_oh_new_name(doc->q, "/Off"));
    ez_doc_put(doc, choice, "/Kids", kids);
    qpdf_oh placed = ez_doc_indirect(doc, choice);
    append_field(forms, placed);
    for (int i = 0; i < field->field.n_spots; i++) {
        char on[16];
        qpdf_oh widget = new_widget(forms, field, &field->spots[i]);
        g_snprintf(on, sizeof on, "/%d", i + 1);
        put_states(forms, widget, field->spots[i].rect, on);
        ez_doc_put(doc, widget, "/Parent", placed);
        qpdf_oh_append_item(doc->q, ez_doc_get(doc, placed, "/Kids"),
                            place(forms, field, &field->spots[i], widget));
    }
}

// ---- the form ------------------------------------------------------------------

static void open_form(Forms *forms)
{
    EzDoc *doc = forms->doc;
    qpdf_oh form = ez_doc_parse(doc, "<< /DA (/F0 10 Tf 0 g) /DR << /Font << >> >> >>");
    forms->fields = indirect(forms, qpdf_oh_new_array(doc->q));
    ez_doc_put(doc, ez_doc_get(doc, ez_doc_get(doc, form, "/DR"), "/Font"), "/F0",
               object_at(forms, forms->font));
    ez_doc_put(doc, form, "/Fields", object_at(forms, forms->fields));
    ez_doc_put(doc, qpdf_get_root(doc->q), "/AcroForm", ez_doc_indirect(doc, form));
}

bool ez_forms_add(EzDoc *doc, EzTree *tree, const EzStructure *structure, EzFonts *fonts,
                  const EzFont *font, GError **error)
{
    Forms forms = {.doc = doc, .tree = tree};
    int count = ez_structure_field_count(structure);
    if (count == 0)
        return true;
    forms.font = ez_forms_font(doc, fonts, font, error);
    if (forms.font == 0)
        return false;
    open_form(&forms);
    for (int i = 0; i < count; i++) {
        const EzStructureField *field = ez_structure_field(structure, i);
        if (widgets[field->field.kind] == WIDGET_RADIO)
            add_choice(&forms, field);
        for (int k = 0; widgets[field->field.kind] != WIDGET_RADIO && k < field->field.n_spots;
             k++)
            add_spot(&forms, field, &field->spots[k]);
        ez_doc_release(doc);
    }
    return true;
}
