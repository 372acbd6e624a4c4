-- An ornament is heard by nobody, nor what stands in it; a fill and a rule never are; the order of the tree is the order of reading.
return worksheet { id = "case", code = "C", title = "Voorlezen", size = { 100, 60 }, safe = 8,
  page { layers {
    text { "tweede op het blad, eerste in de boom", at = { 10, 40 } },
    heading { "eerste op het blad", at = { 10, 20 } },
    text { "sier", ornament = true, at = { 1, 4 } },
    column { ornament = true, at = { 1, 44 }, text { "ook sier" }, row { chip { "en dit" }, mark { "tick", alt = "stil" } } },
    tab { "V", colour = "teal", at = { 80, 0 }, ornament = true },
    text { "", at = { 10, 30 } },
    text { "na de sier", at = { 10, 50 } },
  } },
}
