-- Rows: tasks on stairs (down, up by a half, and where they stand), options over rounds, ranked scores; one that only adorns, one with its own alt.
return worksheet { id = "case", code = "C", title = "Rijen", size = { 174, 250 }, safe = 0, colour = "teal",
  page {
    gap = 6,
    chart { kind = "stairs", style = "body", labels = { "Maaien langs de beek", "Drinkwaterbron beschermen", "Dorpstuin" },
            now = { 4, 3.5, 2 }, later = { 2, 4, 2 }, notes = { "Stap terug", "Dubbele boodschap", "Zeg het hardop" },
            steps = { "Loslaten", "Faciliteren", "Stimuleren", "Regisseren", "Reguleren" } },
    chart { kind = "stairs", style = "body", labels = { "Gebiedsplan" }, now = { 1 }, later = { 2 }, points = 3, ornament = true },
    chart { kind = "rounds", style = "body", labels = { "Spreekuur bij de *coöperatie*", "Niets doen" }, quorum = 7,
            rounds = { { 3, 4 }, { 5, 3 }, { 8, -0.5 } } },
    chart { kind = "bars", style = "body", labels = { "Optie A", "Optie B met een naam die over twee regels loopt", "Optie C" },
            values = { 9, 11, 0 }, alt = "Optie B wint." },
  },
}
