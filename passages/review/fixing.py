"""A fix of one finding made in all pairs that have the same fault: worked out to be looked at first, then made as one step.

The same fault is the same check with the same words; of a name, the same check with the same term of the glossary in whatever form, so that
each place keeps its case and number.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from glossary.findings import apply_edits
from passages.pair import Side
from passages.review.values import Everywhere, Replaced

if TYPE_CHECKING:
    from glossary.findings import Edit
    from passages.checks import Fix, PairFinding
    from passages.review.view import View

_Fault = tuple[str, str, str, str]


def everywhere(session: View, index: int, finding: PairFinding, number: int) -> Iterator[Everywhere | None]:
    """What making this fix wherever it fits would change, this pair included.

    Gives None for each pair that was looked at, for there may be a hundred thousand, and the whole at the end.

    Raises:
        IndexError: where the finding has no such fix.
    """
    fix = finding.fixes[number]
    wanted = _fault(session, index, finding)
    structure = session.structure
    changes: list[Replaced] = []
    for at in range(len(session)):
        yield None
        pair = session.pair(at)
        if pair.locked or (at != index and not _may_have(pair.source, pair.target, finding)):
            continue
        edits = [
            edit
            for other in session.findings(at)
            if other.code == finding.code and _fault(session, at, other) == wanted and (same := _same(other, finding, fix, number))
            for edit in same.edits
        ]
        after = _applied(pair.target, edits)
        if after is not None and after != pair.target:
            changes.append(Replaced(at, pair.target, after))
    yield Everywhere(finding.text, fix.label, tuple(changes), structure)


def _may_have(source: str, target: str, finding: PairFinding) -> bool:
    """Whether a pair may have the fault, by its texts alone: the other forms of a name begin like this one."""
    text = finding.text
    if not text:
        return True
    head = text[: max(3, len(text) // 2)] if finding.concept else text
    return head.casefold() in (target if finding.side is Side.TARGET else source).casefold()


def _fault(session: View, index: int, finding: PairFinding) -> _Fault:
    """What makes two findings the same fault."""
    if not finding.concept:
        return finding.code, "", finding.text, finding.about
    names = session.names(index, finding.side) if finding.text else ()
    term = next(
        (one.term for one in names if (one.start, one.end, one.concept) == (finding.start, finding.end, finding.concept)), finding.text
    )
    return finding.code, finding.concept, term, ""


def _same(other: PairFinding, finding: PairFinding, fix: Fix, number: int) -> Fix | None:
    """The fix of another finding that does there what this one does here: of a name the one in its place, else the one that says the same."""
    if finding.concept:
        return other.fixes[number] if number < len(other.fixes) else None
    return next((one for one in other.fixes if one.label == fix.label), None)


def _applied(text: str, edits: list[Edit]) -> str | None:
    """The text with the edits made; those that touch an earlier one are left out; None without any."""
    chosen: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if not chosen or edit.start >= chosen[-1].end:
            chosen.append(edit)
    return apply_edits(text, chosen) if chosen else None
