"""The database of one session: its tables, its transactions, and what is said where it cannot be used.

SQLite by the standard library: a review starts as fast as Python does. Every transaction is on the disk before its `with` ends (write-ahead
log, `synchronous=FULL`) or has left no trace; whatever happens to the process, what was acknowledged stays. What the rows mean is the
business of the rooms that read and write them (`slots`, `steps`, `judging`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from passages.errors import DocumentError
from translit.message import Message

SCHEMA = 1
"""Raise it when the tables change; a session of a higher number is refused."""
_APPLICATION = 0x656E6472  # "endr": tells a review session from any other SQLite file
_WAIT = 5.0  # seconds to wait for another process that writes

_TABLES = """
CREATE TABLE about (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE base (number INTEGER PRIMARY KEY CHECK (number = 1), stamp TEXT NOT NULL, states BLOB NOT NULL, prints BLOB NOT NULL);
CREATE TABLE slot (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL, context TEXT NOT NULL, at INTEGER NOT NULL, rank REAL NOT NULL DEFAULT 0,
  base_source TEXT NOT NULL, base_target TEXT NOT NULL, base_state TEXT NOT NULL,
  source TEXT, target TEXT, state TEXT, removed INTEGER NOT NULL DEFAULT 0, gone INTEGER NOT NULL DEFAULT 0, saved TEXT, codes TEXT);
CREATE TABLE step (
  id INTEGER PRIMARY KEY AUTOINCREMENT, author TEXT NOT NULL, time TEXT NOT NULL, kind TEXT NOT NULL, said TEXT NOT NULL, more TEXT, undone INTEGER NOT NULL DEFAULT 0);
CREATE INDEX step_undone ON step (undone, id);
CREATE TABLE change (step INTEGER NOT NULL, slot INTEGER NOT NULL, what TEXT NOT NULL, PRIMARY KEY (slot, step)) WITHOUT ROWID;
CREATE INDEX change_step ON change (step);
CREATE TABLE comment (id INTEGER PRIMARY KEY, step INTEGER NOT NULL, slot INTEGER NOT NULL, author TEXT NOT NULL, time TEXT NOT NULL, text TEXT NOT NULL);
CREATE INDEX comment_slot ON comment (slot);
CREATE INDEX comment_step ON comment (step);
CREATE TABLE dismissal (
  id INTEGER PRIMARY KEY, step INTEGER NOT NULL, scope TEXT NOT NULL, code TEXT NOT NULL, text TEXT NOT NULL, concept TEXT NOT NULL,
  print TEXT NOT NULL, slot INTEGER, author TEXT NOT NULL, time TEXT NOT NULL, lifted INTEGER);
CREATE TABLE draft (slot INTEGER PRIMARY KEY, text TEXT NOT NULL, time TEXT NOT NULL);
CREATE TABLE reviewer (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE news (reviewer TEXT NOT NULL, ref INTEGER NOT NULL, PRIMARY KEY (reviewer, ref)) WITHOUT ROWID;
"""

_CAUSES = (
    ("locked", Message("another program is writing to it"), Message("wait until it has ended and try again")),
    ("readonly", Message("it cannot be written"), Message("check the permissions of the file and of its folder")),
    ("unable to open", Message("it cannot be opened"), Message("check the permissions of the file and of its folder")),
    ("full", Message("the disk is full"), Message("make room and try again; what was done before is kept")),
    ("disk i/o", Message("the disk cannot be read or written"), Message("check the disk; what was done before is kept")),
    (
        "",
        Message("the review session is damaged"),
        Message("put a backup in its place, or move it away to begin a new one; `sqlite3 FILE .recover` may save what is left"),
    ),
)


class Store:
    """An open session database; close it."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
        """Take a connection that `Store.open` made."""
        self.path = path
        """The file."""
        self.read_only = read_only
        """True where nothing may be written."""
        self._connection = connection

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Store:
        """Open the database, or make it; one that is to be read only must be there.

        Raises:
            DocumentError: in one line, for a file that is damaged, newer than this program, or not to be opened. It is left as it is.
        """
        with _clear(path):
            connection = _readable(path) if read_only else sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
            try:
                _prepare(path, connection, read_only=read_only)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection, read_only=read_only)

    def close(self) -> None:
        """Let go of the file; what was written stays."""
        with suppress(sqlite3.Error):
            self._connection.close()

    @contextmanager
    def writing(self) -> Generator[sqlite3.Connection, None, None]:
        """A transaction: on the disk when it ends, without a trace where it fails.

        Raises:
            DocumentError: where the disk or another program does not allow it.
        """
        connection = self._connection
        with _clear(self.path):
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise

    def note(self, name: str, value: str | int | None) -> None:
        """Keep something small that a broken disk may forget but a killed process may not: where the reviewer stood."""
        connection = self._connection
        with _clear(self.path):
            connection.execute("PRAGMA synchronous=NORMAL")
            try:
                connection.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, value))
            finally:
                connection.execute("PRAGMA synchronous=FULL")

    def read(self, question: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows that answer a question.

        Raises:
            DocumentError: where the file cannot be read.
        """
        with _clear(self.path):
            return self._connection.execute(question, values).fetchall()

    def about(self, name: str) -> Any:
        """A value kept under a name; None where there is none."""
        rows = self.read("SELECT value FROM about WHERE name = ?", (name,))
        return rows[0][0] if rows else None

    @property
    def version(self) -> int:
        """A number that changes when another process has written."""
        return int(self.read("PRAGMA data_version")[0][0])


def _readable(path: Path) -> sqlite3.Connection:
    """A connection that only reads; where not even SQLite's own notes can be made beside the file, it is read as it is."""
    uri = path.absolute().as_uri()
    connection = sqlite3.connect(f"{uri}?mode=ro", uri=True, timeout=_WAIT, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if "unable to open" not in str(error) or path.with_name(path.name + "-wal").exists():
            raise
        return sqlite3.connect(f"{uri}?mode=ro&immutable=1", uri=True, timeout=_WAIT, isolation_level=None)
    return connection


def _prepare(path: Path, connection: sqlite3.Connection, *, read_only: bool) -> None:
    """Make the tables of a new file; prove that a file which is there is a session that this program understands."""
    application, schema, tables = (
        connection.execute(question).fetchone()[0]
        for question in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_schema")
    )
    if tables and application != _APPLICATION:
        raise DocumentError(path, "it is a database, but no review session", "move it away to begin a new session")
    if schema > SCHEMA:
        raise DocumentError(path, "this review session was kept by a newer endonym", "upgrade endonym; nothing was changed")
    if not read_only:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        if not tables:
            connection.executescript(f"BEGIN IMMEDIATE;{_TABLES}PRAGMA application_id={_APPLICATION};PRAGMA user_version={SCHEMA};COMMIT;")
    elif not tables:
        raise DocumentError(path, "this review session holds nothing yet", "wait until its reviewer has begun")


@contextmanager
def _clear(path: Path) -> Generator[None, None, None]:
    """Turn what SQLite says into one line about the session."""
    try:
        yield
    except sqlite3.Error as error:
        said = " ".join(str(error).split())
        problem, remedy = next((problem, remedy) for word, problem, remedy in _CAUSES if word in said.lower())
        raise DocumentError(path, Message("{problem} ({said})", problem=problem, said=said[:200]), remedy) from error
