return kit {
  id = "base", title = { nl = "Basis", en = "Base" }, theme = "theme",
  languages = { "nl", "en" }, -- @languages
  decks = { "small" }, -- @decks
  -- @kit
}
