// SPDX-License-Identifier: EUPL-1.2
#include "engine/model/theme.h"

#include "engine/base/nearest.h"

#include <string.h>

const char *const ez_flow_words[] = {"plain", "balance", "pretty", "justify", NULL};

const char *const ez_figures_words[] = {"font", "lining", "oldstyle", "tabular", NULL};

static const EzProp theme_props[] = {
    {"extends", EZ_TYPE_NAME, offsetof(EzTheme, extends), false, NULL, 0, 0,
     "kit/<extends>.lua: a theme whose fonts, colours and styles are taken over by name."},
    {"typography", EZ_TYPE_FLAG, offsetof(EzTheme, typography), false, NULL, 0, 0,
     "Curly quotes, en dash between digits, no-break space before units, by language."},
    {"fonts", EZ_TYPE_OTHER, 0, true, NULL, 0, 0,
     "Font families by name: { serif = \"Literata\" }."},
    {"colours", EZ_TYPE_OTHER, 0, false, NULL, 0, 0,
     "Colours by name: { ink = { rgb = \"#1E2420\", cmyk = { 0, 0, 0, 100 } } }."},
    {"styles", EZ_TYPE_OTHER, 0, true, NULL, 0, 0, "Text styles by name."},
    EZ_PROPS_END,
};

const EzRecord ez_theme_record = {
    "theme",
    "a theme",
    "Fonts, colours and text styles of a kit.",
    (const EzProp *const[]){theme_props, NULL},
};

#define AT(member) offsetof(EzColourFields, member)
static const EzProp colour_props[] = {
    {"rgb", EZ_TYPE_PLAIN, AT(rgb), true, NULL, 0, 0,
     "\"#RRGGBB\", as it is seen on a screen."},
    {"cmyk", EZ_TYPE_CMYK, AT(cmyk), false, NULL, 0, 100,
     "Inks on a press, in percent; converted from rgb when left out."},
    {"spot", EZ_TYPE_PLAIN, AT(spot), false, NULL, 0, 0,
     "The name of an ink of its own, \"PANTONE 7734 C\"; cmyk stands in for it where there is "
     "no such ink."},
    EZ_PROPS_END,
};
#undef AT

const EzRecord ez_colour_record = {
    "colour",
    "a colour",
    "A colour of the theme: { rgb = …, cmyk = { … } }, or \"#RRGGBB\" in short.",
    (const EzProp *const[]){colour_props, NULL},
};

#define AT(member) offsetof(EzStyle, member)
static const EzProp style_props[] = {
    {"extends", EZ_TYPE_NAME, AT(extends), false, NULL, 0, 0,
     "A style whose fields are taken over, but for those given here."},
    {"font", EZ_TYPE_NAME, AT(font), true, NULL, 0, 0, "A name from the theme's fonts."},
    {"weight", EZ_TYPE_NUMBER, AT(weight), false, NULL, 100, 900, "400 is regular, 700 bold."},
    {"italic", EZ_TYPE_FLAG, AT(italic), false, NULL, 0, 0, "Slanted letters."},
    {"size", EZ_TYPE_NUMBER, AT(size), true, NULL, 1, 400, "Type size in points."},
    {"leading", EZ_TYPE_NUMBER, AT(leading), true, NULL, 1, 600,
     "From baseline to baseline, in points; shrinks along with the size."},
    {"tracking", EZ_TYPE_NUMBER, AT(tracking), false, NULL, -5, 20, "Points between letters."},
    {"colour", EZ_TYPE_COLOUR, AT(colour), false, NULL, 0, 0,
     "Of the letters; \"ink\" when left out."},
    {"lines", EZ_TYPE_WHOLE, AT(lines), false, NULL, 1, 1000, "At most so many lines."},
    {"setting", EZ_TYPE_CHOICE, AT(flow), false, ez_flow_words, 0, 0,
     "How lines are broken: balance evens them out, pretty avoids a short last line, justify "
     "makes both edges straight."},
    {"hyphenate", EZ_TYPE_FLAG, AT(hyphenate), false, NULL, 0, 0,
     "Long words may be divided at a line's end."},
    {"fit", EZ_TYPE_RANGE, AT(fit), false, NULL, 1, 400,
     "Largest and smallest size; the largest that fits is taken, in steps of 0.5 pt."},
    {"figures", EZ_TYPE_CHOICE, AT(figures), false, ez_figures_words, 0, 0,
     "Those of the font; as tall as capitals; with tails, for running text; of one height and "
     "width, for tables."},
    {"small_caps", EZ_TYPE_FLAG, AT(small_caps), false, NULL, 0, 0,
     "Small letters as small capitals."},
    {"features", EZ_TYPE_PLAIN, AT(features), false, NULL, 0, 0,
     "More OpenType features of the font: \"frac,zero\"."},
    EZ_PROPS_END,
};
#undef AT

const EzRecord ez_style_record = {
    "style",
    "a style",
    "How a text is set.",
    (const EzProp *const[]){style_props, NULL},
};

const EzThemeFont *ez_theme_font(const EzTheme *theme, const char *name)
{
    for (int i = 0; i < theme->n_fonts; i++)
        if (strcmp(theme->fonts[i].name, name) == 0)
            return &theme->fonts[i];
    return NULL;
}

const EzStyle *ez_theme_style(const EzTheme *theme, const char *name)
{
    for (int i = 0; i < theme->n_styles; i++)
        if (strcmp(theme->styles[i].name, name) == 0)
            return &theme->styles[i];
    return NULL;
}

EzPlace ez_style_place(const EzStyle *style, const char *field)
{
    for (const EzStyleOrigin *at = style->written; at != NULL; at = at->below)
        if (ez_origin_shows(at->origin, field))
            return ez_origin_value(at->origin, field);
    return ez_origin_place(style->written->origin);
}

char *ez_style_features(const EzStyle *style)
{
    static const char *const figures[] = {"", "lnum,", "onum,", "lnum,tnum,"};
    GString *out = g_string_new(figures[style->figures]);
    if (style->small_caps)
        g_string_append(out, "smcp,");
    if (style->features != NULL)
        g_string_append(out, style->features);
    else if (out->len > 0)
        g_string_truncate(out, out->len - 1);
    return g_string_free(out, out->len == 0);
}

static bool base_colour(const EzTheme *theme, const char *text, EzColour *out)
{
    if (text[0] == '#')
        return ez_colour_parse_hex(text, out);
    for (int i = 0; i < theme->n_colours; i++) {
        if (strcmp(theme->colours[i].name, text) == 0) {
            *out = theme->colours[i].colour;
            return true;
        }
    }
    return false;
}

bool ez_theme_colour(const EzTheme *theme, const char *text, EzColour *out)
{
    if (base_colour(theme, text, out))
        return true;
    const char *gap = strrchr(text, ' ');
    if (gap == NULL || gap == text)
        return false;
    EzLength share;
    g_autofree char *name = g_strndup(text, (size_t)(gap - text));
    if (!ez_length_parse(gap + 1, &share) || share.unit != EZ_PERCENT || share.value < 0 ||
        share.value > 1 || !base_colour(theme, name, out))
        return false;
    *out = ez_colour_tint(*out, share.value);
    return true;
}

#define NAMES_OF(list, count)                                                                  \
    const char **names = g_new0(const char *, (count) + 1);                                    \
    for (int i = 0; i < (count); i++)                                                          \
        names[i] = (list)[i].name;                                                             \
    return names

const char **ez_theme_font_names(const EzTheme *theme)
{
    NAMES_OF(theme->fonts, theme->n_fonts);
}

const char **ez_theme_style_names(const EzTheme *theme)
{
    NAMES_OF(theme->styles, theme->n_styles);
}

const char **ez_theme_colour_names(const EzTheme *theme)
{
    NAMES_OF(theme->colours, theme->n_colours);
}

char *ez_theme_colour_hint(const EzTheme *theme, const char *text)
{
    const char *gap = strrchr(text, ' ');
    bool has_share = gap != NULL && g_str_has_suffix(text, "%");
    g_autofree char *name = has_share ? g_strndup(text, (size_t)(gap - text)) : g_strdup(text);
    const char **names = ez_theme_colour_names(theme);
    const char *nearest = ez_nearest(name, names);
    g_free(names);
    if (nearest == NULL)
        return NULL;
    if (strcmp(nearest, name) == 0)
        return g_strdup("a share is from 0% to 100%");
    return g_strdup_printf("did you mean \"%s%s\"?", nearest, has_share ? gap : "");
}
