return kit {
  id = "base", title = "Base", theme = "theme",
  languages = { "nl" }, -- @languages
  decks = { "small" }, -- @decks
  -- @kit
}
