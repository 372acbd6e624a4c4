-- Two rings, and in a row three without a height of their own.
return worksheet { id = "case", code = "C", title = "Ringen", size = { 200, 110 }, safe = 0, colour = "teal",
  page {
    row {
      canvas { kind = "rings", id = "kring", alt = "Twee ringen.", width = 100, labels = { "binnen", "buiten" } },
      canvas { kind = "rings", id = "kring#2", alt = "Drie ringen.", width = 100, colour = "ink", labels = { "wij", "dichtbij", "ver" } },
    },
  },
}
