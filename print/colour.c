// SPDX-License-Identifier: EUPL-1.2
#include "print/colour.h"

#include <gio/gio.h>
#include <lcms2.h>
#include <math.h>
#include <string.h>

enum { GREYS = 256 };

// What an RGB was named to mean.
typedef struct Named {
    EzCmyk cmyk;
    int spot; // -1 = none
    double tint;
} Named;

struct EzColours {
    cmsHTRANSFORM solids, pixels;
    double limit;
    double blacks[GREYS]; // of each grey, how much black ink looks as light
    GHashTable *named;    // gint64, see key_of → Named
    GPtrArray *spots;     // of EzSpot
    char *condition;
};

// ---- profiles --------------------------------------------------------------------

static cmsHPROFILE open_profile(GBytes *bytes, GError **error)
{
    gsize size;
    const void *data = g_bytes_get_data(bytes, &size);
    cmsHPROFILE profile =
        size <= G_MAXUINT32 ? cmsOpenProfileFromMem(data, (cmsUInt32Number)size) : NULL;
    if (profile == NULL)
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "it is no ICC profile");
    else if (cmsGetColorSpace(profile) == cmsSigCmykData)
        return profile;
    else
        g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                    "it is an ICC profile, and not one of CMYK");
    g_clear_pointer(&profile, cmsCloseProfile);
    return NULL;
}

static char *describe(cmsHPROFILE profile)
{
    char text[128] = "";
    cmsGetProfileInfoASCII(profile, cmsInfoDescription, "en", "US", text, sizeof text);
    return g_strdup(text[0] != '\0' ? text : "Custom");
}

// ---- greys -----------------------------------------------------------------------

enum { STEPS = 100 };

// How light each step of black ink is, from none to all; false when the profile cannot tell.
static bool measure_blacks(cmsHPROFILE cmyk, cmsHPROFILE lab, double lightness[STEPS + 1])
{
    cmsHTRANSFORM transform = cmsCreateTransform(cmyk, TYPE_CMYK_DBL, lab, TYPE_Lab_DBL,
                                                 INTENT_RELATIVE_COLORIMETRIC, 0);
    for (int i = 0; transform != NULL && i <= STEPS; i++) {
        double inks[4] = {0, 0, 0, i};
        cmsCIELab seen;
        cmsDoTransform(transform, inks, &seen, 1);
        lightness[i] = seen.L;
    }
    if (transform != NULL)
        cmsDeleteTransform(transform);
    return transform != NULL;
}

// The black ink that looks as light as this.
static double black_of(const double lightness[STEPS + 1], double wanted)
{
    int i = 0;
    while (i < STEPS - 1 && lightness[i + 1] > wanted)
        i++;
    double span = lightness[i] - lightness[i + 1];
    double part = span > 0 ? (lightness[i] - wanted) / span : 1;
    return CLAMP((i + part) / STEPS, 0, 1);
}

// CIE L* of a grey of sRGB.
static double lightness_of(double grey)
{
    double y = grey <= 0.04045 ? grey / 12.92 : pow((grey + 0.055) / 1.055, 2.4);
    return y <= 216.0 / 24389 ? y * 24389 / 27 : 116 * cbrt(y) - 16;
}

// Black ink is not as dark as RGB's black: the range of one is laid on that of the other.
static void fill_blacks(EzColours *colours, const double lightness[STEPS + 1])
{
    double darkest = lightness[STEPS], range = lightness[0] - darkest;
    for (int i = 0; i < GREYS; i++) {
        double share = lightness_of((double)i / (GREYS - 1)) / 100;
        colours->blacks[i] = black_of(lightness, darkest + range * share);
    }
    colours->blacks[0] = 1;
    colours->blacks[GREYS - 1] = 0;
}

// ---- life ------------------------------------------------------------------------

static bool make_transforms(EzColours *colours, cmsHPROFILE cmyk)
{
    cmsHPROFILE rgb = cmsCreate_sRGBProfile(), lab = cmsCreateLab4Profile(NULL);
    const cmsUInt32Number flags = cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE;
    double lightness[STEPS + 1];
    colours->solids = cmsCreateTransform(rgb, TYPE_RGB_DBL, cmyk, TYPE_CMYK_DBL,
                                         INTENT_RELATIVE_COLORIMETRIC, flags);
    colours->pixels = cmsCreateTransform(rgb, TYPE_RGB_8, cmyk, TYPE_CMYK_8,
                                         INTENT_RELATIVE_COLORIMETRIC, flags);
    bool fine = measure_blacks(cmyk, lab, lightness) && colours->solids != NULL &&
                colours->pixels != NULL;
    if (fine)
        fill_blacks(colours, lightness);
    cmsCloseProfile(rgb);
    cmsCloseProfile(lab);
    return fine;
}

static void free_spot(void *data)
{
    EzSpot *spot = data;
    g_free(spot->name);
    g_free(spot);
}

EzColours *ez_colours_new(GBytes *profile, double limit, GError **error)
{
    cmsHPROFILE cmyk = open_profile(profile, error);
    if (cmyk == NULL)
        return NULL;
    g_autoptr(EzColours) colours = g_new0(EzColours, 1);
    colours->limit = limit;
    colours->named = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    colours->spots = g_ptr_array_new_with_free_func(free_spot);
    colours->condition = describe(cmyk);
    bool fine = make_transforms(colours, cmyk);
    cmsCloseProfile(cmyk);
    if (fine)
        return g_steal_pointer(&colours);
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                "it is an ICC profile that cannot be converted to and from");
    return NULL;
}

void ez_colours_free(EzColours *colours)
{
    if (colours == NULL)
        return;
    g_clear_pointer(&colours->solids, cmsDeleteTransform);
    g_clear_pointer(&colours->pixels, cmsDeleteTransform);
    g_hash_table_unref(colours->named);
    g_ptr_array_unref(colours->spots);
    g_free(colours->condition);
    g_free(colours);
}

const char *ez_colours_condition(const EzColours *colours)
{
    return colours->condition;
}

// ---- one colour --------------------------------------------------------------------

// A channel as Cairo prints it in a PDF.
static gint64 printed(double value)
{
    return llround(CLAMP(value, 0, 1) * 1e6);
}

static gint64 key_of(double r, double g, double b)
{
    return printed(r) << 40 | printed(g) << 20 | printed(b);
}

static EzCmyk limited(EzCmyk cmyk, double limit)
{
    double *ink = cmyk.ink, colour = ink[0] + ink[1] + ink[2];
    double room = MAX(0, limit - ink[3]);
    for (int i = 0; colour > room && i < 3; i++)
        ink[i] *= room / colour;
    return cmyk;
}

// The inks of a share of the colour.
static EzCmyk own_of(const EzColours *colours, EzColour colour, double share)
{
    EzCmyk own = {{colour.c * share, colour.m * share, colour.y * share, colour.k * share}};
    return limited(own, colours->limit);
}

static int number_spot(EzColours *colours, EzColour colour)
{
    // No ink at all is white, which is no share of any.
    if (colour.spot == NULL || colour.tint <= 0)
        return -1;
    for (guint i = 0; i < colours->spots->len; i++)
        if (strcmp(((const EzSpot *)colours->spots->pdata[i])->name, colour.spot) == 0)
            return (int)i;
    EzSpot *spot = g_new0(EzSpot, 1);
    *spot = (EzSpot){g_strdup(colour.spot), own_of(colours, colour, 1)};
    g_ptr_array_add(colours->spots, spot);
    return (int)colours->spots->len - 1;
}

void ez_colours_name(EzColours *colours, EzColour colour)
{
    gint64 key = key_of(colour.r, colour.g, colour.b);
    if (!colour.has_cmyk || g_hash_table_contains(colours->named, &key))
        return;
    Named own = {own_of(colours, colour, colour.tint), number_spot(colours, colour),
                 colour.tint};
    g_hash_table_insert(colours->named, g_memdup2(&key, sizeof key),
                        g_memdup2(&own, sizeof own));
}

static bool is_grey(double r, double g, double b)
{
    const double least = 0.5 / (GREYS - 1);
    return fabs(r - g) < least && fabs(g - b) < least && fabs(r - b) < least;
}

static double black_for(const EzColours *colours, double grey)
{
    double at = CLAMP(grey, 0, 1) * (GREYS - 1);
    int below = MIN((int)at, GREYS - 2);
    const double *step = colours->blacks + below;
    return step[0] + (step[1] - step[0]) * (at - below);
}

EzCmyk ez_colours_convert(const EzColours *colours, double r, double g, double b)
{
    gint64 key = key_of(r, g, b);
    const Named *own = g_hash_table_lookup(colours->named, &key);
    if (own != NULL)
        return own->cmyk;
    if (is_grey(r, g, b))
        return (EzCmyk){{0, 0, 0, black_for(colours, g)}};
    EzCmyk cmyk;
    cmsDoTransform(colours->solids, (double[]){r, g, b}, cmyk.ink, 1);
    for (int i = 0; i < 4; i++)
        cmyk.ink[i] = CLAMP(cmyk.ink[i] / 100, 0, 1);
    return limited(cmyk, colours->limit);
}

int ez_colours_spot_count(const EzColours *colours)
{
    return (int)colours->spots->len;
}

const EzSpot *ez_colours_spot(const EzColours *colours, int number)
{
    return colours->spots->pdata[number];
}

int ez_colours_find_spot(const EzColours *colours, double r, double g, double b, double *tint)
{
    gint64 key = key_of(r, g, b);
    const Named *own = g_hash_table_lookup(colours->named, &key);
    *tint = own != NULL ? own->tint : 0;
    return own != NULL ? own->spot : -1;
}

// ---- pixels ----------------------------------------------------------------------

static void limit_pixel(unsigned char *inks, int limit)
{
    int colour = inks[0] + inks[1] + inks[2], room = MAX(0, limit - inks[3]);
    for (int i = 0; colour > room && i < 3; i++)
        inks[i] = (unsigned char)(inks[i] * room / colour);
}

static void blacken_pixel(unsigned char *inks, double black)
{
    inks[0] = inks[1] = inks[2] = 0;
    inks[3] = (unsigned char)lround(black * 255);
}

void ez_colours_pixels(const EzColours *colours, const unsigned char *rgb, unsigned char *cmyk,
                       size_t count, bool photograph)
{
    enum { AT_ONCE = 1 << 20 };
    for (size_t done = 0; done < count; done += AT_ONCE)
        cmsDoTransform(colours->pixels, rgb + done * 3, cmyk + done * 4,
                       (cmsUInt32Number)MIN(AT_ONCE, count - done));
    int limit = (int)(colours->limit * 255);
    for (size_t i = 0; i < count; i++) {
        const unsigned char *from = rgb + i * 3;
        if (!photograph && from[0] == from[1] && from[1] == from[2])
            blacken_pixel(cmyk + i * 4, colours->blacks[from[0]]);
        else
            limit_pixel(cmyk + i * 4, limit);
    }
}

// ---- as a PDF has it ---------------------------------------------------------------

void ez_ink_print(GString *out, double ink)
{
    long parts = lround(CLAMP(ink, 0, 1) * 10000);
    if (parts == 0 || parts == 10000) {
        g_string_append_c(out, parts == 0 ? '0' : '1');
        return;
    }
    g_string_append_printf(out, "0.%04ld", parts);
    while (out->str[out->len - 1] == '0')
        g_string_truncate(out, out->len - 1);
}

void ez_cmyk_print(GString *out, EzCmyk cmyk)
{
    for (int i = 0; i < 4; i++) {
        if (i > 0)
            g_string_append_c(out, ' ');
        ez_ink_print(out, cmyk.ink[i]);
    }
}

bool ez_cmyk_is_black(EzCmyk cmyk)
{
    const double least = 0.00005; // what is printed as 0 or 1
    return cmyk.ink[0] < least && cmyk.ink[1] < least && cmyk.ink[2] < least &&
           cmyk.ink[3] > 1 - least;
}
