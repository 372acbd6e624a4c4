// SPDX-License-Identifier: EUPL-1.2
#include "engine/cmd/common.h"

#include <stdio.h>

static const EzOption options[] = {
    {"--strict", '\0', NULL, "count warnings as errors"},
    {NULL, '\0', NULL, NULL},
};

static void show_sum(const EzDiags *diags)
{
    int errors = ez_diags_errors(diags), warnings = ez_diags_count(diags) - errors;
    if (errors == 0 && warnings == 0)
        printf("no mistakes found\n");
    else
        printf("%d error%s, %d warning%s\n", errors, errors == 1 ? "" : "s", MAX(warnings, 0),
               warnings == 1 ? "" : "s");
}

static EzExit run(const EzArguments *arguments)
{
    g_auto(EzSite) site = {0};
    if (!ez_site_init(&site, arguments))
        return EZ_EXIT_USAGE;
    EzBuildRequest request = ez_site_request(&site);
    g_autoptr(EzDiags) diags = ez_diags_new();
    ez_diags_set_strict(diags, ez_argument_given(arguments, "--strict"));
    g_autoptr(GError) error = NULL;
    ez_stop_catch();
    EzBuildEnd end = ez_build_check(&request, diags, &error);
    ez_show_diags(diags, arguments, ez_operands(arguments), stdout);
    if (!ez_argument_given(arguments, "--json") && !ez_argument_given(arguments, "--quiet"))
        show_sum(diags);
    return ez_exit_of(end, error);
}

const EzCommand ez_command_check = {
    "check", "[FILE…]", -1, "tell all mistakes of the kit",
    "  Reads every file, lays out every card in every language, and prints nothing on paper.\n"
    "  With FILE only the mistakes in those files are shown.\n",
    options, run,
};
