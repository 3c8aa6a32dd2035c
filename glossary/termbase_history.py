"""What a termbase says of its changes: who, when, why, and what is different between two states of a concept, in lines.

Pure: nothing here knows a database.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields
from datetime import datetime
from enum import StrEnum

from glossary.model import Concept, Guard, Term
from translit.message import Message, joined

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
        return Message(
            "{id}  {time}  {author}  {size}  {reason}{undone}",
            id=self.id,
            time=_moment(self.time),
            author=self.author,
            size=Message.counted("{n} concept", "{n} concepts", self.concepts),
            reason=self.reason,
            undone="" if self.undone_by is None else Message(" (undone by {change})", change=self.undone_by),
        )


def _moment(time: str) -> str:
    """A time of the history as a message, so that another language can write it in its own way."""
    try:
        return Message("{when:%Y-%m-%dT%H:%M:%S}Z", when=datetime.fromisoformat(time))
    except ValueError:
        return time


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
        for concept, said in ((before, _REMOVED), (after, _ADDED)):
            if concept is not None:
                yield Message(said, label=concept.label, kind=Message.of(concept.kind), terms=terms_counted(concept))
        return
    for name in _OF_A_CONCEPT:
        yield from _difference(name, getattr(before, name), getattr(after, name))
    for said, ours, theirs in ((_NO_LONGER, before, after), (_NOW, after, before)):
        for relation in ours.relations:
            if relation not in theirs.relations:
                yield Message(said, relation=Message.of(relation.type), target=relation.target)
    was, now = _terms(before), _terms(after)
    for key, term in was.items():
        if key not in now:
            yield Message("removed {term}, {standing}", term=_name(term), standing=standing(term))
    for key, term in now.items():
        old = was.get(key)
        if old is None:
            yield Message("added {term}, {standing}", term=_name(term), standing=standing(term))
        elif old != term:
            yield Message("{term}: {changes}", term=_name(term), changes=joined("; ", _changed(old, term)))
    if was == now and [*was] != [*now]:
        yield Message("the terms stand in another order")


_NO_LONGER, _NOW = Message("no longer {relation} {target}"), Message("now {relation} {target}")
_ADDED, _REMOVED = Message("added {label} ({kind}) with {terms}"), Message("removed {label} ({kind}) with {terms}")


def _terms(concept: Concept) -> dict[tuple[str, str, str], Term]:
    return {(term.text, term.language, term.script): term for term in concept.terms}


def _changed(old: Term, new: Term) -> Iterator[str]:
    if old.status is not new.status:
        yield Message("now {new}, was {old}", new=Message.of(str(new.status)), old=Message.of(str(old.status)))
    for field in _SHOWN:
        yield from _difference(field.name.replace("_", " "), getattr(old, field.name), getattr(new, field.name))


def _difference(name: str, old: object, new: object) -> Iterator[str]:
    if old != new:
        yield Message("{field} {new}, was {old}", field=Message.of(name), new=_value(new), old=_value(old))


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return _quoted("; ".join(map(str, value)))  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType] - tuples of strings, by the model
    if isinstance(value, Guard):
        said = [Message("needs {words}", words="; ".join(value.needs))] if value.needs else []
        if value.excludes:
            said.append(Message("excludes {words}", words="; ".join(value.excludes)))
        return _quoted(joined(", ", said) if said else "")
    if isinstance(value, bool):
        return Message("yes") if value else Message("no")
    if isinstance(value, StrEnum):
        return _quoted(Message.of(str(value)))
    return _quoted("" if value is None else str(value))


def _quoted(text: str) -> str:
    """A value in the quotation marks of the user's language; a message in it is said in that language too."""
    return Message("“{text}”", text=text) if text else Message("none")


def _name(term: Term) -> str:
    return f"{term.text} ({term.language}-{term.script})"


def standing(term: Term) -> str:
    """A term’s status, and what else is out of the ordinary about it."""
    said = [Message.of(str(term.status))]
    for field in _SHOWN:
        value = getattr(term, field.name)
        if field.default is not MISSING and value != field.default:
            said.append(Message("{field} {value}", field=Message.of(field.name.replace("_", " ")), value=_value(value)))
    return joined(", ", said)


def terms_counted(concept: Concept) -> str:
    """How many terms a concept has."""
    return Message.counted("{n} term", "{n} terms", len(concept.terms))
