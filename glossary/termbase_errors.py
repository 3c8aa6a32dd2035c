"""What a database can say when it cannot be used, as the one clear line a user gets.

Owns the wording and the guess at the cause; `ConflictError` is the one error that a program may want to catch by itself.
"""

from __future__ import annotations

import re
from collections.abc import Generator
from contextlib import contextmanager

from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from glossary.errors import GlossaryError
from translit.message import Message


class ConflictError(GlossaryError):
    """Somebody changed meanwhile what a change is about; nothing was written."""


_CAUSES = (
    (
        r"constraint failed: revision|revision_pkey",
        Message("a concept is there twice in one change"),
        Message("unite the two first; nothing was changed"),
    ),
    (
        r"database is locked|lock timeout|table is locked",
        Message("another program is writing to it"),
        Message("wait until it has ended and try again"),
    ),
    (r"readonly|read-only", Message("cannot be written"), Message("check the permissions of the file and of its folder")),
    (r"unable to open", Message("cannot be opened"), Message("check the path and the permissions of the file and of its folder")),
    (
        r"not a database|malformed|encrypted|corrupt",
        Message("is damaged or no termbase"),
        Message("put a backup in its place, or import your last export into a new one; `sqlite3 FILE .recover` may save what is left"),
    ),
    (r"disk (?:is )?full|no space", Message("the disk is full"), Message("make room and try again; nothing was changed")),
    (r"disk I/O error|could not (?:read|write)", Message("the disk cannot be read or written"), Message("check the disk")),
    (
        r"password authentication|no password supplied",
        Message("the server refuses the user or the password"),
        Message("check the URL, or ~/.pgpass"),
    ),
    (r"database \"?[^\"]*\"? does not exist", Message("the server has no such database"), Message("create it (createdb NAME)")),
    (
        r"permission denied",
        Message("the server does not permit it"),
        Message("ask who keeps it for the rights to create and to write tables"),
    ),
    (
        r"connection|server|timeout|resolve",
        Message("the server cannot be reached"),
        Message("check the URL and that the server is running"),
    ),
    (r"no such module: fts5", Message("this Python’s SQLite has no full-text search"), Message("use a Python whose SQLite has FTS5")),
    (r"no such tokenizer", Message("this Python’s SQLite is older than 3.34"), Message("use a newer Python")),
    (r"no such table|no such column|undefined", Message("is a database, but no termbase"), Message("check the name")),
)


@contextmanager
def unusable(where: str) -> Generator[None, None, None]:
    """Turn what the database says into a `GlossaryError` about the termbase `where`."""
    try:
        yield
    except DBAPIError as error:
        # The driver's own words, without the statement and without the URL, which may hold a password.
        said = " ".join(str(error.orig).split())
        problem, remedy = next(
            ((problem, remedy) for pattern, problem, remedy in _CAUSES if re.search(pattern, said, re.IGNORECASE)),
            (Message("the database reports an error"), Message("see the message")),
        )
        raise GlossaryError(where, None, Message("{problem} ({said})", problem=problem, said=said[:200]), remedy) from error


@contextmanager
def no_database(where: str) -> Generator[None, None, None]:
    """Turn a URL that names no database, or none that this Python can reach, into a `GlossaryError`."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise GlossaryError(
            where, None, Message("the driver {name} is not installed", name=error.name), "pip install 'endonym[postgres]'"
        ) from error
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise GlossaryError(where, None, "is no URL of a termbase", "postgresql://user@host/name, or the path of a file") from error
