// SPDX-License-Identifier: EUPL-1.2
#include "render/pattern.h"

#include <string.h>

#include "render/pattern-private.h"

typedef struct Process {
    const char *name;
    int n_variants;
    void (*draw)(EzSketch *sketch);
} Process;

static const Process PROCESSES[] = {
    {"phyllotaxis", 6, ez_sketch_phyllotaxis},
    {"lsystem", 5, ez_sketch_lsystem},
    {"voronoi", 6, ez_sketch_voronoi},
    {"reaction_diffusion", 6, ez_sketch_reaction_diffusion},
    {"boids", 5, ez_sketch_boids},
    {"venation", 6, ez_sketch_venation},
    {"physarum", 3, ez_sketch_physarum},
    {"dla", 3, ez_sketch_dla},
};

static const Process *find(const char *name)
{
    for (int i = 0; name != NULL && i < (int)G_N_ELEMENTS(PROCESSES); i++)
        if (strcmp(PROCESSES[i].name, name) == 0)
            return &PROCESSES[i];
    return NULL;
}

int ez_pattern_variants(const char *name)
{
    const Process *process = find(name);
    return process == NULL ? 0 : process->n_variants;
}

// Of a plate's side; false for what is no number, too.
static bool is_possible(double length)
{
    return length >= 1 && length <= 5000;
}

const EzPattern *ez_pattern_grow(EzArena *arena, const EzPatternWish *wish)
{
    const Process *process = find(wish->name);
    if (process == NULL || !is_possible(wish->width) || !is_possible(wish->height))
        return NULL;
    g_auto(EzSketch) sketch;
    ez_sketch_init(&sketch, wish, process->n_variants);
    process->draw(&sketch);
    return ez_sketch_finish(&sketch, arena);
}
