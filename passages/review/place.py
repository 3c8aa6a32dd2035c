"""Where the session of a file is kept, so that it is found again from any working directory.

In `.endonym/reviews/` of the nearest folder above the file that has one with a session of this file; a new session goes to the project that
the working directory is in, where the file lies below it, else to the nearest `.endonym` above the file, else to a new one in the file's
folder. Where nothing can be written there it goes to the user's own folder for such things. A project that is moved takes its sessions along.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from passages.errors import DocumentError
from translit.message import Message

HOME, FOLDER = ".endonym", "reviews"
_NAME = re.compile(r"[^\w.-]+")


def session_file(path: Path, home: Path | None = None) -> Path:
    """The database of the session of a file, which may yet have to be made; its folder is there.

    `home` is the folder to keep it in; None looks for it as this module says.

    Raises:
        DocumentError: where no folder can be made for it.
    """
    real = Path(os.path.realpath(path))
    if home is not None:
        return _made(home) / _name(real, None)
    places = [(project / HOME / FOLDER, _name(real, project)) for project in _above(real.parent)]
    own = _own_folder() / FOLDER
    for folder, name in (*places, (own, _name(real, None))):
        if (folder / name).exists():
            return folder / name
    project = project_of(real)
    folder = project / HOME / FOLDER
    try:
        _writable(folder)
    except OSError:
        return _made(own) / _name(real, None)
    return folder / _name(real, project)


def project_of(path: Path) -> Path:
    """The folder whose `.endonym` keeps what is recorded about a file."""
    real = Path(os.path.realpath(path))
    here = Path(os.path.realpath(Path.cwd()))
    if real.is_relative_to(here):
        return next(_with_home(here), here)
    return next(_with_home(real.parent), real.parent)


def is_own(database: Path) -> bool:
    """Whether a session is in the user's own folder, because nothing could be written beside its file."""
    return database.parent == _own_folder() / FOLDER


def _above(folder: Path) -> Iterator[Path]:
    yield folder
    yield from folder.parents


def _with_home(folder: Path) -> Iterator[Path]:
    return (one for one in _above(folder) if (one / HOME).is_dir())


def _name(real: Path, project: Path | None) -> str:
    """The session's file name: readable, and told from others by where its file is."""
    place = real.relative_to(os.path.realpath(project)).as_posix() if project is not None else str(real)
    return f"{_NAME.sub('-', real.name)[:60]}-{sha256(place.encode('utf-8', 'surrogateescape')).hexdigest()[:12]}.db"


def _own_folder() -> Path:
    from platformdirs import user_state_path

    return user_state_path("endonym", appauthor=False)


def _writable(folder: Path) -> None:
    """Make the folder of the sessions, kept out of git; raises OSError where nothing can be written in it."""
    folder.mkdir(parents=True, exist_ok=True)
    ignored = folder.parent / ".gitignore"
    if folder.parent.name == HOME and not ignored.exists():
        ignored.write_text("*\n", "utf-8")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise PermissionError(folder)


def _made(folder: Path) -> Path:
    try:
        _writable(folder)
    except OSError as error:
        told = DocumentError.from_os(folder, error, "keep the review session in")
        raise DocumentError(folder, told.problem, Message("let this folder or that of the file be written, and open it again")) from error
    return folder
