"""Debian's Chromium, driven: a phone's browser, and what a screen reader is told by it."""

import os
import shutil
import tempfile

try:
    from selenium import webdriver
    from selenium.common.exceptions import WebDriverException
    from selenium.webdriver.chrome.service import Service
except ImportError:
    webdriver, WebDriverException = None, Exception

# For what is shown: text against what is behind it, the size of what is pressed, what stands out at
# the side, ids, and what points to them.
LOOK = r"""
function rgb(text) {
  var n = text.match(/[\d.]+/g).map(Number);
  return n.length > 3 ? n : n.concat([1]);
}
function behind(e) {
  for (; e; e = e.parentElement) {
    var c = rgb(getComputedStyle(e).backgroundColor);
    if (c[3] > 0) return c;
  }
  return rgb(getComputedStyle(document.documentElement).colorScheme.indexOf('dark') >= 0 ? 'rgb(0,0,0)' : 'rgb(255,255,255)');
}
function light(c) {
  var v = c.slice(0, 3).map(function (x) { x /= 255; return x <= 0.04045 ? x / 12.92 : Math.pow((x + 0.055) / 1.055, 2.4); });
  return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2];
}
function contrast(a, b) {
  var x = light(a), y = light(b);
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}
function shown(e) {
  var box = e.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && getComputedStyle(e).visibility !== 'hidden';
}
var faults = [];
document.querySelectorAll('body *').forEach(function (e) {
  var style = getComputedStyle(e), own = false;
  e.childNodes.forEach(function (n) { own = own || n.nodeType === 3 && n.textContent.trim(); });
  if ((own || e.value) && shown(e) && e.tagName !== 'OPTION') {
    var ratio = contrast(rgb(style.color), behind(e));
    var large = parseFloat(style.fontSize) >= 24 || parseFloat(style.fontSize) >= 18.66 && parseInt(style.fontWeight, 10) >= 700;
    if (ratio < (large ? 3 : 4.5)) faults.push('contrast ' + ratio.toFixed(2) + ' of ' + e.tagName + ' ' + e.textContent.trim().slice(0, 30));
  }
  if (/^(INPUT|SELECT|TEXTAREA)$/.test(e.tagName) && e.type !== 'hidden' && shown(e)) {
    var edge = contrast(rgb(style.borderTopColor), behind(e.parentElement));
    if (edge < 3) faults.push('edge ' + edge.toFixed(2) + ' of ' + e.name);
  }
  if (/^(A|BUTTON|INPUT|SELECT|TEXTAREA)$/.test(e.tagName) && e.type !== 'hidden' && shown(e) && e.className !== 'skip') {
    var box = e.getBoundingClientRect(), inline = style.display === 'inline';
    if (!inline && (box.height < 44 || box.width < 44)) faults.push('small ' + e.tagName + ' ' + box.width.toFixed() + 'x' + box.height.toFixed());
    if (inline && box.height < 24) faults.push('small inline ' + e.textContent);
  }
  ['aria-describedby', 'aria-labelledby', 'for'].forEach(function (a) {
    (e.getAttribute(a) || '').split(/\s+/).filter(Boolean).forEach(function (id) {
      if (!document.getElementById(id)) faults.push(a + ' points to nothing: ' + id);
    });
  });
  if (e.id && document.querySelectorAll('[id="' + e.id + '"]').length > 1) faults.push('id twice: ' + e.id);
});
if (document.documentElement.scrollWidth > window.innerWidth) faults.push('wider than the screen: ' + document.documentElement.scrollWidth);
var levels = [].map.call(document.querySelectorAll('h1,h2,h3,h4'), function (h) { return +h.tagName[1]; });
if (levels[0] !== 1 && levels.indexOf(1) < 0 || levels.filter(function (l) { return l === 1; }).length !== 1) faults.push('not one h1: ' + levels);
if (!document.title || !document.documentElement.lang || !document.querySelector('main')) faults.push('no title, language or main part');
return faults;
"""
NAMED = {"button", "link", "textbox", "combobox", "checkbox", "radio", "navigation", "region", "group", "listbox"}


def missing():
    """What keeps the browser from being driven here, or None."""
    if webdriver is None:
        return "python3-selenium is not installed"
    for program in ("chromium", "chromedriver"):
        if not shutil.which(program):
            return f"{program} is not installed"
    return None


class Phone:
    """One browser with a profile of its own."""

    def __init__(self, script=True, languages="en"):
        self.profile = tempfile.TemporaryDirectory(prefix="evenhand-browser-")
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium")
        for argument in ("--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                         "--disable-background-networking", "--disable-component-update",
                         f"--user-data-dir={self.profile.name}", f"--lang={languages.split(',')[0]}",
                         "--window-size=400,800"):
            options.add_argument(argument)
        if os.geteuid() == 0:
            options.add_argument("--no-sandbox")
        preferences = {"intl.accept_languages": languages}
        if not script:
            preferences["profile.managed_default_content_settings.javascript"] = 2
        options.add_experimental_option("prefs", preferences)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)
        self.driver.set_page_load_timeout(30)

    def close(self):
        self.driver.quit()
        self.profile.cleanup()

    def open(self, url):
        self.driver.get(url)

    def find(self, selector):
        return self.driver.find_element("css selector", selector)

    def all(self, selector):
        return self.driver.find_elements("css selector", selector)

    def text(self):
        return self.find("body").text

    def device(self, width, dark=False):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": 640, "deviceScaleFactor": 2, "mobile": True})
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})

    def offline(self, off):
        self.driver.execute_cdp_cmd("Network.enable", {})
        self.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {
            "offline": off, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})

    def complaints(self):
        """What the browser put in its log: violations of the policy, errors of the script."""
        return [entry["message"] for entry in self.driver.get_log("browser")
                if "ERR_INTERNET_DISCONNECTED" not in entry["message"] and "status of 4" not in entry["message"]]

    def look(self):
        return self.driver.execute_script(LOOK)

    def unnamed(self):
        """Roles in the tree of a screen reader that have no name."""
        self.driver.execute_cdp_cmd("Accessibility.enable", {})
        nodes = self.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
        return [node["role"]["value"] for node in nodes
                if not node.get("ignored") and node.get("role", {}).get("value") in NAMED
                and not node.get("name", {}).get("value", "").strip()]
