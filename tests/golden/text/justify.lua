-- Both edges straight: spaces grow, letters never. A line with too few words stays ragged, and so does the last.
local words = "Verken breed, versterk wat gebruikt wordt en laat de rest los; begin dan weer opnieuw te gaan."
return worksheet { id = "case", code = "C", title = "Gezet", size = { 100, 80 }, safe = 0,
  page {
    gap = 2,
    text { words, width = 63, setting = "justify" },
    text { words, width = 40, setting = "justify" },
    text { "de bewoners verantwoordelijkheidsgevoel ontwikkelen samen", width = 38, setting = "justify" },
    text { "één regel", width = 63, setting = "justify" },
  },
}
