-- SPDX-License-Identifier: EUPL-1.2
-- luacheck: read globals random
local argument = require "ez.argument"
local expect = require "test.expect"

local seasons = { "spring", "summer", "autumn", "winter" }

-- What a call says when it fails.
local function message_of(f, ...)
  local ok, message = pcall(f, ...)
  expect.yes(not ok, "it fails")
  return message
end

return {
  ["messages-say-what-was-expected-and-found"] = function()
    local cases = {
      { nil, "nothing" }, { "x", '"x"' }, { 3, "3" }, { true, "true" }, { print, "a function" },
    }
    for _, case in ipairs(cases) do
      local message = message_of(argument.list, case[1], "vote.borda", "ballots")
      expect.equal(message, "vote.borda: ballots: a list expected, found " .. case[2])
    end
    expect.fails("a list without holes", argument.list, { a = 1 }, "f", "x")
    expect.fails("a list without holes", argument.list, { 1, nil, 3 }, "f", "x")
    expect.fails("a table of fields expected, found nothing", argument.fields, nil, "f", "x")
  end,

  ["numbers-keep-to-their-limits"] = function()
    expect.equal(argument.whole(3.0, "f", "x", 1, 5), 3)
    for _, wrong in ipairs { 0, 6, 2.5, "3", 0 / 0, math.huge } do
      expect.fails("x: a whole number from 1 to 5 expected", argument.whole, wrong, "f", "x", 1,
        5)
    end
    expect.fails("a number of 0 or more", argument.number, -1, "f", "x", 0)
    expect.fails("a whole number of 1 or more", argument.whole, 0, "f", "x", 1)
    expect.equal(argument.whole(1 << 40, "f", "x", 1), 1 << 40)
    expect.fails("a number expected", argument.number, 0 / 0, "f", "x")
  end,

  ["the-nearest-word-is-suggested"] = function()
    local message = message_of(argument.one_of, "autunm", "f", "season", seasons)
    expect.equal(message, 'f: there is no season "autunm"; did you mean "autumn"?')
    message = message_of(argument.one_of, "lente", "f", "season", seasons)
    expect.equal(message,
      'f: there is no season "lente"; there are "spring", "summer", "autumn", '
      .. '"winter"')
    expect.fails('there is no season 3; there are', argument.one_of, 3, "f", "season", seasons)
    expect.fails('there is no season', argument.one_of, string.rep("x", 100000), "f", "season",
      seasons)
  end,

  ["items-are-told-apart-by-key"] = function()
    local handle = { id = "moet-doen#1/3" }
    local items = argument.items({ "a", 1, handle, "1" }, "f", "items")
    expect.list(items.keys, { "a", 1, "moet-doen#1/3", "1" })
    expect.equal(argument.place(items, { id = "moet-doen#1/3" }, "f", "x"), 3)
    expect.equal(argument.place(items, "moet-doen#1/3", "f", "x"), 3)
    expect.equal(argument.place(items, 1, "f", "x"), 2)
    expect.equal(argument.place(items, "1", "f", "x"), 4)
    expect.fails('items[2]: "a" is there twice', argument.items, { "a", { id = "a" } }, "f",
      "items")
    expect.fails("a text, a number or a thing with an id", argument.items, { {} }, "f", "items")
    expect.fails("a text, a number or a thing with an id", argument.items, { 0 / 0 }, "f",
      "items")
    expect.fails("a text, a number or a thing with an id", argument.items, { print }, "f",
      "items")
  end,

  ["settings-are-the-defaults-unless-given"] = function()
    local defaults = { rounds = 4, mode = "careful", quiet = false }
    local s = argument.settings({ rounds = 2 }, defaults, "f")
    expect.equal(s.rounds, 2)
    expect.equal(s.mode, "careful")
    expect.equal(defaults.rounds, 4)
    expect.equal(argument.settings(nil, defaults, "f").rounds, 4)
    expect.fails('there is no setting "ruonds"; did you mean "rounds"?', argument.settings,
      { ruonds = 2 }, defaults, "f")
    expect.fails("rounds: a number expected, found \"2\"", argument.settings, { rounds = "2" },
      defaults, "f")
    expect.fails("quiet: true or false expected", argument.settings, { quiet = 1 }, defaults,
      "f")
    expect.fails("settings: a table of fields expected, found 3", argument.settings, 3,
      defaults, "f")
  end,
}
