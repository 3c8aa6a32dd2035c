"""Pairs of words that are alike and no question all the same: identifiers, peoples and their countries, words of two or three letters.

Texts are full of words that look like a name by chance. Owns the rules by which such a pair is put aside before anybody is asked; what the
letters alone say is `translit.likeness`'. Every rule is about single words: names of several words are judged word by word elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from glossary.discover_words import Words
from translit.sounds import sounds

_SHORTEST = 4
"""Letters of a reading from which a slip may be asked about; what is shorter is like too much."""
_SHORT_AND_LIKELY = 0.6
"""The chance from which a pair with a reading of just so many letters is asked about."""
_WORTH = 0.1
"""The chance below which a pair is asked about by nobody anyway."""
_ONE_HUMP = 0.6
"""Likeness of readings above which two humps answer each other: Gas and Gaz, but not Eff and Inh."""
_OTHER_HUMPS = 0.85
"""Likeness from which an identifier may be one with a word of other humps: KazMunayGaz, Kazmunaigaz."""
_HUMP = re.compile(r"[^\W\d_a-zа-яё][^\W\d_A-ZА-ЯЁ]*")
_SCOTS = re.compile(r"(?:Ma?c|O['’]|D['’]|Al-|De|Du|La|Le|Van)(?=[A-ZА-ЯЁ])")

Pair = tuple[int, int]


class Doubts:
    """Says which pairs of spellings are no question."""

    def __init__(self, spellings: Sequence[str], words: Words) -> None:
        """Take the spellings, whose places pairs are made of."""
        self._spellings = spellings
        self._peoples = words.peoples

    def weighed(self, pairs: Sequence[Pair], chances: Sequence[float]) -> list[float]:
        """The chances of pairs, 0 where a pair is no question."""
        weighed = [
            0.0 if chance >= _WORTH and self._idle(self._spellings[one], self._spellings[other], chance) else chance
            for (one, other), chance in zip(pairs, chances, strict=True)
        ]
        strange = self._strange(pairs, weighed)
        return [0.0 if pair in strange else chance for pair, chance in zip(pairs, weighed, strict=True)]

    def _idle(self, one: str, other: str, chance: float) -> bool:
        if " " in one or " " in other:
            return False
        return self._people(one, other) or too_short(one, other, chance) or other_code(one, other) or other_ending(one, other)

    def _people(self, one: str, other: str) -> bool:
        """Whether one is what a people is called, or its country’s adjective: German is no spelling of Germany."""
        a, b = one.casefold(), other.casefold()
        return a != b and (a in self._peoples or b in self._peoples)

    def _strange(self, pairs: Sequence[Pair], chances: Sequence[float]) -> set[Pair]:
        """The pairs of single words that are not sure and have a letter for another that no transliteration and no slip explains."""
        from translit.likeness import COMPARER
        from translit.likeness_score import LIKELY, SAME

        asked = [
            pair
            for pair, chance in zip(pairs, chances, strict=True)
            if LIKELY <= chance < SAME and not any(" " in self._spellings[place] for place in pair)
        ]
        if not asked:
            return set()
        names, table, _ = COMPARER.features_of([(self._spellings[one], self._spellings[other]) for one, other in asked])
        foreign: Mapping[Pair, float] = dict(zip(asked, table[:, names.index("foreign per grapheme")].tolist(), strict=True))
        return {pair for pair, share in foreign.items() if share > 0}


_ADJECTIVE = frozenset(
    "ый ий ой ая яя ое ее ые ие ого его ому ему ым им ом ем ую юю ых их ыми ими".split()  # noqa: SIM905  (read as a row of endings)
)
_SHORT = frozenset(("", "о", "а", "ы"))
_PLURAL = frozenset(("ов", "ев", "ам", "ям", "ами", "ями", "ах", "ях"))
_STEM = 4
"""Letters of the shortest stem whose endings are looked at."""


def other_ending(one: str, other: str) -> bool:
    """Whether two Cyrillic words are one word with two endings that no name takes beside each other: an adjective’s genders, a noun’s plural cases.

    Суммарная and Суммарное, Важное and Важно, Файл and Файлами; but not Караганда and Караганды, which are a name’s.
    """
    if one[:1].isascii():
        return False
    a, b = one.casefold(), other.casefold()
    stem = 0
    while stem < min(len(a), len(b)) and a[stem] == b[stem]:
        stem += 1
    for at in range(stem, max(_STEM, stem - 2) - 1, -1):
        endings = {a[at:], b[at:]}
        if len(endings) == 2 and (endings <= _ADJECTIVE or (endings & _ADJECTIVE and endings & _SHORT) or endings & _PLURAL):
            return all(len(ending) <= 3 for ending in endings)
    return False


def too_short(one: str, other: str, chance: float) -> bool:
    """Whether two words are too short to be told from others by their letters: Ac and Ec; not so if they are read alike, Ош and Osh."""
    readings = sounds(one), sounds(other)
    shortest = min(len(reading) for both in readings for reading in both)
    if set(readings[0]) & set(readings[1]):
        return False
    return shortest < _SHORTEST or (shortest == _SHORTEST and chance < _SHORT_AND_LIKELY)


def other_code(one: str, other: str) -> bool:
    """Whether two words, of which one has capitals inside as identifiers and companies have, are two: CapEff and CapInh, not KazMunayGas and KazMunaiGaz."""
    ours, theirs = humps(one), humps(other)
    if len(ours) < 2 > len(theirs) and not (_all_capitals(one) or _all_capitals(other)):
        return False
    if one.casefold() == other.casefold():
        return False
    if len(ours) == len(theirs):
        return any(a.casefold() != b.casefold() and _likeness(a, b) <= _ONE_HUMP for a, b in zip(ours, theirs, strict=True))
    return _likeness(one, other) < _OTHER_HUMPS


def humps(word: str) -> list[str]:
    """The parts of a word at its capitals: Kaz, Munay, Gas; a word all in capitals is one, and so are MacDonald and a compound’s halves."""
    if _all_capitals(word):
        return [word]
    found: list[str] = []
    for part in word.split("-"):
        plain = _SCOTS.sub("", part)
        pieces = _HUMP.findall(plain)
        # Capitals beside each other are one hump with what follows: GTKWidget.
        merged: list[str] = []
        for piece in pieces:
            if merged and merged[-1].isupper():
                merged[-1] += piece
            else:
                merged.append(piece)
        if len(merged) > 1:
            found += merged
    return found or [word]


def _all_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _likeness(one: str, other: str) -> float:
    from rapidfuzz.distance import Levenshtein

    return max(Levenshtein.normalized_similarity(a, b) for a in sounds(one) for b in sounds(other))
