"""Standard output and the terminal behind it: how wide, in colour or not, what a letter it lacks becomes, and progress.

Owns everything that asks whether a person is looking; the reporters only make text.
"""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Iterable

from glossary.speech import Speech

WIDEST = 100
"""Cells of the longest line of a report: longer ones are hard to read."""


def emit(pieces: Iterable[str], output: str | None = None) -> None:
    """Write pieces of text to standard output as they come, or whole and atomically to a file, as UTF-8.

    A letter that standard output cannot show is written as its number instead of failing.

    Raises:
        DocumentError: where the file cannot be written.
    """
    if output is not None:
        from pathlib import Path

        from passages.writing import write_atomically

        write_atomically(Path(output), "".join(pieces).encode())
        return
    stream: object = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    for piece in pieces:
        sys.stdout.write(piece)
    sys.stdout.flush()


def coloured() -> bool:
    """Whether to colour standard output: a terminal, unless NO_COLOR is set (no-color.org) or the terminal is dumb."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def columns() -> int:
    """Cells in a line of a report: the terminal's, at most `WIDEST`; 80 where there is none."""
    if not sys.stdout.isatty():
        return 80
    import shutil

    return min(WIDEST, shutil.get_terminal_size((80, 24)).columns)


def cells() -> int:
    """Cells in a line of help, its margin of two taken off, at most `WIDEST`; 80 where there is no terminal.

    COLUMNS goes first, as in `shutil.get_terminal_size`, which Click would ask and whose import costs a quarter of a bare start.
    """
    try:
        wide = int(os.environ.get("COLUMNS") or 0) or os.get_terminal_size(1).columns
    except (OSError, ValueError):
        wide = 80
    return max(min(wide if wide > 0 else 80, WIDEST) - 2, 50)


class Progress:
    """Counts files on a terminal's last line once a run has lasted a second; silent in a pipe."""

    def __init__(self, speech: Speech) -> None:
        """Start the clock; take the language of the reader."""
        self._speech = speech
        self._shown = sys.stderr.isatty() and sys.stdout.isatty()
        self._count = 0
        self._next = time.monotonic() + 1
        self._drawn = False

    def __enter__(self) -> Progress:  # noqa: PYI034  # Self would cost an import at every start
        """Nothing is shown yet."""
        return self

    def __call__(self, path: str) -> None:
        """Note one more file."""
        self._count += 1
        if self._shown and time.monotonic() >= self._next:
            self._next = time.monotonic() + 0.1
            self._drawn = True
            said = self._speech.count("{n} file read …", "{n} files read …", self._count)
            sys.stderr.write(f"\r\x1b[K{said} {path[-50:]!r}")
            sys.stderr.flush()

    def __exit__(self, *_: object) -> None:
        """Clear the line."""
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
