"""What an import would do, as values: what it adds, changes and contradicts, and the questions that somebody must answer first.

Owns how a plan is told and when it is refused; `importing.py` makes one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from glossary.errors import GlossaryError
from glossary.model import Concept
from glossary.termbase_history import differences
from translit.message import Message, joined

SHOWN = 50
"""Concepts of each kind that the lines of a plan name; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Alteration:
    """A concept of the glossary that the import changes."""

    before: Concept
    """As it stands."""
    after: Concept
    """As it would be."""


@dataclass(frozen=True, slots=True)
class Question:
    """A concept of the file that may be one of several, or a new one."""

    concept: Concept
    """What the file says."""
    candidates: tuple[Concept, ...]
    """What it may be."""
    why: str
    """Why that is open."""
    may_be_new: bool = True
    """Whether it can be answered that the concept is a new one; not, where that has been said already."""

    def __str__(self) -> str:
        known = joined(", ", (Message("{id} (“{label}”)", id=one.id, label=one.label) for one in self.candidates))
        return Message(
            "{id} (“{label}”): {why}: {known}", id=self.concept.id, label=self.concept.label, why=Message.of(self.why), known=known
        )


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do."""

    adds: tuple[Concept, ...] = ()
    """Concepts that are new."""
    changes: tuple[Alteration, ...] = ()
    """Concepts that would say something else."""
    contradictions: tuple[str, ...] = ()
    """What the file says against the glossary, a line each; the file wins where the plan is applied in spite of them."""
    ambiguous: tuple[Question, ...] = ()
    """What somebody must decide first."""
    unchanged: int = 0
    """Concepts of which the file says nothing new."""
    remarks: tuple[str, ...] = ()
    """What the reader of the file settled or left aside."""

    def lines(self) -> Iterator[str]:
        """The plan to be shown: a summary, then each concept."""
        yield joined(
            ", ",
            (
                Message.counted("{n} to add", "{n} to add", len(self.adds)),
                Message.counted("{n} to change", "{n} to change", len(self.changes)),
                Message.counted("{n} unchanged", "{n} unchanged", self.unchanged),
                Message.counted("{n} contradiction", "{n} contradictions", len(self.contradictions)),
                Message.counted("{n} to be decided", "{n} to be decided", len(self.ambiguous)),
            ),
        )
        for concept in self.adds[:SHOWN]:
            yield from (Message("+ {id}: {line}", id=concept.id, line=line) for line in differences(None, concept))
        yield from _more(len(self.adds))
        for one in self.changes[:SHOWN]:
            yield from (Message("~ {id}: {line}", id=one.before.id, line=line) for line in differences(one.before, one.after))
        yield from _more(len(self.changes))
        yield from (Message("! {line}", line=line) for line in self.contradictions)
        yield from (Message("? {line}", line=str(question)) for question in self.ambiguous)
        yield from (Message("# {line}", line=line) for line in self.remarks)

    def puts(self, *, overwrite: bool = False, source: str = "import") -> list[Concept]:
        """The concepts to put into a termbase as one change; `source` is the file, for messages.

        Raises:
            GlossaryError: where something must be decided first, or `overwrite` is false and the file contradicts the glossary.
        """
        if self.ambiguous:
            question = self.ambiguous[0]
            id, other = question.concept.id, question.candidates[0].id
            if question.may_be_new:
                remedy = Message("say --merge {id}={other} or --new {id}", id=id, other=other)
            else:
                remedy = Message("say --merge {id}={other}, or give it another id in the file", id=id, other=other)
            problem = Message("{count} to be decided, first {question}", count=len(self.ambiguous), question=str(question))
            raise GlossaryError(source, None, problem, remedy)
        if self.contradictions and not overwrite:
            raise refused(len(self.contradictions), self.contradictions[0], source)
        return [*self.adds, *(one.after for one in self.changes)]


def refused(contradictions: int, first: str, source: str) -> GlossaryError:
    """What is raised where a file contradicts the glossary: how often, and the first of the lines."""
    count = Message.counted("{n} contradiction", "{n} contradictions", contradictions)
    problem = Message("{count}, first: {first}", count=count, first=first)
    return GlossaryError(source, None, problem, "let the file win with --overwrite, or correct one of the two")


def _more(count: int) -> Iterator[str]:
    if count > SHOWN:
        yield Message.counted("  … and {n} more", "  … and {n} more", count - SHOWN)
