"""A concept as one line of JSON, and back: how the termbase keeps it.

Every field of the model is written under its own name, and a field at its default is left out, so that a field added to the model
later needs no new schema. A key that the model does not know is refused, never dropped.
"""

from __future__ import annotations

import json
import re
from dataclasses import MISSING, fields
from operator import attrgetter
from typing import Any, cast

from glossary.model import CaseRule, Concept, Guard, Relation, Status, Term, TermType
from translit.message import Message

_ENUMS: dict[str, type[Status | TermType | CaseRule]] = {"status": Status, "type": TermType, "case": CaseRule}
_ALWAYS = object()


def _defaults(model: type[Term | Concept], *without: str) -> dict[str, object]:
    """The fields that are part of equality, each with its default, `_ALWAYS` where it has none."""
    return {
        field.name: _ALWAYS if field.default is MISSING else field.default
        for field in fields(model)
        if field.compare and field.name not in without
    }


_TERM, _CONCEPT = _defaults(Term), _defaults(Concept, "terms", "relations")
_NEEDED = tuple(name for name, default in _TERM.items() if default is _ALWAYS)
_of_plain, _optional = attrgetter(*_NEEDED), attrgetter(*(name for name in _TERM if name not in _NEEDED))
_USUAL = tuple(default for default in _TERM.values() if default is not _ALWAYS)
_of_term, _of_concept = attrgetter(*_TERM), attrgetter(*_CONCEPT)
_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")  # as JSON writes it
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def dumps(concept: Concept) -> str:
    """The concept as one line of JSON; equal concepts give equal lines.

    Raises:
        ValueError: for a character that is no text and that no database keeps: NUL, or half of a surrogate pair.
    """
    said: dict[str, object] = {
        name: value for (name, default), value in zip(_CONCEPT.items(), _of_concept(concept), strict=True) if value != default
    }
    said["terms"] = [_term(term) for term in concept.terms]
    if concept.relations:
        said["relations"] = [[relation.type, relation.target] for relation in concept.relations]
    line = _encode(said)
    if not _is_text(line):
        raise ValueError(Message("“{id}” has a character that is no text", id=concept.id))
    return line


def _is_text(line: str) -> bool:
    """Whether a line has neither NUL nor half of a surrogate pair; asked of a million lines, so that a pattern is the last resort."""
    if "\\u0000" in line and _NUL.search(line):
        return False
    try:
        return line.isascii() or bool(line.encode())
    except UnicodeEncodeError:
        return False


def _term(term: Term) -> dict[str, object]:
    if _optional(term) == _USUAL:
        # Nearly every term of a gazetteer says no more than it must.
        return dict(zip(_NEEDED, _of_plain(term), strict=True))
    said: dict[str, object] = {
        name: value for (name, default), value in zip(_TERM.items(), _of_term(term), strict=True) if value != default
    }
    if term.guard:
        said["guard"] = {"needs": term.guard.needs, "excludes": term.guard.excludes}
    return said


def loads(line: str) -> Concept:
    """The concept of a line.

    Raises:
        ValueError: where it is no JSON of a concept.
    """
    try:
        said: dict[str, Any] = json.loads(line)
        terms = tuple(_read_term(term) for term in said.pop("terms"))
        relations = tuple(Relation(type, target) for type, target in said.pop("relations", ()))
        return Concept(terms=terms, relations=relations, **_tuples(said))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(Message("not a concept: {why}", why=error)) from error


def _read_term(said: dict[str, Any]) -> Term:
    for name, enum in _ENUMS.items():
        if name in said:
            said[name] = enum(said[name])
    if "guard" in said:
        said["guard"] = Guard(**_tuples(said["guard"]))
    return Term(**_tuples(said))


def _tuples(said: dict[str, Any]) -> dict[str, Any]:
    """The same with lists as tuples, as the model has them."""
    for name, value in said.items():
        if type(value) is list:
            said[name] = tuple(cast("list[object]", value))
    return said
