// SPDX-License-Identifier: EUPL-1.2
// What show*.c share.
#pragma once

#include "engine/term/show.h"

// By which /card finds it; "" of what is no card.
const char *ez_show_card_id(JsonNode *item);
bool ez_show_is(const EzStep *step, const char *word);
const char *ez_show_phrase(const EzShow *show, EzPhrase phrase);
// What chance gave: cards, groups.
void ez_show_chance(const EzShow *show, const EzStep *step);
