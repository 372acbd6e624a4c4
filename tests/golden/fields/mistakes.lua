-- What does not fit is told in millimetres, and the page is made all the same.
return worksheet { id = "case", code = "C", title = "Te krap", size = { 100, 220 }, safe = 0,
  page {
    write { id = "vijf", label = "Vijf lijnen", lines = 5, height = 30 },
    scale { id = "smal", label = "Smal", points = 7, width = 40 },
    dots { id = "stip", label = "Stippen", points = 20, beside = true, width = 60 },
    cells { id = "cel", label = "Cellen", columns = { "a", "b", "c", "d" }, width = 18, gap = 0 },
    canvas { kind = "loop", id = "lus", ornament = true, width = 80, labels = { "a", "b", "c", "d" } },
    canvas { kind = "stairs", id = "trap", ornament = true, height = 10, labels = { "a", "b", "c", "d" } },
    canvas { kind = "matrix", id = "ruil", alt = "x", labels = { "a" }, rows = { "a", "b" } },
  },
}
