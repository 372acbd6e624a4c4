// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/test_sources.h"

#include <string.h>

void ez_test_sources_add(EzTestSources *sources, const char *path, const char *text)
{
    g_assert_cmpint(sources->count, <, (int)G_N_ELEMENTS(sources->list));
    sources->list[sources->count++] =
        (EzPinned){g_strdup(path), g_bytes_new(text, strlen(text))};
}

static int64_t stand_still(void *data)
{
    return 0;
}

EzTrial ez_test_sources_trial(const EzTestSources *sources)
{
    return (EzTrial){.sources = sources->list,
                     .n_sources = sources->count,
                     .clock = {stand_still, NULL},
                     .budget = {5 * 1000 * 1000, INT64_MAX}};
}

void ez_test_sources_clear(EzTestSources *sources)
{
    for (int i = 0; i < sources->count; i++) {
        g_free((char *)sources->list[i].path);
        g_bytes_unref(sources->list[i].bytes);
    }
    sources->count = 0;
}

static char *read_source(const char *path)
{
    g_autofree char *whole = g_build_filename(g_getenv("EZ_SOURCE"), path, NULL);
    char *text = NULL;
    g_autoptr(GError) error = NULL;
    g_file_get_contents(whole, &text, NULL, &error);
    g_assert_no_error(error);
    return text;
}

static bool has(const EzTestSources *sources, const char *path)
{
    for (int i = 0; i < sources->count; i++)
        if (strcmp(sources->list[i].path, path) == 0)
            return true;
    return false;
}

static void add_module(EzTestSources *sources, const char *name)
{
    bool of_library = g_str_has_prefix(name, "ez.");
    g_autofree char *slashed = g_strdelimit(g_strdup(name), ".", '/');
    g_autofree char *file = of_library ? g_strdup_printf("scripts/lib/%s.lua", name + 3)
                                       : g_strdup_printf("scripts/%s.lua", slashed);
    ez_test_sources_add_file(sources, of_library ? name : file, file);
}

// With the modules that it requires.
void ez_test_sources_add_file(EzTestSources *sources, const char *path, const char *file)
{
    if (has(sources, path))
        return;
    g_autofree char *text = read_source(file);
    ez_test_sources_add(sources, path, text);
    g_autoptr(GRegex) regex = g_regex_new("require *\\(?\"([a-z_.]+)\"", 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    for (g_regex_match(regex, text, 0, &match); g_match_info_matches(match);
         g_match_info_next(match, NULL)) {
        g_autofree char *name = g_match_info_fetch(match, 1);
        add_module(sources, name);
    }
}
