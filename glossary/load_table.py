"""Reads a translator's spreadsheet (CSV, TSV) as a glossary; `docs/glossary-files.md` describes its columns.

A table is long (a term a line: `term` with `concept` or `preferred`) or wide (a name a line: `preferred` with
its `variants`). Both become drafts of terms, gathered by concept, and are judged together at the end: what
one line prefers another may not replace.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from glossary import fields
from glossary.lint import spelling_key, structure
from glossary.model import CaseRule, Concept, Guard, Status, Term, TermType
from glossary.reading import Place
from glossary.table_text import Row, Table, read_table
from translit.message import Message, joined

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(slots=True)
class _Draft:
    """A concept while its lines are being read."""

    label: str
    """What the lines call it: an id, or its preferred spelling."""
    line: int | None
    """The first of them."""
    kind: str = ""
    note: str = ""
    terms: dict[tuple[str, str, str], Term] = field(default_factory=dict[tuple[str, str, str], Term])
    """By text, language and script."""
    open: list[tuple[str, str, str]] = field(default_factory=list[tuple[str, str, str]])
    """Terms whose line gives no status."""
    implied: set[tuple[str, str, str]] = field(default_factory=set[tuple[str, str, str]])
    """Preferred terms that no line of their own has confirmed yet."""


def load_table(path: Path) -> tuple[Concept, ...]:
    """The concepts of a table.

    Raises:
        GlossaryError: naming file, line and remedy, for the first fault found.
    """
    return concepts_in(read_table(path))


def concepts_in(table: Table) -> tuple[Concept, ...]:
    """The concepts of a table whose header has been understood; raises as `load_table` does."""
    drafts: dict[str, _Draft] = {}
    for row in table.rows:
        if "term" in table.columns:
            _long(row, drafts)
        else:
            _wide(row, drafts)
    if not drafts:
        raise table.place.fault("nothing follows the header", "give the table at least one name")
    place = Place(table.place.source)
    _contradictions(drafts, place)
    concepts = _concepts(drafts, place)
    _shared(concepts, place)
    return concepts


def _long(row: Row, drafts: dict[str, _Draft]) -> None:
    """One term a line."""
    cells, place = row.cells, row.place
    preferred = fields.name(cells["preferred"], place, "preferred name") if "preferred" in cells else None
    label = cells.get("concept") or preferred
    if label is None:
        raise place.fault("the line names neither a concept nor a preferred term", "say which name the term is a spelling of")
    if "term" not in cells and preferred is None:
        raise place.fault("the term is empty", "write it, or remove the line")
    draft = _draft(label, row, drafts)
    term = _term(cells.get("term", preferred or ""), row)
    if preferred is not None and preferred != term.text:
        _imply(draft, preferred, term)
        term = replace(term, replacement=term.replacement or preferred)
    key = _key(term)
    before = draft.terms.get(key)
    if before is not None and key not in draft.implied:
        raise place.fault(
            Message("“{text}” is there already (line {line})", text=term.text, line=before.line), "remove one of the two lines"
        )
    if "status" not in cells:
        if preferred == term.text:
            term = replace(term, status=Status.PREFERRED)
        elif preferred is not None:
            term = replace(term, status=Status.DEPRECATED)
        else:
            draft.open.append(key)
    draft.implied.discard(key)
    draft.terms[key] = term


def _wide(row: Row, drafts: dict[str, _Draft]) -> None:
    """One name a line, with the spellings it replaces."""
    cells, place = row.cells, row.place
    if "preferred" not in cells:
        raise place.fault("the preferred name is empty", "write it, or remove the line")
    # What a line says beside its names it says of its variants; of the preferred name only what holds for both.
    said = _term(cells["preferred"], row)
    preferred = replace(
        said,
        status=Status.PREFERRED,
        misspelling=False,
        guard=Guard(),
        weak=False,
        forms=(),
        replacement=None,
        valid_from=None,
        valid_until=None,
    )
    draft = _draft(cells.get("concept") or preferred.text, row, drafts)
    variants = fields.several(cells.get("variants", ""), ";|")
    key = _key(preferred)
    if key not in draft.terms:
        draft.terms[key] = preferred
    elif not variants:
        raise place.fault(
            Message("“{text}” is there already (line {line})", text=preferred.text, line=draft.terms[key].line),
            "remove one of the two lines",
        )
    for variant in variants:
        text = fields.name(variant, place, "variant")
        if text == preferred.text:
            raise place.fault(Message("“{text}” is a variant of itself", text=text), "remove it from the variants")
        if "language" not in cells and fields.script_of(text) not in (preferred.script, "Zyyy"):
            problem = Message("“{text}” is written in another alphabet than “{other}”", text=text, other=preferred.text)
            raise place.fault(problem, "give each language a line of its own, with the same `concept`")
        term = replace(said, text=text)
        before = draft.terms.setdefault(_key(term), term)
        if before is not term:
            raise place.fault(Message("“{text}” is there already (line {line})", text=text, line=before.line), "remove one of the two")


def _draft(label: str, row: Row, drafts: dict[str, _Draft]) -> _Draft:
    draft = drafts.get(label)
    if draft is None:
        draft = drafts[label] = _Draft(label, row.place.line)
    cells, place = row.cells, row.place
    if "kind" in cells:
        kind = fields.kind(cells["kind"], place)
        if draft.kind and kind != draft.kind:
            raise place.fault(
                Message("“{label}” is a {kind} here and a {other} above", label=label, kind=Message.of(kind), other=Message.of(draft.kind)),
                "decide on one kind, or give the two an id each in a column “concept”",
            )
        draft.kind = kind
    if "note" in cells and "concept" not in cells:
        draft.note = draft.note or cells["note"]
    return draft


def _imply(draft: _Draft, text: str, term: Term) -> None:
    """The preferred term that a line of another term names, unless a line of its own has been read."""
    preferred = Term(text, term.language, term.script, Status.PREFERRED, term.type, line=term.line)
    if _key(preferred) not in draft.terms:
        draft.terms[_key(preferred)] = preferred
        draft.implied.add(_key(preferred))


def _term(text: str, row: Row) -> Term:
    """The term of a row; `deprecated` where the row gives no status."""
    cells, place = row.cells, row.place
    text = fields.name(text, place)
    status, misspelling = fields.status(cells["status"], place) if "status" in cells else (Status.DEPRECATED, False)
    return Term(
        text=text,
        language=fields.language(cells["language"], place) if "language" in cells else fields.language_of(text, place),
        script=fields.script(cells["script"], place) if "script" in cells else fields.script_of(text),
        status=status,
        type=fields.term_type(cells["type"], place) if "type" in cells else TermType.NAME,
        misspelling=misspelling,
        replacement=fields.name(cells["replacement"], place, "replacement") if "replacement" in cells else None,
        valid_from=fields.day(cells["from"], place) if "from" in cells else None,
        valid_until=fields.day(cells["until"], place) if "until" in cells else None,
        case=fields.case_rule(cells["case"], place) if "case" in cells else CaseRule.NAME,
        guard=Guard(fields.several(cells.get("needs", "")), fields.several(cells.get("excludes", ""))),
        forms=fields.several(cells.get("forms", "")),
        weak="weak" in cells and fields.truth(cells["weak"], place, "weak"),
        note=cells.get("note", ""),
        sources=fields.several(cells.get("source", "")),
        line=place.line,
    )


def _contradictions(drafts: dict[str, _Draft], place: Place) -> None:
    """Finds a spelling that one line prefers and another replaces, and circles of them, in the whole file.

    Raises:
        GlossaryError: for the first.
    """
    onward: dict[tuple[str, str], tuple[str, int | None]] = {}
    preferred: dict[tuple[str, str], Term] = {}
    for draft in drafts.values():
        best: dict[tuple[str, str, TermType | None], str] = {}
        for term in draft.terms.values():
            if term.status is Status.PREFERRED:
                preferred.setdefault((term.language, term.text), term)
                best[term.language, term.script, term.type] = term.text
                best.setdefault((term.language, term.script, None), term.text)
        for term in draft.terms.values():
            slot = (term.language, term.script)
            better = term.replacement or best.get((*slot, term.type)) or best.get((*slot, None))
            if better is not None and term.status is not Status.PREFERRED and term.certain:
                onward.setdefault((term.language, term.text), (better, term.line))
    for (language, text), (better, line) in onward.items():
        if (language, text) not in preferred:
            continue
        trail = [text]
        while (language, trail[-1]) in onward and trail[-1] not in trail[:-1]:
            trail.append(onward[language, trail[-1]][0])
        if trail[-1] in trail[:-1]:
            circle = trail[trail.index(trail[-1]) :]
            lines = sorted({where for step in circle[:-1] if (where := onward[language, step][1]) is not None})
            shown = joined(" → ", (Message("“{text}”", text=step) for step in circle))
            raise place.at(lines[-1]).fault(
                Message("the preferred terms run in a circle: {shown} (lines {lines})", shown=shown, lines=", ".join(map(str, lines))),
                "decide which of them is preferred",
            )
        other = preferred[language, text]
        raise place.at(line).fault(
            Message(
                "“{text}” is to be replaced by “{better}” here and is preferred on line {line}", text=text, better=better, line=other.line
            ),
            "decide which of the two lines is right",
        )


def _concepts(drafts: dict[str, _Draft], place: Place) -> tuple[Concept, ...]:
    ids: dict[str, str] = {}
    concepts: list[Concept] = []
    for draft in drafts.values():
        _decide(draft)
        id = identifier(draft.label)
        if id in ids:
            id = f"{id}-{_digest(draft.label)}"
        ids[id] = draft.label
        concept = Concept(id, draft.kind or "other", tuple(draft.terms.values()), draft.note, origin=place.source)
        fault = next(structure(concept), None)
        if fault is not None:
            raise place.at(fault.line or draft.line).fault(fault.problem, fault.remedy)
        _replaced(concept, place)
        concepts.append(concept)
    return tuple(concepts)


def _decide(draft: _Draft) -> None:
    """Gives terms without a status one: the first of a language, script and type is preferred unless a line says which is."""
    slots = {
        (term.language, term.script, term.type)
        for key, term in draft.terms.items()
        if term.status is Status.PREFERRED and key not in draft.open
    }
    for key in draft.open:
        term = draft.terms[key]
        slot = (term.language, term.script, term.type)
        if slot not in slots and term.replacement is None:
            draft.terms[key] = replace(term, status=Status.PREFERRED)
            slots.add(slot)


def _replaced(concept: Concept, place: Place) -> None:
    """Raises GlossaryError where a term is wrong and nothing takes its place."""
    for term in concept.terms:
        if term.status is Status.DEPRECATED and concept.replacement(term) is None:
            other = any(
                one.language == term.language and one.script != term.script for one in concept.terms if one.status is Status.PREFERRED
            )
            raise place.at(term.line).fault(
                Message(
                    "“{text}” is a misspelling and nothing takes its place in {language}"
                    if term.misspelling
                    else "“{text}” is deprecated and nothing takes its place in {language}",
                    text=term.text,
                    language=f"{term.language}-{term.script}"
                    if other
                    else term.language,  # the script is told where it makes the difference
                ),
                "give the concept a preferred term in that language and script",
            )


def _shared(concepts: tuple[Concept, ...], place: Place) -> None:
    """Raises GlossaryError where two concepts have a spelling and no guard decides between them."""
    owners: dict[tuple[str, str], tuple[Concept, Term]] = {}
    for concept, term in _certain(concepts):
        other, theirs = owners.setdefault((term.language, spelling_key(term.text)), (concept, term))
        if other.id != concept.id:
            raise place.at(term.line).fault(
                Message(
                    "“{text}” is a spelling of “{label}” here and of “{other}” on line {line}",
                    text=term.text,
                    label=concept.label,
                    other=other.label,
                    line=theirs.line,
                ),
                "remove one, or name in `needs` or `excludes` the words that decide, or say that it is `weak`",
            )


def _certain(concepts: tuple[Concept, ...]) -> Iterator[tuple[Concept, Term]]:
    return ((concept, term) for concept in concepts for term in concept.terms if term.certain)


def identifier(label: str) -> str:
    """An id for what the table calls a concept: itself where it can be one, else its ASCII letters, else a digest."""
    if _ID.fullmatch(label):
        return label
    plain = unicodedata.normalize("NFKD", label.casefold())
    ascii_part = "-".join(re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c))))
    lost = any(character.isalnum() and not character.isascii() and not unicodedata.combining(character) for character in plain)
    return f"{ascii_part}-{_digest(label)}".lstrip("-") if lost or not ascii_part else ascii_part


def _digest(label: str) -> str:
    return hashlib.sha256(label.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _key(term: Term) -> tuple[str, str, str]:
    return term.text, term.language, term.script
