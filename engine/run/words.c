// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/words.h"

#include <math.h>
#include <string.h>

static const char *in_language(JsonNode *text, const char *language)
{
    static const char *const languages[] = {"nl", "en"};
    const char *found = ez_value_string(ez_value_get(text, language), NULL);
    for (gsize i = 0; found == NULL && i < G_N_ELEMENTS(languages); i++)
        found = ez_value_string(ez_value_get(text, languages[i]), NULL);
    return found;
}

static char *number_words(JsonNode *value, const char *language)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    double number = ez_value_number(value, NAN);
    if (isnan(number))
        return NULL;
    g_ascii_formatd(text, sizeof text, floor(number) == number ? "%.0f" : "%.2f", number);
    return strcmp(language, "nl") == 0 ? g_strdelimit(g_strdup(text), ".", ',')
                                       : g_strdup(text);
}

static char *list_words(const EzSession *session, JsonNode *list, const char *language)
{
    const char *and = strcmp(language, "nl") == 0 ? " en " : " and ";
    GString *out = g_string_new(NULL);
    for (int i = 0, count = ez_value_count(list); i < count; i++) {
        g_autofree char *words = ez_words_of(session, ez_value_item(list, i), language);
        g_string_append_printf(out, "%s%s", i == 0 ? "" : i + 1 < count ? ", " : and, words);
    }
    return g_string_free(out, FALSE);
}

// Where a thing keeps its words, in the order of looking.
static const char *const places[] = {"title", "name", "words", "item"};

char *ez_words_of(const EzSession *session, JsonNode *value, const char *language)
{
    const char *plain = ez_value_string(value, NULL);
    const char *text = plain != NULL ? plain : in_language(value, language);
    const char *reference = ez_value_string(ez_value_get(value, "@"), NULL);
    if (text == NULL && reference != NULL)
        text = ez_session_answer(session, reference);
    if (text != NULL || reference != NULL)
        return g_strdup(text != NULL ? text : "");
    if (ez_value_count(value) > 0)
        return list_words(session, value, language);
    for (gsize i = 0; i < G_N_ELEMENTS(places); i++)
        if (ez_value_get(value, places[i]) != NULL)
            return ez_words_of(session, ez_value_get(value, places[i]), language);
    char *number = number_words(value, language);
    return number != NULL ? number : g_strdup(ez_value_string(ez_value_get(value, "id"), ""));
}

static void append_slot(GString *out, const EzSession *session, JsonNode *slots,
                        const char *name, gsize length, const char *language)
{
    g_autofree char *key = g_strndup(name, length);
    JsonNode *value = ez_value_get(slots, key);
    g_autofree char *words =
        value != NULL ? ez_words_of(session, value, language) : g_strdup_printf("{%s}", key);
    g_string_append(out, words);
}

// What stands in a slot is never looked through for slots itself.
static char *fill(const EzSession *session, const char *text, JsonNode *slots,
                  const char *language)
{
    GString *out = g_string_new(NULL);
    for (const char *c = text; *c != '\0';) {
        const char *end = *c == '{' ? strchr(c, '}') : NULL;
        if (end != NULL) {
            append_slot(out, session, slots, c + 1, (gsize)(end - c - 1), language);
            c = end + 1;
        } else {
            g_string_append_c(out, *c++);
        }
    }
    return g_string_free(out, FALSE);
}

char *ez_words_of_step(const EzSession *session, const EzStep *step, const char *language)
{
    const char *text = in_language(step->text, language);
    return fill(session, text != NULL ? text : "", ez_step_option(step, "slots"), language);
}

char *ez_words_with(const EzSession *session, JsonNode *text, JsonNode *slots,
                    const char *language)
{
    const char *plain = ez_value_string(text, NULL);
    const char *words = plain != NULL ? plain : in_language(text, language);
    return fill(session, words != NULL ? words : "", slots, language);
}

char *ez_words_of_item(const EzSession *session, const EzStep *step, int item,
                       const char *language)
{
    JsonNode *items = ez_step_items(step);
    char *words = ez_words_of(session, ez_value_item(items, item), language);
    if (*words != '\0')
        return words;
    g_free(words);
    return g_strdup(ez_step_item_id(items, item));
}

char *ez_words_of_date(int day, int month, int year, const char *language)
{
    static const struct {
        const char *nl, *en;
    } months[] = {{"januari", "January"}, {"februari", "February"}, {"maart", "March"},
                  {"april", "April"},     {"mei", "May"},           {"juni", "June"},
                  {"juli", "July"},       {"augustus", "August"},   {"september", "September"},
                  {"oktober", "October"}, {"november", "November"}, {"december", "December"}};
    bool dutch = strcmp(language, "nl") == 0;
    return g_strdup_printf("%d %s %d", day, dutch ? months[month - 1].nl : months[month - 1].en,
                           year);
}
