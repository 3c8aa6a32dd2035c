"""Many pairs of names aligned at once, in NumPy: the same table as `likeness_align`, filled for thousands of pairs in each step.

Owns the arrays and the order of the work; costs are those of `likeness_tables`, ties fall as in `likeness_align`, and a property test holds
the two to the same figures. NumPy is imported when a `Bulk` is made, which a single comparison never does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from translit.likeness_align import ADDED, BACK, EXCHANGED, JOINED, MISSING, PARTED, SWAPPED_PAIR, Name
from translit.likeness_endings import CASES, STEM
from translit.likeness_measures import ENDING, FAR, FIGURES, MANY_CASES, POOR, Measures
from translit.likeness_tables import DOUBLED, FIRST, FOREIGN, INSIDE, LAST, REPEAT, SWAP, SWAPPED, Operation, Tables, exchange

if TYPE_CHECKING:
    import numpy as np

BATCH = 512
"""Pairs aligned together: their rows of one step stay in the processor's cache."""

FEWEST, LONGER = 100, 1.1
"""Pairs that are worth a batch of their own, where the next ones are so many times longer than its first."""


class _Aligned(NamedTuple):
    """Pairs of names, and the tables of their alignment; the last index of every array is the pair."""

    a: np.ndarray
    """Graphemes of the one names by place."""
    b: np.ndarray
    """Graphemes of the others."""
    table: np.ndarray
    """By places in both names, what their beginnings cost beside each other."""
    ways: np.ndarray
    """The same, the last step of the cheapest way."""
    end_a: np.ndarray
    """Graphemes of the one names without their endings."""
    end_b: np.ndarray
    """Graphemes of the others without theirs."""
    kind: np.ndarray
    """What the endings are to each other."""
    cut: np.ndarray
    """Graphemes of both endings."""


class _Step(NamedTuple):
    """One step of all pairs of a batch; for pairs whose alignment has come to its beginning `way` is 0, and the rest means nothing."""

    way: np.ndarray
    cost: np.ndarray
    operation: np.ndarray
    place: np.ndarray
    lost: np.ndarray
    near: np.ndarray
    at: tuple[np.ndarray, np.ndarray]
    before: tuple[np.ndarray, np.ndarray]


def _cuts(lengths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where rising lengths are parted into batches: each of like lengths, for every pair costs as much as the longest, but none too small."""
    start = 0
    for place, length in enumerate(lengths):
        many = place - start
        if many >= BATCH or (many >= FEWEST and length > LONGER * lengths[start] + 1):
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
    after, found = np.zeros((len(states), size), np.int32), np.full(len(states), -1, np.int32)
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
        size = self._size = len(tables.graphemes.names)
        single = np.full((size, size), FOREIGN, np.int32)
        for pair, cost in tables.single.items():
            single[pair] = cost
        self._single = single.ravel()
        near = np.zeros((size, size), bool)
        for pair in tables.slips:
            near[pair] = True
        self._near = near.ravel()
        self._lost = np.array(tables.lost, np.int32)
        chunks = self._chunks = sorted({(one, two) for one, two, _ in tables.double})
        self._chunk = np.zeros(size * size, np.int32)
        double = np.full((len(chunks) + 1, size), FAR, np.int32)
        for number, (one, two) in enumerate(chunks, 1):
            self._chunk[one * size + two] = number * size
        for (one, two, alone), cost in tables.double.items():
            double[self._chunk[one * size + two] // size, alone] = cost
        self._double = double.ravel()
        # Operations as numbers: those of one grapheme for another by both of them, then the losses, the repeat, the swap, two for one.
        evidence = np.zeros((size * size + 2 + len(chunks) * size + size, 3), np.int32)
        for x in range(1, size):
            evidence[x] = tables.speaks((0, x))
            for y in range(1, size):
                evidence[x * size + y] = tables.speaks(exchange(x, y))
        self._repeat, self._swap = size * size, size * size + 1
        evidence[self._repeat], evidence[self._swap] = tables.speaks(REPEAT), tables.speaks(SWAP)
        for one, two, alone in tables.double:
            evidence[self._swap + self._chunk[one * size + two] + alone] = tables.speaks((one, two, alone))
        self._evidence = evidence.ravel()
        information = np.full((size, size), tables.unknown, np.int32)
        for pair, cost in tables.information.items():
            information[pair] = cost
        self._information = information.ravel()
        endings = tables.endings
        kinds = np.zeros((len(endings.numbers) + 1, len(endings.numbers) + 1), np.int32)  # the last is for no ending
        for pair, kind in endings.kinds.items():
            kinds[pair] = kind
        self._kinds = kinds
        self._ends = _trie(endings.numbers, size)

    def measure(self, names: Sequence[Name], left: np.ndarray, right: np.ndarray) -> Measures[np.ndarray]:
        """The measures of pairs of names, which are given by their places in `names`."""
        np = self._np
        parts: list[Measures[Any]] = []
        order: list[np.ndarray] = []
        for which, aligned in self._batches(names, left, right):
            order.append(which)
            parts.append(self._trace(aligned))
        if not parts:
            return Measures(*(np.zeros(0, np.int32) for _ in FIGURES))
        back = np.empty(len(left), np.intp)
        back[np.concatenate(order)] = np.arange(len(left))
        return Measures(*(np.concatenate([getattr(part, name) for part in parts])[back] for name in FIGURES))

    def operations(self, names: Sequence[Name], left: np.ndarray, right: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """The operations that align pairs, by number, and the places where they are; in no order, for who counts them."""
        for _, aligned in self._batches(names, left, right):
            for step in self._steps(aligned):
                yield step.operation[step.way > 0], step.place[step.way > 0]

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

    def _batches(self, names: Sequence[Name], left: np.ndarray, right: np.ndarray) -> Iterator[tuple[np.ndarray, _Aligned]]:
        """Pairs of like lengths aligned together, with their places among all."""
        np = self._np
        lengths = np.fromiter(map(len, names), np.int32, len(names))
        starts = np.cumsum(lengths) - lengths
        nothing = int(lengths.sum())
        flat = np.fromiter(chain(chain.from_iterable(names), (0,)), np.int32, nothing + 1)  # after the names what is beyond their ends
        endings = self._endings_of(flat, starts, lengths)
        longer = np.maximum(lengths[left], lengths[right])
        order = np.argsort(longer, kind="stable")
        for start, end in _cuts(longer[order].tolist()):
            which = order[start:end]
            one, other = left[which], right[which]
            places = np.arange(int(longer[which[-1]]), dtype=np.int32)[:, None]
            x: np.ndarray = flat[np.where(places < lengths[one], starts[one] + places, nothing)]
            y: np.ndarray = flat[np.where(places < lengths[other], starts[other] + places, nothing)]
            # Which of two is first makes no difference to their cost, but may to the steps chosen among equals.
            turned = self._after(x, y)
            one, other = np.where(turned, other, one), np.where(turned, one, other)
            a, b = np.where(turned, y, x)[: lengths[one].max()], np.where(turned, x, y)[: lengths[other].max()]
            table, ways = self._fill(a, b)
            la, lb = lengths[one], lengths[other]
            kind, cut_a, cut_b = self._stems(table, la, lb, endings[one], endings[other])
            yield which, _Aligned(a, b, table, ways, la - cut_a, lb - cut_b, kind, cut_a + cut_b)

    def _endings_of(self, flat: np.ndarray, starts: np.ndarray, lengths: np.ndarray) -> np.ndarray:
        """By name and length, the number of the ending that it has of this length; -1 for none. See `Endings.of`."""
        np = self._np
        after, numbers = self._ends
        found = np.full((len(lengths), self._tables.endings.longest + 1), -1, np.int32)
        found[:, 0] = 0
        which, state = np.arange(len(lengths)), np.zeros(len(lengths), np.int32)
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

    def _fill(self, a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """What each beginning of one name costs beside each of the other, and the last step of the cheapest way there.

        Row by row: all ways to a field but one come from the rows before, for all fields together. What is left, a row of graphemes added,
        is the least so far of what they start from less the sum of what is added up to there.
        """
        np = self._np
        na, nb, many = len(a), len(b), a.shape[1]
        table = np.zeros((na + 1, nb + 1, many), np.int32)
        ways = np.zeros((na + 1, nb + 1, many), np.uint8)
        rows, columns = a * self._size, b * self._size
        drop, add = self._lost[a], self._lost[b]
        np.minimum(drop[1:], DOUBLED, out=drop[1:], where=a[1:] == a[:-1])
        np.minimum(add[1:], DOUBLED, out=add[1:], where=b[1:] == b[:-1])
        added = np.zeros((nb + 1, many), np.int32)
        np.cumsum(add, axis=0, out=added[1:])
        np.cumsum(drop, axis=0, out=table[1:, 0])
        table[0] = added
        ways[1:, 0], ways[0, 1:] = MISSING, ADDED
        twos_a, twos_b = self._chunk[rows[:-1] + a[1:]], self._chunk[columns[:-1] + b[1:]]
        besides: list[np.ndarray] = [np.zeros_like(b)]

        def offer(here: np.ndarray, way: np.ndarray, other: np.ndarray, kind: int) -> None:
            less = other < here
            np.copyto(here, other, where=less)
            np.copyto(way, kind, where=less)

        for i in range(1, na + 1):
            here, way = table[i], ways[i]
            last: np.ndarray = table[i - 1]
            ago: np.ndarray = table[i - 2]
            besides.append(self._single[rows[i - 1] + b])
            costs_before, costs = besides[-2:]
            np.add(last[:-1], costs, out=here[1:])
            way[1:] = EXCHANGED
            offer(here[1:], way[1:], last[1:] + drop[i - 1], MISSING)
            if i > 1:
                offer(here[1:], way[1:], self._double[twos_a[i - 2] + b] + ago[:-1], JOINED)
            offer(here[2:], way[2:], self._double[twos_b + a[i - 1]] + last[:-2], PARTED)
            if i > 1:
                crossed: np.ndarray = costs[:-1] + costs_before[1:]
                crossed[crossed > POOR] = FAR
                offer(here[2:], way[2:], ago[:-2] + (crossed + SWAPPED), SWAPPED_PAIR)
            least = np.minimum.accumulate(here - added, axis=0)
            least += added
            way[least < here] = ADDED
            table[i] = least
        return table, ways

    def _stems(
        self, table: np.ndarray, la: np.ndarray, lb: np.ndarray, ends_a: np.ndarray, ends_b: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The pair of endings that is best left out: how long each is, and what they are to each other."""
        np = self._np
        best = table[la, lb, np.arange(len(la))]
        kind, cut_a, cut_b = np.zeros_like(la), np.zeros_like(la), np.zeros_like(la)
        kinds = self._kinds[ends_a[:, :, None], ends_b[:, None, :]]
        which, i, j = kinds.nonzero()
        kinds = kinds[which, i, j]
        cost = table[la[which] - i, lb[which] - j, which] + ENDING + MANY_CASES * (kinds == CASES)
        (cheaper,) = (cost < best[which]).nonzero()
        # The cheapest of a pair comes last to its place; among equals the shortest endings.
        cheaper = cheaper[np.lexsort((-cheaper, -cost[cheaper]))]
        which = which[cheaper]
        kind[which], cut_a[which], cut_b[which] = kinds[cheaper], i[cheaper], j[cheaper]
        return kind, cut_a, cut_b

    def _steps(self, of: _Aligned) -> Iterator[_Step]:
        """The steps of the cheapest ways, from the ends of all names together back to their beginnings."""
        np = self._np
        a, b = of.a, of.b
        size, pairs = self._size, np.arange(len(of.kind))
        back_a, back_b = np.array(BACK, np.int32).T
        i, j = of.end_a, of.end_b
        here = of.table[i, j, pairs]
        while True:
            way = of.ways[i, j, pairs]
            if not way.any():
                return
            x, y = a[np.maximum(i - 1, 0), pairs], b[np.maximum(j - 1, 0), pairs]
            before_i, before_j = i - back_a[way], j - back_b[way]
            before = of.table[before_i, before_j, pairs]
            cost = here - before
            gone = (way == MISSING) | (way == ADDED)
            other = np.where(way == MISSING, x, y)
            operation = np.where(gone, np.where((cost <= DOUBLED) & (cost < self._lost[other]), self._repeat, other), x * size + y)
            operation[way == SWAPPED_PAIR] = self._swap
            for kind, one, at, alone in ((JOINED, a, i, y), (PARTED, b, j, x)):
                (which,) = (way == kind).nonzero()
                if len(which):
                    chunk = self._chunk[one[at[which] - 2, which] * size + one[at[which] - 1, which]]
                    operation[which] = self._swap + chunk + alone[which]
            place = np.where((before_i == 0) | (before_j == 0), FIRST, np.where((i == of.end_a) | (j == of.end_b), LAST, INSIDE))
            lost = gone & self._near[other * size] & (cost > DOUBLED)
            near = (way == EXCHANGED) & self._near[x * size + y]
            yield _Step(way, cost, operation, place, lost, near, (i, j), (before_i, before_j))
            i, j, here = before_i, before_j, before

    def _trace(self, of: _Aligned) -> Measures[np.ndarray]:
        """What the steps of the cheapest ways say."""
        np = self._np
        many = len(of.kind)
        pairs = np.arange(many)
        lost, swapped, near, foreign, blank, slips, evidence, least = (np.zeros(many, np.int32) for _ in range(8))
        told_a, told_b = self._told(of.a), self._told(of.b)
        for step in self._steps(of):
            swap = step.way == SWAPPED_PAIR
            speaks = np.where(step.way > 0, self._evidence[step.operation * 3 + step.place], 0)
            lost += step.lost
            swapped += swap
            near += step.near
            foreign += (step.way == EXCHANGED) & (step.cost >= FOREIGN)
            bad = step.cost > POOR
            told = told_a[step.at[0], pairs] - told_a[step.before[0], pairs] + told_b[step.at[1], pairs] - told_b[step.before[1], pairs]
            blank += np.where(bad, told, 0)
            slips += np.where(step.lost | step.near | swap, step.cost, 0)
            evidence += speaks
            np.minimum(least, speaks, out=least)
        told_whole = told_a[of.end_a, pairs], told_b[of.end_b, pairs]
        counted = lost, swapped, near, foreign, blank, slips, evidence, least
        return Measures(of.table[of.end_a, of.end_b, pairs], of.end_a, of.end_b, *told_whole, *counted, of.kind, of.cut)

    def _told(self, laid: np.ndarray) -> np.ndarray:
        """How much the beginnings of names tell, by their length."""
        np = self._np
        told = np.zeros((len(laid) + 1, laid.shape[1]), np.int32)
        before = np.concatenate([np.zeros_like(laid[:1]), laid[:-1]])
        np.cumsum(self._information[before * self._size + laid], axis=0, out=told[1:])
        return told
