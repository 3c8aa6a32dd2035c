"""What the cheapest ways of many alignments say, step by step: the same measures as `likeness_align` tells of one, in NumPy.

Owns the table that `likeness_bulk` fills, how a cost and the step that led to it are kept in one number, and the walk back through it.
The walk only notes where it has been; what its steps are is found out for all of them together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from translit.likeness_align import ADDED, BACK, EXCHANGED, JOINED, MISSING, PARTED, SWAPPED_PAIR
from translit.likeness_measures import POOR, Measures
from translit.likeness_tables import CLASSES, DOUBLED, FIRST, FOREIGN, INSIDE, LAST, REPEAT, SWAP, Operation, Tables, exchange

if TYPE_CHECKING:
    import numpy as np

WAY_BITS = 3
"""Bits of a packed cost that say which way led to it, below those of the cost itself."""
WAYS = (1 << WAY_BITS) - 1
_WORD = 8
"""Bytes of a word of the machine, which are added up together."""
PLACES = 3
"""Places that an operation is told apart by: `INSIDE`, `FIRST`, `LAST`."""


class Aligned(NamedTuple):
    """Pairs of names, and the tables of their alignment; the last index of every array is the pair."""

    a: np.ndarray
    """Graphemes of the one names by place."""
    b: np.ndarray
    """Graphemes of the others."""
    table: np.ndarray
    """By places in both names, what their beginnings cost beside each other, and the last step of the cheapest way: packed."""
    end_a: np.ndarray
    """Graphemes of the one names without their endings."""
    end_b: np.ndarray
    """Graphemes of the others without theirs."""
    kind: np.ndarray
    """What the endings are to each other."""
    cut: np.ndarray
    """Graphemes of both endings."""
    turned: np.ndarray
    """Whether the one name is the second that was given."""


class Steps(NamedTuple):
    """The steps of all pairs, by their number from the end of the names and by pair; where `way` is 0 the beginning is reached, and the rest means nothing."""

    way: np.ndarray
    cost: np.ndarray
    operation: np.ndarray
    """Its number, see `Trace.named`."""
    place: np.ndarray
    lost: np.ndarray
    """Whether it is a slip that loses or adds a letter."""
    near: np.ndarray
    """Whether it is a neighbouring key."""
    i: np.ndarray
    """Graphemes of the one name up to the end of the step; a row more than steps."""
    j: np.ndarray
    """Graphemes of the other."""


class Trace:
    """Operations as numbers, and what is known of them as arrays."""

    def __init__(self, tables: Tables) -> None:
        """Take the tables."""
        import numpy as np

        self._np = np
        size = self._size = len(tables.graphemes.names)
        near = np.zeros((size, size), bool)
        for pair in tables.slips:
            near[pair] = True
        self._near = near.ravel()
        self._lost = np.array(tables.lost, np.int32)
        chunks = self._chunks = sorted({(one, two) for one, two, _ in tables.double})
        self.chunk = np.zeros(size * size, np.intp)
        """Two graphemes, by the first times the number of graphemes and the second → their number times it; 0 for two that nothing stands for."""
        for number, (one, two) in enumerate(chunks, 1):
            self.chunk[one * size + two] = number * size
        # Operations as numbers: those of one grapheme for another by both of them, then the losses, the repeat, the swap, two for one.
        evidence = np.zeros((size * size + 2 + len(chunks) * size + size, PLACES), np.int32)
        for x in range(1, size):
            evidence[x] = tables.speaks((0, x))
            for y in range(1, size):
                evidence[x * size + y] = tables.speaks(exchange(x, y))
        self._repeat, self._swap = size * size, size * size + 1
        evidence[self._repeat], evidence[self._swap] = tables.speaks(REPEAT), tables.speaks(SWAP)
        for one, two, alone in tables.double:
            evidence[self._swap + self.chunk[one * size + two] + alone] = tables.speaks((one, two, alone))
        self._evidence = evidence.ravel()
        information = np.full((size, size), tables.unknown, np.int32)
        for pair, cost in tables.information.items():
            information[pair] = cost
        self._information = information.ravel()
        # A consonant counts one in the byte of its class: a name of no more than 200 graphemes never overflows it.
        ones = np.zeros((size, -(-len(CLASSES) // _WORD) * _WORD), np.uint8)
        for grapheme, number in enumerate(tables.classes):
            if number:
                ones[grapheme, number - 1] = 1
        self._ones = ones.view(np.uint64)

    def named(self, number: int) -> Operation:
        """The operation with a number."""
        size = self._size
        if number >= size * size:
            if number <= self._swap:
                return REPEAT if number == self._repeat else SWAP
            chunk, alone = divmod(number - self._swap, size)
            return (*self._chunks[chunk - 1], alone)
        one, other = divmod(number, size)
        return exchange(one, other) if one else (0, other)

    def steps(self, of: Aligned) -> Steps:
        """The steps of the cheapest ways, from the ends of the names back to their beginnings."""
        np = self._np
        size, wide, many = self._size, int(of.table.shape[1]), len(of.kind)
        pairs = np.arange(many)
        places = self._walk(of)
        packed = of.table.ravel()[places]
        way, costs = packed[:-1] & WAYS, packed >> WAY_BITS
        cost = costs[:-1] - costs[1:]
        i, j = np.divmod(places // many, wide)
        x = of.a.ravel()[np.maximum(i[:-1] - 1, 0) * many + pairs]
        y = of.b.ravel()[np.maximum(j[:-1] - 1, 0) * many + pairs]
        gone = (way == MISSING) | (way == ADDED)
        other = np.where(way == MISSING, x, y)
        both = x * size + y
        operation = np.where(gone, np.where((cost <= DOUBLED) & (cost < self._lost[other]), self._repeat, other), both)
        operation[way == SWAPPED_PAIR] = self._swap
        for kind, names, at, alone in ((JOINED, of.a, i, y), (PARTED, of.b, j, x)):
            step, pair = (way == kind).nonzero()
            last = at[step, pair]
            chunk = self.chunk[names[last - 2, pair] * size + names[last - 1, pair]]
            operation[step, pair] = self._swap + chunk + alone[step, pair]
        place = np.where((i[1:] == 0) | (j[1:] == 0), FIRST, np.where((i[:-1] == of.end_a) | (j[:-1] == of.end_b), LAST, INSIDE))
        lost = gone & self._near[other * size] & (cost > DOUBLED)
        near = (way == EXCHANGED) & self._near[both]
        return Steps(way, cost, operation, place, lost, near, i, j)

    def _walk(self, of: Aligned) -> np.ndarray:
        """Where the cheapest ways lead through the table, by step and pair: places in the table laid out flat, until all have come to its beginning."""
        np = self._np
        wide, many = int(of.table.shape[1]), len(of.kind)
        back = np.array([(i * wide + j) * many for i, j in BACK])
        table = of.table.ravel()
        at = (of.end_a * wide + of.end_b) * many + np.arange(many)
        places = [at]
        while (ways := table[at] & WAYS).any():
            at = at - back[ways]
            places.append(at)
        return np.array(places)

    def measures(self, of: Aligned) -> Measures[np.ndarray]:
        """What the steps of the cheapest ways say."""
        np = self._np
        many = len(of.kind)
        pairs = np.arange(many)
        step = self.steps(of)
        swap = step.way == SWAPPED_PAIR
        speaks = self._evidence[step.operation * PLACES + step.place]
        speaks[step.way == 0] = 0
        bad = step.cost > POOR
        told_a, told_b = self._told(of.a), self._told(of.b)
        at_a, at_b = told_a[step.i, pairs], told_b[step.j, pairs]
        blank = np.where(bad, at_a[:-1] - at_a[1:] + at_b[:-1] - at_b[1:], 0)
        foreign = (step.way == EXCHANGED) & (step.cost >= FOREIGN)
        slip = step.lost | step.near | swap
        strange = np.abs(self._consonants(of.a, of.end_a) - self._consonants(of.b, of.end_b)).sum(1)
        return Measures(
            of.table[of.end_a, of.end_b, pairs] >> WAY_BITS, of.end_a, of.end_b, at_a[0], at_b[0], step.lost.sum(0), swap.sum(0),
            step.near.sum(0), foreign.sum(0), blank.sum(0), np.where(slip, step.cost, 0).sum(0), speaks.sum(0), speaks.min(0, initial=0),
            np.where(slip, speaks, 0).sum(0), strange, of.kind, of.cut,
        )  # fmt: skip

    def _consonants(self, laid: np.ndarray, ends: np.ndarray) -> np.ndarray:
        """How many consonants of each class names have up to their ends: by name and class."""
        np = self._np
        ones = np.where((np.arange(len(laid))[:, None] < ends)[:, :, None], self._ones[laid], 0)
        return ones.sum(0, dtype=np.uint64).view(np.uint8).astype(np.int16)

    def _told(self, laid: np.ndarray) -> np.ndarray:
        """How much the beginnings of names tell, by their length."""
        np = self._np
        told = np.zeros((len(laid) + 1, laid.shape[1]), np.int32)
        before = np.concatenate([np.zeros_like(laid[:1]), laid[:-1]])
        np.cumsum(self._information[before * self._size + laid], axis=0, out=told[1:])
        return told
