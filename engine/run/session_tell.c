// SPDX-License-Identifier: EUPL-1.2
// What is wrong in the author's file, at its place.
#include "engine/base/luacall.h"
#include "engine/base/lualex.h"
#include "engine/run/session-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// A pinned file with its map; empty when the session has no such file.
typedef struct Page {
    EzSource *source;
    EzLuaMap *map;
} Page;

static Page open_page(const EzSession *session, const char *chunk)
{
    const EzPinned *pinned = chunk != NULL ? ez_session_source(session, chunk) : NULL;
    if (pinned == NULL)
        return (Page){0};
    gsize length;
    const char *text = g_bytes_get_data(pinned->bytes, &length);
    EzSource *source = ez_source_new(chunk, text, length);
    return (Page){source, ez_luamap_new(source)};
}

static void close_page(Page *page)
{
    ez_luamap_free(page->map);
    ez_source_free(page->source);
}

// pick(id, list, n) and shuffle(id, list) have no table of options.
static int argument_of(const EzMistake *mistake, const char *called)
{
    bool listed = strcmp(called, "pick") == 0 || strcmp(called, "shuffle") == 0;
    if (!listed || mistake->field == NULL)
        return mistake->argument;
    return strcmp(mistake->field, "n") == 0 ? 3 : 2;
}

static EzPlace place_in(const EzLuaCall *call, const EzMistake *mistake, const char *called)
{
    int argument = argument_of(mistake, called);
    EzOrigin origin = ez_luacall_origin(call, argument);
    if (mistake->field == NULL || !ez_origin_shows(origin, mistake->field))
        return argument > 0 ? ez_luacall_argument(call, argument) : ez_luacall_place(call);
    if (mistake->name)
        return ez_origin_field(origin, mistake->field);
    EzOrigin list = ez_origin_child(origin, mistake->field);
    return mistake->item > 0 && ez_origin_shows_item(list, mistake->item)
               ? ez_origin_item(list, mistake->item)
               : ez_origin_value(origin, mistake->field);
}

bool ez_session_tell_mistake(const EzSession *session, EzDiags *diags)
{
    const char *called, *id;
    const EzFault *fault = &session->fault;
    const EzMistake *mistake = ez_script_mistake(session->script, fault, &called, &id);
    if (fault->kind == EZ_FAULT_NONE || mistake == NULL)
        return false;
    Page page = open_page(session, fault->chunk);
    EzPlace place = {0};
    EzLuaCall call;
    if (page.map == NULL)
        ; // of no file that the session has
    else if (mistake->word != NULL)
        place = ez_luamap_used(page.map, fault->line, mistake->word, true);
    else if (called != NULL && ez_luacall_find(page.map, fault->line, called, id, &call))
        place = place_in(&call, mistake, called);
    else
        place = ez_source_whole_line(page.source, fault->line);
    ez_diag_report_message(diags, mistake->code, place, mistake->hint, mistake->message);
    close_page(&page);
    return true;
}

// ---- steps ---------------------------------------------------------------------

// What a wall shows in letters that can be read from the back.
enum { LONGEST = 300 };

typedef struct Telling {
    const EzSession *session;
    const char *const *languages;
    EzDiags *diags;
    GHashTable *pages; // of Page, by chunk
} Telling;

static void free_page(void *data)
{
    close_page(data);
    g_free(data);
}

static const Page *page_of(Telling *t, const EzSpot *spot)
{
    if (spot->chunk == NULL)
        return NULL;
    Page *page = g_hash_table_lookup(t->pages, spot->chunk);
    if (page == NULL) {
        page = g_new0(Page, 1);
        *page = open_page(t->session, spot->chunk);
        g_hash_table_insert(t->pages, spot->chunk, page);
    }
    return page->map != NULL ? page : NULL;
}

// A call that is looked at.
typedef struct Called {
    const char *word, *id;
    const EzSpot *spot;
} Called;

// False when the source does not show it; `place` is the line then.
static bool find_call(Telling *t, Called called, EzLuaCall *call, EzPlace *place)
{
    const Page *page = page_of(t, called.spot);
    *place = (EzPlace){0};
    if (page == NULL)
        return false;
    *place = ez_source_whole_line(page->source, called.spot->line);
    return ez_luacall_find(page->map, called.spot->line, called.word, called.id, call);
}

static EzPlace place_of_argument(Telling *t, Called called, int argument)
{
    EzLuaCall call;
    EzPlace place;
    return find_call(t, called, &call, &place) ? ez_luacall_argument(&call, argument) : place;
}

static EzPlace place_of_item(Telling *t, Called called, const char *option, int item)
{
    EzLuaCall call;
    EzPlace place;
    if (!find_call(t, called, &call, &place))
        return place;
    EzOrigin options = ez_luacall_origin(&call, EZ_CALL_OPTIONS);
    EzOrigin list = ez_origin_child(options, option);
    if (ez_origin_shows_item(list, item))
        return ez_origin_item(list, item);
    return ez_origin_shows(options, option) ? ez_origin_value(options, option)
                                            : ez_luacall_argument(&call, EZ_CALL_OPTIONS);
}

static void tell_language(Telling *t, EzPlace place, const char *thing, const char *language)
{
    ez_diag_report(t->diags, EZ_STEP_LANGUAGE, place, NULL, "thing", thing, "language",
                   language, NULL);
}

static void tell_text(Telling *t, Called called, JsonNode *text)
{
    g_autofree char *thing = g_strdup_printf("%s \"%s\"", called.word, called.id);
    for (const char *const *language = t->languages; *language != NULL; language++)
        if (ez_value_string(ez_value_get(text, *language), NULL) == NULL)
            tell_language(t, place_of_argument(t, called, EZ_CALL_TEXT), thing, *language);
}

static void tell_length(Telling *t, Called called, JsonNode *text)
{
    g_autofree char *thing = g_strdup_printf("%s \"%s\"", called.word, called.id);
    for (const char *const *language = t->languages; *language != NULL; language++) {
        const char *words = ez_value_string(ez_value_get(text, *language), "");
        glong length = g_utf8_strlen(words, -1);
        if (length <= LONGEST)
            continue;
        g_autofree char *count = g_strdup_printf("%ld", length);
        g_autofree char *most = g_strdup_printf("%d", LONGEST);
        ez_diag_report(t->diags, EZ_STEP_LONG, place_of_argument(t, called, EZ_CALL_TEXT), NULL,
                       "thing", thing, "language", *language, "count", count, "max", most,
                       NULL);
    }
}

static bool speaks(JsonNode *item, const char *const *languages)
{
    for (; *languages != NULL; languages++)
        if (ez_value_get(item, *languages) != NULL)
            return true;
    return false;
}

// An item with words in one language has them in all.
static void tell_items(Telling *t, Called called, const char *option, JsonNode *items)
{
    for (int i = 0; i < ez_value_count(items); i++) {
        JsonNode *item = ez_value_item(items, i);
        if (!speaks(item, t->languages))
            continue;
        g_autofree char *thing = g_strdup_printf("%s \"%s\": item %d of \"%s\"", called.word,
                                                 called.id, i + 1, option);
        for (const char *const *language = t->languages; *language != NULL; language++)
            if (ez_value_get(item, *language) == NULL)
                tell_language(t, place_of_item(t, called, option, i + 1), thing, *language);
    }
}

static void tell_options(Telling *t, Called called, const EzStep *step)
{
    for (const EzStepOption *option = step->kind->options; option->name != NULL; option++)
        if (option->type == EZ_OPTION_ITEMS)
            tell_items(t, called, option->name, ez_step_option(step, option->name));
}

// What chance answers is often shown by the step after it, and needs no words of its own.
static bool needs_text(const EzStep *step)
{
    return step->kind->answerer != EZ_BY_CHANCE || JSON_NODE_HOLDS_OBJECT(step->text);
}

static bool is_on_the_wall(const EzStep *step)
{
    const char *to = ez_value_string(ez_step_option(step, "to"), "all");
    return strcmp(to, "all") == 0 || strcmp(to, "projector") == 0;
}

// An id that a variable holds may be that of a step in a loop, said in one of two ways.
static bool is_written(Telling *t, Called called)
{
    EzLuaCall call;
    EzPlace place;
    g_autofree char *id =
        find_call(t, called, &call, &place) ? ez_luacall_text(&call, 1) : NULL;
    return g_strcmp0(id, called.id) == 0;
}

static bool same_spot(const EzSpot *a, const EzSpot *b)
{
    return g_strcmp0(a->chunk, b->chunk) == 0 && a->line == b->line;
}

// `first`: the step of each name, its key without the number.
static void tell_twice(Telling *t, Called called, const EzStep *step, GHashTable *first)
{
    char *name = g_strndup(step->key, (gsize)(strrchr(step->key, '#') - step->key));
    const EzStep *other = g_hash_table_lookup(first, name);
    if (other == NULL) {
        g_hash_table_insert(first, name, (void *)step);
        return;
    }
    g_free(name);
    Called before = {other->kind->word, other->id, &other->spot};
    if (same_spot(&other->spot, &step->spot) || !is_written(t, before) ||
        !is_written(t, called))
        return;
    bool same_file = g_strcmp0(other->spot.chunk, step->spot.chunk) == 0;
    g_autofree char *where = g_strdup_printf("%s%s%d", same_file ? "line" : other->spot.chunk,
                                             same_file ? " " : ":", other->spot.line);
    ez_diag_report(t->diags, EZ_STEP_TWICE, place_of_argument(t, called, EZ_CALL_ID), NULL,
                   "id", step->id, "first", where, NULL);
}

// How many people a group has, as the split says that was the last before this step; 0 where none says it.
static int size_of_groups(const EzSession *session, guint at)
{
    while (at-- > 0) {
        const EzStep *step = session->steps->pdata[at];
        if (strcmp(step->kind->word, "seat") == 0)
            return 0;
        if (strcmp(step->kind->word, "split") != 0)
            continue;
        if (ez_step_option(step, "count") != NULL)
            return 0;
        return (int)ez_value_number(ez_step_option(step, "size"), EZ_GROUP_USUAL);
    }
    return 0;
}

// Nobody is anonymous among few. What counts is how many the author meant a group to have: with few people
// present every group is small.
static void tell_few(Telling *t, Called called, guint at)
{
    const EzStep *step = t->session->steps->pdata[at];
    if (step->group == NULL || !ez_step_is_anonymous(step))
        return;
    int size = size_of_groups(t->session, at);
    if (size == 0 || size >= EZ_STEP_ENOUGH)
        return;
    g_autofree char *count = g_strdup_printf("%d", size);
    ez_diag_report(t->diags, EZ_GROUP_FEW, place_of_argument(t, called, EZ_CALL_ID), NULL, "id",
                   step->id, "count", count, NULL);
}

static void tell_each_step(Telling *t)
{
    g_autoptr(GHashTable) first = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < t->session->steps->len; i++) {
        const EzStep *step = t->session->steps->pdata[i];
        Called called = {step->kind->word, step->id, &step->spot};
        if (step->before != NULL)
            continue; // a round of the same call
        if (needs_text(step))
            tell_text(t, called, step->text);
        if (is_on_the_wall(step))
            tell_length(t, called, step->text);
        tell_options(t, called, step);
        tell_twice(t, called, step, first);
        tell_few(t, called, i);
    }
}

// ---- harvests ------------------------------------------------------------------

enum { HARVEST_VALUE = 3 }; // where it stands in the call

// Several numbers, and nothing else.
static bool is_numbers(JsonNode *value)
{
    g_autoptr(GList) parts = ez_value_parts(value);
    bool numbers = g_list_length(parts) > 1;
    for (GList *part = parts; numbers && part != NULL; part = part->next)
        numbers = !isnan(ez_value_number(part->data, NAN));
    return numbers;
}

static bool holds(JsonNode *value, const char *text)
{
    g_autofree char *own = ez_value_text(value);
    bool found = strcmp(own, text) == 0;
    g_autoptr(GList) parts = ez_value_parts(value);
    for (GList *part = parts; !found && part != NULL; part = part->next)
        found = holds(part->data, text);
    return found;
}

// The step that gave these numbers, when nobody is to see them; NULL when one with names gave the same.
static const EzStep *find_hidden(const EzSession *session, const char *numbers)
{
    const EzStep *hidden = NULL;
    for (guint i = 0; i < session->steps->len; i++) {
        const EzStep *step = session->steps->pdata[i];
        if (step->result == NULL || !holds(step->result, numbers))
            continue;
        if (!ez_step_hides(step))
            return NULL;
        hidden = step;
    }
    return hidden;
}

// What a step gave as a whole has such a member, and so has a chart: those the report guards.
static bool is_guarded(JsonNode *value)
{
    static const char *const marks[] = {"n", "tie", "rounds", "chart"};
    bool guarded = false;
    for (gsize i = 0; !guarded && i < G_N_ELEMENTS(marks); i++)
        guarded = ez_value_get(value, marks[i]) != NULL;
    return guarded;
}

static const EzStep *find_taken(const EzSession *session, JsonNode *value)
{
    if (is_guarded(value))
        return NULL;
    g_autofree char *text = is_numbers(value) ? ez_value_text(value) : NULL;
    const EzStep *found = text != NULL ? find_hidden(session, text) : NULL;
    g_autoptr(GList) parts = ez_value_parts(value);
    for (GList *part = parts; found == NULL && part != NULL; part = part->next)
        found = find_taken(session, part->data);
    return found;
}

static void tell_harvest(Telling *t, const EzHarvest *harvest)
{
    Called called = {"harvest", harvest->id, &harvest->spot};
    const EzStep *step = find_taken(t->session, harvest->value);
    tell_text(t, called, harvest->text);
    if (step != NULL)
        ez_diag_report(t->diags, EZ_HARVEST_APART, place_of_argument(t, called, HARVEST_VALUE),
                       NULL, "id", harvest->id, "step", step->id, NULL);
}

void ez_session_tell_steps(const EzSession *session, const char *const *languages,
                           EzDiags *diags)
{
    g_autoptr(GHashTable) pages =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_page);
    Telling t = {session, languages, diags, pages};
    tell_each_step(&t);
    for (guint i = 0; i < session->sections->len; i++) {
        const EzSection *section = session->sections->pdata[i];
        tell_text(&t, (Called){"section", section->id, &section->spot}, section->text);
    }
    for (guint i = 0; i < session->harvest->len; i++)
        tell_harvest(&t, session->harvest->pdata[i]);
}

// ---- decks ---------------------------------------------------------------------

// How often the text stands between quotes in the source.
static int count_quoted(const EzPinned *pinned, const char *name)
{
    gsize length, size = strlen(name);
    const char *text = g_bytes_get_data(pinned->bytes, &length);
    int count = 0;
    for (EzLuaToken token = ez_lualex_next(text, length, 0); token.kind != EZ_LUA_END;
         token = ez_lualex_next(text, length, token.end))
        count += token.kind == EZ_LUA_STRING && token.end - token.start == size + 2 &&
                 strncmp(text + token.start + 1, name, size) == 0;
    return count;
}

static bool is_named(const EzSession *session, const char *name, int by_head)
{
    int count = -by_head;
    for (int i = 0; i < session->setup.n_sources; i++)
        if (!g_str_has_prefix(session->setup.sources[i].path, "deck:"))
            count += count_quoted(&session->setup.sources[i], name);
    return count > 0;
}

// `by_head`: how often the head itself has the name between quotes.
static void tell_deck(const EzSession *session, const char *name, int by_head, EzPlace place,
                      EzDiags *diags)
{
    if (!is_named(session, name, by_head))
        ez_diag_report(diags, EZ_DECK_UNUSED, place, NULL, "deck", name, NULL);
}

// { "natuur", own = { … } }: a name without a key is a deck of the kit.
void ez_session_tell_decks(const EzSession *session, EzDiags *diags)
{
    JsonNode *decks = ez_value_get(session->head, "decks");
    Page page = open_page(session, session->setup.sources[0].path);
    EzOrigin list =
        ez_origin_child((EzOrigin){page.map, ez_luamap_returned(page.map), 0}, "decks");
    for (int i = 0; i < ez_value_count(decks); i++)
        tell_deck(session, ez_value_string(ez_value_item(decks, i), ""), 1,
                  ez_origin_item(list, i + 1), diags);
    bool keyed = decks != NULL && JSON_NODE_HOLDS_OBJECT(decks);
    g_autoptr(GList) keys = keyed ? json_object_get_members(json_node_get_object(decks)) : NULL;
    for (GList *key = keys; key != NULL; key = key->next) {
        const char *named = ez_value_string(ez_value_get(decks, key->data), NULL);
        if (named != NULL)
            tell_deck(session, named, 1, ez_origin_item(list, atoi(key->data)), diags);
        else
            tell_deck(session, key->data, 0, ez_origin_field(list, key->data), diags);
    }
    close_page(&page);
}
