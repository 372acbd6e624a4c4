-- SPDX-License-Identifier: EUPL-1.2
-- luacheck: read globals random
local expect = require "test.expect"
local seasons = require "ez.seasons"

-- Activities in short: { "summer", 20 }, { "winter", nil, true } with stuck.
local function activities_of(rows)
  local list = {}
  for i, row in ipairs(rows) do
    list[i] = { season = row[1], hours = row[2], stuck = row[3] }
  end
  return list
end

-- So many of each season, spring first; the last argument says how many of one season are
-- stuck.
local function spread(spring, summer, autumn, winter, stuck)
  local list = {}
  for i, count in ipairs { spring, summer, autumn, winter } do
    local season = seasons.order[i]
    for n = 1, count do
      list[#list + 1] = { season = season, stuck = stuck and n <= (stuck[season] or 0) }
    end
  end
  return list
end

-- The rules in whole numbers: shares in hundredths of the total, what is stuck doubled for
-- traps.
local function second_verdict(spring, summer, autumn, winter, stuck)
  local total = spring + summer + autumn + winter
  local s, w = summer + stuck.summer, winter + stuck.winter
  local all = total + stuck.summer + stuck.winter
  if total < 8 then
    return nil
  elseif 100 * s > 50 * all and 100 * autumn < 10 * all then
    return "rigidity"
  elseif 100 * w > 35 * all and 100 * spring < 15 * all then
    return "poverty"
  elseif 100 * spring > 45 * total then
    return "scattering"
  end
  return 100 * autumn > 40 * total and "run_down" or "moving"
end

return {
  ["the-demo-is-moving-by-count-and-rigid-by-hours"] = function()
    local result = seasons.read(activities_of {
      { "spring", 4 }, { "summer", 20 }, { "summer", 16 }, { "summer", 24 }, { "summer", 12 },
      { "summer", 8 }, { "autumn", 2 }, { "winter", 2 }, { "winter", 2 }, { "spring", 6 },
    })
    local count, hours = result.by_count, result.by_hours
    for season, share in pairs { spring = 0.2, summer = 0.5, autumn = 0.1, winter = 0.2 } do
      expect.near(count.shares[season], share)
    end
    for season, share in pairs { spring = 0.104, summer = 0.833, autumn = 0.021,
      winter = 0.042 } do
      expect.near(hours.shares[season], share, 0.0005)
    end
    expect.equal(count.verdict, "moving")
    expect.equal(hours.verdict, "rigidity")
    expect.equal(hours.text.nl, "verstarringsval")
    expect.equal(hours.total, 96)
    expect.equal(result.differ, true)
  end,

  ["verdicts-agree-with-whole-numbers"] = function()
    local r, seen = random.new("seasons"), {}
    for _ = 1, 1500 do
      local a, b, c, d = r:between(0, 8), r:between(0, 8), r:between(0, 8), r:between(0, 8)
      local stuck = { summer = r:between(0, b), winter = r:between(0, d) }
      local found = seasons.read(spread(a, b, c, d, stuck)).by_count.verdict
      expect.equal(found, second_verdict(a, b, c, d, stuck))
      seen[found or "nothing"] = true
    end
    for verdict in pairs(seasons.verdicts) do
      expect.yes(seen[verdict], verdict .. " came by")
    end
  end,

  ["the-edges-of-the-rules-are-outside-them"] = function()
    expect.equal(seasons.read(spread(4, 10, 1, 5)).by_count.verdict, "moving") -- summer .50
    expect.equal(seasons.read(spread(4, 11, 1, 4)).by_count.verdict, "rigidity")
    expect.equal(seasons.read(spread(2, 9, 2, 7)).by_count.verdict, "moving") -- winter .35
    expect.equal(seasons.read(spread(2, 8, 2, 8)).by_count.verdict, "poverty")
    expect.equal(seasons.read(spread(9, 5, 3, 3)).by_count.verdict, "moving") -- spring .45
    expect.equal(seasons.read(spread(10, 5, 3, 2)).by_count.verdict, "scattering")
    expect.equal(seasons.read(spread(3, 6, 8, 3)).by_count.verdict, "moving") -- autumn .40
    expect.equal(seasons.read(spread(3, 5, 9, 3)).by_count.verdict, "run_down")
  end,

  ["what-is-stuck-counts-double-in-traps"] = function()
    local free, stuck = spread(5, 5, 0, 0), spread(5, 5, 0, 0, { summer = 2 })
    expect.equal(seasons.read(free).by_count.verdict, "scattering")
    expect.equal(seasons.read(stuck).by_count.verdict, "rigidity")
    expect.near(seasons.read(stuck).by_count.shares.summer, 0.5)
  end,

  ["too-few-activities-say-nothing"] = function()
    local result = seasons.read(spread(0, 7, 0, 0))
    expect.equal(result.by_count.verdict, nil)
    expect.equal(result.by_count.shares.summer, 1)
    expect.equal(seasons.read(spread(0, 7, 0, 0), { least = 7 }).by_count.verdict, "rigidity")
    for _, reading in pairs { result.by_hours, seasons.read({}).by_count } do
      expect.equal(reading.n, 0)
      expect.equal(reading.total, 0)
      expect.equal(reading.verdict, nil)
      expect.equal(reading.text, nil)
      expect.equal(reading.shares.winter, 0)
    end
    expect.equal(result.differ, false)
  end,

  ["wrong-activities-are-told"] = function()
    expect.fails('activities[1]: there is no season "sumer"; did you mean "summer"?',
      seasons.read, { { season = "sumer" } })
    expect.fails("activities[1].hours: a number from 0 to 10000 expected, found -1",
      seasons.read, { { season = "winter", hours = -1 } })
    expect.fails('did you mean "least"', seasons.read, {}, { lest = 3 })
  end,

  ["hours-may-be-few-or-missing"] = function()
    local list = spread(2, 2, 2, 2)
    local result = seasons.read(list)
    expect.equal(result.by_count.verdict, "moving")
    expect.equal(result.by_count.total, 8)
    expect.equal(result.by_hours.verdict, nil)
    expect.equal(result.differ, false)
    for i = 1, 8 do
      list[i].hours = 0.125
    end
    result = seasons.read(list)
    expect.equal(result.by_hours.total, 1)
    expect.equal(result.by_hours.verdict, "moving")
    expect.equal(result.by_hours.shares.winter, 2 / 8)
    expect.equal(result.differ, false)
    for i = 1, 8 do
      list[i].hours = 0
    end
    expect.equal(seasons.read(list).by_hours.verdict, nil)
  end,

  ["stuck-hours-count-double-too"] = function()
    local rows = { { "spring", 20 }, { "spring", 20 }, { "summer", 18 },
      { "summer", 18, true } }
    for i = 5, 8 do
      rows[i] = { "autumn", 1 }
    end
    -- 54 of 98 in summer counts as a trap; 36 of 80 would not.
    expect.equal(seasons.read(activities_of(rows)).by_hours.verdict, "rigidity")
    rows[4][3] = false
    expect.equal(seasons.read(activities_of(rows)).by_hours.verdict, "scattering")
  end,
}
