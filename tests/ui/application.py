"""One program under test: its process, its windows and what it complained about."""

import re
import subprocess
import time

import tree
from accessible import STATES, Accessible
from processes import Trouble
from tree import ROOT

COMPLAINT = re.compile(r"-(?:CRITICAL|WARNING|ERROR) \*\*:|^\S*(?:ERROR: AddressSanitizer|runtime error:)",
                       re.MULTILINE)
# The test desktop's own poverty, not the program's fault.
HARMLESS = re.compile(r"EGL|MESA|Vulkan|dconf|portal|IBus|Unable to acquire session bus")


class Application:
    """A running program. `Session.start` makes it."""

    def __init__(self, session, argv, *, fatal, env):
        self.session = session
        self.argv = argv
        self.expected_to_end = False
        self.errors_path = session.folder / f"errors-{len(session.applications)}"
        own = session.env | {"G_DEBUG": "fatal-criticals" if fatal else ""} | env
        with open(self.errors_path, "wb") as errors:
            self.process = session.processes.start(argv, own, stderr=errors)
        self.connection = None
        # What never changes, and would be half of what a search asks for: the role of each control,
        # and which of them are stacks.
        self.roles = {}
        self.stacks = {}

    def register(self, *, seconds=30.0):
        """Waits until a screen reader could see the program."""
        self.connection = self.session.wait(self._find_connection, seconds=seconds,
                                            what=f"{self.argv[0]} to appear")
        self.root = Accessible(self, self.connection, ROOT)

    def _find_connection(self):
        desktop = Accessible(self, "org.a11y.atspi.Registry", ROOT)
        for child in desktop.children:
            if self.session.process_of(child.connection) == self.process.pid:
                return child.connection
        return None

    # -- windows -------------------------------------------------------------------------------

    @property
    def windows(self):
        """Every window that is open."""
        return self.root.children

    def window(self, name="*", *, besides=(), seconds=15.0):
        """Waits for a window by its title (a pattern), other than the given ones."""
        return self.session.wait(
            lambda: next((window for window in self.windows
                          if window not in besides and window.mapped
                          and window.matches(name=name)), None),
            seconds=seconds, what=f"a window {name!r}")

    def focused(self):
        """The control that has the keyboard, or None."""
        for window in reversed(self.windows):
            items = window.walk()
            for item, states in zip(items, tree.states(items)):
                if states >> STATES["focused"] & 1:
                    return item
        return None

    def wait_focus(self, role=None, name=None, *, seconds=10.0, **more):
        """Waits until a control that matches has the keyboard, and gives it back."""
        def focused():
            item = self.focused()
            return item if item is not None and item.matches(role, name, **more) else None

        return self.session.wait(focused, seconds=seconds, what=f"the keyboard to be in {role} {name}")

    def tab_to(self, role=None, name=None, *, key="Tab", presses=20, **more):
        """Presses Tab until a control that matches has the keyboard, and gives it back."""
        passed = []
        for _ in range(presses):
            item = self.focused()
            if item is not None and item.matches(role, name, **more):
                return item
            passed.append(repr(item))
            self.session.keyboard.press(key)
        raise Trouble(f"Tab does not lead to {role} {name}, but along {', '.join(passed)}")

    # -- health --------------------------------------------------------------------------------

    @property
    def errors(self):
        """What the program wrote to its standard error."""
        return self.errors_path.read_text(encoding="utf-8", errors="replace")

    @property
    def complaints(self):
        """The warnings and worse of the program, without those that this desktop causes."""
        return [line for line in self.errors.splitlines()
                if COMPLAINT.search(line) and not HARMLESS.search(line)]

    def fail_if_crashed(self):
        """Raises when the program has ended by itself."""
        if not self.expected_to_end and self.process.poll() is not None:
            self.expected_to_end = True  # say it once
            raise Trouble(f"{self.argv[0]} ended with {self.process.returncode}:\n{self.errors[-3000:]}")

    def quit(self, *, seconds=20.0):
        """Closes the program as its user would, with Ctrl+Q, and gives back its exit status."""
        self.expected_to_end = True
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is None:
                # Again: a busy machine may have the key arrive where nothing has the keyboard yet.
                self.session.keyboard.press("ctrl+q")
            try:
                return self.process.wait(3)
            except subprocess.TimeoutExpired:
                continue
        raise Trouble(f"{self.argv[0]} did not quit within {seconds:g} s")
