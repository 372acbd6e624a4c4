-- Every kind of harvest, with texts and numbers at their edges: what was typed must come through as it is, on every page.
local function T(nl, en)
  return { nl = nl, en = en }
end

local ZONES = { { id = "near", nl = "Dichtbij", en = "Near" }, { id = "far", nl = "Ver weg", en = "Far away" } }

local function first(list, n)
  local part = {}
  for i = 1, math.min(n, #list) do
    part[i] = list[i]
  end
  return part
end

return exercise {
  id = "every", code = "X9", version = "0.1", api = 1, languages = { "nl", "en" },
  title = T("Van alles", "Everything"), goal = T("Elke soort oogst op papier.", "Every kind of harvest on paper."),
  people = { 1, 300 }, minutes = 30,

  run = function(s)
    local thoughts, items, results = {}, {}, {}
    s.section("writing", T("Schrijven", "Writing"), { minutes = 10 }, function()
      items = s.ask("item", T("Noem vier dingen", "Name four things"), { per = 4, max = 4000, by = "facilitator" })
      thoughts = s.ask("thought", T("Wat denk je?", "What do you think?"), { max = 4000, who = "anonymous" })
      results.long = s.ask("long", T("Schrijf lang", "Write at length"), { per = 2, max = 4000, by = "facilitator" })
    end)
    s.section("judging", T("Kiezen", "Choosing"), { minutes = 15 }, function()
      local four = { options = items, most = 1 }
      results.tie = s.choose("tie", T("Welke?", "Which one?"), four)
      results.few = s.choose("few", T("Welke, stil?", "Which one, in silence?"), { options = items, most = 1, who = "anonymous" })
      results.none = s.choose("none", T("Geen?", "None?"), four)
      results.ticked = s.choose("ticked", T("Vink aan", "Tick"), { options = items, most = 4, by = "facilitator" })
      results.vote = s.vote("vote", T("Stem", "Vote"), { items = items, dots = 3 })
      results.quiet = s.vote("quiet", T("Stem stil", "Vote in silence"), { items = items, dots = 3, who = "anonymous" })
      results.rank = s.rank("rank", T("Zet op volgorde", "Put in order"), { items = items })
      results.scale = s.scale("scale", T("Hoe graag?", "How gladly?"), { from = 0, to = 10, by_role = true })
      results.sure = s.scale("sure", T("Hoe zeker?", "How sure?"), { items = first(items, 2), who = "anonymous" })
      results.way = s.gate("way", T("Hoe verder?", "How to go on?"),
                           { options = { { id = "on", nl = "Wij gaan door.", en = "We go on." }, { id = "off", nl = "Stop", en = "Stop" } } })
      results.swarm = s.swarm("swarm", T("Zwerm", "Swarm"), { items = first(items, 3), rounds = 1 })
    end)
    s.section("placing", T("Leggen", "Placing"), {}, function()
      results.piles = s.cluster("piles", T("Leg bij elkaar", "Put together"), { items = items, by = "facilitator" })
      results.places = s.place("places", T("Leg neer", "Place"), { items = items, canvas = { kind = "rings", rings = ZONES } })
      results.self = s.place("self", T("Ga staan", "Stand"), { items = "self", canvas = { kind = "rings", rings = ZONES }, who = "anonymous" })
      results.links = s.link("links", T("Verbind", "Connect"), {
        from = items, to = { { id = "city", nl = "De gemeente", en = "The municipality" } }, weight = { 1, 3 },
        verbs = { { id = "gives", nl = "geeft", en = "gives" } }, flags = { { id = "habit", nl = "uit gewoonte", en = "out of habit" } },
      })
      results.seats = s.seat("seats", T("Aan tafel", "At table"), { topics = items, rounds = 2, capacity = { 4, 8 } })
    end)
    local actions = s.action("action", T("Wie doet wat?", "Who does what?"), { most = 3, fields = { "what" } })

    s.harvest("challenge", T("Onze opgave", "Our challenge"), first(items, 1), { as = "challenge" })
    s.harvest("decision", T("Ons besluit", "Our decision"), items[2])
    s.harvest("way", T("Hoe verder?", "How to go on?"), results.way)
    s.harvest("action", T("Afspraken", "Agreements"), actions, { as = "actions", page = true })
    s.harvest("tie", T("Gelijke stand", "A tie"), results.tie)
    s.harvest("few", T("Weinig stemmen", "Few votes"), results.few)
    s.harvest("none", T("Niemand koos", "Nobody chose"), results.none)
    s.harvest("ticked", T("Aangevinkt", "Ticked"), results.ticked)
    s.harvest("vote", T("Gestemd", "Voted"), results.vote)
    s.harvest("quiet", T("Stil gestemd", "Voted in silence"), results.quiet.top, { as = "ranking" })
    s.harvest("rank", T("Volgorde", "Order"), results.rank)
    s.harvest("scale", T("Hoe graag?", "How gladly?"), results.scale)
    s.harvest("sure", T("Hoe zeker?", "How sure?"), results.sure)
    s.harvest("swarm", T("Zwerm", "Swarm"), results.swarm, { as = "chart" })
    s.harvest("shift", T("Nu en straks", "Now and later"), {
      chart = "shift", labels = first(items, 2), notes = { T("stap terug", "step back"), T("eerst praten", "talk first") },
      from = { { 4, 4, 4, 5, 3 }, { 1, 1, 1, 1 } }, to = { { 2, 2, 2, 1, 3 }, { 5, 5, 5, 5, 5 } },
    })
    s.harvest("stairs", T("Trap", "Stairs"), { chart = "stairs", labels = first(items, 1), now = { 4 }, later = { 2.5 } })
    s.harvest("dots", T("Te weinig stippen", "Too few dots"), { chart = "dots", answers = { 5, 5, 1, 1 } })
    s.harvest("piles", T("Stapels", "Piles"), results.piles)
    s.harvest("places", T("Plekken", "Places"), results.places)
    s.harvest("self", T("Waar staan we?", "Where do we stand?"), results.self)
    s.harvest("links", T("Wie geeft wat?", "Who gives what?"), results.links)
    s.harvest("seats", T("Aan welke tafel?", "At which table?"), results.seats, { as = "table" })
    s.harvest("table", T("Een tabel", "A table"), { { items[1], 1250.5 }, { items[3], -0.25 } }, { as = "table" })
    s.harvest("thoughts", T("Gedachten", "Thoughts"), thoughts)
    s.harvest("long", T("Lange teksten", "Long texts"), results.long, { as = "quotes" })
    s.harvest("nothing", T("Hier kwam niets", "Nothing came of this"), {}, { as = "quotes" })
    s.harvest("cards", T("Kaarten", "Cards"), {
      { id = "N01", title = T("Dikker waar het stroomt", "Thicker where it flows"), organism = T("Slijmzwam", "Slime mould"),
        sources = { { ref = "Tero A. et al. (2010). Science 327: 439-442.", doi = "10.1126/science.1177894" }, "Eigen waarneming." } },
      { id = "Z1", title = T("Eigen kaart", "Own card"), source = "=1+1" },
    }, { as = "cards" })
  end,
}
