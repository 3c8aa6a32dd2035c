"""Forms: the shapes a name takes in a sentence, each with the same shape of the name that takes its place.

Owns the list of languages that have rules, and the forms a glossary gives by hand. A language's rules are one module with an
`INFLECTION` and one entry in `INFLECTIONS`; a language without them has the terms as written and the given forms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import cast

from glossary.form import BASE, GIVEN, Form, Inflection
from glossary.model import Concept, Term

INFLECTIONS = {"de": "german", "en": "english", "fr": "french", "kk": "kazakh", "ru": "russian", "uk": "ukrainian"}
"""Language subtag to the end of its module's name: `glossary.forms_english`. One is imported when a glossary is asked for its language."""


def _no_forms(term: Term, replacement: str | None, kind: str) -> Iterable[Form]:  # noqa: ARG001 - the names of `Inflection.forms`
    return ()


_NONE = Inflection(_no_forms)


def inflection(language: str) -> Inflection:
    """The rules of a language, by its primary subtag; rules that make nothing for one that is not listed."""
    name = INFLECTIONS.get(language.partition("-")[0])
    return _NONE if name is None else cast("Inflection", import_module(f"glossary.forms_{name}").INFLECTION)


def forms_of(concept: Concept, term: Term) -> Iterator[Form]:
    """All forms of a term of a concept, as `expand` gives them."""
    replacement = concept.replacement(term)
    fixed = replacement is not None and any(
        other.indeclinable and (other.text, other.language, other.script) == (replacement, term.language, term.script)
        for other in concept.terms
    )
    return expand(term, replacement, concept.kind, fixed=fixed)


def expand(term: Term, replacement: str | None, kind: str, *, fixed: bool = False) -> Iterator[Form]:
    """All forms of a term: as written, then the given ones, then those made by the rules of the term's language.

    A given `form=other` is replaced by `other`; a given `form` alone by the replacement as written. Where the replacement is `fixed`, that is
    indeclinable, it stands as written for every case of the term; adjectives of the term are left out, for it has none to answer them.
    """
    made: list[Form] = []
    if not term.indeclinable and fixed:
        made = [
            Form(form.name, form.text, replacement)
            for form in inflection(term.language).forms(term, None, kind)
            if form.text != term.text and not form.name.startswith("adjective")
        ]
    elif not term.indeclinable:
        made = list(inflection(term.language).forms(term, replacement, kind))
    # Where the name as written is of several cases (Целиноград), its replacement names them all.
    several = next((form.replacement for form in made if form.text == term.text), replacement)
    yield Form(BASE, term.text, several)
    for given in term.forms:
        spelling, equals, other = given.partition("=")
        if spelling.strip():
            yield Form(GIVEN, spelling.strip(), (other.strip() if equals and replacement is not None else replacement) or replacement)
    yield from (form for form in made if form.text != term.text)
