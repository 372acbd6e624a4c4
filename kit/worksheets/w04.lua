-- W04, the twin of exercise B4. Six fields for options lie around a dial that tells how the group decides; on the right what comes of it.
local labels = require "labels"
local frame = require "worksheets.frame"

local sheet = {
  paper = "a3", code = "W04", exercise = "B4", colour = "olive",
  title = { nl = "Zwermbesluit", en = "Swarm decision" },
}
local words_of = labels.swarm

-- The board as wide as six fields ask, and the middles of the fields, clockwise from the top.
local board = { x = 12, y = 30, width = 282.5, height = 246 }
local middle = { x = board.x + board.width / 2, y = board.y + board.height / 2 }
local across, up = 87.3, 83.9
local fields = {
  { middle.x, middle.y - up }, { middle.x + across, middle.y - up / 2 }, { middle.x + across, middle.y + up / 2 },
  { middle.x, middle.y + up }, { middle.x - across, middle.y + up / 2 }, { middle.x - across, middle.y - up / 2 },
}
local right, wide = 305, 103

-- The letters of the slips and of the run sheet.
local letters = { "A", "B", "C", "D", "E", "F" }

local function of_option(letter, thing)
  return words.join({ words_of.option, " ", letter, ": ", thing }, "")
end

-- An option: its name and facts, a track of four rounds, and room for three stop cards.
local function option(i)
  local x, y, n, letter = fields[i][1], fields[i][2], tostring(i), letters[i]
  return layers {
    height = 1,
    write { id = "option#" .. n, label = words_of.option, tooltip = words.join({ words_of.option, letter }, " "), beside = true,
            at = { x - 31, y - 20.5 }, anchor = "first", width = 62 },
    write { id = "facts#" .. n, label = words_of.facts, tooltip = of_option(letter, words_of.facts), beside = true, lines = 3,
            at = { x - 37, y - 11.5 }, anchor = "first", width = 58 },
    dots { id = "swarm.stop#" .. n, label = words_of.stop, tooltip = of_option(letter, words_of.stop), points = 3,
           at = { x + 26, y - 6 }, anchor = "first", width = 18 },
    cells { id = "swarm.support#" .. n, label = words_of.support, tooltip = of_option(letter, words_of.support), gap = 0,
            columns = { frame.same "1", frame.same "2", frame.same "3", frame.same "4" },
            rows = { words_of.supporters, words_of.strength }, at = { x - 25, y + 9.6 }, width = 50, height = 25 },
  }
end

local function dial()
  local x, y = middle.x, middle.y
  return layers {
    height = 1,
    tick { id = "mode", label = words_of.mode, gap = 1.6, at = { x - 17, y - 15.5 }, anchor = "first", width = 36,
           options = { { words_of.fast, id = "fast" }, { words_of.careful, id = "careful" } } },
    write { id = "people", label = frame.same "N =", tooltip = words_of.people, style = "numeral", beside = true,
            at = { x - 18, y + 11 }, anchor = "first", width = 34 },
    write { id = "quorum", label = frame.same "q =", tooltip = words_of.quorum, style = "numeral", beside = true,
            at = { x - 16, y + 20 }, anchor = "first", width = 30 },
  }
end

local function ranking()
  local rows = { at = { right, 161 }, anchor = "first", width = wide, gap = 5,
                 heading { words_of.ranking, style = "field", level = 2, colour = sheet.colour } }
  for i = 1, 3 do
    local n = tostring(i)
    rows[i + 1] = write { id = "ranking#" .. n, label = frame.same(n), tooltip = words.join({ words_of.ranking, n }, " "),
                          style = "numeral", beside = true }
  end
  return column(rows)
end

local function carry_part(part, lines)
  return write { id = "carry." .. part, label = words_of[part], lines = lines }
end

local body = {
  canvas { kind = "hexes", id = "swarm", alt = words_of.board, at = { board.x, board.y }, width = board.width,
           height = board.height, style = "numeral",
           labels = { frame.same "A", frame.same "B", frame.same "C", frame.same "D", frame.same "E", frame.same "F" } },
}
for i = 1, #fields do body[#body + 1] = option(i) end
for _, node in ipairs {
  dial(),
  write { id = "decision", label = words_of.decision, lines = 5, at = { right, 39.8 }, anchor = "first", width = wide },
  write { id = "minority_reason", label = words_of.minority, lines = 5, at = { right, 100 }, anchor = "first", width = wide },
  ranking(),
  column {
    at = { right, 202 }, width = wide, height = 74, padding = 5, gap = 2.4, colour = sheet.colour .. " 12%",
    heading { words_of.carry, style = "sheet_part", level = 2 },
    carry_part("who", 1), carry_part("what", 1), carry_part("by", 1),
  },
} do body[#body + 1] = node end

return worksheet {
  id = "w04", code = sheet.code, exercise = sheet.exercise, title = sheet.title,
  size = "a3", orientation = "landscape", colour = sheet.colour, bleed = 3,
  frame.page(sheet, body),
}
