// SPDX-License-Identifier: EUPL-1.2
// The parts of a kit, each a file of its own that returns one thing: what their readers share, and the readers. A reader is an
// EzLoadRead: it finds the returned value on the stack and puts what it reads into load->kit.
#pragma once

#include "engine/load/read.h"

// Prepares the reading of a returned table; false, and told, when it was not made by the word of this kind: return deck { … }. [-0, +0]
bool ez_part_begin(EzLoad *load, lua_State *L, int result, const EzLoadedFile *file, int kind,
                   EzReading *r);
// Reads the fields of a record, and tells those that it has not. [-0, +0]
void ez_part_fields(EzReading *r, int index, const EzRecord *record, void *into);

// Visits the named entries of the table that stands under `field`, sorted by name; their number. [-0, +0]
typedef void (*EzPartEntry)(EzReading *r, const char *name, int index, void *data);
int ez_part_each(EzReading *r, int table, const char *field, EzPartEntry read, void *data);

// Loads kit/faces/<name>.lua and the faces that it extends into load->faces, unless they are there. `named` is where it is named.
void ez_load_face(EzLoad *load, const char *name, EzPlace named);

// The files of scripts/ that the kit names as exercises, in load->kit->exercises.
void ez_load_exercises(EzLoad *load);

// `data`: for theme and exercise unused; for deck and worksheet the name of the file.
void ez_part_theme(EzLoad *load, lua_State *L, int result, const EzLoadedFile *file,
                   void *data);
void ez_part_deck(EzLoad *load, lua_State *L, int result, const EzLoadedFile *file, void *data);
void ez_part_worksheet(EzLoad *load, lua_State *L, int result, const EzLoadedFile *file,
                       void *data);
void ez_part_exercise(EzLoad *load, lua_State *L, int result, const EzLoadedFile *file,
                      void *data);
