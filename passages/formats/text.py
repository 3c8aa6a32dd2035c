"""Plain text: a segment is a paragraph, that is, what stands between blank lines.

A line ends with LF, CR LF or CR; a line of white space only is blank. Hard-wrapped lines stay in one segment,
so that a name may run over a line break.
"""

from __future__ import annotations

import re
from pathlib import Path

from passages.protect import protected
from passages.segment import Segment

_LINE_END = r"(?:\r\n|\r(?!\n)|\n)"
_BLANK = re.compile(rf"{_LINE_END}[^\S\r\n]*{_LINE_END}\s*")


def segments(path: str | Path, text: str) -> tuple[Segment, ...]:  # noqa: ARG001 -- every format takes a path for its messages
    """The paragraphs of a text, without the white space around them."""
    result: list[Segment] = []
    at = 0
    for blank in _BLANK.finditer(text):
        _add(result, text, at, blank.start())
        at = blank.end()
    _add(result, text, at, len(text))
    return tuple(result)


def _add(result: list[Segment], text: str, start: int, end: int) -> None:
    """Add the paragraph in that span, if there is any."""
    paragraph = text[start:end]
    inner = paragraph.strip()
    if inner:
        start += len(paragraph) - len(paragraph.lstrip())
        result.append(Segment(start, start + len(inner), inner, protected(inner)))
