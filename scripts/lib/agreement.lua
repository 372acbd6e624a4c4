-- SPDX-License-Identifier: EUPL-1.2
-- ez.agreement: how far rankings agree, as Kendall's W. Kendall & Babington Smith 1939, Ann.
-- Math. Statist. 10:275-287. Equal places have their mid-rank.

local argument = require "ez.argument"

local agreement = {}

---A ranking, best first. Items in a list of their own share a place: `{ "a", { "b", "c" }, "d"
---}`. Items that it leaves out share the last place. An empty one is blank, and not counted.
---@alias ez.agreement.Ranking (ez.Item|ez.Item[])[]

---@class ez.agreement.Result
---0 (no agreement) to 1 (the same rankings); nil for fewer than two rankings or items, and when
---each ranking has all items tied
---@field w number?
---@field n integer items
---@field m integer rankings
---@field s number sum of the squared deviations of the rank sums
---@field sums table<string|number, number> sum of ranks by key; 1 is first

-- The items of one place.
local function group_of(entry)
  if type(entry) == "table" and entry.id == nil then
    return entry
  end
  return { entry }
end

-- Adds the mid-rank of a group that begins after `before` items; gives t^3 - t.
local function add_group(ranks, group, before)
  local t = #group
  for _, place in ipairs(group) do
    ranks[place] = before + (t + 1) / 2
  end
  return t * t * t - t
end

-- The places of an entry, which must not have been ranked before.
local function places_of(items, entry, ranks, who, what)
  local places = {}
  for _, item in ipairs(argument.list(group_of(entry), who, what)) do
    local place = argument.place(items, item, who, what)
    if ranks[place] then
      error(who .. ": " .. what .. ': "' .. items.keys[place] .. '" is there twice', 0)
    end
    ranks[place] = 0
    places[#places + 1] = place
  end
  return places
end

-- The rank of each place, and the sum of t^3 - t over its ties.
local function ranks_of(items, ballot, who, what)
  local ranks, ties, before, rest = {}, 0, 0, {}
  for i, entry in ipairs(ballot) do
    local group = places_of(items, entry, ranks, who, what .. "[" .. i .. "]")
    ties = ties + add_group(ranks, group, before)
    before = before + #group
  end
  for place = 1, #items.list do
    rest[#rest + 1] = not ranks[place] and place or nil
  end
  return ranks, ties + add_group(ranks, rest, before)
end

local function squared_deviations(sums, mean)
  local s = 0
  for _, sum in ipairs(sums) do
    s = s + (sum - mean) ^ 2
  end
  return s
end

---W = 12 S / (m^2 (n^3 - n) - m T), with T the sum of t^3 - t over the ties of all rankings.
---For the few items of a workshop W stands alone: a test of significance would need more than
---seven.
---@param items ez.Item[]
---@param ballots ez.agreement.Ranking[]
---@return ez.agreement.Result
function agreement.kendall(items, ballots)
  local who = "agreement.kendall"
  local all = argument.items(items, who, "items")
  local n, m, ties, totals = #all.list, 0, 0, {}
  for place = 1, n do
    totals[place] = 0
  end
  for i, ballot in ipairs(argument.list(ballots, who, "ballots")) do
    local what = "ballots[" .. i .. "]"
    if #argument.list(ballot, who, what) > 0 then
      local ranks, tied = ranks_of(all, ballot, who, what)
      m, ties = m + 1, ties + tied
      for place = 1, n do
        totals[place] = totals[place] + ranks[place]
      end
    end
  end
  local s = squared_deviations(totals, m * (n + 1) / 2)
  local under = m * m * (n * n * n - n) - m * ties
  local result = { n = n, m = m, s = s, sums = {} }
  result.w = m > 1 and under > 0 and 12 * s / under or nil
  for place, key in ipairs(all.keys) do
    result.sums[key] = totals[place]
  end
  return result
end

return agreement
