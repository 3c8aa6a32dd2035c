"""CSV and TSV: read by the header, or by a mapping of any header; written a term a line in the columns of `docs/glossary-files.md`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import islice

from glossary.exchange.mapping import SAMPLE, Mapping, guess, mapped
from glossary.exchange.reading import Options, Reading
from glossary.load_table import concepts_in
from glossary.model import CaseRule, Concept, Term, TermType
from glossary.reading import Place
from glossary.table_text import Record, records_of, table_of

COLUMNS = (
    "concept", "kind", "language", "script", "term", "status", "type", "replacement", "from", "until", "case", "needs", "excludes",
    "forms", "weak", "note", "source",
)  # fmt: skip


def read(data: bytes, place: Place, options: Options) -> Reading:
    """The concepts of a table."""
    return read_records(records_of(data, place), place, options)


def read_records(records: Iterator[Record], place: Place, options: Options) -> Reading:
    """The concepts of a table's records, the header first."""
    remarks: list[str] = []
    concepts = concepts_in(table_of(mapped(records, options.mapping, place, remarks), place))
    return Reading(concepts, tuple(remarks))


def guess_mapping(records: Iterator[Record]) -> Mapping | None:
    """What the columns of a table are taken for; None for a table without a header."""
    for _, header in records:
        if any(cell.strip() for cell in header):
            return guess(header, [cells for _, cells in islice(records, SAMPLE)])
    return None


def write_csv(concepts: Iterable[Concept], _options: Options, _base: bytes | None) -> bytes:
    """A table separated by commas."""
    return _text(rows(concepts), ",")


def write_tsv(concepts: Iterable[Concept], _options: Options, _base: bytes | None) -> bytes:
    """A table separated by tabs."""
    return _text(rows(concepts), "\t")


def _text(lines: Iterable[Iterable[str]], delimiter: str) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(lines)
    return out.getvalue().encode()


def rows(concepts: Iterable[Concept]) -> Iterator[tuple[str, ...]]:
    """The header, and a row for each term: concepts by id, terms in their order."""
    yield COLUMNS
    for concept in sorted(concepts, key=lambda concept: concept.id):
        for term in concept.terms:
            yield _row(concept, term)


def _row(concept: Concept, term: Term) -> tuple[str, ...]:
    return (
        concept.id,
        concept.kind,
        term.language,
        term.script,
        term.text,
        "misspelling" if term.misspelling else term.status.value,
        "" if term.type is TermType.NAME else term.type.value,
        term.replacement or "",
        term.valid_from or "",
        term.valid_until or "",
        "" if term.case is CaseRule.NAME else term.case.value,
        *("; ".join(several) for several in (term.guard.needs, term.guard.excludes, term.forms)),
        "yes" if term.weak else "",
        term.note,
        "; ".join(term.sources),
    )
