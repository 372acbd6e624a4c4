-- SPDX-License-Identifier: EUPL-1.2
-- Expectations for specs: each raises at the spec's own line.

local expect = {}

local function show(value)
  return type(value) == "string" and '"' .. value .. '"' or tostring(value)
end

function expect.equal(found, expected)
  if found ~= expected then
    error("expected " .. show(expected) .. ", found " .. show(found), 2)
  end
end

-- Numbers that differ by rounding alone, unless another tolerance is given.
function expect.near(found, expected, tolerance)
  local far = type(found) == "number" and math.abs(found - expected) or 0 / 0
  if far ~= far or far > (tolerance or 1e-9) then
    error("expected about " .. show(expected) .. ", found " .. show(found), 2)
  end
end

function expect.list(found, expected)
  local a, b = table.concat(found, " "), table.concat(expected, " ")
  if a ~= b then
    error("expected {" .. b .. "}, found {" .. a .. "}", 2)
  end
end

function expect.yes(value, what)
  if not value then
    error("not so: " .. (what or "?"), 2)
  end
end

function expect.fails(part, f, ...)
  local ok, message = pcall(f, ...)
  if ok then
    error("should have failed with " .. show(part), 2)
  end
  if not string.find(message, part) then
    error("expected an error with " .. show(part) .. ", found " .. show(message), 2)
  end
end

return expect
