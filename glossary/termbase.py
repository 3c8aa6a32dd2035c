"""The termbase: a glossary in a database, where every change has an author, a time and a reason, and can be taken back.

Owns the transactions: `put`, `remove` and `undo` write all of what they are asked or nothing, and what they have written stays,
whatever happens to the process. Tables and connections are `termbase_schema`'s, search `termbase_search`'s, the words about changes
`termbase_history`'s. SQLAlchemy is imported with this module, so import it only where a termbase is opened.

A change may say which version of the termbase it is based on; it is refused, with what is different, where somebody has changed one of
its concepts since. Ids are the termbase's identity of a concept: nothing is merged here by spelling.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, Row, Select, delete, func, insert, select

from glossary.errors import GlossaryError
from glossary.glossary import Glossary
from glossary.lint import structure
from glossary.model import Concept
from glossary.termbase_codec import dumps, loads
from glossary.termbase_errors import ConflictError, unusable
from glossary.termbase_history import Change, Revision, differences
from glossary.termbase_opening import opened
from glossary.termbase_schema import about, change, concept, lock_for_writing, revision, term
from glossary.termbase_search import By, Hit, search
from glossary.termbase_writing import write
from translit.message import Message, joined

_CHUNK = 2000  # concepts at a time

Item = tuple[str, Concept | None]
"""A concept's id, and what it is to say; None to remove it."""


class Termbase:
    """An open termbase; use it in a `with` statement, or close it."""

    def __init__(self, engine: Engine, where: str) -> None:
        """Take an engine that `open_engine` gave; `Termbase.open` does that."""
        self._engine = engine
        self.where = where
        """The termbase as the user named it, without a password."""

    @classmethod
    def open(cls, where: str | Path, *, create: bool = False) -> Self:
        """Open a termbase by its path, or by the URL of a database (`postgresql://user@host/name`).

        Where `create` is true it is made if it is not there. A file in a folder that cannot be written is opened to be read.

        Raises:
            GlossaryError: in one line, for a termbase that is missing, damaged, newer than this program, or not to be reached.
        """
        return cls(*opened(where, create=create))

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        """The termbase itself."""
        return self

    def __exit__(self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None) -> None:
        """Close it."""
        self.close()

    @property
    def version(self) -> int:
        """The number of the last change; 0 for a new termbase."""
        with self._reading() as connection:
            return _version(connection)

    @property
    def fingerprint(self) -> str:
        """Tells this content from any other: the termbase's identity and its version."""
        return self.state()[0]

    def state(self) -> tuple[str, int]:
        """The fingerprint, and a number that the spellings do not exceed."""
        with self._reading() as connection:
            identity = connection.scalar(select(about.c.value).where(about.c.name == "identity"))
            spellings = connection.execute(select(func.coalesce(func.max(term.c.number), 0))).scalar_one()
            return f"{identity} {_version(connection)}", spellings

    def glossary(self) -> Glossary:
        """All concepts, in the order of their ids."""
        return Glossary(tuple(self.concepts()))

    def concepts(self) -> Iterator[Concept]:
        """The concepts in the order of their ids, as they are at one moment; read as they are asked for."""
        with self._reading() as connection:
            rows = connection.execution_options(yield_per=_CHUNK).execute(select(concept.c.id, concept.c.content).order_by(concept.c.id))
            for id, content in rows:
                yield self._read(id, content)

    def concept(self, id: str) -> Concept:
        """The concept with this id.

        Raises:
            KeyError: where there is none.
        """
        with self._reading() as connection:
            content = connection.execute(select(concept.c.content).where(concept.c.id == id)).scalar_one_or_none()
        if content is None:
            raise KeyError(id)
        return self._read(id, content)

    def some(self, ids: Sequence[str]) -> dict[str, Concept]:
        """Those of the concepts with these ids that there are, at most some hundred at once."""
        with self._reading() as connection:
            rows = connection.execute(select(concept.c.id, concept.c.content).where(concept.c.id.in_(ids))).all()
        return {id: self._read(id, content) for id, content in rows}

    def search(self, wanted: str, by: By = By.PREFIX, *, language: str | None = None, limit: int = 20) -> list[Hit]:
        """At most `limit` spellings, the best first; see `termbase_search`."""
        with self._reading() as connection:
            return search(connection, wanted, by, language=language, limit=limit)

    def put(self, concepts: Iterable[Concept], *, author: str, reason: str, based_on: int | None = None) -> Change | None:
        """Add concepts, or replace those of the same ids, as one change; None where all of them say what they said.

        `concepts` may be endless but for the disk: they are written as they come. `based_on` is the version that was read before; None
        overwrites what others have done since.

        Raises:
            ConflictError: where a concept was changed after `based_on`.
            GlossaryError: for a concept that contradicts itself, or a termbase that cannot be written. Nothing is changed then.
        """
        return self.change(concepts, author=author, reason=reason, based_on=based_on)

    def remove(self, ids: Iterable[str], *, author: str, reason: str, based_on: int | None = None) -> Change | None:
        """Remove concepts as one change; None where none has these ids. Raises as `put` does."""
        return self.change((), ids, author=author, reason=reason, based_on=based_on)

    def change(
        self, puts: Iterable[Concept], removes: Iterable[str] = (), *, author: str, reason: str, based_on: int | None = None
    ) -> Change | None:
        """Put and remove in one change, for merging two concepts into one. Raises as `put` does."""

        def items() -> Iterator[Item]:
            yield from ((one.id, self._sound(one)) for one in puts)
            yield from ((id, None) for id in removes)

        with self._writing() as connection:
            return self._write(connection, items(), author, reason, based_on=based_on)

    def undo(self, id: int | None = None, *, author: str, reason: str = "") -> Change:
        """Take back a change, a whole import too, as a change of its own; by default the last that is neither undone nor an undo.

        An undo can be taken back like any other change, by its number.

        Raises:
            ConflictError: where a concept was changed again later: that change must be taken back first.
            GlossaryError: where there is no such change, or it has been taken back.
        """
        if id is None:
            id = next((one.id for one in self.history(limit=-1) if one.undoes is None and one.undone_by is None), None)
            if id is None:
                raise GlossaryError(self.where, None, "there is no change to undo", "see `endonym glossary history`")
        taken = id

        def items(connection: Connection) -> Iterator[Item]:
            last = ""
            chosen = (
                select(revision.c.concept, revision.c.before).where(revision.c.change == taken).order_by(revision.c.concept).limit(_CHUNK)
            )
            while rows := connection.execute(chosen.where(revision.c.concept > last)).all():
                for of, before in rows:
                    yield of, None if before is None else self._read(of, before)
                last = rows[-1][0]

        with self._writing() as connection:
            row = connection.execute(select(change).where(change.c.id == taken)).one_or_none()
            if row is None:
                raise GlossaryError(self.where, None, Message("there is no change {id}", id=taken), "see `endonym glossary history`")
            again = connection.execute(select(change.c.id).where(change.c.undoes == taken)).scalar_one_or_none()
            if again is not None:
                raise GlossaryError(
                    self.where,
                    None,
                    Message("change {id} has been taken back by change {again}", id=taken, again=again),
                    Message("undo {again} to have it again", again=again),
                )
            made = self._write(connection, items(connection), author, reason or f"undo {taken}: {row.reason}", based_on=taken, undoes=taken)
        if made is None:
            raise GlossaryError(
                self.where,
                None,
                Message("change {id} has changed nothing that could be taken back", id=taken),
                "see `endonym glossary history`",
            )
        return made

    def history(self, concept: str | None = None, *, limit: int = 20) -> list[Change]:
        """The last changes, of one concept or of all, the newest first; a negative limit for all of them."""
        chosen = _changes().order_by(change.c.id.desc())
        if concept is not None:
            chosen = chosen.where(change.c.id.in_(select(revision.c.change).where(revision.c.concept == concept)))
        with self._reading() as connection:
            return [_read_change(row) for row in connection.execute(chosen if limit < 0 else chosen.limit(limit))]

    def revisions(self, id: int, concept: str | None = None) -> Iterator[Revision]:
        """What a change did, concept by concept in the order of ids; to one concept where it is named.

        Raises:
            GlossaryError: where there is no such change.
        """
        with self._reading() as connection:
            row = connection.execute(_changes().where(change.c.id == id)).one_or_none()
            if row is None:
                raise GlossaryError(self.where, None, Message("there is no change {id}", id=id), "see `endonym glossary history`")
            chosen = select(revision.c.concept, revision.c.before).where(revision.c.change == id).order_by(revision.c.concept)
            made = _read_change(row)
            for of, before in connection.execute(chosen if concept is None else chosen.where(revision.c.concept == concept)).all():
                yield Revision(made, of, None if before is None else self._read(of, before), self._as_of(connection, of, id))

    def _as_of(self, connection: Connection, id: str, version: int) -> Concept | None:
        """What a concept said when the termbase had a version; None where it was not there."""
        later = select(revision.c.before).where(revision.c.concept == id, revision.c.change > version).order_by(revision.c.change).limit(1)
        row = (
            connection.execute(later).one_or_none() or connection.execute(select(concept.c.content).where(concept.c.id == id)).one_or_none()
        )
        return None if row is None or row[0] is None else self._read(id, row[0])

    def _write(
        self, connection: Connection, items: Iterable[Item], author: str, reason: str, *, based_on: int | None, undoes: int | None = None
    ) -> Change | None:
        """Write items in a transaction that is open; None, and nothing written, where nothing changes."""
        if not author.strip():
            raise GlossaryError(self.where, None, "a change needs an author", "name one, or set ENDONYM_AUTHOR")
        made = Change(
            _version(connection) + 1,
            f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
            " ".join(author.split()),
            " ".join(reason.split()),
            0,
            undoes,
        )
        connection.execute(insert(change).values(id=made.id, time=made.time, author=made.author, reason=made.reason, undoes=undoes))
        check: Callable[[list[str]], None] = (lambda _: None) if based_on is None else (lambda ids: self._refuse(connection, ids, based_on))
        count = 0
        waiting = iter(items)
        while chunk := list(islice(waiting, _CHUNK)):
            distinct = dict(chunk)
            if len(distinct) < len(chunk):
                twice = next(id for at, (id, _) in enumerate(chunk) if any(id == other for other, _ in chunk[:at]))
                raise GlossaryError(self.where, None, Message("“{twice}” is there twice in one change", twice=twice), "unite the two first")
            count += write(connection, made.id, distinct, self._line, check)
        if not count:
            connection.execute(delete(change).where(change.c.id == made.id))
            return None
        return Change(made.id, made.time, made.author, made.reason, count, undoes)

    def _refuse(self, connection: Connection, ids: list[str], based_on: int) -> None:
        """Refuse a change of concepts that somebody has changed since a version.

        Raises:
            ConflictError: naming the first of them, who changed it, when and why, and what is different.
        """
        own = _version(connection)
        later = (
            select(revision.c.concept, func.max(revision.c.change).label("change"))
            .where(revision.c.concept.in_(ids), revision.c.change > based_on, revision.c.change < own)
            .group_by(revision.c.concept)
            .order_by(revision.c.concept)
        )
        for row in connection.execute(later).all():
            was, now = self._as_of(connection, row.concept, based_on), self._as_of(connection, row.concept, own - 1)
            if was == now:
                continue  # changed, and changed back
            theirs = _read_change(connection.execute(_changes().where(change.c.id == row.change)).one())
            different = joined("; ", islice(differences(was, now), 5))
            why = f" ({theirs.reason})" if theirs.reason else ""
            raise ConflictError(
                self.where,
                None,
                Message(
                    "“{concept}” was changed by {author} at {time} in change {id}{why}: {different}",
                    concept=row.concept,
                    author=theirs.author,
                    time=theirs.time,
                    id=theirs.id,
                    why=why,
                    different=different,
                ),
                "nothing was written; look at it and repeat your change, or undo theirs first",
            )

    def _sound(self, one: Concept) -> Concept:
        """The concept; raises a `GlossaryError` where it contradicts itself."""
        for fault in structure(one):
            raise GlossaryError(one.origin or self.where, fault.line, fault.problem, fault.remedy)
        return one

    def _line(self, one: Concept) -> str:
        """The concept as it is kept; raises a `GlossaryError` for a character that no database keeps."""
        try:
            return dumps(one)
        except ValueError as error:
            raise GlossaryError(
                one.origin or self.where, None, Message("{problem}", problem=error), "take NUL and half surrogates out"
            ) from error

    def _read(self, id: str, content: str) -> Concept:
        try:
            return loads(content)
        except ValueError as error:
            raise GlossaryError(
                self.where, None, Message("“{id}” cannot be read: {why}", id=id, why=error), "upgrade endonym, or put a backup in its place"
            ) from error

    @contextmanager
    def _reading(self) -> Generator[Connection, None, None]:
        """A transaction that sees one state of the termbase."""
        with unusable(self.where), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _writing(self) -> Generator[Connection, None, None]:
        """A transaction that nobody else writes beside; on the disk when it ends, and without a trace where it fails."""
        with (
            unusable(self.where),
            self._engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            lock_for_writing(connection)
            yield connection


def _version(connection: Connection) -> int:
    return connection.execute(select(func.coalesce(func.max(change.c.id), 0))).scalar_one()


def _changes() -> Select[Any]:
    undo = change.alias("undo")
    size = select(func.count()).where(revision.c.change == change.c.id).scalar_subquery()
    return select(change, size.label("concepts"), undo.c.id.label("undone_by")).outerjoin(undo, undo.c.undoes == change.c.id)


def _read_change(row: Row[Any]) -> Change:
    return Change(row.id, row.time, row.author, row.reason, row.concepts, row.undoes, row.undone_by)
