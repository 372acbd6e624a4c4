// SPDX-License-Identifier: EUPL-1.2
#include "engine/term/screen.h"

#include <glib.h>
#include <string.h>

enum { BAR = 24, NAME = 28 };

// Escapes, and the explicit directions of Unicode's bidirectional algorithm.
static bool steers(gunichar c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

char *ez_screen_safe(const char *text)
{
    GString *out = g_string_new(NULL);
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    for (const char *c = valid; *c != '\0'; c = g_utf8_next_char(c)) {
        gunichar letter = g_utf8_get_char(c);
        g_string_append_unichar(out, steers(letter) ? ' ' : letter);
    }
    return g_string_free(out, FALSE);
}

int ez_screen_columns(const char *text)
{
    int columns = 0;
    for (const char *c = text; *c != '\0'; c = g_utf8_next_char(c)) {
        gunichar letter = g_utf8_get_char(c);
        columns += g_unichar_iszerowidth(letter) ? 0 : g_unichar_iswide(letter) ? 2 : 1;
    }
    return columns;
}

void ez_screen_put(const EzScreen *screen, int indent, const char *text)
{
    g_autofree char *safe = ez_screen_safe(text);
    g_auto(GStrv) words = g_strsplit(safe, " ", -1);
    int column = 0;
    for (char **word = words; *word != NULL; word++) {
        int columns = ez_screen_columns(*word);
        if (screen->width > 0 && column > indent && column + 1 + columns > screen->width) {
            fprintf(screen->out, "\n%*s", indent, "");
            column = indent;
        } else if (word != words) {
            fputc(' ', screen->out);
            column++;
        }
        fputs(*word, screen->out);
        column += columns;
    }
    fputc('\n', screen->out);
}

void ez_screen_space(const EzScreen *screen)
{
    fputc('\n', screen->out);
}

void ez_screen_heading(const EzScreen *screen, const char *text)
{
    ez_screen_space(screen);
    if (screen->plain) {
        ez_screen_put(screen, 0, text);
        return;
    }
    g_autofree char *safe = ez_screen_safe(text);
    int rest = screen->width - 4 - ez_screen_columns(safe);
    if (rest < 1) {
        g_autofree char *line = g_strdup_printf("── %s", safe);
        ez_screen_put(screen, 3, line);
        return;
    }
    fprintf(screen->out, "── %s ", safe);
    for (int i = 0; i < rest; i++)
        fputs("─", screen->out);
    fputc('\n', screen->out);
}

void ez_screen_bar(const EzScreen *screen, const char *name, double share, const char *value)
{
    g_autofree char *safe = ez_screen_safe(name);
    bool narrow = screen->width > 0 && screen->width < NAME + BAR + 8;
    if (screen->plain || narrow || ez_screen_columns(safe) > NAME) {
        g_autofree char *line = g_strdup_printf("  %s: %s", safe, value);
        ez_screen_put(screen, 4, line);
        return;
    }
    int length = (int)(share * BAR + 0.5);
    fprintf(screen->out, "  %s%*s ", safe, NAME - ez_screen_columns(safe), "");
    for (int i = 0; i < length; i++)
        fputs("█", screen->out);
    fprintf(screen->out, length > 0 ? " %s\n" : "%s\n", value);
}

void ez_screen_prompt(const EzScreen *screen, const char *text)
{
    fputs(text, screen->out);
    fflush(screen->out);
}
