-- What does not fit, and folios that do not know their page.
return worksheet { id = "case", code = "C", title = "Fouten", size = { 60, 50 }, safe = 8,
  pages {
    margin = { 5, 10, 10, 10 },
    head = column { text { "een" }, text { "twee" } },
    fill { colour = "teal", height = 36 },
    text { folio {} },
    text { "bleek", colour = "teal 12%" },
  },
  pages { margin = 24, text { "geen ruimte" } },
}
