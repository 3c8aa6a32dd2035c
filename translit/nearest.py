"""The names most like a spelling, among a million, in less than a millisecond: an index, not a scan.

Two kinds of keys bring candidates: the *bones* of a reading (`sounds`) with one of them left out, which see through vowels, voicing and one
slip; and the three *parts* of a reading with its length, of which two stay whole where one letter is astray. A signature of 128 bits (letters
and neighbours) leaves the hundred that look nearest, and those are compared letter by letter. What the index gives is near by sound only;
whether two spellings are one name is for `likeness` to say. Owns the keys; keeps nothing on disk.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING
from zlib import crc32

from translit.sounds import bones, sounds
from translit.values import value

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FEWEST_BONES = 4
"""Bones of the shortest reading of which one may be left out; shorter ones are kept whole."""
_LOOKED_AT = 6_000
"""Candidates of each kind of key whose signature is looked at, those of the rarest keys first."""
_KEPT = 100
"""Candidates that are compared letter by letter."""
_ADRIFT = 1
"""Letters that two readings may be apart where one of their parts is still found."""


@value
class Near:
    """A name that sounds like what was asked for."""

    place: int
    """Its number among the names that were given, from 0."""
    name: str
    """The name as it was given."""
    score: float
    """Likeness of the readings: 1 less their edit distance for each letter of the longer one."""


def likeness(one: str, other: str) -> float:
    """How alike two spellings are read, from 0 to 1: 1 less the edit distance of their nearest readings for each letter of the longer one."""
    from rapidfuzz.distance import Levenshtein

    return max(Levenshtein.normalized_similarity(ours, theirs) for ours in sounds(one) for theirs in sounds(other))


class NameIndex:
    """Names, by how they sound."""

    def __init__(self, names: Iterable[str]) -> None:
        """Index these names; about 20 µs and 150 bytes for each."""
        import numpy as np

        self.names: Sequence[str] = list(names)
        """The names, in the order they were given; doubles keep places of their own."""
        self._readings: list[str] = []
        places: list[int] = []
        for place, name in enumerate(self.names):
            for reading in sounds(name):
                self._readings.append(reading)
                places.append(place)
        self._places: NDArray[np.uint32] = np.array(places, dtype=np.uint32)
        self._bones = _Keys(_bone_keys(reading) for reading in self._readings)
        self._parts = _Keys(_part_keys(reading) for reading in self._readings)
        signatures = np.fromiter(chain.from_iterable(map(_signature, self._readings)), dtype=np.uint64, count=2 * len(places))
        self._letters: NDArray[np.uint64] = signatures[::2].copy()
        self._neighbours: NDArray[np.uint64] = signatures[1::2].copy()

    def nearest(self, spelling: str, n: int = 10) -> list[Near]:
        """The `n` names that sound most like a spelling in any script, the nearest first; of names alike, the earlier first.

        A name equal to the spelling is among them. Empty where nothing is near, and for a spelling without letters.
        """
        best: dict[int, float] = {}
        for place, score in self._scored(spelling):
            if score > best.get(place, 0.0):
                best[place] = score
        found = sorted(best.items(), key=lambda item: (-item[1], item[0]))[:n]
        return [Near(place, self.names[place], score) for place, score in found]

    def pairs(self, least: float, most: int = _KEPT) -> list[tuple[int, int]]:
        """The places of the pairs of names whose readings are alike by at least `least`, as far as the index sees them; each once, sorted, the smaller first.

        Of each name the `most` nearest are given, so that the pairs of names that are all alike do not grow with the square of their number.
        """
        found: set[tuple[int, int]] = set()
        for place, name in enumerate(self.names):
            near = [one for one in self._scored(name, least) if one[0] != place]
            if len(near) > most:
                near = sorted(near, key=lambda one: (-one[1], one[0]))[:most]
            found.update((min(place, other), max(place, other)) for other, _ in near)
        return sorted(found)

    def _scored(self, spelling: str, least: float = 0.0) -> Iterator[tuple[int, float]]:
        """Places and scores of the candidates for a spelling; a place may come twice."""
        from rapidfuzz import process
        from rapidfuzz.distance import Levenshtein

        for reading in sounds(spelling):
            if not reading:
                continue
            rows = self._candidates(reading)
            numbers: list[int] = rows.tolist()
            others = [self._readings[number] for number in numbers]
            scores = process.cdist([reading], others, scorer=Levenshtein.normalized_similarity, score_cutoff=least)[0]
            yield from ((place, score) for place, score in zip(self._places[rows].tolist(), scores.tolist(), strict=True) if score > 0)

    def _candidates(self, reading: str) -> NDArray[np.uint32]:
        """The rows of the readings most worth comparing with one."""
        import numpy as np

        rows = np.concatenate((self._bones.rows(_bone_keys(reading)), self._parts.rows(_asked_parts(reading))))
        if len(rows) > _KEPT:
            letters, neighbours = _signature(reading)
            apart = np.bitwise_count(self._letters[rows] ^ np.uint64(letters)) + np.bitwise_count(
                self._neighbours[rows] ^ np.uint64(neighbours)
            )
            rows = rows[np.argpartition(apart, _KEPT)[:_KEPT]]
        return np.unique(rows)


class _Keys:
    """Hashed keys, sorted, each with the row it stands for."""

    def __init__(self, keys: Iterable[Iterable[int]]) -> None:
        import numpy as np

        hashes, rows = array("I"), array("I")
        for row, several in enumerate(keys):
            for key in several:
                hashes.append(key)
                rows.append(row)
        unsorted = np.frombuffer(hashes, dtype=np.uint32)
        order = np.argsort(unsorted, kind="stable")
        self._hashes: NDArray[np.uint32] = unsorted[order]
        self._rows: NDArray[np.uint32] = np.frombuffer(rows, dtype=np.uint32)[order]

    def rows(self, keys: Iterable[int]) -> NDArray[np.uint32]:
        """The rows under any of these keys, those of the rarest keys first, `_LOOKED_AT` of them at most; a row may come twice."""
        import numpy as np

        asked = np.fromiter(keys, dtype=np.uint32)
        starts = np.searchsorted(self._hashes, asked, "left")
        ends = np.searchsorted(self._hashes, asked, "right")
        rarest = np.argsort(ends - starts, kind="stable").tolist()
        spans = [self._rows[starts[at] : ends[at]] for at in rarest if ends[at] > starts[at]]
        return np.concatenate(spans)[:_LOOKED_AT] if spans else self._rows[:0]


def _bone_keys(reading: str) -> set[int]:
    """Keys of the bones, whole and with one left out; of fewer than `FEWEST_BONES` whole only, for shorter ones are like too much."""
    skeleton = bones(reading)
    if len(skeleton) < FEWEST_BONES:
        return {_bone_key(skeleton)}
    return {_bone_key(skeleton[:at] + skeleton[at + 1 :]) for at in range(len(skeleton))} | {_bone_key(skeleton)}


def _thirds(length: int) -> tuple[tuple[int, int], ...]:
    """Where the three parts of a reading of that length start and how long they are."""
    first = length // 3
    second = (length - first) // 2
    return (0, first), (first, second), (first + second, length - first - second)


def _part_keys(reading: str) -> set[int]:
    """Keys of the three parts, with their places and the length of the whole."""
    length = len(reading)
    return {_part_key(length, number, reading[at : at + long]) for number, (at, long) in enumerate(_thirds(length)) if long}


def _asked_parts(reading: str) -> set[int]:
    """Keys of the parts that a reading at most `_ADRIFT` letters longer, shorter or shifted would have in common with this one."""
    length = len(reading)
    keys: set[int] = set()
    for other in range(max(length - _ADRIFT, 1), length + _ADRIFT + 1):
        for number, (at, long) in enumerate(_thirds(other)):
            for shift in range(-_ADRIFT, _ADRIFT + 1):
                start = at + shift
                # Letters that must have gone or come on the left, and then on the right (Li, Deng, Wang, Feng: Pass-Join, VLDB 2011).
                if long and 0 <= start <= length - long and abs(shift) + abs(length - other - shift) <= _ADRIFT:
                    keys.add(_part_key(other, number, reading[start : start + long]))
    return keys


def _bone_key(skeleton: str) -> int:
    """Not `hash`, which differs from run to run, and with it which of many equally near names are looked at."""
    return crc32(skeleton.encode())


def _part_key(length: int, number: int, part: str) -> int:
    return crc32(f"{length} {number} {part}".encode())


def _signature(reading: str) -> tuple[int, int]:
    """Two words of 64 bits: which letters a reading has, once or twice, and which letters stand next to each other."""
    once = twice = neighbours = 0
    before = 0
    for letter in map(ord, reading):
        bit = 1 << (letter & 31)
        if once & bit:
            twice |= bit
        once |= bit
        neighbours |= 1 << ((before * 7 + letter * 29) % 61)
        before = letter
    return twice << 32 | once, neighbours
