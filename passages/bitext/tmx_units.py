"""Where the units of a translation memory stand, and the texts of their languages: arrays of places, found in one pass.

Owns the choice of the two texts of a unit that are a pair. A hundred thousand units take a few megabytes.
"""

from __future__ import annotations

import re
from array import array

from passages.bitext.tags import distance, plain
from passages.bitext.xml_escapes import unescaped
from passages.bitext.xml_tree import attribute_values, tags_named

NONE = -1
"""The number of a `<tuv>` that is not there."""
_LANGUAGE = re.compile(rb"""(?:^|\s)(?:xml:)?lang\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_TAGS = tags_named(b"tu", b"tuv", b"seg", b"header")
_ANY = frozenset(("*all*", ""))


class Units:
    """The places of all units and their variants, in bytes of the body."""

    def __init__(self, body: bytes) -> None:
        """Find them in well-formed XML."""
        self.unit_start, self.unit_end, self.first = array("q"), array("q"), array("q")
        """Of each unit: its first byte, one past its last, and the number of its first `<tuv>`."""
        self.start, self.end, self.seg_start, self.seg_end = array("q"), array("q"), array("q"), array("q")
        """Of each `<tuv>` with a `<seg>`: its first byte, one past its last, and the content of the `<seg>`."""
        self.language = array("h")
        """Of each `<tuv>`: the number of its language."""
        self.languages: list[str] = []
        """The languages as the file spells them first."""
        self.source: str | None = None
        """The header's source language; None where it leaves it open."""
        self.nested: int | None = None
        """Where a unit begins within another, which is no TMX; None in a file that is sound."""
        self._scan(body)

    def _scan(self, body: bytes) -> None:
        numbers: dict[tuple[bytes | None, ...], int] = {}
        seg_start = seg_end = NONE
        depth = language = tuv = 0
        for match in _TAGS.finditer(body):
            name = match[2]
            if name is None:
                continue
            closing = bool(match[1])
            if name == b"seg":
                if closing:
                    depth -= 1
                    seg_end = match.start() if depth == 0 and seg_end == NONE else seg_end
                elif seg_start == NONE:  # the first; a second one in a <tuv> is none of TMX
                    seg_start = match.end()
                    depth, seg_end = (0, seg_start) if match[3].endswith(b"/") else (1, NONE)
                elif not match[3].endswith(b"/"):
                    depth += 1
            elif name == b"tuv":
                if not closing:
                    said = _LANGUAGE.search(match[3])
                    raw = said.group(1, 2) if said is not None else (b"", None)
                    language = numbers.get(raw, NONE)
                    if language < 0:
                        language = numbers[raw] = self._number(found(said) if said is not None else "")
                    tuv, depth, seg_start = match.start(), 0, NONE
                elif NONE not in (seg_start, seg_end):
                    self.start.append(tuv)
                    self.end.append(match.end())
                    self.seg_start.append(seg_start)
                    self.seg_end.append(seg_end)
                    self.language.append(language)
            elif name == b"tu":
                if not closing and not match[3].endswith(b"/"):
                    if len(self.unit_start) > len(self.unit_end) and self.nested is None:
                        self.nested = match.start()
                    self.unit_start.append(match.start())
                    self.first.append(len(self.start))
                elif closing:
                    self.unit_end.append(match.end())
            elif not closing:
                said = attribute_values(match[3]).get("srclang", "")
                self.source = None if said.lower() in _ANY else said
        self.first.append(len(self.start))

    def _number(self, tag: str) -> int:
        """The number of a language, a new one where it has none yet."""
        known = [plain(one) for one in self.languages]
        if plain(tag) not in known:
            self.languages.append(tag)
            return len(known)
        return known.index(plain(tag))

    def chosen(self, source: str | None, target: str | None) -> tuple[array[int], array[int], array[int]]:
        """The units that have the source language, and of each the number of its source and of its target (-1 where there is none)."""
        units, sources, targets = array("q"), array("q"), array("q")
        near = [self._ranks(source, target), self._ranks(target, source)]
        for unit in range(len(self.unit_start)):
            one, other = (self._nearest(ranks, self.first[unit], self.first[unit + 1]) for ranks in near)
            if one not in {NONE, other}:
                units.append(unit)
                sources.append(one)
                targets.append(other)
        return units, sources, targets

    def _nearest(self, ranks: dict[int, int], first: int, last: int) -> int:
        """The variant of a stretch whose language is nearest; the first of several."""
        found, best = NONE, len(ranks) + 3
        for tuv in range(first, last):
            rank = ranks.get(self.language[tuv], best)
            if rank < best:
                found, best = tuv, rank
        return found

    def fewer_than_three(self, source: str | None, target: str | None) -> bool:
        """Whether no unit has another text than one of each language: taking one out then takes nothing else."""
        near = (self._ranks(source, target), self._ranks(target, source))
        known = {*near[0], *near[1]}
        most = max((self.first[unit + 1] - self.first[unit] for unit in range(len(self.unit_start))), default=0)
        return most <= 2 and known.issuperset(self.language)

    def _ranks(self, wanted: str | None, other: str | None) -> dict[int, int]:
        """How near each language is to the one wanted; without other languages, and without the one that the other side has."""
        if wanted is None:
            return {}
        far = {number: distance(wanted, tag) for number, tag in enumerate(self.languages) if other is None or plain(tag) != plain(other)}
        return {number: one for number, one in far.items() if one is not None}


def found(match: re.Match[bytes]) -> str:
    """What an attribute says, whichever quotation marks it has."""
    return unescaped((match[1] if match[1] is not None else match[2]).decode("utf-8"))
