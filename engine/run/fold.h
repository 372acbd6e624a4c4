// SPDX-License-Identifier: EUPL-1.2
// From what people put in to what the script gets back. In a result {"@": "/idee#1/3"} stands for an answer, {"#": 2} for the
// second item that the script gave and {"#": 2, "of": "to"} for the second of its option `to`: the script finds its own value again.
#pragma once

#include "engine/run/step.h"

JsonNode *ez_fold_nothing(const EzStep *step); // null
JsonNode *ez_fold_answers(const EzStep *step); // a list of answers
JsonNode *ez_fold_choice(const EzStep *step);  // { winner, tie, counts }
JsonNode *ez_fold_scale(
    const EzStep *
        step); // { n, mean, median, spread, consensus, hist, unknown, by_role }, or a list of them
JsonNode *ez_fold_rank(const EzStep *step);    // { order, scores }
JsonNode *ez_fold_vote(const EzStep *step);    // { top, cast, possible, tie }
JsonNode *ez_fold_piles(const EzStep *step);   // a list of { name, items }
JsonNode *ez_fold_places(const EzStep *step);  // a list of { item, zone, x, y }
JsonNode *ez_fold_links(const EzStep *step);   // a list of { from, to, verb, weight, flags }
JsonNode *ez_fold_gate(const EzStep *step);    // the id of an option; null
JsonNode *ez_fold_actions(const EzStep *step); // a list of { what, who, by }
JsonNode *ez_fold_timer(const EzStep *step);   // "time" or "facilitator"
// Dots, or credits, that each has in a vote.
double ez_step_purse(const EzStep *step);
// One round: { support, strength, stops, net } by item, { leader, lead, n, quorum, decided, reasons }.
JsonNode *ez_fold_swarm(const EzStep *step);
// How much net support decides.
int ez_swarm_quorum(const EzStep *step);
// The same of so many people.
int ez_swarm_quorum_of(int people, bool fast);
// How far the first must be ahead of the next.
#define EZ_SWARM_LEAD 2
