"""The pairs of a session as they stand: those of the file, with what the reviewer has made of them laid over, in their order.

Owns the numbering and nothing on the disk. A pair of the file is known by its *ref*, its index in the bitext (0 and up); one that was made by
splitting or shifting by the negative id of its slot. Only pairs that somebody has touched have a `Slot`; a file of 100,000 pairs that nobody
has touched costs a byte a pair. As long as no pair was made or removed, the ref of a pair is its index, and nothing is kept to know it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from passages.bitext.tokens import codes_in
from passages.pair import InlineCode, Pair, PairState
from passages.review.values import Content

STATES = (PairState.UNREVIEWED, PairState.NEEDS_WORK, PairState.APPROVED)
"""The states by the number that stands for each in `Arrangement.states`."""
NUMBERS = {state: number for number, state in enumerate(STATES)}


@dataclass(slots=True)
class Slot:
    """What the session keeps of one pair."""

    id: int
    """Its number in the database; stays for ever."""
    base: int
    """Its index in the bitext; of a pair that was made, that of the pair it follows there."""
    rank: float
    """0 for a pair of the file; else its place among those made behind that pair, or below 0 before it."""
    file: Content
    """What the file says, or said when the reviewer's work was last compared with it; of a pair that was made, what it said at first."""
    now: Content
    """What it says in the session."""
    saved: str | None = None
    """What was last written to the file of it, as `written` gives it; None where nothing was."""
    codes: tuple[InlineCode, ...] = ()
    """Inline codes that came along from other pairs; where they stand is not told."""
    comments: int = 0
    """How many comments it has."""
    note: str = ""
    """Its comments as the file would have them; empty without any."""
    version: int = 0
    """Counts the changes to anything that is shown of it."""
    pair: Pair | None = None
    """The pair as it stands, once somebody has asked for it."""

    @property
    def ref(self) -> int:
        """What the session knows it by."""
        return -self.id if self.rank else self.base


class Arrangement:
    """The pairs of a session, in order."""

    def __init__(self, pairs: Sequence[Pair], states: bytearray, slots: Iterable[Slot] = ()) -> None:
        """Lay slots over the pairs of a file, whose states are given as numbers of `STATES`; `states` becomes the arrangement's own."""
        self._pairs = pairs
        self.states = states
        """The state of each pair that is shown, as a number of `STATES`."""
        self.slots: dict[int, Slot] = {slot.ref: slot for slot in slots}
        """The slots of pairs that were touched, by ref."""
        self.by_id: dict[int, Slot] = {slot.id: slot for slot in self.slots.values()}
        """The same slots, by their numbers in the database."""
        self._refs: list[int] | None = None
        self.structure = 0
        """Counts the changes of order and number."""
        self.edited: set[int] = set()
        """Refs whose texts differ from the file's, pairs that were made among them."""
        hidden = [slot.base for slot in self.slots.values() if slot.now.removed and not slot.rank]
        made = [slot.ref for slot in self.slots.values() if slot.rank and not slot.now.removed]
        if hidden or made:
            self._arrange()
            for base in sorted(hidden, reverse=True):
                self._drop(base)
            for ref in made:
                self._insert(ref)
        for slot in self.slots.values():
            self._keep(slot)
        self.counts = Counter({state: self.states.count(number) for number, state in enumerate(STATES)})
        """How many of the pairs that are shown are in each state."""

    @property
    def size(self) -> int:
        """How many pairs the file has."""
        return len(self._pairs)

    def __len__(self) -> int:
        """How many pairs are shown."""
        return len(self._pairs) if self._refs is None else len(self._refs)

    def ref(self, index: int) -> int:
        """The ref of the pair at an index.

        Raises:
            IndexError: where there is none.
        """
        if not 0 <= index < len(self):
            raise IndexError(f"there is no pair {index} among {len(self)}")
        return index if self._refs is None else self._refs[index]

    def index(self, ref: int) -> int | None:
        """Where a pair is shown; None where it is not."""
        if self._refs is None:
            return ref if 0 <= ref < len(self._pairs) else None
        at = bisect_left(self._refs, self._place(ref), key=self._place)
        return at if at < len(self._refs) and self._refs[at] == ref else None

    def shown_before(self, slot: Slot) -> int:
        """How many pairs are shown before the place of a pair that is not shown."""
        place = (slot.base, slot.rank)
        return slot.base + (slot.rank > 0) if self._refs is None else bisect_left(self._refs, place, key=self._place)

    def content(self, ref: int) -> Content:
        """What a pair says."""
        slot = self.slots.get(ref)
        return slot.now if slot is not None else content_of(self._pairs[ref])

    def pair(self, index: int) -> Pair:
        """The pair at an index, as it stands."""
        return self.pair_of(self.ref(index))

    def pair_of(self, ref: int) -> Pair:
        """The pair that a ref stands for, as it stands."""
        slot = self.slots.get(ref)
        if slot is None:
            return self._pairs[ref]
        if slot.pair is None:
            slot.pair = self._composed(slot)
        return slot.pair

    def file_pair(self, ref: int) -> Pair:
        """The pair of the file that a ref stands for, or follows."""
        return self._pairs[ref if ref >= 0 else self.slots[ref].base]

    def version(self, ref: int) -> int:
        """Counts the changes to what is shown of a pair."""
        slot = self.slots.get(ref)
        return 0 if slot is None else slot.version

    def made_behind(self, index: int) -> tuple[int, float]:
        """Place for a new pair behind the one at an index: the pair of the file it follows, and its rank there.

        Raises:
            ValueError: where so many were made there that no place is left.
        """
        base, rank = self._place(self.ref(index))
        ranks = [slot.rank for slot in self.slots.values() if slot.base == base and slot.rank > rank]
        ranks += [0.0] if rank < 0 else []  # the pair of the file itself
        after = min(ranks, default=rank + 2)
        place = (rank + after) / 2
        if place in (rank, after):
            raise ValueError("no place is left")
        return base, place

    def put(self, slot: Slot, now: Content) -> None:
        """Let a pair say something else; its slot is kept from now on."""
        ref = slot.ref
        shown = self.index(ref) if ref >= 0 or ref in self.slots else None
        slot.now, slot.pair = now, None
        slot.version += 1
        self.slots[ref] = self.by_id[slot.id] = slot
        if shown is not None:
            before = STATES[self.states[shown]]
            self.counts[before] -= 1
            if now.removed:
                self._arrange()
                self._drop(shown)
            else:
                self.counts[now.state] += 1
        elif not now.removed:
            self._arrange()
            self._insert(ref)
            self.counts[now.state] += 1
        self._keep(slot)

    def touched(self, slot: Slot) -> None:
        """Note that something else that is shown of a pair has changed."""
        self.slots[slot.ref] = self.by_id[slot.id] = slot
        slot.version += 1
        slot.pair = None

    def refs(self) -> Iterator[int]:
        """The refs of all pairs that are shown, in order."""
        return iter(range(len(self._pairs)) if self._refs is None else tuple(self._refs))

    def _keep(self, slot: Slot) -> None:
        """Let state and edited say what a slot says."""
        ref, now = slot.ref, slot.now
        if not now.removed and (at := self.index(ref)) is not None:
            self.states[at] = NUMBERS[now.state]
        differs = not now.removed if slot.rank else now.removed or (now.source, now.target) != (slot.file.source, slot.file.target)
        (self.edited.add if differs else self.edited.discard)(ref)

    def _arrange(self) -> None:
        """Keep the order in a list from now on."""
        if self._refs is None:
            self._refs = list(range(len(self._pairs)))

    def _insert(self, ref: int) -> None:
        refs = self._refs
        assert refs is not None
        at = bisect_left(refs, self._place(ref), key=self._place)
        refs.insert(at, ref)
        self.states.insert(at, NUMBERS[self.slots[ref].now.state])
        self.structure += 1

    def _drop(self, at: int) -> None:
        refs = self._refs
        assert refs is not None
        del refs[at], self.states[at]
        self.structure += 1

    def _place(self, ref: int) -> tuple[int, float]:
        """What the order goes by."""
        if ref >= 0:
            return ref, 0.0
        slot = self.slots[ref]
        return slot.base, slot.rank

    def codes(self, ref: int) -> tuple[InlineCode, ...]:
        """The inline codes that may stand in a pair's texts: those of its pair of the file, and those that came along from others."""
        file, slot = self.file_pair(ref), self.slots.get(ref)
        return (*file.source_codes, *file.target_codes, *(slot.codes if slot is not None else ()))

    def code_ids(self, ref: int) -> set[str]:
        """The ids that a code which comes along from another pair may not have."""
        base = self._place(ref)[0]
        beside = (code.id for slot in self.slots.values() if slot.base == base for code in slot.codes)
        return {code.id for code in self.codes(ref)} | set(beside)

    def _composed(self, slot: Slot) -> Pair:
        """A pair of the file with the slot's content laid over."""
        now, file = slot.now, self._pairs[slot.base]
        key = file.key if not slot.rank else f"{file.key}+{slot.id}"
        known = self.codes(slot.ref)
        return Pair(
            key=key,
            source=now.source,
            target=now.target,
            state=now.state,
            source_codes=file.source_codes if now.source == file.source else codes_in(now.source, known),
            target_codes=file.target_codes if now.target == file.target else codes_in(now.target, known),
            context=file.context,
            notes=file.notes if not slot.rank else (),
            places=file.places,
            flags=file.flags,
            plural=file.plural,
            numbers=file.numbers,
            limit=file.limit,
            locked=file.locked,
            line=file.line,
            other_source=file.other_source,
        )


def content_of(pair: Pair) -> Content:
    """What a pair of a file says."""
    return Content(pair.source, pair.target, pair.state)


def written(now: Content, note: str) -> str:
    """All that a file can be told of a pair, in one string: tells whether it has been told already."""
    return "\0".join((now.source, now.target, now.state, str(int(now.removed)), note))
