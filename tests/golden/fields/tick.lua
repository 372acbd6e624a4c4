-- Options in one column and in two, with and without letters, and one that takes two lines.
return worksheet { id = "case", code = "C", title = "Kiezen", size = { 100, 110 }, safe = 0, colour = "teal",
  page {
    gap = 6,
    tick { id = "waarde", label = "Deze waarde bewaken we", options = { "rechtmatig", "netwerkend" } },
    tick { id = "werkwoord", label = "Werkwoord", columns = 2, gap = 2, options = {
      { "Verbinden", id = "F1", letter = "V", colour = "teal" },
      { "Waarnemen", id = "F2", letter = "W" },
      { "Samen met anderen beslissen", id = "F3", letter = "B", colour = "ink" },
      { "Geen van deze" },
    } },
  },
}
