"""One form of a term: the value that the rules of each language make."""

from __future__ import annotations

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
