"""What likeness knows: what an operation costs, how much a grapheme tells, which endings belong together.

Owns the files in `data/likeness` (README.md there says where they are from), what an operation is called, and the channel of slips of the pen, which is kept apart from
what was learnt: an operation that no transliteration explains may be a slip, and is then called one. Costs are whole numbers, hundredths
of a natural logarithm, so that the two ways of aligning (`likeness_align`, `likeness_bulk`) agree to the last digit.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from translit.keyboards import neighbours
from translit.likeness_endings import Endings
from translit.likeness_graphemes import Graphemes
from translit.sounds import bones, sounds
from translit.values import value

HOME = Path(__file__).parent / "data" / "likeness"

FOREIGN = 700
"""What one grapheme for another costs at most: they have nothing to do with each other."""
LOST = 450
"""What a lost grapheme costs at most; above what was learnt it is a slip."""
DOUBLED = 120
"""What a grapheme costs that only repeats the one before it."""
SWAPPED = 400
"""What two neighbours in each other's place cost."""
NEAR_KEY = 450
"""What a letter costs for one beside it on the keyboard."""
DIGIT = 1200
"""What a digit costs that is another, or is not there."""
UNKNOWN = 900
"""What a grapheme tells after one that it was hardly ever met after."""

INSIDE, FIRST, LAST = 0, 1, 2
"""Where in a name an operation is: at neither end, at its beginning, at its end. What is at both counts as at the beginning."""

Operation = tuple[int, ...]
"""What an operation is, whatever its direction: two graphemes, the lesser number first (0 and one that is lost); three, of which the last
stands for the other two; or one of those below."""
SWAP: Operation = (-1,)
"""Two neighbours in each other's place."""
REPEAT: Operation = (-2,)
"""A grapheme that repeats the one before it is lost or added."""
FOREIGN_VOWELS: Operation = (-3,)
"""One vowel for another that it has nothing to do with."""
FOREIGN_CONSONANTS: Operation = (-4,)
"""The same of consonants."""
FOREIGN_OTHERS: Operation = (-5,)
"""A vowel for a consonant, a sign for a letter."""
_NAMED = {"*swap": SWAP, "*repeat": REPEAT, "*vowels": FOREIGN_VOWELS, "*consonants": FOREIGN_CONSONANTS, "*others": FOREIGN_OTHERS}

CLASSES = "kstpbnmlr"
"""Classes of consonants, as in `translit.sounds.bones` but for b and m, which seldom stand for p and n, and for v, which may be a vowel: names of one
thing keep these, whatever is done to their letters."""

_SOUNDS_OPEN = "aeiou"
"""The vowels that `translit.sounds` writes."""
_VOWELS = frozenset("aeiouyаеёиоуыэюяіїєәөүұўɵ")
_SIGNS = frozenset("’ьъ jй0123456789")


@value
class Tables:
    """Everything that is learnt."""

    graphemes: Graphemes
    """The pieces of writing."""
    single: dict[tuple[int, int], int]
    """What one grapheme for another costs, below `FOREIGN`; both orders are there."""
    double: dict[tuple[int, int, int], int]
    """What two graphemes for one cost: the two, the one."""
    lost: tuple[int, ...]
    """By grapheme, what it costs that it is not there, `LOST` at most but for digits."""
    slips: frozenset[tuple[int, int]]
    """The operations of `single` that are slips of the pen, and of `lost` as (grapheme, 0)."""
    evidence: dict[Operation, tuple[int, int, int]]
    """By operation, how much it speaks for one name (`INSIDE`, `FIRST`, `LAST`), in hundredths of a natural logarithm of odds."""
    foreign: tuple[int, ...]
    """By grapheme 0 for a vowel, 1 for a consonant, 2 for a sign, a space or a digit."""
    classes: tuple[int, ...]
    """By grapheme the number of its class of consonants from 1 on (`CLASSES`); 0 for what is no consonant."""
    information: dict[tuple[int, int], int]
    """What a grapheme tells after another (0 at the beginning)."""
    unknown: int
    """What it tells after one it was hardly ever met after."""
    endings: Endings
    """Endings of words."""

    def loss(self, one: int, cost: int) -> Operation:
        """The operation that loses or adds a grapheme at this cost."""
        return REPEAT if cost <= DOUBLED and cost < self.lost[one] else (0, one)

    def speaks(self, operation: Operation) -> tuple[int, int, int]:
        """How much an operation speaks for one name; of graphemes nobody counted together, what such of their kinds do."""
        found = self.evidence.get(operation)
        if found is None:
            kinds = tuple(self.foreign[number] for number in operation[:2])
            found = self.evidence.get(FOREIGN_VOWELS if kinds == (0, 0) else FOREIGN_CONSONANTS if kinds == (1, 1) else FOREIGN_OTHERS)
        return found or _NOTHING


def exchange(one: int, other: int) -> Operation:
    """The operation that puts one grapheme for another."""
    return (one, other) if one <= other else (other, one)


_NOTHING = (0, 0, 0)


def read(home: Path = HOME) -> Tables:
    """The tables of a folder."""
    names = [""]
    singles: list[tuple[str, str, int]] = []
    doubles: list[tuple[str, str, str, int]] = []
    alone: list[int] = [0]
    for one, other, cost in _rows(home / "costs.tsv"):
        if not other:
            names.append(one.replace("␣", " "))
            alone.append(int(cost))
        elif "+" in one:
            first, _, second = one.partition("+")
            doubles.append((first, second, other, int(cost)))
        else:
            singles.append((one, other, int(cost)))
    graphemes = Graphemes(tuple(names), {letter: latin for letter, latin in _rows(home / "letters.tsv")})  # noqa: C416

    def number(name: str) -> int:
        return graphemes.number(name.replace("␣", " "))

    single = {(n, n): 0 for n in range(1, len(names))}
    for one, other, cost in singles:
        x, y = number(one), number(other)
        single[x, y] = single[y, x] = cost
    slips: set[tuple[int, int]] = set()
    for one, other in neighbours():
        pair = number(one), number(other)
        if single.get(pair, FOREIGN) > NEAR_KEY:
            single[pair] = NEAR_KEY
            slips.add(pair)
    lost: list[int] = []
    for n, cost in enumerate(alone):
        digit = names[n].isdigit()
        lost.append(DIGIT if digit else min(cost, LOST))
        if cost > LOST and not digit:
            slips.add((n, 0))
    double: dict[tuple[int, int, int], int] = {}
    for first, second, other, cost in doubles:
        one, two = number(first), number(second)
        double[one, two, number(other)] = cost
    evidence: dict[Operation, tuple[int, int, int]] = {}
    for one, other, *figures in _rows(home / "evidence.tsv"):
        if one in _NAMED:
            key = _NAMED[one]
        elif "+" in one:
            first, _, second = one.partition("+")
            key = number(first), number(second), number(other)
        else:
            key = tuple(sorted((number(one), number(other) if other else 0)))
        inside, at_first, at_last = map(int, figures)
        evidence[key] = inside, at_first, at_last
    information: dict[tuple[int, int], int] = {}
    for before, after, cost in _rows(home / "information.tsv"):
        context = number(before) if before else 0
        information[context, number(after)] = int(cost)
    return Tables(
        graphemes,
        single,
        double,
        tuple(lost),
        frozenset(slips),
        evidence,
        tuple(map(kind, names)),
        tuple(map(consonant, names)),
        information,
        UNKNOWN,
        Endings.read(home / "endings.tsv", graphemes),
    )


def kind(name: str) -> int:
    """0 for a vowel, 1 for a consonant, 2 for a sign, a space or a digit."""
    if name[:1] in _SIGNS:
        return 2
    return 0 if unicodedata.normalize("NFD", name)[:1] in _VOWELS or name[:1] in _VOWELS else 1


def consonant(name: str) -> int:
    """The number of a grapheme's class of consonants from 1 on, by the first consonant that it sounds as; 0 for what is no consonant."""
    if kind(name) != 1:
        return 0
    first = sounds(name)[0].lstrip(_SOUNDS_OPEN)[:1]
    return CLASSES.find("p" if first == "f" else first if first in CLASSES else bones(first)) + 1 if first else 0


def _rows(path: Path) -> Iterator[list[str]]:
    """The rows of a table, its comments left out."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
