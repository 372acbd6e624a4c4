// SPDX-License-Identifier: EUPL-1.2
// What an exercise asks, before it is done: the steps in order, which come always, and nothing that a bot wrote.
#include "engine/run/walk.h"
#include "tests/support/test_sources.h"

#include <string.h>

// ---- a walk as lines -------------------------------------------------------------

static void append_list(GString *out, const EzWalkList *list)
{
    g_string_append_printf(out, " %s=", list->option);
    for (int i = 0; i < ez_value_count(list->known); i++)
        g_string_append_printf(out, "%s%s", i > 0 ? "," : "", ez_step_item_id(list->known, i));
    if (list->open > 0)
        g_string_append_printf(out, "+%d", list->open);
    if (list->source != NULL)
        g_string_append_printf(out, "(%s)", list->source);
}

static void append_condition(GString *out, const EzWalkStep *step)
{
    if (step->always)
        return;
    g_string_append(out, " sometimes");
    for (int i = 0; i < ez_value_count(step->chosen); i++)
        g_string_append_printf(out, ":%s", ez_step_item_id(step->chosen, i));
}

static char *tell(const EzWalk *walk)
{
    GString *out = g_string_new(NULL);
    int section = -1;
    for (int i = 0; i < ez_walk_step_count(walk); i++) {
        const EzWalkStep *step = ez_walk_step(walk, i);
        if (step->section != section && step->section >= 0)
            g_string_append_printf(out, "%s:\n", ez_walk_section(walk, step->section)->id);
        section = step->section;
        g_string_append_printf(out, "%s %s", step->kind->word, step->key);
        for (guint k = 0; k < step->lists->len; k++)
            append_list(out, &g_array_index(step->lists, EzWalkList, k));
        if (step->times > 1)
            g_string_append_printf(out, " x%d", step->times);
        if (step->groups > 0)
            g_string_append_printf(out, " groups=%d", step->groups);
        append_condition(out, step);
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

static EzWalk *walk_through(const EzTestSources *sources, const char *start, int people)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(JsonNode) said = start != NULL ? ez_value_read(start, -1, NULL) : NULL;
    EzWalk *walk = ez_walk_new(&(EzWalkPlan){.sources = sources->list,
                                             .n_sources = sources->count,
                                             .start = said,
                                             .people = people},
                               &error);
    g_assert_no_error(error);
    return walk;
}

static void add_kit(EzTestSources *sources, const char *path)
{
    ez_test_sources_add_file(sources, path, path);
    ez_test_sources_add_decks(sources);
}

static void test_kit(const void *data)
{
    const char *path = data;
    g_auto(EzTestSources) sources = {0};
    add_kit(&sources, path);
    g_autoptr(EzWalk) walk = walk_through(&sources, "{\"params\":{}}", 24);
    g_autofree char *told = tell(walk);
    g_print("%s\n", told);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_data_func("/walk/O1", "scripts/organisation/rollentrap.lua", test_kit);
    g_test_add_data_func("/walk/B1", "scripts/nature/vraag-het-de-natuur.lua", test_kit);
    g_test_add_data_func("/walk/B4", "scripts/nature/zwermbesluit.lua", test_kit);
    return g_test_run();
}
