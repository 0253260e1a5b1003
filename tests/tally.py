#!/usr/bin/python3
"""Sums what the test runs of several build folders counted, and says it in one last line.

Usage: tally.py BUILD_FOLDER...

Reads each folder's meson-logs/testlog.json, where Meson writes one JSON object a test. A test that
speaks TAP counts as its subtests do; any other counts as one. The exit status is 1 if something
failed, or if nothing was tested at all.
"""

import json
import pathlib
import re
import sys

POINT = re.compile(r"^(not )?ok\b(?:\s+\d+)?(.*)$")
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


def main(folders):
    total = [0, 0, 0]
    failures = []
    for folder in folders:
        log = pathlib.Path(folder) / "meson-logs" / "testlog.json"
        if not log.exists():
            failures.append(f"{folder}: no test ran")
            total[1] += 1
            continue
        for line in log.read_text(encoding="utf-8").splitlines():
            test = json.loads(line)
            counts = count_test(test)
            total = [a + b for a, b in zip(total, counts)]
            if counts[1]:
                failures.append(f"{pathlib.Path(folder).name}: {test['name']} ({test['result']})")
    if failures:
        print("Failed:")
        for failure in failures:
            print(f"  {failure}")
    passed, failed, skipped = total
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
