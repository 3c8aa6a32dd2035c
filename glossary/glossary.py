"""A glossary: concepts, where they come from, and how two glossaries become one.

Owns the value `Glossary`; reading files is `load_toml` and `load_table`, merging is `union`, and what a text
is searched with is `lexicon`. Those are imported where used, so that naming a glossary costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.model import Concept, Term

if TYPE_CHECKING:
    from glossary.lexicon import Lexicon

_CONTENT = attrgetter(*(field.name for field in fields(Term) if field.compare and field.name != "guard"))
"""All that a term says, but for its guard."""


@dataclass(frozen=True)
class Glossary:
    """Concepts, in order; compares equal to any glossary that says the same."""

    concepts: tuple[Concept, ...]
    """Each has an id of its own."""
    conflicts: tuple[str, ...] = ()
    """What two files say differently and which of them won, a line each."""

    @classmethod
    def builtin(cls) -> Glossary:
        """The glossary that ships with endonym."""
        from glossary.load_toml import load_builtin

        return cls(load_builtin())

    @classmethod
    def load(cls, path: str | Path, *more: str | Path) -> Glossary:
        """The glossary in a file, or in several, where later ones win.

        A name ending in `.toml` is read as the built-in glossary is written; `.tbx`, `.xlsx`, `.jsonl` and `.utx` by `exchange`; anything
        else as a table (CSV or TSV).

        Raises:
            GlossaryError: naming file, line and remedy, for the first fault found.
        """
        whole = cls(())
        for file in (path, *more):
            whole = whole | cls(_concepts_of(Path(file)))
        return whole

    @classmethod
    def of(cls, concepts: Iterable[Concept]) -> Glossary:
        """The glossary of these concepts.

        Raises:
            ValueError: where two of them have one id.
        """
        given = tuple(concepts)
        seen: set[str] = set()
        for concept in given:
            if concept.id in seen:
                raise ValueError(f"two concepts have the id {concept.id!r}; unite two glossaries with | instead")
            seen.add(concept.id)
        return cls(given)

    def __or__(self, other: Glossary) -> Glossary:
        """Both glossaries in one; where they disagree `other` wins and `conflicts` says so."""
        if not other.concepts or not self.concepts:
            return Glossary(self.concepts or other.concepts, (*self.conflicts, *other.conflicts))
        from glossary.union import unite

        concepts, conflicts = unite(self.concepts, other.concepts)
        return Glossary(concepts, tuple(dict.fromkeys((*self.conflicts, *other.conflicts, *conflicts))))

    def concept(self, id: str) -> Concept:
        """The concept with this id.

        Raises:
            KeyError: where there is none.
        """
        return self._by_id[id]

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 over all that the glossary says, in hexadecimal; the order of concepts does not count, that of terms does."""
        import hashlib
        import json

        digest = hashlib.sha256(b"endonym glossary 1")
        for concept in sorted(self.concepts, key=lambda concept: concept.id):
            terms = [(*_CONTENT(term), term.guard.needs, term.guard.excludes) for term in concept.terms]
            relations = [(relation.type, relation.target) for relation in concept.relations]
            said = json.dumps([concept.id, concept.kind, concept.note, concept.sources, relations, terms], ensure_ascii=False)
            digest.update(said.encode("utf-8", "surrogatepass"))
        return digest.hexdigest()

    def lexicon(self, language: str) -> Lexicon:
        """What a text in this language is searched with; compiled once for each glossary and language."""
        found = self._lexicons.get(language)
        if found is None:
            from glossary.lexicon import Lexicon

            found = self._lexicons[language] = Lexicon.compile(self, language)
        return found

    @cached_property
    def _by_id(self) -> dict[str, Concept]:
        return {concept.id: concept for concept in self.concepts}

    @cached_property
    def _lexicons(self) -> dict[str, Lexicon]:
        return {}


_EXCHANGED = (".tbx", ".xlsx", ".jsonl", ".utx")
"""Suffixes that `exchange` reads; everything else is a table."""


def _concepts_of(path: Path) -> tuple[Concept, ...]:
    if path.suffix.casefold() == ".toml":
        from glossary.load_toml import load_toml

        return load_toml(path)
    if path.suffix.casefold() in _EXCHANGED:
        from glossary.exchange import read

        return read(path).concepts
    from glossary.load_table import load_table

    return load_table(path)
