// SPDX-License-Identifier: EUPL-1.2
#include "engine/term/lines.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

enum { TICK = 1000 }; // milliseconds

void ez_lines_init(EzLines *lines, int in, const volatile sig_atomic_t *stop)
{
    *lines = (EzLines){.in = in, .stop = stop, .waiting = g_string_new(NULL)};
}

void ez_lines_clear(EzLines *lines)
{
    g_string_free(lines->waiting, TRUE);
}

static bool is_stopped(const EzLines *lines)
{
    return lines->stop != NULL && *lines->stop;
}

// Waits for more; a signal may come just before poll sleeps, so it never sleeps long.
static void read_more(EzLines *lines)
{
    char bytes[64 * 1024];
    struct pollfd poller = {lines->in, POLLIN, 0};
    int ready = poll(&poller, 1, TICK);
    if (ready == 0 && lines->tick != NULL)
        lines->tick(lines->data);
    if (ready <= 0) {
        lines->ended = ready < 0 && errno != EINTR;
        return;
    }
    ssize_t count = read(lines->in, bytes, sizeof bytes);
    if (count > 0)
        g_string_append_len(lines->waiting, bytes, count);
    else
        lines->ended = count == 0 || (errno != EINTR && errno != EAGAIN);
}

// Takes so many bytes as a line, and what stands behind them.
static char *take(EzLines *lines, gsize length)
{
    char *line = g_utf8_make_valid(lines->waiting->str, (gssize)length);
    g_string_erase(lines->waiting, 0, (gssize)MIN(length + 1, lines->waiting->len));
    return g_strstrip(line);
}

char *ez_lines_next(EzLines *lines)
{
    for (gsize from = 0; !is_stopped(lines);) {
        const char *begin = lines->waiting->str;
        const char *end = memchr(begin + from, '\n', lines->waiting->len - from);
        if (end != NULL)
            return take(lines, (gsize)(end - begin));
        if (lines->ended)
            return lines->waiting->len > 0 ? take(lines, lines->waiting->len) : NULL;
        from = lines->waiting->len;
        read_more(lines);
    }
    return NULL;
}
