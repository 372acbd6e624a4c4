# SPDX-License-Identifier: EUPL-1.2
"""What a run of a program costs."""
import collections, os, shutil, statistics, subprocess, tempfile, time

# wall and cpu in seconds (cpu = user + system), memory in MB (the peak), size in bytes (of what was printed)
Cost = collections.namedtuple("Cost", "wall cpu memory size")


def size_of(path):
    if not os.path.isdir(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(where, name)) for where, _, names in os.walk(path) for name in names)


def remove(path):
    if os.path.isdir(path):
        shutil.rmtree(path)
    elif os.path.exists(path):
        os.remove(path)


class Failed(Exception):
    """A program that did not do its job; holds what it said."""


def run(command, out, env=None):
    """Runs a program that writes `out`, a file or a folder."""
    with open(os.devnull, "wb") as nothing, tempfile.TemporaryFile() as said:
        start = time.monotonic()
        child = subprocess.Popen(command, stdout=nothing, stderr=said, env={**os.environ, **(env or {})})
        _, status, used = os.wait4(child.pid, 0)
        wall = time.monotonic() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            said.seek(0)
            raise Failed(said.read(2000).decode(errors="replace").strip())
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, size_of(out))


def run_anew(command, out, env=None):
    """The same, with nothing there yet that could be kept."""
    remove(out)
    return run(command, out, env)


def median(costs):
    return Cost(*(statistics.median(values) for values in zip(*costs)))


def alternate(jobs, rounds):
    """jobs: name -> a function that gives a Cost. A B C A B C …: what disturbs the machine disturbs all alike. Medians."""
    costs = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            costs[name].append(job())
    return {name: median(each) for name, each in costs.items()}
