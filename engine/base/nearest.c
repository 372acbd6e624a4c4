// SPDX-License-Identifier: EUPL-1.2
#include "engine/base/nearest.h"

#include <glib.h>
#include <stdlib.h>

enum { LONGEST = 64 };

static int letters_of(const char *word, gunichar *out)
{
    int n = 0;
    for (; *word != '\0' && n < LONGEST; word = g_utf8_next_char(word))
        out[n++] = g_unichar_tolower(g_utf8_get_char(word));
    return n;
}

int ez_nearest_distance(const char *a, const char *b)
{
    gunichar x[LONGEST], y[LONGEST];
    int n = letters_of(a, x), m = letters_of(b, y);
    int rows[3][LONGEST + 1]; // row i of the table stands in rows[i % 3]
    for (int j = 0; j <= m; j++)
        rows[0][j] = j;
    for (int i = 1; i <= n; i++) {
        int *row = rows[i % 3], *last = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        row[0] = i;
        for (int j = 1; j <= m; j++) {
            int cost = x[i - 1] != y[j - 1];
            row[j] = MIN(MIN(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
                row[j] = MIN(row[j], before[j - 2] + 1);
        }
    }
    return rows[n % 3][m];
}

const char *ez_nearest(const char *word, const char *const *candidates)
{
    int best = MAX(1, (int)g_utf8_strlen(word, -1) / 3) + 1;
    const char *nearest = NULL;
    if (!g_utf8_validate(word, -1, NULL))
        return NULL;
    long length = g_utf8_strlen(word, -1);
    for (; *candidates != NULL; candidates++) {
        if (labs(g_utf8_strlen(*candidates, -1) - length) >= best)
            continue; // each letter more or less is one step
        int distance = ez_nearest_distance(word, *candidates);
        if (distance < best) {
            best = distance;
            nearest = *candidates;
        }
    }
    return nearest;
}
