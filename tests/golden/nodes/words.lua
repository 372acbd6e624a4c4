-- heading, text, quote with small, italic and bold inside.
return worksheet { id = "case", code = "C", title = "Woorden", size = { 100, 90 }, safe = 0,
  page {
    padding = 4, gap = 1,
    heading { "Kop een" }, heading { "Kop twee", level = 2, style = "body" }, heading { "Kop drie", level = 3, style = "body" },
    text { "gewoon ", italic { "schuin ", bold { "schuin en vet" } }, small { " klein" }, bold { colour = "teal", " vet" }, "." },
    text { "getal: ", 12, " en ", 0.5 },
    quote { "Dat zegt iemand." },
  },
}
