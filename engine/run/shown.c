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

// Anonymous answers come to light in one row, which names nobody.
bool ez_shown_hides(const EzRow *row)
{
    bool named = row->by != NULL && *row->by != '\0';
    bool answered = row->event == EZ_EVENT_INPUT && !named && row->text != NULL;
    g_autoptr(JsonNode) value = answered ? ez_value_read_room(row->text, -1, NULL) : NULL;
    JsonNode *answers = ez_value_get(value, "answers");
    return answers != NULL && ez_step_kind_hides(row->kind, ez_value_count(answers));
}
