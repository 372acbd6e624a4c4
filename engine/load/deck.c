// SPDX-License-Identifier: EUPL-1.2
// kit/decks/NAME.lua.
#include "engine/load/part.h"

#include "engine/load/csvcards.h"
#include "engine/load/fields.h"
#include "engine/load/marks.h"

static void read_card(EzReading *r, int index, EzDeck *deck, EzCard *card)
{
    EzMark mark = ez_mark_of(r->L, index);
    if (mark.kind != EZ_MARK_CARD) {
        ez_read_tell_type(r, index, "card { … }");
        return;
    }
    EzReading inner = *r;
    inner.origin = mark.origin;
    *card =
        (EzCard){.deck = deck, .origin = mark.origin, .place = ez_origin_place(mark.origin)};
    ez_fields_read_card(&inner, index, card);
    if (card->id != NULL && card->title != NULL)
        deck->n_cards++;
    else
        ez_load_mark_broken(r->load, card->id);
}

static void read_card_list(EzReading *r, int index, EzDeck *deck)
{
    int count = ez_read_list(r, index);
    EzOrigin list = r->child;
    deck->cards = ez_arena_array(r->arena, EzCard, MAX(count, 0));
    for (int i = 0; i < count; i++) {
        lua_rawgeti(r->L, index, i + 1);
        r->word = ez_arena_printf(r->arena, "cards[%d]", i + 1);
        r->place =
            ez_origin_known(list) ? ez_origin_item(list, i + 1) : ez_origin_place(r->origin);
        read_card(r, lua_gettop(r->L), deck, &deck->cards[deck->n_cards]);
        lua_pop(r->L, 1);
    }
}

static void read_card_file(EzReading *r, int index, EzDeck *deck, const EzLoadedFile *file)
{
    lua_rawgeti(r->L, index, 1);
    const char *name = ez_read_plain(r, lua_gettop(r->L));
    lua_pop(r->L, 1);
    if (name == NULL)
        return;
    g_autofree char *folder = g_path_get_dirname(file->path);
    ez_csvcards_read(r, deck, ez_arena_printf(r->arena, "%s/%s", folder, name));
}

static void read_cards(EzReading *r, int result, EzDeck *deck, const EzLoadedFile *file)
{
    lua_pushliteral(r->L, "cards");
    int type = lua_rawget(r->L, result), index = lua_gettop(r->L);
    int errors = ez_diags_errors(r->load->diags);
    r->word = "cards";
    r->place = ez_origin_value(r->origin, "cards");
    r->child = ez_origin_child(r->origin, "cards");
    if (ez_mark_of(r->L, index).kind == EZ_MARK_CSV)
        read_card_file(r, index, deck, file);
    else if (type != LUA_TNIL)
        read_card_list(r, index, deck);
    if (type != LUA_TNIL && deck->n_cards == 0 && ez_diags_errors(r->load->diags) == errors)
        ez_diag_report(r->load->diags, EZ_NO_CARDS, ez_origin_value(r->origin, "cards"), NULL,
                       "deck", deck->id, NULL);
    lua_pop(r->L, 1);
}

static void mark_broken_deck(EzLoad *load, const EzDeck *deck)
{
    ez_load_mark_broken(load, deck->id);
    ez_load_mark_broken(load, deck->code);
    for (int i = 0; i < deck->n_cards; i++)
        ez_load_mark_broken(load, deck->cards[i].id);
}

void ez_part_deck(EzLoad *load, lua_State *L, int result, const EzLoadedFile *file, void *data)
{
    EzReading r;
    if (!ez_part_begin(load, L, result, file, EZ_MARK_DECK, &r))
        return;
    EzDeck *deck = ez_arena_make(load->arena, EzDeck);
    *deck =
        (EzDeck){.name = data, .id = data, .code = data, .bleed = 3, .safe = 4, .copies = 1};
    deck->origin = r.origin;
    ez_part_fields(&r, result, &ez_deck_record, deck);
    lua_pushliteral(L, "fields");
    r.word = "fields";
    r.place = ez_origin_value(r.origin, "fields");
    if (lua_rawget(L, result) != LUA_TNIL)
        ez_fields_read(&r, lua_gettop(L), deck);
    lua_pop(L, 1);
    read_cards(&r, result, deck, file);
    if (deck->title != NULL && deck->size.width > 0)
        load->kit->decks[load->kit->n_decks++] = deck;
    else
        mark_broken_deck(load, deck);
}
