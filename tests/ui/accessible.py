"""What a screen reader is told: the tree of a program's controls, asked afresh each time.

The protocol is AT-SPI 2 over D-Bus. What GTK 4.8 leaves out or gets wrong, and the way around it:

- Only windows are ever "showing": a control with a size is on the screen.
- A control without a name is given the name of its type, such as "GtkImage".
- Being insensitive is not handed down to the controls inside.
- Positions on the screen are not known, those in the window are; a popover has a window of its own.
- A hidden page of a stack looks like the one that is shown.
- Check buttons, tabs and rows have no action: the pointer does it.
"""

import fnmatch
import re

from gi.repository import GLib

import tree
from processes import Trouble
from tree import NULL, PREFIX, ROOT, WINDOW_COORDINATES

LAYER_POPOVER = 5
LAYER_WINDOW = 7

# Bits of the state set, by the order of AtspiStateType.
STATES = {
    "active": 1, "busy": 3, "checked": 4, "editable": 7, "expandable": 9, "expanded": 10,
    "focusable": 11, "focused": 12, "modal": 16, "pressed": 20, "selectable": 22, "selected": 23,
    "sensitive": 24, "showing": 25, "visible": 30, "required": 33,
}


def fits(pattern, words):
    """Whether words are as a pattern, or an expression, says."""
    if isinstance(pattern, re.Pattern):
        return bool(pattern.search(words))
    return fnmatch.fnmatchcase(words, pattern)


class Accessible:
    """One control. Every property is a question to the program; only its role, which stays, is kept."""

    def __init__(self, application, connection, path):
        self.application = application
        self.session = application.session
        self.connection = connection
        self.path = path
        self.depth = 0  # below where the walk began that found it

    def __eq__(self, other):
        return isinstance(other, Accessible) and \
            (self.connection, self.path) == (other.connection, other.path)

    def __hash__(self):
        return hash((self.connection, self.path))

    def __repr__(self):
        try:
            return f"<{self.role} {self.name!r}>"
        except Trouble:
            return f"<gone {self.path}>"

    def _call(self, interface, method, arguments=None, *, seconds=5.0):
        return self.session.call(self.connection, self.path, PREFIX + interface, method, arguments,
                                 seconds=seconds)

    def _get(self, interface, name):
        return self.session.call(self.connection, self.path, "org.freedesktop.DBus.Properties", "Get",
                                 GLib.Variant("(ss)", (PREFIX + interface, name)))[0]

    # -- reading -------------------------------------------------------------------------------

    @property
    def role(self):
        (role,) = tree.roles([self])
        if role is None:
            raise Trouble(f"{self.path} went away")
        return role

    @property
    def name(self):
        return self._get("Accessible", "Name")

    @property
    def description(self):
        return self._get("Accessible", "Description")

    @property
    def states(self):
        low, high = self._call("Accessible", "GetState")[0]
        bits = low | high << 32
        return {name for name, bit in STATES.items() if bits >> bit & 1}

    @property
    def children(self):
        return [Accessible(self.application, connection, path) for connection, path
                in self._call("Accessible", "GetChildren")[0] if path != NULL]

    @property
    def parent(self):
        connection, path = self._get("Accessible", "Parent")
        return None if path in (NULL, ROOT) else Accessible(self.application, connection, path)

    @property
    def text(self):
        length = self._get("Text", "CharacterCount")
        return self._call("Text", "GetText", GLib.Variant("(ii)", (0, length)))[0]

    @property
    def value(self):
        return self._get("Value", "CurrentValue")

    @property
    def extents(self):
        """x, y, width, height in its window."""
        return self._call("Component", "GetExtents", GLib.Variant("(u)", (WINDOW_COORDINATES,)))[0]

    @property
    def room(self):
        """Width and height of what a window holds; newer than 4.8, its frame counts as the window's."""
        return self.children[0].extents[2:]

    @property
    def layer(self):
        try:
            return self._call("Component", "GetLayer")[0]
        except Trouble:  # the pages of a stack have no place of their own
            return 0

    @property
    def mapped(self):
        """Whether it has a place in its window."""
        try:
            _, _, width, height = self.extents
        except Trouble:
            return False
        return width > 0 and height > 0

    @property
    def sensitive(self):
        """Whether it can be used: it and all that it stands in."""
        item = self
        while item is not None:
            if "sensitive" not in item.states:
                return False
            item = item.parent
        return True

    @property
    def actions(self):
        """The names of what can be done to it. A control that never answers has none."""
        try:
            return [action[0] for action in self._call("Action", "GetActions", seconds=1.0)[0]]
        except Trouble:
            return []

    @property
    def surface(self):
        """The popover or window that it is drawn in."""
        item = self
        while item.layer < LAYER_POPOVER:
            item = item.parent
            if item is None:
                raise Trouble(f"{self!r} is in no window")
        return item

    # -- searching -----------------------------------------------------------------------------

    def walk(self, *, hidden=False):
        """A list of itself and everything in it, in order; hidden: also hidden pages of a stack."""
        return tree.everything(self, hidden=hidden)

    def matches(self, role=None, name=None, text=None, states=()):
        """Whether it is one of that role (or of those), name and text: patterns, or expressions."""
        if role is not None and self.role not in ((role,) if isinstance(role, str) else role):
            return False
        if name is not None and not fits(name, self.name):
            return False
        if states and not set(states) <= self.states:
            return False
        if text is not None:
            try:
                return fits(text, self.text)
            except Trouble:
                return False
        return True

    def each(self, role=None, name=None, **more):
        """Everything in it that matches, on the screen or not, one after the other."""
        items = self.walk()
        if role is not None:
            wanted = (role,) if isinstance(role, str) else role
            items = [item for item, role in zip(items, tree.roles(items)) if role in wanted]
        if name is not None:
            items = [item for item, words in zip(items, tree.names(items))
                     if words is not None and fits(name, words)]
        for item in items:
            try:
                if not more or item.matches(**more):
                    yield item
            except Trouble:  # it went away meanwhile
                continue

    def all(self, role=None, name=None, **more):
        """A list of everything in it that matches, on the screen or not."""
        return list(self.each(role, name, **more))

    def look(self, role=None, name=None, **more):
        """The first match that is on the screen, or None."""
        return next((item for item in self.each(role, name, **more) if item.mapped), None)

    def find(self, role=None, name=None, *, seconds=10.0, **more):
        """The first match on the screen, waited for."""
        return self.session.wait(lambda: self.look(role, name, **more), seconds=seconds,
                                 what=f"{role or 'something'} {name or ''} {more or ''}".strip())

    def gone(self, role=None, name=None, *, seconds=10.0, **more):
        """Waits until there is no such thing on the screen."""
        self.session.wait(lambda: self.look(role, name, **more) is None, seconds=seconds,
                          what=f"{role} {name} to go")

    # -- acting --------------------------------------------------------------------------------

    def act(self, name):
        """Does one of its actions. A window has its parameterless actions too: "win.undo"."""
        def steady():
            # An action is asked for by its place in a list that the program may be changing.
            before = self.actions
            return before if before and before == self.actions else None

        names = [action.lower() for action in self.session.wait(steady, what=f"the actions of {self!r}")]
        if name.lower() not in names:
            raise Trouble(f"{self!r} cannot {name!r}, only {names}")
        self._call("Action", "DoAction", GLib.Variant("(i)", (names.index(name.lower()),)))

    def click(self):
        """Presses it: through its action if it has one, or else with the pointer."""
        if not self.sensitive:
            raise Trouble(f"{self!r} is insensitive")
        names = {action.lower() for action in self.actions}
        for name in ("click", "toggle"):
            if name in names:
                self.act(name)
                return
        self.point()

    def point(self, *, clicks=1, button=1):
        """Clicks in the middle of it with the pointer."""
        self.session.pointer.click(self, clicks=clicks, button=button)

    def set_text(self, words):
        """Replaces what stands in it."""
        try:
            done = self._call("EditableText", "SetTextContents", GLib.Variant("(s)", (words,)))[0]
        except Trouble:
            length = self._get("Text", "CharacterCount")
            self._call("EditableText", "DeleteText", GLib.Variant("(ii)", (0, length)))
            done = self._call("EditableText", "InsertText",
                              GLib.Variant("(isi)", (0, words, len(words.encode()))))[0]
        if not done:
            raise Trouble(f"{self!r} cannot be written in")

    def select(self, index):
        """Selects one of its children."""
        if not self._call("Selection", "SelectChild", GLib.Variant("(i)", (index,)))[0]:
            raise Trouble(f"{self!r} has no child {index} that can be selected")

    def choose(self, label):
        """Picks an item of a drop-down list by its words."""
        (self.look(("button", "toggle button")) or self).click()

        def item():
            for row in self.application.root.all("list item"):
                if row.mapped and row.surface.layer == LAYER_POPOVER and (
                        row.matches(name=label) or row.look("label", label)):
                    return row
            return None

        for _ in range(5):
            self.session.wait(item, what=f"the choice {label!r}").point()
            try:
                self.session.wait(lambda: item() is None, seconds=2)
                return
            except Trouble:  # on a busy machine the list was not ready for the click
                continue
        raise Trouble(f"the choice {label!r} cannot be made")

    # -- telling -------------------------------------------------------------------------------

    def lines(self):
        """The tree as lines, for a person who writes a test."""
        items = self.walk()
        for item, role, name, mapped in zip(items, tree.roles(items), tree.names(items),
                                            tree.mapped(items)):
            try:
                states = item.states & {"focused", "checked", "selected", "expanded", "pressed", "modal"}
                line = f"{'  ' * item.depth}{role} {name!r}"
                line += f" ({item.description})" if item.description else ""
                line += f" [{' '.join(sorted(states))}]" if states else ""
                yield line + ("" if mapped else " -")
            except Trouble:
                yield "  " * item.depth + "gone"
