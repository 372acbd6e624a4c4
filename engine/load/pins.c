// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/pins.h"

#include "engine/base/json.h"
#include "engine/load/context.h"
#include "engine/load/requires.h"

#include <string.h>

// ---- values ----------------------------------------------------------------------------

static void write_text(const EzKit *kit, EzJson *json, const char *name, const EzText *text)
{
    const EzNames *languages = &kit->languages;
    if (text == NULL)
        return;
    ez_json_open_object(json, name);
    for (int i = 0; i < languages->count; i++)
        ez_json_text(json, languages->names[i], ez_text_in(text, i));
    ez_json_close(json);
}

static void write_value(const EzKit *kit, EzJson *json, const char *name,
                        const EzCardField *field, const EzValue *value);

static void write_list(const EzKit *kit, EzJson *json, const char *name,
                       const EzCardField *item, const EzValue *value)
{
    ez_json_open_list(json, name);
    for (int i = 0; i < value->count; i++)
        write_value(kit, json, NULL, item, &value->items[i]);
    ez_json_close(json);
}

static void write_group(const EzKit *kit, EzJson *json, const char *name,
                        const EzCardField *field, const EzValue *value)
{
    ez_json_open_object(json, name);
    for (int i = 0; i < value->count; i++)
        write_value(kit, json, field->members[i].name, &field->members[i], &value->items[i]);
    ez_json_close(json);
}

static void write_value(const EzKit *kit, EzJson *json, const char *name,
                        const EzCardField *field, const EzValue *value)
{
    static const EzCardField reference = {.kind = EZ_FIELD_REF};
    if (!value->given)
        return;
    switch (field->kind) {
    case EZ_FIELD_TEXT:
        write_text(kit, json, name, value->text);
        break;
    case EZ_FIELD_NUMBER:
        ez_json_number(json, name, value->number);
        break;
    case EZ_FIELD_REF:
        ez_json_text(json, name, value->card->id);
        break;
    case EZ_FIELD_REFS:
        write_list(kit, json, name, &reference, value);
        break;
    case EZ_FIELD_LIST:
        write_list(kit, json, name, field->members, value);
        break;
    case EZ_FIELD_GROUP:
        write_group(kit, json, name, field, value);
        break;
    default:
        ez_json_text(json, name, value->plain);
    }
}

// ---- decks -----------------------------------------------------------------------------

static void write_card(const EzKit *kit, EzJson *json, const EzCard *card)
{
    const EzDeck *deck = card->deck;
    ez_json_open_object(json, NULL);
    ez_json_text(json, "id", card->id);
    write_text(kit, json, "title", card->title);
    for (int i = 0; i < deck->n_fields; i++)
        write_value(kit, json, deck->fields[i].name, &deck->fields[i], &card->values[i]);
    ez_json_close(json);
}

static GBytes *deck_bytes(const EzKit *kit, const EzDeck *deck)
{
    EzJson *json = ez_json_new_list();
    for (int i = 0; i < deck->n_cards; i++)
        write_card(kit, json, &deck->cards[i]);
    char *text = ez_json_finish_canonical(json);
    return g_bytes_new_take(text, strlen(text));
}

// ---- all -------------------------------------------------------------------------------

static void free_pin(gpointer data)
{
    EzPin *pin = data;
    g_bytes_unref(pin->bytes);
    g_free(pin->path);
    g_free(pin);
}

static void add_pin(GPtrArray *pins, const char *path, GBytes *bytes)
{
    EzPin *pin = g_new(EzPin, 1);
    *pin = (EzPin){g_strdup(path), bytes};
    g_ptr_array_add(pins, pin);
}

static bool has_pin(const GPtrArray *pins, const char *path)
{
    for (unsigned i = 0; i < pins->len; i++)
        if (strcmp(((const EzPin *)pins->pdata[i])->path, path) == 0)
            return true;
    return false;
}

// The exercise, and behind it those that it includes, with theirs.
static void gather(GPtrArray *exercises, const EzExercise *exercise)
{
    if (g_ptr_array_find(exercises, exercise, NULL))
        return;
    g_ptr_array_add(exercises, (void *)exercise);
    for (int i = 0; i < exercise->n_includes; i++)
        gather(exercises, exercise->includes[i]);
}

static EzLoadedFile *file_of(const EzLoad *load, const EzExercise *exercise)
{
    return g_hash_table_lookup(load->by_path, exercise->path);
}

static void add_files(EzLoad *load, GPtrArray *pins, const GPtrArray *exercises)
{
    g_autoptr(GPtrArray) files = g_ptr_array_new();
    for (unsigned i = 0; i < exercises->len; i++)
        g_ptr_array_add(files, file_of(load, exercises->pdata[i]));
    ez_requires_add(load, files);
    for (unsigned i = 0; i < files->len; i++) {
        const EzLoadedFile *file = files->pdata[i];
        add_pin(pins, file->path, g_bytes_new(file->source->text, file->source->length));
    }
}

static void add_decks(const EzKit *kit, GPtrArray *pins, const EzExercise *exercise)
{
    for (int i = 0; i < exercise->n_decks; i++) {
        const EzExerciseDeck *named = &exercise->decks[i];
        g_autofree char *path = g_strconcat("deck:", named->name, NULL);
        if (!named->own && !has_pin(pins, path))
            add_pin(pins, path, deck_bytes(kit, named->deck));
    }
}

GPtrArray *ez_load_pins(EzLoad *load, const EzExercise *exercise)
{
    GPtrArray *pins = g_ptr_array_new_with_free_func(free_pin);
    g_autoptr(GPtrArray) exercises = g_ptr_array_new();
    gather(exercises, exercise);
    add_files(load, pins, exercises);
    for (unsigned i = 0; i < exercises->len; i++)
        add_decks(load->kit, pins, exercises->pdata[i]);
    return pins;
}
