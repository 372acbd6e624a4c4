// SPDX-License-Identifier: EUPL-1.2
#include "engine/term/bar.h"

#include "engine/term/screen.h"

#include <glib.h>
#include <string.h>

enum { LOWEST = 8 };

// Sequences of the VT100 (DEC, EK-VT100-UG, 1978) that all terminals of today keep to.
#define SAVE    "\0337"
#define RESTORE "\0338"
#define CLEAR   "\033[2K"

void ez_bar_size(EzBar *bar, int rows, int columns)
{
    rows = rows >= LOWEST ? rows : 0;
    if (rows == bar->rows && columns == bar->columns)
        return;
    // Nothing stands behind the cursor but a bar of before. A line down and up again makes room where the cursor stands in the row that the
    // bar takes, and keeps its column.
    fputs("\033[J", bar->out);
    if (rows > 0)
        fprintf(bar->out, "\033D" SAVE "\033[1;%dr" RESTORE "\033[1A", rows - 1);
    else if (bar->rows > 0)
        fputs(SAVE "\033[r" RESTORE, bar->out);
    bar->rows = rows;
    bar->columns = columns;
    g_clear_pointer(&bar->shown, g_free);
}

// As many letters as fit.
static char *cut(const char *text, int columns)
{
    char *whole = ez_screen_safe(text);
    while (*whole != '\0' && ez_screen_columns(whole) > columns)
        *g_utf8_find_prev_char(whole, whole + strlen(whole)) = '\0';
    return whole;
}

void ez_bar_show(EzBar *bar, const char *text)
{
    if (bar->rows == 0 || g_strcmp0(bar->shown, text) == 0)
        return;
    g_autofree char *line = cut(text, bar->columns - 1);
    fprintf(bar->out, SAVE "\033[%d;1H" CLEAR "%s%s%s" RESTORE, bar->rows,
            bar->colour ? "\033[7m" : "", line, bar->colour ? "\033[0m" : "");
    fflush(bar->out);
    g_free(bar->shown);
    bar->shown = g_strdup(text);
}

void ez_bar_close(EzBar *bar)
{
    if (bar->rows > 0)
        fprintf(bar->out, SAVE "\033[%d;1H" CLEAR "\033[r" RESTORE, bar->rows);
    bar->rows = 0;
    g_clear_pointer(&bar->shown, g_free);
}
