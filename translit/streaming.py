"""A text of any size in pieces, with no seams and in flat memory.

Owns the cuts: always after white space, which no word, key or context reaches across, and with as much text in sight on both
sides as the case policy looks at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from translit.casing import REACH
from translit.writer import Writer

PIECE = 1 << 17
"""Code points that are collected before a piece is written."""


def stream(chunks: Iterable[str], writer: Writer) -> Iterator[str]:
    """What the chunks become, piece by piece."""
    waiting: list[str] = []
    size = seen = 0
    wanted = PIECE
    context = ""
    for chunk in chunks:
        waiting.append(chunk)
        size += len(chunk)
        if size < wanted:
            continue
        text = context + "".join(waiting)
        start = len(context)
        cut = _cut(text, start, len(text) - REACH)
        if cut <= start:
            # One word so far: collect twice as much, so that a word of any length is looked through a few times only.
            wanted = 2 * size
            continue
        seen += cut - start
        yield writer.part(text, start, cut, seen)
        context, waiting = text[max(0, cut - REACH) : cut], [text[cut:]]
        size, wanted = len(waiting[0]), PIECE
    text = context + "".join(waiting)
    if len(text) > len(context):
        yield writer.part(text, len(context), len(text), seen + size)


def _cut(text: str, start: int, end: int) -> int:
    """The place after the last white space of a part; `start` where there is none."""
    return max(start, *(text.rfind(white, start, end) + 1 for white in " \n\t"))
