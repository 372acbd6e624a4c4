-- SPDX-License-Identifier: EUPL-1.2
-- ez.roles: for one task the role that government has now and the one it should have, on five
-- steps from letting go (1) to regulating (5). The five steps: ROB 2012, Loslaten in
-- vertrouwen; the rules that lead to a verdict are ours.

local argument = require "ez.argument"
local score = require "ez.score"

local roles = {}

---The thresholds are working defaults of ours.
---@class ez.roles.Settings
---@field from integer? lowest step; 1
---@field to integer? highest step; 5
---@field divided number? consensus below this is no agreement; 0.5
---@field step number? a gap from here on is a step; 1
roles.defaults = { from = 1, to = 5, divided = 0.5, step = 1 }

---What each verdict is called.
---@type table<string, ez.Words>
roles.verdicts = {
  talk_first = { nl = "eerst praten", en = "talk first" },
  mixed_message = { nl = "dubbele boodschap", en = "mixed message" },
  step_back = { nl = "stap terug", en = "step back" },
  step_forward = { nl = "stap naar voren", en = "step forward" },
  say_it = { nl = "zeg het hardop", en = "say it out loud" },
}

---@class ez.roles.Result
---@field current ez.score.Summary
---@field desired ez.score.Summary
---@field gap number? median desired less median current
---nil when one of both was not scored
---@field verdict "talk_first"|"mixed_message"|"step_back"|"step_forward"|"say_it"|nil
---@field text ez.Words? the verdict in words

local function verdict_of(result, s)
  if result.desired.band == "divided" then
    return "talk_first"
  elseif result.current.band == "divided" then
    return "mixed_message"
  elseif result.gap <= -s.step then
    return "step_back"
  end
  return result.gap >= s.step and "step_forward" or "say_it"
end

---Compares the scores of one task.
---@param current integer[] where government stands now
---@param desired integer[] where it should stand
---@param settings ez.roles.Settings?
---@return ez.roles.Result
function roles.gap(current, desired, settings)
  local s = argument.settings(settings, roles.defaults, "roles.gap")
  local scale = { from = s.from, to = s.to, divided = s.divided }
  local result = {
    current = score.summary(current, scale), desired = score.summary(desired, scale),
  }
  if result.current.n > 0 and result.desired.n > 0 then
    result.gap = result.desired.median - result.current.median
    result.verdict = verdict_of(result, s)
    result.text = roles.verdicts[result.verdict]
  end
  return result
end

---How far partners see it otherwise: the inside medians less those of the partners. A field is
---nil where one of both did not score.
---@param inside ez.roles.Result
---@param outside ez.roles.Result of the partners' scores
---@return { current: number?, desired: number? }
function roles.difference(inside, outside)
  argument.fields(inside, "roles.difference", "inside")
  argument.fields(outside, "roles.difference", "outside")
  local result = {}
  for _, name in ipairs { "current", "desired" } do
    local a, b = inside[name].median, outside[name].median
    result[name] = a and b and a - b or nil
  end
  return result
end

return roles
