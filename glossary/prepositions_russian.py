"""Russian prepositions that listen to the word behind them: о Целинограде, but об Астане; во Фрунзе, but в Бишкеке.

A name that takes another's place may ask for the preposition's other shape. It is changed only where the writer had the shape that the
old name asks for, so a habit of the writer's own stays. Offsets are code points.
The rules are those of the grammars and style guides (Розенталь, Справочник по правописанию и стилистике, on the variants of prepositions;
Русская грамматика, 1980, on prepositions with a vowel at their end). Which groups of consonants ask for во, со, ко is derived from usage.
"""

from __future__ import annotations

import re

_BEFORE = re.compile(r"(?<![\w-])(об?|во?|со?|ко?)(\s+[«„“\"(]?)\Z", re.IGNORECASE)
_LOOK_BACK = 16  # code points before a name that hold a short word and a line break with its indentation
_CONSONANT = "[бвгджзйклмнпрстфхцчшщ]"
_LONG = {
    "о": ("об", re.compile("[аиоуыэ]")),  # before a vowel that no й begins: о Ереване, о Юрмале
    "в": ("во", re.compile(f"[вф]{_CONSONANT}|льв")),
    "с": ("со", re.compile(f"[сзшж]{_CONSONANT}|щ|льв")),
    "к": ("ко", re.compile("льв")),
}
"""A preposition's short shape → its long one, and before which words that stands."""


def lead(text: str, start: int, said: str, replacement: str) -> tuple[int, str] | None:
    """Where the preposition before the name at `start` begins, and what stands there up to the name that takes its place; None where it stays."""
    found = _BEFORE.search(text, max(0, start - _LOOK_BACK), start)
    if found is None:
        return None
    written, short = found[1], found[1][0].lower()
    now = _shape(short, replacement)
    if now is None or now == written.lower() or _shape(short, said) != written.lower():
        return None
    great = written.isupper() and (len(written) > 1 or replacement.isupper())
    shown = now.upper() if great else now.capitalize() if written[0].isupper() else now
    return found.start(), shown + found[2]


def _shape(short: str, name: str) -> str | None:
    """The shape of a preposition before a name; None before letters that are said one by one, and before any that are not Russian."""
    word = re.match("[А-Яа-яЁё]+", name)
    if word is None or (len(word[0]) > 1 and word[0].isupper() and not name.isupper()) or (name.isupper() and len(name) < 5):
        return None
    long, before = _LONG[short]
    return long if before.match(word[0].lower()) else short
