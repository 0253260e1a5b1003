"""The accessibility engine axe-core, where it can be had. Debian has no package of it, and other
people's code is not kept here: a copy that EVENHAND_AXE names is used, or one that npm fetches."""

import functools
import json
import os
import pathlib

import npm

VERSION = "4.10.3"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """
var done = arguments[arguments.length - 1];
axe.run(document, {runOnly: {type: 'tag', values: %s}, resultTypes: ['violations']}).then(
  function (found) { done(found.violations.map(function (v) {
    return v.id + ' (' + v.impact + '): ' + v.nodes.map(function (n) { return n.target.join(' '); }).join(', ');
  })); }, function (fault) { done(['axe itself: ' + fault]); });
""" % json.dumps(RULES)


@functools.cache
def source():
    """The engine's text, or None where it cannot be had."""
    named = os.environ.get("EVENHAND_AXE")
    if named:
        return pathlib.Path(named).read_text(encoding="utf-8")
    text = npm.fetch("axe-core", VERSION, "axe.min.js")
    return text.decode() if text else None


def missing():
    """Why no page can be tried with it, or None."""
    return None if source() else "axe-core cannot be had here: name a copy of axe.min.js in EVENHAND_AXE, or install npm"


def violations(driver):
    """What the engine finds on the page that the browser shows, a line for each rule that is broken."""
    driver.set_script_timeout(60)
    if not driver.execute_script("return typeof axe === 'object'"):
        driver.execute_script(source())
    return driver.execute_async_script(RUN)
