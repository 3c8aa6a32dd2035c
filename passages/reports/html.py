"""The report for reading and handing on: one HTML file that needs nothing from outside, neither script nor font nor picture.

Old and new are told by <del> and <ins> with a line through or under, and by words for screen readers, never by colour alone.
Everything that comes from a text, a glossary or a file name is escaped and isolated (<bdi>), so that neither markup nor
a right-to-left name can disturb the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from importlib.resources import files
from itertools import chain

from glossary.codes import CODES
from passages.reports.cells import safe
from passages.reports.model import FileReport, Located, Outcome, Report

_OUTCOMES = {Outcome.CHANGE: "To change", Outcome.DECIDE: "To decide", Outcome.KEEP: "Left as it is"}
_TITLES = {code.code: code.title for code in CODES}
_WHITE = str.maketrans("\t\r\n", "   ")
_PLACES = 12  # links shown for one spelling in the table of names; the rest are counted


@dataclass(slots=True)
class _Row:
    """One spelling of one concept in the table of names."""

    located: Located
    language: str
    count: int = 0
    links: dict[str, list[str]] = field(default_factory=dict[str, list[str]])


def render(report: Report) -> Iterator[str]:
    """The report as one HTML page, in pieces that are to be joined as they come."""
    style = files(__package__ or __name__.rpartition(".")[0]).joinpath("report.css").read_text(encoding="utf-8")
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Names: {_headline(report)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
    )
    yield f"<header>\n<h1>Names in their right spelling</h1>\n<p>{_headline(report)}</p>\n{_run(report)}</header>\n<main>\n"
    yield from _names(report)
    yield from _problems(report)
    for number, file in enumerate(report.files, 1):
        if file.findings:
            yield from _file(file, number)
    yield f'</main>\n<footer><p class="soft">endonym {_text(report.version)}</p></footer>\n</body>\n</html>\n'


def _headline(report: Report) -> str:
    totals = report.totals
    if not totals.files:
        return "No file was read."
    if not (totals.changes or totals.decisions or totals.kept):
        return f"All is well: {_count(totals.files, 'file')} read, every name in its right spelling."
    made = f" ({totals.made:,} made)" if totals.made else ""
    return (
        f"{_count(totals.changes, 'change')} of {_count(totals.names, 'name')} in {_count(totals.changed_files, 'file')}{made}, "
        f"{totals.decisions:,} to decide, {totals.kept:,} left; {_count(totals.files, 'file')} read."
    )


def _run(report: Report) -> str:
    lines = [f"Run {_text(report.run)}; take it back with <code>endonym undo {_text(report.run)}</code>."] if report.run else []
    if report.glossaries:
        lines.append("Glossaries: " + ", ".join(_text(path) for path in report.glossaries) + ".")
    return "".join(f'<p class="soft">{line}</p>\n' for line in lines)


def _names(report: Report) -> Iterator[str]:
    """The table of names: each concept with its spellings, what they become, and links to the places."""
    rows: dict[str, dict[tuple[str, ...], _Row]] = {}
    for number, file in enumerate(report.files, 1):
        for at, one in enumerate(file.findings, 1):
            said = one.finding
            key = (one.outcome, said.code, said.text, one.becomes)
            row = rows.setdefault(said.concept, {}).setdefault(key, _Row(one, file.language))
            row.count += 1
            if row.count <= _PLACES:
                link = f'<a href="#f{number}-{at}" aria-label="{_escaped(file.path)}, line {one.start.line}">{one.start.line}</a>'
                row.links.setdefault(file.path, []).append(link)
    if not rows:
        return
    labels = {concept.id: concept for concept in report.concepts}
    yield '<section>\n<h2>Names</h2>\n<table>\n<thead><tr><th scope="col">Name</th><th scope="col">Spelling</th>'
    yield '<th scope="col">What happens</th><th scope="col" class="number">How often</th><th scope="col">Where</th></tr></thead>\n'

    def label(concept: str) -> str:
        return labels[concept].label if concept in labels else next(iter(rows[concept].values())).located.finding.preferred

    for concept in sorted(rows, key=lambda concept: (label(concept).casefold(), concept)):
        spellings = sorted(rows[concept].values(), key=lambda row: -row.count)
        kind = f' <span class="soft">{_text(labels[concept].kind)}</span>' if concept in labels and labels[concept].kind else ""
        yield "<tbody>\n"
        for at, row in enumerate(spellings):
            head = f'<th scope="rowgroup" rowspan="{len(spellings)}">{_text(label(concept))}{kind}</th>' if at == 0 else ""
            where = "; ".join(f"{_text(path)}:&nbsp;{', '.join(links)}" for path, links in row.links.items())
            more = f", … {row.count - _PLACES:,} more" if row.count > _PLACES else ""
            yield (
                f"<tr>{head}<td>{_change(row.located, row.language)}</td><td>{_OUTCOMES[row.located.outcome]}</td>"
                f'<td class="number" data-label="How often:">{row.count:,}</td><td>{where}{more}</td></tr>\n'
            )
        yield "</tbody>\n"
    yield "</table>\n</section>\n"


def _problems(report: Report) -> Iterator[str]:
    """What went wrong, was passed over, or contradicts itself."""
    lists = (
        ("Not read or not written", [f"{_text(one.path)}: {_text(one.problem)}; {_text(one.remedy)}" for one in report.failures]),
        ("Skipped", [f"{_text(one.path)}: {_text(one.reason)}" for one in report.skipped]),
        ("Where glossaries disagree", [_text(line) for line in report.conflicts]),
    )
    for title, lines in lists:
        if lines:
            yield f"<section>\n<h2>{title}</h2>\n<ul>\n"
            yield from (f"<li>{line}</li>\n" for line in lines)
            yield "</ul>\n</section>\n"


def _file(file: FileReport, number: int) -> Iterator[str]:
    state = ", written" if file.written else ""
    yield f"<section>\n<h2>{_text(file.path)}</h2>\n"
    yield f'<p class="soft">{_count(len(file.findings), "finding")}; {_text(file.format)}, {_text(file.encoding)}{state}</p>\n<ol>\n'
    yield from chain.from_iterable(_finding(one, file.language, f"f{number}-{at}") for at, one in enumerate(file.findings, 1))
    yield "</ol>\n</section>\n"


def _finding(one: Located, language: str, anchor: str) -> Iterator[str]:
    said = one.finding
    yield f'<li class="finding {one.outcome}" id="{anchor}">\n'
    yield f'<p class="soft">Line {one.start.line}, column {one.start.column}: {_text(_TITLES.get(said.code, said.code))}</p>\n'
    around = f'lang="{escape(language)}" dir="auto"'
    yield f'<p class="context" {around}>{_escaped(one.before)}{_change(one, language)}{_escaped(one.after)}</p>\n'
    if one.remark:
        yield f"<p>{_text(one.remark)}.</p>\n"
    if one.why:
        yield f'<p class="soft">Why: {_text(one.why)}</p>\n'
    yield "</li>\n"


def _change(one: Located, language: str) -> str:
    """The spelling with what becomes of it, marked up."""
    said = one.finding
    spelling = _text(said.text)
    if not said.edits:
        return f'<mark lang="{escape(language)}">{spelling}</mark>'
    spoken = '<span class="aside" lang="en">{} </span>'
    return f'{spoken.format("instead of")}<del lang="{escape(language)}">{spelling}</del> {spoken.format("write")}<ins lang="{escape(language)}">{_text(one.becomes)}</ins>'


def _text(text: str) -> str:
    """A text of unknown direction, escaped and isolated from what stands around it."""
    return f"<bdi>{_escaped(text)}</bdi>"


def _escaped(text: str) -> str:
    """A text as HTML; line ends and tabs are spaces, what HTML cannot hold and what turns the reading direction is spelled out."""
    return escape(safe(text.replace("\r\n", " ").translate(_WHITE)))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
