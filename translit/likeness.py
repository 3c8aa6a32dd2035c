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
from itertools import chain, compress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from translit.likeness_align import Alignment, Name, align
from translit.likeness_graphemes import LONGEST, SPACE, folded, folded_many
from translit.likeness_inside import Ended, ended
from translit.likeness_measures import Measures, per_grapheme
from translit.likeness_reasons import Practices, reasons
from translit.likeness_score import band, features, logit, most, of_endings, read_weights
from translit.likeness_tables import HOME, Tables, read
from translit.likeness_words import CLOSE, Arranged, arrange, asked, asked_first, left_out, letters_swapped, unswapped, words_of, worst_of
from translit.message import Message
from translit.values import value

if TYPE_CHECKING:
    import numpy as np

    from translit.likeness_bulk import Bulk
    from translit.likeness_rows import Reader, Rows

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
    """Why, in sentences; each is a `translit.message.Message`, so that it can be said in the reader's language."""


@value
class Look:
    """Two names side by side."""

    arranged: Arranged
    """Their words."""
    alignment: Alignment
    """Their graphemes."""


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
    def _practices(self) -> Practices:
        from translit.registry import REGISTRY

        known = REGISTRY.knowledge
        return Practices([*(table for table in known.tables if table.target_script == "Latn"), *known.adaptations])

    @cached_property
    def _bulk(self) -> Bulk:
        from translit.likeness_bulk import Bulk

        return Bulk(self.tables)

    @cached_property
    def _reader(self) -> Reader:
        from translit.likeness_rows import Reader

        return Reader(self.tables.graphemes)

    def compare(self, a: str, b: str) -> Likeness:
        """How alike two spellings are; see `compare`."""
        found = self.look(a, b)
        if isinstance(found, Message):
            return Likeness(UNKNOWN, "unknown", (found,))
        arranged, alignment = found.arranged, found.alignment
        probability = logistic(logit(alignment.measures, arranged.worth, self.weights))
        found_band, notes = band(probability), arranged.notes
        if unlike := found_band == "unlike":
            notes = *notes, *left_out(words_of(folded(a), folded(b)), self._distance)
        told = reasons(a, b, alignment, notes, self.tables, self._practices, unlike=unlike)
        return Likeness(probability, found_band, told)

    def look(self, a: str, b: str) -> Look | Message:
        """Two names side by side; why they cannot be compared where they cannot."""
        one, other = folded(a), folded(b)
        for text, plain in ((a, one), (b, other)):
            if self._read(plain) is None:
                return _unreadable(text)
        arranged = self._swapped(one, other) or arrange(words_of(one, other), self._distance, self._endings)
        left, right = self._read(SPACE.join(arranged.left)), self._read(SPACE.join(arranged.right))
        if left is None or right is None:  # what is left are signs
            return _unreadable(a if left is None else b)
        return Look(arranged, align(left, right, self.tables))

    def compare_many(self, pairs: Iterable[tuple[str, str]]) -> Sequence[float]:
        """The probabilities of many pairs; see `compare_many`."""
        from itertools import islice

        found: list[float] = []
        rest = iter(pairs)
        while part := list(islice(rest, _PART)):
            found += self._part(part)
        return found

    def features_of(self, pairs: Sequence[tuple[str, str]]) -> Features:
        """The features of pairs, all 0 where a pair cannot be compared."""
        import numpy as np

        found = self._measured(pairs)
        worth = found.worth[found.numbers]
        made = features(found.measures, np)
        table = np.zeros((len(pairs), len(made)))
        bounds = np.zeros(len(pairs))
        for column, figures in enumerate(made.values()):
            table[found.numbers, column] = figures
        bounds[found.numbers] = most(found.measures, worth)
        found.worth[found.numbers] += of_endings(found.measures)
        return Features(tuple(made), table, bounds, found.worth)

    def _part(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """The probabilities of some pairs, worked on together."""
        import numpy as np

        found = self._measured(pairs)
        probabilities = np.full(len(pairs), UNKNOWN)
        if len(found.numbers):
            odds = logit(found.measures, found.worth[found.numbers], self.weights, np)
            probabilities[found.numbers] = 1 / (1 + np.exp(-np.clip(odds, -_STEEPEST, _STEEPEST)))
        return probabilities.tolist()

    def _measured(self, pairs: Sequence[tuple[str, str]]) -> _Measured:
        """The measures of some pairs."""
        import numpy as np

        plain = folded_many(chain.from_iterable(pairs))
        for text, name in plain.items():
            plain[text] = _comparable(name)
        sides = [(plain[a], plain[b]) for a, b in pairs]
        worth = np.zeros(len(pairs))
        for number, by_words in self._arranged(sides).items():
            sides[number] = _comparable(SPACE.join(by_words.left)), _comparable(SPACE.join(by_words.right))
            worth[number] = by_words.worth
        names, both = self._laid(sides)
        (numbers,) = names.readable(both).nonzero()
        both = both[numbers]
        return _Measured(numbers, self._bulk.measure(names, both[:, 0], both[:, 1]), worth)

    def _laid(self, sides: Iterable[tuple[str, str]]) -> tuple[Rows, np.ndarray]:
        """Pairs of folded names or words: every one that there is, read, and which two each pair has."""
        import numpy as np

        places: dict[str, int] = {}
        both = np.fromiter((places.setdefault(name, len(places)) for name in chain.from_iterable(sides)), np.intp).reshape(-1, 2)
        return self._reader.read(places), both

    def _arranged(self, sides: list[tuple[str, str]]) -> dict[int, Arranged]:
        """Of pairs of folded names, by number, those whose words are laid side by side or whose letters are put in order."""
        found: dict[int, Arranged] = {}
        parts: list[int] = []
        for number, (one, other) in enumerate(sides):
            if len(one) == len(other) and one != other and (swapped := self._swapped(one, other)) is not None:
                found[number] = swapped
            elif SPACE in one or SPACE in other or one.isdigit() or other.isdigit():
                parts.append(number)
        names, both = self._laid(sides[number] for number in parts)
        several = {number: words_of(*sides[number]) for number in compress(parts, names.readable(both).tolist())}
        known, cuts = self._distances({pair for words in several.values() for pair in asked_first(words)})

        def distance(one: str, other: str) -> float:
            return known[one, other]

        def endings(one: str, other: str) -> Ended | None:
            found = cuts.get((one, other))
            return found and ended(one, other, found[0], found[1:], self.tables)

        apart = [words for words in several.values() if worst_of(words, distance) > CLOSE]
        more, more_cuts = self._distances({pair for words in apart for pair in asked(words)} - known.keys())
        known |= more
        cuts |= more_cuts
        for number, words in several.items():
            found[number] = arrange(words, distance, endings)
        return found

    def _distances(self, words: set[tuple[str, str]]) -> tuple[dict[tuple[str, str], float], dict[tuple[str, str], tuple[int, int, int]]]:
        """What it costs for each grapheme that one word stands for another, for many pairs; and of those with endings left out what these are and how long."""
        import numpy as np

        pairs = list(words)
        names, both = self._laid(pairs)
        readable = names.readable(both)
        distances = np.full(len(pairs), ENDLESS)
        cuts = np.zeros((len(pairs), 3), np.intp)
        distances[readable], cuts[readable] = self._bulk.beside(names, both[readable, 0], both[readable, 1])
        (with_endings,) = cuts[:, 0].nonzero()
        rows = zip(with_endings.tolist(), cuts[with_endings].tolist(), strict=True)
        return dict(zip(pairs, distances.tolist(), strict=True)), {pairs[number]: (kind, one, other) for number, (kind, one, other) in rows}

    def _swapped(self, one: str, other: str) -> Arranged | None:
        """Two folded names with neighbouring letters swapped that are no graphemes by themselves; None for all others."""
        if not unswapped(one, other):
            return None
        left, right = self._read(one), self._read(other)
        return None if left is None or right is None or len(left) == len(right) else letters_swapped(one)

    def _distance(self, one: str, other: str) -> float:
        """What it costs for each grapheme that one word stands for another."""
        left, right = self.tables.graphemes.read(one), self.tables.graphemes.read(other)
        return ENDLESS if left is None or right is None else per_grapheme(align(left, right, self.tables).measures)

    def _endings(self, one: str, other: str) -> Ended | None:
        """The endings of two words that their cheapest alignment leaves out."""
        left, right = self.tables.graphemes.read(one), self.tables.graphemes.read(other)
        if left is None or right is None:
            return None
        found = align(left, right, self.tables)
        kind, cuts = found.measures.ending, (len(found.left_ending), len(found.right_ending))
        return ended(one, other, kind, cuts, self.tables) if kind else None

    def _read(self, plain: str) -> Name | None:
        """The graphemes of a folded name; None where it cannot be compared."""
        return self.tables.graphemes.read(_comparable(plain))


class Features(NamedTuple):
    """The features of many pairs, for who fits their weights."""

    names: tuple[str, ...]
    """Of the features."""
    table: np.ndarray
    """By pair and feature."""
    most: np.ndarray
    """By pair, the highest logarithm of odds that the features may give."""
    worth: np.ndarray
    """By pair, what is judged of words and endings, which is added."""


class _Measured(NamedTuple):
    """The figures of many pairs."""

    numbers: np.ndarray
    """Which pairs could be compared."""
    measures: Measures[np.ndarray]
    """Theirs, in this order."""
    worth: np.ndarray
    """Of all pairs, what was done to their words is worth."""


ENDLESS = 99.0
"""The distance of a word that cannot be read."""
_SIGNS = "’ "
"""What alone is no name."""
_STEEPEST = 40.0
"""Odds beyond e to this power change nothing."""


def logistic(odds: float) -> float:
    """The probability of a logarithm of odds."""
    return 1 / (1 + math.exp(-min(max(odds, -_STEEPEST), _STEEPEST)))


def _comparable(plain: str) -> str:
    """A folded name that may be compared, if its letters can be read; nothing for one that is too long, or of signs only."""
    return plain if len(plain) <= LONGEST and plain.strip(_SIGNS) else ""


def _unreadable(text: str) -> Message:
    """Why a text cannot be compared."""
    if len(text) > LONGEST:
        return Message("cannot compare: a name has {n} code points, and {most} are compared at most", n=len(text), most=LONGEST)
    if not any(map(str.isalnum, text)):
        return Message("cannot compare: “{text}” has no letters", text=text)
    return Message("cannot compare: “{text}” has letters that nothing is known about", text=text)


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
