"""From the database and the file to the pairs of a session, and what is remembered of the file to know it again.

Of a file that is as it was nothing is compared: its stamp says so. Of each pair that nobody touched only a *print* of eight bytes is kept, which
tells later whether a pair that stands in the file was there when the reviewer last looked.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from hashlib import blake2b
from typing import TYPE_CHECKING

from passages.pair import Pair, PairState
from passages.review.codec import loaded_codes
from passages.review.slots import NUMBERS, Arrangement, Slot
from passages.review.store import Store
from passages.review.values import Content

if TYPE_CHECKING:
    from passages.bitext.model import Bitext

_PRINT = 8  # bytes

_SLOTS = """
SELECT id, at, rank, base_source, base_target, base_state, source, target, state, removed, saved, codes FROM slot WHERE gone = 0
"""
_COMMENTS = """
SELECT comment.slot, comment.author, comment.text FROM comment JOIN step ON step.id = comment.step WHERE step.undone = 0 ORDER BY comment.id
"""


def stamp(bitext: Bitext) -> str:
    """Tells what was read from any other: the file's bytes and how they were taken."""
    taken = (bitext.digest, bitext.format, bitext.encoding, bitext.source_language or "", bitext.target_language or "")
    return " ".join(taken)


def fingerprint(source: str, target: str, context: str) -> bytes:
    """The print of a pair."""
    return blake2b(f"{source}\0{context}\0{target}".encode("utf-8", "surrogatepass"), digest_size=_PRINT).digest()


def split(prints: bytes) -> list[bytes]:
    """The prints that stand one behind the other."""
    return [prints[at : at + _PRINT] for at in range(0, len(prints), _PRINT)]


def survey(pairs: Iterable[Pair]) -> tuple[bytearray, bytes]:
    """The states of pairs as numbers, and their prints one behind the other."""
    states = bytearray()
    prints: list[bytes] = []
    for pair in pairs:
        states.append(NUMBERS[pair.state])
        prints.append(fingerprint(pair.source, pair.target, pair.context))
    return states, b"".join(prints)


def remember(connection: sqlite3.Connection, mark: str, states: bytearray, prints: bytes) -> None:
    """Keep what is known of the file, in the place of what was."""
    connection.execute("INSERT OR REPLACE INTO base VALUES (1, ?, ?, ?)", (mark, bytes(states), prints))


def arranged(store: Store, bitext: Bitext, states: bytearray) -> Arrangement:
    """The pairs of a file that is as the database remembers it, with the session's work on them."""
    slots: dict[int, Slot] = {}
    for id, at, rank, was_source, was_target, was_state, source, target, state, removed, saved, codes in store.read(_SLOTS):
        file = Content(was_source, was_target, PairState(was_state))
        now = file
        if source is not None or target is not None or state is not None or removed:
            now = Content(
                was_source if source is None else source,
                was_target if target is None else target,
                file.state if state is None else PairState(state),
                removed=bool(removed),
            )
        slots[id] = Slot(id, at, rank, file, now, saved, loaded_codes(codes))
    comment(store, slots)
    return Arrangement(bitext.pairs, states, slots.values())


def comment(store: Store, slots: dict[int, Slot]) -> None:
    """Let slots know their comments."""
    notes: dict[int, list[str]] = {}
    for id, author, text in store.read(_COMMENTS):
        notes.setdefault(id, []).append(noted(author, text))
    for id, slot in slots.items():
        said = notes.get(id, [])
        slot.comments, slot.note = len(said), "\n".join(said)


def noted(author: str, text: str) -> str:
    """A comment as the file has it."""
    return f"{author}: {text}" if author else text
