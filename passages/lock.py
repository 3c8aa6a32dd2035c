"""One writer at a time: a lock on a file that the system lets go of when the process ends, however it ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from passages.errors import DocumentError


class HeldError(DocumentError):
    """Another process holds the lock."""


@contextmanager
def locked(file: Path) -> Generator[None, None, None]:
    """Hold the lock for a while; the file is made where it does not exist, and stays.

    Raises:
        HeldError: at once, where another process holds it.
        DocumentError: where the file cannot be made.
    """
    try:
        handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise DocumentError.from_os(file, error, "open") from error
    try:
        try:
            _take(handle)
        except OSError as error:
            raise HeldError(file, "another run is writing", "wait until it has ended and try again") from error
        yield
    finally:
        os.close(handle)  # lets go of the lock


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        """Lock the first byte, or fail at once."""
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(handle: int) -> None:
        """Lock the whole file, or fail at once."""
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
