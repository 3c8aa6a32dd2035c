"""Steps: what reviewers did, each in one transaction with all it changed, and how it is taken back and done again.

A step is written before anything of it is shown. What was changed is kept field by field with its text before and after, so that a step can be
taken back after a restart and after saving; a field that somebody else has changed since is left alone. A new step drops those that were
taken back. The steps of the pair are its history.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, cast

from passages.pair import InlineCode, PairState
from passages.review.codec import difference, dumped, dumped_codes, loaded, now
from passages.review.slots import Arrangement, Slot, content_of
from passages.review.store import Store
from passages.review.values import Content, Event
from translit.message import Message
from translit.values import value


class Kind(StrEnum):
    """What kind of step it is."""

    CHANGE = "change"
    """Texts, states, order, comments, dismissals: all that the database itself can take back."""
    TERM = "term"
    """A change of the termbase, which takes it back itself."""
    FILE = "file"
    """The file had moved on; not taken back."""
    SAVE = "save"
    """The file was written; taken back by `endonym undo`."""


@value
class NewSlot:
    """A pair that a step makes."""

    base: int
    """The pair of the file it follows."""
    rank: float
    """Its place among those that follow it."""
    content: Content
    """What it says."""
    codes: tuple[InlineCode, ...] = ()
    """Inline codes in it that are not of the pair it follows."""


@dataclass(slots=True)
class Step:
    """What one step is to do; the changes are made in the order given."""

    said: Message
    """What it does, in one sentence."""
    kind: Kind = Kind.CHANGE
    """Which kind."""
    contents: Mapping[int, Content] | None = None
    """What pairs are to say, by ref."""
    made: Sequence[NewSlot] = ()
    """Pairs to be made."""
    comments: Sequence[tuple[int, str]] = ()
    """Comments to be added, with the ref of their pairs."""
    dismissals: Sequence[tuple[str, str, str, str, str, int | None]] = ()
    """Dismissals to be added: scope, code, text, concept, fingerprint, ref of the pair."""
    restored: Sequence[int] = ()
    """Ids of dismissals to be lifted."""
    more: Mapping[str, Any] | None = None
    """What another room needs to take it back."""
    codes: Mapping[int, tuple[InlineCode, ...]] | None = None
    """All inline codes that came along from other pairs, by the ref of the pair they came to."""
    drafts: Sequence[int] = ()
    """Refs of pairs whose drafts are done with."""
    touches: Sequence[int] = ()
    """Refs of pairs that it is about, besides those it changes."""


@dataclass(slots=True)
class Outcome:
    """What a step, its undoing or redoing came to; the arrangement shows it already."""

    said: Message
    """The step's sentence."""
    refs: tuple[int, ...]
    """The pairs concerned."""
    skipped: int = 0
    """Fields that were left alone because somebody else had changed them since."""
    comments: bool = False
    """Whether comments came or went."""
    dismissals: bool = False
    """Whether dismissals came or went."""


class Steps:
    """The steps of one session."""

    def __init__(self, store: Store, arrangement: Arrangement, author: str) -> None:
        """Work in a store, and show in an arrangement what was done, as this author."""
        self._store, self._arrangement, self._author = store, arrangement, author

    def do(self, step: Step, *, outside: Callable[[], Mapping[str, Any]] | None = None) -> Outcome:
        """Do a step: on the disk first, then in the arrangement.

        `outside` does what the database cannot take along; it is called within the transaction, and what it gives is kept with the step.

        Raises:
            DocumentError: where it cannot be written; nothing has changed then.
        """
        time = now()
        puts: list[tuple[Slot, Content]] = []
        slots: dict[int, Slot] = {}
        with self._store.writing() as connection:

            def slot_of(ref: int) -> Slot:
                slots[ref] = slots.get(ref) or self.slot(connection, ref)
                return slots[ref]

            connection.execute("UPDATE step SET undone = 2 WHERE undone = 1")
            more = dict(step.more or {}) | dict(outside() if outside is not None else {})
            row = (self._author, time, step.kind, dumped(step.said), json.dumps(more) if more else None)
            id = cast("int", connection.execute("INSERT INTO step (author, time, kind, said, more) VALUES (?, ?, ?, ?, ?)", row).lastrowid)
            for ref, content in (step.contents or {}).items():
                _change(connection, id, slot_of(ref), self._arrangement.content(ref), content)
                puts.append((slots[ref], content))
            for new in step.made:
                slot = _make(connection, new)
                slots[slot.ref] = slot
                hidden = Content(new.content.source, new.content.target, new.content.state, removed=True)
                _change(connection, id, slot, hidden, new.content)
                puts.append((slot, new.content))
            for ref, codes in (step.codes or {}).items():
                connection.execute("UPDATE slot SET codes = ? WHERE id = ?", (dumped_codes(codes), slot_of(ref).id))
            for ref, text in step.comments:
                insert = "INSERT INTO comment (step, slot, author, time, text) VALUES (?, ?, ?, ?, ?)"
                connection.execute(insert, (id, slot_of(ref).id, self._author, time, text))
            for scope, code, text, concept, print, ref in step.dismissals:
                insert = (
                    "INSERT INTO dismissal (step, scope, code, text, concept, print, slot, author, time) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                )
                at = None if ref is None else slot_of(ref).id
                connection.execute(insert, (id, scope, code, text, concept, print, at, self._author, time))
            connection.executemany("UPDATE dismissal SET lifted = ? WHERE id = ?", [(id, one) for one in step.restored])
            for ref in step.touches:
                slot_of(ref)
            connection.executemany("DELETE FROM draft WHERE slot = ?", [(slot_of(ref).id,) for ref in step.drafts])
            self._tell(connection, slots.values())
        for ref, codes in (step.codes or {}).items():
            slots[ref].codes = codes
        for slot, content in puts:
            self._arrangement.put(slot, content)
        for slot in slots.values():
            self._arrangement.touched(slot)
        return Outcome(step.said, tuple(slots), 0, bool(step.comments), bool(step.dismissals or step.restored))

    def last(self, *, undone: bool = False) -> tuple[int, str, Kind, Message, dict[str, Any]] | None:
        """The step that would be taken back next, or done again: its id, author, kind, sentence and what another room has kept with it."""
        order, kinds = ("ASC", 1) if undone else ("DESC", 0)
        rows = self._store.read(
            f"SELECT id, author, kind, said, more FROM step WHERE undone = ? AND kind IN ('change', 'term') ORDER BY id {order} LIMIT 1",  # noqa: S608
            (kinds,),
        )
        if not rows:
            return None
        id, author, kind, said, more = rows[0]
        return id, author, Kind(kind), loaded(said), json.loads(more) if more else {}

    def turn(self, id: int, said: Message, *, back: bool, more: Mapping[str, Any] | None = None) -> Outcome:
        """Take a step back, or do it again.

        Raises:
            DocumentError: where it cannot be written; nothing has changed then.
        """
        arrangement = self._arrangement
        known = arrangement.by_id
        puts: list[tuple[Slot, Content]] = []
        skipped = 0
        touched: dict[int, Slot] = {}
        with self._store.writing() as connection:
            connection.execute("UPDATE step SET undone = ? WHERE id = ?", (1 if back else 0, id))
            if more is not None:
                connection.execute("UPDATE step SET more = ? WHERE id = ?", (json.dumps(dict(more)), id))
            for number, what in connection.execute("SELECT slot, what FROM change WHERE step = ?", (id,)).fetchall():
                slot = known.get(number)
                if slot is None:
                    skipped += 1  # no longer in the file
                    continue
                content, left = _turned(slot.now, json.loads(what), back=back)
                skipped += left
                touched[slot.ref] = slot
                _write(connection, slot, content)
                puts.append((slot, content))
            comments = connection.execute("SELECT slot FROM comment WHERE step = ?", (id,)).fetchall()
            dismissed = connection.execute("SELECT slot FROM dismissal WHERE step = ?1 OR lifted = ?1", (id,)).fetchall()
            for (number,) in (*comments, *dismissed):
                if (slot := known.get(number)) is not None:
                    touched[slot.ref] = slot
            self._tell(connection, touched.values())
        for slot, content in puts:
            arrangement.put(slot, content)
        for slot in touched.values():
            arrangement.touched(slot)
        return Outcome(said, tuple(touched), skipped, bool(comments), bool(dismissed))

    def concerned(self, id: int) -> list[int]:
        """The refs of the pairs whose contents a step has changed."""
        rows = self._store.read("SELECT slot FROM change WHERE step = ?", (id,))
        return [self._arrangement.by_id[slot].ref for (slot,) in rows if slot in self._arrangement.by_id]

    def slot(self, connection: sqlite3.Connection, ref: int) -> Slot:
        """The slot of a pair; its row is made where there is none yet. The arrangement is not told."""
        there = self._arrangement.slots.get(ref)
        if there is not None:
            return there
        pair = self._arrangement.file_pair(ref)
        content = content_of(pair)
        made = connection.execute(
            "INSERT INTO slot (key, context, at, base_source, base_target, base_state) VALUES (?, ?, ?, ?, ?, ?)",
            (pair.key, pair.context, ref, pair.source, pair.target, pair.state),
        )
        return Slot(cast("int", made.lastrowid), ref, 0.0, content, content)

    def _tell(self, connection: sqlite3.Connection, slots: Iterable[Slot]) -> None:
        """Note for the other reviewers that these pairs have changed; who does something to a pair has seen it."""
        rows = [(self._author, slot.ref) for slot in slots]
        connection.executemany("DELETE FROM news WHERE reviewer = ? AND ref = ?", rows)
        if connection.execute("SELECT 1 FROM reviewer WHERE name <> ? LIMIT 1", (self._author,)).fetchone():
            connection.executemany("INSERT OR IGNORE INTO news SELECT name, ?2 FROM reviewer WHERE name <> ?1", rows)

    def history(self, slot: int) -> list[Event]:
        """What happened to a pair, the oldest first; what was taken back is left out."""
        rows = self._store.read(_HISTORY, (slot,))
        events: list[Event] = []
        for author, time, said, what, text in rows:
            before, after = json.loads(what).get("target", (None, None)) if what else (None, None)
            about = Message("{said}: {text}", said=loaded(said), text=text) if text is not None else loaded(said)
            events.append(Event(author, time, about, before, after))
        return events


_HISTORY = """
SELECT step.author, step.time, step.said, change.what, comment.text FROM step
  LEFT JOIN change ON change.step = step.id AND change.slot = ?1
  LEFT JOIN comment ON comment.step = step.id AND comment.slot = ?1
  WHERE step.undone = 0 AND step.id IN (SELECT step FROM change WHERE slot = ?1 UNION SELECT step FROM comment WHERE slot = ?1)
  ORDER BY step.id
"""


def _make(connection: sqlite3.Connection, new: NewSlot) -> Slot:
    """The slot of a pair that a step makes, with its row."""
    content = new.content
    made = connection.execute(
        "INSERT INTO slot (key, context, at, rank, base_source, base_target, base_state, codes) VALUES ('', '', ?, ?, ?, ?, ?, ?)",
        (new.base, new.rank, content.source, content.target, content.state, dumped_codes(new.codes)),
    )
    return Slot(cast("int", made.lastrowid), new.base, new.rank, content, content, codes=new.codes)


def _change(connection: sqlite3.Connection, step: int, slot: Slot, before: Content, after: Content) -> None:
    """Keep what a step changes about a pair, and let its row say it."""
    connection.execute("INSERT INTO change VALUES (?, ?, ?)", (step, slot.id, difference(before, after)))
    _write(connection, slot, after)


def _write(connection: sqlite3.Connection, slot: Slot, content: Content) -> None:
    """Let a pair's row say this; what is as in the file is not repeated."""
    file = slot.file
    source, target, state = (
        None if mine == theirs else mine
        for mine, theirs in ((content.source, file.source), (content.target, file.target), (content.state, file.state))
    )
    connection.execute(
        "UPDATE slot SET source = ?, target = ?, state = ?, removed = ? WHERE id = ?",
        (source, target, state, int(content.removed), slot.id),
    )


def _turned(now: Content, what: Mapping[str, Sequence[Any]], *, back: bool) -> tuple[Content, int]:
    """The content with a step's changes taken back or made again, and how many of them were left alone."""
    said: dict[str, Any] = {"source": now.source, "target": now.target, "state": now.state, "removed": now.removed}
    left = 0
    for name, (before, after) in what.items():
        old, new = (after, before) if back else (before, after)
        if said[name] == old:
            said[name] = new
        elif said[name] != new:
            left += 1
    return Content(said["source"], said["target"], PairState(said["state"]), removed=bool(said["removed"])), left
