// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/checks.h"

#include <string.h>

// ---- ids ------------------------------------------------------------------------------

typedef struct Ids {
    EzLoad *load;
    GHashTable *places; // id in lower case -> "file:line"
} Ids;

static char *place_words(EzPlace place)
{
    return g_strdup_printf("%s:%d", place.source != NULL ? place.source->name : "?",
                           place.line);
}

static void claim(Ids *ids, const char *id, EzPlace place)
{
    char *key = g_ascii_strdown(id, -1);
    const char *first = g_hash_table_lookup(ids->places, key);
    if (first == NULL) {
        g_hash_table_insert(ids->places, key, place_words(place));
        return;
    }
    ez_diag_report(ids->load->diags, EZ_DUPLICATE_ID, place, NULL, "id", id, "first", first,
                   NULL);
    g_free(key);
}

// A slug and a code of one thing may be the same word.
static void claim_names(Ids *ids, const char *id, const char *code, EzOrigin origin)
{
    claim(ids, id, ez_origin_value(origin, "id"));
    if (g_ascii_strcasecmp(id, code) != 0)
        claim(ids, code, ez_origin_value(origin, "code"));
}

void ez_check_ids(EzLoad *load)
{
    Ids ids = {load, g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free)};
    for (int d = 0; d < load->kit->n_decks; d++) {
        const EzDeck *deck = load->kit->decks[d];
        claim_names(&ids, deck->id, deck->code, deck->origin);
        for (int c = 0; c < deck->n_cards; c++) {
            const EzCard *card = &deck->cards[c];
            EzPlace place = ez_origin_known(card->origin) ? ez_origin_value(card->origin, "id")
                                                          : card->place;
            claim(&ids, card->id, place);
        }
    }
    for (int i = 0; i < load->kit->n_worksheets; i++) {
        const EzWorksheet *sheet = load->kit->worksheets[i];
        claim_names(&ids, sheet->id, sheet->code, sheet->origin);
    }
    for (int i = 0; i < load->kit->n_exercises; i++) {
        const EzExercise *exercise = load->kit->exercises[i];
        claim_names(&ids, exercise->id, exercise->code, exercise->origin);
    }
    for (int i = 0; i < load->kit->n_materials; i++)
        claim(&ids, load->kit->materials[i].key, load->kit->materials[i].place);
    g_hash_table_unref(ids.places);
}

// ---- references -------------------------------------------------------------------------

typedef struct Lookup {
    EzLoad *load;
    const EzCard *from;
    const EzDeck *deck; // that the field names
    GHashTable *cards;  // of that deck: id in lower case -> EzCard
} Lookup;

static char *nearest_card(const EzLoad *load, const EzDeck *deck, const char *id)
{
    if (ez_diags_full(load->diags))
        return NULL;
    const char **ids = g_new0(const char *, deck->n_cards + 1);
    for (int i = 0; i < deck->n_cards; i++)
        ids[i] = deck->cards[i].id;
    char *hint = ez_diag_did_you_mean(id, ids);
    g_free(ids);
    return hint;
}

static GHashTable *cards_of(const EzDeck *deck)
{
    GHashTable *cards = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int i = deck->n_cards - 1; i >= 0; i--) // of two with one id the first counts
        g_hash_table_insert(cards, g_ascii_strdown(deck->cards[i].id, -1), &deck->cards[i]);
    return cards;
}

static void resolve(Lookup *l, const EzCardField *field, EzValue *value)
{
    const char *id = value->plain;
    g_autofree char *key = g_ascii_strdown(id, -1);
    value->card = g_hash_table_lookup(l->cards, key);
    value->given = value->card != NULL;
    if (value->given || ez_load_is_broken(l->load, id))
        return;
    g_autofree char *hint = nearest_card(l->load, l->deck, id);
    g_autofree char *thing = g_strdup_printf("card \"%s\"", l->from->id);
    g_autofree char *target = g_strdup_printf("card in deck \"%s\"", l->deck->id);
    ez_diag_report(l->load->diags, EZ_UNRESOLVED, value->place, hint, "thing", thing, "field",
                   field->name, "value", id, "target", target, NULL);
}

static void resolve_card(Lookup *lookup, EzCard *card, int index)
{
    const EzCardField *field = &card->deck->fields[index];
    EzValue *value = (EzValue *)&card->values[index];
    lookup->from = card;
    if (!value->given)
        return;
    if (field->kind == EZ_FIELD_REF) {
        resolve(lookup, field, value);
        return;
    }
    for (int i = 0; i < value->count; i++)
        if (value->items[i].given)
            resolve(lookup, field, (EzValue *)&value->items[i]);
}

static void drop_values(const EzDeck *deck, int index)
{
    for (int c = 0; c < deck->n_cards; c++)
        ((EzValue *)&deck->cards[c].values[index])->given = false;
}

static void tell_no_deck(EzLoad *load, const EzDeck *deck, const EzCardField *field)
{
    const char **ids = g_new0(const char *, load->kit->n_decks + 1);
    for (int i = 0; i < load->kit->n_decks; i++)
        ids[i] = load->kit->decks[i]->id;
    g_autofree char *hint = ez_diag_did_you_mean(field->target, ids);
    g_free(ids);
    g_autofree char *thing = g_strdup_printf("deck \"%s\"", deck->id);
    ez_diag_report(load->diags, EZ_UNRESOLVED, field->place, hint, "thing", thing, "field",
                   field->name, "value", field->target, "target", "deck", NULL);
}

static void resolve_field(EzLoad *load, const EzDeck *deck, int index)
{
    const EzCardField *field = &deck->fields[index];
    if (field->kind != EZ_FIELD_REF && field->kind != EZ_FIELD_REFS)
        return;
    const EzDeck *target = field->target != NULL ? ez_kit_deck(load->kit, field->target) : NULL;
    if (target == NULL) {
        if (field->target != NULL && !ez_load_is_broken(load, field->target))
            tell_no_deck(load, deck, field);
        drop_values(deck, index);
        return;
    }
    Lookup lookup = {load, NULL, target, cards_of(target)};
    for (int c = 0; c < deck->n_cards; c++)
        resolve_card(&lookup, &deck->cards[c], index);
    g_hash_table_unref(lookup.cards);
}

static void check_colour(EzLoad *load, const EzDeck *deck, int index)
{
    EzColour colour;
    for (int c = 0; c < deck->n_cards; c++) {
        const EzValue *value = &deck->cards[c].values[index];
        if (!value->given || ez_theme_colour(load->kit->theme, value->plain, &colour))
            continue;
        g_autofree char *hint = ez_theme_colour_hint(load->kit->theme, value->plain);
        g_autofree char *thing = g_strdup_printf("card \"%s\"", deck->cards[c].id);
        ez_diag_report(load->diags, EZ_BAD_COLOUR, value->place, hint, "thing", thing, "field",
                       deck->fields[index].name, "value", value->plain, NULL);
    }
}

void ez_check_references(EzLoad *load)
{
    for (int d = 0; d < load->kit->n_decks; d++) {
        const EzDeck *deck = load->kit->decks[d];
        for (int i = 0; i < deck->n_fields; i++) {
            resolve_field(load, deck, i);
            if (deck->fields[i].kind == EZ_FIELD_COLOUR && load->kit->theme != NULL)
                check_colour(load, deck, i);
        }
    }
}

// ---- files that nothing uses ---------------------------------------------------------------

void ez_check_unused_files(EzLoad *load)
{
    static const char *const folders[] = {"kit", "kit/decks", "kit/faces", "kit/worksheets"};
    if (ez_diags_errors(load->diags) > 0)
        return; // what a broken file would have named is not known
    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
        g_auto(GStrv) names = ez_root_list(load->root, folders[i]);
        for (char **name = names; *name != NULL; name++) {
            g_autofree char *path = g_strdup_printf("%s/%s", folders[i], *name);
            bool ours = g_str_has_suffix(path, ".lua") || g_str_has_suffix(path, ".csv");
            if (ours && !g_hash_table_contains(load->by_path, path))
                ez_diag_report(load->diags, EZ_UNUSED_FILE, ez_load_unread(load, path), NULL,
                               "file", path, NULL);
        }
    }
}
