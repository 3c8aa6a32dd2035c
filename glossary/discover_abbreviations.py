"""Abbreviations and what they stand for: defined in brackets, made of initials, or of the capitals within a word.

A definition in brackets is found as Schwartz and Hearst do (“A simple algorithm for identifying abbreviation definitions in biomedical text”,
PSB 2003): the letters of the short form, from its last to its first, in the words before the bracket, the first letter at the beginning of
a word. Where nothing defines an abbreviation, its letters may still be the initials of a name (`likeness_of_initials`): that is a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translit.values import value

_SHORT = re.compile(r"\s[(«“\"]{1,2}([^\W\d_]{2,10}(?: ?\([^\W\d_]{1,2}\))?)[)»”\"]{1,2}")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ‘ʹ-][^\W\d_]+)*")
_SENTENCE = re.compile(r"[.!?;:,]\s|[«“\"(]")
_TOO_LONG = 160
"""Code points before a bracket that are looked at."""
_SMALL_WORDS = frozenset(
    [
        "of",
        "for",
        "the",
        "a",
        "an",
        "and",
        "in",
        "de",
        "la",
        "le",
        "und",
        "der",
        "die",
        "das",
        "и",
        "в",
        "на",
        "по",
        "для",
        "за",
        "және",
    ]
)


@value
class Definition:
    """A long form with its abbreviation, as a text gives them side by side."""

    long: str
    """Russian Communist Workers Party."""
    short: str
    """RCWP."""


def definitions(text: str) -> Iterator[Definition]:
    """The abbreviations that a passage defines in brackets after their long form."""
    for match in _SHORT.finditer(text):
        short = match[1]
        if "(" not in match[0] or sum(map(str.isupper, short)) < 2:
            continue
        before = text[max(0, match.start() - _TOO_LONG) : match.start()]
        stop = max((found.end() for found in _SENTENCE.finditer(before)), default=0)
        long = _long_form(letters_of(short), before[stop:])
        if long is not None:
            yield Definition(long, short)


def letters_of(short: str) -> str:
    """The letters of an abbreviation in lower case: AUCP (B) → aucpb."""
    return "".join(letter for letter in short if letter.isalpha()).casefold()


def initials(long: str) -> str:
    """The initials of a name in lower case, those of small words left out: All-Union Party of Bolsheviks → aupb."""
    words = [part for word in _WORD.findall(long) for part in word.split("-")]
    return "".join(word[0] for word in words if word.casefold() not in _SMALL_WORDS).casefold()


def inner_capitals(word: str) -> str:
    """The capitals of one word in lower case, where it has several and small letters between them: KazMunayGas → kmg; else empty."""
    capitals = [letter for letter in word if letter.isupper()]
    return "".join(capitals).casefold() if 2 <= len(capitals) < len(word) / 2 and word.isalpha() else ""


def by_syllables(short: str, word: str) -> bool:
    """Whether an abbreviation of three letters or more may be drawn from one long word (KBM: Karazhan-bas-munai).

    Its first letter comes first, the others in their order, each a consonant at the beginning of a syllable, the last in the second half of the word.
    """
    letters, plain = letters_of(short), word.casefold()
    if len(letters) < 3 or len(plain) < 4 * len(letters) or not word[1:].islower() or not plain.isalpha() or plain[0] != letters[0]:
        return False
    at = 0
    for letter in letters[1:]:
        at = next((here for here in range(at + 2, len(plain) - 1) if plain[here] == letter and plain[here + 1] in _VOWELS), -1)
        if at < 0 or letter in _VOWELS:
            return False
    return 2 * at >= len(plain)


_VOWELS = frozenset("aeiouyаеиоуыэюяәөүұі")


def _long_form(letters: str, before: str) -> str | None:
    """The words at the end of a passage that an abbreviation stands for; None where its letters are not theirs."""
    words = list(_WORD.finditer(before))
    words = words[-min(len(letters) + 5, 2 * len(letters)) :]
    if not words:
        return None
    begin = words[0].start()
    text = before[begin:].casefold()
    if len(text) != len(before) - begin:
        return None  # a letter whose small form is two letters; such names are rare
    starts = {match.start() - begin for match in words}
    starts |= {match.start() - begin + at + 1 for match in words for at, letter in enumerate(match[0]) if letter == "-"}
    at = len(text)
    for number in range(len(letters) - 1, -1, -1):
        at -= 1
        while at >= 0 and (text[at] != letters[number] or (number == 0 and at not in starts)):
            at -= 1
        if at < 0:
            return None
    long = " ".join(before[begin + at :].split()).strip(" ,–—-'’")
    initial = initials(long)
    # Letters from anywhere are no abbreviation: at least the first and half of them are initials.
    shared = sum(1 for letter in letters if letter in initial)
    return long if " " in long and 2 * shared > len(letters) and len(long) > 2 * len(letters) else None
