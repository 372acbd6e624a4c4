-- SPDX-License-Identifier: EUPL-1.2
-- ez.growth: the wheel of growth rules: the middle and the consensus of each rule, and the rule
-- to begin with. The rules and this form are ours; see ez.score for the figures.

local argument = require "ez.argument"
local score = require "ez.score"

local growth = {}

---The thresholds are working defaults of ours.
---@class ez.growth.Settings
---@field from integer? lowest score; 1
---@field to integer? highest score; 5
---@field unknown number? above this share of "unknown" a rule is not known; 0.3
growth.defaults = { from = 1, to = 5, unknown = 0.3 }

---What to say of a rule that is not known.
---@type ez.Words
growth.not_known = { nl = "we weten dit niet", en = "we do not know this" }

---What one person says: a score, or "unknown", by the key of each rule. A rule may be left out.
---@alias ez.growth.Sheet table<string|number, integer|"unknown">

---@class ez.growth.Spoke: ez.score.Summary
---@field item ez.Item the rule
---@field unknown integer how often "unknown" was said
---@field not_known boolean too often

---@class ez.growth.Wheel
---@field spokes ez.growth.Spoke[] in the order of the rules
---@field focus ez.Item? lowest median, then lowest consensus; nil in a tie, and without scores
---@field candidates ez.Item[] those that share the last place; none without scores

local function read_sheets(rules, sheets, who)
  local scores, unknown = {}, {}
  for place = 1, #rules.list do
    scores[place], unknown[place] = {}, 0
  end
  for i, sheet in ipairs(argument.list(sheets, who, "sheets")) do
    local what = "sheets[" .. i .. "]"
    for key, value in pairs(argument.fields(sheet, who, what)) do
      local place = rules.place[key] or argument.unknown(who .. ": " .. what, "rule", key,
        rules.keys)
      if value == "unknown" then
        unknown[place] = unknown[place] + 1
      elseif type(value) == "number" then
        scores[place][#scores[place] + 1] = value
      else
        argument.wrong(who, what .. "." .. key, 'a score or "unknown"', value)
      end
    end
  end
  return scores, unknown
end

-- Whether a rule asks more for attention than the other. Rounding must not part equals.
local function is_below(a, b)
  if a.median ~= b.median then
    return a.median < b.median
  end
  return a.consensus < b.consensus - 1e-9
end

local function add_focus(wheel)
  local lowest
  for _, spoke in ipairs(wheel.spokes) do
    if spoke.n > 0 and (lowest == nil or is_below(spoke, lowest)) then
      lowest = spoke
    end
  end
  for _, spoke in ipairs(wheel.spokes) do
    if spoke.n > 0 and not is_below(lowest, spoke) then
      wheel.candidates[#wheel.candidates + 1] = spoke.item
    end
  end
  wheel.focus = #wheel.candidates == 1 and wheel.candidates[1] or nil
end

---The wheel of all sheets.
---@param rules ez.Item[]
---@param sheets ez.growth.Sheet[]
---@param settings ez.growth.Settings?
---@return ez.growth.Wheel
function growth.wheel(rules, sheets, settings)
  local who = "growth.wheel"
  local s = argument.settings(settings, growth.defaults, who)
  local all = argument.items(rules, who, "rules")
  local scores, unknown = read_sheets(all, sheets, who)
  local wheel = { spokes = {}, candidates = {} }
  for place, item in ipairs(all.list) do
    local spoke = score.summary(scores[place], { from = s.from, to = s.to })
    spoke.item, spoke.unknown = item, unknown[place]
    spoke.not_known = unknown[place] > s.unknown * (spoke.n + unknown[place])
    wheel.spokes[place] = spoke
  end
  add_focus(wheel)
  return wheel
end

---How far each rule has moved since an earlier wheel: median after less median before, by key.
---A rule that was not scored both times is not there.
---@param before ez.growth.Wheel
---@param after ez.growth.Wheel
---@return table<string|number, number>
function growth.shift(before, after)
  local who, medians, shift = "growth.shift", {}, {}
  argument.fields(before, who, "before")
  argument.fields(after, who, "after")
  for _, spoke in ipairs(before.spokes) do
    medians[argument.key(spoke.item, who, "item")] = spoke.median
  end
  for _, spoke in ipairs(after.spokes) do
    local key = argument.key(spoke.item, who, "item")
    if spoke.median and medians[key] then
      shift[key] = spoke.median - medians[key]
    end
  end
  return shift
end

return growth
