// SPDX-License-Identifier: EUPL-1.2
// Runs tests/lua/*_test.lua in the sandbox. Such a file returns a table of named cases; each is a test.
// require "ez.x" finds scripts/lib/x.lua, require "test.x" finds tests/lua/x.lua. A case whose name ends in
// "-within-a-slice" has the instructions that a session has between two steps, and no more.
#include "tests/unit/test_host_support.h"

#include <lauxlib.h>

typedef struct Root {
    const char *prefix, *folder, *shown;
} Root;

static const Root ROOTS[] = {{"ez.", "scripts/lib", "ez."},
                             {"test.", "tests/lua", "tests/lua/"}};

typedef struct Spec {
    char *file; // "draw_test.lua"
    char *name;
    GPtrArray *sources; // that live as long as the host
    GPtrArray *names;   // filled when the cases are listed
} Spec;

static EzSource *read_source(const char *folder, const char *file, const char *shown)
{
    const char *top = g_getenv("EZ_SOURCE") != NULL ? g_getenv("EZ_SOURCE") : ".";
    g_autofree char *path = g_build_filename(top, folder, file, NULL);
    g_autofree char *text = NULL;
    size_t length;
    if (!g_file_get_contents(path, &text, &length, NULL))
        return NULL;
    return ez_source_new(shown, text, length);
}

static EzSource *find_module(const char *module)
{
    for (size_t i = 0; i < G_N_ELEMENTS(ROOTS); i++) {
        if (!g_str_has_prefix(module, ROOTS[i].prefix))
            continue;
        const char *name = module + strlen(ROOTS[i].prefix);
        g_autofree char *file = g_strconcat(name, ".lua", NULL);
        g_autofree char *shown = g_strconcat(ROOTS[i].shown, name, NULL);
        return read_source(ROOTS[i].folder, file, shown);
    }
    return NULL;
}

// [-0, +1]
static int require_module(lua_State *L)
{
    Spec *spec = ez_host_user(L);
    EzSource *source = find_module(luaL_checkstring(L, 1));
    if (source == NULL)
        return luaL_error(L, "there is no module %s", lua_tostring(L, 1));
    g_ptr_array_add(spec->sources, source);
    ez_host_load(L, source);
    lua_call(L, 0, 1);
    return 1;
}

// [-0, +1] Pushes the table of cases.
static void push_cases(lua_State *L, Spec *spec)
{
    g_autofree char *shown = g_strconcat("tests/lua/", spec->file, NULL);
    EzSource *source = read_source("tests/lua", spec->file, shown);
    g_assert_nonnull(source);
    g_ptr_array_add(spec->sources, source);
    g_clear_pointer(&shown, g_free); // what follows may raise
    ez_host_load(L, source);
    lua_call(L, 0, 1);
}

static int list_cases(lua_State *L)
{
    Spec *spec = lua_touserdata(L, 1);
    push_cases(L, spec);
    for (lua_pushnil(L); lua_next(L, -2) != 0; lua_pop(L, 1))
        g_ptr_array_add(spec->names, g_strdup(lua_tostring(L, -2)));
    return 0;
}

static int run_case(lua_State *L)
{
    Spec *spec = lua_touserdata(L, 1);
    push_cases(L, spec);
    lua_getfield(L, -1, spec->name);
    lua_call(L, 0, 0);
    return 0;
}

#define SLICE (INT64_C(20) * 1000 * 1000)

static int64_t instructions_of(const Spec *spec)
{
    bool slice = spec->name != NULL && g_str_has_suffix(spec->name, "-within-a-slice");
    return slice ? SLICE : INT64_C(1) << 30;
}

static void enter(Spec *spec, lua_CFunction body)
{
    Ground ground;
    ground_open(&ground, NULL);
    spec->sources = g_ptr_array_new_with_free_func((GDestroyNotify)ez_source_free);
    ez_host_set_user(ground.host, spec);
    ez_host_set_require(ground.host, require_module);
    EzBudget budget = {instructions_of(spec), INT64_MAX};
    bool ok = ez_host_enter(ground.host, body, spec, budget, &ground.fault);
    if (*ground.printed->str != '\0')
        g_test_message("%s", ground.printed->str);
    if (!ok)
        g_test_message("%s:%d: %s\n%s", ground.fault.chunk, ground.fault.line,
                       ground.fault.message, ground.fault.trace);
    if (!ok)
        g_test_fail();
    g_ptr_array_unref(spec->sources);
    ground_close(&ground);
}

static void test_spec(gconstpointer data)
{
    enter((Spec *)data, run_case);
}

static void spec_free(gpointer data)
{
    Spec *spec = data;
    g_free(spec->file);
    g_free(spec->name);
    g_free(spec);
}

static void add_file(const char *file, GPtrArray *specs)
{
    Spec listing = {.file = (char *)file, .names = g_ptr_array_new_with_free_func(g_free)};
    enter(&listing, list_cases);
    g_assert_cmpuint(listing.names->len, >, 0);
    for (guint i = 0; i < listing.names->len; i++) {
        Spec *spec = g_new0(Spec, 1);
        spec->file = g_strdup(file);
        spec->name = g_strdup(listing.names->pdata[i]);
        g_ptr_array_add(specs, spec);
        g_autofree char *room = g_strndup(file, strlen(file) - strlen("_test.lua"));
        g_autofree char *path = g_strdup_printf("/lua/%s/%s", room, spec->name);
        g_test_add_data_func(path, spec, test_spec);
    }
    g_ptr_array_unref(listing.names);
}

static void add_files(GPtrArray *specs)
{
    const char *top = g_getenv("EZ_SOURCE") != NULL ? g_getenv("EZ_SOURCE") : ".";
    g_autofree char *folder = g_build_filename(top, "tests/lua", NULL);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    g_assert_nonnull(dir);
    for (const char *file; (file = g_dir_read_name(dir)) != NULL;)
        if (g_str_has_suffix(file, "_test.lua"))
            add_file(file, specs);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autoptr(GPtrArray) specs = g_ptr_array_new_with_free_func(spec_free);
    add_files(specs);
    return g_test_run();
}
