-- SPDX-License-Identifier: EUPL-1.2
-- ez.seating: who sits at which table, by what they like to talk about, with a mix at each
-- table; and the times of the meeting. Greedy first, then moves and swaps while they make it
-- better. The exact alternative would be the assignment problem (Kuhn 1955, Nav. Res. Logist.
-- Q. 2:83), without a mix.

local argument = require "ez.argument"

local seating = {}

---Working defaults of ours.
---@class ez.seating.Settings
---@field rounds integer? 1
---@field low integer? people at a table at least; 4
---@field high integer? and at most; 8
---@field tables integer? topics in one round at most; 3
---@field sectors integer? at a table at least; 2
---@field government string? the sector that is the government; "government"
---@field share number? of the government at a table at most; 0.5
seating.defaults = {
  rounds = 1, low = 4, high = 8, tables = 3, sectors = 2, government = "government",
  share = 0.5,
}

---@class ez.seating.Person
---@field id string|number
---@field sector string
---@field wants ez.Item[]? topics, best first; who names none likes all alike

---@class ez.seating.Table
---@field table integer number in its round
---@field topic ez.Item
---@field n integer
---@field people (string|number)[] keys, in the order of the people
---@field broken string[] rules that do not hold: "low", "sectors", "government"

---@class ez.seating.Plan
---@field rounds ez.seating.Table[][]
---@field left_out ez.Item[] topics for which there was no room
---share of those with wants who sit once at their first or second topic; nil when nobody has
---wants
---@field first_or_second number?
---@field holds boolean no rule is broken

-- --- reading -----------------------------------------------------------------------

local who = "seating.plan"

local function read_person(person, key, i, topics, s)
  local what = "people[" .. i .. "]"
  argument.fields(person, who, what)
  if type(person.sector) ~= "string" then
    argument.wrong(who, what .. ".sector", "a text", person.sector)
  end
  local read = {
    key = key, place = i, choices = 0, points = {}, rank = {},
    sector = person.sector, government = person.sector == s.government,
  }
  for place = 1, #topics.list do
    read.points[place] = 0
  end
  local wants = argument.items(person.wants or {}, who, what .. ".wants")
  for rank, topic in ipairs(wants.list) do
    local place = argument.place(topics, topic, who, what .. ".wants[" .. rank .. "]")
    read.points[place], read.rank[place] = #topics.list - rank + 1, rank
  end
  read.choices = #wants.list
  return read
end

local function read_people(people, topics, s)
  local items, list = argument.items(people, who, "people"), {}
  for i, person in ipairs(items.list) do
    list[i] = read_person(person, items.keys[i], i, topics, s)
  end
  return list
end

local function read_settings(settings)
  local s = argument.settings(settings, seating.defaults, who)
  for _, name in ipairs { "rounds", "low", "tables", "sectors" } do
    argument.whole(s[name], who, name, 1, 1000)
  end
  argument.whole(s.high, who, "high", s.low, 1000)
  argument.number(s.share, who, "share", 0, 1)
  return s
end

-- --- tables ------------------------------------------------------------------------

-- Topics go round: the first to round 1, the next to round 2, so that each round has a strong
-- one. No more topics in a round than there are people to fill tables for.
local function topics_by_round(topics, count, s)
  local at_most = math.min(s.tables, math.max(1, count // s.low))
  local rounds, left_out = {}, {}
  for r = 1, s.rounds do
    rounds[r] = {}
  end
  for place, topic in ipairs(topics.list) do
    if place <= at_most * s.rounds then
      local round = rounds[(place - 1) % s.rounds + 1]
      round[#round + 1] = place
    else
      left_out[#left_out + 1] = topic
    end
  end
  return rounds, left_out
end

local function new_table(topic)
  return { topic = topic, people = {}, size = 0, government = 0, sectors = {}, kinds = 0 }
end

-- Where people outnumber the seats, topics have a table more, those that are wanted most per
-- table first.
local function tables_for(topics, people, s)
  local tables, count, wanted = {}, {}, {}
  for i, topic in ipairs(topics) do
    tables[i], count[topic], wanted[topic] = new_table(topic), 1, 0
    for _, person in ipairs(people) do
      wanted[topic] = wanted[topic] + person.points[topic]
    end
  end
  while #tables > 0 and #tables * s.high < #people do
    local best = topics[1]
    for _, topic in ipairs(topics) do
      if wanted[topic] * count[best] > wanted[best] * count[topic] then
        best = topic
      elseif wanted[topic] * count[best] == wanted[best] * count[topic]
        and count[topic] < count[best] then
        best = topic
      end
    end
    count[best] = count[best] + 1
    tables[#tables + 1] = new_table(best)
  end
  return tables
end

-- Counts a person in (step 1) or out (-1).
local function tally(at, person, step)
  at.size = at.size + step
  at.government = at.government + (person.government and step or 0)
  local before = at.sectors[person.sector] or 0
  at.sectors[person.sector] = before + step
  if before == 0 then
    at.kinds = at.kinds + 1
  elseif before + step == 0 then
    at.kinds = at.kinds - 1
  end
end

-- How far a table is from the rules: people too few, sectors too few, and people of the
-- government too many.
local function faults_of(at, s)
  local over = math.ceil(at.government - s.share * at.size - 1e-9)
  return math.max(0, s.low - at.size), math.max(0, s.sectors - at.kinds), math.max(0, over)
end

local function fault(at, s)
  local low, sectors, government = faults_of(at, s)
  return low + sectors + government
end

-- --- seating -----------------------------------------------------------------------

-- Those with the fewest topics of this round that they want go first.
local function by_choice(people, tables)
  local order, choices = {}, {}
  for i, person in ipairs(people) do
    order[i], choices[i] = i, 0
    for _, at in ipairs(tables) do
      local likes = person.choices == 0 or person.rank[at.topic] ~= nil
      choices[i] = choices[i] + (likes and 1 or 0)
    end
  end
  table.sort(order, function(a, b)
    return choices[a] < choices[b]
  end)
  return order
end

-- How many points a person likes one table more than another.
local function gain(person, from, to)
  return person.points[to.topic] - person.points[from.topic]
end

-- The table that a person likes best of those with a free seat; the emptiest of equals.
local function best_table(person, tables, s)
  local best
  for t, at in ipairs(tables) do
    if at.size < s.high then
      local more = best and gain(person, tables[best], at)
      if best == nil or more > 0 or more == 0 and at.size < tables[best].size then
        best = t
      end
    end
  end
  return best
end

local function seat_greedily(people, tables, s)
  for _, i in ipairs(by_choice(people, tables)) do
    local at = tables[best_table(people[i], tables, s)]
    at.people[#at.people + 1] = people[i]
    tally(at, people[i], 1)
  end
end

-- Counts one from table a to b, and the other, if any, from b to a.
local function cross(a, b, one, other)
  tally(a, one, -1)
  tally(b, one, 1)
  if other then
    tally(b, other, -1)
    tally(a, other, 1)
  end
end

-- Swaps the x-th of table a and the y-th of b, or without y moves the x-th. It stays so when
-- the rules are nearer, or as near with more liking; else it is undone.
local function try(a, b, x, y, s)
  local one, other = a.people[x], y and b.people[y]
  local liking = gain(one, a, b) + (other and gain(other, b, a) or 0)
  local before = fault(a, s) + fault(b, s)
  if before == 0 and liking <= 0 then
    return false
  end
  cross(a, b, one, other)
  local after = fault(a, s) + fault(b, s)
  if after > before or after == before and liking <= 0 then
    cross(b, a, one, other)
    return false
  end
  b.people[y or #b.people + 1] = one
  if other then
    a.people[x] = other
  else
    table.remove(a.people, x)
  end
  return true
end

local function most_gain(from, to)
  local most = -math.huge
  for _, person in ipairs(from.people) do
    most = math.max(most, gain(person, from, to))
  end
  return most
end

-- Whether someone could come to a topic that is liked better; says no without looking at pairs.
local function may_please(a, b, s)
  if a.topic == b.topic then
    return false
  end
  local to_b, to_a = most_gain(a, b), most_gain(b, a)
  return to_a + to_b > 0 or to_b > 0 and b.size < s.high or to_a > 0 and a.size < s.high
end

-- Whether a table that lacks sectors misses one that the other has.
local function may_mix(at, other, s)
  for sector, people in pairs(at.kinds < s.sectors and other.sectors or {}) do
    if people > 0 and (at.sectors[sector] or 0) == 0 then
      return true
    end
  end
  return false
end

-- Whether two tables could come nearer to the rules together.
local function may_mend(a, b, s)
  local low_a, _, over_a = faults_of(a, s)
  local low_b, _, over_b = faults_of(b, s)
  local all = a.government + b.government - s.share * (a.size + b.size)
  return over_a + over_b > math.max(0, math.ceil(all - 1e-9)) or may_mix(a, b, s)
    or may_mix(b, a, s) or low_a > 0 and b.size > s.low or low_b > 0 and a.size > s.low
end

local function move_some(from, to, s)
  local better = false
  for x = #from.people, 1, -1 do
    better = to.size < s.high and try(from, to, x, nil, s) or better
  end
  return better
end

local function improve_pair(a, b, s)
  if not may_please(a, b, s) and not may_mend(a, b, s) then
    return false
  end
  local better = false
  for x = 1, #a.people do
    for y = 1, #b.people do
      better = try(a, b, x, y, s) or better
    end
  end
  better = move_some(a, b, s) or better
  return move_some(b, a, s) or better
end

-- One look at each pair of tables; says whether anything became better.
local function improve(tables, s)
  local better = false
  for t = 1, #tables do
    for u = t + 1, #tables do
      better = improve_pair(tables[t], tables[u], s) or better
    end
  end
  return better
end

-- --- the plan ----------------------------------------------------------------------

local function shown_table(at, number, topics, s)
  local shown = {
    table = number, topic = topics.list[at.topic], n = at.size, people = {}, broken = {},
  }
  table.sort(at.people, function(one, other)
    return one.place < other.place
  end)
  for i, person in ipairs(at.people) do
    shown.people[i] = person.key
  end
  local faults = { faults_of(at, s) }
  for i, rule in ipairs { "low", "sectors", "government" } do
    shown.broken[#shown.broken + 1] = faults[i] > 0 and rule or nil
  end
  return shown
end

-- Seats a round, and notes who sits at a first or second choice.
local function seat_round(people, places, topics, s, happy)
  local tables, round = tables_for(places, people, s), {}
  if #tables > 0 then
    seat_greedily(people, tables, s)
  end
  while improve(tables, s) do
  end
  for t, at in ipairs(tables) do
    round[t] = shown_table(at, t, topics, s)
    for _, person in ipairs(at.people) do
      happy[person.place] = happy[person.place] or (person.rank[at.topic] or 3) <= 2
    end
  end
  return round
end

local function share_of(happy, people)
  local count, all = 0, 0
  for i, person in ipairs(people) do
    all = all + (person.choices > 0 and 1 or 0)
    count = count + (happy[i] and 1 or 0)
  end
  return all > 0 and count / all or nil
end

local function all_hold(rounds)
  for _, round in ipairs(rounds) do
    for _, at in ipairs(round) do
      if #at.broken > 0 then
        return false
      end
    end
  end
  return true
end

---Seats everyone once in each round. The rules go before what people want; where they cannot
---hold, the table says so. Without people or topics there are no tables.
---@param people ez.seating.Person[]
---@param topics ez.Item[] most wanted first, as vote.top gives them
---@param settings ez.seating.Settings?
---@return ez.seating.Plan
function seating.plan(people, topics, settings)
  local s = read_settings(settings)
  local all = argument.items(topics, who, "topics")
  local persons = read_people(people, all, s)
  local rounds, left_out = topics_by_round(all, #persons, s)
  local plan, happy = { rounds = {}, left_out = left_out }, {}
  for r, places in ipairs(rounds) do
    plan.rounds[r] = seat_round(persons, #persons > 0 and places or {}, all, s, happy)
  end
  plan.first_or_second = share_of(happy, persons)
  plan.holds = all_hold(plan.rounds)
  return plan
end

---How many minutes each part takes. Working defaults of ours.
---@class ez.seating.Times
---@field opening number? 10
---@field round number? with the change of tables; 25
---@field harvest number? 15
---@field commitments number? 15
seating.times_defaults = { opening = 10, round = 25, harvest = 15, commitments = 15 }

---@class ez.seating.Day
---@field rounds integer that fit
---@field dropped integer rounds that do not
---@field parts { id: string, minutes: number }[] in order; "round" as often as there are rounds
---@field minutes number that the parts take together

---Divides the time. When it is short rounds are dropped, then the harvest, then the opening,
---and never the commitments.
---@param minutes number in all
---@param rounds integer that are wanted
---@param settings ez.seating.Times?
---@return ez.seating.Day
function seating.times(minutes, rounds, settings)
  local here = "seating.times"
  argument.number(minutes, here, "minutes", 0, 10000)
  argument.whole(rounds, here, "rounds", 0, 1000)
  local s = argument.settings(settings, seating.times_defaults, here)
  for name, value in pairs(s) do
    argument.number(value, here, name, 1, 10000)
  end
  local left = minutes - s.commitments
  local opening = left >= s.opening
  left = left - (opening and s.opening or 0)
  local harvest = left >= s.harvest
  left = left - (harvest and s.harvest or 0)
  local fits = harvest and math.max(0, math.min(rounds, math.tointeger(left // s.round))) or 0
  local parts, total = {}, 0
  local function add(id, is_in)
    if is_in then
      parts[#parts + 1], total = { id = id, minutes = s[id] }, total + s[id]
    end
  end
  add("opening", opening)
  for _ = 1, fits do
    add("round", true)
  end
  add("harvest", harvest)
  add("commitments", true)
  return { rounds = fits, parts = parts, minutes = total, dropped = rounds - fits }
end

return seating
