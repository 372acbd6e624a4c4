-- SPDX-License-Identifier: EUPL-1.2
-- luacheck: read globals random
local expect = require "test.expect"
local seating = require "ez.seating"

local topics = { "T1", "T2", "T3", "T4", "T5", "T6" }

local usual = { "government", "government", "water", "nature", "citizens" }

-- People by chance, wishes for a few topics each.
local function people_by(r, count, names, sectors)
  sectors = sectors or usual
  local people = {}
  for i = 1, count do
    local wants = { table.unpack(r:shuffle(names), 1, r:between(0, #names)) }
    people[i] = { id = "p" .. i, sector = sectors[r:between(1, #sectors)], wants = wants }
  end
  return people
end

local function by_id(people)
  local map = {}
  for _, person in ipairs(people) do
    map[person.id] = person
  end
  return map
end

-- The rules as they are told, table by table.
local function second_broken(at, people, s)
  local sectors, kinds, government, broken = {}, 0, 0, {}
  for _, id in ipairs(at.people) do
    local sector = people[id].sector
    kinds = kinds + (sectors[sector] and 0 or 1)
    sectors[sector] = true
    government = government + (sector == "government" and 1 or 0)
  end
  broken[#broken + 1] = #at.people < (s.low or 4) and "low" or nil
  broken[#broken + 1] = kinds < 2 and "sectors" or nil
  broken[#broken + 1] = government * 2 > #at.people and "government" or nil
  return broken
end

local function points_of(person, topic, count)
  for rank, wanted in ipairs(person.wants or {}) do
    if wanted == topic then
      return count - rank + 1
    end
  end
  return 0
end

-- All ways to seat people at two tables: the most points with the rules kept; nil when there is
-- none.
local function best_by_force(people, names, s)
  local best
  for way = 0, (1 << #people) - 1 do
    local tables, points = { { people = {} }, { people = {} } }, 0
    for i, person in ipairs(people) do
      local t = (way >> (i - 1) & 1) + 1
      table.insert(tables[t].people, person.id)
      points = points + points_of(person, names[t], #names)
    end
    local fits = math.max(#tables[1].people, #tables[2].people) <= s.high
    for _, at in ipairs(tables) do
      fits = fits and #second_broken(at, by_id(people), s) == 0
    end
    best = fits and math.max(best or 0, points) or best
  end
  return best
end

local function total_points(round, people, names)
  local map, points = people[1] and by_id(people) or people, 0
  for _, at in ipairs(round) do
    for _, id in ipairs(at.people) do
      points = points + points_of(map[id], at.topic, #names)
    end
  end
  return points
end

-- How far a table is from the rules, counted.
local function second_fault(at, people, s)
  local sectors, kinds, government = {}, 0, 0
  for _, id in ipairs(at.people) do
    local sector = people[id].sector
    kinds = kinds + (sectors[sector] and 0 or 1)
    sectors[sector] = true
    government = government + (sector == "government" and 1 or 0)
  end
  local over = 0
  while government - over > #at.people / 2 do
    over = over + 1
  end
  return math.max(0, s.low - #at.people) + math.max(0, 2 - kinds) + over
end

-- A table's people without one of them, and with another.
local function changed(at, without, with)
  local list = { with }
  for _, id in ipairs(at.people) do
    list[#list + 1] = id ~= without and id or nil
  end
  return { people = list, topic = at.topic }
end

local function is_better(people, s, a, b, c, d)
  local before = second_fault(a, people, s) + second_fault(b, people, s)
  local after = second_fault(c, people, s) + second_fault(d, people, s)
  local function points(at)
    return total_points({ at }, people, topics)
  end
  return after < before or after == before and points(c) + points(d) > points(a) + points(b)
end

-- Whether one move or one swap would bring two tables nearer to the rules, or to what is liked.
local function second_better(round, people, s)
  for t, a in ipairs(round) do
    for u, b in ipairs(round) do
      for _, one in ipairs(t ~= u and a.people or {}) do
        local moved = changed(b, nil, one)
        if #moved.people <= s.high and is_better(people, s, a, b, changed(a, one), moved) then
          return true
        end
        for _, other in ipairs(b.people) do
          if is_better(people, s, a, b, changed(a, one, other), changed(b, other, one)) then
            return true
          end
        end
      end
    end
  end
  return false
end

return {
  ["everyone-sits-once-in-each-round"] = function()
    local r = random.new("seating")
    for _ = 1, 60 do
      local people = people_by(r, r:between(8, 40), topics)
      local plan = seating.plan(people, topics, { rounds = r:between(1, 2) })
      for _, round in ipairs(plan.rounds) do
        local seen, count = {}, 0
        for number, at in ipairs(round) do
          expect.equal(at.table, number)
          expect.equal(at.n, #at.people)
          expect.yes(at.n <= 8, "at most eight at a table")
          for _, id in ipairs(at.people) do
            expect.yes(not seen[id], id .. " sits once")
            seen[id], count = true, count + 1
          end
        end
        expect.equal(count, #people)
      end
    end
  end,

  ["what-is-broken-is-told-and-nothing-else"] = function()
    local r, held = random.new("rules"), 0
    for _ = 1, 100 do
      local people = people_by(r, r:between(8, 40), topics)
      local plan, broken = seating.plan(people, topics, { rounds = 2 }), 0
      for _, round in ipairs(plan.rounds) do
        for _, at in ipairs(round) do
          local second = second_broken(at, by_id(people), {})
          expect.list(at.broken, second)
          broken = broken + #second
        end
      end
      expect.equal(plan.holds, broken == 0)
      held = held + (plan.holds and 1 or 0)
    end
    expect.yes(held > 70, "the rules held in " .. held .. " of 100")
  end,

  -- Small tables, with people that hardly mix: rules are broken often, and mended
  -- often.
  ["no-move-and-no-swap-makes-a-plan-better"] = function()
    local r = random.new("better")
    local mixes = { usual, { "government", "water" }, { "water", "water", "water", "nature" } }
    for case = 1, 90 do
      local settings = { low = 2, high = case % 2 == 0 and 4 or 8 }
      local people = people_by(r, r:between(4, 11), topics, mixes[case % 3 + 1])
      local round = seating.plan(people, topics, settings).rounds[1]
      local map = by_id(people)
      for _, at in ipairs(round) do
        expect.list(at.broken, second_broken(at, map, settings))
      end
      expect.yes(not second_better(round, map, settings), "a better plan with case " .. case)
    end
  end,

  -- Two tables, all ways of seating: the rules hold when they can, and the points come near.
  ["small-plans-agree-with-all-ways"] = function()
    local r, found, best, possible = random.new("force"), 0, 0, 0
    local names, settings = { "T1", "T2" }, { low = 3, high = 6 }
    for _ = 1, 60 do
      local people = people_by(r, r:between(7, 10), names)
      local plan, force = seating.plan(people, names, settings),
        best_by_force(people, names, settings)
      if force then
        possible = possible + 1
        expect.equal(plan.holds, true)
        local points = total_points(plan.rounds[1], people, names)
        expect.yes(points <= force, "no more than there is")
        found, best = found + points, best + force
      else
        expect.equal(plan.holds, false)
      end
    end
    expect.yes(possible > 20 and found >= 0.98 * best, found .. " points of " .. best)
  end,

  ["the-first-or-second-choice-is-counted"] = function()
    local people = {}
    for i = 1, 8 do
      people[i] = {
        id = i, sector = i % 2 == 0 and "water" or "nature",
        wants = i <= 4 and { "T1" } or { "T2", "T1" },
      }
    end
    local plan = seating.plan(people, { "T1", "T2" })
    expect.equal(plan.first_or_second, 1)
    expect.list(plan.rounds[1][1].people, { 1, 2, 3, 4 })
    expect.list(plan.rounds[1][2].people, { 5, 6, 7, 8 })
    for i = 1, 8 do
      people[i].wants = { "T2", "T3", "T1" }
    end
    plan = seating.plan(people, { "T1", "T2", "T3" })
    expect.equal(plan.first_or_second, 0.5)
    expect.list(plan.left_out, { "T3" })
  end,

  ["topics-go-round-over-the-rounds"] = function()
    local r = random.new(1)
    local plan = seating.plan(people_by(r, 16, topics), topics, { rounds = 2 })
    local shown = {}
    for i, round in ipairs(plan.rounds) do
      for _, at in ipairs(round) do
        shown[#shown + 1] = i .. at.topic
      end
    end
    expect.list(shown, { "1T1", "1T3", "1T5", "2T2", "2T4", "2T6" })
    plan = seating.plan(people_by(r, 16, topics), topics, { rounds = 3 })
    expect.equal(plan.rounds[1][1].topic, "T1")
    expect.equal(plan.rounds[3][2].topic, "T6")
    plan = seating.plan(people_by(r, 16, topics), topics, { rounds = 1 })
    expect.list(plan.left_out, { "T4", "T5", "T6" })
  end,

  ["many-people-get-more-tables-for-what-is-wanted"] = function()
    local people = {}
    for i = 1, 40 do
      people[i] = { id = i, sector = i % 2 == 0 and "water" or "nature",
        wants = { "T2", "T1" } }
    end
    local count = { T1 = 0, T2 = 0 }
    for _, at in ipairs(seating.plan(people, { "T1", "T2" }).rounds[1]) do
      count[at.topic] = count[at.topic] + 1
    end
    expect.equal(count.T1 + count.T2, 5)
    expect.equal(count.T1, 2)
    expect.equal(count.T2, 3)
  end,

  ["tables-are-as-many-as-people-fill"] = function()
    local people = {}
    for i = 1, 9 do
      people[i] = { id = i, sector = i % 2 == 0 and "water" or "nature" }
    end
    expect.equal(#seating.plan(people, { "T1" }).rounds[1], 2)
    people = { { id = 1, sector = "water", wants = { "T2" } } }
    local plan = seating.plan(people, { "T2", "T1" })
    expect.equal(#plan.rounds[1], 1)
    expect.equal(plan.first_or_second, 1)
  end,

  ["rules-that-cannot-hold-are-told"] = function()
    local people = {}
    for i = 1, 8 do
      people[i] = { id = i, sector = "government" }
    end
    local plan = seating.plan(people, { "T1" })
    expect.equal(plan.holds, false)
    expect.list(plan.rounds[1][1].broken, { "sectors", "government" })
    expect.equal(plan.first_or_second, nil)
    expect.list(seating.plan({ people[1] }, { "T1" }).rounds[1][1].broken,
      { "low", "sectors", "government" })
  end,

  ["nobody-or-nothing-to-talk-about"] = function()
    local plan = seating.plan({}, topics, { rounds = 2 })
    expect.equal(#plan.rounds, 2)
    expect.equal(#plan.rounds[1], 0)
    expect.equal(plan.holds, true)
    expect.equal(plan.first_or_second, nil)
    plan = seating.plan(people_by(random.new(1), 8, {}), {})
    expect.equal(#plan.rounds[1], 0)
  end,

  ["the-same-people-give-the-same-plan"] = function()
    local people = people_by(random.new("again"), 24, topics)
    local function shown()
      local lines = {}
      for _, at in ipairs(seating.plan(people, topics).rounds[1]) do
        lines[#lines + 1] = at.topic .. ":" .. table.concat(at.people, ",")
      end
      return lines
    end
    expect.list(shown(), shown())
  end,

  ["rounds-are-dropped-and-commitments-never"] = function()
    local cases = { -- minutes, rounds wanted, rounds that fit, minutes taken, parts
      { 40, 1, 0, 40, 3 }, { 25, 1, 0, 25, 2 }, { 105, 2, 2, 90, 5 }, { 90, 2, 2, 90, 5 },
        { 89, 2, 1, 65, 4 }, { 65, 3, 1, 65, 4 },
      { 64, 3, 0, 40, 3 }, { 39, 3, 0, 25, 2 }, { 24, 3, 0, 15, 1 }, { 5, 1, 0, 15, 1 },
      { 200, 0, 0, 40, 3 },
    }
    for _, case in ipairs(cases) do
      local day = seating.times(case[1], case[2])
      expect.equal(day.rounds, case[3])
      expect.equal(day.dropped, case[2] - case[3])
      expect.equal(day.minutes, case[4])
      expect.equal(#day.parts, case[5])
      expect.equal(day.parts[#day.parts].id, "commitments")
    end
    expect.equal(seating.times(80, 2, { round = 20 }).rounds, 2)
    expect.equal(seating.times(30, 0, { opening = 30 }).minutes, 30)
  end,

  ["wrong-people-are-told"] = function()
    expect.fails("seating.plan: people[1].sector: a text expected, found nothing", seating.plan,
      { { id = 1 } }, topics)
    expect.fails('people[1].wants[1]: there is no item "T9"; did you mean "T1"?', seating.plan,
      { { id = 1, sector = "a", wants = { "T9" } } }, topics)
    expect.fails('people[2]: 1 is there twice', seating.plan,
      { { id = 1, sector = "a" }, { id = 1, sector = "a" } }, topics)
    expect.fails("share: a number from 0 to 1", seating.plan, {}, {}, { share = 1.5 })
    expect.fails("high: a whole number from 4 to 1000 expected, found 3", seating.plan, {}, {},
      { high = 3 })
  end,

  -- Three rounds, with a mix that can hold, one that cannot, and nobody to mix with.
  ["three-hundred-people-within-a-slice"] = function()
    local people = people_by(random.new("many"), 300, topics)
    expect.equal(seating.plan(people, topics, { rounds = 3 }).holds, true)
  end,

  ["three-hundred-of-a-government-too-large-within-a-slice"] = function()
    local people = people_by(random.new("many"), 300, topics)
    for i = 1, 180 do
      people[i].sector = "government"
    end
    expect.equal(seating.plan(people, topics, { rounds = 3 }).holds, false)
  end,

  ["three-hundred-of-one-sector-within-a-slice"] = function()
    local people = people_by(random.new("many"), 300, topics)
    for i = 1, 300 do
      people[i].sector = "water"
    end
    expect.equal(seating.plan(people, topics, { rounds = 3 }).holds, false)
  end,
}
