"""The summary a translator reads on a terminal: name by name, each spelling, what becomes of it, how often, where and why.

Says nothing of files that could not be read: those are diagnostics, `diagnostics` gives them for standard error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from passages.reports.cells import Word, safe, visible, words, wrap
from passages.reports.model import Located, Mode, Outcome, Report, Totals
from passages.reports.style import Style, plain

_PLACES = 8  # lines listed for one spelling; the rest are counted
_HEADINGS = {Outcome.CHANGE: "Will change", Outcome.DECIDE: "For you to decide", Outcome.KEEP: "Left as they are"}


@dataclass(slots=True)
class _Spelling:
    """One spelling of a name in one group: all its places together."""

    located: Located
    count: int = 0
    lines: dict[str, list[int]] = field(default_factory=dict[str, list[int]])


def render(report: Report, *, columns: int = 80, style: Style = plain) -> Iterator[str]:
    """The summary, a line at a time, each with its line end.

    Args:
        report: what to tell.
        columns: cells of a line; at least 40 are used.
        style: gives each role its colour.
    """
    columns = max(columns, 40)
    labels = {concept.id: (concept.label, concept.kind) for concept in report.concepts}
    totals = report.totals
    for outcome in Outcome:
        grouped = _grouped(report, outcome, labels)
        if not grouped:
            continue
        heading = "Changed" if outcome is Outcome.CHANGE and totals.made == totals.changes else _HEADINGS[outcome]
        yield from _lines([wrap(words(heading, "heading"), columns)], style)
        for (label, kind), spellings in grouped:
            title = [*words(label, "name"), *words(f"({kind})" if kind else "", "faint")]
            yield from _lines([wrap(title, columns, "  ", "    ")], style)
            for spelling in spellings:
                yield from _lines(_spelling(spelling, columns), style)
        yield "\n"
    for line in _closing(report, totals):
        yield from _lines([wrap(words(line), columns)], style)


def diagnostics(report: Report) -> Iterator[str]:
    """What went wrong and what was passed over, a line each without a line end: for standard error."""
    for failure in report.failures:
        yield f"{safe(failure.path)}: {visible(failure.problem)}; {visible(failure.remedy)}"
    for skipped in report.skipped:
        yield f"{safe(skipped.path)}: skipped ({visible(skipped.reason)})"
    yield from (visible(conflict) for conflict in report.conflicts)


def _grouped(report: Report, outcome: Outcome, labels: dict[str, tuple[str, str]]) -> list[tuple[tuple[str, str], list[_Spelling]]]:
    """The findings of one outcome by concept, in the order of their names, and by spelling, the frequent ones first."""
    concepts: dict[str, dict[tuple[str, ...], _Spelling]] = {}
    for file in report.files:
        for one in file.findings:
            if one.outcome is not outcome:
                continue
            said = one.finding
            key = (visible(said.text), visible(one.becomes), said.code, visible(said.message), visible(said.reason))
            spelling = concepts.setdefault(said.concept, {}).setdefault(key, _Spelling(one))
            spelling.count += 1
            lines = spelling.lines.setdefault(file.path, [])
            if not lines or lines[-1] != one.start.line:
                lines.append(one.start.line)
    grouped: list[tuple[tuple[str, str], list[_Spelling]]] = []
    for concept, spellings in concepts.items():
        ordered = sorted(spellings.values(), key=lambda spelling: -spelling.count)
        grouped.append((labels.get(concept, (ordered[0].located.finding.preferred, "")), ordered))
    return sorted(grouped, key=lambda group: (group[0][0].casefold(), group[0]))


def _spelling(spelling: _Spelling, columns: int) -> Iterator[Iterator[list[Word]]]:
    """The paragraphs of one spelling: what it becomes, where it stands, why."""
    said = spelling.located.finding
    head = list(words(said.text, "old" if said.edits else ""))
    if said.edits:
        head += [Word("→"), *words(spelling.located.becomes, "new")]
    yield wrap([*head, *words(f"({_times(spelling.count)})", "faint")], columns, "    ", "      ")
    if spelling.located.remark:
        yield wrap(
            words(spelling.located.remark, "warning" if spelling.located.outcome is Outcome.DECIDE else ""), columns, "      ", "      "
        )
    if spelling.located.why:
        yield wrap(words(f"why: {spelling.located.why}"), columns, "      ", "      ")
    yield wrap(_places(spelling.lines), columns, "      ", "        ", breaking=False)


def _places(lines: dict[str, list[int]]) -> Iterator[Word]:
    """Files with their line numbers, shortened: `a.md:3, 17; b.txt:4, … 12 more`."""
    total = sum(len(numbers) for numbers in lines.values())
    # One place more is listed where the alternative is to say that there is one more.
    left = total if total == _PLACES + 1 else min(total, _PLACES)
    more = total - left
    for path, numbers in lines.items():
        shown = numbers[:left]
        left -= len(shown)
        last = left == 0
        for at, number in enumerate(shown):
            end = "," if at + 1 < len(shown) or (last and more) else ("" if last else ";")
            yield Word(f"{safe(path)}:{number}{end}" if at == 0 else f"{number}{end}", "faint")
        if last:
            break
    if more:
        yield Word(f"… {more} more", "faint")


def _closing(report: Report, totals: Totals) -> Iterator[str]:
    """The last lines: what it comes to, and what to do next."""
    if not totals.files:
        yield "No file was read."
    elif not (totals.changes or totals.decisions or totals.kept):
        yield f"All is well: {_files(totals.files)} read, every name in its right spelling."
    else:
        parts = [_changes(report, totals)]
        if totals.decisions:
            parts.append(f"{totals.decisions:,} to decide")
        if totals.kept:
            parts.append(f"{totals.kept:,} left as {'it is' if totals.kept == 1 else 'they are'}")
        yield "; ".join(parts) + "." + _next_step(report, totals)
    if report.failures:
        yield f"{_files(len(report.failures))} could not be read or written and {'was' if len(report.failures) == 1 else 'were'} left untouched."
    if report.skipped:
        yield f"{_files(len(report.skipped))} skipped."


def _changes(report: Report, totals: Totals) -> str:
    if not totals.changes:
        return f"Nothing to change in {_files(totals.files)}"
    everything = f"{_count(totals.changes, 'change')} of {_count(totals.names, 'name')} in {_files(totals.changed_files)}"
    if report.mode is not Mode.WRITE:
        return everything
    return f"{everything} made" if totals.made == totals.changes else f"{totals.made:,} of {_count(totals.changes, 'change')} made"


def _next_step(report: Report, totals: Totals) -> str:
    if report.mode is Mode.WRITE:
        return f" Take them back with: endonym undo {report.run}" if totals.made and report.run else ""
    return " Run again with --write to apply, --diff to see." if totals.changes else ""


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number:,} times")


def _files(number: int) -> str:
    return _count(number, "file")


def _count(number: int, noun: str) -> str:
    """A number with its noun, in English; every noun here makes its plural with -s."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _lines(paragraphs: Iterable[Iterable[list[Word]]], style: Style) -> Iterator[str]:
    for paragraph in paragraphs:
        for line in paragraph:
            yield "".join(style(word.role, word.text) if word.role else word.text for word in line).rstrip() + "\n"
