"""Two views of a text: *folded*, one byte for each code point, to search in; and its *shape*, to compare exactly.

The folded view throws letter case, accents, apostrophes and punctuation together, so that one automaton over bytes finds every
candidate; it is cheap and only ever too generous. The shape is what two spellings must share to be the same spelling: NFC, without
invisible characters, one kind of apostrophe, hyphen and space, ё as е, letter case kept. Nothing here knows a glossary.

Word characters are those of Unicode's general categories L, N, M and Pc (The Unicode Standard 15.0, section 4.5), except the two
letters that writers use as apostrophes (U+02B9, U+02BC).
"""

from __future__ import annotations

import codecs
import re
import unicodedata

SEPARATOR = 0x20
"""The byte of everything that is no part of a word: spaces, punctuation, symbols."""
IGNORED = 0x01
"""The byte of what only modifies: combining marks, soft hyphens, zero-width and bidirectional controls, conjoining vowels of Hangul."""

APOSTROPHES = "'’ʼ‘ʹ＇"
"""Alike in names. U+02BC and U+02B9 are letters by their category, apostrophes by their use."""
LETTER_APOSTROPHES = "ʼʹ"
"""Those of them that are letters by their category: they are no quotation marks."""
HYPHENS = "-‐‑‒–"
"""Alike in names: hyphen-minus, hyphen, non-breaking hyphen, figure dash, en dash."""

_BLANK = r"[^\S\r\n\v\f\x85\u2028\u2029]"
_BREAK = r"(?:\r\n|[\r\n\v\x85\u2028])"
GAP = rf"(?<=\w)([{re.escape(HYPHENS)}]){_BLANK}*{_BREAK}{_BLANK}*(?=\w)|{_BLANK}+{_BREAK}?{_BLANK}*|{_BREAK}{_BLANK}*"
"""The pattern of what may stand between two words of one name: spaces with at most one line break; or a hyphen at the end of a line (group 1).

Text, as `_STRESS` is, for `re` to compile when it is first asked for."""


# A code page of our own: the characters of English, Russian, Kazakh and Ukrainian text, and what French, German, Swedish and Turkish
# add most often. `charmap_encode` puts them at their places in C; any other character costs a call of the handler below. The places
# of the control characters (\ufffe: nothing here) are left to the two special bytes and to the classes of rare letters. U+0000 has its
# own: without it `charmap_build` makes a dictionary of the page, which is seven times slower.
_KEPT = "\0\t\n\v\f\r"
_PAGE = (
    "".join(chr(place) if place >= 0x20 or chr(place) in _KEPT else "\ufffe" for place in range(0x80))
    + "".join(map(chr, range(0x410, 0x450)))
    + "ЁёІіЇїЄєҐґӘәҒғҚқҢңӨөҰұҮүҺһ’‘“”„«»–—…‑№·\u00a0\u00ad\u0301\u0306\u0308éèêàâçñáíóúöüäåøıİğş"
).ljust(256, "\ufffe")
_PLACES = {character: place for place, character in enumerate(_PAGE) if character != "\ufffe"}
_RARE = tuple(place for place in range(2, 0x20) if place not in b"\t\n\v\f\r")


def fold_character(character: str) -> int:
    """The byte of one code point: SEPARATOR, IGNORED, or the class of its base letter, the same for both letter cases.

    A base letter on the page has its own byte, ASCII its own code; all others share 25 bytes: rare letters may meet there, which
    costs a comparison and never a wrong answer.
    """
    if character in LETTER_APOSTROPHES:
        return SEPARATOR
    category = unicodedata.category(character)
    if category[0] == "M" or category == "Cf" or "\u1160" <= character <= "\u11ff" or "\ud7b0" <= character <= "\ud7fb":
        return IGNORED
    if character == "_" or (category[0] not in "LN" and category != "Pc"):
        return SEPARATOR  # the underscore ends a word where it is a mark of emphasis; the matcher tells that from a_name
    # Upper case first: it joins ς with σ, ı with i and ſ with s.
    base = unicodedata.normalize("NFD", character.upper()[0].lower())[0]
    return _PLACES.get(base) or _RARE[ord(base) % len(_RARE)]


def _fold_rare(error: UnicodeError) -> tuple[bytes, int]:
    """The codec error handler for the code points that have no place on the page."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return bytes(map(fold_character, error.object[error.start : error.end])), error.end


_PAGE_MAP = codecs.charmap_build(_PAGE)
# A place is its own fold where the handler put it there; every other place folds as its character does.
_PAGE_FOLD = bytes(place if character == "\ufffe" else fold_character(character) for place, character in enumerate(_PAGE))
_ASCII_FOLD = (bytes((SEPARATOR,)) * 0x20 + _PAGE_FOLD[0x20:0x80]).ljust(256, b" ")
_ERRORS = "endonym.fold"
codecs.register_error(_ERRORS, _fold_rare)


def fold(text: str) -> bytes:
    """The folded view: one byte for each code point of `text`, so that offsets stay what they are."""
    if text.isascii():
        return text.encode("ascii").translate(_ASCII_FOLD)
    return codecs.charmap_encode(text, _ERRORS, _PAGE_MAP)[0].translate(_PAGE_FOLD)


def is_word(character: str) -> bool:
    """True where a code point belongs to a word: letters, digits, marks, connectors; not the letters used as apostrophes."""
    return (character.isalnum() and character not in LETTER_APOSTROPHES) or unicodedata.category(character) in ("Mn", "Mc", "Me", "Pc")


_ALIKE = str.maketrans({**dict.fromkeys(APOSTROPHES, "'"), **dict.fromkeys(HYPHENS, "-"), "ё": "е", "Ё": "Е"})


# A grave or acute that NFC leaves beside a Cyrillic vowel is no letter but stress, as dictionaries and textbooks print it (Жана́узень).
_STRESS = "(?<=[аеиоуыэюяіїєәөүұАЕИОУЫЭЮЯІЇЄӘӨҮҰ])[\u0300\u0301]"


def alike(text: str) -> str:
    """The text with what is alike made equal: NFC, nothing invisible, no stress marks in Cyrillic, one apostrophe, one hyphen, е for ё.

    White space stays as it is.
    """
    if text.isascii():
        return text
    if not text.isprintable():
        text = "".join(character for character in text if unicodedata.category(character) != "Cf")
    return re.sub(_STRESS, "", unicodedata.normalize("NFC", text)).translate(_ALIKE)


def shape(text: str) -> str:
    """The text as two equal spellings share it: `alike`, and single spaces in it.

    White space with two line breaks or more does not become one space, so a name does not reach over a blank line.
    """
    text = alike(text)
    return text if text.isalnum() else re.sub(GAP, _gap, text)


def _gap(match: re.Match[str]) -> str:
    return match[1] or " "


TURKIC = frozenset({"tr", "az", "crh", "gag", "kk", "tt", "ba"})
"""Languages whose Latin alphabets pair i with İ and ı with I (Unicode SpecialCasing.txt for tr and az; the Kazakh alphabet of 2021)."""


def capitals(text: str, *, dotted: bool = False) -> str:
    """The text in capitals; `dotted` for the alphabets that pair i with İ. May be longer than `text` (ß, ŉ)."""
    return (text.replace("i", "İ") if dotted else text).upper()


def small(text: str, *, dotted: bool = False) -> str:
    """The text in small letters; `dotted` for the alphabets that pair İ with i and I with ı."""
    return (text.replace("İ", "i").replace("I", "ı") if dotted else text).lower()
