-- Two columns on a baseline grid; margins are mirrored, and folios stand outside.
local long = "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien *veertien* vijftien zestien zeventien achttien"
local plain = "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien"
return worksheet { id = "case", code = "C", title = "Kolommen", size = "a4", safe = 3,
  page { padding = 20, text { "voorblad" } },
  pages {
    size = { 80, 50 }, margin = { 10, 5, 10, 15 }, mirrored = true, columns = 2, gutter = 4, gap = 1, grid = 5,
    foot = text { folio {}, align = "outside" },
    heading { "Kop", style = "body" },
    text { long, " ", long },
    text { "kort" },
    text { "op het volgende blad", new_page = true, align = "inside" },
    quote { plain },
  },
  page { padding = 20, text { "achterblad" } },
}
