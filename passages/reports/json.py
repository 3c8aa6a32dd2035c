"""The report for other programs: JSON of a stable, documented shape (`docs/reports.md`, `docs/schemas/report.schema.json`).

Written a finding a line and in pieces, so that a report of a million findings needs no second copy in memory. Keys are
sorted, text is UTF-8 as it is. A lone surrogate (in a file name that is no text) becomes a JSON escape, so that what is
written can always be encoded and read back the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from json import JSONEncoder
from typing import Any

from passages.reports.lines import Position
from passages.reports.model import FileReport, Located, Report

SCHEMA_VERSION = "1.0"
"""Grows by a minor step when a field is added, by a major one when a field changes or goes."""

_ENCODER = JSONEncoder(ensure_ascii=False, sort_keys=True, allow_nan=False)


def render(report: Report) -> Iterator[str]:
    """The report as one JSON object, in pieces that are to be joined as they come."""
    concepts = {one.id: {"kind": one.kind, "label": one.label, "note": one.note} for one in report.concepts}
    yield f'{{\n"concepts": {dumps(concepts)},\n"conflicts": {dumps(report.conflicts)},\n'
    yield f'"exit_status": {report.exit_status},\n"failures": {dumps([asdict(one) for one in report.failures])},\n"files": ['
    yield from _list(_file(file) for file in report.files)
    yield f'],\n"glossaries": {dumps(report.glossaries)},\n"mode": {dumps(report.mode)},\n"policy": {dumps(asdict(report.policy))},\n'
    yield f'"run": {dumps(report.run)},\n"schema_version": {dumps(SCHEMA_VERSION)},\n'
    yield f'"skipped": {dumps([asdict(one) for one in report.skipped])},\n'
    yield f'"tool": {dumps({"name": "endonym", "version": report.version})},\n"totals": {dumps(asdict(report.totals))}\n}}\n'


def dumps(value: object) -> str:
    """A value as JSON on one line: sorted keys, text as it is but for lone surrogates, which become escapes."""
    return _ENCODER.encode(value).encode("utf-8", "backslashreplace").decode("utf-8")


def _list(items: Iterable[Iterator[str]]) -> Iterator[str]:
    """Items in pieces, each on a line of its own."""
    lead = "\n"
    for pieces in items:
        yield lead
        yield from pieces
        lead = ",\n"
    if lead != "\n":
        yield "\n"


def _file(file: FileReport) -> Iterator[str]:
    yield f'{{"encoding": {dumps(file.encoding)}, "findings": ['
    yield from _list(iter((dumps(_finding(one)),)) for one in file.findings)
    yield f'], "format": {dumps(file.format)}, "language": {dumps(file.language)}, "path": {dumps(file.path)}, '
    yield f'"sha256": {dumps(file.digest)}, "written": {dumps(file.written)}}}'


def _finding(one: Located) -> dict[str, Any]:
    said = one.finding
    return {
        "code": said.code,
        "concept": said.concept,
        "context": {"after": one.after, "before": one.before},
        "edits": [
            {"end": _position(end), "replacement": edit.replacement, "start": _position(start)}
            for edit, (start, end) in zip(said.edits, one.edits, strict=True)
        ],
        "end": _position(one.end),
        "message": said.message,
        "outcome": one.outcome,
        "preferred": said.preferred,
        "reason": said.reason,
        "severity": said.severity,
        "start": _position(one.start),
        "text": said.text,
    }


def _position(position: Position) -> dict[str, int]:
    return {"column": position.column, "line": position.line, "offset": position.offset}
