-- Six hexagons around a dial.
return worksheet { id = "case", code = "C", title = "Zeshoeken", size = { 282, 246 }, safe = 0, colour = "teal",
  page {
    canvas { kind = "hexes", id = "opties", alt = "Zes velden om een klok.", height = 246,
             labels = { "A", "B", "C", "D", "E", "F", "Quorum" }, style = "title" },
  },
}
