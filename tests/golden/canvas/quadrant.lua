-- Four quarters, each with a name and a note.
return worksheet { id = "case", code = "C", title = "Kwadrant", size = { 180, 90 }, safe = 0, colour = "teal",
  page {
    canvas { kind = "quadrant", id = "plek", alt = "Vier vlakken.", height = 90, labels = { "Ver en klein", "Ver en groot", "Dichtbij en klein", "Dichtbij en groot" },
             notes = { "later", "samen", "doen", "uitstellen" } },
  },
}
