// SPDX-License-Identifier: EUPL-1.2
#include "engine/cmd/exercises.h"

#include "engine/load/pins.h"

bool ez_opened_init(EzOpened *opened, const EzArguments *arguments, EzExit *exit)
{
    g_autoptr(GError) error = NULL;
    *exit = EZ_EXIT_USAGE;
    if (!ez_site_init(&opened->site, arguments))
        return false;
    EzBuildRequest request = ez_site_request(&opened->site);
    opened->diags = ez_diags_new();
    opened->load = ez_load_new(request.folder, &request.load, opened->diags, &error);
    if (opened->load == NULL)
        *exit = ez_exit_of(EZ_BUILD_MACHINE, error);
    else if (ez_diags_errors(opened->diags) > 0) {
        ez_show_diags(opened->diags, arguments, &opened->site, NULL, stderr);
        *exit = EZ_EXIT_MISTAKES;
    } else {
        *exit = EZ_EXIT_DONE;
    }
    return *exit == EZ_EXIT_DONE;
}

void ez_opened_clear(EzOpened *opened)
{
    g_clear_pointer(&opened->load, ez_load_free);
    g_clear_pointer(&opened->diags, ez_diags_free);
    ez_site_clear(&opened->site);
}

const EzExercise *ez_opened_exercise(const EzOpened *opened, const char *name)
{
    const EzKit *kit = ez_load_kit(opened->load);
    const EzExercise *found = ez_kit_exercise(kit, name);
    if (found != NULL)
        return found;
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    for (int i = 0; i < kit->n_exercises; i++) {
        g_ptr_array_add(names, (void *)kit->exercises[i]->id);
        g_ptr_array_add(names, (void *)kit->exercises[i]->code);
    }
    g_ptr_array_add(names, NULL);
    g_autofree char *hint = ez_diag_did_you_mean(name, (const char *const *)names->pdata);
    ez_usage_error("there is no exercise %s; %s", name,
                   hint != NULL ? hint : "ezkit list shows them");
    return NULL;
}

EzBundle ez_opened_bundle(const EzOpened *opened, const EzExercise *exercise)
{
    return ez_bundle_of(opened->load, exercise);
}

EzBundle ez_bundle_of(EzLoad *load, const EzExercise *exercise)
{
    EzBundle bundle = {.pins = ez_load_pins(load, exercise)};
    bundle.n_sources = (int)bundle.pins->len;
    bundle.sources = g_new(EzPinned, MAX(bundle.n_sources, 1));
    for (int i = 0; i < bundle.n_sources; i++) {
        const EzPin *pin = bundle.pins->pdata[i];
        bundle.sources[i] = (EzPinned){pin->path, pin->bytes};
    }
    return bundle;
}

void ez_bundle_clear(EzBundle *bundle)
{
    g_clear_pointer(&bundle->pins, g_ptr_array_unref);
    g_clear_pointer(&bundle->sources, g_free);
}
