-- SPDX-License-Identifier: EUPL-1.2
-- ez.graph: the computing under ez.network, on nodes 1 … n. `near[v]` is the list of neighbours
-- of v; the graph is undirected, without loops and double ties. Give it lists that are so: it
-- does not look.

local graph = {}

---@alias ez.graph.Near integer[][]

-- Nodes in the order in which a walk from `from` meets them, into `label`.
local function flood(near, from, label, mark)
  local queue, head = { from }, 1
  label[from] = mark
  while queue[head] do
    for _, w in ipairs(near[queue[head]]) do
      if not label[w] then
        label[w] = mark
        queue[#queue + 1] = w
      end
    end
    head = head + 1
  end
  return queue
end

---The connected parts, each a list of nodes, the part of the lowest node first.
---@param near ez.graph.Near
---@param without integer? a node that is thought away
---@return integer[][]
function graph.components(near, without)
  local parts, label = {}, {}
  if without then
    label[without] = 0
  end
  for v = 1, #near do
    if not label[v] then
      local part = flood(near, v, label, v)
      table.sort(part)
      parts[#parts + 1] = part
    end
  end
  return parts
end

---Pairs of nodes that can reach each other.
---@param parts integer[][]
---@return integer
function graph.reachable_pairs(parts)
  local pairs_in = 0
  for _, part in ipairs(parts) do
    pairs_in = pairs_in + #part * (#part - 1) // 2
  end
  return pairs_in
end

-- Shortest paths from s: nodes by distance, the number of paths, and who comes before whom.
local function shortest_paths(near, s)
  local order, head, far, paths, before = { s }, 1, { [s] = 0 }, { [s] = 1 }, { [s] = {} }
  while order[head] do
    local v = order[head]
    head = head + 1
    for _, w in ipairs(near[v]) do
      if not far[w] then
        far[w], paths[w], before[w] = far[v] + 1, 0, {}
        order[#order + 1] = w
      end
      if far[w] == far[v] + 1 then
        paths[w] = paths[w] + paths[v]
        before[w][#before[w] + 1] = v
      end
    end
  end
  return order, paths, before
end

---On how many of the shortest paths between two others each node lies, as a share of the pairs:
---0 to 1 (Brandes 2001, J. Math. Sociol. 25(2):163-177).
---@param near ez.graph.Near
---@return number[]
function graph.betweenness(near)
  local n, between = #near, {}
  for v = 1, n do
    between[v] = 0.0
  end
  for s = 1, n do
    local order, paths, before = shortest_paths(near, s)
    local share = {}
    for i = #order, 2, -1 do
      local w = order[i]
      local each = (1 + (share[w] or 0)) / paths[w]
      for _, v in ipairs(before[w]) do
        share[v] = (share[v] or 0) + paths[v] * each
      end
      between[w] = between[w] + (share[w] or 0)
    end
  end
  local both_ways = (n - 1) * (n - 2) -- each pair was met from both its ends
  for v = 1, n do
    between[v] = n > 2 and between[v] / both_ways or 0.0
  end
  return between
end

-- A walk in depth with a stack of its own: a long chain must not run out of Lua's.
local function walk(near, root, state)
  local stack = { { v = root, next = 1 } }
  local found, low = state.found, state.low
  state.count = state.count + 1
  found[root], low[root] = state.count, state.count
  while #stack > 0 do
    local top = stack[#stack]
    local v, w = top.v, near[top.v][top.next]
    top.next = top.next + 1
    if w == nil then
      stack[#stack] = nil
      if top.from then
        state.leave(top.from, v, root)
      end
    elseif not found[w] then
      state.count = state.count + 1
      found[w], low[w] = state.count, state.count
      stack[#stack + 1] = { v = w, from = v, next = 1 }
    elseif w ~= top.from then
      low[v] = math.min(low[v], found[w])
    end
  end
end

---Nodes and ties without which a part falls apart (Hopcroft & Tarjan 1973, CACM 16(6):372-378).
---@param near ez.graph.Near
---@return integer[] cut_points in order
---@return integer[][] bridges pairs, the lower node first, in order
function graph.cuts(near)
  local cut, bridges, branches = {}, {}, {}
  local state = { found = {}, low = {}, count = 0 }
  function state.leave(v, w, root)
    local low = state.low
    low[v] = math.min(low[v], low[w])
    branches[v] = (branches[v] or 0) + 1
    if v == root and branches[v] > 1 or v ~= root and low[w] >= state.found[v] then
      cut[v] = true
    end
    if low[w] > state.found[v] then
      bridges[#bridges + 1] = { math.min(v, w), math.max(v, w) }
    end
  end
  local points = {}
  for v = 1, #near do
    if not state.found[v] then
      walk(near, v, state)
    end
  end
  for v = 1, #near do
    points[#points + 1] = cut[v] and v or nil
  end
  table.sort(bridges, function(a, b)
    return a[1] < b[1] or a[1] == b[1] and a[2] < b[2]
  end)
  return points, bridges
end

---Which share of the pairs of neighbours is tied, for each node; false for fewer than two
---neighbours.
---@param near ez.graph.Near
---@return (number|false)[]
function graph.clustering(near)
  local is_near, result = {}, {}
  for v = 1, #near do
    is_near[v] = {}
    for _, w in ipairs(near[v]) do
      is_near[v][w] = true
    end
  end
  for v, list in ipairs(near) do
    local closed = 0
    for i = 1, #list do
      for j = i + 1, #list do
        closed = closed + (is_near[list[i]][list[j]] and 1 or 0)
      end
    end
    local k = #list
    result[v] = k > 1 and 2 * closed / (k * (k - 1))
  end
  return result
end

return graph
