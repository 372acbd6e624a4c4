-- The largest size that fits, in steps of half a point; a leading shrinks along.
local long = "Een titel die te lang is voor twee regels in deze breedte"
return worksheet { id = "case", code = "C", title = "Past", size = { 100, 150 }, safe = 0,
  page {
    gap = 2,
    heading { "Kort", fit = { 18, 14 }, lines = 2 },
    heading { long, fit = { 18, 10 }, lines = 2, width = 70 },
    heading { long, fit = { 18.3, 17 }, lines = 1 },
    heading { long, fit = { 18, 10 }, lines = 2, width = 70, leading = 21, setting = "balance" },
    heading { long, fit = { 18, 17 }, lines = 2, width = 70 },
    heading { "Onopsplitsbaarheidsbeginsel", fit = { 18, 10 }, width = 50 },
    heading { "Onopsplitsbaarheidsbeginsel", width = 30 },
    text { long, lines = 1, width = 60 },
  },
}
