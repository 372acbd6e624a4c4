-- What the font lacks comes from another of the kit, in the same word as well; combining marks join their letter.
return worksheet { id = "case", code = "C", title = "Letters", size = { 100, 60 }, safe = 0,
  page {
    gap = 2,
    text { "brengt → nodig, A→B" },
    text { "cafe\u{301} en café", style = "title" },
    text { "woord\u{2060}verbinder, nul\u{200B}breed" },
  },
}
