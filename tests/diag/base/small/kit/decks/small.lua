return deck {
  id = "small", code = "S", title = "Small", face = "small",
  size = "a7", -- @deck
  fields = {
    note = field.plain { optional = true },
    -- @fields
  },
  cards = {
    card { id = "S1", title = "One" }, -- @first
    -- @cards
  },
}
