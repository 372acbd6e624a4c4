// SPDX-License-Identifier: EUPL-1.2
// Preflight: judges a PDF, whoever made it, as a print shop or a screen reader would, by rules of our own. It proves no
// conformance: a file without findings broke none of these rules. What only a person can judge is a list beside it.
#pragma once

#include <glib.h>
#include <stdbool.h>

// What the file is meant for. EZ_PREFLIGHT_OWN: what it says of itself; when it says nothing all rules are tried, and
// those of one use only are told as notes.
typedef enum EzPreflightKind {
    EZ_PREFLIGHT_OWN = 0,
    EZ_PREFLIGHT_SCREEN = 1,
    EZ_PREFLIGHT_PRESS = 2,
    EZ_PREFLIGHT_BOTH = 3,
} EzPreflightKind;

typedef enum EzPreflightWeight {
    EZ_PREFLIGHT_NOTE,
    EZ_PREFLIGHT_WARNING,
    EZ_PREFLIGHT_ERROR,
} EzPreflightWeight;

typedef enum EzPreflightLanguage { EZ_PREFLIGHT_EN, EZ_PREFLIGHT_NL } EzPreflightLanguage;

typedef struct EzPreflightRule {
    const char *id; // "font-embedded"
    EzPreflightKind kind;
    EzPreflightWeight weight;
    const char *clause;  // where the rule comes from: "UA-1 7.21.4.1"
    const char *text[2]; // what is wrong, by EzPreflightLanguage
} EzPreflightRule;

typedef struct EzPreflightFinding {
    const EzPreflightRule *rule;
    EzPreflightWeight weight;
    int page;    // from 1; 0 = the file as a whole
    char *label; // what the page is called; NULL = its number
    bool
        placed; // x and y say where: mm from the left and from the top of the trimmed page, not turned
    double x, y;
    char *detail; // a name or a quantity in any language ("142 ppi"); NULL = none
    int count;    // how often on this page; the place is that of the first
} EzPreflightFinding;

typedef struct EzPreflightReport {
    EzPreflightKind kind; // that was judged; EZ_PREFLIGHT_BOTH too when the file said nothing
    bool declared;        // asked for, or said by the file
    int pages;
    int errors, warnings, notes;
    bool cut; // there was more than is listed
    GPtrArray
        *findings; // EzPreflightFinding, in the order of pages, those of the whole file first
} EzPreflightReport;

// Why a file could not be judged at all.
#define EZ_PREFLIGHT_FAULT (ez_preflight_fault_quark())
GQuark ez_preflight_fault_quark(void);
typedef enum EzPreflightFault {
    EZ_PREFLIGHT_NO_PDF,
    EZ_PREFLIGHT_DAMAGED,
    EZ_PREFLIGHT_LOCKED, // it asks for a password
    EZ_PREFLIGHT_NO_PAGES,
} EzPreflightFault;

// Judges a file; NULL with EZ_PREFLIGHT_FAULT when it cannot be read. No input makes it fail otherwise.
EzPreflightReport *ez_preflight(GBytes *pdf, EzPreflightKind kind, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
void ez_preflight_report_free(EzPreflightReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzPreflightReport, ez_preflight_report_free)

// All rules, in the order of the table in the README.
const EzPreflightRule *ez_preflight_rules(int *count);
// What no machine can judge about this kind of file, for a person to look at; ends with NULL.
const char *const *ez_preflight_human(EzPreflightKind kind, EzPreflightLanguage language);
// Where on its page a finding is, "12.0 mm from the left, 3.0 from the top"; NULL when nobody knows. Owned by the caller.
char *ez_preflight_place(const EzPreflightFinding *finding, EzPreflightLanguage language);
// A finding in one sentence; owned by the caller.
char *ez_preflight_sentence(const EzPreflightFinding *finding, EzPreflightLanguage language);
