"""The report of the checks for a terminal: file by file, each finding with its line, its words and what would mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from glossary.findings import Severity
from glossary.speech import Speech
from passages.checks.running import CheckReport, Told, around, counted
from passages.pair import Side
from passages.reports.cells import Word, safe, visible, words, wrap
from passages.reports.style import Style, plain
from translit.message import Message

_ENGLISH = Speech()
_SEVERITIES = {Severity.ERROR: Message("error"), Severity.WARNING: Message("warning"), Severity.NOTE: Message("note")}


def render(report: CheckReport, *, columns: int = 80, style: Style = plain, speech: Speech = _ENGLISH) -> Iterator[str]:
    """The report, a line at a time, each with its line end; `columns` are the cells of a line, at least 40."""
    columns = max(columns, 40)
    for file in report.files:
        if file.findings:
            yield from _lines([wrap([Word(safe(file.path), "heading")], columns, breaking=False)], style)
            for told in file.findings:
                yield from _lines(_finding(told, columns, speech), style)
            yield "\n"
    yield from _lines([wrap(words(line), columns) for line in _closing(report, speech)], style)


def diagnostics(report: CheckReport, speech: Speech = _ENGLISH) -> Iterator[str]:
    """What could not be read and what was passed over, a line each without a line end: for standard error."""
    for failure in report.failures:
        yield f"{safe(failure.path)}: {visible(speech.say(failure.problem))}; {visible(speech.say(failure.remedy))}"
    for skipped in report.skipped:
        yield speech.text("{path}: skipped ({reason})", path=safe(skipped.path), reason=visible(speech.say(skipped.reason)))


def _finding(told: Told, columns: int, speech: Speech) -> Iterator[Iterator[list[Word]]]:
    """The paragraphs of one finding."""
    finding = told.finding
    place = "" if told.line is None else f"{told.line}" if told.column is None else f"{told.line}:{told.column}"
    role = "" if finding.severity is Severity.NOTE else "warning"
    head = [*words(place, "faint"), *words(f"{speech.say(_SEVERITIES[finding.severity])}:", role), *words(speech.say(finding.said))]
    yield wrap([*head, *words(f"[{finding.code}]", "faint")], columns, "  ", "      ")
    before, text, after = around(told)
    if text:
        side = speech.text("original:") if finding.side is Side.SOURCE and told.source else ""
        yield wrap([*words(side, "faint"), *words(f"{before}⟨{_spaces_shown(text)}⟩{after}")], columns, "      ", "      ")
    elif before:
        yield wrap(words(before), columns, "      ", "      ")
    if finding.reason:
        yield wrap(words(speech.text("why: {reason}", reason=speech.say(finding.reason))), columns, "      ", "      ")
    if finding.fixes:
        labels = " | ".join(visible(speech.say(fix.label)) for fix in finding.fixes)
        yield wrap([Word("→"), *words(labels, "new")], columns, "      ", "        ")


def _spaces_shown(text: str) -> str:
    """A text with what is white space in it shown where it is what the finding speaks of: ␣ and, of other kinds, ⍽, ⇥ and ↵."""
    return text.translate(_SHOWN) if not text.strip() or "  " in text or text != text.strip() else text


_SHOWN = str.maketrans({" ": "␣", "\u00a0": "⍽", "\u202f": "⍽", "\t": "⇥", "\n": "↵"})


def _closing(report: CheckReport, speech: Speech) -> Iterator[str]:
    """What it comes to."""
    passages, with_findings = counted(report.files)
    total = sum(len(file.findings) for file in report.files)
    if not report.files:
        yield speech.text("No file was read.")
    elif not total:
        yield speech.count("{n} passage checked: nothing to say.", "{n} passages checked: nothing to say.", passages)
    else:
        yield speech.text(
            "{findings} ({errors}, {warnings}, {notes}) in {files}; {passages}.",
            findings=speech.count("{n} finding", "{n} findings", total),
            errors=speech.count("{n} error", "{n} errors", report.count(Severity.ERROR)),
            warnings=speech.count("{n} warning", "{n} warnings", report.count(Severity.WARNING)),
            notes=speech.count("{n} note", "{n} notes", report.count(Severity.NOTE)),
            files=speech.count("{n} file", "{n} files", with_findings),
            passages=speech.count("{n} passage checked", "{n} passages checked", passages),
        )
    if report.failures:
        yield speech.count("{n} file could not be read.", "{n} files could not be read.", len(report.failures))


def _lines(paragraphs: Iterable[Iterable[list[Word]]], style: Style) -> Iterator[str]:
    for paragraph in paragraphs:
        for line in paragraph:
            yield "".join(style(word.role, word.text) if word.role else word.text for word in line).rstrip() + "\n"
