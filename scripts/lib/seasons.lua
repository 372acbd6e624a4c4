-- SPDX-License-Identifier: EUPL-1.2
-- ez.seasons: where work stands in the cycle of growing, carrying, ending and resting, and
-- whether it is caught there. A metaphor that helps to look, and no law: Holling 1986;
-- Gunderson & Holling (eds) 2002, Panarchy; Carpenter & Brock 2008, Ecology and Society
-- 13(2):40.

local argument = require "ez.argument"

local seasons = {}

---The thresholds are working defaults of ours.
---@class ez.seasons.Settings
---@field least integer? activities below which nothing is said; 8
---@field summer_most number? rigidity: share of summer above this …; 0.5
---@field autumn_least number? … and of autumn below this; 0.1
---@field winter_most number? poverty: share of winter above this …; 0.35
---@field spring_least number? … and of spring below this; 0.15
---@field spring_most number? scattering: share of spring above this; 0.45
---@field autumn_most number? run-down: share of autumn above this; 0.4
seasons.defaults = {
  least = 8, summer_most = 0.5, autumn_least = 0.1, winter_most = 0.35, spring_least = 0.15,
  spring_most = 0.45, autumn_most = 0.4,
}

seasons.order = { "spring", "summer", "autumn", "winter" }

---What each outcome is called.
---@type table<string, ez.Words>
seasons.verdicts = {
  rigidity = { nl = "verstarringsval", en = "rigidity trap" },
  poverty = { nl = "armoedeval", en = "poverty trap" },
  scattering = { nl = "versnippering", en = "scattering" },
  run_down = { nl = "leegloop", en = "run-down" },
  moving = { nl = "in beweging", en = "moving" },
}

---@class ez.seasons.Activity
---@field season "spring"|"summer"|"autumn"|"winter"
---@field hours number? a month
---@field stuck boolean? wants to go on, and does not come into the next season

---@class ez.seasons.Reading
---@field n integer activities in it
---@field total number of activities or hours
---@field shares table<string, number> by season, 0 to 1; all 0 when there is nothing
---nil for too few activities
---@field verdict "rigidity"|"poverty"|"scattering"|"run_down"|"moving"|nil
---@field text ez.Words? the verdict in words

---@class ez.seasons.Result
---@field by_count ez.seasons.Reading
---@field by_hours ez.seasons.Reading of the activities with hours
---@field differ boolean both say something, and not the same

-- Weights by season; `double` counts what is stuck in winter or summer twice.
local function weigh(activities, weight_of, double)
  local weights, total = { spring = 0, summer = 0, autumn = 0, winter = 0 }, 0
  for _, activity in ipairs(activities) do
    local season, weight = activity.season, weight_of(activity)
    if double and activity.stuck and (season == "winter" or season == "summer") then
      weight = 2 * weight
    end
    weights[season], total = weights[season] + weight, total + weight
  end
  for _, season in ipairs(seasons.order) do
    weights[season] = total > 0 and weights[season] / total or 0
  end
  return weights, total
end

-- The first rule that holds. Traps look at the shares with what is stuck counted double.
local function verdict_of(plain, trap, s)
  if trap.summer > s.summer_most and trap.autumn < s.autumn_least then
    return "rigidity"
  elseif trap.winter > s.winter_most and trap.spring < s.spring_least then
    return "poverty"
  elseif plain.spring > s.spring_most then
    return "scattering"
  end
  return plain.autumn > s.autumn_most and "run_down" or "moving"
end

local function read_by(activities, weight_of, s)
  local shares, total = weigh(activities, weight_of, false)
  local reading = { n = #activities, total = total, shares = shares }
  if #activities >= s.least and total > 0 then
    reading.verdict = verdict_of(shares, weigh(activities, weight_of, true), s)
    reading.text = seasons.verdicts[reading.verdict]
  end
  return reading
end

local function check(activities, who)
  for i, activity in ipairs(argument.list(activities, who, "activities")) do
    local what = "activities[" .. i .. "]"
    argument.fields(activity, who, what)
    argument.one_of(activity.season, who .. ": " .. what, "season", seasons.order)
    if activity.hours ~= nil then
      argument.number(activity.hours, who, what .. ".hours", 0, 10000)
    end
  end
end

---Reads a season map by number of activities and by hours: they often differ.
---@param activities ez.seasons.Activity[]
---@param settings ez.seasons.Settings?
---@return ez.seasons.Result
function seasons.read(activities, settings)
  local who = "seasons.read"
  local s = argument.settings(settings, seasons.defaults, who)
  check(activities, who)
  local timed = {}
  for _, activity in ipairs(activities) do
    timed[#timed + 1] = activity.hours and activity or nil
  end
  local by_count = read_by(activities, function() return 1 end, s)
  local by_hours = read_by(timed, function(activity) return activity.hours end, s)
  local both = by_count.verdict and by_hours.verdict
  return {
    by_count = by_count, by_hours = by_hours,
    differ = both ~= nil and by_count.verdict ~= by_hours.verdict,
  }
end

return seasons
