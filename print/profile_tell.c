// SPDX-License-Identifier: EUPL-1.2
// What a profile says of itself.
#include "print/profile-private.h"

#include "engine/base/json.h"

bool ez_profile_is_assumed(const EzProfile *profile, const char *key)
{
    return profile->assumed != NULL &&
           g_strv_contains((const char *const *)profile->assumed, key);
}

const char *ez_profile_rules(const EzProfile *profile)
{
    static const char *const rules[] = {"PDF/X-4", "PDF/X-1a", "PNG"};
    return rules[profile->standard];
}

// ---- a line ------------------------------------------------------------------------

// "3.175", "3"; the same in every locale.
static char *figure(double number)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(text, sizeof text, "%.4g", number);
    return g_strdup(text);
}

typedef struct Line {
    const EzProfile *profile;
    bool dutch;
    GString *text;
} Line;

// A figure and its unit, which is not said to be known where it is assumed.
static void add(const Line *line, const char *key, const char *words)
{
    const char *assumed = line->dutch ? " (aangenomen)" : " (assumed)";
    g_string_append_printf(line->text, "%s%s%s", line->text->len > 0 ? ", " : "", words,
                           ez_profile_is_assumed(line->profile, key) ? assumed : "");
}

// `english` and `dutch` have a %s for the number.
static void add_figure(const Line *line, const char *key, double number, const char *english,
                       const char *dutch)
{
    g_autofree char *digits = figure(number);
    g_auto(GStrv) parts = g_strsplit(line->dutch ? dutch : english, "%s", 2);
    g_autofree char *words = g_strjoinv(digits, parts);
    add(line, key, words);
}

static void add_size(const Line *line, const char *key, double width, double height)
{
    g_autofree char *wide = figure(width), *tall = figure(height);
    g_autofree char *words = g_strdup_printf("%s × %s mm", wide, tall);
    if (width > 0)
        add(line, key, words);
}

static void add_order(const Line *line)
{
    static const char *const words[][2] = {
        [EZ_ORDER_BACK_FRONT] = {"backs first", "achterkant eerst"},
        [EZ_ORDER_TWO_FILES] = {"fronts and backs in two files",
                                "voor- en achterkanten in twee bestanden"}};
    if (line->profile->order != EZ_ORDER_FRONT_BACK)
        add(line, "order", words[line->profile->order][line->dutch]);
}

static void add_press(const Line *line)
{
    const EzProfile *profile = line->profile;
    add(line, "standard", ez_profile_rules(profile));
    add_size(line, "width", profile->width, profile->height);
    add_figure(line, "bleed", profile->bleed, "bleed %s mm", "afloop %s mm");
    add_figure(line, "safe", profile->safe, "words %s mm from the edge",
               "woorden %s mm van de rand");
    if (profile->standard == EZ_STANDARD_PNG) {
        add_figure(line, "dpi", profile->dpi, "%s dpi", "%s dpi");
        return;
    }
    add_figure(line, "ink", profile->ink * 100, "ink %s %", "inkt %s %");
    if (profile->condition != NULL)
        add(line, "condition", profile->condition);
    if (!profile->spots)
        add(line, "spots", line->dutch ? "geen steunkleuren" : "no spot colours");
    add_order(line);
}

static void add_home(const Line *line)
{
    const EzProfile *profile = line->profile;
    const EzGrid *grid = &profile->grid;
    add_size(line, "width", profile->width, profile->height);
    if (grid->columns > 0) {
        g_autofree char *count = g_strdup_printf("%d × %d", grid->columns, grid->rows);
        add(line, "columns", count);
    }
    if (profile->margin.width > 0) {
        add_figure(line, "margin_x", profile->margin.width, "%s mm white left and right",
                   "links en rechts %s mm wit");
        add_figure(line, "margin_y", profile->margin.height, "%s mm above and below",
                   "boven en onder %s mm");
    }
}

char *ez_profile_line(const EzProfile *profile, bool dutch)
{
    Line line = {profile, dutch, g_string_new(NULL)};
    if (profile->use == EZ_PROFILE_PRESS)
        add_press(&line);
    else
        add_home(&line);
    g_autofree char *figures = g_string_free(line.text, FALSE);
    return g_strdup_printf("%-16s %-6s %s (%s)", profile->name,
                           ez_profile_use_words[profile->use], profile->title[dutch], figures);
}

// ---- JSON --------------------------------------------------------------------------

static void put_list(EzJson *json, const char *name, char **list)
{
    ez_json_open_list(json, name);
    for (int i = 0; list != NULL && list[i] != NULL; i++)
        ez_json_text(json, NULL, list[i]);
    ez_json_close(json);
}

static void put_number(EzJson *json, const EzProfileKey *key, double number)
{
    if (number >= key->least) // else it has none
        ez_json_number(json, key->name, number);
}

static void put_key(EzJson *json, const EzProfile *profile, const EzProfileKey *key)
{
    const void *from = (const char *)profile + key->at;
    switch (key->kind) {
    case EZ_KEY_TEXT:
        if (*(char *const *)from != NULL)
            ez_json_text(json, key->name, *(char *const *)from);
        break;
    case EZ_KEY_WORD:
        ez_json_text(json, key->name, key->words[*(const int *)from]);
        break;
    case EZ_KEY_NUMBER:
        // The one number that is kept in another unit than the file has.
        put_number(json, key,
                   from == &profile->ink ? profile->ink * 100 : *(const double *)from);
        break;
    case EZ_KEY_WHOLE:
        put_number(json, key, *(const int *)from);
        break;
    case EZ_KEY_LIST:
        put_list(json, key->name, *(char **const *)from);
    }
}

char *ez_profile_json(const EzProfile *profile)
{
    EzJson *json = ez_json_new();
    ez_json_text(json, "name", profile->name);
    for (const EzProfileKey *key = ez_profile_keys; key->name != NULL; key++)
        if ((key->uses & 1U << profile->use) != 0)
            put_key(json, profile, key);
    return ez_json_finish(json);
}

// ---- a sum -------------------------------------------------------------------------

void ez_profile_digest(const EzProfile *profile, EzDigest *sum)
{
    const double numbers[] = {profile->bleed, profile->ink, profile->width, profile->height,
                              profile->dpi};
    ez_digest_text(sum, profile->name);
    ez_digest_whole(sum, profile->standard);
    ez_digest_whole(sum, profile->order);
    ez_digest_whole(sum, profile->spots);
    ez_digest_text(sum, profile->condition);
    ez_digest_numbers(sum, numbers, G_N_ELEMENTS(numbers));
    GBytes *const files[] = {profile->icc, profile->srgb};
    for (gsize i = 0; i < G_N_ELEMENTS(files); i++) {
        gsize size = 0;
        const char *bytes = files[i] != NULL ? g_bytes_get_data(files[i], &size) : NULL;
        if (bytes != NULL)
            ez_digest_bytes(sum, bytes, (int)size);
    }
}
