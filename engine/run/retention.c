// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/retention.h"

#include "engine/run/words.h"

#include <glib/gstdio.h>

enum { DAY = 24 * 60 * 60 };

int ez_retention_days(const EzSession *session)
{
    return (int)ez_value_number(ez_value_get(ez_session_head(session), "retention"),
                                EZ_RETENTION_DAYS);
}

// A session that is open, or was cut off, has its last rows beside it. Who only reads leaves an empty file there.
static int64_t last_written(const char *path)
{
    static const char *const ends[] = {"", "-wal"};
    int64_t last = -1;
    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_autofree char *file = g_strconcat(path, ends[i], NULL);
        GStatBuf found;
        if (g_stat(file, &found) == 0 && found.st_size > 0)
            last = MAX(last, (int64_t)found.st_mtime);
    }
    return last;
}

int64_t ez_retention_end(const EzSession *session, const char *path)
{
    int64_t last = last_written(path);
    return last >= 0 ? last + (int64_t)ez_retention_days(session) * DAY : -1;
}

char *ez_retention_date(const EzSession *session, const char *path, const char *language)
{
    g_autoptr(GDateTime) end = g_date_time_new_from_unix_local(ez_retention_end(session, path));
    if (end == NULL)
        return g_strdup("?");
    return ez_words_of_date(g_date_time_get_day_of_month(end), g_date_time_get_month(end),
                            g_date_time_get_year(end), language);
}
