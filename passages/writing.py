"""Writing a file whole or not at all.

The new bytes go to a temporary file in the same folder, are forced to the disk, and take the old file's place in one
step; whatever happens, the name holds either all old or all new bytes. A link is written through to its file.
"""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from passages.errors import DocumentError

_CHUNK = 1 << 20


def write_atomically(path: str | Path, data: bytes) -> None:
    """Replace (or create) a file's bytes; keep its mode and, where the system allows it, its owner.

    Raises:
        DocumentError: naming the file and the remedy, where that is not possible: the file is then unchanged and no temporary file is left.
    """
    target = Path(os.path.realpath(path))
    temporary: Path | None = None
    try:
        before = target.stat() if target.exists() else None
        if before is not None and not os.access(target, os.W_OK):
            raise DocumentError(path, "it is read-only", "make it writable, or leave it out with --exclude")
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:64]}.", suffix=".tmp", dir=target.parent)
        temporary = Path(name)
        try:
            fill(handle, data)
            if before is not None:
                _dress(temporary, before)
            else:
                temporary.chmod(0o666 & ~_umask())
        finally:
            os.close(handle)
        temporary.replace(target)
        temporary = None
        sync_folder(target.parent)
    except OSError as error:
        raise DocumentError.from_os(path, error, "write") from error
    finally:
        if temporary is not None:  # also for Ctrl-C
            with contextlib.suppress(OSError):
                temporary.unlink()


def write_through(path: Path, data: bytes) -> None:
    """Make a new file and force its bytes to the disk; not atomic: for files that nobody reads before something else names them.

    Raises:
        OSError: as the system says; a file may be left in part.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    try:
        fill(handle, data)
    finally:
        os.close(handle)


def fill(handle: int, data: bytes) -> None:
    """Write all the bytes and force them to the disk."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view[:_CHUNK]) :]
    os.fsync(handle)


def _dress(temporary: Path, like: os.stat_result) -> None:
    """Give a file the owner, group and mode of another; a right that may not be given is not widened instead."""
    if hasattr(os, "chown"):
        with contextlib.suppress(PermissionError):
            os.chown(temporary, like.st_uid, like.st_gid)
    temporary.chmod(stat.S_IMODE(like.st_mode))


def _umask() -> int:
    """The process's mask for new files; reading it means setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def sync_folder(folder: Path) -> None:
    """Force a folder's list of names to the disk, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with contextlib.suppress(OSError):  # some network file systems refuse; the rename itself has been done
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
