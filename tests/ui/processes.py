"""Starts the programs of a private desktop, and leaves none of them behind."""

import ctypes
import os
import select
import signal
import subprocess
import time

_LIBC = ctypes.CDLL(None, use_errno=True)
_PR_SET_PDEATHSIG = 1


class Trouble(AssertionError):
    """The desktop or the program under test did not do what was asked of it."""


def _end_with_parent():
    """Runs in the child: if the test is killed, its programs end too."""
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)


class Processes:
    """The programs that were started, each leader of a process group of its own."""

    def __init__(self, log):
        self.log = log
        self.running = []

    def start(self, argv, env, *, stderr=None, pass_fds=()):
        """Starts a program; its output goes to the log, or its errors to the given file."""
        try:
            process = subprocess.Popen(
                argv, env=env, stdin=subprocess.DEVNULL, stdout=self.log,
                stderr=self.log if stderr is None else stderr, start_new_session=True,
                pass_fds=pass_fds, preexec_fn=_end_with_parent)
        except FileNotFoundError:
            raise Trouble(f"{argv[0]} is not installed") from None
        self.running.append(process)
        return process

    def start_and_ask(self, argv, env, *, seconds=20):
        """Starts a program that writes one line to the descriptor {fd} of its arguments."""
        ours, theirs = os.pipe()
        try:
            self.start([part.format(fd=theirs) for part in argv], env, pass_fds=(theirs,))
            os.close(theirs)
            theirs = -1
            answer = b""
            end = time.monotonic() + seconds
            while not answer.endswith(b"\n") and (left := end - time.monotonic()) > 0:
                if select.select([ours], [], [], left)[0]:
                    part = os.read(ours, 4096)
                    if not part:
                        break
                    answer += part
        finally:
            os.close(ours)
            if theirs >= 0:
                os.close(theirs)
        if not answer.strip():
            raise Trouble(f"{argv[0]} did not start")
        return answer.decode().strip()

    def work(self):
        """How many nanoseconds their threads have had a processor, and whether one waits for more."""
        total, waiting = 0, False
        for process in self.running:
            try:
                threads = [entry.path for entry in os.scandir(f"/proc/{process.pid}/task")]
            except FileNotFoundError:  # it has ended
                continue
            for thread in threads:
                try:
                    with open(f"{thread}/schedstat", encoding="ascii") as told:
                        total += int(told.read().split()[0])
                    with open(f"{thread}/stat", encoding="ascii") as told:
                        waiting |= told.read().rsplit(") ", 1)[1][0] in "RD"
                except (FileNotFoundError, ProcessLookupError):  # it ended meanwhile
                    continue
        return total, waiting

    def stop(self, process, *, grace=3.0):
        """Ends one program: asks, then insists."""
        for number, seconds in ((signal.SIGTERM, grace), (signal.SIGKILL, 5.0)):
            if process.poll() is not None:
                return
            try:
                os.killpg(process.pid, number)
                process.wait(seconds)
            except (ProcessLookupError, subprocess.TimeoutExpired):
                continue

    def stop_all(self):
        """Ends them all, the last one first."""
        for process in reversed(self.running):
            self.stop(process)
        self.running.clear()
