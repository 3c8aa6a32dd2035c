"""The summary a translator reads on a terminal: name by name, each spelling, what becomes of it, how often, where and why.

Says nothing of files that could not be read: those are diagnostics, `diagnostics` gives them for standard error.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from glossary.speech import Speech
from passages.reports.cells import Word, safe, visible, words, wrap
from passages.reports.model import Located, Mode, Outcome, Report, Totals
from passages.reports.style import Style, plain
from translit.message import Message

_PLACES = 8  # lines listed for one spelling; the rest are counted
_HEADINGS = {
    Outcome.CHANGE: Message("Will change"),
    Outcome.DECIDE: Message("For you to decide"),
    Outcome.KEEP: Message("Left as they are"),
}
_ENGLISH = Speech()


class _Spelling:
    """One spelling of a name in one group: all its places together. A plain class, for `dataclass` writes its code anew at every start."""

    __slots__ = ("count", "lines", "located")

    def __init__(self, located: Located) -> None:
        self.located = located
        self.count = 0
        self.lines: dict[str, list[int]] = {}


def render(report: Report, *, columns: int = 80, style: Style = plain, speech: Speech = _ENGLISH) -> Iterator[str]:
    """The summary, a line at a time, each with its line end.

    Args:
        report: what to tell.
        columns: cells of a line; at least 40 are used.
        style: gives each role its colour.
        speech: the language of the reader.
    """
    columns = max(columns, 40)
    labels = {concept.id: (concept.label, concept.kind) for concept in report.concepts}
    totals = report.totals
    for outcome, grouped in _grouped(report, labels).items():
        if not grouped:
            continue
        made = outcome is Outcome.CHANGE and totals.made == totals.changes
        heading = speech.text("Changed") if made else speech.say(_HEADINGS[outcome])
        yield from _lines([wrap(words(heading, "heading"), columns)], style)
        for (label, kind), spellings in grouped:
            title = [*words(label, "name"), *words(f"({speech.text(kind)})" if kind else "", "faint")]
            yield from _lines([wrap(title, columns, "  ", "    ")], style)
            for spelling in spellings:
                yield from _lines(_spelling(spelling, columns, speech), style)
        yield "\n"
    for line in _closing(report, totals, speech):
        yield from _lines([wrap(words(line), columns)], style)


def diagnostics(report: Report, speech: Speech = _ENGLISH, *, skipped: bool = True) -> Iterator[str]:
    """What went wrong and, where `skipped` is true, what was passed over; a line each without a line end: for standard error."""
    for failure in report.failures:
        yield f"{safe(failure.path)}: {visible(speech.say(failure.problem))}; {visible(speech.say(failure.remedy))}"
    for one in report.skipped if skipped else ():
        yield speech.text("{path}: skipped ({why})", path=safe(one.path), why=visible(speech.say(one.reason)))
    yield from (visible(speech.say(conflict)) for conflict in report.conflicts)


def _grouped(report: Report, labels: dict[str, tuple[str, str]]) -> dict[Outcome, list[tuple[tuple[str, str], list[_Spelling]]]]:
    """The findings by outcome, in the order of `Outcome`."""
    outcomes: dict[Outcome, dict[str, dict[tuple[str, ...], _Spelling]]] = {outcome: {} for outcome in Outcome}
    shown = cache(visible)  # a spelling stands in many places
    for file in report.files:
        for one in file.findings:
            said = one.finding
            key = (shown(said.text), shown(one.becomes), said.code, shown(said.message), shown(said.reason))
            spellings = outcomes[one.outcome].setdefault(said.concept, {})
            spelling = spellings.get(key)
            if spelling is None:
                spelling = spellings[key] = _Spelling(one)
            spelling.count += 1
            lines = spelling.lines.setdefault(file.path, [])
            if not lines or lines[-1] != one.start.line:
                lines.append(one.start.line)
    return {outcome: _ordered(concepts, labels) for outcome, concepts in outcomes.items()}


def _ordered(
    concepts: dict[str, dict[tuple[str, ...], _Spelling]], labels: dict[str, tuple[str, str]]
) -> list[tuple[tuple[str, str], list[_Spelling]]]:
    """The spellings of one outcome by concept, in the order of their names, the frequent spellings first."""
    grouped: list[tuple[tuple[str, str], list[_Spelling]]] = []
    for concept, spellings in concepts.items():
        ordered = sorted(spellings.values(), key=lambda spelling: -spelling.count)
        grouped.append((labels.get(concept, (ordered[0].located.finding.preferred, "")), ordered))
    return sorted(grouped, key=lambda group: (group[0][0].casefold(), group[0]))


def _spelling(spelling: _Spelling, columns: int, speech: Speech) -> Iterator[Iterator[list[Word]]]:
    """The paragraphs of one spelling: what it becomes, where it stands, why."""
    said = spelling.located.finding
    head = list(words(said.text, "old" if said.edits else ""))
    if said.edits:
        head += [Word("→"), *words(spelling.located.becomes, "new")]
    yield wrap([*head, *words(f"({_times(spelling.count, speech)})", "faint")], columns, "    ", "      ")
    if spelling.located.remark:
        role = "warning" if spelling.located.outcome is Outcome.DECIDE else ""
        yield wrap(words(speech.say(spelling.located.remark), role), columns, "      ", "      ")
    if spelling.located.why:
        yield wrap(words(speech.text("why: {reason}", reason=speech.say(spelling.located.why))), columns, "      ", "      ")
    yield wrap(_places(spelling.lines, speech), columns, "      ", "        ", breaking=False)


def _places(lines: dict[str, list[int]], speech: Speech) -> Iterator[Word]:
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
        yield Word(speech.count("… {n} more", "… {n} more", more), "faint")


def _closing(report: Report, totals: Totals, speech: Speech) -> Iterator[str]:
    """The last lines: what it comes to, and what to do next."""
    if not totals.files:
        yield speech.text("No file was read.")
    elif not (totals.changes or totals.decisions or totals.kept):
        yield speech.count(
            "All is well: {n} file read, every name in its right spelling.",
            "All is well: {n} files read, every name in its right spelling.",
            totals.files,
        )
    else:
        parts = [_changes(report, totals, speech)]
        if totals.decisions:
            parts.append(speech.count("{n} to decide", "{n} to decide", totals.decisions))
        if totals.kept:
            parts.append(speech.count("{n} left as it is", "{n} left as they are", totals.kept))
        yield "; ".join(parts) + "." + _next_step(report, totals, speech)
    if report.failures:
        yield speech.count(
            "{n} file could not be read or written and was left untouched.",
            "{n} files could not be read or written and were left untouched.",
            len(report.failures),
        )
    if report.skipped:
        yield speech.count("{n} file skipped.", "{n} files skipped.", len(report.skipped))


def _changes(report: Report, totals: Totals, speech: Speech) -> str:
    if not totals.changes:
        return speech.count("Nothing to change in {n} file", "Nothing to change in {n} files", totals.files)
    written = report.mode is Mode.WRITE
    if written and totals.made != totals.changes:
        return speech.count("{made} of {n} change made", "{made} of {n} changes made", totals.changes, made=speech.number(totals.made))
    names = speech.count("{n} name", "{n} names", totals.names)
    files = speech.count("in {n} file", "in {n} files", totals.changed_files)
    if written:
        return speech.count(
            "{n} change of {names} {files} made", "{n} changes of {names} {files} made", totals.changes, names=names, files=files
        )
    return speech.count("{n} change of {names} {files}", "{n} changes of {names} {files}", totals.changes, names=names, files=files)


def _next_step(report: Report, totals: Totals, speech: Speech) -> str:
    if report.mode is Mode.WRITE:
        return " " + speech.text("Take them back with: endonym undo {run}", run=report.run) if totals.made and report.run else ""
    return " " + speech.text("Run again with --write to apply, --diff to see.") if totals.changes else ""


def _times(number: int, speech: Speech) -> str:
    if number == 1:
        return speech.text("once")
    return speech.text("twice") if number == 2 else speech.count("{n} time", "{n} times", number)


def _lines(paragraphs: Iterable[Iterable[list[Word]]], style: Style) -> Iterator[str]:
    for paragraph in paragraphs:
        for line in paragraph:
            yield "".join(style(word.role, word.text) if word.role else word.text for word in line).rstrip() + "\n"
