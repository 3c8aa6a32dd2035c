"""Average linkage: from the chances that two spellings are one name to groups of spellings. Pure arithmetic; knows no letters.

Two groups are joined where the mean chance over all pairs between them is the highest of all and high enough; a pair nobody compared counts
as no chance (UPGMA, Sokal and Michener 1958, on similarities). Decisions stand above chances: what is said to be the same is joined first,
what is said to be apart is never joined, directly or through others. Time grows with the pairs compared, not with all pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

ENOUGH = 0.42
"""The mean chance from which two groups are joined: where precision and recall of whole groups meet (benchmarks/discovery.md)."""

Pair = tuple[int, int]


def link(
    count: int,
    chances: Mapping[Pair, float],
    same: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
    fixed: Mapping[int, str] | None = None,
    enough: float = ENOUGH,
) -> list[list[int]]:
    """The groups of the items 0 … count - 1, each sorted, by their first items.

    Args:
        count: how many items there are.
        chances: for pairs of items the chance that they are one; the order within a pair does not count, the higher of two stands.
        same: pairs that are one, whatever their chance. Where decisions contradict each other, *apart* wins.
        apart: pairs that are not one.
        fixed: items whose name is known: those of one name are joined first, those of two are never joined.
        enough: the mean chance from which groups are joined.
    """
    return _Linkage(count, chances, apart, fixed or {}).grouped(same, enough)


class _Linkage:
    """Groups while they are being joined; a group is known by one of its items."""

    def __init__(self, count: int, chances: Mapping[Pair, float], apart: Iterable[Pair], fixed: Mapping[int, str]) -> None:
        self._members: dict[int, list[int]] = {item: [item] for item in range(count)}
        self._group = list(range(count))
        self._sums: dict[int, dict[int, float]] = {item: {} for item in range(count)}
        for (one, other), chance in chances.items():
            if one != other and chance > self._sums[one].get(other, 0.0):
                self._sums[one][other] = self._sums[other][one] = chance
        self._fixed = dict(fixed)
        self._apart: dict[int, set[int]] = {item: set() for item in range(count)}
        for one, other in apart:
            if one != other:
                self._apart[one].add(other)
                self._apart[other].add(one)

    def grouped(self, same: Iterable[Pair], enough: float) -> list[list[int]]:
        first: dict[str, int] = {}
        named = [(first.setdefault(name, item), item) for item, name in sorted(self._fixed.items())]
        for one, other in (*named, *same):
            left, right = self._group[one], self._group[other]
            if left != right and not self._parted(left, right):
                self._join(left, right)
        # Only what may be joined is kept waiting: a mean that is too small rises by a join alone, which weighs it anew.
        every = ((-self._mean(one, other), one, other) for one, near in self._sums.items() for other in near if one < other)
        heap = [one for one in every if -one[0] >= enough]
        heapify(heap)
        while heap:
            mean, one, other = heappop(heap)
            # A group that has grown since has a mean of its own, on the heap too.
            if one not in self._members or other not in self._members or -mean != self._mean(one, other) or self._parted(one, other):
                continue
            kept = self._join(one, other)
            for near in self._sums[kept]:
                if (grown := self._mean(kept, near)) >= enough:
                    heappush(heap, (-grown, min(kept, near), max(kept, near)))
        return sorted(sorted(members) for members in self._members.values())

    def _parted(self, one: int, other: int) -> bool:
        """Whether two groups must not be joined."""
        return other in self._apart[one] or (one in self._fixed and other in self._fixed and self._fixed[one] != self._fixed[other])

    def _mean(self, one: int, other: int) -> float:
        return self._sums[one].get(other, 0.0) / (len(self._members[one]) * len(self._members[other]))

    def _join(self, one: int, other: int) -> int:
        """Make two groups one, known by the item of that with more neighbours; gives it."""
        kept, gone = (one, other) if len(self._sums[one]) >= len(self._sums[other]) else (other, one)
        moved = self._members.pop(gone)
        if gone in self._fixed:
            self._fixed[kept] = self._fixed.pop(gone)
        self._members[kept] += moved
        for item in moved:
            self._group[item] = kept
        ours = self._sums[kept]
        for near, total in self._sums.pop(gone).items():
            del self._sums[near][gone]
            if near != kept:
                ours[near] = self._sums[near][kept] = ours.get(near, 0.0) + total
        ours.pop(gone, None)
        for other_group in self._apart.pop(gone):
            self._apart[other_group].discard(gone)
            self._apart[other_group].add(kept)
            self._apart[kept].add(other_group)
        return kept
