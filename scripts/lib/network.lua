-- SPDX-License-Identifier: EUPL-1.2
-- ez.network: what a drawn network shows: how dense, who stands between, what falls apart.
-- Degree and centralisation: Freeman 1979, Social Networks 1:215-239. Betweenness: Brandes
-- 2001. Cut points and bridges: Hopcroft & Tarjan 1973. Inside and outside: Krackhardt & Stern
-- 1988, Soc. Psychol. Q. 51:123-140. Nodes are roles or organisations, never people: nobody is
-- judged by a place in a network.

local argument = require "ez.argument"

local network = {}

---A node is an item; as a table it may say more.
---@class ez.network.Node
---@field id string|number
---@field inside boolean? belongs to the own organisation
---@field sector string?

---A tie without direction. Twice the same is one tie, with the greater weight, and out of habit
---only when both are; a tie of a node with itself is left out.
---@class ez.network.Tie
---@field from ez.Item
---@field to ez.Item
---@field weight integer? 1 to 3; 1
---@field habit boolean? kept up out of habit

---A figure that cannot be computed of so few nodes is nil.
---@class ez.network.Result
---@field n integer nodes
---@field m integer ties
---@field loops integer ties of a node with itself, left out
---@field density number? ties of all that could be, 0 to 1
---@field mean_degree number? ties of a node
---@field centralisation number? 0 (all alike) to 1 (a star)
---@field degree table<string|number, number> by key: neighbours of all that could be, 0 to 1
---@field betweenness table<string|number, number> by key, 0 to 1
---@field between ez.Item[] those with the highest betweenness; none when all have 0
---by key: share of neighbours that know each other; only where there are two neighbours
---@field clustering table<string|number, number>
---@field mean_clustering number? of those; high is a closed circle
---@field components ez.Item[][] parts without a tie between them
---@field reachable integer pairs of nodes that can reach each other
---@field cut_points ez.Item[] nodes without which a part falls apart
---@field bridges ez.network.Tie[] ties without which a part falls apart
---@field internal integer ties between two nodes inside
---@field external integer ties between inside and outside
---@field ei number? -1 (all internal) to 1 (all external)

---What to say of a cut point.
---@type ez.Words
network.falls_apart = {
  nl = "valt dit uit, dan valt het netwerk uiteen",
  en = "if this drops out the network falls apart",
}

local most_nodes = 1500 -- that `graph` takes

-- What a table of a node says; a text or number says nothing.
local function field(item, name)
  return type(item) == "table" and item[name] or nil
end

-- Adds a tie, or makes the one that is there stronger.
local function add_tie(net, a, b, weight, habit)
  local id = a * #net.items.list + b
  local tie = net.by_pair[id]
  if tie then
    tie.weight, tie.habit = math.max(tie.weight, weight), tie.habit and habit
    return
  end
  tie = { a = a, b = b, weight = weight, habit = habit }
  net.by_pair[id], net.ties[#net.ties + 1] = tie, tie
  net.ends[#net.ends + 1], net.ends[#net.ends + 2] = a, b
  net.near[a][#net.near[a] + 1] = b
  net.near[b][#net.near[b] + 1] = a
end

-- Nodes and ties as numbers, each pair once, the lower node as `a`; `ends` has the pairs in a
-- row, as `graph` wants them.
local function read(nodes, ties, who)
  local items = argument.items(nodes, who, "nodes")
  if #items.list > most_nodes then
    error(who .. ": a network has " .. most_nodes .. " nodes at most, not " .. #items.list, 0)
  end
  local net = { items = items, near = {}, ties = {}, ends = {}, by_pair = {}, loops = 0 }
  for v = 1, #items.list do
    net.near[v] = {}
  end
  for i, tie in ipairs(argument.list(ties, who, "ties")) do
    local what = "ties[" .. i .. "]"
    argument.fields(tie, who, what)
    local a = argument.place(items, tie.from, who, what .. ".from")
    local b = argument.place(items, tie.to, who, what .. ".to")
    local weight = argument.whole(tie.weight or 1, who, what .. ".weight", 1, 3)
    if a == b then
      net.loops = net.loops + 1
    else
      add_tie(net, math.min(a, b), math.max(a, b), weight, tie.habit == true)
    end
  end
  return net
end

local function tie_between(net, a, b)
  return net.by_pair[math.min(a, b) * #net.items.list + math.max(a, b)]
end

local function shown_tie(net, tie)
  local list = net.items.list
  return { from = list[tie.a], to = list[tie.b], weight = tie.weight, habit = tie.habit }
end

local function items_at(net, places)
  local list = {}
  for i, place in ipairs(places) do
    list[i] = net.items.list[place]
  end
  return list
end

local function by_key(net, values)
  local map = {}
  for place, key in ipairs(net.items.keys) do
    map[key] = values[place] or nil
  end
  return map
end

-- The nodes with the highest value; none when that is 0. Rounding must not part equals.
local function highest(values)
  local most, places = 0, {}
  for _, value in ipairs(values) do
    most = math.max(most, value)
  end
  for place, value in ipairs(values) do
    places[#places + 1] = most > 1e-12 and value > most - 1e-9 and place or nil
  end
  return places
end

local function add_degrees(result, net)
  local n, most, degree, sum = #net.near, 0, {}, 0
  for v, list in ipairs(net.near) do
    degree[v] = n > 1 and #list / (n - 1) or 0.0
    most = math.max(most, #list)
  end
  for _, list in ipairs(net.near) do
    sum = sum + most - #list
  end
  result.degree = by_key(net, degree)
  result.density = n > 1 and 2 * #net.ties / (n * (n - 1)) or nil
  result.mean_degree = n > 0 and 2 * #net.ties / n or nil
  result.centralisation = n > 2 and sum / ((n - 1) * (n - 2)) or nil
end

local function add_clustering(result, net)
  local values, sum, count = graph.clustering(#net.near, net.ends), 0, 0
  for _, value in ipairs(values) do
    sum, count = sum + (value or 0), count + (value and 1 or 0)
  end
  result.clustering = by_key(net, values)
  result.mean_clustering = count > 0 and sum / count or nil
end

local function add_cuts(result, net)
  local points, bridges = graph.cuts(#net.near, net.ends)
  result.cut_points, result.bridges = items_at(net, points), {}
  table.sort(bridges, function(a, b)
    local one, two = net.ties[a], net.ties[b]
    return one.a < two.a or one.a == two.a and one.b < two.b
  end)
  for i, number in ipairs(bridges) do
    result.bridges[i] = shown_tie(net, net.ties[number])
  end
end

-- E-I index: ties between inside and outside, against those inside.
local function add_mix(result, net)
  local list, ends = net.items.list, { [0] = 0, 0, 0 }
  for _, tie in ipairs(net.ties) do
    local a, b = field(list[tie.a], "inside"), field(list[tie.b], "inside")
    local inside = (a and 1 or 0) + (b and 1 or 0)
    ends[inside] = ends[inside] + 1
  end
  local external, internal = ends[1], ends[2]
  result.external, result.internal = external, internal
  if external + internal > 0 then
    result.ei = (external - internal) / (external + internal)
  end
end

-- The parts, as nodes and as places, and how many pairs can reach each other.
local function parts_of(net, without)
  local parts, shown, reachable = graph.parts(#net.near, net.ends, without), {}, 0
  for i, part in ipairs(parts) do
    shown[i] = items_at(net, part)
    reachable = reachable + #part * (#part - 1) // 2
  end
  return shown, reachable, parts
end

---All figures of a network.
---@param nodes (ez.Item|ez.network.Node)[]
---@param ties ez.network.Tie[]
---@return ez.network.Result
function network.measure(nodes, ties)
  local net = read(nodes, ties, "network.measure")
  local result = { n = #net.near, m = #net.ties, loops = net.loops }
  local between = graph.betweenness(#net.near, net.ends)
  result.betweenness = by_key(net, between)
  result.between = items_at(net, highest(between))
  result.components, result.reachable = parts_of(net)
  add_degrees(result, net)
  add_clustering(result, net)
  add_cuts(result, net)
  add_mix(result, net)
  return result
end

---Density when ties have a direction: the ordered pairs that are tied, of all there could be.
---@param nodes ez.Item[]
---@param ties ez.network.Tie[] from, to
---@return number? nil for fewer than two nodes
function network.directed_density(nodes, ties)
  local who = "network.directed_density"
  local items, seen, count = argument.items(nodes, who, "nodes"), {}, 0
  local n = #items.list
  for i, tie in ipairs(argument.list(ties, who, "ties")) do
    local what = "ties[" .. i .. "]"
    argument.fields(tie, who, what)
    local a = argument.place(items, tie.from, who, what .. ".from")
    local b = argument.place(items, tie.to, who, what .. ".to")
    if a ~= b and not seen[a * n + b] then
      seen[a * n + b] = true
      count = count + 1
    end
  end
  return n > 1 and count / (n * (n - 1)) or nil
end

---What is left when a node drops out.
---@class ez.network.Loss
---@field item ez.Item
---@field components ez.Item[][] of those that are left
---@field reachable integer pairs that can still reach each other
---@field lost integer pairs of those left that cannot any more

---What happens without each of these nodes, one at a time; without those with the highest
---betweenness when you name none.
---@param nodes (ez.Item|ez.network.Node)[]
---@param ties ez.network.Tie[]
---@param items ez.Item[]?
---@return ez.network.Loss[]
function network.without(nodes, ties, items)
  local who = "network.without"
  local net, losses = read(nodes, ties, who), {}
  local places = items == nil and highest(graph.betweenness(#net.near, net.ends)) or {}
  for i, item in ipairs(argument.list(items or {}, who, "items")) do
    places[i] = argument.place(net.items, item, who, "items[" .. i .. "]")
  end
  local _, all, parts = parts_of(net)
  for i, place in ipairs(places) do
    local own = 0 -- pairs of the node itself, which nobody loses
    for _, part in ipairs(parts) do
      for _, v in ipairs(part) do
        own = v == place and #part - 1 or own
      end
    end
    local left, reachable = parts_of(net, place)
    losses[i] = {
      item = net.items.list[place], components = left, reachable = reachable,
      lost = all - own - reachable,
    }
  end
  return losses
end

-- Whether both ends have a neighbour in common to which their ties are strong.
local function has_detour(net, tie)
  for _, c in ipairs(net.near[tie.a]) do
    local other = tie_between(net, c, tie.b)
    if c ~= tie.b and other and other.weight > 1 and tie_between(net, tie.a, c).weight > 1 then
      return true
    end
  end
  return false
end

local function is_across(net, tie)
  local a, b = field(net.items.list[tie.a], "sector"), field(net.items.list[tie.b], "sector")
  return a ~= nil and b ~= nil and a ~= b
end

---Which ties to look at, as a slime mould would (an analogy: Tero et al. 2010, Science
---327:439-442): to reinforce thin bridges between sectors; to let fade thin ties out of habit
---that have a strong detour by a third.
---@param nodes ez.network.Node[]
---@param ties ez.network.Tie[]
---@return { reinforce: ez.network.Tie[], fade: ez.network.Tie[] }
function network.suggest(nodes, ties)
  local net = read(nodes, ties, "network.suggest")
  local result, bridge = { reinforce = {}, fade = {} }, {}
  local _, bridges = graph.cuts(#net.near, net.ends)
  for _, number in ipairs(bridges) do
    bridge[net.ties[number]] = true
  end
  for _, tie in ipairs(net.ties) do
    if tie.weight == 1 and bridge[tie] and is_across(net, tie) then
      result.reinforce[#result.reinforce + 1] = shown_tie(net, tie)
    elseif tie.weight == 1 and tie.habit and has_detour(net, tie) then
      result.fade[#result.fade + 1] = shown_tie(net, tie)
    end
  end
  return result
end

return network
