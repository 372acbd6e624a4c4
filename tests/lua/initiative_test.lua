-- SPDX-License-Identifier: EUPL-1.2
local expect = require "test.expect"
local initiative = require "ez.initiative"

local order = { "danger", "rights", "takeover", "room", "push", "nothing", "conflict" }

-- Answers in short, in the order of the tree: y, n, u for unknown, and nothing for the rest.
local function answers_of(short)
  local names, answers = { y = "yes", n = "no", u = "unknown" }, {}
  for i = 1, #short do
    answers[order[i]] = names[short:sub(i, i)]
  end
  return answers
end

local function ids_of(questions)
  local ids = {}
  for i, question in ipairs(questions) do
    ids[i] = question.id
  end
  return ids
end

-- The weekday by Zeller's congruence; 0 is Saturday.
local function second_weekday(date)
  local y, m, d = tonumber(date:sub(1, 4)), tonumber(date:sub(6, 7)), tonumber(date:sub(9, 10))
  if m < 3 then
    y, m = y - 1, m + 12
  end
  return (d + 13 * (m + 1) // 5 + y + y // 4 - y // 100 + y // 400) % 7
end

-- The day after, by the lengths of the months.
local function second_tomorrow(date)
  local y, m, d = tonumber(date:sub(1, 4)), tonumber(date:sub(6, 7)), tonumber(date:sub(9, 10))
  local leap = y % 4 == 0 and (y % 100 ~= 0 or y % 400 == 0)
  local lengths = { 31, leap and 29 or 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }
  d = d + 1
  if d > lengths[m] then
    m, d = m + 1, 1
  end
  if m > 12 then
    y, m = y + 1, 1
  end
  return string.format("%04d-%02d-%02d", y, m, d)
end

local function second_deadline(date, days)
  while days > 0 do
    date = second_tomorrow(date)
    days = days - (second_weekday(date) < 2 and 0 or 1)
  end
  return date
end

return {
  ["the-tree-has-its-questions-in-order"] = function()
    expect.list(ids_of(initiative.tree), order)
    for _, question in ipairs(initiative.tree) do
      for _, text in ipairs { question.nl, question.en, question.advice.nl,
        question.advice.en } do
        expect.yes(#text > 10, question.id)
      end
    end
  end,

  ["the-first-yes-gives-the-advice"] = function()
    for i, id in ipairs(order) do
      local result = initiative.advise(answers_of(string.rep("n", i - 1) .. "y"))
      expect.equal(result.state, "advice")
      expect.equal(result.question.id, id)
      expect.equal(result.advice, initiative.tree[i].advice)
      expect.equal(result.next, nil)
    end
    expect.equal(initiative.advise(answers_of("nynynyn")).question.id, "rights")
  end,

  ["an-unknown-before-the-advice-comes-first"] = function()
    local result = initiative.advise(answers_of("nunuy"))
    expect.equal(result.state, "find_out")
    expect.list(ids_of(result.unknown), { "rights", "room" })
    expect.equal(result.question.id, "push")
    expect.equal(initiative.advise(answers_of("nyu")).state, "advice")
    local all = initiative.advise(answers_of("uuuuuuu"))
    expect.equal(all.state, "find_out")
    expect.equal(#all.unknown, 7)
    expect.equal(all.advice, nil)
  end,

  ["the-next-question-is-told-until-there-is-none"] = function()
    for count = 0, 6 do
      local result = initiative.advise(answers_of(string.rep("n", count)))
      expect.equal(result.state, "ask")
      expect.equal(result.next.id, order[count + 1])
    end
    local none = initiative.advise(answers_of("nnnnnnn"))
    expect.equal(none.state, "none")
    expect.equal(none.next, nil)
    expect.equal(initiative.advise({}).next.id, "danger")
  end,

  ["a-tree-of-ones-own"] = function()
    local tree = { { id = "q", nl = "?", en = "?", advice = { nl = "ja", en = "yes" } } }
    expect.equal(initiative.advise({ q = "yes" }, tree).advice.nl, "ja")
    expect.equal(initiative.advise({}, {}).state, "none")
    expect.fails("tree[1].advice: a table of fields expected", initiative.advise, {},
      { { id = "q" } })
  end,

  ["deadlines-agree-with-a-calendar"] = function()
    local date = "2023-12-20"
    for i = 1, 800 do
      local days = i % 13
      expect.equal(initiative.deadline(date, { days = days }), second_deadline(date, days))
      date = second_tomorrow(date)
    end
    expect.equal(initiative.deadline("1900-02-26", { days = 3 }), "1900-03-01")
    expect.equal(initiative.deadline("2000-02-28", { days = 1 }), "2000-02-29")
  end,

  ["ten-working-days-without-holidays"] = function()
    expect.equal(initiative.deadline("2026-03-02"), "2026-03-16")
    local settings = { holidays = { "2026-03-10", "2026-03-14", "2026-03-16" } }
    expect.equal(initiative.deadline("2026-03-02", settings), "2026-03-18")
  end,

  ["wrong-answers-and-dates-are-told"] = function()
    expect.fails('initiative.advise: there is no question "dangre"; did you mean "danger"?',
      initiative.advise, { dangre = "no" })
    expect.fails('there is no answer "ja"; there are "yes", "no", "unknown"', initiative.advise,
      { danger = "ja" })
    for _, date in ipairs { "2026-02-29", "2026-3-14", "14-03-2026", "", "2026-13-01",
      "abcd-ef-gh" } do
      expect.fails('initiative.deadline: from: a date like "2026-03-14" expected',
        initiative.deadline, date)
    end
  end,

  ["one-unknown-is-enough"] = function()
    expect.equal(initiative.advise(answers_of("nnnnnnu")).state, "find_out")
    expect.equal(initiative.advise(answers_of("uy")).state, "find_out")
    expect.equal(initiative.advise(answers_of("uy")).question.id, "rights")
  end,
}
