"""The report of the checks for reading and handing on: one HTML file that needs nothing from outside.

Everything that comes from a file is escaped and isolated (<bdi>); what is wrong is told by a mark and by words, never by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from glossary.findings import Severity
from glossary.speech import Speech
from passages.checks import CHECKS
from passages.checks.running import CheckedFile, CheckReport, Told, around, counted
from passages.pair import Side
from passages.reports.cells import safe
from translit.message import Message

_ENGLISH = Speech()
_TITLES = {check.code: check.title for check in CHECKS}
_SEVERITIES = {Severity.ERROR: Message("error"), Severity.WARNING: Message("warning"), Severity.NOTE: Message("note")}
_CLASSES = {Severity.ERROR: "change", Severity.WARNING: "decide", Severity.NOTE: "keep"}


def render(report: CheckReport, speech: Speech = _ENGLISH) -> Iterator[str]:
    """The report as one page in the reader's language, in pieces that are to be joined as they come."""
    style = files("passages.reports").joinpath("report.css").read_text(encoding="utf-8")
    title = escape(speech.text("Checks of translations"))
    passages, with_findings = counted(report.files)
    total = sum(len(file.findings) for file in report.files)
    summary = speech.text(
        "{findings} in {files}; {passages}.",
        findings=speech.count("{n} finding", "{n} findings", total),
        files=speech.count("{n} file", "{n} files", with_findings),
        passages=speech.count("{n} passage checked", "{n} passages checked", passages),
    )
    yield (
        f'<!DOCTYPE html>\n<html lang="{escape(speech.language.replace("_", "-"))}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>\n<p>{escape(summary)}</p>\n</header>\n<main>\n"
    )
    if report.failures:
        yield f"<section>\n<h2>{escape(speech.text('Not read'))}</h2>\n<ul>\n"
        yield from (
            f"<li>{_text(one.path)}: {_text(speech.say(one.problem))}; {_text(speech.say(one.remedy))}</li>\n" for one in report.failures
        )
        yield "</ul>\n</section>\n"
    for file in report.files:
        if file.findings:
            yield from _file(file, speech)
    yield f'</main>\n<footer><p class="soft">endonym {_text(report.version)}</p></footer>\n</body>\n</html>\n'


def _file(file: CheckedFile, speech: Speech) -> Iterator[str]:
    yield f"<section>\n<h2>{_text(file.path)}</h2>\n<ol>\n"
    for told in file.findings:
        yield from _finding(file, told, speech)
    yield "</ol>\n</section>\n"


def _finding(file: CheckedFile, told: Told, speech: Speech) -> Iterator[str]:
    said = told.finding
    place = "" if told.line is None else speech.text("line {line}", line=told.line) + ", "
    head = f"{place}{speech.say(_SEVERITIES[said.severity])}: {speech.say(_TITLES[said.code])}"
    yield f'<li class="finding {_CLASSES[said.severity]}">\n<p class="soft">{escape(head)}</p>\n<p>{_text(speech.say(said.said))}</p>\n'
    before, text, after = around(told)
    marked = f"{_escaped(before)}<mark>{_escaped(text)}</mark>{_escaped(after)}" if text else _escaped(before)
    on_source = said.side is Side.SOURCE
    if file.source_language is not None:
        yield f'<p class="context" lang="{escape(file.source_language)}" dir="auto">{marked if on_source else _escaped(told.source)}</p>\n'
    yield f'<p class="context" lang="{escape(file.target_language)}" dir="auto">{_escaped(told.target) if on_source else marked}</p>\n'
    if said.reason:
        yield f'<p class="soft">{escape(speech.text("why: {reason}", reason=speech.say(said.reason)))}</p>\n'
    for fix in said.fixes:
        yield f"<p>→ <ins>{_text(speech.say(fix.label))}</ins></p>\n"
    yield "</li>\n"


def _text(text: str) -> str:
    """A text of unknown direction, escaped and isolated from what stands around it."""
    return f"<bdi>{_escaped(text)}</bdi>"


def _escaped(text: str) -> str:
    return escape(safe(" ".join(text.split())))
