"""The files of the repository, as the lint tests read them."""

import functools
import pathlib
import re
import shutil
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / "tests" / "support"))

# What a build, a run or an editor leaves behind: the same as in .gitignore.
MADE = re.compile(r"^/(?:_build[^/]*|build|evenhand-sample|\.git)(?:/|$)|/__pycache__/|\.evenhand-(?:wal|shm)$|~$")
_COMMENT_OR_STRING = re.compile(
    r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL
)


@functools.lru_cache(maxsize=None)
def files():
    """Every file that is, or could be, committed: paths relative to the top, sorted."""
    if (TOP / ".git").exists() and shutil.which("git"):
        listed = subprocess.run(
            ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others",
             "--exclude-standard"],
            cwd=TOP, check=True, capture_output=True, text=True,
        ).stdout.split("\0")
        paths = {pathlib.Path(name) for name in listed if name}
    else:
        paths = {path.relative_to(TOP) for path in TOP.rglob("*")
                 if not MADE.search("/" + str(path.relative_to(TOP)))}
    return sorted(path for path in paths if (TOP / path).is_file())


def matching(*patterns):
    """The files that match one of the glob patterns, such as src/*/*.c."""
    return [path for path in files() if any(path.match(pattern) for pattern in patterns)]


def under(folder, *suffixes):
    """The files below a folder that end so."""
    return [path for path in files() if path.parts[0] == folder and path.suffix in suffixes]


@functools.lru_cache(maxsize=None)
def text(path):
    """The words of a file."""
    return (TOP / path).read_text(encoding="utf-8")


@functools.lru_cache(maxsize=None)
def code(path):
    """The C of a file, with its comments and strings blanked and its lines kept."""

    def blank(match):
        found = match[0]
        if found[0] in "\"'":
            return found[0] + " " * (len(found) - 2) + found[0]
        return "".join("\n" if char == "\n" else " " for char in found)

    return _COMMENT_OR_STRING.sub(blank, text(path))


def line_of(words, offset):
    """The number of the line at an offset."""
    return words.count("\n", 0, offset) + 1
