// SPDX-License-Identifier: EUPL-1.2
// kit/theme.lua and the themes that it extends: fonts, colours, styles. A theme is laid over the one that it extends, name by name.
#include "engine/load/theme-private.h"

#include "engine/load/marks.h"

#include <lauxlib.h>
#include <string.h>

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
static bool read_inks(EzReading *r, int index, ColourRecord *record)
{
    if (lua_type(r->L, index) == LUA_TSTRING) {
        record->rgb = ez_read_plain(r, index); // name = "#RRGGBB" in short
    } else if (lua_type(r->L, index) != LUA_TTABLE) {
        ez_read_tell_type(r, index, "{ rgb = \"#RRGGBB\" }");
    } else {
        ez_read_unknown(r, index, &colour_record, NULL);
        ez_read_strays(r, index);
        ez_read_record(r, index, &colour_record, record);
        r->place = ez_origin_value(r->origin, "rgb");
    }
    return record->rgb != NULL;
}

static void read_colour(EzReading *r, const char *name, int index, void *data)
{
    ColourRecord record = {0};
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
    *place_for_colour(r, data, name) = (EzThemeColour){name, colour};
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
    ez_theme_styles(lowest, theme);
    load->kit->theme = theme;
}
