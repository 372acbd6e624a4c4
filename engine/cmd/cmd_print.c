// SPDX-License-Identifier: EUPL-1.2
#include "engine/cmd/common.h"

#include "engine/base/json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BAR = 30 };

static const EzOption options[] = {
    {"--for", '\0', "screen", "what it is for: screen = one side a page, at its trimmed size"},
    {"--lang", '\0', "nl,en", "languages (else all of the kit)"},
    {"--cards", '\0', "1-9,N12", "cards, by number in the deck or by id (else all)"},
    {"--side", '\0', "front|back|both", "sides (else both)"},
    {"--format", '\0', "pdf|png|svg",
     "a PDF with all pages (the default), or a picture a page"},
    {"--dpi", '\0', "N", "how fine a PNG is, 36 to 1200 (else 300)"},
    {"--output", 'o', "FILE|DIR",
     "where to: a folder, or a file that ends in the format (else out)"},
    {"--jobs", '\0', "N", "so many files at the same time (else one a processor)"},
    {NULL, '\0', NULL, NULL},
};

// ---- progress -------------------------------------------------------------------------------

typedef struct Progress {
    bool bar, quiet, json;
    int files, same, refused;
} Progress;

static void clear_bar(const Progress *progress)
{
    if (progress->bar)
        fprintf(stderr, "\r\033[K");
}

static void on_page(int done, int total, void *data)
{
    const Progress *progress = data;
    if (!progress->bar || total == 0)
        return;
    char bar[BAR * 3 + 1] = "";
    for (int i = 0; i < BAR; i++)
        strcat(bar, i * total < done * BAR ? "█" : "░");
    fprintf(stderr, "\r\033[K%s %d of %d pages", bar, done, total);
    fflush(stderr);
}

static const char *const states[] = {
    [EZ_FILE_WRITTEN] = "written",
    [EZ_FILE_SAME] = "unchanged",
    [EZ_FILE_REFUSED] = "refused",
    [EZ_FILE_FAILED] = "failed",
};

static void show_json(const char *path, EzFileState state, int pages, const char *problem)
{
    EzJson *json = ez_json_new();
    ez_json_text(json, "path", path);
    ez_json_text(json, "state", states[state]);
    ez_json_number(json, "pages", pages);
    ez_json_text(json, "problem", problem);
    g_autofree char *line = ez_json_finish(json);
    printf("%s\n", line);
}

static void show_file(const char *path, EzFileState state, int pages)
{
    g_autofree char *count = ez_count_words(pages, "page", "pages");
    printf("%s  %s%s\n", path, count, state == EZ_FILE_SAME ? ", unchanged" : "");
}

static void on_file(const char *path, EzFileState state, int pages, const char *problem,
                    void *data)
{
    Progress *progress = data;
    bool fine = state == EZ_FILE_WRITTEN || state == EZ_FILE_SAME;
    clear_bar(progress);
    progress->files += fine;
    progress->same += state == EZ_FILE_SAME;
    progress->refused += state == EZ_FILE_REFUSED;
    if (progress->json)
        show_json(path, state, pages, problem);
    else if (fine && !progress->quiet)
        show_file(path, state, pages);
    if (state == EZ_FILE_FAILED)
        fprintf(stderr, "ezkit: %s\n", problem);
    fflush(stdout);
}

static void show_refused(const Progress *progress)
{
    g_autofree char *files = ez_count_words(progress->refused, "file was", "files were");
    if (progress->refused > 0)
        fprintf(stderr, "ezkit: %s not printed: mend the mistakes above first\n", files);
    else if (progress->files == 0)
        fprintf(stderr, "ezkit: nothing was printed: mend the mistakes above first\n");
}

// Where the result lies.
static void show_end(const Progress *progress, const EzBuildRequest *request)
{
    const char *out = request->out;
    if (progress->quiet || progress->json || progress->files == 0)
        return;
    g_autofree char *where = g_canonicalize_filename(out, NULL);
    g_autofree char *files = ez_count_words(progress->files, "file", "files");
    if (ez_request_names_file(request))
        return; // its line said so
    printf("%s%s in %s\n", files, progress->same == progress->files ? ", nothing new," : "",
           where);
}

// ---- options ----------------------------------------------------------------------------------

static bool parse_sides(const char *value, EzSideChoice *sides)
{
    static const char *const words[] = {"both", "front", "back", NULL};
    for (int i = 0; value != NULL && words[i] != NULL; i++) {
        if (strcmp(words[i], value) == 0) {
            *sides = (EzSideChoice)i;
            return true;
        }
    }
    if (value == NULL)
        return true;
    ez_usage_error("--side is front, back or both, not \"%s\"", value);
    return false;
}

static bool parse_jobs(const char *value, int *jobs)
{
    char *end;
    long count = value != NULL ? strtol(value, &end, 10) : 0;
    if (value == NULL || (*end == '\0' && count >= 1 && count <= 64)) {
        *jobs = (int)count;
        return true;
    }
    ez_usage_error("--jobs is a number from 1 to 64, not \"%s\"", value);
    return false;
}

static bool parse_purpose(const char *value)
{
    if (value == NULL || strcmp(value, "screen") == 0)
        return true;
    ez_usage_error("--for is screen, not \"%s\"", value);
    return false;
}

static bool parse_format(const char *value, EzFormat *format)
{
    for (int i = 0; value != NULL && ez_format_words[i] != NULL; i++) {
        if (strcmp(ez_format_words[i], value) == 0) {
            *format = (EzFormat)i;
            return true;
        }
    }
    if (value == NULL)
        return true;
    ez_usage_error("--format is pdf, png or svg, not \"%s\"", value);
    return false;
}

static bool parse_dpi(const char *value, double *dpi)
{
    char *end = NULL;
    *dpi = value != NULL ? g_ascii_strtod(value, &end) : 300;
    if (value == NULL || (*end == '\0' && *dpi >= 36 && *dpi <= 1200))
        return true;
    ez_usage_error("--dpi is a number from 36 to 1200, not \"%s\"", value);
    return false;
}

static bool parse_output(const char *value, EzBuildRequest *request)
{
    const char *end = ez_format_words[request->format];
    if (value != NULL)
        request->out = value;
    bool named = ez_request_names_file(request);
    bool folder = g_file_test(request->out, G_FILE_TEST_IS_DIR);
    if (!named && !folder && g_file_test(request->out, G_FILE_TEST_EXISTS))
        ez_usage_error("%s is a file; -o takes a folder, or a file ending in .%s", request->out,
                       end);
    else if (named && folder)
        ez_usage_error("%s is a folder; its name may not end in .%s", request->out, end);
    else
        return true;
    return false;
}

static bool parse(const EzArguments *arguments, EzBuildRequest *request)
{
    return parse_format(ez_argument(arguments, "--format"), &request->format) &&
           parse_dpi(ez_argument(arguments, "--dpi"), &request->dpi) &&
           parse_output(ez_argument(arguments, "--output"), request) &&
           parse_purpose(ez_argument(arguments, "--for")) &&
           parse_sides(ez_argument(arguments, "--side"), &request->sides) &&
           parse_jobs(ez_argument(arguments, "--jobs"), &request->jobs);
}

static bool means_all(const char *const *ids)
{
    return ids[0] == NULL || (strcmp(ids[0], "all") == 0 && ids[1] == NULL);
}

// ---- the command -------------------------------------------------------------------------------

static EzExit print(const EzArguments *arguments, const EzSite *site, EzBuildRequest *request)
{
    Progress progress = {.quiet = ez_argument_given(arguments, "--quiet"),
                         .json = ez_argument_given(arguments, "--json")};
    progress.bar = !progress.quiet && ez_is_lively(stderr);
    EzBuildListener listener = {on_page, on_file, &progress};
    g_autoptr(EzDiags) diags = ez_diags_new();
    g_autoptr(GError) error = NULL;
    ez_stop_catch();
    EzBuildEnd end = ez_build_print(request, &listener, diags, &error);
    clear_bar(&progress);
    ez_show_diags(diags, arguments, site, NULL, stderr);
    show_end(&progress, request);
    if (end == EZ_BUILD_MISTAKES)
        show_refused(&progress);
    return ez_exit_of(end, error);
}

static EzExit run(const EzArguments *arguments)
{
    g_auto(EzSite) site = {0};
    if (!ez_site_init(&site, arguments))
        return EZ_EXIT_USAGE;
    EzBuildRequest request = ez_site_request(&site);
    if (!parse(arguments, &request))
        return EZ_EXIT_USAGE;
    g_auto(GStrv) languages = ez_argument_list(arguments, "--lang");
    g_auto(GStrv) cards = ez_argument_list(arguments, "--cards");
    request.languages = (const char *const *)languages;
    request.cards = (const char *const *)cards;
    request.ids = means_all(ez_operands(arguments)) ? NULL : ez_operands(arguments);
    return print(arguments, &site, &request);
}

const EzCommand ez_command_print = {
    "print",
    "[ID…|all]",
    -1,
    "print decks and worksheets as PDF",
    "  ID is a deck or worksheet, by id or code; without one, or with all, the\n"
    "  whole kit is printed. A file that would not change is not touched. A file\n"
    "  with mistakes is not written.\n",
    options,
    run,
};
