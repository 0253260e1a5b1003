"""Prints the Test Anything Protocol, which Meson reads to count each check by itself."""

import sys
import traceback


class Tap:
    """One test program. A check that raises AssertionError has failed; the next one still runs."""

    def __init__(self):
        self.number = 0
        self.failed = 0
        self.broken = None

    def result(self, good, what, why=""):
        """Prints one result; the reason of a failure goes to stderr, which Meson shows."""
        self.number += 1
        self.failed += not good
        print(f"{'ok' if good else 'not ok'} {self.number} - {what}".replace("#", ""), flush=True)
        if not good:
            print(f"{what}:", file=sys.stderr)
            for line in str(why).splitlines():
                print(f"  {line}", file=sys.stderr, flush=True)
        return good

    def empty(self, what, faults):
        """Passes if the list of faults is empty, and prints the faults if not."""
        faults = list(faults)
        return self.result(not faults, what, "\n".join(str(fault) for fault in faults))

    def run(self, what, function, *args, **named):
        """Passes if the function returns without raising; gives back what it returned."""
        try:
            value = function(*args, **named)
        except Exception:  # a test must not end the ones after it
            self.result(False, what, traceback.format_exc())
            return None
        self.result(True, what)
        return value

    def step(self, what, function, *args, **named):
        """Like run, for steps that stand on one another: after one that failed, none is tried."""
        if self.broken:
            self.result(False, what, f"after a step that failed: {self.broken}")
            return None
        before = self.failed
        value = self.run(what, function, *args, **named)
        if self.failed > before:
            self.broken = what
        return value

    def skip(self, what, why):
        """Counts a check that cannot be made here."""
        self.number += 1
        print(f"ok {self.number} - {what} # SKIP {why}", flush=True)

    def finish(self):
        """Prints the plan and ends the program."""
        print(f"1..{self.number}", flush=True)
        sys.exit(1 if self.failed else 0)
