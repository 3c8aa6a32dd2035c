"""How alike two spellings are: whether they are one name, how sure, and why.

The public face is `compare` for one pair, with reasons, and `compare_many` for many, as figures only. Both align the graphemes of the
names at costs learnt from public names (`likeness_tables`) and weigh what the alignment says (`likeness_score`). Where two strings cannot
be compared (no letters, a script that nothing was learnt for) there is no score: the probability is not a number. Renames (Shevchenko,
Aktau) are no matter of spelling: a glossary knows them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from translit.likeness_align import align
from translit.likeness_graphemes import LONGEST, folded
from translit.likeness_score import band, logit, read_weights
from translit.likeness_tables import HOME, Tables, read
from translit.values import value

if TYPE_CHECKING:
    from translit.likeness_bulk import Bulk

UNKNOWN = math.nan
"""The probability of what cannot be compared."""
_PART = 1 << 17
"""Pairs of `compare_many` that are worked on together, so that memory does not grow with their number."""


@value
class Likeness:
    """What comparing two spellings came to."""

    probability: float
    """That they are spellings of one name, from 0 to 1; not a number where they cannot be compared."""
    band: str
    """same, likely, unlike; unknown where they cannot be compared."""
    reasons: tuple[str, ...]
    """Why, in sentences."""


class Comparer:
    """Compares names; keeps its tables once they are read."""

    def __init__(self, home: Path = HOME) -> None:
        """Name the folder of the tables; nothing is read yet."""
        self._home = home

    @cached_property
    def tables(self) -> Tables:
        """What was learnt."""
        return read(self._home)

    @cached_property
    def weights(self) -> dict[str, float]:
        """The weights of the features."""
        return read_weights(self._home)

    @cached_property
    def _bulk(self) -> Bulk:
        from translit.likeness_bulk import Bulk

        return Bulk(self.tables)

    def compare(self, a: str, b: str) -> Likeness:
        """How alike two spellings are; see `compare`."""
        one, other = self._read(a), self._read(b)
        if one is None or other is None:
            return Likeness(UNKNOWN, "unknown", (_unreadable(a if one is None else b),))
        found = align(one, other, self.tables)
        probability = _logistic(logit(found.measures, self.weights))
        return Likeness(probability, band(probability), ())

    def compare_many(self, pairs: Iterable[tuple[str, str]]) -> Sequence[float]:
        """The probabilities of many pairs; see `compare_many`."""
        from itertools import islice

        found: list[float] = []
        rest = iter(pairs)
        while part := list(islice(rest, _PART)):
            found += self._part(part)
        return found

    def _part(self, pairs: list[tuple[str, str]]) -> list[float]:
        """The probabilities of some pairs, worked on together."""
        import numpy as np

        places: dict[str, int] = {}
        names: list[tuple[int, ...]] = []
        left, right, which = [], [], []
        for number, pair in enumerate(pairs):
            sides = []
            for text in pair:
                place = places.get(text)
                if place is None:
                    read = self._read(text)
                    place = places[text] = -1 if read is None else len(names)
                    if read is not None:
                        names.append(read)
                sides.append(place)
            if min(sides) >= 0:
                left.append(sides[0])
                right.append(sides[1])
                which.append(number)
        found = np.full(len(pairs), UNKNOWN)
        if which:
            measures = self._bulk.measure(names, np.array(left), np.array(right))
            found[which] = 1 / (1 + np.exp(-np.clip(logit(measures, self.weights, np), -_STEEPEST, _STEEPEST)))
        return found.tolist()

    def _read(self, text: str) -> tuple[int, ...] | None:
        """The graphemes of a name; None where it cannot be compared."""
        return self.tables.graphemes.read(folded(text)) if len(text) <= LONGEST else None


_STEEPEST = 40.0
"""Odds beyond e to this power change nothing."""


def _logistic(odds: float) -> float:
    return 1 / (1 + math.exp(-min(max(odds, -_STEEPEST), _STEEPEST)))


def _unreadable(text: str) -> str:
    """Why a text cannot be compared."""
    if len(text) > LONGEST:
        return f"cannot compare: a name has {len(text)} code points, and {LONGEST} are compared at most"
    if not any(map(str.isalnum, text)):
        return f"cannot compare: “{text}” has no letters"
    return f"cannot compare: “{text}” has letters that nothing is known about"


COMPARER = Comparer()
"""Compares by the tables that endonym comes with."""


def compare(a: str, b: str) -> Likeness:
    """How alike two spellings are, and why.

    Args:
        a: a name of at most 200 code points, in any script that our systems read.
        b: another.

    Returns:
        The probability that both are spellings of one name, its band, and the reasons.
    """
    return COMPARER.compare(a, b)


def compare_many(pairs: Iterable[tuple[str, str]]) -> Sequence[float]:
    """The probabilities that pairs of spellings are one name each, in their order; not a number where a pair cannot be compared.

    Far quicker than one by one, and the same figures.
    """
    return COMPARER.compare_many(pairs)
