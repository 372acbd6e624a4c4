-- Across the direction of rows and columns, and within the width of a text.
local function three() return fill { colour = "teal", width = 10, height = 4 }, text { "woord" }, fill { colour = "ink", width = 5, height = 8 } end
local page_ = { gap = 2 }
for _, side in ipairs { "start", "centre", "end", "baseline" } do
  page_[#page_ + 1] = row { align = side, gap = 2, three() }
  page_[#page_ + 1] = row { align = side, gap = 2, height = 10, three() }
end
for _, side in ipairs { "start", "centre", "end" } do
  page_[#page_ + 1] = column { align = side, gap = 1, fill { colour = "teal", width = 10, height = 2 }, fill { colour = "ink", width = 5, height = 2 } }
  page_[#page_ + 1] = text { "een tekst", align = side }
end
page_[#page_ + 1] = row { gap = 2, heading { "Groot" }, text { "klein" }, mark { "disc", ornament = true }, chip { "knop" } }
return worksheet { id = "case", code = "C", title = "Lijnt uit", size = { 100, 180 }, safe = 0, page(page_) }
