-- O1 Rollentrap: which role government has in each task now, which role fits, and a sentence that says so.
-- O1 Role stairs. The five steps: ROB 2012; the four values: NSOB 2014 and 2015; all texts are our own.
local agreement = require "ez.score"
local roles = require "ez.roles"
local rounds = require "shared.rounds"
local teams = require "shared.teams"

-- From the lowest step to the highest.
local STEPS = {
  { nl = "1 Loslaten", en = "1 Let go" },
  { nl = "2 Faciliteren", en = "2 Facilitate" },
  { nl = "3 Stimuleren", en = "3 Stimulate" },
  { nl = "4 Regisseren", en = "4 Direct" },
  { nl = "5 Reguleren", en = "5 Regulate" },
}

local VALUES = {
  { id = "V1", nl = "Rechtmatig: ‘Mag het, en is het eerlijk?’", en = "Lawful: ‘Is it allowed and is it fair?’" },
  { id = "V2", nl = "Presterend: ‘Wat levert het op, en wanneer?’", en = "Performing: ‘What does it deliver and when?’" },
  { id = "V3", nl = "Netwerkend: ‘Met wie kunnen we dit samen willen?’",
    en = "Networking: ‘With whom can we want this together?’" },
  { id = "V4", nl = "Participerend: ‘Wat gebeurt hier al, en wat past ons?’",
    en = "Participating: ‘What is already happening here and what is fitting for us?’" },
}

local PROMPTS = {
  { nl = "Wat gebeurt er als wij hier een trede lager gaan staan?", en = "What happens if we go one step down here?" },
  { nl = "Wat verwacht de partner, en wie heeft het gevraagd?", en = "What does the partner expect and who asked?" },
  rounds.fairness,
}

local EXAMPLE = {
  { nl = "Bij het maaien langs de beek geven wij ruimte en gereedschap, en wij bepalen niet wanneer er gemaaid wordt.",
    en = "In mowing along the stream we give room and tools, and we do not decide when to mow." },
}

-- What each verdict means, in plain words, for the report.
local MEANINGS = {
  { id = "talk_first", nl = "Over straks zijn jullie verdeeld. Praat erover voordat je een rol kiest.",
    en = "You are divided about later. Talk about it before you choose a role." },
  { id = "mixed_message", nl = "Over nu zijn jullie verdeeld. De partner hoort van ieder iets anders.",
    en = "You are divided about now. The partner hears something else from each of you." },
  { id = "step_back", nl = "Straks past een lagere trede dan nu.", en = "A lower step than now fits later." },
  { id = "step_forward", nl = "Straks past een hogere trede dan nu.", en = "A higher step than now fits later." },
  { id = "say_it", nl = "De rol blijft gelijk. Zeg dat ook tegen de partner.",
    en = "The role stays the same. Tell the partner so." },
}

-- Below so many scores only words are shown, no numbers.
local FEW = 5

-- --- scores ------------------------------------------------------------------------

-- The scores of one task; none when the step was skipped.
local function scores_of(results, task)
  for _, result in ipairs(results) do
    if result.item == task then
      return result.scores
    end
  end
  return {}
end

local function score(s, id, text, tasks, options)
  return s.scale(id, text, {
    from = 1, to = #STEPS, labels = STEPS, items = tasks, who = "anonymous", reveal = "on_close",
    time = options.time, note = options.note,
  })
end

-- What follows for each task; `again` are scores that take the place of the later ones.
local function verdicts(tasks, now, later, again)
  local list = {}
  for i, task in ipairs(tasks) do
    local before, after = scores_of(now, task), scores_of(again or {}, task)
    if #after == 0 then
      after = scores_of(later, task)
    end
    local result = roles.gap(before, after)
    result.task, result.before, result.after = task, before, after
    list[i] = result
  end
  return list
end

local function is_few(result)
  return result.current.n < FEW or result.desired.n < FEW
end

local function tell_verdict(s, id, result)
  if result.verdict == nil then
    return
  elseif is_few(result) then
    s.say(id, {
      nl = "{task}: {verdict}. Er zijn te weinig antwoorden om cijfers te laten zien. Praat erover.",
      en = "{task}: {verdict}. There are too few answers to show numbers. Talk about it.",
    }, { slots = { task = result.task, verdict = result.text } })
  else
    s.say(id, {
      nl = "{task}: nu {now}, straks {later}. Scores voor straks: {agreed}. Uitslag: {verdict}. "
        .. "Deze uitkomst is een indicatie. Praat erover.",
      en = "{task}: now {now}, later {later}. Scores for later: {agreed}. Result: {verdict}. "
        .. "This result is an indication. Talk about it.",
    }, {
      slots = {
        task = result.task, now = result.current.median, later = result.desired.median,
        agreed = agreement.bands[result.desired.band], verdict = result.text,
      },
    })
  end
end

-- The tasks on whose later role people agree least; none when nothing was scored, or they agree on all.
local function most_divided(results)
  local tasks, least = {}, 1
  for _, result in ipairs(results) do
    local consensus = result.desired.consensus
    if consensus and result.desired.band ~= "agreed" then
      if consensus < least - 0.005 then
        tasks, least = {}, consensus
      end
      if consensus < least + 0.005 then
        tasks[#tasks + 1] = result.task
      end
    end
  end
  return tasks
end

local function tasks_with(results, verdict)
  local list = {}
  for _, result in ipairs(results) do
    if result.verdict == verdict then
      list[#list + 1] = result.task
    end
  end
  return list
end

-- --- the parts ---------------------------------------------------------------------

local function ask_tasks(s)
  local tasks = s.ask("task", {
    nl = "Noem drie tot vijf concrete opgaven. Niet ‘biodiversiteit’, wel ‘maaien in berm X’.",
    en = "Name three to five concrete tasks. Not ‘biodiversity’ but ‘mowing verge X’.",
  }, { per = 5, max = 60, by = "facilitator", reveal = "live", time = 3 * s.min, note = rounds.opening })
  if #tasks == 0 then
    return tasks, {}
  end
  local statutory = s.choose("statutory", {
    nl = "Welke opgaven zijn een wettelijke taak? Vink ze aan.",
    en = "Which tasks are statutory? Tick them.",
  }, { options = tasks, most = #tasks, by = "facilitator" })
  return tasks, statutory.counts
end

local function ask_now(s, tasks)
  s.say("steps", {
    nl = "Leg de vijf treden neer. De trap kent geen beste trede. We schrijven eerst. Praten komt zo.",
    en = "Lay out the five steps. The stairs have no best step. We write first. Talking comes next.",
  })
  return score(s, "now", {
    nl = "Scoor stil, per opgave: waar staan we nu?",
    en = "Score in silence, task by task: where are we now?",
  }, tasks, { time = 6 * s.min })
end

local function ask_later(s, tasks)
  local later = score(s, "later", {
    nl = "Scoor opnieuw: waar zouden we moeten staan?",
    en = "Score again: where should we be?",
  }, tasks, { time = 5 * s.min, note = PROMPTS })
  local reasons = s.ask("reason", {
    nl = "Waarom daar? Noem de opgave en je reden.",
    en = "Why there? Name the task and your reason.",
  }, { per = 3, max = 160, who = "anonymous", reveal = "on_close", time = 4 * s.min })
  return later, reasons
end

-- Partners who are there score too: the difference with inside is told.
local function ask_partners(s, tasks, inside)
  local now = score(s, "partner_now", {
    nl = "Nu alleen de partners van buiten: waar staat de overheid volgens jullie nu?",
    en = "Now only the partners from outside: where does government stand now, in your view?",
  }, tasks, { time = 2 * s.min })
  local later = score(s, "partner_later", {
    nl = "Alleen de partners: waar zou de overheid moeten staan?",
    en = "Partners only: where should government stand?",
  }, tasks, { time = 2 * s.min })
  for i, outside in ipairs(verdicts(tasks, now, later)) do
    local difference = roles.difference(inside[i], outside)
    if difference.current and difference.desired and not is_few(inside[i]) and not is_few(outside) then
      s.say("difference", {
        nl = "{task}: verschil met de partners, in treden. Nu: {now}. Straks: {later}. "
          .. "Boven nul scoren jullie hoger. Praat erover.",
        en = "{task}: difference with the partners, in steps. Now: {now}. Later: {later}. "
          .. "Above zero you score higher. Talk about it.",
      }, { slots = { task = outside.task, now = difference.current, later = difference.desired } })
    end
  end
end

local function warn_statutory(s, results, statutory)
  for _, result in ipairs(results) do
    if (statutory[result.task.id] or 0) > 0 and result.desired.median == 1 then
      s.say("statutory_warning", {
        nl = "{task} is een wettelijke taak: loslaten kan niet zomaar. Daar is een besluit voor nodig.",
        en = "{task} is a statutory task: it cannot simply be let go. That takes a decision.",
      }, { slots = { task = result.task } })
    end
  end
end

-- Alone, in pairs, in fours; then those who were divided score once more.
local function talk_first(s, tasks, focus)
  s.timer("alone", {
    nl = "{tasks}: jullie zijn verdeeld. Denk eerst één minuut alleen na: wat zien anderen dat jij niet ziet?",
    en = "{tasks}: you are divided. First think alone for a minute: what do others see that you do not?",
  }, { seconds = s.min, slots = { tasks = focus } })
  s.timer("pairs", {
    nl = "Praat twee minuten met je buur. Luister eerst.",
    en = "Talk to your neighbour for two minutes. Listen first.",
  }, { seconds = 2 * s.min })
  s.timer("fours", {
    nl = "Praat vier minuten met z’n vieren. Waar zit het verschil?",
    en = "Talk in fours for four minutes. Where is the difference?",
  }, { seconds = 4 * s.min })
  return score(s, "again", {
    nl = "Scoor nog één keer: waar zouden we moeten staan?",
    en = "Score once more: where should we be?",
  }, tasks, { time = 2 * s.min })
end

local function look_at_results(s, tasks, now, later, statutory)
  local results = verdicts(tasks, now, later)
  for _, result in ipairs(results) do
    tell_verdict(s, "verdict", result)
  end
  local divided, focus = tasks_with(results, "talk_first"), most_divided(results)
  if #divided > 0 then
    results = verdicts(tasks, now, later, talk_first(s, divided, focus))
    for _, result in ipairs(results) do
      for _, task in ipairs(divided) do
        if result.task == task then
          tell_verdict(s, "verdict_again", result)
        end
      end
    end
  elseif #focus > 0 then
    s.timer("talk", {
      nl = "Over {tasks} zijn jullie het minst eens. Luister eerst naar wie hoog en wie laag zou kiezen.",
      en = "You agree least about {tasks}. Listen first to who would choose high and who low.",
    }, { seconds = 7 * s.min, slots = { tasks = focus } })
  end
  warn_statutory(s, results, statutory)
  return results
end

-- Tasks are shared out over small groups; each writes its own sentences.
local function write_sentences(s, tasks)
  local list = teams.of(s.split("writers", {
    nl = "Ga bij de opgave staan waar je aan werkt.",
    en = "Stand with the task that you work on.",
  }, { count = #tasks, by = "choice" }))
  local found = teams.each(s, "writing", list, function(team, branch)
    local sentences = {}
    for _, task in ipairs(teams.share(list, team, tasks)) do
      local answers = branch.ask("role_sentence", {
        nl = "{task}: schrijf de rolzin. ‘Bij … doen wij …, en wij doen niet …’",
        en = "{task}: write the role sentence. ‘In … we do …, and we do not …’",
      }, {
        per = 1, max = 200, by = "group", close_when = "all", time = 5 * s.min, slots = { task = task },
        note = EXAMPLE,
      })
      sentences[#sentences + 1] = answers[1]
    end
    return { sentences = sentences }
  end)
  return teams.all(list, found, "sentences")
end

-- --- the harvest -------------------------------------------------------------------

-- How the scores of each task moved; a task without scores is left out. Of few scores the report shows none.
local function shift_of(results)
  local chart = { chart = "shift", labels = {}, from = {}, to = {}, notes = {}, steps = STEPS }
  for _, result in ipairs(results) do
    if result.verdict then
      local n = #chart.labels + 1
      chart.labels[n], chart.notes[n] = result.task, result.text
      chart.from[n], chart.to[n] = result.before, result.after
    end
  end
  return #chart.labels > 0 and chart or {}
end

local function harvest_sentences(s, sentences)
  local title = { nl = "Zo zeggen wij het tegen de partner", en = "This is what we tell the partner" }
  for _, sentence in ipairs(sentences) do
    s.harvest("decision", title, sentence, { as = "decision", page = true })
  end
  if #sentences == 0 then
    s.harvest("decision", title, {
      nl = "We hebben nog geen rol gekozen.", en = "We have not chosen a role yet.",
    }, { as = "decision" })
  end
end

-- Of the verdicts that were given alone.
local function harvest_meanings(s, results)
  local rows = {}
  for _, meaning in ipairs(MEANINGS) do
    if #tasks_with(results, meaning.id) > 0 then
      rows[#rows + 1] = { roles.verdicts[meaning.id], { nl = meaning.nl, en = meaning.en } }
    end
  end
  if #rows > 0 then
    s.harvest("meanings", { nl = "Wat de uitslag betekent", en = "What the result means" }, rows, { as = "table" })
  end
end

local function harvest_statutory(s, tasks, statutory)
  local list = {}
  for _, task in ipairs(tasks) do
    if (statutory[task.id] or 0) > 0 then
      list[#list + 1] = task
    end
  end
  s.harvest("statutory", { nl = "Wettelijke taken", en = "Statutory tasks" }, list, { as = "quotes" })
end

-- Without one value that leads, none was chosen.
local function harvest_value(s, value)
  s.harvest("values", value.item and { nl = "Deze waarde bewaken we", en = "We guard this value" } or {
    nl = "Welke waarde bewaken we? Nog niet gekozen", en = "Which value do we guard? Not chosen yet",
  }, value, { as = "ranking" })
end

return exercise {
  id = "rollentrap", code = "O1", version = "1.0.0", api = 1, languages = { "nl", "en" },
  title = { nl = "Rollentrap", en = "Role stairs" },
  goal = {
    nl = "Per opgave kiezen welke rol de overheid nu heeft en welke rol past, en dat met één stem zeggen.",
    en = "Choose per task which role government has now and which role fits, and say so with one voice.",
  },
  when = {
    nl = "Bij de start van een dossier, bij verwarring, vóór een gesprek met een partner.",
    en = "At the start of a file, when confused, before meeting a partner.",
  },
  outcome = {
    nl = "Per opgave een rol, een verschil met nu, en een zin voor buiten.",
    en = "For each task a role, a difference from now and a sentence for the outside.",
  },
  tips = {
    nl = "De trap kent geen beste trede. De ROB vraagt om per onderwerp te kiezen en dat te zeggen.",
    en = "The stairs have no best step. The ROB asks to choose per subject and to say so.",
  },
  pitfalls = {
    nl = "Loslaten als bezuiniging verkopen. Alleen intern scoren.",
    en = "Selling letting go as budget cuts. Scoring only internally.",
  },
  reference = "ROB 2012, Loslaten in vertrouwen (five steps). NSOB/PBL 2014, Leren door doen; NSOB 2015, "
    .. "Sedimentatie in sturing (four perspectives). Texts on our cards are our own.",
  track = "organisation", people = { 4, 30 }, minutes = 60,
  materials = { "sturingskaarten", "w07", "pennen" }, worksheet = "w07",
  params = {
    partners = {
      type = "yes_no", default = false,
      nl = "Zijn er partners van buiten bij, en scoren zij mee?",
      en = "Are partners from outside there, and do they score too?",
    },
  },

  run = function(s)
    local tasks, statutory, now, later, reasons, results = {}, {}, {}, {}, {}, {}
    local value, sentences, messengers = nil, {}, {}

    s.section("tasks", { nl = "Onze opgaven", en = "Our tasks" }, { minutes = 5 }, function()
      tasks, statutory = ask_tasks(s)
    end)
    if #tasks > 0 then
      s.section("current", { nl = "Waar staan we nu?", en = "Where are we now?" }, { minutes = 10 }, function()
        now = ask_now(s, tasks)
      end)
      s.section("desired", { nl = "Waar zouden we moeten staan?", en = "Where should we be?" }, { minutes = 10 }, function()
        later, reasons = ask_later(s, tasks)
      end)
      s.section("results", { nl = "Eens of oneens", en = "Agreed or divided" }, { minutes = 15 }, function()
        results = look_at_results(s, tasks, now, later, statutory)
        if s.params.partners then
          ask_partners(s, tasks, results)
        end
      end)
    end
    s.section("values", { nl = "Welke waarde bewaken we?", en = "Which value do we guard?" }, { minutes = 10 }, function()
      value = s.choose("value", {
        nl = "Leg de vier stijlkaarten erbij. Welke waarde mag niet verloren gaan?",
        en = "Add the four style cards. Which value must not be lost?",
      }, { options = VALUES, most = 1, time = 3 * s.min, note = PROMPTS })
    end)
    s.section("sentences", { nl = "De rolzin", en = "The role sentence" }, { minutes = 10 }, function()
      if #tasks > 0 then
        sentences = write_sentences(s, tasks)
      end
      messengers = s.action("messenger", {
        nl = "Wie zegt het aan de partner, en wanneer? Gebruik rollen of organisaties, geen namen.",
        en = "Who tells the partner, and when? Use roles or organisations, not names.",
      }, { most = 5, fields = { "what", "who", "by" }, note = rounds.closing })
    end)

    harvest_sentences(s, sentences)
    s.harvest("stairs", { nl = "Waar staan we nu, en waar straks?", en = "Where are we now, and where later?" },
              shift_of(results), { as = "chart" })
    harvest_meanings(s, results)
    harvest_statutory(s, tasks, statutory)
    s.harvest("reasons", { nl = "Onze redenen", en = "Our reasons" }, reasons, { as = "quotes" })
    if value then
      harvest_value(s, value)
    end
    s.harvest("messengers", { nl = "Wie het zegt", en = "Who says it" }, messengers, { as = "actions" })
    s.say("thanks", rounds.thanks)
    return { results = results, sentences = sentences }
  end,
}
