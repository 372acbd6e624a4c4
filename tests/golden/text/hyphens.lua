-- Long words are divided by the language they are in: not before a trema, not within four letters of an end.
-- A soft hyphen shows at a line's end only, and is what a copied text has there.
local nl = "Verantwoordelijkheden van samenwerkingsverbanden en patiëntenverenigingen: geïnteresseerden gebruiken coëfficiënten."
local en = "Responsibilities of organisations: independently reconsidering environmental characteristics."
return worksheet { id = "case", code = "C", title = "Gezet", size = { 100, 120 }, safe = 0,
  page {
    gap = 2,
    text { nl, style = "prose", width = 40 },
    text { nl, style = "prose", width = 24, setting = "pretty" },
    text { en, style = "prose", lang = "en", width = 30 },
    text { en, width = 30 },
    text { "sam\u{AD}en\u{AD}werk\u{AD}en", width = 14 },
    text { "effi\u{AD}ciënt effi\u{AD}ciënt", style = "quote", width = 21 },
  },
}
