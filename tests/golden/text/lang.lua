-- Words of another language have a run of their own, and a leaf of their own in the tree.
return worksheet { id = "case", code = "C", title = "Talen", size = { 100, 60 }, safe = 0,
  page {
    gap = 1,
    text { "De slijmzwam ", italic { "Physarum polycephalum", lang = "la" }, " groeit." },
    text { "Only English \"quoted\" here", lang = "en" },
    text { "samen ", bold { "één taal" }, " blijft één blad" },
    heading { "Kop met ", italic { "Latin words", lang = "en" } },
    text { "Lang genoeg om over twee regels te lopen met ", italic { "a few English words in it", lang = "en" }, " en weer terug.", width = 50 },
  },
}
