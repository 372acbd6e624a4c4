# SPDX-License-Identifier: EUPL-1.2
"""What whole sessions cost: 300 people who play by the program itself, with the file that it writes, and going on with what they left."""
import json, os, shutil

import measure
from programs import ROOT

PEOPLE, STEPS = 300, 34  # 10,200 answers: a day
SCRIPT = "scripts/nature/vraag-het-de-natuur.lua"

DAY = """return exercise { id = "vraag-het-de-natuur", code = "B1", version = "1", api = 1,
  title = { nl = "Dag", en = "Day" }, goal = { nl = "Dag", en = "Day" }, people = { 1, 999 }, minutes = 400,
  run = function(s)
    for i = 1, %d do
      local t = { nl = "Vraag", en = "Question" }
      if i %% 3 == 0 then s.ask("text", t) else s.scale("score", t) end
    end
    s.harvest("end", { nl = "Eind", en = "End" }, "done")
  end }
""" % STEPS


def event(**fields):
    return json.dumps(fields)


def joins():
    return [event(ev="join", by=f"p{person}") for person in range(1, PEOPLE + 1)]


def day():
    lines = joins()
    counts = {"text": 0, "score": 0}
    for step in range(1, STEPS + 1):
        word = "score" if step % 3 else "text"
        counts[word] += 1
        key = f"/{word}#{counts[word]}"
        for person in range(1, PEOPLE + 1):
            value = 1 + person % 5 if step % 3 else [f"what person {person} says here"]
            lines.append(event(ev="input", step=key, by=f"p{person}", value=value))
        lines.append(event(ev="close", step=key, at=60 * step))
    return lines


def o1():
    """The recorded O1, in which everybody says what one of its five people said."""
    lines = joins()
    with open(os.path.join(ROOT, "tests/e2e/sessions/o1.jsonl"), encoding="utf-8") as file:
        recorded = [json.loads(line) for line in file]
    said = {}
    for row in recorded:
        if row["ev"] == "input" and "by" not in row:
            said.setdefault(row["step"], []).append(row["value"])
        elif row["ev"] != "join":
            for person in range(PEOPLE if row["ev"] == "close" and row["step"] in said else 0):
                values = said[row["step"]]
                lines.append(event(ev="input", step=row["step"], value=values[person % len(values)]))
            row.pop("idem", None)
            lines.append(json.dumps(row))
    return lines


def make_kit(bench):
    kit = bench.path("sessions")
    shutil.rmtree(kit, ignore_errors=True)
    for part in ("kit", "scripts"):
        shutil.copytree(os.path.join(ROOT, part), os.path.join(kit, part))
    with open(os.path.join(kit, SCRIPT), "w", encoding="utf-8") as file:
        file.write(DAY)
    return kit


def play(bench, kit, code, lines):
    """The costs of leading it, and of resuming it when it is over."""
    answers, nothing, session = (bench.path(name) for name in (f"{code}.jsonl", "nothing.jsonl", f"{code}.ezsession"))
    for path, text in ((answers, "\n".join(lines) + "\n"), (nothing, "")):
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
    lead = [bench.ezkit, "run", code, "--kit", kit, "--seed", "3", "--lang", "nl", "--session", session, "--answers", answers]
    resume = [bench.ezkit, "resume", session, "--lang", "nl", "--answers", nothing]
    return measure.run_anew(lead, session), measure.run(resume, session)


def lines(bench, rounds):
    """Lines of (what, cost, unit)."""
    kit = make_kit(bench)
    for what, code, answers, most in (("O1", "O1", o1(), 1), ("a day of %d answers" % (PEOPLE * STEPS), "B1", day(), 2)):
        costs = [play(bench, kit, code, answers) for _ in range(rounds)]
        led, resumed = (measure.median(each) for each in zip(*costs))
        yield f"{PEOPLE} people in {what}: to the end", led.wall * 1000, "ms"
        yield f"{PEOPLE} people in {what}: memory (at most 64)", max(led.memory, resumed.memory), "MB"
        yield f"{PEOPLE} people in {what}: resuming (at most {most * 1000})", resumed.wall * 1000, "ms"
