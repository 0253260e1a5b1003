"""Real keys and a real pointer, as the X server's test extension sends them."""

import re
import time

from processes import Trouble

# `xwininfo -root -tree`: id, title or "(has no name)", class, size and place.
WINDOW_LINE = re.compile(
    r'^\s*(0x[0-9a-f]+) (?:"(.*?)"|\(has no name\)): \(.*?\)\s+(\d+)x(\d+)\+-?\d+\+-?\d+'
    r"\s+\+(-?\d+)\+(-?\d+)$", re.MULTILINE)
SLACK = 24


class Keyboard:
    """Keys go to whatever has the keyboard."""

    def __init__(self, session):
        self.session = session

    def press(self, *keys):
        """Presses keys, one after the other: "ctrl+z", "alt+4", "Tab"."""
        for key in keys:
            self.session.run("xdotool", "key", "--clearmodifiers", key)
            time.sleep(0.04)

    def type(self, words):
        """Types words letter by letter."""
        self.session.run("xdotool", "type", "--clearmodifiers", "--delay", "8", words)
        time.sleep(0.04)


class Pointer:
    """The pointer finds a control by where it stands in its window."""

    def __init__(self, session):
        self.session = session

    def windows(self):
        """What the X server shows: (id, title, x, y, width, height)."""
        told = self.session.run("xwininfo", "-root", "-tree")
        return [(found[1], found[2], int(found[5]), int(found[6]), int(found[3]), int(found[4]))
                for found in WINDOW_LINE.finditer(told)]

    def window_of(self, surface):
        """The place of a popover or window on the screen: x, y.

        What is drawn around it (the frame of a window, the arrow of a popover) belongs to the X
        window and not to the control, so their sizes differ by a few pixels.
        """
        _, _, width, height = surface.extents
        name = surface.name
        near = [window for window in self.windows()
                if 0 <= window[4] - width <= SLACK and 0 <= window[5] - height <= SLACK]
        titled = [window for window in near if name and window[1] == name]
        if not near:
            raise Trouble(f"the screen shows no {width}x{height} window for {surface!r}")
        # The X server lists what lies on top first.
        _, _, x, y, wide, tall = (titled or near)[0]
        return x + (wide - width) // 2, y + (tall - height) // 2

    def move(self, item, across=0.5, down=0.5):
        """Moves over a control: 0.5, 0.5 is its middle."""
        x, y, width, height = item.extents
        if width <= 0 or height <= 0:
            raise Trouble(f"{item!r} is not on the screen")
        surface = item.surface
        left, top, _, _ = surface.extents
        origin = self.window_of(surface)
        self.session.run("xdotool", "mousemove",
                         str(int(origin[0] + x - left + width * across)),
                         str(int(origin[1] + y - top + height * down)))
        time.sleep(0.03)

    def click(self, item, *, clicks=1, button=1):
        """Clicks a control, after the wheel has brought it into sight."""
        self.reveal(item)
        self.move(item)
        self.session.run("xdotool", "click", "--repeat", str(clicks), "--delay", "60", str(button))
        time.sleep(0.06)

    def reveal(self, item):
        """Turns the wheel over what hides a control until the control is in sight."""
        for _ in range(200):
            hidden = self._hidden_by(item)
            if hidden is None:
                return
            around, below, distance = hidden
            self.move(around)
            # A notch moves some tens of pixels; what is nearly there must not be overshot.
            notches = min(40, max(1, int(distance / 120)))
            self.session.run("xdotool", "click", "--repeat", str(notches), "--delay", "8",
                             "5" if below else "4")
            time.sleep(0.04)
        raise Trouble(f"{item!r} could not be brought into sight")

    @staticmethod
    def _hidden_by(item):
        """What cuts the control off, whether it lies below, how far; None if it is in sight."""
        if not item.mapped:
            # A row that the list has not made yet: which way lie the ones that it has?
            rows = item.parent.children
            shown = [place for place, row in enumerate(rows) if row.mapped]
            if not shown or item not in rows:
                raise Trouble(f"{item!r} is not on the screen")
            below = rows.index(item) > shown[-1]
            return item.parent, below, 40 * abs(rows.index(item) - shown[-1 if below else 0])
        _, y, _, height = item.extents
        middle = y + height / 2
        around = item.parent
        while around is not None and around.layer < 5:
            try:
                _, top, _, tall = around.extents
            except Trouble:
                around = around.parent
                continue
            if tall > 0 and not top <= middle < top + tall:
                below = middle >= top + tall
                return around, below, middle - top - tall if below else top - middle
            around = around.parent
        return None
