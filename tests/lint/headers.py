#!/usr/bin/env python3
"""Fail when a header does not compile alone, or when including it twice does not.

Usage: headers.py ROOT BUILD | headers.py --self-test      (BUILD holds the generated config.h)
The libraries are those that meson.build names in dependency('…').
"""
import concurrent.futures, hashlib, os, re, shlex, subprocess, sys

import house

WARNINGS = ["-Wall", "-Werror=implicit-function-declaration", "-Werror=undef", "-Werror=strict-prototypes"]


def library_flags(root):
    path = os.path.join(root, "meson.build")
    names = re.findall(r"dependency\('([\w.+-]+)'", house.read(root, "meson.build").decode()) if os.path.exists(path) else []
    if not names:
        return []
    flags = subprocess.run(["pkg-config", "--cflags", *names], capture_output=True, text=True, check=True).stdout
    return shlex.split(flags)


def compile_alone(root, header, flags):
    # Through a second file, because #pragma once warns in a main file.
    result = subprocess.run(
        [*shlex.split(os.environ.get("CC", "cc")), "-fsyntax-only", "-std=gnu11", "-xc", *WARNINGS, "-I.", *flags, "-"],
        input=f'#include "{header}"\n#include "{header}"\n', cwd=root, capture_output=True, text=True, check=False)
    return [] if result.returncode == 0 else [f"{header} does not compile alone:\n{result.stderr.rstrip()}"]


def digest(root, headers, flags):
    state = hashlib.sha256(repr(flags).encode())
    for header in [*headers, "tests/lint/headers.py"]:
        path = os.path.join(root, header)
        state.update(header.encode() + (open(path, "rb").read() if os.path.exists(path) else b""))
    return state.hexdigest()


def check(root, build=None):
    flags = library_flags(root) + ([f"-I{build}"] if build else [])
    headers = house.files(root, "engine/*.h", "render/*.h", "print/*.h", "tests/*.h")
    # All headers are tried again when one has changed; when none has, what passed still passes.
    stamp, now = build and os.path.join(build, "headers-passed"), digest(root, headers, flags)
    if stamp and os.path.exists(stamp) and open(stamp).read() == now:
        return []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        faults = sum(pool.map(lambda h: compile_alone(root, h, flags), headers), [])
    if stamp and not faults:
        with open(stamp, "w") as out:
            out.write(now)
    return faults


CASES = {
    "unknown type": ({"engine/a.h": "#pragma once\nsize_t ez_a(void);\n"}, "does not compile alone"),
    "no guard": ({"engine/a.h": "struct EzA { int a; };\n"}, "does not compile alone"),
    "clean": ({"engine/a.h": "#pragma once\n#include <stddef.h>\nsize_t ez_a(void);\n"}, None),
}

if __name__ == "__main__":
    BUILD = os.path.abspath(sys.argv[2]) if len(sys.argv) > 2 else None
    sys.exit(house.run(lambda root: check(root, BUILD), CASES, sys.argv[1:2], "headers"))
