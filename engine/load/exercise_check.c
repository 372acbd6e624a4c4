// SPDX-License-Identifier: EUPL-1.2
// What exercises name: decks, worksheets, materials, each other.
#include "engine/load/checks.h"
#include "engine/load/exercise-private.h"
#include "engine/load/requires.h"
#include "engine/model/kit.h"

#include <string.h>

// ---- telling ---------------------------------------------------------------------------

typedef enum Kind { DECKS = 1, WORKSHEETS = 2, EXERCISES = 4, MATERIALS = 8 } Kind;

static void add_ids(GPtrArray *ids, const EzKit *kit, int kinds)
{
    for (int i = 0; (kinds & DECKS) != 0 && i < kit->n_decks; i++)
        g_ptr_array_add(ids, (char *)kit->decks[i]->id);
    for (int i = 0; (kinds & WORKSHEETS) != 0 && i < kit->n_worksheets; i++)
        g_ptr_array_add(ids, (char *)kit->worksheets[i]->id);
    for (int i = 0; (kinds & EXERCISES) != 0 && i < kit->n_exercises; i++)
        g_ptr_array_add(ids, (char *)kit->exercises[i]->id);
    for (int i = 0; (kinds & MATERIALS) != 0 && i < kit->n_materials; i++)
        g_ptr_array_add(ids, (char *)kit->materials[i].key);
    g_ptr_array_add(ids, NULL);
}

// `kinds`: where the nearest name may come from.
static void tell_unresolved(EzLoad *load, const char *thing, EzPlace place, const char *field,
                            const char *value, const char *target, int kinds)
{
    if (ez_load_is_broken(load, value))
        return;
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    add_ids(ids, load->kit, kinds);
    g_autofree char *hint = ez_diag_did_you_mean(value, (const char *const *)ids->pdata);
    ez_diag_report(load->diags, EZ_UNRESOLVED, place, hint, "thing", thing, "field", field,
                   "value", value, "target", target, NULL);
}

// ---- what one exercise names ---------------------------------------------------------------

static void resolve_decks(EzLoad *load, EzExercise *exercise)
{
    for (int i = 0; i < exercise->n_decks; i++) {
        EzExerciseDeck *deck = &exercise->decks[i];
        if (deck->own)
            continue;
        deck->deck = ez_kit_deck(load->kit, deck->name);
        if (deck->deck == NULL)
            tell_unresolved(load, ez_exercise_record.thing, deck->place, "decks", deck->name,
                            "deck", DECKS);
    }
}

static void resolve_worksheet(EzLoad *load, EzExercise *exercise)
{
    if (exercise->worksheet_name == NULL)
        return;
    exercise->worksheet = ez_kit_worksheet(load->kit, exercise->worksheet_name);
    if (exercise->worksheet == NULL)
        tell_unresolved(load, ez_exercise_record.thing,
                        ez_origin_value(exercise->origin, "worksheet"), "worksheet",
                        exercise->worksheet_name, "worksheet", WORKSHEETS);
}

// By the id alone: a session finds it so.
static const EzExercise *exercise_of(const EzKit *kit, const char *id)
{
    const EzExercise *found = ez_kit_exercise(kit, id);
    return found != NULL && strcmp(found->id, id) == 0 ? found : NULL;
}

static void resolve_includes(EzLoad *load, EzExercise *exercise)
{
    const EzNames *names = &exercise->include_names;
    exercise->includes = ez_arena_array(load->arena, const EzExercise *, names->count);
    ez_exercise_check_twice(load, exercise, "includes", names);
    for (int i = 0; i < names->count; i++) {
        const EzExercise *included = exercise_of(load->kit, names->names[i]);
        if (included != NULL)
            exercise->includes[exercise->n_includes++] = included;
        else
            tell_unresolved(load, ez_exercise_record.thing,
                            ez_exercise_item(exercise, "includes", i), "includes",
                            names->names[i], "exercise", EXERCISES);
    }
}

static void resolve_materials(EzLoad *load, EzExercise *exercise, GHashTable *words)
{
    const EzNames *keys = &exercise->material_keys;
    exercise->materials = ez_arena_array(load->arena, EzMaterial, keys->count);
    ez_exercise_check_twice(load, exercise, "materials", keys);
    for (int i = 0; i < keys->count; i++) {
        EzPlace place = ez_exercise_item(exercise, "materials", i);
        g_autofree char *key = g_ascii_strdown(keys->names[i], -1);
        const EzText *text = g_hash_table_lookup(words, key);
        if (text != NULL)
            exercise->materials[exercise->n_materials++] =
                (EzMaterial){keys->names[i], text, place};
        else
            tell_unresolved(load, ez_exercise_record.thing, place, "materials", keys->names[i],
                            "material, deck, worksheet or card",
                            MATERIALS | DECKS | WORKSHEETS);
    }
}

// ---- what can lie on the table -------------------------------------------------------------

static void know(GHashTable *words, const char *key, const EzText *text)
{
    g_hash_table_insert(words, g_ascii_strdown(key, -1), (void *)text);
}

// key in lower case -> its words
static GHashTable *words_of_things(const EzKit *kit)
{
    GHashTable *words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int i = 0; i < kit->n_decks; i++) {
        const EzDeck *deck = kit->decks[i];
        for (int c = 0; c < deck->n_cards; c++)
            know(words, deck->cards[c].id, deck->cards[c].title);
        know(words, deck->id, deck->title);
        know(words, deck->code, deck->title);
    }
    for (int i = 0; i < kit->n_worksheets; i++) {
        know(words, kit->worksheets[i]->id, kit->worksheets[i]->title);
        know(words, kit->worksheets[i]->code, kit->worksheets[i]->title);
    }
    for (int i = 0; i < kit->n_materials; i++)
        know(words, kit->materials[i].key, kit->materials[i].words);
    return words;
}

// ---- rings -----------------------------------------------------------------------------------

typedef struct Walk {
    EzLoad *load;
    GPtrArray *way;   // of EzExercise, outermost first
    GHashTable *seen; // a set
} Walk;

static void tell_ring(const Walk *walk, const EzExercise *from, unsigned start)
{
    GString *ring = g_string_new(NULL);
    for (unsigned i = start; i < walk->way->len; i++)
        g_string_append_printf(ring, "%s → ", ((const EzExercise *)walk->way->pdata[i])->id);
    g_string_append(ring, ((const EzExercise *)walk->way->pdata[start])->id);
    ez_diag_report(walk->load->diags, EZ_INCLUDES_RING,
                   ez_origin_value(from->origin, "includes"), NULL, "ring", ring->str, NULL);
    g_string_free(ring, TRUE);
}

// No deeper than there are exercises.
static void walk_includes(Walk *walk, const EzExercise *exercise)
{
    if (!g_hash_table_add(walk->seen, (void *)exercise))
        return;
    g_ptr_array_add(walk->way, (void *)exercise);
    for (int i = 0; i < exercise->n_includes; i++) {
        unsigned start;
        if (g_ptr_array_find(walk->way, exercise->includes[i], &start))
            tell_ring(walk, exercise, start);
        else
            walk_includes(walk, exercise->includes[i]);
    }
    g_ptr_array_set_size(walk->way, (int)walk->way->len - 1);
}

static void check_rings(EzLoad *load)
{
    Walk walk = {load, g_ptr_array_new(), g_hash_table_new(NULL, NULL)};
    for (int i = 0; i < load->kit->n_exercises; i++)
        walk_includes(&walk, load->kit->exercises[i]);
    g_ptr_array_unref(walk.way);
    g_hash_table_unref(walk.seen);
}

// ---- modules --------------------------------------------------------------------------------

// Also what is required in `run`, which loading does not call.
static void check_modules(EzLoad *load)
{
    g_autoptr(GPtrArray) files = g_ptr_array_new();
    for (int i = 0; i < load->kit->n_exercises; i++)
        g_ptr_array_add(files,
                        g_hash_table_lookup(load->by_path, load->kit->exercises[i]->path));
    ez_requires_add(load, files);
}

// ---- the kit ---------------------------------------------------------------------------------

// A sheet can be printed without its exercise, which may still have to be written.
static void check_worksheet(EzLoad *load, const EzWorksheet *sheet)
{
    if (sheet->exercise == NULL || ez_kit_exercise(load->kit, sheet->exercise) != NULL)
        return;
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    add_ids(ids, load->kit, EXERCISES);
    g_autofree char *hint =
        ez_diag_did_you_mean(sheet->exercise, (const char *const *)ids->pdata);
    ez_diag_report(load->diags, EZ_EXERCISE_ABSENT, ez_origin_value(sheet->origin, "exercise"),
                   hint, "worksheet", sheet->id, "exercise", sheet->exercise, NULL);
}

void ez_check_exercises(EzLoad *load)
{
    const EzKit *kit = load->kit;
    g_autoptr(GHashTable) words = words_of_things(kit);
    for (int i = 0; i < kit->n_exercises; i++) {
        resolve_decks(load, kit->exercises[i]);
        resolve_worksheet(load, kit->exercises[i]);
        resolve_includes(load, kit->exercises[i]);
        resolve_materials(load, kit->exercises[i], words);
    }
    check_rings(load);
    check_modules(load);
    bool told = kit->n_exercises > 0 && ez_diags_errors(load->diags) == 0;
    for (int i = 0; told && i < kit->n_worksheets; i++)
        check_worksheet(load, kit->worksheets[i]);
}
