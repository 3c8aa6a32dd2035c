"""What belongs to a group of spellings without being like it: a surname, initials, a look-alike that stands alone.

Owns these three kinds of evidence, each a function from groups to *joins*. What is known otherwise (a glossary, decisions) is asked of the
caller.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from glossary.discover_abbreviations import by_syllables, initials, inner_capitals, letters_of
from glossary.discover_links import Pair
from glossary.discover_model import Standing
from glossary.discover_name import Name
from glossary.discover_runs import is_acronym
from translit.message import Message
from translit.values import value

PERHAPS = 0.36
"""Mean likeness to a group from which rarer spellings are shown beside it, as doubtful."""
_LIKE_ONE = 0.5
"""Likeness to the nearest spelling of that group, from which it is rather the name than not."""
_MOST = 3
"""Spellings of a group that may be shown beside another."""
_NEAREST = 0.25
"""How much the likeness to the nearest spelling of a group must be above that."""
_AN_ENDING = 0.5
"""What a grammatical ending counts as likeness."""
_MANY_INITIALS = 4
"""Letters of an abbreviation from which the initials of a name of several words are no chance."""
_FEWEST_INITIALS = 3
"""Letters of the shortest abbreviation that is compared with initials."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """Spellings in groups."""

    names: Sequence[Name]
    """The spellings, by their places."""
    place: Mapping[str, int]
    """Spelling → its place."""
    groups: Sequence[Sequence[int]]
    """The groups, by their numbers: places."""
    of: Mapping[int, int]
    """Place → the number of its group."""
    chances: Mapping[Pair, float]
    """What the groups rest on."""
    endings: Sequence[Pair]
    """Places of names and of the same names with a grammatical ending."""

    def count(self, number: int) -> int:
        """How often the spellings of a group stand in the texts."""
        return sum(self.names[place].count for place in self.groups[number])


@value
class Join:
    """One group that belongs to another."""

    into: int
    """The number of the other."""
    standing: Standing
    """How sure."""
    reason: Message | None = None
    """Why; None where likeness says it."""


def joins_of(grouping: Grouping, label: Callable[[int], str], may: Callable[[int, int], bool]) -> dict[int, Join]:
    """The groups that belong to another; a surname before initials before a look-alike.

    Args:
        grouping: the groups.
        label: what a group is called, by its number.
        may: whether nothing that is known parts two groups.
    """
    joins: dict[int, Join] = {}
    for number, into in _surnames(grouping).items():
        joins[number] = Join(into, Standing.SURE, Message("the last word of “{name}”, and of no other full name", name=label(into)))
    for number, join in _initials(grouping, label).items():
        joins.setdefault(number, join)
    taking = {join.into for join in joins.values()}
    for number, into in _look_alikes(grouping, may).items():
        if into not in joins and number not in taking:
            joins.setdefault(number, Join(into, Standing.DOUBTFUL))
    return joins


def _surnames(grouping: Grouping) -> dict[int, int]:
    """Words that are the last of one full name, in all its spellings, and of no other."""
    owners: dict[int, set[int]] = {}
    persons: set[int] = set()
    for place, name in enumerate(grouping.names):
        surname = grouping.place.get(name.parts[-1]) if len(name.parts) > 1 else None
        if surname is not None and grouping.names[surname].alone:
            number = grouping.of[surname]
            owners.setdefault(number, set()).add(grouping.of[place])
            if _is_person(name, grouping):
                persons.add(number)
    return {number: next(iter(owners[number])) for number in persons if len(owners[number]) == 1 and number not in owners[number]}


def _is_person(name: Name, grouping: Grouping) -> bool:
    """Whether a name of two or three words is built as a person's: nothing but proper words, of which the first stands nowhere alone."""
    if not 2 <= len(name.parts) <= 3 or len(name.text.split()) != len(name.parts) or any(is_acronym(part) for part in name.parts):
        return False
    given = name.parts[0]
    if given.endswith("."):
        return True
    return given in grouping.place and not grouping.names[grouping.place[given]].alone and given.casefold() not in _DIRECTIONS


_DIRECTIONS = frozenset(
    (
        *("north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "new", "old", "great", "greater"),
        *("upper", "lower", "inner", "outer", "middle", "saint"),
    )
)
"""First words of places: the rest of their name alone is another place."""


def _initials(grouping: Grouping, label: Callable[[int], str]) -> dict[int, Join]:
    """Abbreviations that stand for the one name whose initials, inner capitals or syllables they are."""
    long = _Long(grouping)
    found: dict[int, Join] = {}
    for place, name in enumerate(grouping.names):
        number = grouping.of[place]
        if not name.acronym or any(not grouping.names[other].acronym for other in grouping.groups[number]):
            continue
        letters = letters_of(name.text)
        standing = Standing.SURE if len(letters) >= _MANY_INITIALS else Standing.DOUBTFUL
        if (into := _only(long.initials.get(letters, set()))) is not None and len(letters) >= _FEWEST_INITIALS:
            if standing is Standing.DOUBTFUL and not _share_a_document(name, into, grouping):
                continue
            found[number] = Join(into, standing, Message("the initials of “{name}”", name=label(into)))
        elif (into := _only(long.with_capitals(name, letters))) is not None and len(letters) >= _FEWEST_INITIALS:
            found[number] = Join(into, Standing.DOUBTFUL, Message("the capitals of “{name}”", name=label(into)))
        elif (into := _only(long.drawn(name))) is not None:
            found[number] = Join(into, Standing.DOUBTFUL, Message("drawn from “{name}”", name=label(into)))
    return found


def _share_a_document(name: Name, number: int, grouping: Grouping) -> bool:
    """Whether a name stands in a document that has a spelling of a group; three letters alone are everybody's initials."""
    return any(name.counts.keys() & grouping.names[place].counts.keys() for place in grouping.groups[number])


def _only(groups: set[int]) -> int | None:
    return next(iter(groups)) if len(groups) == 1 else None


class _Long:
    """The names that abbreviations may stand for, by their letters."""

    def __init__(self, grouping: Grouping) -> None:
        self.initials: dict[str, set[int]] = {}
        self._capitals: dict[str, list[tuple[Name, int]]] = {}
        self._words: list[tuple[Name, int]] = []
        for place, name in enumerate(grouping.names):
            number = grouping.of[place]
            if name.acronym:
                continue
            if len(name.parts) > 2:
                self.initials.setdefault(initials(name.text), set()).add(number)
            elif len(name.parts) == 1 and name.count:
                if capitals := inner_capitals(name.text):
                    self._capitals.setdefault(capitals, []).append((name, number))
                self._words.append((name, number))

    def with_capitals(self, short: Name, letters: str) -> set[int]:
        """The groups of single words whose capitals are those letters."""
        return {number for name, number in self._capitals.get(letters, ()) if _may_stand_for(short, name)}

    def drawn(self, short: Name) -> set[int]:
        """The groups of single words that an abbreviation may be drawn from."""
        return {number for name, number in self._words if by_syllables(short.text, name.text) and _may_stand_for(short, name)}


def _may_stand_for(short: Name, long: Name) -> bool:
    """Whether a document has both; a word that is far rarer than the abbreviation is not what it stands for."""
    return 2 * long.count >= short.count and bool(short.counts.keys() & long.counts.keys())


def _look_alikes(grouping: Grouping, may: Callable[[int, int], bool]) -> dict[int, int]:
    """Spellings, alone or a few together, that are like a group of more weight, yet not enough to be joined to it."""
    sums: dict[tuple[int, int], float] = {}
    nearest: dict[tuple[int, int], float] = {}
    for (one, other), chance in grouping.chances.items():
        left, right = grouping.of[one], grouping.of[other]
        if left != right:
            sums[left, right] = sums[right, left] = sums.get((left, right), 0.0) + chance
            nearest[left, right] = nearest[right, left] = max(nearest.get((left, right), 0.0), chance)
    endings = {(grouping.of[longer], grouping.of[name]) for name, longer in grouping.endings if grouping.of[longer] != grouping.of[name]}
    best: dict[int, tuple[float, int]] = {}
    for number, into in sums.keys() | endings:
        ours, theirs = grouping.groups[number], grouping.groups[into]
        mean = sums.get((number, into), 0.0) / (len(ours) * len(theirs))
        chance = max(mean, nearest.get((number, into), 0.0) - _NEAREST, _AN_ENDING if (number, into) in endings else 0.0)
        # A slip is rarer than the name; what is frequent itself is another.
        lighter = (len(ours) == 1 or 3 * grouping.count(number) <= grouping.count(into)) and (grouping.count(number), -number) < (
            grouping.count(into),
            -into,
        )
        like_one = nearest.get((number, into), 0.0) >= _LIKE_ONE or (number, into) in endings
        if len(ours) <= _MOST and chance >= PERHAPS and like_one and lighter and grouping.count(number) and may(number, into):
            best[number] = max(best.get(number, (0.0, -1)), (chance, into))
    return {number: into for number, (_, into) in best.items()}
