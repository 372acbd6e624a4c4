// SPDX-License-Identifier: EUPL-1.2
#include "engine/cmd/common.h"

#include "config.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { SHOWN = 20 };

// ---- where things are -----------------------------------------------------------------------

// The checkout that a program which was built and not installed stands in, BUILD/engine/cmd/ezkit; else NULL. Owned by the caller.
static char *checkout_folder(void)
{
    g_autofree char *self = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *up = self != NULL ? g_build_filename(self, "../../../..", NULL) : NULL;
    g_autofree char *folder = up != NULL ? g_canonicalize_filename(up, NULL) : NULL;
    g_autofree char *mark =
        folder != NULL ? g_build_filename(folder, "engine/cmd", NULL) : NULL;
    bool is_one = mark != NULL && g_file_test(mark, G_FILE_TEST_IS_DIR);
    return is_one ? g_steal_pointer(&folder) : NULL;
}

static char *data_folder(void)
{
    const char *elsewhere = g_getenv("EZKIT_DATA");
    if (elsewhere != NULL && elsewhere[0] != '\0')
        return g_strdup(elsewhere);
    char *checkout = checkout_folder();
    return checkout != NULL ? checkout : g_strdup(EZ_DATADIR);
}

// The first of these folders that is there; owned by the caller.
static char *first_folder(char *one, char *two)
{
    bool has_one = g_file_test(one, G_FILE_TEST_IS_DIR);
    g_free(has_one ? two : one);
    return has_one ? one : two;
}

static char *find_kit(const EzArguments *arguments, const char *data)
{
    const char *named = ez_argument(arguments, "--kit");
    if (named != NULL) {
        // Who names the folder kit itself means the one that holds it.
        g_autofree char *base = g_path_get_basename(named);
        g_autofree char *above = g_path_get_dirname(named);
        char *folder = ez_load_find_kit(named, false);
        return folder == NULL && strcmp(base, "kit") == 0 ? ez_load_find_kit(above, false)
                                                          : folder;
    }
    char *here = ez_load_find_kit(".", true);
    return here != NULL ? here : ez_load_find_kit(data, false);
}

// What leads from the current folder to this one, closed by "/"; an absolute path where neither holds the other. Owned by the caller.
static char *prefix_of(const char *folder)
{
    g_autofree char *here = g_canonicalize_filename(".", NULL);
    g_autofree char *inside = g_strconcat(here, "/", NULL),
                    *above = g_strconcat(folder, "/", NULL);
    if (strcmp(here, folder) == 0)
        return g_strdup("");
    if (g_str_has_prefix(folder, inside))
        return g_strconcat(folder + strlen(inside), "/", NULL);
    if (!g_str_has_prefix(here, above))
        return g_steal_pointer(&above);
    GString *up = g_string_new("../");
    for (const char *c = here + strlen(above); *c != '\0'; c++)
        if (*c == '/')
            g_string_append(up, "../");
    return g_string_free(up, FALSE);
}

bool ez_site_init(EzSite *site, const EzArguments *arguments)
{
    g_autofree char *data = data_folder();
    *site = (EzSite){.folder = find_kit(arguments, data)};
    if (site->folder == NULL) {
        const char *named = ez_argument(arguments, "--kit");
        ez_usage_error("%s%s; name the folder that holds kit/kit.lua with --kit",
                       named != NULL ? "there is no kit/kit.lua in " : "there is no kit here",
                       named != NULL ? named : "");
        return false;
    }
    site->house = g_strdup(data);
    site->prefix = prefix_of(site->folder);
    // In a checkout the author library lies in scripts/lib, installed in lib; a kit may bring its own.
    char *installed = first_folder(g_build_filename(data, "lib", NULL),
                                   g_build_filename(data, "scripts", "lib", NULL));
    site->library =
        first_folder(installed, g_build_filename(site->folder, "scripts", "lib", NULL));
    site->cache = g_build_filename(g_get_user_cache_dir(), "ezkit", "patterns", NULL);
    site->stamps = g_build_filename(g_get_user_cache_dir(), "ezkit", "stamps", NULL);
    site->hyphens = first_folder(g_build_filename(data, "hyphen", NULL),
                                 g_build_filename(data, "render", "hyphen", NULL));
    site->press = g_build_filename(data, "print", NULL);
    site->colours = g_build_filename(site->press, "icc", NULL);
    site->fonts[0] = g_build_filename(data, "kit", "fonts", NULL);
    return true;
}

void ez_site_clear(EzSite *site)
{
    g_free(site->folder);
    g_free(site->house);
    g_free(site->prefix);
    g_free(site->library);
    g_free(site->cache);
    g_free(site->stamps);
    g_free(site->hyphens);
    g_free(site->press);
    g_free(site->colours);
    g_free(site->fonts[0]);
}

// SOURCE_DATE_EPOCH as ISO 8601; NULL when it is not given. Owned by the caller.
static char *source_date(void)
{
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
    if (epoch == NULL || epoch[0] == '\0')
        return NULL;
    g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(g_ascii_strtoll(epoch, NULL, 10));
    return time != NULL ? g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

EzBuildRequest ez_site_request(const EzSite *site)
{
    EzBuildRequest request = {
        .folder = site->folder, .out = "out", .creator = "ezkit " EZ_VERSION};
    request.load.library = site->library;
    request.cache = site->cache;
    request.stamps = site->stamps;
    request.hyphens = site->hyphens;
    request.colours = site->colours;
    request.font_folders = (const char *const *)site->fonts;
    g_autofree char *date = source_date();
    request.date = date != NULL ? g_intern_string(date) : NULL;
    request.bare = g_getenv("EZKIT_BARE_PDF") != NULL;
    request.stop = ez_stop_flag();
    return request;
}

bool ez_take_ui_language(const EzArguments *arguments, EzPreflightLanguage *language)
{
    const char *name = ez_argument(arguments, "--ui-lang");
    *language = g_strcmp0(name, "nl") == 0 ? EZ_PREFLIGHT_NL : EZ_PREFLIGHT_EN;
    if (name == NULL || strcmp(name, "nl") == 0 || strcmp(name, "en") == 0)
        return true;
    ez_usage_error("--ui-lang is nl or en, not \"%s\"", name);
    return false;
}

// ---- mistakes ----------------------------------------------------------------------------------

bool ez_is_lively(FILE *stream)
{
    const char *off = g_getenv("NO_COLOR"), *terminal = g_getenv("TERM");
    return isatty(fileno(stream)) && (off == NULL || off[0] == '\0') &&
           g_strcmp0(terminal, "dumb") != 0;
}

bool ez_terminal_size(int *rows, int *columns)
{
    enum { NARROWEST = 20 };
    struct winsize size;
    if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 ||
        size.ws_col < NARROWEST)
        return false;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return true;
}

// "kit/decks/a.lua" ends with "a.lua" and "decks/a.lua", and not with ".lua".
static bool ends_with_path(const char *path, const char *end)
{
    if (g_str_has_prefix(end, "./"))
        end += 2;
    size_t whole = strlen(path), part = strlen(end);
    return g_str_has_suffix(path, end) && part > 0 &&
           (whole == part || path[whole - part - 1] == '/');
}

static bool is_wanted(const EzDiag *diag, const char *const *only)
{
    if (only == NULL || only[0] == NULL)
        return true;
    for (int i = 0; diag->file != NULL && only[i] != NULL; i++)
        if (ends_with_path(only[i], diag->file) || ends_with_path(diag->file, only[i]))
            return true;
    return false;
}

int ez_count_diags(const EzDiags *diags, const char *const *only, EzSeverity severity)
{
    int count = 0;
    for (int i = 0; i < ez_diags_count(diags); i++) {
        const EzDiag *diag = ez_diags_get(diags, i);
        count += diag->severity == severity && is_wanted(diag, only);
    }
    return count;
}

static void show_one(const EzDiag *diag, const char *prefix, bool json, FILE *out)
{
    g_autofree char *text = json ? ez_diag_format_json(diag, prefix)
                                 : ez_diag_format(diag, prefix, ez_is_lively(out));
    fprintf(json ? stdout : out, "%s\n", text);
}

void ez_show_diags(EzDiags *diags, const EzArguments *arguments, const EzSite *site,
                   const char *const *only, FILE *out)
{
    bool json = ez_argument_given(arguments, "--json");
    int wanted = 0;
    ez_diags_sort(diags);
    for (int i = 0; i < ez_diags_count(diags); i++) {
        const EzDiag *diag = ez_diags_get(diags, i);
        if (is_wanted(diag, only) && (wanted++ < SHOWN || json))
            show_one(diag, site->prefix, json, out);
    }
    if (wanted > SHOWN && !json)
        fprintf(out, "… and %d more\n\n", wanted - SHOWN);
}

// ---- ends ----------------------------------------------------------------------------------------

// Set by the handler of SIGINT, read between cards.
static volatile sig_atomic_t stopped;

static void on_interrupt(int number)
{
    (void)number;
    stopped = 1;
}

void ez_stop_catch(void)
{
    struct sigaction action = {.sa_handler = on_interrupt, .sa_flags = (int)SA_RESETHAND},
                     before;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    // A terminal that was closed; nohup says that it is none of our business.
    if (sigaction(SIGHUP, NULL, &before) == 0 && before.sa_handler != SIG_IGN)
        sigaction(SIGHUP, &action, NULL);
    signal(SIGXFSZ, SIG_IGN); // a file that may not grow is told like a full disk
}

const volatile sig_atomic_t *ez_stop_flag(void)
{
    return &stopped;
}

char *ez_count_words(int count, const char *one, const char *many)
{
    return g_strdup_printf("%d %s", count, count == 1 ? one : many);
}

EzExit ez_exit_of(EzBuildEnd end, const GError *error)
{
    if (error != NULL)
        ez_tell_line(stderr, "ezkit: %s", error->message);
    switch (end) {
    case EZ_BUILD_DONE:
        return EZ_EXIT_DONE;
    case EZ_BUILD_MISTAKES:
        return EZ_EXIT_MISTAKES;
    case EZ_BUILD_USAGE:
        return EZ_EXIT_USAGE;
    case EZ_BUILD_STOPPED:
        fprintf(stderr, "ezkit: stopped\n");
        return EZ_EXIT_STOPPED;
    default:
        return EZ_EXIT_MACHINE;
    }
}
