"""What a run has to tell: files, findings with their places, and what went wrong. Plain data; nothing is read or printed here.

A reporter is a function from a `Report` to text, `render(report, …) -> Iterator[str]`, in a module of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache

from glossary.findings import Edit, Finding, Severity, apply_edits
from glossary.policy import Policy
from passages.reports.lines import LineIndex, Position
from translit.values import value


class Mode(StrEnum):
    """What was done with the findings."""

    SHOW = "show"
    """They were shown, nothing else."""
    CHECK = "check"
    """They decide the exit status."""
    WRITE = "write"
    """Their edits were written to the files."""


class Outcome(StrEnum):
    """What is to become of a finding; the groups a translator reads."""

    CHANGE = "change"
    """It has an edit."""
    DECIDE = "decide"
    """It has none, and is a warning or worse: somebody must decide."""
    KEEP = "keep"
    """It is a note: the name stays as it is."""


@value
class Located:
    """A finding and where it stands in its document."""

    finding: Finding
    """What is said; its offsets count code points of the document."""
    start: Position
    """Where the spelling begins."""
    end: Position
    """One past its last character."""
    edits: tuple[tuple[Position, Position], ...]
    """Where each edit of the finding begins and ends, in the order of `finding.edits`."""
    before: str
    """What stands before the spelling on its line; a long line is cut, with an ellipsis at the cut."""
    after: str
    """What stands behind it, in the same way."""

    @property
    def outcome(self) -> Outcome:
        """What is to become of it."""
        if self.finding.edits:
            return Outcome.CHANGE
        return Outcome.KEEP if self.finding.severity is Severity.NOTE else Outcome.DECIDE

    @property
    def becomes(self) -> str:
        """The spelling with the edits made; where an edit reaches beyond the spelling, what the edits put in; empty without one."""
        said = self.finding
        if len(said.edits) == 1 and said.edits[0].start == said.start and said.edits[0].end == said.end:
            return said.edits[0].replacement
        if not said.edits or any(edit.start < said.start or edit.end > said.end for edit in said.edits):
            return " … ".join(edit.replacement for edit in said.edits)
        moved = (Edit(edit.start - said.start, edit.end - said.start, edit.replacement) for edit in said.edits)
        return apply_edits(said.text, moved)

    @property
    def remark(self) -> str:
        """The finding's message; empty where it says no more than `old → new`."""
        said = self.finding
        return "" if said.edits and said.message == f"{said.text} → {self.becomes}" else said.message

    @property
    def why(self) -> str:
        """The finding's reason; empty where the message has said it already."""
        return "" if self.finding.reason in self.finding.message else self.finding.reason


@value
class FileReport:
    """One file that was read."""

    path: str
    """As the user named it, or as it was found below a folder the user named."""
    format: str
    """The document format: text, markdown."""
    encoding: str
    """The encoding by Python's name: utf-8, cp1251."""
    language: str
    """BCP 47 language of the names looked for: en, ru."""
    findings: tuple[Located, ...] = ()
    """In the order of the document."""
    digest: str | None = None
    """SHA-256 of the file's bytes as they were read, in hexadecimal; None where it was not taken."""
    written: bool = False
    """True where the edits were written to the file."""


@value
class Skipped:
    """A file that was passed over."""

    path: str
    """As it was found."""
    reason: str
    """Why, in a word or two: binary, excluded."""


@value
class Failure:
    """A file that could not be read or written and was left as it was."""

    path: str
    """As the user named it."""
    problem: str
    """What is wrong, without a full stop."""
    remedy: str
    """What to do, without a full stop."""


@value
class Named:
    """What a report says of a concept beside its findings."""

    id: str
    """The concept's id."""
    label: str
    """The name to show."""
    kind: str = ""
    """place, person, organisation …"""
    note: str = ""
    """Which thing this is."""


@value
class Totals:
    """What a report comes to."""

    files: int
    """Files read."""
    changes: int
    """Findings with an edit."""
    names: int
    """Concepts among these."""
    changed_files: int
    """Files with at least one of these."""
    made: int
    """Those of the changes that were written."""
    decisions: int
    """Findings somebody must decide."""
    kept: int
    """Names left as they are."""


@value
class Report:
    """Everything one run has to tell."""

    version: str
    """endonym's version."""
    files: tuple[FileReport, ...] = ()
    """The files read, in the order they were met; those without a finding too."""
    skipped: tuple[Skipped, ...] = ()
    """The files passed over."""
    failures: tuple[Failure, ...] = ()
    """The files that could not be read or written."""
    concepts: tuple[Named, ...] = ()
    """The concepts the findings speak of; one that is missing here is shown by its findings' preferred name."""
    glossaries: tuple[str, ...] = ()
    """The glossaries used, in their order: a path, or `built-in`."""
    conflicts: tuple[str, ...] = ()
    """What two glossaries say differently and which won, a line each."""
    policy: Policy = Policy()
    """What the normalizer was asked to do."""
    mode: Mode = Mode.SHOW
    """What was done with the findings."""
    run: str | None = None
    """The id of the recorded run that `undo` takes; None where nothing was written."""

    @property
    def findings(self) -> Iterator[Located]:
        """All findings, file by file."""
        return (one for file in self.files for one in file.findings)

    @property
    def totals(self) -> Totals:
        """What the report comes to; counted anew at each call."""
        changes = [(file, one) for file in self.files for one in file.findings if one.outcome is Outcome.CHANGE]
        rest = [one.outcome for one in self.findings]
        return Totals(
            files=len(self.files),
            changes=len(changes),
            names=len({one.finding.concept for _, one in changes}),
            changed_files=sum(any(one.outcome is Outcome.CHANGE for one in file.findings) for file in self.files),
            made=sum(file.written for file, _ in changes),
            decisions=rest.count(Outcome.DECIDE),
            kept=rest.count(Outcome.KEEP),
        )

    @property
    def exit_status(self) -> int:
        """0 clean or not asked to check; 1 where `--check` met an error or a warning; 2 where a file could not be read or written."""
        if self.failures:
            return 2
        checked = self.mode is Mode.CHECK and any(one.finding.severity is not Severity.NOTE for one in self.findings)
        return int(checked)


def locate(text: str, findings: Iterable[Finding]) -> tuple[Located, ...]:
    """Give the findings of one document their places; `text` is the document's text, line ends and all.

    Raises:
        ValueError: where a finding or an edit lies outside the text.
    """
    findings = tuple(findings)
    if not findings:
        return ()
    lines = LineIndex(text)
    position = cache(lines.position)  # most edits begin and end where their findings do
    return tuple(
        Located(
            finding,
            position(finding.start),
            position(finding.end),
            tuple((position(edit.start), position(edit.end)) for edit in finding.edits),
            *lines.around(finding.start, finding.end),
        )
        for finding in findings
    )
