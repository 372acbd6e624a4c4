-- The same words plain, balanced and pretty.
local words = "Verken breed, versterk wat gebruikt wordt en laat de rest los; begin dan weer opnieuw te gaan."
return worksheet { id = "case", code = "C", title = "Gezet", size = { 100, 60 }, safe = 0,
  page {
    gap = 2,
    text { words, width = 63, setting = "plain" },
    text { words, width = 63, setting = "balance" },
    text { words, width = 63, setting = "pretty" },
    text { words, width = 63, setting = "style" },
  },
}
