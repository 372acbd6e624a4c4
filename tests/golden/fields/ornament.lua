-- What only adorns asks nothing: it is drawn, and neither heard nor filled in.
return worksheet { id = "case", code = "C", title = "Versiering", size = { 100, 60 }, safe = 0,
  page {
    write { id = "echt", label = "Echt", lines = 1 },
    layers { height = 20, ornament = true, write { id = "schijn", label = "Schijn", lines = 1 } },
  },
}
