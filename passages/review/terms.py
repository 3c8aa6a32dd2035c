"""A term added or changed from where the reviewer stands, in the termbase of the project; who did it and why is kept there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from glossary.model import Concept
    from glossary.sources import Sources


def termbase_of(sources: Sources | None, path: Path) -> str | Path:
    """The termbase that a term goes into: the one the names come from, else the project's own."""
    from glossary.termbase_place import project_termbase
    from passages.review.place import project_of

    if sources is not None and sources.termbase is not None:
        return sources.termbase
    return project_termbase(project_of(path))


def put_term(
    termbase: str | Path,
    sources: Sources | None,
    concept: str,
    text: str,
    said: Mapping[str, str],
    *,
    language: str,
    kind: str,
    author: str,
    reason: str,
) -> int | None:
    """Add a term to a concept, or change what is said of it; the number of the change, None where nothing changed.

    A concept that only the built-in glossary or a file has gets an entry of the same id and kind in the termbase, which is laid over it.

    Raises:
        GlossaryError: for a term that contradicts itself, or a termbase that cannot be written.
    """
    from glossary.editing import with_term
    from glossary.termbase import Termbase

    with Termbase.open(termbase, create=True) as base:
        based_on = base.version
        try:
            there: Concept | None = base.concept(concept)
        except KeyError:
            there = None
        chosen = kind or ("" if there is not None else _kind(sources, concept))
        changed = with_term(there, concept, text, said, language=language, kind=chosen)
        made = base.put([changed], author=author or "reviewer", reason=reason, based_on=based_on)
        return None if made is None else made.id


def undo_change(termbase: str | Path, change: int, *, author: str, reason: str) -> int:
    """Take a change of the termbase back; the number of the change that does it.

    Raises:
        GlossaryError: where somebody has changed it since.
    """
    from glossary.termbase import Termbase

    with Termbase.open(termbase) as base:
        return base.undo(change, author=author or "reviewer", reason=reason).id


def _kind(sources: Sources | None, concept: str) -> str:
    """The kind of a concept that stands elsewhere; empty where none is known."""
    if sources is None:
        return ""
    try:
        return sources.glossary().concept(concept).kind
    except KeyError:
        return ""
