"""Text from right to left in the order it is seen: the Unicode Bidirectional Algorithm (UAX #9, revision 46, Unicode 15.0).

`Paragraph` resolves the levels of a whole text once (rules P2 to I2), `Paragraph.line` orders one wrapped line of it (L1, L2); rule L3 is
kept by moving a combining mark with its letter. A text with nothing that runs from right to left costs one search.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from passages.display.mirrors import MIRROR
from passages.display.neutrals import resolve_neutrals

RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""What makes the algorithm necessary: letters and numbers of scripts from right to left, and directional controls."""
_DEEPEST = 125  # BD2
_EMBEDDINGS = {"RLE": (1, ""), "LRE": (0, ""), "RLO": (1, "R"), "LRO": (0, "L")}
_ISOLATES = ("LRI", "RLI", "FSI")
_REMOVED = frozenset(("RLE", "LRE", "RLO", "LRO", "PDF", "BN"))
_TRAILING = frozenset(("WS", "LRI", "RLI", "FSI", "PDI", *_REMOVED))


class _Status(NamedTuple):
    """An entry of the directional status stack (BD16 and X1)."""

    level: int
    override: str
    isolate: bool


class Paragraph:
    """A text with the embedding level of each of its code points."""

    def __init__(self, text: str, base: int | None = None) -> None:
        """Resolve a paragraph; `base` is 0 for left to right, 1 for right to left, None to be told by the text (P2, P3)."""
        self.text = text
        self.plain = base in (None, 0) and RIGHT_TO_LEFT.search(text) is None
        """True where everything runs from left to right."""
        if self.plain:
            self.base = 0
            self.levels: Sequence[int] = ()
            return
        self._classes = [unicodedata.bidirectional(char) or "L" for char in text]
        self._matches = _matching(self._classes)
        self.base = _direction(self._classes, self._matches, 0, len(text)) if base is None else base
        self.levels = self._resolved()

    def removed(self, at: int) -> bool:
        """Whether rule X9 takes a code point out: it steers and is not seen."""
        return not self.plain and self._classes[at] in _REMOVED

    def line(self, start: int, end: int) -> list[int]:
        """The code points of a wrapped line (start inclusive, end exclusive) as they are seen from left to right: their places in the text."""
        if self.plain:
            return list(range(start, end))
        levels = list(self.levels[start:end])
        self._reset_spaces(levels, start)
        clusters = self._clusters(start, end)
        level_of = [levels[cluster[0] - start] for cluster in clusters]
        order = _reordered(clusters, level_of)
        return [at for cluster in order for at in cluster]

    def shown(self, at: int) -> str:
        """The character to show for a code point: its mirror image where it is read from right to left (L4)."""
        char = self.text[at]
        return MIRROR.get(char, char) if not self.plain and self.levels[at] % 2 else char

    def _reset_spaces(self, levels: list[int], start: int) -> None:
        """L1: separators, and the spaces before them and at the end of the line, run with the paragraph."""
        trailing = True
        for place in range(len(levels) - 1, -1, -1):
            kind = self._classes[start + place]
            if kind in ("S", "B"):
                levels[place], trailing = self.base, True
            elif trailing and kind in _TRAILING:
                levels[place] = self.base
            else:
                trailing = False

    def _clusters(self, start: int, end: int) -> list[list[int]]:
        """Each letter with the marks that stand on it (L3)."""
        clusters: list[list[int]] = []
        for at in range(start, end):
            if clusters and self._classes[at] == "NSM":
                clusters[-1].append(at)
            else:
                clusters.append([at])
        return clusters

    def _resolved(self) -> list[int]:
        """X1 to I2."""
        classes = list(self._classes)
        explicit = self._explicit(classes)
        levels = list(explicit)
        for sequence in self._sequences(explicit):
            level = explicit[sequence[0]]
            before, after = self._edges(sequence, explicit)
            resolve_neutrals(self.text, classes, sequence, level, before, after)
            for at in sequence:  # I1, I2
                kind = classes[at]
                if level % 2 == 0:
                    levels[at] = level + {"R": 1, "AN": 2, "EN": 2}.get(kind, 0)
                else:
                    levels[at] = level + (kind in ("L", "EN", "AN"))
        last = self.base
        for at, kind in enumerate(self._classes):  # a character that X9 removes goes with the one before it
            if kind in _REMOVED:
                levels[at] = last
            last = levels[at]
        return levels

    def _explicit(self, classes: list[str]) -> list[int]:
        """X1 to X8: the level of each character by embeddings, overrides and isolates; overridden classes are changed in `classes`."""
        stack = [_Status(self.base, "", isolate=False)]
        levels: list[int] = []
        lost_isolates = lost_embeddings = valid_isolates = 0
        for at, kind in enumerate(self._classes):
            top = stack[-1]
            levels.append(top.level)
            if kind in _EMBEDDINGS:
                odd, override = _EMBEDDINGS[kind]
                level = _next(top.level, odd)
                if level <= _DEEPEST and not lost_isolates and not lost_embeddings:
                    stack.append(_Status(level, override, isolate=False))
                elif not lost_isolates:
                    lost_embeddings += 1
            elif kind in _ISOLATES:
                classes[at] = top.override or kind
                end = self._matches.get(at, len(classes))
                odd = _direction(self._classes, self._matches, at + 1, end) if kind == "FSI" else int(kind == "RLI")
                level = _next(top.level, odd)
                if level <= _DEEPEST and not lost_isolates and not lost_embeddings:
                    valid_isolates += 1
                    stack.append(_Status(level, "", isolate=True))
                else:
                    lost_isolates += 1
            elif kind == "PDI":
                if lost_isolates:
                    lost_isolates -= 1
                elif valid_isolates:
                    lost_embeddings = 0
                    while not stack[-1].isolate:
                        stack.pop()
                    stack.pop()
                    valid_isolates -= 1
                levels[at] = stack[-1].level
                classes[at] = stack[-1].override or kind
            elif kind == "PDF":
                if not lost_isolates:
                    if lost_embeddings:
                        lost_embeddings -= 1
                    elif not top.isolate and len(stack) > 1:
                        stack.pop()
            elif kind == "B":
                levels[at] = self.base
            elif kind != "BN" and top.override:
                classes[at] = top.override
        return levels

    def _sequences(self, levels: list[int]) -> list[list[int]]:
        """X10: the isolating run sequences (BD13), without what X9 removes."""
        runs: list[list[int]] = []
        for at, kind in enumerate(self._classes):
            if kind in _REMOVED:
                continue
            if runs and levels[runs[-1][-1]] == levels[at]:
                runs[-1].append(at)
            else:
                runs.append([at])
        by_start = {run[0]: run for run in runs}
        ends = set(self._matches.values())
        sequences: list[list[int]] = []
        for run in runs:
            if self._classes[run[0]] == "PDI" and run[0] in ends:
                continue  # it continues a sequence that began before
            sequence = list(run)
            while self._classes[sequence[-1]] in _ISOLATES and sequence[-1] in self._matches:
                sequence += by_start[self._matches[sequence[-1]]]
            sequences.append(sequence)
        return sequences

    def _edges(self, sequence: list[int], levels: list[int]) -> tuple[str, str]:
        """X10: the directions at the start and the end of a sequence, L or R."""
        level = levels[sequence[0]]
        at = sequence[0] - 1
        while at >= 0 and self._classes[at] in _REMOVED:
            at -= 1
        before = levels[at] if at >= 0 else self.base
        last = sequence[-1]
        at = last + 1
        while at < len(levels) and self._classes[at] in _REMOVED:
            at += 1
        open_isolate = self._classes[last] in _ISOLATES and last not in self._matches
        after = levels[at] if at < len(levels) and not open_isolate else self.base
        return ("LR"[max(level, before) % 2], "LR"[max(level, after) % 2])


def _next(level: int, odd: int) -> int:
    """The next greater level that is odd, or even."""
    return level + 1 if (level + 1) % 2 == odd else level + 2


def _matching(classes: Sequence[str]) -> dict[int, int]:
    """BD9: each isolate's place → the place of the PDI that ends it."""
    open: list[int] = []
    matches: dict[int, int] = {}
    for at, kind in enumerate(classes):
        if kind in _ISOLATES:
            open.append(at)
        elif kind == "PDI" and open:
            matches[open.pop()] = at
        elif kind == "B":
            open.clear()
    return matches


def _direction(classes: Sequence[str], matches: dict[int, int], start: int, end: int) -> int:
    """P2, P3: 1 where the first letter outside isolates runs from right to left, else 0."""
    at = start
    while at < end:
        kind = classes[at]
        if kind in ("R", "AL"):
            return 1
        if kind == "L":
            return 0
        at = matches.get(at, end) + 1 if kind in _ISOLATES else at + 1
    return 0


def _reordered(clusters: list[list[int]], levels: list[int]) -> list[list[int]]:
    """L2: from the highest level down to the lowest odd one, every run at that level or higher is turned round."""
    items = list(zip(levels, clusters, strict=True))
    lowest = min((level for level in levels if level % 2), default=None)
    if lowest is None:
        return clusters
    for level in range(max(levels), lowest - 1, -1):
        at = 0
        while at < len(items):
            if items[at][0] < level:
                at += 1
                continue
            end = at
            while end < len(items) and items[end][0] >= level:
                end += 1
            items[at:end] = items[at:end][::-1]
            at = end
    return [cluster for _, cluster in items]
