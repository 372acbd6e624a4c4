-- Nature cards. Front: what it is and what it looks like. Back: how it works, and below the fold what it asks of a team.
local labels = require "labels"
local family = require "faces.family"

local marks = { sterk = "disc", genuanceerd = "half", omstreden = "ring" }

-- Tabs hang side by side, one place for each function: a stack of cards shows a thumb index.
local function tab_x(c)
  return 7 + 11.43 * c.verb.position
end

-- The verb stands beside the tab, on the side where there is room.
local function verb(c)
  local word = words.lower(c.verb.title)
  if c.verb.position < 4 then
    return text { word, style = "word", colour = c.verb.colour, at = { tab_x(c) + 13, 11 }, width = 40 }
  end
  return text { word, style = "word", colour = c.verb.colour, at = { tab_x(c) - 42, 11 }, width = 40, align = "end" }
end

-- "bewijs: sterk" with its mark. What is not strong stands in a frame: nobody should overlook it.
local function evidence_line(c)
  local framed = c.evidence_level ~= "sterk"
  local line = row {
    gap = 1.4,
    mark { marks[c.evidence_level], colour = framed and "ink" or c.verb.colour, ornament = true },
    text { words.lower(labels.evidence[c.evidence_level]), style = "strong" },
  }
  if framed then
    return row {
      at = { 7, 138.4 }, anchor = "first", width = 91,
      frame { stroke = "ink", weight = 0.35, padding = { 0.62, 1.4, 0.93, 1.4 }, line },
    }
  end
  return row { at = { 7, 138.4 }, anchor = "first", width = 91, line }
end

-- "ref · ref doi:… · doi:…"
local function sources(c)
  local pieces = { style = "source", lang = "en", at = { 7, 138.8 }, anchor = "last", width = 91,
                   lines = 5, name = "source" }
  for i, source in ipairs(c.sources) do
    if i > 1 then pieces[#pieces + 1] = " · " end
    pieces[#pieces + 1] = source.ref
  end
  local before = " doi:"
  for _, source in ipairs(c.sources) do
    if source.doi then
      pieces[#pieces + 1] = before
      pieces[#pieces + 1] = source.doi
      before = " · doi:"
    end
  end
  return text(pieces)
end

return face {
  front = function(c, ctx)
    local colour = c.verb.colour
    return layers {
      family.bar(colour),
      tab { c.verb.letter, shape = "tab", style = "letter", colour = colour, at = { tab_x(c), 0 }, ornament = true },
      verb(c),
      heading { c.title, style = "title", at = { 7, 24.4 }, width = 91, name = "title" },
      pattern { c.pattern, seed = c.id, variant = c.variant, loops = c.detail == "loops",
                dashed = c.evidence_level == "omstreden",       -- the drawing doubts too
                colour = colour, ground = colour .. " 12%", at = { -3, 44 }, width = 111, height = 78, alt = c.principle },
      text { c.organism, style = "organism", at = { 7, 127.6 }, width = 91, name = "organism" },
      text { italic { c.latin }, style = "latin", below = { "organism", 4.3 }, width = 91 },
      evidence_line(c),
      family.foot(c, ctx, { shape = "tab", colour = colour }),
    }
  end,

  back = function(c, ctx)
    local colour = c.verb.colour
    return layers {
      family.bar(colour),
      -- Mirrored, so that it lies behind the tab of the front.
      tab { c.verb.letter, shape = "tab", style = "letter_s", colour = colour, at = { 105 - tab_x(c) - 11, 0 },
            height = 11, ornament = true },
      family.label(labels.how, { at = { 7, 15.5 }, colour = colour }),
      text { c.mechanism, style = "body", at = { 7, 20.1 }, width = 91, lines = 6 },

      -- Fold here: the principle folds away, so that a team first reads how it works.
      rule { at = { 6, 46.6 }, width = 93, weight = 0.2, dash = { 0.6, 0.9 }, colour = "line", ornament = true },
      mark { "fold_right", colour = colour, at = { 0, 44.7 }, ornament = true },
      mark { "fold_left", colour = colour, at = { 102, 44.7 }, ornament = true },

      layers {
        name = "band", at = { -3, 51.6 }, width = 111, padding = { 0, 10, 5.49, 10 }, colour = colour .. " 12%",
        family.label(labels.principle, { at = { 0, 4.6 }, colour = colour }),
        text { c.principle, style = "principle", at = { 0, 10.2 }, width = 91, lines = 3 },
      },

      family.label(labels.question, { at = { 7, 0 }, below = { "band", 6 }, colour = colour, name = "ask" }),
      text { c.question, style = "question", below = { "ask", 5 }, width = 91, lines = 2, name = "question" },
      family.label(labels.monday, { below = { "question", 6.4 }, colour = colour, name = "when" }),
      text { c.monday, style = "body", below = { "when", 4.6 }, width = 91, lines = 2, clear = 2 },

      -- From the foot upwards: source, note, the label with its mark, a line.
      rule { at = { 7, 0 }, above = { "evidence", 4.2 }, width = 91, weight = 0.25, colour = colour },
      mark { marks[c.evidence_level], colour = c.evidence_level == "sterk" and colour or "ink",
             at = { 7, 0 }, above = { "evidence", -0.65 }, ornament = true },
      heading { labels.evidence[c.evidence_level], style = "strong", level = 2, at = { 12, 0 }, above = { "note", 3.7 },
                width = 86, name = "evidence" },
      text { c.evidence, style = "note", at = { 12, 0 }, above = { "source", 3.9 }, width = 86, name = "note" },
      sources(c),
      family.foot(c, ctx, { shape = "tab", colour = colour }),
    }
  end,
}
