-- @face
return face {
  front = function(c, ctx)
    return layers {
      text { c.title, at = { 7, 12 }, width = 40, name = "title" },
      -- @front
    }
  end,
}
