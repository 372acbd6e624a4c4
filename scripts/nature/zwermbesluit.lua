-- B4 Zwermbesluit: choose together from three to six options, with own observation and a fair no.
-- B4 Swarm decision. Inspired by how bees choose a nest, and no model of it.
local count = require "ez.swarm"
local vote = require "ez.vote"
local rounds = require "shared.rounds"
local teams = require "shared.teams"

local MODES = {
  { id = "careful", nl = "zorgvuldig", en = "careful" },
  { id = "fast", nl = "snel", en = "fast" },
}

local WAYS = {
  { id = "choose", nl = "Kiezen: de opties liggen ver uiteen.", en = "Choose: the options are far apart." },
  { id = "middle", nl = "Middenweg: de opties liggen dicht bij elkaar.", en = "Middle way: the options are close." },
}

local CLOSE_OR_FAR = {
  nl = "Liggen de opties dicht bij elkaar? Zoek het midden. Liggen ze ver uiteen? Kies.",
  en = "Are the options close? Seek the middle. Are they far apart? Choose.",
}

local PROMPTS = {
  { nl = "Wat heb je zelf gezien?", en = "What have you seen yourself?" },
  CLOSE_OR_FAR,
  { nl = "Wie blijft, geeft een nieuw argument. Anders gaat de sterkte één omlaag.",
    en = "Those who stay give a new argument. Otherwise strength drops by one." },
  { nl = "Je mag één stopkaart spelen, met een reden. Die gaat over de optie, nooit over de persoon.",
    en = "You may play one stop card, with a reason. It is about the option, never the person." },
  { nl = "Hoogste in rang stemt als laatste.", en = "The most senior person votes last." },
  rounds.stuck,
}

local NO_DECISION = { nl = "Nog geen besluit.", en = "No decision yet." }
local EXPLORE = { nl = "Niet beslissen, eerst verkennen.", en = "Do not decide, explore first." }

local function card_of(s, id)
  for _, card in ipairs(s.deck("natuur")) do
    if card.id == id then
      return card
    end
  end
end

-- Shows one card of the deck; gives the list with it.
local function show_card(s, step, text, id)
  return s.draw(step, text, { from = { card_of(s, id) }, n = 1, put_back = true })
end

local function words_of(options, id)
  for _, option in ipairs(options) do
    if option.id == id then
      return { nl = option.nl, en = option.en }
    end
  end
end

-- --- the parts ---------------------------------------------------------------------

local function begin(s)
  local cards = show_card(s, "threshold_card", {
    nl = "Lees deze kaart. Kies daarna hardop: snel of zorgvuldig?",
    en = "Read this card. Then choose aloud: fast or careful?",
  }, "N12")
  local mode = s.gate("mode", {
    nl = "Snel of zorgvuldig? Snel: vier op de tien. Zorgvuldig: zes op de tien.",
    en = "Fast or careful? Fast: four out of ten. Careful: six out of ten.",
  }, { options = MODES }) or "careful"
  local options = s.ask("option", {
    nl = "Welke drie tot zes opties liggen er? Schrijf ze kort op.",
    en = "Which three to six options are there? Write them briefly.",
  }, { per = 6, max = 80, by = "facilitator", reveal = "live", note = rounds.opening })
  local people = s.people("people").n
  if #options > 1 then
    s.say("quorum", {
      nl = "Jullie zijn met {people} en kiezen {mode}. De drempel is {quorum}. De koploper moet ook twee voorliggen.",
      en = "You are {people} people and choose {mode}. The threshold is {quorum}. The leader must also be two ahead.",
    }, {
      slots = {
        people = people, mode = words_of(MODES, mode),
        quorum = count.count(options, {}, { mode = mode, people = people }).quorum,
      },
    })
  end
  return mode, options, cards
end

-- Each group looks at its own options, and fills in facts.
local function scout(s, options)
  local list = teams.of(s.split("scouts", {
    nl = "Verdeel de opties. Elke groep gaat er één bekijken.",
    en = "Divide the options. Each group goes and looks at one.",
  }, { count = #options, by = "random" }))
  local found = teams.each(s, "scouting", list, function(team, branch)
    local facts = {}
    for _, option in ipairs(teams.share(list, team, options)) do
      local answers = branch.ask("facts", {
        nl = "{option}: lees of bezoek deze optie. Schrijf alleen feiten op.",
        en = "{option}: read about this option or visit it. Write down facts only.",
      }, {
        per = 3, max = 160, by = "group", close_when = "all", time = 8 * s.min, slots = { option = option },
      })
      for _, answer in ipairs(answers) do
        facts[#facts + 1] = answer
      end
    end
    return { facts = facts }
  end)
  return teams.all(list, found, "facts")
end

local function decide_in_rounds(s, options, mode)
  s.say("plead", {
    nl = "Elke verkenner pleit één minuut voor een optie. Leg daarna je fiche neer en geef een sterkte van 1 tot 5.",
    en = "Each scout pleads for an option for one minute. Then place your token and give a strength of 1 to 5.",
  }, { wait = false })
  return s.swarm("swarm", {
    nl = "Leg je fiche bij één optie, met een sterkte. Wissel elke ronde van optie om zelf te kijken.",
    en = "Place your token at one option, with a strength. Switch option each round to look for yourself.",
  }, { items = options, mode = mode, rounds = 4, who = s.params.anonymous and "anonymous" or "alias", note = PROMPTS })
end

-- Whether the first two were close to the end: the leader's lead is small, and has support.
local function is_close(rounds_of_swarm)
  local last = rounds_of_swarm[#rounds_of_swarm]
  if last == nil or last.leader == nil then
    return false
  end
  return (last.support[last.leader] or 0) > 0 and last.lead <= count.defaults.close
end

-- Two leaders close to each other: seek the middle, or choose? A middle way is one more option.
local function middle_or_choose(s, options)
  local cards = show_card(s, "middle_card", {
    nl = "Twee opties liggen vlak bij elkaar. Lees deze kaart.",
    en = "Two options are close together. Read this card.",
  }, "N15")
  local way = s.gate("way", { nl = "Middenweg of kiezen?", en = "Middle way or choose?" }, { options = WAYS, note = { CLOSE_OR_FAR } })
  if way ~= "middle" then
    return options, cards
  end
  local middle = s.ask("middle", {
    nl = "Beschrijf de middenweg in één zin. Hij telt mee als optie.",
    en = "Describe the middle way in one sentence. It counts as an option.",
  }, { per = 1, max = 120, by = "facilitator", reveal = "live" })
  local all = {}
  for i, option in ipairs(options) do
    all[i] = option
  end
  all[#all + 1] = middle[1]
  return all, cards
end

-- How alike the rankings are, in words. The upper bound is a working default of ours.
local function strength_of(w)
  if w < count.defaults.explore then
    return { nl = "zwak", en = "weak" }
  end
  return w < 0.7 and { nl = "redelijk", en = "fair" } or { nl = "sterk", en = "strong" }
end

local function tell_agreement(s, result)
  local w = result.agreement.w
  if w then
    s.say("agreement", {
      nl = "Eensgezindheid over de rangorde: {strength} ({w}, van 0 tot 1). Deze uitkomst is een indicatie. Praat erover.",
      en = "Consensus on the ranking: {strength} ({w}, from 0 to 1). This result is an indication. Talk about it.",
    }, { slots = { w = w, strength = strength_of(w) } })
  end
end

-- Options that share the first place are the facilitator's to choose from, aloud.
local function break_tie(s, leaders)
  local id = s.gate("tie", {
    nl = "Deze opties staan samen bovenaan. Welke kiest de groep?",
    en = "These options share the first place. Which one does the group choose?",
  }, { options = leaders })
  for _, option in ipairs(leaders) do
    if option.id == id then
      return option
    end
  end
end

-- No threshold: the ranking counts, when it says enough.
local function rank_options(s, options)
  local ranking = s.rank("ranking", {
    nl = "De drempel is niet gehaald. Zet de opties in jouw volgorde, de beste bovenaan.",
    en = "The threshold was not met. Put the options in your order, the best first.",
  }, { items = options, time = 4 * s.min })
  local both, result = vote.compare(options, ranking.ballots), count.fallback(options, ranking.ballots)
  if both.differ then
    s.say("differ", both.text)
  end
  tell_agreement(s, result)
  if result.advice == "explore" then
    s.say("explore", {
      nl = "Advies: niet beslissen, eerst verkennen. Deze uitkomst is een indicatie. Praat erover.",
      en = "Advice: do not decide, explore first. This result is an indication. Talk about it.",
    })
    return ranking, nil, result
  end
  local winner = result.winner
  if winner == nil and #result.borda.leaders > 1 then
    winner = break_tie(s, result.borda.leaders)
  end
  return ranking, winner, result
end

-- The reasons against, to be read out with the decision.
local function ask_minority(s, decision)
  if decision == nil then
    return s.ask("minority_reason", {
      nl = "Wat houdt jullie nog tegen? Schrijf de belangrijkste redenen op.",
      en = "What still holds you back? Write down the main reasons.",
    }, { per = 3, max = 200, by = "facilitator", reveal = "live", note = rounds.check })
  end
  return s.ask("minority_reason", {
    nl = "Het besluit: {decision}. Lees het voor. Schrijf de reden van de minderheid erbij.",
    en = "The decision: {decision}. Read it out. Add the reason of the minority.",
  }, { per = 3, max = 200, by = "facilitator", reveal = "live", slots = { decision = decision }, note = rounds.check })
end

local function joined(...)
  local all = {}
  for _, list in ipairs { ... } do
    for _, entry in ipairs(list) do
      all[#all + 1] = entry
    end
  end
  return all
end

return exercise {
  id = "zwermbesluit", code = "B4", version = "1.0.0", api = 1, languages = { "nl", "en" },
  title = { nl = "Zwermbesluit", en = "Swarm decision" },
  goal = {
    nl = "Samen kiezen uit drie tot zes opties, met eigen waarneming en een eerlijk nee.",
    en = "Choose together from three to six options, with first-hand observation and a fair no.",
  },
  when = {
    nl = "Als meer dan vier mensen moeten kiezen en stemmen te kaal is.",
    en = "When more than four people must choose and a plain vote is too bare.",
  },
  outcome = {
    nl = "Een besluit met zichtbare steun, of een bewust uitstel.",
    en = "A decision with visible support, or a deliberate postponement.",
  },
  tips = {
    nl = "Hoogste in rang stemt als laatste. Een stopkaart gaat over de optie, nooit over de persoon.",
    en = "The most senior person votes last. A stop card is about the option, never the person.",
  },
  pitfalls = {
    nl = "Gebruiken voor besluiten die bij de politiek of de wet liggen. Dan is het advies.",
    en = "Using it for decisions that belong to politics or law. Then it is only advice.",
  },
  reference = "Seeley et al. 2012; Franks et al. 2003; Strandburg-Peshkin et al. 2015; Emerson 2013; Kendall & "
    .. "Babington Smith 1939.",
  track = "nature", people = { 5, 30 }, minutes = 60,
  materials = { "w04", "stopkaarten", "fiches", "N11", "N12", "N15" }, worksheet = "w04", decks = { "natuur" },
  params = {
    anonymous = {
      type = "yes_no", default = false,
      nl = "Blijft verborgen wie welke optie steunt?", en = "Is it hidden who supports which option?",
    },
  },

  run = function(s)
    local mode, options, facts, cards = "careful", {}, {}, {}
    local decided = { reason = "skipped", rounds = {}, minority = {} }
    local decision, ranking, fallback, reasons, actions = nil, nil, nil, {}, {}

    s.section("start", { nl = "Snel of zorgvuldig?", en = "Fast or careful?" }, { minutes = 5 }, function()
      mode, options, cards = begin(s)
    end)
    if #options > 1 then
      s.section("scouting", { nl = "Verkennen", en = "Scouting" }, { minutes = 10 }, function()
        facts = scout(s, options)
      end)
      s.section("rounds", { nl = "Ronde voor ronde", en = "Round by round" }, { minutes = 30 }, function()
        decided = decide_in_rounds(s, options, mode)
      end)
    end
    s.section("decision", { nl = "Het besluit", en = "The decision" }, { minutes = 10 }, function()
      decision = decided.winner
      local open = options
      if decision == nil and is_close(decided.rounds) then
        local more
        open, more = middle_or_choose(s, options)
        cards = joined(cards, more)
      end
      if decision == nil and #open > 1 then
        ranking, decision, fallback = rank_options(s, open)
      end
      reasons = ask_minority(s, decision)
    end)
    s.section("carry", { nl = "Wie draagt het?", en = "Who carries it?" }, { minutes = 5 }, function()
      actions = s.action("carry", {
        nl = "Wie draagt het, wat is de eerste stap, en wanneer kijken jullie opnieuw?",
        en = "Who carries it, what is the first step, and when will you look again?",
      }, { most = 3, fields = { "what", "who", "by" }, note = rounds.closing })
    end)

    s.harvest("decision", { nl = "Ons besluit", en = "Our decision" },
              decision or fallback and fallback.advice == "explore" and EXPLORE or NO_DECISION, { as = "decision" })
    if #decided.rounds > 0 then
      s.harvest("rounds", { nl = "Hoe groeide de steun?", en = "How did the support grow?" }, decided, { as = "chart" })
    end
    if ranking then
      s.harvest("ranking", { nl = "De rangorde", en = "The ranking" }, ranking, { as = "ranking" })
    end
    s.harvest("minority", { nl = "Redenen van de minderheid", en = "Reasons of the minority" },
              joined(decided.minority, reasons), { as = "quotes" })
    s.harvest("facts", { nl = "Wat we zagen", en = "What we saw" }, facts, { as = "quotes" })
    s.harvest("carry", { nl = "Wat we afspraken", en = "What we agreed" }, actions, { as = "actions" })
    s.harvest("cards", { nl = "Kaarten en bronnen", en = "Cards and sources" }, cards, { as = "cards" })
    s.say("thanks", rounds.thanks)
    return { mode = mode, decision = decision, agreement = fallback and fallback.agreement.w }
  end,
}
