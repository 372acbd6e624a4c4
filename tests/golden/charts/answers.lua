-- Columns: dots on a scale, rings, columns with names that wrap, a histogram whose median is halfway, and words where nothing can be shown.
return worksheet { id = "case", code = "C", title = "Antwoorden", size = { 160, 260 }, safe = 0, colour = "teal",
  page {
    gap = 6,
    chart { kind = "dots", style = "body", width = 80, answers = { 3, 4, 4, 4, 4, 5 }, hollow = true },
    chart { kind = "dots", style = "body", answers = { 1, 1, 2, 4, 4, 4 },
            labels = { "Ja", "Nee", "Misschien later, als er geld voor is", "\u{202E}Weet niet\u{202C}" } },
    chart { kind = "histogram", style = "body", answers = { 1, 2, 3, 4, 4, 5 }, height = 60,
            labels = { "loslaten", "faciliteren", "stimuleren", "regisseren", "reguleren" } },
    chart { kind = "histogram", style = "body", answers = { 1 }, points = 2, width = 60 },
    chart { kind = "histogram", style = "body", answers = { 1, 2 }, few = true, alt = "Wordt niet gezegd." },
    chart { kind = "dots", style = "body", answers = {} },
  },
}
