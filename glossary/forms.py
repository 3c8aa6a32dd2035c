"""Forms: the shapes a name takes in a sentence, each with the same shape of the name that takes its place.

Owns the list of languages that have rules, and the forms a glossary gives by hand. A language's rules are one module with the
functions of `Inflection` and one line in `INFLECTIONS`; a language without them has the terms as written and the given forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from glossary import forms_english
from glossary.form import BASE, GIVEN, Form
from glossary.model import Term


class Inflection(Protocol):
    """The rules of one language; a module is one."""

    def forms(self, term: Term, replacement: str | None, kind: str) -> Iterable[Form]:
        """The forms of a term of a concept of this kind that rules make, without the term as written."""
        ...

    def ending(self, text: str, start: int, end: int) -> int:
        """Where the name at `start:end` ends with a regular ending that stands behind any form; `end` where there is none."""
        ...

    def carried(self, ending: str, replacement: str) -> str:
        """The ending as another name takes it."""
        ...


@dataclass(frozen=True, slots=True)
class Uninflected:
    """The rules of a language that has none."""

    def forms(self, term: Term, replacement: str | None, kind: str) -> Iterable[Form]:  # noqa: ARG002 - the protocol's names
        """No forms."""
        return ()

    def ending(self, text: str, start: int, end: int) -> int:  # noqa: ARG002 - the protocol's names
        """No ending."""
        return end

    def carried(self, ending: str, replacement: str) -> str:  # noqa: ARG002 - the protocol's names
        """The ending as it is."""
        return ending


INFLECTIONS: dict[str, Inflection] = {"en": forms_english}
"""Language subtag to its rules."""


def inflection(language: str) -> Inflection:
    """The rules of a language, by its primary subtag."""
    return INFLECTIONS.get(language.partition("-")[0]) or Uninflected()


def expand(term: Term, replacement: str | None, kind: str) -> Iterator[Form]:
    """All forms of a term: as written, then the given ones, then those made by the rules of the term's language.

    A given `form=other` is replaced by `other`; a given `form` alone by the replacement as written.
    """
    yield Form(BASE, term.text, replacement)
    for given in term.forms:
        spelling, equals, other = given.partition("=")
        if spelling.strip():
            yield Form(GIVEN, spelling.strip(), (other.strip() if equals and replacement is not None else replacement) or replacement)
    if not term.indeclinable:
        yield from inflection(term.language).forms(term, replacement, kind)
