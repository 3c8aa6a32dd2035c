"""Which script a character is of, which scripts have capitals, and which letters of two scripts look alike.

Owns these three facts and no policy. A script is an ISO 15924 code.
"""

from __future__ import annotations

import unicodedata

_NAMES = (
    ("CYRILLIC", "Cyrl"),
    ("LATIN", "Latn"),
    ("GREEK", "Grek"),
    ("GEORGIAN SMALL LETTER", "Geok"),
    ("GEORGIAN CAPITAL LETTER", "Geok"),
    ("GEORGIAN", "Geor"),
    ("ARMENIAN", "Armn"),
    ("HEBREW", "Hebr"),
    ("ARABIC", "Arab"),
    ("MONGOLIAN", "Mong"),
    ("CJK", "Hani"),
    ("HIRAGANA", "Hira"),
    ("KATAKANA", "Kana"),
    ("HANGUL", "Hang"),
    ("BOPOMOFO", "Bopo"),
    ("DEVANAGARI", "Deva"),
    ("THAI", "Thai"),
    ("TIBETAN", "Tibt"),
    ("SYRIAC", "Syrc"),
    ("ETHIOPIC", "Ethi"),
    ("COPTIC", "Copt"),
    ("GLAGOLITIC", "Glag"),
)
"""How the Unicode names of a script's letters begin (UnicodeData, field 1)."""

SCRIPTS = frozenset(code for _, code in _NAMES)
"""The codes this module can tell."""

CASED = frozenset({"Latn", "Cyrl", "Grek", "Armn", "Copt", "Glag"})
"""Scripts written with capitals. Georgian is not among them: its Mtavruli letters are no capitals of names (Unicode 17, section 7.7)."""

APOSTROPHES = frozenset("'’‘ʼʻʽ`´ʹʺ\"”“″′ʾʿ‛ˈ")
"""Characters that are a letter in one place and a quotation mark in another; a word never begins with one."""

INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Soft hyphen and its like: inside a word they part nothing."""

JOINING_SPACE = "\u202f"
"""The narrow no-break space, by which traditional Mongolian joins its suffixes: white space that a rule may read."""

_LOOKALIKES = {
    frozenset({"Latn", "Cyrl"}): (
        "aceijopsxyhəABCEHIJKMOPSTXYƏ",
        "асеіјорѕхуһәАВСЕНІЈКМОРЅТХУӘ",
        "Latn",
    ),
    frozenset({"Latn", "Grek"}): ("ovABEHIKMNOPTXYZ", "ονΑΒΕΗΙΚΜΝΟΡΤΧΥΖ", "Latn"),
}
"""Letters that look alike in print: characters of the first script, the same of the second, which script is the first (Unicode UTS #39, confusables)."""


def is_blank(character: str) -> bool:
    """True for white space that parts words: all of it but the joining space of Mongolian."""
    return character.isspace() and character != JOINING_SPACE


def script_of(character: str) -> str | None:
    """The ISO 15924 code of one letter or mark; None for what is of no script, or of one this module does not tell."""
    name = unicodedata.name(character, "")
    for beginning, code in _NAMES:
        if name.startswith(beginning):
            return code
    return None


def lookalikes(script: str) -> dict[str, str]:
    """For letters of other scripts the letter of `script` that looks the same."""
    found: dict[str, str] = {}
    for scripts, (first, second, first_script) in _LOOKALIKES.items():
        if script in scripts:
            ours, theirs = (first, second) if script == first_script else (second, first)
            found |= dict(zip(theirs, ours, strict=True))
    return found


def is_letter(character: str) -> bool:
    """True for letters and combining marks, save those that may be quotation marks."""
    return unicodedata.category(character)[0] in "LM" and character not in APOSTROPHES
