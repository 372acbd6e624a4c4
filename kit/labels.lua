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

  -- worksheets
  remember = { nl = "Vergeet niet: wie, wat, wanneer", en = "Remember: who, what, when" },
  session = {
    date        = { nl = "Datum", en = "Date" },
    group       = { nl = "Groep", en = "Group" },
    facilitator = { nl = "Begeleider", en = "Facilitator" },
    challenge   = { nl = "Opgave", en = "Challenge" },
  },
  ask_nature = {
    challenge       = { nl = "Onze opgave", en = "Our challenge" },
    verb            = { nl = "Werkwoord", en = "Verb" },
    nature_question = { nl = "Hoe zou de natuur …", en = "How would nature …" },
    card            = { nl = "Kaart", en = "Card" },
    retold          = { nl = "In onze woorden", en = "In our words" },
    idea            = { nl = "Idee", en = "Idea" },
    what_if         = { nl = "Wat als wij …", en = "What if we …" },
    votes           = { nl = "Stemmen voor idee", en = "Votes for idea" },
    limits          = { nl = "Waar gaat het mank?", en = "Where does it break down?" },
    top3            = { nl = "Top drie", en = "Top three" },
    monday          = { nl = "Maandagactie", en = "Monday action" },
    who             = { nl = "Wie", en = "Who" },
    what            = { nl = "Wat", en = "What" },
    when            = { nl = "Wanneer", en = "When" },
  },
}
