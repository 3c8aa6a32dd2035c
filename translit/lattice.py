"""The likeliest native words behind a spelled word: a beam over everything its pieces may stand for.

Owns the search and its bounds. A reading is as likely as its letters are in that language, times how likely they are written
so: by one practice throughout, or letter by letter by any.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from math import exp, inf, log, log1p

from translit import folding
from translit.practices import Arc, Inverse
from translit.statistics import END, START, Letters

BEAM = 20
"""Readings kept at each place of a word; twice as many changed 2 of 250 first answers, none for the better, in twice the time."""
_UNKNOWN = 15.0
"""The cost of a character nobody writes so: it is kept."""
_UNMARKED = 3.0
"""The cost of reading a piece as if its marks were not there."""
_SIGN = 4.0
"""The cost of an apostrophe that stands for nothing."""
_CONSISTENT = log(0.5)
"""How likely one practice was followed throughout; otherwise each letter has its own. A judgement."""


@dataclass(frozen=True, slots=True)
class Step:
    """One piece of a spelling and what it is read as."""

    start: int
    """First code point of the word."""
    end: int
    """One past its last."""
    key: str
    """Native letters in lower case."""
    practices: int
    """The practices that write the key so, as bits."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A native word that may stand behind a spelling."""

    text: str
    """In lower case."""
    steps: tuple[Step, ...]
    """How it was read, from left to right."""
    practices: int
    """The practices that write all of it so, contexts left aside."""
    cost: float
    """The negative logarithm of how likely the letters are written so, each by any practice."""
    letters: float
    """The logarithm of how likely the word is in its language."""
    score: float
    """The logarithm of both together, a practice followed throughout counting for what it is worth."""


_Link = tuple["_Link | None", int, int, str, int]
"""A step while a word is being read: the one before it, and the fields of `Step`."""
_State = tuple[float, str, str, int, float, float, "_Link | None"]
"""A reading while it is incomplete: score, text, context, practices, cost, letters, last step. Plain tuples: a word makes thousands."""


class Shares:
    """How usual sets of practices are; kept, for the same few sets come again and again."""

    def __init__(self, inverse: Inverse) -> None:
        """Take the practices."""
        self._weights = [practice.weight for practice in inverse.practices]
        self._known: dict[int, float] = {0: -inf}
        self.everyone = (1 << len(self._weights)) - 1
        """The set of all."""

    def score(self, practices: int) -> float:
        """The logarithm of the share of all practices in a set."""
        found = self._known.get(practices)
        if found is None:
            weight = sum(weight for place, weight in enumerate(self._weights) if practices >> place & 1)
            found = self._known[practices] = log(weight) if weight > 0 else -inf
        return found

    def bound(self, practices: int, cost: float) -> float:
        """The greater part of `written`, which is enough while a reading is not complete, and cheaper."""
        return _CONSISTENT + max(self.score(practices), -cost)

    def written(self, practices: int, cost: float) -> float:
        """The logarithm of how likely something is written as it is: throughout by these practices, or letter by letter at a cost."""
        throughout = _CONSISTENT + self.score(practices)
        mixed = _CONSISTENT - cost
        high, low = (throughout, mixed) if throughout > mixed else (mixed, throughout)
        return high + log1p(exp(low - high))


class Reader:
    """Reads spelled words by one inverse, for one language."""

    def __init__(self, inverse: Inverse, letters: Letters, beam: int = BEAM) -> None:
        """Take what pieces may stand for, which letters follow each other, and how many readings to keep at each place."""
        self.inverse = inverse
        """What pieces may stand for."""
        self.letters = letters
        """Which letters follow each other."""
        self.shares = Shares(inverse)
        """How usual the practices of the inverse are."""
        self._beam = beam

    def read(self, word: str, count: int) -> list[Reading]:
        """The likeliest native words behind a word (as `folding.read` gives it), best first, each text once, at most `count`."""
        places: list[dict[str, _State]] = [{} for _ in range(len(word) + 1)]
        places[0][""] = (0.0, "", START, self.shares.everyone, 0.0, 0.0, None)
        silent = self.inverse.arcs.get("", ())
        for start in range(len(word) + 1):
            kept = _best(places[start], self._beam)
            if start:
                # A letter that is not written (ь) may stand between any two, once.
                self._extend(kept, places[start], silent, (start, start))
                kept = _best(places[start], self._beam)
            if start < len(word):
                for piece, arcs in _pieces(word, start, self.inverse):
                    end = start + len(piece)
                    self._extend(kept, places[end], arcs, (start, end))
        ended: list[tuple[float, float, _State]] = []
        for state in places[-1].values():
            whole = state[5] + self.letters.score(state[2], END)
            ended.append((whole + self.shares.written(state[3], state[4]), whole, state))
        best = heapq.nsmallest(count, ended, key=lambda found: (-found[0], found[2][1]))
        return [Reading(state[1], _steps(state[6]), state[3], state[4], whole, score) for score, whole, state in best]

    def _extend(self, kept: list[_State], place: dict[str, _State], arcs: tuple[Arc, ...], span: tuple[int, int]) -> None:
        """Put every reading with one step more at a place, unless the same text was read there in a better way."""
        follow, bound = self.letters.follow, self.shares.bound
        for arc in arcs:
            key, price, those = arc.key, arc.cost, arc.practices
            for _, text, context, practices, cost, likely, last in kept:
                gained, following = follow(context, key)
                there = text + key
                both = practices & those
                paid = cost + price
                found = likely + gained
                score = found + bound(both, paid)
                known = place.get(there)
                if known is None or known[0] < score:
                    place[there] = (score, there, following, both, paid, found, (last, *span, key, those))


def _steps(last: _Link | None) -> tuple[Step, ...]:
    """The steps that lead to the last one."""
    steps: list[Step] = []
    while last is not None:
        before, start, end, key, practices = last
        steps.append(Step(start, end, key, practices))
        last = before
    return tuple(reversed(steps))


def _pieces(word: str, start: int, inverse: Inverse) -> list[tuple[str, tuple[Arc, ...]]]:
    """The pieces that begin at a place, with what each may stand for."""
    arcs = inverse.arcs
    found: list[tuple[str, tuple[Arc, ...]]] = []
    for end in range(start + 1, min(len(word), start + inverse.longest) + 1):
        piece = word[start:end]
        if piece in arcs:
            found.append((piece, arcs[piece]))
    character = word[start]
    if character in "’”" and (inverse.lenient or not found):
        found.append((character, (Arc("", _SIGN, 0),)))
    elif not found or all(len(piece) > 1 for piece, _ in found):
        bare = arcs.get(folding.plain(character), ()) if folding.plain(character) else ()
        found.append((character, tuple(Arc(arc.key, arc.cost + _UNMARKED, 0) for arc in bare) or (Arc(character, _UNKNOWN, 0),)))
    return found


def _best(place: dict[str, _State], count: int) -> list[_State]:
    """The best readings of a place; the text decides between equals, so that an answer is always the same."""
    return heapq.nsmallest(count, place.values(), key=lambda state: (-state[0], state[1]))
