"""The words near a name, and what a guard says of them.

Near are the twelve words on either side, as far as a blank line; the name's own words do not count. A guard's word is met as whole
words in any letter case (its apostrophes, accents and ё as `folding.alike` has them), so `trade union` is met in “Trade-Union”.
A guard may ask for the word next to the name: an ellipsis in it stands for the name itself, so `Mr …` is met in “Mr. Kazak” and not in
“Mr Ivanov, a Kazak”; `… carpet` in “a Kazak carpet” alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum

from glossary.folding import alike

WORDS = 12
"""How many words on either side are near."""

_WINDOW = 250  # code points that hold twelve words of any language with room to spare
_WORD = r"\w+"
_ASKED = r"\w+|…|\.\.\."
_NAME = "|"  # stands between the words of both sides, where the name does
_BLANK_LINE = r"\n[^\S\n]*\n|\r\r|\u2029"


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

    __slots__ = ("_end", "_sides", "_start", "_text", "_words")

    def __init__(self, text: str, start: int, end: int) -> None:
        """Take the text and the span (code points); the words are looked up when first asked for."""
        self._text, self._start, self._end = text, start, end
        self._sides: tuple[str, str] | None = None
        self._words: str | None = None

    def judge(self, needs: str, excludes: str) -> Verdict:
        """The verdict of a guard whose words are given as `asked` writes them."""
        if self._meets(excludes):
            return Verdict.EXCLUDED
        if not needs:
            return Verdict.UNASKED
        return Verdict.MET if self._meets(needs) else Verdict.MISSED

    def _meets(self, lines: str) -> bool:
        """Whether one of these is near. Few are, and to look for the letters of their first words is quicker than to tell all words apart."""
        if not lines:
            return False
        before, after = self._sides = self._sides or self._beside()
        for line in lines.split("\n"):
            first = line.lstrip(f"{_NAME} ").partition(" ")[0]
            if (first in before or first in after) and f" {line} " in self._near(before, after):
                return True
        return False

    def _beside(self) -> tuple[str, str]:
        """What stands on either side, as far as a blank line."""
        before = re.split(_BLANK_LINE, self._text[max(0, self._start - _WINDOW) : self._start])[-1]
        after = re.split(_BLANK_LINE, self._text[self._end : self._end + _WINDOW])[0]
        return alike(before).casefold(), alike(after).casefold()

    def _near(self, before: str, after: str) -> str:
        """The words of both sides, and between them the sign for the name, so that no guard of two words is met across it."""
        if self._words is None:
            self._words = f" {' '.join(re.findall(_WORD, before)[-WORDS:])} {_NAME} {' '.join(re.findall(_WORD, after)[:WORDS])} "
        return self._words


def asked(lines: Iterable[str]) -> str:
    """The words of a guard as they are looked for, a line each, with the sign for the name where an ellipsis stands for it.

    Worked out once, when a glossary is compiled; a line without a word stays as it is, and is never met.
    """
    each = ((line, re.findall(_ASKED, alike(line).casefold())) for given in lines for line in given.splitlines() if line.strip())
    return "\n".join(" ".join(_NAME if word[0] in "…." else word for word in words) or line.strip() for line, words in each)
