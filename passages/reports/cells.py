"""How wide a text is on a terminal, how it is made safe to print there, and how it is wrapped.

Widths follow Unicode's East_Asian_Width (UAX #11): W and F take two cells, combining marks and format characters none,
all others one. Ambiguous characters take one, as they do outside East Asian locales.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_NO_CELL = frozenset(("Mn", "Me", "Cf"))
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Word(NamedTuple):
    """A stretch of a line that is not broken, unless it is longer than a line."""

    text: str
    """What it says; no space at its ends, safe to print."""
    role: str = ""
    """What it is, for colours: old, new, heading, faint … or nothing."""


def width(text: str) -> int:
    """The terminal cells a text takes."""
    if text.isascii():
        return len(text)
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if unicodedata.category(char) in _NO_CELL and char != "\u00ad":  # a terminal shows the soft hyphen
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def safe(text: str) -> str:
    r"""The text with everything spelled out that could steer the terminal, spaces as they are: for file names.

    Control characters, directional overrides and lone surrogates (a file name that is no text in its encoding) become
    escapes as Python writes them, `\x1b`.
    """
    # What is printable holds none of it: a character of the categories Cc, Cf (overrides among them) or Cs is not.
    return text if text.isprintable() else "".join(_escaped(char) for char in text)


def visible(text: str) -> str:
    """The text on one line and safe to print: a stretch of white space is one space, the rest is as `safe` has it."""
    return safe(" ".join(text.split()))


def _escaped(char: str) -> str:
    if char in _BIDI or unicodedata.category(char) in ("Cc", "Cs"):
        return char.encode("unicode_escape").decode("ascii")
    return char


def words(text: str, role: str = "") -> Iterator[Word]:
    """The words of a text, made safe to print."""
    return (Word(word, role) for word in visible(text).split(" ") if word)


def wrap(items: Iterable[Word], columns: int, first: str = "", rest: str = "", *, breaking: bool = True) -> Iterator[list[Word]]:
    """Lay words out on lines of at most `columns` cells, each led by its indent.

    Args:
        items: the words; one space comes between two of them.
        columns: cells a line may take.
        first: what leads the first line.
        rest: what leads the lines that follow.
        breaking: whether a word longer than a line is broken; a file's path is not, so that it can be copied.

    Yields:
        The words of a line, the indent first, spaces between words included.
    """
    line, used, lead = [Word(first)], width(first), width(first)
    for item in items:
        room = max(columns - width(rest), 2)
        for piece in _pieces(item, room) if breaking and width(item.text) > room else (item,):
            wide = width(piece.text)
            gap = int(used > lead)
            if gap and used + gap + wide > columns:
                yield line
                line, used, lead, gap = [Word(rest)], width(rest), width(rest), 0
            if gap:
                line.append(Word(" "))
            line.append(piece)
            used += gap + wide
    yield line


def _pieces(word: Word, room: int) -> Iterator[Word]:
    """A word in pieces of at most `room` cells; a combining mark stays with its letter."""
    start = used = 0
    for at, char in enumerate(word.text):
        cells = _cells(char)
        if used + cells > room:
            yield Word(word.text[start:at], word.role)
            start, used = at, 0
        used += cells
    yield Word(word.text[start:], word.role)
