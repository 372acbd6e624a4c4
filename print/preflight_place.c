// SPDX-License-Identifier: EUPL-1.2
// Where a finding is, as people are told.
#include "print/preflight.h"

char *ez_preflight_place(const EzPreflightFinding *finding, EzPreflightLanguage language)
{
    static const char *const words[][2] = {
        [EZ_PREFLIGHT_EN] = {" mm from the left, ", " from the top"},
        [EZ_PREFLIGHT_NL] = {" mm van links, ", " van boven"},
    };
    char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
    if (!finding->placed)
        return NULL;
    g_ascii_formatd(x, sizeof x, "%.1f", finding->x);
    g_ascii_formatd(y, sizeof y, "%.1f", finding->y);
    return g_strconcat(x, words[language][0], y, words[language][1], NULL);
}
