"""What is lost when a spelling is typed without its marks: ö → o, ž → z, ’ → nothing.

Owns this one practice of the press, in both strengths: dropping the mark, and the German way of an e after the letter.
"""

from __future__ import annotations

import unicodedata

APOSTROPHES = {**dict.fromkeys("'‘ʼʹ`´′ʻʾʿ‛ˈ", "’"), **dict.fromkeys('"“ʺ″„', "”")}
"""The signs that stand for soft and hard sign and for glottal letters, read as one single and one double sign."""

_SIGNS = str.maketrans(APOSTROPHES)

_LOST = str.maketrans("ıəŋøłđħŧɵƶɣƣ", "ianoldhtozgg") | str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "’": "", "”": "", "·": ""}
)
"""Letters whose mark is no combining character."""

_DIGRAPHS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


def read(spelling: str) -> str:
    """A spelling as it is compared: NFC, lower case, signs made one."""
    return unicodedata.normalize("NFC", "".join(map(_small, unicodedata.normalize("NFC", spelling)))).translate(_SIGNS)


def plain(text: str) -> str:
    """A text without marks and apostrophes, in its own case."""
    parts = unicodedata.normalize("NFD", text.translate(_SIGNS))
    bare = unicodedata.normalize("NFC", "".join(part for part in parts if not unicodedata.category(part).startswith("M")))
    return "".join(_lose(character) for character in bare)


def digraphs(text: str) -> str:
    """A text with ae, oe and ue for ä, ö and ü."""
    return text.translate(_DIGRAPHS)


def _small(character: str) -> str:
    """The lower case of one character, always one character (İ becomes i)."""
    return "i" if character == "İ" else character.lower() if len(character.lower()) == 1 else character


def _lose(character: str) -> str:
    """One letter without what is no combining mark, in its own case."""
    small = character.lower()
    lost = small.translate(_LOST)
    return character if lost == small else lost.capitalize() if character != small else lost
