#!/usr/bin/env python3
"""Fail when a relative link in a Markdown file leads to no file, or to no heading of that file.

Usage: links.py [ROOT] | links.py --self-test
"""
import os, re, sys, urllib.parse

import house

LINK = re.compile(r"\[(?:[^\]\\]|\\.)*\]\(\s*<?([^)\s>]+)>?[^)]*\)|^\[[^\]]+\]:\s*<?(\S+?)>?\s*$|<(?:img|a)\b[^>]*?(?:src|href)=\"([^\"]+)\"",
                  re.MULTILINE)
FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$", re.MULTILINE)
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def anchors(text):
    """The names that a forge gives to the headings."""
    names = set()
    for heading in HEADING.findall(FENCE.sub("", text)):
        slug = re.sub(r"[^\w\- ]", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()).replace(" ", "-")
        number, name = 0, slug
        while name in names:
            number += 1
            name = f"{slug}-{number}"
        names.add(name)
    return names


def fault(root, path, target):
    file, _, anchor = target.partition("#")
    where = os.path.normpath(os.path.join(os.path.dirname(path), urllib.parse.unquote(file))) if file else path
    if file.startswith("/") or where.startswith(".."):
        return "leads out of the repository"
    if not os.path.exists(os.path.join(root, where)):
        return f"there is no {where}"
    if anchor and where.endswith(".md") and anchor.lower() not in anchors(house.read(root, where).decode()):
        return f"{where} has no heading #{anchor}"
    return None


def check(root):
    faults = []
    for path in house.files(root, "*.md"):
        text = house.read(root, path).decode("utf-8", "replace")
        text = CODE.sub("", FENCE.sub(lambda m: "\n" * m.group().count("\n"), text))
        for m in LINK.finditer(text):
            target = next(g for g in m.groups() if g)
            if not ELSEWHERE.match(target) and (problem := fault(root, path, target)):
                faults.append(f"{path}:{text.count(chr(10), 0, m.start()) + 1}: {target}: {problem}")
    return faults


CASES = {
    "no file": ({"a.md": "see [b](docs/b.md)\n"}, "there is no docs/b.md"),
    "no picture": ({"a.md": '<img src="b.png">\n'}, "there is no b.png"),
    "reference": ({"a.md": "[b]\n\n[b]: b.md\n"}, "there is no b.md"),
    "no heading": ({"a.md": "[b](b.md#x)\n", "b.md": "# Y\n"}, "no heading #x"),
    "outside": ({"docs/a.md": "[b](../../b.md)\n"}, "leads out"),
    "clean": ({"a.md": "[b](docs/b.md#two-words) [c](https://x.y/z)\n```\n[d](d.md)\n```\n`[e](e.md)`\n",
               "docs/b.md": "# Two words\n[up](../a.md)\n"}, None),
}

if __name__ == "__main__":
    sys.exit(house.run(check, CASES, sys.argv[1:], "links"))
