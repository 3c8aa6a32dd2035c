"""The file has moved on: which of its pairs is which of those the reviewer has worked on, and what becomes of both sides' changes.

Pairs are known by content: first those that say what they said, in order; then by key and source, by source and context, by source, by a
source that is much like the old one. What only one side has changed is taken. Where both have changed a translation the reviewer's stands, the
file's is kept as a comment, and the pair needs work; an approval of a text that has changed is no approval. A pair that is no longer in the
file keeps its work in the database, for the day it comes back. Pure: nothing is read or written here.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from passages.pair import Pair, PairState
from passages.review.slots import content_of
from passages.review.values import Content
from translit.message import Message

ALIKE = 75.0
"""How much of a source must have stayed for it to be the same one, edited: the normalised Indel similarity, in per cent."""
_LOOKED_AT = 400  # pairs around the expected place that are compared by likeness, so that a wholly new file costs no minutes


@dataclass(slots=True)
class Kept:
    """What the database has of one pair."""

    id: int
    """The number of its slot."""
    key: str
    """Its key in the file."""
    context: str
    """Its context there."""
    at: int
    """Its index in the file as it was; of a pair that was made, that of the pair it follows."""
    rank: float
    """0 for a pair of the file."""
    file: Content
    """What the file said."""
    now: Content
    """What it says in the session."""
    gone: bool = False
    """True where it was no longer in the file already."""
    conflict: str | None = None
    """What the file says, where both have changed the translation."""

    def texts(self) -> tuple[str, ...]:
        """The sources it may be known by."""
        return (self.file.source,) if self.now.source == self.file.source else (self.file.source, self.now.source)


@dataclass(slots=True)
class Moved:
    """What became of the pairs."""

    kept: list[Kept] = field(default_factory=list[Kept])
    """All slots, as they are to be from now on."""
    places: array[int] = field(default_factory=lambda: array("q"))
    """For each index of the old file the index in the new one; -1 where that pair has changed or gone."""
    behind: array[int] = field(default_factory=lambda: array("q"))
    """For each index of the old file that in the new one of the same pair, else of the nearest before it that is still there; 0 without any."""
    fresh: list[int] = field(default_factory=list[int])
    """The indexes of pairs that are new, or say something else than before."""
    changed: list[tuple[int, Content, Content]] = field(default_factory=list[tuple[int, Content, Content]])
    """Slots that say something else in the session than before: number, before, after."""
    conflicts: int = 0
    """How many translations both sides have changed."""
    gone: int = 0
    """How many pairs with work in them are no longer in the file."""
    fewer: int = 0
    """By how many pairs the file is shorter than it was."""

    @property
    def said(self) -> Message:
        """What has happened, in one sentence."""
        parts = [Message("the file has moved on")]
        if self.fresh:
            parts.append(Message.counted("{n} pair is new or changed there", "{n} pairs are new or changed there", len(self.fresh)))
        if self.fewer:
            parts.append(Message.counted("it has {n} pair fewer", "it has {n} pairs fewer", self.fewer))
        if self.conflicts:
            parts.append(
                Message.counted(
                    "{n} was changed on both sides (is:changed is:needs-work)",
                    "{n} were changed on both sides (is:changed is:needs-work)",
                    self.conflicts,
                )
            )
        if self.gone:
            parts.append(Message.counted("{n} with work in it is gone", "{n} with work in them are gone", self.gone))
        head, *rest = parts
        for part in rest:
            head = Message("{first}; {second}", first=head, second=part)
        return head


def moved(kept: Iterable[Kept], old: Sequence[bytes], pairs: Sequence[Pair], new: Sequence[bytes]) -> Moved:
    """Lay what was kept over the pairs of the file as it is now; `old` and `new` are the prints of its pairs as it was and as it is."""
    outcome = Moved()
    outcome.places = _same(old, new)
    outcome.fewer = max(len(old) - len(new), 0)
    last = 0
    for place in outcome.places:
        last = place if place >= 0 else last
        outcome.behind.append(last)
    taken = bytearray(len(new))
    for place in outcome.places:
        if place >= 0:
            taken[place] = 1
    outcome.fresh = [index for index, one in enumerate(taken) if not one]
    rows = list(kept)
    found = _Finder(pairs, outcome).found(rows)
    for row in rows:
        _settle(row, found.get(row.id), pairs, outcome)
    return outcome


def _same(old: Sequence[bytes], new: Sequence[bytes]) -> array[int]:
    """For each old pair the new one that says the same; of several the next in order."""
    waiting: dict[bytes, list[int]] = defaultdict(list)
    for index in range(len(new) - 1, -1, -1):
        waiting[new[index]].append(index)
    return array("q", (places.pop() if (places := waiting.get(one)) else -1 for one in old))


class _Finder:
    """Looks for the pairs that have changed."""

    def __init__(self, pairs: Sequence[Pair], outcome: Moved) -> None:
        self._places, self._behind = outcome.places, outcome.behind
        self._fresh = outcome.fresh
        self._open = {index: pairs[index] for index in outcome.fresh}
        self._by_key = {pair.key: index for index, pair in self._open.items()}
        self._by_source: dict[str, list[int]] = defaultdict(list)
        for index, pair in self._open.items():
            self._by_source[pair.source].append(index)

    def found(self, rows: list[Kept]) -> dict[int, int]:
        """The index of each row's pair; none for one that is no longer there."""
        found: dict[int, int] = {}
        rest: list[Kept] = []
        for row in rows:
            place = self._places[row.at] if not row.rank and not row.gone and row.at < len(self._places) else -1
            if place >= 0:
                found[row.id] = place
            else:
                rest.append(row)
        for search in (self._by_key_and_source, self._by_context, self._by_source_alone, self._by_likeness):
            left: list[Kept] = []
            for row in rest:
                index = search(row)
                if index is None:
                    left.append(row)
                else:
                    found[row.id] = index
                    self._open.pop(index, None)
            rest = left
        return found

    def _by_key_and_source(self, row: Kept) -> int | None:
        index = self._by_key.get(row.key)
        return index if index in self._open and self._open[index].source in row.texts() else None

    def _by_context(self, row: Kept) -> int | None:
        return self._nearest(
            row, (index for text in row.texts() for index in self._sourced(text) if self._open[index].context == row.context)
        )

    def _by_source_alone(self, row: Kept) -> int | None:
        if row.rank:  # a pair that was made is its own only where all of it stands there
            return self._nearest(row, (index for index in self._sourced(row.now.source) if self._open[index].target == row.now.target))
        return self._nearest(row, (index for text in row.texts() for index in self._sourced(text)))

    def _by_likeness(self, row: Kept) -> int | None:
        if row.rank or row.gone or not row.file.source:
            return None
        from rapidfuzz.fuzz import ratio
        from rapidfuzz.process import extractOne

        keyed = self._by_key.get(row.key)
        if keyed in self._open and ratio(self._open[keyed].source, row.file.source) >= ALIKE:
            return keyed
        around = bisect_left(self._fresh, self._behind[row.at] if row.at < len(self._behind) else row.at)
        near = self._fresh[max(0, around - _LOOKED_AT) : around + _LOOKED_AT]
        choices = {index: self._open[index].source for index in near if index in self._open}
        best = extractOne(row.file.source, choices, scorer=ratio, score_cutoff=ALIKE)
        return None if best is None else int(best[2])

    def _sourced(self, source: str) -> Iterator[int]:
        return (index for index in self._by_source.get(source, ()) if index in self._open)

    @staticmethod
    def _nearest(row: Kept, indexes: Iterable[int]) -> int | None:
        return min(indexes, default=None, key=lambda index: abs(index - row.at))


def _settle(row: Kept, index: int | None, pairs: Sequence[Pair], outcome: Moved) -> None:
    """Let a row say what it is to say from now on."""
    if index is None:
        if row.rank or (row.now.removed and not row.gone):
            row.at, row.rank = outcome.behind[row.at] if row.at < len(outcome.behind) else 0, row.rank or 0.5
        else:
            outcome.gone += not row.gone
            row.gone = True
        outcome.kept.append(row)
        return
    pair = pairs[index]
    theirs = content_of(pair)
    now = _merged(row, theirs)
    if now != row.now or row.gone:
        outcome.changed.append((row.id, row.now, now))
        outcome.conflicts += row.conflict is not None
    row.key, row.context, row.at, row.rank, row.gone = pair.key, pair.context, index, 0.0, False
    row.file, row.now = theirs, now
    outcome.kept.append(row)


def _merged(row: Kept, theirs: Content) -> Content:
    """What both sides come to; a conflict is noted in the row."""
    base, mine = row.file, row.now
    if row.rank:  # made here, and in the file by now
        return replace(theirs, state=_state(base.state, mine.state, theirs.state))
    if mine.removed and (theirs.source, theirs.target) != (base.source, base.target):
        return replace(theirs, state=PairState.NEEDS_WORK)
    source = mine.source if mine.source in (theirs.source, base.source) or theirs.source == base.source else theirs.source
    if mine.source == base.source:
        source = theirs.source
    state = _state(base.state, mine.state, theirs.state)
    if theirs.target in (base.target, mine.target):
        target = mine.target
        # An approval of another original is none.
        if theirs.source not in (base.source, mine.source) and mine.state is PairState.APPROVED:
            state = theirs.state
    elif mine.target == base.target:
        target = theirs.target
        if mine.state is not base.state:
            state = theirs.state  # it was said of another text
    else:
        target = mine.target
        row.conflict = theirs.target
        state = PairState.NEEDS_WORK
    return Content(source, target, state, removed=mine.removed)


def _state(base: PairState, mine: PairState, theirs: PairState) -> PairState:
    """The state after both sides had their say."""
    if theirs is base or mine is theirs or theirs is PairState.UNREVIEWED:
        return mine if theirs is base or mine is not base else theirs
    return theirs if mine is base else PairState.NEEDS_WORK
