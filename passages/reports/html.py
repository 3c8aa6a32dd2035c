"""The report for reading and handing on: one HTML file that needs nothing from outside, neither script nor font nor picture.

Old and new are told by <del> and <ins> with a line through or under, and by words for screen readers, never by colour alone.
Everything that comes from a text, a glossary or a file name is escaped and isolated (<bdi>), so that neither markup nor
a right-to-left name can disturb the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import chain

from glossary.codes import CODES
from glossary.speech import Speech
from passages.reports.html_page import closing, escaped, isolated, opening
from passages.reports.model import FileReport, Located, Outcome, Report
from translit.message import Message

_OUTCOMES = {Outcome.CHANGE: Message("To change"), Outcome.DECIDE: Message("To decide"), Outcome.KEEP: Message("Left as it is")}
_ENGLISH = Speech()
_TITLES = {code.code: code.title for code in CODES}
_PLACES = 12  # links shown for one spelling in the table of names; the rest are counted


@dataclass(slots=True)
class _Row:
    """One spelling of one concept in the table of names."""

    located: Located
    language: str
    count: int = 0
    links: dict[str, list[str]] = field(default_factory=dict[str, list[str]])


def render(report: Report, speech: Speech = _ENGLISH) -> Iterator[str]:
    """The report as one HTML page in the reader's language, in pieces that are to be joined as they come."""
    return _Page(report, speech).pieces()


class _Page:
    """One report in one language."""

    def __init__(self, report: Report, speech: Speech) -> None:
        self._report = report
        self._speech = speech
        self._language = speech.language.replace("_", "-")

    def pieces(self) -> Iterator[str]:
        """The page."""
        report, text = self._report, self._speech.text
        headline = self._headline()
        yield opening(self._language, text("Names: {headline}", headline=headline), text("Names in their right spelling"))
        yield f"<p>{headline}</p>\n{self._run()}</header>\n<main>\n"
        yield from self._names()
        yield from self._problems()
        for number, file in enumerate(report.files, 1):
            if file.findings:
                yield from self._file(file, number)
        yield closing(report.version)

    def _headline(self) -> str:
        totals, count, number = self._report.totals, self._speech.count, self._speech.number
        if not totals.files:
            return self._speech.text("No file was read.")
        if not (totals.changes or totals.decisions or totals.kept):
            return count(
                "All is well: {n} file read, every name in its right spelling.",
                "All is well: {n} files read, every name in its right spelling.",
                totals.files,
            )
        changes = count(
            "{n} change of {names} {files}",
            "{n} changes of {names} {files}",
            totals.changes,
            names=count("{n} name", "{n} names", totals.names),
            files=count("in {n} file", "in {n} files", totals.changed_files),
        )
        return self._speech.text(
            "{changes}{made}, {decisions} to decide, {kept} left; {read}.",
            changes=changes,
            made=count(" ({n} made)", " ({n} made)", totals.made) if totals.made else "",
            decisions=number(totals.decisions),
            kept=number(totals.kept),
            read=count("{n} file read", "{n} files read", totals.files),
        )

    def _run(self) -> str:
        report, lines = self._report, list[str]()
        if report.run:
            command = f"<code>endonym undo {isolated(report.run)}</code>"
            lines.append(self._speech.text("Run {run}; take it back with {command}.", run=isolated(report.run), command=command))
        if report.glossaries:
            names = ", ".join(isolated(self._speech.text(path)) for path in report.glossaries)
            lines.append(self._speech.text("Glossaries: {names}.", names=names))
        return "".join(f'<p class="soft">{line}</p>\n' for line in lines)

    def _names(self) -> Iterator[str]:
        """The table of names: each concept with its spellings, what they become, and links to the places."""
        report, said = self._report, self._speech
        rows: dict[str, dict[tuple[str, ...], _Row]] = {}
        for number, file in enumerate(report.files, 1):
            for at, one in enumerate(file.findings, 1):
                key = (one.outcome, one.finding.code, one.finding.text, one.becomes)
                row = rows.setdefault(one.finding.concept, {}).setdefault(key, _Row(one, file.language))
                row.count += 1
                if row.count <= _PLACES:
                    where = said.text("{path}, line {line}", path=escaped(file.path), line=one.start.line)
                    link = f'<a href="#f{number}-{at}" aria-label="{where}">{one.start.line}</a>'
                    row.links.setdefault(file.path, []).append(link)
        if not rows:
            return
        labels = {concept.id: concept for concept in report.concepts}
        yield f"<section>\n<h2>{said.text('Names')}</h2>\n<table>\n<thead><tr>"
        yield f'<th scope="col">{said.text("Name")}</th><th scope="col">{said.text("Spelling")}</th>'
        yield f'<th scope="col">{said.text("What happens")}</th><th scope="col" class="number">{said.text("How often")}</th>'
        yield f'<th scope="col">{said.text("Where")}</th></tr></thead>\n'

        def label(concept: str) -> str:
            return labels[concept].label if concept in labels else next(iter(rows[concept].values())).located.finding.preferred

        for concept in sorted(rows, key=lambda concept: (label(concept).casefold(), concept)):
            spellings = sorted(rows[concept].values(), key=lambda row: -row.count)
            kind = labels[concept].kind if concept in labels else ""
            soft = f' <span class="soft">{isolated(said.text(kind))}</span>' if kind else ""
            yield "<tbody>\n"
            for at, row in enumerate(spellings):
                head = f'<th scope="rowgroup" rowspan="{len(spellings)}">{isolated(label(concept))}{soft}</th>' if at == 0 else ""
                where = "; ".join(f"{isolated(path)}:&nbsp;{', '.join(links)}" for path, links in row.links.items())
                left = row.count - _PLACES
                more = f", {said.count('… {n} more', '… {n} more', left)}" if left > 0 else ""
                yield (
                    f"<tr>{head}<td>{self._change(row.located, row.language)}</td><td>{said.say(_OUTCOMES[row.located.outcome])}</td>"
                    f'<td class="number" data-label="{said.text("How often")}:">{said.number(row.count)}</td><td>{where}{more}</td></tr>\n'
                )
            yield "</tbody>\n"
        yield "</table>\n</section>\n"

    def _problems(self) -> Iterator[str]:
        """What went wrong, was passed over, or contradicts itself."""
        report, say = self._report, self._speech.say
        lists = (
            (
                self._speech.text("Not read or not written"),
                [f"{isolated(one.path)}: {isolated(say(one.problem))}; {isolated(say(one.remedy))}" for one in report.failures],
            ),
            (self._speech.text("Skipped"), [f"{isolated(one.path)}: {isolated(say(one.reason))}" for one in report.skipped]),
            (self._speech.text("Where glossaries disagree"), [isolated(say(line)) for line in report.conflicts]),
        )
        for title, lines in lists:
            if lines:
                yield f"<section>\n<h2>{title}</h2>\n<ul>\n"
                yield from (f"<li>{line}</li>\n" for line in lines)
                yield "</ul>\n</section>\n"

    def _file(self, file: FileReport, number: int) -> Iterator[str]:
        count = self._speech.count("{n} finding", "{n} findings", len(file.findings))
        state = f", {self._speech.text('written')}" if file.written else ""
        yield f"<section>\n<h2>{isolated(file.path)}</h2>\n"
        yield f'<p class="soft">{count}; {isolated(file.format)}, {isolated(file.encoding)}{state}</p>\n<ol>\n'
        yield from chain.from_iterable(self._finding(one, file.language, f"f{number}-{at}") for at, one in enumerate(file.findings, 1))
        yield "</ol>\n</section>\n"

    def _finding(self, one: Located, language: str, anchor: str) -> Iterator[str]:
        said, text = one.finding, self._speech.text
        title = isolated(text(_TITLES.get(said.code, said.code)))
        yield f'<li class="finding {one.outcome}" id="{anchor}">\n'
        place = text("Line {line}, column {column}: {title}", line=one.start.line, column=one.start.column, title=title)
        yield f'<p class="soft">{place}</p>\n'
        around = f'lang="{escape(language)}" dir="auto"'
        yield f'<p class="context" {around}>{escaped(one.before)}{self._change(one, language)}{escaped(one.after)}</p>\n'
        if one.remark:
            yield f"<p>{isolated(self._speech.say(one.remark))}.</p>\n"
        if one.why:
            yield f'<p class="soft">{text("Why: {reason}", reason=isolated(self._speech.say(one.why)))}</p>\n'
        yield "</li>\n"

    def _change(self, one: Located, language: str) -> str:
        """The spelling with what becomes of it, marked up."""
        said = one.finding
        spelling = isolated(said.text)
        if not said.edits:
            return f'<mark lang="{escape(language)}">{spelling}</mark>'
        instead, write = (
            f'<span class="aside" lang="{self._language}">{word} </span>'
            for word in (self._speech.text("instead of"), self._speech.text("write"))
        )
        return (
            f'{instead}<del lang="{escape(language)}">{spelling}</del> {write}<ins lang="{escape(language)}">{isolated(one.becomes)}</ins>'
        )
