-- A quote opens or closes by what stands before it, also in the piece before.
return worksheet { id = "case", code = "C", title = "Aanhaling", size = { 100, 60 }, safe = 0,
  page {
    gap = 1,
    text { "Zij zei: \"", italic { "kom" }, "\" en 's avonds 'ging' zij." },
    text { "(\"", bold { "ja" }, "\")" },
    text { "12-14 en 5 mm, doi:10.1/ab" },
    text { "\"", "begin", "\"" },
    text { "Dutch \"quotes\" ", italic { "English \"quotes\"", lang = "en" } },
  },
}
