// SPDX-License-Identifier: EUPL-1.2
// The theme: fonts, colours and styles by name.
#pragma once

#include "engine/base/arena.h"
#include "engine/base/diag.h"
#include "engine/model/colour.h"
#include "engine/model/record.h"

// A font family under a name of the theme ("serif").
typedef struct EzThemeFont {
    const char *name, *family;
    EzPlace place;
} EzThemeFont;

typedef enum EzFlow { EZ_FLOW_PLAIN, EZ_FLOW_BALANCE, EZ_FLOW_PRETTY, EZ_FLOW_JUSTIFY } EzFlow;
// The words for EzFlow, in its order; ends with NULL.
extern const char *const ez_flow_words[];

// Kinds of figures; table figures are lining and of one width.
typedef enum EzFigures {
    EZ_FIGURES_OF_FONT,
    EZ_FIGURES_LINING,
    EZ_FIGURES_OLDSTYLE,
    EZ_FIGURES_TABULAR
} EzFigures;
extern const char *const ez_figures_words[];

// Where a style is written: its own place, and below it those that it takes fields over from.
typedef struct EzStyleOrigin EzStyleOrigin;
struct EzStyleOrigin {
    EzOrigin origin;
    const EzStyleOrigin *below;
};

// How a text is set. Sizes in pt.
typedef struct EzStyle {
    const char *name;
    const char *font; // a name of the theme's fonts
    const char *colour;
    double weight; // 100 … 900
    bool italic;
    double size, leading, tracking;
    int lines;      // maximum; 0 = any
    int flow;       // EzFlow
    EzPair fit;     // largest and smallest size
    bool hyphenate; // long words may be divided
    int figures;    // EzFigures
    bool small_caps;
    const char *features; // more of OpenType's: "zero,frac"
    const char *extends;  // the style that it takes over; NULL = none
    const EzStyleOrigin *written;
} EzStyle;

// A colour as a theme writes it.
typedef struct EzColourFields {
    const char *rgb;
    EzInks cmyk;
    const char *spot;
} EzColourFields;

typedef struct EzThemeColour {
    const char *name;
    EzColour colour;
    EzPlace place; // of its spot, where it has one
} EzThemeColour;

typedef struct EzTheme {
    const char *extends; // kit/<extends>.lua, taken over; NULL = none
    bool typography;     // curly quotes and the like
    EzThemeFont *fonts;
    int n_fonts;
    EzThemeColour *colours;
    int n_colours;
    EzStyle *styles;
    int n_styles;
    EzOrigin origin;
} EzTheme;

extern const EzRecord ez_theme_record, ez_style_record, ez_colour_record;

const EzThemeFont *ez_theme_font(const EzTheme *theme, const char *name);
const EzStyle *ez_theme_style(const EzTheme *theme, const char *name);
// The value of a style's field, where it was written last; the style itself where the source shows no such field.
EzPlace ez_style_place(const EzStyle *style, const char *field);
// All OpenType features of a style: "onum,smcp,zero"; owned by the caller, NULL when there are none.
char *ez_style_features(const EzStyle *style);
// Reads a colour as authors write it: a name, "#RRGGBB", "name 12%" or "#RRGGBB 12%". False when it is none.
bool ez_theme_colour(const EzTheme *theme, const char *text, EzColour *out);
// "did you mean" for a colour that is none, its share left out; NULL when nothing is near. Owned by the caller.
char *ez_theme_colour_hint(const EzTheme *theme, const char *text);
// Names for "did you mean", NULL-terminated, g_free.
const char **ez_theme_font_names(const EzTheme *theme);
const char **ez_theme_style_names(const EzTheme *theme);
const char **ez_theme_colour_names(const EzTheme *theme);
