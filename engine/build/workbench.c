// SPDX-License-Identifier: EUPL-1.2
#include "engine/build/workbench.h"

const EzFont *ez_workbench_body_font(const EzWorkbench *bench)
{
    const EzTheme *theme = ez_load_kit(bench->load)->theme;
    const EzStyle *body = ez_theme_style(theme, "body");
    const EzThemeFont *font = ez_theme_font(theme, body != NULL ? body->font : "");
    return font != NULL ? ez_fonts_find(bench->fonts, font->family, 400, false) : NULL;
}
