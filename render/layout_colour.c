// SPDX-License-Identifier: EUPL-1.2
#include "render/layout-private.h"

EzColour ez_layout_colour(Layout *l, const EzNode *node, const char *field, const char *text,
                          EzColour fallback)
{
    EzColour colour;
    if (text == NULL)
        return fallback;
    if (ez_theme_colour(l->in->theme, text, &colour))
        return colour;
    g_autofree char *hint = ez_theme_colour_hint(l->in->theme, text);
    l->guessed = true;
    ez_diag_report(l->in->diags, EZ_BAD_COLOUR, ez_origin_value(node->origin, field), hint,
                   "thing", ez_node_records[node->kind].record.thing, "field", field, "value",
                   text, NULL);
    return fallback;
}
