"""Words in Latin letters in a translation that is not: one that is a slip away from a word of the original is a slip (Sing-On for Sign-On).

Knows no language and no glossary. What the original has letter by letter, a plural of it, a place of a program and a word of three letters
are left alone; offsets are code points of the target.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.findings import Edit, Severity
from passages.checks.model import Fix, PairFinding
from passages.checks.reading import Reading
from translit.message import Message

_LATIN_WORD = re.compile(r"(?<![\w'’])[A-Za-z]{4,40}(?![\w'’])")
_ROMAN = re.compile(r"[IVXLCDM]+")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LETTERS = re.compile(r"[A-Za-z]{4,}")
"""Words of at least four letters; of shorter ones most are one letter away from another."""


def slips(reading: Reading) -> Iterator[PairFinding]:
    """Latin words that the original has not, one letter lost, added, changed or swapped (Damerau 1964) away from one that the translation lost."""
    if not reading.context.cyrillic or _CYRILLIC.search(reading.target.plain) is None:
        return
    stands = [match for match in _LATIN_WORD.finditer(reading.target.plain) if not _has_mnemonic(reading.target.text, *match.span())]
    if not stands:
        return
    said, original = ({word.lower() for word in _LETTERS.findall(side.text)} for side in (reading.target, reading.source))
    lost = {
        word
        for match in _LATIN_WORD.finditer(reading.source.plain)
        if (word := match[0]).lower() not in said and not _has_mnemonic(reading.source.text, *match.span())
    }
    for match in stands:
        word = match[0]
        if word.lower() in original or _ROMAN.fullmatch(word):
            continue
        near = {other for other in lost if _is_slip(word.lower(), other.lower())}
        if len(near) == 1:
            right = _in_case(next(iter(near)), word)
            message = Message("{word} is one letter away from {other} of the original", word=word, other=right)
            yield reading.at("latin-slip", Severity.WARNING, *match.span(), message, fixes=(Fix(right, (Edit(*match.span(), right),)),))


def _is_slip(word: str, other: str) -> bool:
    """Whether two words are one slip apart, and not the singular and plural, the past, or the British and American way, of one word.

    Nor one with a letter before it: email, XWayland; a first letter that is doubled is a slip.
    """
    from rapidfuzz.distance import OSA

    short, long = sorted((word, other), key=len)
    if (
        long in (short + "s", short + "d")
        or (long[1:] == short and long[0] != short[0])
        or abs(len(word) - len(other)) > 1
        or OSA.distance(word, other, score_cutoff=1) > 1
    ):
        return False
    ours, theirs = word.replace("our", "or").replace("s", "z"), other.replace("our", "or").replace("s", "z")
    return ours != theirs


def _has_mnemonic(text: str, start: int, end: int) -> bool:
    """Whether the sign of a mnemonic is beside a part of a word, which is but the rest of it: Biblate&x, H&unspell."""
    return text[start - 1 : start] in ("&", "_") or text[end : end + 1] in ("&", "_")


def _in_case(word: str, like: str) -> str:
    """A word in capitals where another is, else as it is."""
    return word.upper() if like.isupper() else word
