"""Words to values: what the readers of TOML and of tables share.

Owns the spellings a file may use for the model's vocabulary (statuses, types, languages, dates) and the
checks of one value. Each function raises `GlossaryError` at the `Place` it is given.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from glossary.model import KINDS, CaseRule, Status, TermType
from glossary.reading import Place
from translit.message import Message

LONGEST_NAME = 500
"""Code points beyond which a name is taken for a broken quotation mark."""

STATUSES: dict[str, tuple[Status, bool]] = {
    "preferred": (Status.PREFERRED, False),
    "admitted": (Status.ADMITTED, False),
    "deprecated": (Status.DEPRECATED, False),
    "superseded": (Status.SUPERSEDED, False),
    "misspelling": (Status.DEPRECATED, True),
    # The picklist of TBX-Basic, administrativeStatus.
    "preferredterm-admn-sts": (Status.PREFERRED, False),
    "admittedterm-admn-sts": (Status.ADMITTED, False),
    "deprecatedterm-admn-sts": (Status.DEPRECATED, False),
    "supersededterm-admn-sts": (Status.SUPERSEDED, False),
    "former": (Status.SUPERSEDED, False),
    "предпочтительный": (Status.PREFERRED, False),
    "допустимый": (Status.ADMITTED, False),
    "нежелательный": (Status.DEPRECATED, False),
    "устаревший": (Status.SUPERSEDED, False),
    "прежний": (Status.SUPERSEDED, False),
    "опечатка": (Status.DEPRECATED, True),
    "ошибка": (Status.DEPRECATED, True),
}
"""What a file may call a status, and whether it marks a misspelling."""

LANGUAGES = {
    "english": "en", "английский": "en", "eng": "en",
    "russian": "ru", "русский": "ru", "rus": "ru",
    "kazakh": "kk", "казахский": "kk", "қазақша": "kk", "kaz": "kk",
}  # fmt: skip
"""Names people write where a language subtag belongs."""

_TRUE = ("yes", "true", "1", "x", "✓", "weak", "да", "слабое", "иә")
_FALSE = ("no", "false", "0", "strong", "нет", "сильное", "жоқ")
_SCRIPTS = {
    "LATIN": "Latn",
    "CYRILLIC": "Cyrl",
    "ARABIC": "Arab",
    "GREEK": "Grek",
    "HEBREW": "Hebr",
    "ARMENIAN": "Armn",
    "GEORGIAN": "Geor",
    "CJK": "Hani",
}
_KAZAKH_LETTERS = frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
_UKRAINIAN_LETTERS = frozenset("їєґЇЄҐ")
_LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")
_SCRIPT_CODE = re.compile(r"[A-Z][a-z]{3}")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_JOINERS = "\u200c\u200d"  # ZWNJ and ZWJ spell words in Persian and Indic names; every other format character is invisible rubbish.

Word = TypeVar("Word", bound=StrEnum)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like this one; None where nothing is near (ratio of `difflib` under 0.7)."""
    import difflib

    return next(iter(difflib.get_close_matches(word.casefold(), list(known), n=1, cutoff=0.7)), None)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A remedy for an unknown word: the nearest known one, and the whole list."""
    words = list(known)
    near = nearest(word, words)
    listed = Message("write one of {words}", words=", ".join(words))
    return listed if near is None else Message("did you mean “{near}”? {listed}", near=near, listed=listed)


def name(text: str, place: Place, what: str = "name") -> str:
    """A name in NFC, white space collapsed to single spaces.

    Raises:
        GlossaryError: where nothing is left, a character is invisible or it is longer than `LONGEST_NAME` code points.
    """
    clean = " ".join(text.split())
    if not clean:
        raise place.fault(Message("the {what} is empty", what=Message.of(what)), "write it, or remove the line")
    if clean.isascii() and clean.isprintable() and len(clean) <= LONGEST_NAME:
        return clean
    clean = unicodedata.normalize("NFC", clean)
    if len(clean) > LONGEST_NAME:
        raise place.fault(
            Message("the {what} “{clean}…” is longer than {most} characters", what=Message.of(what), clean=clean[:30], most=LONGEST_NAME),
            "look for a missing quotation mark",
        )
    for character in clean:
        if unicodedata.category(character) in ("Cc", "Cf", "Co", "Cn", "Cs") and character not in _JOINERS:
            visible = "".join(c if c.isprintable() else "�" for c in clean)
            raise place.fault(
                Message(
                    "the {what} “{visible}” holds the invisible character U+{code:04X}",
                    what=Message.of(what),
                    visible=visible,
                    code=ord(character),
                ),
                "remove it",
            )
    return clean


def status(word: str, place: Place) -> tuple[Status, bool]:
    """A status, and whether it marks a misspelling."""
    found = STATUSES.get(word.strip().casefold())
    if found is None:
        known = ("preferred", "admitted", "deprecated", "superseded", "misspelling")
        raise place.fault(Message("unknown status “{word}”", word=word.strip()), did_you_mean(word.strip(), known))
    return found


def word_of(vocabulary: type[Word], word: str, place: Place, what: str) -> Word:
    """A value of one of the model's enumerations."""
    try:
        return vocabulary(word.strip().casefold())
    except ValueError:
        raise place.fault(
            Message("unknown {what} “{word}”", what=Message.of(what), word=word.strip()),
            did_you_mean(word.strip(), [str(value) for value in vocabulary]),
        ) from None


def term_type(word: str, place: Place) -> TermType:
    """A term's type."""
    return word_of(TermType, word, place, "type")


def case_rule(word: str, place: Place) -> CaseRule:
    """A term's case rule."""
    return word_of(CaseRule, word, place, "case rule")


def truth(word: str, place: Place, what: str) -> bool:
    """Yes or no, in the words of a few languages."""
    found = word.strip().casefold()
    if found not in (*_TRUE, *_FALSE):
        raise place.fault(
            Message("“{word}” does not say whether the term is {what}", word=word.strip(), what=Message.of(what)), "write yes or no"
        )
    return found in _TRUE


def kind(word: str, place: Place) -> str:
    """A concept's kind."""
    found = word.strip().casefold()
    if found not in KINDS:
        raise place.fault(Message("unknown kind “{word}”", word=word.strip()), did_you_mean(word.strip(), KINDS))
    return found


def language(word: str, place: Place) -> str:
    """A BCP 47 language tag in lower case; the names of a few languages are understood."""
    found = word.strip().casefold().replace("_", "-")
    found = LANGUAGES.get(found, found)
    if not _LANGUAGE_TAG.fullmatch(found):
        raise place.fault(Message("“{word}” is no language", word=word.strip()), "write a language tag such as en, ru or kk")
    return found


def script(word: str, place: Place) -> str:
    """An ISO 15924 code."""
    found = word.strip().title()
    if not _SCRIPT_CODE.fullmatch(found):
        raise place.fault(Message("“{word}” is no script", word=word.strip()), "write a code such as Latn, Cyrl or Arab, or leave it empty")
    return found


_CYRILLIC = re.compile(r"[\W\d_]*+[\u0400-\u0481\u048a-\u052f](?:[\u0400-\u0481\u048a-\u052f]|[\W\d_])*+")
"""A text whose letters are all of the block Cyrillic or Cyrillic Supplement: the usual case, without asking for the name of each."""


def script_of(text: str) -> str:
    """The ISO 15924 code of the script most letters of the text are in, of as many the one that is not Latin (email-адрес); Zyyy where there are none."""
    if text.isascii():
        return "Latn" if any(map(str.isalpha, text)) else "Zyyy"
    if _CYRILLIC.fullmatch(text):
        return "Cyrl"
    counts: dict[str, int] = {}
    for character in text:
        if character.isalpha():
            code = _SCRIPTS.get(unicodedata.name(character, "?").split(" ", 1)[0].split("-", 1)[0], "Zyyy")
            counts[code] = counts.get(code, 0) + 1
    return max(counts, key=lambda code: (counts[code], code != "Latn"), default="Zyyy")


def language_of(text: str, place: Place) -> str:
    """The language assumed where a file names none: English for Latin letters, Kazakh, Ukrainian or Russian by their letters for Cyrillic.

    Raises:
        GlossaryError: for any other script, where nothing can be assumed.
    """
    code = script_of(text)
    if code == "Latn":
        return "en"
    if code == "Cyrl":
        letters = frozenset(text)
        return "uk" if letters & _UKRAINIAN_LETTERS else "kk" if letters & _KAZAKH_LETTERS else "ru"
    raise place.fault(Message("“{text}” does not show its language", text=text), "add a column `language` with a tag such as en, ru or kk")


def day(word: str, place: Place) -> str:
    """A date of ISO 8601, at reduced precision where no more is known."""
    found = _DATE.fullmatch(word.strip())
    if found is not None:
        year, month, day_ = found.groups()
        try:
            date(int(year), int(month or 1), int(day_ or 1))
        except ValueError:
            pass
        else:
            return word.strip()
    raise place.fault(Message("“{word}” is no date", word=word.strip()), "write 1964, 1964-10 or 1964-10-21")


def several(cell: str, separators: str = ";") -> tuple[str, ...]:
    """The parts of a cell that holds a list, stripped, empty ones left out."""
    if not cell:
        return ()
    for separator in separators[1:]:
        cell = cell.replace(separator, separators[0])
    return tuple(part for part in (" ".join(piece.split()) for piece in cell.split(separators[0])) if part)
