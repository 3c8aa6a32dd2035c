"""What the commands about the termbase do alike: open it, find a concept, say what a change did, and ask who made it and why.

Owns the options of every command that changes a termbase, so that an author and a reason are asked for in the same words everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from endonym_speech import speech
from passages.reports.terminal import emit
from translit.message import Message, either

if TYPE_CHECKING:
    from glossary.model import Concept
    from glossary.termbase import Termbase


def changing(command: Any) -> Any:
    """The options of every command that changes the termbase."""
    command = click.option("--reason", default="", help="Why, for the history.")(command)
    return click.option("--author", default=None, help="Who; ENDONYM_AUTHOR or the account's name where not given.")(command)


def opened(where: str, *, create: bool = False) -> Termbase:
    """The termbase, open; raises a `GlossaryError` where it cannot be."""
    from glossary.termbase import Termbase

    return Termbase.open(where, create=create)


def concept_of(where: str | Termbase, id: str) -> Concept:
    """A concept of a termbase, open or not.

    Raises:
        GlossaryError: where there is none; names the nearest.
    """
    from glossary.termbase import Termbase

    if not isinstance(where, Termbase):
        with opened(where) as base:
            return concept_of(base, id)
    try:
        return where.concept(id)
    except KeyError:
        return in_glossary(where.concepts(), id, where.where)


def in_glossary(concepts: Iterable[Concept], id: str, where: str) -> Concept:
    """The one of some concepts with this id; `where` names them. Raises as `concept_of` does."""
    from difflib import get_close_matches

    from glossary.errors import GlossaryError

    ids: list[str] = []
    for concept in concepts:
        if concept.id == id:
            return concept
        ids.append(concept.id)
    near = get_close_matches(id, ids, 3)
    remedy = Message("did you mean {names}?", names=either(near)) if near else "`endonym glossary list` shows what there is"
    raise GlossaryError(where, None, Message("there is no concept “{id}”", id=id), remedy)


def tell(base: Termbase, change: Any, *, brief: bool = False) -> None:
    """What a change did, or that it did nothing."""
    from glossary.termbase_telling import revision_lines

    if change is None:
        click.echo(speech().text("Nothing to change."))
    elif brief:
        click.echo(speech().say(change.line))
    else:
        emit(map(speech().say, revision_lines(base.revisions(change.id))))


def author_of(author: str | None) -> str:
    """Who makes a change: who is named, else ENDONYM_AUTHOR or the account's name."""
    from glossary.termbase_place import default_author

    return author or default_author()
