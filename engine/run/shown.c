// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/shown.h"

#include "engine/run/content.h"

struct EzShown {
    EzFileContent content;
    EzSession *session;
};

EzShown *ez_shown_open(const char *path, GError **error)
{
    g_autoptr(EzShown) shown = g_new0(EzShown, 1);
    EzFileContent *content = &shown->content;
    if (!ez_content_read(content, path, error))
        return NULL;
    shown->session = ez_session_new(
        &(EzSessionSetup){.sources = content->sources, .n_sources = content->n_sources});
    return ez_content_play(content, path, shown->session, error) ? g_steal_pointer(&shown)
                                                                 : NULL;
}

void ez_shown_free(EzShown *shown)
{
    if (shown == NULL)
        return;
    ez_session_free(shown->session);
    ez_content_clear(&shown->content);
    g_free(shown);
}

const EzSession *ez_shown_session(const EzShown *shown)
{
    return shown->session;
}

const EzRow *ez_shown_rows(const EzShown *shown, int *count)
{
    *count = (int)shown->content.rows->len;
    return (const EzRow *)shown->content.rows->data;
}
