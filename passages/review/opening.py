"""A session meets its file: as it was left, moved on, or for the first time.

For a reader whose session belongs to somebody else nothing is written: a file that has moved on is shown as it will be merged.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from passages.pair import PairState
from passages.review import loading
from passages.review.codec import difference, dumped, loaded_codes, now
from passages.review.merging import Kept, Moved, moved
from passages.review.saving import update
from passages.review.slots import Arrangement, Slot, written
from passages.review.steps import Kind
from passages.review.store import Store
from passages.review.values import Content
from translit.message import Message

if TYPE_CHECKING:
    from passages.bitext.model import Bitext

_KEPT = """
SELECT id, key, context, at, rank, base_source, base_target, base_state, source, target, state, removed, gone, saved, codes FROM slot
"""


def arrangement(store: Store, bitext: Bitext, reviewer: str) -> tuple[Arrangement, Message | None]:
    """The pairs of a session over its file, and what has happened to the file, in one sentence, where it has moved on.

    Raises:
        DocumentError: where the session cannot be read or written.
    """
    mark = loading.stamp(bitext)
    known = store.read("SELECT stamp, states, prints FROM base")
    said: Message | None = None
    if known and known[0][0] == mark and len(known[0][1]) == len(bitext.pairs):
        states = bytearray(known[0][1])
    else:
        states, prints = loading.survey(bitext.pairs)
        if known:
            rows, saved = _kept(store)
            outcome = moved(rows, loading.split(known[0][2]), bitext.pairs, loading.split(prints))
            saved = {row.id: (_still_told(saved[row.id][0], row, bitext), saved[row.id][1]) for row in outcome.kept}
            said = outcome.said if outcome.fresh or len(outcome.places) != len(states) or outcome.gone else None
            if store.read_only:
                return _shown(store, bitext, states, outcome, saved), said
            with store.writing() as connection:
                loading.remember(connection, mark, states, prints)
                _keep(connection, outcome, saved)
        elif not store.read_only:
            with store.writing() as connection:
                loading.remember(connection, mark, states, prints)
    if not store.read_only and not store.read("SELECT 1 FROM reviewer WHERE name = ?", (reviewer,)):
        with store.writing() as connection:
            connection.execute("INSERT INTO reviewer VALUES (?)", (reviewer,))
    return loading.arranged(store, bitext, states), said


def _kept(store: Store) -> tuple[list[Kept], dict[int, tuple[str | None, str | None]]]:
    """All slots of the database, those whose pairs are gone too, and what was saved and came along with each."""
    rows: list[Kept] = []
    saved: dict[int, tuple[str | None, str | None]] = {}
    for id, key, context, at, rank, was_source, was_target, was_state, source, target, state, removed, gone, told, codes in store.read(
        _KEPT
    ):
        file = Content(was_source, was_target, PairState(was_state))
        said = Content(
            was_source if source is None else source,
            was_target if target is None else target,
            file.state if state is None else PairState(state),
            removed=bool(removed),
        )
        rows.append(Kept(id, key, context, at, rank, file, said, bool(gone)))
        saved[id] = (told, codes)
    return rows, saved


def _still_told(told: str | None, row: Kept, bitext: Bitext) -> str | None:
    """What was saved of a pair, where the file has it still; it may have been put back to what it was, by `endonym undo` or a version control."""
    if told is None or row.rank or row.gone:
        return None
    *said, note = told.split("\0", 4)
    lines = {line for one in bitext.pairs[row.at].notes for line in one.split("\n")} if note else set[str]()
    return told if [*said, ""] == written(row.file, "").split("\0") and lines.issuperset(note.split("\n") if note else ()) else None


def _keep(connection: sqlite3.Connection, outcome: Moved, saved: dict[int, tuple[str | None, str | None]]) -> None:
    """Write down what has become of the pairs."""
    for row in outcome.kept:
        told, codes = saved[row.id]
        update(connection, row.id, row.key, row.context, row.at, row.rank, row.file, row.now, saved=told, gone=row.gone, codes=codes)
    if outcome.changed:
        time = now()
        values = ("", time, Kind.FILE, dumped(Message("the file has moved on")))
        step = connection.execute("INSERT INTO step (author, time, kind, said) VALUES (?, ?, ?, ?)", values).lastrowid
        for slot, before, after in outcome.changed:
            what = difference(before, after)
            connection.execute("INSERT INTO change VALUES (?, ?, ?)", (step, slot, what))
        for row in outcome.kept:
            if row.conflict is not None:
                text = f"The file says now: {row.conflict}" if row.conflict else "The file has no translation now."
                connection.execute(
                    "INSERT INTO comment (step, slot, author, time, text) VALUES (?, ?, '', ?, ?)", (step, row.id, time, text)
                )
    rows: list[tuple[str, int]] = connection.execute("SELECT reviewer, ref FROM news").fetchall()
    connection.execute("DELETE FROM news")
    places = list(outcome.places)
    still = [(reviewer, places[ref] if ref >= 0 else ref) for reviewer, ref in rows if ref < 0 or (ref < len(places) and places[ref] >= 0)]
    connection.executemany("INSERT OR IGNORE INTO news VALUES (?, ?)", still)
    connection.executemany("INSERT OR IGNORE INTO news SELECT name, ? FROM reviewer", [(index,) for index in outcome.fresh])
    position: tuple[int] | None = connection.execute("SELECT value FROM about WHERE name = 'position'").fetchone()
    if position is not None and 0 <= position[0] < len(places) and places[position[0]] >= 0:
        connection.execute("UPDATE about SET value = ? WHERE name = 'position'", (places[position[0]],))


def _shown(store: Store, bitext: Bitext, states: bytearray, outcome: Moved, saved: dict[int, tuple[str | None, str | None]]) -> Arrangement:
    """The pairs as they would be kept."""
    slots = {
        row.id: Slot(row.id, row.at, row.rank, row.file, row.now, saved[row.id][0], loaded_codes(saved[row.id][1]))
        for row in outcome.kept
        if not row.gone
    }
    loading.comment(store, slots)
    return Arrangement(bitext.pairs, states, slots.values())
