-- SPDX-License-Identifier: EUPL-1.2
-- ez.exchange: what kind of exchange two parties have. The kinds are those of ecology (+, 0,
-- -); the receiver scores what comes from the other, from -2 (costs us) to 2 (really helps us).

local argument = require "ez.argument"

local exchange = {}

---A working default of ours.
---@class ez.exchange.Settings
---share of scores that must come from receivers before reciprocity is told; 0.7
---@field receivers number?
exchange.defaults = { receivers = 0.7 }

---What each kind is called.
---@type table<string, ez.Words>
exchange.kinds = {
  mutual = { nl = "wederzijds", en = "mutual" },
  one_sided = { nl = "eenzijdig voordeel", en = "one-sided gain" },
  skewed = { nl = "scheve ruil", en = "skewed exchange" },
  clash = { nl = "botsing", en = "clash" },
  unnoticed_harm = { nl = "ongemerkte schade", en = "unnoticed harm" },
  nothing_yet = { nl = "nog niets", en = "nothing yet" },
}

---What comes from one party to the other.
---@class ez.exchange.Gift
---@field from ez.Item
---@field to ez.Item
---@field score integer -2 to 2
---@field estimated boolean? scored by another than the receiver

---@class ez.exchange.Pair
---@field a ez.Item the party that stands first in the list
---@field b ez.Item
---@field to_a integer? what a gets from b; nil when it was not scored
---@field to_b integer?
---nil when a direction was not scored
---@field kind "mutual"|"one_sided"|"skewed"|"clash"|"unnoticed_harm"|"nothing_yet"|nil
---@field text ez.Words? the kind in words
---@field balance number? 0 (far apart) to 1 (the same); says nothing without the kind
---@field gainer ez.Item? who gains, when only one does
---@field estimated boolean a score was not given by the receiver

---@class ez.exchange.Result
---@field pairs ez.exchange.Pair[] those with a score, in the order of the parties
---@field receivers number? share of scores that receivers gave; nil without scores
---pairs that gain both ways, of those where one gains; nil when too few scores are the
---receivers', and when nobody gains
---@field reciprocity number?

-- By the signs of the lower and the higher of both scores.
local KINDS = {
  ["1 1"] = "mutual", ["0 1"] = "one_sided", ["-1 1"] = "skewed", ["-1 -1"] = "clash",
  ["-1 0"] = "unnoticed_harm", ["0 0"] = "nothing_yet",
}

local function sign(number)
  return number > 0 and 1 or number < 0 and -1 or 0
end

---The kind of exchange and its balance, by what each gets from the other.
---@param to_a integer -2 to 2
---@param to_b integer -2 to 2
---@return string kind
---@return number balance 1 - |to_a - to_b| / 4
function exchange.classify(to_a, to_b)
  local who = "exchange.classify"
  to_a = argument.whole(to_a, who, "to_a", -2, 2)
  to_b = argument.whole(to_b, who, "to_b", -2, 2)
  local low, high = sign(math.min(to_a, to_b)), sign(math.max(to_a, to_b))
  return KINDS[low .. " " .. high], 1 - math.abs(to_a - to_b) / 4
end

-- The scores as a table [from][to], each direction once.
local function read_gifts(parties, gifts, who)
  local scores, count, estimated = {}, 0, 0
  for i, gift in ipairs(argument.list(gifts, who, "gifts")) do
    local what = "gifts[" .. i .. "]"
    argument.fields(gift, who, what)
    local from = argument.place(parties, gift.from, who, what .. ".from")
    local to = argument.place(parties, gift.to, who, what .. ".to")
    argument.whole(gift.score, who, what .. ".score", -2, 2)
    scores[from] = scores[from] or {}
    if from == to then
      error(who .. ": " .. what .. ": from a party to itself", 0)
    elseif scores[from][to] then
      error(who .. ": " .. what .. ": these two were scored this way before", 0)
    end
    scores[from][to] = gift
    count, estimated = count + 1, estimated + (gift.estimated and 1 or 0)
  end
  return scores, count, estimated
end

local function gainer_of(pair)
  local a_gains, b_gains = pair.to_a > 0, pair.to_b > 0
  if a_gains ~= b_gains then
    return a_gains and pair.a or pair.b
  end
end

local function new_pair(a, b, gift_to_a, gift_to_b)
  local to_a, to_b = gift_to_a or {}, gift_to_b or {}
  local pair = {
    a = a, b = b, to_a = to_a.score, to_b = to_b.score,
    estimated = to_a.estimated == true or to_b.estimated == true,
  }
  if pair.to_a and pair.to_b then
    pair.kind, pair.balance = exchange.classify(pair.to_a, pair.to_b)
    pair.text, pair.gainer = exchange.kinds[pair.kind], gainer_of(pair)
  end
  return pair
end

local function reciprocity_of(list)
  local mutual, gains = 0, 0
  for _, pair in ipairs(list) do
    mutual = mutual + (pair.kind == "mutual" and 1 or 0)
    gains = gains + (((pair.to_a or 0) > 0 or (pair.to_b or 0) > 0) and 1 or 0)
  end
  return gains > 0 and mutual / gains or nil
end

---The map of all pairs that were scored.
---@param parties ez.Item[]
---@param gifts ez.exchange.Gift[]
---@param settings ez.exchange.Settings?
---@return ez.exchange.Result
function exchange.map(parties, gifts, settings)
  local who = "exchange.map"
  local s = argument.settings(settings, exchange.defaults, who)
  local all = argument.items(parties, who, "parties")
  local scores, count, estimated = read_gifts(all, gifts, who)
  local result = { pairs = {} }
  for i = 1, #all.list do
    for j = i + 1, #all.list do
      local to_a, to_b = (scores[j] or {})[i], (scores[i] or {})[j]
      if to_a or to_b then
        result.pairs[#result.pairs + 1] = new_pair(all.list[i], all.list[j], to_a, to_b)
      end
    end
  end
  result.receivers = count > 0 and (count - estimated) / count or nil
  if result.receivers and result.receivers >= s.receivers then
    result.reciprocity = reciprocity_of(result.pairs)
  end
  return result
end

return exchange
