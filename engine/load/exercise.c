// SPDX-License-Identifier: EUPL-1.2
// The head of an exercise: what a file of scripts/ returns.
#include "engine/load/exercise-private.h"
#include "engine/load/marks.h"
#include "engine/load/part.h"
#include "engine/lua/library.h"

#include <string.h>

// ---- decks ---------------------------------------------------------------------------

static bool has_deck(EzReading *r, const EzExercise *exercise, const char *name)
{
    ez_host_charge(r->L, exercise->n_decks / 8);
    for (int i = 0; i < exercise->n_decks; i++)
        if (g_ascii_strcasecmp(exercise->decks[i].name, name) == 0)
            return true;
    return false;
}

static void add_deck(EzReading *r, EzExercise *exercise, const char *name, bool own)
{
    if (has_deck(r, exercise, name))
        ez_diag_report(r->load->diags, EZ_TWICE, r->place, NULL, "thing", r->thing, "field",
                       "decks", "value", name, NULL);
    else
        exercise->decks[exercise->n_decks++] = (EzExerciseDeck){name, own, NULL, r->place};
}

// { "natuur" }: decks of the kit.
static void read_named_decks(EzReading *r, int list, int count, EzExercise *exercise)
{
    EzReading inner = *r;
    for (int i = 0; i < count; i++) {
        inner.place = ez_origin_known(r->child) ? ez_origin_item(r->child, i + 1) : r->place;
        lua_rawgeti(r->L, list, i + 1);
        const char *name = ez_read_plain(&inner, lua_gettop(r->L));
        lua_pop(r->L, 1);
        if (name != NULL)
            add_deck(&inner, exercise, name, false);
    }
}

// { words = { … } }: cards of the exercise itself.
static void read_own_deck(EzReading *r, const char *name, int index, EzExercise *exercise)
{
    EzChoice *cards;
    r->word = ez_arena_printf(r->arena, "decks.%s", name);
    int count = ez_exercise_read_choices(r, index, true, &cards);
    if (count == 0)
        ez_diag_report(r->load->diags, EZ_NO_CARDS, r->place, NULL, "deck", name, NULL);
    add_deck(r, exercise, name, true);
}

static void read_own_decks(EzReading *r, int table, EzExercise *exercise)
{
    ez_lua_push_sorted_keys(r->L, table);
    int keys = lua_gettop(r->L), n = (int)lua_rawlen(r->L, keys);
    for (int i = 1; i <= n; i++) {
        bool named = lua_rawgeti(r->L, keys, i) == LUA_TSTRING;
        const char *name = named ? ez_arena_intern(r->arena, lua_tostring(r->L, -1)) : NULL;
        lua_rawget(r->L, table);
        ez_lua_unview(r->L, -1);
        EzReading inner = *r;
        inner.place = named ? ez_origin_value(r->child, name) : r->place;
        inner.child = ez_origin_child(r->child, named ? name : "");
        if (named)
            read_own_deck(&inner, name, lua_gettop(r->L), exercise);
        lua_pop(r->L, 1);
    }
    lua_settop(r->L, keys - 1);
}

static int count_keys(lua_State *L, int table)
{
    int count = 0;
    for (lua_pushnil(L); lua_next(L, table) != 0; lua_pop(L, 1))
        count++;
    return count;
}

static void read_decks(EzReading *r, int table, EzExercise *exercise)
{
    lua_pushliteral(r->L, "decks");
    int type = lua_rawget(r->L, table), index = lua_gettop(r->L);
    ez_lua_unview(r->L, index);
    r->word = "decks";
    r->place = ez_origin_value(r->origin, "decks");
    r->child = ez_origin_child(r->origin, "decks");
    int count = type != LUA_TNIL ? ez_read_list(r, index) : -1;
    if (count >= 0) {
        exercise->decks = ez_arena_array(r->arena, EzExerciseDeck, count_keys(r->L, index));
        read_named_decks(r, index, count, exercise);
        read_own_decks(r, index, exercise);
    }
    lua_pop(r->L, 1);
}

// ---- things to choose from -------------------------------------------------------------

static const EzProp choice_props[] = {
    {"id", EZ_TYPE_ID, offsetof(EzChoice, id), true, NULL, 0, 0, NULL},
    {"title", EZ_TYPE_TEXT, offsetof(EzChoice, words), false, NULL, 0, 0, NULL},
    EZ_PROPS_END,
};
static const EzRecord choice_record = {"option", "an option", NULL,
                                       (const EzProp *const[]){choice_props, NULL}};

// Equal ids of an arena have equal pointers.
static bool is_known(EzReading *r, const EzChoice *choices, int count, const char *id)
{
    ez_host_charge(r->L, count / 8);
    for (int i = 0; i < count; i++)
        if (choices[i].id == id)
            return true;
    return false;
}

// The words may stand in the table itself: { id = "reed", nl = "…", en = "…" }.
static void read_choice(EzReading *r, int index, bool free, EzChoice *choice)
{
    EzReading inner = *r;
    inner.origin = r->child;
    inner.thing = ez_arena_printf(r->arena, "an item of \"%s\"", r->word);
    if (!free)
        ez_read_unknown(&inner, index, &choice_record, r->load->kit->languages.names);
    ez_read_record(&inner, index, &choice_record, choice);
    lua_pushliteral(r->L, "title");
    bool titled = lua_rawget(r->L, index) != LUA_TNIL;
    lua_pop(r->L, 1);
    if (!titled)
        choice->words = ez_read_text_within(r, index);
}

// True when it is one that can be told from the `kept` others.
static bool take_choice(EzReading *r, int index, bool free, EzChoice *choices, int kept)
{
    if (lua_type(r->L, index) != LUA_TTABLE) {
        ez_read_tell_type(r, index, "a table with an id: { id = \"…\", … }");
        return false;
    }
    EzChoice *choice = &choices[kept];
    *choice = (EzChoice){0};
    read_choice(r, index, free, choice);
    if (choice->id == NULL || !is_known(r, choices, kept, choice->id))
        return choice->id != NULL;
    ez_diag_report(r->load->diags, EZ_TWICE, ez_origin_value(r->child, "id"), NULL, "thing",
                   r->thing, "field", r->word, "value", choice->id, NULL);
    return false;
}

int ez_exercise_read_choices(EzReading *r, int index, bool free, EzChoice **choices)
{
    int count = ez_read_list(r, index), kept = 0;
    *choices = ez_arena_array(r->arena, EzChoice, MAX(count, 0));
    EzReading inner = *r;
    for (int i = 0; i < count; i++) {
        inner.place = ez_origin_known(r->child) ? ez_origin_item(r->child, i + 1) : r->place;
        inner.child = ez_origin_child_item(r->child, i + 1);
        lua_rawgeti(r->L, index, i + 1);
        ez_lua_unview(r->L, -1);
        kept += take_choice(&inner, lua_gettop(r->L), free, *choices, kept);
        lua_pop(r->L, 1);
    }
    return count < 0 ? -1 : kept;
}

// ---- the head ----------------------------------------------------------------------------

EzPlace ez_exercise_item(const EzExercise *exercise, const char *field, int i)
{
    EzOrigin list = ez_origin_child(exercise->origin, field);
    return ez_origin_known(list) ? ez_origin_item(list, i + 1)
                                 : ez_origin_value(exercise->origin, field);
}

void ez_exercise_check_twice(EzLoad *load, const EzExercise *exercise, const char *field,
                             const EzNames *names)
{
    GHashTable *known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int i = 0; i < names->count; i++)
        if (!g_hash_table_add(known, g_ascii_strdown(names->names[i], -1)))
            ez_diag_report(load->diags, EZ_TWICE, ez_exercise_item(exercise, field, i), NULL,
                           "thing", ez_exercise_record.thing, "field", field, "value",
                           names->names[i], NULL);
    g_hash_table_unref(known);
}

static void check_api(EzReading *r, const EzExercise *exercise)
{
    if (exercise->api == EZ_EXERCISE_API || !ez_origin_shows(r->origin, "api"))
        return;
    g_autofree char *level = g_strdup_printf("%d", exercise->api);
    g_autofree char *known = g_strdup_printf("%d", EZ_EXERCISE_API);
    ez_diag_report(r->load->diags, EZ_UNKNOWN_API, ez_origin_value(r->origin, "api"), NULL,
                   "thing", r->thing, "level", level, "known", known, NULL);
}

static bool has_language(const EzNames *languages, const char *language)
{
    for (int i = 0; i < languages->count; i++)
        if (g_ascii_strcasecmp(languages->names[i], language) == 0)
            return true;
    return false;
}

static void tell_strange_language(EzReading *r, const EzExercise *exercise, int i)
{
    const EzNames *kit = &r->load->kit->languages;
    const char *language = exercise->languages.names[i];
    g_autofree char *list = g_strjoinv(", ", (char **)kit->names);
    g_autofree char *hint = g_strdup_printf("the languages of the kit: %s", list);
    ez_diag_report(r->load->diags, EZ_NOT_ONE_OF, ez_exercise_item(exercise, "languages", i),
                   hint, "thing", r->thing, "field", "languages", "value", language, NULL);
}

// A session finds what it includes by the names of files.
static void check_file_name(EzReading *r, const EzExercise *exercise)
{
    g_autofree char *file = g_path_get_basename(exercise->path);
    g_autofree char *wanted = g_strconcat(exercise->id, ".lua", NULL);
    if (exercise->id == NULL || strcmp(file, wanted) == 0)
        return;
    g_autofree char *hint = g_strdup_printf("id = \"%.*s\", or call the file %s",
                                            (int)(strlen(file) - strlen(".lua")), file, wanted);
    ez_diag_report(r->load->diags, EZ_EXERCISE_FILE_NAME, ez_origin_value(r->origin, "id"),
                   hint, "thing", r->thing, "id", exercise->id, "file", file, NULL);
}

// What the head says must be what the kit says, in which each text is given.
static void check_languages(EzReading *r, EzExercise *exercise)
{
    const EzNames *kit = &r->load->kit->languages, *own = &exercise->languages;
    for (int i = 0; i < own->count; i++)
        if (!has_language(kit, own->names[i]))
            tell_strange_language(r, exercise, i);
    for (int i = 0; own->names != NULL && i < kit->count; i++)
        if (!has_language(own, kit->names[i]))
            ez_diag_report(r->load->diags, EZ_LANGUAGE_LEFT_OUT,
                           ez_origin_value(r->origin, "languages"), NULL, "thing", r->thing,
                           "language", kit->names[i], NULL);
    exercise->languages = *kit;
}

void ez_part_exercise(EzLoad *load, lua_State *L, int result, const EzLoadedFile *file,
                      void *data)
{
    (void)data;
    EzReading r;
    if (!ez_part_begin(load, L, result, file, EZ_MARK_EXERCISE, &r))
        return;
    EzExercise *exercise = ez_arena_make(load->arena, EzExercise);
    *exercise = (EzExercise){.path = file->path, .api = EZ_EXERCISE_API, .origin = r.origin};
    ez_part_fields(&r, result, &ez_exercise_record, exercise);
    check_file_name(&r, exercise);
    check_api(&r, exercise);
    check_languages(&r, exercise);
    read_decks(&r, result, exercise);
    ez_exercise_read_params(&r, result, exercise);
    exercise->code = exercise->code != NULL ? exercise->code : exercise->id;
    if (exercise->id != NULL && exercise->title != NULL) {
        load->kit->exercises[load->kit->n_exercises++] = exercise;
    } else {
        ez_load_mark_broken(load, exercise->id);
        ez_load_mark_broken(load, exercise->code);
    }
}
