// SPDX-License-Identifier: EUPL-1.2
// What steps give, and what `s` has beside them.
#include "engine/run/step_stubs.h"

#include <stddef.h>

#define END                                                                                    \
    {                                                                                          \
        NULL, NULL, NULL                                                                       \
    }

static const EzStepField answer_fields[] = {
    {"id", "string", "By which it is known everywhere: \"/idea#1/3\"."},
    {"light?", "\"green\"|\"orange\"|\"red\"", "What the check of its step found."},
    {"flags?", "string[]", "The same as words, such as \"jargon\"."},
    END};
static const EzStepField choice_fields[] = {
    {"winner?", "string", "The id of what most chose; nil in a tie, and when nobody chose."},
    {"item?", "Item", "The same as it was given."},
    {"tie", "boolean", "Whether several were chosen most."},
    {"counts", "table<string, integer>", "How many chose each, by id."},
    END};
static const EzStepField scores_fields[] = {
    {"n", "integer", "How many gave a number."},
    {"scores", "number[]", "The numbers, from low to high."},
    {"hist", "integer[]", "How often each number was given; the lowest is the first."},
    {"mean?", "number", "Nil when nobody gave a number, as the next three."},
    {"median?", "number", "The one in the middle."},
    {"spread?", "number", "From the first to the third quartile."},
    {"consensus?", "number", "From 0, half at each end, to 1, all the same."},
    {"unknown?", "integer", "With unknown = true: how many do not know."},
    {"by_role?", "table<string, Scores>", "With by_role = true: the same for each role."},
    {"item?", "Item", "With items: of which this is."},
    {"[integer]", "Scores", "With items the result is a list."},
    END};
static const EzStepField ranking_fields[] = {
    {"order", "Item[]", "The highest score first; empty when nobody ranked."},
    {"scores", "table<string, number>", "By id."},
    {"tie", "boolean", "Whether the first two have the same score."},
    {"ballots", "string[][]",
     "The ids in the order of each person, for ez.vote and ez.agreement."},
    END};
static const EzStepField vote_fields[] = {
    {"item", "Item", "As it was given."}, {"dots", "integer", "How many it got."}, END};
static const EzStepField votes_fields[] = {
    {"top", "Vote[]", "Those that got any, the most first."},
    {"tie", "boolean", "Whether the first two have the same."},
    {"cast", "integer", "All that were given."},
    {"possible", "integer", "All that could have been given."},
    {"voters", "integer", "How many people voted."},
    END};
static const EzStepField pile_fields[] = {{"name?", "Answer", "What people called it."},
                                          {"items", "Item[]", "What lies in it."},
                                          END};
static const EzStepField placed_fields[] = {
    {"item?", "Item", "What stands there; nil where people placed themselves."},
    {"zone?", "string", "The id of its rung, ring or other part of the canvas."},
    {"x?", "number", "How far from the left, where somebody said so; for show alone."},
    {"y?", "number", "How far from the top."},
    END};
static const EzStepField link_fields[] = {
    {"from", "Item", "Where it begins."},
    {"to", "Item", "Where it leads."},
    {"verb?", "string", "What it is called."},
    {"weight?", "integer", "What it weighs."},
    {"flags", "table<string, boolean>", "Its marks, by id."},
    END};
static const EzStepField agreement_fields[] = {{"what?", "Answer", "What is to be done."},
                                               {"who?", "Answer", "Who does it."},
                                               {"by?", "Answer", "When it is done."},
                                               END};
static const EzStepField round_fields[] = {
    {"support", "table<string, integer>", "How many support each, by id."},
    {"strength", "table<string, integer>", "How strongly, all together."},
    {"stops", "table<string, integer>", "Its stop signals until now."},
    {"net", "table<string, number>", "Its support, less half a stop signal each."},
    {"reasons", "Answer[]", "Why people gave stop signals, until now."},
    {"lead", "number", "How far the first is ahead of the next."},
    {"leader?", "string", "The id of the first."},
    {"decided", "boolean", "Whether it has the quorum, and leads by 2 or more."},
    {"quorum", "integer", "How much net support is needed."},
    {"n", "integer", "How many people there are."},
    END};
static const EzStepField swarm_fields[] = {
    {"winner?", "Item", "What was decided; nil when no round decided."},
    {"rounds", "SwarmRound[]", "What happened."},
    {"reason", "\"quorum\"|\"no_quorum\"|\"skipped\"", "Why it ended."},
    {"quorum?", "integer", "How much net support was needed."},
    {"n?", "integer", "How many people there were."},
    {"minority?", "Answer[]", "Why people gave stop signals."},
    END};
static const EzStepField group_fields[] = {
    {"id", "string", "\"g1\"."},
    {"n", "integer", "How many people are in it; the script does not see who."},
    {"name", "Text", "\"Group 1\"."},
    END};
static const EzStepField table_fields[] = {
    {"id", "string", "\"r1t2\": the second table of the first round."},
    {"n", "integer", "How many people sit there."},
    {"name", "Text", "\"Table 2\"."},
    {"table", "integer", "Its number."},
    {"topic", "Item", "What it is about."},
    {"broken", "string[]", "Which rules could not be kept."},
    END};
static const EzStepField seats_fields[] = {
    {"rounds", "SeatedTable[][]", "The tables of each round: groups for parallel."},
    {"left_out", "Item[]", "Topics that got no table."},
    {"holds", "boolean", "Whether all rules were kept."},
    {"first_or_second?", "number",
     "Which share of the people sits once at their first or second choice."},
    END};
static const EzStepField people_fields[] = {
    {"n", "integer", "How many are there."},
    {"by_role", "table<string, integer>", "How many of each role."},
    END};

const EzStepClass ez_step_classes[] = {
    {"Answer",
     "What somebody wrote. It can be counted, voted on, placed and shown; a script cannot look "
     "into it.",
     answer_fields},
    {"Choice", "What was chosen.", choice_fields},
    {"Scores", "Numbers that people gave.", scores_fields},
    {"Ranking", "An order.", ranking_fields},
    {"Vote", "What an item got.", vote_fields},
    {"Votes", "Items by what they got.", votes_fields},
    {"Pile", "What belongs together.", pile_fields},
    {"Placed", "A thing, or a person, in its place.", placed_fields},
    {"Link", "A link between two things.", link_fields},
    {"Agreement", "Who does what, and when.", agreement_fields},
    {"SwarmRound", "A round of a swarm.", round_fields},
    {"Swarm", "A decision in rounds.", swarm_fields},
    {"Group", "People who work together, for parallel and deal.", group_fields},
    {"SeatedTable", "A table of a round.", table_fields},
    {"Seats", "Who sits where, as far as a script sees it.", seats_fields},
    {"People", "Who is there.", people_fields},
    {NULL, NULL, NULL},
};

const EzStepCall ez_step_calls[] = {
    {"section", "fun(id: string, text: Text, options: SectionOptions?, run: fun(): ...): ...",
     "A part of the agenda and of the report, with its minutes; gives what the function "
     "gives."},
    {"parallel",
     "fun(id: string, groups: Group[], run: fun(group: Group, s: Steps): any): table<string, "
     "any>",
     "Lets groups work apart, each on the steps of its own `s`; gives what each function "
     "gives, by "
     "the id of its group."},
    {"include", "fun(id: string, exercise: string, params?: table): ...",
     "Runs another exercise, which `includes` of the head names, as a part of this one."},
    {"harvest", "fun(id: string, text: Text, value: any, options?: HarvestOptions)",
     "Puts something into the report: what it looks like follows from the value, or from "
     "`as`."},
    {"deck", "fun(name: string): Card[]", "The cards of a deck that the head names."},
    {"params", "table<string, any>", "What was said of the exercise before it began."},
    {"from", "table<string, any>",
     "What an earlier session harvested, by id; empty without one."},
    {"min", "integer", "A minute in seconds: time = 5 * s.min."},
    {NULL, NULL, NULL},
};
