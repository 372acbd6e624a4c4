-- Stairs, a ladder and a path: one label for each step.
return worksheet { id = "case", code = "C", title = "Stappen", size = { 200, 230 }, safe = 0, colour = "teal",
  page {
    gap = 8,
    canvas { kind = "stairs", id = "trap", alt = "Een trap van vijf treden.", height = 46,
             labels = { "Loslaten", "Faciliteren", "Stimuleren", "Regisseren", "Reguleren" } },
    canvas { kind = "ladder", id = "ladder", alt = "Een ladder met drie sporten.", width = 90, height = 80, labels = { "Feit", "In algemene woorden", "Advies" },
             notes = { "met bron", "zonder biologie", "werkwoord eerst" } },
    canvas { kind = "path", id = "pad", alt = "Een pad van zeven vragen.", height = 70,
             labels = { "Mag het?", "Kan het?", "Wie wil het?", "Wie doet mee?", "Wat kost het?", "Wat eerst?", "Wanneer?" } },
  },
}
