// SPDX-License-Identifier: EUPL-1.2
// Whether a value may be somebody's input in a step; what is wrong with it in the error.
#pragma once

#include "engine/run/step.h"

bool ez_check_ask(const EzStep *step, JsonNode *value, GError **error);
bool ez_check_action(const EzStep *step, JsonNode *value, GError **error);
bool ez_check_choice(const EzStep *step, JsonNode *value, GError **error);
bool ez_check_scale(const EzStep *step, JsonNode *value, GError **error);
bool ez_check_rank(const EzStep *step, JsonNode *value, GError **error);
bool ez_check_vote(const EzStep *step, JsonNode *value, GError **error);
bool ez_check_timer(const EzStep *step, JsonNode *value, GError **error);
bool ez_check_piles(const EzStep *step, JsonNode *value, GError **error);
bool ez_check_places(const EzStep *step, JsonNode *value, GError **error);
bool ez_check_swarm(const EzStep *step, JsonNode *value, GError **error);
bool ez_check_links(const EzStep *step, JsonNode *value, GError **error);
// Whether agreements may close: each has all that the step asks for, or somebody said that there is nothing.
bool ez_check_agreement(const EzStep *step, GError **error);
// Whether the step asks for this part of an agreement, "what", "who" or "by", and it is not there.
bool ez_agreement_lacks(const EzStep *step, JsonNode *agreement, const char *part);
