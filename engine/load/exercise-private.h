// SPDX-License-Identifier: EUPL-1.2
// What the files about exercises share.
#pragma once

#include "engine/load/read.h"
#include "engine/model/exercise.h"

// [-0, +0] Reads the list of things to choose from at `index`: tables with an id, and words in the table itself or in its `title`. Their
// number; -1 after a mistake. `free`: they may have other fields.
int ez_exercise_read_choices(EzReading *r, int index, bool free, EzChoice **choices);
// [-0, +0] Reads the `params` of the head at `table`.
void ez_exercise_read_params(EzReading *r, int table, EzExercise *exercise);
// "an exercise: "decks" names "x" twice" for each item of a list of names that stands there already.
void ez_exercise_check_twice(EzLoad *load, const EzExercise *exercise, const char *field,
                             const EzNames *names);
// The i-th name of a list that is the value of a field.
EzPlace ez_exercise_item(const EzExercise *exercise, const char *field, int i);
