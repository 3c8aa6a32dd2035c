"""The name that some forms are forms of, where the texts have the forms and never the name: Шетпеде and Шетпенің give Шетпе.

Every name that the endings allow is declined by the rules of `glossary.forms`, and the one that has all the spellings among its forms is the
name, if no other has them. Where two have (Алгу and Алге are forms of Алг and of Алга), or where one of the spellings may be the name itself,
nothing is certain and nothing is given. Owns the endings that are tried; two spellings are the least that say anything.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from glossary.discover_forms import paradigm

_ENDINGS = {
    "ru": ("", "а", "я", "ь", "й", "о", "е", "ий", "ый", "ой", "ая", "ое"),
    "uk": ("", "а", "я", "ь", "й", "о", "е", "ий", "ій", "є"),
    "kk": ("",),
}
"""What names end in, by language; a Kazakh name is whatever stands before the endings."""
_LONGEST = {"ru": 3, "uk": 4, "kk": 8}
"""Letters of the longest ending that is taken off."""
_SHORTEST = 3
"""Letters of the shortest stem."""
_FEWEST = 2
"""Spellings without which nothing is certain."""
_NO_NAME = re.compile("[бвгґджзйклмнпрстфхцчшщьъ]й|[аеёиоуыэюяіїє][ьаое]|в[цл]", re.IGNORECASE)
"""What no name ends in: й behind a consonant, ь, а, о or е behind a vowel, вц and вл (Верховца is of Верховец, Павла of Павел)."""


def nominative(spellings: Collection[str], language: str) -> str | None:
    """The one name that all spellings are forms of and that none of them is; None where there is no such name, or more than one.

    Args:
        spellings: forms, as the texts have them, all in Cyrillic letters.
        language: BCP 47 subtag; None is given for those without rules here.
    """
    forms = set(spellings)
    if language not in _ENDINGS or len(forms) < _FEWEST or any(text.isascii() for text in forms):
        return None
    names = {name for name in _tried(min(forms), language) | forms if forms <= {name, *paradigm(name, language)}}
    return names.pop() if len(names) == 1 and names.isdisjoint(forms) else None


def _tried(form: str, language: str) -> set[str]:
    """The names that a spelling may be a form of, by its ending alone."""
    return {
        name
        for cut in range(_LONGEST[language] + 1)
        if len(stem := form[: len(form) - cut]) - stem.rfind(" ") > _SHORTEST
        for ending in _ENDINGS[language]
        if not _NO_NAME.fullmatch((name := stem + ending)[-2:])
    }
