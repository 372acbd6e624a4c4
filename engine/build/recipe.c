// SPDX-License-Identifier: EUPL-1.2
#include "engine/build/recipe.h"

#include "render/device_pdf.h"

#include <glib/gstdio.h>

// A file as the disk tells it.
static void add_file(EzDigest *sum, const char *name, const char *path)
{
    GStatBuf look;
    if (g_stat(path, &look) != 0)
        return;
    ez_digest_text(sum, name);
    ez_digest_whole(sum, look.st_size);
    ez_digest_whole(sum, look.st_mtim.tv_sec);
    ez_digest_whole(sum, look.st_mtim.tv_nsec);
}

void ez_recipe_begin(EzDigest *sum, const EzWorkbench *bench, EzPurpose purpose,
                     const char *title)
{
    const EzBuildRequest *request = bench->request;
    g_autofree char *pictures = ez_picture_library();
    ez_digest_init(sum);
    ez_digest_text(sum, request->creator);
    ez_digest_text(sum, ez_pdf_library());
    ez_digest_text(sum, pictures);
    add_file(sum, "program", "/proc/self/exe"); // a version may be built again, and otherwise
    ez_digest_text(sum, title);
    ez_digest_text(sum, request->date);
    ez_digest_whole(sum, request->format);
    ez_digest_whole(sum, request->bare);
    ez_digest_numbers(sum, &request->dpi, 1);
    if (purpose == EZ_FOR_PRESS)
        ez_profile_digest(request->profile, sum);
    for (int i = 0; i < ez_fonts_count(bench->fonts); i++) {
        const EzFont *font = ez_fonts_get(bench->fonts, i);
        add_file(sum, font->name, font->file);
    }
}
