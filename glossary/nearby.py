"""The words near a name, and what a guard says of them.

Near are the twelve words on either side, as far as a blank line; the name's own words do not count. A guard's word is met as whole
words in any letter case (its apostrophes, accents and ё as `folding.alike` has them), so `trade union` is met in “Trade-Union”.
A guard may ask for the word next to the name: an ellipsis in it stands for the name itself, so `Mr …` is met in “Mr. Kazak” and not in
“Mr Ivanov, a Kazak”; `… carpet` in “a Kazak carpet” alone.
"""

from __future__ import annotations

import re
from enum import IntEnum

from glossary.folding import alike

WORDS = 12
"""How many words on either side are near."""

_WINDOW = 250  # code points that hold twelve words of any language with room to spare
_WORD = re.compile(r"\w+")
_ASKED = re.compile(r"\w+|…|\.\.\.")
_NAME = "|"  # stands between the words of both sides, where the name does
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\r\r|\u2029")


class Verdict(IntEnum):
    """What a guard says, the most certain first."""

    MET = 0
    """A word it needs stands nearby."""
    UNASKED = 1
    """It needs nothing, and nothing it excludes stands nearby."""
    MISSED = 2
    """It needs a word, and none stands nearby."""
    EXCLUDED = 3
    """A word it excludes stands nearby."""


class Nearby:
    """The words near one span of a text."""

    __slots__ = ("_end", "_start", "_text", "_words")

    def __init__(self, text: str, start: int, end: int) -> None:
        """Take the text and the span (code points); the words are looked up when first asked for."""
        self._text, self._start, self._end = text, start, end
        self._words: str | None = None

    def judge(self, needs: str, excludes: str) -> Verdict:
        """The verdict of a guard whose words are given a line each."""
        if self._words is None:
            before = _BLANK_LINE.split(self._text[max(0, self._start - _WINDOW) : self._start])[-1]
            after = _BLANK_LINE.split(self._text[self._end : self._end + _WINDOW])[0]
            # The sign for the name between the two sides, so that no guard of two words is met across it.
            self._words = f" {' '.join(_words(before)[-WORDS:])} {_NAME} {' '.join(_words(after)[:WORDS])} "
        if self._meets(excludes):
            return Verdict.EXCLUDED
        if not needs:
            return Verdict.UNASKED
        return Verdict.MET if self._meets(needs) else Verdict.MISSED

    def _meets(self, lines: str) -> bool:
        return self._words is not None and any(f" {' '.join(_asked(line))} " in self._words for line in lines.splitlines() if line.strip())


def _asked(line: str) -> list[str]:
    """The words of a guard's line, with the sign for the name where an ellipsis stands for it."""
    return [_NAME if word[0] in "…." else word for word in _ASKED.findall(alike(line).casefold())]


def _words(text: str) -> list[str]:
    return _WORD.findall(alike(text).casefold())
