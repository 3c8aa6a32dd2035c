"""Spans: which piece of the input each piece of the output came from, in code points of the text that was given.

Owns normalisation to NFC together with the way back, so that offsets are right for input in NFD too.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from translit.values import value


@value
class Span:
    """A piece of the input and the piece of the output it became; neighbours join up and together they cover both texts."""

    start: int
    """First code point of the input."""
    end: int
    """One past the last."""
    out_start: int
    """First code point of the output."""
    out_end: int
    """One past the last; equal to `out_start` where the piece was dropped."""


@value
class Kept:
    """A letter that no rule covers; it stands in the output as it was."""

    start: int
    """Its first code point in the input."""
    end: int
    """One past its last."""
    text: str
    """The letter, in NFC."""


@value
class Repair:
    """A letter of another script that was read as the one it looks like."""

    start: int
    """Its first code point in the input."""
    end: int
    """One past its last."""
    text: str
    """The letter that stood there."""
    reading: str
    """The letter it was read as."""


@value
class Romanization:
    """A text in another script, with the account of how it came about."""

    text: str
    """The output."""
    spans: tuple[Span, ...]
    """Where each piece came from, in order."""
    unknown: tuple[Kept, ...]
    """Letters without a rule, in order."""
    repaired: tuple[Repair, ...]
    """Letters of another script that were read as their look-alikes, in order."""


def compose(text: str) -> tuple[str, list[int]]:
    """The text in NFC, and for each of its code points (and the end) the place in `text` where it begins; -1 where it begins inside a composed group."""
    if unicodedata.is_normalized("NFC", text):
        return text, list(range(len(text) + 1))
    groups: list[str] = []
    for character in text:
        # A code point joins the group before it where the two together normalise to something else than each alone, or where it is a mark.
        if groups and (unicodedata.combining(character) or _composes(groups[-1], character)):
            groups[-1] += character
        else:
            groups.append(character)
    composed: list[str] = []
    starts: list[int] = []
    at = 0
    for group in groups:
        normal = unicodedata.normalize("NFC", group)
        composed.append(normal)
        starts += [at, *[-1] * (len(normal) - 1)]
        at += len(group)
    return "".join(composed), [*starts, at]


def _composes(before: str, character: str) -> bool:
    """True where a starter composes with what stands before it (Hangul vowels, some Indic vowel signs)."""
    if character < "\u0900":
        return False
    alone = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", character)
    return unicodedata.normalize("NFC", before + character) != alone


def compose_pieces(pieces: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The same pieces (start, end, output) with the whole output in NFC: a mark that composes with what is written before it goes there."""
    if unicodedata.is_normalized("NFC", "".join(output for _, _, output in pieces)):
        return pieces
    made: list[tuple[int, int, str]] = []
    last = -1
    for start, end, output in pieces:
        if output and last >= 0 and (unicodedata.combining(output[0]) or not unicodedata.is_normalized("NFC", made[last][2] + output)):
            first, finish, before = made[last]
            made[last] = first, finish, unicodedata.normalize("NFC", before + output)
            made.append((start, end, ""))
            continue
        made.append((start, end, output))
        last = len(made) - 1 if output else last
    return made


def join_spans(pieces: Iterable[tuple[int, int, str]], starts: list[int]) -> tuple[Span, ...]:
    """Spans from pieces (start and end in NFC, output), merged wherever a piece begins inside a composed group, or has neither input nor output of its own."""
    spans: list[list[int]] = []
    at = 0
    for start, end, output in pieces:
        begin, finish = starts[start], starts[end]
        after = at + len(output)
        if spans and (begin < 0 or start == end):
            spans[-1][1] = finish
            spans[-1][3] = after
        else:
            spans.append([begin, finish, at, after])
        at = after
    for here, following in pairwise(spans):
        here[1] = following[0]
    return tuple(Span(*span) for span in spans)
