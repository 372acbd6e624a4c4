-- Fonts, colours and text styles. Sizes in points: `leading` is the distance from line to line.
return theme {
  typography = true,                                          -- curly quotes, – between digits, by language

  fonts = {
    serif = "Literata",                                       -- speaks: titles, questions, quotes, numerals
    sans  = "Atkinson Hyperlegible Next",                     -- informs; made for people with low vision
  },

  colours = {
    ink   = { rgb = "#1E2420", cmyk = { 0, 0, 0, 100 } },
    soft  = { rgb = "#5C635E", cmyk = { 0, 0, 0, 70 } },      -- secondary text
    line  = { rgb = "#7F8680", cmyk = { 0, 0, 0, 55 } },      -- lines to write on, fold lines
    white = { rgb = "#FFFFFF", cmyk = { 0, 0, 0, 0 } },

    olive  = { rgb = "#5B6B00" },                             -- biomimicry exercises: B
    violet = { rgb = "#5A4A8A" },                             -- organisation exercises: O
    grey   = { rgb = "#4A4A4A" },                             -- meetings: X

    -- one for each function
    verbinden    = { rgb = "#00687A" },
    waarnemen    = { rgb = "#3D5A9E" },
    beslissen    = { rgb = "#8A5A00" },
    verdelen     = { rgb = "#A23B2A" },
    samenwerken  = { rgb = "#2E6B34" },
    vernieuwen   = { rgb = "#7A3E8E" },
    begrenzen    = { rgb = "#4A4A4A" },
    ruimte_maken = { rgb = "#9A2C66" },
  },

  styles = {
    title     = { font = "serif", weight = 600, size = 18, leading = 21, fit = { 18, 14 }, lines = 2, setting = "balance" },
    display   = { font = "serif", weight = 600, size = 24, leading = 27, fit = { 24, 16 }, lines = 2, setting = "balance" },
    ask       = { font = "serif", weight = 600, size = 17, leading = 22, setting = "balance" },
    principle = { font = "serif", weight = 600, size = 11.5, leading = 15, setting = "balance" },
    question  = { font = "serif", size = 10.5, leading = 14, setting = "pretty" },
    reverse   = { font = "serif", italic = true, size = 12.5, leading = 17, setting = "pretty" },
    latin     = { font = "serif", italic = true, size = 9.5, leading = 12, fit = { 9.5, 8 }, lines = 1 },

    body      = { font = "sans", size = 9, leading = 12, setting = "pretty" },
    roomy     = { font = "sans", size = 10.5, leading = 14, setting = "pretty" },
    organism  = { font = "sans", weight = 700, size = 9.5, leading = 12, fit = { 9.5, 8.5 }, lines = 1 },
    label     = { font = "sans", weight = 700, size = 7.5, leading = 9, tracking = 0.15 },
    word      = { font = "sans", weight = 700, size = 8.5, leading = 10, tracking = 0.1 },
    note      = { font = "sans", size = 7.5, leading = 9.5, setting = "pretty" },
    strong    = { font = "sans", weight = 700, size = 7.5, leading = 9.5 },
    source    = { font = "sans", size = 7, leading = 9, setting = "pretty" },
    licence   = { font = "sans", size = 6, leading = 7, tracking = 0.05 },

    -- worksheets: no words under 13 points, so that they are 9 when A3 is printed on A4
    sheet_title = { font = "serif", weight = 600, size = 30, leading = 34, fit = { 30, 22 }, lines = 1 },
    sheet_code  = { font = "serif", weight = 600, size = 27, leading = 27, colour = "white" },
    small_sheet_title = { font = "serif", weight = 600, size = 22, leading = 25, fit = { 22, 16 }, lines = 1 },
    small_sheet_code  = { font = "serif", weight = 600, size = 19, leading = 19, colour = "white" },
    sheet_part  = { font = "serif", weight = 600, size = 19, leading = 23 },
    field       = { font = "sans", weight = 700, size = 13, leading = 17 },                      -- what is asked
    choice      = { font = "sans", size = 13, leading = 17 },                                    -- what can be chosen
    voice       = { font = "serif", italic = true, size = 13, leading = 17, setting = "pretty" },  -- what somebody says
    numeral     = { font = "serif", weight = 600, size = 17, leading = 20, features = "lnum,tnum" },
    tab         = { font = "serif", weight = 600, size = 11, leading = 11, colour = "white" },   -- before what can be chosen

    -- the report of a session
    report          = { font = "sans", size = 9.5, leading = 13, setting = "pretty" },
    report_strong   = { font = "sans", weight = 700, size = 9.5, leading = 13 },
    report_head     = { font = "serif", weight = 600, size = 14, leading = 18, setting = "balance" },  -- a question
    report_sentence = { font = "serif", weight = 600, size = 13, leading = 17, setting = "balance" },  -- what was decided
    report_label    = { font = "sans", weight = 700, size = 8, leading = 11 },                       -- over a column
    report_note     = { font = "sans", size = 8, leading = 11, setting = "pretty" },                 -- in charts, at the foot

    letter    = { font = "serif", weight = 600, size = 19, leading = 19, colour = "white" },   -- in the tab
    letter_s  = { font = "serif", weight = 600, size = 12, leading = 12, colour = "white" },   -- in the tab of the back
    letter_c  = { font = "serif", weight = 600, size = 22, leading = 22, colour = "white" },   -- in the circle of a function
    giant     = { font = "serif", weight = 600, size = 72, leading = 72, colour = "white" },
    code      = { font = "sans", weight = 700, size = 6.8, leading = 7, colour = "white" },    -- the deck's letter in the footer
    number    = { font = "serif", weight = 600, size = 9, leading = 9, figures = "tabular" },
  },
}
