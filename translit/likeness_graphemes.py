"""A name as it is compared: a row of graphemes, the pieces of writing that stand for a sound (sh, sch, ž, ш, ь).

Owns how a text is cut: case, apostrophes, hyphens and stress marks are made one first; then letters that belong together are kept together,
and letters of scripts that no cost was learnt for are read as Latin ones. It refuses a text with letters that it cannot read: what is not
read cannot be compared. Case and the stress marks of Cyrillic are no part of a spelling here; a hyphen is a space.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from translit.scripts import lookalikes

SPACE = " "
"""The grapheme between two words."""
LONGEST = 200
"""Code points of the longest name that is compared."""
_BETWEEN = "\n"
"""What parts names that are folded together."""

TOGETHER = (
    "schtsch", "shch", "szcz", "chtch", "tsch", "dsch", "tch", "dzh", "dsh", "sch",
    "sh", "ch", "zh", "kh", "gh", "ph", "th", "ts", "tz", "cz", "sz", "dz", "ck",
)  # fmt: skip
"""Latin letters that are one grapheme, the longest first."""

_PIECES = re.compile("|".join(TOGETHER) + "|.", re.DOTALL)
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("'‘`´ʼʹʻʾʿ‛ˈ′ʺ″“”„\"", "’"),
        **dict.fromkeys("-‐‑‒–—_/.,;:()[]«»·&", " "),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"),
    }
)
_QUOTED = re.compile(r"(?<!\w)[\"“„]([^\"“”„]*)[\"”“](?!\w)")
"""What stands in quotation marks, which inside a word are ways to write ъ."""
_STRESS = re.compile("(?<=[\u0400-\u052f])[\u0300\u0301]")
_LETTERS_ONLY = frozenset(chr(code) for code in _SIGNS if chr(code).isalpha())
"""The signs that Unicode counts among the letters; all of them are apostrophes here."""
_MIXED = re.compile("[a-zə][\u0430-\u052f]|[\u0430-\u052f][a-zə]")
_CYRILLIC = re.compile("[\u0430-\u052f]")


def folded(text: str) -> str:
    """A name in lower case and NFC, its signs made one, hyphens as spaces, no space at its edges and one between words."""
    if text.isascii():
        if text.isalpha():
            return text.lower()
        return _spaced(text.lower())
    text = unicodedata.normalize("NFC", text.replace("İ", "i").lower())
    if "\u0301" in text or "\u0300" in text:
        text = _STRESS.sub("", text)
    if _MIXED.search(text):
        text = SPACE.join(map(_one_script, text.split()))
    if text.isalpha() and _LETTERS_ONLY.isdisjoint(text):
        return text
    return _spaced(text)


def _spaced(text: str) -> str:
    """A text in lower case with its signs made one and one space between words."""
    return SPACE.join(_QUOTED.sub(r"\1", text).translate(_SIGNS).split())


def folded_many(texts: Iterable[str]) -> dict[str, str]:
    """Many names, each with itself folded: as `folded`, but letters are changed in all of them at once."""
    found = dict.fromkeys(texts, "")
    whole = _BETWEEN.join(found)
    if whole.count(_BETWEEN) != len(found) - 1:  # what parts them is in one of them, or there are none
        return {text: folded(text) for text in found}
    whole = unicodedata.normalize("NFC", whole.replace("İ", "i").lower())
    if "\u0301" in whole or "\u0300" in whole:
        whole = _STRESS.sub("", whole)
    for sign in _LETTERS_ONLY:
        whole = whole.replace(sign, "’")
    mixed = _MIXED.search(whole)
    for text, plain in zip(found, whole.split(_BETWEEN), strict=True):
        if mixed and _MIXED.search(plain):
            found[text] = folded(text)
        elif plain.isalpha():
            found[text] = plain
        else:
            found[text] = _spaced(plain)
    return found


def _one_script(word: str) -> str:
    """A word with Latin letters among Cyrillic ones, or the other way round, with the letters that were meant."""
    if not _MIXED.search(word):
        return word
    script = "Cyrl" if 2 * len(_CYRILLIC.findall(word)) >= sum(map(str.isalpha, word)) else "Latn"
    return word.translate(str.maketrans(lookalikes(script)))


class Graphemes:
    """The graphemes that costs were learnt for, and how other letters are read as these."""

    def __init__(self, names: tuple[str, ...], letters: Mapping[str, str]) -> None:
        """Take the graphemes, of which the first is the empty one, and what letters of other scripts are in Latin."""
        self.names = names
        """By number; number 0 is no grapheme."""
        self._numbers: dict[str, tuple[int, ...]] = {name: (number,) for number, name in enumerate(names) if number}
        self._single = {name: number for number, name in enumerate(names) if number}
        for letter, latin in letters.items():
            self._numbers.setdefault(letter, self._known(latin))

    @staticmethod
    def pieces(plain: str) -> list[str]:
        """A folded text cut into graphemes, known ones or not."""
        if "h" in plain or "z" in plain or "ts" in plain or "ck" in plain:  # one of these is in all of `TOGETHER`
            return _PIECES.findall(plain)
        return list(plain)

    def number(self, name: str) -> int:
        """The number of a grapheme.

        Raises:
            KeyError: for one that there is no cost for.
        """
        (number,) = self._numbers[name]
        return number

    def read(self, plain: str) -> tuple[int, ...] | None:
        """The numbers of the graphemes of a folded name; None where it has letters that cannot be read, or none at all."""
        pieces = self.pieces(plain)
        try:
            return tuple(map(self._single.__getitem__, pieces)) or None
        except KeyError:
            pass  # some letter is read as others
        found: list[int] = []
        numbers = self._numbers
        for piece in pieces:
            known = numbers.get(piece)
            if known is None:
                known = self._other(piece)
                if known is None:
                    return None
            found += known
        return tuple(found) if found else None

    def shown(self, numbers: tuple[int, ...]) -> str:
        """Graphemes as text."""
        return "".join(self.names[number] for number in numbers)

    def _known(self, text: str) -> tuple[int, ...]:
        """The numbers of text of which every grapheme is known."""
        return tuple(self.number(piece) for piece in _PIECES.findall(text))

    def _other(self, piece: str) -> tuple[int, ...] | None:
        """What a letter without a cost of its own is read as: without its marks, nothing for a sign, None where nobody knows."""
        if unicodedata.category(piece)[0] != "L":
            return ()  # a mark by itself, a sign
        parts = unicodedata.normalize("NFD", piece)
        return self._numbers.get(parts[0]) if len(parts) > 1 else None
