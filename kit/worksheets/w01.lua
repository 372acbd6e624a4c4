-- W01, the twin of exercise B1. From the left to the right: what we look for, three cards with two ideas each, what comes of it.
local labels = require "labels"
local functions = require "decks.functie"
local frame = require "worksheets.frame"

local sheet = {
  paper = "a3", code = "W01", exercise = "B1", colour = "olive",
  title = { nl = "Vraag het de natuur", en = "Ask nature" },
}
local words_of = labels.ask_nature

-- Left and right column, and between them three cards of 54 mm, as tall as A6 asks.
local left, right, wide = 12, 305, 103
local card = { x = 123, y = 32, width = 54, height = 76.2, pitch = 60 }
local idea = { y = 114, height = 79, pitch = 83 }

local function verbs()
  local options = {}
  for i, verb in ipairs(functions.cards) do
    options[i] = { verb.title, id = verb.id, letter = verb.letter, colour = verb.colour }
  end
  return options
end

-- "Kaart 2: in onze woorden"
local function of_number(thing, n, more)
  return more and words.join({ thing, " ", n, ": ", more }, "") or words.join({ thing, n }, " ")
end

local function card_frame(i, x)
  local n = tostring(i)
  return layers {
    at = { x, card.y }, width = card.width, height = card.height, stroke = sheet.colour, weight = 0.5, radius = 3.5,
    write { id = "card#" .. n, label = words_of.card, tooltip = of_number(words_of.card, n), beside = true,
            at = { 4, 7.8 }, anchor = "first", width = card.width - 8 },
    write { id = "retold#" .. n, label = words_of.retold, tooltip = of_number(words_of.card, n, words_of.retold),
            lines = 4, at = { 4, 25.8 }, anchor = "first", width = card.width - 8 },
  }
end

local function idea_box(i, x, y)
  local n = tostring(i)
  return layers {
    at = { x, y }, width = card.width, height = idea.height, stroke = "ink", weight = 0.35,
    write { id = "idea#" .. n, label = words_of.what_if, tooltip = of_number(words_of.idea, n, words_of.what_if), lines = 6,
            at = { 4, 7.6 }, anchor = "first", width = card.width - 8 },
    dots { id = "votes#" .. n, label = frame.same(n), tooltip = of_number(words_of.votes, n), style = "numeral", beside = true,
           at = { 4, 74.4 }, anchor = "first", width = card.width - 8 },
  }
end

-- A card and the two ideas that it gave are read together.
local function card_column(i)
  local x = card.x + (i - 1) * card.pitch
  return column {
    at = { 0, 0 }, width = 420,
    layers {
      height = 1,
      card_frame(i, x),
      idea_box(2 * i - 1, x, idea.y),
      idea_box(2 * i, x, idea.y + idea.pitch),
    },
  }
end

local function top_three()
  local rows = { at = { right, 121.6 }, anchor = "first", width = wide, gap = 6,
                 heading { words_of.top3, style = "field", level = 2, colour = sheet.colour } }
  for i = 1, 3 do
    local n = tostring(i)
    rows[i + 1] = write { id = "top3#" .. n, label = frame.same(n), tooltip = of_number(words_of.top3, n), style = "numeral",
                          beside = true }
  end
  return column(rows)
end

local function monday_part(part, lines)
  return write { id = "monday." .. part, label = words_of[part], tooltip = words.join({ words_of.monday, words_of[part] }, ": "),
                 lines = lines }
end

return worksheet {
  id = "w01", code = sheet.code, exercise = sheet.exercise, title = sheet.title,
  size = "a3", orientation = "landscape", colour = sheet.colour, bleed = 3,

  frame.page(sheet, {
    pattern { "phyllotaxis", seed = "w01", colour = "olive 11%", at = { 97, 94 }, width = 182, height = 180, ornament = true },

    write { id = "challenge", label = words_of.challenge, lines = 6, at = { left, 39.8 }, anchor = "first", width = wide },
    tick { id = "verb", label = words_of.verb, columns = 2, options = verbs(),
           at = { left, 121.6 }, anchor = "first", width = wide + 9 },
    write { id = "nature_question", label = words_of.nature_question, lines = 10,
            at = { left, 184 }, anchor = "first", width = wide },

    card_column(1), card_column(2), card_column(3),

    write { id = "limits", label = words_of.limits, lines = 6, at = { right, 39.8 }, anchor = "first", width = wide },
    top_three(),
    column {
      at = { right, 170 }, width = wide, height = 106, padding = 5, gap = 4, colour = sheet.colour .. " 12%",
      heading { words_of.monday, style = "sheet_part", level = 2 },
      monday_part("who", 1), monday_part("what", 3), monday_part("by", 2),
    },
  }),
}
