"""Many pairs of names aligned at once, in NumPy: the same table as `likeness_align`, filled for thousands of pairs in each step.

Owns the arrays and the order of the work; costs are those of `likeness_tables`, ties fall as in `likeness_align`, and a property test holds
the two to the same figures. NumPy is imported when a `Bulk` is made, which a single comparison never does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from translit.likeness_endings import CASES
from translit.likeness_measures import ENDING, FAR, FIGURES, MANY_CASES, POOR, Measures
from translit.likeness_tables import DOUBLED, FOREIGN, SWAPPED, Tables

if TYPE_CHECKING:
    import numpy as np

BATCH = 2048
"""Pairs aligned together: their rows of one step stay in the processor's cache."""
_EXCHANGED, _LOST, _ADDED, _JOINED, _PARTED, _SWAPPED = range(1, 7)


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
        chunks = sorted({(one, two) for one, two, _ in tables.double})
        self._chunk = np.zeros(size * size, np.int32)
        double = np.full((len(chunks) + 1, size), FAR, np.int32)
        for number, (one, two) in enumerate(chunks, 1):
            self._chunk[one * size + two] = number * size
        for (one, two, alone), cost in tables.double.items():
            double[self._chunk[one * size + two] // size, alone] = cost
        self._double = double.ravel()
        information = np.full((size, size), tables.unknown, np.int32)
        for pair, cost in tables.information.items():
            information[pair] = cost
        self._information = information.ravel()
        endings = tables.endings
        kinds = np.zeros((len(endings.numbers) + 1, len(endings.numbers) + 1), np.int32)  # the last is for no ending
        for pair, kind in endings.kinds.items():
            kinds[pair] = kind
        self._kinds = kinds

    def measure(self, names: Sequence[tuple[int, ...]], left: np.ndarray, right: np.ndarray) -> Measures[np.ndarray]:
        """The measures of pairs of names, which are given by their places in `names`."""
        np = self._np
        lengths = np.array([len(name) for name in names], np.int32)
        order = np.lexsort((lengths[right], lengths[left]))
        endings = np.full((len(names), self._tables.endings.longest + 1), -1, np.int32)
        for row, name in enumerate(names):
            found = self._tables.endings.of(name)
            endings[row, : len(found)] = found
        parts: list[Measures[Any]] = []
        for start in range(0, len(order), BATCH):
            part = order[start : start + BATCH]
            parts.append(self._batch(names, lengths, endings, left[part], right[part]))
        whole = Measures(*(np.concatenate([getattr(part, name) for part in parts]) for name in FIGURES))
        back = np.empty_like(order)
        back[order] = np.arange(len(order))
        return Measures(*(getattr(whole, name)[back] for name in FIGURES))

    def _laid(self, names: Sequence[tuple[int, ...]], lengths: np.ndarray, which: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Graphemes by place and pair, and how many each name has."""
        np = self._np
        count = lengths[which]
        laid = np.zeros((int(count.max()), len(which)), np.int32)
        flat = np.fromiter((n for place in which.tolist() for n in names[place]), np.int32, int(count.sum()))
        inside = np.arange(laid.shape[0])[:, None] < count[None]
        laid.T[inside.T] = flat
        return laid, count

    def _batch(
        self, names: Sequence[tuple[int, ...]], lengths: np.ndarray, endings: np.ndarray, left: np.ndarray, right: np.ndarray
    ) -> Measures[np.ndarray]:
        a, la = self._laid(names, lengths, left)
        b, lb = self._laid(names, lengths, right)
        table, ways = self._fill(a, b)
        ends = self._stems(table, la, lb, endings[left], endings[right])
        return self._trace(table, ways, a, b, la, lb, *ends)

    def _fill(self, a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """What each beginning of one name costs beside each of the other, and the last step of the cheapest way there."""
        np = self._np
        size = self._size
        na, nb, many = len(a), len(b), a.shape[1]
        table = np.zeros((na + 1, nb + 1, many), np.int32)
        ways = np.zeros((na + 1, nb + 1, many), np.uint8)
        rows = a * size
        columns = b * size
        drop = self._lost[a]
        add = self._lost[b]
        np.minimum(drop[1:], DOUBLED, out=drop[1:], where=a[1:] == a[:-1])
        np.minimum(add[1:], DOUBLED, out=add[1:], where=b[1:] == b[:-1])
        twos_a = self._chunk[rows[:-1] + a[1:]]
        twos_b = self._chunk[columns[:-1] + b[1:]]
        any_a, any_b = twos_a.any(1), twos_b.any(1)
        other, less = np.empty(many, np.int32), np.empty(many, bool)
        for i in range(1, na + 1):
            np.add(table[i - 1, 0], drop[i - 1], out=table[i, 0])
            ways[i, 0] = _LOST
        for j in range(1, nb + 1):
            np.add(table[0, j - 1], add[j - 1], out=table[0, j])
            ways[0, j] = _ADDED

        def offer(here: np.ndarray, way: np.ndarray, kind: int) -> None:
            np.less(other, here, out=less)
            np.copyto(here, other, where=less)
            np.copyto(way, kind, where=less)

        for i in range(1, na + 1):
            for j in range(1, nb + 1):
                here, way = table[i, j], ways[i, j]
                np.add(rows[i - 1], b[j - 1], out=other)
                np.take(self._single, other, out=here)
                here += table[i - 1, j - 1]
                way[:] = _EXCHANGED
                np.add(table[i - 1, j], drop[i - 1], out=other)
                offer(here, way, _LOST)
                np.add(table[i, j - 1], add[j - 1], out=other)
                offer(here, way, _ADDED)
                if i > 1 and any_a[i - 2]:
                    np.take(self._double, twos_a[i - 2] + b[j - 1], out=other)
                    np.add(other, table[i - 2, j - 1], out=other)
                    offer(here, way, _JOINED)
                if j > 1 and any_b[j - 2]:
                    np.take(self._double, twos_b[j - 2] + a[i - 1], out=other)
                    np.add(other, table[i - 1, j - 2], out=other)
                    offer(here, way, _PARTED)
                if i > 1 and j > 1:
                    swapped = (a[i - 1] == b[j - 2]) & (a[i - 2] == b[j - 1])
                    if swapped.any():
                        np.copyto(other, FAR)
                        np.add(table[i - 2, j - 2], SWAPPED, out=other, where=swapped)
                        offer(here, way, _SWAPPED)
        return table, ways

    def _stems(
        self, table: np.ndarray, la: np.ndarray, lb: np.ndarray, ends_a: np.ndarray, ends_b: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The pair of endings that is best left out: how long each is, and what they are to each other."""
        np = self._np
        pairs = np.arange(len(la))
        best = table[la, lb, pairs]
        kind, cut_a, cut_b = np.zeros_like(la), np.zeros_like(la), np.zeros_like(la)
        for i in range(ends_a.shape[1]):
            for j in range(ends_b.shape[1]):
                found = self._kinds[ends_a[:, i], ends_b[:, j]]
                (which,) = found.nonzero()
                if not len(which):
                    continue
                kinds = found[which]
                cost = table[la[which] - i, lb[which] - j, which] + ENDING + MANY_CASES * (kinds == CASES)
                cheaper = cost < best[which]
                which = which[cheaper]
                best[which], kind[which], cut_a[which], cut_b[which] = cost[cheaper], kinds[cheaper], i, j
        return kind, cut_a, cut_b

    def _trace(
        self,
        table: np.ndarray,
        ways: np.ndarray,
        a: np.ndarray,
        b: np.ndarray,
        la: np.ndarray,
        lb: np.ndarray,
        kind: np.ndarray,
        cut_a: np.ndarray,
        cut_b: np.ndarray,
    ) -> Measures[np.ndarray]:
        """What the steps of the cheapest ways say."""
        np = self._np
        many = len(la)
        pairs = np.arange(many)
        back_a = np.array([0, 1, 1, 0, 2, 1, 2], np.int32)
        back_b = np.array([0, 1, 0, 1, 1, 2, 2], np.int32)
        told_a, told_b = self._told(a), self._told(b)
        i, j = la - cut_a, lb - cut_b
        lost, swapped, near, foreign, poor, worst, first, run, longest_run, blank = (np.zeros(many, np.int32) for _ in range(10))
        total = table[i, j, pairs]
        info_a, info_b = told_a[i, pairs], told_b[j, pairs]
        stem_a, stem_b = i, j
        here = total
        while True:
            way = ways[i, j, pairs]
            if not way.any():
                break
            x, y = a[np.maximum(i - 1, 0), pairs], b[np.maximum(j - 1, 0), pairs]
            before_i, before_j = i - back_a[way], j - back_b[way]
            before = table[before_i, before_j, pairs]
            cost = here - before
            one = way == _EXCHANGED
            gone, come = way == _LOST, way == _ADDED
            near_key = one & self._near[x * self._size + y]
            slip = (gone & self._near[x * self._size] | come & self._near[y * self._size]) & (cost > DOUBLED)
            lost += slip
            swapped += way == _SWAPPED
            near += near_key
            foreign += one & (cost >= FOREIGN)
            bad = cost > POOR
            poor += bad
            np.maximum(worst, cost, out=worst)
            run = np.where(bad, run + cost, 0)
            np.maximum(longest_run, run, out=longest_run)
            blank += bad * (told_a[i, pairs] - told_a[before_i, pairs] + told_b[j, pairs] - told_b[before_j, pairs])
            first = np.where((before_i == 0) | (before_j == 0), first + cost, first)
            i, j, here = before_i, before_j, before
        cut = cut_a + cut_b
        return Measures(
            total, stem_a, stem_b, info_a, info_b, lost, swapped, near, foreign, poor, worst, first, longest_run, blank, kind, cut
        )

    def _told(self, laid: np.ndarray) -> np.ndarray:
        """How much the beginnings of names tell, by their length."""
        np = self._np
        told = np.zeros((len(laid) + 1, laid.shape[1]), np.int32)
        before = np.concatenate([np.zeros_like(laid[:1]), laid[:-1]])
        np.cumsum(self._information[before * self._size + laid], axis=0, out=told[1:])
        return told
