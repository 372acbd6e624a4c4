-- What has no room is told and placed all the same.
return worksheet { id = "case", code = "C", title = "Te vol", size = { 60, 60 }, safe = 0,
  page {
    column { height = 5, padding = 4, text { "te hoog" } },
    row { fill { colour = "teal", width = 50, height = 1 }, fill { colour = "teal", width = "400%", height = 1 } },
    row { height = 2, text { "te laag" } },
    row { text { "vol", width = 60 }, text { "geen plaats", grow = 1 } },
    grid { columns = 2, height = 2, text { "vakje" }, fill { width = 40, height = 1, colour = "teal" } },
    column { width = 10, fill { colour = "teal", width = 20, height = 1 } },
    layers { text { "wees", below = { "nobdy", 1 } }, text { "a", below = { "b", 1 }, name = "a" }, text { "b", above = { "a", 1 }, name = "b" },
             text { "zelf", below = { "self", 1 }, name = "self" }, space { name = "nobody" } },
    layers {}, column {}, row {}, frame {}, grid {},
    chip { "te breed voor zijn knop", width = 10 },
  },
}
