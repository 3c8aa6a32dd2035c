"""A text in lines of so many cells: by grapheme, in the widths that the screen library itself measures (`rich.cells`).

Breaks come after spaces, after hyphens within words, and between ideographs (the parts of UAX #14 that a column of a few dozen cells needs); a
word longer than a line is broken between two graphemes. Nothing is left out but a line feed that has no room: every code point stands in one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from passages.display.safe import safe

_AFTER = frozenset(" \t\u2002\u2003\u2009\u200b-\u2010\u2013\u2014/\u3000\u2423\u2409")
"""A line may end behind these."""
_NOT_FIRST = frozenset("、。，．：；！？）」』】〉》〕］｝〜ー々ゝヽっゃゅょッャュョ")
"""A line may not begin with these (JIS X 4051, characters not starting a line, the usual ones)."""
_NOT_LAST = frozenset("（「『【〈《〔［｛")
"""Nor end with these."""


class Line(NamedTuple):
    """One line of a wrapped text."""

    start: int
    """First code point of it in the text."""
    end: int
    """One past the last; a line feed that ends the line is within where it has room."""
    cells: int
    """Cells it takes, spaces at its end included; those may reach beyond the width."""
    hard: bool
    """True where a line feed of the text ends it."""


class _Grapheme(NamedTuple):
    start: int
    end: int
    cells: int


def wrap(text: str, width: int, kept: Sequence[tuple[int, int]] = ()) -> list[Line]:
    """The lines of a text.

    Args:
        text: the text as it is; line feeds end lines, all else is measured as `safe` shows it.
        width: cells of a line; at least 2, so that an ideograph has room.
        kept: spans of code points that are not broken where a line holds them: placeholders, inline codes.

    Returns:
        At least one line; an empty text has an empty one. A line feed at the very end begins no line: its sign has been shown.
    """
    lines: list[Line] = []
    start = 0
    room = max(width, 2)
    while True:
        end = text.find("\n", start)
        last = end < 0
        lines += _paragraph(text, start, len(text) if last else end, room, kept)
        if last:
            return lines
        whole = lines[-1]
        fits = whole.cells < room
        lines[-1] = Line(whole.start, end + 1 if fits else end, whole.cells + fits, hard=True)
        start = end + 1
        if start == len(text):
            return lines


def _paragraph(text: str, start: int, end: int, room: int, kept: Sequence[tuple[int, int]]) -> list[Line]:
    """The lines between two line feeds."""
    graphemes, total = _graphemes(text, start, end)
    if total <= room:
        return [Line(start, end, total, hard=False)]
    lines: list[Line] = []
    first = at = used = 0
    possible = -1  # the last place where this line may end: the number of the grapheme behind it
    while at < len(graphemes):
        one = graphemes[at]
        if at > first and _may_break(text, graphemes[at - 1], one, kept):
            possible = at
        space = text[one.start : one.end] in (" ", "\u2423")  # one that bears a combining mark is seen
        if used + one.cells > room and not space and at > first:
            cut = possible if possible > first else at
            lines.append(_line(graphemes, first, cut))
            first, possible = cut, -1
            used = sum(each.cells for each in graphemes[first:at])
            continue
        used += one.cells
        at += 1
    lines.append(_line(graphemes, first, at))
    return lines


def _line(graphemes: Sequence[_Grapheme], first: int, last: int) -> Line:
    return Line(graphemes[first].start, graphemes[last - 1].end, sum(one.cells for one in graphemes[first:last]), hard=False)


def _may_break(text: str, before: _Grapheme, after: _Grapheme, kept: Sequence[tuple[int, int]]) -> bool:
    """Whether a line may end between two graphemes."""
    if any(start < after.start < end for start, end in kept):
        return False
    left, right = text[before.end - 1], text[after.start]
    if left == "-" and not text[before.start - 1 : before.start].isalnum():
        return False  # it belongs to what follows: -x, --help, -5
    if left in _AFTER:
        return right not in _AFTER or (right == "-" and left.isspace() and not text[after.end : after.end + 1].isspace())
    wide = before.cells == 2 or after.cells == 2
    return wide and right not in _NOT_FIRST and text[before.start] not in _NOT_LAST


def _graphemes(text: str, start: int, end: int) -> tuple[list[_Grapheme], int]:
    """The graphemes of a stretch with their places in the text, and the cells of all."""
    from rich.cells import split_graphemes

    spans, total = split_graphemes(safe(text[start:end]))
    return [_Grapheme(start + first, start + last, cells) for first, last, cells in spans], total


def graphemes(text: str) -> list[tuple[int, int]]:
    """What a reader takes for one character each, as spans of code points: extended grapheme clusters of UAX #29."""
    from wcwidth import iter_graphemes

    return list(_spans(iter_graphemes(text)))


def _spans(parts: Iterable[str]) -> Iterable[tuple[int, int]]:
    at = 0
    for part in parts:
        yield at, at + len(part)
        at += len(part)
