"""What a termbase answers, as lines of text: concepts, hits, the history and what a change did. Nothing here knows a database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from glossary.model import Concept, Term
from glossary.termbase_history import Revision, standing, terms_counted
from translit.message import Message

_SHOWN = 50  # concepts of one change that are told in full


def concept_line(concept: Concept) -> str:
    """A concept in a list."""
    return Message(
        "{id}  {label}  {kind}  {terms}\n", id=concept.id, label=concept.label, kind=Message.of(concept.kind), terms=terms_counted(concept)
    )


def concept_lines(concept: Concept, language_name: Callable[[str], str] = str) -> Iterator[str]:
    """All that is known of a concept: its terms by language, each with what is out of the ordinary about it, then its relations."""
    yield Message("{id} ({kind})\n", id=concept.id, kind=Message.of(concept.kind))
    if concept.note:
        yield f"  {concept.note}\n"
    languages: dict[str, list[Term]] = {}
    for term in concept.terms:
        languages.setdefault(f"{term.language}-{term.script}", []).append(term)
    for language, terms in languages.items():
        yield f"  {language_name(language)}\n"
        for term in terms:
            yield Message("    {term}: {standing}\n", term=term.text, standing=standing(term))
    for relation in concept.relations:
        yield Message("  {relation}: {target}\n", relation=Message.of(relation.type), target=relation.target)
    if concept.sources:
        yield Message("  {sources}: {list}\n", sources=Message("sources"), list="; ".join(concept.sources))


def revision_lines(revisions: Iterable[Revision], *, most: int = _SHOWN) -> Iterator[str]:
    """What a change did, concept by concept; of more than `most`, how many more there are."""
    waiting = iter(revisions)
    first = next(waiting, None)
    if first is None:
        return
    yield Message("{line}\n", line=first.change.line)
    yield from _lines(first)
    for revision in islice(waiting, most - 1):
        yield from _lines(revision)
    more = first.change.concepts - most
    if more > 0:
        yield Message.counted("  … and {n} concept more\n", "  … and {n} concepts more\n", more)


def _lines(revision: Revision) -> Iterator[str]:
    yield f"  {revision.concept}\n"
    for line in revision.lines():
        yield Message("    {line}\n", line=line)
