// SPDX-License-Identifier: EUPL-1.2
#include "print/profile.h"

#include "engine/base/nearest.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

static const char GROUP[] = "profile";
static const char *const standards[] = {"x4", "x1a", "png", NULL};
static const char *const orders[] = {"front-back", "back-front", NULL};

// ---- names -----------------------------------------------------------------------

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

char **ez_profile_names(const char *folder)
{
    g_autofree char *path = g_build_filename(folder, "profiles", NULL);
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    GPtrArray *names = g_ptr_array_new();
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;)
        if (g_str_has_suffix(name, ".ini"))
            g_ptr_array_add(names, g_strndup(name, strlen(name) - strlen(".ini")));
    g_ptr_array_sort(names, by_name);
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(names, FALSE);
}

static bool refuse_name(const char *folder, const char *name, GError **error)
{
    g_auto(GStrv) names = ez_profile_names(folder);
    const char *near = ez_nearest(name, (const char *const *)names);
    g_autofree char *all = g_strjoinv(", ", names);
    if (near != NULL)
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                    "there is no profile \"%s\"; did you mean \"%s\"?", name, near);
    else
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                    "there is no profile \"%s\"; there are %s", name,
                    all[0] != '\0' ? all : "none");
    return false;
}

static bool is_known(const char *folder, const char *name)
{
    g_auto(GStrv) names = ez_profile_names(folder);
    return g_strv_contains((const char *const *)names, name);
}

// ---- fields ----------------------------------------------------------------------

static char *text_of(GKeyFile *file, const char *key, GError **error)
{
    return *error == NULL ? g_key_file_get_string(file, GROUP, key, error) : NULL;
}

// A number from `least` to `most`; `otherwise` where the key is not there.
static double number_of(GKeyFile *file, const char *key, const double range[2],
                        double otherwise, GError **error)
{
    if (*error != NULL || !g_key_file_has_key(file, GROUP, key, NULL))
        return otherwise;
    double number = g_key_file_get_double(file, GROUP, key, error);
    if (*error == NULL && !(number >= range[0] && number <= range[1]))
        g_set_error(error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE,
                    "%s is a number from %g to %g", key, range[0], range[1]);
    return number;
}

static int word_of(GKeyFile *file, const char *key, const char *const *words, GError **error)
{
    g_autofree char *word = text_of(file, key, error);
    for (int i = 0; word != NULL && words[i] != NULL; i++)
        if (strcmp(words[i], word) == 0)
            return i;
    g_autofree char *all = g_strjoinv(", ", (char **)words);
    if (*error == NULL)
        g_set_error(error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE, "%s is one of %s",
                    key, all);
    return 0;
}

static void read_numbers(EzProfile *profile, GKeyFile *file, GError **error)
{
    static const double edge[] = {0, 20}, ink[] = {100, 400}, side[] = {10, 1000},
                        dpi[] = {36, 1200};
    profile->bleed = number_of(file, "bleed", edge, 3, error);
    profile->safe = number_of(file, "safe", edge, 3, error);
    profile->ink = number_of(file, "ink", ink, 300, error) / 100;
    profile->width = number_of(file, "width", side, 0, error);
    profile->height = number_of(file, "height", side, 0, error);
    profile->dpi = number_of(file, "dpi", dpi, 300, error);
}

// The first thing that is wrong stands in `error`, and what follows is not read.
static void read_fields(EzProfile *profile, GKeyFile *file, GError **error)
{
    profile->title[0] = text_of(file, "en", error);
    profile->title[1] = text_of(file, "nl", error);
    profile->source = text_of(file, "source", error);
    profile->standard = (EzStandard)word_of(file, "standard", standards, error);
    profile->back_first = word_of(file, "order", orders, error) == 1;
    read_numbers(profile, file, error);
}

// ---- ICC profiles ------------------------------------------------------------------

static GBytes *read_bytes(const char *path, GError **error)
{
    char *bytes = NULL;
    gsize length = 0;
    if (!g_file_get_contents(path, &bytes, &length, error))
        return NULL;
    return g_bytes_new_take(bytes, length);
}

static GBytes *read_icc(const char *folder, const char *name, GError **error)
{
    g_autofree char *path = g_build_filename(folder, "icc", name, NULL);
    return read_bytes(path, error);
}

// As its header says (ICC.1, 7.2): what is wrong further on is found when it is used.
static bool is_cmyk(GBytes *icc)
{
    gsize length;
    const char *bytes = g_bytes_get_data(icc, &length);
    return length >= 128 && memcmp(bytes + 16, "CMYK", 4) == 0 &&
           memcmp(bytes + 36, "acsp", 4) == 0;
}

static bool read_profiles(EzProfile *profile, GKeyFile *file, const char *folder,
                          const char *icc, GError **error)
{
    if (profile->standard == EZ_STANDARD_PNG)
        return true;
    g_autofree char *own = g_key_file_get_string(file, GROUP, "icc", error);
    if (own == NULL)
        return false;
    if (icc == NULL)
        profile->condition = g_key_file_get_string(file, GROUP, "condition", NULL);
    profile->icc = icc != NULL ? read_bytes(icc, error) : read_icc(folder, own, error);
    if (profile->icc != NULL && !is_cmyk(profile->icc))
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s is no ICC profile of CMYK",
                    icc != NULL ? icc : own);
    else if (profile->icc != NULL)
        profile->srgb = read_icc(folder, "sRGB.icc", error);
    return profile->srgb != NULL;
}

// ---- life ------------------------------------------------------------------------

static bool read_profile(EzProfile *profile, const char *path, const char *folder,
                         const char *icc, GError **error)
{
    g_autoptr(GKeyFile) file = g_key_file_new();
    GError *fault = NULL;
    if (g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, &fault))
        read_fields(profile, file, &fault);
    if (fault == NULL)
        return read_profiles(profile, file, folder, icc, error);
    g_propagate_prefixed_error(error, fault, "%s: ", path);
    return false;
}

EzProfile *ez_profile_open(const char *folder, const char *name, const char *icc,
                           GError **error)
{
    g_autofree char *lower = g_ascii_strdown(name, -1);
    if (!is_known(folder, lower) && !refuse_name(folder, name, error))
        return NULL;
    g_autofree char *base = g_strconcat(lower, ".ini", NULL);
    g_autofree char *path = g_build_filename(folder, "profiles", base, NULL);
    g_autoptr(EzProfile) profile = g_new0(EzProfile, 1);
    profile->name = g_steal_pointer(&lower);
    return read_profile(profile, path, folder, icc, error) ? g_steal_pointer(&profile) : NULL;
}

void ez_profile_free(EzProfile *profile)
{
    if (profile == NULL)
        return;
    g_free(profile->name);
    g_free(profile->title[0]);
    g_free(profile->title[1]);
    g_free(profile->source);
    g_free(profile->condition);
    g_clear_pointer(&profile->icc, g_bytes_unref);
    g_clear_pointer(&profile->srgb, g_bytes_unref);
    g_free(profile);
}

// ---- telling ---------------------------------------------------------------------

const char *ez_profile_rules(const EzProfile *profile)
{
    static const char *const rules[] = {"PDF/X-4", "PDF/X-1a", "PNG"};
    return rules[profile->standard];
}

// "3.2", "3"; at most one decimal, and the same in every locale.
static char *figure(double number)
{
    char text[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(text, sizeof text, "%.1f", number);
    size_t length = strlen(text);
    if (g_str_has_suffix(text, ".0"))
        text[length - 2] = '\0';
    return g_strdup(text);
}

static char *size_of(const EzProfile *profile)
{
    if (profile->width <= 0)
        return g_strdup("");
    g_autofree char *width = figure(profile->width), *height = figure(profile->height);
    return g_strdup_printf("%s × %s mm, ", width, height);
}

static char *last_figure(const EzProfile *profile, bool dutch)
{
    if (profile->standard == EZ_STANDARD_PNG) {
        g_autofree char *dpi = figure(profile->dpi);
        return g_strdup_printf("%s dpi", dpi);
    }
    g_autofree char *ink = figure(profile->ink * 100);
    return g_strdup_printf(dutch ? "inkt %s %%" : "ink %s %%", ink);
}

char *ez_profile_line(const EzProfile *profile, bool dutch)
{
    g_autofree char *bleed = figure(profile->bleed), *safe = figure(profile->safe);
    g_autofree char *size = size_of(profile), *last = last_figure(profile, dutch);
    return g_strdup_printf(dutch
                               ? "%-16s %s (%s, %safloop %s mm, woorden %s mm van de rand, %s)"
                               : "%-16s %s (%s, %sbleed %s mm, words %s mm from the edge, %s)",
                           profile->name, profile->title[dutch], ez_profile_rules(profile),
                           size, bleed, safe, last);
}

void ez_profile_digest(const EzProfile *profile, EzDigest *sum)
{
    const double numbers[] = {profile->bleed, profile->ink, profile->width, profile->height,
                              profile->dpi};
    ez_digest_text(sum, profile->name);
    ez_digest_whole(sum, profile->standard);
    ez_digest_whole(sum, profile->back_first);
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
