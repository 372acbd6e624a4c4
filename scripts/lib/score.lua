-- SPDX-License-Identifier: EUPL-1.2
-- ez.score: what scores on a scale say together: the middle, the spread, and how far people
-- agree. Consensus: Tastle & Wierman 2007, Int. J. Approx. Reasoning 45(3):531-545. Quartiles
-- by linear interpolation (Hyndman & Fan 1996, Am. Stat. 50(4):361, type 7).

local argument = require "ez.argument"

local score = {}

---The scale, and where the bands of consensus begin. The thresholds are working defaults of
---ours.
---@class ez.score.Settings
---@field from integer? lowest score; 1
---@field to integer? highest score; 5
---@field agreed number? consensus from here on is "agreed"; 0.75
---@field divided number? consensus below this is "divided"; 0.5
score.defaults = { from = 1, to = 5, agreed = 0.75, divided = 0.5 }

---What each band is called.
---@type table<string, ez.Words>
score.bands = {
  agreed = { nl = "eens", en = "agreed" },
  mixed = { nl = "gemengd", en = "mixed" },
  divided = { nl = "verdeeld", en = "divided" },
}

---Of no scores at all, n is 0, each count is 0, and the other fields are nil.
---@class ez.score.Summary
---@field n integer how many scores
---@field mean number?
---@field median number?
---@field q1 number? first quartile
---@field q3 number? third quartile
---@field spread number? q3 - q1
---@field hist table<integer, integer> how often each score was given, from lowest to highest
---@field consensus number? 0 (half at each end) to 1 (all the same)
---@field band "agreed"|"mixed"|"divided"|nil
---@field text ez.Words? the band in words

local function settings_of(given, who)
  local s = argument.settings(given, score.defaults, who)
  s.from = argument.whole(s.from, who, "from", -1000, 1000)
  s.to = argument.whole(s.to, who, "to", s.from + 1, s.from + 1000)
  return s
end

-- The scores as whole numbers, from low to high.
local function sorted(scores, s, who)
  local list = {}
  for i, value in ipairs(argument.list(scores, who, "scores")) do
    list[i] = argument.whole(value, who, "scores[" .. i .. "]", s.from, s.to)
  end
  table.sort(list)
  return list
end

-- The value at this share of the way from the lowest to the highest.
local function quantile(list, share)
  local place = 1 + (#list - 1) * share
  local below = math.floor(place)
  local above = list[below + 1] or list[below]
  return list[below] + (place - below) * (above - list[below])
end

local function histogram(list, s)
  local hist = {}
  for value = s.from, s.to do
    hist[value] = 0
  end
  for _, value in ipairs(list) do
    hist[value] = hist[value] + 1
  end
  return hist
end

local function mean_of(list)
  local sum = 0
  for _, value in ipairs(list) do
    sum = sum + value
  end
  return sum / #list
end

local function consensus_of(hist, n, mean, s)
  local sum = 1.0
  for value = s.from, s.to do
    if hist[value] > 0 then
      local share = hist[value] / n
      sum = sum + share * math.log(1 - math.abs(value - mean) / (s.to - s.from), 2)
    end
  end
  return sum
end

-- Judged as it is printed, with two decimals: 0.75 is never "mixed", here and in a chart.
local function band_of(consensus, s)
  local shown = math.floor(consensus * 100 + 0.5) / 100
  if shown < s.divided then
    return "divided"
  end
  return shown >= s.agreed and "agreed" or "mixed"
end

---@param scores integer[]
---@param settings ez.score.Settings?
---@return ez.score.Summary
function score.summary(scores, settings)
  local s = settings_of(settings, "score.summary")
  local list = sorted(scores, s, "score.summary")
  local summary = { n = #list, hist = histogram(list, s) }
  if #list == 0 then
    return summary
  end
  summary.mean = mean_of(list)
  summary.median = quantile(list, 0.5)
  summary.q1, summary.q3 = quantile(list, 0.25), quantile(list, 0.75)
  summary.spread = summary.q3 - summary.q1
  summary.consensus = consensus_of(summary.hist, #list, summary.mean, s)
  summary.band = band_of(summary.consensus, s)
  summary.text = score.bands[summary.band]
  return summary
end

return score
