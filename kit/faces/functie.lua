-- Function cards. Front: the verb on its full colour. Back: the question it puts to nature, and its reverse.
local labels = require "labels"
local family = require "faces.family"

-- The colours of a front. Solid colour takes much ink: the edition that saves it has a tint, lines in colour and words in ink.
local function look_of(c, ctx)
  if ctx.edition == "mono" then
    return { ground = c.colour .. " 12%", line = c.colour, ink = "ink", on = "white" }
  end
  return { ground = c.colour, line = "white", ink = "white", on = c.colour }
end

return face {
  front = function(c, ctx)
    local look = look_of(c, ctx)
    return layers {
      fill { colour = look.ground, at = { -3, -3 }, width = 111, height = 154 },
      pattern { c.pattern, seed = c.id, colour = look.line, ground = look.ground, at = { -3, -3 }, width = 111, height = 103,
                ornament = true },
      rule { at = { -3, 100 }, width = 111, weight = 0.35, colour = look.line },
      text { c.letter, style = "giant", colour = look.line, at = { 6, 133.7 }, width = 34, ornament = true },
      heading { c.title, style = "display", colour = look.ink, at = { 42, 126.4 }, anchor = "last", width = 56 },
      text { labels["function"], style = "body", colour = look.ink, at = { 42, 133.7 }, width = 56 },
      family.foot(c, ctx, { shape = "circle", colour = look.line, ink = look.ink, on = look.on }),
    }
  end,

  back = function(c, ctx)
    return layers {
      fill { colour = "white", at = { -3, -3 }, width = 111, height = 154 },
      pattern { c.pattern, seed = c.id .. " back", colour = c.colour, ground = c.colour .. " 12%", at = { -3, -3 }, width = 111,
                height = 33, ornament = true },
      -- A white edge: dots and lines of the pattern would else grow together with the circle.
      layers { at = { 6.3, 21.3 }, width = 17.4, height = 17.4, colour = "white", radius = 8.7 },
      tab { c.letter, shape = "circle", style = "letter_c", colour = c.colour, at = { 7, 22 }, width = 16, ornament = true },
      family.label(labels.nature_question, { at = { 7, 51 }, colour = c.colour }),
      text { c.nature_question, style = "ask", at = { 7, 58.4 }, width = 91, name = "question" },
      family.label(labels.reverse_question, { below = { "question", 12 }, colour = c.colour, name = "reverse" }),
      text { c.reverse_question, style = "reverse", below = { "reverse", 6 }, width = 91, clear = 4 },
      rule { at = { 7, 110 }, width = 91, weight = 0.25, colour = c.colour },
      family.label(labels.at_our_place, { at = { 7, 116 }, colour = c.colour }),
      text { c.org_translation, style = "roomy", at = { 7, 121.4 }, width = 91, lines = 3 },
      family.foot(c, ctx, { shape = "circle", colour = c.colour }),
    }
  end,
}
