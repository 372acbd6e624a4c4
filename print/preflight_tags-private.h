// SPDX-License-Identifier: EUPL-1.2
// What the files of the tags share. Object numbers stand for tags and pages; 0 is one that has none.
#pragma once

#include "print/preflight-private.h"

// A standard role: what it may stand in, what may stand in it (names between blanks; NULL = anything), and the rule that says so.
typedef struct EzTagRole {
    const char *name;
    const char *within, *holds;
    int rule; // EzRule
} EzTagRole;

typedef struct EzTag {
    qpdf_oh object;
    int id, page;          // page: the object number of the one that it is on
    const EzTagRole *role; // NULL = not standard
    const struct EzTag *above;
    int depth;
} EzTag;

struct EzTags {
    GHashTable *owned;        // page or form -> (MCID -> tag)
    GHashTable *parents;      // key of the ParentTree -> GArray of tags
    GHashTable *seen;         // tags that were walked
    GHashTable *numbers;      // nodes of the ParentTree that were read
    GHashTable *objects;      // annotation -> tag
    GHashTable *object_roles; // annotation -> role of its tag
    GHashTable *met;          // MCIDs that the current page had
    GHashTable *notes;        // IDs of notes
    GHashTable *pages;        // object number -> number of the page
    int key;                  // that the current page has in the ParentTree; -1 = none
    int heading;              // level of the last
    bool plain_headings, levelled_headings;
};

// What one tag must have, by itself and where it stands.
void ez_tag_check(EzPreflight *p, const EzTag *tag);
// The rows of a table, all as long.
void ez_tag_check_rows(EzPreflight *p, const EzTag *tag);
void ez_tag_check_language(EzPreflight *p, qpdf_oh language);
// The tag to which a key of the ParentTree leads; 0 = none.
int ez_tag_parent(EzPreflight *p, int key, int item);
