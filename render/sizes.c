// SPDX-License-Identifier: EUPL-1.2
#include "render/sizes.h"

struct EzSizes {
    GHashTable *smallest; // "kind language" -> double *
    bool settled;
};

EzSizes *ez_sizes_new(void)
{
    EzSizes *sizes = g_new0(EzSizes, 1);
    sizes->smallest = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return sizes;
}

void ez_sizes_free(EzSizes *sizes)
{
    if (sizes == NULL)
        return;
    g_hash_table_unref(sizes->smallest);
    g_free(sizes);
}

bool ez_sizes_asked(const EzSizes *sizes)
{
    return g_hash_table_size(sizes->smallest) > 0;
}

void ez_sizes_settle(EzSizes *sizes)
{
    sizes->settled = true;
}

bool ez_sizes_settled(const EzSizes *sizes)
{
    return sizes->settled;
}

double ez_sizes_even(EzSizes *sizes, const char *kind, int language, double size)
{
    g_autofree char *key = g_strdup_printf("%s %d", kind, language);
    const double *known = g_hash_table_lookup(sizes->smallest, key);
    if (sizes->settled)
        return known != NULL ? MIN(*known, size) : size;
    if (known == NULL || size < *known)
        g_hash_table_insert(sizes->smallest, g_steal_pointer(&key),
                            g_memdup2(&size, sizeof size));
    return size;
}
