-- Shares of what holds it, shares of what is left, every form of padding, fixed heights.
return worksheet { id = "case", code = "C", title = "Maten", size = { 100, 150 }, safe = 0,
  page {
    row { fill { colour = "teal", width = "50%", height = 2 }, fill { colour = "ink", width = "50%", height = 2 } },
    row { height = 4, fill { colour = "teal", grow = 1 }, fill { colour = "ink", grow = 3 }, fill { colour = "teal", width = "20%" } },
    row { height = 4, gap = 2, grow {}, fill { colour = "teal", width = 10 }, grow { grow = 2 } },
    frame { padding = 2, colour = "teal 12%", fill { colour = "teal", height = 1 } },
    frame { padding = { 1, 2, 3, 4 }, colour = "teal 12%", fill { colour = "teal", height = 1 } },
    column { height = 20, width = 40, colour = "teal 5%", fill { colour = "teal", height = "50%", width = "25%" } },
    column { width = 40, fill { colour = "teal", height = "50%" }, text { "een deel van niets" } },
    layers { height = 20, width = 60, fill { colour = "teal", at = { 30, 5 }, width = "50%", height = "50%" }, fill { colour = "ink", at = { 0, 15 }, width = 3 } },
    row { align = "start", frame { padding = 1, stroke = "ink", column { align = "end", text { "smal" }, rule {}, text { "breder dan" } } }, text { "ernaast" } },
    row { text { "" }, text { "na niets" } },
    column { grow = 1, column { grow = 1, fill { colour = "teal", height = 1 }, grow {}, fill { colour = "teal", height = 1 } } },
    fill { colour = "ink", grow = 1 },
  },
}
