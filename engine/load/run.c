// SPDX-License-Identifier: EUPL-1.2
// Running one file of the kit and reading what it returns, within one entrance.
#include "engine/load/context.h"

typedef struct Run {
    EzLoad *load;
    EzLoadedFile *file;
    EzLoadRead read;
    void *data;
} Run;

static int run_body(lua_State *L)
{
    Run *run = lua_touserdata(L, 1);
    ez_host_load(L, run->file->source);
    lua_call(L, 0, 1);
    run->read(run->load, L, lua_gettop(L), run->file, run->data);
    return 0;
}

bool ez_load_run(EzLoad *load, const char *path, EzPlace named, EzLoadRead read, void *data)
{
    if (ez_host_is_dead(load->host))
        return false;
    Run run = {load, ez_load_file(load, path, EZ_LUA_FILE_MAX, named), read, data};
    if (run.file == NULL || run.file->map == NULL)
        return false;
    g_auto(EzFault) fault = {0};
    g_ptr_array_add(load->running, run.file);
    load->budget = load->file_budget;
    load->here = ez_source_whole_line(run.file->source, 1);
    bool done = ez_host_enter(load->host, run_body, &run, load->budget, &fault);
    g_ptr_array_set_size(load->running, 0);
    if (!done)
        ez_load_tell_fault(load, &fault);
    return done;
}
