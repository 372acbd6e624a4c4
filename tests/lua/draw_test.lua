-- SPDX-License-Identifier: EUPL-1.2
-- luacheck: read globals random
local draw = require "ez.draw"
local expect = require "test.expect"

local kingdoms = { "dieren", "planten", "schimmels", "bacteriën" }

-- Thirty cards over three functions and four kingdoms, each fifth contested.
local function deck()
  local cards = {}
  for i = 1, 30 do
    cards[i] = {
      id = string.format("N%02d", i),
      verb = "F" .. (i % 3 + 1),
      kingdom = kingdoms[i % 4 + 1],
      evidence_level = i % 5 == 0 and "omstreden" or "sterk",
    }
  end
  return cards
end

local function cards_of(...)
  local cards = {}
  for i, row in ipairs { ... } do
    cards[i] = { id = row[1], kingdom = row[2], evidence_level = row[3] or "sterk" }
  end
  return cards
end

local function ids_of(cards)
  local ids = {}
  for i, card in ipairs(cards) do
    ids[i] = card.id
  end
  return ids
end

-- The generator a second time, in plain arithmetic: splitmix64 and xoshiro256**.
local function rotate(x, k)
  return (x << k) | (x >> (64 - k))
end

local function second_generator(seed)
  local s = {}
  for i = 1, 4 do
    seed = seed + 0x9e3779b97f4a7c15
    local z = (seed ~ (seed >> 30)) * 0xbf58476d1ce4e5b9
    z = (z ~ (z >> 27)) * 0x94d049bb133111eb
    s[i] = z ~ (z >> 31)
  end
  return function()
    local result = rotate(s[2] * 5, 7) * 9
    local t = s[2] << 17
    s[3] = s[3] ~ s[1]
    s[4] = s[4] ~ s[2]
    s[2] = s[2] ~ s[3]
    s[1] = s[1] ~ s[4]
    s[3] = s[3] ~ t
    s[4] = rotate(s[4], 45)
    return result
  end
end

-- x mod n for a whole number without sign, n small.
local function unsigned_mod(x, n)
  if x >= 0 then
    return x % n
  end
  return ((x >> 1) % n * 2 + (x & 1)) % n
end

-- Rejection is left out: for lists this short it comes once in 10^17.
local function second_shuffle(list, seed)
  local copy = { table.unpack(list) }
  local next_number = second_generator(seed)
  for i = #copy, 2, -1 do
    local j = 1 + unsigned_mod(next_number(), i)
    copy[i], copy[j] = copy[j], copy[i]
  end
  return copy
end

-- FNV-1a, as a text becomes a seed.
local function seed_of(text)
  local hash = 0xcbf29ce484222325
  for i = 1, #text do
    hash = (hash ~ string.byte(text, i)) * 0x100000001b3
  end
  return hash
end

-- ALG-1 as one reads it: at each turn the first card that keeps most of the rules.
local function second_hand(cards, seed, count)
  local left, hand, seen, contested = second_shuffle(cards, seed), {}, {}, false
  local function grade(card)
    if card.evidence_level == "omstreden" and contested then
      return 1
    end
    return seen[card.kingdom] and 2 or 3
  end
  while #hand < count and #left > 0 do
    local best = 1
    for i = 2, #left do
      if grade(left[i]) > grade(left[best]) then
        best = i
      end
    end
    local card = table.remove(left, best)
    hand[#hand + 1] = card
    seen[card.kingdom] = true
    contested = contested or card.evidence_level == "omstreden"
  end
  return hand
end

return {
  ["the-same-seed-gives-the-same-hand"] = function()
    local _, a = draw.hand(deck(), { seed = "2026-03-01" })
    local _, b = draw.hand(deck(), { seed = "2026-03-01" })
    local _, c = draw.hand(deck(), { seed = "2026-03-02" })
    expect.list(a.ids, b.ids)
    expect.yes(table.concat(a.ids) ~= table.concat(c.ids), "another seed gives another hand")
  end,

  ["the-shuffle-agrees-with-a-second-computation"] = function()
    local ids = ids_of(deck())
    for seed = -20, 400 do
      expect.list(random.new(seed):shuffle(ids), second_shuffle(ids, seed))
    end
    expect.list(random.new("N01"):shuffle(ids), second_shuffle(ids, seed_of "N01"))
  end,

  ["the-hand-agrees-with-a-second-computation"] = function()
    local cards = deck()
    for seed = 1, 300 do
      local count = seed % 12
      local _, log = draw.hand(cards, { seed = seed, count = count })
      expect.list(log.ids, ids_of(second_hand(cards, seed, count)))
    end
  end,

  ["the-log-holds-seed-and-ids"] = function()
    local hand, log = draw.hand(deck(), { seed = 5, count = 4 })
    expect.equal(log.seed, 5)
    expect.list(log.ids, ids_of(hand))
    expect.equal(#hand, 4)
    expect.equal(log.pool, 30)
    expect.equal(log.missing, 0)
    expect.list(log.relaxed, {})
  end,

  ["three-cards-unless-said-otherwise"] = function()
    expect.equal(#draw.hand(deck(), { seed = 1 }), 3)
    expect.equal(#draw.hand(deck(), { seed = 1, count = 0 }), 0)
  end,

  ["only-the-functions-asked-for"] = function()
    for seed = 1, 50 do
      local options = { seed = seed, functions = { "F1", "F3" }, count = 5 }
      local hand, log = draw.hand(deck(), options)
      expect.equal(log.pool, 20)
      for _, card in ipairs(hand) do
        expect.yes(card.verb ~= "F2", card.id)
      end
    end
  end,

  ["a-function-may-be-a-card"] = function()
    local cards = {
      { id = "N1", verb = { id = "F1" } }, { id = "N2", verb = { id = "F2" } }, { id = "N3" },
    }
    expect.list(ids_of(draw.pool(cards, { seed = 1, functions = { "F2" } })), { "N2" })
    expect.equal(#draw.pool(cards, { seed = 1 }), 3)
  end,

  ["no-card-that-was-drawn-before"] = function()
    local drawn = {}
    for seed = 1, 10 do
      local _, log = draw.hand(deck(), { seed = seed, drawn = drawn })
      for _, id in ipairs(log.ids) do
        drawn[#drawn + 1] = id
      end
    end
    table.sort(drawn)
    expect.list(drawn, ids_of(deck()))
    local hand, log = draw.hand(deck(), { seed = 11, drawn = drawn })
    expect.equal(#hand, 0)
    expect.equal(log.missing, 3)
  end,

  ["kingdoms-differ-while-they-can"] = function()
    for seed = 1, 200 do
      local hand, log = draw.hand(deck(), { seed = seed, count = 4 })
      local seen = {}
      for _, card in ipairs(hand) do
        expect.yes(not seen[card.kingdom], "a kingdom twice with seed " .. seed)
        seen[card.kingdom] = true
      end
      expect.list(log.relaxed, {})
    end
  end,

  ["a-kingdom-twice-when-there-are-too-few"] = function()
    local cards = cards_of(
      { "N1", "dieren" }, { "N2", "dieren" }, { "N3", "planten" }, { "N4", "dieren" })
    for seed = 1, 50 do
      local hand, log = draw.hand(cards, { seed = seed })
      expect.equal(#hand, 3)
      local first_two = table.concat(log.ids, " ", 1, 2)
      expect.yes(first_two:find("N3") ~= nil, "the plant is one of the first two")
      expect.list(log.relaxed, { "kingdom" })
    end
  end,

  ["one-contested-card-at-most"] = function()
    for seed = 1, 300 do
      local count = 0
      for _, card in ipairs((draw.hand(deck(), { seed = seed, count = 10 }))) do
        count = count + (card.evidence_level == "omstreden" and 1 or 0)
      end
      expect.yes(count <= 1, "contested cards with seed " .. seed)
    end
  end,

  ["a-kingdom-twice-rather-than-two-contested"] = function()
    local cards = cards_of(
      { "N1", "dieren", "omstreden" }, { "N2", "planten", "omstreden" },
      { "N3", "dieren" }, { "N4", "dieren" })
    for seed = 1, 50 do
      local _, log = draw.hand(cards, { seed = seed })
      local text = table.concat(log.ids, " ")
      expect.yes(not (text:find("N1") and text:find("N2")), text)
    end
  end,

  ["two-contested-when-there-is-nothing-else"] = function()
    local cards = cards_of({ "N1", "dieren", "omstreden" }, { "N2", "planten", "omstreden" })
    local hand, log = draw.hand(cards, { seed = 1 })
    expect.equal(#hand, 2)
    expect.equal(log.missing, 1)
    expect.list(log.relaxed, { "contested" })
  end,

  ["an-empty-pool-gives-an-empty-hand"] = function()
    local hand, log = draw.hand({}, { seed = 1 })
    expect.equal(#hand, 0)
    expect.equal(log.missing, 3)
  end,

  ["the-deck-is-left-as-it-was"] = function()
    local cards = deck()
    draw.hand(cards, { seed = 3, count = 30 })
    expect.list(ids_of(cards), ids_of(deck()))
  end,

  ["the-hand-of-the-demo-is-valid"] = function()
    local hand, log = draw.hand(cards_of({ "N03", "plant" }, { "N17", "dier" },
      { "N02", "schimmel", "omstreden" }), { seed = "C05" })
    expect.equal(#hand, 3)
    expect.list(log.relaxed, {})
  end,

  ["another-word-for-contested"] = function()
    local cards = cards_of({ "N1", "dieren", "weak" }, { "N2", "planten", "weak" })
    local _, log = draw.hand(cards, { seed = 1, contested = "weak" })
    expect.list(log.relaxed, { "contested" })
    _, log = draw.hand(cards, { seed = 1 })
    expect.list(log.relaxed, {})
  end,

  ["wrong-options-are-told"] = function()
    expect.fails('draw.hand: there is no option "cuont"; did you mean "count"?', draw.hand, {},
      { seed = 1, cuont = 2 })
    expect.fails("draw.hand: cards: a list expected, found nothing", draw.hand, nil,
      { seed = 1 })
    expect.fails("draw.pool: options: a table of fields expected", draw.pool, {})
    expect.fails("draw.hand: count: a whole number of 0 or more", draw.hand, {},
      { seed = 1, count = -1 })
  end,

  ["without-a-seed-it-fails-in-plain-words"] = function()
    expect.fails("a whole number or a text", draw.hand, deck(), {})
  end,

  -- Chi square over each place of each card: 16 degrees of freedom, p = 0.001 at 39.25.
  ["each-card-comes-to-each-place-as-often"] = function()
    local runs, counts = 6000, {}
    local ids = { "1", "2", "3", "4", "5" }
    for seed = 1, runs do
      for place, id in ipairs(random.new(seed):shuffle(ids)) do
        local key = id .. place
        counts[key] = (counts[key] or 0) + 1
      end
    end
    local expected, chi = runs / 5, 0
    for _, count in pairs(counts) do
      chi = chi + (count - expected) ^ 2 / expected
    end
    expect.yes(chi < 39.25, "chi square is " .. chi)
  end,

  -- All 24 orders of four; 23 degrees of freedom, p = 0.001 at 49.73.
  ["each-order-comes-as-often"] = function()
    local runs, counts, kinds = 6000, {}, 0
    for seed = 1, runs do
      local key = table.concat(random.new("s" .. seed):shuffle { 1, 2, 3, 4 })
      kinds = kinds + (counts[key] == nil and 1 or 0)
      counts[key] = (counts[key] or 0) + 1
    end
    local expected, chi = runs / 24, 0
    for _, count in pairs(counts) do
      chi = chi + (count - expected) ^ 2 / expected
    end
    expect.equal(kinds, 24)
    expect.yes(chi < 49.73, "chi square is " .. chi)
  end,
}
