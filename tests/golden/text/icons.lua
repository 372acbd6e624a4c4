-- Icons stand in the line, in the colour and size of their words, and are not read; what is no icon stays as it is.
return worksheet { id = "case", code = "C", title = "Tekens", size = { 100, 60 }, safe = 0,
  page {
    padding = 4, gap = 2,
    text { "Jij :dot: en de ander:dot: om 10:30:15, :geen:." },
    text { "*:dot:* groot", style = "title", colour = "#A23B2A" },
    text { "Lang genoeg voor twee regels met :dot::dot: erin en", width = 50, align = "end" },
    text { ":dot:", ornament = true },
  },
}
