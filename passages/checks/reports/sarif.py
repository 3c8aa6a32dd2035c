"""The report of the checks for code hosts and editors: SARIF 2.1.0 (OASIS Standard with Errata 01).

A finding in a file of pairs has the line on which the target begins and the pair's key as its logical location, for its offsets count in the
target, not in the file; one in a text has its column too. No fixes: an edit of a pair is no edit of the file's characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from passages.checks import CHECKS
from passages.checks.running import CheckedFile, CheckReport, Told
from passages.reports.json import dumps
from passages.reports.lines import LINE_ENDS
from passages.reports.sarif import SCHEMA, location

_RULES = {check.code: index for index, check in enumerate(CHECKS)}
_FINGERPRINT = "finding/v1"


def render(report: CheckReport, *, base: Path) -> Iterator[str]:
    """The report as one SARIF log, in pieces; `base` is the absolute path of the folder that relative paths start from."""
    head = {"columnKind": "unicodeCodePoints", "newlineSequences": list(LINE_ENDS)}
    yield f'{{\n"$schema": {dumps(SCHEMA)},\n"version": "2.1.0",\n"runs": [{{\n'
    yield "".join(f'"{key}": {dumps(item)},\n' for key, item in head.items())
    yield f'"originalUriBaseIds": {dumps({"SRCROOT": {"description": {"text": "The folder the command was run in."}}})},\n'
    yield f'"tool": {dumps({"driver": _driver(report)})},\n"invocations": [{dumps(_invocation(report, base))}],\n"results": ['
    lead = "\n"
    for file in report.files:
        for told in file.findings:
            yield lead + dumps(_result(file, told, base))
            lead = ",\n"
    yield "]\n}]\n}\n"


def _driver(report: CheckReport) -> dict[str, Any]:
    rules = [
        {
            "id": check.code,
            "name": "".join(part.capitalize() for part in check.code.split("-")),
            "shortDescription": {"text": f"{check.title}."},
            "fullDescription": {"text": check.help},
            "defaultConfiguration": {"level": check.severity},
        }
        for check in CHECKS
    ]
    return {"name": "endonym", "version": report.version, "language": "en", "rules": rules}


def _invocation(report: CheckReport, base: Path) -> dict[str, Any]:
    told = [("error", one.path, f"{one.problem}; {one.remedy}") for one in report.failures]
    told += [("note", one.path, f"skipped: {one.reason}") for one in report.skipped]
    notes = [
        {"level": level, "message": _message(text), "locations": [{"physicalLocation": {"artifactLocation": location(path, base)}}]}
        for level, path, text in told
    ]
    return {"executionSuccessful": not report.failures, "exitCode": report.exit_status, "toolExecutionNotifications": notes}


def _result(file: CheckedFile, told: Told, base: Path) -> dict[str, Any]:
    said = told.finding
    place: dict[str, Any] = {"physicalLocation": {"artifactLocation": location(file.path, base)}}
    if told.line is not None:
        region: dict[str, Any] = {"startLine": told.line}
        if told.column is not None:
            region["startColumn"] = told.column
        place["physicalLocation"]["region"] = region
    if told.key:
        place["logicalLocations"] = [{"fullyQualifiedName": told.key, "kind": "resource"}]
    return {
        "ruleId": said.code,
        "ruleIndex": _RULES[said.code],
        "level": said.severity,
        "message": _message(f"{said.said}. Why: {said.reason}." if said.reason else f"{said.said}."),
        "locations": [place],
        "partialFingerprints": {_FINGERPRINT: f"{told.key}:{said.fingerprint}" if told.key else said.fingerprint},
        "properties": {"side": said.side, "start": said.start, "end": said.end, "text": said.text, "target": told.target},
    }


def _message(text: str) -> dict[str, str]:
    """A message that says just this: braces are placeholders to SARIF unless doubled (§3.11.5), and `](` makes a link (§3.11.6)."""
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "] (")}
