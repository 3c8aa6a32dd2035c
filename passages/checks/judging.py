"""What the checks say of a pair, of a text in one language, and of all pairs of a document: the findings in the order of the text.

Owns which checks are asked of what, and the order and numbering of what they find; `registry` says which checks there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from passages.checks.consistency import Consistency
from passages.checks.context import CheckContext
from passages.checks.model import PairFinding
from passages.checks.names import Names
from passages.checks.reading import Reading
from passages.pair import Pair


def check_pair(pair: Pair, context: CheckContext) -> list[PairFinding]:
    """Everything that one pair tells by itself, in the order of the target; nothing about a pair that may not be changed."""
    return own_findings(Reading(pair, context))


def check_text(text: str, context: CheckContext, closed: tuple[tuple[int, int], ...] = (), key: str = "") -> list[PairFinding]:
    """What the checks that need no original say of a text in the target language; `closed` are spans that its format protects."""
    reading = Reading(Pair(key, "", text), context, closed=closed)
    return _ordered(finding for check in context.checks if check.alone for finding in check.function(reading))


def check_pairs(pairs: Iterable[Pair], context: CheckContext) -> Iterator[tuple[int, PairFinding]]:
    """The findings of the pairs of one document, each with its pair's index; with those that need the whole document."""
    known = list(pairs)
    document = Consistency(known.__getitem__)
    own: list[list[PairFinding]] = []
    named: dict[int, Names] = {}
    for index, pair in enumerate(known):
        reading = Reading(pair, context, document, place=index)
        own.append(own_findings(reading))
        document.add(reading)
        if reading.names.stands:
            named[index] = reading.names
    for index, pair in enumerate(known):
        reading = Reading(pair, context, document, place=index)
        reading.names = named.get(index) or Names(reading, None)
        found = [*own[index], *document_findings(reading)]
        yield from ((index, finding) for finding in sorted(found, key=_place))


def own_findings(reading: Reading) -> list[PairFinding]:
    """What the pair of a reading tells by itself."""
    return [] if reading.pair.locked else _findings(reading, document=False)


def document_findings(reading: Reading) -> list[PairFinding]:
    """What the document of a reading tells about its pair."""
    return [] if reading.pair.locked else _findings(reading, document=True)


def _findings(reading: Reading, *, document: bool) -> list[PairFinding]:
    asked = reading.context.document_checks if document else reading.context.own_checks
    if not reading.target.text.strip():
        asked = tuple(check for check in asked if check.code in _UNTRANSLATED)
    return _ordered(finding for check in asked for finding in check.function(reading))


_UNTRANSLATED = frozenset(("untranslated",))
"""What can be said of an empty translation."""


def _ordered(findings: Iterable[PairFinding]) -> list[PairFinding]:
    """The findings by place, each with its number among those that are the same."""
    ordered = sorted(findings, key=_place)
    if len(ordered) < 2:
        return ordered
    seen: dict[tuple[str, ...], int] = {}
    for at, finding in enumerate(ordered):
        number = seen.get(finding.same, 0)
        seen[finding.same] = number + 1
        if number:
            ordered[at] = finding.numbered(number)
    return ordered


def _place(finding: PairFinding) -> tuple[bool, int, int]:
    return finding.end == 0, finding.start, finding.end
