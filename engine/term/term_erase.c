// SPDX-License-Identifier: EUPL-1.2
// Somebody wants their words gone: they are found by how they begin, and erased from the file.
#include "engine/term/term-private.h"

#include <string.h>

static const EzSession *session_of(const EzTalk *talk)
{
    return ez_talk_session(talk);
}

static bool begins_with(const char *text, const char *words)
{
    g_autofree char *folded = g_utf8_casefold(text, -1), *wanted = g_utf8_casefold(words, -1);
    return g_str_has_prefix(folded, wanted);
}

// The answers of all steps, and of an earlier session, that begin so, by their references; those that are open and anonymous have none yet.
static GPtrArray *find_answers(const EzTalk *talk, const char *words)
{
    GPtrArray *found = g_ptr_array_new_with_free_func(g_free);
    for (int i = 0; i < ez_session_step_count(session_of(talk)); i++) {
        const EzStep *step = ez_session_step(session_of(talk), i);
        int count = ez_step_answers(step);
        for (int n = 1; n <= count; n++)
            if (begins_with(ez_step_answer(step, n), words))
                g_ptr_array_add(found, g_strdup_printf("%s/%d", step->key, n));
    }
    JsonNode *said =
        ez_value_get(ez_value_get(ez_session_start(session_of(talk)), "from"), "said");
    g_autoptr(GList) names =
        said != NULL ? json_object_get_members(json_node_get_object(said)) : NULL;
    for (GList *name = names; name != NULL; name = name->next)
        if (begins_with(ez_value_string(ez_value_get(said, name->data), ""), words))
            g_ptr_array_add(found, g_strdup(name->data));
    return found;
}

// The same words more than once are the same to whoever wants them gone.
static bool are_one(const EzTalk *talk, const GPtrArray *found)
{
    const char *first = ez_session_answer(session_of(talk), found->pdata[0]);
    bool one = true;
    for (guint i = 1; i < found->len; i++)
        one = one && strcmp(ez_session_answer(session_of(talk), found->pdata[i]), first) == 0;
    return one;
}

static bool is_sure(EzTalk *talk, const char *text)
{
    ez_talk_say_filled(talk, EZ_SAY_ERASE_SURE, text, NULL);
    g_autofree char *line = ez_talk_read(talk, "> ");
    return line != NULL &&
           g_ascii_strcasecmp(line, ez_phrase(EZ_SAY_YES, talk->term->language)) == 0;
}

static void erase_all(EzTalk *talk, const GPtrArray *found)
{
    GError *error = NULL;
    for (guint i = 0; i < found->len; i++)
        if (ez_session_answer(session_of(talk), found->pdata[i]) != NULL &&
            !ez_live_erase(talk->live, found->pdata[i], &error)) {
            g_propagate_error(&talk->failed, error);
            return;
        }
    g_ptr_array_set_size(talk->last, 0);
    ez_talk_say(talk, EZ_SAY_ERASED);
}

void ez_talk_erase(EzTalk *talk, const char *words)
{
    if (*words == '\0') {
        ez_talk_say(talk, EZ_SAY_ERASE_HOW);
        return;
    }
    g_autoptr(GPtrArray) found = find_answers(talk, words);
    if (found->len == 0)
        ez_talk_say(talk, EZ_SAY_ERASE_NONE);
    else if (!are_one(talk, found))
        ez_talk_say_number(talk, EZ_SAY_ERASE_SEVERAL, (int)found->len, NULL);
    else if (is_sure(talk, ez_session_answer(session_of(talk), found->pdata[0])))
        erase_all(talk, found);
    else
        ez_talk_say(talk, EZ_SAY_ERASE_KEPT);
}
