"""The case policy: which outputs get capitals. ЩУКА → SHCHUKA, Щука → Shchuka, Щ. → Shch.

Owns the policy of docs/systems.md (“Case policy”), for all systems alike. A table never speaks of case.
"""

from __future__ import annotations

import unicodedata
from enum import Enum

from translit.scripts import INVISIBLE, is_letter

WINDOW = 32
"""How far a word of one letter looks for its neighbours, in code points of the normalised text."""

REACH = 5 * WINDOW
"""The same in code points as they come: NFC makes one of four at the most (UAX #15, section 4), and one more may be cut at the edge."""

_TIES = frozenset("\u0361\ufe20")
"""Marks that tie a letter to the next: the double inverted breve, and the left half of a ligature."""

_LINE_ENDS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")


class Shape(Enum):
    """How an output is written."""

    LOWER = "lower"
    """As the rule says."""
    TITLE = "title"
    """Its first letter a capital."""
    UPPER = "upper"
    """All in capitals."""


def lower(character: str, *, dotted_i: bool = False) -> str:
    """The lower case of one character, always one character (İ without dotted i has none)."""
    if dotted_i and character in "Iİ":
        return "ı" if character == "I" else "i"
    small = character.lower()
    return small if len(small) == 1 else character


def upper(text: str, *, dotted_i: bool = False) -> str:
    """The text in capitals."""
    return (text.replace("i", "İ") if dotted_i else text).upper()


def title(text: str, *, dotted_i: bool = False) -> str:
    """The text with a capital as its first cased letter; letters under one ligature tie are one letter (t͡s → T͡S, as in the Library of Congress: T͡Svetaeva)."""
    for place, character in enumerate(text):
        if character.upper() != character:
            if text[place + 1 : place + 2] in _TIES and place + 2 < len(text):
                return text[:place] + upper(text[place : place + 3], dotted_i=dotted_i) + text[place + 3 :]
            capital = "İ" if dotted_i and character == "i" else character.title()
            return text[:place] + capital + text[place + 1 :]
    return text


def shaped(text: str, shape: Shape, *, dotted_i: bool = False) -> str:
    """The text in a shape."""
    if shape is Shape.LOWER:
        return text
    return upper(text, dotted_i=dotted_i) if shape is Shape.UPPER else title(text, dotted_i=dotted_i)


def with_capitals(output: str, *, due: bool, dotted_i: bool = False) -> tuple[str, bool]:
    """The output with a capital as its first cased letter where one is due, and as the first after each space; and whether one is due after it.

    For scripts without case (“ar riyāḑ” from one key and the next): the capital of a word goes to the first letter of the result that has one.
    An output that ends in a hyphen is a prefix, which leaves the capital to what follows: al-Qamar.
    """
    if output.endswith("-"):
        return output, True
    parts = output.split(" ")
    for number, part in enumerate(parts):
        due = due or number > 0
        first = next(filter(is_cased, part), None)
        if due and first is not None:
            due = False
            if not is_capital(first):
                parts[number] = title(part, dotted_i=dotted_i)
    return " ".join(parts), due


def is_capital(character: str) -> bool:
    """True for a capital letter, the first of a title-case digraph (ǅ) among them."""
    return character.isupper() or character.istitle()


def is_cased(character: str) -> bool:
    """True for a letter that is a capital or has one."""
    return character.isupper() or character.istitle() or (character.islower() and character.upper() != character)


def shape_of(text: str, start: int, end: int, word: tuple[int, int]) -> Shape | None:
    """The shape in which the output for `text[start:end]` is written, by rules 1 to 3 of the policy.

    Args:
        text: the whole text in NFC, stress marks taken off.
        start: first code point of the key.
        end: one past its last.
        word: where the word around it begins and ends.

    Returns:
        The shape; None for the only cased letter of a word, whose neighbours decide (`among_capitals`).
    """
    if text[start].islower():
        return Shape.LOWER
    cased = [character for character in text[start:end] if is_cased(character)]
    if not cased:
        return _sign(text, start, end, word)
    if not is_capital(cased[0]):
        return Shape.LOWER
    if len(cased) > 1:
        return Shape.UPPER if all(is_capital(character) for character in cased) else Shape.TITLE
    following = next((character for character in text[end : word[1]] if is_cased(character)), None)
    if following is not None:
        return Shape.UPPER if is_capital(following) else Shape.TITLE
    before = next((character for character in reversed(text[word[0] : start]) if is_cased(character)), None)
    if before is not None:
        return Shape.UPPER if is_capital(before) else Shape.TITLE
    return None


def _sign(text: str, start: int, end: int, word: tuple[int, int]) -> Shape:
    """The shape of the letter that a sign without case stands for (OBJAZALIS' → ОБЯЗАЛИСЬ, L'vov → Львов, L' → Ль)."""
    before = [is_capital(character) for character in text[word[0] : start] if is_cased(character)]
    if not before or not before[-1]:
        return Shape.LOWER
    following = next((character for character in text[end : word[1]] if is_cased(character)), None)
    if following is None:
        return Shape.UPPER if len(before) > 1 and all(before) else Shape.LOWER
    return Shape.UPPER if is_capital(following) else Shape.LOWER


def among_capitals(text: str, start: int, end: int) -> bool:
    """True where the longer words next to the word `text[start:end]` are in capitals, on both sides where there are two.

    Looks at most `WINDOW` code points of the normalised text to each side and never over the end of the line, so that
    a stream can be cut with that much of it at hand. A word cut by the window counts as far as it is seen. The text need not be in NFC.
    """
    left = _nearest(_composed(text[max(0, start - REACH) : start])[-WINDOW:][::-1])
    if left is False:
        return False
    right = _nearest(_composed(text[end : end + REACH])[:WINDOW])
    return right is True or (right is None and left is True)


def _composed(text: str) -> str:
    """The text in NFC."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _nearest(text: str) -> bool | None:
    """Whether the first word of two or more cased letters is all in capitals; None where there is none on the line."""
    capitals = small = 0
    for character in text:
        if character.isupper():
            capitals += 1
        elif character.islower():
            small += character.upper() != character
        elif character.istitle():
            capitals += 1
        elif not is_letter(character) and character not in INVISIBLE:
            if capitals > 1:
                return True
            capitals = small = 0
            if character in _LINE_ENDS:
                return None
        if small and capitals + small > 1:
            return False
    return True if capitals > 1 else None
