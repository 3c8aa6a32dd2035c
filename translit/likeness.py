"""How alike two spellings are: whether they are one name, how sure, and why.

The public face is `compare` for one pair, with reasons, and `compare_many` for many, as figures only. Both align the graphemes of the
names at costs learnt from public names (`likeness_tables`) and weigh what the alignment says (`likeness_score`). Where two strings cannot
be compared (no letters, a script that nothing was learnt for) there is no score: the probability is not a number. Renames (Shevchenko,
Aktau) are no matter of spelling: a glossary knows them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from translit.likeness_align import Name, align
from translit.likeness_graphemes import LONGEST, SPACE, folded
from translit.likeness_measures import per_grapheme
from translit.likeness_score import band, logit, read_weights
from translit.likeness_tables import HOME, Tables, read
from translit.likeness_words import Arranged, arrange, asked
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
        one, other = folded(a), folded(b)
        for text, plain in ((a, one), (b, other)):
            if self._read(plain) is None:
                return Likeness(UNKNOWN, "unknown", (_unreadable(text),))
        arranged = arrange(one.split(), other.split(), self._distance)
        left, right = self._read(SPACE.join(arranged.left)), self._read(SPACE.join(arranged.right))
        if left is None or right is None:  # every word of one is a sign by itself
            return Likeness(UNKNOWN, "unknown", (_unreadable(a if left is None else b),))
        found = align(left, right, self.tables)
        probability = logistic(logit(found.measures, arranged.worst, self.weights) + arranged.worth)
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

        batch = Batch(self._read)
        arranged = self._arranged(pairs)
        for number, (a, b) in enumerate(pairs):
            by_words = arranged.get(number)
            if by_words is None:
                batch.add(number, a, b)
            elif self._read(folded(a)) is not None and self._read(folded(b)) is not None:
                batch.add(number, SPACE.join(by_words.left), SPACE.join(by_words.right))
        found = np.full(len(pairs), UNKNOWN)
        if batch.numbers:
            measures = self._bulk.measure(batch.names, np.array(batch.left), np.array(batch.right))
            worst, worth = np.zeros(len(pairs)), np.zeros(len(pairs))
            for number, one in arranged.items():
                worst[number], worth[number] = one.worst, one.worth
            odds = logit(measures, worst[batch.numbers], self.weights, np) + worth[batch.numbers]
            found[batch.numbers] = 1 / (1 + np.exp(-np.clip(odds, -_STEEPEST, _STEEPEST)))
        return found.tolist()

    def _arranged(self, pairs: list[tuple[str, str]]) -> dict[int, Arranged]:
        """The pairs of names of several words, by number, with their words laid side by side."""
        import numpy as np

        several = {
            number: (one.split(), other.split())
            for number, (a, b) in enumerate(pairs)
            if not (a.isalpha() and b.isalpha()) and SPACE in (one := folded(a)) + (other := folded(b))
        }
        batch = Batch(self._read)
        wanted = sorted({ask for words in several.values() for ask in asked(*words)})
        for number, (one, other) in enumerate(wanted):
            batch.add(number, one, other)
        distances = np.full(len(wanted), ENDLESS)
        if batch.numbers:
            measures = self._bulk.measure(batch.names, np.array(batch.left), np.array(batch.right))
            distances[batch.numbers] = per_grapheme(measures, np)
        known = dict(zip(wanted, distances.tolist(), strict=True))
        return {number: arrange(one, other, lambda x, y: known[min(x, y), max(x, y)]) for number, (one, other) in several.items()}

    def _distance(self, one: str, other: str) -> float:
        """What it costs for each grapheme that one word stands for another."""
        left, right = self._read(min(one, other)), self._read(max(one, other))
        return ENDLESS if left is None or right is None else per_grapheme(align(left, right, self.tables).measures)

    def _read(self, plain: str) -> Name | None:
        """The graphemes of a folded name; None where it cannot be compared."""
        return self.tables.graphemes.read(plain) if len(plain) <= LONGEST else None


class Batch:
    """Pairs that are aligned together; every name is read once."""

    def __init__(self, read: Callable[[str], Name | None]) -> None:
        """Take what reads a folded name."""
        self._read = read
        self._places: dict[str, int] = {}
        self.names: list[Name] = []
        """The names that could be read."""
        self.left: list[int] = []
        """For each pair, the place of its one name."""
        self.right: list[int] = []
        """For each pair, the place of the other."""
        self.numbers: list[int] = []
        """For each pair, the number it was added with."""

    def add(self, number: int, one: str, other: str) -> None:
        """Add a pair; one that cannot be read is left out."""
        left, right = self._place(one), self._place(other)
        if left >= 0 and right >= 0:
            self.left.append(left)
            self.right.append(right)
            self.numbers.append(number)

    def _place(self, text: str) -> int:
        place = self._places.get(text)
        if place is None:
            name = self._read(folded(text))
            place = self._places[text] = -1 if name is None else len(self.names)
            if name is not None:
                self.names.append(name)
        return place


ENDLESS = 99.0
"""The distance of a word that cannot be read."""
_STEEPEST = 40.0
"""Odds beyond e to this power change nothing."""


def logistic(odds: float) -> float:
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
