// SPDX-License-Identifier: EUPL-1.2
// The table of step kinds.
#include "engine/run/check.h"
#include "engine/run/fold.h"
#include "engine/run/text_check.h"

// ---- options -------------------------------------------------------------------

static const char *const to_words[] = {"all", "projector", "phones", "facilitator", NULL};
static const char *const who_words[] = {"anonymous", "alias", "named", NULL};
static const char *const by_words[] = {"person", "group", "facilitator", NULL};
static const char *const reveal_words[] = {"live", "on_close", "never", NULL};
static const char *const advance_words[] = {"facilitator", "all", "time", NULL};
static const char *const cost_words[] = {"linear", "square", NULL};
static const char *const method_words[] = {"borda", NULL};
static const char *const part_words[] = {"what", "who", "by", NULL};
static const char *const mode_words[] = {"careful", "fast", NULL};
static const char *const split_words[] = {"random", "choice", "table", "mix", NULL};

// What every step that people answer takes.
#define COMMON                                                                                 \
    {"who", EZ_OPTION_WORD, false, false, 0, 0, who_words, "\"alias\""},                       \
        {"by", EZ_OPTION_WORD, false, false, 0, 0, by_words, "\"person\""},                    \
        {"reveal", EZ_OPTION_WORD, false, true, 0, 0, reveal_words, "\"on_close\""},           \
        {"close_when", EZ_OPTION_WORD, false, true, 0, 0, advance_words, "\"facilitator\""},   \
        {"time", EZ_OPTION_WHOLE, false, true, 1, 86400, NULL, NULL},                          \
        {"slots", EZ_OPTION_SHAPE, false, true, 0, 0, NULL, NULL},                             \
    {                                                                                          \
        "note", EZ_OPTION_SHAPE, false, true, 0, 0, NULL, NULL                                 \
    }
// What a step that shows what chance gave takes.
#define CHANCE                                                                                 \
    {"slots", EZ_OPTION_SHAPE, false, true, 0, 0, NULL, NULL},                                 \
    {                                                                                          \
        "note", EZ_OPTION_SHAPE, false, true, 0, 0, NULL, NULL                                 \
    }
#define END                                                                                    \
    {                                                                                          \
        NULL, EZ_OPTION_FLAG, false, false, 0, 0, NULL, NULL                                   \
    }

static const EzStepOption say_options[] = {
    {"to", EZ_OPTION_WORD, false, false, 0, 0, to_words, "\"all\""},
    {"wait", EZ_OPTION_FLAG, false, false, 0, 0, NULL, "true"},
    {"slots", EZ_OPTION_SHAPE, false, true, 0, 0, NULL, NULL},
    {"note", EZ_OPTION_SHAPE, false, true, 0, 0, NULL, NULL},
    END};
static const EzStepOption ask_options[] = {
    COMMON,
    {"per", EZ_OPTION_WHOLE, false, false, 1, 20, NULL, "1"},
    {"max", EZ_OPTION_WHOLE, false, false, 1, 4000, NULL, "280"},
    {"check", EZ_OPTION_WORD, false, false, 0, 0, ez_text_check_words, NULL},
    {"about", EZ_OPTION_ITEMS, false, false, 0, 0, NULL, NULL},
    END};
static const EzStepOption choose_options[] = {
    COMMON,
    {"options", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL},
    {"most", EZ_OPTION_WHOLE, false, false, 1, 100, NULL, "1"},
    END};
static const EzStepOption scale_options[] = {
    COMMON,
    {"from", EZ_OPTION_WHOLE, false, false, -100, 100, NULL, "1"},
    {"to", EZ_OPTION_WHOLE, false, false, -100, 100, NULL, "5"},
    {"labels", EZ_OPTION_LABELS, false, true, 0, 0, NULL, NULL},
    {"items", EZ_OPTION_ITEMS, false, false, 0, 0, NULL, NULL},
    {"by_role", EZ_OPTION_FLAG, false, false, 0, 0, NULL, NULL},
    {"unknown", EZ_OPTION_FLAG, false, false, 0, 0, NULL, NULL},
    END};
static const EzStepOption rank_options[] = {
    COMMON,
    {"items", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL},
    {"top", EZ_OPTION_WHOLE, false, false, 1, 1000, NULL, NULL},
    {"method", EZ_OPTION_WORD, false, false, 0, 0, method_words, "\"borda\""},
    END};
static const EzStepOption vote_options[] = {
    COMMON,
    {"items", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL},
    {"dots", EZ_OPTION_DOTS, false, false, 1, 100, NULL, "\"auto\""},
    {"per_item", EZ_OPTION_WHOLE, false, false, 1, 100, NULL, NULL},
    {"blind", EZ_OPTION_FLAG, false, false, 0, 0, NULL, "true"},
    {"cost", EZ_OPTION_WORD, false, false, 0, 0, cost_words, "\"linear\""},
    {"credits", EZ_OPTION_WHOLE, false, false, 1, 1000, NULL, "25"},
    END};
static const EzStepOption cluster_options[] = {
    COMMON,
    {"items", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL},
    {"most", EZ_OPTION_WHOLE, false, false, 1, 50, NULL, "7"},
    END};
static const EzStepOption place_options[] = {
    COMMON,
    {"items", EZ_OPTION_ITEMS, false, false, 0, 0, NULL, NULL},
    {"canvas", EZ_OPTION_SHAPE, true, false, 0, 0, NULL, NULL},
    END};
static const EzStepOption link_options[] = {
    COMMON,
    {"from", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL},
    {"to", EZ_OPTION_ITEMS, false, false, 0, 0, NULL, NULL},
    {"verbs", EZ_OPTION_ITEMS, false, false, 0, 0, NULL, NULL},
    {"weight", EZ_OPTION_RANGE, false, false, -10, 10, NULL, NULL},
    {"flags", EZ_OPTION_ITEMS, false, false, 0, 0, NULL, NULL},
    END};
static const EzStepOption timer_options[] = {
    {"slots", EZ_OPTION_SHAPE, false, true, 0, 0, NULL, NULL},
    {"note", EZ_OPTION_SHAPE, false, true, 0, 0, NULL, NULL},
    {"seconds", EZ_OPTION_WHOLE, true, true, 1, 86400, NULL, NULL},
    END};
static const EzStepOption gate_options[] = {
    {"slots", EZ_OPTION_SHAPE, false, true, 0, 0, NULL, NULL},
    {"note", EZ_OPTION_SHAPE, false, true, 0, 0, NULL, NULL},
    {"options", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL},
    END};
static const EzStepOption action_options[] = {
    COMMON,
    {"most", EZ_OPTION_WHOLE, false, false, 1, 50, NULL, "5"},
    {"fields", EZ_OPTION_NAMES, false, false, 0, 0, part_words, NULL},
    END};
static const EzStepOption swarm_options[] = {
    COMMON,
    {"items", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL},
    {"mode", EZ_OPTION_WORD, false, false, 0, 0, mode_words, "\"careful\""},
    {"rounds", EZ_OPTION_WHOLE, false, false, 1, 10, NULL, "4"},
    END};
static const EzStepOption draw_options[] = {
    CHANCE,
    {"deck", EZ_OPTION_NAME, false, false, 0, 0, NULL, NULL},
    {"from", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL},
    {"n", EZ_OPTION_WHOLE, false, false, 0, 1000, NULL, "1"},
    {"put_back", EZ_OPTION_FLAG, false, false, 0, 0, NULL, "false"},
    END};
static const EzStepOption deal_options[] = {
    CHANCE,
    {"deck", EZ_OPTION_NAME, false, false, 0, 0, NULL, NULL},
    {"from", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL},
    {"to", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL},
    {"n", EZ_OPTION_WHOLE, false, false, 0, 1000, NULL, "1"},
    END};
static const EzStepOption split_options[] = {
    CHANCE,
    {"size", EZ_OPTION_WHOLE, false, false, 1, 1000, NULL, NULL},
    {"count", EZ_OPTION_WHOLE, false, false, 1, 1000, NULL, NULL},
    {"by", EZ_OPTION_WORD, false, false, 0, 0, split_words, "\"random\""},
    END};
static const EzStepOption seat_options[] = {
    CHANCE,
    {"topics", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL},
    {"rounds", EZ_OPTION_WHOLE, false, false, 1, 12, NULL, "1"},
    {"capacity", EZ_OPTION_RANGE, false, false, 1, 100, NULL, "[4,8]"},
    {"tables", EZ_OPTION_WHOLE, false, false, 1, 20, NULL, "3"},
    {"sectors", EZ_OPTION_WHOLE, false, false, 1, 20, NULL, "2"},
    {"government", EZ_OPTION_NAME, false, false, 0, 0, NULL, "\"government\""},
    END};
static const EzStepOption pick_options[] = {
    {"from", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL},
    {"n", EZ_OPTION_WHOLE, true, false, 0, 100000, NULL, NULL},
    END};
static const EzStepOption shuffle_options[] = {
    {"from", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL}, END};
static const EzStepOption no_options[] = {END};

// ---- the table -----------------------------------------------------------------

static const char *const plain_typed[] = {"", NULL};
static const char *const action_typed[] = {"by", "what", "who", NULL};
static const char *const pile_typed[] = {"name", NULL};
static const char *const swarm_typed[] = {"argument", "why", NULL};

const EzStepKind ez_step_kinds[] = {
    {"say", "Shows a text, and waits for \"next\".", EZ_BY_NOBODY, say_options, NULL, NULL,
     ez_fold_nothing, NULL},
    {"ask", "Asks for texts in people's own words.", EZ_BY_PEOPLE, ask_options, plain_typed,
     ez_check_ask, ez_fold_answers, NULL},
    {"choose", "Lets everyone choose.", EZ_BY_PEOPLE, choose_options, NULL, ez_check_choice,
     ez_fold_choice, NULL},
    {"scale", "Lets everyone give a number.", EZ_BY_PEOPLE, scale_options, NULL, ez_check_scale,
     ez_fold_scale, NULL},
    {"rank", "Lets everyone put things in order.", EZ_BY_PEOPLE, rank_options, NULL,
     ez_check_rank, ez_fold_rank, NULL},
    {"vote", "Lets everyone spread dots or credits.", EZ_BY_PEOPLE, vote_options, NULL,
     ez_check_vote, ez_fold_vote, NULL},
    {"cluster", "Puts together what belongs together.", EZ_BY_PEOPLE, cluster_options,
     pile_typed, ez_check_piles, ez_fold_piles, NULL},
    {"place", "Puts things, or oneself, in a place on a canvas.", EZ_BY_PEOPLE, place_options,
     NULL, ez_check_places, ez_fold_places, NULL},
    {"link", "Links things to each other.", EZ_BY_PEOPLE, link_options, NULL, ez_check_links,
     ez_fold_links, NULL},
    {"timer", "Gives time; nobody is cut off.", EZ_BY_NOBODY, timer_options, NULL,
     ez_check_timer, ez_fold_timer, NULL},
    {"gate", "Asks the facilitator which way to go.", EZ_BY_FACILITATOR, gate_options, NULL,
     ez_check_choice, ez_fold_gate, NULL},
    {"action", "Asks who does what, and when.", EZ_BY_PEOPLE, action_options, action_typed,
     ez_check_action, ez_fold_actions, ez_check_agreement},
    {"swarm", "Decides in rounds: support wears off, and stop signals count.", EZ_BY_PEOPLE,
     swarm_options, swarm_typed, ez_check_swarm, ez_fold_swarm, NULL},
    {"draw", "Draws cards and shows them.", EZ_BY_CHANCE, draw_options, NULL, NULL, NULL, NULL},
    {"deal", "Deals cards to groups.", EZ_BY_CHANCE, deal_options, NULL, NULL, NULL, NULL},
    {"split", "Makes groups.", EZ_BY_CHANCE, split_options, NULL, NULL, NULL, NULL},
    {"seat", "Seats people at tables, by what they voted for and with a mix.", EZ_BY_CHANCE,
     seat_options, NULL, NULL, NULL, NULL},
    {"pick", "Picks some of a list by chance.", EZ_BY_CHANCE, pick_options, NULL, NULL, NULL,
     NULL},
    {"shuffle", "Puts a list in an order by chance.", EZ_BY_CHANCE, shuffle_options, NULL, NULL,
     NULL, NULL},
    {"people", "Counts who is there.", EZ_BY_CHANCE, no_options, NULL, NULL, NULL, NULL},
    {"seed", "Gives a number by chance.", EZ_BY_CHANCE, no_options, NULL, NULL, NULL, NULL},
    {NULL, NULL, EZ_BY_NOBODY, NULL, NULL, NULL, NULL, NULL},
};
