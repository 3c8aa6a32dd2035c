"""One form of a term, and what the rules of a language are: the values that `forms` puts together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from glossary.model import Term
from translit.values import value

BASE = "base"
"""The name of the form that is the term as written."""
GIVEN = "given"
"""The name of a form that the glossary gives by hand."""


@value
class Form:
    """One shape of a term."""

    name: str
    """Which: `base`, `given`, or the name of a rule (`plural`, `adjective`, …)."""
    text: str
    """The spelling, in the case of the term."""
    replacement: str | None
    """The same form of the name that takes its place; None where the term is preferred.

    A spelling that is of several forms which differ in the other name has a line for each: the form's name, a tab, its answer.
    """


def _first(answers: Mapping[str, str], text: str, start: int) -> str:  # noqa: ARG001 - the names say what is passed
    return next(iter(answers.values()))


def _no_ending(text: str, start: int, end: int) -> int:  # noqa: ARG001 - the names say what is passed
    return end


def _as_it_is(ending: str, replacement: str) -> str:  # noqa: ARG001 - the names say what is passed
    return ending


def _none(text: str, start: int, said: str, replacement: str) -> tuple[int, str] | None:  # noqa: ARG001 - the names say what is passed
    return None


@value
class Inflection:
    """The rules of one language."""

    forms: Callable[[Term, str | None, str], Iterable[Form]]
    """The forms of a term, with its replacement, of a concept of a kind. The term as written is among them only where its replacement is
    another one than the replacement as written."""
    settled: Callable[[Mapping[str, str], str, int], str] = _first
    """Which replacement answers a form that stands for several, by what is in the text before its start (code points); the replacements are
    by the form's name, not empty, the likeliest first."""
    ending: Callable[[str, int, int], int] = _no_ending
    """Where the name at a start and end in a text ends with a regular ending that stands behind any form; the end where there is none."""
    carried: Callable[[str, str], str] = _as_it_is
    """That ending as another name takes it."""
    lead: Callable[[str, int, str, str], tuple[int, str] | None] = _none
    """By a text, the start of a name in it, the name as it stands and what takes its place: where the words before it begin that must change
    with it, and what they become (о Целинограде → об Астане); None where none must."""
