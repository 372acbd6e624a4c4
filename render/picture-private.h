// SPDX-License-Identifier: EUPL-1.2
// What the files about pictures share.
#pragma once

#include "render/picture.h"

#include <cairo.h>
#include <stdbool.h>

typedef struct Picture {
    EzPicture as; // what others see; first
    GBytes *bytes;
    char *key;
    cairo_surface_t *drawing; // of an SVG: its recording, DRAWING_SIZE units on its longer side
    EzPictureFault fault;     // detail is NULL where there is none
} Picture;

// Cairo keeps 1/256 of a unit: the longer side of a recorded SVG has so many.
#define DRAWING_SIZE 1024.0

// Refuses the picture. `detail` is copied; the first reason stays. Always false.
bool ez_picture_refuse(Picture *picture, EzDiagCode code, const char *hint, const char *detail,
                       ...) G_GNUC_PRINTF(4, 5);

// Each looks into the bytes, and fills in the size and what painting needs. False after a refusal.
bool ez_picture_open_svg(Picture *picture);
// Refuses an SVG with text, with what cannot be printed as lines and areas, or that asks for something outside itself.
bool ez_picture_check_svg(Picture *picture);
