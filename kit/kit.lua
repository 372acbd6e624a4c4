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
}
