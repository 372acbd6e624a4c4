-- Figures of one width and of old style, small caps, tracking without ligatures, a leading of its own.
return worksheet { id = "case", code = "C", title = "Letters", size = { 100, 80 }, safe = 0,
  page {
    gap = 2,
    text { "1111 8888", style = "quote", features = "lnum,tnum" },
    text { "1111 8888", style = "quote", features = "onum,pnum" },
    text { "Kleinkapitaal", style = "title", features = "smcp" },
    text { "efficiënt", style = "title" },
    text { "efficiënt", style = "title", tracking = 0.5 },
    text { "twee regels met veel lucht ertussen", width = 30, leading = 18 },
  },
}
