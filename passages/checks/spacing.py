"""White space: at the ends of a text, against the original's; doubled inside. How wide a layout is made with it is nobody's fault."""

from __future__ import annotations

import re
from collections.abc import Iterator

from glossary.findings import Edit, Severity
from passages.checks.model import Fix, PairFinding
from passages.checks.reading import Reading
from translit.message import Message

_DOUBLE = re.compile(r"(?<=[^\s\ufffc.!?…:])[ \u00a0]{2,}(?=[^\s\ufffc])")
_LAID_OUT = re.compile(r"\S(?: {3,}|\t)\S|^[ \t]{2,}\S|\n[ \t]+\S", re.MULTILINE)


def ends(reading: Reading) -> Iterator[PairFinding]:
    """White space at the beginning or the end that is not the original's."""
    source, target = reading.source.text, reading.target.text
    if not source.strip() or not target.strip():
        return
    for where, wanted, start, end in (
        ("begins", source[: len(source) - len(source.lstrip())], 0, len(target) - len(target.lstrip())),
        ("ends", source[len(source.rstrip()) :], len(target.rstrip()), len(target)),
    ):
        stands = target[start:end]
        if _same_white(wanted, stands):
            continue
        fix = Fix(_shown(wanted), (Edit(start, end, wanted),))
        message = (
            Message("the translation begins with {stands}, the original with {wanted}", stands=_shown(stands), wanted=_shown(wanted))
            if where == "begins"
            else Message("the translation ends with {stands}, the original with {wanted}", stands=_shown(stands), wanted=_shown(wanted))
        )
        yield reading.at("space-at-end", Severity.WARNING, start, end, message, fixes=(fix,), about=where)


def _same_white(one: str, other: str) -> bool:
    """Whether two stretches of white space do the same: as many line breaks, or spaces or none; how many, and how far a line is set in, is layout."""
    breaks = one.count("\n")
    if breaks != other.count("\n"):
        return False
    ours, theirs = one.rpartition("\n")[2], other.rpartition("\n")[2]
    return breaks > 0 or bool(ours) == bool(theirs)


def _shown(white: str) -> Message | str:
    """White space in words."""
    if not white:
        return Message("no space")
    if "\n" in white:
        return Message.counted("a line break", "{n} line breaks", white.count("\n"))
    if "\t" in white:
        return Message.counted("a tab", "{n} tabs", white.count("\t"))
    return Message.counted("a space", "{n} spaces", len(white))


def doubled(reading: Reading) -> Iterator[PairFinding]:
    """Two spaces in a row inside a line, unless the original has some too or the text is laid out with spaces."""
    if "  " not in reading.target.text and "\u00a0" not in reading.target.text:
        return
    if _DOUBLE.search(reading.source.plain) or "  " in reading.source.text.strip() or _LAID_OUT.search(reading.target.text):
        return
    for match in _DOUBLE.finditer(reading.target.plain):
        start, end = match.span()
        fix = Fix(_shown(" "), (Edit(start, end, " " if " " in match[0] else "\u00a0"),))
        yield reading.at("double-space", Severity.WARNING, start, end, Message("{n} spaces in a row", n=end - start), fixes=(fix,))
