"""From a session back into its file, and what follows for the session: its pairs are those of the file as it is now.

Nothing is re-serialised: the bitext splices (`Bitext.to_bytes`). A process that is killed when the file is written and the session does not know
it yet finds its own work there by content, like anybody's (`merging.py`).
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from passages.bitext.model import heard
from passages.errors import DocumentError
from passages.pair import NewPair, PairChange
from passages.review import loading
from passages.review.codec import dumped_codes
from passages.review.codes import renamed
from passages.review.place import project_of
from passages.review.slots import Arrangement, Slot, content_of, written
from passages.review.store import Store
from passages.review.values import Content
from translit.message import Message

if TYPE_CHECKING:
    from passages.bitext.model import Bitext
    from passages.pair import InlineCode


def changes(bitext: Bitext, arrangement: Arrangement, unsaved: Iterable[int]) -> dict[str, PairChange]:
    """What the file is to be told, by the keys of its pairs."""
    wanted = set(unsaved)
    leading, followers = _made(arrangement)
    wanted |= followers.keys() | ({0} if leading else set())
    wanted |= {slot.base for slot in arrangement.slots.values() if slot.now.removed and not slot.rank}
    said: dict[str, PairChange] = {}
    for ref in sorted(one for one in wanted if one >= 0):
        pair = bitext.pairs[ref]
        slot = arrangement.slots.get(ref)
        now = slot.now if slot is not None else content_of(pair)
        behind = [one.now for one in followers[ref]]
        others = list(followers[ref])
        if ref == 0 and leading:
            # Nothing can be put before the first pair of a file: it takes their texts, and its own go behind them.
            behind = [*(one.now for one in leading[1:]), *(() if now.removed else (now,)), *behind]
            others, now = [*leading, *others], leading[0].now
        if now.removed:
            said[pair.key] = PairChange(removed=True)
            continue
        told = slot is not None and "note" in bitext.can and not (ref == 0 and leading)
        note = slot.note if slot is not None and told and (slot.note or (slot.saved or "").rpartition("\0")[2]) else None
        said[pair.key] = PairChange(
            target=now.target if now.target != pair.target else None,
            source=now.source if now.source != pair.source else None,
            state=state if (state := heard(bitext.can, now.state, pair.state)) is not pair.state else None,
            note=note,
            followers=tuple(NewPair(one.source, one.target, one.state) for one in behind),
            codes=_codes(*((slot,) if slot is not None else ()), *others),
        )
    return said


def _made(arrangement: Arrangement) -> tuple[list[Slot], dict[int, list[Slot]]]:
    """The pairs that were made: those before the first of the file that is shown, and by the ref of the pair of the file that is shown before them."""
    leading: list[Slot] = []
    followers: dict[int, list[Slot]] = defaultdict(list)
    if any(slot.rank for slot in arrangement.slots.values()):
        last: int | None = None
        for ref in arrangement.refs():
            if ref >= 0:
                last = ref
            else:
                (leading if last is None else followers[last]).append(arrangement.slots[ref])
    return leading, followers


def _codes(*slots: Slot) -> tuple[InlineCode, ...]:
    return tuple(dict.fromkeys(code for slot in slots for code in slot.codes))


def rebase(store: Store, arrangement: Arrangement, bitext: Bitext, unsaved: Iterable[int]) -> bool:
    """Let the session stand on its file as it was just written, pair for pair; False, and nothing done, where the numbers do not agree."""
    if len(bitext.pairs) != len(arrangement):
        return False
    states, prints = loading.survey(bitext.pairs)
    saved = set(unsaved)
    refs = list(arrangement.refs())
    places = {ref: index for index, ref in enumerate(refs) if ref < 0 or ref in arrangement.slots}
    with store.writing() as connection:
        loading.remember(connection, loading.stamp(bitext), states, prints)
        for ref, index in places.items():
            slot = arrangement.slots[ref]
            pair = bitext.pairs[index]
            file = content_of(pair)
            now = slot.now
            if ref in saved or ref < 0:
                now = Content(file.source, file.target, now.state)
                slot.saved = written(
                    replace(now, state=heard(bitext.can, now.state, file.state)), slot.note if "note" in bitext.can else ""
                )
            update(connection, slot.id, pair.key, pair.context, index, 0.0, file, now, saved=slot.saved)
        _keep_hidden(connection, arrangement, bitext)
        _move_news(connection, {ref: index for index, ref in enumerate(refs)})
    return True


def not_written(error: DocumentError) -> DocumentError:
    """The same, for somebody whose work is kept whatever happens to the file."""
    if isinstance(error.__cause__, PermissionError):
        return DocumentError(error.path, error.problem, Message("let the folder be written and save again, or export; your work is kept"))
    return error


def saved_said(count: int, project: Path) -> Message:
    """What was saved, and how it is taken back."""
    if project_of(Path.cwd() / project.name) == project:  # where `undo` looks: the project of what lies in the working directory
        return Message.counted("{n} pair saved; `endonym undo` takes it back", "{n} pairs saved; `endonym undo` takes them back", count)
    return Message.counted(
        "{n} pair saved; `endonym undo` in {folder} takes it back",
        "{n} pairs saved; `endonym undo` in {folder} takes them back",
        count,
        folder=project,
    )


def _keep_hidden(connection: sqlite3.Connection, arrangement: Arrangement, bitext: Bitext) -> None:
    """Let the pairs that are not shown stand behind those of the file, for the day they come back."""
    hidden = sorted((one for one in arrangement.slots.values() if one.now.removed), key=lambda one: (one.base, one.rank))
    before = [arrangement.shown_before(slot) for slot in hidden]
    # Behind the pair they stand behind; those before the first get ranks below its own.
    ranks: Counter[int] = Counter({-1: -before.count(0) - 1})
    taken: dict[int, set[str]] = {}
    for slot, count in zip(hidden, before, strict=True):
        ranks[count - 1] += 1
        at = max(0, count - 1)
        if at not in taken:
            pair = bitext.pairs[at]
            taken[at] = {code.id for code in (*pair.source_codes, *pair.target_codes)}
        (source, target), codes = renamed((slot.now.source, slot.now.target), arrangement.codes(slot.ref), taken[at])
        taken[at] |= {code.id for code in codes}
        now = replace(slot.now, source=source, target=target)
        update(connection, slot.id, "", "", at, float(ranks[count - 1]), now, now, codes=dumped_codes(codes))


def update(
    connection: sqlite3.Connection,
    slot: int,
    key: str,
    context: str,
    at: int,
    rank: float,
    file: Content,
    now: Content,
    *,
    saved: str | None = None,
    gone: bool = False,
    codes: str | None = None,
) -> None:
    """Let a slot's row say all of this."""
    overlay = tuple(
        None if mine == theirs else mine for mine, theirs in ((now.source, file.source), (now.target, file.target), (now.state, file.state))
    )
    connection.execute(
        "UPDATE slot SET key = ?, context = ?, at = ?, rank = ?, base_source = ?, base_target = ?, base_state = ?,"
        " source = ?, target = ?, state = ?, removed = ?, gone = ?, saved = ?, codes = ? WHERE id = ?",
        (key, context, at, rank, file.source, file.target, file.state, *overlay, int(now.removed), int(gone), saved, codes, slot),
    )


def _move_news(connection: sqlite3.Connection, places: dict[int, int]) -> None:
    """Let news be of the same pairs as before."""
    rows = connection.execute("SELECT reviewer, ref FROM news").fetchall()
    connection.execute("DELETE FROM news")
    moved = [(reviewer, places[ref]) for reviewer, ref in rows if ref in places]
    connection.executemany("INSERT OR IGNORE INTO news VALUES (?, ?)", moved)
