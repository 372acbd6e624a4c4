// SPDX-License-Identifier: EUPL-1.2
#include "engine/cmd/common.h"
#include "engine/cmd/rehearsal.h"

#include <stdio.h>

static const EzOption options[] = {
    {"--strict", '\0', NULL, "count warnings as errors"},
    {NULL, '\0', NULL, NULL},
};

static void show_nothing_found(const EzBuildSum *sum)
{
    g_autofree char *cards = ez_count_words(sum->cards, "card", "cards");
    g_autofree char *sheets = ez_count_words(sum->worksheets, "worksheet", "worksheets");
    g_autofree char *exercises = ez_count_words(sum->exercises, "exercise", "exercises");
    g_autofree char *languages = ez_count_words(sum->languages, "language", "languages");
    printf("no mistakes found: %s%s%s%s%s, %s\n", cards, sum->worksheets > 0 ? ", " : "",
           sum->worksheets > 0 ? sheets : "", sum->exercises > 0 ? ", " : "",
           sum->exercises > 0 ? exercises : "", languages);
}

static void show_sum(int errors, int warnings, const EzBuildSum *sum)
{
    g_autofree char *error_words = ez_count_words(errors, "error", "errors");
    g_autofree char *warning_words = ez_count_words(warnings, "warning", "warnings");
    if (errors == 0 && warnings == 0)
        show_nothing_found(sum);
    else
        printf("%s, %s\n", error_words, warning_words);
}

// A name that is no file would find no mistakes, and seem right.
static bool are_files(const char *const *names, const char *folder)
{
    for (int i = 0; names[i] != NULL; i++) {
        g_autofree char *inside = g_build_filename(folder, names[i], NULL);
        bool there = g_file_test(names[i], G_FILE_TEST_IS_REGULAR) ||
                     g_file_test(inside, G_FILE_TEST_IS_REGULAR);
        if (!there) {
            ez_usage_error("there is no file %s", names[i]);
            return false;
        }
    }
    return true;
}

// What scripts print, for an author who looks for a mistake. Control characters would reach the terminal.
static void show_print(const char *line, size_t length, void *data)
{
    (void)data;
    g_autofree char *text = g_utf8_make_valid(line, (gssize)length);
    for (char *c = text; *c != '\0'; c++)
        if (g_ascii_iscntrl(*c) && *c != '\t')
            *c = '?';
    fprintf(stderr, "print: %s\n", text);
}

// What only shows while an exercise runs. Its scripts were shown to print when they were read before.
static EzBuildEnd rehearse(const EzBuildRequest *request, EzDiags *diags, GError **error)
{
    EzLoadOptions silent = request->load;
    silent.print = NULL;
    g_autoptr(EzDiags) known = ez_diags_new(); // as they were told
    g_autoptr(EzLoad) load = ez_load_new(request->folder, &silent, known, error);
    if (load == NULL)
        return EZ_BUILD_MACHINE;
    ez_rehearse(load, diags);
    if (*ez_stop_flag() != 0)
        return EZ_BUILD_STOPPED;
    return ez_diags_errors(diags) > 0 ? EZ_BUILD_MISTAKES : EZ_BUILD_DONE;
}

static EzExit run(const EzArguments *arguments)
{
    g_auto(EzSite) site = {0};
    const char *const *files = ez_operands(arguments);
    if (!ez_site_init(&site, arguments) || !are_files(files, site.folder))
        return EZ_EXIT_USAGE;
    EzBuildRequest request = ez_site_request(&site);
    request.load.print = show_print;
    g_autoptr(EzDiags) diags = ez_diags_new();
    ez_diags_set_strict(diags, ez_argument_given(arguments, "--strict"));
    g_autoptr(GError) error = NULL;
    EzBuildSum sum;
    ez_stop_catch();
    EzBuildEnd end = ez_build_check(&request, diags, &sum, &error);
    if (end == EZ_BUILD_DONE && sum.exercises > 0)
        end = rehearse(&request, diags, &error);
    ez_show_diags(diags, arguments, &site, files, stdout);
    int errors = ez_count_diags(diags, files, EZ_ERROR);
    int warnings = ez_count_diags(diags, files, EZ_WARNING);
    bool ended = end == EZ_BUILD_DONE || end == EZ_BUILD_MISTAKES;
    if (ended && !ez_argument_given(arguments, "--json") &&
        !ez_argument_given(arguments, "--quiet"))
        show_sum(errors, warnings, &sum);
    if (end == EZ_BUILD_MISTAKES && errors == 0)
        end = EZ_BUILD_DONE; // in other files
    return ez_exit_of(end, error);
}

const EzCommand ez_command_check = {
    "check",
    "[FILE…]",
    -1,
    "tell all mistakes of the kit",
    "  Reads every file, lays out every card in every language, writes no PDF. Lets\n"
    "  a few bots do each exercise, with everything skipped and with nobody there too.\n"
    "  With FILE only the mistakes in those files are shown and counted.\n"
    "  What a script prints with print(…) is shown too.\n",
    options,
    run,
};
