"""The report of the checks for reading and handing on: one HTML file that needs nothing from outside.

Everything that comes from a file is escaped and isolated (<bdi>); what is wrong is told by a mark and by words, never by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from glossary.findings import Severity
from glossary.speech import Speech
from passages.checks import CHECKS
from passages.checks.running import CheckedFile, CheckReport, Told, around, counted
from passages.pair import Side
from passages.reports.html_page import closing, escaped, isolated, opening
from translit.message import Message

_ENGLISH = Speech()
_TITLES = {check.code: check.title for check in CHECKS}
_SEVERITIES = {Severity.ERROR: Message("error"), Severity.WARNING: Message("warning"), Severity.NOTE: Message("note")}
_CLASSES = {Severity.ERROR: "change", Severity.WARNING: "decide", Severity.NOTE: "keep"}


def render(report: CheckReport, speech: Speech = _ENGLISH) -> Iterator[str]:
    """The report as one page in the reader's language, in pieces that are to be joined as they come."""
    title = escape(speech.text("Checks of translations"))
    passages, with_findings = counted(report.files)
    total = sum(len(file.findings) for file in report.files)
    summary = speech.text(
        "{findings} in {files}; {passages}.",
        findings=speech.count("{n} finding", "{n} findings", total),
        files=speech.count("{n} file", "{n} files", with_findings),
        passages=speech.count("{n} passage checked", "{n} passages checked", passages),
    )
    yield opening(speech.language, title, title)
    yield f"<p>{escape(summary)}</p>\n</header>\n<main>\n"
    if report.failures:
        yield f"<section>\n<h2>{escape(speech.text('Not read'))}</h2>\n<ul>\n"
        yield from (
            f"<li>{isolated(one.path)}: {isolated(speech.say(one.problem))}; {isolated(speech.say(one.remedy))}</li>\n"
            for one in report.failures
        )
        yield "</ul>\n</section>\n"
    for file in report.files:
        if file.findings:
            yield from _file(file, speech)
    yield closing(report.version)


def _file(file: CheckedFile, speech: Speech) -> Iterator[str]:
    yield f"<section>\n<h2>{isolated(file.path)}</h2>\n<ol>\n"
    for told in file.findings:
        yield from _finding(file, told, speech)
    yield "</ol>\n</section>\n"


def _finding(file: CheckedFile, told: Told, speech: Speech) -> Iterator[str]:
    said = told.finding
    place = "" if told.line is None else speech.text("line {line}", line=told.line) + ", "
    head = f"{place}{speech.say(_SEVERITIES[said.severity])}: {speech.say(_TITLES[said.code])}"
    yield f'<li class="finding {_CLASSES[said.severity]}">\n<p class="soft">{escape(head)}</p>\n<p>{isolated(speech.say(said.said))}</p>\n'
    before, text, after = around(told)
    marked = f"{escaped(before)}<mark>{escaped(text)}</mark>{escaped(after)}" if text else escaped(before)
    on_source = said.side is Side.SOURCE
    if file.source_language is not None:
        yield f'<p class="context" lang="{escape(file.source_language)}" dir="auto">{marked if on_source else escaped(told.source)}</p>\n'
    yield f'<p class="context" lang="{escape(file.target_language)}" dir="auto">{escaped(told.target) if on_source else marked}</p>\n'
    if said.reason:
        yield f'<p class="soft">{escape(speech.text("why: {reason}", reason=speech.say(said.reason)))}</p>\n'
    for fix in said.fixes:
        yield f"<p>→ <ins>{isolated(speech.say(fix.label))}</ins></p>\n"
    yield "</li>\n"
