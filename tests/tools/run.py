#!/usr/bin/env python3
"""The kit in print, checked by readers that are not ours: pdf.js, pdf-lib, qpdf, poppler.

Usage: run.py EZKIT SCENE_TREE | run.py --self-test      speaks TAP; EZ_SOURCE is the root

Node.js and the packages of package-lock.json must be there (`./dev test` installs them); without them all is skipped, but not where
CI=true.
"""
import json, os, re, shutil, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
POINT = 25.4 / 72  # mm
A6, A3, A4, A4_LYING = (105, 148), (420, 297), (210, 297), (297, 210)

# (what, purpose) -> size of a page in mm
DOCUMENTS = {
    ("natuur", "screen"): A6,
    ("functie", "screen"): A6,
    ("w01", "screen"): A3,
    ("w04", "screen"): A3,
    ("w07", "screen"): A3,
    ("natuur", "home"): A4,
    ("functie", "home"): A4,
    ("w01", "home"): A4_LYING,
    ("w04", "home"): A4_LYING,
    ("w07", "home"): A4_LYING,
    ("rollentrap", "screen"): A4,
    ("vraag-het-de-natuur", "screen"): A4,
    ("zwermbesluit", "screen"): A4,
}
LANGUAGES = ("nl", "en")
NAME = "Zoë de Vries"


def run(*command):
    """(whether it ended well, all that it said)."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", check=False)
    return done.returncode == 0, done.stdout


def node(script, *arguments):
    return run("node", os.path.join(HERE, script), *arguments)


# --- the checks: each gives what is wrong, "" when nothing is ---------------------------------------


def follows_pdf_ua(paper):
    fine, said = node("uacheck.mjs", paper.file)
    return "" if fine else said


def has_the_tree_of_the_scenes(paper):
    tree = paper.file + ".json"
    home = ["home"] if paper.purpose == "home" else []
    with open(tree, "w", encoding="utf-8") as out:
        if subprocess.run([paper.scene_tree, paper.thing, paper.language, *home], stdout=out, check=False).returncode:
            return "scene_tree did not work"
    fine, said = node("compare.mjs", tree, paper.file)
    return "" if fine else said


def can_be_filled_in(paper):
    filled = paper.file + ".filled.pdf"
    fine, said = node("fill.mjs", paper.file, filled)
    if not fine:
        return said
    _, words = run("pdftotext", filled, "-")
    return "" if NAME in words else f"pdftotext does not find {NAME}"


def is_whole(paper):
    fine, said = run("qpdf", "--check", paper.file)
    return "" if fine and "WARNING" not in said else said


def font_is_there(line):
    """From the right: "WinAnsi yes yes no 12 0", the encoding, whether it is embedded, in part, and with its letters."""
    _, embedded, _, letters = line.split()[-6:-2]
    return embedded == letters == "yes"


def has_its_fonts(paper):
    _, said = run("pdffonts", paper.file)
    lines = said.splitlines()[2:]
    return "\n".join(line for line in lines if not font_is_there(line)) if lines else "there are no fonts"


def has_its_boxes(paper):
    _, said = run("pdfinfo", "-box", paper.file)
    boxes = {name: list(map(float, numbers.split())) for name, numbers in re.findall(r"(\w+)Box:\s+([-\d. ]+)", said)}
    for inner, outer in (("Trim", "Bleed"), ("Bleed", "Media")):
        (a, b, c, d), (left, bottom, right, top) = boxes[inner], boxes[outer]
        if a < left or b < bottom or c > right or d > top:
            return f"{inner}Box does not lie within {outer}Box"
    left, bottom, right, top = boxes["Trim"]
    found = ((right - left) * POINT, (top - bottom) * POINT)
    fine = all(abs(a - b) < 0.01 for a, b in zip(found, paper.size))
    return "" if fine else f"TrimBox is {found[0]:.2f} x {found[1]:.2f} mm, not {paper.size[0]} x {paper.size[1]}"


def has_only_placed_pictures(paper):
    """The kit places no photograph: each image would be something that was not drawn as lines."""
    _, said = run("pdfimages", "-list", paper.file)
    return "\n".join(said.splitlines()[2:])


ALL = set(DOCUMENTS)
TWINS = {("rollentrap", "screen"), ("vraag-het-de-natuur", "screen"), ("zwermbesluit", "screen")}
FORMS = {("w01", "screen"), ("w04", "screen"), ("w07", "screen"), *TWINS}
CHECKS = [
    (follows_pdf_ua, ALL),
    (has_the_tree_of_the_scenes, ALL - TWINS),  # scene_tree knows what stands in the kit
    (can_be_filled_in, FORMS),
    (is_whole, ALL),
    (has_its_fonts, ALL),
    (has_its_boxes, ALL),
    (has_only_placed_pictures, ALL),
]


# --- the papers -------------------------------------------------------------------------------------


class Paper:
    def __init__(self, folder, scene_tree, key, language):
        self.thing, self.purpose = key
        self.size, self.language, self.scene_tree = DOCUMENTS[key], language, scene_tree
        self.name = f"{self.thing}-{language}-{self.purpose}"
        self.file = os.path.join(folder, f"wortelwerk-{self.name}.pdf")


class Report:
    def __init__(self):
        self.number = self.failed = 0

    def tell(self, name, fault):
        self.number += 1
        self.failed += bool(fault)
        print(f"{'not ok' if fault else 'ok'} {self.number} {name}")
        for line in fault.splitlines()[:40]:
            print(f"# {line}")

    def end(self):
        print(f"1..{self.number}")
        return 1 if self.failed else 0


def check_papers(folder, scene_tree, report):
    for check, keys in CHECKS:
        for key in sorted(keys):
            for language in LANGUAGES:
                paper = Paper(folder, scene_tree, key, language)
                fault = check(paper) if os.path.exists(paper.file) else "it was not printed"
                report.tell(f"/tools/{paper.name}/{check.__name__.replace('_', '-')}", fault)


def check_the_checker(folder, report):
    """A file that only lost its mark of being tagged must be refused."""
    good, bad = (os.path.join(folder, name) for name in ("wortelwerk-natuur-nl-screen.pdf", "unmarked.pdf"))
    change = os.path.join(folder, "change.json")
    objects = json.loads(run("qpdf", "--json=2", "--json-key=qpdf", good)[1])["qpdf"]
    root = "obj:" + objects[1]["trailer"]["value"]["/Root"]
    del objects[1][root]["value"]["/MarkInfo"]
    with open(change, "w", encoding="utf-8") as out:
        json.dump({"qpdf": [objects[0], {root: objects[1][root]}]}, out)
    run("qpdf", good, "--update-from-json=" + change, bad)
    fine, said = node("uacheck.mjs", bad)
    refused = not fine and said.startswith("6.2 t1: ")
    report.tell("/tools/uacheck-refuses-what-is-not-marked", "" if refused else said)


def missing():
    """What is not there, as a sentence; else nothing."""
    if not shutil.which("node"):
        return "Node.js is not there (apt-get install nodejs npm)"
    if not os.path.isdir(os.path.join(HERE, "node_modules", "pdfjs-dist")):
        return "the packages are not there (npm ci in tests/tools, which needs the network once)"
    return ""


def check_kit(ezkit, scene_tree):
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        fine, said = run(ezkit, "--kit", os.environ["EZ_SOURCE"], "print", "--for", "screen,home", "-o", folder)
        report.tell("/tools/the-kit-is-printed", "" if fine else said)
        fine, said = run(ezkit, "--kit", os.environ["EZ_SOURCE"], "print", "O1", "B1", "B4", "--people", "5", "-o", folder)
        report.tell("/tools/the-exercises-are-printed", "" if fine else said)
        check_papers(folder, scene_tree, report)
        check_the_checker(folder, report)
    return report.end()


def main(args):
    lack = missing()
    if lack and os.environ.get("CI") == "true":
        print(f"1..1\nnot ok 1 /tools/are-there\n# {lack}")
        return 1
    if lack:
        print(f"1..0 # SKIP {lack}")
        return 0
    if args == ["--self-test"]:
        return subprocess.run(["node", os.path.join(HERE, "self_test.mjs")], check=False).returncode
    return check_kit(*args)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
