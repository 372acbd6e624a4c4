-- Lanes with and without columns, and a matrix with its diagonal.
return worksheet { id = "case", code = "C", title = "Vlakken", size = { 220, 330 }, safe = 0, colour = "teal",
  page {
    gap = 6,
    canvas { kind = "lanes", id = "banen", alt = "Drie banen over drie maanden.", height = 80, labels = { "wij", "partners", "bewoners" },
             columns = { "maart", "april", "mei" } },
    canvas { kind = "lanes", id = "banen#2", alt = "Twee banen.", height = 40, labels = { "nu", "straks" } },
    canvas { kind = "matrix", id = "ruil", alt = "Wie geeft wat aan wie.", height = 180, rows = { "Noord", "Oost", "Zuid", "West" },
             columns = { "Noord", "Oost", "Zuid", "West" } },
  },
}
