"""What likeness knows: what an operation costs, how much a grapheme tells, which endings belong together.

Owns the files in `data/likeness` (README.md there says where they are from) and the channel of slips of the pen, which is kept apart from
what was learnt: an operation that no transliteration explains may be a slip, and is then called one. Costs are whole numbers, hundredths
of a natural logarithm, so that the two ways of aligning (`likeness_align`, `likeness_bulk`) agree to the last digit.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from translit.likeness_endings import Endings
from translit.likeness_graphemes import Graphemes
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

KEYBOARDS = (("qwertyuiop", "asdfghjkl", "zxcvbnm"), ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"))
"""Rows of keys, upper row first; each row is set off half a key to the right."""


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
    information: dict[tuple[int, int], int]
    """What a grapheme tells after another (0 at the beginning)."""
    unknown: int
    """What it tells after one it was hardly ever met after."""
    endings: Endings
    """Endings of words."""


def read(home: Path = HOME) -> Tables:
    """The tables of a folder."""
    names = [""]
    letters: dict[str, str] = {}
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
    for letter, latin in _rows(home / "letters.tsv"):
        letters[letter] = latin
    graphemes = Graphemes(tuple(names), letters)
    number = graphemes.number
    single = {(n, n): 0 for n in range(1, len(names))}
    for one, other, cost in singles:
        x, y = number(one.replace("␣", " ")), number(other.replace("␣", " "))
        single[x, y] = single[y, x] = cost
    slips: set[tuple[int, int]] = set()
    for one, other in _neighbours():
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
        one, two = number(first.replace("␣", " ")), number(second.replace("␣", " "))
        double[one, two, number(other.replace("␣", " "))] = cost
    information: dict[tuple[int, int], int] = {}
    for before, after, cost in _rows(home / "information.tsv"):
        context = number(before.replace("␣", " ")) if before else 0
        information[context, number(after.replace("␣", " "))] = int(cost)
    return Tables(
        graphemes, single, double, tuple(lost), frozenset(slips), information, UNKNOWN, Endings.read(home / "endings.tsv", graphemes)
    )


def _rows(path: Path) -> Iterator[list[str]]:
    """The rows of a table, its comments left out."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def _neighbours() -> Iterator[tuple[str, str]]:
    """Keys beside each other, in both orders."""
    for rows in KEYBOARDS:
        places = {key: (x + y / 2, y) for y, row in enumerate(rows) for x, key in enumerate(row)}
        for one, (x, y) in places.items():
            for other, (u, v) in places.items():
                if one != other and abs(y - v) <= 1 and abs(x - u) <= (1 if y == v else 0.5):
                    yield one, other


class Holder:
    """Keeps the tables once they are read."""

    def __init__(self, home: Path = HOME) -> None:
        """Name the folder; nothing is read yet."""
        self._home = home

    @cached_property
    def tables(self) -> Tables:
        """The tables."""
        return read(self._home)
