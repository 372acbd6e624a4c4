#!/usr/bin/env python3
"""Count the TAP subtests of a meson test run and close with one line `N passed, N failed`.

Usage: tap_count.py BUILD/meson-logs/testlog.json   exit 0 only when something passed and nothing failed
       tap_count.py --self-test                     proves that each kind of failure is counted

A test that speaks TAP counts one for each of its subtests; a test without TAP (a lint script) counts one. A test that
meson calls failed (crash, time-out, missing plan, non-zero exit) counts at least one failure, whatever its TAP says.
Skipped and to-do subtests are neither passed nor failed; they are named on a line of their own.
"""
import json, os, re, sys

SUBTEST = re.compile(r"^(not )?ok\b(?:[^#\\]|\\.)*(?:#\s*(SKIP|TODO))?", re.IGNORECASE)
FINE = ("OK", "EXPECTEDFAIL", "SKIP")


def count_test(test):
    """(passed, failed, skipped) of one record of testlog.json."""
    passed = failed = skipped = 0
    for line in (test.get("stdout") or "").splitlines():
        if m := SUBTEST.match(line):
            if m.group(2):
                skipped += 1
            elif m.group(1):
                failed += 1
            else:
                passed += 1
    if test["result"] not in FINE:
        failed = max(failed, 1)
    elif test["result"] == "SKIP":
        skipped = max(skipped, 1)
    elif passed + failed + skipped == 0:
        passed = 1
    return passed, failed, skipped


def read_record(line):
    try:
        return json.loads(line)
    except ValueError:
        return {"name": "a record that was cut off", "result": "ERROR"}


def count(lines):
    """Totals over the records, and the names of the tests that failed or were skipped."""
    total, failing, skipping = [0, 0, 0], [], []
    for line in lines:
        if line.strip():
            test = read_record(line)
            result = count_test(test)
            total = [a + b for a, b in zip(total, result)]
            failing += [test["name"]] if result[1] else []
            skipping += [test["name"]] if result[2] else []
    return total, failing, skipping


def close(lines):
    (passed, failed, skipped), failing, skipping = count(lines)
    if skipped:
        print(f"{skipped} skipped, in: {', '.join(skipping)}")
    if failing:
        print(f"failed: {', '.join(failing)}")
    if passed + failed == 0:
        print("no test ran")
    print(f"{passed} passed, {failed} failed")
    return 0 if passed and not failed else 1


def self_test():
    cases = [
        ("two passed", "OK", "1..2\nok 1 /a\nok 2 /b\n", (2, 0, 0)),
        ("one fails", "FAIL", "1..2\nok 1 /a\nnot ok 2 /b\n", (1, 1, 0)),
        ("fails, though meson is content", "OK", "not ok 1 /a\n", (0, 1, 0)),
        ("crash after a pass", "ERROR", "1..2\nok 1 /a\n", (1, 1, 0)),
        ("time-out without a word", "TIMEOUT", "", (0, 1, 0)),
        ("no TAP, exit 0", "OK", "sizes: ok\n", (1, 0, 0)),
        ("no TAP, exit 1", "FAIL", "sizes: 3 errors\n", (0, 1, 0)),
        ("skipped subtest", "OK", "ok 1 /a\nok 2 /b # SKIP no font\n", (1, 0, 1)),
        ("to do", "OK", "ok 1 /a\nnot ok 2 /b # TODO later\n", (1, 0, 1)),
        ("exit 77", "SKIP", "", (0, 0, 1)),
        ("an indented or quoted ok is no subtest", "OK", "ok 1 /a\n    ok 1 /inner\n# ok then\nokay\n", (1, 0, 0)),
        ("a # in a name is no directive", "FAIL", "not ok 1 a \\# SKIP\n", (0, 1, 0)),
    ]
    cases.append(("an empty log", None, None, (0, 0, 0)))
    bad = 0
    print(f"1..{len(cases)}")
    for number, (name, result, stdout, want) in enumerate(cases, 1):
        record = json.dumps({"name": name, "result": result, "stdout": stdout})
        got = tuple(count([record] if result else [])[0])
        bad += got != want
        print(f"{'ok' if got == want else 'not ok'} {number} {name.replace('#', 'hash')}")
        if got != want:
            print(f"# {got}, not {want}")
    return 1 if bad else 0


def main(args):
    if args == ["--self-test"]:
        return self_test()
    if not os.path.exists(args[0]):
        return close([])
    with open(args[0], encoding="utf-8") as log:
        return close(log)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
