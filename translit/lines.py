"""Where each key of a TOML file stands: the one thing `tomllib` does not tell.

Owns the scan of a text that is known to be TOML; it checks nothing. Used only when a fault is to be shown.
"""

from __future__ import annotations

import re
import tomllib
from typing import cast

_PART = r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+)"""
_DOTTED = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEADER = re.compile(rf"\s*\[\s*({_DOTTED})\s*\]\s*(?:#.*)?$")
_KEY = re.compile(rf"\s*({_DOTTED})\s*=")
_FENCE = re.compile(r"'''|\"\"\"")


def _parts(dotted: str) -> tuple[str, ...]:
    """The parts of a dotted key, unquoted by TOML's own rules."""
    table = cast("dict[str, object]", tomllib.loads(f"{dotted} = 0"))
    parts: list[str] = []
    while True:
        ((key, value),) = table.items()
        parts.append(key)
        if not isinstance(value, dict):
            return tuple(parts)
        table = cast("dict[str, object]", value)


def key_lines(text: str) -> dict[tuple[str, ...], int]:
    """For each table and each key that begins a line, its path from the root and its line, from 1."""
    lines: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        if not fence:
            if header := _HEADER.match(line):
                table = _parts(header[1])
                lines.setdefault(table, number)
            elif key := _KEY.match(line):
                lines.setdefault(table + _parts(key[1]), number)
        for mark in _FENCE.findall(line):
            if not fence:
                fence = mark
            elif mark == fence:
                fence = ""
    return lines


def line_of(lines: dict[tuple[str, ...], int], path: tuple[str, ...]) -> int:
    """The line of a path, or of the nearest table around it; 1 for the root."""
    for size in range(len(path), 0, -1):
        if path[:size] in lines:
            return lines[path[:size]]
    # A dotted key (`rules."x" = …` below `[options.dots]`) has no line of its own for the tables in between.
    return min((line for key, line in lines.items() if key[: len(path)] == path), default=1)
