"""What a glossary loses on its way through a format: the glossary that went in against the one that came back.

Pure. A concept is found again by its id, else by the most of its spellings; a term by its spelling, language and script. The order of
terms counts within a language and script, for there the first may stand for the others; it does not count between languages.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from glossary.model import Concept, Term
from translit.message import Message, Plural, joined

EXAMPLES = 3
"""Examples named in a line."""

_CONCEPT = {"kind": Message("kind"), "note": Message("note"), "sources": Message("sources"), "relations": Message("relations")}
_TERM = {
    "status": Message("status"),
    "type": Message("type"),
    "misspelling": Message("mark as a misspelling"),
    "replacement": Message("replacement"),
    "valid_from": Message("first day of use"),
    "valid_until": Message("last day of use"),
    "case": Message("rule of letter case"),
    "guard": Message("words nearby that decide"),
    "forms": Message("listed forms"),
    "indeclinable": Message("mark as indeclinable"),
    "weak": Message("mark as a weak name"),
    "note": Message("note"),
    "sources": Message("sources"),
}


_LEFT_OUT = Plural("{n} concept is left out: {examples}", "{n} concepts are left out: {examples}")
_LOSES = Plural("{n} concept loses its {what}: {examples}", "{n} concepts lose their {what}: {examples}")
_LOSES_ORDER = Plural("{n} concept loses the order of its terms: {examples}", "{n} concepts lose the order of their terms: {examples}")
_TERM_ADDED = Plural("{n} term is added: {examples}", "{n} terms are added: {examples}")
_TERM_LEFT_OUT = Plural("{n} term is left out: {examples}", "{n} terms are left out: {examples}")
_TERM_LOSES = Plural("{n} term loses its {what}: {examples}", "{n} terms lose their {what}: {examples}")
_TERM_PARTED = Plural("{n} term is parted from its concept: {examples}", "{n} terms are parted from their concept: {examples}")


def differences(before: Iterable[Concept], after: Iterable[Concept]) -> list[str]:
    """What `after` lacks of `before`, and what it has beyond it, a line for each kind of loss; empty where both say the same."""
    found = _Losses()
    later = tuple(after)
    by_id = {concept.id: concept for concept in later}
    owners: dict[tuple[str, str], list[str]] = defaultdict(list)
    for concept in later:
        for term in concept.terms:
            owners[term.text, term.language].append(concept.id)
    accounted: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for concept in before:
        other = _counterpart(concept, by_id, owners)
        if other is None:
            found.concept(_LEFT_OUT, concept)
            continue
        if other.id != concept.id:
            found.concept(_LOSES, concept, Message("id"))
        for name, word in _CONCEPT.items():
            if getattr(concept, name) != getattr(other, name):
                found.concept(_LOSES, concept, word)
        accounted[other.id] |= _terms(concept, other, owners, found)
    for concept in later:
        for term in concept.terms:
            if _key(term) not in accounted[concept.id]:
                found.term(_TERM_ADDED, term)
    return found.lines()


class _Losses:
    """Losses by their words, counted, with the first examples."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[Plural, str]] = Counter()
        self._examples: dict[tuple[Plural, str], list[str]] = defaultdict(list)

    def concept(self, said: Plural, concept: Concept, what: str = "") -> None:
        self._count((said, what), Message("“{text}”", text=concept.label))

    def term(self, said: Plural, term: Term, what: str = "") -> None:
        self._count((said, what), Message("“{text}” ({language})", text=term.text, language=term.language))

    def _count(self, kind: tuple[Plural, str], example: str) -> None:
        self._counts[kind] += 1
        if len(self._examples[kind]) < EXAMPLES and example not in self._examples[kind]:
            self._examples[kind].append(example)

    def lines(self) -> list[str]:
        said: list[str] = []
        for kind, count in self._counts.items():
            said_of, what = kind
            examples = joined(", ", (*self._examples[kind], *(("…",) if count > len(self._examples[kind]) else ())))
            said.append(Message.counted(*said_of, count, what=what, examples=examples))
        return said


def _counterpart(concept: Concept, by_id: dict[str, Concept], owners: dict[tuple[str, str], list[str]]) -> Concept | None:
    same = by_id.get(concept.id)
    if same is not None:
        return same
    votes = Counter(owner for term in concept.terms for owner in dict.fromkeys(owners.get((term.text, term.language), ())))
    return by_id[votes.most_common(1)[0][0]] if votes else None


def _terms(concept: Concept, other: Concept, owners: dict[tuple[str, str], list[str]], found: _Losses) -> set[tuple[str, str, str]]:
    """Compares the terms of two concepts; the keys of the other's terms that are accounted for."""
    there = {_key(term): term for term in other.terms}
    loosely: dict[tuple[str, str], Term] = {}
    for term in other.terms:
        loosely.setdefault((term.text, term.language), term)
    kept: set[tuple[str, str, str]] = set()
    for term in concept.terms:
        again = there.get(_key(term))
        if again is None:
            again = loosely.get((term.text, term.language))
            if again is None or _key(again) in kept or any(_key(again) == _key(one) for one in concept.terms):
                parted = (term.text, term.language) in owners and again is None
                found.term(_TERM_PARTED if parted else _TERM_LEFT_OUT, term)
                continue
            found.term(_TERM_LOSES, term, Message("script"))
        kept.add(_key(again))
        for name, word in _TERM.items():
            if getattr(term, name) != getattr(again, name):
                found.term(_TERM_LOSES, term, word)
    order = [_key(term) for term in concept.terms if _key(term) in kept]
    later = [_key(term) for term in other.terms if _key(term) in set(order)]
    if sorted(order, key=_group) != sorted(later, key=_group):
        found.concept(_LOSES_ORDER, concept)
    return kept


def _key(term: Term) -> tuple[str, str, str]:
    return term.text, term.language, term.script


def _group(key: tuple[str, str, str]) -> tuple[str, str]:
    return key[1:]
