"""The names of an original that a translation need not answer: parts of other names, ids, currencies, adjectives.

New Mexico is not in Mexico, Île de France is an island of its own name, Asia/Tashkent is what a program calls a zone. Pure functions of a
text and a place in it, in code points; knows no translation but where a currency is asked for.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glossary.findings import Occurrence

_REACH = 24
"""Code points around a name that are looked at."""
_OTHER_PLACE = re.compile(
    r"\b(?:New|British|Британск(?:ая|ой|ую)|Нов(?:ая|ой|ую)|Greater|Lesser|(?:[Ss]tate|[Dd]istrict|[Pp]rovince|Port) of|[Шш]тат(?:[аеу]|ом)?|[Оо]круг(?:[аеу]|ом)?|d[eou]|del|della|della|da|di)\s$"
)
"""What stands before the name of one place in the name of another: the State of Georgia, округ Колумбия, Fort de France."""
_LANGUAGE_BEHIND = re.compile(r"\s(?:English|Spanish|Portuguese|French|German|Russian|Arabic|Chinese|Kazakh)\b")
"""What stands behind a country in the name of its kind of a language: US English."""
_OTHER_PLACE_BEHIND = re.compile(r"\s(?:City\b|(?:[Оо]круг|[Шш]тат)[іы])")
_DEEP = re.compile(r"\w/[\w ]{1,24}/$")
"""Before the last part of a path, which the parts before it tell: America/Indiana/Petersburg."""
_COMPASS = re.compile(
    r"\b(?:(?:North|South)(?:-?[Ee]ast|-?[Ww]est)?(?:ern)?|(?:East|West)(?:ern)?|Central|Middle)\s$"
    r"|\b(?:Северо-|Юго-)?(?:Северн|Южн|[Вв]осточн|[Зз]ападн|Центральн)(?:ый|ая|ое|ого|ой|ом|ому|ую)\s$|\b(?:Солтүстік|Оңтүстік|Шығыс|Батыс|Орталық)\s$",
)
_POSTCODE = re.compile(r"\b[A-Z]{2},? {1,2}\d{5}(?:-\d{4})?,?\s{1,2}$")
_EXAMPLE = re.compile(r"(?:\b[Ee]\. ?g\.|\b[Ff]or example|\bExample:|\b[Нн]апример|\b[Мм]ысалы)[,:]? [^.;:()!?\n]*$")
_SYNONYMS = 3
"""Semicolons from which on words are a list for a search."""
_LIST_BEFORE = re.compile(r"[^\W\d_][,|;]")
_LIST_BEHIND = re.compile(r"\Z|[,|;][^\W\d_]")
_ATTRIBUTE = re.compile(r" (?!(?:and|or|in|on|at|of|for|to|by|from|with|who|that|which|is|was|are|were|has|had|will|as|but|than)\b)[a-z(]")
"""A word in small letters that is no small word: what an attribute stands before (Muslim faith)."""
_MONEY = re.compile(r"\b(?:долл\.?|доллар\w*|фунт\w*|рубл\w*|франк\w*|песо|крон\w*)\s$")
_MONEY_BEHIND = re.compile(r"\s(?:dollar|pound|rouble|ruble|franc|peso|kron|доллар|фунт|рубл|франк|песо)")
_CURRENCY = re.compile(r"\b(?:dollar|pound|rouble|ruble|franc|peso|kron|доллар|долл\b|фунт|рубл|франк|песо|крон)")

_OWN_MONEY = re.compile(
    r"\b(?:afghani|baht|dong|forint|hryvnia|kina|kwacha|lari|lek|leone|loti|markka|pula|ringgit|rupiah|taka|tenge|złoty|zloty"
    r"|афгани|бат|донг|форинт|гривн|кина|квач|лари|лек|леоне|лоти|марка|пула|ринггит|рупи|така|тенге|теңге|злот)\w{0,3}\b"
)
"""Currencies of one country, which say whose they are: the Indonesian rupiah."""


def is_of_address(text: str, start: int) -> bool:
    """Whether a country ends a postal address in the American way: Boston, MA 02110, USA. Translations of licences give another."""
    return _POSTCODE.search(text[max(0, start - _REACH) : start]) is not None


def is_region(text: str, start: int) -> bool:
    """Whether a part of a country is spoken of, which may have a name of its own there: Northern Denmark, Северная Ютландия."""
    return _COMPASS.search(text[max(0, start - _REACH) : start]) is not None


def is_example(text: str, start: int) -> bool:
    """Whether a name is but an example, in the place of which a translator may put one of his own: e.g. Vaiaku, Tuvalu."""
    return _EXAMPLE.search(text[max(0, start - 2 * _REACH) : start]) is not None


def is_of_synonyms(text: str, said: str) -> bool:
    """Whether a text is a list of words for a search (gallon;gallons;gal), which each language makes for itself."""
    return text.count(";") >= _SYNONYMS and text.count(";") != said.count(";") and "; " not in text


def is_of_other_place(text: str, start: int, end: int) -> bool:
    """Whether a name is but a part of another place's name."""
    return bool(
        text[start - 1 : start] in ("-", "‑")  # the tail of a compound: Île-de-France
        or _OTHER_PLACE.search(text[max(0, start - _REACH) : start])
        or _DEEP.search(text[max(0, start - 2 * _REACH) : start])
        or _OTHER_PLACE_BEHIND.match(text[end : end + _REACH])
        or _LANGUAGE_BEHIND.match(text[end : end + _REACH])
    )


def is_of_list(text: str, start: int, end: int) -> bool:
    """Whether a word stands in a list for a machine, without spaces: Munir,Muslim,Musa or Rana|Rim|Ruba."""
    if start == 0 and end == len(text):
        return False
    return (start == 0 or _LIST_BEFORE.fullmatch(text, start - 2, start) is not None) and _LIST_BEHIND.match(text, end) is not None


def is_attribute(text: str, end: int) -> bool:
    """Whether an English name stands before a common noun, so that an adjective answers it: the Muslim faith, a Bolshevik revolution."""
    return _ATTRIBUTE.match(text, end) is not None


def is_of_money(text: str, one: Occurrence, said: str) -> bool:
    """Whether a name says whose money it is and the translation has the currency without it: 5 долларов США, $5 or 5 dollars."""
    near = _MONEY.search(text[max(0, one.start - _REACH) : one.start].lower()) or _MONEY_BEHIND.match(
        text[one.end : one.end + _REACH].lower()
    )
    behind = _OWN_MONEY.search(text[one.end : one.end + _REACH].lower())
    if behind is not None and _OWN_MONEY.search(said.lower()) is not None:
        return True
    return near is not None and (any(unicodedata.category(letter) == "Sc" for letter in said) or _CURRENCY.search(said.lower()) is not None)
