"""What a termbase answers, as lines of text: concepts, hits, the history and what a change did. Nothing here knows a database."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from glossary.model import Concept, Term
from glossary.termbase_history import Revision, standing

_SHOWN = 50  # concepts of one change that are told in full


def concept_line(concept: Concept) -> str:
    """A concept in a list."""
    terms = "1 term" if len(concept.terms) == 1 else f"{len(concept.terms)} terms"
    return f"{concept.id}  {concept.label}  {concept.kind}  {terms}\n"


def concept_lines(concept: Concept) -> Iterator[str]:
    """All that is known of a concept: its terms by language, each with what is out of the ordinary about it, then its relations."""
    yield f"{concept.id} ({concept.kind})\n"
    if concept.note:
        yield f"  {concept.note}\n"
    languages: dict[str, list[Term]] = {}
    for term in concept.terms:
        languages.setdefault(f"{term.language}-{term.script}", []).append(term)
    for language, terms in languages.items():
        yield f"  {language}\n"
        for term in terms:
            yield f"    {term.text}: {standing(term)}\n"
    for relation in concept.relations:
        yield f"  {relation.type}: {relation.target}\n"
    if concept.sources:
        yield f"  sources: {'; '.join(concept.sources)}\n"


def revision_lines(revisions: Iterable[Revision], *, most: int = _SHOWN) -> Iterator[str]:
    """What a change did, concept by concept; of more than `most`, how many more there are."""
    waiting = iter(revisions)
    first = next(waiting, None)
    if first is None:
        return
    yield f"{first.change.line}\n"
    yield from _lines(first)
    for revision in islice(waiting, most - 1):
        yield from _lines(revision)
    more = first.change.concepts - most
    if more > 0:
        yield f"  … and {more:,} concepts more\n"


def _lines(revision: Revision) -> Iterator[str]:
    yield f"  {revision.concept}\n"
    for line in revision.lines():
        yield f"    {line}\n"
