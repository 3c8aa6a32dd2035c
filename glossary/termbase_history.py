"""What a termbase says of its changes: who, when, why, and what is different between two states of a concept, in lines.

Pure: nothing here knows a database.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields

from glossary.model import Concept, Guard, Term

_SHOWN = tuple(field for field in fields(Term) if field.compare and field.name not in ("text", "language", "script", "status"))
_OF_A_CONCEPT = ("kind", "note", "sources")


@dataclass(frozen=True, slots=True)
class Change:
    """One transaction."""

    id: int
    """Counts from 1; the highest is the termbase's version."""
    time: str
    """When it was written: UTC, ISO 8601, to the second."""
    author: str
    """Who wrote it."""
    reason: str
    """Why, in the author's words."""
    concepts: int
    """How many concepts it added, changed or removed."""
    undoes: int | None = None
    """The change that it takes back."""
    undone_by: int | None = None
    """The change that took it back."""

    @property
    def line(self) -> str:
        """The change as one line of a history."""
        size = "1 concept" if self.concepts == 1 else f"{self.concepts:,} concepts"
        undone = "" if self.undone_by is None else f" (undone by {self.undone_by})"
        return f"{self.id}  {self.time}  {self.author}  {size}  {self.reason}{undone}"


@dataclass(frozen=True, slots=True)
class Revision:
    """What a change did to one concept."""

    change: Change
    """The change."""
    concept: str
    """The concept's id."""
    before: Concept | None
    """What it said; None where the change added it."""
    after: Concept | None
    """What it says since then; None where the change removed it."""

    def lines(self) -> Iterator[str]:
        """What is different, a line each."""
        return differences(self.before, self.after)


def differences(before: Concept | None, after: Concept | None) -> Iterator[str]:
    """What a reader must know to see how one state of a concept became another, a line each."""
    if before is None or after is None:
        for concept, word in ((before, "removed"), (after, "added")):
            if concept is not None:
                yield f"{word} {concept.label} ({concept.kind}) with {_count(len(concept.terms))}"
        return
    for name in _OF_A_CONCEPT:
        yield from _difference(name, getattr(before, name), getattr(after, name))
    for word, ours, theirs in (("no longer", before, after), ("now", after, before)):
        for relation in ours.relations:
            if relation not in theirs.relations:
                yield f"{word} {relation.type} {relation.target}"
    was, now = _terms(before), _terms(after)
    for key, term in was.items():
        if key not in now:
            yield f"removed {_name(term)}, {standing(term)}"
    for key, term in now.items():
        old = was.get(key)
        if old is None:
            yield f"added {_name(term)}, {standing(term)}"
        elif old != term:
            yield f"{_name(term)}: {'; '.join(_changed(old, term))}"
    if was == now and [*was] != [*now]:
        yield "the terms stand in another order"


def _terms(concept: Concept) -> dict[tuple[str, str, str], Term]:
    return {(term.text, term.language, term.script): term for term in concept.terms}


def _changed(old: Term, new: Term) -> Iterator[str]:
    if old.status is not new.status:
        yield f"now {new.status}, was {old.status}"
    for field in _SHOWN:
        yield from _difference(field.name.replace("_", " "), getattr(old, field.name), getattr(new, field.name))


def _difference(name: str, old: object, new: object) -> Iterator[str]:
    if old != new:
        yield f"{name} {_value(new)}, was {_value(old)}"


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return _quoted("; ".join(map(str, value)))  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType] - tuples of strings, by the model
    if isinstance(value, Guard):
        return _quoted(
            ", ".join(f"{word} {'; '.join(words)}" for word, words in (("needs", value.needs), ("excludes", value.excludes)) if words)
        )
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _quoted("" if value is None else str(value))


def _quoted(text: str) -> str:
    return f"“{text}”" if text else "none"


def _name(term: Term) -> str:
    return f"{term.text} ({term.language}-{term.script})"


def standing(term: Term) -> str:
    """A term’s status, and what else is out of the ordinary about it."""
    said = [str(term.status)]
    for field in _SHOWN:
        value = getattr(term, field.name)
        if field.default is not MISSING and value != field.default:
            said.append(f"{field.name.replace('_', ' ')} {_value(value)}")
    return ", ".join(said)


def _count(terms: int) -> str:
    return "1 term" if terms == 1 else f"{terms} terms"
