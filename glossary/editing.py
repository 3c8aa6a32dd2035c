"""One term of a concept added, changed or removed, from words as a user gives them; pure, so a database or a file can be behind it.

Whoever makes another spelling preferred leaves the one that was preferred in the same language, script and type admitted: it has been
right until now. Whether the concept still agrees with itself is for `lint.structure`, which a termbase asks of all it is given.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from glossary import fields
from glossary.model import Concept, Guard, Status, Term
from glossary.reading import Place
from translit.message import Message

OPTIONS = ("status", "type", "replacement", "from", "until", "case", "needs", "excludes", "forms", "weak", "note", "source")
"""What may be said of a term: the columns of a glossary table (docs/glossary-files.md) under the same names, with the same values."""


def with_term(concept: Concept | None, id: str, text: str, said: Mapping[str, str], *, language: str = "", kind: str = "") -> Concept:
    """The concept with a term as `said`; a term that is there keeps what is not said of it, a new one is preferred unless said otherwise.

    `concept` is None for a new one, which gets this id. The language is told by the letters where none is named; `said` has keys of
    `OPTIONS`, and an empty value takes back what was said before.

    Raises:
        GlossaryError: naming the option, what is wrong with it and what to write.
    """
    text = fields.name(text, Place("term"))
    spoken = fields.language(language, Place("--language")) if language else _language(concept, text)
    script = fields.script_of(text)
    there = None if concept is None else _find(concept, text, spoken)
    term = _said_of(there or Term(text, spoken, script, Status.PREFERRED), said)
    of = fields.kind(kind, Place("--kind")) if kind else "other"
    if concept is None:
        return Concept(id, of, (term,))
    terms = [_demoted(each, term) for each in concept.terms]
    if there is None:
        terms.append(term)
    else:
        terms[concept.terms.index(there)] = term
    return replace(concept, kind=of if kind else concept.kind, terms=tuple(terms))


def without_term(concept: Concept, text: str, language: str = "") -> Concept | None:
    """The concept without a term; None where it was the only one.

    Raises:
        GlossaryError: where there is no such term, or several in different languages and none is named.
    """
    found = [term for term in concept.terms if term.text == text and language in ("", term.language)]
    if len(found) != 1:
        known = ", ".join(f"{term.text} ({term.language})" for term in found or concept.terms)
        problem = (
            Message("“{text}” stands in several languages", text=text)
            if found
            else Message("“{id}” has no term “{text}”", id=concept.id, text=text)
        )
        raise Place(concept.id).fault(problem, Message("name one of {known}", known=known))
    kept = tuple(term for term in concept.terms if term is not found[0])
    return replace(concept, terms=kept) if kept else None


def _language(concept: Concept | None, text: str) -> str:
    """The language of the term that has this spelling, else the one that its letters tell."""
    known = {term.language for term in concept.terms if term.text == text} if concept is not None else set[str]()
    return known.pop() if len(known) == 1 else fields.language_of(text, Place("--language"))


def _find(concept: Concept, text: str, language: str) -> Term | None:
    return next((term for term in concept.terms if (term.text, term.language) == (text, language)), None)


def _demoted(each: Term, term: Term) -> Term:
    """A term beside the one that was said: admitted where that one takes its place."""
    same = (each.language, each.script, each.type) == (term.language, term.script, term.type)
    if term.status is Status.PREFERRED and each.status is Status.PREFERRED and same and each.text != term.text:
        return replace(each, status=Status.ADMITTED)
    return each


def _said_of(term: Term, said: Mapping[str, str]) -> Term:
    """The term with what is said of it."""
    values: dict[str, Any] = {}
    guard = {"needs": term.guard.needs, "excludes": term.guard.excludes}
    for option, value in said.items():
        place = Place(f"--{option}")
        if option == "status":
            values["status"], values["misspelling"] = fields.status(value, place)
        elif option == "type":
            values["type"] = fields.term_type(value, place)
        elif option == "case":
            values["case"] = fields.case_rule(value, place)
        elif option in ("from", "until"):
            values[f"valid_{option}"] = fields.day(value, place) if value else None
        elif option in ("needs", "excludes"):
            guard[option] = fields.several(value)
        elif option == "forms":
            values["forms"] = fields.several(value)
        elif option == "weak":
            values["weak"] = bool(value) and fields.truth(value, place, "weak")
        elif option == "source":
            values["sources"] = fields.several(value)
        elif option == "replacement":
            values["replacement"] = fields.name(value, place) if value else None
        elif option == "note":
            values["note"] = " ".join(value.split())
        else:
            raise place.fault("is no option of a term", fields.did_you_mean(option, OPTIONS))
    return replace(term, guard=Guard(**guard), **values)
