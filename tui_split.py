"""The sheet that asks where a pair is to be cut in two.

Owns the two places; they go from word to word and begin at the end of the sentence nearest the middle.
"""

from __future__ import annotations

import re

from glossary.speech import Speech
from tui_bars import Line
from tui_colours import Look
from tui_rows import Mark, laid_out
from tui_sheets import Sheet

_WORD = re.compile(r"(?<=\s)(?=\S)")
_SENTENCE = re.compile(r"(?<=[.!?…。！？])[\s\u201d\u00bb\"')]*(?=\S)")


def places(text: str) -> list[int]:
    """Where a text may be cut: before each word but the first, in code points; its end where it has no second word."""
    return [found.start() for found in _WORD.finditer(text) if found.start()] or [len(text)]


def likely(text: str) -> int:
    """The number of the place where a text is most likely cut: behind a sentence, else between words, near the middle."""
    found = places(text)
    ends = {hit.end() for hit in _SENTENCE.finditer(text)} & set(found)
    best = min(ends or set(found), key=lambda at: abs(at - len(text) / 2))
    return found.index(best)


class SplitSheet(Sheet[tuple[int, int]]):
    """Source and translation, each with a mark where it is cut; the answer is the two places in code points."""

    def __init__(self, look: Look, speech: Speech, source: str, target: str) -> None:
        """Take the texts of a pair."""
        super().__init__(
            look, speech, speech.text("Split where?"), speech.text("← → move the cut · ↑ ↓ the other text · Enter splits · Esc leaves it")
        )
        self._texts = (source, target)
        self._places = (places(source), places(target))
        self._at = [likely(source), likely(target)]
        self._side = 0

    @property
    def cuts(self) -> tuple[int, int]:
        """The places as they are now."""
        return self._places[0][self._at[0]], self._places[1][self._at[1]]

    def lines(self, width: int) -> list[Line]:
        """Both texts."""
        made: list[Line] = []
        for side, (text, cut) in enumerate(zip(self._texts, self.cuts, strict=True)):
            here = side == self._side
            said = f"{text[:cut]}║{text[cut:]}"
            marks = (Mark(cut, cut + 1, self.look.chosen if here else self.look.strong),)
            made += [] if not side else [[]]
            for line in laid_out(said, width - 2, self.look.text if here else self.look.faint, marks, (), self.look, "off"):
                made.append([*self.lead(here), *line])
        return made

    def lead(self, here: bool) -> Line:
        """The bar beside the text that the arrows move in."""
        from rich.segment import Segment

        return [Segment("▌ " if here else "  ", self.look.strong)]

    def pressed(self, key: str, character: str | None) -> bool:
        """Moving the cut."""
        del character
        if key in ("left", "h", "right", "l"):
            step = 1 if key in ("right", "l") else -1
            self._at[self._side] = min(max(self._at[self._side] + step, 0), len(self._places[self._side]) - 1)
        elif key in ("up", "down", "tab", "k", "j"):
            self._side = 1 - self._side
        elif key == "enter":
            self.dismiss(self.cuts)
        else:
            return False
        return True
