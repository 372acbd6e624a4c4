// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/push.h"

#include "engine/load/fields.h"
#include "engine/load/marks.h"

#include <lauxlib.h>
#include <string.h>

static const char CARD[] = "card";

static const EzKit *kit_of(lua_State *L)
{
    return ((EzLoad *)ez_host_user(L))->kit;
}

void ez_push_text(lua_State *L, const EzText *text)
{
    if (text == NULL) {
        lua_pushnil(L);
        return;
    }
    lua_createtable(L, 0, text->n_languages);
    for (int i = 0; i < text->n_languages; i++) {
        lua_pushstring(L, text->strings[i]);
        lua_setfield(L, -2, kit_of(L)->languages.names[i]);
    }
    ez_mark_text(L, -1, text);
}

// [-0, +1] A whole number as one: 5 is printed as "5", not as "5.0".
static void push_number(lua_State *L, double number)
{
    lua_Integer whole;
    if (lua_numbertointeger(number, &whole) && (double)whole == number)
        lua_pushinteger(L, whole);
    else
        lua_pushnumber(L, number);
}

static void push_value(lua_State *L, const EzCardField *field, const EzValue *value);

// [-0, +1] A list of the values, each read as `item` says.
static void push_list(lua_State *L, const EzCardField *item, const EzValue *value)
{
    lua_createtable(L, value->count, 0);
    for (int i = 0; i < value->count; i++) {
        push_value(L, item, &value->items[i]);
        lua_rawseti(L, -2, i + 1);
    }
}

// [-0, +1]
static void push_group(lua_State *L, const EzCardField *field, const EzValue *value)
{
    lua_createtable(L, 0, value->count);
    for (int i = 0; i < value->count; i++) {
        push_value(L, &field->members[i], &value->items[i]);
        lua_setfield(L, -2, field->members[i].name);
    }
}

// [-0, +1] nil for a value that was not given.
static void push_value(lua_State *L, const EzCardField *field, const EzValue *value)
{
    static const EzCardField reference = {.kind = EZ_FIELD_REF};
    luaL_checkstack(L, 8, "a value nested too deep");
    if (!value->given) {
        lua_pushnil(L);
        return;
    }
    switch (field->kind) {
    case EZ_FIELD_TEXT:
        ez_push_text(L, value->text);
        break;
    case EZ_FIELD_NUMBER:
        push_number(L, value->number);
        break;
    case EZ_FIELD_REF:
        ez_push_card(L, value->card);
        break;
    case EZ_FIELD_REFS:
        push_list(L, &reference, value);
        break;
    case EZ_FIELD_LIST:
        push_list(L, field->members, value);
        break;
    case EZ_FIELD_GROUP:
        push_group(L, field, value);
        break;
    default:
        lua_pushstring(L, value->plain);
    }
}

static const EzCard *card_at(lua_State *L)
{
    return *(const EzCard *const *)luaL_checkudata(L, 1, CARD);
}

static int raise_unknown(lua_State *L, const EzDeck *deck, const char *name)
{
    lua_pushfstring(L, "a card of deck \"%s\"", deck->id);
    ez_load_prepare(L, EZ_UNKNOWN_FIELD, name,
                    ez_read_hint(&ez_card_record, deck->field_names, name), "thing",
                    lua_tostring(L, -1), "field", name, NULL);
    return ez_load_raise(L);
}

// card.name: [-2, +1]
static int card_index(lua_State *L)
{
    const EzCard *card = card_at(L);
    const char *name = luaL_checkstring(L, 2);
    int field = ez_deck_field(card->deck, name);
    if (field >= 0)
        push_value(L, &card->deck->fields[field], &card->values[field]);
    else if (strcmp(name, "id") == 0)
        lua_pushstring(L, card->id);
    else if (strcmp(name, "title") == 0)
        ez_push_text(L, card->title);
    else if (strcmp(name, "copies") == 0)
        lua_pushinteger(L, card->copies);
    else
        return raise_unknown(L, card->deck, name);
    return 1;
}

static int card_newindex(lua_State *L)
{
    lua_pushfstring(L, "card \"%s\"", card_at(L)->id);
    ez_load_prepare(L, EZ_READ_ONLY, lua_tostring(L, 2), NULL, "thing", lua_tostring(L, -1),
                    NULL);
    return ez_load_raise(L);
}

// Two handles of one card are equal.
static int card_eq(lua_State *L)
{
    const EzCard *const *a = luaL_testudata(L, 1, CARD), *const *b = luaL_testudata(L, 2, CARD);
    lua_pushboolean(L, a != NULL && b != NULL && *a == *b);
    return 1;
}

void ez_push_open(lua_State *L)
{
    static const luaL_Reg methods[] = {{"__index", card_index},
                                       {"__newindex", card_newindex},
                                       {"__eq", card_eq},
                                       {NULL, NULL}};
    luaL_newmetatable(L, CARD);
    luaL_setfuncs(L, methods, 0);
    lua_pop(L, 1);
}

void ez_push_card(lua_State *L, const EzCard *card)
{
    if (card == NULL) {
        lua_pushnil(L);
        return;
    }
    const EzCard **handle = lua_newuserdatauv(L, sizeof *handle, 0);
    *handle = card;
    luaL_setmetatable(L, CARD);
}

// [-0, +0] t[name] = text, of the table on top.
static void set_text(lua_State *L, const char *name, const EzText *text)
{
    ez_push_text(L, text);
    lua_setfield(L, -2, name);
}

static void set_string(lua_State *L, const char *name, const char *string)
{
    lua_pushstring(L, string);
    lua_setfield(L, -2, name);
}

static void set_number(lua_State *L, const char *name, double number)
{
    push_number(L, number);
    lua_setfield(L, -2, name);
}

// [-0, +1]
static void push_kit(lua_State *L, const EzKit *kit)
{
    lua_createtable(L, 0, 5);
    set_string(L, "id", kit->id);
    set_string(L, "version", kit->version);
    set_string(L, "licence", kit->licence);
    set_text(L, "title", kit->title);
    set_text(L, "subtitle", kit->subtitle);
}

// [-0, +1]
static void push_deck(lua_State *L, const EzDeck *deck)
{
    lua_createtable(L, 0, 6);
    set_string(L, "id", deck->id);
    set_string(L, "code", deck->code);
    set_text(L, "title", deck->title);
    set_number(L, "width", deck->size.width);
    set_number(L, "height", deck->size.height);
    set_number(L, "bleed", deck->bleed);
}

void ez_push_context(lua_State *L, const EzCard *card, const char *edition)
{
    lua_createtable(L, 0, 5);
    push_kit(L, kit_of(L));
    lua_setfield(L, -2, "kit");
    push_deck(L, card->deck);
    lua_setfield(L, -2, "deck");
    lua_pushinteger(L, card - card->deck->cards + 1);
    lua_setfield(L, -2, "number");
    lua_pushinteger(L, card->deck->n_cards);
    lua_setfield(L, -2, "count");
    set_string(L, "edition", edition);
}
