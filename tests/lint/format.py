#!/usr/bin/env python3
"""Fail when a C file is not as clang-format writes it. `./dev fmt` mends it.

Usage: format.py [ROOT] | format.py --self-test
"""
import os, shutil, subprocess, sys

import house

HOUSE_STYLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../.clang-format")


def check(root):
    if not shutil.which("clang-format"):
        house.skip("clang-format is not installed")
    sources = house.files(root, "engine/*.[ch]", "render/*.[ch]", "print/*.[ch]", "tests/*.[ch]")
    if not sources:
        return []
    result = subprocess.run(["clang-format", f"--style=file:{HOUSE_STYLE}", "--dry-run", "-Werror", *sources], cwd=root,
                            capture_output=True, text=True, check=False)
    first = {}
    for line in result.stderr.splitlines():
        if ": error: " in line:
            path, number, *_ = line.split(":")
            first.setdefault(path, number)
    faults = [f"{path}:{number}: not as clang-format writes it (./dev fmt)" for path, number in first.items()]
    return faults or ([result.stderr] if result.returncode else [])


CASES = {
    "indent": ({"engine/a.c": "int f(void)\n{\n  return 1;\n}\n"}, "engine/a.c:2"),
    "brace": ({"render/a.c": "int f(void) {\n    return 1;\n}\n"}, "render/a.c:1"),
    "clean": ({"engine/a.c": "int f(void)\n{\n    return 1;\n}\n"}, None),
}

if __name__ == "__main__":
    sys.exit(house.run(check, CASES, sys.argv[1:], "format"))
