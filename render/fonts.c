// SPDX-License-Identifier: EUPL-1.2
#include "render/fonts.h"

#include <fontconfig/fontconfig.h>
#include <fontconfig/fcfreetype.h>
#include <gio/gio.h>
#include <math.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

#include "engine/base/arena.h"
#include "render/fonts_pango.h"

struct EzFonts {
    EzArena *arena;
    FcConfig *config;
    PangoFontMap *map;
    PangoContext *context;
    GPtrArray *fonts;    // of EzFont
    GPtrArray *families; // of text, sorted, NULL at the end
    GHashTable *hb;      // const EzFont * -> hb_font_t *
};

// ---- reading -------------------------------------------------------------------

static int compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_font_file(const char *name)
{
    g_autofree char *lower = g_ascii_strdown(name, -1);
    return g_str_has_suffix(lower, ".ttf") || g_str_has_suffix(lower, ".otf");
}

// Full paths, sorted: a folder lists its files in no order of its own.
static GPtrArray *font_files(const char *folder)
{
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *name;
    while (dir != NULL && (name = g_dir_read_name(dir)) != NULL)
        if (is_font_file(name))
            g_ptr_array_add(files, g_canonicalize_filename(name, folder));
    g_ptr_array_sort(files, compare_names);
    return files;
}

static EzFont *font_of_pattern(EzArena *arena, FcPattern *pattern, const char *file)
{
    FcChar8 *family = NULL;
    double weight = 0;
    int slant = FC_SLANT_ROMAN, index = 0;
    // The first family name is the typographic one: "Literata", where the second may be
    // "Literata SemiBold".
    if (FcPatternGetString(pattern, FC_FAMILY, 0, &family) != FcResultMatch ||
        FcPatternGetDouble(pattern, FC_WEIGHT, 0, &weight) != FcResultMatch)
        return NULL;
    FcPatternGetInteger(pattern, FC_SLANT, 0, &slant);
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
    g_autofree char *name = g_path_get_basename(file);
    EzFont *font = ez_arena_make(arena, EzFont);
    *font = (EzFont){.family = ez_arena_intern(arena, (const char *)family),
                     .weight = (int)lround(FcWeightToOpenTypeDouble(weight)),
                     .italic = slant != FC_SLANT_ROMAN,
                     .file = ez_arena_intern(arena, file),
                     .name = ez_arena_intern(arena, name),
                     .index = index};
    return font;
}

// A file with several fonts or instances would answer for weights that it was not asked for.
static EzFont *read_font(EzArena *arena, const char *file, GError **error)
{
    FcFontSet *set = FcFontSetCreate();
    FcFreeTypeQueryAll((const FcChar8 *)file, (unsigned)-1, NULL, NULL, set);
    int n = set->nfont;
    EzFont *font = n == 1 ? font_of_pattern(arena, set->fonts[0], file) : NULL;
    FcFontSetDestroy(set);
    if (font == NULL)
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s %s", file,
                    n > 1
                        ? "holds several or variable fonts: put the static files there instead"
                        : "is not a font that can be read");
    return font;
}

static bool add_file(EzFonts *fonts, const char *file, GError **error)
{
    const EzFont *font = read_font(fonts->arena, file, error);
    if (font == NULL)
        return false;
    // Earlier folders go before later ones, and Pango must not have the choice.
    if (ez_fonts_find(fonts, font->family, font->weight, font->italic) != NULL)
        return true;
    if (!FcConfigAppFontAddFile(fonts->config, (const FcChar8 *)file)) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s cannot be added to the fonts",
                    file);
        return false;
    }
    g_ptr_array_add(fonts->fonts, (gpointer)font);
    return true;
}

static bool add_folder(EzFonts *fonts, const char *folder, GError **error)
{
    g_autoptr(GPtrArray) files = font_files(folder);
    for (guint i = 0; i < files->len; i++)
        if (!add_file(fonts, files->pdata[i], error))
            return false;
    return true;
}

static void list_families(EzFonts *fonts)
{
    for (guint i = 0; i < fonts->fonts->len; i++) {
        const EzFont *font = fonts->fonts->pdata[i];
        // Interned: one pointer for each name.
        if (!g_ptr_array_find(fonts->families, font->family, NULL))
            g_ptr_array_add(fonts->families, (gpointer)font->family);
    }
    g_ptr_array_sort(fonts->families, compare_names);
    g_ptr_array_add(fonts->families, NULL);
}

// ---- Pango ---------------------------------------------------------------------

static void without_hinting(FcPattern *pattern, gpointer data)
{
    FcPatternDel(pattern, FC_HINTING);
    FcPatternAddBool(pattern, FC_HINTING, FcFalse);
    FcPatternDel(pattern, FC_HINT_STYLE);
    FcPatternAddInteger(pattern, FC_HINT_STYLE, FC_HINT_NONE);
}

// Whoever makes a font map makes Pango load the machine's configuration and look through all
// its fonts, which takes seconds where no cache can be written. It stops at a configuration
// that is there already, so the process gets one that is empty.
static gpointer forget_the_machine(gpointer data)
{
    FcConfig *empty = FcConfigCreate();
    if (empty != NULL) {
        FcConfigSetCurrent(empty);
        FcConfigDestroy(empty);
    }
    return NULL;
}

static void open_pango(EzFonts *fonts)
{
    static GOnce once = G_ONCE_INIT;
    g_once(&once, forget_the_machine, NULL);
    fonts->map = pango_ft2_font_map_new();
    PangoFcFontMap *map = PANGO_FC_FONT_MAP(fonts->map);
    pango_fc_font_map_set_config(map, fonts->config);
    pango_fc_font_map_set_default_substitute(map, without_hinting, NULL, NULL);
    pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(fonts->map), 72, 72);
    fonts->context = pango_font_map_create_context(fonts->map);
    pango_context_set_round_glyph_positions(fonts->context, FALSE);
    // Else the language, and with it the choice of glyphs, would be that of the machine.
    pango_context_set_language(fonts->context, pango_language_from_string("en"));
}

PangoContext *ez_fonts_context(EzFonts *fonts)
{
    return fonts->context;
}

static hb_font_t *open_hb(const EzFont *font)
{
    hb_blob_t *blob = hb_blob_create_from_file(font->file);
    hb_face_t *face = hb_face_create(blob, (unsigned)font->index);
    hb_font_t *open = hb_font_create(face);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return open;
}

hb_font_t *ez_fonts_hb(EzFonts *fonts, const EzFont *font)
{
    hb_font_t *open = g_hash_table_lookup(fonts->hb, font);
    if (open == NULL) {
        open = open_hb(font);
        g_hash_table_insert(fonts->hb, (gpointer)font, open);
    }
    return open;
}

bool ez_fonts_have(EzFonts *fonts, gunichar character)
{
    hb_codepoint_t glyph;
    for (guint i = 0; i < fonts->fonts->len; i++)
        if (hb_font_get_nominal_glyph(ez_fonts_hb(fonts, fonts->fonts->pdata[i]), character,
                                      &glyph))
            return true;
    return false;
}

const EzFont *ez_fonts_of_pango(const EzFonts *fonts, PangoFont *font)
{
    FcPattern *pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
    FcChar8 *file = NULL;
    if (FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch)
        return NULL;
    for (guint i = 0; i < fonts->fonts->len; i++) {
        const EzFont *known = fonts->fonts->pdata[i];
        if (strcmp(known->file, (const char *)file) == 0)
            return known;
    }
    return NULL;
}

#ifdef __SANITIZE_ADDRESS__
// Pango sorts fonts in a thread that nobody can wait for. A process that ends before it does holds
// patterns, and fontconfig's patterns point by offsets, which the leak checker cannot follow.
const char *__lsan_default_suppressions(void);
const char *__lsan_default_options(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig.so\n";
}

const char *__lsan_default_options(void)
{
    return "print_suppressions=0";
}
#endif

// ---- the contract --------------------------------------------------------------

EzFonts *ez_fonts_new(const char *const *folders, GError **error)
{
    g_autoptr(EzFonts) fonts = g_new0(EzFonts, 1);
    fonts->arena = ez_arena_new();
    fonts->fonts = g_ptr_array_new();
    fonts->families = g_ptr_array_new();
    fonts->hb = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)hb_font_destroy);
    fonts->config = FcConfigCreate();
    if (fonts->config == NULL) {
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_FAILED, "fontconfig does not start");
        return NULL;
    }
    for (; *folders != NULL; folders++)
        if (!add_folder(fonts, *folders, error))
            return NULL;
    list_families(fonts);
    open_pango(fonts);
    return g_steal_pointer(&fonts);
}

void ez_fonts_free(EzFonts *fonts)
{
    if (fonts == NULL)
        return;
    g_clear_object(&fonts->context);
    // Pango 1.50 forgets its reference to the configuration when the map goes.
    if (fonts->map != NULL)
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->map), NULL);
    g_clear_object(&fonts->map);
    g_clear_pointer(&fonts->config, FcConfigDestroy);
    g_hash_table_unref(fonts->hb);
    g_ptr_array_unref(fonts->families);
    g_ptr_array_unref(fonts->fonts);
    ez_arena_free(fonts->arena);
    g_free(fonts);
}

const EzFont *ez_fonts_find(const EzFonts *fonts, const char *family, int weight, bool italic)
{
    for (guint i = 0; i < fonts->fonts->len; i++) {
        const EzFont *font = fonts->fonts->pdata[i];
        if (font->weight == weight && font->italic == italic &&
            strcmp(font->family, family) == 0)
            return font;
    }
    return NULL;
}

const char *const *ez_fonts_families(const EzFonts *fonts)
{
    return (const char *const *)fonts->families->pdata;
}

int ez_fonts_count(const EzFonts *fonts)
{
    return (int)fonts->fonts->len;
}

const EzFont *ez_fonts_get(const EzFonts *fonts, int i)
{
    g_return_val_if_fail(i >= 0 && i < ez_fonts_count(fonts), NULL);
    return fonts->fonts->pdata[i];
}
