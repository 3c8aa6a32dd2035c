"""Endings inside names of several words: Тимуром Кулибаевым is Тимур Кулибаев in a case, and each of its words says so.

Owns which endings of a word before the last are left out, and what that is worth. Only Russian and Ukrainian decline every word of a name; Kazakh
and English put the ending at the last. That two words have such endings their alignment says. It refuses to make one name of two: an ending
that is a woman's name as well (Александра, Александр) is left out for nothing only where the last word is in a case too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from translit.likeness_endings import CASES, EITHER, FORM
from translit.likeness_score import MOST_MAYBE, SUREST
from translit.likeness_tables import Tables

IN_A_CASE = -0.1
"""What it is worth (logarithm of odds) that a word before the last has another ending: a trifle, for words that agree in case hardly do so by chance."""
MAYBE_ANOTHER = MOST_MAYBE - SUREST
"""That it has one which makes a woman's name of a man's, and the last word does not say which: never *same*."""

NONE = "–"
"""How no ending is shown."""
NOTES = {FORM: "form", EITHER: "form", CASES: "cases"}
"""By kind of endings, how it is noted that a pair of them is left out."""


class Ended(NamedTuple):
    """Two words whose cheapest alignment leaves out an ending of each, or of one."""

    kind: int
    """What the endings are to each other (`likeness_endings`)."""
    stems: tuple[str, str]
    """The letters of the words without them."""
    endings: tuple[str, str]
    """The endings, – for none."""
    cited: tuple[bool, bool]
    """Whether the one may be the citation form and the other its case in Russian or Ukrainian, and the other way round."""
    doubtful: bool
    """Whether they may be a man's and a woman's name as well."""

    def agrees(self, last: Ended) -> bool:
        """Whether the last words of two names may be in the same cases as these before them."""
        if CASES in (self.kind, last.kind):
            return self.kind == last.kind
        return any(one and other for one, other in zip(self.cited, last.cited, strict=True))


Endings = Callable[[str, str], Ended | None]
"""Says of two folded words which endings of theirs are left out; None where none are."""


def ended(one: str, other: str, kind: int, cuts: tuple[int, int], tables: Tables) -> Ended | None:
    """Two folded words with endings of a kind, of so many graphemes each."""
    parts = [_parted(word, cut, tables) for word, cut in zip((one, other), cuts, strict=True)]
    (left, left_ending), (right, right_ending) = parts
    known = tables.endings
    there = known.numbers[left_ending], known.numbers[right_ending]
    back = there[::-1]
    shown = (tables.graphemes.shown(left_ending) or NONE, tables.graphemes.shown(right_ending) or NONE)
    doubtful = kind == EITHER or there in known.womans or back in known.womans
    return Ended(kind, (left, right), shown, (there in known.declined, back in known.declined), doubtful)


def _parted(word: str, cut: int, tables: Tables) -> tuple[str, tuple[int, ...]]:
    """The letters of a word without so many graphemes at its end, and these."""
    read = tables.graphemes.read
    whole = read(word) or ()
    stem = whole[: len(whole) - cut]
    length = next((length for length in range(len(word), 0, -1) if read(word[:length]) == stem), 0)
    return word[:length], whole[len(stem) :]


def inside(pairs: Sequence[tuple[str, str]], endings: Endings) -> tuple[list[tuple[str, str]], float, list[tuple[str, tuple[str, str]]]]:
    """Pairs of words, each of one name's and the other's, without the endings of those before the last.

    Returns:
        The pairs; what was done is worth, a logarithm of odds, 0 or less; and the endings left out, each with a key of `likeness_reasons.WORDS`.
    """
    *before, end = pairs
    found = [endings(one, other) for one, other in before]
    if not any(found):
        return list(pairs), 0.0, []
    last = endings(*end)
    doubtful = decided = False
    notes: list[tuple[str, tuple[str, str]]] = []
    for place, pair in enumerate(found):
        if pair is None:
            continue
        agreed = last is not None and pair.agrees(last)
        doubtful |= pair.doubtful and not agreed
        if _left_out(pair, last, agreed=agreed):
            before[place] = pair.stems
            notes.append((NOTES[pair.kind], pair.endings))
            decided |= agreed and not pair.doubtful
    worth = MAYBE_ANOTHER if doubtful else IN_A_CASE if notes else 0.0
    if doubtful:
        notes.append(("two persons", ("", "")))
    if decided and last is not None and last.kind == EITHER:  # Павла Лебедева is no woman
        end = last.stems
        notes.append((NOTES[EITHER], last.endings))
    return [*before, end], worth, notes


def _left_out(pair: Ended, last: Ended | None, *, agreed: bool) -> bool:
    """Whether the endings of a pair of words are left out, beside those of the last words; `agreed` says that these may be in the same cases."""
    if pair.kind == CASES:
        return agreed and NONE not in pair.endings  # as a case – is a plural
    return pair.kind in NOTES and any(pair.cited) and (agreed or last is None or not pair.doubtful)
