-- Right to left, by marks, as no font of the kit has letters that run so.
return worksheet { id = "case", code = "C", title = "Terug", size = { 100, 40 }, safe = 0,
  page { gap = 1, text { "voor \u{202E}abc\u{202C} na" }, text { "\u{202E}alles terug, over meer dan een regel\u{202C}", width = 30 } },
}
