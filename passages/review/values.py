"""What a review session tells: what was done, comments, history, figures. Plain data; nothing is read, kept or judged here.

Times are UTC, ISO 8601 to the second (`2026-03-01T09:30:00Z`). Indexes count the pairs of the session from 0.
"""

from __future__ import annotations

from passages.pair import PairState, Side
from translit.message import Message
from translit.values import value


@value
class Done:
    """What an operation did; it is on the disk by now."""

    text: Message
    """One sentence for the reviewer, without a full stop."""
    indexes: tuple[int, ...] = ()
    """The pairs it was done to, as they are numbered now."""


@value
class Comment:
    """What a reviewer said of a pair."""

    author: str
    """Who."""
    time: str
    """When."""
    text: str
    """What; may have several lines."""


@value
class Event:
    """One thing that happened to a pair."""

    author: str
    """Who did it; empty where the file itself had moved on."""
    time: str
    """When."""
    text: Message
    """What, in one sentence without a full stop."""
    before: str | None = None
    """The translation before, where it was changed."""
    after: str | None = None
    """The translation afterwards, where it was changed."""


@value
class Replaced:
    """One pair of a change that is made everywhere."""

    index: int
    """The pair."""
    before: str
    """Its translation as it is."""
    after: str
    """Its translation afterwards."""


@value
class Everywhere:
    """A fix as it would be made everywhere, to be looked at first."""

    old: str
    """What is replaced."""
    new: str
    """What takes its place."""
    changes: tuple[Replaced, ...]
    """The pairs, in their order."""
    structure: int = 0
    """The session's structure when this was made; indexes of another mean other pairs."""


@value
class Dismissal:
    """Findings that a reviewer does not want to see again."""

    id: int
    """What `restore_dismissed` takes."""
    scope: str
    """`occurrence`: this one in this pair; `spelling`: this text, wherever it stands; `rule`: everything this check says."""
    code: str
    """The check."""
    text: str
    """The words it was about; may be empty."""
    index: int | None
    """The pair of an occurrence; None for the other scopes, and for a pair that is no longer in the file."""
    author: str
    """Who dismissed them."""
    time: str
    """When."""


@value
class Statistics:
    """How far a review has come."""

    pairs: int
    """Pairs in all."""
    unreviewed: int
    """Those nobody has decided on."""
    needs_work: int
    """Those that are not good yet."""
    approved: int
    """Those that are good."""
    edited: int
    """Those whose translation differs from the file's."""
    commented: int
    """Those with a comment of this session."""
    changed: int
    """Those that have changed since the reviewer last saw them."""
    unsaved: int
    """Those with something that is not in the file yet."""

    @property
    def reviewed(self) -> int:
        """Pairs that somebody has decided on."""
        return self.needs_work + self.approved


@value
class Saved:
    """What saving did."""

    text: Message
    """One sentence for the reviewer, without a full stop."""
    run: str | None = None
    """The id that `endonym undo` takes; None where the file did not need to be written."""
    pairs: int = 0
    """How many pairs went into the file."""
    merged: int = 0
    """Pairs that others had changed in the file meanwhile, and that were taken in first."""
    news: Message | None = None
    """What had happened to the file meanwhile, in a sentence; None where nothing had."""


@value
class Gone:
    """A pair with work in it whose source is no longer in the file."""

    source: str
    """The original."""
    target: str
    """The translation as it was last in the session."""
    state: PairState
    """What was said of it."""
    comments: tuple[Comment, ...]
    """What was said about it."""


@value
class Content:
    """All that operations may change about a pair, said in full."""

    source: str
    """The original."""
    target: str
    """The translation."""
    state: PairState
    """What is said of it."""
    removed: bool = False
    """True where it has been merged into another and is no longer shown."""

    def text(self, side: Side) -> str:
        """The text of a side."""
        return self.source if side is Side.SOURCE else self.target
