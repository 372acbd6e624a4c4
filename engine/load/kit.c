// SPDX-License-Identifier: EUPL-1.2
// kit/kit.lua, and from there the whole kit: theme, decks, faces, worksheets, exercises, in the order in which it names them.
#include "engine/load/part.h"

#include "engine/load/checks.h"
#include "engine/load/marks.h"

#include <string.h>

// The languages are read first: without them no text can be.
static const EzProp languages_props[] = {
    {"languages", EZ_TYPE_NAMES, offsetof(EzKit, languages), true, NULL, 0, 0, NULL},
    EZ_PROPS_END,
};
static const EzRecord languages_record = {"kit", "a kit", NULL,
                                          (const EzProp *const[]){languages_props, NULL}};

// They stand in the names of files.
static bool is_language(const char *code)
{
    return g_ascii_isalpha(code[0]) && strlen(code) <= 35 &&
           strspn(code, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") ==
               strlen(code);
}

static void check_language(EzReading *r, const EzNames *languages, int i)
{
    const char *code = languages->names[i];
    EzPlace place = ez_origin_item(ez_origin_child(r->origin, "languages"), i + 1);
    if (!is_language(code))
        ez_diag_report(r->load->diags, EZ_NOT_ONE_OF, place,
                       "a language code: \"nl\", \"en\", \"pt-BR\"", "thing", r->thing, "field",
                       "languages", "value", code, NULL);
    for (int k = 0; k < i; k++)
        if (g_ascii_strcasecmp(languages->names[k], code) == 0)
            ez_diag_report(r->load->diags, EZ_TWICE, place, NULL, "thing", r->thing, "field",
                           "languages", "value", code, NULL);
}

// False after a mistake: without languages no text can be read.
static bool check_languages(EzReading *r, const EzNames *languages)
{
    int errors = ez_diags_errors(r->load->diags);
    for (int i = 0; i < languages->count; i++)
        check_language(r, languages, i);
    if (languages->count == 0 && errors == 0)
        ez_diag_report(r->load->diags, EZ_EMPTY, ez_origin_value(r->origin, "languages"),
                       "languages = { \"nl\" }", "thing", r->thing, "field", "\"languages\"",
                       NULL);
    return ez_diags_errors(r->load->diags) == errors && languages->count > 0;
}

// ---- materials ----------------------------------------------------------------------------

static void count_material(EzReading *r, const char *name, int index, void *data)
{
    (void)r, (void)name, (void)index, (void)data;
}

static void read_material(EzReading *r, const char *name, int index, void *data)
{
    EzKit *kit = data;
    EzPlace place = r->place;
    const EzText *words = ez_read_text(r, index);
    if (words != NULL)
        kit->materials[kit->n_materials++] = (EzMaterial){name, words, place};
    else
        ez_load_mark_broken(r->load, name);
}

static void read_materials(EzReading *r, int table, EzKit *kit)
{
    int count = ez_part_each(r, table, "materials", count_material, NULL);
    kit->materials = ez_arena_array(r->arena, EzMaterial, count);
    ez_part_each(r, table, "materials", read_material, kit);
}

// ---- the file -----------------------------------------------------------------------------

static void read_kit(EzLoad *load, lua_State *L, int result, const EzLoadedFile *file,
                     void *data)
{
    (void)data;
    EzReading r;
    if (!ez_part_begin(load, L, result, file, EZ_MARK_KIT, &r))
        return;
    EzKit *kit = load->kit = ez_arena_make(load->arena, EzKit);
    kit->origin = r.origin;
    r.thing = "a kit";
    ez_read_record(&r, result, &languages_record, kit);
    if (!check_languages(&r, &kit->languages)) {
        load->kit = NULL;
        return;
    }
    ez_part_fields(&r, result, &ez_kit_record, kit);
    read_materials(&r, result, kit);
    kit->version = kit->version != NULL ? kit->version : "0";
    kit->licence = kit->licence != NULL ? kit->licence : "";
    load->incomplete = kit->id == NULL || kit->title == NULL || kit->theme_name == NULL;
}

static bool is_repeated(const EzNames *names, int i)
{
    for (int k = 0; k < i; k++)
        if (strcmp(names->names[k], names->names[i]) == 0)
            return true;
    return false;
}

// Runs a file for each name of a list that the kit gives.
static void run_each(EzLoad *load, const EzNames *names, const char *field, const char *folder,
                     EzLoadRead read)
{
    EzOrigin list = ez_origin_child(load->kit->origin, field);
    for (int i = 0; i < names->count; i++) {
        g_autofree char *path = g_strdup_printf("kit/%s/%s.lua", folder, names->names[i]);
        EzPlace named = ez_origin_known(list) ? ez_origin_item(list, i + 1)
                                              : ez_origin_value(load->kit->origin, field);
        int decks = load->kit->n_decks;
        if (is_repeated(names, i))
            ez_diag_report(load->diags, EZ_TWICE, named, NULL, "thing", "a kit", "field", field,
                           "value", names->names[i], NULL);
        else
            ez_load_run(load, path, named, read, (void *)names->names[i]);
        if (load->kit->n_decks == decks)
            ez_load_mark_broken(load, names->names[i]);
    }
}

static void load_theme(EzLoad *load)
{
    if (load->kit->theme_name == NULL)
        return;
    g_autofree char *path = g_strdup_printf("kit/%s.lua", load->kit->theme_name);
    ez_load_run(load, path, ez_origin_value(load->kit->origin, "theme"), ez_part_theme, NULL);
}

void ez_load_everything(EzLoad *load)
{
    ez_load_run(load, "kit/kit.lua", (EzPlace){0}, read_kit, NULL);
    EzKit *kit = load->kit;
    if (kit == NULL)
        return;
    load_theme(load);
    kit->decks = ez_arena_array(load->arena, EzDeck *, kit->deck_names.count);
    kit->worksheets = ez_arena_array(load->arena, EzWorksheet *, kit->worksheet_names.count);
    run_each(load, &kit->deck_names, "decks", "decks", ez_part_deck);
    for (int i = 0; i < kit->n_decks; i++)
        if (kit->decks[i]->face != NULL)
            ez_load_face(load, kit->decks[i]->face,
                         ez_origin_value(kit->decks[i]->origin, "face"));
    run_each(load, &kit->worksheet_names, "worksheets", "worksheets", ez_part_worksheet);
    ez_load_exercises(load);
    ez_check_ids(load);
    ez_check_references(load);
    ez_check_exercises(load);
    ez_check_unused_files(load);
    if (load->incomplete)
        load->kit = NULL;
}
