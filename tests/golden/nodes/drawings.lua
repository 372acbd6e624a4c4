-- QR codes, and drawings with a pen.
return worksheet {
  id = "case", code = "C", title = "Tekeningen", size = "a5", safe = 0,
  page {
    qr { "https://example.org", width = 20 },
    qr { { nl = "Tot ziens" }, width = 20, height = 12, colour = "teal", alt = "Een groet" },
    drawing { width = 40, height = 30, alt = "Vormen", draw = function(pen, w, h)
      pen:rect(0, 0, w, h):fill "teal 12%":stroke {}
      pen:rect(1, 1, 8, 6, 2):stroke { colour = "teal", width = 0.5, dash = { 1, 2 }, cap = "round" }
      pen:circle(20, 15, 5):fill "#A23B2A"
      pen:move(1, 20):line(5, 25):curve(6, 26, 7, 27, 8, 20):close():fill "ink"
      pen:move(30, 20):arc(30, 20, 4, -90, 0):close():fill "ink"
      pen:arc(30, 10, 4, 0, 270):stroke { width = 1 }
    end },
    drawing { width = 10, height = 10, ornament = true, draw = function(pen)
      pen:save():translate(5, 5):rotate(90):scale(2, 0.5)
      pen:rect(-2, -2, 4, 4):clip()
      pen:move(0, 0):line(1, 0):stroke { width = 1 }
      pen:restore():circle(1, 1, 1):clip():rect(0, 0, 1, 1):fill "ink"
    end },
    drawing { width = 5, height = 5, alt = "Niets", draw = function() end },
  },
}
