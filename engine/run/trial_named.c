// SPDX-License-Identifier: EUPL-1.2
// The steps that the sources name, by their tokens: kind, bracket, id. A step whose id is reckoned is not among them.
#include "engine/base/lualex.h"
#include "engine/run/trial.h"

#include <string.h>

static void free_named(void *data)
{
    EzTrialNamed *named = data;
    g_free(named->path);
    g_free(named->id);
    g_free(named);
}

typedef struct Scan {
    const char *path, *text;
    size_t length, at;
    int line;
    GPtrArray *found; // of EzTrialNamed
} Scan;

static EzLuaToken next(Scan *scan)
{
    EzLuaToken token = ez_lualex_next(scan->text, scan->length, scan->at);
    for (size_t i = scan->at; i < token.start; i++)
        scan->line += scan->text[i] == '\n';
    scan->at = token.start;
    return token;
}

static void pass(Scan *scan, EzLuaToken token)
{
    for (size_t i = token.start; i < token.end; i++)
        scan->line += scan->text[i] == '\n';
    scan->at = token.end;
}

static const EzStepKind *kind_of(const Scan *scan, EzLuaToken token)
{
    g_autofree char *word = g_strndup(scan->text + token.start, token.end - token.start);
    return token.kind == EZ_LUA_NAME ? ez_step_kind(word) : NULL;
}

// An id has no quotes and no escapes.
static char *id_of(const Scan *scan, EzLuaToken token)
{
    bool quoted = token.kind == EZ_LUA_STRING && token.end - token.start > 2;
    return quoted ? g_strndup(scan->text + token.start + 1, token.end - token.start - 2) : NULL;
}

static void add(Scan *scan, const EzStepKind *kind, char *id)
{
    EzTrialNamed *named = g_new(EzTrialNamed, 1);
    *named = (EzTrialNamed){g_strdup(scan->path), scan->line, kind, id};
    g_ptr_array_add(scan->found, named);
}

static void scan_source(Scan *scan)
{
    const EzStepKind *kind = NULL;
    bool dot = false, open = false;
    for (EzLuaToken token = next(scan); token.kind != EZ_LUA_END; token = next(scan)) {
        char *id = kind != NULL && open ? id_of(scan, token) : NULL;
        if (id != NULL)
            add(scan, kind, id);
        bool called = kind != NULL && !open && ez_lualex_is(scan->text, token, "(");
        kind = called ? kind : dot ? kind_of(scan, token) : NULL;
        open = called;
        dot = ez_lualex_is(scan->text, token, ".");
        pass(scan, token);
    }
}

GPtrArray *ez_trial_named(const EzPinned *sources, int n_sources)
{
    GPtrArray *found = g_ptr_array_new_with_free_func(free_named);
    for (int i = 0; i < n_sources; i++) {
        Scan scan = {.path = sources[i].path, .line = 1, .found = found};
        scan.text = g_bytes_get_data(sources[i].bytes, &scan.length);
        if (g_str_has_suffix(scan.path, ".lua"))
            scan_source(&scan);
    }
    return found;
}

static bool is_called(const EzTrialStep *step, const EzTrialNamed *named)
{
    const char *id = strrchr(step->name, '/');
    return step->kind == named->kind && id != NULL && strcmp(id + 1, named->id) == 0;
}

bool ez_trial_cover_has(const EzTrialCover *cover, const EzTrialNamed *named)
{
    for (int i = 0; i < ez_trial_cover_count(cover); i++)
        if (is_called(ez_trial_cover_step(cover, i), named))
            return true;
    return false;
}
