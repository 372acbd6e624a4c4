// SPDX-License-Identifier: EUPL-1.2
// Time is told and never ends anything.
#include "engine/term/term-private.h"

enum { MINUTE = 60 };

bool ez_talk_time_left(const EzTalk *talk, const EzStep *step, int64_t *left)
{
    JsonNode *time = ez_step_option(step, "time");
    double seconds = ez_value_number(time != NULL ? time : ez_step_option(step, "seconds"), 0);
    *left = (int64_t)seconds - (ez_live_time(talk->live) - step->opened);
    return seconds > 0;
}

// Begun minutes count: "1 minute left" until the very end.
static int minutes_of(int64_t left)
{
    return left > 0 ? (int)((left + MINUTE - 1) / MINUTE) : 0;
}

static char *words_of(const EzTalk *talk, const EzStep *step, int minutes)
{
    g_autofree char *number = g_strdup_printf("%d", minutes);
    const char *when = ez_value_string(ez_step_option(step, "close_when"), "");
    EzPhrase phrase = minutes > 1                    ? EZ_SAY_TIME_LEFT
                      : minutes == 1                 ? EZ_SAY_MINUTE_LEFT
                      : g_strcmp0(when, "time") == 0 ? EZ_SAY_TIME_UP_CLOSE
                                                     : EZ_SAY_TIME_UP;
    return ez_phrase_fill(phrase, talk->term->language, number, NULL);
}

// The heading has told the whole time, and where there is a bar it tells what is left: then only the end is said.
void ez_talk_tell_time(EzTalk *talk, const EzStep *step)
{
    int64_t left;
    if (!ez_talk_time_left(talk, step, &left) || minutes_of(left) == talk->told)
        return;
    bool first = talk->told < 0;
    talk->told = minutes_of(left);
    if (talk->told > 0 && (first || talk->bar.rows > 0))
        return;
    g_autofree char *words = words_of(talk, step, talk->told);
    ez_talk_say_text(talk, words);
}

static const EzStep *shown_step(const EzTalk *talk)
{
    return talk->key != NULL ? ez_session_find(ez_talk_session(talk), talk->key) : NULL;
}

void ez_talk_show_bar(EzTalk *talk)
{
    int rows, columns;
    int64_t left;
    const EzStep *step = shown_step(talk);
    if (talk->term->size == NULL)
        return;
    talk->term->size(&rows, &columns);
    ez_bar_size(&talk->bar, rows, columns);
    if (step == NULL)
        return;
    EzShow show = ez_talk_show(talk);
    g_autofree char *place = ez_show_bar(&show, step);
    g_autofree char *time = ez_talk_time_left(talk, step, &left)
                                ? words_of(talk, step, minutes_of(left))
                                : g_strdup("");
    g_autofree char *text =
        *time != '\0' ? g_strdup_printf("%s · %s", time, place) : g_strdup(place);
    ez_bar_show(&talk->bar, text);
}
