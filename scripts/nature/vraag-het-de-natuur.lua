-- B1 Vraag het de natuur: from a question at work to three fresh ideas, by way of three nature cards.
-- B1 Ask nature.
local draw = require "ez.draw"
local rounds = require "shared.rounds"
local teams = require "shared.teams"

-- With fewer ideas than this the question is asked in reverse.
local ENOUGH = 6
local HAND = 3

-- --- cards -------------------------------------------------------------------------

local function ids_of(cards)
  local ids = {}
  for i, card in ipairs(cards) do
    ids[i] = card.id
  end
  return ids
end

local function add_all(list, more)
  for _, entry in ipairs(more) do
    list[#list + 1] = entry
  end
  return list
end

-- A hand from the cards of these functions; when hardly any are left, teams share cards.
local function hand_of(deck, verbs, seed, drawn, count)
  local functions = #verbs > 0 and ids_of(verbs) or nil
  local hand = draw.hand(deck, { seed = seed, functions = functions, drawn = drawn, count = count })
  if #hand < count then
    hand = draw.hand(deck, { seed = seed, functions = functions, count = count })
  end
  return hand
end

-- A hand for each team, no card twice as long as there are enough. Gives the ids that are out too.
local function deal(deck, list, asked, seed)
  local hands, drawn = {}, {}
  for _, team in ipairs(list) do
    hands[team.id] = hand_of(deck, teams.get(asked, team, "verbs"), seed, drawn, HAND)
    add_all(drawn, ids_of(hands[team.id]))
  end
  return hands, drawn
end

local function without(cards, out)
  local kept = {}
  for _, card in ipairs(cards) do
    if card.id ~= out.id then
      kept[#kept + 1] = card
    end
  end
  return kept
end

local function field_of(verbs, name)
  local texts = {}
  for i, verb in ipairs(verbs) do
    texts[i] = verb[name]
  end
  return texts
end

-- --- what a team does --------------------------------------------------------------

local function choose_verbs(s)
  local functions = s.deck("functie")
  local chosen = s.choose("verb", {
    nl = "Maak er een werkwoord van. Kies één of twee functiekaarten: wat moet het netwerk dóén?",
    en = "Turn it into a verb. Choose one or two function cards: what must the network do?",
  }, {
    options = functions, most = 2, by = "group", close_when = "all", time = 8 * s.min,
    note = { { nl = "Welk werkwoord zit er onder jullie probleem?", en = "Which verb lies beneath your problem?" } },
  })
  local verbs = {}
  for _, card in ipairs(functions) do
    if (chosen.counts[card.id] or 0) > 0 then
      verbs[#verbs + 1] = card
    end
  end
  return { verbs = verbs }
end

local function ask_nature(s, verbs, hand)
  s.ask("nature_question", {
    nl = "Stel de natuurvraag hardop en schrijf hem op: ‘Hoe zou de natuur …?’",
    en = "Ask the nature question aloud and write it down: ‘How would nature …?’",
  }, {
    per = 1, max = 160, by = "group", close_when = "all", time = 3 * s.min,
    note = field_of(verbs, "nature_question"),
  })
  return s.draw("card", {
    nl = "Dit zijn jullie kaarten. Lees per kaart eerst alleen hoe het werkt.",
    en = "These are your cards. For each card first read only how it works.",
  }, { from = hand, n = #hand, put_back = true })
end

-- A card that does not fit may be changed once, for a reason.
local function swap_one(s, hand, other)
  if #hand == 0 then
    return hand, {}
  end
  local keep = { id = "keep", nl = "Wij houden alle kaarten.", en = "We keep all cards." }
  local refused = s.choose("refuse", {
    nl = "Past een kaart echt niet? Dan mogen jullie één keer ruilen.",
    en = "Does a card really not fit? Then you may change one, once.",
  }, { options = add_all({ keep }, hand), most = 1, by = "group", close_when = "all" })
  local out = refused.item
  if out == nil or out.id == keep.id then
    return hand, {}
  end
  local why = s.ask("refuse_why", {
    nl = "Waarom past deze kaart niet? Zonder reden houden jullie de kaart.",
    en = "Why does this card not fit? Without a reason you keep it.",
  }, { per = 1, max = 160, by = "group", close_when = "all" })
  if #why == 0 then
    return hand, why
  end
  local new = s.draw("new_card", { nl = "Dit is jullie nieuwe kaart.", en = "This is your new card." },
                     { from = other, n = #other, put_back = true })
  return #new > 0 and add_all(without(hand, out), new) or hand, why
end

local function read_cards(s)
  s.ask("retold", {
    nl = "Vertel elke kaart na in eigen woorden. Laat iemand beginnen die weinig van natuur weet.",
    en = "Retell each card in your own words. Let someone begin who knows little of nature.",
  }, {
    per = HAND, max = 280, by = "group", close_when = "all", time = 8 * s.min,
    note = {
      { nl = "Wat doet dit dier of deze plant anders dan wij zouden doen?",
        en = "What does this animal or plant do differently from us?" },
      rounds.stuck,
    },
  })
  return s.ask("limits", {
    nl = "Draai de kaarten om en lees het principe. Waar gaat de vergelijking mank?",
    en = "Turn the cards over and read the principle. Where does the comparison break down?",
  }, { per = HAND, max = 200, by = "group", close_when = "all", time = 4 * s.min })
end

local function find_ideas(s, verbs)
  local ideas = s.ask("idea", {
    nl = "Bedenk per kaart minstens twee ideeën voor jullie opgave. Schrijf elk idee als: ‘Wat als wij …’",
    en = "For each card find at least two ideas for your challenge. Write each as: ‘What if we …’",
  }, {
    per = 12, max = 160, by = "group", close_when = "all", time = 14 * s.min,
    note = {
      { nl = "De kaart zegt niet wat je moet doen. Hij stelt een vraag.",
        en = "The card does not tell you what to do. It asks a question." },
      rounds.fairness,
    },
  })
  if #ideas >= ENOUGH or #verbs == 0 then
    return ideas
  end
  local more = s.ask("more_ideas", {
    nl = "Nog geen zes ideeën. Draai de vraag om: {question} Welke ideeën geeft dat?",
    en = "Not six ideas yet. Ask it in reverse: {question} Which ideas does that give?",
  }, {
    per = 6, max = 160, by = "group", close_when = "all", time = 5 * s.min,
    slots = { question = verbs[1].reverse_question }, note = field_of(verbs, "reverse_question"),
  })
  return add_all(add_all({}, ideas), more)
end

-- The three ideas with most dots, more when the third place is shared.
local function top_three(vote)
  local top = {}
  for i, entry in ipairs(vote.top) do
    if i <= 3 or entry.dots == top[3].dots then
      top[i] = entry
    else
      break
    end
  end
  return top
end

local function weigh_ideas(s, ideas)
  if #ideas == 0 then
    return { top = {} }
  end
  local vote = s.vote("votes", {
    nl = "Verdeel stil 25 punten over de ideeën. Eén stem kost 1 punt, twee stemmen kosten er 4, drie kosten er 9.",
    en = "Spread 25 credits over the ideas in silence. One vote costs 1, two votes cost 4, three cost 9.",
  }, { items = ideas, cost = "square", credits = 25, blind = true, close_when = "all", time = 6 * s.min, note = rounds.check })
  return { top = top_three(vote) }
end

-- Heads a part of the harvest with whose it is, where there are groups.
local function title_of(team, nl, en)
  if team == teams.everyone then
    return { nl = nl, en = en }
  end
  return { nl = nl .. " ({group})", en = en .. " ({group})" }
end

local function harvest_ideas(s, team, top)
  local slots = { group = team.name }
  s.harvest("decision", title_of(team, "Ons beste idee", "Our best idea"), top[1].item, { as = "decision", slots = slots })
  s.harvest("top3", title_of(team, "Top drie", "Top three"), top, { as = "ranking", slots = slots })
end

-- Where groups worked apart, what each agreed says whose it is; also that a group agreed nothing.
local function name_groups(list, agreed)
  local rows = {}
  for _, team in ipairs(list) do
    local actions = teams.get(agreed, team, "actions")
    for _, action in ipairs(actions) do
      rows[#rows + 1] = { group = team.name, what = action.what, who = action.who, by = action.by }
    end
    if #actions == 0 then
      rows[#rows + 1] = { group = team.name, what = { nl = "Niets afgesproken", en = "Nothing agreed" } }
    end
  end
  return rows
end

local function agree_on_monday(s, team, top)
  local best = top[1] and top[1].item
  local options = { most = 3, fields = { "what", "who", "by" }, note = rounds.closing }
  if best == nil then
    return { actions = s.action("monday", {
      nl = "Spreek één kleine maandagactie af: wie, wat, wanneer.",
      en = "Agree one small Monday action: who, what, when.",
    }, options) }
  end
  options.slots = { idea = best }
  local actions = s.action("monday", {
    nl = "Maak van het beste idee een maandagactie: wie, wat, wanneer. Het idee: {idea}",
    en = "Turn the best idea into a Monday action: who, what, when. The idea: {idea}",
  }, options)
  harvest_ideas(s, team, top)
  return { actions = actions }
end

return exercise {
  id = "vraag-het-de-natuur", code = "B1", version = "1.0.0", api = 1, languages = { "nl", "en" },
  title = { nl = "Vraag het de natuur", en = "Ask nature" },
  goal = {
    nl = "Van een vraag op het werk naar drie frisse ideeën met hulp van natuurstrategieën.",
    en = "From a question at work to three fresh ideas, helped by nature strategies.",
  },
  when = {
    nl = "Aan het begin, of als een gesprek rondjes draait.",
    en = "At the start, or when a conversation goes in circles.",
  },
  outcome = {
    nl = "Drie ideeën en één afgesproken maandagactie.",
    en = "Three ideas and one agreed Monday action.",
  },
  tips = {
    nl = "Laat iemand die weinig van natuur weet de kaart navertellen. Vraag altijd waar de vergelijking ophoudt.",
    en = "Let someone who knows little of nature retell the card. Always ask where the comparison ends.",
  },
  pitfalls = {
    nl = "Te snel naar het dier springen zonder functie. De kaart als bewijs gebruiken.",
    en = "Jumping to the animal without a function. Using the card as proof.",
  },
  reference = "Idea of asking by function: Biomimicry Institute, The Biomimicry Taxonomy (AskNature). Our functions "
    .. "and wording are our own.",
  track = "nature", people = { 3, 24 }, minutes = 75,
  materials = { "opgavekaarten", "functie", "natuur", "w01", "pennen" }, worksheet = "w01",
  decks = { "functie", "natuur" },

  run = function(s)
    local challenge, bother, list = {}, {}, teams.of {}
    local asked, hands, read, found, weighed, agreed = {}, {}, {}, {}, {}, {}

    s.section("start", { nl = "Onze opgave", en = "Our challenge" }, { minutes = 5 }, function()
      challenge = s.ask("challenge", {
        nl = "Lees de opgavekaart voor. Schrijf de opgave op in één zin.",
        en = "Read the challenge card aloud. Write the challenge in one sentence.",
      }, { per = 1, max = 160, by = "facilitator", reveal = "live", note = rounds.opening })
      bother = s.ask("bother", {
        nl = "Ieder schrijft stil: waar heb ik hier last van?",
        en = "Everyone writes in silence: what bothers me here?",
      }, { per = 2, max = 160, who = "anonymous", reveal = "on_close", time = 2 * s.min, note = { rounds.quiet } })
      list = teams.of(s.split("groups", {
        nl = "Maak groepjes van drie tot vijf.", en = "Make groups of three to five.",
      }, { size = 4, by = "mix" }))
    end)
    s.section("function", { nl = "Wat moet het netwerk doen?", en = "What must the network do?" }, { minutes = 10 }, function()
      asked = teams.each(s, "verbs", list, function(_, branch)
        return choose_verbs(branch)
      end)
    end)
    local deck, seed = s.deck("natuur"), s.seed("seed")
    local dealt, drawn = deal(deck, list, asked, seed)
    s.section("question", { nl = "Hoe zou de natuur …?", en = "How would nature …?" }, { minutes = 5 }, function()
      hands = teams.each(s, "cards", list, function(team, branch)
        return { cards = ask_nature(branch, teams.get(asked, team, "verbs"), dealt[team.id]) }
      end)
    end)
    s.section("reading", { nl = "Lezen en navertellen", en = "Read and retell" }, { minutes = 15 }, function()
      read = teams.each(s, "retelling", list, function(team, branch)
        local other = hand_of(deck, teams.get(asked, team, "verbs"), seed, drawn, 1)
        local cards, why = swap_one(branch, teams.get(hands, team, "cards"), other)
        return { cards = cards, why = why, limits = read_cards(branch) }
      end)
    end)
    s.section("ideas", { nl = "Wat als wij …", en = "What if we …" }, { minutes = 20 }, function()
      found = teams.each(s, "thinking", list, function(team, branch)
        return { ideas = find_ideas(branch, teams.get(asked, team, "verbs")) }
      end)
    end)
    s.section("choice", { nl = "De top drie", en = "The top three" }, { minutes = 10 }, function()
      weighed = teams.each(s, "weighing", list, function(team, branch)
        return weigh_ideas(branch, teams.get(found, team, "ideas"))
      end)
    end)
    s.section("action", { nl = "Maandagactie", en = "Monday action" }, { minutes = 10 }, function()
      agreed = teams.each(s, "agreeing", list, function(team, branch)
        return agree_on_monday(branch, team, teams.get(weighed, team, "top"))
      end)
      s.say("read_out", {
        nl = "Lees jullie actie voor aan een ander groepje.", en = "Read your action to another group.",
      })
    end)

    s.harvest("challenge", { nl = "Onze opgave", en = "Our challenge" }, challenge, { as = "challenge" })
    s.harvest("bother", { nl = "Waar we last van hebben", en = "What bothers us" }, bother, { as = "quotes" })
    s.harvest("ideas", { nl = "Alle ideeën", en = "All ideas" }, teams.all(list, found, "ideas"), { as = "quotes" })
    s.harvest("monday", { nl = "Wat we afspraken", en = "What we agreed" },
              #list > 1 and name_groups(list, agreed) or teams.all(list, agreed, "actions"), { as = "actions" })
    s.harvest("limits", { nl = "Waar de vergelijking mank gaat", en = "Where the comparison breaks down" },
              teams.all(list, read, "limits"), { as = "quotes" })
    s.harvest("refused", { nl = "Waarom we een kaart ruilden", en = "Why we changed a card" },
              teams.all(list, read, "why"), { as = "quotes" })
    s.harvest("cards", { nl = "Kaarten en bronnen", en = "Cards and sources" }, teams.all(list, read, "cards"),
              { as = "cards" })
    s.say("thanks", rounds.thanks)
    return { actions = teams.all(list, agreed, "actions") }
  end,
}
