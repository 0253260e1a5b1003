#!/usr/bin/python3
"""Documents as web pages in a real browser, through an accessibility engine. Usage: test_page.py WRITER"""

import pathlib
import subprocess
import sys
import tempfile

import axe
import browser
from tap import Tap

NAMES = ["sink", "rtl", "hostile", "empty"]


def main(writer):
    tap = Tap()
    why = browser.missing() or axe.missing()
    if why:
        tap.skip("documents in a browser", why)
        tap.finish()
    with tempfile.TemporaryDirectory(prefix="evenhand-pages-") as folder:
        subprocess.run([writer, folder], check=True, stdin=subprocess.DEVNULL)
        page = browser.Phone()
        try:
            for name in NAMES:
                page.open((pathlib.Path(folder) / f"{name}.html").as_uri())
                faults = []
                for width in (320, 1280):
                    for dark in (False, True):
                        page.device(width, dark)
                        where = f"{width}{' dark' if dark else ''}"
                        faults += [f"{where}: {fault}" for fault in axe.violations(page.driver)]
                        wide = page.driver.execute_script("return document.documentElement.scrollWidth")
                        if wide > width:
                            faults.append(f"{where}: {wide} pixels wide")
                tap.empty(f"{name}: axe finds no violation, and nothing stands out at the side", faults)
        finally:
            page.close()
    tap.finish()


if __name__ == "__main__":
    main(sys.argv[1])
