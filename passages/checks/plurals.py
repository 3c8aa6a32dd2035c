"""Forms that a Russian word has in the singular and in the plural: закладки is of a bookmark, and bookmarks.

A glossary has the singular of a common noun, so the form is read as its genitive; a text that speaks of many means the plural. Owns the
second fix for such a word and which of the two comes first; a noun of several words is left to its genitive.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from glossary.findings import Edit
from passages.checks.model import Fix

_VELARS = "гкхжчшщ"
"""Behind these и is written for ы (Правила русской орфографии и пунктуации, 2006, § 1)."""
_WITHOUT_GENITIVE = frozenset(("в", "во", "на", "о", "об", "про", "через", "сквозь"))
_OF_MASCULINE = "бвгджзйклмнпрстфхцчшщ"


def is_likelier(before: str, original: str, names: Sequence[str]) -> bool:
    """Whether the plural is likelier than the genitive: at the beginning, behind a preposition that takes none, or where the original has it."""
    words = before.split()
    return (
        not words
        or words[-1].lower() in _WITHOUT_GENITIVE
        or any(re.search(rf"\b{re.escape(name)}e?s\b", original, re.IGNORECASE) is not None for name in names)
    )


def fixes(replaced: Edit, word: str, plain: str, form: str, *, plural: bool) -> tuple[Fix, ...]:
    """The fixes of a common noun: the genitive of the glossary alone, or with the plural where the form may be either.

    `word` is what stands there, `plain` the word to use in its plain form, `replaced` the edit to its genitive, `plural` whether that
    is the likelier (`is_likelier`).
    """
    genitive = replaced.replacement
    as_found = Fix(genitive, (replaced,))
    if form != "genitive" or not plain.islower() or " " in plain or not word.lower().endswith(("и", "ы")):
        return (as_found,)
    if plain[-1] not in _OF_MASCULINE or genitive[-1:] not in ("а", "я"):
        return (as_found,)  # the plural of a feminine noun is its genitive
    stem = genitive[:-1]
    many = stem + ("и" if genitive[-1] == "я" or stem[-1:] in _VELARS else "ы")
    as_many = Fix(many, (Edit(replaced.start, replaced.end, many),))
    return (as_many, as_found) if plural else (as_found, as_many)
