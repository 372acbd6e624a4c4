-- An area to write in: with a line, with a ground, as tall as it says and as it needs.
return worksheet { id = "case", code = "C", title = "Vakken", size = { 100, 100 }, safe = 0, colour = "teal",
  page {
    gap = 4,
    box { id = "vak", label = "Teken het", height = 30 },
    row { gap = 4, box { id = "vak#2", label = "Links", grow = 1, important = true }, box { id = "vak#3", label = "Rechts", grow = 1, colour = "ink" } },
  },
}
