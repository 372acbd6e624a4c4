// SPDX-License-Identifier: EUPL-1.2
// From kit/kit.lua to a whole kit: theme, decks, faces, worksheets, in the order in which the kit names them.
#include "engine/load/checks.h"
#include "engine/load/csvcards.h"
#include "engine/load/fields.h"
#include "engine/load/marks.h"
#include "engine/load/nodes.h"
#include "engine/load/push.h"
#include "engine/load/read.h"
#include "engine/lua/library.h"

#include <lauxlib.h>
#include <string.h>

// The last line of a file that is not empty.
static EzPlace last_line(const EzSource *source)
{
    size_t end = source->length;
    while (end > 0 && g_ascii_isspace(source->text[end - 1]))
        end--;
    return ez_source_whole_line(source,
                                ez_source_place(source, end > 0 ? end - 1 : 0, end).line);
}

// The result of a file must be made by this word: return deck { … }. Prepares the reading of its table.
static bool begin(EzLoad *load, lua_State *L, int result, const EzLoadedFile *file, int kind,
                  EzReading *r)
{
    EzMark mark = ez_mark_of(L, result);
    *r = (EzReading){.load = load, .L = L, .arena = load->arena, .origin = mark.origin};
    if (mark.kind == kind)
        return true;
    EzOrigin returned = {file->map, ez_luamap_returned(file->map)};
    EzPlace place =
        ez_origin_known(returned) ? ez_origin_place(returned) : last_line(file->source);
    ez_diag_report(load->diags, EZ_WRONG_RETURN, place, NULL, "file", file->path, "expected",
                   ez_mark_word(kind), NULL);
    return false;
}

static void read_fields_of(EzReading *r, int index, const EzRecord *record, void *into)
{
    r->thing = record->thing;
    ez_read_unknown(r, index, record, NULL);
    if (record != &ez_worksheet_record)
        ez_read_strays(r, index);
    ez_read_record(r, index, record, into);
}

// ---- theme ----------------------------------------------------------------------

// Visits the named entries of the table that stands under `field`, sorted by name.
typedef void (*ReadEntry)(EzReading *r, const char *name, int index, void *data);

static int each_entry(EzReading *r, int table, const char *field, ReadEntry read, void *data)
{
    lua_State *L = r->L;
    lua_pushstring(L, field);
    int type = lua_rawget(L, table), index = lua_gettop(L), count = 0;
    r->word = field;
    r->place = ez_origin_value(r->origin, field);
    if (type != LUA_TTABLE) {
        if (type != LUA_TNIL)
            ez_read_tell_type(r, index, "a table of names");
        lua_pop(L, 1);
        return 0;
    }
    EzOrigin entries = ez_origin_child(r->origin, field);
    EzReading whole = *r;
    whole.origin = entries;
    whole.thing = field;
    ez_read_strays(&whole, index);
    ez_lua_push_sorted_keys(L, index);
    int n = (int)lua_rawlen(L, -1);
    for (int i = 1; i <= n; i++) {
        bool named = lua_rawgeti(L, index + 1, i) == LUA_TSTRING;
        const char *name = named ? ez_arena_intern(r->arena, lua_tostring(L, -1)) : NULL;
        lua_rawget(L, index);
        if (named) {
            EzReading inner = *r;
            inner.word = name;
            inner.place = ez_origin_value(entries, name);
            inner.origin = inner.child = ez_origin_child(entries, name);
            read(&inner, name, lua_gettop(L), data);
            count++;
        }
        lua_pop(L, 1);
    }
    lua_settop(L, index - 1);
    return count;
}

static void read_font(EzReading *r, const char *name, int index, void *data)
{
    EzTheme *theme = data;
    r->thing = "the theme's fonts";
    const char *family = ez_read_plain(r, index);
    if (family != NULL)
        theme->fonts[theme->n_fonts++] = (EzThemeFont){name, family, r->place};
}

typedef struct ColourRecord {
    const char *rgb;
    EzInks cmyk;
} ColourRecord;

static const EzProp colour_props[] = {
    {"rgb", EZ_TYPE_PLAIN, offsetof(ColourRecord, rgb), true, NULL, 0, 0, "\"#RRGGBB\""},
    {"cmyk", EZ_TYPE_CMYK, offsetof(ColourRecord, cmyk), false, NULL, 0, 100,
     "Inks in percent."},
    EZ_PROPS_END,
};
static const EzRecord colour_record = {"colour", "a colour", NULL,
                                       (const EzProp *const[]){colour_props, NULL}};

static void read_colour(EzReading *r, const char *name, int index, void *data)
{
    EzTheme *theme = data;
    ColourRecord record = {0};
    r->thing = ez_arena_printf(r->arena, "colour \"%s\"", name);
    if (lua_type(r->L, index) == LUA_TSTRING) {
        record.rgb = ez_read_plain(r, index); // name = "#RRGGBB" in short
    } else if (lua_type(r->L, index) != LUA_TTABLE) {
        ez_read_tell_type(r, index, "{ rgb = \"#RRGGBB\" }");
        return;
    } else {
        ez_read_unknown(r, index, &colour_record, NULL);
        ez_read_strays(r, index);
        ez_read_record(r, index, &colour_record, &record);
        r->place = ez_origin_value(r->origin, "rgb");
    }
    EzThemeColour *colour = &theme->colours[theme->n_colours];
    if (record.rgb == NULL)
        return;
    if (!ez_colour_parse_hex(record.rgb, &colour->colour)) {
        ez_diag_report(r->load->diags, EZ_BAD_COLOUR, r->place,
                       "six hexadecimal digits: \"#1E2420\"", "thing", r->thing, "field", "rgb",
                       "value", record.rgb, NULL);
        return;
    }
    colour->name = colour->colour.name = name;
    colour->colour.has_cmyk = record.cmyk.given;
    colour->colour.c = record.cmyk.c;
    colour->colour.m = record.cmyk.m;
    colour->colour.y = record.cmyk.y;
    colour->colour.k = record.cmyk.k;
    theme->n_colours++;
}

static void read_style(EzReading *r, const char *name, int index, void *data)
{
    EzTheme *theme = data;
    r->thing = ez_arena_printf(r->arena, "style \"%s\"", name);
    if (lua_type(r->L, index) != LUA_TTABLE) {
        ez_read_tell_type(r, index, "a table of fields");
        return;
    }
    EzStyle *style = &theme->styles[theme->n_styles++];
    *style = (EzStyle){.name = name, .colour = "ink", .weight = 400, .origin = r->origin};
    ez_read_unknown(r, index, &ez_style_record, NULL);
    ez_read_strays(r, index);
    ez_read_record(r, index, &ez_style_record, style);
    if (style->leading == 0)
        style->leading = style->size * 1.3;
    EzColour colour;
    if (style->font != NULL && ez_theme_font(theme, style->font) == NULL) {
        const char **names = ez_theme_font_names(theme);
        g_autofree char *hint = ez_diag_did_you_mean(style->font, names);
        g_free(names);
        ez_diag_report(r->load->diags, EZ_UNRESOLVED, ez_origin_value(r->origin, "font"), hint,
                       "thing", r->thing, "field", "font", "value", style->font, "target",
                       "font in the theme", NULL);
    }
    if (!ez_theme_colour(theme, style->colour, &colour)) {
        g_autofree char *hint = ez_theme_colour_hint(theme, style->colour);
        ez_diag_report(r->load->diags, EZ_BAD_COLOUR, ez_origin_value(r->origin, "colour"),
                       hint, "thing", r->thing, "field", "colour", "value", style->colour,
                       NULL);
    }
}

static void count_entry(EzReading *r, const char *name, int index, void *data)
{
    (void)r, (void)name, (void)index, (void)data;
}

static void read_theme(EzLoad *load, lua_State *L, int result, const EzLoadedFile *file,
                       void *data)
{
    (void)data;
    EzReading r;
    EzTheme *theme = ez_arena_make(load->arena, EzTheme);
    if (!begin(load, L, result, file, EZ_MARK_THEME, &r))
        return;
    theme->origin = r.origin;
    read_fields_of(&r, result, &ez_theme_record, theme);
    int fonts = each_entry(&r, result, "fonts", count_entry, NULL);
    int colours = each_entry(&r, result, "colours", count_entry, NULL);
    int styles = each_entry(&r, result, "styles", count_entry, NULL);
    theme->fonts = ez_arena_array(load->arena, EzThemeFont, fonts);
    theme->colours = ez_arena_array(load->arena, EzThemeColour, colours);
    theme->styles = ez_arena_array(load->arena, EzStyle, styles);
    each_entry(&r, result, "fonts", read_font, theme);
    each_entry(&r, result, "colours", read_colour, theme);
    each_entry(&r, result, "styles", read_style, theme);
    load->kit->theme = theme;
}

// ---- decks ----------------------------------------------------------------------

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

static void read_deck(EzLoad *load, lua_State *L, int result, const EzLoadedFile *file,
                      void *data)
{
    EzReading r;
    if (!begin(load, L, result, file, EZ_MARK_DECK, &r))
        return;
    EzDeck *deck = ez_arena_make(load->arena, EzDeck);
    *deck =
        (EzDeck){.name = data, .id = data, .code = data, .bleed = 3, .safe = 4, .copies = 1};
    deck->origin = r.origin;
    read_fields_of(&r, result, &ez_deck_record, deck);
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

// ---- faces ------------------------------------------------------------------------

static void read_face(EzLoad *load, lua_State *L, int result, const EzLoadedFile *file,
                      void *data)
{
    EzReading r;
    EzLoadedFace *face = data;
    if (!begin(load, L, result, file, EZ_MARK_FACE, &r))
        return;
    face->face.origin = r.origin;
    read_fields_of(&r, result, &ez_face_record, &face->face);
    face->ok = true;
}

static void load_face(EzLoad *load, const EzDeck *deck)
{
    if (deck->face == NULL || g_hash_table_contains(load->faces, deck->face))
        return;
    EzLoadedFace *face = g_new0(EzLoadedFace, 1);
    face->face.name = deck->face;
    g_hash_table_insert(load->faces, g_strdup(deck->face), face);
    g_autofree char *path = g_strdup_printf("kit/faces/%s.lua", deck->face);
    ez_load_run(load, path, ez_origin_value(deck->origin, "face"), read_face, face);
}

// ---- worksheets --------------------------------------------------------------------

static const EzNode *read_page(EzReading *r, int index)
{
    EzMark mark = ez_mark_of(r->L, index);
    if (mark.kind == EZ_MARK_NODE + EZ_NODE_PAGE)
        return ez_nodes_read(r, index, NULL);
    g_autofree char *word = ez_mark_shown(mark);
    ez_diag_report(r->load->diags, EZ_UNKNOWN_NODE, r->place, "a worksheet holds page { … }",
                   "parent", r->thing, "found",
                   word != NULL ? word : ez_lua_type_word(r->L, index), NULL);
    return NULL;
}

static void read_pages(EzReading *r, int result, EzWorksheet *sheet)
{
    r->word = "{ … }";
    r->child = sheet->origin;
    r->place = ez_origin_place(sheet->origin);
    int count = ez_read_list(r, result);
    const EzNode **pages = ez_arena_array(r->arena, const EzNode *, MAX(count, 0));
    for (int i = 0; i < count; i++) {
        lua_rawgeti(r->L, result, i + 1);
        r->place = ez_origin_item(sheet->origin, i + 1);
        int reports = ez_diags_reports(r->load->diags);
        const EzNode *page = read_page(r, lua_gettop(r->L));
        lua_pop(r->L, 1);
        if (page != NULL && ez_diags_reports(r->load->diags) == reports)
            pages[sheet->n_pages++] = page;
    }
    sheet->pages = pages;
    if (count == 0)
        ez_diag_report(r->load->diags, EZ_EMPTY, ez_origin_place(sheet->origin),
                       "a worksheet holds page { … }", "thing", "a worksheet", "field",
                       "what stands between its braces", NULL);
}

static void read_worksheet(EzLoad *load, lua_State *L, int result, const EzLoadedFile *file,
                           void *data)
{
    EzReading r;
    if (!begin(load, L, result, file, EZ_MARK_WORKSHEET, &r))
        return;
    EzWorksheet *sheet = ez_arena_make(load->arena, EzWorksheet);
    *sheet =
        (EzWorksheet){.name = data, .id = data, .code = data, .safe = 5, .origin = r.origin};
    read_fields_of(&r, result, &ez_worksheet_record, sheet);
    bool tall = sheet->size.height > sheet->size.width;
    if ((sheet->orientation == 1 && tall) ||
        (ez_origin_shows(r.origin, "orientation") && sheet->orientation == 0 && !tall))
        sheet->size = (EzSize){sheet->size.height, sheet->size.width};
    read_pages(&r, result, sheet);
    if (sheet->title != NULL && sheet->size.width > 0)
        load->kit->worksheets[load->kit->n_worksheets++] = sheet;
}

// ---- the kit ------------------------------------------------------------------------

// The languages are read first: without them no text can be.
static const EzProp languages_props[] = {
    {"languages", EZ_TYPE_NAMES, offsetof(EzKit, languages), true, NULL, 0, 0, NULL},
    EZ_PROPS_END,
};
static const EzRecord languages_record = {"kit", "a kit", NULL,
                                          (const EzProp *const[]){languages_props, NULL}};

// They stand in the names of files.
static bool is_language(const char *code)
{
    return g_ascii_isalpha(code[0]) && strlen(code) <= 35 &&
           strspn(code, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") ==
               strlen(code);
}

static void check_language(EzReading *r, const EzNames *languages, int i)
{
    const char *code = languages->names[i];
    EzPlace place = ez_origin_item(ez_origin_child(r->origin, "languages"), i + 1);
    if (!is_language(code))
        ez_diag_report(r->load->diags, EZ_NOT_ONE_OF, place,
                       "a language code: \"nl\", \"en\", \"pt-BR\"", "thing", r->thing, "field",
                       "languages", "value", code, NULL);
    for (int k = 0; k < i; k++)
        if (g_ascii_strcasecmp(languages->names[k], code) == 0)
            ez_diag_report(r->load->diags, EZ_TWICE, place, NULL, "thing", r->thing, "field",
                           "languages", "value", code, NULL);
}

// False after a mistake: without languages no text can be read.
static bool check_languages(EzReading *r, const EzNames *languages)
{
    int errors = ez_diags_errors(r->load->diags);
    for (int i = 0; i < languages->count; i++)
        check_language(r, languages, i);
    if (languages->count == 0 && errors == 0)
        ez_diag_report(r->load->diags, EZ_EMPTY, ez_origin_value(r->origin, "languages"),
                       "languages = { \"nl\" }", "thing", r->thing, "field", "\"languages\"",
                       NULL);
    return ez_diags_errors(r->load->diags) == errors && languages->count > 0;
}

static void read_kit(EzLoad *load, lua_State *L, int result, const EzLoadedFile *file,
                     void *data)
{
    (void)data;
    EzReading r;
    if (!begin(load, L, result, file, EZ_MARK_KIT, &r))
        return;
    EzKit *kit = load->kit = ez_arena_make(load->arena, EzKit);
    kit->origin = r.origin;
    r.thing = "a kit";
    ez_read_record(&r, result, &languages_record, kit);
    if (!check_languages(&r, &kit->languages)) {
        load->kit = NULL;
        return;
    }
    read_fields_of(&r, result, &ez_kit_record, kit);
    kit->version = kit->version != NULL ? kit->version : "0";
    kit->licence = kit->licence != NULL ? kit->licence : "";
    load->incomplete = kit->id == NULL || kit->title == NULL || kit->theme_name == NULL;
}

static bool is_repeated(const EzNames *names, int i)
{
    for (int k = 0; k < i; k++)
        if (strcmp(names->names[k], names->names[i]) == 0)
            return true;
    return false;
}

// Runs a file for each name of a list that the kit gives.
static void run_each(EzLoad *load, const EzNames *names, const char *field, const char *folder,
                     EzLoadRead read)
{
    EzOrigin list = ez_origin_child(load->kit->origin, field);
    for (int i = 0; i < names->count; i++) {
        g_autofree char *path = g_strdup_printf("kit/%s/%s.lua", folder, names->names[i]);
        EzPlace named = ez_origin_known(list) ? ez_origin_item(list, i + 1)
                                              : ez_origin_value(load->kit->origin, field);
        int decks = load->kit->n_decks;
        if (is_repeated(names, i))
            ez_diag_report(load->diags, EZ_TWICE, named, NULL, "thing", "a kit", "field", field,
                           "value", names->names[i], NULL);
        else
            ez_load_run(load, path, named, read, (void *)names->names[i]);
        if (load->kit->n_decks == decks)
            ez_load_mark_broken(load, names->names[i]);
    }
}

static void load_theme(EzLoad *load)
{
    if (load->kit->theme_name == NULL)
        return;
    g_autofree char *path = g_strdup_printf("kit/%s.lua", load->kit->theme_name);
    ez_load_run(load, path, ez_origin_value(load->kit->origin, "theme"), read_theme, NULL);
}

static void load_all(EzLoad *load)
{
    ez_load_run(load, "kit/kit.lua", (EzPlace){0}, read_kit, NULL);
    EzKit *kit = load->kit;
    if (kit == NULL)
        return;
    load_theme(load);
    kit->decks = ez_arena_array(load->arena, EzDeck *, kit->deck_names.count);
    kit->worksheets = ez_arena_array(load->arena, EzWorksheet *, kit->worksheet_names.count);
    run_each(load, &kit->deck_names, "decks", "decks", read_deck);
    for (int i = 0; i < kit->n_decks; i++)
        load_face(load, kit->decks[i]);
    run_each(load, &kit->worksheet_names, "worksheets", "worksheets", read_worksheet);
    ez_check_ids(load);
    ez_check_references(load);
    ez_check_unused_files(load);
    if (load->incomplete)
        load->kit = NULL;
}

// ---- the load itself ------------------------------------------------------------------

char *ez_load_find_kit(const char *folder, bool upwards)
{
    g_autofree char *at = g_canonicalize_filename(folder, NULL);
    for (;;) {
        g_autofree char *file = g_build_filename(at, "kit", "kit.lua", NULL);
        if (g_file_test(file, G_FILE_TEST_EXISTS))
            return g_steal_pointer(&at);
        char *parent = g_path_get_dirname(at);
        bool top = strcmp(parent, at) == 0;
        g_free(at);
        at = parent;
        if (!upwards || top)
            return NULL;
    }
}

static void free_file(gpointer data)
{
    EzLoadedFile *file = data;
    ez_luamap_free(file->map);
    ez_source_free(file->source);
    g_free(file->path);
    g_free(file);
}

static int open_body(lua_State *L)
{
    ez_marks_open(L);
    ez_push_open(L);
    return 0;
}

static EzLoad *load_alloc(const char *folder, EzRoot *root, const EzLoadOptions *options)
{
    EzLoad *load = g_new0(EzLoad, 1);
    load->folder = g_strdup(folder);
    load->root = root;
    load->library = options->library != NULL ? ez_root_open(options->library, NULL) : NULL;
    load->arena = ez_arena_new();
    load->broken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    load->files = g_ptr_array_new_with_free_func(free_file);
    load->by_path = g_hash_table_new(g_str_hash, g_str_equal);
    load->running = g_ptr_array_new();
    load->calls = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    load->faces = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    load->fonts[0] = g_build_filename(folder, "kit", "fonts", NULL);
    return load;
}

// What the options leave open is what authors are promised.
static void take_limits(EzLoad *load, const EzLoadLimits *limits, EzHostLimits *host)
{
    static const EzLoadLimits promised = {0};
    limits = limits != NULL ? limits : &promised;
    load->file_budget = EZ_BUDGET_FILE;
    load->side_budget = EZ_BUDGET_SIDE;
    if (limits->file_steps > 0)
        load->file_budget.instructions = limits->file_steps;
    if (limits->side_steps > 0)
        load->side_budget.instructions = limits->side_steps;
    if (limits->nanoseconds > 0)
        load->file_budget.nanoseconds = load->side_budget.nanoseconds = limits->nanoseconds;
    if (limits->memory > 0)
        host->memory = limits->memory;
    load->memory = host->memory;
}

EzLoad *ez_load_new(const char *folder, const EzLoadOptions *options, EzDiags *diags,
                    GError **error)
{
    EzRoot *root = ez_root_open(folder, error);
    if (root == NULL)
        return NULL;
    EzLoad *load = load_alloc(folder, root, options);
    load->diags = diags;
    EzHostLimits limits = ez_host_limits_kit();
    take_limits(load, options->limits, &limits);
    load->host = ez_host_new(&limits);
    ez_host_set_user(load->host, load);
    ez_host_set_require(load->host, ez_load_require);
    if (options->print != NULL)
        ez_host_set_print(load->host, options->print, options->print_data);
    g_auto(EzFault) fault = {0};
    if (ez_host_enter(load->host, open_body, NULL, EZ_BUDGET_FILE, &fault))
        load_all(load);
    else
        ez_load_tell_fault(load, &fault);
    return load;
}

void ez_load_free(EzLoad *load)
{
    if (load == NULL)
        return;
    ez_host_free(load->host);
    g_hash_table_unref(load->faces);
    g_hash_table_unref(load->calls);
    g_hash_table_unref(load->broken);
    g_ptr_array_unref(load->running);
    g_hash_table_unref(load->by_path);
    g_ptr_array_unref(load->files);
    ez_arena_free(load->arena);
    ez_root_free(load->library);
    ez_root_free(load->root);
    g_free(load->raised_message);
    g_free(load->raised_hint);
    g_free(load->raised_token);
    g_free(load->fonts[0]);
    g_free(load->folder);
    g_free(load);
}

const EzKit *ez_load_kit(const EzLoad *load)
{
    return load->kit;
}

const char *ez_load_folder(const EzLoad *load)
{
    return load->folder;
}

const char *const *ez_load_font_folders(const EzLoad *load)
{
    return (const char *const *)load->fonts;
}
