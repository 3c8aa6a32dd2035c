"""Forms: the shapes a name takes in a sentence, each with the same shape of the name that takes its place.

Owns the list of languages that have rules, and the forms a glossary gives by hand. A language's rules are one module with the
functions of `Inflection` and one line in `INFLECTIONS`; a language without them has the terms as written and the given forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Protocol, cast

from glossary.form import BASE, GIVEN, Form
from glossary.model import Term
from translit.values import value


class Inflection(Protocol):
    """The rules of one language; a module is one."""

    def forms(self, term: Term, replacement: str | None, kind: str) -> Iterable[Form]:
        """The forms of a term of a concept of this kind that rules make, without the term as written."""
        ...

    def settled(self, answers: Mapping[str, str], text: str, start: int) -> str:
        """Which replacement answers a form that stands for several, by what is before its `start`; `answers` is by form, not empty."""
        ...

    def ending(self, text: str, start: int, end: int) -> int:
        """Where the name at `start:end` ends with a regular ending that stands behind any form; `end` where there is none."""
        ...

    def carried(self, ending: str, replacement: str) -> str:
        """The ending as another name takes it."""
        ...


@value
class Uninflected:
    """The rules of a language that has none."""

    def forms(self, term: Term, replacement: str | None, kind: str) -> Iterable[Form]:  # noqa: ARG002 - the protocol's names
        """No forms."""
        return ()

    def settled(self, answers: Mapping[str, str], text: str, start: int) -> str:  # noqa: ARG002 - the protocol's names
        """The first."""
        return next(iter(answers.values()))

    def ending(self, text: str, start: int, end: int) -> int:  # noqa: ARG002 - the protocol's names
        """No ending."""
        return end

    def carried(self, ending: str, replacement: str) -> str:  # noqa: ARG002 - the protocol's names
        """The ending as it is."""
        return ending


INFLECTIONS = {"en": "english", "kk": "kazakh", "ru": "russian"}
"""Language subtag to the end of its module's name: `glossary.forms_english`. One is imported when a text in its language is read."""


def inflection(language: str) -> Inflection:
    """The rules of a language, by its primary subtag."""
    name = INFLECTIONS.get(language.partition("-")[0])
    return Uninflected() if name is None else cast("Inflection", import_module(f"glossary.forms_{name}"))


def expand(term: Term, replacement: str | None, kind: str) -> Iterator[Form]:
    """All forms of a term: as written, then the given ones, then those made by the rules of the term's language.

    A given `form=other` is replaced by `other`; a given `form` alone by the replacement as written.
    """
    made = [] if term.indeclinable else list(inflection(term.language).forms(term, replacement, kind))
    # Where the name as written is of several cases (Целиноград), its replacement names them all.
    several = next((form.replacement for form in made if form.text == term.text), replacement)
    yield Form(BASE, term.text, several)
    for given in term.forms:
        spelling, equals, other = given.partition("=")
        if spelling.strip():
            yield Form(GIVEN, spelling.strip(), (other.strip() if equals and replacement is not None else replacement) or replacement)
    yield from (form for form in made if form.text != term.text)
