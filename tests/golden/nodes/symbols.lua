-- Every shape of a tab, every mark, chips; with and without something to hear.
local shapes = { "tab", "circle", "leaf", "stair", "squares", "arch", "diamond", "hexagon", "circles", "octagon", "square" }
local marks = { "disc", "half", "ring", "tick", "box", "dot", "fold_left", "fold_right" }
local tabs, signs = { gap = 1, align = "start" }, { gap = 1 }
for _, shape in ipairs(shapes) do tabs[#tabs + 1] = tab { "A", shape = shape, colour = "teal" } end
for _, name in ipairs(marks) do signs[#signs + 1] = mark { name, ornament = true } end
return worksheet { id = "case", code = "C", title = "Tekens", size = { 140, 60 }, safe = 0,
  page {
    padding = 2, gap = 2,
    row(tabs), row(signs),
    row { gap = 2, mark { "tick", colour = "teal", alt = "gedaan" }, mark { "disc", width = 6 }, text { "naast een teken" } },
    row { gap = 2, chip { "knop" }, chip { "vol", colour = "teal", ink = "white", stroke = "teal", radius = 0, weight = 0.5 },
          chip { "breed", width = 30, height = 8 }, chip { "V", alt = "een knop V" } },
    row { gap = 2, tab { "V", shape = "circle", colour = "teal", width = 6, alt = "verbinden" },
          tab { "W", shape = "leaf", colour = "teal", width = 8, height = 4, ornament = true } },
  },
}
