-- SPDX-License-Identifier: EUPL-1.2
-- ez.swarm: a decision in rounds, with support that wears off and stop signals. Inspired by how
-- bees choose a nest, and no model of it (Seeley et al. 2012, Science 335:108-111; the two
-- modes cf. Franks et al. 2003, Phil. Trans. R. Soc. B 358:1759). Without a decision rankings
-- count: fallback.

local argument = require "ez.argument"
local agreement = require "ez.agreement"
local vote = require "ez.vote"

local swarm = {}

---The thresholds are working defaults of ours.
---@class ez.swarm.Settings
---@field mode "careful"|"fast"|nil "careful" when you do not say it
---@field people integer? how many take part; 0, the default, counts those in the rounds
---@field careful number? share of the people that is the quorum; 0.6
---@field fast number? the same in the fast mode; 0.4
---@field lead number? how far the first must be ahead of the next; 2
---@field stop number? what a stop signal takes from the support; 0.5
---@field rounds integer? how many there are; 4
---@field close number? leaders no further apart than this are close; 1
---@field explore number? fallback: with W below this, do not decide yet; 0.3
swarm.defaults = {
  mode = "careful", people = 0, careful = 0.6, fast = 0.4, lead = 2, stop = 0.5, rounds = 4,
  close = 1, explore = 0.3,
}

---What a fallback advises.
---@type table<string, ez.Words>
swarm.advice = {
  decide = { nl = "kies de eerste uit de rangorde", en = "choose the first of the ranking" },
  explore = { nl = "niet beslissen, eerst verkennen", en = "do not decide, explore first" },
}

---What one person does in one round. Without `supports` the person rests. Who stays with an
---option keeps the strength of the round before unless it says another.
---@class ez.swarm.Entry
---@field by string|number key of the person
---@field supports ez.Item?
---@field strength integer? 0 (rests) to 5; 1 when the support is new and it does not say
---gave a new argument; who stays without one loses one strength, and has at most the strength
---of the round before to lose it from
---@field argued boolean?
---@field stops ez.Item? a stop signal to this option
---@field reason any? of the stop signal, from own observation

---@class ez.swarm.Standing
---@field item ez.Item
---@field supporters integer
---@field strength integer sum
---@field stops integer all until now
---@field net number supporters less what stops take

---@class ez.swarm.Round
---@field round integer
---most net support first, then most strength, then as given
---@field standings ez.swarm.Standing[]
---@field resting integer
---@field close boolean the first two have supporters and are close: seek the middle, or choose?

---@class ez.swarm.Result
---@field winner ez.Item?
---@field reason "decided"|"open"|"undecided" open: there are rounds left
---@field round integer? of the decision
---@field people integer
---@field quorum integer net support that decides
---@field rounds ez.swarm.Round[] up to the decision
---stop signals that do not count: "second" of this person, to one's "own" option, or without
---"reason"
---@field refused { round: integer, by: string|number, why: string }[]

local who = "swarm.count"

-- The strength that counts: what is said or was before, less one for staying without an
-- argument.
local function strength_of(entry, place, last, what)
  local stays = last ~= nil and last.place == place
  local said = entry.strength or (stays and last.strength) or 1
  local strength = argument.whole(said, who, what .. ".strength", 0, 5)
  if stays and not entry.argued then
    strength = math.min(strength, last.strength) - 1
  end
  return math.max(strength, 0)
end

-- One word on why a stop signal does not count; nil when it does.
local function refusal(state, entry, target, place)
  if target == place then
    return "own"
  elseif not entry.reason then
    return "reason"
  end
  return state.stopped[entry.by] and "second" or nil
end

local function take_stop(state, entry, place, what)
  local target = argument.place(state.items, entry.stops, who, what .. ".stops")
  local why = refusal(state, entry, target, place)
  if why then
    state.refused[#state.refused + 1] = { round = state.round, by = entry.by, why = why }
    return
  end
  state.stopped[entry.by] = true
  state.stops[target] = state.stops[target] + 1
end

-- What each person holds after this round: by -> { place, strength }.
local function take_entries(state, entries, what)
  local held = {}
  for i, entry in ipairs(argument.list(entries, who, what)) do
    local here = what .. "[" .. i .. "]"
    local by = argument.key(argument.fields(entry, who, here).by, who, here .. ".by")
    if held[by] then
      error(who .. ": " .. here .. ".by: this person is in the round twice", 0)
    end
    local place = entry.supports ~= nil
      and argument.place(state.items, entry.supports, who, here .. ".supports") or nil
    local strength = place and strength_of(entry, place, state.held[by], here) or 0
    held[by] = { place = strength > 0 and place or nil, strength = strength }
    if entry.stops ~= nil then
      take_stop(state, entry, place, here)
    end
  end
  return held
end

local function standings_of(state, s)
  local list = {}
  for place, item in ipairs(state.items.list) do
    list[place] = { item = item, supporters = 0, strength = 0, stops = state.stops[place] }
  end
  for _, hold in pairs(state.held) do
    local standing = list[hold.place]
    if standing then
      standing.supporters = standing.supporters + 1
      standing.strength = standing.strength + hold.strength
    end
  end
  for _, standing in ipairs(list) do
    standing.net = standing.supporters - s.stop * standing.stops
  end
  table.sort(list, function(a, b)
    return a.net > b.net or a.net == b.net and a.strength > b.strength
  end)
  return list
end

local function resting_of(standings, people)
  local supporters = 0
  for _, standing in ipairs(standings) do
    supporters = supporters + standing.supporters
  end
  return math.max(0, people - supporters)
end

local function is_close(first, second, s)
  return second ~= nil and first.supporters > 0 and second.supporters > 0
    and first.net - second.net <= s.close
end

local function is_decided(first, second, quorum, s)
  return first ~= nil and first.supporters > 0 and first.net >= quorum
    and (second == nil or first.net - second.net >= s.lead)
end

local function people_in(rounds)
  local seen, count = {}, 0
  for r, entries in ipairs(rounds) do
    for i, entry in ipairs(argument.list(entries, who, "rounds[" .. r .. "]")) do
      local here = "rounds[" .. r .. "][" .. i .. "]"
      local by = argument.key(argument.fields(entry, who, here).by, who, here .. ".by")
      count = count + (seen[by] and 0 or 1)
      seen[by] = true
    end
  end
  return count
end

local function read_settings(settings)
  local s = argument.settings(settings, swarm.defaults, who)
  argument.one_of(s.mode, who, "mode", { "careful", "fast" })
  argument.whole(s.people, who, "people", 0)
  argument.whole(s.rounds, who, "rounds", 1, 100)
  return s
end

-- A share of the people, rounded up. What is left over of 0.6 in binary counts for nothing.
local function quorum_of(s, people)
  return math.max(1, math.ceil(s[s.mode] * people - 1e-9))
end

local function new_state(items)
  local state = { items = items, held = {}, stops = {}, stopped = {}, refused = {}, round = 0 }
  for place = 1, #items.list do
    state.stops[place] = 0
  end
  return state
end

---Counts the rounds until one decides: the first option has net support (supporters less half a
---stop signal each) of at least the quorum, and leads the next by 2 or more. Equal net support
---is ordered by strength, to be shown and not to decide.
---@param items ez.Item[]
---@param rounds ez.swarm.Entry[][]
---@param settings ez.swarm.Settings?
---@return ez.swarm.Result
function swarm.count(items, rounds, settings)
  local s = read_settings(settings)
  local state = new_state(argument.items(items, who, "items"))
  argument.list(rounds, who, "rounds")
  argument.whole(#rounds, who, "number of rounds", 0, s.rounds)
  local people = s.people > 0 and s.people or people_in(rounds)
  local quorum = quorum_of(s, people)
  local result = {
    reason = "open", people = people, quorum = quorum, rounds = {}, refused = state.refused,
  }
  for r, entries in ipairs(rounds) do
    state.round = r
    state.held = take_entries(state, entries, "rounds[" .. r .. "]")
    local list = standings_of(state, s)
    result.rounds[r] = {
      round = r, standings = list, resting = resting_of(list, people),
      close = is_close(list[1], list[2], s),
    }
    if is_decided(list[1], list[2], quorum, s) then
      result.winner, result.round, result.reason = list[1].item, r, "decided"
      return result
    end
  end
  result.reason = #rounds == s.rounds and "undecided" or "open"
  return result
end

---@class ez.swarm.Fallback
---@field winner ez.Item? by Borda
---@field borda ez.vote.Result
---@field plurality ez.vote.Result
---@field agreement ez.agreement.Result
---@field advice "decide"|"explore" explore when W is low, or could not be computed
---@field text ez.Words the advice in words

---When no round decided: the ranking by Borda, and whether rankings agree enough to follow it.
---@param items ez.Item[]
---@param ballots ez.vote.Ranking[]
---@param settings ez.swarm.Settings? only `explore` counts here
---@return ez.swarm.Fallback
function swarm.fallback(items, ballots, settings)
  local s = argument.settings(settings, swarm.defaults, "swarm.fallback")
  local both, agreed = vote.compare(items, ballots), agreement.kendall(items, ballots)
  local advice = (agreed.w == nil or agreed.w < s.explore) and "explore" or "decide"
  return {
    winner = both.borda.winner, borda = both.borda, plurality = both.plurality,
    agreement = agreed, advice = advice, text = swarm.advice[advice],
  }
end

return swarm
