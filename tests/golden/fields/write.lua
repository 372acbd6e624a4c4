-- Lines under and beside a label, as many as are asked for or as fit.
return worksheet { id = "case", code = "C", title = "Schrijven", size = { 100, 190 }, safe = 0, colour = "teal",
  page {
    gap = 6,
    write { id = "opgave", label = "Onze opgave", lines = 3 },
    write { id = "een", label = "Eén lijn" },
    write { id = "kaart", label = "Kaart", tooltip = "Kaart 1", beside = true },
    write { id = "drie", label = "Drie", beside = true, lines = 3, colour = "ink", style = "choice" },
    write { id = "hoog", label = "Zo veel als er passen", height = 35 },
    write { id = "rest", label = "Wat er overblijft", grow = 1, important = true },
  },
}
