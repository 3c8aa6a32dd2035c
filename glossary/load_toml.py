"""Reads a glossary in TOML: a table per concept, a line per term, and the built-in glossary so written.

    [zhanaozen]
    kind = "place"
    note = "Oil town in Mangistau Region"
    relations = { part-of = "mangistau-region" }
    terms = [
      { text = "Zhanaozen", lang = "en", status = "preferred", source = "wikipedia-en" },
      { text = "Novyi Uzen", lang = "en", status = "superseded", until = "1993-10", source = ["observed"] },
    ]

A line starts with `{ text =`, so that a fault can name it. The table `sources` is no concept: it holds the
citations that terms refer to by id.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from glossary import fields
from glossary.lint import structure
from glossary.model import RELATIONS, Concept, Guard, Relation, Term
from glossary.reading import Place, read_bytes
from translit.message import Message

_TERM_LINE = re.compile(r"^\s*(?:terms\s*=\s*\[\s*)?\{\s*text\s*=", re.MULTILINE)
_HEADER = re.compile(r"^\[(?P<id>[^\[\]]+)\]\s*(?:#.*)?$", re.MULTILINE)
_LINE_OF_ERROR = re.compile(r"\(at line (\d+), column \d+\)")

_CONCEPT_KEYS = ("kind", "note", "source", "relations", "terms")
_TERM_KEYS = (
    "text",
    "lang",
    "script",
    "status",
    "type",
    "replacement",
    "from",
    "until",
    "case",
    "needs",
    "excludes",
    "forms",
    "indeclinable",
    "weak",
    "note",
    "source",
)
_SOURCE_KEYS = ("authority", "title", "year", "clause", "url", "licence")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a spelling or a date is from."""

    id: str
    """How terms refer to it."""
    authority: str
    """Who published it."""
    title: str
    """What it is called."""
    year: str = ""
    """When, or which edition; empty for a living database."""
    clause: str = ""
    """Where in it."""
    url: str = ""
    """An official address, where there is one."""
    licence: str = ""
    """On what terms it may be reused, where it is a data set."""


def builtin_files() -> tuple[Path, ...]:
    """The TOML files of the built-in glossary, by name; their bytes are all that it depends on."""
    return tuple(sorted((Path(__file__).parent / "data").glob("*.toml")))


def load_builtin() -> tuple[Concept, ...]:
    """The concepts of the built-in glossary.

    Raises:
        GlossaryError: where an installation is damaged.
    """
    return tuple(concept for file in builtin_files() for concept in read_toml(file.read_bytes(), f"built-in {file.name}"))


def builtin_sources() -> dict[str, Source]:
    """The citations of the built-in glossary, by id."""
    found: dict[str, Source] = {}
    for file in builtin_files():
        place = Place(f"built-in {file.name}")
        found.update(_sources(_parsed(file.read_bytes(), place)[0], place))
    return found


def load_toml(path: Path) -> tuple[Concept, ...]:
    """The concepts of a TOML file.

    Raises:
        GlossaryError: naming file, line and remedy, for the first fault found.
    """
    return read_toml(read_bytes(path), str(path))


def read_toml(data: bytes, source: str) -> tuple[Concept, ...]:
    """The concepts in the bytes of a TOML file; `source` names it in messages."""
    place = Place(source)
    tables, text = _parsed(data, place)
    _sources(tables, place)
    lines = _Lines(text, tables)
    concepts: list[Concept] = []
    for id, table in tables.items():
        if id == "sources":
            continue
        concept = _concept(id, _mapping(table, lines.header(id, place), f"“{id}”"), lines, place)
        fault = next(structure(concept), None)
        if fault is not None:
            raise place.at(fault.line or lines.header(id, place).line).fault(fault.problem, fault.remedy)
        concepts.append(concept)
    return tuple(concepts)


def _parsed(data: bytes, place: Place) -> tuple[Mapping[str, object], str]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise place.at(line).fault("is not UTF-8, as TOML must be", "save the file as UTF-8") from None
    try:
        return tomllib.loads(text), text
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _LINE_OF_ERROR.search(str(error))
        problem = _LINE_OF_ERROR.sub("", str(error)).strip()
        raise place.at(int(found[1]) if found else None).fault(
            Message("is not valid TOML: {problem}", problem=problem), "correct the syntax there"
        ) from None


class _Lines:
    """Line numbers, which `tomllib` does not give: of concepts by their headers, of terms by their order."""

    def __init__(self, text: str, tables: Mapping[str, object]) -> None:
        self._headers = {found["id"].strip().strip("\"'"): text.count("\n", 0, found.start()) + 1 for found in _HEADER.finditer(text)}
        starts = [text.count("\n", 0, found.end()) + 1 for found in _TERM_LINE.finditer(text)]
        count = sum(len(_list(table.get("terms"))) for table in map(_loosely, tables.values()))
        # A term that does not start its line throws the count out; then no line is better than a wrong one.
        self._terms: Iterator[int] = iter(starts if len(starts) == count else ())

    def header(self, id: str, place: Place) -> Place:
        return place.at(self._headers.get(id))

    def term(self, place: Place) -> Place:
        return place.at(next(self._terms, None))


def _concept(id: str, table: Mapping[str, object], lines: _Lines, place: Place) -> Concept:
    here = lines.header(id, place)
    _known_keys(table, _CONCEPT_KEYS, here)
    terms = _list(table.get("terms"))
    if not terms:
        raise here.fault(Message("“{id}” has no terms", id=id), 'add `terms = [ { text = "…", lang = "en", status = "preferred" } ]`')
    return Concept(
        id=id,
        kind=fields.kind(_string(table.get("kind", "other"), here, "kind"), here),
        terms=tuple(_term(term, lines.term(place)) for term in terms),
        note=_string(table.get("note", ""), here, "note"),
        sources=_strings(table.get("source", []), here, "source"),
        relations=_relations(table.get("relations", {}), here),
        origin=place.source,
    )


def _term(value: object, place: Place) -> Term:
    table = _mapping(value, place, Message("a term"))
    _known_keys(table, _TERM_KEYS, place)

    def word(key: str, default: str = "") -> str:
        return _string(table.get(key, default), place, key)

    text = fields.name(word("text"), place)
    status, misspelling = fields.status(word("status", "preferred"), place)
    replacement = word("replacement")
    return Term(
        text=text,
        language=fields.language(word("lang"), place) if "lang" in table else fields.language_of(text, place),
        script=fields.script(word("script"), place) if "script" in table else fields.script_of(text),
        status=status,
        type=fields.term_type(word("type", "name"), place),
        misspelling=misspelling,
        replacement=fields.name(replacement, place, "replacement") if replacement else None,
        valid_from=fields.day(word("from"), place) if "from" in table else None,
        valid_until=fields.day(word("until"), place) if "until" in table else None,
        case=fields.case_rule(word("case", "name"), place),
        guard=Guard(_strings(table.get("needs", []), place, "needs"), _strings(table.get("excludes", []), place, "excludes")),
        forms=_strings(table.get("forms", []), place, "forms"),
        indeclinable=_truth(table.get("indeclinable", False), place, "indeclinable"),
        weak=_truth(table.get("weak", False), place, "weak"),
        note=word("note"),
        sources=_strings(table.get("source", []), place, "source"),
        line=place.line,
    )


def _relations(value: object, place: Place) -> tuple[Relation, ...]:
    table = _mapping(value, place, "`relations`")
    _known_keys(table, RELATIONS, place)
    return tuple(Relation(type, target) for type, targets in table.items() for target in _strings(targets, place, type))


def _sources(tables: Mapping[str, object], place: Place) -> dict[str, Source]:
    found: dict[str, Source] = {}
    for id, value in _mapping(tables.get("sources", {}), place, "`sources`").items():
        table = _mapping(value, place, Message("the source “{id}”", id=id))
        _known_keys(table, _SOURCE_KEYS, place)
        parts = {key: str(part) for key, part in table.items()}
        if not parts.get("authority") or not parts.get("title"):
            raise place.fault(
                Message("the source “{id}” has no authority or no title", id=id), "say who published it and what it is called"
            )
        found[id] = Source(id, **parts)
    return found


def _known_keys(table: Mapping[str, object], known: tuple[str, ...], place: Place) -> None:
    for key in table:
        if key not in known:
            raise place.fault(Message("unknown key “{key}”", key=key), fields.did_you_mean(key, known))


def _mapping(value: object, place: Place, what: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise place.fault(Message("{what} is no table", what=what), "write a concept as [id] and a term as { text = … }")
    return cast("Mapping[str, object]", value)


def _loosely(value: object) -> Mapping[str, object]:
    """A table, or an empty one where it is none: the fault is raised later, where it can be named."""
    return cast("Mapping[str, object]", value) if isinstance(value, dict) else {}


def _list(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else []


def _string(value: object, place: Place, key: str) -> str:
    if not isinstance(value, str):
        raise place.fault(Message("`{key}` is no string", key=key), Message('write {key} = "…"', key=key))
    return value


def _truth(value: object, place: Place, key: str) -> bool:
    if not isinstance(value, bool):
        raise place.fault(Message("`{key}` is neither true nor false", key=key), Message("write {key} = true", key=key))
    return value


def _strings(value: object, place: Place, key: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list):
        raise place.fault(
            Message("`{key}` is neither a string nor a list of strings", key=key),
            Message('write {key} = "…" or {key} = ["…", "…"]', key=key),
        )
    return tuple(_string(one, place, key) for one in cast("list[object]", value))
