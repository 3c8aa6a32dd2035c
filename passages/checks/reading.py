"""A pair as the checks read it: each side with its marks, its plain words and its names, worked out once and only when asked for.

Owns what several checks share. Offsets are code points of the side's text throughout: what is masked keeps its length.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from glossary.findings import Severity
from passages.checks.marks import Mark, marks
from passages.checks.model import Fix, PairFinding
from passages.pair import InlineCode, Pair, Side
from passages.protect import protected
from passages.segment import merged
from translit.message import Message

if TYPE_CHECKING:
    from passages.checks.consistency import Consistency
    from passages.checks.context import CheckContext
    from passages.checks.names import Names
    from passages.checks.numbers import Figures
    from passages.checks.pairing import Fault

MASK = "\ufffc"
"""Stands for each code point that is no language; no letter, no digit, no punctuation, no space."""

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_OPTION = re.compile(r"(?<![\w-])--?[A-Za-z][\w-]*+(?:=[^\s«»“”„\"'’)\]]*)?")
_IDENTIFIER = re.compile(
    r"\b(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Z][\w/-]*+"
    r"|(?<![\w.])(?:[A-Za-z][A-Za-z0-9]+(?:_[A-Za-z0-9]+)+|[A-Za-z]*[a-z][A-Z][A-Za-z0-9]*|0[xX][0-9A-Fa-f]*)(?:\(\))?(?![\w])"
)
"""Names of a program's things: zones of time (Asia/Tashkent), snake_case, camelCase, 0x1f."""
_MNEMONIC = re.compile(r"(?<![^\s(\[«“\"])[_&](?=[^\W\d_])|(?<=[^\W\d_])[_&](?=[^\W\d_])(?=[^_&]*$)")


class SideText:
    """One side of a pair."""

    def __init__(
        self, side: Side, text: str, codes: tuple[InlineCode, ...], flags: frozenset[str], closed: tuple[tuple[int, int], ...] = ()
    ) -> None:
        """Take the text with its inline codes, what the file says of placeholders, and spans that a document's format protects."""
        self.side = side
        """Which side it is."""
        self.text = text
        """The text as the pair has it."""
        self.codes = codes
        """Its inline codes."""
        self._flags = flags
        self._closed = closed

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """Placeholders, tags and addresses outside of inline codes."""
        printf = any(flag.endswith("-format") and not flag.startswith("no-") and "brace" not in flag for flag in self._flags)
        brace = any("brace-format" in flag and not flag.startswith("no-") for flag in self._flags)
        found = marks(self.text, printf=printf, brace_only=brace and not printf)
        if not self.codes:
            return found
        return tuple(mark for mark in found if not any(code.start < mark.end and mark.start < code.end for code in self.codes))

    @cached_property
    def closed(self) -> tuple[tuple[int, int], ...]:
        """The spans that are no language, sorted and apart: marks, inline codes, paths, options."""
        spans = [(mark.start, mark.end) for mark in self.marks]
        spans += [(code.start, code.end) for code in self.codes]
        spans += self._closed
        spans += protected(self.text)
        if "-" in self.text:
            spans += [match.span() for match in _OPTION.finditer(self.text)]
        spans += [match.span() for match in _IDENTIFIER.finditer(self.text)]
        return merged(spans) if spans else ()

    @cached_property
    def plain(self) -> str:
        """The text with all that is no language masked, character for character."""
        if not self.closed:
            return self.text
        parts: list[str] = []
        at = 0
        for start, end in self.closed:
            parts += (self.text[at:start], MASK * (end - start))
            at = end
        parts.append(self.text[at:])
        return "".join(parts)

    @cached_property
    def words(self) -> list[str]:
        """The words outside of masked spans, as they stand; a mnemonic's sign (`_File`, `&File`) is left out."""
        plain = self.plain
        if "_" in plain or "&" in plain:
            plain = _MNEMONIC.sub("", plain)
        return _WORD.findall(plain)

    def is_free(self, start: int, end: int) -> bool:
        """Whether a span touches nothing that is masked."""
        return MASK not in self.plain[start:end]


class Reading:
    """One pair with its context: what every check is given."""

    def __init__(
        self,
        pair: Pair,
        context: CheckContext,
        document: Consistency | None = None,
        closed: tuple[tuple[int, int], ...] = (),
        place: int = 0,
    ) -> None:
        """Take the pair; `document` and the pair's place in it where its neighbours are known, `closed` the target's spans that a format protects."""
        self.pair = pair
        """The pair."""
        self.context = context
        """Languages, names and settings."""
        self.document = document
        """What is known of the other pairs; None where nothing is."""
        self.place = place
        """The number by which the document knows the pair."""
        self.source = SideText(Side.SOURCE, pair.source, pair.source_codes, pair.flags)
        """The original."""
        self.target = SideText(Side.TARGET, pair.target, pair.target_codes, pair.flags, closed)
        """The translation."""

    @cached_property
    def figures(self) -> Figures:
        """The numbers and dates of both sides."""
        from passages.checks.numbers import Figures

        return Figures(self)

    @cached_property
    def mark_faults(self) -> list[Fault]:
        """What is wrong with the target's quotation marks and brackets and not with the source's."""
        from passages.checks.pairing import news

        return news(self)

    @cached_property
    def names(self) -> Names:
        """The names of both sides."""
        from passages.checks.names import Names

        return Names(self, self.context.name_check)

    def at(
        self,
        code: str,
        severity: Severity,
        start: int,
        end: int,
        said: Message,
        *,
        reason: str = "",
        fixes: tuple[Fix, ...] = (),
        about: str = "",
    ) -> PairFinding:
        """A finding about a span of the target."""
        return PairFinding(code, severity, Side.TARGET, start, end, self.target.text[start:end], said, reason, fixes=fixes, about=about)

    def whole(
        self, code: str, severity: Severity, said: Message, about: str = "", *, reason: str = "", fixes: tuple[Fix, ...] = ()
    ) -> PairFinding:
        """A finding about the target as a whole."""
        return PairFinding(code, severity, Side.TARGET, 0, 0, "", said, reason, fixes=fixes, about=about)

    def missing(
        self, code: str, severity: Severity, start: int, end: int, said: Message, *, reason: str = "", fixes: tuple[Fix, ...] = ()
    ) -> PairFinding:
        """A finding about something that stands in the source (at this span) and not in the target."""
        return PairFinding(code, severity, Side.SOURCE, start, end, self.source.text[start:end], said, reason, fixes=fixes)
