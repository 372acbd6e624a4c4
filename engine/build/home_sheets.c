// SPDX-License-Identifier: EUPL-1.2
#include "engine/build/home_sheets.h"

EzSheets *ez_home_sheets(const EzWorkbench *bench, const EzJob *job, int language, int count,
                         EzSheetTaker take, void *data)
{
    const EzKit *kit = ez_load_kit(bench->load);
    g_autofree char *version =
        g_strdup_printf("%s %s", ez_text_in(kit->title, language), kit->version);
    const EzText *name = job->deck != NULL ? job->deck->title : job->sheet->title;
    EzSheetOptions options = {.imposition = job->home,
                              .plain = job->deck == NULL,
                              .sides = {job->sides[0], job->sides[1]},
                              .n_sides = job->deck != NULL ? job->n_sides : 1,
                              .sheets = count,
                              .typesetter = bench->typesetter,
                              .font = ez_workbench_body_font(bench),
                              .language = kit->languages.names[language],
                              .name = ez_text_in(name, language),
                              .version = version};
    return ez_sheets_new(&options, take, data);
}
