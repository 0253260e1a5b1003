"""What a person who cannot see the screen would miss."""

import re

import tree
from processes import Trouble

# Roles that do something, or mean something: each of them must be called something.
NAMED = {
    "button", "toggle button", "check box", "checkbox", "radio button", "switch", "text box", "entry",
    "search box", "password text", "combo box", "spin button", "slider", "link", "tab", "page tab",
    "menu item", "list box", "list item", "grid", "table", "tree grid", "image", "img", "dialog",
    "window", "frame", "progress bar", "meter",
}
# The name that GTK gives to a control without one: its type's.
TYPE_NAME = re.compile(r"^(?:Gtk|Adw|Gdk|Eh)[A-Z][A-Za-z0-9]*$")
# Parts of a control that has a name itself, and pictures beside a label that says the same.
PARTS = {"image", "img"}
# What a drop-down list is made of: GTK's own, and the combo box above it is what is spoken.
OF_CHOICE = {"button", "toggle button", "list", "list box", "list item"}


def _in_choice(item):
    while (item := item.parent) is not None:
        if item.role == "combo box":
            return True
    return False


def _of_toast(item):
    """A toast's button to close it, which libadwaita 1.2 gives no name."""
    return item.role == "button" and item.parent is not None and item.parent.name == "AdwToastWidget"


def _path(item):
    names = []
    while item is not None and len(names) < 6:
        names.append(f"{item.role} {item.name!r}")
        item = item.parent
    return " < ".join(names)


def unnamed(window):
    """Lines that name each control on the screen without a name of its own."""
    items = window.walk()
    items = [item for item, role in zip(items, tree.roles(items)) if role in NAMED]
    items = [item for item, name in zip(items, tree.names(items))
             if name is not None and (not name.strip() or TYPE_NAME.match(name.strip()))]
    faults = []
    for item, mapped in zip(items, tree.mapped(items)):
        try:
            if not mapped:
                continue
            if item.role in PARTS and "focusable" not in item.states:
                continue
            if item.role in OF_CHOICE and _in_choice(item):
                continue
            if _of_toast(item):
                continue
            faults.append(_path(item))
        except Trouble:
            continue
    return faults
