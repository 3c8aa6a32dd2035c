"""Inline codes that go with a text into another pair, where codes of the same names may stand already."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from passages.bitext.tokens import codes_in, token
from passages.pair import CodeKind, InlineCode


def renamed(texts: Sequence[str], known: Sequence[InlineCode], taken: Collection[str]) -> tuple[tuple[str, ...], tuple[InlineCode, ...]]:
    """Texts of one pair with their known codes called otherwise where the names are taken, and the codes, wherever they stand."""
    names: dict[str, str] = {}
    used = set(taken)
    brought: dict[tuple[CodeKind, str], InlineCode] = {}
    moved: list[str] = []
    for text in texts:
        parts: list[str] = []
        at = 0
        for code in codes_in(text, known):
            if code.id not in names:
                names[code.id] = _free(code.id, used)
                used.add(names[code.id])
            name = names[code.id]
            brought[code.kind, name] = replace(code, id=name, start=0, end=0)
            parts += (text[at : code.start], token(code.kind, name))
            at = code.end
        moved.append("".join((*parts, text[at:])))
    return tuple(moved), tuple(brought.values())


def _free(id: str, taken: Collection[str]) -> str:
    if id not in taken:
        return id
    number = 1
    while str(number) in taken:
        number += 1
    return str(number)
