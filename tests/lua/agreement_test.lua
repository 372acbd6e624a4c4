-- SPDX-License-Identifier: EUPL-1.2
-- luacheck: read globals random
local agreement = require "ez.agreement"
local expect = require "test.expect"

local items = { "A", "B", "C", "D" }

-- A ranking by chance of items 1 … n, with ties and with items left out.
local function ranking_by(r, n)
  local all, ranking = {}, {}
  for i = 1, n do
    all[i] = i
  end
  local left = { table.unpack(r:shuffle(all), 1, r:between(1, n)) }
  while #left > 0 do
    local group = {}
    for i = 1, r:between(1, math.min(3, #left)) do
      group[i] = table.remove(left)
    end
    ranking[#ranking + 1] = #group > 1 and group or group[1]
  end
  return ranking
end

-- The rank of each item by counting who is before it and who beside it.
local function second_ranks(ranking, n)
  local place, ranks = {}, {}
  for i, entry in ipairs(ranking) do
    for _, item in ipairs(type(entry) == "table" and entry or { entry }) do
      place[item] = i
    end
  end
  for i = 1, n do
    local before, beside = 0, 0
    for j = 1, n do
      local a, b = place[j] or n + 1, place[i] or n + 1
      before, beside = before + (a < b and 1 or 0), beside + (a == b and 1 or 0)
    end
    ranks[i] = before + (beside + 1) / 2
  end
  return ranks
end

-- W as the share of its greatest value: S over m times the sum of each judge's own deviations.
local function second_w(rankings, n)
  local sums, own, s = {}, 0, 0
  for i = 1, n do
    sums[i] = 0
  end
  for _, ranking in ipairs(rankings) do
    for i, rank in ipairs(second_ranks(ranking, n)) do
      sums[i], own = sums[i] + rank, own + (rank - (n + 1) / 2) ^ 2
    end
  end
  for _, sum in ipairs(sums) do
    s = s + (sum - #rankings * (n + 1) / 2) ^ 2
  end
  return own > 0 and s / (#rankings * own) or nil
end

return {
  ["the-same-ranking-gives-1"] = function()
    expect.equal(agreement.kendall(items, { items, items, items }).w, 1)
  end,

  ["the-opposite-gives-0"] = function()
    expect.equal(agreement.kendall(items, { items, { "D", "C", "B", "A" } }).w, 0)
  end,

  ["the-demo-has-its-value"] = function()
    local result = agreement.kendall(items, {
      { "A", "B", "C", "D" }, { "A", "C", "B", "D" }, { "B", "C", "A", "D" },
      { "B", "A", "C", "D" }, { "C", "B", "D", "A" },
    })
    local sums = result.sums
    expect.list({ sums.A, sums.B, sums.C, sums.D }, { "11.0", "9.0", "11.0", "19.0" })
    expect.equal(result.s, 59)
    expect.near(result.w, 0.472, 0.0005)
  end,

  ["published-values"] = function()
    local abcd = { "a", "b", "c", "d" }
    local three = { { "a", "b", "c", "d" }, { "b", "a", "c", "d" }, { "a", "c", "b", "d" } }
    expect.near(agreement.kendall(abcd, three).w, 0.7778, 0.00005)
    local round = { { "a", "b", "c" }, { "c", "a", "b" }, { "b", "c", "a" } }
    expect.equal(agreement.kendall({ "a", "b", "c" }, round).w, 0)
    local tied = { { "a", { "b", "c" }, "d" }, { "a", "b", "c", "d" } }
    expect.near(agreement.kendall(abcd, tied).w, 0.9737, 0.00005)
  end,

  ["ties-agree-with-a-second-computation"] = function()
    local r = random.new("kendall")
    for _ = 1, 400 do
      local n, rankings, all = r:between(2, 7), {}, {}
      for i = 1, n do
        all[i] = i
      end
      for i = 1, r:between(2, 8) do
        rankings[i] = ranking_by(r, n)
      end
      local w, second = agreement.kendall(all, rankings).w, second_w(rankings, n)
      if second == nil then
        expect.equal(w, nil)
      else
        expect.near(w, second)
        expect.yes(w >= 0 and w <= 1 + 1e-12, "W is " .. w)
      end
    end
  end,

  ["items-left-out-share-the-last-place"] = function()
    local sums = agreement.kendall(items, { { "A" }, { "A", { "B", "C", "D" } } }).sums
    expect.list({ sums.A, sums.B, sums.C, sums.D }, { "2.0", "6.0", "6.0", "6.0" })
  end,

  ["what-cannot-be-computed-is-nil"] = function()
    local tied = { { "A", "B", "C", "D" } }
    expect.equal(agreement.kendall(items, { tied, tied }).w, nil)
    expect.equal(agreement.kendall(items, { items }).w, nil)
    expect.equal(agreement.kendall(items, { items, {} }).m, 1)
    expect.equal(agreement.kendall({ "A" }, { { "A" }, { "A" } }).w, nil)
    local nothing = agreement.kendall({}, {})
    expect.equal(nothing.w, nil)
    expect.equal(nothing.m, 0)
  end,

  ["an-item-twice-is-told"] = function()
    expect.fails('agreement.kendall: ballots[1][2]: "A" is there twice', agreement.kendall,
      items, { { "A", { "B", "A" } } })
    expect.fails('ballots[1][1]: there is no item "E"', agreement.kendall, items, { { "E" } })
  end,

  ["messages-begin-with-the-function"] = function()
    local ballots = { { "A", "A" } }
    local ok, message = pcall(agreement.kendall, items, ballots)
    expect.equal(ok, false)
    expect.equal(message, 'agreement.kendall: ballots[1][2]: "A" is there twice')
  end,
}
