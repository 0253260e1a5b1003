#!/usr/bin/python3
"""A small window with one of each thing that the driver must handle. Usage: probe.py [--bad]

--bad adds what the checks must find: a button with no name, and a critical warning on a press.
"""

import sys

import gi

gi.require_version("Adw", "1")
gi.require_version("Gtk", "4.0")
from gi.repository import Adw, Gio, GLib, Gtk  # noqa: E402


def labelled(words, widget):
    box = Gtk.Box(spacing=6)
    label = Gtk.Label(label=words, use_underline=True, mnemonic_widget=widget)
    box.append(label)
    box.append(widget)
    return box


def fill_window(window, bad):
    content = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=6)
    said = Gtk.Label(label="Nothing yet")
    content.append(Adw.HeaderBar())
    content.append(said)

    entry = Gtk.Entry()
    entry.connect("activate", lambda entry: said.set_label(f"Entered {entry.get_text()}"))
    content.append(labelled("_Words", entry))

    button = Gtk.Button(label="Press me")
    button.connect("clicked", lambda _: said.set_label("Pressed"))
    content.append(button)

    tick = Gtk.CheckButton(label="Tick me")
    content.append(tick)

    choice = Gtk.DropDown.new_from_strings(["One", "Two", "Three"])
    choice.connect("notify::selected", lambda choice, _: said.set_label(f"Chose {choice.get_selected()}"))
    content.append(labelled("C_hoice", choice))

    rows = Gtk.ListBox()
    rows.update_property([Gtk.AccessibleProperty.LABEL], ["Rows"])
    for number in range(60):
        rows.append(Adw.ActionRow(title=f"Row {number}", activatable=True))
    rows.connect("row-activated", lambda _, row: said.set_label(f"Opened {row.get_title()}"))
    scrolled = Gtk.ScrolledWindow(child=rows, vexpand=True)
    content.append(scrolled)

    if bad:
        nameless = Gtk.Button(icon_name="edit-symbolic")
        nameless.connect("clicked", lambda button: button.set_size_request(-5, -5))
        content.append(nameless)

    action = Gio.SimpleAction.new("say", None)
    action.connect("activate", lambda *_: said.set_label("Said"))
    window.add_action(action)
    window.set_content(content)


def main():
    bad = "--bad" in sys.argv
    application = Adw.Application(application_id="org.evenhand.Probe")

    def activate(application):
        window = Adw.ApplicationWindow(application=application, title="Probe",
                                       default_width=700, default_height=500)
        fill_window(window, bad)
        window.present()

    quit_action = Gio.SimpleAction.new("quit", None)
    quit_action.connect("activate", lambda *_: application.quit())
    application.add_action(quit_action)
    application.set_accels_for_action("app.quit", ["<Control>q"])
    application.set_accels_for_action("win.say", ["<Control>s"])
    application.connect("activate", activate)
    application.run([])


if __name__ == "__main__":
    main()
