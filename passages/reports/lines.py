"""From a code point's offset to its line and column, and to the text around it.

A line ends at LF, CR LF or a lone CR, and nowhere else: U+2028, form feed and the like are characters of a line, as they
are for editors and for SARIF (whose `newlineSequences` lets a run name the line ends that count).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

LINE_ENDS = ("\r\n", "\n", "\r")
"""What ends a line; the first that fits."""

_LINE_END = re.compile(r"\r\n?|\n")
_REACH = 120


class Position(NamedTuple):
    """A place between two characters of a document."""

    offset: int
    """Code points from the document's start, from 0."""
    line: int
    """The line, from 1."""
    column: int
    """The code point in the line, from 1."""


class LineIndex:
    """The lines of one text: built in one pass, asked in O(log n)."""

    def __init__(self, text: str) -> None:
        """Find the lines of a text."""
        self._text = text
        self._starts = [0]
        self._ends: list[int] = []
        for end in _LINE_END.finditer(text):
            self._ends.append(end.start())
            self._starts.append(end.end())
        self._ends.append(len(text))

    def position(self, offset: int) -> Position:
        """The line and column of an offset; the text's end counts as a place, and a line end belongs to the line it ends.

        Raises:
            ValueError: where the offset lies outside the text.
        """
        line = self._line(offset)
        return Position(offset, line, offset - self._starts[line - 1] + 1)

    def _line(self, offset: int) -> int:
        if not 0 <= offset <= len(self._text):
            raise ValueError(f"offset {offset} lies outside a text of {len(self._text)} code points")
        return bisect_right(self._starts, offset)

    def around(self, start: int, end: int, reach: int = _REACH) -> tuple[str, str]:
        """What stands on the same line before `start` and behind `end`, at most about `reach` code points on each side.

        A longer line is cut at a space where there is one and then has an ellipsis at the cut.
        """
        first, last = self._line(start), self._line(end)
        return self._before(self._starts[first - 1], start, reach), self._behind(end, self._ends[last - 1], reach)

    def _before(self, low: int, start: int, reach: int) -> str:
        if start - low <= reach:
            return self._text[low:start]
        cut = self._text[start - reach : start]
        space = cut.find(" ")
        return "…" + cut[space + 1 if 0 <= space < reach // 2 else 0 :]

    def _behind(self, end: int, high: int, reach: int) -> str:
        if high - end <= reach:
            # A span may end behind a CR that belongs to a line end; nothing stands behind it then.
            return self._text[end : max(end, high)]
        cut = self._text[end : end + reach]
        space = cut.rfind(" ")
        return cut[: space if space > reach // 2 else reach] + "…"
