// SPDX-License-Identifier: EUPL-1.2
// What is written down about the steps of an exercise, derived from their tables: types for any editor with lua-language-server, and the
// reference of the manual. The files are these texts; a test keeps them so.
#pragma once

// A table that a call gives, and its fields.
typedef struct EzStepField {
    const char *name; // with ? when it may be absent
    const char *type; // in LuaCATS
    const char *doc;
} EzStepField;

typedef struct EzStepClass {
    const char *name; // "Choice"
    const char *doc;
    const EzStepField *fields; // ends with one without a name
} EzStepClass;

// What `s` has beside steps.
typedef struct EzStepCall {
    const char *name, *type, *doc;
} EzStepCall;

extern const EzStepClass ez_step_classes[]; // each ends with one without a name
extern const EzStepCall ez_step_calls[];

// LuaCATS definitions: scripts/types/exercise.lua. Owned by the caller.
char *ez_step_stubs_types(void);
// Every step with its options and what it gives: scripts/REFERENCE.md. Owned by the caller.
char *ez_step_stubs_reference(void);
