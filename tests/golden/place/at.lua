-- at with every anchor, for a text of two lines and for an area; a row lies by its first baseline when it says so.
local words = "een tekst die over twee regels loopt"
return worksheet { id = "case", code = "C", title = "Op", size = { 150, 100 }, safe = 0,
  page { layers {
    text { words, at = { 5, 20 }, width = 30 },
    text { words, at = { 40, 20 }, width = 30, anchor = "first" },
    text { words, at = { 75, 20 }, width = 30, anchor = "last" },
    text { words, at = { 110, 20 }, width = 30, anchor = "top" },
    text { words, at = { 5, 50 }, width = 30, anchor = "bottom" },
    fill { colour = "teal", at = { 40, 50 }, width = 5, height = 5 },
    fill { colour = "teal", at = { 50, 50 }, width = 5, height = 5, anchor = "first" },
    fill { colour = "teal", at = { 60, 50 }, width = 5, height = 5, anchor = "last" },
    fill { colour = "teal", at = { 70, 50 }, width = 5, height = 5, anchor = "bottom" },
    fill { colour = "teal", at = { -3, -3 }, width = 3, height = 3, anchor = "top" },
    row { at = { 5, 80 }, anchor = "first", width = 60, gap = 2, tab { "A", shape = "circle" }, text { "naast" } },
    row { at = { 75, 80 }, anchor = "first", width = 60, mark { "disc", ornament = true }, text { "naast" } },
    fill { colour = "teal", width = 2, height = 2 },
  } },
}
