"""The changes of a document as a unified diff that `patch -p1` and `git apply` accept.

Built from the edits themselves, not by comparing texts: it takes time in proportion to the edits, and it shows exactly what
would be written. Lines end with LF, as they do for patch; a CR before it belongs to the line. On a terminal the changed words are
coloured and underlined; without colour the lines stay as patch needs them, and the changed words stand after the `@@` of their hunk,
where patch reads nothing. The diff shows characters: for a file that is not in UTF-8 it is for reading, not for patching.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from glossary.findings import Edit
from passages.document import Document

CONTEXT = 3
"""Unchanged lines around a change."""

SHOWN = 3
"""Changed words named after a hunk's `@@`."""

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_NO_NEWLINE = "\\ No newline at end of file\n"
_RED, _GREEN, _CYAN, _BOLD, _MARK, _UNMARK, _OFF = (f"\x1b[{code}m" for code in ("31", "32", "36", "1", "1;4", "22;24", "0"))
_VISIBLE = (
    {code: 0x2400 + code for code in range(0x20) if code not in {0x09, 0x0A}} | {0x7F: 0x2421} | dict.fromkeys(range(0x80, 0xA0), 0xFFFD)
)
"""Control characters of a document as symbols, so that they cannot command the terminal."""


@dataclass(frozen=True, slots=True)
class _Block:
    """Whole lines of the old text that are replaced."""

    start: int
    """First code point: the beginning of a line."""
    end: int
    """One past the last: the beginning of a line, or the end of the text."""
    edits: tuple[Edit, ...]
    """The edits in them, in order."""


def unified(document: Document, edits: Iterable[Edit], colour: bool = False) -> Iterator[str]:
    """The lines of the diff, each with its line end; none where nothing changes. `colour` is for terminals only."""
    text = document.text
    effective = sorted((edit for edit in edits if text[edit.start : edit.end] != edit.replacement), key=lambda edit: (edit.start, edit.end))
    if not effective:
        return
    name = _name(document.path)
    for sign, side in (("---", "a"), ("+++", "b")):
        header = f"{sign} {_quoted(f'{side}/{name}')}\n"
        yield f"{_BOLD}{header[:-1]}{_OFF}\n" if colour else header
    mark = "\ufeff" if document.mark else ""  # patch compares bytes, and it stands in the first line
    line, at, shift = 1, 0, 0
    for hunk in _hunks(text, _blocks(text, effective)):
        start, end = _context_before(text, hunk[0].start), _context_after(text, hunk[-1].end)
        line += text.count("\n", at, start)
        at = start
        body: list[str] = []
        here, added = start, 0
        for block in hunk:
            old, new, old_spans, new_spans = _both(text, block, mark)
            body += _shown(("" if here else mark[: block.start]) + text[here : block.start], " ", (), colour)
            body += _shown(old, "-", old_spans, colour)
            body += _shown(new, "+", new_spans, colour)
            added += _count(new) - _count(old)
            here = block.end
        body += _shown(text[here:end], " ", (), colour)
        count = _count(text[start:end])
        head = f"@@ -{_range(line, count)} +{_range(line + shift, count + added)} @@"
        yield f"{_CYAN}{head}{_OFF}\n" if colour else f"{head} {_words(text, hunk)}\n"
        yield from body
        shift += added


def _blocks(text: str, edits: list[Edit]) -> list[_Block]:
    """The edits gathered by the lines they stand in."""
    blocks: list[_Block] = []
    for edit in edits:
        start = text.rfind("\n", 0, edit.start) + 1
        end = text.find("\n", edit.end) + 1 or len(text)
        if blocks and start < blocks[-1].end:
            blocks[-1] = _Block(blocks[-1].start, max(end, blocks[-1].end), (*blocks[-1].edits, edit))
        else:
            blocks.append(_Block(start, end, (edit,)))
    return blocks


def _hunks(text: str, blocks: list[_Block]) -> Iterator[list[_Block]]:
    """The blocks gathered where their context touches."""
    hunk: list[_Block] = []
    for block in blocks:
        if hunk and _context_before(text, block.start) > _context_after(text, hunk[-1].end):
            yield hunk
            hunk = []
        hunk.append(block)
    yield hunk


def _context_before(text: str, start: int) -> int:
    """Where the lines shown before a line begin."""
    for _ in range(CONTEXT):
        start = text.rfind("\n", 0, max(0, start - 1)) + 1
    return start


def _context_after(text: str, end: int) -> int:
    """Where the lines shown after a line end."""
    for _ in range(CONTEXT):
        end = text.find("\n", end) + 1 or len(text)
    return end


def _both(text: str, block: _Block, mark: str) -> tuple[str, str, list[tuple[int, int]], list[tuple[int, int]]]:
    """The old and the new lines of a block, the text's first with the byte-order mark, and the changed spans in each."""
    old_spans: list[tuple[int, int]] = []
    new_spans: list[tuple[int, int]] = []
    parts: list[str] = []
    before = "" if block.start else mark
    at, length = block.start, len(before)
    for edit in block.edits:
        parts += (text[at : edit.start], edit.replacement)
        length += edit.start - at
        old_spans.append((len(before) + edit.start - block.start, len(before) + edit.end - block.start))
        new_spans.append((length, length + len(edit.replacement)))
        length += len(edit.replacement)
        at = edit.end
    parts.append(text[at : block.end])
    return before + text[block.start : block.end], before + "".join(parts), old_spans, new_spans


def _shown(lines: str, sign: str, spans: Iterable[tuple[int, int]], colour: bool) -> Iterator[str]:
    """Lines with their sign; in colour with the spans marked."""
    for match in _LINE.finditer(lines):
        line = match.group()
        if colour:
            yield _painted(
                sign, line.removesuffix("\n").removesuffix("\r"), [(start - match.start(), end - match.start()) for start, end in spans]
            )
        else:
            yield sign + line if line.endswith("\n") else f"{sign}{line}\n"
        if not line.endswith("\n"):
            yield _NO_NEWLINE


def _painted(sign: str, line: str, spans: list[tuple[int, int]]) -> str:
    """A line for a terminal; the spans may reach beyond it."""
    parts = [sign]
    at = 0
    for first, last in spans:
        start, end = max(first, at), min(last, len(line))
        if start < end:
            parts += (_safe(line[at:start]), _MARK, _safe(line[start:end]), _UNMARK)
            at = end
    parts.append(_safe(line[at:]))
    painted = "".join(parts)
    return {"-": f"{_RED}{painted}{_OFF}\n", "+": f"{_GREEN}{painted}{_OFF}\n"}.get(sign, f"{painted}\n")


def _safe(text: str) -> str:
    return text.translate(_VISIBLE)


def _words(text: str, hunk: list[_Block]) -> str:
    """The first changes of a hunk in words, on one line."""
    edits = [edit for block in hunk for edit in block.edits]
    words = [" ".join(f"{text[edit.start : edit.end]} → {edit.replacement}".split()) for edit in edits]
    different = list(dict.fromkeys(words))
    return _safe(", ".join(different[:SHOWN]) + (" …" if len(different) > SHOWN else ""))


def _count(text: str) -> int:
    """How many lines patch sees."""
    return text.count("\n") + (bool(text) and not text.endswith("\n"))


def _range(line: int, count: int) -> str:
    """A hunk's range; an empty one names the line before it."""
    return f"{line},{count}" if count else f"{line - 1},0"


def _name(path: Path) -> str:
    """The path from the working directory, where the diff is to be applied."""
    absolute, here = os.path.normpath(path.absolute()), Path.cwd()
    below = Path(absolute)
    return (below.relative_to(here) if below.is_relative_to(here) else below.relative_to(below.anchor)).as_posix()


def _quoted(name: str) -> str:
    """A file name as git writes it: in C quotes where it holds control characters, quotes, backslashes or bytes that are no text; with a tab after spaces."""
    if re.search(r'[\x00-\x1f\x7f"\\\udc80-\udcff]', name):
        escaped = re.sub(r'["\\]', r"\\\g<0>", name)
        return '"' + re.sub(r"[\x00-\x1f\x7f\udc80-\udcff]", lambda byte: f"\\{ord(byte.group()) & 0xFF:03o}", escaped) + '"'
    return name + "\t" if " " in name else name
