// SPDX-License-Identifier: EUPL-1.2
// Pictures: the files of a kit as something that can be measured, and painted by paint. What a file is, is told from its bytes.
//
// A file is looked into once and refused whole: what came back from here can be painted. An SVG is drawn once, into a recording
// that every place of it shares; it reads no other file, and finds no fonts.
#pragma once

#include "engine/base/diag.h"
#include "engine/model/picture.h"

typedef enum EzPictureKind { EZ_PICTURE_PNG, EZ_PICTURE_JPEG, EZ_PICTURE_SVG } EzPictureKind;

typedef struct EzPicture {
    EzPictureKind kind;
    const char *name;     // the path of its file
    const char *sum;      // of its bytes and colour
    const char *colour;   // "#RRGGBB" of an icon; else NULL
    double width, height; // upright; in pixels, or in the units of the SVG. Above 0
} EzPicture;

// Why a file cannot be placed: a message of the catalogue with the slots {file} and {detail}.
typedef struct EzPictureFault {
    EzDiagCode code;
    char *detail;
    const char *hint; // may be NULL
} EzPictureFault;

// The pictures of one thread. They live until it is freed, so it must outlive every scene that they are in.
typedef struct EzPictures EzPictures;

EzPictures *ez_pictures_new(void);
void ez_pictures_free(EzPictures *pictures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzPictures, ez_pictures_free)

// The version of the library that draws SVGs: another one may draw the same picture otherwise.
// Owned by the caller.
char *ez_picture_library(void);

// The picture in a file: files with the same bytes are the same picture. With a `colour` ("#RRGGBB") it is an icon: an SVG in which that is
// currentColor. NULL when it cannot be placed, for the reason in `fault`, which belongs to the store.
const EzPicture *ez_pictures_get(EzPictures *pictures, const EzPictureFile *file,
                                 const char *colour, const EzPictureFault **fault);
