// SPDX-License-Identifier: EUPL-1.2
// Reading Lua tables into the model by the records of engine/model. Tables are read raw; every mistake is told with the place of its
// field, and reading goes on with the next field. All these functions run inside an entrance; what they make lies in `arena`.
#pragma once

#include "engine/load/context.h"
#include "engine/model/record.h"

typedef struct EzReading {
    EzLoad *load;
    lua_State *L;
    EzArena *arena;
    const char *thing; // whose fields are read: "card \"N01\"", "a fill"
    EzOrigin origin;
    const char *word; // the field as messages name it, while one value is read
    EzPlace place;    // of that value
    EzOrigin child;   // the constructor that is that value, when it is one
    bool inherits;    // what is absent is there already: nothing is required
} EzReading;

// [-0, +0] Reads the named fields of the table at `index` into `into`, a struct as the record describes it.
void ez_read_record(EzReading *r, int index, const EzRecord *record, void *into);
// [-0, +0] Tells every named field that neither the record nor `more` (may be NULL-terminated names, or NULL) knows.
void ez_read_unknown(EzReading *r, int index, const EzRecord *record, const char *const *more);

// [-0, +0] The value at `index` as a text in each language; `r->word` and `r->place` say which. NULL after a mistake.
const EzText *ez_read_text(EzReading *r, int index);
// [-0, +0] The same where the languages stand among other fields of the table at `index`, whose constructor `r->child` is.
const EzText *ez_read_text_within(EzReading *r, int index);
// [-0, +0] One string for all languages; NULL after a mistake.
const char *ez_read_plain(EzReading *r, int index);
// [-0, +0] The length of a list without holes; -1 after a mistake.
int ez_read_list(EzReading *r, int index);

// True when the table holds an unknown field that is nearest to this one of `names`: its own message says enough. [-0, +0]
bool ez_read_is_misspelled(EzReading *r, int index, const char *const *names, const char *name);
// Tells the first value of a table that has no name, where all must have one. [-0, +0]
void ez_read_strays(EzReading *r, int index);
// True for a number that is one: else it is told.
bool ez_read_finite(EzReading *r, double value);
// True when these letters can be an id.
bool ez_read_is_id(const char *id);
// Tells that the value at `index` is not what was expected.
void ez_read_tell_type(EzReading *r, int index, const char *expected);
// "did you mean" over the names of a record and some more, taking look-alikes into account.
char *ez_read_hint(const EzRecord *record, const char *const *more, const char *name);
