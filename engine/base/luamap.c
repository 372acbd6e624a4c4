// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/luamap.h"

#include "engine/base/lualex.h"

#include <string.h>

// Deeper tables are passed over: no author nests that far, and the scan must end on any input.
// More constructors of one line are not told apart: a file on one line must not take quadratic time.
enum { DEEPEST = 200, MOST_ON_A_LINE = EZ_LUAMAP_MOST_ON_A_LINE };

typedef struct Field {
    int table; // that it stands in
    char *key; // NULL for a positional item
    int index; // of a positional item, from 1
    size_t key_start, key_end;
    size_t value_start, value_end;
    int child; // the constructor that is its value, or -1
} Field;

typedef struct Table {
    char *callee; // NULL for a plain table
    int line;     // where the call, or the brace, begins
    size_t start, open, close;
    int parent;
    int first_field; // index of its first field in `by_table`, filled at the end
    int n_fields;
} Table;

struct EzLuaMap {
    const EzSource *source;
    GArray *tables; // of Table, in the order of their opening braces
    GArray *fields; // of Field, sorted by table at the end
    GArray
        *closed; // of int: tables by line, within a line in the order of their closing braces
    int returned;
};

// --- scanning -----------------------------------------------------------------

typedef struct Open {
    int table;  // or -1 for ( [ and blocks
    int field;  // the field being read, or -1
    int blocks; // open function … end and the like within this brace
    int items;  // positional items so far
} Open;

typedef struct Scanner {
    EzLuaMap *map;
    const char *text;
    size_t length;
    GArray *stack;      // of Open
    EzLuaToken before;  // the token before this one
    size_t chain_start; // where the dotted name that ends in `before` begins
    bool in_chain;      // the last sign was a dot of such a name
    bool value_begins;  // the next token begins a field's value
} Scanner;

static Table *table_at(const EzLuaMap *map, int i)
{
    return &g_array_index(map->tables, Table, i);
}

static Field *field_at(const EzLuaMap *map, int i)
{
    return &g_array_index(map->fields, Field, i);
}

static Open *top(Scanner *s)
{
    return s->stack->len > 0 ? &g_array_index(s->stack, Open, s->stack->len - 1) : NULL;
}

static int add_field(Scanner *s, Open *open, EzLuaToken token)
{
    Field field = {.table = open->table, .index = ++open->items, .child = -1};
    field.key_start = field.value_start = token.start;
    field.key_end = field.value_end = token.end;
    g_array_append_val(s->map->fields, field);
    return (int)s->map->fields->len - 1;
}

static char *unquoted(const char *text, EzLuaToken token)
{
    size_t length = token.end - token.start;
    if (token.kind == EZ_LUA_STRING && length >= 2 && text[token.start] != '[')
        return g_strndup(text + token.start + 1, length - 2);
    return g_strndup(text + token.start, length);
}

// [1] and [word] are no names: they are kept in their brackets.
static char *key_of(const char *text, EzLuaToken token, bool bracketed)
{
    if (!bracketed || token.kind == EZ_LUA_STRING)
        return unquoted(text, token);
    return g_strdup_printf("[%.*s]", (int)(token.end - token.start), text + token.start);
}

// `name =` and `["name"] =` turn the item that is being read into a field with a key.
static void take_key(Scanner *s, Open *open, EzLuaToken key, bool bracketed)
{
    Field *field = field_at(s->map, open->field);
    field->key = key_of(s->text, key, bracketed);
    field->key_start = key.start;
    field->key_end = key.end;
    field->index = 0;
    open->items--;
    s->value_begins = true;
}

static bool is_callee(const Scanner *s)
{
    static const char *const words[] = {"return", "and",  "or",   "not",
                                        "in",     "then", "else", "do"};
    if (s->before.kind != EZ_LUA_NAME)
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (ez_lualex_is(s->text, s->before, words[i]))
            return false;
    return true;
}

static void open_table(Scanner *s, EzLuaToken brace)
{
    Open *outer = top(s);
    Table table = {.parent = outer != NULL ? outer->table : -1, .open = brace.start};
    bool called = is_callee(s);
    table.start = called ? s->chain_start : brace.start;
    table.callee =
        called ? g_strndup(s->text + s->before.start, s->before.end - s->before.start) : NULL;
    table.line = ez_source_line_at(s->map->source, table.start);
    table.close = s->length;
    int number = (int)s->map->tables->len;
    g_array_append_val(s->map->tables, table);
    if (outer != NULL && outer->table >= 0 && outer->field >= 0) {
        Field *field = field_at(s->map, outer->field);
        if (field->child < 0 && field->value_start == table.start)
            field->child = number;
    }
    Open open = {.table = number, .field = -1};
    g_array_append_val(s->stack, open);
}

static void open_other(Scanner *s)
{
    Open open = {.table = -1, .field = -1};
    g_array_append_val(s->stack, open);
}

static void close_bracket(Scanner *s, EzLuaToken token, bool brace)
{
    Open *open = top(s);
    if (open == NULL || (open->table >= 0) != brace)
        return; // a bracket that closes nothing: not Lua, and not ours to mend
    if (brace) {
        table_at(s->map, open->table)->close = token.end;
        g_array_append_val(s->map->closed, open->table);
    }
    g_array_set_size(s->stack, s->stack->len - 1);
    Open *outer = top(s);
    if (outer != NULL && outer->field >= 0)
        field_at(s->map, outer->field)->value_end = token.end;
}

static int block_step(const Scanner *s, EzLuaToken token)
{
    static const struct {
        const char *word;
        int step;
    } words[] = {{"function", 1}, {"if", 1},   {"do", 1},
                 {"repeat", 1},   {"end", -1}, {"until", -1}};
    if (token.kind != EZ_LUA_NAME)
        return 0;
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (ez_lualex_is(s->text, token, words[i].word))
            return words[i].step;
    return 0;
}

// A token directly inside a brace: it begins an item, ends one, names one, or belongs to one.
static void in_table(Scanner *s, Open *open, EzLuaToken token)
{
    open->blocks = MAX(0, open->blocks + block_step(s, token));
    bool sign = token.kind == EZ_LUA_SIGN && open->blocks == 0;
    if (sign && (ez_lualex_is(s->text, token, ",") || ez_lualex_is(s->text, token, ";"))) {
        open->field = -1;
        s->value_begins = false;
        return;
    }
    if (open->field < 0) {
        open->field = add_field(s, open, token);
        return;
    }
    Field *field = field_at(s->map, open->field);
    if (sign && ez_lualex_is(s->text, token, "=") && field->key == NULL &&
        field->key_start == s->before.start && s->before.kind == EZ_LUA_NAME) {
        take_key(s, open, s->before, false);
        return;
    }
    if (s->value_begins)
        field->value_start = token.start;
    s->value_begins = false;
    field->value_end = token.end;
}

// `["name"] =` directly inside a brace; true when it was read, and `*at` moved past it.
static bool bracket_key(Scanner *s, EzLuaToken token, size_t *at)
{
    Open *open = top(s);
    if (open == NULL || open->table < 0 || open->field >= 0 ||
        !ez_lualex_is(s->text, token, "["))
        return false;
    EzLuaToken key = ez_lualex_next(s->text, s->length, token.end);
    EzLuaToken close = ez_lualex_next(s->text, s->length, key.end);
    EzLuaToken equals = ez_lualex_next(s->text, s->length, close.end);
    if (key.kind == EZ_LUA_SIGN || key.kind == EZ_LUA_END ||
        !ez_lualex_is(s->text, close, "]") || !ez_lualex_is(s->text, equals, "="))
        return false;
    open->field = add_field(s, open, token);
    take_key(s, open, key, true);
    s->before = equals;
    *at = equals.end;
    return true;
}

static void track_chain(Scanner *s, EzLuaToken token)
{
    bool dot = ez_lualex_is(s->text, token, ".") || ez_lualex_is(s->text, token, ":");
    if (token.kind == EZ_LUA_NAME && !s->in_chain)
        s->chain_start = token.start;
    s->in_chain = dot && s->before.kind == EZ_LUA_NAME;
}

static void step(Scanner *s, EzLuaToken token)
{
    Open *open = top(s);
    bool sign = token.kind == EZ_LUA_SIGN;
    char c = sign ? s->text[token.start] : '\0';
    bool closes = c == '}' || c == ')' || c == ']';
    if (open != NULL && open->table >= 0 && !(closes && c == '}'))
        in_table(s, open, token);
    track_chain(s, token);
    if (c == '{' && s->stack->len < DEEPEST)
        open_table(s, token);
    else if (c == '(' || c == '[' || c == '{')
        open_other(s);
    else if (closes)
        close_bracket(s, token, c == '}');
    else if (ez_lualex_is(s->text, token, "return") && s->stack->len == 0)
        s->map->returned = (int)s->map->tables->len;
    s->before = token;
}

static int by_table(gconstpointer a, gconstpointer b)
{
    const Field *x = a, *y = b;
    if (x->table != y->table)
        return x->table - y->table;
    return (x->key_start > y->key_start) - (x->key_start < y->key_start);
}

static void index_fields(EzLuaMap *map)
{
    g_array_sort(map->fields, by_table);
    for (int i = 0; i < (int)map->fields->len; i++) {
        Table *table = table_at(map, field_at(map, i)->table);
        if (table->n_fields++ == 0)
            table->first_field = i;
    }
}

static int by_line(gconstpointer a, gconstpointer b, gpointer data)
{
    const EzLuaMap *map = data;
    return table_at(map, *(const int *)a)->line - table_at(map, *(const int *)b)->line;
}

static void clear_table(gpointer data)
{
    g_free(((Table *)data)->callee);
}

static void clear_field(gpointer data)
{
    g_free(((Field *)data)->key);
}

EzLuaMap *ez_luamap_new(const EzSource *source)
{
    EzLuaMap *map = g_new0(EzLuaMap, 1);
    map->source = source;
    map->returned = -1;
    map->tables = g_array_new(FALSE, FALSE, sizeof(Table));
    map->fields = g_array_new(FALSE, FALSE, sizeof(Field));
    map->closed = g_array_new(FALSE, FALSE, sizeof(int));
    g_array_set_clear_func(map->tables, clear_table);
    g_array_set_clear_func(map->fields, clear_field);
    Scanner s = {.map = map, .text = source->text, .length = source->length};
    s.stack = g_array_new(FALSE, FALSE, sizeof(Open));
    size_t at = ez_source_line_start(source, 1); // past a byte order mark
    for (;;) {
        EzLuaToken token = ez_lualex_next(s.text, s.length, at);
        if (token.kind == EZ_LUA_END)
            break;
        at = token.end;
        if (!bracket_key(&s, token, &at))
            step(&s, token);
    }
    g_array_unref(s.stack);
    index_fields(map);
    g_array_sort_with_data(map->closed, by_line, map); // stable: the order of closing stays
    return map;
}

void ez_luamap_free(EzLuaMap *map)
{
    if (map == NULL)
        return;
    g_array_unref(map->tables);
    g_array_unref(map->fields);
    g_array_unref(map->closed);
    g_free(map);
}

// --- asking -------------------------------------------------------------------

const EzSource *ez_luamap_source(const EzLuaMap *map)
{
    return map->source;
}

int ez_luamap_count(const EzLuaMap *map)
{
    return (int)map->tables->len;
}

// The first of `closed` (sorted by line) on this line or after it.
static unsigned first_on_line(const EzLuaMap *map, int line)
{
    unsigned low = 0, high = map->closed->len;
    while (low < high) {
        unsigned middle = (low + high) / 2;
        if (table_at(map, g_array_index(map->closed, int, middle))->line < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// Visits the constructors of this name on this line; the n-th of them, or -1; tells their number.
static int nth_on_line(const EzLuaMap *map, const char *callee, int line, int n, int *count)
{
    int found = -1;
    *count = 0;
    unsigned first = first_on_line(map, line);
    for (unsigned i = first; i < map->closed->len && i < first + MOST_ON_A_LINE; i++) {
        int number = g_array_index(map->closed, int, i);
        const Table *table = table_at(map, number);
        if (table->line != line)
            break;
        if (g_strcmp0(table->callee, callee) == 0 && (*count)++ == n)
            found = number;
    }
    return found;
}

int ez_luamap_find_count(const EzLuaMap *map, const char *callee, int line)
{
    int count;
    nth_on_line(map, callee, line, 0, &count);
    return count;
}

int ez_luamap_find(const EzLuaMap *map, const char *callee, int line, int n)
{
    int count = ez_luamap_find_count(map, callee, line);
    return count > 0 ? nth_on_line(map, callee, line, n % count, &count) : -1;
}

// Tables stand in the order of their braces, and so of what they begin with.
EzOrigin ez_luamap_at(const EzLuaMap *map, size_t offset)
{
    unsigned low = 0, high = map->tables->len;
    while (low < high) {
        unsigned middle = (low + high) / 2;
        if (table_at(map, (int)middle)->start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    bool there = low < map->tables->len && table_at(map, (int)low)->start == offset;
    return there ? (EzOrigin){map, (int)low, table_at(map, (int)low)->line} : (EzOrigin){0};
}

int ez_luamap_returned(const EzLuaMap *map)
{
    return map->returned < (int)map->tables->len ? map->returned : -1;
}

EzPlace ez_luamap_token(const EzLuaMap *map, int line, const char *word)
{
    const EzSource *source = map->source;
    size_t end = ez_source_line_start(source, line + 1);
    for (size_t at = ez_source_line_start(source, line); at < end;) {
        EzLuaToken token = ez_lualex_next(source->text, source->length, at);
        if (token.kind == EZ_LUA_END || token.start >= end)
            break;
        bool quoted = token.kind == EZ_LUA_STRING &&
                      token.end - token.start == strlen(word) + 2 &&
                      strncmp(source->text + token.start + 1, word, strlen(word)) == 0;
        if (quoted || ez_lualex_is(source->text, token, word))
            return ez_source_place(source, token.start, token.end);
        at = token.end;
    }
    return ez_source_whole_line(source, line);
}

EzPlace ez_luamap_used(const EzLuaMap *map, int line, const char *word, bool field)
{
    const EzSource *source = map->source;
    size_t end = ez_source_line_start(source, line + 1);
    bool dotted = false;
    for (size_t at = ez_source_line_start(source, line); at < end;) {
        EzLuaToken token = ez_lualex_next(source->text, source->length, at);
        if (token.kind == EZ_LUA_END || token.start >= end)
            break;
        at = token.end;
        EzLuaToken next = ez_lualex_next(source->text, source->length, at);
        if (dotted == field && ez_lualex_is(source->text, token, word) &&
            !ez_lualex_is(source->text, next, "="))
            return ez_source_place(source, token.start, token.end);
        dotted =
            ez_lualex_is(source->text, token, ".") || ez_lualex_is(source->text, token, ":");
    }
    return ez_luamap_token(map, line, word);
}

bool ez_origin_known(EzOrigin origin)
{
    return origin.map != NULL && origin.table >= 0;
}

EzPlace ez_origin_place(EzOrigin origin)
{
    if (!ez_origin_known(origin))
        return origin.map != NULL ? ez_source_whole_line(origin.map->source, origin.line)
                                  : (EzPlace){0};
    const Table *table = table_at(origin.map, origin.table);
    size_t end = table->callee != NULL ? table->open : table->open + 1;
    while (end > table->start + 1 && g_ascii_isspace(origin.map->source->text[end - 1]))
        end--;
    return ez_source_place(origin.map->source, table->start, end);
}

static const Field *find_field(EzOrigin origin, const char *key, int index)
{
    if (!ez_origin_known(origin))
        return NULL;
    const Table *table = table_at(origin.map, origin.table);
    // The i-th item stands behind at least i - 1 fields: a long list is not walked from its start.
    for (int i = key == NULL ? index - 1 : 0; i < table->n_fields; i++) {
        const Field *field = field_at(origin.map, table->first_field + i);
        if (key != NULL ? g_strcmp0(field->key, key) == 0
                        : field->key == NULL && field->index == index)
            return field;
    }
    return NULL;
}

bool ez_origin_shows(EzOrigin origin, const char *key)
{
    return find_field(origin, key, 0) != NULL;
}

bool ez_origin_shows_item(EzOrigin origin, int index)
{
    return index > 0 && find_field(origin, NULL, index) != NULL;
}

static EzPlace place_of(EzOrigin origin, const Field *field, bool value)
{
    if (field == NULL)
        return ez_origin_place(origin);
    return ez_source_place(origin.map->source, value ? field->value_start : field->key_start,
                           value ? field->value_end : field->key_end);
}

EzPlace ez_origin_field(EzOrigin origin, const char *key)
{
    return place_of(origin, find_field(origin, key, 0), false);
}

EzPlace ez_origin_value(EzOrigin origin, const char *key)
{
    return place_of(origin, find_field(origin, key, 0), true);
}

EzPlace ez_origin_item(EzOrigin origin, int index)
{
    return place_of(origin, find_field(origin, NULL, index), true);
}

static EzOrigin child_of(EzOrigin origin, const Field *field)
{
    if (field == NULL)
        return (EzOrigin){origin.map, -1, ez_origin_place(origin).line};
    int line = ez_source_line_at(origin.map->source, field->value_start);
    return (EzOrigin){origin.map, field->child, line};
}

EzOrigin ez_origin_child(EzOrigin origin, const char *key)
{
    return child_of(origin, find_field(origin, key, 0));
}

EzOrigin ez_origin_child_item(EzOrigin origin, int index)
{
    return child_of(origin, find_field(origin, NULL, index));
}

void ez_luamap_repeated_keys(const EzLuaMap *map, EzRepeatedKey visit, void *data)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (unsigned i = 0; i < map->tables->len; i++) {
        const Table *table = table_at(map, (int)i);
        g_hash_table_remove_all(seen);
        for (int k = 0; k < table->n_fields; k++) {
            const Field *field = field_at(map, table->first_field + k);
            if (field->key != NULL && !g_hash_table_add(seen, field->key))
                visit(field->key,
                      ez_source_place(map->source, field->key_start, field->key_end), data);
        }
    }
}
