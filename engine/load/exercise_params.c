// SPDX-License-Identifier: EUPL-1.2
// What the facilitator is asked before an exercise begins.
#include "engine/load/exercise-private.h"
#include "engine/load/part.h"
#include "engine/lua/library.h"

#include <math.h>

// [-0, +1] Pushes a field of the table, of which is told from now on; false when it is not there.
static bool push_field(EzReading *r, int table, const char *name)
{
    lua_pushstring(r->L, name);
    lua_rawget(r->L, table);
    ez_lua_unview(r->L, -1);
    r->word = name;
    r->place = ez_origin_value(r->origin, name);
    r->child = ez_origin_child(r->origin, name);
    return !lua_isnil(r->L, -1);
}

// ---- defaults --------------------------------------------------------------------------

static void tell_range(EzReading *r, const char *expected, double value)
{
    char shown[G_ASCII_DTOSTR_BUF_SIZE];
    ez_diag_report(r->load->diags, EZ_OUT_OF_RANGE, r->place, NULL, "thing", r->thing, "field",
                   r->word, "expected", expected, "value",
                   g_ascii_formatd(shown, sizeof shown, "%.10g", value), NULL);
}

static void read_text_default(EzReading *r, int index, EzParam *param)
{
    param->text = ez_read_plain(r, index);
    long length = param->text != NULL ? g_utf8_strlen(param->text, -1) : 0;
    g_autofree char *found = g_strdup_printf("%ld", length);
    g_autofree char *most = g_strdup_printf("%.0f", param->max);
    if ((double)length > param->max)
        ez_diag_report(r->load->diags, EZ_TOO_LONG, r->place, NULL, "thing", r->thing, "field",
                       r->word, "language", "all", "count", found, "max", most, NULL);
}

static void read_number_default(EzReading *r, int index, EzParam *param)
{
    if (lua_type(r->L, index) != LUA_TNUMBER) {
        ez_read_tell_type(r, index, ez_type_words(EZ_TYPE_NUMBER));
        return;
    }
    param->number = lua_tonumber(r->L, index);
    if (!ez_read_finite(r, param->number))
        param->number = 0;
    else if (param->number < param->min || param->number > param->max)
        tell_range(r, "from min to max", param->number);
}

static void read_choice_default(EzReading *r, int index, EzParam *param)
{
    const char *id = param->text = ez_read_plain(r, index);
    const char **ids = ez_arena_array(r->arena, const char *, param->n_options + 1);
    for (int i = 0; i < param->n_options; i++)
        ids[i] = param->options[i].id;
    if (id == NULL || param->n_options == 0 || g_strv_contains(ids, id))
        return;
    g_autofree char *hint = ez_diag_did_you_mean(id, ids);
    ez_diag_report(r->load->diags, EZ_NOT_ONE_OF, r->place,
                   hint != NULL ? hint : "the id of one of its options", "thing", r->thing,
                   "field", r->word, "value", id, NULL);
}

static void read_yes_no_default(EzReading *r, int index, EzParam *param)
{
    if (lua_type(r->L, index) != LUA_TBOOLEAN)
        ez_read_tell_type(r, index, ez_type_words(EZ_TYPE_FLAG));
    param->yes = lua_toboolean(r->L, index);
}

static void read_default(EzReading *r, int table, EzParam *param)
{
    static void (*const readers[])(EzReading * r, int index, EzParam *param) = {
        [EZ_PARAM_TEXT] = read_text_default,
        [EZ_PARAM_NUMBER] = read_number_default,
        [EZ_PARAM_CHOICE] = read_choice_default,
        [EZ_PARAM_YES_NO] = read_yes_no_default,
    };
    EzReading inner = *r;
    param->has_default = push_field(&inner, table, "default");
    if (param->has_default)
        readers[param->type](&inner, lua_gettop(r->L), param);
    lua_pop(r->L, 1);
}

// ---- one -------------------------------------------------------------------------------

static void read_options(EzReading *r, int table, EzParam *param)
{
    EzReading inner = *r;
    bool given = push_field(&inner, table, "options");
    if (given)
        param->n_options =
            ez_exercise_read_choices(&inner, lua_gettop(r->L), false, &param->options);
    lua_pop(r->L, 1);
    if (!given)
        ez_diag_report(r->load->diags, EZ_MISSING_FIELD, ez_origin_place(r->origin),
                       "options = { { id = \"…\", … }, … }", "thing", r->thing, "field",
                       "options", NULL);
    else if (param->n_options == 0)
        ez_diag_report(r->load->diags, EZ_EMPTY, inner.place, NULL, "thing", r->thing, "field",
                       "\"options\"", NULL);
}

// What is there though its type has no use for it.
static void check_misfits(EzReading *r, int table, const EzParam *param)
{
    static const struct {
        const char *field, *of;
        bool fits[4]; // by type
    } limits[] = {
        {"min", "a number has min", {[EZ_PARAM_NUMBER] = true}},
        {"max",
         "a number or a text has max",
         {[EZ_PARAM_NUMBER] = true, [EZ_PARAM_TEXT] = true}},
        {"options", "a choice has options", {[EZ_PARAM_CHOICE] = true}},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(limits); i++) {
        EzReading inner = *r;
        if (push_field(&inner, table, limits[i].field) && !limits[i].fits[param->type])
            ez_diag_report(r->load->diags, EZ_UNKNOWN_FIELD,
                           ez_origin_field(r->origin, limits[i].field), limits[i].of, "thing",
                           r->thing, "field", limits[i].field, NULL);
        lua_pop(r->L, 1);
    }
}

static void check_limits(EzReading *r, const EzParam *param)
{
    if (param->type == EZ_PARAM_NUMBER && param->min > param->max) {
        r->word = "min";
        r->place = ez_origin_value(r->origin, "min");
        tell_range(r, "no more than max", param->min);
    }
    bool some = param->max >= 1 && (isinf(param->max) || param->max == floor(param->max));
    if (param->type == EZ_PARAM_TEXT && !some) {
        r->word = "max";
        r->place = ez_origin_value(r->origin, "max");
        tell_range(r, "a whole number from 1 on", param->max);
    }
}

// False when it has no type, on which the rest hangs.
static bool read_fields(EzReading *r, int index, EzParam *param)
{
    ez_read_unknown(r, index, &ez_param_record, r->load->kit->languages.names);
    ez_read_strays(r, index);
    ez_read_record(r, index, &ez_param_record, param);
    if (param->type < 0)
        return false;
    check_misfits(r, index, param);
    check_limits(r, param);
    if (param->type == EZ_PARAM_CHOICE)
        read_options(r, index, param);
    read_default(r, index, param);
    return param->words != NULL;
}

static void read_param(EzReading *r, const char *name, int index, void *data)
{
    EzExercise *exercise = data;
    EzParam param = {.name = name, .type = -1, .min = -INFINITY, .max = INFINITY};
    ez_lua_unview(r->L, index);
    if (lua_type(r->L, index) != LUA_TTABLE) {
        ez_read_tell_type(r, index, "a table: { type = \"text\", … }");
        return;
    }
    if (!ez_read_is_id(name))
        ez_diag_report(r->load->diags, EZ_BAD_ID, r->place,
                       "letters, digits, - and _, at most 40 of them", "thing", r->thing,
                       "value", name, NULL);
    param.words = ez_read_text_within(r, index);
    EzReading inner = *r;
    inner.thing = ez_arena_printf(r->arena, "param \"%s\"", name);
    if (read_fields(&inner, index, &param))
        exercise->params[exercise->n_params++] = param;
}

static void count_param(EzReading *r, const char *name, int index, void *data)
{
    (void)r, (void)name, (void)index, (void)data;
}

void ez_exercise_read_params(EzReading *r, int table, EzExercise *exercise)
{
    int count = ez_part_each(r, table, "params", count_param, NULL);
    exercise->params = ez_arena_array(r->arena, EzParam, count);
    ez_part_each(r, table, "params", read_param, exercise);
}
