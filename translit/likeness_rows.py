"""Many names read at once, as rows of graphemes in one array: what `likeness_bulk` aligns.

Owns the array and how letters are looked up in it; what is a grapheme, `likeness_graphemes` says, which also reads the few names that have
letters of other scripts, one by one. NumPy is imported when names are read, which a single comparison never does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from translit.likeness_graphemes import TOGETHER, Graphemes

if TYPE_CHECKING:
    import numpy as np

_MARKS = {piece: chr(0xFDD0 + number) for number, piece in enumerate(TOGETHER)}
"""Letters that are one grapheme → a code point that stands for them: one of those that Unicode keeps free for a program's own use."""
_PIECES = re.compile("|".join(TOGETHER))
_MARK = re.compile(f"[{''.join(_MARKS.values())}]")
_PLANE = 1 << 16
"""Code points that are looked up; letters beyond are no letters of a name that is read."""
_UNKNOWN = -1
_BETWEEN = "\n"
"""What ends a name among others."""


class Rows(NamedTuple):
    """Names, each a row of the numbers of its graphemes."""

    flat: np.ndarray
    """All rows, one after the other with gaps; the last number is 0, which is no grapheme."""
    starts: np.ndarray
    """By name, where its row starts."""
    lengths: np.ndarray
    """By name, its graphemes; 0 for a name that cannot be read."""

    def readable(self, pairs: np.ndarray) -> np.ndarray:
        """Of pairs of names, a row of two places each, whether both can be read."""
        return self.lengths[pairs].min(axis=1, initial=1) > 0


def rows_of(names: Sequence[Sequence[int]]) -> Rows:
    """The rows of names that were read one by one."""
    import numpy as np

    lengths = np.fromiter(map(len, names), np.intp, len(names))
    flat = np.fromiter(chain(chain.from_iterable(names), (0,)), np.intp, int(lengths.sum()) + 1)
    return Rows(flat, np.cumsum(lengths) - lengths, lengths)


class Reader:
    """Reads many folded names at once."""

    def __init__(self, graphemes: Graphemes) -> None:
        """Take the graphemes."""
        import numpy as np

        self._graphemes = graphemes
        self._numbers = np.full(_PLANE, _UNKNOWN, np.intp)
        self._numbers[ord(_BETWEEN)] = 0
        for number, name in enumerate(graphemes.names):
            letter = _MARKS.get(name, name)
            if len(letter) == 1:
                self._numbers[ord(letter)] = number

    def read(self, names: Iterable[str]) -> Rows:
        """The rows of folded names, as `Graphemes.read` would read each."""
        import numpy as np

        names = tuple(names)
        whole = "".join(f"{name}{_BETWEEN}" for name in names)
        if _MARK.search(whole):
            return rows_of([self._graphemes.read(name) or () for name in names])
        whole = _PIECES.sub(_mark, whole)
        codes: np.ndarray = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), "<u4")
        numbers = self._numbers[np.minimum(codes, _PLANE - 1)]
        ends: np.ndarray = (codes == ord(_BETWEEN)).nonzero()[0]
        starts = np.concatenate([np.zeros(min(len(ends), 1), np.intp), ends[:-1] + 1])
        lengths: np.ndarray = ends - starts
        letters: np.ndarray = (numbers == _UNKNOWN).nonzero()[0]
        others: list[int] = sorted(set(np.searchsorted(ends, letters).tolist()))
        alone = rows_of([self._graphemes.read(names[place]) or () for place in others])
        starts[others], lengths[others] = alone.starts + len(numbers), alone.lengths
        return Rows(np.concatenate([numbers, alone.flat]), starts, lengths)


def _mark(piece: re.Match[str]) -> str:
    return _MARKS[piece[0]]
