"""What a glossary loses on its way through a format: the glossary that went in against the one that came back.

Pure. A concept is found again by its id, else by the most of its spellings; a term by its spelling, language and script. The order of
terms counts within a language and script, for there the first may stand for the others; it does not count between languages.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from glossary.model import Concept, Term

EXAMPLES = 3
"""Examples named in a line."""

_CONCEPT = {"kind": "kind", "note": "note", "sources": "sources", "relations": "relations"}
_TERM = {
    "status": "status",
    "type": "type",
    "misspelling": "mark as a misspelling",
    "replacement": "replacement",
    "valid_from": "first day of use",
    "valid_until": "last day of use",
    "case": "rule of letter case",
    "guard": "words nearby that decide",
    "forms": "listed forms",
    "indeclinable": "mark as indeclinable",
    "weak": "mark as a weak name",
    "note": "note",
    "sources": "sources",
}


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
            found.concept("is left out", "are left out", concept)
            continue
        if other.id != concept.id:
            found.concept("loses its id", "lose their id", concept)
        for name, word in _CONCEPT.items():
            if getattr(concept, name) != getattr(other, name):
                found.concept(f"loses its {word}", f"lose their {word}", concept)
        accounted[other.id] |= _terms(concept, other, owners, found)
    for concept in later:
        for term in concept.terms:
            if _key(term) not in accounted[concept.id]:
                found.term("is added", "are added", term)
    return found.lines()


class _Losses:
    """Losses by their words, counted, with the first examples."""

    def __init__(self) -> None:
        self._counts: Counter[tuple[str, str, str, str]] = Counter()
        self._examples: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)

    def concept(self, one: str, many: str, concept: Concept) -> None:
        self._count(("concept", "concepts", one, many), f"“{concept.label}”")

    def term(self, one: str, many: str, term: Term) -> None:
        self._count(("term", "terms", one, many), f"“{term.text}” ({term.language})")

    def _count(self, kind: tuple[str, str, str, str], example: str) -> None:
        self._counts[kind] += 1
        if len(self._examples[kind]) < EXAMPLES and example not in self._examples[kind]:
            self._examples[kind].append(example)

    def lines(self) -> list[str]:
        said: list[str] = []
        for (one, many, verb, verbs), count in self._counts.items():
            examples = self._examples[one, many, verb, verbs]
            more = ", …" if count > len(examples) else ""
            said.append(f"{count} {one if count == 1 else many} {verb if count == 1 else verbs}: {', '.join(examples)}{more}")
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
                found.term(
                    "is parted from its concept" if parted else "is left out",
                    "are parted from their concept" if parted else "are left out",
                    term,
                )
                continue
            found.term("loses its script", "lose their script", term)
        kept.add(_key(again))
        for name, word in _TERM.items():
            if getattr(term, name) != getattr(again, name):
                found.term(f"loses its {word}", f"lose their {word}", term)
    order = [_key(term) for term in concept.terms if _key(term) in kept]
    later = [_key(term) for term in other.terms if _key(term) in set(order)]
    if sorted(order, key=_group) != sorted(later, key=_group):
        found.concept("loses the order of its terms", "lose the order of their terms", concept)
    return kept


def _key(term: Term) -> tuple[str, str, str]:
    return term.text, term.language, term.script


def _group(key: tuple[str, str, str]) -> tuple[str, str]:
    return key[1:]
