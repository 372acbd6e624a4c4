// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/csvcards.h"

#include "engine/load/csv.h"

#include <string.h>

enum { CSV_FILE_MAX = 16 * 1024 * 1024 };

typedef enum Target { TO_ID, TO_TITLE, TO_COPIES, TO_FIELD, TO_NOTHING } Target;

// What a column fills: "sources.ref" is field sources, member ref; "title.nl" is the title, language 0.
typedef struct Column {
    Target target;
    int field, member, language; // -1 where the name has no such part
} Column;

typedef struct Sheet {
    EzReading *r;
    EzDeck *deck;
    const EzSource *source;
    EzCsv *csv;
    Column *columns;
    int n_columns;
    bool bad_columns; // some column was not known: what is missing may be that one
    GArray *cards;
} Sheet;

static EzPlace cell_place(const Sheet *s, const EzCsvCell *cell)
{
    return ez_source_place(s->source, cell->start, MAX(cell->end, cell->start + 1));
}

// ---- the header --------------------------------------------------------------------

static int member_of(const EzCardField *field, const char *name)
{
    const EzCardField *group = field->kind == EZ_FIELD_LIST ? field->members : field;
    for (int i = 0; group->kind == EZ_FIELD_GROUP && i < group->n_members; i++)
        if (strcmp(group->members[i].name, name) == 0)
            return i;
    return -1;
}

static const EzCardField *leaf_of(const Sheet *s, const Column *column)
{
    const EzCardField *field = &s->deck->fields[column->field];
    if (column->member >= 0)
        field =
            &(field->kind == EZ_FIELD_LIST ? field->members : field)->members[column->member];
    else if (field->kind == EZ_FIELD_LIST)
        field = field->members;
    return field;
}

// The part of a column's name that says the language; true when it is right for what the column fills.
static bool take_language(const Sheet *s, bool is_text, const char *part, Column *column)
{
    const EzKit *kit = s->r->load->kit;
    if (!is_text)
        return part == NULL;
    if (part == NULL)
        return kit->languages.count == 1 ? (column->language = 0, true) : false;
    column->language = ez_kit_language(kit, part);
    return column->language >= 0;
}

static bool take_field(const Sheet *s, char **parts, Column *column)
{
    column->target = TO_FIELD;
    column->field = ez_deck_field(s->deck, parts[0]);
    if (column->field < 0)
        return false;
    const EzCardField *field = &s->deck->fields[column->field];
    bool group = field->kind == EZ_FIELD_GROUP ||
                 (field->kind == EZ_FIELD_LIST && field->members->kind == EZ_FIELD_GROUP);
    int next = 1;
    if (group) {
        column->member = parts[1] != NULL ? member_of(field, parts[next++]) : -1;
        if (column->member < 0)
            return false;
    }
    return take_language(s, leaf_of(s, column)->kind == EZ_FIELD_TEXT, parts[next], column);
}

static bool take_column(const Sheet *s, const char *name, Column *column)
{
    *column = (Column){TO_NOTHING, -1, -1, -1};
    g_auto(GStrv) parts = g_strsplit(name, ".", 4);
    if (parts[0] == NULL)
        return false;
    if (strcmp(name, "id") == 0)
        column->target = TO_ID;
    else if (strcmp(name, "copies") == 0)
        column->target = TO_COPIES;
    else if (strcmp(parts[0], "title") == 0 && take_language(s, true, parts[1], column))
        column->target = TO_TITLE;
    else if (!take_field(s, parts, column)) {
        column->target = TO_NOTHING;
        return false;
    }
    return true;
}

// "note", or "sources.ref" for each member of a group.
static void add_field_names(GPtrArray *names, const EzCardField *field)
{
    const EzCardField *group =
        field->kind == EZ_FIELD_LIST && field->n_members > 0 ? field->members : field;
    if (group->kind != EZ_FIELD_GROUP)
        g_ptr_array_add(names, g_strdup(field->name));
    for (int i = 0; group->kind == EZ_FIELD_GROUP && i < group->n_members; i++)
        g_ptr_array_add(names, g_strdup_printf("%s.%s", field->name, group->members[i].name));
}

// All names that a header of this deck may have, NULL-terminated.
static GPtrArray *column_names(const Sheet *s)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(names, g_strdup("id"));
    g_ptr_array_add(names, g_strdup("copies"));
    const EzNames *languages = &s->r->load->kit->languages;
    for (int l = 0; l < languages->count; l++) {
        g_ptr_array_add(names, g_strdup_printf("title.%s", languages->names[l]));
        for (int i = 0; i < s->deck->n_fields; i++)
            if (s->deck->fields[i].kind == EZ_FIELD_TEXT)
                g_ptr_array_add(names, g_strdup_printf("%s.%s", s->deck->fields[i].name,
                                                       languages->names[l]));
    }
    for (int i = 0; i < s->deck->n_fields; i++)
        add_field_names(names, &s->deck->fields[i]);
    g_ptr_array_add(names, NULL);
    return names;
}

// "title" where there are title.nl and title.en; or the nearest name; or what separates columns. NULL when there is no guess.
static char *column_hint(const GPtrArray *names, const char *name)
{
    g_autofree char *start = g_strdup_printf("%s.", name);
    for (unsigned i = 0; i + 1 < names->len; i++)
        if (g_str_has_prefix(names->pdata[i], start))
            return g_strdup_printf("did you mean \"%s\"?", (const char *)names->pdata[i]);
    if (strchr(name, '\t') != NULL)
        return g_strdup("columns are separated by commas or semicolons, not by tabs");
    return ez_diag_did_you_mean(name, (const char *const *)names->pdata);
}

static void tell_column(const Sheet *s, const EzCsvCell *cell)
{
    g_autoptr(GPtrArray) names = column_names(s);
    g_autofree char *hint = column_hint(names, cell->text);
    ez_diag_report(s->r->load->diags, EZ_CSV_COLUMN, cell_place(s, cell), hint, "deck",
                   s->deck->id, "column", cell->text, NULL);
}

static bool same_column(const Column *a, const Column *b)
{
    return a->target == b->target && a->field == b->field && a->member == b->member &&
           a->language == b->language;
}

static void check_repeated(const Sheet *s, const EzCsvCell *cells, int i)
{
    for (int k = 0; k < i && s->columns[i].target != TO_NOTHING; k++)
        if (same_column(&s->columns[k], &s->columns[i]))
            ez_diag_report(s->r->load->diags, EZ_TWICE, cell_place(s, &cells[i]), NULL, "thing",
                           "the first row", "field", "column", "value", cells[i].text, NULL);
}

static bool has_column(const Sheet *s, Target target, int field)
{
    for (int i = 0; i < s->n_columns; i++)
        if (s->columns[i].target == target && s->columns[i].field == field)
            return true;
    return false;
}

static void check_column(const Sheet *s, const EzCsvCell *cells, Target target, int field,
                         const char *name)
{
    if (!has_column(s, target, field) && !s->bad_columns)
        ez_diag_report(s->r->load->diags, EZ_MISSING_FIELD, cell_place(s, &cells[0]), NULL,
                       "thing", "the first row", "field", name, NULL);
}

// A column that is not there is told here, once, and not for every row.
static void check_header(const Sheet *s, const EzCsvCell *cells)
{
    check_column(s, cells, TO_ID, -1, "id");
    check_column(s, cells, TO_TITLE, -1, "title");
    for (int i = 0; i < s->deck->n_fields; i++)
        if (!s->deck->fields[i].optional)
            check_column(s, cells, TO_FIELD, i, s->deck->fields[i].name);
}

static bool read_header(Sheet *s)
{
    const EzCsvCell *cells = ez_csv_next(s->csv, &s->n_columns);
    if (cells == NULL)
        return false;
    s->columns = ez_arena_array(s->r->arena, Column, s->n_columns);
    for (int i = 0; i < s->n_columns; i++) {
        g_autofree char *name = g_strstrip(g_strdup(cells[i].text));
        if (take_column(s, name, &s->columns[i])) {
            check_repeated(s, cells, i);
            continue;
        }
        tell_column(s, &cells[i]);
        s->bad_columns = true;
    }
    check_header(s, cells);
    return true;
}

// ---- rows --------------------------------------------------------------------------

// The text of the columns of one target and, for a field, of one member.
typedef struct Words {
    const char **strings;
    EzPlace *places;
    int found;
} Words;

static const EzText *text_of(Sheet *s, const Words *words, const char *name, EzPlace row)
{
    int n = s->r->load->kit->languages.count;
    if (words->found == 0)
        return NULL;
    for (int i = 0; i < n; i++)
        if (words->strings[i] == NULL)
            ez_diag_report(s->r->load->diags, EZ_MISSING_LANGUAGE,
                           words->places[i].source != NULL ? words->places[i] : row, NULL,
                           "thing", s->r->thing, "field", name, "language",
                           s->r->load->kit->languages.names[i], NULL);
    EzText *text = ez_arena_make(s->r->arena, EzText);
    *text = (EzText){n, words->strings, words->places};
    return words->found == n ? text : NULL;
}

static Words new_words(Sheet *s)
{
    int n = s->r->load->kit->languages.count;
    return (Words){ez_arena_array(s->r->arena, const char *, n),
                   ez_arena_array(s->r->arena, EzPlace, n), 0};
}

static void add_words(Sheet *s, Words *words, int language, const EzCsvCell *cell)
{
    words->places[language] = cell_place(s, cell);
    if (cell->text[0] == '\0')
        return;
    words->strings[language] = cell->text;
    words->found++;
}

// The cells of one field and member, as one value.
static EzValue text_value(Sheet *s, const EzCsvCell *cells, int field, int member, EzPlace row)
{
    Words words = new_words(s);
    EzValue value = {0};
    const EzCardField *leaf = NULL;
    for (int i = 0; i < s->n_columns; i++) {
        const Column *column = &s->columns[i];
        if (column->target != TO_FIELD || column->field != field || column->member != member)
            continue;
        leaf = leaf_of(s, column);
        value.place = cell_place(s, &cells[i]);
        add_words(s, &words, column->language, &cells[i]);
    }
    value.text = leaf != NULL ? text_of(s, &words, leaf->name, row) : NULL;
    value.given = value.text != NULL;
    if (value.given)
        ez_fields_check_max(s->r, leaf, &value);
    return value;
}

// A Dutch spreadsheet writes 2,5. NULL when that is not what went wrong; owned by the caller.
static char *number_hint(const char *cell)
{
    g_autofree char *pointed = g_strdelimit(g_strdup(cell), ",", '.');
    char *end;
    g_ascii_strtod(pointed, &end);
    bool is_number = strchr(cell, ',') != NULL && end != pointed && *end == '\0';
    return is_number ? g_strdup_printf("decimals stand behind a point: %s", pointed) : NULL;
}

static void tell_no_number(Sheet *s, const EzCardField *field, const char *cell, EzPlace place)
{
    g_autofree char *hint = number_hint(cell);
    ez_diag_report(s->r->load->diags, EZ_WRONG_TYPE, place, hint, "thing", s->r->thing, "field",
                   field->name, "expected", ez_type_words(EZ_TYPE_NUMBER), "found", "text",
                   NULL);
}

static EzValue string_value(Sheet *s, const EzCardField *field, const char *string,
                            EzPlace place)
{
    EzValue value = {0};
    s->r->place = place;
    s->r->word = field->name;
    g_autofree char *clean = g_strstrip(g_strdup(string));
    if (clean[0] == '\0')
        return value;
    if (!ez_fields_take_string(s->r, field, clean, &value) && field->kind == EZ_FIELD_NUMBER)
        tell_no_number(s, field, clean, place);
    return value;
}

static int column_of(const Sheet *s, int field, int member)
{
    for (int i = 0; i < s->n_columns; i++)
        if (s->columns[i].target == TO_FIELD && s->columns[i].field == field &&
            s->columns[i].member == member)
            return i;
    return -1;
}

static EzValue single_value(Sheet *s, const EzCsvCell *cells, int field, int member,
                            EzPlace row)
{
    int column = column_of(s, field, member);
    if (column < 0)
        return (EzValue){0};
    const EzCardField *leaf = leaf_of(s, &s->columns[column]);
    if (leaf->kind == EZ_FIELD_TEXT)
        return text_value(s, cells, field, member, row);
    return string_value(s, leaf, cells[column].text, cell_place(s, &cells[column]));
}

static EzValue group_value(Sheet *s, const EzCsvCell *cells, int field, EzPlace row)
{
    const EzCardField *group = &s->deck->fields[field];
    EzValue *items = ez_arena_array(s->r->arena, EzValue, group->n_members);
    EzValue value = {.place = row, .items = items, .count = group->n_members};
    for (int m = 0; m < group->n_members; m++) {
        items[m] = single_value(s, cells, field, m, row);
        value.given = value.given || items[m].given;
    }
    return value;
}

// "a | b | c": a list of plain values, or of one member of its groups.
static void fill_list(Sheet *s, const EzCsvCell *cell, const Column *column, EzValue *value)
{
    const EzCardField *field = &s->deck->fields[column->field], *leaf = leaf_of(s, column);
    EzCardField reference = {.kind = EZ_FIELD_REF, .name = field->name};
    g_auto(GStrv) parts = g_strsplit(cell->text, "|", -1);
    int count = cell->text[0] != '\0' ? (int)g_strv_length(parts) : 0;
    if (count > value->count) {
        EzValue *items = ez_arena_array(s->r->arena, EzValue, count);
        for (int i = 0; i < count; i++)
            items[i] = i < value->count ? value->items[i] : (EzValue){0};
        value->items = items;
        value->count = count;
    }
    for (int i = 0; i < count; i++) {
        EzValue *item = (EzValue *)&value->items[i];
        EzValue one = string_value(s, field->kind == EZ_FIELD_REFS ? &reference : leaf,
                                   parts[i], cell_place(s, cell));
        if (column->member < 0) {
            *item = one;
            continue;
        }
        if (!item->given)
            *item = (EzValue){
                .given = true,
                .place = one.place,
                .items = ez_arena_array(s->r->arena, EzValue, field->members->n_members),
                .count = field->members->n_members};
        ((EzValue *)item->items)[column->member] = one;
    }
    value->given = value->given || count > 0;
}

static EzValue list_value(Sheet *s, const EzCsvCell *cells, int field, EzPlace row)
{
    EzValue value = {.place = row};
    for (int i = 0; i < s->n_columns; i++)
        if (s->columns[i].target == TO_FIELD && s->columns[i].field == field)
            fill_list(s, &cells[i], &s->columns[i], &value);
    return value;
}

static EzValue field_value(Sheet *s, const EzCsvCell *cells, int field, EzPlace row)
{
    switch (s->deck->fields[field].kind) {
    case EZ_FIELD_GROUP:
        return group_value(s, cells, field, row);
    case EZ_FIELD_LIST:
    case EZ_FIELD_REFS:
        return list_value(s, cells, field, row);
    default:
        return single_value(s, cells, field, -1, row);
    }
}

static void read_id(Sheet *s, const EzCsvCell *cell, EzCard *card)
{
    if (ez_read_is_id(cell->text))
        card->id = cell->text;
    else if (cell->text[0] != '\0')
        ez_diag_report(s->r->load->diags, EZ_BAD_ID, cell_place(s, cell),
                       "letters, digits, - and _, at most 40 of them", "thing", "a card",
                       "value", cell->text, NULL);
}

static void read_copies(Sheet *s, const EzCsvCell *cell, EzCard *card)
{
    char *end;
    gint64 copies = g_ascii_strtoll(cell->text, &end, 10);
    if (cell->text[0] == '\0')
        return;
    if (*end == '\0' && copies >= 1 && copies <= 1000)
        card->copies = (int)copies;
    else
        ez_diag_report(s->r->load->diags, EZ_OUT_OF_RANGE, cell_place(s, cell), NULL, "thing",
                       s->r->thing, "field", "copies", "expected",
                       "a whole number from 1 to 1000", "value",
                       ez_arena_printf(s->r->arena, "\"%s\"", cell->text), NULL);
}

static bool has_text(const EzCsvCell *cells, const Sheet *s, Target target)
{
    for (int i = 0; i < s->n_columns; i++)
        if (s->columns[i].target == target && cells[i].text[0] != '\0')
            return true;
    return false;
}

static void tell_absent(Sheet *s, const EzCsvCell *cells, Target target, const char *name,
                        EzPlace place)
{
    if (has_column(s, target, -1) && !has_text(cells, s, target))
        ez_diag_report(s->r->load->diags, EZ_MISSING_FIELD, place, NULL, "thing", s->r->thing,
                       "field", name, NULL);
}

static void read_common(Sheet *s, const EzCsvCell *cells, EzCard *card)
{
    Words title = new_words(s);
    for (int i = 0; i < s->n_columns; i++) {
        if (s->columns[i].target == TO_ID)
            read_id(s, &cells[i], card);
        else if (s->columns[i].target == TO_TITLE)
            add_words(s, &title, s->columns[i].language, &cells[i]);
    }
    s->r->thing = card->id != NULL
                      ? ez_arena_printf(s->r->arena, "card \"%s\"", card->id)
                      : ez_arena_printf(s->r->arena, "a card of deck \"%s\"", s->deck->id);
    card->title = text_of(s, &title, "title", card->place);
    tell_absent(s, cells, TO_ID, "id", card->place);
    tell_absent(s, cells, TO_TITLE, "title", card->place);
    for (int i = 0; i < s->n_columns; i++)
        if (s->columns[i].target == TO_COPIES)
            read_copies(s, &cells[i], card);
}

// An empty cell is an absent value; one with something in it was told already.
static bool was_told(const Sheet *s, const EzCsvCell *cells, int field)
{
    for (int i = 0; i < s->n_columns; i++)
        if (s->columns[i].target == TO_FIELD && s->columns[i].field == field &&
            cells[i].text[0] != '\0')
            return true;
    return false;
}

static void read_row(Sheet *s, const EzCsvCell *cells)
{
    EzCard card = {.deck = s->deck, .copies = s->deck->copies, .origin = {NULL, -1}};
    card.place = cell_place(s, &cells[0]);
    read_common(s, cells, &card);
    EzValue *values = ez_arena_array(s->r->arena, EzValue, s->deck->n_fields);
    for (int i = 0; i < s->deck->n_fields; i++) {
        values[i] = field_value(s, cells, i, card.place);
        if (!values[i].given && !s->deck->fields[i].optional && has_column(s, TO_FIELD, i) &&
            !was_told(s, cells, i))
            ez_diag_report(s->r->load->diags, EZ_MISSING_FIELD, card.place, NULL, "thing",
                           s->r->thing, "field", s->deck->fields[i].name, NULL);
    }
    card.values = values;
    if (card.id != NULL && card.title != NULL)
        g_array_append_val(s->cards, card);
    else
        ez_load_mark_broken(s->r->load, card.id);
}

static void read_rows(Sheet *s)
{
    int count;
    for (const EzCsvCell *cells; (cells = ez_csv_next(s->csv, &count)) != NULL;) {
        if (count == s->n_columns) {
            read_row(s, cells);
            continue;
        }
        g_autofree char *found = g_strdup_printf("%d", count);
        g_autofree char *expected = g_strdup_printf("%d", s->n_columns);
        ez_diag_report(s->r->load->diags, EZ_CSV_CELLS, cell_place(s, &cells[0]), NULL, "found",
                       found, "expected", expected, NULL);
    }
}

void ez_csvcards_read(EzReading *r, EzDeck *deck, const char *path)
{
    const EzLoadedFile *file = ez_load_file(r->load, path, CSV_FILE_MAX, r->place);
    if (file == NULL)
        return;
    Sheet s = {.r = r, .deck = deck, .source = file->source};
    s.csv = ez_csv_new(file->source, r->arena);
    s.cards = g_array_new(FALSE, FALSE, sizeof(EzCard));
    if (read_header(&s))
        read_rows(&s);
    size_t at;
    const char *problem = ez_csv_problem(s.csv, &at);
    if (problem != NULL)
        ez_diag_report(r->load->diags, EZ_CSV_SYNTAX, ez_source_place(file->source, at, at + 1),
                       NULL, "problem", problem, NULL);
    deck->n_cards = (int)s.cards->len;
    deck->cards = ez_arena_copy(r->arena, s.cards->data, s.cards->len * sizeof(EzCard));
    g_array_unref(s.cards);
    ez_csv_free(s.csv);
}
