// SPDX-License-Identifier: EUPL-1.2
// What the files about pictures share.
#pragma once

#include "render/picture.h"

#include <cairo.h>
#include <gio/gio.h>
#include <stdbool.h>

// Cairo keeps 1/256 of a unit: the longer side of a recorded SVG has so many.
#define EZ_PICTURE_UNITS 1024.0

typedef struct Picture {
    EzPicture as; // what others see; first
    GBytes *bytes;
    char *key;
    EzPictures *store;
    EzPictureFault fault; // detail is NULL where there is none
    // Of an SVG: its recording, EZ_PICTURE_UNITS on its longer side.
    cairo_surface_t *drawing;
    // Of a PNG or JPEG, as the file has them; NULL until needed, and where the store holds much already.
    cairo_surface_t *pixels;
    // Of a JPEG: one pixel that carries the file, for a PDF; NULL where its readers would not take it.
    cairo_surface_t *carrier;
    int wide, tall;  // pixels as the file has them
    int orientation; // how they become upright: 1 to 8, as EXIF 2.3 numbers them
} Picture;

// Refuses the picture; the first reason stays. Always false.
bool ez_picture_refuse(Picture *picture, EzDiagCode code, const char *hint, const char *detail,
                       ...) G_GNUC_PRINTF(4, 5);
// Takes the size of a PNG or JPEG; false after a refusal, when it has too many pixels.
bool ez_picture_take_size(Picture *picture, unsigned wide, unsigned tall);
// An empty image of the picture's pixels; NULL without memory.
cairo_surface_t *ez_picture_canvas(const Picture *picture, cairo_format_t format);
// Gives the surface the picture's key, by which devices know it again. It cannot be written to after that.
void ez_picture_name_surface(const Picture *picture, cairo_surface_t *surface);

// Each looks into the bytes, and fills in the size and what painting needs. False after a refusal.
bool ez_picture_open_svg(Picture *picture);
bool ez_picture_open_png(Picture *picture);
bool ez_picture_open_jpeg(Picture *picture);
// Draws an SVG anew, from 0, 0 to its width and height; false when it did not work.
bool ez_picture_draw_svg(const Picture *picture, cairo_t *cr);
// Refuses an SVG with text, with what cannot be printed as lines and areas, or that asks for something outside itself.
bool ez_picture_check_svg(Picture *picture);
// The pixels anew; NULL when it did not work.
cairo_surface_t *ez_picture_decode_png(const Picture *picture);
cairo_surface_t *ez_picture_decode_jpeg(const Picture *picture);

// Lets a device take the file of a JPEG in the place of the surface's pixels.
void ez_picture_carry_jpeg(const Picture *picture, cairo_surface_t *surface);
// A reference to the pixels of a PNG or JPEG: kept ones, or decoded for this once. NULL when memory lacks.
cairo_surface_t *ez_picture_pixels(Picture *picture);
