// SPDX-License-Identifier: EUPL-1.2
// Links as they are typed: "1>3 helps 2 !habit", several with a comma. A verb or mark is a letter of its list, or how its words begin.
#include "engine/term/entry-private.h"

#include <string.h>

static const char *words_in(JsonNode *item, const char *language)
{
    const char *own = ez_value_string(ez_value_get(item, language), NULL);
    const char *words = ez_value_string(ez_value_get(item, "words"), NULL);
    return own != NULL     ? own
           : words != NULL ? words
                           : ez_value_string(ez_value_get(item, "id"), "");
}

static bool begins_with(const char *words, const char *begin)
{
    g_autofree char *whole = g_utf8_casefold(words, -1), *part = g_utf8_casefold(begin, -1);
    return g_str_has_prefix(whole, part);
}

// The number of the item that this letter or beginning means, -1 for none, -2 when it could be several.
static int find_named(JsonNode *items, const char *word, const char *language)
{
    int found = -1, letter = strlen(word) == 1 ? g_ascii_tolower(*word) - 'a' : -1;
    if (letter >= 0 && letter < ez_value_count(items))
        return letter;
    for (int i = 0; i < ez_value_count(items); i++) {
        const char *words = words_in(ez_value_item(items, i), language);
        if (g_utf8_strlen(word, -1) > 1 && begins_with(words, word))
            found = found == -1 ? i : -2;
    }
    return found;
}

// "1>3", with or without spaces; also "1-3" and "1→3". What stands behind it begins at `rest`.
static bool read_ends(const char *text, int *from, int *to, const char **rest)
{
    static const char *const arrows[] = {">", "->", "-", "→"};
    char *end, *last;
    gint64 one = g_ascii_strtoll(text, &end, 10);
    const char *arrow = end + strspn(end, " ");
    gsize length = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(arrows); i++)
        if (g_str_has_prefix(arrow, arrows[i]))
            length = MAX(length, strlen(arrows[i]));
    gint64 other = g_ascii_strtoll(arrow + length, &last, 10);
    *from = (int)CLAMP(one, 0, G_MAXINT);
    *to = (int)CLAMP(other, 0, G_MAXINT);
    *rest = last;
    return length > 0 && end != text && last != arrow + length;
}

static bool put_end(EzReading *r, JsonNode *link, const char *name, JsonNode *items, int number)
{
    g_autofree char *word = g_strdup_printf("%d", number);
    if (number < 1 || number > ez_value_count(items))
        return ez_refuse(r->error, EZ_REFUSE_NOT_IN_LIST, "word", word, "most",
                         EZ_NUMBER(ez_value_count(items)), NULL);
    ez_value_put_string(link, name, ez_step_item_id(items, number - 1));
    return true;
}

static bool put_flag(EzReading *r, JsonNode *link, const char *word)
{
    JsonNode *flags = ez_step_option(r->entry->step, "flags");
    int flag = find_named(flags, word + 1, r->entry->language);
    if (flag < 0)
        return ez_refuse(r->error, EZ_REFUSE_NO_LETTER, "word", word, NULL);
    if (ez_value_get(link, "flags") == NULL)
        ez_value_put(link, "flags", ez_value_new_list());
    ez_value_append(ez_value_get(link, "flags"),
                    ez_value_new_string(ez_step_item_id(flags, flag)));
    return true;
}

// What is no number and no mark is the verb; it may be several words.
static bool put_verb(EzReading *r, JsonNode *link, const char *words)
{
    JsonNode *verbs = ez_step_option(r->entry->step, "verbs");
    int verb = find_named(verbs, words, r->entry->language);
    if (verb < 0)
        return ez_refuse(r->error, EZ_REFUSE_NO_LETTER, "word", words, NULL);
    ez_value_put_string(link, "verb", ez_step_item_id(verbs, verb));
    return true;
}

static bool put_words(EzReading *r, JsonNode *link, const char *rest)
{
    g_auto(GStrv) words = g_strsplit_set(rest, " \t", -1);
    g_autoptr(GString) verb = g_string_new(NULL);
    for (char **word = words; *word != NULL; word++) {
        int weight;
        if (**word == '!' && !put_flag(r, link, *word))
            return false;
        if (**word == '!' || **word == '\0')
            continue;
        if (ez_read_number(*word, -1000, 1000, &weight))
            ez_value_put_number(link, "weight", weight);
        else
            g_string_append_printf(verb, "%s%s", verb->len > 0 ? " " : "", *word);
    }
    return verb->len == 0 || put_verb(r, link, verb->str);
}

static JsonNode *read_link(EzReading *r, const char *text)
{
    JsonNode *items = ez_step_option(r->entry->step, "from"),
             *others = ez_step_option(r->entry->step, "to");
    g_autoptr(JsonNode) link = ez_value_new_object();
    const char *rest;
    int from, to;
    if (!read_ends(text, &from, &to, &rest)) {
        ez_refuse(r->error, EZ_REFUSE_NO_LINK, "word", text, NULL);
        return NULL;
    }
    bool good = put_end(r, link, "from", items, from) &&
                put_end(r, link, "to", others != NULL ? others : items, to) &&
                put_words(r, link, rest);
    return good ? g_steal_pointer(&link) : NULL;
}

bool ez_read_links(EzReading *r)
{
    g_auto(GStrv) parts = g_strsplit_set(r->line, ",;", -1);
    g_autoptr(JsonNode) list = ez_value_new_list();
    for (int i = 0; i < ez_value_count(r->before); i++)
        ez_value_append(list, json_node_ref(ez_value_item(r->before, i)));
    for (char **part = parts; *part != NULL; part++) {
        if (*g_strstrip(*part) == '\0')
            continue;
        JsonNode *link = read_link(r, *part);
        if (link == NULL)
            return false;
        ez_value_append(list, link);
    }
    g_ptr_array_add(r->found, g_steal_pointer(&list));
    return true;
}

// ---- writing -------------------------------------------------------------------

static void write_link(GString *out, const EzTyped *entry, JsonNode *link)
{
    JsonNode *from = ez_step_option(entry->step, "from"),
             *to = ez_step_option(entry->step, "to"),
             *verbs = ez_step_option(entry->step, "verbs"),
             *flags = ez_step_option(entry->step, "flags"), *own = ez_value_get(link, "flags");
    int one = ez_step_find_item(from, ez_value_string(ez_value_get(link, "from"), "")),
        other = ez_step_find_item(to != NULL ? to : from,
                                  ez_value_string(ez_value_get(link, "to"), "")),
        verb = ez_step_find_item(verbs, ez_value_string(ez_value_get(link, "verb"), ""));
    g_string_append_printf(out, "%s%d>%d", out->len > 0 ? ", " : "", one + 1, other + 1);
    if (verb >= 0)
        g_string_append_printf(out, " %s",
                               words_in(ez_value_item(verbs, verb), entry->language));
    if (ez_value_get(link, "weight") != NULL)
        g_string_append_printf(out, " %d",
                               (int)ez_value_number(ez_value_get(link, "weight"), 0));
    for (int i = 0; i < ez_value_count(own); i++) {
        int flag = ez_step_find_item(flags, ez_value_string(ez_value_item(own, i), ""));
        g_string_append_printf(out, " !%s",
                               words_in(ez_value_item(flags, flag), entry->language));
    }
}

char *ez_write_links(const EzTyped *entry, JsonNode *links)
{
    GString *out = g_string_new(NULL);
    for (int i = 0; i < ez_value_count(links); i++)
        write_link(out, entry, ez_value_item(links, i));
    return g_string_free(out, FALSE);
}
