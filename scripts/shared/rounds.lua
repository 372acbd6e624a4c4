-- Short rounds that fit every session: for its opening, for silence, when it is stuck, for its close.
local rounds = {}

rounds.opening = {
  { nl = "Welk stukje natuur kwam je vandaag tegen?", en = "Which bit of nature did you meet today?" },
  { nl = "Met wie buiten sprak je deze week?", en = "Whom outside did you talk to this week?" },
  { nl = "Wat wil je straks mee naar huis nemen?", en = "What do you want to take home?" },
}

rounds.quiet = { nl = "We schrijven eerst. Praten komt zo.", en = "We write first. Talking comes next." }

rounds.stuck = {
  nl = "Sta op. Kijk een minuut uit het raam. Wat beweegt er?",
  en = "Stand up. Look out of the window for a minute. What moves?",
}

rounds.fairness = {
  nl = "Wie is er niet, en merkt er wel iets van?",
  en = "Who is not here but will feel the effects?",
}

-- What every comparison with nature is asked before it leads to anything.
rounds.check = {
  { nl = "Waar gaat de vergelijking mank?", en = "Where does the comparison break down?" },
  { nl = "Wie heeft er last van?", en = "Who is harmed by it?" },
  { nl = "Mag het?", en = "Is it allowed?" },
}

rounds.closing = {
  { nl = "Wat doe je maandag?", en = "What will you do on Monday?" },
  { nl = "Wat laat je los?", en = "What do you let go of?" },
  { nl = "Wie bel je?", en = "Whom will you call?" },
}

rounds.thanks = {
  nl = "Dank voor je tijd. De oogst staat klaar om te delen.",
  en = "Thank you for your time. The harvest is ready to share.",
}

return rounds
