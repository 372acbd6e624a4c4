-- SPDX-License-Identifier: EUPL-1.2
-- luacheck: read globals random
local expect = require "test.expect"
local growth = require "ez.growth"
local score = require "ez.score"

local rules = { "G1", "G2", "G3" }

return {
  ["the-lowest-median-is-the-focus"] = function()
    local wheel = growth.wheel(rules, {
      { G1 = 4, G2 = 2, G3 = 5 }, { G1 = 4, G2 = 2, G3 = 3 }, { G1 = 3, G2 = 3 },
    })
    expect.equal(wheel.focus, "G2")
    expect.list(wheel.candidates, { "G2" })
    expect.equal(wheel.spokes[2].median, 2)
    expect.equal(wheel.spokes[3].n, 2)
    expect.equal(wheel.spokes[3].item, "G3")
  end,

  ["consensus-breaks-a-tie-of-medians"] = function()
    local wheel = growth.wheel(rules, { { G1 = 2, G2 = 1 }, { G1 = 2, G2 = 3 } })
    expect.equal(wheel.focus, "G2")
  end,

  ["a-tie-is-told"] = function()
    local wheel = growth.wheel(rules, { { G1 = 2, G2 = 2, G3 = 4 } })
    expect.equal(wheel.focus, nil)
    expect.list(wheel.candidates, { "G1", "G2" })
    -- Mirrored scores have the same consensus, whatever their rounding.
    local mirrored = growth.wheel(rules, { { G1 = 2, G2 = 4 }, { G1 = 3, G2 = 3 },
      { G1 = 3, G2 = 3 }, { G1 = 5, G2 = 1 } })
    expect.list(mirrored.candidates, { "G1", "G2" })
  end,

  ["the-focus-agrees-with-sorting"] = function()
    local r = random.new("growth")
    for _ = 1, 200 do
      local sheets = {}
      for i = 1, r:between(1, 9) do
        sheets[i] = { G1 = r:between(1, 5), G2 = r:between(1, 5), G3 = r:between(1, 5) }
      end
      local order = {}
      for i, rule in ipairs(rules) do
        local list = {}
        for j, sheet in ipairs(sheets) do
          list[j] = sheet[rule]
        end
        local summary = score.summary(list)
        order[i] = string.format("%.2f %.6f", summary.median, summary.consensus)
      end
      local least = { table.unpack(order) }
      table.sort(least)
      local expected = {}
      for i, rule in ipairs(rules) do
        expected[#expected + 1] = order[i] == least[1] and rule or nil
      end
      expect.list(growth.wheel(rules, sheets).candidates, expected)
    end
  end,

  ["unknown-is-left-out-and-told-above-its-share"] = function()
    local sheets = {}
    for i = 1, 10 do
      sheets[i] = { G1 = i <= 3 and "unknown" or 4, G2 = i <= 4 and "unknown" or 4, G3 = 5 }
    end
    local spokes = growth.wheel(rules, sheets).spokes
    expect.equal(spokes[1].unknown, 3)
    expect.equal(spokes[1].n, 7)
    expect.equal(spokes[1].median, 4)
    expect.equal(spokes[1].not_known, false)
    expect.equal(spokes[2].not_known, true)
    expect.equal(spokes[3].not_known, false)
    expect.equal(growth.wheel(rules, sheets, { unknown = 0.2 }).spokes[1].not_known, true)
  end,

  ["the-shift-is-by-rule"] = function()
    local before = growth.wheel(rules, { { G1 = 2, G2 = 3 } })
    local after = growth.wheel({ "G3", "G2", "G1" }, { { G1 = 4, G2 = 2, G3 = 1 } })
    local shift = growth.shift(before, after)
    expect.equal(shift.G1, 2)
    expect.equal(shift.G2, -1)
    expect.equal(shift.G3, nil)
  end,

  ["nobody-scored"] = function()
    for _, sheets in ipairs { {}, { {} }, { { G1 = "unknown" } } } do
      local wheel = growth.wheel(rules, sheets)
      expect.equal(wheel.focus, nil)
      expect.list(wheel.candidates, {})
      expect.equal(#wheel.spokes, 3)
      expect.equal(wheel.spokes[2].not_known, false)
    end
    expect.equal(growth.wheel(rules, { { G1 = "unknown" } }).spokes[1].not_known, true)
    expect.equal(#growth.wheel({}, {}).spokes, 0)
  end,

  ["wrong-sheets-are-told"] = function()
    expect.fails('growth.wheel: sheets[1]: there is no rule "G9"; did you mean "G1"?',
      growth.wheel, rules, { { G9 = 1 } })
    expect.fails('sheets[2].G1: a score or "unknown" expected, found "?"', growth.wheel, rules,
      { {}, { G1 = "?" } })
    expect.fails("a whole number from 1 to 5 expected, found 9", growth.wheel, rules,
      { { G1 = 9 } })
  end,
}
