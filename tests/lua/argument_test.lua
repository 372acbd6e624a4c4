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
      { random.new(1), "a thing" },
    }
    for _, case in ipairs(cases) do
      local message = message_of(argument.list, case[1], "vote.borda", "ballots")
      expect.equal(message, "vote.borda: ballots: a list expected, found " .. case[2])
    end
    expect.fails("x: a number expected, found a list", argument.number, { 1 }, "f", "x")
    expect.fails("x: a number expected, found a table of fields", argument.number, { a = 1 },
      "f", "x")
    expect.fails("a list without holes or named fields", argument.list, { a = 1 }, "f", "x")
    expect.fails("a list without holes", argument.list, { 1, nil, 3 }, "f", "x")
    expect.fails("a table of fields expected, found nothing", argument.fields, nil, "f", "x")
  end,

  ["numbers-keep-to-their-limits"] = function()
    expect.equal(argument.whole(3.0, "f", "x", 1, 5), 3)
    expect.equal(argument.whole(1, "f", "x", 1, 5), 1)
    expect.equal(argument.whole(5, "f", "x", 1, 5), 5)
    expect.equal(argument.number(0.5, "f", "x", 0.5, 1), 0.5)
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

  -- A word, what was typed, and whether it is near enough: a third of its letters, one at
  -- least.
  ["near-is-a-third-of-the-letters"] = function()
    local cases = {
      { "spring", "spirng", true }, { "spring", "sprng", true }, { "spring", "sprinng", true },
      { "spring", "sprung", true }, { "spring", "pring", true }, { "spring", "psring", true },
      { "spring", "sprign", true }, { "spring", "xpring", true }, { "spring", "sprxxg", true },
      { "spring", "sprxxx", false }, { "spring", "ring", false }, { "spring", "bring", false },
      { "spring", "abspring", true }, { "spring", "abcspring", true }, { "ab", "ba", true },
      { "spring", "abcdspring", false }, { "ab", "ac", true }, { "ab", "cd", false },
      { "a", "b", false }, { "spring", "psirng", true }, { "spring", "rpsing", true },
    }
    for _, case in ipairs(cases) do
      local message = message_of(argument.one_of, case[2], "f", "word", { case[1] })
      local hinted = message:find('did you mean "' .. case[1] .. '"?') ~= nil
      expect.yes(hinted == case[3], case[2] .. " for " .. case[1])
    end
    expect.fails('did you mean "bat"', argument.one_of, "aat", "f", "word",
      { "cow", "bat", "cat" })
    local long = string.rep("x", 63)
    expect.fails("did you mean", argument.one_of, long .. "y", "f", "word", { long })
    local message = message_of(argument.one_of, long .. "yy", "f", "word", { long })
    expect.equal(message:find("did you mean"), nil)
  end,

  ["a-dozen-words-are-told-and-no-more"] = function()
    local many = {}
    for i = 1, 12 do
      many[i] = "word" .. i
    end
    expect.fails('there are "word1", "word2"', argument.one_of, "?", "f", "word", many)
    many[13] = "word13"
    expect.equal(message_of(argument.one_of, "?", "f", "word", many), 'f: there is no word "?"')
    expect.equal(message_of(argument.one_of, "?", "f", "word", {}), 'f: there is no word "?"')
    expect.equal(message_of(argument.one_of, "?", "f", "word", { "one" }),
      'f: there is no word "?"; there are "one"')
  end,
}
