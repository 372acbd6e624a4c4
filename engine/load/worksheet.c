// SPDX-License-Identifier: EUPL-1.2
// kit/worksheets/NAME.lua.
#include "engine/load/part.h"

#include "engine/load/field_ids.h"
#include "engine/load/marks.h"
#include "engine/load/nodes.h"
#include "engine/lua/library.h"

static const EzNode *read_page(EzReading *r, int index)
{
    EzMark mark = ez_mark_of(r->L, index);
    if (mark.kind == EZ_MARK_NODE + EZ_NODE_PAGE || mark.kind == EZ_MARK_NODE + EZ_NODE_PAGES)
        return ez_nodes_read(r, index, NULL, NULL);
    g_autofree char *word = ez_mark_shown(mark);
    ez_diag_report(r->load->diags, EZ_UNKNOWN_NODE, r->place,
                   "a worksheet holds page { … } and pages { … }", "parent", r->thing, "found",
                   word != NULL ? word : ez_lua_type_word(r->L, index), NULL);
    return NULL;
}

static void read_pages(EzReading *r, int result, EzWorksheet *sheet)
{
    r->word = "{ … }";
    r->child = sheet->origin;
    r->place = ez_origin_place(sheet->origin);
    int count = ez_read_list(r, result);
    const EzNode **pages = ez_arena_array(r->arena, const EzNode *, MAX(count, 0));
    for (int i = 0; i < count; i++) {
        lua_rawgeti(r->L, result, i + 1);
        r->place = ez_origin_item(sheet->origin, i + 1);
        int reports = ez_diags_reports(r->load->diags);
        const EzNode *page = read_page(r, lua_gettop(r->L));
        lua_pop(r->L, 1);
        if (page != NULL && ez_diags_reports(r->load->diags) == reports)
            pages[sheet->n_pages++] = page;
    }
    sheet->pages = pages;
    if (count == 0)
        ez_diag_report(r->load->diags, EZ_EMPTY, ez_origin_place(sheet->origin),
                       "a worksheet holds page { … } and pages { … }", "thing", "a worksheet",
                       "field", "what stands between its braces", NULL);
}

static void check_colour(EzReading *r, EzWorksheet *sheet)
{
    const EzTheme *theme = r->load->kit->theme;
    EzColour colour;
    if (sheet->colour == NULL || theme == NULL ||
        ez_theme_colour(theme, sheet->colour, &colour))
        return;
    g_autofree char *hint = ez_theme_colour_hint(theme, sheet->colour);
    ez_diag_report(r->load->diags, EZ_BAD_COLOUR, ez_origin_value(sheet->origin, "colour"),
                   hint, "thing", r->thing, "field", "colour", "value", sheet->colour, NULL);
    sheet->colour = NULL;
}

void ez_part_worksheet(EzLoad *load, lua_State *L, int result, const EzLoadedFile *file,
                       void *data)
{
    EzReading r;
    if (!ez_part_begin(load, L, result, file, EZ_MARK_WORKSHEET, &r))
        return;
    EzWorksheet *sheet = ez_arena_make(load->arena, EzWorksheet);
    *sheet =
        (EzWorksheet){.name = data, .id = data, .code = data, .safe = 5, .origin = r.origin};
    ez_part_fields(&r, result, &ez_worksheet_record, sheet);
    bool tall = sheet->size.height > sheet->size.width;
    if ((sheet->orientation == 1 && tall) ||
        (ez_origin_shows(r.origin, "orientation") && sheet->orientation == 0 && !tall))
        sheet->size = (EzSize){sheet->size.height, sheet->size.width};
    check_colour(&r, sheet);
    read_pages(&r, result, sheet);
    ez_field_ids_check(sheet, load->diags);
    if (sheet->title != NULL && sheet->size.width > 0)
        load->kit->worksheets[load->kit->n_worksheets++] = sheet;
}
