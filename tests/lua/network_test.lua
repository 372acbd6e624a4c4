-- SPDX-License-Identifier: EUPL-1.2
local expect = require "test.expect"
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

-- A graph by chance: the ends of its edges, and a table of yes and no.
local function graph_by(r, n, chance)
  local ends, is_near = {}, {}
  for v = 1, n do
    is_near[v] = {}
  end
  for v = 1, n do
    for w = v + 1, n do
      if r:unit() < chance then
        ends[#ends + 1], ends[#ends + 2] = v, w
        is_near[v][w], is_near[w][v] = true, true
      end
    end
  end
  return ends, is_near
end

-- A list of numbers that are the same for who compares.
local function joined(list)
  local shown = {}
  for i, value in ipairs(list) do
    shown[i] = string.format("%.17g", value or -1)
  end
  return table.concat(shown, " ")
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

  ["published-values"] = function()
    local ring = {}
    for i = 1, 4 do
      ring[i] = { from = i, to = i % 4 + 1 }
    end
    expect.near(network.measure({ 1, 2, 3, 4 }, ring).density, 0.667, 0.0005)
    local parties = { node("a", true), node("b", true), node("c"), node("d") }
    local mixed = {
      { from = "a", to = "b" }, { from = "a", to = "c" }, { from = "a", to = "d" },
      { from = "b", to = "c" }, { from = "c", to = "d" },
    }
    expect.equal(network.measure(parties, mixed).ei, 0.5)
  end,

  ["betweenness-agrees-with-all-shortest-paths"] = function()
    local r = random.new("brandes")
    for _ = 1, 80 do
      local n = r:between(0, 9)
      local ends, is_near = graph_by(r, n, r:unit())
      local found, second = graph.betweenness(n, ends), second_betweenness(is_near, n)
      for v = 1, n do
        expect.near(found[v], second[v])
      end
    end
  end,

  ["cuts-and-parts-agree-with-leaving-out"] = function()
    local r = random.new("tarjan")
    for _ = 1, 80 do
      local n = r:between(0, 9)
      local ends, is_near = graph_by(r, n, r:unit() * 0.6)
      local points, bridges = graph.cuts(n, ends)
      local second_points, second_bridges = second_cuts(is_near, n)
      local shown = {}
      for i, edge in ipairs(bridges) do
        shown[i] = ends[2 * edge - 1] .. "-" .. ends[2 * edge]
      end
      expect.list(points, second_points)
      expect.list(shown, second_bridges)
      local far = distances(is_near, n)
      local parts, met, together = graph.parts(n, ends), 0, 0
      for _, part in ipairs(parts) do
        met, together = met + #part, together + #part * (#part - 1) // 2
        for _, v in ipairs(part) do
          expect.yes(far[part[1]][v] < math.huge, "in one part")
        end
      end
      expect.equal(met, n)
      expect.equal(together, count_pairs(far, n))
      local gone = n > 0 and r:between(1, n) or nil
      together = 0
      for _, part in ipairs(graph.parts(n, ends, gone)) do
        together = together + #part * (#part - 1) // 2
      end
      expect.equal(together, count_pairs(distances(is_near, n, gone), n, gone))
    end
  end,

  ["clustering-is-the-share-of-closed-triangles"] = function()
    local r = random.new("clustering")
    for _ = 1, 60 do
      local n = r:between(3, 8)
      local ends, is_near = graph_by(r, n, 0.5)
      for v, value in ipairs(graph.clustering(n, ends)) do
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

  -- 300 nodes and 3,000 ties: a figure of every kind in one slice of a session.
  ["a-large-network-within-a-slice"] = function()
    local r, many, lines = random.new("large"), {}, {}
    for i = 1, 300 do
      many[i] = { id = "node-" .. i, inside = i % 2 == 0, sector = "s" .. i % 5 }
    end
    for i = 1, 3000 do
      lines[i] = { from = many[r:between(1, 300)], to = many[r:between(1, 300)].id,
        habit = true }
    end
    expect.equal(network.measure(many, lines).n, 300)
    expect.equal(#network.without(many, lines), 1)
    expect.yes(#network.suggest(many, lines).reinforce == 0, "no bridges")
  end,

  ["a-long-chain-does-not-run-out-of-stack"] = function()
    local ends = {}
    for i = 1, 1499 do
      ends[2 * i - 1], ends[2 * i] = i, i + 1
    end
    expect.equal(#graph.cuts(1500, ends), 1498)
    expect.equal(#graph.parts(1500, ends), 1)
  end,

  -- 3^499 shortest paths from the first node to the last: more than a whole number holds.
  ["many-paths-are-counted"] = function()
    local ends = {}
    for v = 1, 1497, 3 do
      for a = v, v + 2 do
        for b = v + 3, v + 5 do
          ends[#ends + 1], ends[#ends + 2] = a, b
        end
      end
    end
    local found = graph.betweenness(1500, ends)
    expect.equal(found[1], found[3])
    expect.near(found[750], found[751], 1e-12)
    expect.yes(found[750] > 0.16 and found[750] < 0.17, "one of three, between half and half")
  end,

  ["edges-in-any-order-give-the-same-bits"] = function()
    local r = random.new("order")
    local ends = graph_by(r, 40, 0.15)
    local order, other = {}, {}
    for i = 1, #ends // 2 do
      order[i] = i
    end
    for i, edge in ipairs(r:shuffle(order)) do
      local a, b = ends[2 * edge - 1], ends[2 * edge]
      other[2 * i - 1], other[2 * i] = b, a
    end
    expect.equal(joined(graph.betweenness(40, other)), joined(graph.betweenness(40, ends)))
    expect.equal(joined(graph.clustering(40, other)), joined(graph.clustering(40, ends)))
  end,

  ["loops-and-doubles-change-nothing"] = function()
    local plain = { 1, 2, 2, 3, 3, 1, 3, 4 }
    local more = { 1, 2, 2, 2, 2, 3, 2, 1, 3, 1, 1, 3, 3, 4, 4, 3, 4, 4 }
    expect.equal(joined(graph.betweenness(4, more)), joined(graph.betweenness(4, plain)))
    expect.equal(joined(graph.clustering(4, more)), joined(graph.clustering(4, plain)))
    local points, bridges = graph.cuts(4, more)
    expect.list(points, { 3 })
    expect.list(bridges, { 7 })
    expect.equal(#graph.parts(4, more), 1)
  end,

  ["wrong-graphs-are-told"] = function()
    local function fails(part, ...)
      for _, name in ipairs { "betweenness", "clustering", "cuts", "parts" } do
        expect.fails("graph." .. name .. ": " .. part, graph[name], ...)
      end
    end
    fails("whole number expected, found text", "3", {})
    fails("whole number expected, found number", 0 / 0, {})
    fails("a graph has 0 to 1500 nodes, not -1", -1, {})
    fails("a graph has 0 to 1500 nodes, not 1501", 1501, {})
    fails("list expected, found nothing", 3)
    fails("each edge has two ends, and there are 3", 3, { 1, 2, 3 })
    fails("ends[2] is 4, and nodes go from 1 to 3", 3, { 1, 4 })
    fails("ends[1] is 0, and nodes go from 1 to 3", 3, { 0, 1 })
    fails("ends[2]: the number of a node expected, found number", 3, { 1, 0 / 0 })
    fails("ends[2]: the number of a node expected, found number", 3, { 1, 1.5 })
    fails("ends[1]: the number of a node expected, found text", 3, { "1", 2 })
    expect.fails("graph.parts: there is no node 4", graph.parts, 3, { 1, 2 }, 4)
    local many = {}
    for i = 1, 1501 do
      many[i] = i
    end
    expect.fails("a network has 1500 nodes at most, not 1501", network.measure, many, {})
  end,

  ["bridges-stand-in-order"] = function()
    local lines = {}
    for i, pair in ipairs { { 2, 5 }, { 1, 4 }, { 3, 1 }, { 1, 2 } } do
      lines[i] = { from = pair[1], to = pair[2] }
    end
    local shown = {}
    for i, tie in ipairs(network.measure({ 1, 2, 3, 4, 5 }, lines).bridges) do
      shown[i] = tie.from .. tie.to
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
