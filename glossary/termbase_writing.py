"""Writes concepts into the tables of a termbase, a chunk at a time, in a transaction that the caller has opened.

Owns what belongs together: the concept, its terms, its relations, what search needs, and the revision that keeps what it said before.
Imports of a million spellings go this way too, so statements are sent with many rows each, and on PostgreSQL by COPY.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, Table, func, select
from sqlalchemy.exc import DBAPIError

from glossary.model import Concept
from glossary.termbase_schema import concept, relation, revision, term
from glossary.termbase_search import search_key

_IDS = 500  # in one statement: every database takes as many parameters


def write(
    connection: Connection,
    change: int,
    items: Mapping[str, Concept | None],
    dumps: Callable[[Concept], str],
    check: Callable[[list[str]], None],
) -> int:
    """Write concepts by id, None to remove one, as part of a change; how many of them differ from what was there.

    `check` is given the ids of these before anything is written, and raises to refuse them.
    """
    there = _there(connection, list(items))
    said = {id: None if one is None else dumps(one) for id, one in items.items()}
    changed = [id for id, line in said.items() if line != (there[id][1] if id in there else None)]
    if not changed:
        return 0
    check(changed)
    _insert(connection, revision, [(change, id, there[id][1] if id in there else None) for id in changed])
    _delete(connection, [there[id][0] for id in changed if id in there])
    number = _next(connection, concept.c.number)
    term_number = _next(connection, term.c.number)
    concepts: list[tuple[object, ...]] = []
    terms: list[tuple[object, ...]] = []
    relations: list[tuple[object, ...]] = []
    for id in changed:
        one = items[id]
        if one is None:
            continue
        concepts.append((number, id, one.kind, change, said[id]))
        relations += [(number, place, link.type, link.target) for place, link in enumerate(one.relations)]
        for each in one.terms:
            terms.append(
                (
                    term_number,
                    number,
                    each.text,
                    search_key(each.text),
                    each.language,
                    each.script,
                    each.status.value,
                    each.valid_from,
                    each.valid_until,
                )
            )
            term_number += 1
        number += 1
    _insert(connection, concept, concepts)
    _insert(connection, term, terms)
    _insert(connection, relation, relations)
    if connection.dialect.name == "sqlite" and terms:
        # A space on either side lets the first and the last letters of a name count for more, as in pg_trgm.
        connection.exec_driver_sql("INSERT INTO spelling(rowid, key) VALUES (?, ' ' || ? || ' ')", [(row[0], row[3]) for row in terms])  # pyright: ignore[reportArgumentType] - two columns of a row
    return len(changed)


def _there(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[int, str]]:
    """What is there of these ids: number and content."""
    found: dict[str, tuple[int, str]] = {}
    for at in range(0, len(ids), _IDS):
        chosen = select(concept.c.id, concept.c.number, concept.c.content).where(concept.c.id.in_(ids[at : at + _IDS]))
        found.update({row.id: (row.number, row.content) for row in connection.execute(chosen)})
    return found


def _delete(connection: Connection, numbers: Sequence[int]) -> None:
    """Delete concepts with all that hangs on them."""
    for at in range(0, len(numbers), _IDS):
        these = numbers[at : at + _IDS]
        if connection.dialect.name == "sqlite":
            # An index without content must be told what it forgets.
            rows = connection.execute(select(term.c.number, term.c.key).where(term.c.concept.in_(these))).all()
            forget = "INSERT INTO spelling(spelling, rowid, key) VALUES ('delete', ?, ' ' || ? || ' ')"
            if rows:
                connection.exec_driver_sql(forget, [(row.number, row.key) for row in rows])
        for table, column in ((term, term.c.concept), (relation, relation.c.concept), (concept, concept.c.number)):
            connection.execute(table.delete().where(column.in_(these)))


def _next(connection: Connection, column: Column[Any]) -> int:
    return connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one() + 1


def _insert(connection: Connection, table: Table, rows: Sequence[tuple[object, ...]]) -> None:
    """Insert rows that have the columns of the table in their order."""
    if not rows:
        return
    names = ", ".join(column.name for column in table.columns)
    if connection.dialect.name == "sqlite":
        places = ", ".join("?" * len(table.columns))
        connection.exec_driver_sql(f'INSERT INTO "{table.name}" ({names}) VALUES ({places})', list(rows))  # pyright: ignore[reportArgumentType] - rows are tuples  # noqa: S608 - the names are the schema's
        return
    driver: Any = connection.connection.driver_connection
    try:
        with driver.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)
    except connection.dialect.loaded_dbapi.Error as error:
        # SQLAlchemy knows no COPY, so it does not see the error either.
        raise DBAPIError("COPY", None, error) from error
