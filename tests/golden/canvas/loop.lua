-- The loop over four seasons, with its two gates.
return worksheet { id = "case", code = "C", title = "Lus", size = { 396, 170 }, safe = 0, colour = "teal",
  page {
    canvas { kind = "loop", id = "seizoen", alt = "Een liggende acht door vier seizoenen.", height = 170,
             labels = { "Winter", "Zomer", "Herfst", "Lente" }, notes = { "rust en broedt", "draagt", "loopt af", "groeit" },
             gates = { "armoedeval", "verstarringsval" } },
  },
}
