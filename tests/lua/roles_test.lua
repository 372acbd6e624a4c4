-- SPDX-License-Identifier: EUPL-1.2
local expect = require "test.expect"
local roles = require "ez.roles"

-- Name, now, desired, medians, consensus of both, gap, verdict.
local demo = {
  { "Maaien langs de beek", { 4, 4, 3, 4, 5, 4 }, { 2, 2, 3, 2, 2, 1 }, 4, 2, 0.862, 0.862, -2,
    "step_back", "stap terug" },
  { "Drinkwaterbron beschermen", { 3, 5, 2, 5, 1, 4 }, { 4, 4, 5, 4, 4, 4 }, 3.5, 4, 0.368,
    0.893,
    0.5, "mixed_message", "dubbele boodschap" },
  { "Dorpstuin", { 2, 2, 1, 2, 3, 2 }, { 2, 2, 2, 1, 2, 2 }, 2, 2, 0.862, 0.893, 0, "say_it",
    "zeg het hardop" },
  { "Gebiedsplan", { 4, 4, 4, 3, 4, 4 }, { 1, 5, 2, 5, 1, 4 }, 4, 3, 0.893, 0.195, -1,
    "talk_first", "eerst praten" },
}

return {
  ["the-demo-has-its-verdicts"] = function()
    for _, row in ipairs(demo) do
      local result = roles.gap(row[2], row[3])
      expect.equal(result.current.median, row[4])
      expect.equal(result.desired.median, row[5])
      expect.near(result.current.consensus, row[6], 0.0005)
      expect.near(result.desired.consensus, row[7], 0.0005)
      expect.equal(result.gap, row[8])
      expect.equal(result.verdict, row[9])
      expect.equal(result.text.nl, row[10])
    end
  end,

  -- With one score each everyone agrees, so that the gap alone decides.
  ["the-gap-decides-when-all-agree"] = function()
    for now = 1, 5 do
      for desired = 1, 5 do
        local verdict = desired < now and "step_back" or desired > now and "step_forward"
          or "say_it"
        expect.equal(roles.gap({ now }, { desired }).verdict, verdict)
      end
    end
    expect.equal(roles.gap({ 2 }, { 3 }, { step = 2 }).verdict, "say_it")
    expect.equal(roles.gap({ 2, 2 }, { 2, 3 }).verdict, "say_it")
  end,

  ["talking-comes-before-a-mixed-message"] = function()
    local apart = { 1, 1, 5, 5 }
    expect.equal(roles.gap(apart, apart).verdict, "talk_first")
    expect.equal(roles.gap(apart, { 3 }).verdict, "mixed_message")
    expect.equal(roles.gap(apart, { 5 }, { divided = 0 }).verdict, "step_forward")
  end,

  ["not-scored-is-no-verdict"] = function()
    for _, result in ipairs { roles.gap({}, {}), roles.gap({ 3 }, {}), roles.gap({}, { 3 }) } do
      expect.equal(result.verdict, nil)
      expect.equal(result.gap, nil)
      expect.equal(result.text, nil)
    end
  end,

  ["partners-may-see-it-otherwise"] = function()
    local inside, outside = roles.gap({ 4, 4 }, { 2, 2 }), roles.gap({ 5 }, {})
    local result = roles.difference(inside, outside)
    expect.equal(result.current, -1)
    expect.equal(result.desired, nil)
  end,

  ["wrong-scores-are-told"] = function()
    expect.fails("scores[1]: a whole number from 1 to 5 expected, found 0", roles.gap, { 0 },
      {})
    expect.fails('roles.gap: there is no setting "stpe"; did you mean "step"?', roles.gap, {},
      {}, { stpe = 1 })
  end,

  ["consensus-at-the-threshold-is-enough"] = function()
    local result = roles.gap({ 3 }, { 2, 3, 3, 4 })
    local settings = { divided = math.floor(result.desired.consensus * 100 + 0.5) / 100 }
    expect.equal(roles.gap({ 3 }, { 2, 3, 3, 4 }, settings).verdict, "say_it")
    expect.equal(roles.gap({ 2, 3, 3, 4 }, { 3 }, settings).verdict, "say_it")
  end,
}
