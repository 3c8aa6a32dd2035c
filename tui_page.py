"""The way between a page's process and the server that shows it: Textual's driver for the web, with an end to it.

Owns what happens when the server or the page is gone. Textual's driver reads the end of its input as silence, waits for ever to write into a
pipe that nobody reads, and takes a broken pipe for an error of the program; a process like that holds the lock of its session.
"""

from __future__ import annotations

import os
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING

from textual.drivers.web_driver import WebDriver

if TYPE_CHECKING:
    from textual.app import App

GONE = 128 + 1
"""The exit status when nobody is there to draw for: that of a hangup."""
_PATIENCE = 10.0
"""Seconds that the server may leave a picture unread before it counts as gone."""
_GRACE = 10.0
"""Seconds for an end in order, before the process ends as if killed: every step is on the disk."""
_GLANCE = 0.2
"""Seconds between two looks whether the server reads again."""


class PageDriver(WebDriver):
    """Draws for a page until the page, or its server, is gone."""

    def __init__(self, app: App[int], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None) -> None:
        """As Textual does, with an input thread that no end of the process waits for."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._write = self._send
        self._key_thread = Thread(target=self.run_input_thread, name="textual-input", daemon=True)
        self._gone = False
        if os.name == "posix":
            os.set_blocking(self.fileno, False)

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """After the page has closed nothing is drawn any more: the server may read no further."""
        if packet_type == "quit":
            self._leave()
            self._input_reader.close()
        else:
            super().on_meta(packet_type, payload)

    def run_input_thread(self) -> None:
        """Take what the server sends; where that ends, the server has, or the page was closed."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._leave()
            if not self.exit_event.wait(_GRACE):
                os._exit(GONE)

    def _leave(self) -> None:
        """Send nothing more, and end in order."""
        if not self._gone:
            self._gone = True
            self._app.call_later(self._app.exit, return_code=GONE)

    def _send(self, data: bytes) -> int:
        """Write all of it, or nothing any more where nobody reads.

        Returns:
            How many bytes there were.
        """
        rest, since = memoryview(data), monotonic()
        while rest and not self._gone:
            try:
                rest = rest[os.write(self.fileno, rest) :]
                since = monotonic()
            except BlockingIOError:
                if monotonic() - since > _PATIENCE:
                    self._leave()
                else:
                    self._wait()
            except OSError:  # a broken pipe, or a socket that was reset
                self._leave()
        return len(data)

    def _wait(self) -> None:
        """Until there is room in the pipe, or for a glance."""
        from select import select

        select([], [self.fileno], [], _GLANCE)
