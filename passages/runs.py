"""Runs: a set of files written together, recorded, and taken back together.

The records lie in `.endonym/runs/` of the nearest folder, from the working directory upwards, that has `.endonym`;
else it is made in the working directory. One run writes at a time. Each file is at every moment whole, old or new; a run
that was interrupted can be taken back like any other.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from passages.errors import DocumentError
from passages.journal import Change, Journal, Record
from passages.lock import locked
from passages.writing import write_atomically
from translit.message import Message


class Read(Protocol):
    """A file as it was read: a document, a bitext."""

    @property
    def path(self) -> Path:
        """The file, as the user named it."""
        ...

    @property
    def data(self) -> bytes:
        """Its bytes."""
        ...

    @property
    def digest(self) -> str:
        """Their SHA-256, in hexadecimal."""
        ...


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking a run back did."""

    id: str
    """The run."""
    restored: tuple[str, ...]
    """The files that have their old bytes again, from the project's folder or absolute."""


def write_run(changes: Sequence[tuple[Read, bytes]], note: str = "", *, project: Path | None = None) -> str:
    """Give each file its new bytes, as one recorded run; the run's id.

    The run is recorded in `project`, by default the working directory's.

    Raises:
        DocumentError: before anything is written, where a file has changed since it was read, is named twice or may not be written, the run cannot be
            recorded or another is writing; later, where a file cannot be written: the message names the run, the files before
            it are new and the others old.
    """
    project = project or _project() or Path.cwd()
    with _writing(project) as folder:
        plan = [(_planned(document, new, project), document.data) for document, new in changes]
        for path, times in Counter(change.path for change, _ in plan).items():
            if times > 1:
                raise DocumentError(path, "it is named twice", "name it once")
        for document, _ in changes:
            _writable(document.path)
        id = _new_id()
        journal = Journal(folder / id)
        journal.begin(id, note, plan)
        for count, ((change, _), (document, new)) in enumerate(zip(plan, changes, strict=True)):
            try:
                write_atomically(document.path, new)
            except DocumentError as error:
                remedy = Message(
                    "{remedy}; run {id} has written {done} of {all} files, `endonym undo {id}` takes it back",
                    remedy=error.remedy,
                    id=id,
                    done=count,
                    all=len(plan),
                )
                raise DocumentError(error.path, error.problem, remedy) from error
            journal.done(change.path)
        journal.finished()
    return id


def _planned(document: Read, new: bytes, project: Path) -> Change:
    """The change of one file, after the proof that it is as it was read."""
    real = Path(os.path.realpath(document.path))
    change = Change(_name(real, project), document.digest, sha256(new).hexdigest())
    if _digest(real) != change.old:
        raise DocumentError(document.path, "it has changed since it was read", "run the command again")
    return change


def _writable(path: Path) -> None:
    """The proof that a file may be replaced: the file and, for the temporary file beside it, its folder."""
    real = Path(os.path.realpath(path))
    if not os.access(real, os.W_OK):
        raise DocumentError(path, "it is read-only", "make it writable, or leave it out with --exclude; nothing was written")
    if not os.access(real.parent, os.W_OK | os.X_OK):
        raise DocumentError(path, "its folder is read-only", "make it writable, or leave the file out with --exclude; nothing was written")


def runs() -> list[Record]:
    """The recorded runs of this project, newest first."""
    project = _project()
    return [] if project is None else _recorded(project / ".endonym" / "runs")


def undo_run(run: str | None = None) -> Undone:
    """Take back the newest run that is not undone, or the one whose id is, or alone begins with, `run`.

    Files that already have their old bytes are left alone, so that an interrupted run, or an interrupted undo, can be taken back.

    Raises:
        DocumentError: where there is no such run; where any file is neither as the run left it nor as it was before (nothing is
            changed then); where a file cannot be written.
    """
    project = _project()
    if project is None:
        raise DocumentError(Path.cwd(), "no run is recorded here", "go to the folder where --write was used")
    with _writing(project) as folder:
        record = _chosen(_recorded(folder), run, folder)
        journal = Journal(folder / record.id)
        restore: list[tuple[Path, bytes, str]] = []
        stray: list[Path] = []
        for change in record.changes:
            file = project / change.path
            now = _digest(file)
            stray += _stray(file, change)
            if now == change.old:
                continue
            if now != change.new:
                raise DocumentError(
                    file,
                    Message("it has changed since run {id}", id=record.id) if now else "it is gone",
                    "nothing was undone; put it right by hand",
                )
            restore.append((file, journal.old_bytes(change), change.path))
        for file, old, _ in restore:
            write_atomically(file, old)
        for file in stray:
            with suppress(OSError):  # it harms nobody where it stays
                file.unlink()
        journal.undone()
    return Undone(record.id, tuple(path for _, _, path in restore))


def _stray(file: Path, change: Change) -> list[Path]:
    """The temporary files beside a document that a killed run left: by their name, and by their bytes, which are the old or the new ones.

    A file that was cut off half-way holds neither; it may be a stranger's and stays.
    """
    name = re.compile(rf"\.{re.escape(file.name[:64])}\.[a-z0-9_]{{8}}\.tmp")
    try:
        beside = [entry for entry in file.parent.iterdir() if name.fullmatch(entry.name) and entry.is_file() and not entry.is_symlink()]
        return [entry for entry in beside if _digest(entry) in {change.old, change.new}]
    except (OSError, DocumentError):
        return []


def _project() -> Path | None:
    """The nearest folder upwards that has `.endonym`."""
    here = Path.cwd()
    return next((folder for folder in (here, *here.parents) if (folder / ".endonym").is_dir()), None)


@contextmanager
def _writing(project: Path) -> Generator[Path, None, None]:
    """Hold the project's lock; gives the folder of the runs, which is made where it does not exist."""
    home = project / ".endonym"
    try:
        (home / "runs").mkdir(parents=True, exist_ok=True)
        if not (home / ".gitignore").exists():
            (home / ".gitignore").write_text("*\n", "utf-8")
    except OSError as error:
        raise DocumentError.from_os(home, error, "record the run in") from error
    with locked(home / "lock"):
        yield home / "runs"


def _recorded(folder: Path) -> list[Record]:
    """The runs of a folder, newest first."""
    names = sorted((entry.name for entry in folder.iterdir()), reverse=True) if folder.is_dir() else []
    return [record for name in names if (record := Journal(folder / name).read()) is not None]


def _chosen(records: list[Record], run: str | None, folder: Path) -> Record:
    """The run to take back."""
    if run is None:
        for record in records:
            if not record.undone:
                return record
        raise DocumentError(folder, "there is no run to undo", "see `endonym undo --list`")
    fitting = [record for record in records if record.id == run] or [record for record in records if run and record.id.startswith(run)]
    if len(fitting) != 1:
        problem = "more than one run is called {run!r}" if fitting else "no run is called {run!r}"
        raise DocumentError(folder, Message(problem, run=run), "see `endonym undo --list`")
    if fitting[0].undone:
        raise DocumentError(folder, Message("run {id} has already been undone", id=fitting[0].id), "see `endonym undo --list`")
    return fitting[0]


def _new_id() -> str:
    """An id that sorts by time: date, time, microseconds, and two random bytes."""
    return f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}-{os.urandom(2).hex()}"


def _name(real: Path, project: Path) -> str:
    """A file's name in the record."""
    home = Path(os.path.realpath(project))
    return real.relative_to(home).as_posix() if real.is_relative_to(home) else str(real)


def _digest(file: Path) -> str:
    """SHA-256 of a file's bytes; empty where it is gone.

    Raises:
        DocumentError: where it cannot be read.
    """
    try:
        return sha256(file.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise DocumentError.from_os(file, error, "read") from error
