-- W07, the twin of exercise O1. Five tasks are scored on five steps, now and later; the stairs below share the columns. Under them what
-- follows for each task, and on the right the values and the reasons.
local labels = require "labels"
local frame = require "worksheets.frame"

local sheet = {
  paper = "a3", code = "W07", exercise = "O1", colour = "violet",
  title = { nl = "Rollentrap", en = "Role stairs" },
}
local words_of = labels.role_stairs
local letters = { "A", "B", "C", "D", "E" }

-- The grid: five columns, each of six rings, which end at x = 296. A strip has a task's thirty rings.
local grid = { x = 128.7, y = 48, column = 33.6, row = 13.6, strip = { x = 106, width = 190 } }
local foot = grid.y + #letters * grid.row
local tasks = { y = 173, row = 20.6 }
local right, wide = 314, 94

local function of_task(letter, more)
  return words.join({ words_of.task, " ", letter, ": ", more }, "")
end

local function columns()
  local heads = { height = 1 }
  for i = 1, #words_of.steps do
    local x = grid.x + (i - 1) * grid.column
    heads[#heads + 1] = i % 2 == 1 and fill { colour = sheet.colour .. " 5%", ornament = true, at = { x, 30 },
                                              width = grid.column, height = foot - 30 }
    heads[#heads + 1] = i > 1 and rule { colour = sheet.colour, weight = 0.5, ornament = true, at = { x - 0.25, grid.y },
                                         height = foot - grid.y }
    heads[#heads + 1] = text { tostring(i), style = "numeral", colour = sheet.colour, align = "centre", at = { x, 41.5 },
                               width = grid.column }
  end
  return layers(heads)
end

local function strip(id, letter, words_for, y)
  return dots { id = id, label = words_for, tooltip = of_task(letter, words_for), style = "choice", colour = "ink", beside = true,
                points = 30, at = { grid.strip.x, y }, anchor = "first", width = grid.strip.width }
end

-- A task, and thirty rings for where it stands and where it should stand.
local function scores(i, letter)
  local y, n = grid.y + (i - 1) * grid.row, tostring(i)
  return layers {
    height = 1,
    rule { at = { 12, y }, width = 284.7, weight = 0.35, colour = sheet.colour },
    write { id = "task#" .. n, label = frame.same(letter), tooltip = words.join({ words_of.task, letter }, " "),
            style = "numeral", beside = true, at = { 12, y + 8.4 }, anchor = "first", width = 86 },
    strip("now#" .. n, letter, words_of.now, y + 5.4),
    strip("later#" .. n, letter, words_of.later, y + 11.6),
  }
end

local function legend()
  return row {
    gap = 2, at = { 12, 44 }, anchor = "first", width = 86,
    mark { "ring", colour = "ink", width = 4, height = 4, ornament = true }, text { words_of.now, style = "choice" },
    space { width = 4 },
    mark { "disc", colour = "ink", width = 4, height = 4, ornament = true }, text { words_of.later, style = "choice" },
  }
end

local function which_tasks()
  local options = {}
  for i, letter in ipairs(letters) do options[i] = { frame.same(letter), id = letter } end
  return options
end

-- What follows for a task: the result, the sentence, and who says it.
local function task_row(i, letter)
  local y, n = tasks.y + (i - 1) * tasks.row, tostring(i)
  return layers {
    height = 1,
    rule { at = { 12, y }, width = 292, weight = 0.35, colour = sheet.colour },
    tick { id = "verdict#" .. n, label = frame.same(letter), tooltip = of_task(letter, words_of.verdict), style = "numeral",
           beside = true, columns = 3, options = words_of.verdicts, at = { 12, y + 7.5 }, anchor = "first", width = 138 },
    write { id = "role_sentence#" .. n, label = words_of.sentence, tooltip = of_task(letter, words_of.sentence), beside = true,
            lines = 2, at = { 154, y + 7.5 }, anchor = "first", width = 94 },
    write { id = "messenger.who#" .. n, label = words_of.who, tooltip = of_task(letter, words_of.tell), beside = true,
            at = { 254, y + 7.5 }, anchor = "first", width = 50 },
    write { id = "messenger.by#" .. n, label = words_of.by, tooltip = of_task(letter, words_of.by), beside = true,
            at = { 254, y + 16.5 }, anchor = "first", width = 50 },
  }
end

-- The four styles in a square; what each asks stands under its name.
local function values()
  local x, y = { right, right + wide / 2 }, { 40, 78.5 }
  local options, nodes = {}, {
    height = 1,
    fill { colour = sheet.colour .. " 12%", ornament = true, at = { right, 30 }, width = wide, height = foot - 30 },
    rule { colour = "white", weight = 1.4, ornament = true, at = { x[2], y[1] }, height = foot - y[1] },
    rule { colour = "white", weight = 1.4, ornament = true, at = { right, y[2] }, width = wide },
  }
  for i, value in ipairs(words_of.values) do
    options[i] = { value[1], id = value.id }
    nodes[#nodes + 1] = text { value.id, " ", value.says, style = "voice",
                               at = { x[(i - 1) % 2 + 1] + 3.5, y[i > 2 and 2 or 1] + 14.6 }, width = 41 }
  end
  nodes[#nodes + 1] = tick { id = "value", label = words_of.value, columns = 2, gap = 33.1, options = options,
                             at = { right + 3.5, 37 }, anchor = "first", width = wide }
  return layers(nodes)
end

local body = {
  columns(),
  heading { words_of.tasks, style = "field", level = 2, colour = sheet.colour, at = { 12, 37 }, width = 86 },
  legend(),
}
for i, letter in ipairs(letters) do body[#body + 1] = scores(i, letter) end
for _, node in ipairs {
  rule { at = { 12, foot }, width = 284.7, weight = 0.35, colour = sheet.colour },
  text { words_of.no_best, style = "voice", at = { 12, 128 }, width = 106 },
  tick { id = "statutory", label = words_of.statutory, columns = 5, options = which_tasks(), at = { 12, 144 }, anchor = "first",
         width = 100 },
  canvas { kind = "stairs", id = "stairs", labels = words_of.steps, alt = words_of.stairs, at = { grid.x, 121 },
           width = 5 * grid.column, height = 40 },
  heading { words_of.verdict, style = "field", level = 2, colour = sheet.colour, at = { 20, 170 }, width = 120 },
  text { words_of.say, style = "voice", at = { 154, 170 }, width = 94 },
  heading { words_of.tell, style = "field", level = 2, colour = sheet.colour, at = { 254, 170 }, width = 50 },
} do body[#body + 1] = node end
for i, letter in ipairs(letters) do body[#body + 1] = task_row(i, letter) end
body[#body + 1] = values()
body[#body + 1] = write { id = "reason", label = words_of.reason, lines = 15, at = { right, 129 }, anchor = "first", width = wide }

return worksheet {
  id = "w07", code = sheet.code, exercise = sheet.exercise, title = sheet.title,
  size = "a3", orientation = "landscape", colour = sheet.colour, bleed = 3,
  frame.page(sheet, body),
}
