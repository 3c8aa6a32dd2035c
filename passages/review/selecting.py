"""Which pairs of a session a filter selects, and where a text stands next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from passages.pair import Pair, PairState, Side
from passages.review.query import Term, folded

if TYPE_CHECKING:
    from passages.review.view import View

Test = Callable[[int], bool]

_STATES = {state.value: state for state in PairState}


def sifted(session: View, terms: tuple[Term, ...], among: range) -> Iterator[int | None]:
    """Each of some pairs, in order: its index where all terms hold, else None. Terms that only the checks can tell are asked last."""
    tests = [_test(session, term) for term in sorted(terms, key=_cost)]
    for index in among:
        yield index if all(test(index) for test in tests) else None


def looked(session: View, text: str, start: int, *, backwards: bool = False) -> Iterator[int | None]:
    """Each pair once, from `start` on and around the end: its index where a text stands on either side, else None."""
    wanted = folded(text)
    count = len(session)
    step = -1 if backwards else 1
    for distance in range(count if wanted else 0):
        index = (start + step * distance) % count
        yield index if holds(session.pair(index), wanted) else None


def holds(pair: Pair, wanted: str) -> bool:
    """Whether a folded text stands in a pair."""
    return wanted in folded(pair.source) or wanted in folded(pair.target)


def _cost(term: Term) -> int:
    if term.judged or term.field == "name":
        return 2
    return 0 if term.field == "is" and not {"empty", "locked"} & set(term.values) else 1


def _test(session: View, term: Term) -> Test:
    tests = [_single(session, term.field, value) for value in term.values]

    def holds_one(index: int) -> bool:
        return any(test(index) for test in tests) is not term.negated

    return tests[0] if len(tests) == 1 and not term.negated else holds_one


def _single(session: View, field: str, value: str) -> Test:
    """The test for one alternative of a term."""
    if field == "is":
        return _is(session, value)
    if field == "has":
        return _has(session, value)
    if field == "code":
        return lambda index: any(finding.code == value for finding in session.findings(index))
    if field == "name":
        concepts = session.concepts_called(value)
        return lambda index: not concepts.isdisjoint(session.concepts(index))
    tests: dict[str, Test] = {
        "text": lambda index: holds(session.pair(index), value),
        "source": lambda index: value in folded(session.pair(index).source),
        "target": lambda index: value in folded(session.pair(index).target),
        "context": lambda index: value in folded(session.pair(index).context),
        "note": lambda index: any(value in folded(note) for note in session.pair(index).notes),
        "comment": lambda index: any(value in folded(one.text) for one in session.comments(index)),
    }
    return tests[field]


def _is(session: View, value: str) -> Test:
    if value in _STATES:
        state = _STATES[value]
        return lambda index: session.state(index) is state
    tests: dict[str, Test] = {
        "reviewed": lambda index: session.state(index) is not PairState.UNREVIEWED,
        "edited": session.edited,
        "unsaved": session.is_unsaved,
        "changed": session.changed_since,
        "empty": lambda index: not session.pair(index).target.strip(),
        "locked": lambda index: session.pair(index).locked,
    }
    return tests[value]


def _has(session: View, value: str) -> Test:
    tests: dict[str, Test] = {
        "comment": session.has_comments,
        "draft": lambda index: session.draft(index) is not None,
        "note": lambda index: bool(session.pair(index).notes),
        "finding": lambda index: bool(session.findings(index)),
        "fix": lambda index: any(finding.fixes for finding in session.findings(index)),
        "variant": lambda index: any(
            finding.concept and finding.text and finding.side is Side.TARGET for finding in session.findings(index)
        ),
    }
    return tests[value]
