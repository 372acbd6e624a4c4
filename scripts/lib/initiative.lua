-- SPDX-License-Identifier: EUPL-1.2
-- ez.initiative: a tree of questions about a citizens' initiative. The first yes gives the
-- advice, and what is not known is found out before anyone answers. The tree is a table: bring
-- your own if you like. This one is ours; its context: ROB 2012, Loslaten in vertrouwen; the
-- right to challenge.

local argument = require "ez.argument"

local initiative = {}

---@class ez.initiative.Question: ez.Words
---@field id string
---@field advice ez.Words what a yes leads to
---@field role string? step of the role stairs, "S1" (let go) to "S5" (regulate)

---@type ez.initiative.Question[]
initiative.tree = {
  { id = "danger", role = "S5",
    nl = "Is er direct gevaar, of mag het duidelijk niet van de wet?",
    en = "Is there direct danger, or is it clearly unlawful?",
    advice = { nl = "Stop, leg uit waarom, en bied iets anders aan.",
      en = "Stop, explain why, and offer an alternative." } },
  { id = "rights", role = "S4",
    nl = "Raakt het een wettelijke taak, of de rechten van anderen?",
    en = "Does it touch a statutory task, or the rights of others?",
    advice = { nl = "Haal een collega van recht of vergunningen erbij.",
      en = "Involve a colleague of legal affairs or permits." } },
  { id = "takeover", role = "S3",
    nl = "Nemen zij een taak over die de overheid nu doet?",
    en = "Do they take over a task that government does now?",
    advice = { nl = "Voer het gesprek over het uitdaagrecht: regels, geld, kwaliteit en "
        .. "gelijke toegang. Zoek op welke regeling hier geldt.",
      en = "Have the Right to Challenge talk: rules, budget, quality and equal access. Look up "
        .. "which local scheme there is." } },
  { id = "room", role = "S2",
    nl = "Hebben zij alleen ruimte, contact of toestemming nodig?",
    en = "Do they need only room, contact or permission?",
    advice = { nl = "Maak het mogelijk: regel het, en blijf er verder buiten.",
      en = "Facilitate: arrange it, and stay out of the rest." } },
  { id = "push", role = "S3",
    nl = "Dient het een publiek doel, en ontbreekt een klein duwtje?",
    en = "Does it serve a public goal, and is a small push missing?",
    advice = { nl = "Geef dat duwtje, en spreek af wanneer het stopt.",
      en = "Give that push, and agree when it ends." } },
  { id = "nothing", role = "S1",
    nl = "Hebben zij niets van ons nodig?",
    en = "Do they need nothing from us?",
    advice = { nl = "Zeg dat het mooi is, laat het los, en vraag of je mag blijven meekijken.",
      en = "Compliment them, let go, and ask to stay informed." } },
  { id = "conflict",
    nl = "Botst het met een doel van ons?",
    en = "Does it conflict with a goal of ours?",
    advice = { nl = "Zeg dat eerlijk, en bied een gesprek aan.",
      en = "Say so, and offer a talk." } },
}

---What to say as long as something is unknown.
---@type ez.Words
initiative.find_out = {
  nl = "zoek uit vóór je antwoordt", en = "find out before you answer",
}

---What to ask whatever the advice.
---@type ez.Words
initiative.equality = {
  nl = "Zou je dit ook doen voor een groep die je niet kent?",
  en = "Would you do this as well for a group you do not know?",
}

---@class ez.initiative.Result
---find_out: something before the advice is unknown; ask: there is a question to put; none: all
---were answered no
---@field state "advice"|"find_out"|"ask"|"none"
---@field question ez.initiative.Question? that was answered yes
---of that question; with state find_out only if all unknowns turn out a no
---@field advice ez.Words?
---@field unknown ez.initiative.Question[] each needs an owner and a date
---@field next ez.initiative.Question? to put now

local function read_tree(tree, who)
  local items = argument.items(tree, who, "tree")
  for i, question in ipairs(items.list) do
    argument.fields(question, who, "tree[" .. i .. "]")
    argument.fields(question.advice, who, "tree[" .. i .. "].advice")
  end
  return items
end

local function check_answers(answers, items, who)
  for id, answer in pairs(argument.fields(answers, who, "answers")) do
    if not items.place[id] then
      argument.unknown(who, "question", id, items.keys)
    end
    argument.one_of(answer, who, "answer", { "yes", "no", "unknown" })
  end
end

---Walks the tree. Give the answers as far as they go, and put `next` until there is none.
---@param answers table<string, "yes"|"no"|"unknown"> by id of the question
---@param tree ez.initiative.Question[]? initiative.tree
---@return ez.initiative.Result
function initiative.advise(answers, tree)
  local who = "initiative.advise"
  local items = read_tree(tree or initiative.tree, who)
  check_answers(answers, items, who)
  local result = { state = "none", unknown = {} }
  for _, question in ipairs(items.list) do
    local answer = answers[question.id]
    if answer == nil then
      result.state, result.next = "ask", question
      return result
    elseif answer == "unknown" then
      result.unknown[#result.unknown + 1] = question
    elseif answer == "yes" then
      result.state, result.question, result.advice = "advice", question, question.advice
      break
    end
  end
  result.state = #result.unknown > 0 and "find_out" or result.state
  return result
end

-- Days since 1970-01-01 (proleptic Gregorian; Hinnant, "chrono-compatible low-level date
-- algorithms").
local function days_of(year, month, day)
  local y = month > 2 and year or year - 1
  local from_march = (month + 9) % 12
  local day_of_year = (153 * from_march + 2) // 5 + day - 1
  return 365 * y + y // 4 - y // 100 + y // 400 + day_of_year - 719468
end

local function date_of(days)
  local z = days + 719468
  local era, day_of_era = z // 146097, z % 146097
  local year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36524
    - day_of_era // 146096) // 365
  local day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
  local from_march = (5 * day_of_year + 2) // 153
  local month = from_march < 10 and from_march + 3 or from_march - 9
  local year = year_of_era + era * 400 + (month <= 2 and 1 or 0)
  local day = day_of_year - (153 * from_march + 2) // 5 + 1
  return string.format("%04d-%02d-%02d", year, month, day)
end

local function parse(date, who, what)
  local parts = type(date) == "string" and #date == 10 and words.split(date, "-") or {}
  local year, month, day = tonumber(parts[1]), tonumber(parts[2]), tonumber(parts[3])
  local days = year and month and day and days_of(year, month, day)
  if not days or date_of(days) ~= date then
    argument.wrong(who, what, 'a date like "2026-03-14"', date)
  end
  return days
end

---A working default of ours.
---@class ez.initiative.Deadline
---@field days integer? working days; 10
---@field holidays string[]? days off, as dates

---The last day by which to answer: so many working days later, Monday to Friday.
---@param from string the day of the promise, "2026-03-14"; it does not count itself
---@param settings ez.initiative.Deadline?
---@return string
function initiative.deadline(from, settings)
  local who = "initiative.deadline"
  local s = argument.settings(settings, { days = 10, holidays = {} }, who)
  local left, off = argument.whole(s.days, who, "days", 0, 1000), {}
  local day = parse(from, who, "from")
  for i, date in ipairs(argument.list(s.holidays, who, "holidays")) do
    off[parse(date, who, "holidays[" .. i .. "]")] = true
  end
  while left > 0 do
    day = day + 1
    local is_weekend = (day + 3) % 7 > 4 -- 1970-01-01 was a Thursday: 3 days after a Monday
    left = left - ((is_weekend or off[day]) and 0 or 1)
  end
  return date_of(day)
end

return initiative
