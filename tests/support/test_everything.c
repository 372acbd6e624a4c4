// SPDX-License-Identifier: EUPL-1.2
#include "engine/run/value.h"
#include "tests/support/test_sources.h"

#define HEAD(...)                                                                              \
    "return exercise { id = 'walk', decks = { own = { { id = 'c1', nl = 'Een', en = 'One' }, " \
    "{ id = 'c2' } } }, run = function(s)\n" __VA_ARGS__ "\nend }"
#define T "{ nl = 'Vraag', en = 'Question' }"

// Each line is a call, or what goes with it.
static const char everything[] = HEAD(
    "s.section('one', " T ", { minutes = 5 }, function()\n"
    "  s.say('shown', " T ", { wait = false, slots = { n = 3 } })\n"
    "  s.say('hello', " T ", { note = { " T " } })\n"
    "end)\n"
    "local here = s.people('here')\n"
    "local ideas = s.ask('idea', " T ", { per = 2, max = 40, time = s.min, reveal = 'live', "
    "close_when = 'facilitator', about = { 'x', 'y' } })\n"
    "local unseen = s.ask('unseen', " T ", { who = 'anonymous', per = 3 })\n"
    "local one = s.choose('one', " T ", { options = { 'x', 'y', 'z' } })\n"
    "local two = s.choose('two', " T
    ", { options = { 'x', 'y', 'z' }, most = 2, who = 'named' })\n"
    "local sure = s.scale('sure', " T ", { from = -2, to = 2, unknown = true, by_role = true, "
    "labels = { [-2] = " T " } })\n"
    "local each = s.scale('each', " T ", { items = { 'x', 'y' }, who = 'anonymous' })\n"
    "local order = s.rank('order', " T ", { items = ideas, top = 3, method = 'borda' })\n"
    "local dots = s.vote('dots', " T ", { items = ideas, per_item = 2, blind = false })\n"
    "local credits = s.vote('credits', " T
    ", { items = { 'x', 'y' }, cost = 'square', credits = 9 })\n"
    "local piles = s.cluster('piles', " T ", { items = ideas, most = 3 })\n"
    "s.choose('pile', " T ", { options = piles })\n"
    "local canvas = { kind = 'rings', rings = { { id = 'near' }, { id = 'far' } } }\n"
    "local me = s.place('me', " T ", { items = 'self', canvas = canvas })\n"
    "local spots = s.place('spots', " T ", { items = { 'x', 'y' }, canvas = canvas })\n"
    "s.timer('quiet', " T ", { seconds = 30 })\n"
    "local way = s.gate('way', " T ", { options = { { id = 'left' }, { id = 'right' } } })\n"
    "local ties = s.link('ties', " T
    ", { from = { 'x', 'y', 'z' }, verbs = { 'gives', 'asks' }, weight = { 1, 3 }, "
    "flags = { 'habit' } })\n"
    "local seats = s.seat('seats', " T
    ", { topics = { 'x', 'y', 'z' }, rounds = 2, capacity = { 2, 9 }, "
    "tables = 2, sectors = 1, government = 'ministry' })\n"
    "local swarm = s.swarm('swarm', " T
    ", { items = { 'x', 'y', 'z' }, rounds = 3, mode = 'fast' })\n"
    "local cards = s.draw('cards', " T ", { deck = 'own', n = 1, put_back = true })\n"
    "local groups = s.split('groups', " T ", { size = 2, by = 'mix' })\n"
    "s.split('halves', " T ", { count = 2 })\n"
    "local hands = s.deal('hands', " T ", { from = { 'a', 'b', 'c' }, to = groups, n = 1 })\n"
    "local picked = s.pick('picked', { 1, 2, 3 } and { 'a', 'b', 'c' }, 2)\n"
    "local mixed = s.shuffle('mixed', { 'a', 'b', 'c' })\n"
    "local seed = s.seed('seed')\n"
    "local done = s.parallel('team', groups, function(g, s)\n"
    "  local rule = s.ask('rule', " T
    ", { by = 'group', slots = { deep = { a = { a = { a = { a = { a = { a = { a = { a = { a = "
    "{ a = { a = { a = { a = 'x' } } } } } } } } } } } } } } })\n"
    "  return { rule = rule[1], odd = s.ask('odd', " T ")[1] }\n"
    "end)\n"
    "local mood = s.include('in', 'check-in', { text = " T " })\n"
    "local deal = s.action('deal', " T ", { most = 2, fields = { 'what', 'who' } })\n"
    "local all, before = s.deck('own'), s.from.ideas\n"
    "local first = '' .. #ideas\n"
    "pcall(function() return ideas[1].id .. ideas[1] end)\n"
    "for i, card in ipairs(all) do first = first .. i .. card.id end\n"
    "for k in pairs(s.params) do first = first .. k end\n"
    "for _, call in ipairs { s.ask, s.parallel, s.include, s.section, s.deck, s.harvest } do\n"
    "  pcall(call) pcall(call, 'no such thing', 1)\n"
    "end\n"
    "pcall(function() s.other = 1 end) pcall(function() ideas[1] = 1 end)\n"
    "s.harvest('found', " T ", { all, before or 'none', first })\n"
    "s.harvest('ideas', " T ", ideas)\n"
    "s.harvest('all', " T
    ", { one, two, sure, each, order, dots, credits, piles, me, spots, way or "
    "'none', ties, seats, swarm, cards, hands, picked, mixed, seed, done, mood, deal, here, "
    "unseen }, { as "
    "= "
    "'table' })\n"
    "return { n = #ideas }");

void ez_test_sources_add_everything(EzTestSources *sources)
{
    ez_test_sources_add(sources, "scripts/test/walk.lua", everything);
    ez_test_sources_add(sources, "scripts/test/check-in.lua",
                        "return exercise { id = 'check-in', run = function(s)"
                        " return s.scale('mood', s.params.text).n end }");
}

// ---- decks ---------------------------------------------------------------------

static void put_text(JsonNode *card, const char *name, const char *words, int number)
{
    JsonNode *text = ez_value_new_object();
    g_autofree char *nl = g_strdup_printf("%s %d", words, number);
    ez_value_put_string(text, "nl", nl);
    ez_value_put_string(text, "en", nl);
    ez_value_put(card, name, text);
}

void ez_test_sources_add_decks(EzTestSources *sources)
{
    static const char *const kingdoms[] = {"dier", "plant", "schimmel"};
    static const char *const levels[] = {"sterk", "omstreden", "redelijk", "sterk"};
    g_autoptr(JsonNode) nature = ez_value_new_list(), verbs = ez_value_new_list();
    for (int i = 1; i <= 40; i++) {
        g_autofree char *id = g_strdup_printf("N%02d", i);
        g_autofree char *verb = g_strdup_printf("F%d", i % 8 + 1);
        JsonNode *card = ez_value_new_object();
        ez_value_put_string(card, "id", id);
        put_text(card, "title", "Kaart", i);
        ez_value_put_string(card, "verb", verb);
        ez_value_put_string(card, "kingdom", kingdoms[i % 3]);
        ez_value_put_string(card, "evidence_level", levels[i % 4]);
        ez_value_append(nature, card);
    }
    for (int i = 1; i <= 8; i++) {
        g_autofree char *id = g_strdup_printf("F%d", i);
        JsonNode *card = ez_value_new_object();
        ez_value_put_string(card, "id", id);
        put_text(card, "title", "Werkwoord", i);
        put_text(card, "nature_question", "Hoe zou de natuur", i);
        put_text(card, "reverse_question", "En omgekeerd", i);
        ez_value_append(verbs, card);
    }
    g_autofree char *nature_text = ez_value_text(nature), *verbs_text = ez_value_text(verbs);
    ez_test_sources_add(sources, "deck:natuur", nature_text);
    ez_test_sources_add(sources, "deck:functie", verbs_text);
}
