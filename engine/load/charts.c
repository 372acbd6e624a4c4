// SPDX-License-Identifier: EUPL-1.2
#include "engine/load/charts.h"

#include "engine/lua/library.h"

#include <lauxlib.h>
#include <string.h>

// `rounds`, or round 2 of it, where that stands in the file.
static EzOrigin list_of(const EzNode *node, const EzChartFault *fault, EzPlace *place)
{
    EzOrigin list = ez_origin_child(node->origin, fault->field);
    bool given = ez_origin_shows(node->origin, fault->field);
    *place =
        given ? ez_origin_value(node->origin, fault->field) : ez_origin_place(node->origin);
    if (fault->list == 0 || !ez_origin_known(list))
        return list;
    *place = ez_origin_item(list, fault->list);
    return ez_origin_child_item(list, fault->list);
}

static char *field_words(const EzChartFault *fault)
{
    return fault->list == 0
               ? g_strdup_printf("\"%s\"", fault->field)
               : g_strdup_printf("%s %d of \"%s\"",
                                 strcmp(fault->field, "rounds") == 0 ? "round" : "list",
                                 fault->list, fault->field);
}

static void tell_count(EzReading *r, const EzChartFault *fault, const char *thing,
                       EzPlace place)
{
    g_autofree char *field = field_words(fault);
    g_autofree char *found = g_strdup_printf("%d", fault->found);
    g_autofree char *expected = g_strdup_printf("%d", fault->expected);
    ez_diag_report(r->load->diags, EZ_CHART_COUNT, place, NULL, "thing", thing, "field", field,
                   "found", found, "expected", expected, NULL);
}

static void tell_scale(EzReading *r, const EzChartFault *fault, const char *thing,
                       EzPlace place)
{
    char value[G_ASCII_DTOSTR_BUF_SIZE];
    g_autofree char *field = field_words(fault);
    g_autofree char *index = g_strdup_printf("%d", fault->item);
    g_autofree char *expected =
        g_strdup_printf("%s from %.0f to %.0f", fault->whole ? "a whole number" : "a number",
                        fault->least, fault->most);
    g_ascii_formatd(value, sizeof value, "%.10g", fault->value);
    ez_diag_report(r->load->diags, EZ_CHART_SCALE, place, NULL, "thing", thing, "field", field,
                   "index", index, "value", value, "expected", expected, NULL);
}

static void tell(EzReading *r, const EzNode *node, const EzChartFault *fault)
{
    g_autofree char *thing =
        g_strdup_printf("a chart \"%s\"", ez_chart_words[node->chart.kind]);
    EzPlace place;
    EzOrigin list = list_of(node, fault, &place);
    if (fault->wrong == EZ_CHART_LACKS)
        ez_diag_report(r->load->diags, EZ_MISSING_FIELD, ez_origin_place(node->origin), NULL,
                       "thing", thing, "field", fault->field, NULL);
    else if (fault->wrong == EZ_CHART_STRANGE)
        ez_diag_report(r->load->diags, EZ_UNKNOWN_FIELD,
                       ez_origin_field(node->origin, fault->field), NULL, "thing", thing,
                       "field", fault->field, NULL);
    else if (fault->wrong == EZ_CHART_UNEVEN)
        tell_count(r, fault, thing, place);
    else
        tell_scale(r, fault, thing,
                   ez_origin_known(list) ? ez_origin_item(list, fault->item) : place);
}

// True when the table says something under this name: what was refused by itself is not told to be missing as well.
static bool says(EzReading *r, int index, const char *field)
{
    lua_pushstring(r->L, field);
    bool found = lua_rawget(r->L, lua_absindex(r->L, index)) != LUA_TNIL;
    lua_pop(r->L, 1);
    return found;
}

void ez_charts_check(EzReading *r, int index, const EzNode *node)
{
    EzChartFault fault = ez_chart_fault(&node->chart);
    if (fault.wrong == EZ_CHART_SOUND || node->chart.kind == EZ_CHART_KINDS)
        return;
    if (fault.wrong != EZ_CHART_LACKS || !says(r, index, fault.field))
        tell(r, node, &fault);
}
