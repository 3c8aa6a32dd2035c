"""The sheet that shows what a fix would change everywhere, pair by pair, before it is done.

Owns which of the changes are wanted; making them is the screen's business.
"""

from __future__ import annotations

from difflib import SequenceMatcher

from rich.cells import cell_len
from rich.segment import Segment

from glossary.speech import Speech
from passages.display.safe import safe
from passages.review.values import Everywhere, Replaced
from tui_bars import Line, clipped
from tui_colours import Look
from tui_rows import Mark, laid_out
from tui_sheets import Sheet


class EverywhereSheet(Sheet[tuple[int, ...]]):
    """Changes to agree to; the answer is the pairs that are to be changed."""

    def __init__(self, look: Look, speech: Speech, preview: Everywhere) -> None:
        """Take the changes; all are wanted at first."""
        title = speech.count(
            "{old} → {new} in {n} pair", "{old} → {new} in {n} pairs", len(preview.changes), old=safe(preview.old), new=safe(preview.new)
        )
        super().__init__(
            look, speech, clipped(title, 80), speech.text("Enter changes them · Space leaves one out · a all or none · Esc closes this")
        )
        self._changes = preview.changes
        self._wanted = {change.index for change in preview.changes}
        self._at = 0

    def lines(self, width: int) -> list[Line]:
        """Those changes that are in view, and the one before them: a fix may be in thousands of pairs."""
        self._room = max(self.app.size.height - 6 - len(self.below), 3)
        first = max(self._at - self._room // 4, 0)
        made: list[Line] = []
        for number in range(first, len(self._changes)):
            made += self._change(number, width)
            if len(made) >= self._room:
                break
        return made[: self._room]

    def _change(self, number: int, width: int) -> list[Line]:
        change = self._changes[number]
        here = number == self._at
        lead = f"{'▌' if here else ' '}[{'x' if change.index in self._wanted else ' '}] {change.index + 1:>5}  "
        cells = cell_len(lead)
        style = self.look.text if change.index in self._wanted else self.look.faint
        said, marks = _excerpt(change, self.look)
        made: list[Line] = []
        for count, line in enumerate(laid_out(said, max(width - cells, 8), style, marks, (), self.look, "app")):
            made.append([Segment(lead if count == 0 else " " * cells, self.look.strong if here else style), *line])
        return made[:3]

    def pressed(self, key: str, character: str | None) -> bool:
        """Moving, choosing, agreeing."""
        del character
        last = len(self._changes) - 1
        moves = {"down": 1, "j": 1, "up": -1, "k": -1, "pagedown": 10, "pageup": -10, "home": -last, "end": last}
        if key in moves:
            self._at = min(max(self._at + moves[key], 0), last)
        elif key in ("space", "x"):
            self._wanted ^= {self._changes[self._at].index}
            self._at = min(self._at + 1, last)
        elif key == "a":
            self._wanted = set() if self._wanted else {change.index for change in self._changes}
        elif key == "enter":
            self.dismiss(tuple(sorted(self._wanted)))
        else:
            return False
        return True


def _excerpt(change: Replaced, look: Look) -> tuple[str, tuple[Mark, ...]]:
    """The translation afterwards, from a little before the first change on, what is new marked."""
    parts = [
        (start, end)
        for tag, _, _, start, end in SequenceMatcher(None, change.before, change.after, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    begin = max(min((start for start, _ in parts), default=0) - 40, 0)
    lead = "…" if begin else ""
    said = lead + change.after[begin : begin + 400]
    shift = len(lead) - begin
    return said, tuple(Mark(start + shift, end + shift, look.preferred) for start, end in parts)
