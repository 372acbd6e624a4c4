-- Words that stand on cards but belong to none of them, in each language.
return {
  -- nature cards
  how       = { nl = "Zo werkt het", en = "How it works" },
  principle = { nl = "Principe", en = "Principle" },
  question  = { nl = "Vraag aan je team", en = "Question for your team" },
  monday    = { nl = "Probeer maandag", en = "Try this Monday" },

  -- how strong the evidence is; the face puts a drawn mark beside it
  evidence = {
    sterk       = { nl = "Bewijs: sterk", en = "Evidence: strong" },
    genuanceerd = { nl = "Bewijs: genuanceerd", en = "Evidence: nuanced" },
    omstreden   = { nl = "Bewijs: omstreden", en = "Evidence: contested" },
  },

  -- function cards
  ["function"]     = { nl = "Functie", en = "Function" },
  nature_question  = { nl = "Vraag aan de natuur", en = "Question to nature" },
  reverse_question = { nl = "Omgekeerd gevraagd", en = "Asked in reverse" },
  at_our_place     = { nl = "Bij ons is dat", en = "At our place that is" },
}
