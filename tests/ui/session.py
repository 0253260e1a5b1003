"""A desktop of a test's own: screen, session bus, accessibility and window manager.

Nothing of the user's desktop is seen or touched. One private bus serves as session bus and as
accessibility bus, and can start no service by itself, so every process is a child of the test.
"""

import os
import mmap
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zlib

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

from application import Application  # noqa: E402
from input import Keyboard, Pointer  # noqa: E402
from processes import Processes, Trouble  # noqa: E402

FRAME = 5  # pixels that GTK draws around a window where no desktop draws a shadow
QUIET = 0.12  # seconds in which nothing is drawn and nothing works: what was asked for is there
WORK = 2_000_000  # nanoseconds of work that are none: a timer that looks and finds nothing to do

NEEDED = ["Xvfb", "dbus-daemon", "openbox", "xdotool", "xprop", "xwininfo", "import"]
# How a program answers that it has no such control any more, or that it cannot do what is asked.
ABSENT = [f"org.freedesktop.DBus.Error.{name}" for name in (
    "UnknownMethod", "UnknownObject", "UnknownInterface", "UnknownProperty", "NotSupported",
    "InvalidArgs")]
REGISTRY = "org.a11y.atspi.Registry"
REGISTRY_PROGRAMS = ["/usr/libexec/at-spi2-registryd", "/usr/lib/at-spi2-core/at-spi2-registryd"]

# Never inherited: they name the user's own desktop or change how the program looks.
FORGOTTEN = [
    "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS",
    "LANGUAGE", "LC_ALL", "LC_MESSAGES", "GTK_THEME", "GTK_MODULES", "GTK_A11Y", "NO_AT_BRIDGE",
    "DESKTOP_STARTUP_ID", "GTK_DEBUG", "G_MESSAGES_DEBUG", "SESSION_MANAGER",
]

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
  <limit name="max_message_size">100000000</limit>
  <limit name="max_incoming_bytes">100000000</limit>
  <limit name="max_outgoing_bytes">100000000</limit>
  <limit name="max_replies_per_connection">100000</limit>
</busconfig>
"""

# Windows stand in the corner, so that a screenshot of the screen is one of the window.
WINDOW_MANAGER = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
  <placement><policy>Smart</policy><center>yes</center></placement>
  <desktops><number>1</number><popupTime>0</popupTime></desktops>
  <resize><drawContents>yes</drawContents><popupShow>Never</popupShow></resize>
  <applications>
    <application type="normal"><decor>no</decor>
      <position force="yes"><x>0</x><y>0</y></position></application>
    <application type="dialog"><decor>no</decor></application>
  </applications>
</openbox_config>
"""

SETTINGS = """[Settings]
gtk-font-name=Cantarell 11
gtk-icon-theme-name=Adwaita
gtk-cursor-blink=0
gtk-enable-animations=0
gtk-xft-antialias=1
gtk-xft-hinting=1
gtk-xft-hintstyle=hintslight
gtk-xft-rgba=none
gtk-decoration-layout=:minimize,maximize,close
"""


def missing():
    """The programs that a session needs and that are not here."""
    absent = [name for name in NEEDED if not shutil.which(name)]
    if not any(os.path.exists(path) for path in REGISTRY_PROGRAMS):
        absent.append("at-spi2-registryd")
    return absent


class Session:
    """One private desktop, for the time of a `with` block.

    size: of the screen, in pixels. language: as in LANGUAGE, such as "cy" or "ar".
    text_scale: 2.0 is large text. compositor: popovers get their shadow and round
    corners, if picom is here; the pointer then misses them. env: more of the environment.
    """

    def __init__(self, *, size=(1280, 800), language=None, dark=False, high_contrast=False,
                 text_scale=1.0, compositor=False, env=None):
        self.size = size
        self.language = language
        self.dark = dark
        self.high_contrast = high_contrast
        self.text_scale = text_scale
        self.compositor = compositor
        self.extra_env = env or {}
        self.applications = []

    def __enter__(self):
        # Meson ends a test that takes too long with this signal; unwinding then cleans up.
        signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="evenhand-ui-"))
        self.log_path = self.folder / "log"
        self.log = open(self.log_path, "wb")
        self.processes = Processes(self.log)
        self.bus = None
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *exception):
        for application in self.applications:
            self.processes.stop(application.process)
        if self.bus is not None:
            self.bus.close_sync(None)
        self.processes.stop_all()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    # -- starting ------------------------------------------------------------------------------

    def _start(self):
        self.env = self._environment()
        width, height = self.size
        number = self.processes.start_and_ask(
            ["Xvfb", "-displayfd", "{fd}", "-screen", "0", f"{width}x{height}x24",
             "-nolisten", "tcp", "-noreset", "-dpi", "96", "-fbdir", str(self.folder)], self.env)
        self.env["DISPLAY"] = f":{number}"
        if self.text_scale != 1.0:
            # What a desktop's "large text" does to an X screen.
            self.run("xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER",
                     f"Xft.dpi:\t{round(96 * self.text_scale)}")
        self._start_bus()
        self.processes.start(
            ["openbox", "--sm-disable", "--config-file", str(self.folder / "openbox.xml")], self.env)
        self.wait(self._managed, what="the window manager")
        if self.compositor and shutil.which("picom"):
            self.processes.start(["picom", "--backend", "xrender", "--config", "/dev/null"], self.env)
        self.keyboard = Keyboard(self)
        self.pointer = Pointer(self)

    def _environment(self):
        folder = self.folder
        for name in ("home", "config/gtk-4.0", "data", "cache", "state", "run"):
            (folder / name).mkdir(parents=True, mode=0o700)
        (folder / "config" / "gtk-4.0" / "settings.ini").write_text(SETTINGS, encoding="utf-8")
        (folder / "openbox.xml").write_text(WINDOW_MANAGER, encoding="utf-8")
        (folder / "bus.xml").write_text(BUS.format(socket=folder / "bus"), encoding="utf-8")
        env = {name: value for name, value in os.environ.items() if name not in FORGOTTEN}
        env |= {
            "HOME": f"{folder}/home", "XDG_CONFIG_HOME": f"{folder}/config",
            "XDG_DATA_HOME": f"{folder}/data", "XDG_CACHE_HOME": f"{folder}/cache",
            "XDG_STATE_HOME": f"{folder}/state", "XDG_RUNTIME_DIR": f"{folder}/run",
            "LANG": self._locale(), "TZ": "Europe/London",
            "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "LIBGL_ALWAYS_SOFTWARE": "1",
            "GTK_A11Y": "atspi", "GTK_USE_PORTAL": "0", "ADW_DISABLE_PORTAL": "1",
            "GSETTINGS_BACKEND": "memory", "GIO_USE_VFS": "local",
            "ADW_DEBUG_COLOR_SCHEME": "prefer-dark" if self.dark else "prefer-light",
            "ADW_DEBUG_HIGH_CONTRAST": "1" if self.high_contrast else "0",
        }
        if self.language:
            env["LANGUAGE"] = self.language
        return env | self.extra_env

    def _locale(self):
        """C.UTF-8 is on every machine. LANGUAGE picks a catalogue there too, until glibc 2.36; for a newer
        one, any other locale has to be there."""
        if self.language:
            told = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False)
            if "en_GB.utf8" in told.stdout.split():
                return "en_GB.UTF-8"
        return "C.UTF-8"

    def _start_bus(self):
        address = self.processes.start_and_ask(
            ["dbus-daemon", "--nofork", "--nopidfile", f"--config-file={self.folder}/bus.xml",
             "--print-address={fd}"], self.env)
        self.env["DBUS_SESSION_BUS_ADDRESS"] = address
        self.env["AT_SPI_BUS_ADDRESS"] = address
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT |
            Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.bus.set_exit_on_close(False)
        program = next(filter(os.path.exists, REGISTRY_PROGRAMS))
        self.processes.start([program], self.env)
        self.wait(lambda: self.owner(REGISTRY), what="the accessibility registry")

    def _managed(self):
        told = subprocess.run(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], env=self.env,
                              capture_output=True, text=True, check=False)
        return "window id" in told.stdout

    # -- helping -------------------------------------------------------------------------------

    def run(self, *argv):
        """Runs a short program on this desktop, and gives back what it printed."""
        told = subprocess.run(argv, env=self.env, stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, timeout=30, check=False)
        if told.returncode:
            raise Trouble(f"{' '.join(argv)}: {told.stderr.strip()}")
        return told.stdout

    def wait(self, ready, *, seconds=10.0, what="it"):
        """Asks until the answer is true, and gives it back. Trouble while asking means "not yet"."""
        end = time.monotonic() + seconds
        trouble = None
        while True:
            try:
                if answer := ready():
                    return answer
                trouble = None
            except (Trouble, GLib.Error) as error:
                trouble = error
            for application in self.applications:
                application.fail_if_crashed()
            if time.monotonic() > end:
                raise Trouble(f"waited {seconds:g} s in vain for {what}"
                              + (f" ({trouble})" if trouble else ""))
            time.sleep(0.03)

    def call(self, name, path, interface, method, arguments=None, *, seconds=5.0):
        """A call on the bus, with its answer unpacked."""
        try:
            answer = self.bus.call_sync(name, path, interface, method, arguments, None,
                                        Gio.DBusCallFlags.NO_AUTO_START, int(seconds * 1000), None)
        except GLib.Error as error:
            raise Trouble(f"{interface}.{method} of {path}: {error.message}") from None
        return answer.unpack()

    def call_all(self, calls, *, seconds=5.0):
        """Many calls at a time, each as for `call`: their answers in order, None where what was asked
        is not there."""
        answers = [None] * len(calls)
        left = len(calls)
        troubles = []

        def answered(bus, result, place):
            nonlocal left
            left -= 1
            try:
                answers[place] = bus.call_finish(result).unpack()
            except GLib.Error as error:
                if Gio.DBusError.get_remote_error(error) not in ABSENT:
                    troubles.append(error.message)

        for place, call in enumerate(calls):
            self.bus.call(*call, None, Gio.DBusCallFlags.NO_AUTO_START, int(seconds * 1000), None,
                          answered, place)
        while left:
            GLib.MainContext.default().iteration(True)
        if troubles:
            raise Trouble(troubles[0])
        return answers

    def owner(self, name):
        """The connection that owns a name of the bus, or None."""
        ask = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
        if not self.call(*ask, "NameHasOwner", GLib.Variant("(s)", (name,)))[0]:
            return None
        return self.call(*ask, "GetNameOwner", GLib.Variant("(s)", (name,)))[0]

    def process_of(self, connection):
        """The process at the other end of a connection, or None once it has gone."""
        try:
            return self.call("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                             "GetConnectionUnixProcessID", GLib.Variant("(s)", (connection,)))[0]
        except Trouble:
            return None

    # -- using ---------------------------------------------------------------------------------

    def start(self, argv, *, fatal=True, env=None):
        """Starts a program with a window. fatal: its first critical warning ends it."""
        application = Application(self, [str(part) for part in argv], fatal=fatal, env=env or {})
        self.applications.append(application)
        application.register()
        return application

    def settle(self, *, seconds=8.0):
        """Waits until the picture no longer changes and nothing on this desktop has work to do."""
        with open(self.folder / "Xvfb_screen0", "rb") as screen, \
                mmap.mmap(screen.fileno(), 0, access=mmap.ACCESS_READ) as pixels:
            drawn, worked, since, end = None, 0, 0.0, time.monotonic() + seconds
            while time.monotonic() < end:
                picture = zlib.adler32(pixels)
                work, more = self.processes.work()
                if more or picture != drawn or work - worked > WORK:
                    drawn, worked, since = picture, work, time.monotonic()
                elif time.monotonic() - since >= QUIET:
                    return
                time.sleep(0.02)

    def screenshot(self, path, *, cut=0):
        """Writes the screen as a PNG, less some pixels at each side."""
        width, height = self.size
        self.run("import", "-window", "root", "-crop",
                 f"{width - 2 * cut}x{height - 2 * cut}+{cut}+{cut}", "+repage",
                 "-strip", "-depth", "8", f"PNG24:{path}")
        return path
