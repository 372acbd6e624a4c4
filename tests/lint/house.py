"""What the lint scripts share: the files of the tree, the closing word, and the proof that a fault is seen."""
import fnmatch, os, subprocess, sys, tempfile

# Not ours to judge, or not source, where the folder is no git checkout.
LEFT_OUT = {".git", "node_modules", "__pycache__", "out"}


def run(script_check, cases, args, name):
    """The main of a lint: `NAME.py [ROOT]` or `NAME.py --self-test`. `script_check(root)` gives a list of faults."""
    if args[:1] == ["--self-test"]:
        return self_test(script_check, cases)
    faults = script_check(os.path.abspath(args[0] if args else "."))
    print("\n".join(faults) if faults else f"{name}: ok")
    return 1 if faults else 0


def skip(why):
    """Ends the script; meson counts exit status 77 as skipped."""
    print(f"skipped: {why}")
    sys.exit(77)


def files(root, *patterns):
    """Paths from the root, sorted: what git tracks or would track; every file where there is no git."""
    found = subprocess.run(["git", "-C", root, "ls-files", "-coz", "--exclude-standard", "."],
                           capture_output=True, check=False)
    own = subprocess.run(["git", "-C", root, "rev-parse", "--show-prefix"], capture_output=True, check=False)
    if found.returncode == 0 and own.returncode == 0 and not own.stdout.strip():
        names = [n for n in os.fsdecode(found.stdout).split("\0") if os.path.isfile(os.path.join(root, n))]
    else:
        names = list(walk(root))
    return sorted(n for n in set(names) if not patterns or matches(n, patterns))


def walk(root):
    for where, dirs, names in os.walk(root):
        top = where == root
        dirs[:] = [d for d in dirs if d not in LEFT_OUT and not (top and d.startswith("build"))]
        for name in names:
            path = os.path.relpath(os.path.join(where, name), root)
            if path not in (".luarc.json", "compile_commands.json"):
                yield path


def matches(path, patterns):
    """A pattern's * crosses slashes."""
    return any(fnmatch.fnmatchcase(path, p) for p in patterns)


def read(root, path):
    with open(os.path.join(root, path), "rb") as file:
        return file.read()


def self_test(script_check, cases):
    """Speaks TAP. cases: name -> ({path: text}, a part of the fault that must be found, or None for a clean tree)."""
    bad = 0
    print(f"1..{len(cases)}")
    for number, (name, (tree, want)) in enumerate(cases.items(), 1):
        with tempfile.TemporaryDirectory() as root:
            plant(root, tree)
            found = script_check(root)
        seen = any(want in fault for fault in found) if want else not found
        bad += not seen
        print(f"{'ok' if seen else 'not ok'} {number} {name}")
        if not seen:
            print(f"# wanted {want!r}, found {found}")
    return 1 if bad else 0


def plant(root, tree):
    for path, text in tree.items():
        full = os.path.join(root, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode())
