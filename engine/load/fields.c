// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/fields.h"

#include "engine/load/marks.h"
#include "engine/lua/library.h"

#include <math.h>
#include <string.h>

// ---- declarations -------------------------------------------------------------------

typedef struct Declaration {
    bool optional;
    int max;
    const char *language, *doc;
} Declaration;

static const EzProp declaration_props[] = {
    {"optional", EZ_TYPE_FLAG, offsetof(Declaration, optional), false, NULL, 0, 0, NULL},
    {"max", EZ_TYPE_WHOLE, offsetof(Declaration, max), false, NULL, 1, 100000, NULL},
    {"lang", EZ_TYPE_PLAIN, offsetof(Declaration, language), false, NULL, 0, 0, NULL},
    {"doc", EZ_TYPE_PLAIN, offsetof(Declaration, doc), false, NULL, 0, 0, NULL},
    EZ_PROPS_END,
};
static const EzRecord declaration_record = {"field", "a field", NULL,
                                            (const EzProp *const[]){declaration_props, NULL}};

static void read_declaration(EzReading *r, int index, EzCardField *field, int depth);

// field.one_of { "a", "b" } and field.one_of "patterns".
static void read_options(EzReading *r, int index, EzCardField *field)
{
    int count = ez_read_list(r, index), kept = 0;
    if (count < 0)
        return;
    const char **options = ez_arena_array(r->arena, const char *, count + 1);
    for (int i = 0; i < count; i++) {
        lua_rawgeti(r->L, index, i + 1);
        r->place = ez_origin_item(r->origin, i + 1);
        const char *word = ez_read_plain(r, lua_gettop(r->L));
        lua_pop(r->L, 1);
        if (word != NULL)
            options[kept++] = word;
    }
    field->options = (EzNames){options, kept};
    field->optional = field->optional || kept == 0;
    if (count == 0)
        ez_diag_report(r->load->diags, EZ_EMPTY, r->place, "field.one_of { \"yes\", \"no\" }",
                       "thing", r->thing, "field", "the list of words", NULL);
    if (kept == 1 && strcmp(options[0], "patterns") == 0) {
        field->options = (EzNames){ez_pattern_names, 0};
        while (ez_pattern_names[field->options.count] != NULL)
            field->options.count++;
    }
}

static void read_target(EzReading *r, int index, EzCardField *field)
{
    if (lua_rawgeti(r->L, index, 1) != LUA_TNIL)
        field->target = ez_read_plain(r, lua_gettop(r->L));
    else
        ez_read_tell_type(r, lua_gettop(r->L), "the name of a deck: field.ref \"natuur\"");
    field->optional = field->optional || field->target == NULL;
    lua_pop(r->L, 1);
}

static void read_item(EzReading *r, int index, EzCardField *field, int depth)
{
    EzCardField *item = ez_arena_make(r->arena, EzCardField);
    EzReading inner = *r;
    lua_rawgeti(r->L, index, 1);
    item->name = field->name;
    inner.place = ez_origin_item(r->origin, 1);
    read_declaration(&inner, lua_gettop(r->L), item, depth);
    lua_pop(r->L, 1);
    field->members = item;
    field->n_members = 1;
}

// Reads the declarations that stand under a name in the table, by name.
static const EzCardField *read_named(EzReading *r, int index, int *count, const EzRecord *apart,
                                     int depth)
{
    ez_lua_push_sorted_keys(r->L, index);
    int keys = lua_gettop(r->L), n = (int)lua_rawlen(r->L, keys);
    EzCardField *fields = ez_arena_array(r->arena, EzCardField, n);
    *count = 0;
    for (int i = 1; i <= n; i++) {
        bool named = lua_rawgeti(r->L, keys, i) == LUA_TSTRING;
        const char *name = named ? ez_arena_intern(r->arena, lua_tostring(r->L, -1)) : NULL;
        lua_rawget(r->L, index);
        if (named && (apart == NULL || ez_record_prop(apart, name) == NULL)) {
            EzReading inner = *r;
            inner.word = name;
            inner.place = ez_origin_value(r->origin, name);
            EzCardField *field = &fields[(*count)++];
            *field = (EzCardField){.name = name, .place = ez_origin_field(r->origin, name)};
            read_declaration(&inner, lua_gettop(r->L), field, depth);
        }
        lua_pop(r->L, 1);
    }
    lua_settop(r->L, keys - 1);
    return fields;
}

static void read_declaration(EzReading *r, int index, EzCardField *field, int depth)
{
    EzMark mark = ez_mark_of(r->L, index);
    if (mark.kind < EZ_MARK_FIELD || mark.kind >= EZ_MARK_NODE || depth > 8) {
        ez_read_tell_type(r, index,
                          lua_isfunction(r->L, index)
                              ? "a kind of field with braces behind it: field.text {}"
                              : "a kind of field: field.text {}, field.plain {} …");
        field->optional = true; // no card has to give what nobody can
        return;
    }
    field->kind = (EzFieldKind)(mark.kind - EZ_MARK_FIELD);
    const EzFieldWord *word = &ez_field_words[field->kind];
    EzReading inner = *r;
    inner.origin = mark.origin;
    inner.thing = ez_arena_printf(r->arena, "field.%s", word->word);
    Declaration declared = {0};
    ez_read_record(&inner, index, &declaration_record, &declared);
    if (field->kind != EZ_FIELD_GROUP)
        ez_read_unknown(&inner, index, &declaration_record, NULL);
    field->optional = declared.optional;
    field->max = declared.max;
    field->language = declared.language;
    field->doc = declared.doc;
    inner.word = field->name;
    inner.place = ez_origin_place(mark.origin);
    if (word->takes_options)
        read_options(&inner, index, field);
    else if (word->takes_target)
        read_target(&inner, index, field);
    else if (field->kind == EZ_FIELD_LIST)
        read_item(&inner, index, field, depth + 1);
    else
        ez_read_strays(&inner, index);
    if (field->kind == EZ_FIELD_GROUP)
        field->members =
            read_named(&inner, index, &field->n_members, &declaration_record, depth + 1);
}

void ez_fields_read(EzReading *r, int index, EzDeck *deck)
{
    EzReading inner = *r;
    inner.origin = ez_origin_child(r->origin, "fields");
    if (lua_type(r->L, index) != LUA_TTABLE) {
        ez_read_tell_type(r, index, "a table of fields");
        return;
    }
    deck->fields = read_named(&inner, index, &deck->n_fields, NULL, 0);
    const char **names = ez_arena_array(r->arena, const char *, deck->n_fields + 1);
    for (int i = 0; i < deck->n_fields; i++)
        names[i] = deck->fields[i].name;
    deck->field_names = names;
}

// ---- values -----------------------------------------------------------------------------

static void read_value(EzReading *r, const EzCardField *field, int index, EzValue *out);

static void check_length(EzReading *r, const EzCardField *field, const char *string,
                         const char *language, EzPlace place)
{
    long count = string != NULL ? g_utf8_strlen(string, -1) : 0;
    if (field->max == 0 || count <= field->max)
        return;
    g_autofree char *found = g_strdup_printf("%ld", count);
    g_autofree char *max = g_strdup_printf("%d", field->max);
    ez_diag_report(r->load->diags, EZ_TOO_LONG, place, NULL, "thing", r->thing, "field",
                   field->name, "language", language, "count", found, "max", max, NULL);
}

void ez_fields_check_max(EzReading *r, const EzCardField *field, const EzValue *value)
{
    if (field->kind == EZ_FIELD_PLAIN)
        check_length(r, field, value->plain, field->language != NULL ? field->language : "all",
                     value->place);
    for (int i = 0; field->kind == EZ_FIELD_TEXT && i < value->text->n_languages; i++)
        check_length(r, field, value->text->strings[i], r->load->kit->languages.names[i],
                     value->text->places[i]);
}

static bool is_option(EzReading *r, const EzCardField *field, const char *word)
{
    if (g_strv_contains(field->options.names, word))
        return true;
    g_autofree char *hint = ez_diag_did_you_mean(word, field->options.names);
    g_autofree char *list = g_strjoinv(", ", (char **)field->options.names);
    g_autofree char *all = g_strdup_printf("one of: %s", list);
    ez_diag_report(r->load->diags, EZ_NOT_ONE_OF, r->place, hint != NULL ? hint : all, "thing",
                   r->thing, "field", field->name, "value", word, NULL);
    return false;
}

bool ez_fields_take_string(EzReading *r, const EzCardField *field, const char *string,
                           EzValue *out)
{
    out->place = r->place;
    if (field->kind == EZ_FIELD_NUMBER) {
        char *end;
        out->number = g_ascii_strtod(string, &end);
        out->given = end != string && *end == '\0' && isfinite(out->number);
        return out->given;
    }
    out->plain = ez_arena_intern(r->arena, string);
    out->given = field->kind != EZ_FIELD_ONE_OF || is_option(r, field, string);
    if (out->given)
        ez_fields_check_max(r, field, out);
    return out->given;
}

static void read_string(EzReading *r, const EzCardField *field, int index, EzValue *out)
{
    const char *string = ez_read_plain(r, index);
    if (string != NULL)
        ez_fields_take_string(r, field, string, out);
}

static void read_text_value(EzReading *r, const EzCardField *field, int index, EzValue *out)
{
    out->text = ez_read_text(r, index);
    out->given = out->text != NULL;
    if (out->given)
        ez_fields_check_max(r, field, out);
}

static void read_number_value(EzReading *r, const EzCardField *field, int index, EzValue *out)
{
    (void)field;
    out->number = lua_tonumber(r->L, index);
    if (lua_type(r->L, index) == LUA_TNUMBER)
        out->given = ez_read_finite(r, out->number);
    else
        ez_read_tell_type(r, index, ez_type_words(EZ_TYPE_NUMBER));
}

static void read_items(EzReading *r, const EzCardField *field, int index, EzValue *out)
{
    static const EzCardField reference = {.kind = EZ_FIELD_REF};
    int count = ez_read_list(r, index);
    if (count < 0)
        return;
    EzCardField item = field->kind == EZ_FIELD_LIST ? field->members[0] : reference;
    item.name = field->name;
    EzValue *items = ez_arena_array(r->arena, EzValue, count);
    EzReading inner = *r;
    for (int i = 0; i < count; i++) {
        inner.place = ez_origin_known(r->child) ? ez_origin_item(r->child, i + 1) : r->place;
        inner.child = ez_origin_child_item(r->child, i + 1);
        lua_rawgeti(r->L, index, i + 1);
        ez_lua_unview(r->L, -1);
        read_value(&inner, &item, lua_gettop(r->L), &items[i]);
        lua_pop(r->L, 1);
    }
    out->items = items;
    out->count = count;
    out->given = true;
}

static void tell_group_strangers(EzReading *r, const EzCardField *field, int index)
{
    const EzRecord none = {"group", "a group", NULL, (const EzProp *const[]){NULL}};
    const char **names = ez_arena_array(r->arena, const char *, field->n_members + 1);
    for (int i = 0; i < field->n_members; i++)
        names[i] = field->members[i].name;
    ez_read_unknown(r, index, &none, names);
    ez_read_strays(r, index);
}

static bool is_misspelled(EzReading *r, const EzCardField *fields, int count, int i, int index)
{
    const char **names = ez_arena_array(r->arena, const char *, count + 1);
    for (int k = 0; k < count; k++)
        names[k] = fields[k].name;
    return ez_read_is_misspelled(r, index, names, fields[i].name);
}

// Reads each of `fields` from the table; a missing one is told unless it is optional.
static EzValue *read_members(EzReading *r, const EzCardField *fields, int count, int index)
{
    EzValue *values = ez_arena_array(r->arena, EzValue, count);
    for (int i = 0; i < count; i++) {
        lua_pushstring(r->L, fields[i].name);
        int type = lua_rawget(r->L, index);
        ez_lua_unview(r->L, -1);
        r->word = fields[i].name;
        r->place = ez_origin_value(r->origin, fields[i].name);
        r->child = ez_origin_child(r->origin, fields[i].name);
        if (type != LUA_TNIL)
            read_value(r, &fields[i], lua_gettop(r->L), &values[i]);
        else if (!fields[i].optional && !is_misspelled(r, fields, count, i, index))
            ez_diag_report(r->load->diags, EZ_MISSING_FIELD, ez_origin_place(r->origin), NULL,
                           "thing", r->thing, "field", fields[i].name, NULL);
        lua_pop(r->L, 1);
    }
    return values;
}

static void read_group(EzReading *r, const EzCardField *field, int index, EzValue *out)
{
    if (lua_type(r->L, index) != LUA_TTABLE) {
        ez_read_tell_type(r, index, "a table of fields");
        return;
    }
    EzReading inner = *r;
    inner.origin = r->child;
    tell_group_strangers(&inner, field, index);
    out->items = read_members(&inner, field->members, field->n_members, index);
    out->count = field->n_members;
    out->given = true;
}

typedef void (*ReadField)(EzReading *r, const EzCardField *field, int index, EzValue *out);

static const ReadField readers[EZ_FIELD_KINDS] = {
    [EZ_FIELD_TEXT] = read_text_value,     [EZ_FIELD_PLAIN] = read_string,
    [EZ_FIELD_NUMBER] = read_number_value, [EZ_FIELD_COLOUR] = read_string,
    [EZ_FIELD_ONE_OF] = read_string,       [EZ_FIELD_REF] = read_string,
    [EZ_FIELD_REFS] = read_items,          [EZ_FIELD_LIST] = read_items,
    [EZ_FIELD_GROUP] = read_group,
};

static void read_value(EzReading *r, const EzCardField *field, int index, EzValue *out)
{
    out->place = r->place;
    readers[field->kind](r, field, index, out);
}

// "card "N01"" where the card says its id.
static const char *card_words(EzReading *r, int index, const EzDeck *deck)
{
    lua_pushliteral(r->L, "id");
    bool named = lua_rawget(r->L, index) == LUA_TSTRING &&
                 g_utf8_validate(lua_tostring(r->L, -1), -1, NULL);
    const char *words = named ? ez_arena_printf(r->arena, "card \"%s\"", lua_tostring(r->L, -1))
                        : r->word != NULL
                            ? ez_arena_printf(r->arena, "%s of deck \"%s\"", r->word, deck->id)
                            : ez_arena_printf(r->arena, "a card of deck \"%s\"", deck->id);
    lua_pop(r->L, 1);
    return words;
}

void ez_fields_read_card(EzReading *r, int index, EzCard *card)
{
    const EzDeck *deck = card->deck;
    r->thing = ez_arena_printf(r->arena, "a card of deck \"%s\"", deck->id);
    ez_read_unknown(r, index, &ez_card_record, deck->field_names);
    r->thing = card_words(r, index, deck);
    ez_read_strays(r, index);
    ez_read_record(r, index, &ez_card_record, card);
    card->values = read_members(r, deck->fields, deck->n_fields, index);
    if (card->copies == 0)
        card->copies = deck->copies;
}
