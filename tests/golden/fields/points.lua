-- A scale with and without words at its ends, and beside its label; dots under and beside theirs.
return worksheet { id = "case", code = "C", title = "Punten", size = { 100, 124 }, safe = 0, colour = "teal",
  page {
    gap = 6,
    scale { id = "eens", label = "Zijn we het eens?", ends = { "helemaal niet", "helemaal" } },
    scale { id = "kans", label = "Kans", points = 10 },
    dots { id = "stem#1", label = "Stemmen" },
    dots { id = "stem#2", label = "2", tooltip = "Stemmen voor idee 2", points = 3, beside = true },
    scale { id = "score#1", label = "A", tooltip = "Score voor A", beside = true },
    scale { id = "score#2", label = "Een opgave met een lange naam", points = 3, beside = true, ends = { "laag", "hoog" } },
  },
}
