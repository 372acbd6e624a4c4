// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/pin.h"

#include "engine/base/json.h"
#include "engine/load/context.h"

#include <math.h>
#include <string.h>

// ---- the set ---------------------------------------------------------------------------

typedef struct Pinning {
    const EzLoad *load;
    GPtrArray *pins;
    GHashTable *paths;    // a set of those that are there
    GPtrArray *exercises; // of EzExercise: this one and those it includes, nearest first
    GPtrArray *decks;     // of EzDeck, each once
} Pinning;

static void free_pin(gpointer data)
{
    EzPin *pin = data;
    g_bytes_unref(pin->bytes);
    g_free(pin->path);
    g_free(pin);
}

static void add(Pinning *p, const char *path, GBytes *bytes)
{
    EzPin *pin = g_new(EzPin, 1);
    *pin = (EzPin){g_strdup(path), bytes};
    g_ptr_array_add(p->pins, pin);
    g_hash_table_add(p->paths, pin->path);
}

static void add_json(Pinning *p, const char *path, EzJson *json)
{
    char *text = ez_json_finish_canonical(json);
    add(p, path, g_bytes_new_take(text, strlen(text)));
}

// ---- files -----------------------------------------------------------------------------

// No deeper than modules were nested when they ran.
static void add_file(Pinning *p, const EzLoadedFile *file)
{
    if (g_hash_table_contains(p->paths, file->path))
        return;
    add(p, file->path, g_bytes_new(file->source->text, file->source->length));
    for (unsigned i = 0; file->requires != NULL && i < file->requires->len; i++)
        add_file(p, file->requires->pdata[i]);
}

static void gather(Pinning *p, const EzExercise *exercise)
{
    if (g_ptr_array_find(p->exercises, exercise, NULL))
        return;
    g_ptr_array_add(p->exercises, (void *)exercise);
    for (int i = 0; i < exercise->n_decks; i++)
        if (exercise->decks[i].deck != NULL &&
            !g_ptr_array_find(p->decks, exercise->decks[i].deck, NULL))
            g_ptr_array_add(p->decks, (void *)exercise->decks[i].deck);
    for (int i = 0; i < exercise->n_includes; i++)
        gather(p, exercise->includes[i]);
}

// ---- values ----------------------------------------------------------------------------

static void write_text(const Pinning *p, EzJson *json, const char *name, const EzText *text)
{
    const EzNames *languages = &ez_load_kit(p->load)->languages;
    if (text == NULL)
        return;
    ez_json_open_object(json, name);
    for (int i = 0; i < languages->count; i++)
        ez_json_text(json, languages->names[i], ez_text_in(text, i));
    ez_json_close(json);
}

static void write_value(const Pinning *p, EzJson *json, const char *name,
                        const EzCardField *field, const EzValue *value);

static void write_list(const Pinning *p, EzJson *json, const char *name,
                       const EzCardField *item, const EzValue *value)
{
    ez_json_open_list(json, name);
    for (int i = 0; i < value->count; i++)
        write_value(p, json, NULL, item, &value->items[i]);
    ez_json_close(json);
}

static void write_group(const Pinning *p, EzJson *json, const char *name,
                        const EzCardField *field, const EzValue *value)
{
    ez_json_open_object(json, name);
    for (int i = 0; i < value->count; i++)
        write_value(p, json, field->members[i].name, &field->members[i], &value->items[i]);
    ez_json_close(json);
}

static void write_value(const Pinning *p, EzJson *json, const char *name,
                        const EzCardField *field, const EzValue *value)
{
    static const EzCardField reference = {.kind = EZ_FIELD_REF};
    if (!value->given)
        return;
    switch (field->kind) {
    case EZ_FIELD_TEXT:
        write_text(p, json, name, value->text);
        break;
    case EZ_FIELD_NUMBER:
        ez_json_number(json, name, value->number);
        break;
    case EZ_FIELD_REF:
        ez_json_text(json, name, value->card->id);
        break;
    case EZ_FIELD_REFS:
        write_list(p, json, name, &reference, value);
        break;
    case EZ_FIELD_LIST:
        write_list(p, json, name, field->members, value);
        break;
    case EZ_FIELD_GROUP:
        write_group(p, json, name, field, value);
        break;
    default:
        ez_json_text(json, name, value->plain);
    }
}

// ---- decks -----------------------------------------------------------------------------

static void write_card(const Pinning *p, EzJson *json, const EzCard *card)
{
    const EzDeck *deck = card->deck;
    ez_json_open_object(json, NULL);
    ez_json_text(json, "id", card->id);
    write_text(p, json, "title", card->title);
    for (int i = 0; i < deck->n_fields; i++)
        write_value(p, json, deck->fields[i].name, &deck->fields[i], &card->values[i]);
    ez_json_close(json);
}

static void add_deck(Pinning *p, const EzDeck *deck)
{
    EzJson *json = ez_json_new_list();
    for (int i = 0; i < deck->n_cards; i++)
        write_card(p, json, &deck->cards[i]);
    g_autofree char *path = g_strdup_printf("deck:%s", deck->id);
    add_json(p, path, json);
}

// ---- the head --------------------------------------------------------------------------

// id, code and title: how one thing of the kit is named where another tells of it.
static void write_thing(const Pinning *p, EzJson *json, const char *name, const char *id,
                        const char *code, const EzText *title)
{
    ez_json_open_object(json, name);
    ez_json_text(json, "id", id);
    ez_json_text(json, "code", code);
    write_text(p, json, "title", title);
}

// "CC BY 4.0 · Wortelwerk", as cards have it.
static void write_credit(EzJson *json, const EzKit *kit)
{
    ez_json_open_object(json, "credit");
    for (int i = 0; i < kit->languages.count; i++) {
        const char *title = ez_text_in(kit->title, i);
        g_autofree char *credit = kit->licence[0] != '\0'
                                      ? g_strdup_printf("%s · %s", kit->licence, title)
                                      : g_strdup(title);
        ez_json_text(json, kit->languages.names[i], credit);
    }
    ez_json_close(json);
}

static void write_kit(const Pinning *p, EzJson *json)
{
    const EzKit *kit = ez_load_kit(p->load);
    ez_json_open_object(json, "kit");
    ez_json_text(json, "id", kit->id);
    ez_json_text(json, "version", kit->version);
    write_text(p, json, "title", kit->title);
    write_credit(json, kit);
    ez_json_close(json);
}

static void write_materials(const Pinning *p, EzJson *json, const EzExercise *exercise)
{
    ez_json_open_list(json, "materials");
    for (int i = 0; i < exercise->n_materials; i++) {
        ez_json_open_object(json, NULL);
        ez_json_text(json, "key", exercise->materials[i].key);
        write_text(p, json, "words", exercise->materials[i].words);
        ez_json_close(json);
    }
    ez_json_close(json);
}

static void write_limit(EzJson *json, const char *name, double limit)
{
    if (isfinite(limit))
        ez_json_number(json, name, limit);
}

static void write_options(const Pinning *p, EzJson *json, const EzParam *param)
{
    ez_json_open_list(json, "options");
    for (int i = 0; i < param->n_options; i++) {
        ez_json_open_object(json, NULL);
        ez_json_text(json, "id", param->options[i].id);
        write_text(p, json, "words", param->options[i].words);
        ez_json_close(json);
    }
    ez_json_close(json);
}

static void write_default(EzJson *json, const EzParam *param)
{
    if (!param->has_default)
        return;
    if (param->type == EZ_PARAM_NUMBER)
        ez_json_number(json, "default", param->number);
    else if (param->type == EZ_PARAM_YES_NO)
        ez_json_flag(json, "default", param->yes);
    else
        ez_json_text(json, "default", param->text);
}

static void write_params(const Pinning *p, EzJson *json, const EzExercise *exercise)
{
    ez_json_open_object(json, "params");
    for (int i = 0; i < exercise->n_params; i++) {
        const EzParam *param = &exercise->params[i];
        ez_json_open_object(json, param->name);
        ez_json_text(json, "type", ez_param_type_words[param->type]);
        write_text(p, json, "words", param->words);
        write_limit(json, "min", param->min);
        write_limit(json, "max", param->max);
        if (param->type == EZ_PARAM_CHOICE)
            write_options(p, json, param);
        write_default(json, param);
        ez_json_close(json);
    }
    ez_json_close(json);
}

// What else is pinned, and by which names a script may call it.
static void write_pinned(const Pinning *p, EzJson *json)
{
    ez_json_open_list(json, "includes");
    for (unsigned i = 1; i < p->exercises->len; i++) {
        const EzExercise *included = p->exercises->pdata[i];
        write_thing(p, json, NULL, included->id, included->code, included->title);
        ez_json_text(json, "path", included->path);
        ez_json_close(json);
    }
    ez_json_close(json);
    ez_json_open_list(json, "decks");
    for (unsigned i = 0; i < p->decks->len; i++) {
        const EzDeck *deck = p->decks->pdata[i];
        write_thing(p, json, NULL, deck->id, deck->code, deck->title);
        ez_json_close(json);
    }
    ez_json_close(json);
}

static void write_said(const Pinning *p, EzJson *json, const EzExercise *exercise)
{
    const struct {
        const char *name;
        const EzText *text;
    } texts[] = {{"title", exercise->title}, {"goal", exercise->goal},
                 {"when", exercise->when},   {"outcome", exercise->outcome},
                 {"tips", exercise->tips},   {"pitfalls", exercise->pitfalls}};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        write_text(p, json, texts[i].name, texts[i].text);
    if (exercise->reference != NULL)
        ez_json_text(json, "reference", exercise->reference);
    if (exercise->track != NULL)
        ez_json_text(json, "track", exercise->track);
}

static void write_numbers(const Pinning *p, EzJson *json, const EzExercise *exercise)
{
    const EzNames *languages = &ez_load_kit(p->load)->languages;
    ez_json_number(json, "api", exercise->api);
    ez_json_number(json, "minutes", exercise->minutes);
    ez_json_open_list(json, "people");
    ez_json_number(json, NULL, exercise->people.least);
    ez_json_number(json, NULL, exercise->people.most);
    ez_json_close(json);
    ez_json_open_list(json, "languages");
    for (int i = 0; i < languages->count; i++)
        ez_json_text(json, NULL, languages->names[i]);
    ez_json_close(json);
}

static void add_head(Pinning *p, const EzExercise *exercise)
{
    EzJson *json = ez_json_new();
    ez_json_text(json, "id", exercise->id);
    ez_json_text(json, "code", exercise->code);
    ez_json_text(json, "version", exercise->version);
    write_numbers(p, json, exercise);
    write_said(p, json, exercise);
    write_materials(p, json, exercise);
    write_params(p, json, exercise);
    if (exercise->worksheet != NULL) {
        const EzWorksheet *sheet = exercise->worksheet;
        write_thing(p, json, "worksheet", sheet->id, sheet->code, sheet->title);
        ez_json_close(json);
    }
    write_pinned(p, json);
    write_kit(p, json);
    add_json(p, "exercise", json);
}

// ---- all -------------------------------------------------------------------------------

static int by_path(gconstpointer a, gconstpointer b)
{
    const EzPin *const *first = a, *const *second = b;
    return strcmp((*first)->path, (*second)->path);
}

GPtrArray *ez_pins_new(const EzLoad *load, const EzExercise *exercise)
{
    Pinning p = {.load = load, .pins = g_ptr_array_new_with_free_func(free_pin)};
    p.paths = g_hash_table_new(g_str_hash, g_str_equal);
    p.exercises = g_ptr_array_new();
    p.decks = g_ptr_array_new();
    gather(&p, exercise);
    for (unsigned i = 0; i < p.exercises->len; i++) {
        const EzExercise *pinned = p.exercises->pdata[i];
        add_file(&p, g_hash_table_lookup(load->by_path, pinned->path));
    }
    for (unsigned i = 0; i < p.decks->len; i++)
        add_deck(&p, p.decks->pdata[i]);
    add_head(&p, exercise);
    // The first stays where it is.
    qsort(p.pins->pdata + 1, p.pins->len - 1, sizeof *p.pins->pdata, by_path);
    g_ptr_array_unref(p.decks);
    g_ptr_array_unref(p.exercises);
    g_hash_table_unref(p.paths);
    return p.pins;
}
