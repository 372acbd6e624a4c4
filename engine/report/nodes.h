// SPDX-License-Identifier: EUPL-1.2
// Making nodes in C, as the tables of an author would. All they hold lives in one arena.
#pragma once

#include "engine/base/arena.h"
#include "engine/model/node.h"

EzNode *ez_nodes_new(EzArena *arena, EzNodeKind kind);
// A text, heading or quote, in which no sign means anything.
EzNode *ez_nodes_text(EzArena *arena, EzNodeKind kind, const char *style, const char *words);
// The same of what somebody typed: a sign that no font has is a box, and long words are broken.
EzNode *ez_nodes_said(EzArena *arena, EzNodeKind kind, const char *style, const char *words);
// Adds words to it; bold ones stand in a piece of their own.
void ez_nodes_add_words(EzArena *arena, EzNode *node, const char *words, bool bold);
// Adds an inline node to its words.
void ez_nodes_add_node(EzArena *arena, EzNode *node, const EzNode *inner);
// Gives the node these children; the list is copied.
void ez_nodes_hold(EzArena *arena, EzNode *node, const EzNode *const *children, int count);
// A node of this kind with the children of a list of EzNode.
EzNode *ez_nodes_box(EzArena *arena, EzNodeKind kind, const GPtrArray *children);
// A text that is the same in every language.
const EzText *ez_nodes_same(EzArena *arena, const char *words);
EzLength ez_nodes_mm(double mm);
