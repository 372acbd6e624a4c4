-- below and above, also on what is named further down, in chains, and from boxes; x comes from the sibling unless `at` says one.
return worksheet { id = "case", code = "C", title = "Hangt", size = { 100, 120 }, safe = 0,
  page { layers {
    text { "derde", below = { "second", 6 }, name = "third" },
    text { "eerste", at = { 10, 20 }, name = "first" },
    text { "tweede loopt over twee regels", below = { "first", 6 }, width = 30, name = "second" },
    text { "ingesprongen", at = { 20, 0 }, below = { "third", 6 } },
    text { "boven", above = { "first", 6 } },
    fill { colour = "teal", at = { 60, 50 }, width = 20, height = 10, name = "area" },
    text { "onder de vlakte", below = { "area", 5 } },
    text { "boven de vlakte loopt door", above = { "area", 2 }, width = 20 },
    rule { below = { "area", 8 }, width = 20 },
    row { below = { "area", 12 }, width = 30, text { "een rij" } },
    layers {
      at = { 10, 70 }, width = 60, padding = { 2, 3, 4, 5 }, colour = "teal 12%", name = "band",
      text { "binnen", at = { 0, 5 }, name = "first" },
      text { "en lager", below = { "first", 5 } },
    },
    text { "na de band", below = { "band", 6 } },
  } },
}
