s.ask("x", { nl = "A" }, { per = 3 }) s.ask("x", f(1, { 2 }), {
 s.ask("x", { s.ask(
  s.ask("x"