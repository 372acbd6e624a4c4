-- The peer job as a kit: one deck of cards from a table.
return kit {
  id = "peer",
  languages = { "nl" },
  title = "Peer job",
  theme = "theme",
  decks = { "peer" },
}
