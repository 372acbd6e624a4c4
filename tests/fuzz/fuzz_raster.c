// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a PNG or JPEG: looked into, and painted into a PDF and a small PNG where they can be. Nothing may crash or leak.
#include "render/device_pdf.h"
#include "render/device_png.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void draw(const EzPicture *picture)
{
    g_autoptr(EzScene) scene = ez_scene_new("nl", "fuzz");
    EzPngOptions png = {.dpi = 36};
    EzPdfOptions pdf = {0};
    ez_scene_begin_page(scene, 10, 10, 0, "1");
    ez_scene_picture(scene, picture, (EzRect){1, 1, 8, 8});
    ez_scene_end_page(scene);
    ez_scene_seal(scene);
    g_autoptr(GBytes) pixels = ez_png_render(scene, 0, &png, NULL);
    g_autoptr(EzPdf) device = ez_pdf_new(&pdf);
    g_autoptr(GBytes) file =
        ez_pdf_add(device, scene, NULL) ? ez_pdf_finish(device, NULL) : NULL;
    g_assert_true(pixels != NULL && file != NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(EzPictures) pictures = ez_pictures_new();
    EzPictureFile file = {"kit/a.png", g_bytes_new(data, size), "sum"};
    const EzPictureFault *fault = NULL;
    const EzPicture *picture = ez_pictures_get(pictures, &file, NULL, &fault);
    g_assert_true((picture == NULL) == (fault->detail != NULL));
    g_assert_true(picture != NULL || g_utf8_validate(fault->detail, -1, NULL));
    // What is large only takes long.
    if (picture != NULL && picture->width * picture->height < 1e5 &&
        picture->kind != EZ_PICTURE_SVG)
        draw(picture);
    g_bytes_unref(file.bytes);
    return 0;
}
