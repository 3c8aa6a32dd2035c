"""JSON Lines: a concept a line with every field of the model, and nothing lost.

The lines are those the termbase keeps, sorted by id, so that two exports differ where the glossaries do. A line is judged like any
other file: a field of the wrong type, an unknown key or a name that is not clean is a fault, with its line.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields as fields_of
from dataclasses import replace
from typing import cast

from glossary import fields
from glossary.exchange.reading import Options, Reading
from glossary.lint import structure
from glossary.model import Concept, Term
from glossary.reading import Place
from glossary.termbase_codec import dumps, loads
from translit.message import Message

_TEXT = {field.name for field in (*fields_of(Term), *fields_of(Concept)) if field.type == "str"}
_OPTIONAL = {field.name for field in fields_of(Term) if field.type == "str | None"}
_TRUTH = {field.name for field in fields_of(Term) if field.type == "bool"}
_REMEDY = Message("correct the line, or export the glossary again")


def read(data: bytes, place: Place, _options: Options) -> Reading:
    """The concepts of the lines; empty lines are passed over."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise place.at(data.count(b"\n", 0, error.start) + 1).fault(
            "is not UTF-8, as JSON Lines must be", "save the file as UTF-8"
        ) from None
    concepts: dict[str, Concept] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        here = place.at(number)
        concept = _concept(line, here)
        if concept.id in concepts:
            raise here.fault(Message("the concept “{id}” is there already", id=concept.id), "remove one of the two lines")
        concepts[concept.id] = concept
    if not concepts:
        raise place.fault("holds no concepts", "check that this is the file you meant")
    return Reading(tuple(concepts.values()))


def write(concepts: Iterable[Concept], _options: Options, _base: bytes | None) -> bytes:
    """The lines, sorted by id.

    Raises:
        UnicodeEncodeError: for a lone surrogate.
    """
    return "".join(dumps(concept) + "\n" for concept in sorted(concepts, key=lambda concept: concept.id)).encode()


def _concept(line: str, place: Place) -> Concept:
    try:
        concept = loads(line)
    except (ValueError, RecursionError) as error:
        raise place.fault(Message("is no concept: {why}", why=error), _REMEDY) from None
    _typed(concept, place)
    fault = next(structure(concept), None)
    if fault is not None:
        raise place.fault(fault.problem, fault.remedy)
    terms = tuple(replace(term, line=place.line) for term in concept.terms)
    return replace(concept, terms=terms, origin=place.source)


def _typed(concept: Concept, place: Place) -> None:
    """Raises GlossaryError where a field is of another type than the model's, or a name, a tag or a date is none."""
    for name in ("id", "kind", "note"):
        _string(name, getattr(concept, name), place)
    _strings("sources", concept.sources, place)
    for relation in concept.relations:
        _string("relation", relation.type, place)
        _string("relation", relation.target, place)
    for term in concept.terms:
        for field in fields_of(term):
            value = getattr(term, field.name)
            if field.name in _TEXT or (field.name in _OPTIONAL and value is not None):
                _string(field.name, value, place)
            elif field.name in _TRUTH and not isinstance(value, bool):
                raise place.fault(Message("`{name}` is neither true nor false", name=field.name), _REMEDY)
        for name, values in (
            ("forms", term.forms),
            ("sources", term.sources),
            ("needs", term.guard.needs),
            ("excludes", term.guard.excludes),
        ):
            _strings(name, values, place)
        if fields.name(term.text, place) != term.text:
            raise place.fault(Message("“{text}” is not in NFC, or has spaces at its ends", text=term.text), _REMEDY)
        if fields.language(term.language, place) != term.language or fields.script(term.script, place) != term.script:
            raise place.fault(
                Message("“{language}” or “{script}” is not written as usual", language=term.language, script=term.script),
                "write en and Latn",
            )
        for day in (term.valid_from, term.valid_until):
            if day is not None:
                fields.day(day, place)


def _string(name: str, value: object, place: Place) -> None:
    if not isinstance(value, str):
        raise place.fault(Message("`{name}` is no string", name=name), _REMEDY)


def _strings(name: str, values: object, place: Place) -> None:
    if not isinstance(values, tuple):
        raise place.fault(Message("`{name}` is no list", name=name), _REMEDY)
    for value in cast("tuple[object, ...]", values):
        _string(name, value, place)
