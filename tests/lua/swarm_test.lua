-- SPDX-License-Identifier: EUPL-1.2
-- luacheck: read globals random
local expect = require "test.expect"
local swarm = require "ez.swarm"

local items = { "A", "B", "C" }

-- A round in short: "A3" supports A with 3, "A3!" with an argument, "A!" keeps its strength,
-- "-" rests.
local function round_of(text)
  local entries = {}
  for i, word in ipairs(words.split(text)) do
    local entry = { by = "p" .. i }
    if word ~= "-" then
      entry.supports = word:sub(1, 1)
      entry.strength = tonumber(word:sub(2, 2))
      entry.argued = word:find("!") ~= nil
    end
    entries[i] = entry
  end
  return entries
end

local function standing_of(round, item)
  for _, standing in ipairs(round.standings) do
    if standing.item == item then
      return standing
    end
  end
end

-- The rules a second time, told person by person: what p holds after the rounds.
local function second_hold(rounds, by)
  local option, strength
  for _, entries in ipairs(rounds) do
    local mine
    for _, entry in ipairs(entries) do
      mine = entry.by == by and entry or mine
    end
    if mine == nil or mine.supports == nil or mine.strength == 0 then
      option, strength = nil, nil
    elseif option ~= mine.supports then
      option, strength = mine.supports, mine.strength or 1
    elseif mine.argued then
      strength = mine.strength or strength
    else
      strength = (mine.strength and mine.strength < strength and mine.strength or strength) - 1
      option = strength > 0 and option or nil
    end
  end
  return option, strength
end

local function rounds_by(r, people, count)
  local rounds = {}
  for round = 1, count do
    rounds[round] = {}
    for p = 1, people do
      local pick = r:between(0, 3)
      rounds[round][p] = {
        by = p, supports = items[pick],
        strength = r:between(0, 2) > 0 and r:between(0, 5) or nil,
        argued = r:between(0, 1) == 1, stops = items[r:between(0, 9)],
        reason = r:between(0, 3) > 0 or nil,
      }
    end
  end
  return rounds
end

return {
  ["the-quorum-is-a-share-rounded-up"] = function()
    for people = 1, 300 do
      local careful = swarm.count(items, {}, { people = people })
      expect.equal(careful.quorum, (6 * people + 9) // 10)
      local fast = swarm.count(items, {}, { people = people, mode = "fast" })
      expect.equal(fast.quorum, (4 * people + 9) // 10)
    end
  end,

  ["the-first-with-a-quorum-and-a-lead-decides"] = function()
    local result = swarm.count(items, { round_of "A3 A2 B1 C1 -", round_of "A3! A2! A1 C1! -" })
    expect.equal(result.quorum, 3)
    expect.equal(result.winner, "A")
    expect.equal(result.round, 2)
    expect.equal(result.reason, "decided")
    expect.equal(#result.rounds, 2)
    expect.equal(result.rounds[1].resting, 1)
    expect.equal(standing_of(result.rounds[2], "A").strength, 6)
  end,

  ["a-quorum-without-a-lead-of-two-is-no-decision"] = function()
    local settings = { mode = "fast" } -- quorum 2 of 5
    local result = swarm.count(items, { round_of "A1 A1 A1 B5 B5" }, settings)
    expect.equal(result.winner, nil)
    expect.equal(result.reason, "open")
    expect.equal(result.rounds[1].close, true)
    expect.equal(swarm.count(items, { round_of "A1 A1 A1 B5 -" }, settings).winner, "A")
  end,

  ["support-wears-off-without-an-argument"] = function()
    local rounds = { round_of "A3 B2", round_of "A B!", round_of "A5 B5!", round_of "A B" }
    local result = swarm.count(items, rounds, { people = 10 })
    local a, b = {}, {}
    for i, round in ipairs(result.rounds) do
      a[i], b[i] = standing_of(round, "A").strength, standing_of(round, "B").strength
    end
    expect.list(a, { 3, 2, 1, 0 })
    expect.list(b, { 2, 2, 5, 4 })
    expect.equal(standing_of(result.rounds[4], "A").supporters, 0)
    expect.equal(result.reason, "undecided")
  end,

  ["a-stop-signal-takes-half-a-supporter"] = function()
    local first = round_of "A1 A1 A1 B1"
    first[4].stops, first[4].reason = "A", { id = "reden#1/1" }
    local result = swarm.count(items, { first }, { people = 4 })
    local a = standing_of(result.rounds[1], "A")
    expect.equal(a.net, 2.5)
    expect.equal(a.stops, 1)
    expect.equal(result.winner, nil)
    local second = swarm.count(items, { first, round_of "A1! A1! A1! A1!" }, { people = 4 })
    expect.equal(second.winner, "A")
    expect.equal(standing_of(second.rounds[2], "A").net, 3.5)
  end,

  ["stop-signals-that-do-not-count-are-told"] = function()
    local first, second = round_of "A1 B1 C1", round_of "A1! B1! C1!"
    first[1].stops, first[1].reason = "A", true
    first[2].stops = "A"
    first[3].stops, first[3].reason = "A", true
    second[3].stops, second[3].reason = "B", true
    local result = swarm.count(items, { first, second })
    local told = {}
    for i, refused in ipairs(result.refused) do
      told[i] = refused.round .. refused.by .. refused.why
    end
    expect.list(told, { "1p1own", "1p2reason", "2p3second" })
    expect.equal(standing_of(result.rounds[2], "A").stops, 1)
    expect.equal(standing_of(result.rounds[2], "B").stops, 0)
  end,

  ["rounds-agree-with-a-second-computation"] = function()
    local r = random.new("swarm")
    for _ = 1, 150 do
      local people, count = r:between(1, 12), r:between(1, 4)
      local rounds = rounds_by(r, people, count)
      local result = swarm.count(items, rounds, { lead = 100 })
      local supporters, strength = {}, {}
      for by = 1, people do
        local option, held = second_hold(rounds, by)
        if option then
          supporters[option] = (supporters[option] or 0) + 1
          strength[option] = (strength[option] or 0) + held
        end
      end
      local stops = {}
      for by = 1, people do
        local given
        for round = 1, count do
          local entry = rounds[round][by]
          local counts = entry.reason and entry.stops ~= entry.supports
          if entry.stops and counts and not given then
            stops[entry.stops], given = (stops[entry.stops] or 0) + 1, true
          end
        end
      end
      for _, item in ipairs(items) do
        local standing = standing_of(result.rounds[count], item)
        expect.equal(standing.supporters, supporters[item] or 0)
        expect.equal(standing.strength, strength[item] or 0)
        expect.equal(standing.stops, stops[item] or 0)
        expect.equal(standing.net, standing.supporters - 0.5 * standing.stops)
      end
    end
  end,

  ["the-fallback-has-the-values-of-the-demo"] = function()
    local ballots = {
      { "A", "B", "C", "D" }, { "A", "C", "B", "D" }, { "B", "C", "A", "D" },
      { "B", "A", "C", "D" }, { "C", "B", "D", "A" },
    }
    local result = swarm.fallback({ "A", "B", "C", "D" }, ballots)
    expect.equal(result.winner, "B")
    expect.equal(result.plurality.tie, true)
    expect.near(result.agreement.w, 0.472, 0.0005)
    expect.equal(result.advice, "decide")
    expect.equal(swarm.fallback({ "A", "B", "C", "D" }, ballots, { explore = 0.5 }).advice,
      "explore")
    expect.equal(swarm.fallback(items, {}).advice, "explore")
    expect.equal(swarm.fallback(items, {}).winner, nil)
  end,

  ["nobody-is-there"] = function()
    for _, rounds in ipairs { {}, { {} }, { {}, {}, {}, {} } } do
      local result = swarm.count(items, rounds)
      expect.equal(result.winner, nil)
      expect.equal(result.people, 0)
      expect.equal(#result.rounds, #rounds)
    end
    expect.equal(swarm.count({}, { {} }).winner, nil)
    expect.equal(swarm.count(items, { {}, {}, {}, {} }).reason, "undecided")
  end,

  ["wrong-entries-are-told"] = function()
    expect.fails("rounds[1][2].by: this person is in the round twice", swarm.count, items,
      { { { by = "p" }, { by = "p" } } })
    expect.fails("rounds[1][1].by: a text, a number or a thing with an id", swarm.count, items,
      { { { supports = "A" } } })
    expect.fails("rounds[1][1].strength: a whole number from 0 to 5", swarm.count, items,
      { { { by = 1, supports = "A", strength = 6 } } })
    expect.fails('there is no mode "carefull"; did you mean "careful"?', swarm.count, items, {},
      { mode = "carefull" })
    expect.fails("number of rounds: a whole number from 0 to 4", swarm.count, items,
      { {}, {}, {}, {}, {} })
  end,

  ["equal-support-is-shown-by-strength"] = function()
    local round = swarm.count(items, { round_of "A1 C2 B5" }, { lead = 9 }).rounds[1]
    local order = {}
    for i, standing in ipairs(round.standings) do
      order[i] = standing.item .. standing.strength
    end
    expect.list(order, { "B5", "C2", "A1" })
    expect.equal(round.close, true)
    local stronger = swarm.count(items, { round_of "A1 A1 C5" }, { lead = 9 }).rounds[1]
    expect.equal(stronger.standings[1].item, "A")
  end,

  ["one-person-may-decide-alone"] = function()
    local result = swarm.count(items, { round_of "B1" }, { people = 1, lead = 1, rounds = 1 })
    expect.equal(result.winner, "B")
    expect.equal(result.quorum, 1)
    expect.equal(result.rounds[1].close, false)
    result = swarm.count(items, { round_of "B1" }, { people = 1, rounds = 1 })
    expect.equal(result.reason, "undecided")
    expect.equal(swarm.count({ "B" }, { round_of "B1" }).winner, "B")
    local counted = swarm.count(items, { round_of "B1 B1 B1" }, { people = 1 })
    expect.equal(counted.people, 1)
  end,

  ["nobody-supports-nobody-decides"] = function()
    local round = round_of "- -"
    local settings = { careful = 0, lead = -1 }
    expect.equal(swarm.count(items, { round }, settings).winner, nil)
    expect.equal(swarm.count(items, { round }, settings).rounds[1].close, false)
  end,

  -- Borda, first places and Kendall's W of 300 rankings of 30 items.
  ["three-hundred-rankings-within-a-slice"] = function()
    local r, things, ballots = random.new("rankings"), {}, {}
    for i = 1, 30 do
      things[i] = { id = "item-" .. i }
    end
    for i = 1, 300 do
      ballots[i] = r:shuffle(things)
    end
    expect.equal(swarm.fallback(things, ballots).advice, "explore")
  end,
}
