return deck {
  id = "peer", code = "P", title = "Peer job",
  size = { 63, 88 }, bleed = 3,
  face = "peer",
  fields = {
    caption = field.text {},
    colour  = field.plain {},
    body    = field.text {},
  },
  cards = csv "peer.csv",
}
