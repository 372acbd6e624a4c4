// SPDX-License-Identifier: EUPL-1.2
// What bots write.
#include "engine/run/trial-private.h"

#include <string.h>

static const char *const plausible[] = {
    "De berm langs de beek één keer per jaar maaien.",
    "Eerst vragen wie er al mee bezig is.",
    "Wat als wij de vergadering buiten houden?",
    "Minder regels, meer ruimte voor proberen.",
    "Bel de wijkregisseur; zij kent de bewoners.",
    "We meten te veel en kijken te weinig.",
    "Maandag een half uur lopen met de beheerder.",
    "A meeting without an agenda, once a month.",
    "Delen wat er misging, niet alleen wat lukte.",
    "Wie betaalt dit straks?",
    "Geen idee",
    "ja",
};
// What people also write, and what has no meaning here.
static const char *const awkward[] = {
    "\"quotes\", back\\slashes and 'more'",
    "{slot} %s %d <b>bold</b> & *stars* _lines_",
    "first line\nsecond line\ttab",
    "🦔🌱 e\u0301 n\u0303 ﬁ \u200B\u00AD",
    "   ",
    "=SUM(A1:A9)",
    "null",
    "../../etc/passwd",
};
static const char *const principles[] = {
    "Verken breed, versterk wat gebruikt wordt, laat de rest los.",
    "Deel als een mier en een bij elkaar.",
    "De natuur wil altijd synergie tussen elke plant en haar stakeholders.",
    "Build loops: make sure every place can be reached by two routes.",
};
static const char *const right_to_left[] = {
    "نسأل الطبيعة أولاً قبل أن نقرر",
    "ثلاثة أفكار (3) ليوم الاثنين، الساعة 10:30",
    "לשאול את הטבע לפני שמחליטים",
    "שלושה רעיונות (3) ליום שני, בשעה 10:30",
    "من يستفيد من ذلك؟ «الجيران» و Natuur & wij",
    "מי מרוויח מזה? \"השכנים\" ו-Natuur & wij",
};

static const char *pick(EzBot *bot, const char *const *texts, gsize count)
{
    return texts[ez_bot_below(bot, (int)count)];
}

static char *cut(const char *text, int most)
{
    return g_utf8_strlen(text, -1) <= most ? g_strdup(text) : g_utf8_substring(text, 0, most);
}

// Either words, or one word without an end.
static char *longest(EzBot *bot, int most)
{
    const char *unit = ez_bot_chance(bot, 80) ? "Wereldwijd één " : "W";
    GString *out = g_string_new(NULL);
    glong length = g_utf8_strlen(unit, -1);
    for (glong written = 0; written < most; written += length)
        g_string_append(out, unit);
    char *text = cut(out->str, most);
    g_string_free(out, TRUE);
    return text;
}

char *ez_bot_text(EzBot *bot, int most)
{
    if (bot->manner == EZ_TRIAL_LONGEST)
        return longest(bot, most);
    if (bot->manner == EZ_TRIAL_RIGHT_TO_LEFT)
        return cut(pick(bot, right_to_left, G_N_ELEMENTS(right_to_left)), most);
    return cut(ez_bot_strays(bot, 10) ? pick(bot, awkward, G_N_ELEMENTS(awkward))
                                      : pick(bot, plausible, G_N_ELEMENTS(plausible)),
               most);
}

char *ez_bot_principle(EzBot *bot, int most)
{
    bool ours = bot->manner != EZ_TRIAL_LONGEST && bot->manner != EZ_TRIAL_RIGHT_TO_LEFT;
    return ours ? cut(pick(bot, principles, G_N_ELEMENTS(principles)), most)
                : ez_bot_text(bot, most);
}
