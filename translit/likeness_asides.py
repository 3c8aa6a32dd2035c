"""Words that stand beside a name and are no part of it: legal forms of companies, titles of persons, words for what kind of place it is.

Owns these words in the languages that our readers meet side by side (Russian, Ukrainian, Kazakh, English, some German), and what it is worth
that they are at odds: a JSC and an АО are one kind of company, a river and a lake are two places. Such a word is set aside only where
something of the name is left. Names may have words of this kind in them (Red Sea); then both names have it, and nothing is lost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Notes = list[tuple[str, str]]
"""What was done to words, see `likeness_words.Arranged`."""

LEGAL_FORMS_DIFFER = -3.0
"""What it is worth (logarithm of odds) that the legal forms are at odds."""
KINDS_DIFFER = -6.5
"""That the kinds of place are."""
KIND_MISSING = -2.0
"""That only one name says what kind of place it is: a town and its region often have one name."""


def _by_word(rows: Mapping[str, str]) -> dict[str, str]:
    return {word: kind for kind, words in rows.items() for word in words.split()}


LEGAL_FORMS = _by_word(
    {
        "limited": "ооо тоо жшс тов llc llp ltd limited gmbh sarl bv",
        "joint-stock": "ао оао зао пао ақ ат пат прат jsc ojsc cjsc pjsc plc ag sa inc corp co",
        "sole": "ип жк фоп",
        "state": "гуп рмк ргп мкк",
    }
)
"""Legal forms in small letters, wherever they stand in a name, and what kind of company each is."""

KINDS = _by_word(
    {
        "republic": "республика республики республике республикой республикасы республикасының республіка republic respublika respublikasy republik",
        "region": "область области областью обл облысы облысының облысында oblast oblast’ oblysy region gebiet",
        "district": "район района районе районом ауданы ауданының ауданында district raion rayon audany",
        "city": "город города городе городом місто қаласы қаласының қаласында city town gorod qalasy",
        "village": "село села селе деревня деревни посёлок поселок аул ауылы кенті village settlement auyly",
        "street": "улица улицы улице ул вулиця көшесі street ulitsa koshesi",
        "avenue": "проспект проспекта проспекте даңғылы avenue prospekt",
        "river": "река реки реке ріка өзені river reka ozeni",
        "lake": "озеро озера озере көлі lake ozero koli",
        "sea": "море моря теңізі sea more tenizi",
        "mountain": "гора горы mount mountain gora",
        "station": "станция станции станциясы станція station stantsiya",
    }
)
"""Words for kinds of places, where they are the first or the last word of a name."""
_OF = ("of",)

TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "professor",
        "president",
        "minister",
        "sir",
        "господин",
        "госпожа",
        "гражданин",
        "президент",
        "министр",
        "профессор",
        "доктор",
        "проф",
        "др",
        "мырза",
        "ханым",
        "пан",
        "пані",
        "herr",
        "frau",
    ]
)
"""Titles before the name of a person."""
_TITLES_OF_TWO = (("г", "н"), ("г", "жа"))
"""г-н and г-жа, whose hyphen is a space here."""
_ALL = frozenset((*LEGAL_FORMS, *KINDS, *TITLES, "г"))


def set_aside(left: Sequence[str], right: Sequence[str], notes: Notes) -> tuple[Sequence[str], Sequence[str], float]:
    """The words of both names without those that are no part of them, and what these are worth, a logarithm of odds."""
    if _ALL.isdisjoint(left) and _ALL.isdisjoint(right):
        return left, right, 0.0
    titles: list[str] = []
    forms: tuple[list[str], list[str]] = ([], [])
    kinds: tuple[list[str], list[str]] = ([], [])
    left, right = (_without_forms(_without_titles(words, titles), forms[side]) for side, words in enumerate((left, right)))
    bare = _without_kinds(left, kinds[0]), _without_kinds(right, kinds[1])
    if len(left) == len(right) and bool(kinds[0]) != bool(kinds[1]):
        kinds = [], []  # the other name may have the word as well, in other letters: Лысые Горы, Lysye Gory
    else:
        left, right = bare
    if titles:
        notes.append(("title", ", ".join(titles)))
    worth = _at_odds(*forms, LEGAL_FORMS, LEGAL_FORMS_DIFFER, ("legal form", "legal forms differ"), notes)
    worth += _at_odds(*kinds, KINDS, KINDS_DIFFER, ("kind", "kinds differ"), notes)
    if len(kinds[0]) != len(kinds[1]):
        worth += KIND_MISSING
    return left, right, worth


def _at_odds(left: list[str], right: list[str], table: Mapping[str, str], price: float, named: tuple[str, str], notes: Notes) -> float:
    """What it is worth that one name has these words set aside and the other those; and what is said of it."""
    differ = bool(left and right) and {table[word] for word in left}.isdisjoint(table[word] for word in right)
    if left or right:
        notes.append((named[differ], ", ".join(left + right)))
    return price if differ else 0.0


def _without_titles(words: Sequence[str], found: list[str]) -> Sequence[str]:
    """A name without titles at its beginning."""
    while len(words) > 1 and words[0] in TITLES:
        found.append(words[0])
        words = words[1:]
    if len(words) > len(_TITLES_OF_TWO) and tuple(words[:2]) in _TITLES_OF_TWO:
        found.append(" ".join(words[:2]))
        words = words[2:]
    return words


def _without_forms(words: Sequence[str], found: list[str]) -> Sequence[str]:
    """A name without legal forms."""
    rest = [word for word in words if word not in LEGAL_FORMS]
    if not rest or len(rest) == len(words):
        return words
    found += [word for word in words if word in LEGAL_FORMS]
    return rest


def _without_kinds(words: Sequence[str], found: list[str]) -> Sequence[str]:
    """A name without the word for the kind of place at its end or beginning, and without the `of` after that."""
    if len(words) > 1 and words[-1] in KINDS:
        found.append(words[-1])
        return words[:-1]
    if len(words) > 1 and words[0] in KINDS:
        found.append(words[0])
        rest = words[1:]
        return rest[1:] if len(rest) > 1 and rest[0] in _OF else rest
    return words
