"""Pairs of words that are alike and no question all the same: identifiers, peoples and their countries, words of two or three letters.

Texts are full of words that look like a name by chance. Owns the rules by which such a pair is put aside before anybody is asked; what the
letters alone say is `translit.likeness`'. Every rule is about single words: names of several words are judged word by word elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary.discover_endings import conjugated, kazakh_form, other_ending, two_kazakh_forms
from glossary.discover_words import Words
from translit.nearest import likeness
from translit.sounds import sounds

_SHORTEST = 4
"""Letters of a reading from which a slip may be asked about; what is shorter is like too much."""
_SHORT_AND_LIKELY = 0.6
"""The chance from which a pair with a reading of just so many letters is asked about."""
_SHORT = 5
"""Letters of a reading up to which two words are one name only if one sound is astray, or vowels only."""
_VOWELS = str.maketrans("", "", "aeiou")
_LONG = 7
"""Letters of a reading from which one that nothing explains may be a slip."""
_WORTH = 0.1
"""The chance below which a pair is asked about by nobody anyway."""
_ONE_HUMP = 0.6
"""Likeness of readings above which two humps answer each other: Gas and Gaz, but not Eff and Inh."""
_OTHER_HUMPS = 0.85
"""Likeness from which an identifier may be one with a word of other humps: KazMunayGaz, Kazmunaigaz."""
_HUMP = re.compile(r"[^\W\d_a-zа-яё][^\W\d_A-ZА-ЯЁ]*")
_LETTER_BEFORE = re.compile("[A-ZА-ЯЁ]{2}[a-zа-яё]")
"""A word with a letter of its own before it, as programs have: KSpread, GIcon."""
_SCOTS = re.compile(r"(?:Ma?c|O['’]|D['’]|Al-|De|Du|La|Le|Van)(?=[A-ZА-ЯЁ])")

Pair = tuple[int, int]


class Doubts:
    """Says which pairs of spellings are no question."""

    def __init__(self, spellings: Sequence[str], words: Words, languages: Sequence[str] = ()) -> None:
        """Take the spellings, whose places pairs are made of, and the languages they mostly stand in, where those are known."""
        self._spellings = spellings
        self._peoples = words.peoples
        self._opposites = words.opposites
        self._kazakh = {text for text, language in zip(spellings, languages, strict=False) if language == "kk"}

    def weighed(self, pairs: Sequence[Pair], chances: Sequence[float]) -> list[float]:
        """The chances of pairs of places, 0 where both are single words and no question."""
        single = {
            pair: (self._spellings[pair[0]], self._spellings[pair[1]])
            for pair in pairs
            if not any(" " in self._spellings[at] for at in pair)
        }
        asked = [(at, single[pair]) for at, pair in enumerate(pairs) if pair in single]
        weighed = list(chances)
        for (at, _), chance in zip(asked, self.of_words([words for _, words in asked], [chances[at] for at, _ in asked]), strict=True):
            weighed[at] = chance
        return weighed

    def of_words(self, pairs: Sequence[tuple[str, str]], chances: Sequence[float]) -> list[float]:
        """The chances of pairs of words, 0 where a pair is no question; the words may be those of longer names."""
        weighed = [
            0.0 if chance >= _WORTH and self._idle(one, other, chance) else chance
            for (one, other), chance in zip(pairs, chances, strict=True)
        ]
        strange = _strange(pairs, weighed)
        return [0.0 if pair in strange else chance for pair, chance in zip(pairs, weighed, strict=True)]

    def _idle(self, one: str, other: str, chance: float) -> bool:
        kazakh = one in self._kazakh and other in self._kazakh
        return (
            self._people(one, other)
            or too_short(one, other, chance)
            or (too_different(one, other) and not (kazakh and (kazakh_form(one, other) or kazakh_form(other, one))))
            or other_code(one, other)
            or conjugated(one, other)
            or other_ending(one, other)
            or (kazakh and (another_vowel(one, other) or two_kazakh_forms(one, other)))
            or self._opposite(one, other)
        )

    def _opposite(self, one: str, other: str) -> bool:
        """Whether two words begin as two of those do that tell places of one name apart: Northern and Southern."""
        begins = [next((begin for begin in self._opposites if word.casefold().startswith(begin)), "") for word in (one, other)]
        return "" not in begins and begins[0] != begins[1]

    def _people(self, one: str, other: str) -> bool:
        """Whether one is what a people is called, or its country’s adjective: German is no spelling of Germany."""
        a, b = one.casefold(), other.casefold()
        return a != b and (a in self._peoples or b in self._peoples)


def _strange(pairs: Sequence[tuple[str, str]], chances: Sequence[float]) -> set[tuple[str, str]]:
    """The pairs of words that are not sure and have a letter for another that no transliteration and no slip explains."""
    from translit.likeness import COMPARER
    from translit.likeness_score import LIKELY, SAME

    asked = [pair for pair, chance in zip(pairs, chances, strict=True) if LIKELY <= chance < SAME]
    if not asked:
        return set()
    names, table, *_ = COMPARER.features_of(asked)
    foreign: list[float] = table[:, names.index("foreign per grapheme")].tolist()
    return {pair for pair, share in zip(asked, foreign, strict=True) if share > 0 and not _one_astray(*pair)}


def _one_astray(one: str, other: str) -> bool:
    """Whether two long words differ in one sound only, and not in the first, so that it needs no explanation: Ашхабад, Ашғабад; not Postscript, Ghostscript."""
    from rapidfuzz.distance import OSA

    return any(
        min(len(ours), len(theirs)) >= _LONG and ours[:1] == theirs[:1] and OSA.distance(ours, theirs) <= 1
        for ours in sounds(one)
        for theirs in sounds(other)
    )


def another_vowel(one: str, other: str) -> bool:
    """Whether one of two words of Kazakh texts is the other with a vowel at its end that is no Kazakh ending there: Атлант, Атланта."""
    name, longer = sorted((one, other), key=len)
    return longer[:-1] == name and longer[-1] in "аяоеё" and not name.endswith(tuple("аәоөуұүыіеэяюё"))


def too_different(one: str, other: str) -> bool:
    """Whether two words are short and differ in more than one sound, consonants among them: Zone and Sony, Index and Инда; not Norak and Nurek."""
    readings = sounds(one), sounds(other)
    shortest = min(len(reading) for both in readings for reading in both)
    if shortest > _SHORT:
        return False
    from rapidfuzz.distance import OSA

    if OSA.distance(one.casefold(), other.casefold()) <= 1:
        return False  # a slip may change how the letter beside it is read
    return all(
        OSA.distance(ours, theirs) > 1 and (shortest < _SHORT or ours.translate(_VOWELS) != theirs.translate(_VOWELS))
        for ours in readings[0]
        for theirs in readings[1]
    )


def short(one: str, other: str) -> bool:
    """Whether two words are too short for their letters to be sure of, unless they are read alike: Paint and Point, but Актау and Aqtau."""
    readings = sounds(one), sounds(other)
    return not set(readings[0]) & set(readings[1]) and min(len(reading) for both in readings for reading in both) <= _SHORT


def silent(one: str, other: str) -> bool:
    """Whether a Cyrillic vowel, which may be an ending, answers a Latin e, which may be silent: Франка and France."""
    cyrillic, latin = sorted((one, other), key=str.isascii)
    return latin.isascii() and not cyrillic.isascii() and latin.endswith("e") and cyrillic[-1:] in "аяуюыи"


def too_short(one: str, other: str, chance: float) -> bool:
    """Whether two words are too short to be told from others by their letters: Ac and Ec; not so if they are read alike, Ош and Osh."""
    readings = sounds(one), sounds(other)
    shortest = min(len(reading) for both in readings for reading in both)
    if set(readings[0]) & set(readings[1]):
        return False
    return shortest < _SHORTEST or (shortest == _SHORTEST and chance < _SHORT_AND_LIKELY)


def other_code(one: str, other: str) -> bool:
    """Whether two words, of which one has capitals inside as identifiers and companies have, are two: CapEff and CapInh, not KazMunayGas and KazMunaiGaz."""
    shorter, longer = sorted((one, other), key=len)
    if longer[:-1] == shorter and longer[-1].isupper() and not shorter.isupper():
        return True  # Ctrl, CtrlL
    ours, theirs = humps(one), humps(other)
    lettered = _LETTER_BEFORE.match(one) or _LETTER_BEFORE.match(other)
    if len(ours) < 2 > len(theirs) and not lettered and not (_all_capitals(one) or _all_capitals(other)):
        return False
    if one.casefold() == other.casefold():
        return False
    if lettered and one[0].casefold() != other[0].casefold():
        return True  # KSpread, Xspread; XWindow, Windows
    if len(ours) == len(theirs):
        return any(a.casefold() != b.casefold() and likeness(a, b) <= _ONE_HUMP for a, b in zip(ours, theirs, strict=True))
    return likeness(one, other) < _OTHER_HUMPS


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
