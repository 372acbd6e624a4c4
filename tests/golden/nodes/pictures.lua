-- Pictures of every kind, by width, by height, by both; icons in two colours.
return worksheet {
  id = "case", code = "C", title = "Plaatjes", size = "a5", safe = 0,
  page {
    layers {
      height = 100,
      picture { "../pictures/leaf.svg", at = { 0, 0 }, width = 30, alt = "Een blad" },
      picture { "../pictures/leaf.svg", at = { 40, 0 }, height = 10, alt = "Hetzelfde blad" },
      picture { "../pictures/leaf.svg", at = { 0, 30 }, width = 30, height = 30, alt = "Heel" },
      picture { "../pictures/leaf.svg", at = { 40, 30 }, width = 30, height = 30, fit = "cover", alt = "Gevuld" },
      picture { "../pictures/leaf.svg", at = { 80, 30 }, width = 30, height = 30, fit = "stretch", alt = "Uitgerekt" },
      picture { "../pictures/photo.jpg", at = { 0, 70 }, width = 1, alt = "Liggend" },
      picture { "../pictures/lying.jpg", at = { 10, 70 }, width = 0.6, alt = "Rechtop gezet" },
      picture { "../pictures/glass.png", at = { 20, 70 }, width = 0.3, alt = "Doorzichtig" },
      picture { "../pictures/leaf.svg", at = { 30, 70 }, width = 10, ornament = true },
      icon { "dot", at = { 0, 90 }, width = 6, alt = "Een stip" },
      icon { "dot", at = { 10, 90 }, height = 4, colour = "teal 50%", alt = "Een stip" },
      -- Nobody knows how light a picture is: the contrast of these words is not judged.
      text { "Wit op een blad", at = { 5, 12 }, width = 30, colour = "white" },
    },
    row { gap = 2, icon { "dot", width = 3, ornament = true }, text { "naast woorden" } },
    column { padding = 5, width = 40, picture { "../pictures/leaf.svg", alt = "Zo breed als de kolom" } },
  },
}
