"""Words that look like a name of the glossary but are written in no way it knows: reported, never changed.

Evidence at hand are the slips of the pen and the habits of transliteration that leave a name's consonants in their order:
a doubled, lost or swapped letter, one for its neighbour on the keyboard, i for y, kh for h, a lost vowel. A word must be a capitalised one of seven letters or more
that the text does not also write in lower case. What differs by a grammatical ending only is another word, not a slip.
Owns the costs. They are not those of `translit.compare`, which could judge the same words. It was tried, on names with slips made by rule and
on 8.7 million letters of manual pages in English, German, French, Polish, Russian and Ukrainian, where nothing is a name of the glossary and
these costs raise no alarm. As a second opinion it left out slips and no false alarm; alone it found an eighth more slips, but took Philippe
for Filippov, in ten times the time. Most of what it found more were neighbouring keys, which are weighed here since.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from glossary.lexicon import Lexicon
from glossary.skeleton import SHORTEST, VOWELS, folded
from translit.message import Message, joined
from translit.values import value

FURTHEST = 1.0
"""The cost above which two words are no longer likely one name: one consonant lost, two letters swapped, or two vowels astray."""
MOST_STRANGE = 2
"""Letters that only one of two words has, or by which one is longer, beyond which they are not compared: no cost below `FURTHEST` allows more."""
MOST_APART = 5
"""Letters from the first difference of two words to the last beyond which they are not compared."""

# A capital of Latin or Cyrillic first, for the engine of `re` finds a set of letters quickly; then that nothing of a word stands before it.
_CAPITALISED = re.compile(rf"[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄҐӘҒҚҢӨҰҮҺ](?<!\w\w)(?:[^\W\d_]|['’ʼ-](?=[^\W\d_])){{{SHORTEST - 1},40}}(?!\w)")
# Endings that make another word of a name, in English, Russian and Kazakh: no slips. Folded, й is и.
_ENDINGS = (
    r"(?:a|s|i|y|n|an|ian|ia|ova|eva|aya|yi|iy|skiy|sky|ski|skaya|ovich|ovna"
    r"|а|ы|у|е|и|я|ю|ои|еи|ом|ем|ов|ова|ев|ева|ии|ыи|ая|яя|ое|ее|ую|юю|ого|его|ому|ему|ым|им|ые|ие|ых|их|ыми|ими|скии|ская"
    r"|да|де|та|те|ға|ге|қа|ке|ды|ді|ты|ті|ны|ні|дан|ден|тан|тен|нан|нен|мен|бен|пен|ның|нің|дың|дің|тың|тің)?"
)


@value
class LikelyVariant:
    """A word and the name it looks like."""

    start: int
    """First code point in the text given."""
    end: int
    """One past the last."""
    text: str
    """The word as it stands."""
    name: str
    """The name's word that it is like."""
    concept: str
    """The id of the concept."""
    score: float
    """Likeness, from 0 to 1: 1 less the cost of the differences for each letter of the longer word."""
    reason: str
    """What differs, in words."""


class LookAlikes:
    """The names of a lexicon, by the skeletons of their words (`skeleton`)."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the lexicon; its index was made when it was compiled."""
        self._lexicon = lexicon
        self._index = lexicon.look_alikes

    @cached_property
    def _keys(self) -> frozenset[tuple[str, str]]:
        """Neighbouring keys; asked for when there is a candidate."""
        from translit.keyboards import neighbours

        return frozenset(neighbours())

    def find(self, texts: Iterable[str]) -> Iterator[tuple[int, LikelyVariant]]:
        """The look-alikes in the passages of one document, each with the number of its passage."""
        if not self._index.words:
            return
        passages = list(texts)
        words = {word for text in passages for word in _CAPITALISED.findall(text)}
        for word in sorted(words):
            likeness = self._nearest(folded(word))
            if likeness is None or self._known(word) or any(True for text in passages for _ in _places(text, word.lower())):
                continue
            name, concept, score, reason = likeness
            for number, text in enumerate(passages):
                for at in _places(text, word):
                    yield number, LikelyVariant(at, at + len(word), word, name, self._lexicon.card(concept).id, score, reason)

    def _known(self, word: str) -> bool:
        """Whether the glossary has the word as a form of any name."""
        return bool(self._lexicon.spans(word))

    def _nearest(self, plain: str) -> tuple[str, int, float, str] | None:
        """The name's word that a folded word is most like, with the number of its concept, score and reason; None where none is near."""
        best: tuple[float, str, int, str] | None = None
        letters = set(plain)
        for place in self._index.near(plain):
            word = self._lexicon.string(self._index.words[place])
            name = folded(word)
            if abs(len(plain) - len(name)) > MOST_STRANGE or len(letters.symmetric_difference(name)) > MOST_STRANGE:
                continue
            if name == plain or _inflected(plain, name):
                return None
            cost, reason = _cost(name, plain, self._keys)
            if cost <= FURTHEST:
                best = min(best or (FURTHEST + 1, "", 0, ""), (cost, word, self._index.concepts[place], reason))
        if best is None:
            return None
        cost, word, concept, reason = best
        return word, concept, round(1 - cost / max(len(plain), len(word)), 2), _said(reason)


def _places(text: str, word: str) -> Iterator[int]:
    """Where a word stands by itself, in code points."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (at and (text[at - 1].isalnum() or text[at - 1] == "_")) and not (
            text[end : end + 1].isalnum() or text[end : end + 1] == "_"
        ):
            yield at
        at = text.find(word, end)


def _inflected(word: str, name: str) -> bool:
    """Whether a word is a name with another grammatical ending."""
    stem = 0
    for one, other in zip(word, name, strict=False):
        if one != other:
            break
        stem += 1
    if {word[stem:], name[stem:]} == {"i", "y"}:
        return False  # Karazhanbasmunai, Karazhanbasmunay: two ways to write one ending
    return stem >= SHORTEST - 2 and bool(re.fullmatch(_ENDINGS, word[stem:]) and re.fullmatch(_ENDINGS, name[stem:]))


def _cost(name: str, word: str, keys: frozenset[tuple[str, str]]) -> tuple[float, str]:
    """What it costs to make the word of the name, and the differences in words; more than `FURTHEST` where much differs. `keys` are neighbours.

    Damerau–Levenshtein distance (restricted: no letter is edited twice) with costs by kind of letter, between the first and the last
    difference only: what two words share at their ends costs nothing.
    """
    start = 0
    while start < min(len(name), len(word)) and name[start] == word[start]:
        start += 1
    end = 0
    while end < min(len(name), len(word)) - start and name[-end - 1] == word[-end - 1]:
        end += 1
    start = max(start - 1, 0)  # the letter before tells a doubled one
    name, word = name[start : len(name) - end], word[start : len(word) - end]
    if max(len(name), len(word)) > MOST_APART:
        return FURTHEST + 1, ""
    width = len(word) + 1
    table: list[list[tuple[float, str]]] = [[(0.0, "")] * width for _ in range(len(name) + 1)]
    for row in range(len(name) + 1):
        for column in range(width):
            if row or column:
                table[row][column] = min(_steps(table, name, word, row, column, keys))
    cost, reason = table[-1][-1]
    return cost, reason.removeprefix("; ")


def _said(reason: str) -> str:
    """The differences in words that can be said in another language; while they are weighed, plain strings are quicker."""
    steps: list[str] = []
    for step in reason.split("; "):
        first, _, last = step.rpartition(" ")
        steps.append(
            Message(_STEPS[last], letter=first) if last in _STEPS else Message("Cyrillic {letter}", letter=last) if first else step
        )
    return joined("; ", steps)


_STEPS = {
    "added": Message("{letter} added"),
    "doubled": Message("{letter} doubled"),
    "lost": Message("{letter} lost"),
    "swapped": Message("{letter} swapped"),
}


def _steps(
    table: list[list[tuple[float, str]]], name: str, word: str, row: int, column: int, keys: frozenset[tuple[str, str]]
) -> Iterator[tuple[float, str]]:
    """The ways to come to one field of the table."""
    if row:
        cost, said = table[row - 1][column]
        letter = name[row - 1]
        doubled = row > 1 and name[row - 2] == letter
        yield cost + (0.3 if doubled else _weight(letter)), f"{said}; {letter} lost"
    if column:
        cost, said = table[row][column - 1]
        letter = word[column - 1]
        doubled = column > 1 and word[column - 2] == letter
        yield cost + (0.3 if doubled else _weight(letter)), f"{said}; {letter} {'doubled' if doubled else 'added'}"
    if row and column:
        cost, said = table[row - 1][column - 1]
        ours, theirs = name[row - 1], word[column - 1]
        if ours == theirs:
            yield cost, said
        else:
            foreign = ours.isascii() and "\u0400" <= theirs <= "\u04ff"
            yield cost + _exchange(ours, theirs, keys), f"{said}; {'Cyrillic ' if foreign else f'{ours}→'}{theirs}"
        if row > 1 and column > 1 and ours == word[column - 2] and theirs == name[row - 2]:
            cost, said = table[row - 2][column - 2]
            yield cost + 0.6, f"{said}; {theirs}{ours} swapped"


def _weight(letter: str) -> float:
    """What a lost or added letter costs: h is a matter of spelling (kh, gh, zh), vowels are easily lost."""
    return 0.3 if letter == "h" else 0.5 if letter in VOWELS else 1.0


def _exchange(ours: str, theirs: str, keys: frozenset[tuple[str, str]]) -> float:
    """What one letter for another costs."""
    if {ours, theirs} in (
        {"f", "v"},
        {"u", "w"},
        {"i", "y"},
        {"k", "q"},
        {"v", "w"},
        {"j", "y"},
        {"s", "z"},
        {"c", "s"},
        {"и", "ы"},
        {"е", "э"},
    ):
        return 0.3
    return 0.5 if ours in VOWELS and theirs in VOWELS else 1.0 if (ours, theirs) in keys else 1.5
