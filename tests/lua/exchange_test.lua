-- SPDX-License-Identifier: EUPL-1.2
local exchange = require "ez.exchange"
local expect = require "test.expect"

local function gift(from, to, score, estimated)
  return { from = from, to = to, score = score, estimated = estimated }
end

-- The kinds as the rules say them, without signs in a table.
local function second_kind(x, y)
  if x > 0 and y > 0 then
    return "mutual"
  elseif x < 0 and y < 0 then
    return "clash"
  elseif x == 0 and y == 0 then
    return "nothing_yet"
  elseif (x > 0 or y > 0) and (x == 0 or y == 0) then
    return "one_sided"
  elseif x > 0 or y > 0 then
    return "skewed"
  end
  return "unnoticed_harm"
end

return {
  ["the-demo-has-its-kinds"] = function()
    local cases = {
      { 1, 2, "mutual", 0.75, "wederzijds" }, { 0, 2, "one_sided", 0.5, "eenzijdig voordeel" },
      { 1, -1, "skewed", 0.5, "scheve ruil" }, { -1, -1, "clash", 1, "botsing" },
      { 0, 0, "nothing_yet", 1, "nog niets" },
    }
    for _, case in ipairs(cases) do
      local gifts = { gift("B", "A", case[1]), gift("A", "B", case[2]) }
      local result = exchange.map({ "A", "B" }, gifts)
      expect.equal(#result.pairs, 1)
      local pair = result.pairs[1]
      expect.equal(pair.kind, case[3])
      expect.equal(pair.balance, case[4])
      expect.equal(pair.text.nl, case[5])
    end
  end,

  ["each-pair-of-scores-has-one-kind-both-ways"] = function()
    for x = -2, 2 do
      for y = -2, 2 do
        local kind, balance = exchange.classify(x, y)
        local other, same = exchange.classify(y, x)
        expect.equal(kind, second_kind(x, y))
        expect.equal(other, kind)
        expect.equal(same, balance)
        expect.equal(balance, 1 - (math.max(x, y) - math.min(x, y)) / 4)
        expect.yes(exchange.kinds[kind] ~= nil, kind)
      end
    end
  end,

  ["the-map-tells-who-gains"] = function()
    local ministry, farmers = { id = "ministry" }, { id = "farmers" }
    local result = exchange.map({ ministry, farmers, "bank" }, {
      gift(ministry, farmers, 2), gift("farmers", "ministry", 0), gift("bank", farmers, -1),
    })
    local first, second = result.pairs[1], result.pairs[2]
    expect.yes(first.gainer == farmers, "the farmers gain")
    expect.equal(first.to_a, 0)
    expect.equal(first.to_b, 2)
    expect.equal(second.kind, nil)
    expect.equal(second.to_a, -1)
    expect.equal(second.to_b, nil)
    expect.equal(#result.pairs, 2)
    local mutual = exchange.map({ 1, 2 }, { gift(1, 2, 1), gift(2, 1, 1) })
    expect.equal(mutual.pairs[1].gainer, nil)
  end,

  ["reciprocity-needs-scores-of-receivers"] = function()
    local gifts = {
      gift(1, 2, 1), gift(2, 1, 2), gift(1, 3, 1), gift(3, 1, 0), gift(2, 3, -1),
      gift(3, 2, -1),
      gift(1, 4, 2), gift(4, 1, 1), gift(2, 4, 0), gift(4, 2, 0),
    }
    local result = exchange.map({ 1, 2, 3, 4 }, gifts)
    expect.equal(result.receivers, 1)
    expect.near(result.reciprocity, 2 / 3)
    for i = 1, 4 do
      gifts[i].estimated = true
      result = exchange.map({ 1, 2, 3, 4 }, gifts)
      expect.near(result.receivers, 1 - i / 10)
      expect.yes((result.reciprocity ~= nil) == (i <= 3), "reciprocity with " .. i)
    end
    expect.equal(result.pairs[1].estimated, true)
    expect.equal(result.pairs[3].estimated, false)
    expect.near(exchange.map({ 1, 2, 3, 4 }, gifts, { receivers = 0.5 }).reciprocity, 2 / 3)
  end,

  ["nobody-scored"] = function()
    local result = exchange.map({ "A", "B" }, {})
    expect.list(result.pairs, {})
    expect.equal(result.receivers, nil)
    expect.equal(result.reciprocity, nil)
    expect.equal(exchange.map({ 1, 2 }, { gift(1, 2, 0), gift(2, 1, 0) }).reciprocity, nil)
  end,

  ["wrong-gifts-are-told"] = function()
    local parties = { "A", "B" }
    expect.fails("exchange.map: gifts[1].score: a whole number from -2 to 2 expected, found 3",
      exchange.map, parties, { gift("A", "B", 3) })
    expect.fails("gifts[1]: from a party to itself", exchange.map, parties,
      { gift("A", "A", 1) })
    expect.fails("gifts[2]: these two were scored this way before", exchange.map, parties,
      { gift("A", "B", 1), gift("A", "B", 1) })
    expect.fails('gifts[1].to: there is no item "C"', exchange.map, parties,
      { gift("A", "C", 1) })
  end,

  ["one-score-is-a-map-too"] = function()
    local function map(...)
      return exchange.map({ 1, 2 }, { ... })
    end
    expect.equal(map(gift(1, 2, 1)).receivers, 1)
    expect.equal(map(gift(1, 2, 1)).reciprocity, 0)
    expect.equal(map(gift(2, 1, 1)).reciprocity, 0)
    expect.equal(map(gift(1, 2, 0)).reciprocity, nil)
    expect.equal(map(gift(2, 1, -1)).reciprocity, nil)
    expect.equal(map(gift(1, 2, 1), gift(2, 1, 1)).reciprocity, 1)
    expect.equal(map(gift(1, 2, 0), gift(2, 1, 0)).pairs[1].gainer, nil)
    expect.equal(map(gift(1, 2, -1), gift(2, 1, 0)).pairs[1].gainer, nil)
    expect.equal(map(gift(1, 2, 1), gift(2, 1, -1)).pairs[1].gainer, 2)
    expect.equal(map(gift(1, 2, -1), gift(2, 1, 1)).pairs[1].gainer, 1)
    for _, first in ipairs { true, false } do
      for _, second in ipairs { true, false } do
        local result = map(gift(1, 2, 1, first), gift(2, 1, 1, second))
        expect.equal(result.pairs[1].estimated, first or second)
      end
    end
  end,

  ["scores-outside-the-scale-are-told"] = function()
    for _, wrong in ipairs { -3, 3, 0.5, "1" } do
      expect.fails("to_a: a whole number from -2 to 2", exchange.classify, wrong, 0)
      expect.fails("to_b: a whole number from -2 to 2", exchange.classify, 0, wrong)
    end
  end,
}
