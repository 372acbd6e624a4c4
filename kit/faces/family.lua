-- What all cards of one size have in common: the bar at the top and the line at the foot.
-- Lengths are mm from the top left of the trimmed card; an A6 card is 105 wide and 148 tall.
local family = {}

family.margin = 7
family.width = 91

--- The white ground and the coloured bar, both past the edge.
---@param colour string a colour of the theme
function family.bar(colour)
  return layers {
    fill { colour = "white", at = { -3, -3 }, width = 111, height = 154 },
    fill { colour = colour, at = { -3, -3 }, width = 111, height = 6 },
  }
end

--- The line at the foot: licence on the left, deck shape and number on the right.
---@param c card
---@param ctx table
---@param look table `shape` and its `colour`; `ink` for the words, `on` for the letter on the shape
function family.foot(c, ctx, look)
  local code = ctx.deck.code
  local number = words.replace(c.id, code, "")
  return layers {
    text { ctx.kit.licence, " · ", ctx.kit.title, style = "licence", colour = look.ink, at = { 7, 143.4 }, width = 60 },
    row {
      at = { 68, 143.5 }, anchor = "first", width = 30, gap = 1.2,
      grow {},
      tab { code, shape = look.shape, style = "code", colour = look.colour, ink = look.on, ornament = true,
            width = 4.2, height = 4.2 },
      text { number, style = "number", colour = look.ink },
    },
  }
end

--- A small heading in the deck's colour.
---@param words_ table a text
---@param options table where it goes: at, below or above; colour
function family.label(words_, options)
  options[1] = words_
  options.style = "label"
  options.level = 2
  options.width = options.width or family.width
  return heading(options)
end

return family
