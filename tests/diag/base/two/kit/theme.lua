return theme {
  fonts = { sans = "Atkinson Hyperlegible Next" }, -- @fonts
  colours = {
    ink = { rgb = "#1E2420" }, white = { rgb = "#FFFFFF" }, leaf = { rgb = "#2E6B34" },
    -- @colours
  },
  styles = {
    body = { font = "sans", size = 9, leading = 12 },
    title = { font = "sans", weight = 700, size = 14, leading = 17 },
    -- @styles
  },
}
