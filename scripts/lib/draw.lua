-- SPDX-License-Identifier: EUPL-1.2
-- ez.draw: a hand of cards by chance, from a seed, so that a session can be repeated.
-- Filter, shuffle (Fisher-Yates; Durstenfeld 1964, CACM 7(7):420), then pick greedily: a
-- kingdom that is not in the hand yet goes first, and a hand holds one contested card at most.
-- Both rules give way when the pool is too small.

local argument = require "ez.argument"

local draw = {}

-- What an option may be called.
local OPTIONS = { "seed", "count", "functions", "drawn", "contested" }

---@class ez.draw.Card
---@field id string
---@field verb string|{ id: string}|nil the function that the card is about, as key or as card
---@field kingdom string?
---@field evidence_level string?

---@class ez.draw.Options
---@field seed integer|string
---@field count integer? how many cards; 3
---@field functions string[]? keys of the functions to draw from; all when absent
---@field drawn string[]? ids that were drawn before, and are not drawn again
---@field contested string? the evidence level of which a hand holds one at most; "omstreden"

---@class ez.draw.Log
---@field seed integer|string
---@field ids string[] of the hand, in the order of drawing
---@field pool integer how many cards there were to choose from
---@field relaxed string[] rules that gave way: "kingdom", "contested"
---@field missing integer how many cards fewer than asked for

---@param list string[]?
---@return table<string, boolean>
local function set_of(list)
  local set = {}
  for _, entry in ipairs(list or {}) do
    set[entry] = true
  end
  return set
end

-- A reference to a function card counts as its id. (A card of a deck is no plain table.)
local function key_of(verb)
  if verb == nil or type(verb) == "string" then
    return verb
  end
  return verb.id
end

local function check(cards, options, who)
  argument.list(cards, who, "cards")
  for name in pairs(argument.fields(options, who, "options")) do
    argument.one_of(name, who, "option", OPTIONS)
  end
end

---The cards that may be drawn, in the order of the deck.
---@param cards ez.draw.Card[]
---@param options ez.draw.Options
---@return ez.draw.Card[]
function draw.pool(cards, options)
  check(cards, options, "draw.pool")
  local functions, drawn = set_of(options.functions), set_of(options.drawn)
  local pool = {}
  for _, card in ipairs(cards) do
    local key = key_of(card.verb)
    local wanted = options.functions == nil or (key ~= nil and functions[key])
    if wanted and not drawn[card.id] then
      pool[#pool + 1] = card
    end
  end
  return pool
end

-- What a card must keep to, strict ones first, and the rule that each later one gives up.
local passes = {
  { keeps = function(card, hand)
    return not hand.kingdoms[card.kingdom or ""] and hand.allows(card)
  end },
  { gives_up = "kingdom", keeps = function(card, hand)
    return hand.allows(card)
  end },
  { gives_up = "contested", keeps = function()
    return true
  end },
}

local function new_hand(contested)
  local hand = { cards = {}, ids = {}, kingdoms = {}, taken = {}, contested = 0 }
  function hand.allows(card)
    return card.evidence_level ~= contested or hand.contested == 0
  end
  function hand.take(card)
    hand.cards[#hand.cards + 1] = card
    hand.ids[#hand.ids + 1] = card.id
    hand.taken[card.id] = true
    if card.kingdom then
      hand.kingdoms[card.kingdom] = true
    end
    if card.evidence_level == contested then
      hand.contested = hand.contested + 1
    end
  end
  return hand
end

-- Takes cards that keep this pass's rules, until the hand is full; says whether it took any.
local function take_pass(hand, shuffled, count, keeps)
  local took = false
  for _, card in ipairs(shuffled) do
    if #hand.cards >= count then
      break
    end
    if not hand.taken[card.id] and keeps(card, hand) then
      hand.take(card)
      took = true
    end
  end
  return took
end

---Draws a hand.
---@param cards ez.draw.Card[]
---@param options ez.draw.Options
---@return ez.draw.Card[] hand
---@return ez.draw.Log log
function draw.hand(cards, options)
  check(cards, options, "draw.hand")
  local count = argument.whole(options.count or 3, "draw.hand", "count", 0)
  local pool = draw.pool(cards, options)
  local shuffled = random.new(options.seed):shuffle(pool)
  local hand, relaxed = new_hand(options.contested or "omstreden"), {}
  for _, pass in ipairs(passes) do
    local took = take_pass(hand, shuffled, count, pass.keeps)
    if took and pass.gives_up then
      relaxed[#relaxed + 1] = pass.gives_up
    end
  end
  return hand.cards, {
    seed = options.seed,
    ids = hand.ids,
    pool = #pool,
    relaxed = relaxed,
    missing = math.max(0, count - #hand.cards),
  }
end

return draw
