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
static const char *const as_words[] = {"challenge", "decision", "actions", "chart",  "ranking",
                                       "table",     "links",    "seats",   "places", "piles",
                                       "quotes",    "cards",    NULL};
static const char *const split_words[] = {"random", "choice", "table", "mix", NULL};

#define SLOTS                                                                                  \
    {                                                                                          \
        "slots", EZ_OPTION_SLOTS, false, true, 0, 0, NULL, NULL,                               \
            "What {name} stands for in the text: an answer, a card, a word or a number."       \
    }
#define NOTE                                                                                   \
    {                                                                                          \
        "note", EZ_OPTION_NOTE, false, true, 0, 0, NULL, NULL,                                 \
            "What the facilitator may say as well: a text, or a list of texts."                \
    }
#define DECK                                                                                   \
    {                                                                                          \
        "deck", EZ_OPTION_NAME, false, false, 0, 0, NULL, NULL,                                \
            "The cards of this deck, which the head names; in place of from."                  \
    }
// What every step that people answer takes.
#define COMMON                                                                                 \
    {"who",                                                                                    \
     EZ_OPTION_WORD,                                                                           \
     false,                                                                                    \
     false,                                                                                    \
     0,                                                                                        \
     0,                                                                                        \
     who_words,                                                                                \
     "\"alias\"",                                                                              \
     "Whether answers have a name; of anonymous ones nothing is kept that tells whose they "   \
     "are."},                                                                                  \
        {"by",                                                                                 \
         EZ_OPTION_WORD,                                                                       \
         false,                                                                                \
         false,                                                                                \
         0,                                                                                    \
         0,                                                                                    \
         by_words,                                                                             \
         "\"person\"",                                                                         \
         "Who answers: each person, each group as one, or the facilitator for all."},          \
        {"reveal",                                                                             \
         EZ_OPTION_WORD,                                                                       \
         false,                                                                                \
         true,                                                                                 \
         0,                                                                                    \
         0,                                                                                    \
         reveal_words,                                                                         \
         "\"on_close\"",                                                                       \
         "When others see the answers."},                                                      \
        {"close_when",                                                                         \
         EZ_OPTION_WORD,                                                                       \
         false,                                                                                \
         true,                                                                                 \
         0,                                                                                    \
         0,                                                                                    \
         advance_words,                                                                        \
         "\"facilitator\"",                                                                    \
         "What closes it: the facilitator, or that all say they are done; time suggests it."}, \
        {"time",                                                                               \
         EZ_OPTION_WHOLE,                                                                      \
         false,                                                                                \
         true,                                                                                 \
         1,                                                                                    \
         86400,                                                                                \
         NULL,                                                                                 \
         NULL,                                                                                 \
         "How many seconds are meant for it; nobody is cut off."},                             \
        SLOTS, NOTE
#define END                                                                                    \
    {                                                                                          \
        NULL, EZ_OPTION_FLAG, false, false, 0, 0, NULL, NULL, NULL                             \
    }

static const EzStepOption say_options[] = {
    {"to", EZ_OPTION_WORD, false, false, 0, 0, to_words, "\"all\"",
     "Who sees it; \"facilitator\" is a note for the one who leads."},
    {"wait", EZ_OPTION_FLAG, false, false, 0, 0, NULL, "true",
     "Whether it waits for \"next\"."},
    SLOTS,
    NOTE,
    END};
static const EzStepOption ask_options[] = {
    COMMON,
    {"per", EZ_OPTION_WHOLE, false, false, 1, 20, NULL, "1", "How many texts each may give."},
    {"max", EZ_OPTION_WHOLE, false, false, 1, 4000, NULL, "280",
     "How many characters a text may have."},
    {"check", EZ_OPTION_WORD, false, false, 0, 0, ez_text_check_words, NULL,
     "What is looked for in each text: it has a light and flags then."},
    {"about", EZ_OPTION_ITEMS, false, false, 0, 0, NULL, NULL,
     "Cards of which the check takes the organisms for names."},
    END};
static const EzStepOption choose_options[] = {
    COMMON,
    {"options", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL, "What to choose from."},
    {"most", EZ_OPTION_WHOLE, false, false, 1, 100, NULL, "1", "How many each may choose."},
    END};
static const EzStepOption scale_options[] = {
    COMMON,
    {"from", EZ_OPTION_WHOLE, false, false, -100, 100, NULL, "1", "The lowest number."},
    {"to", EZ_OPTION_WHOLE, false, false, -100, 100, NULL, "5", "The highest number."},
    {"labels", EZ_OPTION_LABELS, false, true, 0, 0, NULL, NULL,
     "Words for numbers: { [1] = { nl = \"…\", en = \"…\" } }, or a list from 1 on."},
    {"items", EZ_OPTION_ITEMS, false, false, 0, 0, NULL, NULL,
     "Things that each get a number; it gives a list of results then."},
    {"by_role", EZ_OPTION_FLAG, false, false, 0, 0, NULL, NULL,
     "Whether results are told for each role too."},
    {"unknown", EZ_OPTION_FLAG, false, false, 0, 0, NULL, NULL,
     "Whether \"do not know\" may be said."},
    END};
static const EzStepOption rank_options[] = {
    COMMON,
    {"items", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL, "What to put in order."},
    {"top", EZ_OPTION_WHOLE, false, false, 1, 1000, NULL, NULL,
     "How many each may rank; all without it."},
    {"method", EZ_OPTION_WORD, false, false, 0, 0, method_words, "\"borda\"",
     "How ranks become scores: the first of n has n - 1 points and the last none; where "
     "somebody leaves things out, the first of m has m and the last 1."},
    END};
static const EzStepOption vote_options[] = {
    COMMON,
    {"items", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL, "What to vote on."},
    {"dots", EZ_OPTION_DOTS, false, false, 1, 100, NULL, "\"auto\"",
     "How many dots each has; \"auto\" is the square root of the number of items."},
    {"per_item", EZ_OPTION_WHOLE, false, false, 1, 100, NULL, NULL,
     "How many dots one item may get of one person; no limit without it."},
    {"blind", EZ_OPTION_FLAG, false, false, 0, 0, NULL, "true",
     "Whether nobody sees how others vote before it closes."},
    {"cost", EZ_OPTION_WORD, false, false, 0, 0, cost_words, "\"linear\"",
     "What v votes on one item cost: v dots, or v × v credits."},
    {"credits", EZ_OPTION_WHOLE, false, false, 1, 1000, NULL, "25",
     "How many credits each has, with cost = \"square\"."},
    END};
static const EzStepOption cluster_options[] = {
    COMMON,
    {"items", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL, "What to put into piles."},
    {"most", EZ_OPTION_WHOLE, false, false, 1, 50, NULL, "7", "How many piles there may be."},
    END};
static const EzStepOption place_options[] = {
    COMMON,
    {"items", EZ_OPTION_ITEMS, false, false, 0, 0, NULL, NULL,
     "What to place; \"self\", or nothing, lets people place themselves."},
    {"canvas", EZ_OPTION_CANVAS, true, false, 0, 0, NULL, NULL,
     "Where to place it: { kind = \"ladder\", rungs = { { id = \"r1\", nl = \"…\", en = \"…\" "
     "} } }."},
    END};
static const EzStepOption link_options[] = {
    COMMON,
    {"from", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL, "What links begin at."},
    {"to", EZ_OPTION_ITEMS, false, false, 0, 0, NULL, NULL,
     "What they lead to; among those of from without it."},
    {"verbs", EZ_OPTION_ITEMS, false, false, 0, 0, NULL, NULL, "What a link may be called."},
    {"weight", EZ_OPTION_RANGE, false, false, -10, 10, NULL, NULL,
     "From which to which number a link may weigh; it has no weight without it."},
    {"flags", EZ_OPTION_ITEMS, false, false, 0, 0, NULL, NULL, "Marks that a link may have."},
    END};
static const EzStepOption timer_options[] = {
    SLOTS,
    NOTE,
    {"seconds", EZ_OPTION_WHOLE, true, true, 1, 86400, NULL, NULL, "How long it takes."},
    END};
static const EzStepOption gate_options[] = {
    SLOTS,
    NOTE,
    {"options", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL, "Which ways there are."},
    END};
static const EzStepOption action_options[] = {COMMON,
                                              {"most", EZ_OPTION_WHOLE, false, false, 1, 50,
                                               NULL, "5", "How many agreements each may make."},
                                              {"fields", EZ_OPTION_NAMES, false, false, 0, 0,
                                               part_words, NULL,
                                               "What is asked of each; all three without it."},
                                              END};
static const EzStepOption swarm_options[] = {
    COMMON,
    {"items", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL, "What to decide on."},
    {"mode", EZ_OPTION_WORD, false, false, 0, 0, mode_words, "\"careful\"",
     "How many must agree: 60 % of the people, or 40 %."},
    {"rounds", EZ_OPTION_WHOLE, false, false, 1, 10, NULL, "4",
     "How many rounds there are at most."},
    END};
static const EzStepOption draw_options[] = {
    SLOTS,
    NOTE,
    DECK,
    {"from", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL,
     "Which cards to draw from, when it is no whole deck."},
    {"n", EZ_OPTION_WHOLE, false, false, 0, 1000, NULL, "1", "How many cards."},
    {"put_back", EZ_OPTION_FLAG, false, false, 0, 0, NULL, "false",
     "Whether cards that were drawn before may come again."},
    END};
static const EzStepOption deal_options[] = {
    SLOTS,
    NOTE,
    DECK,
    {"from", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL,
     "Which cards to deal, when it is no whole deck."},
    {"to", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL, "The groups."},
    {"n", EZ_OPTION_WHOLE, false, false, 0, 1000, NULL, "1", "How many cards each group gets."},
    END};
static const EzStepOption split_options[] = {
    SLOTS,
    NOTE,
    {"size", EZ_OPTION_WHOLE, false, false, 1, 1000, NULL, NULL,
     "How many people a group has; 4 without count."},
    {"count", EZ_OPTION_WHOLE, false, false, 1, 1000, NULL, NULL, "How many groups there are."},
    {"by", EZ_OPTION_WORD, false, false, 0, 0, split_words, "\"random\"",
     "By chance, by choice, neighbours at a table, or roles mixed."},
    END};
static const EzStepOption seat_options[] = {
    SLOTS,
    NOTE,
    {"topics", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL,
     "What the tables are about, the most wanted first."},
    {"rounds", EZ_OPTION_WHOLE, false, false, 1, 12, NULL, "1", "How many rounds there are."},
    {"capacity", EZ_OPTION_RANGE, false, false, 1, 100, NULL, "[4,8]",
     "How many people sit at a table, at least and at most."},
    {"tables", EZ_OPTION_WHOLE, false, false, 1, 20, NULL, "3",
     "How many tables there are in a round, at most."},
    {"sectors", EZ_OPTION_WHOLE, false, false, 1, 20, NULL, "2",
     "How many sectors sit at a table, at least; a sector is a role at joining."},
    {"government", EZ_OPTION_NAME, false, false, 0, 0, NULL, "\"government\"",
     "Which role is the government, of which a table has half at most."},
    END};
static const EzStepOption pick_options[] = {
    {"from", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL, "The list."},
    {"n", EZ_OPTION_WHOLE, true, false, 0, 100000, NULL, NULL, "How many."},
    END};
static const EzStepOption shuffle_options[] = {
    {"from", EZ_OPTION_ITEMS, true, false, 0, 0, NULL, NULL, "The list."}, END};
static const EzStepOption no_options[] = {END};
static const EzStepOption section_options[] = {{"minutes", EZ_OPTION_WHOLE, false, false, 0,
                                                1440, NULL, "0",
                                                "How many minutes are planned for it."},
                                               END};
static const EzStepOption harvest_options[] = {
    {"as", EZ_OPTION_WORD, false, false, 0, 0, as_words, NULL,
     "What it looks like; without it that follows from the value."},
    {"page", EZ_OPTION_FLAG, false, false, 0, 0, NULL, "false",
     "Stands once more on a page of its own, to give away."},
    SLOTS,
    END};

// ---- the table -----------------------------------------------------------------

static const char *const plain_typed[] = {"", NULL};
static const char *const action_typed[] = {"by", "what", "who", NULL};
static const char *const pile_typed[] = {"name", NULL};
static const char *const swarm_typed[] = {"argument", "why", NULL};

const EzStepKind ez_step_kinds[] = {
    {"say", "Shows a text, and waits for \"next\".", EZ_BY_NOBODY, say_options, NULL, NULL,
     ez_fold_nothing, NULL, NULL, "nothing"},
    {"ask", "Asks for texts in people's own words.", EZ_BY_PEOPLE, ask_options, plain_typed,
     ez_check_ask, ez_fold_answers, NULL, "Answer[]", "the answers"},
    {"choose", "Lets everyone choose.", EZ_BY_PEOPLE, choose_options, NULL, ez_check_choice,
     ez_fold_choice, NULL, "Choice", "what was chosen, and how often"},
    {"scale", "Lets everyone give a number.", EZ_BY_PEOPLE, scale_options, NULL, ez_check_scale,
     ez_fold_scale, NULL, "Scores", "the scores; with items a list, one for each item"},
    {"rank", "Lets everyone put things in order.", EZ_BY_PEOPLE, rank_options, NULL,
     ez_check_rank, ez_fold_rank, NULL, "Ranking", "the order of all together"},
    {"vote", "Lets everyone spread dots or credits.", EZ_BY_PEOPLE, vote_options, NULL,
     ez_check_vote, ez_fold_vote, NULL, "Votes", "the items by their votes"},
    {"cluster", "Puts together what belongs together.", EZ_BY_PEOPLE, cluster_options,
     pile_typed, ez_check_piles, ez_fold_piles, NULL, "Pile[]", "the piles"},
    {"place", "Puts things, or oneself, in a place on a canvas.", EZ_BY_PEOPLE, place_options,
     NULL, ez_check_places, ez_fold_places, NULL, "Placed[]", "what stands where"},
    {"link", "Links things to each other.", EZ_BY_PEOPLE, link_options, NULL, ez_check_links,
     ez_fold_links, NULL, "Link[]", "the links, as each person drew them"},
    {"timer", "Gives time; nobody is cut off.", EZ_BY_NOBODY, timer_options, NULL,
     ez_check_timer, ez_fold_timer, NULL, "\"time\"|\"facilitator\"", "what ended it"},
    {"gate", "Asks the facilitator which way to go.", EZ_BY_FACILITATOR, gate_options, NULL,
     ez_check_choice, ez_fold_gate, NULL, "string?",
     "the id of the way that was taken; nil when it was skipped"},
    {"action", "Asks who does what, and when.", EZ_BY_PEOPLE, action_options, action_typed,
     ez_check_action, ez_fold_actions, ez_check_agreement, "Agreement[]", "the agreements"},
    {"swarm", "Decides in rounds: support wears off, and stop signals count.", EZ_BY_PEOPLE,
     swarm_options, swarm_typed, ez_check_swarm, ez_fold_swarm, NULL, "Swarm",
     "whether it was decided, and how"},
    {"draw", "Draws cards and shows them.", EZ_BY_CHANCE, draw_options, NULL, NULL, NULL, NULL,
     "Card[]", "the cards; fewer than asked for when there are no more"},
    {"deal", "Deals cards to groups.", EZ_BY_CHANCE, deal_options, NULL, NULL, NULL, NULL,
     "table<string, Card[]>", "the cards of each group, by its id"},
    {"split", "Makes groups.", EZ_BY_CHANCE, split_options, NULL, NULL, NULL, NULL, "Group[]",
     "the groups"},
    {"seat", "Seats people at tables, by what they voted for and with a mix.", EZ_BY_CHANCE,
     seat_options, NULL, NULL, NULL, NULL, "Seats", "the tables of each round"},
    {"pick", "Picks some of a list by chance.", EZ_BY_CHANCE, pick_options, NULL, NULL, NULL,
     NULL, "Item[]", "those that were picked"},
    {"shuffle", "Puts a list in an order by chance.", EZ_BY_CHANCE, shuffle_options, NULL, NULL,
     NULL, NULL, "Item[]", "the list in its new order"},
    {"people", "Counts who is there.", EZ_BY_CHANCE, no_options, NULL, NULL, NULL, NULL,
     "People", "how many are there now"},
    {"seed", "Gives a number by chance.", EZ_BY_CHANCE, no_options, NULL, NULL, NULL, NULL,
     "integer", "a whole number from 1 on, to seed `ez.draw` or `random.new` with"},
    {NULL, NULL, EZ_BY_NOBODY, NULL, NULL, NULL, NULL, NULL, NULL, NULL},
};

const EzStepKind ez_section_call = {.word = "section", .options = section_options};
const EzStepKind ez_harvest_call = {.word = "harvest", .options = harvest_options};
