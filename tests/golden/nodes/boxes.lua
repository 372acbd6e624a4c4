-- Every box once: page, column, row, grid, layers, frame, fill, grow, space, rule.
return worksheet { id = "case", code = "C", title = "Dozen", size = { 100, 120 }, bleed = 3, safe = 0,
  page {
    padding = 5, gap = 2,
    row { height = 12, gap = 1, fill { colour = "teal", width = 20 }, grow {}, fill { colour = "teal 12%", width = 20, height = 6 } },
    grid { columns = 3, gap = 2, text { "een" }, text { "twee" }, text { "drie" }, text { "vier" } },
    layers { height = 20, colour = "teal 5%", fill { colour = "#FF0000", at = { 2, 2 }, width = 4, height = 4, radius = 1 } },
    frame { stroke = "ink", weight = 0.5, radius = 2, padding = { 1, 2, 1, 2 }, text { "in een lijst" } },
    space { height = 3 },
    rule {},
    rule { weight = 0.5, dash = { 1, 2 }, colour = "teal", width = 40 },
    row { align = "start", rule { height = 8 }, space { width = 5 }, rule { height = 8, width = 1 }, rule { width = 8, height = 1 } },
    column { grow = 1, fill { colour = "teal", height = 4 }, grow {}, fill { colour = "teal", height = 4 } },
    text { "onderaan" },
  },
  page { text { "tweede bladzijde" } },
}
