// SPDX-License-Identifier: EUPL-1.2
// The structure tree in a PDF: its elements, its parent tree, links and the outline (ISO 32000-1, 14.7 and 12.3.3).
#pragma once

#include "print/doc.h"
#include "print/structure.h"

// Objects of the document, by their numbers: handles do not live as long.
typedef struct EzTree EzTree;

// Makes all elements; the pages of the document are those of the structure. What stood there of a tree is replaced.
EzTree *ez_tree_new(EzDoc *doc, const EzStructure *structure);
void ez_tree_free(EzTree *tree);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EzTree, ez_tree_free)

// The page's marks and links. After this the handles of the page may go.
void ez_tree_page(EzTree *tree, int page);
// The box of an annotation: in points from the bottom left of the page.
qpdf_oh ez_tree_box(EzTree *tree, int page, EzRect rect);
// An annotation that is heard within an element: a Form element is added to it, before the element `before`. `annotation` must be
// indirect.
void ez_tree_field(EzTree *tree, int element, int before, int page, qpdf_oh annotation);
// The parent tree and the outline, as deep as `outline` levels of headings.
void ez_tree_close(EzTree *tree, int outline);
