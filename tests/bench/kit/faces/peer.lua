-- Lengths are mm from the corner of the trim; peer.c counts from that of the bleed.
return face {
  front = function(c)
    return layers {
      fill { colour = c.colour, at = { -3, -3 }, width = 69, height = 94 },
      frame { colour = "white", stroke = "ink", weight = 0.5, radius = 3, at = { 3, 3 }, width = 57, height = 82 },
      heading { c.title, at = { 6, 10.28 }, width = 42 },
      picture { "icon.svg", at = { 48, 5 }, width = 9, height = 9, ornament = true },
      fill { colour = c.colour, at = { 3, 17 }, width = 57, height = 6 },
      text { c.caption, style = "caption", at = { 6, 21.22 }, width = 51 },
      text { c.body, at = { 6, 29.39 }, width = 51 },
      text { c.id, style = "id", at = { 6, 82.26 }, width = 51 },
    }
  end,
}
