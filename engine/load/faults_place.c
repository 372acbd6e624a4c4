// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/faults-private.h"

EzPlace ez_fault_place(const EzLoad *load, const EzFault *fault)
{
    const EzLoadedFile *file =
        fault->chunk != NULL ? g_hash_table_lookup(load->by_path, fault->chunk) : NULL;
    if (file == NULL || fault->line == 0)
        return load->here; // a stop outside the author's code, while what it gave is read
    return ez_source_whole_line(file->source, fault->line);
}

EzPlace ez_fault_token(const EzLoad *load, const EzFault *fault, const char *token)
{
    EzPlace place = ez_fault_place(load, fault);
    const EzLuaMap *map = fault->chunk != NULL ? ez_load_map(load, fault->chunk) : NULL;
    return map != NULL && token != NULL ? ez_luamap_token(map, fault->line, token) : place;
}

EzPlace ez_fault_used(const EzLoad *load, const EzFault *fault, const char *word, bool field)
{
    const EzLuaMap *map = fault->chunk != NULL ? ez_load_map(load, fault->chunk) : NULL;
    return map != NULL ? ez_luamap_used(map, fault->line, word, field)
                       : ez_fault_place(load, fault);
}
