#!/usr/bin/env python3
"""The manual's complete examples work: the files that README.md and kit/README.md spell out are written into an empty
folder and checked strictly. To see it fail, misspell a field in one of them.

Usage: manual.py EZKIT ROOT      speaks TAP
"""
import os, re, subprocess, sys, tempfile

# A complete file is a fenced block whose first line names it; a CSV file is named in the line before its block.
LUA = re.compile(r"```lua\n(-- (?P<path>[\w./-]+\.lua)\n.*?)```", re.S)
CSV = re.compile(r"`(?P<path>[\w./-]+\.csv)`:\n\n```csv\n(.*?)```", re.S)


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


def try_chapter(ezkit, root, chapter, kit):
    with open(os.path.join(root, chapter), encoding="utf-8") as manual, tempfile.TemporaryDirectory() as folder:
        if write_files(manual.read(), folder) < 4:
            return "it spells out fewer than four files"
        result = subprocess.run([ezkit, "--kit", os.path.join(folder, kit), "check", "--strict"], capture_output=True,
                                text=True, check=False, timeout=60)
        return result.stdout + result.stderr if result.returncode else ""


def main(ezkit, root):
    failed = 0
    print("1..2")
    for number, (chapter, kit) in enumerate((("README.md", "walk"), ("kit/README.md", "")), 1):
        fault = try_chapter(ezkit, root, chapter, kit)
        failed += bool(fault)
        print(("not ok" if fault else "ok"), number, "/manual/" + chapter)
        print("".join(f"# {line}\n" for line in fault.splitlines()), end="")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
