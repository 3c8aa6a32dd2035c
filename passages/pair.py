"""A pair: a source text and its translation, as a reviewer sees them, wherever they were read from.

Owns the values that adapters (`passages/bitext/`), checks and review sessions pass to each other, and nothing else: no reading, no
judging, no keeping. Texts are what a translator reads: escapes and entities undone, each inline code of the file (an XLIFF `<g>`, a TMX
`<bpt>`) shown as one short token that stands nowhere else in the pair. Offsets are code points.
"""

from __future__ import annotations

from enum import StrEnum

from translit.values import value


class PairState(StrEnum):
    """What a reviewer has said of a pair."""

    UNREVIEWED = "unreviewed"
    """Nobody has decided; the state of every pair at first, but for what the file itself says."""
    NEEDS_WORK = "needs-work"
    """Seen and not good yet: PO `fuzzy`, XLIFF 1.2 `needs-review-translation` and the like."""
    APPROVED = "approved"
    """Good as it is: XLIFF 1.2 `approved="yes"`, XLIFF 2 `reviewed` and `final`."""


class Side(StrEnum):
    """Which of the two texts of a pair."""

    SOURCE = "source"
    """The original."""
    TARGET = "target"
    """The translation."""


class CodeKind(StrEnum):
    """What an inline code does."""

    OPEN = "open"
    """Begins a stretch that a CLOSE with the same id ends."""
    CLOSE = "close"
    """Ends the stretch that the OPEN with the same id began."""
    ALONE = "alone"
    """Stands for itself: a line break, an image, a placeholder."""


@value
class InlineCode:
    """One piece of markup inside a text."""

    start: int
    """First code point of its token in the text."""
    end: int
    """One past the last."""
    kind: CodeKind
    """What it does."""
    id: str
    """What pairs OPEN with CLOSE and a source's code with the target's."""
    raw: str
    """The markup as it stands in the file."""


@value
class Pair:
    """A source text with its translation, as read from a file."""

    key: str
    """Tells it from every other pair of the file and stays the same while its source stays (a msgctxt and msgid, a unit's id, a row's number)."""
    source: str
    """The original; may hold line breaks (`\\n`)."""
    target: str
    """The translation; empty where there is none yet."""
    state: PairState = PairState.UNREVIEWED
    """What the file says of it."""
    source_codes: tuple[InlineCode, ...] = ()
    """The inline codes of the source, in order; neither overlapping nor touched by any edit."""
    target_codes: tuple[InlineCode, ...] = ()
    """Those of the target."""
    context: str = ""
    """What tells two equal sources apart, for the reader: msgctxt, resname, a column."""
    notes: tuple[str, ...] = ()
    """Comments that the file has for this pair: of developers, of translators, of earlier reviewers."""
    places: tuple[str, ...] = ()
    """Where the source is used: `#:` references."""
    flags: frozenset[str] = frozenset()
    """What the file says besides, in its own words: python-format, c-format, no-wrap."""
    plural: int | None = None
    """The number of a plural's string (PO msgstr[n]); None for any other."""
    limit: int | None = None
    """The greatest length of the target in code points (XLIFF maxwidth and sizeRestriction); None where there is none."""
    locked: bool = False
    """True for what may not be changed: translate="no", obsolete."""
    line: int | None = None
    """The line of the file, from 1, that the target stands on."""
    other_source: str = ""
    """Of a plural's string the original's other number: msgid_plural for msgstr[0], msgid for the others. Empty for any other pair."""
    numbers: tuple[int, ...] | None = None
    """The first numbers that a plural's string is for: 1, 21, 31, 41; none for a string that no whole number takes. None for any other pair, and where
    the file's rule is not known."""


@value
class NewPair:
    """A pair that a reviewer made by splitting another."""

    source: str
    """The original."""
    target: str
    """The translation."""
    state: PairState = PairState.UNREVIEWED
    """What the reviewer said of it."""


@value
class PairChange:
    """What is to be different about one pair when its file is written; None leaves a part as it stands in the file."""

    target: str | None = None
    """The new translation."""
    source: str | None = None
    """The new source; only where the file's structure may be changed."""
    state: PairState | None = None
    """The new state."""
    note: str | None = None
    """The reviewer's comment, in the place of one that endonym wrote before; empty removes that one."""
    removed: bool = False
    """True where the pair has been merged into another; only where the file's structure may be changed."""
    followers: tuple[NewPair, ...] = ()
    """Pairs that are to stand behind this one; only where the file's structure may be changed."""
    codes: tuple[InlineCode, ...] = ()
    """Inline codes of other pairs that the new texts hold, where pairs were merged; those of this pair are known anyway."""
