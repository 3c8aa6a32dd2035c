"""What formats of two languages share: which two, and which name of the one stands for which of the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from glossary import fields
from glossary.exchange.reading import Options
from glossary.model import Concept, Status, Term
from glossary.reading import Place
from translit.message import Message


@dataclass(frozen=True, slots=True)
class Pair:
    """A name and its translation."""

    concept: Concept
    source: Term
    target: Term


def languages_of(concepts: Iterable[Concept], options: Options) -> tuple[str, str]:
    """The two languages to write: those asked for, else English (or the commonest) and the commonest other.

    Raises:
        ValueError: where the glossary has one language only.
    """
    if options.languages is not None:
        return options.languages
    counts = Counter(term.language for concept in concepts for term in concept.terms)
    ranked = sorted(counts, key=lambda language: (-counts[language], language))
    if len(ranked) < 2:
        raise ValueError(Message("the names are all of one language, and the format wants two"))
    source = "en" if "en" in counts else ranked[0]
    return source, next(language for language in ranked if language != source)


def pairs(concepts: Iterable[Concept], languages: tuple[str, str], statuses: tuple[Status, ...] = (Status.PREFERRED,)) -> Iterator[Pair]:
    """The preferred names of the source language, each with the names of its type in the target language that have such a status.

    Concepts by id; a name of the target of another script than the first stands after it.
    """
    source_language, target_language = languages
    for concept in sorted(concepts, key=lambda concept: concept.id):
        for source in concept.terms:
            if source.language != source_language or source.status is not Status.PREFERRED:
                continue
            targets = [
                one for one in concept.terms if one.language == target_language and one.type is source.type and one.status in statuses
            ]
            for target in sorted(targets, key=lambda one: statuses.index(one.status)):
                yield Pair(concept, source, target)


def term(text: str, language: str | None, place: Place, status: Status = Status.PREFERRED) -> Term:
    """A term of a file that says no more than the spelling; its language by the letters where None is given."""
    name = fields.name(text, place)
    return Term(name, language or fields.language_of(name, place), fields.script_of(name), status, line=place.line)


def noted(one: Term, note: str) -> Term:
    """The term with a note."""
    return replace(one, note=" ".join(note.split()))


def one_line(text: str) -> str:
    """The text without what separates cells and lines."""
    return " ".join(text.split())
