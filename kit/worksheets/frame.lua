-- What all worksheets have in common: bar, block with the exercise, title, header lines, and the line at the foot.
-- Lengths are mm from the top left of the sheet. What a sheet asks stands between `top` and `bottom`.
local labels = require "labels"
local about = require "kit"

local frame = {}

-- The frame of each paper. `header` are the widths of its four lines, which begin at x with their labels' baseline at y.
local papers = {
  a3 = {
    width = 420, height = 297, margin = 12, top = 30, bottom = 276,
    bar = 3.2, block = { 26, 22 }, code = 15.4, title = { 44, 16.6 }, title_width = 148,
    header = { x = 196, y = 9.6, gap = 4, widths = { 34, 46, 54, 66 } },
    rule = 280, foot = 287.4,
    styles = { code = "sheet_code", title = "sheet_title" },
  },
  a4 = {
    width = 210, height = 297, margin = 10, top = 46, bottom = 279,
    bar = 2.4, block = { 20, 17 }, code = 11.8, title = { 35, 13.4 }, title_width = 165,
    header = { x = 10, y = 27, gap = 4, widths = { 30, 42, 50, 56 } },
    rule = 282, foot = 288.4,
    styles = { code = "small_sheet_code", title = "small_sheet_title" },
  },
}

--- The measures of a paper, for who places things on it.
---@param name string "a3" on its side, or "a4" upright
function frame.paper(name)
  return papers[name]
end

--- A label that is the same in every language: a numeral, a letter.
function frame.same(sign)
  return { nl = sign, en = sign }
end

-- Date, group, facilitator, challenge: what the session knows of itself.
local function header(paper)
  local x, lines = paper.header.x, { height = 1 }
  for i, part in ipairs { "date", "group", "facilitator", "challenge" } do
    local width = paper.header.widths[i]
    lines[i] = write { id = "session." .. part, label = labels.session[part], lines = 1,
                       at = { x, paper.header.y }, anchor = "first", width = width }
    x = x + width + paper.header.gap
  end
  return layers(lines)
end

local function foot(sheet, paper)
  local width = paper.width - 2 * paper.margin
  return layers {
    height = 1,
    rule { at = { paper.margin, paper.rule }, width = width, weight = 0.35, colour = sheet.colour },
    text { labels.remember, style = "field", at = { paper.margin, paper.foot }, width = 0.5 * width },
    text { about.licence, " · ", about.title, style = "choice", colour = "soft", align = "centre",
           at = { paper.margin, paper.foot }, width = width },
    text { sheet.code, style = "numeral", align = "end", at = { paper.margin, paper.foot }, width = width },
  }
end

--- A page of a worksheet: its frame, and in it the nodes of `body`, each placed in mm of the sheet.
---@param sheet table paper, code, exercise, colour, title
---@param body table a list of nodes
function frame.page(sheet, body)
  local paper = papers[sheet.paper]
  local nodes = {
    width = paper.width, height = paper.height,
    fill { colour = sheet.colour, at = { -3, -3 }, width = paper.width + 6, height = paper.bar + 3 },
    fill { colour = sheet.colour, at = { paper.margin, 0 }, width = paper.block[1], height = paper.block[2] },
    text { sheet.exercise, style = paper.styles.code, align = "centre", at = { paper.margin, paper.code }, width = paper.block[1] },
    heading { sheet.title, style = paper.styles.title, at = paper.title, width = paper.title_width },
    header(paper),
  }
  for _, node in ipairs(body) do nodes[#nodes + 1] = node end
  nodes[#nodes + 1] = foot(sheet, paper)
  return page { layers(nodes) }
end

return frame
