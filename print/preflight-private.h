// SPDX-License-Identifier: EUPL-1.2
// What the files of preflight share: the file that is judged, and one function a rule's subject.
#pragma once

#include "print/graphics.h"
#include "print/preflight.h"

typedef enum EzRule {
#define EZ_RULE(name, id, kind, weight, clause, english, dutch) EZ_RULE_##name,
#include "print/preflight_rules.inc"
#undef EZ_RULE
    EZ_RULES
} EzRule;

// Of one page, in points.
typedef struct EzPage {
    qpdf_oh object;
    int id; // its object number
    double media[4], bleed[4], trim[4];
    bool has_trim;
    double painted[4]; // what all that is painted covers together
    bool anything;
} EzPage;

typedef struct EzTags EzTags;

typedef struct EzPreflight {
    EzDoc *doc;
    EzPreflightReport *report;
    GHashTable *known;    // rule, page and detail -> finding
    GHashTable *fonts;    // object number -> EzFace, of those that were looked at
    qpdf_oh font;         // that was looked at last; 0 = none
    struct EzFace *face;  // of that font; NULL = none is kept
    GHashTable *pictures; // object number -> most ink in it, in percent
    EzPage page;
    int number;      // of the page, from 1; 0 = the whole file
    double first[2]; // size of the first page
    char *xmp;       // "" when there is none
    char *x_version; // "PDF/X-4"; NULL when it says nothing
    bool claims_ua;
    EzTags *tags;
} EzPreflight;

// A rule is broken; `box` (in points, on the page) may be NULL, `format` too.
void ez_preflight_find(EzPreflight *p, EzRule rule, const double *box, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

// The file says that it is PDF/X-1a, or that or X-3.
bool ez_preflight_is_x1(const EzPreflight *p);
bool ez_preflight_is_opaque(const EzPreflight *p);

// ---- fonts ---------------------------------------------------------------------
typedef struct EzFace EzFace;
// What lies in a font that is embedded, which findings call `name`; the caller owns it.
EzFace *ez_face_read(EzPreflight *p, qpdf_oh font, const char *name);
void ez_face_free(EzFace *face);
// Judges the letters that are shown.
void ez_face_check(EzPreflight *p, const EzFace *face, const EzPainted *painted);

// ---- the subjects --------------------------------------------------------------
// What the file says that it is, and then the whole file.
void ez_preflight_claims(EzPreflight *p);
void ez_preflight_file(EzPreflight *p);
// The boxes of p->page, and when all of it was painted.
void ez_preflight_page(EzPreflight *p);
void ez_preflight_page_painted(EzPreflight *p, const EzPainted *painted);
void ez_preflight_page_end(EzPreflight *p);
void ez_preflight_font(EzPreflight *p, const EzPainted *painted);
void ez_preflight_colour(EzPreflight *p, const EzPainted *painted);
void ez_preflight_picture(EzPreflight *p, const EzPainted *painted);
void ez_preflight_line(EzPreflight *p, const EzPainted *painted);

// How what lies on p->page looks: fields, links, comments.
void ez_preflight_appearances(EzPreflight *p);

// The tags: first the tree, then page by page what is painted and what lies on it.
void ez_preflight_tags(EzPreflight *p);
void ez_preflight_tags_page(EzPreflight *p);
void ez_preflight_tags_painted(EzPreflight *p, const EzPainted *painted);
void ez_preflight_tags_marked(EzPreflight *p, const EzMarked *marked);
void ez_preflight_tags_end(EzPreflight *p);
void ez_preflight_tags_free(EzTags *tags);

// A text as UTF-8, NULL when it is none or empty. Good until the next call.
const char *ez_preflight_text(EzPreflight *p, qpdf_oh object);
