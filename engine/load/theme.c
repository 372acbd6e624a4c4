// SPDX-License-Identifier: EUPL-1.2
// kit/theme.lua and the themes that it extends: fonts, colours, styles. A theme is laid over the one that it extends, name by name.
#include "engine/load/theme-private.h"

#include "engine/load/marks.h"

#include <lauxlib.h>
#include <string.h>

enum { SPOT_MOST = 100 }; // bytes of its name; a name of a PDF has 127

// What is read into: `below` of its entries came from the layers below, and may be replaced by name.
typedef struct Into {
    EzTheme *theme;
    int below;
} Into;

// ---- fonts -------------------------------------------------------------------------------

static EzThemeFont *place_for_font(EzReading *r, const Into *into, const char *name)
{
    EzTheme *theme = into->theme;
    ez_host_charge(r->L, into->below);
    for (int i = 0; i < into->below; i++)
        if (strcmp(theme->fonts[i].name, name) == 0)
            return &theme->fonts[i];
    return &theme->fonts[theme->n_fonts++];
}

static void read_font(EzReading *r, const char *name, int index, void *data)
{
    r->thing = "the theme's fonts";
    const char *family = ez_read_plain(r, index);
    if (family != NULL)
        *place_for_font(r, data, name) = (EzThemeFont){name, family, r->place};
}

// ---- colours -----------------------------------------------------------------------------

static EzThemeColour *place_for_colour(EzReading *r, const Into *into, const char *name)
{
    EzTheme *theme = into->theme;
    ez_host_charge(r->L, into->below);
    for (int i = 0; i < into->below; i++)
        if (strcmp(theme->colours[i].name, name) == 0)
            return &theme->colours[i];
    return &theme->colours[theme->n_colours++];
}

// False after a mistake.
static bool read_inks(EzReading *r, int index, EzColourFields *record)
{
    if (lua_type(r->L, index) == LUA_TSTRING) {
        record->rgb = ez_read_plain(r, index); // name = "#RRGGBB" in short
    } else if (lua_type(r->L, index) != LUA_TTABLE) {
        ez_read_tell_type(r, index, "{ rgb = \"#RRGGBB\" }");
    } else {
        ez_read_unknown(r, index, &ez_colour_record, NULL);
        ez_read_strays(r, index);
        ez_read_record(r, index, &ez_colour_record, record);
        r->place = ez_origin_value(r->origin, "rgb");
    }
    return record->rgb != NULL;
}

static bool is_good_spot(const char *name)
{
    // What every press has, and what PDF means otherwise (ISO 32000-1, 8.6.6.4).
    static const char *const taken[] = {"All",    "None",  "Cyan", "Magenta",
                                        "Yellow", "Black", NULL};
    bool plain = strlen(name) <= SPOT_MOST;
    for (const char *at = name; *at != '\0'; at++)
        plain = plain && !g_ascii_iscntrl(*at);
    return plain && name[0] != '\0' && !g_strv_contains(taken, name);
}

// The colour's spot, or NULL: then it has none, or was wrong.
static const char *spot_of(EzReading *r, const EzColourFields *fields)
{
    EzPlace place = ez_origin_value(r->origin, "spot");
    if (fields->spot == NULL)
        return NULL;
    if (!is_good_spot(fields->spot))
        ez_diag_report(r->load->diags, EZ_SPOT_NAME, place, NULL, "thing", r->thing, "value",
                       fields->spot, NULL);
    else if (!fields->cmyk.given)
        ez_diag_report(r->load->diags, EZ_SPOT_INKS, place, "cmyk = { 0, 50, 100, 0 }", "thing",
                       r->thing, NULL);
    else
        return fields->spot;
    return NULL;
}

static void read_colour(EzReading *r, const char *name, int index, void *data)
{
    EzColourFields record = {0};
    EzColour colour;
    r->thing = ez_arena_printf(r->arena, "colour \"%s\"", name);
    if (!read_inks(r, index, &record))
        return;
    if (!ez_colour_parse_hex(record.rgb, &colour)) {
        ez_diag_report(r->load->diags, EZ_BAD_COLOUR, r->place,
                       "six hexadecimal digits: \"#1E2420\"", "thing", r->thing, "field", "rgb",
                       "value", record.rgb, NULL);
        colour = (EzColour){.tint = 1}; // the name is there: who uses it made no mistake
    }
    colour.name = name;
    colour.has_cmyk = record.cmyk.given;
    colour.c = record.cmyk.c;
    colour.m = record.cmyk.m;
    colour.y = record.cmyk.y;
    colour.k = record.cmyk.k;
    colour.spot = spot_of(r, &record);
    EzPlace place = ez_origin_value(r->origin, "spot");
    *place_for_colour(r, data, name) = (EzThemeColour){name, colour, place};
}

static bool is_same_ink(const EzColour *a, const EzColour *b)
{
    return a->c == b->c && a->m == b->m && a->y == b->y && a->k == b->k;
}

static const EzThemeColour *first_of_spot(const EzTheme *theme, const char *spot)
{
    const EzThemeColour *colour = theme->colours;
    while (g_strcmp0(colour->colour.spot, spot) != 0)
        colour++;
    return colour;
}

// An ink of one name is one ink.
static void check_spots(EzLoad *load, const EzTheme *theme)
{
    for (int i = 0; i < theme->n_colours; i++) {
        const EzThemeColour *colour = &theme->colours[i];
        if (colour->colour.spot == NULL)
            continue;
        const EzThemeColour *first = first_of_spot(theme, colour->colour.spot);
        if (!is_same_ink(&colour->colour, &first->colour))
            ez_diag_report(load->diags, EZ_SPOT_TWICE, colour->place, NULL, "name",
                           colour->name, "spot", colour->colour.spot, "other", first->name,
                           NULL);
    }
}

// ---- the layers ----------------------------------------------------------------------------

static const EzProp extends_props[] = {
    {"extends", EZ_TYPE_NAME, offsetof(EzTheme, extends), false, NULL, 0, 0, NULL},
    EZ_PROPS_END,
};
static const EzRecord extends_record = {"theme", "a theme", NULL,
                                        (const EzProp *const[]){extends_props, NULL}};

static void tell_ring(EzLoad *load, const ThemeLayer *lowest, const char *path, EzPlace named)
{
    GString *ring = g_string_new(path);
    for (const ThemeLayer *layer = lowest; layer != NULL; layer = layer->over) {
        g_string_prepend(ring, " → ");
        g_string_prepend(ring, layer->path);
        if (strcmp(layer->path, path) == 0)
            break;
    }
    ez_diag_report(load->diags, EZ_EXTENDS_RING, named, NULL, "ring", ring->str, NULL);
    g_string_free(ring, TRUE);
}

static bool is_above(const ThemeLayer *layer, const char *path)
{
    for (; layer != NULL; layer = layer->over)
        if (strcmp(layer->path, path) == 0)
            return true;
    return false;
}

// The file that a layer extends; NULL after a mistake.
static const EzLoadedFile *file_below(EzLoad *load, const ThemeLayer *layer, const char *name)
{
    EzPlace named = ez_origin_value(layer->reading.origin, "extends");
    const char *path = ez_arena_printf(load->arena, "kit/%s.lua", name);
    if (is_above(layer, path)) {
        tell_ring(load, layer, path, named);
        return NULL;
    }
    const EzLoadedFile *file = ez_load_file(load, path, EZ_LUA_FILE_MAX, named);
    return file != NULL && file->map != NULL ? file : NULL;
}

// [-0, +1] What the file returns.
static void run_file(EzLoad *load, lua_State *L, const EzLoadedFile *file)
{
    g_ptr_array_add(load->running, (void *)file);
    load->here = ez_source_whole_line(file->source, 1);
    ez_host_load(L, file->source);
    lua_call(L, 0, 1);
    g_ptr_array_remove(load->running, (void *)file);
}

// [-0, +n] The layers from the lowest on, their tables left on the stack; NULL after a mistake, for nothing good would come of a part.
static ThemeLayer *find_layers(EzLoad *load, lua_State *L, int table, const EzLoadedFile *file)
{
    ThemeLayer *lowest = NULL;
    while (file != NULL) {
        EzTheme names = {0};
        ThemeLayer *layer = ez_arena_make(load->arena, ThemeLayer);
        *layer = (ThemeLayer){.table = table, .path = file->path, .over = lowest};
        if (!ez_part_begin(load, L, table, file, EZ_MARK_THEME, &layer->reading))
            return NULL;
        int reports = ez_diags_reports(load->diags);
        layer->reading.thing = "a theme";
        ez_read_record(&layer->reading, table, &extends_record, &names);
        lowest = layer;
        if (names.extends == NULL)
            return ez_diags_reports(load->diags) == reports ? lowest : NULL;
        layer->reading.inherits = true;
        file = file_below(load, layer, names.extends);
        if (file == NULL)
            return NULL;
        luaL_checkstack(L, 12, "too many themes extend each other");
        run_file(load, L, file);
        table = lua_gettop(L);
    }
    return lowest;
}

// ---- the whole -------------------------------------------------------------------------------

static void count_entry(EzReading *r, const char *name, int index, void *data)
{
    (void)r, (void)name, (void)index, (void)data;
}

int ez_theme_count(ThemeLayer *lowest, const char *field)
{
    int count = 0;
    for (ThemeLayer *layer = lowest; layer != NULL; layer = layer->over) {
        EzReading r = layer->reading;
        count += ez_part_each(&r, layer->table, field, count_entry, NULL);
    }
    return count;
}

static void read_layer(ThemeLayer *layer, EzTheme *theme)
{
    EzReading *r = &layer->reading;
    theme->origin = r->origin;
    ez_part_fields(r, layer->table, &ez_theme_record, theme);
    Into fonts = {theme, theme->n_fonts}, colours = {theme, theme->n_colours};
    ez_part_each(r, layer->table, "fonts", read_font, &fonts);
    ez_part_each(r, layer->table, "colours", read_colour, &colours);
}

void ez_part_theme(EzLoad *load, lua_State *L, int result, const EzLoadedFile *file, void *data)
{
    (void)data;
    ThemeLayer *lowest = find_layers(load, L, result, file);
    if (lowest == NULL)
        return;
    EzTheme *theme = ez_arena_make(load->arena, EzTheme);
    theme->fonts = ez_arena_array(load->arena, EzThemeFont, ez_theme_count(lowest, "fonts"));
    theme->colours =
        ez_arena_array(load->arena, EzThemeColour, ez_theme_count(lowest, "colours"));
    for (ThemeLayer *layer = lowest; layer != NULL; layer = layer->over)
        read_layer(layer, theme);
    check_spots(load, theme);
    ez_theme_styles(lowest, theme);
    load->kit->theme = theme;
}
