"""The escapes of PO strings, both ways, and where each character of a string's value stands in the file.

Owns the table of escapes (those of C: GNU gettext, po-lex.c, `control_sequence`) and the map from a value to its literals, which an edit
needs: a name may be broken between two lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from glossary.findings import Edit

_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "a": "\a", "\\": "\\", '"': '"'}
_ESCAPE = re.compile(r"((?:\\(?:[0-7]{1,3}|x[0-9a-fA-F]+))+)|\\(.)", re.DOTALL)
_NUMBER = re.compile(r"\\(?:x([0-9a-fA-F]+)|([0-7]{1,3}))")
_TO_ESCAPE = {number: f"\\{number:03o}" for number in (*range(1, 0x20), 0x7F)} | {
    ord(said): f"\\{letter}" for letter, said in _LETTERS.items()
}
"""Three digits, for a fourth is never part of such an escape, whatever follows; `\\x` would take every digit behind it."""
_SPACES = re.compile(r"(\s+)")


class Run(NamedTuple):
    """A piece of a string's value that stands in the file in one go."""

    at: int
    """Where it begins in the value, in code points."""
    start: int
    """Where it begins in the file's text."""
    end: int
    """Where it ends there."""
    literal: int
    """The number of the literal it stands in."""
    escape: bool
    """True where the file has an escape for it."""


def unescaped(raw: str, charset: str) -> str:
    """What the inside of a literal says."""

    def said(match: re.Match[str]) -> str:
        if match[1] is None:
            return _LETTERS.get(match[2], match[0])
        numbers = (int(hexadecimal, 16) if hexadecimal else int(octal, 8) for hexadecimal, octal in _NUMBER.findall(match[1]))
        return bytes(number & 0xFF for number in numbers).decode(charset, "replace")

    return _ESCAPE.sub(said, raw)


def escaped(text: str) -> str:
    """A text as the inside of a literal."""
    return text.translate(_TO_ESCAPE)


def runs(text: str, literals: Iterable[tuple[int, int]], charset: str) -> list[Run]:
    """Where the value of a string stands in a file's text, given the insides of its literals."""
    found: list[Run] = []
    value_at = 0
    for number, (start, end) in enumerate(literals):
        at = start
        for match in _ESCAPE.finditer(text, start, end):
            if match.start() > at:
                found.append(Run(value_at, at, match.start(), number, escape=False))
                value_at += match.start() - at
            found.append(Run(value_at, match.start(), match.end(), number, escape=True))
            value_at += len(unescaped(match[0], charset))
            at = match.end()
        if end > at:
            found.append(Run(value_at, at, end, number, escape=False))
            value_at += end - at
    return found


def placed(edit: Edit, value: str, pieces: Sequence[Run]) -> list[Edit]:
    """An edit of a string's value as edits of the file's text, one literal each.

    Where a line is broken between two of the replaced words, each word goes to the place of the word it replaces, and one that stays as it
    is is not touched; if their numbers or the spaces between them differ, all go to the first line.
    """
    said = value[edit.start : edit.end]
    old, new = _SPACES.split(said), _SPACES.split(edit.replacement)
    if _literal(pieces, edit.start) == _literal(pieces, max(edit.start, edit.end - 1)):
        return [Edit(*_span(pieces, edit.start, edit.end), escaped(edit.replacement))]
    if len(old) != len(new) or old[1::2] != new[1::2] or not all(old[::2]):
        return list(_within(pieces, edit.start, edit.end, edit.replacement))
    made: list[Edit] = []
    at = edit.start
    for word, other in zip(old, new, strict=True):
        if word != other:
            made += _within(pieces, at, at + len(word), other)
        at += len(word)
    return made


def _within(pieces: Sequence[Run], start: int, end: int, replacement: str) -> Iterator[Edit]:
    """The replacement in the first literal that the span touches; the rest of the span is taken out of the others."""
    while start < end:
        literal, stop = _literal(pieces, start), start + 1
        while stop < end and _literal(pieces, stop) == literal:
            stop += 1
        yield Edit(*_span(pieces, start, stop), escaped(replacement))
        start, replacement = stop, ""


def _run(pieces: Sequence[Run], at: int) -> Run:
    return pieces[bisect_right(pieces, at, key=lambda run: run.at) - 1]


def _literal(pieces: Sequence[Run], at: int) -> int:
    return _run(pieces, at).literal


def _span(pieces: Sequence[Run], start: int, end: int) -> tuple[int, int]:
    first, last = _run(pieces, start), _run(pieces, max(start, end - 1))
    begin = first.start if first.escape else first.start + start - first.at
    if start == end:
        return begin, begin
    return begin, last.end if last.escape else last.start + end - last.at
