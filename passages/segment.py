"""The unit of text that names are looked for in."""

from __future__ import annotations

from collections.abc import Iterable

from translit.values import value


@value
class Segment:
    """A stretch of a document that a reader reads in one go: a paragraph, a heading, a table cell."""

    start: int
    """First code point of it in `document.text`."""
    end: int
    """One past the last."""
    text: str
    """Always `document.text[start:end]`; holds the document's own line ends."""
    protected: tuple[tuple[int, int], ...] = ()
    """What no edit may touch: spans of code points from the segment's start, sorted, neither empty, touching nor overlapping."""


def merged(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The spans sorted, without empty ones, and with those that touch or overlap made one."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if start >= end:
            continue
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)
