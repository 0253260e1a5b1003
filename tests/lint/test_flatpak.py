#!/usr/bin/python3
"""The Flatpak manifest, as far as it can be judged without building it."""

import json
import re
import shutil
import subprocess

import tree
from tap import Tap

MANIFEST = "flatpak/org.evenhand.Evenhand.yml"
# Of what the build asks for, what the GNOME runtime holds. Anything else needs a module.
IN_RUNTIME = {"glib-2.0", "gobject-2.0", "gio-2.0", "gio-unix-2.0", "json-glib-1.0", "libsoup-3.0", "libxml-2.0",
              "zlib", "libarchive", "cairo", "cairo-pdf", "cairo-svg", "cairo-png", "pangocairo",
              "gtk4", "libadwaita-1"}
MODULE_OF = {"libqrencode": "qrencode", "sqlite3": "sqlite", "libqpdf": "qpdf"}
# The network is for the page that phones open; it listens, and reaches nowhere.
MAY_ASK = {"--share=ipc", "--share=network", "--socket=wayland", "--socket=fallback-x11", "--device=dri"}


def read_manifest():
    """The manifest as data, by whichever reader is here, and the reader's name."""
    if shutil.which("flatpak-builder"):
        told = subprocess.run(["flatpak-builder", "--show-manifest", MANIFEST], cwd=tree.TOP,
                              capture_output=True, text=True, check=False)
        if told.returncode:
            raise AssertionError(told.stderr)
        return json.loads(told.stdout), "flatpak-builder"
    import yaml  # only where flatpak-builder is not
    return yaml.safe_load((tree.TOP / MANIFEST).read_text(encoding="utf-8")), "a YAML reader"


def dependencies():
    """What the build files of the product ask pkg-config for."""
    return {name for path in tree.under("src", ".build") + [tree.TOP / "meson.build"]
            for name in re.findall(r"\bdependency\(\s*'([^']+)'", tree.text(path))}


def main():
    tap = Tap()
    try:
        manifest, reader = read_manifest()
    except ImportError:
        tap.skip("the manifest can be read", "neither flatpak-builder nor a YAML reader is here")
        tap.finish()
    tap.result(True, f"the manifest can be read, by {reader}")
    modules = {module["name"]: module for module in manifest["modules"]}

    tap.result(manifest.get("id", manifest.get("app-id")) == "org.evenhand.Evenhand",
               "it is of this application")
    tap.empty("it asks for no more than a window", set(manifest["finish-args"]) - MAY_ASK)
    tap.empty("whatever the runtime lacks has a module", [
        name for name in sorted(dependencies() - IN_RUNTIME)
        if MODULE_OF.get(name) not in modules])
    flags = modules["sqlite"]["build-options"]["cflags"]
    tap.empty("its SQLite has what the store needs", [
        flag for flag in ("SESSION", "PREUPDATE_HOOK", "FTS5")
        if f"-DSQLITE_ENABLE_{flag}" not in flags])
    archives = [(name, source) for name, module in modules.items()
                for source in module["sources"] if source["type"] == "archive"]
    tap.empty("every archive comes over https and has a checksum", [
        name for name, source in archives
        if not source["url"].startswith("https://") or
        not re.fullmatch(r"[0-9a-f]{64}", source.get("sha256", ""))])
    tap.finish()


if __name__ == "__main__":
    main()
