#!/usr/bin/env python3
"""Fail when luacheck has something to say about the Lua of the tree. Its rules stand in .luacheckrc.

Usage: lua.py [ROOT] | lua.py --self-test
"""
import os, shutil, subprocess, sys

import house

RULES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../.luacheckrc")


def check(root):
    if not shutil.which("luacheck"):
        house.skip("luacheck is not installed")
    sources = house.files(root, "kit/*.lua", "scripts/*.lua", "tests/lua/*.lua")
    if not sources:
        return []
    result = subprocess.run(["luacheck", "--config", os.path.relpath(RULES, root), "--no-color", "--no-cache", "--codes",
                             "--formatter", "plain", *sources], cwd=root, capture_output=True, text=True, check=False)
    return (result.stdout + result.stderr).splitlines() if result.returncode else []


# What the rules read: the authors' words.
WORDS = {"scripts/types/globals.lua": "return { 'deck' }\n"}
CASES = {
    "global": ({**WORDS, "kit/a.lua": "answer = 42\n"}, "'answer'"),
    "unused": ({**WORDS, "scripts/a.lua": "local a = 1\n"}, "unused variable 'a'"),
    "syntax": ({**WORDS, "tests/lua/a.lua": "local = 1\n"}, "a.lua:1"),
    "clean": ({**WORDS, "kit/decks/a.lua": "return deck { id = 'a' }\n"}, None),
}

if __name__ == "__main__":
    sys.exit(house.run(check, CASES, sys.argv[1:], "lua"))
