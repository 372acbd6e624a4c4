// SPDX-License-Identifier: EUPL-1.2
// What a theme asks of its fonts, looked at once and not on every page: are the families there, and have they the features?
#include "render/font_features.h"
#include "render/layout-private.h"

#include <string.h>

// The nearest, else all that there are; owned by the caller.
static char *family_hint(const char *family, const char *const *families)
{
    char *hint = ez_diag_did_you_mean(family, families);
    if (hint != NULL || families[0] == NULL)
        return hint;
    g_autofree char *all = g_strjoinv(", ", (char **)families);
    return g_strdup_printf("the fonts of your computer are not used; there are: %s", all);
}

static void check_family(const EzThemeFont *named, const EzFonts *fonts, EzDiags *diags)
{
    const char *const *families = ez_fonts_families(fonts);
    if (g_strv_contains(families, named->family))
        return;
    g_autofree char *hint = family_hint(named->family, families);
    ez_diag_report(diags, EZ_NO_FONT, named->place, hint, "family", named->family, "style",
                   "of any weight", NULL);
}

// The nearest that it has; where none is near, all that designers ask for.
static char *feature_hint(const char *tag, char **has)
{
    static const char *const asked[] = {"c2sc", "frac", "lnum", "onum", "ordn", "pnum",
                                        "smcp", "sups", "tnum", "zero", NULL};
    char *hint = ez_diag_did_you_mean(tag, (const char *const *)has);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (int i = 0; hint == NULL && asked[i] != NULL; i++)
        if (g_strv_contains((const char *const *)has, asked[i]))
            g_ptr_array_add(names, (char *)asked[i]);
    g_ptr_array_add(names, NULL);
    if (hint != NULL || names->len == 1)
        return hint;
    g_autofree char *list = g_strjoinv(", ", (char **)names->pdata);
    return g_strconcat("among others it has ", list, NULL);
}

// Which field of the style asks for a feature.
static const char *field_of(const EzStyle *style, const char *tag)
{
    if (style->features != NULL && strstr(style->features, tag) != NULL)
        return "features";
    return strcmp(tag, "smcp") == 0 ? "small_caps" : "figures";
}

// A font with one kind of figures has lining ones, and needs no feature for them.
static bool has_feature(char **has, const char *tag)
{
    const char *const *tags = (const char *const *)has;
    return g_strv_contains(tags, tag) ||
           (strcmp(tag, "lnum") == 0 && !g_strv_contains(tags, "onum"));
}

static void check_feature(const EzStyle *style, const EzFont *font, const char *wish,
                          char **has, EzDiags *diags)
{
    g_autofree char *tag = g_strndup(wish, strcspn(wish, "= "));
    bool off = wish[0] == '-' || g_str_has_suffix(wish, "=0");
    if (tag[0] == '\0' || off || has_feature(has, tag))
        return;
    const char *field = field_of(style, tag);
    bool typed = strcmp(field, "features") == 0;
    g_autofree char *hint = typed ? feature_hint(tag, has) : NULL;
    ez_diag_report(diags, EZ_NO_FEATURE, ez_style_place(style, field), hint, "style",
                   style->name, "feature", tag, "font", font->name, NULL);
}

static void check_style(const EzTheme *theme, const EzStyle *style, const EzFonts *fonts,
                        EzDiags *diags)
{
    const EzThemeFont *named = style->font != NULL ? ez_theme_font(theme, style->font) : NULL;
    const EzFont *font =
        named != NULL ? ez_fonts_find(fonts, named->family, (int)style->weight, style->italic)
                      : NULL;
    g_autofree char *features = ez_style_features(style);
    if (font == NULL || features == NULL)
        return;
    g_auto(GStrv) has = ez_font_features(font);
    g_auto(GStrv) wishes = g_strsplit(features, ",", -1);
    for (int i = 0; wishes[i] != NULL; i++)
        check_feature(style, font, g_strstrip(wishes[i]), has, diags);
}

void ez_layout_check_theme(const EzTheme *theme, const EzFonts *fonts, EzDiags *diags)
{
    for (int i = 0; i < theme->n_fonts; i++)
        check_family(&theme->fonts[i], fonts, diags);
    for (int i = 0; i < theme->n_styles; i++)
        check_style(theme, &theme->styles[i], fonts, diags);
}
