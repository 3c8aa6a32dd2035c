"""Two glossaries become one: whose concept is whose, and what the later one changes.

Concepts are one where their ids are, or where a spelling that either side prefers stands on the other side
too, in the same language and for one concept only. The later (right) side wins term by term, and every
disagreement becomes one line for the reader. Nothing is read and nothing is judged here: `lint` does that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from glossary.model import Concept, Status, Term, TermType
from translit.message import Message

Item = TypeVar("Item")


def unite(left: Iterable[Concept], right: Iterable[Concept]) -> tuple[tuple[Concept, ...], tuple[str, ...]]:
    """The concepts of both sides, those of the left first and in their order, and a line for each disagreement."""
    concepts = {concept.id: concept for concept in left}
    owners = _owners(concepts.values())
    later = tuple(right)
    conflicts: list[str] = []
    # What the right keeps apart stays apart: each concept of the left is joined by one of the right, by id first, then by a
    # spelling that both sides prefer, then by one that either does.
    joins = {concept.id: concept.id for concept in later if concept.id in concepts and _kinds_agree(concepts[concept.id], concept)}
    taken = set(joins)
    for wanted in (2, 1):
        for concept in later:
            if concept.id not in joins and (shared := _shared(concept, owners, concepts, taken, wanted)) is not None:
                joins[concept.id] = shared
                taken.add(shared)
    places = [(joins.get(concept.id) or _free_id(concept, concepts, conflicts), concept) for concept in later]
    for id, concept in places:
        if id in concepts:
            concepts[id], disagreements = _merge(concepts[id], _retyped(concept, concepts[id]))
            conflicts += disagreements
        else:
            concepts[id] = replace(concept, id=id)
    conflicts += _taken_over(places, owners, concepts)
    return tuple(concepts.values()), tuple(conflicts)


def _owners(concepts: Iterable[Concept]) -> dict[tuple[str, str], dict[str, Term]]:
    """Which concepts have a spelling, by language and text; weak terms and those that need words nearby are left out, for they are shared on purpose."""
    owners: dict[tuple[str, str], dict[str, Term]] = defaultdict(dict)
    for concept in concepts:
        for term in concept.terms:
            if not (term.guard.needs or term.weak):
                owners[term.language, term.text][concept.id] = term
    return owners


def _shared(
    concept: Concept, owners: dict[tuple[str, str], dict[str, Term]], concepts: dict[str, Concept], taken: set[str], wanted: int
) -> str | None:
    """The one concept of the left, not yet joined, that shares with this one a spelling preferred by `wanted` sides."""
    for term in concept.terms:
        found = [
            id
            for id, theirs in owners.get((term.language, term.text), {}).items()
            if (term.status, theirs.status).count(Status.PREFERRED) == wanted and _kinds_agree(concepts[id], concept)
        ]
        if len(found) == 1 and found[0] not in taken and term.certain:
            return found[0]
    return None


def _free_id(concept: Concept, concepts: dict[str, Concept], conflicts: list[str]) -> str:
    """The concept's id, or another where the left has a thing of another kind under it."""
    same = concepts.get(concept.id)
    if same is None:
        return concept.id
    fresh = f"{concept.id}-{concept.kind}"
    conflicts.append(
        Message(
            "“{id}” is of kind {kind} in {file} and of kind {other_kind} in {other_file}: kept apart, the latter as “{fresh}”",
            id=concept.id,
            kind=Message.of(same.kind),
            file=_file(same),
            other_kind=Message.of(concept.kind),
            other_file=_file(concept),
            fresh=fresh,
        )
    )
    return fresh


def _taken_over(
    places: list[tuple[str, Concept]], owners: dict[tuple[str, str], dict[str, Term]], concepts: dict[str, Concept]
) -> list[str]:
    """Takes from the left's concepts the spellings that the right gives to others; a line for each.

    A spelling that the left prefers is not taken, for its concept would have no name: both keep it, and the line says so.
    """
    conflicts: list[str] = []
    for id, concept in places:
        for term in concept.terms:
            if not term.certain:
                continue
            for other in owners.get((term.language, term.text), {}):
                loser = concepts[other]
                kept = tuple(one for one in loser.terms if (one.text, one.language) != (term.text, term.language))
                if other == id or len(kept) == len(loser.terms) or not _kinds_agree(loser, concept):
                    continue
                line = Message(
                    "“{text}” is a spelling of “{label}” in {file} and of “{other}” in {other_file}",
                    text=term.text,
                    label=loser.label,
                    file=_file(loser),
                    other=concepts[id].label,
                    other_file=_file(concept),
                )
                if (
                    any(one.status is Status.PREFERRED and (one.text, one.language) == (term.text, term.language) for one in loser.terms)
                    or not kept
                ):
                    conflicts.append(Message("{line}: both keep it, and words nearby must decide (needs, excludes)", line=line))
                    continue
                gone = {(term.text, term.language): ""}
                concepts[other] = replace(loser, terms=tuple(_redirected(one, gone, set()) for one in kept))
                conflicts.append(Message("{line}: the latter wins", line=line))
    return conflicts


def _kinds_agree(one: Concept, two: Concept) -> bool:
    """True where the kinds are the same, or one side does not say."""
    return one.kind == two.kind or "other" in (one.kind, two.kind)


def _retyped(concept: Concept, left: Concept) -> Concept:
    """The concept with its usual names taken for terms of another type, where the left has them so.

    A user who lists spellings of “Nazarbayev” speaks of what the left calls the short name, not of a new full one.
    """
    types = {(term.language, term.text): term.type for term in left.terms}
    shared = [types[term.language, term.text] for term in concept.terms if (term.language, term.text) in types]
    if not shared or TermType.NAME in shared:
        return concept
    return replace(concept, terms=tuple(replace(term, type=shared[0]) if term.type is TermType.NAME else term for term in concept.terms))


def _merge(left: Concept, right: Concept) -> tuple[Concept, list[str]]:
    """The left concept as the right one changes it, and what they disagreed about."""
    conflicts: list[str] = []
    terms = {(term.text, term.language, term.script): term for term in left.terms}
    demoted: dict[tuple[str, str], str] = {}
    restated = {(term.text, term.language, term.script) for term in right.terms}
    for term in right.terms:
        key = (term.text, term.language, term.script)
        before = terms.get(key)
        if before is not None:
            if not _agree(left, before, right, term):
                conflicts.append(
                    Message(
                        "“{text}” is {said} in {file} and {other} in {other_file}: the latter wins",
                        text=term.text,
                        said=_said(left, before),
                        file=_file(left),
                        other=_said(right, term),
                        other_file=_file(right),
                    )
                )
            term = _completed(term, before)  # noqa: PLW2901 - what the right leaves open the left has said
        terms[key] = term
        if term.status is not Status.PREFERRED:
            continue
        for other_key, other in terms.items():
            if other.status is Status.PREFERRED and other_key != key and _slot(other) == _slot(term):
                demoted[other.text, other.language] = term.text
                if other_key not in restated:
                    terms[other_key] = replace(other, status=Status.ADMITTED)
                    conflicts.append(
                        Message(
                            "“{text}” is preferred in {file}, “{other}” in {other_file}: the latter wins, the former stays admitted",
                            text=other.text,
                            file=_file(left),
                            other=term.text,
                            other_file=_file(right),
                        )
                    )
    kept = tuple(_redirected(term, demoted, restated) for term in terms.values())
    merged = replace(
        left,
        kind=right.kind if right.kind != "other" else left.kind,
        terms=kept,
        note=right.note or left.note,
        sources=_joined(left.sources, right.sources),
        relations=_joined(left.relations, right.relations),
        origin=right.origin,
    )
    return merged, conflicts


def _completed(term: Term, before: Term) -> Term:
    """The right's term with the dates, forms and notes of the left where it says nothing of its own."""
    return replace(
        term,
        guard=term.guard or (before.guard if term.status is before.status else term.guard),
        misspelling=term.misspelling or (before.misspelling and term.status is before.status),
        valid_from=term.valid_from or before.valid_from,
        valid_until=term.valid_until or before.valid_until,
        forms=term.forms or before.forms,
        indeclinable=term.indeclinable or before.indeclinable,
        weak=term.weak or before.weak,
        note=term.note or before.note,
        sources=term.sources or before.sources,
    )


def _redirected(term: Term, demoted: dict[tuple[str, str], str], restated: set[tuple[str, str, str]]) -> Term:
    """A left term that led to a name no longer preferred, or gone, leads to the one named instead; to none where that is itself or empty."""
    if term.replacement is None or (term.text, term.language, term.script) in restated:
        return term
    target = demoted.get((term.replacement, term.language), term.replacement)
    return replace(term, replacement=None if target in ("", term.text) else target)


def _slot(term: Term) -> tuple[str, str, TermType]:
    return term.language, term.script, term.type


def _agree(left: Concept, before: Term, right: Concept, term: Term) -> bool:
    """True where both sides treat a spelling alike; that one of them calls it a misspelling, or knows no other name for it, is no disagreement."""
    target = left.replacement(before)
    return before.status is term.status and (target is None or (right.replacement(term) or target) == target)


def _said(concept: Concept, term: Term) -> str:
    target = concept.replacement(term)
    said = Message("a misspelling") if term.misspelling else Message.of(str(term.status))
    return said if target is None else Message("{said} (→ “{target}”)", said=said, target=target)


def _file(concept: Concept) -> str:
    return concept.origin or Message("the first glossary")


def _joined(one: tuple[Item, ...], two: tuple[Item, ...]) -> tuple[Item, ...]:
    return tuple(dict.fromkeys((*one, *two)))
