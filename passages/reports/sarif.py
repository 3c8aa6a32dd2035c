"""The report for code hosts and editors: SARIF 2.1.0 (OASIS Standard with Errata 01).

Regions count code points (`columnKind: unicodeCodePoints`), columns and lines from 1, `charOffset` from 0; an end column
is one past the last character. Every edit is a `fix`. Paths below the base folder are written relative to `SRCROOT`,
others as file URIs.
"""

from __future__ import annotations

import hashlib
import os
import posixpath
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from glossary.codes import CODES
from glossary.findings import Edit
from passages.reports.json import dumps
from passages.reports.lines import LINE_ENDS, Position
from passages.reports.model import FileReport, Located, Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
"""The schema a report names."""

_ROOT = "SRCROOT"
_FINGERPRINT = "nameInContext/v1"
_RULES = {code.code: index for index, code in enumerate(CODES)}
# Python's name of an encoding, where it is not the one registered with IANA, which SARIF asks for.
_IANA = {
    "utf_8_sig": "utf-8",
    "utf_16_le": "utf-16le",
    "utf_16_be": "utf-16be",
    **{f"cp{number}": f"windows-{number}" for number in range(1250, 1259)},
}


def render(report: Report, *, base: Path) -> Iterator[str]:
    """The report as one SARIF log, in pieces that are to be joined as they come.

    Args:
        report: what to tell.
        base: the absolute path of the folder that relative paths start from, commonly the working directory.
    """
    head = {"columnKind": "unicodeCodePoints", "newlineSequences": list(LINE_ENDS), "defaultEncoding": "utf-8"}
    yield f'{{\n"$schema": {dumps(SCHEMA)},\n"version": "2.1.0",\n"runs": [{{\n'
    yield "".join(f'"{key}": {dumps(value)},\n' for key, value in head.items())
    yield f'"originalUriBaseIds": {dumps({_ROOT: {"description": {"text": "The folder the command was run in."}}})},\n'
    yield f'"tool": {dumps({"driver": _driver(report)})},\n"invocations": [{dumps(_invocation(report, base))}],\n"artifacts": ['
    yield from _joined(dumps(_artifact(file, base)) for file in report.files)
    yield '],\n"results": ['
    yield from _joined(dumps(result) for index, file in enumerate(report.files) for result in _results(file, index, base))
    yield f'],\n"properties": {dumps({"mode": report.mode, "run": report.run})}\n}}]\n}}\n'


def _joined(items: Iterator[str]) -> Iterator[str]:
    for at, item in enumerate(items):
        yield f",\n{item}" if at else f"\n{item}"


def _driver(report: Report) -> dict[str, Any]:
    rules = [
        {
            "id": code.code,
            "name": "".join(part.capitalize() for part in code.code.split("-")),
            "shortDescription": {"text": f"{code.title}."},
            "fullDescription": {"text": code.help},
            "help": {"text": code.help},
            "defaultConfiguration": {"level": code.severity},
        }
        for code in CODES
    ]
    return {"name": "endonym", "version": report.version, "language": "en", "rules": rules}


def _invocation(report: Report, base: Path) -> dict[str, Any]:
    failed = [_notification("error", f"{one.problem}; {one.remedy}", one.path, base) for one in report.failures]
    skipped = [_notification("note", f"skipped: {one.reason}", one.path, base) for one in report.skipped]
    return {
        "executionSuccessful": not report.failures,
        "exitCode": report.exit_status,
        "toolExecutionNotifications": failed + skipped,
        "toolConfigurationNotifications": [{"level": "warning", "message": _message(line)} for line in report.conflicts],
    }


def _notification(level: str, text: str, path: str, base: Path) -> dict[str, Any]:
    return {"level": level, "message": _message(text), "locations": [{"physicalLocation": {"artifactLocation": location(path, base)}}]}


def _artifact(file: FileReport, base: Path) -> dict[str, Any]:
    encoding = file.encoding.lower().replace("-", "_")
    artifact: dict[str, Any] = {
        "location": location(file.path, base),
        "encoding": _IANA.get(encoding, file.encoding),
        "roles": ["analysisTarget", "modified"] if file.written else ["analysisTarget"],
        "properties": {"format": file.format, "language": file.language},
    }
    return artifact | ({"hashes": {"sha-256": file.digest}} if file.digest else {})


def _results(file: FileReport, index: int, base: Path) -> Iterator[dict[str, Any]]:
    place = location(file.path, base) | {"index": index}
    same: Counter[str] = Counter()
    for one in file.findings:
        said = one.finding
        print_ = _fingerprint(one)
        same[print_] += 1
        result: dict[str, Any] = {
            "ruleId": said.code,
            "level": said.severity,
            "message": _message(f"{said.message}. Why: {one.why}." if one.why else f"{said.message}."),
            "locations": [
                {"physicalLocation": {"artifactLocation": place, "region": _region(one.start, one.end) | {"snippet": {"text": said.text}}}}
            ],
            "partialFingerprints": {_FINGERPRINT: f"{print_}:{same[print_]}"},
            "properties": {"concept": said.concept, "preferred": said.preferred},
        }
        if said.code in _RULES:
            result["ruleIndex"] = _RULES[said.code]
        if said.edits:
            result["fixes"] = [_fix(one, place)]
        yield result


def _fix(one: Located, place: dict[str, Any]) -> dict[str, Any]:
    replacements = [_replacement(edit, *span) for edit, span in zip(one.finding.edits, one.edits, strict=True)]
    return {
        "description": _message(f"Write {' … '.join(edit.replacement for edit in one.finding.edits)}"),
        "artifactChanges": [{"artifactLocation": place, "replacements": replacements}],
    }


def _replacement(edit: Edit, start: Position, end: Position) -> dict[str, Any]:
    return {"deletedRegion": _region(start, end), "insertedContent": {"text": edit.replacement}}


def _region(start: Position, end: Position) -> dict[str, Any]:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": start.offset,
        "charLength": end.offset - start.offset,
    }


def _message(text: str) -> dict[str, str]:
    """A message that says just this: braces are placeholders to SARIF unless doubled (§3.11.5), and `](` makes a link (§3.11.6)."""
    return {"text": text.replace("{", "{{").replace("}", "}}").replace("](", "] (")}


def _fingerprint(one: Located) -> str:
    """What stays the same when lines are added above: the finding and the words around it, not its place."""
    said = one.finding
    parts = (said.code, said.concept, said.text, " ".join(one.before.split()), " ".join(one.after.split()))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def location(path: str, base: Path) -> dict[str, Any]:
    """A SARIF artifact location: a percent-encoded URI, relative to the base folder for what lies in it.

    A file name that is no text is encoded byte for byte.
    """
    full = posixpath.normpath((base / path).as_posix())
    root = posixpath.normpath(base.as_posix()).rstrip("/") + "/"
    if full.startswith(root):
        return {"uri": quote(os.fsencode(full.removeprefix(root)), safe="/"), "uriBaseId": _ROOT}
    drive = "" if full.startswith("/") else f"/{full[:2]}"  # C:/texts is file:///C:/texts
    return {"uri": "file://" + drive + quote(os.fsencode(full[max(len(drive) - 1, 0) :]), safe="/")}
