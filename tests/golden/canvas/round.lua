-- A wheel with eight spokes and five rings, and a network of six.
return worksheet { id = "case", code = "C", title = "Rond", size = { 220, 300 }, safe = 0, colour = "teal",
  page {
    canvas { kind = "wheel", id = "regels", alt = "Een wiel met acht spaken.", height = 150,
             labels = { "Gebruik wat er is", "Groei mee", "Deel", "Sluit kringen", "Begin klein", "Meet", "Leer", "Rust" } },
    canvas { kind = "network", id = "net", alt = "Zes punten in een kring.", height = 150,
             labels = { "gemeente", "provincie", "bewoners", "ondernemers", "school", "waterschap" } },
  },
}
