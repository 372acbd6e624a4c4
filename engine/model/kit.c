// SPDX-License-Identifier: EUPL-1.2
#include "engine/model/kit.h"

#include <string.h>

const char *const ez_orientation_words[] = {"portrait", "landscape", NULL};
const char *const ez_side_words[] = {"front", "back", NULL};

#define AT(member) offsetof(EzKit, member)
static const EzProp kit_props[] = {
    {"id", EZ_TYPE_ID, AT(id), true, NULL, 0, 0, "Begins the name of each printed file."},
    {"version", EZ_TYPE_PLAIN, AT(version), false, NULL, 0, 0, "Of the kit: \"1.0.0\"."},
    {"languages", EZ_TYPE_NAMES, AT(languages), true, NULL, 0, 0,
     "Language codes (BCP 47); the first is the language it is written in."},
    {"title", EZ_TYPE_TEXT, AT(title), true, NULL, 0, 0, "The kit's name."},
    {"subtitle", EZ_TYPE_TEXT, AT(subtitle), false, NULL, 0, 0, "A line under the name."},
    {"licence", EZ_TYPE_PLAIN, AT(licence), false, NULL, 0, 0, "As printed: \"CC BY 4.0\"."},
    {"theme", EZ_TYPE_NAME, AT(theme_name), true, NULL, 0, 0, "kit/<theme>.lua"},
    {"decks", EZ_TYPE_NAMES, AT(deck_names), false, NULL, 0, 0, "kit/decks/<name>.lua"},
    {"worksheets", EZ_TYPE_NAMES, AT(worksheet_names), false, NULL, 0, 0,
     "kit/worksheets/<name>.lua"},
    {"exercises", EZ_TYPE_NAMES, AT(exercise_names), false, NULL, 0, 0,
     "scripts/<name>.lua, or with * all of a folder: \"organisation/*\", where finding none is "
     "fine."},
    {"materials", EZ_TYPE_OTHER, 0, false, NULL, 0, 0,
     "What exercises need on the table, each by its name: { notes = { nl = \"…\", en = \"…\" } "
     "}."},
    EZ_PROPS_END,
};
#undef AT

#define AT(member) offsetof(EzDeck, member)
static const EzProp deck_props[] = {
    {"id", EZ_TYPE_ID, AT(id), true, NULL, 0, 0, "The deck's name in commands and references."},
    {"code", EZ_TYPE_ID, AT(code), true, NULL, 0, 0, "A short name: \"N\"."},
    {"title", EZ_TYPE_TEXT, AT(title), true, NULL, 0, 0, "The deck's name for people."},
    {"size", EZ_TYPE_SIZE, AT(size), true, NULL, 0, 0,
     "Of a trimmed card: \"a6\" or { 105, 148 }."},
    {"bleed", EZ_TYPE_NUMBER, AT(bleed), false, NULL, 0, 20, "Colour past the edge, in mm."},
    {"safe", EZ_TYPE_NUMBER, AT(safe), false, NULL, 0, 50,
     "Text stays this far from the edge, in mm."},
    {"corner", EZ_TYPE_NUMBER, AT(corner), false, NULL, 0, 50,
     "Radius of the cut corners, in mm."},
    {"copies", EZ_TYPE_WHOLE, AT(copies), false, NULL, 1, 1000,
     "Of each card, unless it says so."},
    {"face", EZ_TYPE_NAME, AT(face), true, NULL, 0, 0, "kit/faces/<face>.lua"},
    {"fields", EZ_TYPE_OTHER, 0, false, NULL, 0, 0, "What a card of this deck has."},
    {"cards", EZ_TYPE_OTHER, 0, true, NULL, 0, 0, "A list of card { … }, or csv \"file.csv\"."},
    EZ_PROPS_END,
};
#undef AT

#define AT(member) offsetof(EzCard, member)
static const EzProp card_props[] = {
    {"id", EZ_TYPE_ID, AT(id), true, NULL, 0, 0, "Unique in the kit: \"N01\"."},
    {"title", EZ_TYPE_TEXT, AT(title), true, NULL, 0, 0, "The card's name."},
    {"copies", EZ_TYPE_WHOLE, AT(copies), false, NULL, 1, 1000, "How many of this card."},
    EZ_PROPS_END,
};
#undef AT

#define AT(member) offsetof(EzWorksheet, member)
static const EzProp worksheet_props[] = {
    {"id", EZ_TYPE_ID, AT(id), true, NULL, 0, 0, "The worksheet's name in commands."},
    {"code", EZ_TYPE_ID, AT(code), true, NULL, 0, 0, "A short name: \"W01\"."},
    {"title", EZ_TYPE_TEXT, AT(title), true, NULL, 0, 0, "The worksheet's name for people."},
    {"exercise", EZ_TYPE_ID, AT(exercise), false, NULL, 0, 0, "The exercise it belongs to."},
    {"colour", EZ_TYPE_COLOUR, AT(colour), false, NULL, 0, 0,
     "Of the fields and canvases that name none."},
    {"size", EZ_TYPE_SIZE, AT(size), true, NULL, 0, 0, "\"a3\" or { 420, 297 }."},
    {"orientation", EZ_TYPE_CHOICE, AT(orientation), false, ez_orientation_words, 0, 0,
     "Upright, or on its side."},
    {"bleed", EZ_TYPE_NUMBER, AT(bleed), false, NULL, 0, 20, "Colour past the edge, in mm."},
    {"safe", EZ_TYPE_NUMBER, AT(safe), false, NULL, 0, 50,
     "Text stays this far from the edge, in mm."},
    EZ_PROPS_END,
};
#undef AT

#define AT(member) offsetof(EzFace, member)
static const EzProp face_props[] = {
    {"extends", EZ_TYPE_NAME, AT(extends), false, NULL, 0, 0,
     "kit/faces/<extends>.lua: a face whose sides are taken over, and whose slots can be "
     "filled."},
    {"front", EZ_TYPE_SIDE, AT(front), false, NULL, 0, 0,
     "function(card, ctx) that gives nodes; or such functions by the name of the slot they "
     "fill."},
    {"back", EZ_TYPE_SIDE, AT(back), false, NULL, 0, 0, "The same for the other side."},
    EZ_PROPS_END,
};
#undef AT

#define GROUPS(props) ((const EzProp *const[]){props, NULL})
const EzRecord ez_kit_record = {"kit", "a kit", "Everything that belongs together.",
                                GROUPS(kit_props)};
const EzRecord ez_deck_record = {"deck", "a deck", "Cards of one size and look.",
                                 GROUPS(deck_props)};
const EzRecord ez_card_record = {
    "card", "a card", "One card; the deck says which fields it has.", GROUPS(card_props)};
const EzRecord ez_worksheet_record = {"worksheet", "a worksheet", "A large sheet to write on.",
                                      GROUPS(worksheet_props)};
const EzRecord ez_face_record = {"face", "a face", "What the two sides of a card look like.",
                                 GROUPS(face_props)};

static const EzSize sizes[] = {
    {420, 594}, {297, 420}, {210, 297}, {148, 210}, {105, 148}, {74, 105}, {52, 74},
};
const char *const ez_size_names[] = {"a2", "a3", "a4", "a5", "a6", "a7", "a8", NULL};

bool ez_size_named(const char *name, EzSize *out)
{
    for (int i = 0; ez_size_names[i] != NULL; i++) {
        if (g_ascii_strcasecmp(name, ez_size_names[i]) == 0) {
            *out = sizes[i];
            return true;
        }
    }
    return false;
}

const EzFaceSide *ez_face_side(const EzFace *face, EzSide side)
{
    return side == EZ_FRONT ? &face->front : &face->back;
}

int ez_deck_field(const EzDeck *deck, const char *name)
{
    for (int i = 0; i < deck->n_fields; i++)
        if (strcmp(deck->fields[i].name, name) == 0)
            return i;
    return -1;
}

static bool same(const char *a, const char *b)
{
    return a != NULL && g_ascii_strcasecmp(a, b) == 0;
}

const EzDeck *ez_kit_deck(const EzKit *kit, const char *id)
{
    for (int i = 0; i < kit->n_decks; i++) {
        const EzDeck *deck = kit->decks[i];
        if (same(deck->id, id) || same(deck->code, id) || same(deck->name, id))
            return deck;
    }
    return NULL;
}

const EzWorksheet *ez_kit_worksheet(const EzKit *kit, const char *id)
{
    for (int i = 0; i < kit->n_worksheets; i++) {
        const EzWorksheet *sheet = kit->worksheets[i];
        if (same(sheet->id, id) || same(sheet->code, id) || same(sheet->name, id))
            return sheet;
    }
    return NULL;
}

const EzExercise *ez_kit_exercise(const EzKit *kit, const char *id)
{
    for (int i = 0; i < kit->n_exercises; i++) {
        const EzExercise *exercise = kit->exercises[i];
        if (same(exercise->id, id) || same(exercise->code, id))
            return exercise;
    }
    return NULL;
}

const EzCard *ez_deck_card(const EzDeck *deck, const char *id)
{
    for (int i = 0; i < deck->n_cards; i++)
        if (same(deck->cards[i].id, id))
            return &deck->cards[i];
    return NULL;
}

int ez_kit_language(const EzKit *kit, const char *language)
{
    for (int i = 0; i < kit->languages.count; i++)
        if (same(kit->languages.names[i], language))
            return i;
    return -1;
}
