#!/usr/bin/python3
"""Sums what the test runs of several build folders counted, and says it in one last line.

Usage: tally.py BUILD_FOLDER...
       tally.py --failed BUILD_FOLDER

Reads each folder's meson-logs/testlog.json, where Meson writes one JSON object a test. A test that
speaks TAP counts as its subtests do; any other counts as one. The exit status is 1 if something
failed, or if nothing was tested at all.

A few tests that failed are run once more, alone (--failed says which), into meson-logs/again.json:
that tells a defect from a machine that was too busy for a deadline. Those that pass then are named,
so that nobody takes them for steady.
"""

import json
import pathlib
import re
import sys

POINT = re.compile(r"^(not )?ok\b(?:\s+\d+)?(.*)$")
MOST_AGAIN = 8
SKIP = re.compile(r"#\s*skip", re.IGNORECASE)


def count_points(output):
    """The passed, failed and skipped subtests of a TAP output (top level only)."""
    passed = failed = skipped = 0
    for line in output.splitlines():
        match = POINT.match(line)
        if not match:
            continue
        if SKIP.search(match[2]):
            skipped += 1
        elif match[1]:
            failed += 1
        else:
            passed += 1
    return passed, failed, skipped


def count_test(test):
    """The same for one test of Meson's log, whatever its protocol."""
    result = test["result"]
    passed, failed, skipped = count_points(test.get("stdout") or "")
    if result in ("OK", "EXPECTEDFAIL"):
        return (passed, failed, skipped) if passed + skipped else (1, 0, 0)
    if result == "SKIP":
        return 0, 0, max(skipped, 1)
    # It crashed, ran out of time or said so: that is a failure, even when no subtest is to blame.
    return passed, max(failed, 1), skipped


def tests_of(folder, name):
    """The tests of one log, by name; empty where there is none."""
    log = pathlib.Path(folder) / "meson-logs" / name
    if not log.exists():
        return {}
    tests = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    return {test["name"]: test for test in tests}


def list_failed(folder):
    """Names for `meson test`; none where so many failed that it cannot be the machine."""
    failed = [name for name, test in tests_of(folder, "testlog.json").items()
              if count_test(test)[1]]
    if len(failed) <= MOST_AGAIN:
        for name in failed:
            print(name.rsplit(" / ", 1)[-1])


def say(title, lines):
    if lines:
        print(title)
        for line in lines:
            print(f"  {line}")


def main(folders):
    total = [0, 0, 0]
    failures = []
    unsteady = []
    for folder in folders:
        tests = tests_of(folder, "testlog.json")
        again = tests_of(folder, "again.json")
        if not tests:
            failures.append(f"{folder}: no test ran")
            total[1] += 1
        for name, test in tests.items():
            last = again.get(name, test)
            counts = count_test(last)
            total = [a + b for a, b in zip(total, counts)]
            where = f"{pathlib.Path(folder).name}: {name}"
            if counts[1]:
                failures.append(f"{where} ({last['result']})")
            elif count_test(test)[1]:
                unsteady.append(where)
    say("Passed only when run again, alone:", unsteady)
    say("Failed:", failures)
    passed, failed, skipped = total
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--failed"]:
        sys.exit(list_failed(sys.argv[2]))
    sys.exit(main(sys.argv[1:]))
