"""The tables of a termbase, and how a database is opened: SQLite by default, PostgreSQL by its URL.

Owns the tables, the connection's settings and the schema's number; what is written in the tables is `termbase`'s. A concept is kept
whole, as JSON (`termbase_codec`): that is the truth, and the tables `term` and `relation` are made from it in the same transaction, to
search in. A revision keeps what a concept was before a change, so that the state after it is the next revision's, or the present one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Engine,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    event,
    insert,
    inspect,
    select,
)
from sqlalchemy.engine import URL, Connection

from glossary.errors import GlossaryError
from glossary.termbase_errors import no_database, unusable
from glossary.termbase_place import SCHEMA
from translit.message import Message

BUSY = 60
"""Seconds to wait for another writer: a large import is one transaction."""

metadata = MetaData()
# Ordered by code point in both databases, so that a range is a prefix.
_TEXT = Text().with_variant(Text(collation="C"), "postgresql")

about = Table(
    "about",
    metadata,
    Column(
        "name", String, primary_key=True, comment="schema: the number of the tables; identity: random, tells this termbase from any other"
    ),
    Column("value", Text, nullable=False),
)
change = Table(
    "change",
    metadata,
    Column(
        "id", Integer, primary_key=True, autoincrement=False, comment="counts from 1 without gaps; the highest is the termbase's version"
    ),
    Column("time", Text, nullable=False, comment="UTC, ISO 8601, to the second"),
    Column("author", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("undoes", Integer, unique=True, comment="the change that this one takes back"),
)
concept = Table(
    "concept",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", _TEXT, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("version", Integer, nullable=False, comment="the change that wrote it"),
    Column("content", Text, nullable=False, comment="all that the concept says, as JSON"),
)
term = Table(
    "term",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("concept", Integer, ForeignKey("concept.number", ondelete="CASCADE"), nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("key", _TEXT, nullable=False, comment="the text as search compares it"),
    Column("language", Text, nullable=False),
    Column("script", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("valid_from", Text),
    Column("valid_until", Text),
)
Index("term_key", term.c.key)
relation = Table(
    "relation",
    metadata,
    Column("concept", Integer, ForeignKey("concept.number", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("type", Text, nullable=False),
    Column("target", _TEXT, nullable=False, index=True, comment="the id of the other concept, which may not be here yet"),
)
revision = Table(
    "revision",
    metadata,
    Column("change", Integer, ForeignKey("change.id"), primary_key=True),
    Column("concept", _TEXT, primary_key=True, comment="its id: the concept itself may be gone"),
    Column("before", Text, comment="what the concept said before; null where it was not there"),
    sqlite_with_rowid=False,
)
Index("revision_concept", revision.c.concept, revision.c.change)

_SEARCH = {
    # No content and no positions: the texts stand in `term`, and a quarter of the space is enough.
    "sqlite": ("CREATE VIRTUAL TABLE spelling USING fts5(key, content='', detail=none, tokenize='trigram')",),
    "postgresql": ("CREATE EXTENSION IF NOT EXISTS pg_trgm", "CREATE INDEX term_trigrams ON term USING gin (key gin_trgm_ops)"),
}


def open_engine(url: URL, where: str, *, create: bool) -> Engine:
    """An engine whose database has the tables.

    `where` is the termbase as the user named it. Where `create` is true missing tables, and for SQLite the file, are made.

    Raises:
        GlossaryError: naming the termbase, what is wrong and what to do.
    """
    if url.get_backend_name() == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    with no_database(where):
        if url.get_backend_name() not in _SEARCH:
            raise ValueError(f"there is no way to search in {url.get_backend_name()}")
        engine = create_engine(url, **_options(url))
    if url.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin)
    try:
        with unusable(where):
            _check(engine, where, create=create)
    except BaseException:
        engine.dispose()
        raise
    return engine


def sqlite_url(path: Path, *, create: bool, immutable: bool = False) -> URL:
    """The URL of a file; `immutable` for one in a folder where nothing can be written, not even SQLite's own notes beside it."""
    mode = {"immutable": "1"} if immutable else {"mode": "rwc" if create else "rw"}
    return URL.create("sqlite", database=path.resolve().as_uri(), query={**mode, "uri": "true"})


def _options(url: URL) -> dict[str, Any]:
    if url.get_backend_name() == "sqlite":
        return {"connect_args": {"timeout": BUSY, "check_same_thread": False}}
    return {"connect_args": {"connect_timeout": 10}, "isolation_level": "REPEATABLE READ"}


def _set_up_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions are begun by `_begin`, not by the driver
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")  # a change that was acknowledged is on the disk
    connection.execute("PRAGMA cache_size = -65536")  # KiB


def _begin(connection: Connection) -> None:
    """Begin a transaction: a reader's sees one state throughout, a writer's waits for other writers first."""
    writes = connection.get_execution_options().get("writes", False)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def lock_for_writing(connection: Connection) -> None:
    """Wait until no other transaction writes, so that changes are numbered in the order in which they are seen."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY}s'")
        connection.exec_driver_sql("LOCK TABLE change IN EXCLUSIVE MODE")


def _check(engine: Engine, where: str, *, create: bool) -> None:
    with engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
    if not tables & set(metadata.tables):
        foreign = tables and engine.dialect.name == "sqlite"
        if foreign or not create:
            problem = "is a database, but no termbase" if tables else "is empty"
            raise GlossaryError(where, None, problem, "check the name; `endonym glossary import` makes a new termbase")
        _make(engine)
    with engine.connect() as connection:
        found = connection.execute(select(about.c.value).where(about.c.name == "schema")).scalar_one_or_none()
    if found is None or not found.isdecimal():
        raise GlossaryError(where, None, "is a database, but no termbase", "check the name")
    if int(found) > SCHEMA:
        raise GlossaryError(
            where,
            None,
            Message("was written by a newer endonym (schema {found}, this one knows {known})", found=found, known=SCHEMA),
            "upgrade endonym; nothing was changed",
        )


def _make(engine: Engine) -> None:
    """Make the tables; where another process is making them at the same time, its tables stand."""
    from uuid import uuid4

    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            # Kept in the file: every later connection is in this mode too. Not possible inside a transaction.
            driver: Any = connection.connection.driver_connection
            driver.rollback()
            driver.execute("PRAGMA journal_mode = WAL")
    # The one who waited for the lock must see what the other made meanwhile; a repeatable read would show it the time before.
    seeing: dict[str, Any] = {"isolation_level": "READ COMMITTED"} if engine.dialect.name == "postgresql" else {}
    with engine.connect().execution_options(writes=True, **seeing) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(7305249)")
        if inspect(connection).has_table("about"):
            return
        metadata.create_all(connection)
        for statement in _SEARCH[connection.dialect.name]:
            connection.exec_driver_sql(statement)
        connection.execute(insert(about), [{"name": "schema", "value": str(SCHEMA)}, {"name": "identity", "value": uuid4().hex}])
