"""Everything in a control, asked for many controls at a time: a question for each, one after the other,
would have three programs take turns thousands of times.
"""

from gi.repository import GLib

PREFIX = "org.a11y.atspi."
ROOT = "/org/a11y/atspi/accessible/root"
NULL = "/org/a11y/atspi/null"
WINDOW_COORDINATES = 1
LONG = 1 << 20  # longer than any text


# What GTK 4.8 calls the roles that newer ones tell apart.
SAME = {"toggle button": "button", "generic": "group"}


def _ask(items, interface, method, arguments=None):
    """The answer of each, or None of one that went away meanwhile."""
    if not items:
        return []
    return items[0].session.call_all(
        [(item.connection, item.path, interface, method, arguments) for item in items])


def _property(items, name):
    answers = _ask(items, "org.freedesktop.DBus.Properties", "Get",
                   GLib.Variant("(ss)", (PREFIX + "Accessible", name)))
    return [answer[0] if answer else None for answer in answers]


def names(items):
    """The name of each, or None."""
    return _property(items, "Name")


def descriptions(items):
    """The description of each, or None."""
    return _property(items, "Description")


def texts(items):
    """The text of each, or None."""
    answers = _ask(items, PREFIX + "Text", "GetText", GLib.Variant("(ii)", (0, LONG)))
    return [answer and answer[0] for answer in answers]


def states(items):
    """The bits of the states of each; none where there was no answer."""
    answers = _ask(items, PREFIX + "Accessible", "GetState")
    return [answer[0][0] | answer[0][1] << 32 if answer else 0 for answer in answers]


def _extents(items):
    answers = _ask(items, PREFIX + "Component", "GetExtents",
                   GLib.Variant("(u)", (WINDOW_COORDINATES,)))
    return [answer and answer[0] for answer in answers]


def mapped(items):
    """Whether each has a place in its window."""
    return [bool(extents) and extents[2] > 0 and extents[3] > 0 for extents in _extents(items)]


def roles(items):
    """The role of each, or None; kept, for it never changes."""
    if not items:
        return []
    kept = items[0].application.roles
    new = [item for item in items if (item.connection, item.path) not in kept]
    for item, answer in zip(new, _ask(new, PREFIX + "Accessible", "GetRoleName")):
        if answer:
            kept[item.connection, item.path] = SAME.get(answer[0], answer[0])
    return [kept.get((item.connection, item.path)) for item in items]


def _find_stacks(application, families):
    """Notes which of these are stacks: their children are pages, or with GTK 4.8 stand in pages."""
    asked = [family for family in families if family[0].path not in application.stacks]
    for (item, children), role in zip(asked, roles([children[0] for _, children in asked])):
        if role == "tab panel":
            application.stacks[item.path] = True
    asked = [family for family in asked if family[0].path not in application.stacks]
    pages = [page for _, children in asked for page in children[:2]]
    parents = [answer and type(page)(application, *answer) for page, answer
               in zip(pages, _property(pages, "Parent"))]
    known = dict(zip(pages, parents))
    roles([parent for parent in parents if parent])
    for item, children in asked:
        above = [known[page] for page in children[:2]]
        if all(above):
            application.stacks[item.path] = all(role == "tab panel" for role in roles(above))


def _climb(items, families):
    """Of which of its family's children each item is a part, or None."""
    found = [None] * len(items)
    left = list(range(len(items)))
    while left:
        for place in left:
            if items[place] in families[place]:
                found[place] = items[place]
        left = [place for place in left if found[place] is None]
        above = _property([items[place] for place in left], "Parent")
        for place, answer in zip(left, above):
            items[place] = type(items[place])(items[place].application, *answer) \
                if answer and answer[1] not in (NULL, ROOT) else None
        left = [place for place in left if items[place] is not None]
    return found


def _pages_shown(stacks):
    """Of each stack, given with its children, the page that is shown; all where that cannot be told.

    A page that was shown once keeps its size and is not marked as hidden. Which page lies on top is asked
    by what is to be found at some points of the stack.
    """
    shown = {item.path: (item, children) for item, children in stacks}
    boxes = dict(zip(shown, _extents([item for item, _ in stacks])))
    left = [path for path in shown if boxes[path]]
    for across, down in ((0.5, 0.5), (0.5, 0.2), (0.2, 0.5), (0.5, 0.9), (0.1, 0.1)):
        calls = []
        for path in left:
            x, y, width, height = boxes[path]
            calls.append((shown[path][0].connection, path, PREFIX + "Component", "GetAccessibleAtPoint",
                          GLib.Variant("(iiu)", (int(x + width * across), int(y + height * down),
                                                 WINDOW_COORDINATES))))
        hits = []
        for path, answer in zip(left, stacks[0][0].session.call_all(calls)):
            if answer and answer[0][1] != NULL:
                item = shown[path][0]
                hits.append((path, type(item)(item.application, *answer[0])))
        pages = _climb([item for _, item in hits], [shown[path][1] for path, _ in hits])
        for (path, _), page in zip(hits, pages):
            if page is not None:
                shown[path] = (shown[path][0], [page])
        left = [path for path in left if len(shown[path][1]) > 1]
        if not left:
            break
    return [shown[item.path] for item, _ in stacks]


def everything(top, *, hidden=False):
    """A control and everything in it, each before what it holds.

    hidden: also the pages of a stack that are not shown.
    """
    below = {}
    level = [top]
    while level:
        answers = _ask(level, PREFIX + "Accessible", "GetChildren")
        families = [(item, [type(top)(top.application, *child) for child in answer[0]
                            if child[1] != NULL])
                    for item, answer in zip(level, answers) if answer]
        if not hidden:
            _find_stacks(top.application, [family for family in families if len(family[1]) > 1])
            stacks = [family for family in families if len(family[1]) > 1
                      and top.application.stacks.get(family[0].path)]
            if stacks:
                families = list((dict(families) | dict(_pages_shown(stacks))).items())
        level = []
        for item, children in families:
            below[item.path] = children
            level += [child for child in children if child.path not in below]

    found = []
    waiting = [(0, top)]
    while waiting:
        depth, item = waiting.pop()
        item.depth = depth
        found.append(item)
        waiting += [(depth + 1, child) for child in reversed(below.get(item.path, []))]
    return found
