"""Keeps compiled lexicons in the user's cache folder, so that a second call parses and compiles nothing.

A cache can only ever save time: a folder that cannot be written, a damaged or foreign file, two programs at once, a disk that is full —
none of them is an error, the lexicon is then compiled.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from zlib import adler32, crc32

import daachorse

from glossary.lexicon import FORMAT, Lexicon

_SUFFIX = ".lexicon"
_KEPT = 32  # lexicons; the longest unused go first


def load_or_compile(key: str, build: Callable[[], Lexicon], folder: Path | None = None) -> Lexicon:
    """The lexicon kept under a key, else the one that `build` makes, kept for the next time.

    `key` says everything that `build` depends on; the format of the columns and the build of daachorse are added here. `folder` is by
    default the user's cache folder. Raises only what `build` raises.
    """
    folder = folder or _user_folder()
    head = f"{FORMAT} {_daachorse_build()} {key}\n".encode()
    path = folder / f"{crc32(head):08x}{adler32(head):08x}{_SUFFIX}"
    with suppress(OSError, ValueError):
        with path.open("rb") as file:
            # The name of a file is not trusted to tell it from all others.
            if file.read(len(head)) != head:
                raise ValueError("kept under another key")
            lexicon = Lexicon.read(file)
        with suppress(OSError):
            os.utime(path)
        return lexicon
    lexicon = build()
    with suppress(OSError):
        _keep(path, head + lexicon.to_bytes())
        _tidy(folder)
    return lexicon


def _user_folder() -> Path:
    """Where the user's caches belong. On Linux as the XDG Base Directory Specification 0.8 says, for platformdirs costs a tenth of a start."""
    if sys.platform == "linux":
        home = os.environ.get("XDG_CACHE_HOME", "")
        return (Path(home) if Path(home).is_absolute() else Path.home() / ".cache") / "endonym"
    from platformdirs import user_cache_path

    return user_cache_path("endonym", appauthor=False)


def _keep(path: Path, data: bytes) -> None:
    """Write whole or not at all: another program sees the old file, none, or the new one."""
    import tempfile  # a tenth of a bare start, and only a first call writes

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _tidy(folder: Path) -> None:
    """Forget the lexicons that were not used for the longest time."""
    kept = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[_KEPT:]:
        path.unlink(missing_ok=True)


def _daachorse_build() -> str:
    """Which daachorse wrote an automaton: the size and time of its module, for asking the installer's records takes a tenth of a start."""
    module = getattr(daachorse, "daachorse", daachorse)
    state = Path(str(module.__file__)).stat()
    return f"{state.st_size} {state.st_mtime_ns}"
