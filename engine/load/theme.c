// SPDX-License-Identifier: EUPL-1.2
// kit/theme.lua: fonts, colours, styles.
#include "engine/load/part.h"

#include "engine/load/marks.h"

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

void ez_part_theme(EzLoad *load, lua_State *L, int result, const EzLoadedFile *file, void *data)
{
    (void)data;
    EzReading r;
    EzTheme *theme = ez_arena_make(load->arena, EzTheme);
    if (!ez_part_begin(load, L, result, file, EZ_MARK_THEME, &r))
        return;
    theme->origin = r.origin;
    ez_part_fields(&r, result, &ez_theme_record, theme);
    int fonts = ez_part_each(&r, result, "fonts", count_entry, NULL);
    int colours = ez_part_each(&r, result, "colours", count_entry, NULL);
    int styles = ez_part_each(&r, result, "styles", count_entry, NULL);
    theme->fonts = ez_arena_array(load->arena, EzThemeFont, fonts);
    theme->colours = ez_arena_array(load->arena, EzThemeColour, colours);
    theme->styles = ez_arena_array(load->arena, EzStyle, styles);
    ez_part_each(&r, result, "fonts", read_font, theme);
    ez_part_each(&r, result, "colours", read_colour, theme);
    ez_part_each(&r, result, "styles", read_style, theme);
    load->kit->theme = theme;
}
