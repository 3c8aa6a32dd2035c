"""Words of two alphabets that look like one: Kиeв with Latin letters in it, which no search finds and no eye sees.

A word that mixes Latin and Cyrillic letters is read as if all of it were in one of the two; where that is a name of the glossary, in any
form and of any length, it is reported, never changed. Which letters look alike is `translit.scripts`' (Unicode UTS #39). Offsets are
code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from glossary.likely import LikelyVariant
from translit.message import Message

if TYPE_CHECKING:
    from glossary.lexicon import Lexicon

_BORDER = re.compile("[A-Za-zƏə][\u0400-\u052f]|[\u0400-\u052f][A-Za-zƏə]")
_WORD = re.compile(r"[^\W\d_]+")
_AROUND = 260  # code points on either side that hold the rest of a name and the words that decide on it
_LONGEST = 60  # code points of a word beyond which it is no name


def homoglyphs(lexicon: Lexicon, text: str) -> Iterator[LikelyVariant]:
    """The words of two alphabets that are a name of the lexicon when they are read in one, in order."""
    if text.isascii():
        return
    done = 0
    for border in _BORDER.finditer(text):
        if border.start() < done:
            continue
        start, end = _word(text, border.start())
        done = end
        found = _read(lexicon, text, start, end) if end - start <= _LONGEST else None
        if found is not None:
            yield found


def _word(text: str, at: int) -> tuple[int, int]:
    """The run of letters around a place."""
    start = at
    while start > 0 and text[start - 1].isalpha() and at - start <= _LONGEST:
        start -= 1
    match = _WORD.match(text, at)
    return start, match.end() if match is not None else at + 1


def _read(lexicon: Lexicon, text: str, start: int, end: int) -> LikelyVariant | None:
    """A word read in one alphabet, where that is a name."""
    from translit.scripts import lookalikes

    word, from_ = text[start:end], max(0, start - _AROUND)
    for script in ("Cyrl", "Latn"):
        alike = lookalikes(script)
        plain = "".join(alike.get(letter, letter) for letter in word)
        if _BORDER.search(plain):
            continue
        for one in lexicon.find(text[from_:start] + plain + text[end : end + _AROUND]):
            if one.start + from_ <= start and end <= one.end + from_:
                steps = ", ".join(dict.fromkeys(f"{there} → {here}" for there, here in zip(word, plain, strict=True) if there != here))
                return LikelyVariant(
                    start, end, word, one.term, one.concept, 1.0, Message("letters of another alphabet, {steps}", steps=steps)
                )
    return None
