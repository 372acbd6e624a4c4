local verbs = require "decks.functie"
local k = require "kit"
local options = {}
for i, card in ipairs(verbs.cards) do
  options[i] = { card.title, id = card.id, letter = card.letter, colour = card.colour }
end
return worksheet {
  id = "w01", code = "W01", title = { nl = "Vraag het de natuur", en = "Ask nature" }, size = "a3", orientation = "landscape",
  colour = "olive", exercise = "B1",
  page { padding = 12, gap = 6,
    write { id = "challenge", label = { nl = "Onze opgave", en = "Our challenge" }, lines = 5, width = 100 },
    tick { id = "verb", label = { nl = "Werkwoord", en = "Verb" }, columns = 2, options = options, width = 104 },
    write { id = "x", label = { nl = "1", en = "1" }, beside = true, width = 100 },
    scale { id = "s", label = { nl = "Schaal", en = "Scale" }, ends = { { nl = "nooit", en = "never" }, { nl = "altijd", en = "always" } }, width=100},
    dots { id = "d", label = { nl = "Stemmen", en = "Votes" }, beside = true, width=100 },
    cells { id = "c", label = { nl = "Tel", en = "Count" }, columns = { { nl="lente",en="spring"}, {nl="zomer",en="summer"} }, rows = { {nl="aantal",en="number"},{nl="uren",en="hours"}}, width = 100 },
    box { id = "b", label = { nl = "Tel", en = "Count" }, width = 100 },
  },
}
