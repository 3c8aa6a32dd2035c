"""Proposals as a table: what a reviewer edits in a spreadsheet, what `endonym glossary import` reads, and what later runs learn from it.

A term a line in the columns of `docs/glossary-files.md`, with columns of our own beside them that an import passes over. A doubtful spelling
stands in the column `doubtful` with the terms' own columns empty, so that an unedited table imports only what is sure. `decision` says
`same`, `not same` or `no name`; a spelling that was given another concept than its group's is `not same`. Forms are left out: a
glossary makes them by rule.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from glossary.discover_decisions import Decision, Verdict
from glossary.discover_model import Family, Member, Standing
from glossary.errors import GlossaryError
from glossary.glossary import Glossary
from glossary.lost_letters import lost
from glossary.model import Concept, Status, TermType
from translit.message import Message

COLUMNS: tuple[str, ...] = (
    "group", "decision", "doubtful", "concept", "kind", "language", "script", "term", "status", "type", "count", "files", "in text", "why",
)  # fmt: skip
"""The header; `group`, `decision`, `doubtful`, `count`, `files`, `in text` and `why` are the table's own."""
_LOST = re.compile(r"\w\?|\?\w|\?\?|\ufffd")
"""A question mark within a word, or one after another: what a spreadsheet program writes for қ where it saves in the code page of a Russian
Windows, and for every Cyrillic letter in that of an English one."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

Row = dict[str, str]


def table(families: Iterable[Family], glossary: Glossary) -> bytes:
    """The proposals as CSV in UTF-8 with a byte-order mark, which spreadsheet programs need to know it by."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows(families, glossary))
    return out.getvalue().encode("utf-8-sig", "backslashreplace")


def rows(families: Iterable[Family], glossary: Glossary) -> Iterator[Row]:
    """The lines of the table, family by family; those of doubtful spellings last."""
    known = {concept.id: concept for concept in glossary.concepts}
    taken = set(known)
    for number, family in enumerate(families, 1):
        yield from _Proposal(family, f"{number}", known.get(family.concept or ""), taken).rows()


def accepted(families: Iterable[Family], glossary: Glossary) -> tuple[Concept, ...]:
    """The sure spellings as concepts, as importing the unedited table would read them; empty where there are none.

    Raises:
        GlossaryError: where two families claim one spelling.
    """
    from glossary.load_table import concepts_in
    from glossary.reading import Place
    from glossary.table_text import Record, table_of

    place = Place("proposals")
    lines: list[list[str]] = [[row.get(column, "") for column in COLUMNS] for row in rows(families, glossary) if row.get("term")]
    if not lines:
        return ()
    records: Iterator[Record] = iter(enumerate([list(COLUMNS), *lines], 1))
    return concepts_in(table_of(records, place))


def decided(path: Path) -> list[Decision]:
    """What an edited table says about spellings, to be kept for later runs.

    Raises:
        GlossaryError: for a file that is no such table, and for a decision that is none.
    """
    from glossary.reading import Place, read_bytes
    from glossary.table_text import records_of

    place = Place(str(path))
    records = records_of(read_bytes(path), place)
    header: list[str] = []
    groups: dict[str, list[tuple[int, Row]]] = {}
    for line, cells in records:
        if not header:
            header = [cell.strip().casefold() for cell in cells]
            if not {"group", "decision", "term", "doubtful"} <= set(header):
                raise place.at(line).fault("this is no table of proposals", "give the file that `endonym discover -o` wrote")
            continue
        row = {column: cell.strip() for column, cell in zip(header, cells, strict=False)}
        if row.get("group"):
            groups.setdefault(row["group"], []).append((line, row))
    return [decision for lines in groups.values() for decision in _decisions(lines, str(path))]


def _decisions(lines: list[tuple[int, Row]], source: str) -> Iterator[Decision]:
    """What the lines of one group say."""
    head = next((row for _, row in lines if row.get("decision") == "name"), lines[0][1])
    for line, row in lines:
        spelling, word = _unguarded(row.get("term") or row.get("doubtful", "")), row.get("decision", "").casefold()
        if word not in ("", "name", *Verdict):
            raise GlossaryError(source, line, Message("“{word}” is no decision", word=word), Message("write same, not same or no name"))
        if not spelling:
            continue
        if _LOST.search(spelling):
            raise lost(spelling, source, line)
        if word == Verdict.NO_NAME:
            yield Decision(Verdict.NO_NAME, spelling)
        elif row is not head and (word or row.get("term")):
            elsewhere = row.get("term") and row.get("concept") != head.get("concept")
            apart = word == Verdict.NOT_SAME or elsewhere
            yield Decision(Verdict.NOT_SAME if apart else Verdict.SAME, _unguarded(head.get("term") or head.get("doubtful", "")), spelling)


class _Proposal:
    """One family as lines."""

    def __init__(self, family: Family, group: str, concept: Concept | None, taken: set[str]) -> None:
        self._family = family
        self._group = group
        self._concept = concept
        self._id = concept.id if concept is not None else _fresh(family.headword, taken)
        self._preferred: dict[tuple[str, str, str], str] = {}

    def rows(self) -> Iterator[Row]:
        wanted = [member for member in self._family.members if member.standing in (Standing.HEADWORD, Standing.SURE)]
        if self._concept is not None and len(wanted) < 2:
            wanted = [member for member in wanted if member.standing is not Standing.HEADWORD]
        for member in wanted:
            yield from self._term(member)
        for member in self._family.members:
            if member.standing is Standing.DOUBTFUL:
                yield {"group": self._group, "doubtful": _guarded(member.text), **_evidence(member)}

    def _term(self, member: Member) -> Iterator[Row]:
        """The line of a sure spelling, after that of the name it gives way to, where the glossary has that."""
        language = _language(member)
        slot = (language, member.script, member.type)
        if slot not in self._preferred and self._concept is not None:
            term = self._concept.preferred(language, member.script, TermType(member.type))
            if term is not None:
                self._preferred[slot] = term.text
                if term.text != member.text:
                    yield self._line(term.text, slot, Status.PREFERRED, "name")
        why = [str(reason) for reason in member.reasons]
        if member.text == self._family.headword and self._family.kind_reason is not None:
            why.append(f"{self._family.kind}: {self._family.kind_reason}")
        first = self._preferred.setdefault(slot, member.text) == member.text
        decision = "name" if member.text == self._family.headword else "same"
        status = Status.PREFERRED if first else Status.DEPRECATED
        yield self._line(member.text, slot, status, decision) | _evidence(member) | {"why": _guarded("; ".join(why))}

    def _line(self, text: str, slot: tuple[str, str, str], status: Status, decision: str) -> Row:
        language, script, kind = slot
        return {
            "group": self._group,
            "decision": decision,
            "concept": self._id,
            "kind": self._family.kind,
            "language": language,
            "script": script,
            "term": _guarded(text),
            "status": status.value,
            "type": kind,
        }


def _fresh(headword: str, taken: set[str]) -> str:
    """An id for a new concept that no other has."""
    from glossary.load_table import identifier

    id = base = identifier(headword)
    number = 2
    while id in taken:
        id, number = f"{base}-{number}", number + 1
    taken.add(id)
    return id


_OF_SCRIPT: Mapping[str, tuple[str, ...]] = {"Latn": ("ru", "uk", "kk", "be", "bg", "mk", "mn", "ky", "tg"), "Cyrl": ("en", "de", "fr")}
"""Languages whose documents a name in that script is a guest in."""


def _language(member: Member) -> str:
    """The language of a term: of its documents, unless its script is a guest there; then by its letters."""
    from glossary.fields import language_of
    from glossary.reading import Place

    if member.language and member.language not in _OF_SCRIPT.get(member.script, ()):
        return member.language
    return language_of(member.text, Place("proposals"))


def _evidence(member: Member) -> Row:
    sample = next(iter(member.samples), None)
    return {
        "count": str(member.count),
        "files": str(len(member.documents)),
        "in text": _guarded(f"{sample.before}{sample.text}{sample.after}") if sample is not None else "",
        "why": _guarded("; ".join(member.reasons)),
    }


def _guarded(text: str) -> str:
    """A cell that no spreadsheet program takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _unguarded(text: str) -> str:
    return text[1:] if text[:1] == "'" and text[1:].startswith(_FORMULA) else text
