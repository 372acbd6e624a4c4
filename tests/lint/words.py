#!/usr/bin/env python3
"""Fail when a text file holds what belongs to one machine, or is untidy.

Usage: words.py [ROOT] | words.py --self-test

Looked for: a path or tool of a workplace, the host of a package registry, white space at a line's end, a missing end of
line at the file's end, a C file without its SPDX line.
"""
import re, sys

import house

# Written so that the patterns do not match themselves.
FOREIGN = [
    (re.compile(r"[/]work/|[/]farm/|[/]tmp/lab|[/]root/[.]|[/]home/[a-z]+/"), "a path of one machine"),
    (re.compile(r"deb[.]debian[.]org|registry[.]npmjs|(?:index[.])?pypi[.]org/simple"), "the host of a registry"),
    (re.compile(r"\bfarm-(?:bench|studio)\b|[.]library/"), "a tool of a workplace"),
]
# Not text, or others' text that we keep as it came.
NOT_OURS = ("*.ttf", "*.otf", "*.png", "*.jpg", "*.jpeg", "*.pdf", "*.icc", "*.dic", "*/OFL-*.txt", "*LICENSE*", "*COPYING*")
# Files that are wrong on purpose, or byte for byte what a program wrote.
UNTIDY = ("tests/golden/*", "tests/diag/*", "tests/fuzz/corpus/*")
SPDX = b"// SPDX-License-Identifier: EUPL-1.2\n"


def untidy(path, data):
    for number, line in enumerate(data.split(b"\n"), 1):
        if line[-1:] in (b" ", b"\t", b"\r"):
            yield f"{path}:{number}: white space at the end of the line"
    if data and not data.endswith(b"\n"):
        yield f"{path}: no end of line at the end of the file"
    if data.endswith(b"\n\n"):
        yield f"{path}: empty lines at the end of the file"


def foreign(path, data):
    for number, line in enumerate(data.decode("utf-8", "replace").split("\n"), 1):
        for pattern, what in FOREIGN:
            if m := pattern.search(line):
                yield f"{path}:{number}: {what}: {m.group()}"


def check(root):
    faults = []
    for path in house.files(root):
        data = house.read(root, path)
        if house.matches(path, NOT_OURS) or b"\0" in data[:8192]:
            continue
        faults += foreign(path, data)
        if not house.matches(path, UNTIDY):
            faults += untidy(path, data)
        if path.endswith((".c", ".h", ".inc")) and not data.startswith(SPDX):
            faults.append(f"{path}:1: the first line is not {SPDX.decode().strip()}")
    return faults


CASES = {
    "path": ({"a.md": "see /" + "work/main\n"}, "a path of one machine"),
    "registry": ({"a.md": "https://deb" + ".debian.org\n"}, "the host of a registry"),
    "tool": ({"a.md": "farm" + "-bench ls\n"}, "a tool of a workplace"),
    "blank": ({"a.md": "one \n"}, "a.md:1: white space"),
    "return": ({"a.md": "one\r\n"}, "white space"),
    "end": ({"a.md": "one"}, "no end of line"),
    "empty end": ({"a.md": "one\n\n"}, "empty lines"),
    "spdx": ({"a.c": "int a;\n"}, "SPDX"),
    "others' text": ({"kit/fonts/OFL-x.txt": "one \n", "a.png": b"\0 \n", "tests/golden/a": "x "}, None),
    "clean": ({"a.c": SPDX.decode() + "int a;\n"}, None),
}

if __name__ == "__main__":
    sys.exit(house.run(check, CASES, sys.argv[1:], "words"))
