"""The report of the checks for other programs: JSON of a stable shape (`docs/checks.md`), a finding a line, in pieces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from glossary.findings import Severity
from passages.checks.running import CheckedFile, CheckReport, Told
from passages.reports.json import dumps

SCHEMA_VERSION = "1.0"
"""Grows by a minor step when a field is added, by a major one when a field changes or goes."""


def render(report: CheckReport) -> Iterator[str]:
    """The report as one JSON object, in pieces that are to be joined as they come."""
    yield f'{{\n"exit_status": {report.exit_status},\n"failures": {dumps([asdict(one) for one in report.failures])},\n"files": ['
    lead = "\n"
    for file in report.files:
        yield lead
        yield from _file(file)
        lead = ",\n"
    totals = {"files": len(report.files), "passages": sum(file.passages for file in report.files)}
    totals |= {f"{severity}s": report.count(severity) for severity in Severity}
    yield f'\n],\n"glossaries": {dumps(report.glossaries)},\n"schema_version": {dumps(SCHEMA_VERSION)},\n'
    yield f'"skipped": {dumps([asdict(one) for one in report.skipped])},\n'
    yield f'"tool": {dumps({"name": "endonym", "version": report.version})},\n"totals": {dumps(totals)}\n}}\n'


def _file(file: CheckedFile) -> Iterator[str]:
    yield f'{{"encoding": {dumps(file.encoding)}, "findings": ['
    lead = "\n"
    for told in file.findings:
        yield lead + dumps(finding(told))
        lead = ",\n"
    head = {
        "format": file.format,
        "passages": file.passages,
        "path": file.path,
        "source_language": file.source_language,
        "target_language": file.target_language,
    }
    yield f"\n], {dumps(head)[1:]}"


def finding(told: Told) -> dict[str, Any]:
    """One finding as an object."""
    said = told.finding
    return {
        "code": said.code,
        "severity": said.severity,
        "line": told.line,
        "column": told.column,
        "key": told.key,
        "side": said.side,
        "start": said.start,
        "end": said.end,
        "text": said.text,
        "message": str(said.said),
        "reason": str(said.reason),
        "concept": said.concept,
        "preferred": said.preferred,
        "fingerprint": said.fingerprint,
        "source": told.source,
        "target": told.target,
        "fixes": [
            {"label": str(fix.label), "edits": [asdict(edit) for edit in fix.edits], "result": fix.applied(told.target)}
            for fix in said.fixes
        ],
    }
