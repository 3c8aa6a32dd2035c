"""Names of several words: which word of one name is which of the other, and what is missing, abbreviated or at odds.

Owns the order of words, initials, patronymics and legal forms; that two words are alike it asks. Of names with as many words, or where
every word of the shorter finds its like, the words are laid in one order and the rest left out, and it is told what was done; other names
are compared as they stand, a space being no more than a sign. What each of these is worth is a judgement, given here beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import permutations

from translit.values import value

ALIKE = 1.6
"""Cost for each grapheme (natural logarithms) up to which two words may be one."""
CLOSE = 0.8
"""And up to which words at the same place are taken for one without a look at the others."""
MOST = 5
"""Words of the longest names whose words are told apart; longer ones are compared as they stand."""
INITIAL_FITS, INITIAL_DIFFERS = 0.3, 3.0
"""What an initial costs beside a word that begins so, and beside one that does not."""

REORDERED = -0.3
"""What it is worth (logarithm of odds) that the words stand in another order."""
INITIALS = -2.5
"""That a name is there as an initial only."""
MORE_INITIALS = 1.0
"""That one more is, and fits as well: two initials that fit are less often chance than one."""
NO_PATRONYMIC = -2.0
"""That one name has a patronymic and the other has none."""
PARTICLE = -0.5
"""That one name has a particle (de, von, al) and the other has none, each."""
MISSING = -5.0
"""That another word is missing, each."""
PATRONYMICS_DIFFER = -8.0
"""That the patronymics, or the initials, are at odds: two persons."""
LEGAL_FORMS_DIFFER = -3.0
"""That the legal forms are at odds."""
NUMBERS_DIFFER, NUMBER_MISSING = -9.0, -4.0
"""That numbers are at odds (Aktau-1, Aktau-2), or that only one name has one."""
LETTERS_SWAPPED = -2.5
"""That two letters of a name, which are no graphemes by themselves, stand in each other's place (Yeltsin, Yelstin)."""

SWAPPED = 2
"""Letters that a swap concerns."""

_PATRONYMIC = re.compile(
    r".{2,}(?:[оеё]вич|ьич|[оеё]вна|ична|ұлы|улы|қызы|кызы|оглы|o[vw]i(?:ch|č|tsch|cz|c)|e[vw]i(?:ch|č|tsch|cz|c)|yevich|[oe][vw]na|ichna|"
    r"uly|uli|qyzy|kyzy|kizi|ogly|oglu|oğlu)"
)
LEGAL_FORMS = {
    "ооо": "limited", "тоо": "limited", "жшс": "limited", "llc": "limited", "llp": "limited", "ltd": "limited", "limited": "limited",
    "gmbh": "limited", "sarl": "limited", "тов": "limited", "bv": "limited",
    "ао": "joint-stock", "оао": "joint-stock", "зао": "joint-stock", "пао": "joint-stock", "ақ": "joint-stock", "jsc": "joint-stock",
    "ojsc": "joint-stock", "cjsc": "joint-stock", "pjsc": "joint-stock", "plc": "joint-stock", "ag": "joint-stock", "sa": "joint-stock",
    "inc": "joint-stock", "corp": "joint-stock", "co": "joint-stock", "пат": "joint-stock", "прат": "joint-stock", "ат": "joint-stock",
    "ип": "sole", "жк": "sole", "фоп": "sole",
    "гуп": "state", "рмк": "state", "ргп": "state", "мкк": "state",
}  # fmt: skip
"""Legal forms of companies in small letters, and what kind of company each is; a JSC is an АО, an LLP a ТОО."""

PARTICLES = frozenset("de da di do dos du des del della von zu zur van der den ten ter la le el al ad ar as ash at an af ibn bin bint ul uz аль эль ар ас аш ад ат ибн бин де фон ван дер да ди дю ла ле".split())  # fmt: skip  # noqa: SIM905
"""Particles of names in small letters."""


@value
class Arranged:
    """Two names with their words laid side by side."""

    left: tuple[str, ...]
    """Words of the one name that are compared, in its order."""
    right: tuple[str, ...]
    """Those of the other, in the order of the first."""
    worth: float
    """What was done to the words is worth, a logarithm of odds; 0 or less."""
    worst: float
    """The cost for each grapheme of the word that is least alike; 0 where words were not told apart."""
    notes: tuple[tuple[str, str], ...]
    """What was done: a key of `likeness_reasons.WORDS`, and the words it is about."""


def arrange(left: Sequence[str], right: Sequence[str], distance: Callable[[str, str], float]) -> Arranged:
    """Lay the words of two folded names side by side.

    `distance` says what the cheapest alignment of two words costs for each grapheme.
    """
    notes: list[tuple[str, str]] = []
    left, right, worth = _without_legal_forms(left, right, notes)
    worth += _numbers(left, right, notes)
    fixed = Arranged(tuple(left), tuple(right), worth, 0.0, tuple(notes))
    if not _told_apart(left, right):
        return fixed
    turned = len(left) > len(right)
    if (straight := _straight(left, right, distance)) is not None:
        return Arranged(tuple(left), tuple(right), worth, straight, tuple(notes))
    short, long = (right, left) if turned else (left, right)
    costs = [[_distance(one, other, distance) for other in long] for one in short]
    best = min(permutations(range(len(long)), len(short)), key=lambda order: (sum(costs[i][j] for i, j in enumerate(order)), order))
    worst = max(costs[i][j] for i, j in enumerate(best))
    rest = [word for place, word in enumerate(long) if place not in best]
    if rest and worst > ALIKE:
        return fixed  # words are parted elsewhere (Pai Aryk, Pay-A-Ryk), or it is another name
    pairs = [(short[i], long[j]) for i, j in enumerate(best)]
    ordered = sorted(best) == list(best)
    if not ordered and sum(costs[i][j] for i, j in enumerate(best)) + 1 > sum(costs[i][i] for i in range(len(short))) and not rest:
        pairs, ordered = list(zip(short, long, strict=True)), True  # an order that gains little is chance
        worst = max(costs[i][i] for i in range(len(short)))
    if not ordered:
        worth += REORDERED
        notes.append(("reordered", " ".join(long)))
    for word in rest:
        what, price = ("missing", MISSING)
        if word in PARTICLES:
            what, price = ("particle", PARTICLE)
        elif len(word) == 1 or _PATRONYMIC.fullmatch(word):
            what, price = ("no patronymic", NO_PATRONYMIC)
        worth += price
        notes.append((what, word))
    whole: list[tuple[str, str]] = []
    initials = 0
    for one, other in pairs:
        if (len(one) == 1) != (len(other) == 1):
            fits = _distance(one, other, distance) <= INITIAL_FITS
            worth += PATRONYMICS_DIFFER if not fits else MORE_INITIALS if initials else INITIALS
            initials += fits
            notes.append(("initial" if fits else "initials differ", f"{one}, {other}"))
        else:
            if _PATRONYMIC.fullmatch(one) and _PATRONYMIC.fullmatch(other) and distance(one, other) > ALIKE:
                worth += PATRONYMICS_DIFFER
                notes.append(("patronymics differ", f"{one}, {other}"))
            whole.append((one, other))
    if not whole:
        return fixed
    worst = max(distance(one, other) for one, other in whole)
    if turned:
        whole = [(other, one) for one, other in whole]
    return Arranged(tuple(one for one, _ in whole), tuple(other for _, other in whole), worth, worst, tuple(notes))


def _straight(left: Sequence[str], right: Sequence[str], distance: Callable[[str, str], float]) -> float | None:
    """The distance of the least alike words of names whose words stand for each other as they come; None for all others."""
    if len(left) != len(right):
        return None
    worst = max(map(distance, left, right))
    return worst if worst <= CLOSE else None


def asked_first(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The pairs of words whose distance `arrange` asks for first, each in alphabetical order: those that stand at the same place."""
    left, right, _ = _without_legal_forms(left, right, [])
    if _told_apart(left, right) and len(left) == len(right):
        for one, other in zip(left, right, strict=True):
            yield (one, other) if one <= other else (other, one)


def asked(left: Sequence[str], right: Sequence[str], distances: Mapping[tuple[str, str], float]) -> Iterator[tuple[str, str]]:
    """The pairs of words whose distance `arrange` may ask for as well, where it knows those asked for first."""
    first = list(asked_first(left, right))
    left, right, _ = _without_legal_forms(left, right, [])
    if not _told_apart(left, right) or (first and max(distances[pair] for pair in first) <= CLOSE):
        return
    for one in left:
        for other in right:
            yield (one, other) if one <= other else (other, one)
            if (len(one) == 1) != (len(other) == 1):
                x, y = one[0], other[0]
                yield (x, y) if x <= y else (y, x)


def _told_apart(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the words of two names are looked at one by one."""
    return min(len(left), len(right)) > 1 and max(len(left), len(right)) <= MOST


def _distance(one: str, other: str, distance: Callable[[str, str], float]) -> float:
    """The distance of two words, of which one may be an initial."""
    if (len(one) == 1) == (len(other) == 1):
        return distance(one, other)
    return INITIAL_FITS if distance(one[0], other[0]) <= ALIKE else INITIAL_DIFFERS


def unswapped(left: str, right: str) -> bool:
    """Whether two folded names are one but for two neighbouring letters in each other's place."""
    if len(left) != len(right) or left == right or (left[0] != right[0] and left[-1] != right[-1] and len(left) > SWAPPED):  # mostly
        return False
    places = [place for place, (one, other) in enumerate(zip(left, right, strict=True)) if one != other]
    first = places[0]
    return (
        places == [first, first + 1]
        and left[first] == right[first + 1]
        and left[first + 1] == right[first]
        and left[first : first + 2].isalpha()
    )


def letters_swapped(name: str) -> Arranged:
    """A name beside itself with two letters swapped."""
    words = tuple(name.split())
    return Arranged(words, words, LETTERS_SWAPPED, 0.0, (("letters swapped", ""),))


def _numbers(left: Sequence[str], right: Sequence[str], notes: list[tuple[str, str]]) -> float:
    """What the numbers in two names are worth."""
    if not any(map(str.isdigit, left)) and not any(map(str.isdigit, right)):
        return 0.0
    one, other = (sorted(word for word in words if word.isdigit()) for words in (left, right))
    if one == other:
        return 0.0
    notes.append(("numbers differ" if one and other else "number missing", ", ".join(one + other)))
    return NUMBERS_DIFFER if one and other else NUMBER_MISSING


def _without_legal_forms(
    left: Sequence[str], right: Sequence[str], notes: list[tuple[str, str]]
) -> tuple[Sequence[str], Sequence[str], float]:
    """Both names without legal forms, where something is left, and what that is worth."""
    if LEGAL_FORMS.keys().isdisjoint(left) and LEGAL_FORMS.keys().isdisjoint(right):
        return left, right, 0.0
    kept: list[Sequence[str]] = []
    found: list[list[str]] = []
    for words in (left, right):
        rest = [word for word in words if word not in LEGAL_FORMS]
        kept.append(rest or words)
        found.append([word for word in words if word in LEGAL_FORMS] if rest else [])
    one, other = ({LEGAL_FORMS[word] for word in words} for words in found)
    for words in found:
        notes.extend(("legal form", word) for word in words)
    differ = bool(one and other and not one & other)
    if differ:
        notes.append(("legal forms differ", ", ".join(words[0] for words in found)))
    return kept[0], kept[1], LEGAL_FORMS_DIFFER if differ else 0.0
