-- Groups that work side by side. Where nobody was split into groups, everyone is one group.
local teams = {}

teams.everyone = { id = "all", name = { nl = "Iedereen", en = "Everyone" } }

---The groups of a split, or everyone as the only group.
---@param groups table[] as `split` gives them
---@return table[]
function teams.of(groups)
  return #groups > 0 and groups or { teams.everyone }
end

---Runs `work(group, s)` for each team, side by side. Gives its values by the id of the team.
---@param s table the steps
---@param id string of the step
---@param list table[] as `teams.of` gives them
---@param work fun(group: table, s: table): table
---@return table<string, table>
function teams.each(s, id, list, work)
  if list[1] == teams.everyone then
    return { [teams.everyone.id] = work(teams.everyone, s) }
  end
  return s.parallel(id, list, work)
end

---A list from what `teams.each` gave; an empty one where a team has none.
---@param values table<string, table>
---@param team table
---@param name string
---@return any[]
function teams.get(values, team, name)
  return (values[team.id] or {})[name] or {}
end

---The lists of this name of all teams, one after the other.
---@param list table[] the teams
---@param values table<string, table>
---@param name string
---@return any[]
function teams.all(list, values, name)
  local joined = {}
  for _, team in ipairs(list) do
    for _, value in ipairs(teams.get(values, team, name)) do
      joined[#joined + 1] = value
    end
  end
  return joined
end

---Of things that are shared out in turn, those of this team: the first thing goes to the first
---team, the next to the next, and round again.
---@param list table[] the teams
---@param team table
---@param things any[]
---@return any[]
function teams.share(list, team, things)
  local share = {}
  for i, thing in ipairs(things) do
    if list[(i - 1) % #list + 1].id == team.id then
      share[#share + 1] = thing
    end
  end
  return share
end

return teams
