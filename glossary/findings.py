"""What the matcher, the normalizer and the checks say: occurrences, findings and edits, all plain data.

Offsets are code points in the text that was given, start inclusive, end exclusive. Printing and applying
are done elsewhere; `apply_edits` is here because a finding without it cannot be tested.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from glossary.model import Status, TermType
from translit.values import value


class Severity(StrEnum):
    """How bad a finding is, in SARIF's words."""

    ERROR = "error"
    """Wrong by the glossary: there is an edit."""
    WARNING = "warning"
    """Somebody must decide."""
    NOTE = "note"
    """Worth knowing; `--check` lets it pass."""


@value
class Edit:
    """A replacement of one span."""

    start: int
    """First code point replaced."""
    end: int
    """One past the last; equal to `start` for an insertion."""
    replacement: str
    """What stands there afterwards."""


@value
class Occurrence:
    """A form of a term found in a text."""

    start: int
    """First code point."""
    end: int
    """One past the last."""
    text: str
    """The spelling as it stands in the text."""
    concept: str
    """The id of the concept."""
    term: str
    """The term's text, whose form this is."""
    status: Status
    """The term's status."""
    type: TermType
    """The term's type."""
    misspelling: bool
    """True where the term is a slip of the pen."""
    valid_from: str | None
    """First day of the term's use, ISO 8601 at reduced precision; None where open or unknown."""
    valid_until: str | None
    """Last day, in the same way."""
    form: str
    """Which form: `base`, `possessive`, `plural` …"""
    replacement: str | None
    """The same form of the name that takes its place, in the case and apostrophe style of the text; None where the term is preferred."""
    reasons: tuple[str, ...]
    """Why, a sentence each."""
    weak: bool = False
    """True where the term is a weak name and nothing decides that it is meant: a hint, and no more."""
    lead: tuple[int, str] | None = None
    """Where the words before the name begin that change with it, and what they become, up to the name (о Целинограде → об Астане)."""

    @property
    def edit(self) -> Edit | None:
        """What puts the replacement in the name's place, and changes the words before it that must change; None without a replacement."""
        if self.replacement is None:
            return None
        start, lead = self.lead or (self.start, "")
        return Edit(start, self.end, lead + self.replacement)


@value
class Finding:
    """One thing said about one span."""

    code: str
    """Stable name of the kind of finding: misspelling, deprecated, former-name …"""
    severity: Severity
    """How bad."""
    start: int
    """First code point."""
    end: int
    """One past the last."""
    text: str
    """The spelling as it stands."""
    message: str
    """One sentence for a translator."""
    reason: str
    """Why the spelling is what the message says."""
    concept: str
    """The id of the concept."""
    preferred: str
    """The name to use, in its plain form."""
    edits: tuple[Edit, ...] = ()
    """What to do about it; empty where nothing is to be changed unasked."""


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made.

    Raises:
        ValueError: where two edits overlap or one lies outside the text.
    """
    parts: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < at or edit.end < edit.start or edit.end > len(text):
            raise ValueError(f"edit {edit} overlaps another or lies outside the text of {len(text)} code points")
        parts += (text[at : edit.start], edit.replacement)
        at = edit.end
    parts.append(text[at:])
    return "".join(parts)
