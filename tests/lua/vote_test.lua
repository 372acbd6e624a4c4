-- SPDX-License-Identifier: EUPL-1.2
-- luacheck: read globals random
local expect = require "test.expect"
local vote = require "ez.vote"

local items = { "A", "B", "C", "D" }
local demo = {
  { "A", "B", "C", "D" }, { "A", "C", "B", "D" }, { "B", "C", "A", "D" },
  { "B", "A", "C", "D" },
  { "C", "B", "D", "A" },
}

-- Ballots by chance over n items; partial ones keep their first few.
local function ballots_by(r, count, n, partial)
  local all, ballots = {}, {}
  for i = 1, n do
    all[i] = i
  end
  for i = 1, count do
    ballots[i] = { table.unpack(r:shuffle(all), 1, partial and r:between(0, n) or n) }
  end
  return all, ballots
end

-- Borda a second way: an item's points are the items it beats in pairs; in partial ballots also
-- itself, and those without a rank beat nobody.
local function second_borda(all, ballots, partial)
  local points = {}
  for _, item in ipairs(all) do
    points[item] = 0
    for _, ballot in ipairs(ballots) do
      local met = false
      for _, other in ipairs(ballot) do
        met = met or other == item
        if met and (other ~= item or partial) then
          points[item] = points[item] + 1
        end
      end
    end
  end
  return points
end

local function sum_of(scores)
  local sum = 0
  for _, points in pairs(scores) do
    sum = sum + points
  end
  return sum
end

return {
  ["the-demo-has-its-scores"] = function()
    local both = vote.compare(items, demo)
    local borda, plurality = both.borda, both.plurality
    expect.list({ borda.scores.A, borda.scores.B, borda.scores.C, borda.scores.D },
      { 9, 11, 9, 1 })
    expect.equal(borda.winner, "B")
    expect.equal(borda.rule, "complete")
    expect.list(borda.order, { "B", "A", "C", "D" })
    expect.list({ plurality.scores.A, plurality.scores.B, plurality.scores.C }, { 2, 2, 1 })
    expect.equal(plurality.winner, nil)
    expect.equal(plurality.tie, true)
    expect.list(plurality.leaders, { "A", "B" })
    expect.equal(both.differ, false)
    expect.equal(both.text, nil)
  end,

  ["two-winners-are-told"] = function()
    local ballots = { { "A", "B", "C" }, { "A", "B", "C" }, { "A", "B", "C" },
      { "B", "C", "A" },
      { "B", "C", "A" } }
    local both = vote.compare({ "A", "B", "C" }, ballots)
    expect.equal(both.plurality.winner, "A")
    expect.equal(both.borda.winner, "B")
    expect.equal(both.differ, true)
    expect.equal(both.text, vote.differ)
  end,

  ["a-partial-ballot-gives-less"] = function()
    local result = vote.borda(items, { { "A", "B" }, { "C", "D", "B", "A" }, {} })
    expect.equal(result.rule, "partial")
    expect.equal(result.n, 2)
    expect.equal(result.blank, 1)
    local s = result.scores
    expect.list({ s.A, s.B, s.C, s.D }, { 2 + 1, 1 + 2, 4, 3 })
    expect.equal(result.winner, "C")
  end,

  ["borda-agrees-with-pairwise-counting"] = function()
    local r = random.new("borda")
    for round = 1, 200 do
      local partial = round % 2 == 0
      local n, count = r:between(1, 7), r:between(1, 9)
      local all, ballots = ballots_by(r, count, n, partial)
      local result = vote.borda(all, ballots)
      local second = second_borda(all, ballots, result.rule == "partial")
      for _, item in ipairs(all) do
        expect.equal(result.scores[item], second[item])
      end
      if result.rule == "complete" then
        expect.equal(sum_of(result.scores), result.n * n * (n - 1) // 2)
      end
      for i = 2, n do
        expect.yes(second[result.order[i - 1]] >= second[result.order[i]], "in order")
      end
    end
  end,

  ["a-tie-is-told-and-not-broken"] = function()
    local result = vote.borda({ "A", "B", "C" }, { { "A", "B", "C" }, { "B", "A", "C" } })
    expect.equal(result.winner, nil)
    expect.equal(result.tie, true)
    expect.list(result.leaders, { "A", "B" })
    expect.list(result.order, { "A", "B", "C" })
  end,

  ["dots-cost-their-square"] = function()
    local ballots = { { A = 5 }, { A = 3, B = 4 }, { C = 1 }, {} }
    local result = vote.dots(items, ballots)
    local s = result.scores
    expect.list({ s.A, s.B, s.C, s.D }, { 8, 4, 1, 0 })
    expect.equal(result.cast, 13)
    expect.equal(result.spent, 25 + 9 + 16 + 1)
    expect.equal(result.possible, 100)
    expect.equal(result.n, 3)
    expect.equal(result.blank, 1)
    expect.equal(result.winner, "A")
    expect.fails("vote.dots: ballots[1]: these dots cost 26 of 25", vote.dots, items,
      { { A = 5, B = 1 } })
    expect.equal(vote.dots(items, { { A = 5, B = 1 } }, { credits = 26 }).winner, "A")
    expect.fails("ballots[1].A: a whole number from 0 to 5", vote.dots, items, { { A = -1 } })
  end,

  ["three-three-two-and-one-cost-23"] = function()
    local result = vote.dots({ "a", "b", "c", "d" }, { { a = 3, b = 3, c = 2, d = 1 } })
    expect.equal(result.spent, 23)
    expect.equal(result.cast, 9)
    expect.equal(result.possible, 25)
  end,

  ["the-top-says-when-its-edge-is-a-tie"] = function()
    local result = vote.dots(items, { { A = 3, B = 2, C = 2 } })
    local top, tied = vote.top(result, 1)
    expect.list(top, { "A" })
    expect.list(tied, {})
    top, tied = vote.top(result, 2)
    expect.list(top, { "A", "B" })
    expect.list(tied, { "B", "C" })
    top, tied = vote.top(result, 4)
    expect.list(top, { "A", "B", "C" })
    expect.list(tied, {})
    expect.equal(#vote.top(result, 0), 0)
  end,

  ["nobody-voted"] = function()
    for _, result in ipairs { vote.borda(items, {}), vote.plurality(items, { {} }),
      vote.dots(items, {}), vote.borda({}, {}) } do
      expect.equal(result.n, 0)
      expect.equal(result.winner, nil)
      expect.equal(result.tie, false)
      expect.list(result.leaders, {})
      expect.equal(#vote.top(result, 3), 0)
    end
    expect.list(vote.borda(items, {}).order, items)
    expect.equal(vote.compare(items, {}).differ, false)
  end,

  ["items-may-be-handles"] = function()
    local a, b = { id = "idee#1/1" }, { id = "idee#1/2" }
    local result = vote.borda({ a, b }, { { b, a }, { b } })
    expect.yes(result.winner == b, "the handle itself")
    expect.equal(result.scores["idee#1/2"], 3)
    expect.equal(vote.dots({ a, b }, { { ["idee#1/1"] = 2 } }).winner, a)
  end,

  ["wrong-ballots-are-told"] = function()
    expect.fails('vote.borda: ballots[1][2]: a text, a number', vote.borda, items,
      { { "A", {} } })
    expect.fails('ballots[2][2]: "A" is there twice', vote.borda, items, { {}, { "A", "A" } })
    expect.fails('vote.plurality: ballots[1][1]: there is no item "E"; there are "A"',
      vote.plurality, items, { { "E" } })
    expect.fails('did you mean "bridge"', vote.dots, { "bridge" }, { { brigde = 1 } })
  end,

  ["one-dot-is-no-blank-and-may-be-the-top"] = function()
    local result = vote.dots(items, { { B = 1 }, { C = 1 } })
    expect.equal(result.n, 2)
    expect.equal(result.blank, 0)
    local top, tied = vote.top(result, 1)
    expect.list(top, { "B" })
    expect.list(tied, { "B", "C" })
    top, tied = vote.top(result, 2)
    expect.list(top, { "B", "C" })
    expect.list(tied, {})
    expect.equal(vote.borda(items, {}).rule, nil)
  end,
}
