"""Writing an exported file whole or not at all: a temporary file beside it, forced to the disk, takes its name in one step."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from glossary.errors import GlossaryError
from translit.message import Message, system_says


def save(path: Path, data: bytes) -> None:
    """Make the file, or replace it with its mode kept; a link is written through to its file.

    Raises:
        GlossaryError: where that is not possible; what stood there before still does.
    """
    target = Path(os.path.realpath(path))
    temporary: Path | None = None
    try:
        mode = target.stat().st_mode & 0o7777 if target.exists() else None
        if target.is_dir():
            raise GlossaryError(str(path), None, "is a folder", "name a file in it")
        if mode is not None and not os.access(target, os.W_OK):
            raise GlossaryError(str(path), None, "is read-only", "make it writable, or write to another file")
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:64]}.", suffix=".part", dir=target.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode if mode is not None else 0o666 & ~_umask())
        temporary.replace(target)
        temporary = None
    except OSError as error:
        raise GlossaryError(
            str(path), None, Message("cannot be written: {why}", why=system_says(error)), "check the folder and its permissions"
        ) from None
    finally:
        if temporary is not None:  # also for Ctrl-C
            with contextlib.suppress(OSError):
                temporary.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
