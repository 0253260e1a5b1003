"""Where the built program and its parts are, and how it is started in a test."""

import os
import pathlib
import struct
import subprocess
import tempfile

from processes import Trouble

# What a catalogue needs at least: its head. GTK turns a window right to left only for a program that
# has a catalogue of the language; with this one, the words stay English and the direction turns.
HEAD = b"Content-Type: text/plain; charset=UTF-8\n"


def _empty_catalogue():
    """A catalogue that translates nothing, in GNU gettext's binary format (.mo)."""
    strings = 28 + 16
    return struct.pack("<7I", 0x950412DE, 0, 1, 28, 36, 0, 28) + \
        struct.pack("<4I", 0, strings, len(HEAD), strings + 1) + b"\0" + HEAD + b"\0"


class Product:
    """One build folder."""

    def __init__(self, build):
        self.build = pathlib.Path(build).resolve()
        self.window = self.build / "src" / "app" / "evenhand-window"
        self.command = self.build / "src" / "cli" / "evenhand"
        # Backups that the command makes are no business of whoever runs the tests.
        self._data = tempfile.TemporaryDirectory(prefix="evenhand-data-")

    def env(self, locales):
        """What a program that is not installed needs to find its parts."""
        return {
            "GSETTINGS_SCHEMA_DIR": str(self.build / "data"),
            "EVENHAND_LOCALE_DIR": str(locales),
            "EVENHAND_WINDOW": str(self.window),
        }

    def run(self, *arguments):
        """Runs the command, and gives back what it printed."""
        told = subprocess.run([self.command, *map(str, arguments)], capture_output=True, text=True,
                              check=False, stdin=subprocess.DEVNULL,
                              env=os.environ | {"XDG_DATA_HOME": self._data.name} |
                              self.env(self.build / "po"))
        if told.returncode:
            raise Trouble(f"evenhand {' '.join(map(str, arguments))}: {told.stderr.strip()}")
        return told.stdout

    def sample(self, folder):
        """A new sample project in a folder."""
        path = pathlib.Path(folder) / "Sharing power in research.evenhand"
        self.run("new", path, "--sample")
        return path

    def start(self, session, file=None, *, fatal=True):
        """Starts the window on a private desktop, with a project or with the welcome screen."""
        locales = self.build / "po"
        language = session.language
        if language and not (locales / language).exists():
            locales = session.folder / "locale"
            messages = locales / language / "LC_MESSAGES"
            messages.mkdir(parents=True, exist_ok=True)
            (messages / "evenhand.mo").write_bytes(_empty_catalogue())
        argv = [self.window] + ([file] if file else [])
        return session.start(argv, fatal=fatal, env=self.env(locales))

    @staticmethod
    def wait_open(window, *, seconds=60):
        """Waits until the window shows its project: its title is no longer the program's."""
        window.session.wait(lambda: window.name != "Evenhand", seconds=seconds, what="the project")
        window.session.settle()
