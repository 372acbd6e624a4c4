-- SPDX-License-Identifier: EUPL-1.2
-- luacheck: read globals random
local expect = require "test.expect"
local graph = require "ez.graph"
local network = require "ez.network"

local function node(id, inside, sector)
  return { id = id, inside = inside, sector = sector }
end

-- "Groen langs de Beek": the network of the demo.
local nodes = {
  node("EZ-team", true), node("Programmabureau", true), node("Jurist", true), node("Provincie"),
  node("Gemeente"), node("Waterschap", false, "water"),
  node("Drinkwaterbedrijf", false, "water"),
  node("Gebiedscoöperatie", false, "landbouw"), node("Bewonersgroep"),
  node("Horeca-ondernemer", false, "horeca"), node("Hogeschool", false, "kennis"), node("Bank"),
}
local ties = {}
for i, row in ipairs {
  { 1, 2, 3 }, { 1, 3, 2 }, { 2, 3, 1 }, { 1, 4, 3 }, { 2, 4, 2 }, { 4, 5, 2 }, { 4, 6, 2 },
  { 5, 6, 1 },
  { 6, 7, 3 }, { 4, 8, 2 }, { 8, 9, 2 }, { 8, 10, 1 }, { 9, 5, 1 }, { 7, 11, 1 },
} do
  ties[i] = { from = nodes[row[1]], to = nodes[row[2]].id, weight = row[3] }
end

local function ids_of(list)
  local ids = {}
  for i, item in ipairs(list) do
    ids[i] = type(item) == "table" and item.id or item
  end
  return ids
end

local function tie_ids(list)
  local ids = {}
  for i, tie in ipairs(list) do
    ids[i] = tie.from.id .. "–" .. tie.to.id
  end
  return ids
end

-- A graph by chance: neighbours, and the same as a table of yes and no.
local function graph_by(r, n, chance)
  local near, is_near = {}, {}
  for v = 1, n do
    near[v], is_near[v] = {}, {}
  end
  for v = 1, n do
    for w = v + 1, n do
      if r:unit() < chance then
        near[v][#near[v] + 1], near[w][#near[w] + 1] = w, v
        is_near[v][w], is_near[w][v] = true, true
      end
    end
  end
  return near, is_near
end

-- How far each pair is apart (Floyd and Warshall), without a node or a tie.
local function distances(is_near, n, gone, a, b)
  local far = {}
  for v = 1, n do
    far[v] = {}
    for w = 1, n do
      local cut = v == gone or w == gone or v == a and w == b or v == b and w == a
      far[v][w] = v == w and 0 or not cut and is_near[v][w] and 1 or math.huge
    end
  end
  for k = 1, n do
    for v = 1, n do
      for w = 1, n do
        far[v][w] = math.min(far[v][w], far[v][k] + far[k][w])
      end
    end
  end
  return far
end

-- All shortest paths from v to t, one by one: counts those through each node between.
local function enumerate(is_near, far, n, v, t, seen, met)
  if v == t then
    met.all = met.all + 1
    for node_between in pairs(seen) do
      met[node_between] = (met[node_between] or 0) + 1
    end
    return
  end
  for w = 1, n do
    if is_near[v][w] and far[w][t] == far[v][t] - 1 then
      seen[w] = w ~= t or nil
      enumerate(is_near, far, n, w, t, seen, met)
      seen[w] = nil
    end
  end
end

local function second_betweenness(is_near, n)
  local far, between = distances(is_near, n), {}
  for v = 1, n do
    between[v] = 0
  end
  for s = 1, n do
    for t = s + 1, n do
      local met = { all = 0 }
      if far[s][t] < math.huge then
        enumerate(is_near, far, n, s, t, {}, met)
      end
      for v = 1, n do
        between[v] = between[v] + (met[v] and met[v] / met.all or 0)
      end
    end
  end
  for v = 1, n do
    between[v] = n > 2 and between[v] * 2 / ((n - 1) * (n - 2)) or 0
  end
  return between
end

local function count_pairs(far, n, gone)
  local count = 0
  for v = 1, n do
    for w = v + 1, n do
      count = count + (v ~= gone and w ~= gone and far[v][w] < math.huge and 1 or 0)
    end
  end
  return count
end

-- How many nodes a node reaches, itself left out.
local function reach(far, n, v)
  local count = -1
  for w = 1, n do
    count = count + (far[v][w] < math.huge and 1 or 0)
  end
  return count
end

-- A cut point or bridge is one without which pairs of others lose each other.
local function second_cuts(is_near, n)
  local far = distances(is_near, n)
  local all, points, bridges = count_pairs(far, n), {}, {}
  for v = 1, n do
    if count_pairs(distances(is_near, n, v), n, v) < all - reach(far, n, v) then
      points[#points + 1] = v
    end
    for w = v + 1, n do
      if is_near[v][w] and count_pairs(distances(is_near, n, nil, v, w), n) < all then
        bridges[#bridges + 1] = v .. "-" .. w
      end
    end
  end
  return points, bridges
end

return {
  ["the-demo-has-its-figures"] = function()
    local result = network.measure(nodes, ties)
    expect.equal(result.n, 12)
    expect.equal(result.m, 14)
    expect.near(result.density, 0.212, 0.0005)
    expect.near(result.mean_degree, 28 / 12)
    expect.near(result.centralisation, 0.291, 0.0005)
    expect.equal(#result.components, 2)
    expect.list(ids_of(result.components[2]), { "Bank" })
    expect.equal(result.reachable, 55)
    local expected = {
      Provincie = 0.5091, Waterschap = 0.2909, ["Gebiedscoöperatie"] = 0.2,
      Drinkwaterbedrijf = 0.1636, Gemeente = 0.0909, ["EZ-team"] = 0.0727,
      Programmabureau = 0.0727,
      Bewonersgroep = 0.0182,
    }
    for _, item in ipairs(nodes) do
      expect.near(result.betweenness[item.id], expected[item.id] or 0, 0.00005)
    end
    expect.list(ids_of(result.between), { "Provincie" })
    expect.list(ids_of(result.cut_points),
      { "Provincie", "Waterschap", "Drinkwaterbedrijf", "Gebiedscoöperatie" })
    expect.list(tie_ids(result.bridges), { "Waterschap–Drinkwaterbedrijf",
      "Drinkwaterbedrijf–Hogeschool", "Gebiedscoöperatie–Horeca-ondernemer" })
    expect.equal(result.external, 2)
    expect.equal(result.internal, 3)
    expect.near(result.ei, -0.2)
  end,

  ["a-path-and-a-star"] = function()
    local lines = { { from = "A", to = "B" }, { from = "C", to = "B" } }
    local path = network.measure({ "A", "B", "C" }, lines)
    local b = path.betweenness
    expect.equal(b.B, 1)
    expect.equal(b.A + b.C, 0)
    expect.equal(path.degree.B, 1)
    expect.equal(path.centralisation, 1)
    local ring = {}
    for i = 1, 5 do
      ring[i] = { from = i, to = i % 5 + 1 }
    end
    local round = network.measure({ 1, 2, 3, 4, 5 }, ring)
    expect.equal(round.centralisation, 0)
    expect.equal(#round.between, 5)
    expect.list(round.cut_points, {})
    expect.list(round.bridges, {})
    expect.equal(round.mean_clustering, 0)
  end,

  ["betweenness-agrees-with-all-shortest-paths"] = function()
    local r = random.new("brandes")
    for _ = 1, 80 do
      local n = r:between(0, 9)
      local near, is_near = graph_by(r, n, r:unit())
      local found, second = graph.betweenness(near), second_betweenness(is_near, n)
      for v = 1, n do
        expect.near(found[v], second[v])
      end
    end
  end,

  ["cuts-and-parts-agree-with-leaving-out"] = function()
    local r = random.new("tarjan")
    for _ = 1, 80 do
      local n = r:between(0, 9)
      local near, is_near = graph_by(r, n, r:unit() * 0.6)
      local points, bridges = graph.cuts(near)
      local second_points, second_bridges = second_cuts(is_near, n)
      local shown = {}
      for i, pair in ipairs(bridges) do
        shown[i] = pair[1] .. "-" .. pair[2]
      end
      expect.list(points, second_points)
      expect.list(shown, second_bridges)
      local far = distances(is_near, n)
      local parts, met = graph.components(near), 0
      expect.equal(graph.reachable_pairs(parts), count_pairs(far, n))
      for _, part in ipairs(parts) do
        met = met + #part
        for _, v in ipairs(part) do
          expect.yes(far[part[1]][v] < math.huge, "in one part")
        end
      end
      expect.equal(met, n)
    end
  end,

  ["clustering-is-the-share-of-closed-triangles"] = function()
    local r = random.new("clustering")
    for _ = 1, 60 do
      local n = r:between(3, 8)
      local near, is_near = graph_by(r, n, 0.5)
      for v, value in ipairs(graph.clustering(near)) do
        local closed, open = 0, 0
        for a = 1, n do
          for b = 1, n do
            if a ~= b and is_near[v][a] and is_near[v][b] then
              open, closed = open + 1, closed + (is_near[a][b] and 1 or 0)
            end
          end
        end
        expect.equal(value, open > 0 and closed / open)
      end
    end
  end,

  ["without-the-one-between-pairs-are-lost"] = function()
    local losses = network.without(nodes, ties)
    expect.equal(#losses, 1)
    expect.equal(losses[1].item, nodes[4])
    expect.equal(#losses[1].components, 3)
    expect.equal(losses[1].reachable, 3 + 21)
    expect.equal(losses[1].lost, 3 * 7)
    local named = network.without(nodes, ties, { "Bank", "Hogeschool" })
    expect.equal(named[1].lost, 0)
    expect.equal(named[2].lost, 0)
    expect.equal(named[2].reachable, 45)
    expect.list(network.without({ "A", "B" }, {}), {})
  end,

  ["thin-bridges-are-reinforced-and-habits-fade"] = function()
    local result = network.suggest(nodes, ties)
    expect.list(tie_ids(result.reinforce),
      { "Gebiedscoöperatie–Horeca-ondernemer", "Drinkwaterbedrijf–Hogeschool" })
    expect.list(result.fade, {})
    local habits = {}
    for i, tie in ipairs(ties) do
      habits[i] = { from = tie.from, to = tie.to, weight = tie.weight, habit = true }
    end
    expect.list(tie_ids(network.suggest(nodes, habits).fade),
      { "Programmabureau–Jurist", "Gemeente–Waterschap" })
  end,

  ["the-same-tie-twice-is-one"] = function()
    local result = network.measure({ "A", "B" }, {
      { from = "A", to = "B", habit = true }, { from = "B", to = "A", weight = 3 },
      { from = "A", to = "A" },
    })
    expect.equal(result.m, 1)
    expect.equal(result.loops, 1)
    expect.equal(result.bridges[1].weight, 3)
    expect.equal(result.bridges[1].habit, false)
    expect.equal(result.density, 1)
    local directed = {
      { from = "A", to = "B" }, { from = "A", to = "B" }, { from = "B", to = "B" },
    }
    expect.equal(network.directed_density({ "A", "B" }, directed), 0.5)
  end,

  ["nothing-was-drawn"] = function()
    local result = network.measure({}, {})
    expect.equal(result.n, 0)
    expect.equal(result.reachable, 0)
    for _, name in ipairs { "density", "mean_degree", "centralisation", "mean_clustering",
      "ei" } do
      expect.equal(result[name], nil)
    end
    for _, name in ipairs { "components", "cut_points", "bridges", "between" } do
      expect.list(result[name], {})
    end
    expect.list(network.without({}, {}), {})
    expect.list(network.suggest({}, {}).reinforce, {})
    expect.equal(network.directed_density({}, {}), nil)
    expect.list(network.measure({ "A", "B", "C" }, {}).between, {})
  end,

  ["wrong-ties-are-told"] = function()
    expect.fails('network.measure: ties[1].to: there is no item "Bnak"; did you mean "Bank"?',
      network.measure, nodes, { { from = "Bank", to = "Bnak" } })
    expect.fails("ties[1].from: a text, a number or a thing with an id expected, found nothing",
      network.measure, nodes, { { to = "Bank" } })
    expect.fails("ties[1].weight: a whole number from 1 to 3 expected, found 4",
      network.measure, nodes, { { from = "Bank", to = "Jurist", weight = 4 } })
  end,

  -- 300 nodes and 900 ties: a figure of every kind in one slice of a session.
  ["a-large-network-within-a-slice"] = function()
    local r, many, lines = random.new("large"), {}, {}
    for i = 1, 300 do
      many[i] = i
    end
    for i = 1, 900 do
      lines[i] = { from = r:between(1, 300), to = r:between(1, 300) }
    end
    expect.equal(network.measure(many, lines).n, 300)
  end,

  ["a-long-chain-does-not-run-out-of-stack"] = function()
    local near = {}
    for i = 1, 3000 do
      near[i] = { i > 1 and i - 1 or i + 1, i > 1 and i < 3000 and i + 1 or nil }
    end
    expect.equal(#graph.cuts(near), 2998)
    expect.equal(#graph.components(near), 1)
  end,

  ["bridges-stand-in-order"] = function()
    local _, bridges = graph.cuts { { 4, 3, 2 }, { 5, 1 }, { 1 }, { 1 }, { 2 } }
    local shown = {}
    for i, pair in ipairs(bridges) do
      shown[i] = pair[1] .. pair[2]
    end
    expect.list(shown, { "12", "13", "14", "25" })
  end,

  ["figures-of-the-smallest-networks"] = function()
    local one = network.measure({ "A" }, {})
    expect.equal(one.degree.A, 0)
    expect.equal(one.betweenness.A, 0)
    expect.equal(one.density, nil)
    expect.equal(one.mean_degree, 0)
    expect.equal(one.mean_clustering, nil)
    local two = network.measure({ "A", "B" }, { { from = "A", to = "B" } })
    expect.equal(two.density, 1)
    expect.equal(two.centralisation, nil)
    local lines = { { from = 1, to = 2 }, { from = 2, to = 1 }, { from = 3, to = 1 } }
    expect.equal(network.directed_density({ 1, 2, 3 }, lines), 0.5)
    expect.equal(network.directed_density({ 1 }, {}), nil)
  end,

  ["the-mean-of-clustering-is-of-those-that-have-it"] = function()
    local lines = { { from = 1, to = 2 }, { from = 2, to = 3 }, { from = 3, to = 1 },
      { from = 3, to = 4 } }
    local result = network.measure({ 1, 2, 3, 4 }, lines)
    expect.near(result.mean_clustering, (1 + 1 + 1 / 3) / 3)
    expect.equal(result.clustering[4], nil)
    expect.near(result.clustering[3], 1 / 3)
  end,

  ["a-habit-fades-only-with-a-strong-detour"] = function()
    local function fades(first, second, habit, weight)
      local found = network.suggest({ "a", "b", "c" }, {
        { from = "a", to = "c", weight = first }, { from = "c", to = "b", weight = second },
        { from = "a", to = "b", weight = weight or 1, habit = habit },
      })
      return #found.fade == 1
    end
    expect.equal(fades(2, 2, true), true)
    expect.equal(fades(3, 2, true), true)
    expect.equal(fades(1, 2, true), false)
    expect.equal(fades(2, 1, true), false)
    expect.equal(fades(2, 2, false), false)
    expect.equal(fades(2, 2, true, 2), false)
  end,

  ["a-bridge-is-reinforced-between-sectors-that-are-known"] = function()
    local function reinforced(first, second, weight)
      local a, b = node("a", false, first), node("b", false, second)
      local found = network.suggest({ a, b }, { { from = a, to = b, weight = weight } })
      return #found.reinforce == 1
    end
    expect.equal(reinforced("water", "bank"), true)
    expect.equal(reinforced("water", "bank", 2), false)
    expect.equal(reinforced("water", "water"), false)
    expect.equal(reinforced("water", nil), false)
    expect.equal(reinforced(nil, "water"), false)
    expect.equal(reinforced(nil, nil), false)
  end,
}
