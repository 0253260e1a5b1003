"""Runs the command, as a script would, and says what it did."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile


class Result:
    """How a run ended: its status and what it said."""

    def __init__(self, words, run):
        self.words = words
        self.status = run.returncode
        self.out = run.stdout
        self.err = run.stderr

    def __str__(self):
        return f"{' '.join(map(str, self.words))}\nstatus {self.status}\n{self.out}\n{self.err}"

    @property
    def json(self):
        """What was printed, which must be JSON and nothing else."""
        return json.loads(self.out)


class Command:
    """The command in a folder of its own, with nothing of the user's around it."""

    def __init__(self, program):
        self.program = str(pathlib.Path(program).resolve())
        self._folder = tempfile.TemporaryDirectory(prefix="evenhand-cli-")
        self.folder = pathlib.Path(self._folder.name)
        home = self.folder / "home"
        home.mkdir()
        self.environment = {
            **{name: value for name, value in os.environ.items()
               if name not in ("DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE")},
            "HOME": str(home), "XDG_DATA_HOME": str(home / "data"),
            "XDG_CACHE_HOME": str(home / "cache"), "XDG_CONFIG_HOME": str(home / "config"),
            "TZ": "Europe/London", "LC_ALL": "C.UTF-8",
        }

    def __call__(self, *words, **environment):
        words = [self.program, *map(str, words)]
        run = subprocess.run(words, cwd=self.folder, env={**self.environment, **environment},
                             stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120,
                             check=False)
        return Result(words[1:], run)

    def good(self, *words, **environment):
        """Runs what must succeed, in silence but for its result."""
        result = self(*words, **environment)
        assert result.status == 0, result
        assert result.err == "", result
        return result

    def bad(self, *words, status=1, **environment):
        """Runs what must fail, with one clear line."""
        result = self(*words, **environment)
        assert result.status == status, result
        assert result.out == "", result
        lines = result.err.splitlines()
        assert len(lines) == 1 and lines[0].startswith("evenhand: "), result
        assert "(null)" not in result.err and "sqlite" not in result.err.lower(), result
        return result

    def write(self, name, words, encoding="utf-8"):
        """A file in the folder, byte for byte."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(words if isinstance(words, bytes) else words.encode(encoding))
        return path

    def new(self, name="p.evenhand"):
        """A fresh project."""
        path = self.folder / name
        path.unlink(missing_ok=True)
        self.good("new", path)
        return path


def start():
    """The command that the test was given."""
    return Command(sys.argv[1])
