"""What every reader of another program's glossary shares: its outcome, its options, and how loose drafts become sound concepts.

A file from elsewhere says less than the model wants and now and then contradicts itself in ways that are usual there: two preferred
synonyms, a term listed twice, no status at all. Those are settled here, once, with a remark; what would make the glossary wrong is a
fault and stops the reading.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from glossary.lint import structure
from glossary.load_table import identifier
from glossary.model import Concept, Relation, Status, Term
from glossary.reading import Place
from translit.message import Message

if TYPE_CHECKING:
    from glossary.exchange.mapping import Mapping


@dataclass(frozen=True, slots=True)
class Options:
    """What a file does not say of itself."""

    mapping: Mapping | None = None
    """For tables and workbooks: what each column is; None to go by the header."""
    languages: tuple[str, str] | None = None
    """For formats of two languages: that of the source and that of the target; None to go by the file or by the letters."""
    target: str = "the file that is written over"
    """The file that is written, for messages."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, and what the reader should be told."""

    concepts: tuple[Concept, ...]
    """In the order of the file."""
    remarks: tuple[str, ...] = ()
    """What was settled or left aside on the way, a line each."""


@dataclass(slots=True)
class Draft:
    """A concept while it is being read."""

    label: str
    """What the file calls it: an id, or a name; drafts of one label are one concept."""
    line: int | None = None
    """Where it begins, from 1."""
    kind: str = "other"
    note: str = ""
    sources: tuple[str, ...] = ()
    relations: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    """Type, and the label of the other draft."""
    terms: list[Term] = field(default_factory=list[Term])
    open: set[int] = field(default_factory=set[int])
    """The places in `terms` of those whose status the file does not say."""

    def add(self, term: Term, *, status_known: bool = True) -> None:
        """Add a term."""
        if not status_known:
            self.open.add(len(self.terms))
        self.terms.append(term)


class Drafts:
    """Drafts by label, in the order in which they are met."""

    def __init__(self, place: Place) -> None:
        """Begin with none; `place` is the file."""
        self.place = place
        self.remarks: list[str] = []
        self._drafts: dict[str, Draft] = {}

    def of(self, label: str, line: int | None = None) -> Draft:
        """The draft of a label, made where there is none."""
        found = self._drafts.get(label)
        if found is None:
            found = self._drafts[label] = Draft(label, line)
        return found

    def remark(self, line: int | None, text: str) -> None:
        """Keep something to tell the reader, with the line it is about."""
        where = self.place.source if line is None else f"{self.place.source}:{line}"
        self.remarks.append(Message("{where}: {remark}", where=where, remark=Message.of(text)))

    def finish(self, remedy: str = "check that this is the file you meant") -> Reading:
        """The concepts; raises GlossaryError where there are none, or one contradicts itself."""
        with_terms = [draft for draft in self._drafts.values() if draft.terms]
        if not with_terms:
            raise self.place.fault("holds no names", remedy)
        ids = _identifiers(with_terms)
        concepts = tuple(self._concept(draft, ids) for draft in with_terms)
        return Reading(concepts, tuple(self.remarks))

    def _concept(self, draft: Draft, ids: dict[str, str]) -> Concept:
        relations: list[Relation] = []
        for type, target in draft.relations:
            relations.append(Relation(type, ids.get(target) or identifier(target)))
        concept = Concept(
            ids[draft.label],
            draft.kind,
            tuple(self._settled(draft)),
            draft.note,
            draft.sources,
            tuple(dict.fromkeys(relations)),
            origin=self.place.source,
        )
        fault = next(structure(concept), None)
        if fault is not None:
            raise self.place.at(fault.line or draft.line).fault(fault.problem, fault.remedy)
        return concept

    def _settled(self, draft: Draft) -> Iterable[Term]:
        """The terms once each, every one with a status, and no two of them preferred in one place."""
        known = {
            (term.language, term.script, term.type)
            for at, term in enumerate(draft.terms)
            if at not in draft.open and term.status is Status.PREFERRED
        }
        taken: set[tuple[str, str, str]] = set()
        seen: dict[tuple[str, str, str], Term] = {}
        for at, term in enumerate(draft.terms):
            slot = (term.language, term.script, term.type)
            if at in draft.open:
                term = replace(term, status=Status.ADMITTED if slot in known | taken else Status.PREFERRED)  # noqa: PLW2901 - the term as it is from here on
            key = (term.text, term.language, term.script)
            if key in seen:
                if term != seen[key]:
                    self.remark(term.line, Message("“{text}” is there twice; the first stands", text=term.text))
                continue
            if term.status is Status.PREFERRED:
                if slot in taken:
                    self.remark(
                        term.line,
                        Message(
                            "“{text}” is preferred beside another name in {language}; it is taken as admitted",
                            text=term.text,
                            language=term.language,
                        ),
                    )
                    term = replace(term, status=Status.ADMITTED)  # noqa: PLW2901 - as above
                taken.add(slot)
            seen[key] = term
        return seen.values()


def _identifiers(drafts: Iterable[Draft]) -> dict[str, str]:
    """An id for each label, no two alike."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    waiting: list[str] = []
    for draft in drafts:
        # A label that is an id already keeps it, whatever others would become.
        if identifier(draft.label) == draft.label:
            ids[draft.label] = draft.label
            taken.add(draft.label)
        else:
            waiting.append(draft.label)
    for label in waiting:
        base = found = identifier(label)
        number = 2
        while found in taken:
            found = f"{base}-{number}"
            number += 1
        ids[label] = found
        taken.add(found)
    return ids
