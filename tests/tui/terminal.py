"""A program in a pseudo-terminal, and its screen as a reader sees it."""

import os
import select
import signal
import struct
import sys
import time

import pytest

pyte = pytest.importorskip("pyte")
pty = pytest.importorskip("pty")
fcntl = pytest.importorskip("fcntl")
termios = pytest.importorskip("termios")
ENDONYM = (sys.executable, "-m", "endonym")


class Terminal:
    """A program in a pseudo-terminal, and its screen as a reader sees it."""

    def __init__(self, folder, *words, program=ENDONYM, columns=100, rows=30, **environment):
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = bytearray()
        self.status = None
        names = {
            "TERM": "xterm-256color",
            "HOME": str(folder),
            "LANG": "C.UTF-8",
            "LANGUAGE": "en",
            "ENDONYM_AUTHOR": "Asel",
            **environment,
        }
        kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLORTERM")}
        self.pid, self._handle = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(program[0], [*program, *words], {**kept, **names})
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def shows(self, text, seconds=20):
        """Wait until a text stands on the screen."""
        return self._until(lambda: text in "\n".join(self.screen.display), seconds)

    def shows_no(self, text, seconds=20):
        """Wait until a text stands there no longer."""
        return self._until(lambda: text not in "\n".join(self.screen.display), seconds)

    def press(self, keys):
        os.write(self._handle, keys.encode())

    def kill(self, number):
        os.kill(self.pid, number)

    def ends(self, seconds=20):
        """Wait for the end; the exit status, or minus the number of the signal."""
        self._until(lambda: self.status is not None, seconds)
        return None if self.status is None else os.waitstatus_to_exitcode(self.status)

    def _until(self, true, seconds):
        end = time.monotonic() + seconds
        while not true():
            if time.monotonic() > end:
                return False
            ready, _, _ = select.select([self._handle], [], [], 0.05)
            if ready:
                try:
                    got = os.read(self._handle, 1 << 16)
                except OSError:
                    got = b""
                self.raw += got
                # what pyte does not know it prints: the keyboard protocol and the queries of modes
                for mark in (b"\x1b[>25u", b"\x1b[<u", b"\x1b[?2026$p", b"\x1b[?2048$p"):
                    got = got.replace(mark, b"")
                self._stream.feed(got)
            if self.status is None:
                pid, status = os.waitpid(self.pid, os.WNOHANG)
                if pid:
                    self.status = status
        return True

    def close(self):
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._handle)
