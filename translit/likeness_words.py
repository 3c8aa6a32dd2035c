"""Names of several words: which word of one name is which of the other, and what is missing, abbreviated or at odds.

Owns the order of words, initials, patronymics and legal forms; that two words are alike it asks. Of names with as many words, or where
every word of the shorter finds its like, the words are laid in one order and the rest left out, and it is told what was done; other names
are compared as they stand, a space being no more than a sign. What each of these is worth is a judgement, given here beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import permutations, starmap
from math import inf
from operator import getitem
from typing import NamedTuple

from translit.likeness_asides import set_aside
from translit.likeness_inside import Ended, Endings, inside

ALIKE = 1.6
"""Cost for each grapheme (natural logarithms) up to which two words may be one."""
ANOTHER = 2.9
"""And from which they are two, however alike the other words of their names are."""
CLOSE = 0.8
"""And up to which words at the same place are taken for one without a look at the others."""
BUT_FOR_ENDINGS = 1.2
"""And up to which two words are one but for their endings (Жомартом, Jomart is .9; Олега, Ольга 1.5)."""
MOST = 5
"""Words of the longest names whose words are told apart; longer ones are compared as they stand."""
INITIAL_FITS, INITIAL_DIFFERS = 0.3, 3.0
"""What an initial costs beside a word that begins so, and beside one that does not."""

REORDERED = -0.3
"""What it is worth (logarithm of odds) that the words stand in another order."""
INITIALS = -2.5
"""That a name is there as an initial only."""
MORE_INITIALS = 0.5
"""That one more is, and fits as well: two initials that fit are less often chance than one, but never make two names the same for sure."""
NO_PATRONYMIC = -2.0
"""That one name has a patronymic and the other has none."""
PARTICLE = -0.5
"""That one name has a particle (de, von, al) and the other has none, each."""
MISSING = -5.0
"""That another word is missing, each."""
WORD_DIFFERS = -5.0
"""That another word is none of those of the other name."""
PATRONYMICS_DIFFER = -8.0
"""That the patronymics, or the initials, are at odds: two persons."""
NUMBERS_DIFFER, NUMBER_MISSING = -9.0, -4.0
"""That numbers are at odds (Aktau-1, Aktau-2), or that only one name has one."""
LETTERS_SWAPPED = -2.5
"""That two letters of a name, which are no graphemes by themselves, stand in each other's place (Yeltsin, Yelstin)."""

SWAPPED = 2
"""Letters that a swap concerns."""

_PATRONYMIC = re.compile(
    r".{2,}(?:(?:[оеё]в|ь)ич(?:[ауе]|[ео]м)?|(?:[оеё]в|ич)н(?:[аыеу]|о[йю])|ұлы|улы|қызы|кызы|оглы|o[vw]i(?:ch|č|tsch|cz|c)|e[vw]i(?:ch|č|tsch|cz|c)|yevich|[oe][vw]na|ichna|"
    r"uly|uli|qyzy|kyzy|kizi|ogly|oglu|oğlu)"
)
_INITIALS = frozenset(("zh", "sh", "ch", "kh", "ts", "gh", "shch", "sch", "dzh", "tsch"))
"""Initials of more letters than one."""

PARTICLES = frozenset("de da di do dos du des del della von zu zur van der den ten ter la le el al ad ar as ash at an af ibn bin bint ul uz аль эль ар ас аш ад ат ибн бин де фон ван дер да ди дю ла ле".split())  # fmt: skip  # noqa: SIM905
"""Particles of names in small letters."""


class Arranged(NamedTuple):
    """Two names with their words laid side by side."""

    left: tuple[str, ...]
    """Words of the one name that are compared, in its order."""
    right: tuple[str, ...]
    """Those of the other, in the order of the first."""
    worth: float
    """What was done to the words is worth, a logarithm of odds; 0 or less."""
    notes: tuple[tuple[str, str], ...]
    """What was done: a key of `likeness_reasons.WORDS`, and the words it is about."""


class Words(NamedTuple):
    """The words of two folded names that are compared."""

    left: Sequence[str]
    """Those of the one name, without legal forms."""
    right: Sequence[str]
    """Those of the other."""
    worth: float
    """What legal forms and numbers are worth, a logarithm of odds; 0 or less."""
    notes: tuple[tuple[str, str], ...]
    """What was found about them, as in `Arranged`."""
    told_apart: bool
    """Whether the words are looked at one by one."""


def words_of(one: str, other: str) -> Words:
    """The words of two folded names."""
    notes: list[tuple[str, str]] = []
    left, right, worth = set_aside(one.split(), other.split(), notes)
    few, many = (left, right) if len(left) < len(right) else (right, left)
    told_apart = len(many) <= MOST and (len(few) > 1 or (len(many) > 1 and all(map(_may_be_missing, sorted(many, key=len)[:-1]))))
    return Words(left, right, worth + _numbers(left, right, notes), tuple(notes), told_apart)


def _may_be_missing(word: str) -> bool:
    """Whether a name of one word more may be another's without it: an initial, a particle."""
    return is_initial(word) or word in PARTICLES


def arrange(words: Words, distance: Callable[[str, str], float], endings: Endings) -> Arranged:
    """Lay the words of two folded names side by side, without the endings that words before the last have in a case.

    `distance` says what the cheapest alignment of two words costs for each grapheme, `endings` what it leaves out; they are asked what
    `asked_first` and `asked` foretell.
    """
    if not words.told_apart:
        return _as_they_stand(words)

    def alike(one: str, other: str) -> Ended | None:
        """Endings of words that are one but for them: Ольга is no case of Олег."""
        return endings(one, other) if distance(one, other) <= BUT_FOR_ENDINGS else None

    if worst_of(words, distance) <= CLOSE:
        return _declined(list(zip(words.left, words.right, strict=True)), words.worth, words.notes, alike)
    worth, notes = words.worth, list(words.notes)
    short, long, turned = _by_length(words)
    costs = [[_distance(one, other, distance) for other in long] for one in short]

    def total(order: Sequence[int]) -> float:
        return sum(map(getitem, costs, order))

    straight = range(len(short))
    best = min(permutations(range(len(long)), len(short)), key=total)
    rest = [word for place, word in enumerate(long) if place not in best]
    if rest and max(map(getitem, costs, best)) > (ALIKE if len(short) > 1 else CLOSE):
        return _as_they_stand(words)  # words are parted elsewhere (Pai Aryk, Pay-A-Ryk), or it is another name
    if not rest and total(best) + 1 > total(straight):
        best = straight  # an order that gains little is chance
    pairs = [(short[i], long[j]) for i, j in enumerate(best)]
    if sorted(best) != list(best):
        worth += REORDERED
        notes.append(("reordered", " ".join(long)))
    for word in rest:
        what, price = ("missing", MISSING)
        if word in PARTICLES:
            what, price = ("particle", PARTICLE)
        elif is_initial(word):
            what, price = ("initial missing", NO_PATRONYMIC)
        elif _PATRONYMIC.fullmatch(word):
            what, price = ("no patronymic", NO_PATRONYMIC)
        worth += price
        notes.append((what, word))
    whole: list[tuple[str, str]] = []
    initials = 0
    for one, other in pairs:
        if is_initial(one) != is_initial(other):
            fits = _distance(one, other, distance) <= INITIAL_FITS
            worth += PATRONYMICS_DIFFER if not fits else MORE_INITIALS if initials else INITIALS
            initials += fits
            notes.append(("initial" if fits else "initials differ", f"{one}, {other}"))
        else:
            apart = distance(one, other)
            if apart > ALIKE and _PATRONYMIC.fullmatch(one) and _PATRONYMIC.fullmatch(other):
                worth += PATRONYMICS_DIFFER
                notes.append(("patronymics differ", f"{one}, {other}"))
            elif apart > ANOTHER:
                worth += WORD_DIFFERS
                notes.append(("word differs", f"{one}, {other}"))
            whole.append((one, other))
    if not whole:
        return _as_they_stand(words)
    return _declined(whole, worth, notes, alike, turned=turned)


def _declined(
    pairs: Sequence[tuple[str, str]], worth: float, notes: Iterable[tuple[str, str]], endings: Endings, *, turned: bool = False
) -> Arranged:
    """Pairs of words without the endings inside their names; turned where the second of each is the first name's."""
    pairs, price, left_out = inside(pairs, endings)
    told = [(what, ", ".join(reversed(pair) if turned else pair) if any(pair) else "") for what, pair in left_out]
    one, other = zip(*pairs, strict=True)
    if turned:
        one, other = other, one
    return Arranged(one, other, worth + price, (*notes, *told))


def _as_they_stand(words: Words) -> Arranged:
    """Names whose words are in the order in which they are compared."""
    return Arranged(tuple(words.left), tuple(words.right), words.worth, words.notes)


def left_out(words: Words, distance: Callable[[str, str], float]) -> tuple[tuple[str, str], ...]:
    """What to say of a name of one word that is one of several of the other, besides what is said of them: the others are missing.

    It makes no difference to what such names are worth, for they are compared as they stand.
    """
    short, long, _ = _by_length(words)
    if words.told_apart or len(short) > 1 or not 1 < len(long) <= MOST:
        return ()
    nearest = min(long, key=lambda word: distance(short[0], word))
    rest = [word for word in long if word != nearest]
    return (("missing", " ".join(rest)),) if rest and distance(short[0], nearest) <= CLOSE else ()


def worst_of(words: Words, distance: Callable[[str, str], float]) -> float:
    """The distance of the least alike words of names that are taken to stand for each other as they come; endless where they cannot."""
    return max(starmap(distance, asked_first(words)), default=inf)


def asked_first(words: Words) -> Iterable[tuple[str, str]]:
    """The pairs of words whose distance `arrange` asks for first: those that stand at the same place."""
    return zip(words.left, words.right, strict=True) if words.told_apart and len(words.left) == len(words.right) else ()


def asked(words: Words) -> Iterator[tuple[str, str]]:
    """The pairs of words whose distance `arrange` asks for where those at the same place are not alike, or are not as many."""
    if words.told_apart:
        short, long, _ = _by_length(words)
        for one in short:
            for other in long:
                yield (one, other) if is_initial(one) == is_initial(other) else _firsts(one, other)


def _by_length(words: Words) -> tuple[Sequence[str], Sequence[str], bool]:
    """The words of the name that has fewer, those of the other, and whether the first name is the other; of as many the first name is first."""
    turned = len(words.left) > len(words.right)
    return (words.right, words.left, True) if turned else (words.left, words.right, False)


def _distance(one: str, other: str, distance: Callable[[str, str], float]) -> float:
    """The distance of two words, of which one may be an initial."""
    if is_initial(one) == is_initial(other):
        return distance(one, other)
    return INITIAL_FITS if distance(*_firsts(one, other)) <= ALIKE else INITIAL_DIFFERS


def is_initial(word: str) -> bool:
    """Whether a folded word is there as its first letter only: N., Ж., Zh."""
    return word in _INITIALS or (len(word) == 1 and word.isalpha())


def _firsts(one: str, other: str) -> tuple[str, str]:
    """The beginnings of an initial and a word, or of a word and an initial, that must be alike: of Zh. and Zhanat zh, of Zh. and Жанат ж."""
    if is_initial(one):
        return one, one if other.startswith(one) else other[0]
    return other if one.startswith(other) else one[0], other


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
    return Arranged(words, words, LETTERS_SWAPPED, (("letters swapped", ""),))


def _numbers(left: Sequence[str], right: Sequence[str], notes: list[tuple[str, str]]) -> float:
    """What the numbers in two names are worth."""
    if not any(map(str.isdigit, left)) and not any(map(str.isdigit, right)):
        return 0.0
    one, other = (sorted(word for word in words if word.isdigit()) for words in (left, right))
    if one == other:
        return 0.0
    notes.append(("numbers differ" if one and other else "number missing", ", ".join(one + other)))
    return NUMBERS_DIFFER if one and other else NUMBER_MISSING
