#!/usr/bin/env python3
"""The manual's complete examples work: the files that README.md, kit/README.md and scripts/README.md spell out are written
into an empty folder and checked strictly; the exercise is tried and led to its report, and its mistake is told as the
manual says. To see it fail, misspell a field in one of them.

Usage: manual.py EZKIT ROOT      speaks TAP
"""
import os, re, subprocess, sys, tempfile

# A complete file is a fenced block whose first line names it; a CSV file is named in the line before its block.
LUA = re.compile(r"```lua\n(-- (?P<path>[\w./-]+\.lua)\n.*?)```", re.S)
CSV = re.compile(r"`(?P<path>[\w./-]+\.csv)`:\n\n```csv\n(.*?)```", re.S)


EVENTS = re.compile(r"```jsonl\n(.*?)```", re.S)
MISTAKE = re.compile(r"\*\*\d+\. Make a mistake\.\*\* Write `(?P<wrong>[^`]+)` for `(?P<right>[^`]+)`.*?```\n(?P<told>.*?)```", re.S)


def write_files(text, folder):
    count = 0
    for pattern in (LUA, CSV):
        for match in pattern.finditer(text):
            path = os.path.join(folder, match["path"])
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as out:
                out.write(match.group(1) if pattern is LUA else match.group(2))
            count += 1
    return count


def run(ezkit, folder, *words, status=0):
    """What went wrong, or nothing; and what was told."""
    result = subprocess.run([ezkit, *words], cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    told = result.stdout + result.stderr
    return (f"{' '.join(words)} ended with {result.returncode}:\n{told}" if result.returncode != status else ""), told


def check_chapter(ezkit, folder, kit, least, files):
    if files < least:
        return f"it spells out fewer than {least} files"
    return run(ezkit, folder, "--kit", os.path.join(folder, kit), "check", "--strict")[0]


def lead_exercise(ezkit, folder, kit, text):
    """The exercise of the chapter: tried, played from its events, reported."""
    name = re.search(r"ezkit --kit \S+ try (\S+)", text)[1]
    with open(os.path.join(folder, "events.jsonl"), "w", encoding="utf-8") as out:
        out.write(EVENTS.search(text)[1])
    for words in (("--kit", kit, "try", name),
                  ("--kit", kit, "run", name, "--lang", "en", "--session", "a.ezsession", "--answers", "events.jsonl"),
                  ("report", "a.ezsession", "--lang", "en", "--format", "md")):
        fault, told = run(ezkit, folder, *words)
        if fault or "warning" in told:
            return fault or told
    return "" if re.search(r"^\| Ask for one", open(os.path.join(folder, "a.md"), encoding="utf-8").read(), re.M) else "no deed"


def make_mistake(ezkit, folder, kit, text):
    found = MISTAKE.search(text)
    path = os.path.join(folder, found["told"].split(":")[0])
    with open(path, encoding="utf-8") as file:
        source = file.read()
    with open(path, "w", encoding="utf-8") as out:
        out.write(source.replace(found["right"], found["wrong"]))
    fault, told = run(ezkit, folder, "--kit", kit, "check", status=1)
    return fault or ("" if told == found["told"] else f"it was told as:\n{told}")


def try_chapter(ezkit, root, chapter, kit, least):
    with open(os.path.join(root, chapter), encoding="utf-8") as manual, tempfile.TemporaryDirectory() as folder:
        text = manual.read()
        fault = check_chapter(ezkit, folder, kit, least, write_files(text, folder))
        if fault or not EVENTS.search(text):
            return fault
        return lead_exercise(ezkit, folder, kit, text) or make_mistake(ezkit, folder, kit, text)


def main(ezkit, root):
    failed = 0
    ezkit = os.path.abspath(ezkit)
    chapters = (("README.md", "walk", 4), ("kit/README.md", "", 4), ("scripts/README.md", "club", 3))
    print(f"1..{len(chapters)}")
    for number, (chapter, kit, least) in enumerate(chapters, 1):
        fault = try_chapter(ezkit, root, chapter, kit, least)
        failed += bool(fault)
        print(("not ok" if fault else "ok"), number, "/manual/" + chapter)
        print("".join(f"# {line}\n" for line in fault.splitlines()), end="")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
