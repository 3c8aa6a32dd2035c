"""Why two names are alike, or not, in sentences: what was written for what, by whose practice, and what is a slip of the pen.

Owns the words. A step is told where it is not plain: the same grapheme, or one letter for the one letter that is its match in nearly every
system. A practice is named where one of our systems writes a letter so, the best known first; of two Latin spellings where some letter
is written in the one way and in the other. Steps run from the first name given to the second. Only names what the alignment says; it decides nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from translit.folding import digraphs
from translit.likeness_align import ADDED, EXCHANGED, MISSING, SWAPPED_PAIR, Alignment, Step
from translit.likeness_endings import CASES, DERIVED, EITHER, FORM, GENDER
from translit.likeness_graphemes import SPACE, folded
from translit.likeness_measures import POOR, per_grapheme
from translit.likeness_tables import FOREIGN, LOST, Tables
from translit.message import Message, joined
from translit.tables import Table

SHOWN = 12
"""Steps that are told at most."""
PLAIN = 130
"""Cost up to which one letter for one letter needs no word."""

_PART = re.compile(r"[^\W_]+")

PRACTICES = (
    ("bgnpcgn-", Message("BGN")),
    ("iso-", Message("ISO 9")),
    ("press-", "deu", Message("German")),
    ("press-", "fra", Message("French")),
    ("press-", "pol", Message("Polish")),
    ("press-", "tur", Message("Turkish")),
    ("press-", "ita", Message("Italian")),
    ("press-", "spa", Message("Spanish")),
    ("kz-", Message("Kazakh Latin")),
    ("scientific-", Message("scientific")),
    ("alalc-", Message("ALA-LC")),
    ("ua-", Message("Ukrainian passports")),
    ("icao-", Message("passports")),
    ("press-", Message("newspapers")),
    ("russian-", Message("Russian form")),
)
"""How the ids of systems begin (and end), and what their practice is called; the best known first."""

_GERMAN = 2
"""The place in `PRACTICES` of the one that writes ae, oe and ue where it has no ä, ö and ü."""
LANGUAGES = frozenset(("kk", "ru", "uk"))
"""Whose systems are asked: those of other languages write the same letters for other sounds."""
FAR_APART = 1.2
"""Cost for each grapheme (natural logarithms) of unlike names beyond which it says nothing how one would become the other."""

WORDS = {
    "reordered": Message("the words stand in another order"),
    "initial": Message("an initial: {words}"),
    "initials differ": Message("the initial is another: {words}"),
    "no patronymic": Message("one name has no patronymic: {words}"),
    "patronymics differ": Message("the patronymics differ: {words}"),
    "missing": Message("a word is missing: {words}"),
    "particle": Message("a particle is missing: {words}"),
    "initial missing": Message("an initial is missing: {words}"),
    "word differs": Message("a word is another: {words}"),
    "title": Message("a title left out of account: {words}"),
    "kind": Message("a word for a kind of place left out of account: {words}"),
    "kinds differ": Message("the kinds of place differ: {words}"),
    "legal form": Message("a legal form left out of account: {words}"),
    "legal forms differ": Message("the legal forms differ: {words}"),
    "numbers differ": Message("the numbers differ: {words}"),
    "number missing": Message("one name has no number: {words}"),
    "form": Message("endings “{left}” and “{right}” of one name"),
    "cases": Message("endings “{left}” and “{right}” of two cases"),
    "two persons": Message("or the names of a man and of a woman"),
    "letters swapped": Message("two neighbouring letters swapped (slip)"),
}
"""By what was done to words (`likeness_words`), how it is told."""

INSIDE = frozenset(("form", "cases", "two persons"))
"""Of these, what was found of endings of words before the last; the words are the two endings."""
DECISIVE = frozenset(
    ("initials differ", "missing", "word differs", "patronymics differ", "legal forms differ", "kinds differ", "numbers differ")
)
"""Of these, what is enough to say of names that are unlike."""
WITHOUT_VOWELS = frozenset(("HEBREW", "ARABIC"))
"""Scripts, by Unicode's names of their letters, that leave vowels out: there a vowel that is missing is no slip."""

ENDINGS = {
    FORM: Message("endings “{left}” and “{right}” of one name"),
    CASES: Message("endings “{left}” and “{right}” of two cases"),
    GENDER: Message("endings “{left}” and “{right}”: a man's and a woman's form of one name, or two persons"),
    EITHER: Message("endings “{left}” and “{right}” of one name"),
    DERIVED: Message("endings “{left}” and “{right}”: one is an adjective made of the other"),
}
"""By what two endings are to each other, how it is told."""


class Practices:
    """Whose practice it is to write a letter so."""

    def __init__(self, tables: Iterable[Table]) -> None:
        """Take what the systems can write."""
        names: dict[tuple[str, str], int] = {}
        letters: dict[str, set[str]] = {}
        for table in tables:
            rank = _rank(table.id)
            if rank is None or not LANGUAGES & set(table.languages):
                continue
            for key, outputs in table.outputs.items():
                if 1 <= len(key) <= 2:
                    ways = {folded(output): rank for output in outputs}
                    for output, best in ({digraphs(output): max(rank, _GERMAN) for output in ways} | ways).items():
                        names[key, output] = min(best, names.get((key, output), best))
                        letters.setdefault(output, set()).add(key)
        self._names = names
        self._letters = letters

    def of(self, letter: str, output: str) -> Message | None:
        """Who writes a letter so; None where no system does."""
        rank = self._names.get((letter, output))
        return None if rank is None else _named(rank)

    def both(self, one: str, other: str) -> Message | None:
        """Who writes a letter in the one way and who in the other; None where no letter is written in both."""
        ranks = [
            (self._names[letter, one], self._names[letter, other])
            for letter in self._letters.get(one, set()) & self._letters.get(other, set())
        ]
        if not ranks:
            return None
        first, second = min(ranks)
        return _named(first) if first == second else Message("{one}, {other}", one=_named(first), other=_named(second))


def _rank(id: str) -> int | None:
    """Which of `PRACTICES` a system is of."""
    for rank, (beginning, *ending, _) in enumerate(PRACTICES):
        if id.startswith(beginning) and all(id.endswith(str(one)) for one in ending):
            return rank
    return None


def _named(rank: int) -> Message:
    return Message.of(PRACTICES[rank][-1])


def reasons(
    a: str, b: str, alignment: Alignment, notes: Sequence[tuple[str, str]], tables: Tables, practices: Practices, *, unlike: bool
) -> tuple[Message, ...]:
    """Why two names, as they were given, are alike or not; `unlike` says that they were found not to be."""
    remarks = [_remark(what, words, a, b) for what, words in notes if what not in INSIDE]
    said = {what for what, _ in notes}
    if "letters swapped" in said or (unlike and said & DECISIVE):
        return tuple(remarks)
    if unlike and per_grapheme(alignment.measures) > FAR_APART:
        return _apart(a, b, alignment), *remarks
    vowels = not {_script(a), _script(b)} & WITHOUT_VOWELS
    parts = [part for step in alignment.steps if (part := _step(step, tables, practices, vowels=vowels)) is not None]
    if len(parts) > SHOWN:
        parts = [*parts[: SHOWN - 1], Message("and {n} more", n=len(parts) - SHOWN + 1)]
    found: list[Message] = []
    if parts:
        found.append(Message("{left} → {right}: {steps}", left=a, right=b, steps=joined(", ", parts)))
    elif not alignment.measures.ending and said.isdisjoint(INSIDE):
        found.append(Message("{left} → {right}: letter for letter", left=a, right=b))
    inside = [_remark(what, words, a, b) for what, words in notes if what in INSIDE]
    found += dict.fromkeys((*inside, *_endings(alignment, tables)))
    return *found, *remarks


def _remark(what: str, words: str, a: str, b: str) -> Message:
    """What was done to the words of two names, as they were given."""
    if words and what in INSIDE:
        left, _, right = words.partition(", ")
        return Message(WORDS[what].template, left=left, right=right)
    return Message(WORDS[what].template, words=_as_given(words, _shown(a, b))) if words else WORDS[what]


def _apart(a: str, b: str, alignment: Alignment) -> Message:
    """How far apart two names are of which it says nothing how one would become the other."""
    fit = sum(step.cost <= POOR and bool(step.left and step.right) for step in alignment.steps)
    most = max(alignment.measures.stem_a, alignment.measures.stem_b)
    if not fit:
        return Message("{left} and {right} have nothing in common", left=a, right=b)
    if 2 * fit <= most:
        return Message("{left} and {right} have little in common: {n} of {m} letters match", left=a, right=b, n=fit, m=most)
    return Message("{left} and {right} match in {n} of {m} letters only", left=a, right=b, n=fit, m=most)


def _shown(a: str, b: str) -> dict[str, str]:
    """Folded words, and parts of words, as they were given in one of two names."""
    return {folded(word): word for text in (a, b) for word in (*_PART.findall(text), *text.split())}


def _as_given(words: str, shown: Mapping[str, str]) -> str:
    """Folded words as they were given."""
    return ", ".join(shown.get(part) or " ".join(shown.get(word, word) for word in part.split()) for part in words.split(", "))


def _step(step: Step, tables: Tables, practices: Practices, *, vowels: bool) -> Message | None:
    """A step in words; None where it is plain."""
    left, right = (
        tables.graphemes.shown(names).replace(SPACE, "␣" if step.left and step.right else SPACE) for names in (step.left, step.right)
    )
    if left == right:
        return None
    if step.way == SWAPPED_PAIR:
        return Message("{left}→{right} swapped (slip)", left=left, right=right)
    if step.way in (MISSING, ADDED):
        unwritten = not vowels and not tables.foreign[(step.left or step.right)[0]]
        return _loss(left or right, step, unwritten=unwritten)
    if step.slip:
        return Message("{left}→{right} (neighbouring key, slip)", left=left, right=right)
    if step.way == EXCHANGED and step.cost >= FOREIGN:
        return Message("{left}→{right} (no transliteration)", left=left, right=right)
    of_left, of_right = _native(left), _native(right)
    if step.way == EXCHANGED and step.cost <= PLAIN and len(left) == len(right) == 1 and of_left != of_right and (left + right).isalpha():
        return None
    if of_left or of_right:
        practice = (practices.of(left, right) if of_left else None) or (practices.of(right, left) if of_right else None)
    else:
        practice = practices.both(left, right)
    if practice is None:
        return Message("{left}→{right}", left=left, right=right)
    return Message("{left}→{right} ({practice})", left=left, right=right, practice=practice)


def _loss(letter: str, step: Step, *, unwritten: bool) -> Message:
    """A grapheme that only one name has; unwritten where the script of the other does not write such letters."""
    lost = step.way == MISSING
    if letter == " ":
        return Message("written as one word") if lost else Message("written as two words")
    if unwritten:
        return Message("{letter} not written", letter=letter)
    if step.slip:
        return Message("{letter} lost (slip)", letter=letter) if lost else Message("{letter} added (slip)", letter=letter)
    if step.cost < LOST and step.cost > 0 and letter.isalpha():
        return Message("{letter} not written", letter=letter) if lost else Message("{letter} added", letter=letter)
    return Message("{letter} lost", letter=letter) if lost else Message("{letter} added", letter=letter)


def _endings(alignment: Alignment, tables: Tables) -> Iterator[Message]:
    """What the endings left out are to each other."""
    kind = alignment.measures.ending
    if not kind:
        return
    left, right = (tables.graphemes.shown(ending) or "–" for ending in (alignment.left_ending, alignment.right_ending))
    yield Message(ENDINGS[kind].template, left=left, right=right)
    if kind == EITHER:
        yield Message("or the names of a man and of a woman")


def _native(text: str) -> bool:
    """Whether a name is in another script than Latin, by its first letter."""
    return next((letter > "\u036f" for letter in text if letter.isalpha()), False)


def _script(text: str) -> str:
    """How Unicode's name of the first letter begins: its script."""
    return next((unicodedata.name(letter, "").partition(" ")[0] for letter in text if letter.isalpha()), "")
