-- A text goes on over pages with two lines at least on each, a heading stays with what follows, and each page has its head and foot.
local long = "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien"
return worksheet { id = "case", code = "C", title = "Bladen", size = { 60, 50 }, safe = 3,
  pages {
    margin = { 12, 6, 10, 8 }, gap = 2,
    head = text { "Verslag" },
    foot = row { text { "tekst" }, grow {}, text { folio {}, " van ", folio { count = true }, align = "end", width = 20 } },
    heading { "Kop een", style = "body" },
    text { long },
    text { "kort" },
    heading { "Kop twee", level = 2, style = "body" },
    text { long, " ", long },
    space { height = 30 },
    text { "na de ruimte" },
    text { "op een eigen blad", new_page = true },
    space { height = 9 },
    text { "drie regels die bij elkaar blijven met wat er volgt, want zij houden", keep = true },
    fill { colour = "teal", height = 10 },
  },
}
