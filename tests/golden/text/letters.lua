-- Tracking, features, sizes, leading, colours.
return worksheet { id = "case", code = "C", title = "Letters", size = { 100, 80 }, safe = 0,
  page {
    gap = 1,
    text { "gespatieerd", tracking = 1.5 }, text { "half ", italic { "gespatieerd", tracking = 0.5 } },
    heading { "0123", features = "lnum,tnum" }, heading { "0123", features = "onum" },
    text { "groter", size = 14.5 }, text { "wijd gezette regels die over twee regels lopen", leading = 20, width = 40 },
    text { "gekleurd", colour = "teal" }, text { "half ", bold { "gekleurd", colour = "#A23B2A" } },
    text { "pijl → uit een andere letter" },
  },
}
