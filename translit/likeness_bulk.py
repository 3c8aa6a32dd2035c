"""Many pairs of names aligned at once, in NumPy: the same table as `likeness_align`, filled for thousands of pairs in each step.

Owns the arrays of costs and the order of the work; costs are those of `likeness_tables`, ties fall as in `likeness_align`, and a property
test holds the two to the same figures. A field of the table is one number, the cost above and the way that led to it in the lowest bits, so
that the cheapest of several ways, and among equals the first, is simply the least. NumPy is imported when a `Bulk` is made, which a single
comparison never does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from translit.likeness_align import ADDED, EXCHANGED, JOINED, MISSING, PARTED, SWAPPED_PAIR, Name
from translit.likeness_endings import CASES, STEM
from translit.likeness_measures import ENDING, FAR, FIGURES, MANY_CASES, POOR, Measures
from translit.likeness_rows import Rows
from translit.likeness_tables import DOUBLED, FOREIGN, SWAPPED, Operation, Tables
from translit.likeness_trace import WAY_BITS, WAYS, Aligned, Trace

if TYPE_CHECKING:
    import numpy as np

BATCH = 512
"""Pairs aligned together: their rows of one step stay in the processor's cache."""

FEWEST, LONGER = 100, 1.1
"""Pairs that are worth a batch of their own, where the next ones are so many times longer than its first."""
FIELDS = 1 << 21
"""Fields of the tables of a batch at most, so that long names take no more memory than short ones."""


def _cuts(lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where rising lengths are parted into batches: each of like lengths, for every pair costs as much as the longest, but none too small."""
    start = 0
    for place, length in enumerate(lengths):
        many = place - start
        longer = many >= FEWEST and length > LONGER * lengths[start] + 1
        if longer or many >= BATCH or (many and many * length * length > FIELDS):
            yield start, place
            start = place
    if start < len(lengths):
        yield start, len(lengths)


def _trie(numbers: Mapping[Name, int], size: int) -> tuple[np.ndarray, np.ndarray]:
    """Endings read from their last grapheme on: state and grapheme → the next state, 0 for none; and the number of the ending that ends there."""
    import numpy as np

    states: dict[Name, int] = {(): 0}
    for ending in numbers:
        for length in range(1, len(ending) + 1):
            states.setdefault(ending[-length:], len(states))
    after, found = np.zeros((len(states), size), np.intp), np.full(len(states), -1, np.intp)
    for ending, state in states.items():
        if ending:
            after[states[ending[1:]], ending[0]] = state
            found[state] = numbers.get(ending, -1)
    return after, found


class Bulk:
    """Costs as arrays."""

    def __init__(self, tables: Tables) -> None:
        """Take the tables."""
        import numpy as np

        self._np = np
        self._tables = tables
        self._trace = Trace(tables)
        size = self._size = len(tables.graphemes.names)
        single = np.full((size, size), FOREIGN, np.int32)
        for pair, cost in tables.single.items():
            single[pair] = cost
        self._single = (single.ravel() << WAY_BITS) + EXCHANGED
        self._lost = np.array(tables.lost, np.int32) << WAY_BITS
        chunk = self._chunk = self._trace.chunk
        double = np.full((int(chunk.max()) // size + 1, size), FAR, np.int32)
        for (one, two, alone), cost in tables.double.items():
            double[chunk[one * size + two] // size, alone] = cost
        self._double = double.ravel() << WAY_BITS
        endings = tables.endings
        kinds = np.zeros((len(endings.numbers) + 1, len(endings.numbers) + 1), np.int32)  # the last is for no ending
        for pair, kind in endings.kinds.items():
            kinds[pair] = kind
        self._kinds = kinds
        self._ends = _trie(endings.numbers, size)

    def measure(self, names: Rows, left: np.ndarray, right: np.ndarray) -> Measures[np.ndarray]:
        """The measures of pairs of names, which are given by their places in `names`."""
        np = self._np
        parts: list[Measures[Any]] = []
        order: list[np.ndarray] = []
        for which, aligned in self._batches(names, left, right):
            order.append(which)
            parts.append(self._trace.measures(aligned))
        if not parts:
            return Measures(*(np.zeros(0, np.int32) for _ in FIGURES))
        back = np.empty(len(left), np.intp)
        back[np.concatenate(order)] = np.arange(len(left))
        return Measures(*(np.concatenate([getattr(part, name) for part in parts])[back] for name in FIGURES))

    def distances(self, names: Rows, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """What pairs of names cost for each grapheme, in natural logarithms: `per_grapheme` of their measures, without the other figures."""
        return self.beside(names, left, right)[0]

    def beside(self, names: Rows, left: np.ndarray, right: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """What pairs of names cost for each grapheme, as `distances`; and, a row for each, what their endings are to each other and how long each is."""
        np = self._np
        found, endings = np.empty(len(left)), np.zeros((len(left), 3), np.intp)
        lengths = names.lengths
        for which, of in self._batches(names, left, right):
            cost = of.table[of.end_a, of.end_b, np.arange(len(which))] >> WAY_BITS
            found[which] = cost / 100 / np.maximum((of.end_a + of.end_b) / 2, 1)
            endings[which, 0] = of.kind
            endings[which, 1] = lengths[left[which]] - np.where(of.turned, of.end_b, of.end_a)
            endings[which, 2] = lengths[right[which]] - np.where(of.turned, of.end_a, of.end_b)
        return found, endings

    def operations(self, names: Rows, left: np.ndarray, right: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """The operations that align pairs, by number, and the places where they are; in no order, for who counts them."""
        for _, aligned in self._batches(names, left, right):
            steps = self._trace.steps(aligned)
            yield steps.operation[steps.way > 0], steps.place[steps.way > 0]

    def named(self, number: int) -> Operation:
        """The operation with a number."""
        return self._trace.named(number)

    def _batches(self, names: Rows, left: np.ndarray, right: np.ndarray) -> Iterator[tuple[np.ndarray, Aligned]]:
        """Pairs of like lengths aligned together, with their places among all."""
        np = self._np
        flat, starts, lengths = names
        nothing = len(flat) - 1
        endings = self._endings_of(names)
        longer = np.maximum(lengths[left], lengths[right])
        order = np.argsort(longer, kind="stable")
        for start, end in _cuts(longer[order].tolist()):
            which = order[start:end]
            one, other = left[which], right[which]
            places = np.arange(int(longer[which[-1]]))[:, None]
            x: np.ndarray = flat[np.where(places < lengths[one], starts[one] + places, nothing)]
            y: np.ndarray = flat[np.where(places < lengths[other], starts[other] + places, nothing)]
            # Which of two is first makes no difference to their cost, but may to the steps chosen among equals.
            turned = self._after(x, y)
            one, other = np.where(turned, other, one), np.where(turned, one, other)
            la, lb = lengths[one], lengths[other]
            a, b = np.where(turned, y, x)[: la.max()], np.where(turned, x, y)[: lb.max()]
            table = self._fill(a, b)
            kind, cut_a, cut_b = self._stems(table, la, lb, endings[one], endings[other])
            yield which, Aligned(a, b, table, la - cut_a, lb - cut_b, kind, cut_a + cut_b, turned)

    def _endings_of(self, names: Rows) -> np.ndarray:
        """By name and length, the number of the ending that it has of this length; -1 for none. See `Endings.of`."""
        np = self._np
        flat, starts, lengths = names
        after, numbers = self._ends
        found = np.full((len(lengths), self._tables.endings.longest + 1), -1, np.intp)
        found[:, 0] = 0
        which, state = np.arange(len(lengths)), np.zeros(len(lengths), np.intp)
        for length in range(1, found.shape[1]):
            left = lengths[which] - length >= STEM
            which, state = which[left], state[left]
            state = after[state, flat[starts[which] + lengths[which] - length]]
            which, state = which[state > 0], state[state > 0]
            found[which, length] = numbers[state]
        return found

    def _after(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """Which of pairs of names have the second before the first, in the order of their graphemes."""
        np = self._np
        pairs: np.ndarray = np.arange(int(a.shape[1]))
        first: np.ndarray = np.argmax(a != b, axis=0)
        after: np.ndarray = a[first, pairs] > b[first, pairs]
        return after

    def _fill(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """What each beginning of one name costs beside each of the other, with the last step of the cheapest way there: packed.

        Row by row: all ways to a field but one come from the rows before, for all fields together. What is left, a grapheme added, comes from
        the field before in the same row.
        """
        np = self._np
        na, nb, many = len(a), len(b), a.shape[1]
        table = np.empty((na + 1, nb + 1, many), np.int32)
        rows, columns = a * self._size, b * self._size
        drop, add = self._lost[a], self._lost[b]
        np.minimum(drop[1:], DOUBLED << WAY_BITS, out=drop[1:], where=a[1:] == a[:-1])
        np.minimum(add[1:], DOUBLED << WAY_BITS, out=add[1:], where=b[1:] == b[:-1])
        table[0, 0] = 0
        np.cumsum(drop, axis=0, out=table[1:, 0])
        np.cumsum(add, axis=0, out=table[0, 1:])
        cost = table[0].copy()  # a row without its ways
        last = ago = cost
        table[1:, 0] += MISSING
        table[0, 1:] += ADDED
        drop += MISSING
        add += ADDED
        twos_a, twos_b = self._chunk[rows[:-1] + a[1:]], self._chunk[columns[:-1] + b[1:]]
        beside = self._single[rows[0] + b]
        for i in range(1, na + 1):
            here, ago, last, cost = table[i], last, cost, np.empty_like(cost)
            beside_before, beside = beside, beside if i == 1 else self._single[rows[i - 1] + b]
            np.add(last[:-1], beside, out=here[1:])
            np.minimum(here[1:], last[1:] + drop[i - 1], out=here[1:])
            if i > 1:
                joined: np.ndarray = self._double[twos_a[i - 2] + b]
                joined += ago[:-1]
                joined += JOINED
                np.minimum(here[1:], joined, out=here[1:])
                crossed: np.ndarray = beside[:-1] + beside_before[1:]
                np.copyto(crossed, FAR << WAY_BITS, where=crossed > (POOR << WAY_BITS) + 2 * EXCHANGED)
                crossed += ago[:-2]
                crossed += (SWAPPED << WAY_BITS) + SWAPPED_PAIR - 2 * EXCHANGED
                np.minimum(here[2:], crossed, out=here[2:])
            parted: np.ndarray = self._double[twos_b + a[i - 1]]
            parted += last[:-2]
            parted += PARTED
            np.minimum(here[2:], parted, out=here[2:])
            np.bitwise_and(here[0], ~WAYS, out=cost[0])
            for j in range(1, nb + 1):
                field = here[j]
                np.minimum(field, cost[j - 1] + add[j - 1], out=field)
                np.bitwise_and(field, ~WAYS, out=cost[j])
        return table

    def _stems(
        self, table: np.ndarray, la: np.ndarray, lb: np.ndarray, ends_a: np.ndarray, ends_b: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The pair of endings that is best left out: how long each is, and what they are to each other."""
        np = self._np
        best = table[la, lb, np.arange(len(la))] >> WAY_BITS
        kind, cut_a, cut_b = np.zeros_like(la), np.zeros_like(la), np.zeros_like(la)
        (dear,) = (best > ENDING).nonzero()  # what leaving out endings may be cheaper than
        kinds = self._kinds[ends_a[dear, :, None], ends_b[dear, None, :]]
        which, i, j = kinds.nonzero()
        kinds, which = kinds[which, i, j], dear[which]
        cost = (table[la[which] - i, lb[which] - j, which] >> WAY_BITS) + ENDING + MANY_CASES * (kinds == CASES)
        (cheaper,) = (cost < best[which]).nonzero()
        # The cheapest of a pair comes last to its place; among equals the shortest endings.
        cheaper = cheaper[np.lexsort((-cheaper, -cost[cheaper]))]
        which = which[cheaper]
        kind[which], cut_a[which], cut_b[which] = kinds[cheaper], i[cheaper], j[cheaper]
        return kind, cut_a, cut_b
