-- Wortelwerk: a kit that helps public organisations to work as partners in a network, by learning from nature.
return kit {
  id = "wortelwerk", version = "1.0.0",
  languages = { "nl", "en" },                                 -- the first is the language it is written in
  title = { nl = "Wortelwerk", en = "Rootwork" },
  subtitle = { nl = "Actiekit EZ als netwerkpartner", en = "Action kit: EZ as a network partner" },
  licence = "CC BY 4.0",
  theme = "theme",
  decks = { "natuur", "functie" },
  worksheets = { "w01", "w04", "w07" },
  materials = {
    fiches = { nl = "fiches, één per persoon", en = "tokens, one per person" },
    opgavekaarten = { nl = "opgavekaarten, of jullie eigen opgave", en = "challenge cards, or your own challenge" },
    pennen = { nl = "pennen", en = "pens" },
    stopkaarten = { nl = "stopkaarten, één per persoon: een briefje met STOP", en = "stop cards, one per person: a slip that says STOP" },
    sturingskaarten = { nl = "sturingskaarten S1-S5 en V1-V4, of schrijf ze op briefjes", en = "governing cards S1-S5 and V1-V4, or write them on slips" },
  },
  exercises = { "organisation/*", "nature/*" },
}
