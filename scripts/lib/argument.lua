-- SPDX-License-Identifier: EUPL-1.2
-- ez.argument: how the modules of this library look at what they are given, and say in plain
-- words what is wrong with it. `who` is the function, "vote.borda"; `what` the argument,
-- "ballots". An error is told at the line of the author who called.

local argument = {}

---What can be counted or ranked: a text, a number, or a thing with an `id` (an option, a card,
---an answer). Two items with the same key are the same item.
---@alias ez.Item string|number|{ id: string|number }

---@alias ez.Words { nl: string, en: string }

-- A value as a message shows it.
local function shown(value)
  local kind = type(value)
  if kind == "nil" then
    return "nothing"
  elseif kind == "string" then
    return '"' .. value .. '"'
  elseif kind == "number" or kind == "boolean" then
    return tostring(value)
  elseif kind == "table" then
    return value[1] ~= nil and "a list" or "a table of fields"
  end
  return kind == "function" and "a function" or "a thing"
end

---Raises "who: what: expected, found value".
---@param who string
---@param what string
---@param expected string
---@param value any
function argument.wrong(who, what, expected, value)
  error(who .. ": " .. what .. ": " .. expected .. " expected, found " .. shown(value), 0)
end

---The list itself; holes are refused, for a walk would stop there.
---@param value any
---@return any[]
function argument.list(value, who, what)
  if type(value) ~= "table" then
    argument.wrong(who, what, "a list", value)
  end
  local count = 0
  for key in pairs(value) do
    count = count + 1
    if math.type(key) ~= "integer" or key ~= count then
      argument.wrong(who, what, "a list without holes or named fields", value)
    end
  end
  return value
end

---The table of fields itself.
---@param value any
---@return table
function argument.fields(value, who, what)
  if type(value) ~= "table" then
    argument.wrong(who, what, "a table of fields", value)
  end
  return value
end

local function between(low, high)
  if high then
    return " from " .. low .. " to " .. high
  end
  return low and " of " .. low .. " or more" or ""
end

local function is_within(value, low, high)
  return value >= (low or -math.huge) and value <= (high or math.huge)
end

---A number from low to high, both included; without them any number that is one.
---@param value any
---@return number
function argument.number(value, who, what, low, high)
  if type(value) ~= "number" or not is_within(value, low, high) then
    argument.wrong(who, what, "a number" .. between(low, high), value)
  end
  return value
end

---A whole number from low to high, both included; without a high one any that is not lower.
---@param value any
---@return integer
function argument.whole(value, who, what, low, high)
  local whole = type(value) == "number" and math.tointeger(value) or nil
  if whole == nil or not is_within(whole, low, high) then
    argument.wrong(who, what, "a whole number" .. between(low, high), value)
  end
  return whole --[[@as integer]]
end

-- Changes to make one word of the other, a swap of neighbours as one (Damerau 1964, CACM
-- 7(3):171).
local function distance(a, b)
  local before, row = {}, {}
  for j = 0, #b do
    row[j] = j
  end
  for i = 1, #a do
    local last = row
    row = { [0] = i }
    for j = 1, #b do
      local same = a:sub(i, i) == b:sub(j, j)
      row[j] = math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same and 0 or 1))
      local swap = i > 1 and j > 1 and a:sub(i, i) == b:sub(j - 1, j - 1)
        and a:sub(i - 1, i - 1) == b:sub(j, j)
      if swap then
        row[j] = math.min(row[j], before[j - 2] + 1)
      end
    end
    before = last
  end
  return row[#b]
end

-- The word that looks most like this one; nil when none comes near.
local function nearest(word, words)
  local best, least = nil, math.max(1, #word // 3) + 1
  for _, other in ipairs(words) do
    local far = #word <= 64 and type(other) == "string" and distance(word, other) or least
    if far < least and far < #word then
      best, least = other, far
    end
  end
  return best
end

---Raises that there is no such name, with the nearest one that there is, or with all when few.
---@param who string
---@param what string as "option", "season"
---@param value any
---@param words string[] that there are
function argument.unknown(who, what, value, words)
  local message = who .. ": there is no " .. what .. " " .. shown(value)
  local near = type(value) == "string" and nearest(value, words) or nil
  if near then
    message = message .. '; did you mean "' .. near .. '"?'
  elseif #words > 0 and #words <= 12 then
    local all = {}
    for i, word in ipairs(words) do
      all[i] = shown(word)
    end
    message = message .. "; there are " .. table.concat(all, ", ")
  end
  error(message, 0)
end

---One of these words.
---@param value any
---@param words string[]
---@return string
function argument.one_of(value, who, what, words)
  for _, word in ipairs(words) do
    if value == word then
      return word
    end
  end
  return argument.unknown(who, what, value, words)
end

---The key of an item: the text or number itself, or the id of a thing.
---@param item any
---@return string|number
function argument.key(item, who, what)
  local kind = type(item)
  if kind == "string" or kind == "number" and item == item then
    return item
  end
  local id = (kind == "table" or kind == "userdata") and item.id or nil
  if type(id) ~= "string" and type(id) ~= "number" then
    argument.wrong(who, what, "a text, a number or a thing with an id", item)
  end
  return id
end

---@class ez.argument.Items
---@field list ez.Item[] as they were given
---@field keys (string|number)[] of each
---@field place table<string|number, integer> where each key stands in the list

---Items by their keys. An item that is there twice is refused.
---@param list any
---@return ez.argument.Items
function argument.items(list, who, what)
  local items = { list = argument.list(list, who, what), keys = {}, place = {} }
  for i, item in ipairs(list) do
    local key = argument.key(item, who, what .. "[" .. i .. "]")
    if items.place[key] then
      error(who .. ": " .. what .. "[" .. i .. "]: " .. shown(key) .. " is there twice", 0)
    end
    items.keys[i], items.place[key] = key, i
  end
  return items
end

---Where an item stands among the items.
---@param items ez.argument.Items
---@param item any
---@return integer
function argument.place(items, item, who, what)
  local key = argument.key(item, who, what)
  return items.place[key] or argument.unknown(who .. ": " .. what, "item", key, items.keys)
end

local words_of = {
  string = "a text", number = "a number", boolean = "true or false", table = "a table",
}

-- The names of a table's fields.
local function names_of(defaults)
  local names = {}
  for name in pairs(defaults) do
    names[#names + 1] = name
  end
  return names
end

---The defaults, with what was given in their stead. A name that has no default is refused, and
---so is another kind of value.
---@generic T
---@param given table?
---@param defaults T
---@return T
function argument.settings(given, defaults, who)
  if given ~= nil then
    argument.fields(given, who, "settings")
  end
  local settings = {}
  for name, value in pairs(defaults) do
    settings[name] = value
  end
  for name, value in pairs(given or {}) do
    if defaults[name] == nil then
      argument.unknown(who, "setting", name, names_of(defaults))
    elseif type(value) ~= type(defaults[name]) or value ~= value then
      argument.wrong(who, name, words_of[type(defaults[name])], value)
    end
    settings[name] = value
  end
  return settings
end

return argument
