"""A text as the rules see it: in NFC, without stress marks, in lower case, look-alike letters read as what they stand for.

Owns what is a word, what rides on a letter, and the repair of mixed scripts. It knows the letters of a system, not its rules.
"""

from __future__ import annotations

import unicodedata

from translit.casing import lower
from translit.offsets import compose
from translit.scripts import INVISIBLE, is_blank, is_letter, lookalikes, script_of
from translit.values import value

STRESS = frozenset("\u0300\u0301")
"""Grave and acute: over a letter of a script that is not written with them they show stress."""


@value
class Letters:
    """What preparing a text needs to know of a system."""

    covered: frozenset[str]
    """Every character that stands in some key."""
    joiners: frozenset[str]
    """Those of them that are no letters: they belong to a word after a letter."""
    equivalents: dict[str, str]
    """Characters read as another."""
    source_script: str
    """ISO 15924."""
    dotted_i: bool
    """True where I is the capital of ı."""
    lookalikes: dict[str, str]
    """For letters of other scripts the covered letter that looks the same."""

    @classmethod
    def of(cls, keys: frozenset[str], equivalents: dict[str, str], source_script: str, *, dotted_i: bool) -> Letters:
        """The letters of all keys."""
        covered = frozenset("".join(keys)) - {"^"}
        similar = {
            foreign: ours
            for foreign, ours in lookalikes(source_script).items()
            if lower(ours, dotted_i=dotted_i) in covered and foreign not in covered
        }
        return cls(covered, frozenset(c for c in covered if not is_letter(c)), equivalents, source_script, dotted_i, similar)

    def read_as(self, character: str) -> str:
        """The character the rules speak of: in lower case, equivalents replaced."""
        small = lower(character, dotted_i=self.dotted_i)
        return self.equivalents.get(small, small)


@value
class Prepared:
    """A text ready for the rules. Indexes of the first three fields run alike."""

    characters: str
    """The text in NFC without riders, letters of other scripts replaced by those they stand for."""
    folded: str
    """The same in lower case, equivalents replaced: what keys and contexts are compared with."""
    places: tuple[int, ...]
    """Where each character stands in the NFC text; one more for the end."""
    riders: dict[int, str]
    """Stress marks and invisible characters after the character of this index; -1 for the beginning of the text."""
    words: tuple[tuple[int, int], ...]
    """Where each word begins and ends, in order."""
    word_of: tuple[int, ...]
    """For each character the number of its word; -1 outside words."""
    repaired: dict[int, str]
    """For each character that was replaced, the one that stood there."""
    starts: list[int]
    """For each place in the NFC text, the place in the original; -1 inside a composed group."""
    composed: str
    """The whole text in NFC."""


def prepare(text: str, letters: Letters) -> Prepared:
    """Make a text ready for the rules of a system."""
    composed, starts = compose(text)
    characters: list[str] = []
    places: list[int] = []
    riders: dict[int, str] = {}
    for place, found in enumerate(composed):
        character, rider = found, ""
        if found not in letters.covered and characters:
            if (found in STRESS and is_letter(characters[-1])) or found in INVISIBLE:
                character, rider = "", found
            elif found > "\u007f" and letters.read_as(found) not in letters.covered:
                character, rider = _take_off(found, letters)
        elif found > "\u007f" and letters.read_as(found) not in letters.covered:
            character, rider = _take_off(found, letters)
        if character:
            characters.append(character)
            places.append(place)
        if rider:
            riders[len(characters) - 1] = riders.get(len(characters) - 1, "") + rider
    folded = [letters.read_as(character) for character in characters]
    words, word_of = _words(folded, letters)
    repaired = _repair(characters, folded, words, letters)
    return Prepared("".join(characters), "".join(folded), (*places, len(composed)), riders, words, word_of, repaired, starts, composed)


def _take_off(character: str, letters: Letters) -> tuple[str, str]:
    """A letter composed with a stress mark (ѐ, ѝ, ѓ for ѓ) that no rule covers, and the mark; the character alone where it is something else."""
    base, marks = character, ""
    while len(parts := unicodedata.decomposition(base).split()) == 2 and (mark := chr(int(parts[1], 16))) in STRESS:
        base, marks = chr(int(parts[0], 16)), mark + marks
        if letters.read_as(base) in letters.covered:
            return base, marks
    return character, ""


def _words(folded: list[str], letters: Letters) -> tuple[tuple[tuple[int, int], ...], tuple[int, ...]]:
    """Runs of letters; a joiner belongs to the word it follows."""
    words: list[tuple[int, int]] = []
    word_of: list[int] = []
    inside = False
    for index, character in enumerate(folded):
        joins = is_letter(character) or (inside and character in letters.joiners)
        if joins and not inside:
            words.append((index, index))
        if joins:
            words[-1] = (words[-1][0], index + 1)
        word_of.append(len(words) - 1 if joins else -1)
        inside = joins
    return tuple(words), tuple(word_of)


def _repair(characters: list[str], folded: list[str], words: tuple[tuple[int, int], ...], letters: Letters) -> dict[int, str]:
    """Read look-alikes in words that are mostly of the source script as the letters they stand for; all letters of a word or none."""
    repaired: dict[int, str] = {}
    for start, end in words:
        foreign = [i for i in range(start, end) if folded[i] not in letters.covered and script_of(characters[i]) != letters.source_script]
        if not foreign or not all(characters[i] in letters.lookalikes for i in foreign):
            continue
        native = sum(script_of(character) == letters.source_script for character in characters[start:end])
        if native < len(foreign):
            continue
        for i in foreign:
            repaired[i] = characters[i]
            characters[i] = letters.lookalikes[characters[i]]
            folded[i] = letters.read_as(characters[i])
    return repaired


def token_around(text: str, place: int) -> tuple[int, int]:
    """Where the token around a place begins and ends: a run without white space, or one character that is white space itself."""
    start, end = place, place + 1
    if is_blank(text[place]):
        return start, end
    while start > 0 and not is_blank(text[start - 1]):
        start -= 1
    while end < len(text) and not is_blank(text[end]):
        end += 1
    return start, end
