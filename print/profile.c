// SPDX-License-Identifier: EUPL-1.2
#include "print/profile-private.h"

#include "engine/base/nearest.h"

#include <gio/gio.h>
#include <string.h>

static const char GROUP[] = "profile";
const char *const ez_profile_use_words[] = {"press", "home", NULL};
static const char *const standards[] = {"x4", "x1a", "png", NULL};
static const char *const orders[] = {"front-back", "back-front", "two-files", NULL};
static const char *const no_yes[] = {"no", "yes", NULL};

#define AT(member) offsetof(EzProfile, member)
#define PRESS      EZ_KEY_PRESS
#define HOME       EZ_KEY_HOME
#define BOTH       (PRESS | HOME)
#define TEXT       EZ_KEY_TEXT
#define WORD       EZ_KEY_WORD
#define NUMBER     EZ_KEY_NUMBER
#define WHOLE      EZ_KEY_WHOLE
const EzProfileKey ez_profile_keys[] = {
    {"for", WORD, BOTH, AT(use), true, false, ez_profile_use_words, 0, 0, 0},
    {"en", TEXT, BOTH, AT(title[0]), true, false, NULL, 0, 0, 0},
    {"nl", TEXT, BOTH, AT(title[1]), true, false, NULL, 0, 0, 0},
    {"source", TEXT, BOTH, AT(source), true, false, NULL, 0, 0, 0},
    {"standard", WORD, PRESS, AT(standard), true, false, standards, 0, 0, 0},
    {"order", WORD, PRESS, AT(order), true, false, orders, 0, 0, 0},
    {"bleed", NUMBER, PRESS, AT(bleed), false, false, NULL, 0, 20, 3},
    {"safe", NUMBER, PRESS, AT(safe), false, false, NULL, 0, 20, 3},
    {"ink", NUMBER, PRESS, AT(ink), false, false, NULL, 100, 400, 300},
    {"dpi", NUMBER, PRESS, AT(dpi), false, false, NULL, 36, 1200, 300},
    {"spots", WORD, PRESS, AT(spots), false, false, no_yes, 0, 0, 1},
    {"icc", TEXT, PRESS, AT(icc_name), false, false, NULL, 0, 0, 0},
    {"condition", TEXT, PRESS, AT(condition), false, false, NULL, 0, 0, 0},
    {"width", NUMBER, BOTH, AT(width), false, true, NULL, 10, 1000, 0},
    {"height", NUMBER, BOTH, AT(height), false, true, NULL, 10, 1000, 0},
    {"columns", WHOLE, HOME, AT(grid.columns), false, true, NULL, 1, 50, 0},
    {"rows", WHOLE, HOME, AT(grid.rows), false, true, NULL, 1, 50, 0},
    {"left", NUMBER, HOME, AT(grid.left), false, true, NULL, 0, 500, 0},
    {"top", NUMBER, HOME, AT(grid.top), false, true, NULL, 0, 500, 0},
    {"step_x", NUMBER, HOME, AT(grid.step.width), false, true, NULL, 1, 1000, 0},
    {"step_y", NUMBER, HOME, AT(grid.step.height), false, true, NULL, 1, 1000, 0},
    {"paper_width", NUMBER, HOME, AT(grid.paper.width), false, true, NULL, 50, 1000, 0},
    {"paper_height", NUMBER, HOME, AT(grid.paper.height), false, true, NULL, 50, 1000, 0},
    {"margin_x", NUMBER, HOME, AT(margin.width), false, false, NULL, 1, 30, 0},
    {"margin_y", NUMBER, HOME, AT(margin.height), false, false, NULL, 1, 30, 0},
    {"assumed", EZ_KEY_LIST, BOTH, AT(assumed), false, false, NULL, 0, 0, 0},
    {NULL, TEXT, 0, 0, false, false, NULL, 0, 0, 0},
};

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

static bool has_key(GKeyFile *file, const char *key)
{
    return g_key_file_has_key(file, GROUP, key, NULL);
}

static void refuse(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);

static void refuse(GError **error, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    *error =
        g_error_new_valist(G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_INVALID_VALUE, format, arguments);
    va_end(arguments);
}

static double number_of(GKeyFile *file, const EzProfileKey *key, GError **error)
{
    bool whole = key->kind == EZ_KEY_WHOLE;
    double number = whole ? g_key_file_get_integer(file, GROUP, key->name, error)
                          : g_key_file_get_double(file, GROUP, key->name, error);
    if (*error == NULL && !(number >= key->least && number <= key->most))
        refuse(error, "%s is a number from %g to %g", key->name, key->least, key->most);
    return number;
}

static int word_of(GKeyFile *file, const EzProfileKey *key, GError **error)
{
    g_autofree char *word = g_key_file_get_string(file, GROUP, key->name, error);
    for (int i = 0; word != NULL && key->words[i] != NULL; i++)
        if (strcmp(key->words[i], word) == 0)
            return i;
    g_autofree char *all = g_strjoinv(", ", (char **)key->words);
    if (*error == NULL)
        refuse(error, "%s is one of %s", key->name, all);
    return 0;
}

static void read_key(EzProfile *profile, GKeyFile *file, const EzProfileKey *key,
                     GError **error)
{
    void *into = (char *)profile + key->at;
    bool given = has_key(file, key->name) || key->required;
    switch (key->kind) {
    case EZ_KEY_TEXT:
        *(char **)into = given ? g_key_file_get_string(file, GROUP, key->name, error) : NULL;
        break;
    case EZ_KEY_WORD:
        *(int *)into = given ? word_of(file, key, error) : (int)key->otherwise;
        break;
    case EZ_KEY_NUMBER:
        *(double *)into = given ? number_of(file, key, error) : key->otherwise;
        break;
    case EZ_KEY_WHOLE:
        *(int *)into = given ? (int)number_of(file, key, error) : (int)key->otherwise;
        break;
    case EZ_KEY_LIST:
        *(char ***)into =
            given ? g_key_file_get_string_list(file, GROUP, key->name, NULL, error) : NULL;
    }
}

// The first thing that is wrong stands in `error`, and what follows is not read. What a profile is for comes first.
static void read_keys(EzProfile *profile, GKeyFile *file, GError **error)
{
    for (const EzProfileKey *key = ez_profile_keys; key->name != NULL && *error == NULL; key++)
        if ((key->uses & 1U << profile->use) != 0)
            read_key(profile, file, key, error);
    profile->ink /= 100;
}

static const EzProfileKey *find_key(const char *name)
{
    for (const EzProfileKey *key = ez_profile_keys; key->name != NULL; key++)
        if (strcmp(key->name, name) == 0)
            return key;
    return NULL;
}

// ---- what goes together -------------------------------------------------------------

static void check_names(const EzProfile *profile, GKeyFile *file, GError **error)
{
    g_auto(GStrv) names = g_key_file_get_keys(file, GROUP, NULL, error);
    for (int i = 0; *error == NULL && names[i] != NULL; i++) {
        const EzProfileKey *key = find_key(names[i]);
        if (key == NULL)
            refuse(error, "there is no key %s", names[i]);
        else if ((key->uses & 1U << profile->use) == 0)
            refuse(error, "%s is no key of a profile for %s", names[i],
                   ez_profile_use_words[profile->use]);
    }
    for (int i = 0; *error == NULL && profile->assumed != NULL && profile->assumed[i] != NULL;
         i++)
        if (!has_key(file, profile->assumed[i]))
            refuse(error, "assumed names %s, which has no value here", profile->assumed[i]);
}

static void check_grid(EzProfile *profile, GKeyFile *file, GError **error)
{
    EzGrid *grid = &profile->grid;
    grid->cell = (EzSize){profile->width, profile->height};
    if (profile->use != EZ_PROFILE_HOME || *error != NULL)
        return;
    bool whole = true, any = false;
    for (const EzProfileKey *key = ez_profile_keys; key->name != NULL; key++) {
        whole = whole && (!key->grid || has_key(file, key->name));
        any = any || (key->grid && has_key(file, key->name));
    }
    double far_x = grid->left + (grid->columns - 1) * grid->step.width + grid->cell.width;
    double far_y = grid->top + (grid->rows - 1) * grid->step.height + grid->cell.height;
    if (any && !whole)
        refuse(error, "a grid has width, height, columns, rows, left, top, step_x, step_y, "
                      "paper_width and paper_height");
    else if (grid->step.width < grid->cell.width || grid->step.height < grid->cell.height)
        refuse(error, "the cells of the grid lie over each other");
    else if (far_x > grid->paper.width || far_y > grid->paper.height)
        refuse(error, "the grid is larger than the paper");
    else if ((profile->margin.width > 0) != (profile->margin.height > 0))
        refuse(error, "margin_x and margin_y go together");
}

static void check_icc(const EzProfile *profile, GError **error)
{
    bool pdf = profile->use == EZ_PROFILE_PRESS && profile->standard != EZ_STANDARD_PNG;
    if (pdf && profile->icc_name == NULL)
        refuse(error, "icc is missing: it names an ICC profile of CMYK");
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

static bool read_profiles(EzProfile *profile, const char *folder, const char *icc,
                          GError **error)
{
    if (profile->use == EZ_PROFILE_HOME || profile->standard == EZ_STANDARD_PNG)
        return true;
    const char *own = profile->icc_name;
    if (icc != NULL)
        g_clear_pointer(&profile->condition, g_free); // it is that of the shop's own
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
        read_keys(profile, file, &fault);
    if (fault == NULL)
        check_names(profile, file, &fault);
    if (fault == NULL)
        check_grid(profile, file, &fault);
    if (fault == NULL)
        check_icc(profile, &fault);
    if (fault == NULL)
        return read_profiles(profile, folder, icc, error);
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
    g_strfreev(profile->assumed);
    g_free(profile->icc_name);
    g_free(profile->condition);
    g_clear_pointer(&profile->icc, g_bytes_unref);
    g_clear_pointer(&profile->srgb, g_bytes_unref);
    g_free(profile);
}
