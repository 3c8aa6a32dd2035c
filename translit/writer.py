"""Which way a text takes: the memo, the table, NumPy or the reference engine; the output is the same on all of them.

Owns that choice, its measured limits, and a bounded memo of short texts. State is held by a `Writer`, never by the module.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from translit.casing import REACH, is_capital
from translit.engine import Engine
from translit.prepared import token_around
from translit.scripts import JOINING_SPACE

if TYPE_CHECKING:
    from translit.bulk import Tables
    from translit.quick import Quick

QUICK = 1_000
"""Code points that a system writes by the reference engine before it compiles its table and pattern: a call for one name needs neither."""
BULK = 1_000_000
"""Code points from which importing NumPy and making the tables pays for itself (benchmarks/romanize_speed.md)."""
BULK_READY = 1_000
"""The same once NumPy and the tables are there."""
_SHORT = 64
"""Texts up to this many code points are remembered."""
_REMEMBERED = 1 << 13
"""How many; then the memo begins anew."""

_LONE_LETTER = re.compile(r"(?<![^\W\d_])[^\W\d_](?![^\W\d_])")
# Two white spaces are others in NFC (en quad, em quad): they count as tokens.
_TOKEN = re.compile(rf"[\S{JOINING_SPACE}]+|[\u2000\u2001]")


class Writer:
    """A compiled system, ready to write texts of any size."""

    def __init__(self, engine: Engine) -> None:
        """Take the engine; the rest is compiled when it is first needed."""
        self.engine = engine
        """The reference."""
        self._memo: dict[str, str] = {}
        self._tables: Tables | None = None
        self._written = 0
        # The quick way for short texts, once the system has written enough to be compiled.
        self._short: Callable[[str], str | None] | None = None

    @cached_property
    def quick(self) -> Quick | None:
        """The table and pattern, compiled on first use; None for a system they do not fit."""
        from translit.quick import Quick

        return Quick(self.engine) if Quick.fits(self.engine) else None

    def convert(self, text: str) -> str:
        """The text in the target script."""
        known = self._memo.get(text)
        if known is not None:
            return known
        if len(text) > _SHORT:
            return self.part(text, 0, len(text), len(text))
        made = self._short(text) if self._short is not None else None
        if made is None:
            return self._remember(text, self._small(text, 0, len(text)))
        # `_remember`, without a call.
        if len(self._memo) >= _REMEMBERED:
            self._memo.clear()
        self._memo[text] = made
        return made

    def part(self, text: str, start: int, end: int, expected: int) -> str:
        """What `text[start:end]`, which begins and ends beside white space or the ends of the text, becomes in its place.

        Args:
            text: a text that shows at least `casing.REACH` code points around the part, as far as there are any.
            start: first code point of the part.
            end: one past its last.
            expected: how much text there is in all, as far as is known; decides whether NumPy pays for itself.
        """
        enough = BULK if self._tables is None else BULK_READY
        if expected >= enough and (made := self.tables()) is not None:
            from translit.bulk import convert

            return convert(text, start, end, made, self.token)
        return self._small(text, start, end)

    def tables(self) -> Tables | None:
        """The arrays for whole texts, made on first use; imports NumPy. None for a system that they do not fit."""
        if self._tables is None and self.quick is not None:
            from translit.bulk import tables

            self._tables = tables(self.engine, self.quick)
        return self._tables

    def _small(self, text: str, start: int, end: int) -> str:
        """A part without NumPy: plain stretches by the table, the tokens in between one by one."""
        self._written += end - start
        if self._written < QUICK or (quick := self.quick) is None:
            return self._tokens(text, start, end)
        self._short = quick.convert_short
        parts: list[str] = []
        while (hard := quick.first_hard(text, start, end)) >= 0:
            first, last = token_around(text, hard)
            parts += (quick.convert(text, start, first), self.token(text, first, last))
            start = last
        parts.append(quick.convert(text, start, end))
        return "".join(parts)

    def _tokens(self, text: str, start: int, end: int) -> str:
        """Every token of a part by the reference engine."""
        parts: list[str] = []
        for found in _TOKEN.finditer(text, start, end):
            parts += (text[start : found.start()], self.token(text, *found.span()))
            start = found.end()
        parts.append(text[start:end])
        return "".join(parts)

    def token(self, text: str, start: int, end: int) -> str:
        """What a token, which stands between white space, becomes in its place, by the reference engine."""
        token = text[start:end]
        if any(is_capital(letter) for letter in _LONE_LETTER.findall(token)):
            # The words around it may decide whether it becomes one capital or several.
            before = unicodedata.normalize("NFC", text[max(0, start - REACH) : start])
            middle = unicodedata.normalize("NFC", token)
            after = unicodedata.normalize("NFC", text[end : end + REACH])
            return self.engine.convert(before + middle + after, len(before), len(before) + len(middle))
        known = self._memo.get(token)
        return known if known is not None else self._remember(token, self.engine.convert(token))

    def _remember(self, text: str, made: str) -> str:
        """Keep what a short text became."""
        if len(text) <= _SHORT:
            if len(self._memo) >= _REMEMBERED:
                self._memo.clear()
            self._memo[text] = made
        return made
