# SPDX-License-Identifier: EUPL-1.2
"""The programs that do the peer job, and what each needs: its data, its kit, its packages."""
import collections, json, os, shutil, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
FONTS = [f"/usr/share/fonts/truetype/noto/NotoSans-{weight}.ttf" for weight in ("Regular", "Bold")]

# How ezkit is asked for each kind of output: options of `ezkit print`, and variables of the environment. A bare PDF has the bleed
# and no tags, as those of the others; `tagged` is what people get: finished, and judged by preflight. Beside it stands Typst's.
EZKIT = {
    "tagged": (["--for", "screen"], {}),
    "cards": (["--for", "screen"], {"EZKIT_BARE_PDF": "1"}),
    "nup": (["--for", "home", "--scale", "100", "--side", "front"], {"EZKIT_BARE_PDF": "1"}),
}
# The paragraph's style in the jobs that measure what a setting costs: what is put before its font.
SETTINGS = {
    "copyfit": "fit = { 9, 6 }, lines = 9, ",
    "hyphenated": "hyphenate = true, ",
}

# How many cards the further jobs have.
FEW, SOME, MANY = 54, 500, 1000

Job = collections.namedtuple("Job", "command out env")


class Bench:
    """The folder in which all is made, with the programs that were built."""

    def __init__(self, build):
        self.build = os.path.abspath(build)
        self.ezkit = os.path.join(self.build, "engine/cmd/ezkit")
        self.icon = os.path.join(HERE, "icon.svg")
        os.makedirs(self.path(), exist_ok=True)

    def path(self, *names):
        return os.path.join(self.build, "bench", *names)

    def how_built(self):
        options = json.loads(subprocess.run(["meson", "introspect", "--buildoptions", self.build], capture_output=True,
                                            text=True, check=True).stdout)
        values = {option["name"]: option["value"] for option in options}
        return (f"ezkit and the reference programs are built alike, as `./dev install` has them: -O{values['optimization']}, "
                f"assertions {'off' if values['b_ndebug'] == 'true' else 'on'}.")

    def prepare(self, counts):
        """Makes the data and the kits. Whether Typst is there."""
        wanted = sorted({*counts, FEW, SOME, MANY})
        subprocess.run([sys.executable, "-B", os.path.join(HERE, "data.py"), self.path(), *map(str, wanted)], check=True)
        for count in counts:
            self.make_kit(count)
        return self.make_typst(counts)

    # --- ezkit -------------------------------------------------------------------

    def make_kit(self, count, setting=None):
        """The folder of a kit with so many cards, its paragraph set so."""
        folder = self.path(f"kit-{count}-{setting or 'plain'}")
        kit = os.path.join(folder, "kit")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(os.path.join(HERE, "kit"), kit)
        shutil.copy(self.path(f"cards-{count}.csv"), os.path.join(kit, "decks/peer.csv"))
        shutil.copy(self.icon, os.path.join(kit, "faces"))
        os.mkdir(os.path.join(kit, "fonts"))
        for font in FONTS:
            shutil.copy(font, os.path.join(kit, "fonts"))
        if setting:
            put_before_font(os.path.join(kit, "theme.lua"), SETTINGS[setting])
        return folder

    def ezkit_print(self, kit, out, *options):
        return [self.ezkit, "--kit", kit, "print", *options, "-o", out]

    # --- Typst -------------------------------------------------------------------

    def make_typst(self, counts):
        """Whether Typst is there. npm installs the versions that the lock file says."""
        folder = self.path("typst")
        os.makedirs(folder, exist_ok=True)
        for name in os.listdir(os.path.join(HERE, "typst")):
            shutil.copy(os.path.join(HERE, "typst", name), folder)
        shutil.copy(self.icon, folder)
        for count in counts:
            shutil.copy(self.path(f"cards-{count}.json"), folder)
        if not shutil.which("node") or not shutil.which("npm"):
            print("Typst is left out: there is no node or no npm.")
            return False
        npm = subprocess.run(["npm", "install", "--no-audit", "--no-fund"], cwd=folder, capture_output=True, check=False)
        if npm.returncode:
            print("Typst is left out: npm could not install it (is there a network?).")
        return npm.returncode == 0

    # --- the job -----------------------------------------------------------------

    def jobs(self, kind, count, typst):
        """name -> Job; each prints all cards."""
        tsv = self.path(f"cards-{count}.tsv")
        floor, words = (os.path.join(self.build, "tests/bench", name) for name in ("floor", "words"))
        jobs = {}

        def add(name, command, env=None):
            out = self.path(f"{kind}-{count}-{name.replace(' ', '-')}.pdf")
            jobs[name] = Job([out if word is OUT else word for word in command], out, env)

        options, env = EZKIT[kind]
        add("ezkit", self.ezkit_print(self.path(f"kit-{count}-plain"), OUT, *options), env)
        if kind != "tagged":
            add("floor naive", [floor, "naive", kind, tsv, self.icon, OUT])
            add("floor opt", [floor, "opt", kind, tsv, self.icon, OUT])
            add("words", [words, kind, tsv, self.icon, OUT])
        if typst:
            add("typst", ["node", self.path("typst/print.cjs"), kind, f"cards-{count}.json", OUT, *FONTS])
        return jobs


OUT = object()  # where a command names its output


def put_before_font(theme, words):
    with open(theme, encoding="utf-8") as file:
        text = file.read()
    changed = text.replace("body    = { ", "body    = { " + words, 1)
    assert changed != text
    with open(theme, "w", encoding="utf-8") as file:
        file.write(changed)
