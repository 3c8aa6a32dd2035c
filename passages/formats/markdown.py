"""Markdown: a segment is the inline text of a block: a paragraph, a heading, a table cell, a line of a list.

markdown-it-py (CommonMark, with GFM tables, footnotes and dollar math) finds the blocks; this file finds where their
text stands in the source. Code and HTML blocks, math, front matter and reference definitions are in no segment.
Inside a segment `passages.formats.inline` says what is protected; so is the `>` before a quotation's further lines.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from passages.errors import DocumentError
from passages.segment import Segment, merged
from translit.message import Message

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(
    r"(?:---[ \t]*(?:\r\n|\r|\n)(?:.*?(?:\r\n|\r|\n))??(?:---|\.\.\.)|\+\+\+[ \t]*(?:\r\n|\r|\n)(?:.*?(?:\r\n|\r|\n))??\+\+\+)[ \t]*(?:\r\n|\r|\n|\Z)",
    re.DOTALL,
)
"""Front matter: YAML between `---` and `---` or `...`, TOML between `+++`, at the very start (Jekyll, Hugo)."""

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
"""A line as markdown-it counts them; other separators (U+2028, form feed) are characters of a line."""


@dataclass(frozen=True, slots=True)
class _Map:
    """From code points of a block's content, as the parser gives it, to code points of the document."""

    content: tuple[int, ...]
    """Where a new stretch begins in the content, in order, from 0."""
    document: tuple[int, ...]
    """Where the same stretch begins in the document."""

    @classmethod
    def of(cls, stretches: list[tuple[int, int]]) -> _Map:
        """The map of pairs (begin in the content, begin in the document)."""
        return cls(tuple(content for content, _ in stretches), tuple(document for _, document in stretches))

    def __call__(self, at: int) -> int:
        """The place in the document of a code point of the content."""
        index = bisect_right(self.content, at) - 1
        return self.document[index] + at - self.content[index]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the document of a span, not empty, of the content."""
        return self(start), self(end - 1) + 1


def segments(path: str | Path, text: str) -> tuple[Segment, ...]:
    """The blocks of a text that hold prose, in order.

    Raises:
        DocumentError: for nesting too deep to parse, or a block whose place in the source cannot be told.
    """
    from passages.formats.inline import Inline

    front = _FRONT.match(text)
    base = front.end() if front else 0
    lines = [(line.start(), line.group(1)) for line in _LINE.finditer(text, base)]
    try:
        inline = Inline()
        blocks = inline.blocks(text[base:])
        return tuple(_segment(text, content, places, inline.protected(content)) for content, places in _located(path, blocks, lines))
    except RecursionError as error:
        raise DocumentError(path, "its Markdown is nested too deeply", "read it as plain text, or leave it out with --exclude") from error


def _located(path: str | Path, tokens: list[Token], lines: list[tuple[int, str]]) -> Iterator[tuple[str, _Map]]:
    """The content of each block that has some, and where it stands."""
    cursor = 0
    for before, token in pairwise(tokens):
        if before.type == "tr_open" and before.map:
            cursor = lines[before.map[0]][0]
        if token.type != "inline" or not token.content or not token.map:
            continue
        first = token.map[0]
        if before.type in {"th_open", "td_open"}:
            places = _cell(token.content, lines[first], cursor)
            if places is not None:
                cursor = places.span(0, len(token.content))[1]
        else:
            places = _block(token.content, lines[first : token.map[1]], atx=before.type == "heading_open" and before.markup.startswith("#"))
        if places is None:
            raise DocumentError(
                path,
                Message("the text of line {first} cannot be located", first=first + 1),
                "read it as plain text, or leave it out with --exclude",
            )
        yield token.content, places


def _cell(content: str, line: tuple[int, str], cursor: int) -> _Map | None:
    """Where a table cell stands in its row, from `cursor` on; its content has `|` where the source has an escaped one (GFM, section 4.10)."""
    start, row = line
    found = row.find(content.replace("|", "\\|"), cursor - start)
    if found < 0:
        return None
    here = start + found
    bars = (bar.end() for bar in re.finditer(r"\|", content))
    return _Map.of([(0, here), *((at, here + at + passed) for passed, at in enumerate(bars, 1))])


def _block(content: str, lines: list[tuple[int, str]], *, atx: bool) -> _Map | None:
    """Where the lines of a block stand: each is the end of its source line, but for white space and an ATX heading's closing `#`."""
    stretches: list[tuple[int, int]] = []
    at = 0
    sources = iter(lines)
    for part in content.split("\n"):
        words = part.strip()
        place = next((found for found in (_at_end(words, *line, atx=atx) for line in sources) if found is not None or at), None)
        if place is None:
            return None
        indent = len(part) - len(part.lstrip()) if at and words else 0
        stretches.append((at + indent, place))
        at += len(part) + 1
    return _Map.of(stretches)


def _at_end(words: str, start: int, line: str, *, atx: bool) -> int | None:
    """Where words stand that end a line; None where they do not: before the block's first words, lines of white space were dropped."""
    source = line.rstrip()
    if atx and not source.endswith(words):
        source = source.rstrip("#").rstrip()
    return start + len(source) - len(words) if source.endswith(words) else None


def _segment(text: str, content: str, places: _Map, inner: tuple[tuple[int, int], ...]) -> Segment:
    """The segment of a block, with its protected spans and the markers before its further lines."""
    start, end = places.span(0, len(content))
    spans = [places.span(*span) for span in inner]
    for place in places.document[1:]:
        line = max(text.rfind("\n", start, place), text.rfind("\r", start, place)) + 1
        if line and text[line:place].strip():
            spans.append((line, place))
    return Segment(start, end, text[start:end], merged((first - start, last - start) for first, last in spans))
