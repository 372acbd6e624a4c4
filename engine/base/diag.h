// SPDX-License-Identifier: EUPL-1.2
// Diagnostics: what is wrong in the author's files, each with a code, a place and a hint.
// A GError says that an operation failed; a diagnostic says that a file is wrong. Diagnostics are
// collected and never stop the scan, so that an author sees all mistakes at once.
#pragma once

#include "engine/base/source.h"

#include <stdbool.h>

typedef enum EzSeverity { EZ_ERROR, EZ_WARNING } EzSeverity;

// The codes, as EZ_<NAME>; catalogue.inc holds one record for each.
typedef enum EzDiagCode {
#define EZ_DIAG(name, code, severity, message, explanation) EZ_##name,
#include "engine/base/catalogue.inc"
#undef EZ_DIAG
    EZ_DIAG_COUNT
} EzDiagCode;

// One record of the catalogue. `message` has named slots: "a {thing} has no field \"{field}\"".
typedef struct EzDiagKind {
    const char *name; // "UNKNOWN_FIELD"
    const char *code; // "E2104"
    EzSeverity severity;
    const char *message;
    const char *explanation; // some plain sentences for `ezkit explain`
} EzDiagKind;

const EzDiagKind *ez_diag_kind(EzDiagCode code);
// The record of a code as printed, case ignored; NULL when there is none.
const EzDiagKind *ez_diag_kind_by_code(const char *code);

// One mistake; all texts are its own.
typedef struct EzDiag {
    EzDiagCode code;
    EzSeverity severity;            // as counted: warnings become errors in a strict check
    char *file;                     // NULL where the mistake belongs to no file
    int line, column;               // 0 where it has no file; 1 where they are unknown
    char *message, *hint, *excerpt; // hint and excerpt may be NULL
    char *about; // what was being made then: "card \"N02\", front"; may be NULL
} EzDiag;

typedef struct EzDiags EzDiags;

EzDiags *ez_diags_new(void);
void ez_diags_free(EzDiags *diags);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzDiags, ez_diags_free)

// From here on a warning counts as an error.
void ez_diags_set_strict(EzDiags *diags, bool strict);

// From here on each mistake carries this, until it is NULL again. It does not make a mistake another one: of a face that goes
// wrong on every card only the first is kept.
void ez_diags_set_about(EzDiags *diags, const char *about);

// Adds a mistake. `hint` may be NULL. Control characters and broken bytes in message, hint and file name become symbols. Then pairs of slot name and text, closed by NULL:
//     ez_diag_report(diags, EZ_UNKNOWN_FIELD, place, NULL, "thing", "card", "field", name, NULL);
// The same mistake at the same place is kept once. A slot that the template lacks, or a template's slot
// that is not given, is a programmer's error.
void ez_diag_report(EzDiags *diags, EzDiagCode code, EzPlace place, const char *hint, ...)
    G_GNUC_NULL_TERMINATED;

// The message of a code with its slots filled, as ez_diag_report makes it; owned by the caller.
char *ez_diag_message(EzDiagCode code, ...) G_GNUC_NULL_TERMINATED;
// Adds a mistake whose message is made already.
void ez_diag_report_message(EzDiags *diags, EzDiagCode code, EzPlace place, const char *hint,
                            const char *message);

// "did you mean "x"?" for the nearest candidate, or NULL; owned by the caller. Candidates end with NULL.
char *ez_diag_did_you_mean(const char *word, const char *const *candidates);

int ez_diags_count(const EzDiags *diags);
int ez_diags_errors(const EzDiags *diags);
// True when no more are kept, only counted: a hint would be made for nothing.
bool ez_diags_full(const EzDiags *diags);
// How often a mistake was reported, repeated ones too.
int ez_diags_reports(const EzDiags *diags);
// The i-th in the order of file, line and column once sorted, of finding before that.
const EzDiag *ez_diags_get(const EzDiags *diags, int i);
// Files in the order in which they were first named; within a file by line, column and message.
void ez_diags_sort(EzDiags *diags);
// Moves all mistakes of `from` behind those of `to`.
void ez_diags_move(EzDiags *to, EzDiags *from);
// Moves those that `to` has nothing like yet: no mistake of that code at that place. The others are gone.
void ez_diags_move_new(EzDiags *to, EzDiags *from);

// The message and what was being made; owned by the caller.
char *ez_diag_full_message(const EzDiag *diag);
// "file:line:col: error[E2104]: message", excerpt, "= hint: …", each line closed. `folder` is put before the file's name so that an editor
// finds it: "" or "walk/". Owned by the caller.
char *ez_diag_format(const EzDiag *diag, const char *folder, bool colour);
// One JSON object without an end of line; owned by the caller.
char *ez_diag_format_json(const EzDiag *diag, const char *folder);
