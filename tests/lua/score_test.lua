-- SPDX-License-Identifier: EUPL-1.2
-- luacheck: read globals random
local expect = require "test.expect"
local score = require "ez.score"

-- Scores by chance, 1 to 5.
local function scores_by(r, count)
  local list = {}
  for i = 1, count do
    list[i] = r:between(1, 5)
  end
  return list
end

-- Consensus a second way: each voter apart, no histogram, logarithms by their sum.
local function second_consensus(list, from, to)
  local sum, mean = 0, 0
  for _, x in ipairs(list) do
    mean = mean + x / #list
  end
  for _, x in ipairs(list) do
    sum = sum + math.log(1 - math.abs(x - mean) / (to - from)) / math.log(2)
  end
  return 1 + sum / #list
end

-- The quartile as the point below which a share lies, walked to along the sorted values.
local function second_quantile(list, quarters)
  local copy = { table.unpack(list) }
  for i = 1, #copy do
    for j = i + 1, #copy do
      if copy[j] < copy[i] then
        copy[i], copy[j] = copy[j], copy[i]
      end
    end
  end
  local steps = (#copy - 1) * quarters -- in quarters of a place
  local place, rest = steps // 4 + 1, steps % 4
  return (copy[place] * (4 - rest) + (copy[place + 1] or copy[place]) * rest) / 4
end

return {
  ["consensus-has-the-published-values"] = function()
    local cases = {
      { { 3, 3, 3, 3 }, 1.000, "agreed" }, { { 1, 1, 5, 5 }, 0.000, "divided" },
      { { 2, 3, 3, 4 }, 0.792, "agreed" }, { { 4, 4, 3, 4, 5, 4 }, 0.862, "agreed" },
      { { 3, 5, 2, 5, 1, 4 }, 0.368, "divided" }, { { 4, 4, 5, 4, 4, 4 }, 0.893, "agreed" },
      { { 1, 5, 2, 5, 1, 4 }, 0.195, "divided" },
    }
    for _, case in ipairs(cases) do
      local summary = score.summary(case[1])
      expect.near(summary.consensus, case[2], 0.0005)
      expect.equal(summary.band, case[3])
    end
  end,

  ["a-summary-agrees-with-a-second-computation"] = function()
    local r = random.new("score")
    for _ = 1, 500 do
      local list = scores_by(r, r:between(1, 30))
      local summary = score.summary(list)
      expect.near(summary.consensus, second_consensus(list, 1, 5))
      expect.equal(summary.q1, second_quantile(list, 1))
      expect.equal(summary.median, second_quantile(list, 2))
      expect.equal(summary.q3, second_quantile(list, 3))
      expect.equal(summary.spread, summary.q3 - summary.q1)
      expect.equal(#summary.hist, 5)
      local count = 0
      for value, times in ipairs(summary.hist) do
        for _, x in ipairs(list) do
          count = count + (x == value and 1 or 0)
        end
        expect.equal(count, times)
        count = 0
      end
    end
  end,

  ["consensus-lies-between-0-and-1-and-mirrors"] = function()
    local r = random.new(2)
    for _ = 1, 500 do
      local list, mirrored = scores_by(r, r:between(1, 12)), {}
      for i, x in ipairs(list) do
        mirrored[i] = 6 - x
      end
      local consensus = score.summary(list).consensus
      expect.yes(consensus >= 0 and consensus <= 1, "consensus " .. consensus)
      expect.near(score.summary(mirrored).consensus, consensus)
      expect.near(score.summary(r:shuffle(list)).consensus, consensus)
    end
  end,

  ["bands-begin-where-the-settings-say"] = function()
    local list = { 2, 3, 3, 4 } -- 0.792
    expect.equal(score.summary(list, { agreed = 0.8 }).band, "mixed")
    expect.equal(score.summary(list, { divided = 0.8, agreed = 0.9 }).band, "divided")
    expect.equal(score.summary(list).text.nl, "eens")
  end,

  ["another-scale"] = function()
    local summary = score.summary({ -2, 2 }, { from = -2, to = 2 })
    expect.near(summary.consensus, 0)
    expect.equal(summary.hist[-2], 1)
    expect.equal(summary.hist[0], 0)
    expect.equal(summary.mean, 0)
  end,

  ["of-no-scores-there-is-no-median"] = function()
    local summary = score.summary({})
    expect.equal(summary.n, 0)
    expect.list(summary.hist, { 0, 0, 0, 0, 0 })
    for _, name in ipairs { "mean", "median", "q1", "q3", "spread", "consensus", "band",
      "text" } do
      expect.equal(summary[name], nil)
    end
  end,

  ["the-scores-are-left-as-they-were"] = function()
    local list = { 5, 1, 3 }
    score.summary(list)
    expect.list(list, { 5, 1, 3 })
  end,

  ["wrong-scores-are-told"] = function()
    expect.fails("score.summary: scores[2]: a whole number from 1 to 5 expected, found 6",
      score.summary, { 1, 6 })
    expect.fails("scores: a list expected, found nothing", score.summary, nil)
    expect.fails('did you mean "divided"', score.summary, {}, { dividde = 1 })
    expect.fails("to: a whole number from 4 to 1003", score.summary, {}, { from = 3, to = 3 })
  end,

  ["a-band-begins-at-its-threshold"] = function()
    local consensus = score.summary({ 2, 3, 3, 4 }).consensus -- 0.792
    expect.near(consensus, 0.792, 0.001)
    expect.equal(score.summary({ 2, 3, 3, 4 }, { agreed = 0.79 }).band, "agreed")
    expect.equal(score.summary({ 2, 3, 3, 4 }, { agreed = 0.8 }).band, "mixed")
    expect.equal(score.summary({ 2, 3, 3, 4 }, { agreed = 1, divided = 0.79 }).band, "mixed")
    expect.equal(score.summary({ 2, 3, 3, 4 }, { agreed = 1, divided = 0.8 }).band, "divided")
  end,

  ["a-band-is-that-of-the-number-as-printed"] = function()
    local agreed = score.summary { 3, 3, 3, 3, 3, 2, 1 } -- 0.7486, printed as 0.75
    expect.near(agreed.consensus, 0.7486, 0.0001)
    expect.equal(agreed.band, "agreed")
    local mixed = score.summary { 1, 3, 3, 3, 4, 5, 5 } -- 0.4999, printed as 0.50
    expect.near(mixed.consensus, 0.4999, 0.0001)
    expect.equal(mixed.band, "mixed")
  end,
}
