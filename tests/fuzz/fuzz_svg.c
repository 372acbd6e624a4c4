// SPDX-License-Identifier: EUPL-1.2
// Any bytes as an SVG, as a picture and as an icon: looked into, and drawn small where they can be. Nothing may crash or leak.
#include "render/device_png.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void draw(const EzPicture *picture)
{
    g_autoptr(EzScene) scene = ez_scene_new("nl", "fuzz");
    EzPngOptions options = {.dpi = 36};
    ez_scene_begin_page(scene, 10, 10, 0, "1");
    ez_scene_picture(scene, picture, (EzRect){1, 1, 8, 8});
    ez_scene_end_page(scene);
    ez_scene_seal(scene);
    g_autoptr(GBytes) png = ez_png_render(scene, 0, &options, NULL);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const colours[] = {NULL, "#00687A"};
    g_autoptr(EzPictures) pictures = ez_pictures_new();
    g_autoptr(GString) text = g_string_new("<");
    g_string_append_len(text, (const char *)data, (gssize)size);
    EzPictureFile file = {"kit/a.svg", g_bytes_new(text->str, text->len), "sum"};
    for (size_t i = 0; i < G_N_ELEMENTS(colours); i++) {
        const EzPictureFault *fault = NULL;
        const EzPicture *picture = ez_pictures_get(pictures, &file, colours[i], &fault);
        g_assert_true((picture == NULL) == (fault->detail != NULL));
        g_assert_true(picture != NULL || g_utf8_validate(fault->detail, -1, NULL));
        if (picture != NULL)
            draw(picture);
    }
    g_bytes_unref(file.bytes);
    return 0;
}
