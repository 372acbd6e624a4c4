-- Answers of before and after: one row moves, one has too few answers, one has many, and labels that wrap.
local function many(n)
  local list = {}
  for i = 1, n do
    list[i] = i % 5 + 1
  end
  return list
end

return worksheet { id = "case", code = "C", title = "Nu en straks", size = { 174, 190 }, safe = 0, colour = "teal",
  page {
    gap = 6,
    chart { kind = "shift", style = "body",
            labels = { "Maaien langs de *beek*", "Een opgave met een naam die over meer regels loopt", "Gebiedsplan" },
            from = { { 4, 4, 3, 4, 5, 4 }, {}, many(300) }, to = { { 2, 2, 3, 2, 2, 1 }, { 1 }, many(11) },
            notes = { "Stap terug", "Eerst praten", "Zeg het hardop" },
            steps = { "Loslaten", "Faciliteren", "Stimuleren", "Regisseren", "Reguleren" } },
    chart { kind = "shift", style = "body", points = 3, labels = { "Kort" }, from = { { 1, 2 } }, to = { { 3, 3 } } },
    chart { kind = "shift", style = "body", labels = {}, from = {}, to = {} },
  },
}
