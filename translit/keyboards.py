"""Keyboards, for slips of the pen: which keys lie beside each other.

Owns the rows of keys of the layouts that our readers write names with: QWERTY, and the Russian ЙЦУКЕН, of which the Ukrainian and Kazakh
layouts have the letters in the same places and put their own on the row of digits.
"""

from __future__ import annotations

from collections.abc import Iterator

KEYBOARDS = (("qwertyuiop", "asdfghjkl", "zxcvbnm"), ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"))
"""Rows of keys, upper row first; each row is set off half a key to the right."""


def neighbours() -> Iterator[tuple[str, str]]:
    """Keys beside each other, in both orders."""
    for rows in KEYBOARDS:
        places = {key: (x + y / 2, y) for y, row in enumerate(rows) for x, key in enumerate(row)}
        for one, (x, y) in places.items():
            for other, (u, v) in places.items():
                if one != other and abs(y - v) <= 1 and abs(x - u) <= (1 if y == v else 0.5):
                    yield one, other
