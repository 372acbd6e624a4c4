// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/read.h"

#include "engine/base/nearest.h"
#include "engine/load/checks.h"
#include "engine/load/marks.h"
#include "engine/lua/library.h"

#include <lauxlib.h>
#include <math.h>
#include <string.h>

static const char *type_hint(int type, const char *expected)
{
    if (type == LUA_TSTRING && g_str_has_prefix(expected, "a number"))
        return "a number is written without quotes";
    if (type == LUA_TSTRING && g_str_has_prefix(expected, "a whole number"))
        return "a number is written without quotes";
    if (type == LUA_TNUMBER && strstr(expected, "text") != NULL &&
        strchr(expected, '.') == NULL)
        return "a text stands between quotes";
    return NULL;
}

void ez_read_tell_type(EzReading *r, int index, const char *expected)
{
    EzMark mark = ez_mark_of(r->L, index);
    g_autofree char *word = ez_mark_shown(mark);
    ez_diag_report(r->load->diags, EZ_WRONG_TYPE, r->place,
                   type_hint(lua_type(r->L, index), expected), "thing", r->thing, "field",
                   r->word, "expected", expected, "found",
                   word != NULL ? word : ez_lua_type_word(r->L, index), NULL);
}

static void tell_range(EzReading *r, const char *expected, double value)
{
    char shown[G_ASCII_DTOSTR_BUF_SIZE];
    const char *words = isnan(value)   ? "the outcome of 0/0"
                        : isinf(value) ? "a number without end"
                                       : g_ascii_formatd(shown, sizeof shown, "%.10g", value);
    ez_diag_report(r->load->diags, EZ_OUT_OF_RANGE, r->place, NULL, "thing", r->thing, "field",
                   r->word, "expected", expected, "value", words, NULL);
}

bool ez_read_finite(EzReading *r, double value)
{
    if (!isfinite(value))
        tell_range(r, "a number", value);
    return isfinite(value);
}

// ---- texts and lists --------------------------------------------------------------

const char *ez_read_plain(EzReading *r, int index)
{
    if (lua_type(r->L, index) != LUA_TSTRING) {
        ez_read_tell_type(r, index, ez_type_words(EZ_TYPE_PLAIN));
        return NULL;
    }
    size_t length;
    const char *text = lua_tolstring(r->L, index, &length);
    if (length == 0) {
        g_autofree char *field = g_strdup_printf("\"%s\"", r->word);
        ez_diag_report(r->load->diags, EZ_EMPTY, r->place, NULL, "thing", r->thing, "field",
                       field, NULL);
        return NULL;
    }
    const char *end;
    if (!g_utf8_validate(text, (gssize)length, &end)) {
        g_autofree char *byte = g_strdup_printf("0x%02x", (unsigned char)*end);
        ez_diag_report(r->load->diags, EZ_FILE_NOT_UTF8, r->place, NULL, "byte", byte, NULL);
        return NULL;
    }
    return ez_arena_intern_len(r->arena, text, length);
}

// Between the braces of a node false may stand, and nothing may not.
static const char *hole_hint(const EzReading *r)
{
    if (strcmp(r->word, "{ … }") == 0)
        return "what stands there is nothing; false may stand there:  x ~= nil and text { … }";
    return "what stands there is nothing: a misspelled name, or a field that was left out";
}

int ez_read_list(EzReading *r, int index)
{
    if (lua_type(r->L, index) != LUA_TTABLE) {
        ez_read_tell_type(r, index, "a list");
        return -1;
    }
    lua_Integer last = 0, count = 0;
    for (lua_pushnil(r->L); lua_next(r->L, index) != 0; lua_pop(r->L, 1)) {
        if (!lua_isinteger(r->L, -2))
            continue;
        count++;
        last = MAX(last, lua_tointeger(r->L, -2));
    }
    if (last == count && count <= G_MAXINT)
        return (int)count;
    lua_Integer hole = 1;
    while (lua_rawgeti(r->L, index, hole) != LUA_TNIL) {
        lua_pop(r->L, 1);
        hole++;
    }
    lua_pop(r->L, 1);
    g_autofree char *at = g_strdup_printf("%d", (int)hole - 1);
    bool shown = ez_origin_shows_item(r->child, (int)hole);
    EzPlace place = shown ? ez_origin_item(r->child, (int)hole) : r->place;
    ez_diag_report(r->load->diags, EZ_LIST_HOLES, place, shown ? hole_hint(r) : NULL, "thing",
                   r->thing, "field", r->word, "index", at, NULL);
    return -1;
}

static const EzKit *kit_of(const EzReading *r)
{
    return r->load->kit;
}

// The same string for each language, at one place.
static const EzText *text_of_string(EzReading *r, const char *string)
{
    int n = kit_of(r)->languages.count;
    const char **strings = ez_arena_array(r->arena, const char *, n);
    EzPlace *places = ez_arena_array(r->arena, EzPlace, n);
    for (int i = 0; i < n; i++) {
        strings[i] = string;
        places[i] = r->place;
    }
    EzText *text = ez_arena_make(r->arena, EzText);
    *text = (EzText){n, strings, places};
    return text;
}

static void tell_strange_language(EzReading *r, const char *language)
{
    EzPlace place =
        ez_origin_shows(r->child, language) ? ez_origin_field(r->child, language) : r->place;
    g_autofree char *hint = ez_diag_did_you_mean(language, kit_of(r)->languages.names);
    ez_diag_report(r->load->diags, EZ_UNKNOWN_LANGUAGE, place, hint, "thing", r->thing, "field",
                   r->word, "language", language, NULL);
}

// False when the table is none of texts in languages: told.
static bool check_languages(EzReading *r, int index)
{
    for (lua_pushnil(r->L); lua_next(r->L, index) != 0; lua_pop(r->L, 1)) {
        if (lua_type(r->L, -2) != LUA_TSTRING) {
            ez_read_tell_type(r, index, ez_type_words(EZ_TYPE_TEXT));
            lua_pop(r->L, 2);
            return false;
        }
        const char *language = lua_tostring(r->L, -2);
        if (ez_kit_language(kit_of(r), language) < 0)
            tell_strange_language(r, language);
    }
    return true;
}

static void tell_missing_language(EzReading *r, int index, const char *language)
{
    if (!ez_read_is_misspelled(r, index, kit_of(r)->languages.names, language))
        ez_diag_report(r->load->diags, EZ_MISSING_LANGUAGE, r->place, NULL, "thing", r->thing,
                       "field", r->word, "language", language, NULL);
}

// The texts of a table of languages; the table's own places where the source shows them.
const EzText *ez_read_text_within(EzReading *r, int index)
{
    int n = kit_of(r)->languages.count;
    const char **strings = ez_arena_array(r->arena, const char *, n);
    EzPlace *places = ez_arena_array(r->arena, EzPlace, n), whole = r->place;
    EzOrigin origin = r->child;
    bool complete = true;
    for (int i = 0; i < n; i++) {
        const char *language = kit_of(r)->languages.names[i];
        r->place = places[i] =
            ez_origin_shows(origin, language) ? ez_origin_value(origin, language) : whole;
        lua_pushstring(r->L, language);
        if (lua_rawget(r->L, index) == LUA_TNIL)
            tell_missing_language(r, index, language);
        else
            strings[i] = ez_read_plain(r, lua_gettop(r->L));
        lua_pop(r->L, 1);
        complete = complete && strings[i] != NULL;
    }
    r->place = whole;
    EzText *text = ez_arena_make(r->arena, EzText);
    *text = (EzText){n, strings, places};
    return complete ? text : NULL;
}

// True when the table still holds what this text says: a script may have changed it since.
static bool shows_text(EzReading *r, int index, const EzText *text)
{
    for (int i = 0; i < text->n_languages; i++) {
        lua_pushstring(r->L, kit_of(r)->languages.names[i]);
        lua_rawget(r->L, index);
        bool same = g_strcmp0(lua_tostring(r->L, -1), text->strings[i]) == 0;
        lua_pop(r->L, 1);
        if (!same)
            return false;
    }
    return true;
}

// In a kit with one language a text is just that; with more it says which.
static void tell_no_text(EzReading *r, int index)
{
    const EzNames *languages = &kit_of(r)->languages;
    if (languages->count == 1 || lua_type(r->L, index) != LUA_TSTRING) {
        ez_read_tell_type(r, index,
                          ez_type_words(languages->count == 1 ? EZ_TYPE_PLAIN : EZ_TYPE_TEXT));
        return;
    }
    g_autofree char *pairs = g_strjoinv(" = \"…\", ", (char **)languages->names);
    g_autofree char *hint = g_strdup_printf("%s = { %s = \"…\" }", r->word, pairs);
    ez_diag_report(r->load->diags, EZ_WRONG_TYPE, r->place, hint, "thing", r->thing, "field",
                   r->word, "expected", ez_type_words(EZ_TYPE_TEXT), "found", "one text", NULL);
}

const EzText *ez_read_text(EzReading *r, int index)
{
    index = lua_absindex(r->L, index);
    ez_lua_unview(r->L, index);
    int type = lua_type(r->L, index);
    const EzText *known = ez_marked_text(r->L, index);
    if (known != NULL && shows_text(r, index, known))
        return known;
    if (type == LUA_TSTRING && kit_of(r)->languages.count == 1) {
        const char *string = ez_read_plain(r, index);
        return string != NULL ? text_of_string(r, string) : NULL;
    }
    if (type != LUA_TTABLE || ez_mark_of(r->L, index).kind != EZ_MARK_NONE) {
        tell_no_text(r, index);
        return NULL;
    }
    return check_languages(r, index) ? ez_read_text_within(r, index) : NULL;
}

// ---- simple values ------------------------------------------------------------------

static bool in_range(const EzProp *prop, double value)
{
    return (prop->min == 0 && prop->max == 0) || (value >= prop->min && value <= prop->max);
}

static bool check_range(EzReading *r, const EzProp *prop, double value)
{
    if (isfinite(value) && in_range(prop, value))
        return true;
    char low[G_ASCII_DTOSTR_BUF_SIZE], high[G_ASCII_DTOSTR_BUF_SIZE];
    g_autofree char *expected =
        prop->min == 0 && prop->max == 0
            ? g_strdup("a number")
            : g_strdup_printf("from %s to %s",
                              g_ascii_formatd(low, sizeof low, "%g", prop->min),
                              g_ascii_formatd(high, sizeof high, "%g", prop->max));
    tell_range(r, expected, value);
    return false;
}

static void read_number(EzReading *r, const EzProp *prop, int index, void *into)
{
    if (lua_type(r->L, index) != LUA_TNUMBER)
        ez_read_tell_type(r, index, ez_type_words(prop->type));
    else if (check_range(r, prop, lua_tonumber(r->L, index)))
        *(double *)into = lua_tonumber(r->L, index);
}

static void read_whole(EzReading *r, const EzProp *prop, int index, void *into)
{
    double value = lua_tonumber(r->L, index);
    if (lua_type(r->L, index) != LUA_TNUMBER)
        ez_read_tell_type(r, index, ez_type_words(prop->type));
    else if (value != floor(value))
        tell_range(r, ez_type_words(prop->type), value);
    else if (check_range(r, prop, value))
        *(int *)into = (int)value;
}

static void read_flag(EzReading *r, const EzProp *prop, int index, void *into)
{
    if (lua_type(r->L, index) != LUA_TBOOLEAN)
        ez_read_tell_type(r, index, ez_type_words(prop->type));
    else
        *(bool *)into = lua_toboolean(r->L, index);
}

static void read_text_prop(EzReading *r, const EzProp *prop, int index, void *into)
{
    (void)prop;
    *(const EzText **)into = ez_read_text(r, index);
}

static void read_plain_prop(EzReading *r, const EzProp *prop, int index, void *into)
{
    (void)prop;
    *(const char **)into = ez_read_plain(r, index);
}

bool ez_read_is_id(const char *id)
{
    return strlen(id) <= 40 && g_ascii_isalnum(id[0]) &&
           strspn(id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") ==
               strlen(id);
}

static void read_id(EzReading *r, const EzProp *prop, int index, void *into)
{
    (void)prop;
    const char *id = ez_read_plain(r, index);
    if (id != NULL && !ez_read_is_id(id))
        ez_diag_report(r->load->diags, EZ_BAD_ID, r->place,
                       "letters, digits, - and _, at most 40 of them", "thing", r->thing,
                       "value", id, NULL);
    else
        *(const char **)into = id;
}

static void read_length(EzReading *r, const EzProp *prop, int index, void *into)
{
    EzLength length = {0, EZ_MM};
    if (lua_type(r->L, index) == LUA_TNUMBER)
        length.value = lua_tonumber(r->L, index);
    else if (lua_type(r->L, index) != LUA_TSTRING ||
             !ez_length_parse(lua_tostring(r->L, index), &length)) {
        ez_read_tell_type(r, index, ez_type_words(prop->type));
        return;
    }
    if (check_range(r, prop, length.value))
        *(EzLength *)into = length;
}

static void read_choice(EzReading *r, const EzProp *prop, int index, void *into)
{
    const char *word = ez_read_plain(r, index);
    if (word == NULL)
        return;
    for (int i = 0; prop->options[i] != NULL; i++) {
        if (strcmp(prop->options[i], word) == 0) {
            *(int *)into = i;
            return;
        }
    }
    g_autofree char *hint = ez_diag_did_you_mean(word, prop->options);
    g_autofree char *list = g_strjoinv(", ", (char **)prop->options);
    g_autofree char *all = g_strdup_printf("one of: %s", list);
    ez_diag_report(r->load->diags, EZ_NOT_ONE_OF, r->place, hint != NULL ? hint : all, "thing",
                   r->thing, "field", r->word, "value", word, NULL);
}

// ---- small tables ----------------------------------------------------------------------

// Exactly `count` numbers; false after a mistake.
static bool read_numbers(EzReading *r, const EzProp *prop, int index, double *out, int count)
{
    bool good = lua_type(r->L, index) == LUA_TTABLE && (int)lua_rawlen(r->L, index) == count;
    for (int i = 0; good && i < count; i++) {
        good = lua_rawgeti(r->L, index, i + 1) == LUA_TNUMBER;
        out[i] = lua_tonumber(r->L, -1);
        lua_pop(r->L, 1);
        if (good && !check_range(r, prop, out[i]))
            return false;
    }
    if (!good)
        ez_read_tell_type(r, index, ez_type_words(prop->type));
    return good;
}

static void read_pair(EzReading *r, const EzProp *prop, int index, void *into)
{
    double n[2];
    if (!read_numbers(r, prop, index, n, 2))
        return;
    if (prop->type == EZ_TYPE_RANGE && n[0] < n[1])
        tell_range(r, "the largest size first", n[0]);
    else
        *(EzPair *)into = (EzPair){n[0], n[1], true};
}

static void read_bounds(EzReading *r, const EzProp *prop, int index, void *into)
{
    double n[2];
    if (!read_numbers(r, prop, index, n, 2))
        return;
    if (n[0] != floor(n[0]) || n[1] != floor(n[1]))
        tell_range(r, "whole numbers", n[0] != floor(n[0]) ? n[0] : n[1]);
    else if (n[0] > n[1])
        tell_range(r, "the smaller number first", n[0]);
    else
        *(EzBounds *)into = (EzBounds){(int)n[0], (int)n[1]};
}

static void read_inks(EzReading *r, const EzProp *prop, int index, void *into)
{
    double n[4];
    if (read_numbers(r, prop, index, n, 4))
        *(EzInks *)into = (EzInks){n[0] / 100, n[1] / 100, n[2] / 100, n[3] / 100, true};
}

static void read_sides(EzReading *r, const EzProp *prop, int index, void *into)
{
    double n[4];
    if (lua_type(r->L, index) == LUA_TNUMBER) {
        double all = lua_tonumber(r->L, index);
        if (check_range(r, prop, all))
            *(EzSides *)into = (EzSides){all, all, all, all};
    } else if (read_numbers(r, prop, index, n, 4)) {
        *(EzSides *)into = (EzSides){n[0], n[1], n[2], n[3]};
    }
}

static void read_hang(EzReading *r, const EzProp *prop, int index, void *into)
{
    if (lua_type(r->L, index) != LUA_TTABLE) {
        ez_read_tell_type(r, index, ez_type_words(prop->type));
        return;
    }
    bool good = lua_rawgeti(r->L, index, 1) == LUA_TSTRING;
    good = lua_rawgeti(r->L, index, 2) == LUA_TNUMBER && good;
    double distance = lua_tonumber(r->L, -1);
    const char *name = good ? ez_arena_intern(r->arena, lua_tostring(r->L, -2)) : NULL;
    lua_pop(r->L, 2);
    if (!good)
        ez_read_tell_type(r, index, ez_type_words(prop->type));
    else if (check_range(r, prop, distance))
        *(EzHang *)into = (EzHang){name, distance};
}

static void read_size(EzReading *r, const EzProp *prop, int index, void *into)
{
    static const EzProp side = {"size", EZ_TYPE_SIZE, 0, true, NULL, 10, 2000, NULL};
    double n[2];
    if (lua_type(r->L, index) == LUA_TSTRING) {
        const char *name = lua_tostring(r->L, index);
        if (ez_size_named(name, into))
            return;
        g_autofree char *hint = ez_diag_did_you_mean(name, ez_size_names);
        ez_diag_report(r->load->diags, EZ_NOT_ONE_OF, r->place,
                       hint != NULL ? hint : "a2 to a8, or { width, height } in mm", "thing",
                       r->thing, "field", prop->name, "value", name, NULL);
    } else if (read_numbers(r, &side, index, n, 2)) {
        *(EzSize *)into = (EzSize){n[0], n[1]};
    }
}

static void read_names(EzReading *r, const EzProp *prop, int index, void *into)
{
    (void)prop;
    int count = ez_read_list(r, index), kept = 0;
    if (count < 0)
        return;
    const char **names = ez_arena_array(r->arena, const char *, count + 1);
    EzPlace whole = r->place;
    EzOrigin list = r->child;
    for (int i = 0; i < count; i++) {
        r->place = ez_origin_known(list) ? ez_origin_item(list, i + 1) : whole;
        lua_rawgeti(r->L, index, i + 1);
        const char *name = ez_read_plain(r, lua_gettop(r->L));
        lua_pop(r->L, 1);
        if (name != NULL)
            names[kept++] = name;
    }
    r->place = whole;
    *(EzNames *)into = (EzNames){names, kept};
}

// How many items a list may have.
static bool check_count(EzReading *r, const EzProp *prop, int count)
{
    if (in_range(prop, count))
        return true;
    const char *items = prop->type == EZ_TYPE_TEXTS ? "texts" : "numbers";
    g_autofree char *expected =
        prop->min == prop->max
            ? g_strdup_printf("%d %s", (int)prop->min, items)
            : g_strdup_printf("%d to %d %s", (int)prop->min, (int)prop->max, items);
    tell_range(r, expected, count);
    return false;
}

static void read_texts(EzReading *r, const EzProp *prop, int index, void *into)
{
    int count = ez_read_list(r, index), kept = 0;
    if (count < 0 || !check_count(r, prop, count))
        return;
    const EzText **texts = ez_arena_array(r->arena, const EzText *, count);
    EzPlace whole = r->place;
    EzOrigin list = r->child;
    for (int i = 0; i < count; i++) {
        r->place = ez_origin_known(list) ? ez_origin_item(list, i + 1) : whole;
        r->child = ez_origin_child_item(list, i + 1);
        lua_rawgeti(r->L, index, i + 1);
        const EzText *text = ez_read_text(r, lua_gettop(r->L));
        lua_pop(r->L, 1);
        if (text != NULL)
            texts[kept++] = text;
    }
    r->place = whole;
    r->child = list;
    *(EzTexts *)into = (EzTexts){texts, kept};
}

// How many numbers a list may have is what its prop allows.
static bool read_number_list(EzReading *r, const EzProp *prop, int index, EzNumbers *out)
{
    int count = ez_read_list(r, index);
    if (count < 0 || !check_count(r, prop, count))
        return false;
    ez_host_charge(r->L, count);
    double *numbers = ez_arena_array(r->arena, double, count);
    EzReading inner = *r;
    bool good = true;
    for (int i = 0; i < count; i++) {
        inner.place = ez_origin_known(r->child) ? ez_origin_item(r->child, i + 1) : r->place;
        bool number = lua_rawgeti(r->L, index, i + 1) == LUA_TNUMBER;
        numbers[i] = lua_tonumber(r->L, -1);
        if (!number)
            ez_read_tell_type(&inner, lua_gettop(r->L), "a number");
        good = number && ez_read_finite(&inner, numbers[i]) && good;
        lua_pop(r->L, 1);
    }
    *out = (EzNumbers){numbers, count, true};
    return good;
}

static void read_number_list_prop(EzReading *r, const EzProp *prop, int index, void *into)
{
    EzNumbers numbers;
    if (read_number_list(r, prop, index, &numbers))
        *(EzNumbers *)into = numbers;
}

static void read_number_lists(EzReading *r, const EzProp *prop, int index, void *into)
{
    int count = ez_read_list(r, index);
    if (count < 0 || !check_count(r, prop, count))
        return;
    EzNumbers *lists = ez_arena_array(r->arena, EzNumbers, count);
    EzReading inner = *r;
    bool good = true;
    for (int i = 0; i < count; i++) {
        inner.place = ez_origin_known(r->child) ? ez_origin_item(r->child, i + 1) : r->place;
        inner.child = ez_origin_child_item(r->child, i + 1);
        lua_rawgeti(r->L, index, i + 1);
        ez_lua_unview(r->L, -1);
        good = read_number_list(&inner, prop, lua_gettop(r->L), &lists[i]) && good;
        lua_pop(r->L, 1);
    }
    if (good)
        *(EzNumberLists *)into = (EzNumberLists){lists, count, true};
}

static void read_action(EzReading *r, const EzProp *prop, int index, void *into)
{
    if (lua_type(r->L, index) != LUA_TFUNCTION || lua_iscfunction(r->L, index)) {
        ez_read_tell_type(r, index, ez_type_words(prop->type));
        return;
    }
    lua_pushvalue(r->L, index);
    *(int *)into = luaL_ref(r->L, LUA_REGISTRYINDEX);
}

typedef void (*ReadValue)(EzReading *r, const EzProp *prop, int index, void *into);

static const ReadValue readers[] = {
    [EZ_TYPE_TEXT] = read_text_prop,
    [EZ_TYPE_PLAIN] = read_plain_prop,
    [EZ_TYPE_NAME] = read_plain_prop,
    [EZ_TYPE_ID] = read_id,
    [EZ_TYPE_COLOUR] = read_plain_prop,
    [EZ_TYPE_NUMBER] = read_number,
    [EZ_TYPE_WHOLE] = read_whole,
    [EZ_TYPE_FLAG] = read_flag,
    [EZ_TYPE_LENGTH] = read_length,
    [EZ_TYPE_CHOICE] = read_choice,
    [EZ_TYPE_NAMES] = read_names,
    [EZ_TYPE_SERIES] = read_number_list_prop,
    [EZ_TYPE_MATRIX] = read_number_lists,
    [EZ_TYPE_POINT] = read_pair,
    [EZ_TYPE_RANGE] = read_pair,
    [EZ_TYPE_DASH] = read_pair,
    [EZ_TYPE_HANG] = read_hang,
    [EZ_TYPE_SIDES] = read_sides,
    [EZ_TYPE_SIZE] = read_size,
    [EZ_TYPE_CMYK] = read_inks,
    [EZ_TYPE_ACTION] = read_action,
    [EZ_TYPE_TEXTS] = read_texts,
    [EZ_TYPE_DRAW] = read_action,
    [EZ_TYPE_SIDE] = NULL,
    [EZ_TYPE_BOUNDS] = read_bounds,
    [EZ_TYPE_RUN] = read_action,
    [EZ_TYPE_VALUE] = NULL,
    [EZ_TYPE_OTHER] = NULL,
};

// Words that people try, and what is meant here.
static const char *const synonyms[][2] = {
    {"color", "colour"},       {"background", "colour"}, {"titel", "title"},
    {"naam", "name"},          {"fontsize", "size"},     {"font_size", "size"},
    {"lineheight", "leading"}, {"w", "width"},           {"h", "height"},
    {"margin", "padding"},     {"border", "stroke"},     {"letterspacing", "tracking"},
};

static const char *synonym_of(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(synonyms); i++)
        if (strcmp(synonyms[i][0], name) == 0)
            return synonyms[i][1];
    return NULL;
}

bool ez_read_is_misspelled(EzReading *r, int index, const char *const *names, const char *name)
{
    bool found = false;
    for (lua_pushnil(r->L); lua_next(r->L, index) != 0; lua_pop(r->L, 1)) {
        const char *key = lua_type(r->L, -2) == LUA_TSTRING ? lua_tostring(r->L, -2) : NULL;
        if (key == NULL || g_strv_contains(names, key) || !g_utf8_validate(key, -1, NULL))
            continue;
        g_autofree char *plain = ez_check_lookalike(key);
        found = found || g_strcmp0(plain, name) == 0 || g_strcmp0(synonym_of(key), name) == 0 ||
                g_strcmp0(ez_nearest(key, names), name) == 0;
    }
    return found;
}

// ---- records ------------------------------------------------------------------------------

static void tell_absent(EzReading *r, int index, const EzRecord *record, const char *name)
{
    const char **names = ez_record_names(record);
    if (!ez_read_is_misspelled(r, index, names, name))
        ez_diag_report(r->load->diags, EZ_MISSING_FIELD, ez_origin_place(r->origin), NULL,
                       "thing", r->thing, "field", name, NULL);
    g_free(names);
}

// The names that a table has, which own them. Most give a few of the many that they may: asking Lua for each of these takes longer.
typedef struct Given {
    const char *names[24];
    size_t count;
    bool more; // than there is room for
} Given;

static Given names_given(lua_State *L, int index)
{
    Given given = {.count = 0};
    for (lua_pushnil(L); lua_next(L, index) != 0; lua_pop(L, 1)) {
        if (lua_type(L, -2) != LUA_TSTRING)
            continue;
        given.more = given.count == G_N_ELEMENTS(given.names);
        if (given.more) {
            lua_pop(L, 2);
            break;
        }
        given.names[given.count++] = lua_tostring(L, -2);
    }
    return given;
}

static bool may_be_given(const Given *given, const char *name)
{
    for (size_t i = 0; i < given->count; i++)
        if (given->names[i][0] == name[0] && strcmp(given->names[i], name) == 0)
            return true;
    return given->more;
}

static void read_prop(EzReading *r, int index, const EzProp *prop, void *into)
{
    r->word = prop->name;
    r->place = ez_origin_value(r->origin, prop->name);
    r->child = ez_origin_child(r->origin, prop->name);
    readers[prop->type](r, prop, index, (char *)into + prop->offset);
}

// Reads the prop when the table at `index` has it.
static void seek_prop(EzReading *r, int index, const EzRecord *record, const EzProp *prop,
                      const Given *given, void *into)
{
    bool found = false;
    if (may_be_given(given, prop->name)) {
        lua_pushstring(r->L, prop->name);
        found = lua_rawget(r->L, index) != LUA_TNIL;
        ez_lua_unview(r->L, -1);
        if (found && readers[prop->type] != NULL)
            read_prop(r, lua_gettop(r->L), prop, into);
        lua_pop(r->L, 1);
    }
    if (!found && prop->required && !r->inherits)
        tell_absent(r, index, record, prop->name);
}

void ez_read_record(EzReading *r, int index, const EzRecord *record, void *into)
{
    index = lua_absindex(r->L, index);
    Given given = names_given(r->L, index);
    for (const EzProp *const *group = record->groups; *group != NULL; group++)
        for (const EzProp *prop = *group; prop->name != NULL; prop++)
            seek_prop(r, index, record, prop, &given, into);
}

char *ez_read_hint(const EzRecord *record, const char *const *more, const char *name)
{
    const char *synonym = synonym_of(name);
    if (synonym != NULL && ez_record_prop(record, synonym) != NULL)
        return g_strdup_printf("did you mean \"%s\"?", synonym);
    const char **own = ez_record_names(record);
    GPtrArray *names = g_ptr_array_new();
    for (int i = 0; own[i] != NULL; i++)
        g_ptr_array_add(names, (char *)own[i]);
    for (int i = 0; more != NULL && more[i] != NULL; i++)
        g_ptr_array_add(names, (char *)more[i]);
    g_ptr_array_add(names, NULL);
    char *hint = ez_diag_did_you_mean(name, (const char *const *)names->pdata);
    g_ptr_array_unref(names);
    g_free(own);
    return hint;
}

static void tell_unknown(EzReading *r, const EzRecord *record, const char *const *more,
                         const char *name)
{
    EzPlace place = ez_origin_field(r->origin, name);
    g_autofree char *plain = ez_check_lookalike(name);
    if (plain != NULL) {
        ez_diag_report(r->load->diags, EZ_LOOKALIKE, place, "type the word again", "field",
                       name, "other", plain, NULL);
        return;
    }
    g_autofree char *hint = ez_read_hint(record, more, name);
    ez_diag_report(r->load->diags, EZ_UNKNOWN_FIELD, place, hint, "thing", r->thing, "field",
                   name, NULL);
}

void ez_read_unknown(EzReading *r, int index, const EzRecord *record, const char *const *more)
{
    index = lua_absindex(r->L, index);
    for (lua_pushnil(r->L); lua_next(r->L, index) != 0; lua_pop(r->L, 1)) {
        if (lua_type(r->L, -2) != LUA_TSTRING)
            continue;
        const char *name = lua_tostring(r->L, -2);
        if (ez_record_prop(record, name) == NULL &&
            (more == NULL || !g_strv_contains(more, name)))
            tell_unknown(r, record, more, name);
    }
}

// How many values of the table have no name; the first of the items among them in `first`, 0 when they are none.
static int count_strays(lua_State *L, int index, lua_Integer *first)
{
    int count = 0;
    *first = 0;
    for (lua_pushnil(L); lua_next(L, index) != 0; lua_pop(L, 1)) {
        count += lua_type(L, -2) != LUA_TSTRING;
        lua_Integer item = lua_isinteger(L, -2) ? lua_tointeger(L, -2) : 0;
        if (item > 0 && (*first == 0 || item < *first))
            *first = item;
    }
    return count;
}

void ez_read_strays(EzReading *r, int index)
{
    lua_Integer first;
    if (count_strays(r->L, lua_absindex(r->L, index), &first) == 0)
        return;
    int item = (int)MIN(first, G_MAXINT);
    EzPlace place = ez_origin_shows_item(r->origin, item) ? ez_origin_item(r->origin, item)
                                                          : ez_origin_place(r->origin);
    ez_diag_report(r->load->diags, EZ_UNKNOWN_NODE, place,
                   "what stands there has a name: title = …", "parent", r->thing, "found",
                   "a value without a name", NULL);
}
