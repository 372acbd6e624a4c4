return theme {
  fonts = { sans = "Noto Sans" },
  colours = { ink = "#222222", text = "#1A1A1A", grey = "#666666", white = "#FFFFFF" },
  styles = {
    title   = { font = "sans", weight = 700, size = 14, leading = 19.07 },
    caption = { font = "sans", weight = 700, size = 8, leading = 10.9, colour = "white" },
    body    = { font = "sans", size = 9, leading = 12.26, setting = "justify", colour = "text" },
    id      = { font = "sans", size = 6, leading = 8.17, colour = "grey" },
  },
}
