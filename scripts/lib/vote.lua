-- SPDX-License-Identifier: EUPL-1.2
-- ez.vote: Borda counts and first places from rankings, and dots that cost their square. Borda
-- of partial rankings: Emerson 2013, Soc. Choice Welf. 40:353-358. The cost of dots: Lalley &
-- Weyl 2018, AEA Papers & Proc. 108:33-37 (only the rule of cost). A tie is told and not
-- broken: `winner` is nil, and `leaders` has those who share the first place.

local argument = require "ez.argument"

local vote = {}

---A working default of ours.
---@class ez.vote.Settings
---@field credits integer? of each person, in a vote with squared dots; 25
vote.defaults = { credits = 25 }

---What to say when Borda and first places have another winner.
---@type ez.Words
vote.differ = {
  nl = "Veel eerste plaatsen is niet hetzelfde als veel steun.",
  en = "Many first places is not the same as broad support.",
}

---A ranking, best first; it may leave items out. An empty one is blank.
---@alias ez.vote.Ranking ez.Item[]

---@class ez.vote.Result
---@field n integer ballots that were counted; blank ones were not
---@field blank integer
---@field order ez.Item[] all items, most points first; those with as many as given
---@field scores table<string|number, integer> points by key
---@field winner ez.Item? nil in a tie, and when nobody voted
---@field leaders ez.Item[] those with most points; none when nobody voted
---@field tie boolean more than one leads
---@field rule "complete"|"partial"|nil of Borda: whether each ballot ranked everything

---@class ez.vote.Dots: ez.vote.Result
---@field cast integer dots that were given
---@field spent integer credits that they cost
---@field possible integer credits that all had together

-- Fills in what follows from the points. `scores` is by place.
local function rank(result, items, scores)
  local places = {}
  for i, key in ipairs(items.keys) do
    places[i] = i
    result.scores[key] = scores[i]
  end
  table.sort(places, function(a, b)
    return scores[a] > scores[b]
  end)
  for i, place in ipairs(places) do
    result.order[i] = items.list[place]
    if result.n > 0 and scores[place] == scores[places[1]] then
      result.leaders[#result.leaders + 1] = items.list[place]
    end
  end
  result.tie = #result.leaders > 1
  result.winner = not result.tie and result.leaders[1] or nil
  return result
end

local function new_result(n, blank)
  return { n = n, blank = blank, order = {}, scores = {}, leaders = {}, tie = false }
end

-- The rankings as places; blank ones apart.
local function read_rankings(items, ballots, who)
  local rankings, blank = {}, 0
  for i, ballot in ipairs(argument.list(ballots, who, "ballots")) do
    local what = "ballots[" .. i .. "]"
    local ranking, seen = {}, argument.items(ballot, who, what)
    for j, item in ipairs(seen.list) do
      ranking[j] = argument.place(items, item, who, what .. "[" .. j .. "]")
    end
    if #ranking > 0 then
      rankings[#rankings + 1] = ranking
    else
      blank = blank + 1
    end
  end
  return rankings, blank
end

local function zeros(count)
  local list = {}
  for i = 1, count do
    list[i] = 0
  end
  return list
end

local function is_partial(rankings, count)
  for _, ranking in ipairs(rankings) do
    if #ranking < count then
      return true
    end
  end
  return false
end

---Points by rank. When each ballot ranks all n items, the first has n - 1 points and the last
---none. When one ballot leaves items out, of each ballot with m items the first has m points,
---the last 1 and the others none: who ranks more gives more.
---@param items ez.Item[]
---@param ballots ez.vote.Ranking[]
---@return ez.vote.Result
function vote.borda(items, ballots)
  local all = argument.items(items, "vote.borda", "items")
  local rankings, blank = read_rankings(all, ballots, "vote.borda")
  local partial = is_partial(rankings, #all.list)
  local scores = zeros(#all.list)
  for _, ranking in ipairs(rankings) do
    for rank_of, place in ipairs(ranking) do
      scores[place] = scores[place] + #ranking - rank_of + (partial and 1 or 0)
    end
  end
  local result = rank(new_result(#rankings, blank), all, scores)
  result.rule = #rankings > 0 and (partial and "partial" or "complete") or nil
  return result
end

---First places: what comes first in each ranking counts one.
---@param items ez.Item[]
---@param ballots ez.vote.Ranking[]
---@return ez.vote.Result
function vote.plurality(items, ballots)
  local all = argument.items(items, "vote.plurality", "items")
  local rankings, blank = read_rankings(all, ballots, "vote.plurality")
  local scores = zeros(#all.list)
  for _, ranking in ipairs(rankings) do
    scores[ranking[1]] = scores[ranking[1]] + 1
  end
  return rank(new_result(#rankings, blank), all, scores)
end

---@class ez.vote.Both
---@field borda ez.vote.Result
---@field plurality ez.vote.Result
---@field differ boolean each has one winner, and not the same
---@field text ez.Words? what to say when they differ

---Both counts of the same ballots.
---@param items ez.Item[]
---@param ballots ez.vote.Ranking[]
---@return ez.vote.Both
function vote.compare(items, ballots)
  local borda, plurality = vote.borda(items, ballots), vote.plurality(items, ballots)
  local differ = borda.winner ~= nil and plurality.winner ~= nil
    and borda.winner ~= plurality.winner
  return {
    borda = borda, plurality = plurality, differ = differ, text = differ and vote.differ or nil,
  }
end

-- Adds one ballot's dots to the scores; gives how many, and what they cost.
local function add_dots(items, ballot, most, scores, who, what)
  local cast, cost = 0, 0
  for key, given in pairs(argument.fields(ballot, who, what)) do
    local place = items.place[key] or argument.unknown(who .. ": " .. what, "item", key,
      items.keys)
    local dots = argument.whole(given, who, what .. "." .. key, 0, most)
    scores[place] = scores[place] + dots
    cast, cost = cast + dots, cost + dots * dots
  end
  return cast, cost
end

---Dots that cost their square: 1 costs 1, 2 cost 4, 3 cost 9. A ballot says how many dots each
---key has, `{ bridge = 3, well = 4 }`; one that costs more than the credits is refused.
---@param items ez.Item[]
---@param ballots table<string|number, integer>[]
---@param settings ez.vote.Settings?
---@return ez.vote.Dots
function vote.dots(items, ballots, settings)
  local who = "vote.dots"
  local all = argument.items(items, who, "items")
  local s = argument.settings(settings, vote.defaults, who)
  local credits = argument.whole(s.credits, who, "credits", 1, 1000000)
  local most = math.tointeger(math.sqrt(credits) // 1)
  local scores, cast, spent, blank = zeros(#all.list), 0, 0, 0
  for i, ballot in ipairs(argument.list(ballots, who, "ballots")) do
    local what = "ballots[" .. i .. "]"
    local dots, cost = add_dots(all, ballot, most, scores, who, what)
    if cost > credits then
      error(who .. ": " .. what .. ": these dots cost " .. cost .. " of " .. credits, 0)
    end
    cast, spent, blank = cast + dots, spent + cost, blank + (dots == 0 and 1 or 0)
  end
  local result = new_result(#ballots - blank, blank)
  result.cast, result.spent, result.possible = cast, spent, #ballots * credits
  return rank(result, all, scores)
end

---The first so many of a result, none without points. When the last of them has as many points
---as one that is left out, `tied` has all of that height; else it is empty.
---@param result ez.vote.Result
---@param count integer
---@return ez.Item[] top
---@return ez.Item[] tied
function vote.top(result, count)
  local who = "vote.top"
  argument.fields(result, who, "result")
  argument.whole(count, who, "count", 0)
  local top, tied, after = {}, {}, result.order[count + 1]
  local function points(item)
    return result.scores[argument.key(item, who, "order")]
  end
  for i = 1, math.min(count, #result.order) do
    local item = result.order[i]
    top[#top + 1] = points(item) > 0 and item or nil
  end
  local edge = #top == count and count > 0 and after and points(after)
  if edge and edge > 0 and edge == points(top[count]) then
    for _, item in ipairs(result.order) do
      tied[#tied + 1] = points(item) == edge and item or nil
    end
  end
  return top, tied
end

return vote
