# SPDX-License-Identifier: EUPL-1.2
"""What else is measured of ezkit: what a setting costs, pictures, and the kit of the tree."""
import os, re, shutil, subprocess

import measure
from programs import FEW, MANY, ROOT, SETTINGS, SOME


# Each gives lines of (what, cost, unit).


def of_settings(bench, rounds):
    """What a setting of the paragraph costs a card."""
    kits = {name: bench.make_kit(SOME, name) for name in (None, *SETTINGS)}
    out = bench.path("setting.pdf")
    costs = measure.alternate({
        name: lambda kit=kit: measure.run_anew(bench.ezkit_print(kit, out), out) for name, kit in kits.items()
    }, rounds)
    for name in SETTINGS:
        yield f"{name}: CPU more than without, a card", (costs[name].cpu - costs[None].cpu) / SOME * 1000, "ms"


def of_finishing(bench, rounds):
    """What each step from scenes to an accessible PDF costs a page."""
    program = os.path.join(bench.build, "tests/bench/finish")
    command = [program, bench.make_kit(MANY), "peer", "nl", str(rounds)]
    said = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "EZ_SOURCE": ROOT})
    if said.returncode:
        raise measure.Failed(said.stderr.strip())
    for line in said.stdout.splitlines():
        step, cost = line.split("\t")
        yield f"{step} of {MANY} pages: CPU, a page", float(cost), "ms"


def of_store(bench, rounds):
    """What it costs to keep a session. The program alternates its commits with bare ones itself."""
    said = subprocess.run([os.path.join(bench.build, "tests/bench/store"), bench.path()],
                          capture_output=True, text=True, check=False)
    if said.returncode:
        raise measure.Failed(said.stderr.strip())
    for line in said.stdout.splitlines():
        what, cost, unit = line.split("\t")
        yield what, float(cost), unit


def of_replay(bench, rounds):
    """A journal of 300 people played again, beside only reading its rows."""
    said = subprocess.run([os.path.join(bench.build, "tests/bench/replay"), str(rounds)], capture_output=True, text=True, check=False)
    if said.returncode:
        raise measure.Failed(said.stderr.strip())
    for line in said.stdout.splitlines():
        what, cost, unit = line.split("\t")
        yield what, float(cost), unit


def of_pictures(bench, rounds):
    kit, out = bench.make_kit(FEW), bench.path("pictures")
    command = bench.ezkit_print(kit, out, "--format", "png", "--dpi", "300")
    cost = measure.alternate({"png": lambda: measure.run_anew(command, out)}, rounds)["png"]
    yield "PNG at 300 dpi: wall, a card", cost.wall / FEW * 1000, "ms"
    yield "PNG at 300 dpi: CPU, a card", cost.cpu / FEW * 1000, "ms"


# ---- the kit of the tree --------------------------------------------------------------------------


def change_a_card(kit):
    """Another last letter in the title of the first card of the first deck."""
    with open(os.path.join(kit, "kit/kit.lua"), encoding="utf-8") as file:
        deck = re.search(r'decks = \{ "(\w+)"', file.read()).group(1)
    path = os.path.join(kit, "kit/decks", deck + ".lua")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    changed = re.sub(r'(card \{.*?title = \{ nl = "[^"]*)[^"](")', r"\1x\2", text, count=1, flags=re.S)
    assert changed != text
    with open(path, "w", encoding="utf-8") as file:
        file.write(changed)


def of_tree(bench, rounds):
    """`print all` of the kit of the tree: with nothing there, with all there, and with one card changed."""
    kit, out, cache = bench.path("tree"), bench.path("tree-out"), bench.path("tree-cache")
    command, env = bench.ezkit_print(kit, out), {"XDG_CACHE_HOME": cache}

    def cold():
        measure.remove(kit)
        shutil.copytree(os.path.join(ROOT, "kit"), os.path.join(kit, "kit"))
        shutil.copytree(os.path.join(ROOT, "scripts"), os.path.join(kit, "scripts"))
        measure.remove(cache)
        return measure.run_anew(command, out, env)

    def warm():
        return measure.run(command, out, env)

    def changed():
        change_a_card(kit)
        return measure.run(command, out, env)

    costs = measure.alternate({"cold": cold, "warm": warm, "one card changed": changed}, rounds)
    for name, cost in costs.items():
        yield f"print all, {name}: wall", cost.wall * 1000, "ms"
        yield f"print all, {name}: CPU", cost.cpu * 1000, "ms"
