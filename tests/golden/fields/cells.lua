-- Small tables: rows with names, rows without, and cells that share their lines.
return worksheet { id = "case", code = "C", title = "Tabellen", size = { 120, 150 }, safe = 0, colour = "teal",
  page {
    gap = 6,
    cells { id = "tel", label = "Tel", columns = { "lente", "zomer" }, rows = { "aantal", "uren" } },
    cells { id = "gast", label = "Gasten", columns = { "wie", "wat zij brengen" }, lines = 3, gap = 0 },
    cells { id = "hoog", label = "Even hoog als er plaats is", columns = { "wat" }, height = 40, lines = 2, important = true },
  },
}
