"""What a program asked of a project on its main thread, which shows nothing meanwhile.

The program writes it (src/store/eh-query-log.c) where EVENHAND_QUERIES says. Steps are those of
SQLite's virtual machine: the same on every computer, however busy.
"""

import pathlib


class Queries:
    """The statements of one program."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.seen = 0

    def new(self):
        """The steps of each statement, all its runs together, since this was asked last."""
        lines = []
        if self.path.exists():
            lines = self.path.read_text(encoding="utf-8", errors="replace").splitlines()
        new, self.seen = lines[self.seen:], len(lines)
        steps = {}
        for line in new:
            _, count, statement = line.split(" ", 2)
            steps[statement] = steps.get(statement, 0) + int(count)
        return steps
