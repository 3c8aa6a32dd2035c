"""The short tokens that stand for inline codes in a pair's texts: `<1>` … `</1>`, `<2/>`.

Owns how a token looks, finds tokens in a text, and says what is wrong with the tokens of a translation. A token is made of the code's
kind and id only, so that it is known in any text of its pair, wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from passages.pair import CodeKind, InlineCode, Pair
from translit.message import Message

_SHAPES = {CodeKind.OPEN: "<{}>", CodeKind.CLOSE: "</{}>", CodeKind.ALONE: "<{}/>"}


def token(kind: CodeKind, id: str) -> str:
    """What stands in a text for a code."""
    return _SHAPES[kind].format(id)


def codes_in(text: str, known: Iterable[InlineCode]) -> tuple[InlineCode, ...]:
    """The known codes that stand in a text, in its order; of two with one token the last counts."""
    by_token = {token(code.kind, code.id): code for code in known}
    if not by_token or "<" not in text:
        return ()
    pattern = "|".join(map(re.escape, by_token))
    return tuple(replace(by_token[match[0]], start=match.start(), end=match.end()) for match in re.finditer(pattern, text))


def known_codes(pair: Pair, others: Sequence[InlineCode] = ()) -> tuple[tuple[InlineCode, ...], tuple[InlineCode, ...]]:
    """The codes that a new source and a new target of a pair may hold; where both sides have one, each side has its own markup for it."""
    return (*others, *pair.target_codes, *pair.source_codes), (*others, *pair.source_codes, *pair.target_codes)


def with_target(pair: Pair, text: str) -> Pair:
    """The pair with another target, and with the codes that stand in it."""
    return replace(pair, target=text, target_codes=codes_in(text, known_codes(pair)[1]))


def spelled_out(text: str, codes: Sequence[InlineCode]) -> str:
    """The text with each code as it stands in the file: tells whether two texts say the same, whatever their tokens are called."""
    parts: list[str] = []
    at = 0
    for code in codes:
        parts += (text[at : code.start], code.raw)
        at = code.end
    return "".join((*parts, text[at:]))


def token_fault(pair: Pair, text: str) -> Message | None:
    """What is wrong with the codes of a text that is to be the pair's target, in a sentence; None where nothing is.

    A code may be left out and may move; it may not stand twice, be opened without being closed, or be closed before it is opened.
    """
    known = (*pair.source_codes, *pair.target_codes)
    opening = {code.id for code in known if code.kind is CodeKind.OPEN}
    closing = {code.id for code in known if code.kind is CodeKind.CLOSE}
    seen: set[str] = set()
    waiting: list[InlineCode] = []
    for code in codes_in(text, known):
        shown = token(code.kind, code.id)
        if shown in seen:
            return Message("the code {code} stands twice", code=shown)
        seen.add(shown)
        if code.kind is CodeKind.OPEN and code.id in closing:
            waiting.append(code)
        elif code.kind is CodeKind.CLOSE and code.id in opening:
            at = next((at for at in range(len(waiting) - 1, -1, -1) if waiting[at].id == code.id), None)
            if at is None:
                return Message("the code {code} stands before {other}, or without it", code=shown, other=token(CodeKind.OPEN, code.id))
            if at < len(waiting) - 1 and any(map(_is_element, waiting[at:])):
                inner = token(CodeKind.CLOSE, waiting[-1].id)
                return Message("the code {code} stands before {other}: codes may not overlap", code=shown, other=inner)
            del waiting[at]
    if waiting:
        return Message("the code {code} is missing", code=token(CodeKind.CLOSE, waiting[-1].id))
    return None


def _is_element(code: InlineCode) -> bool:
    """Whether the code is the start tag of an element that the CLOSE ends: XML lets such ones nest only."""
    return not code.raw.endswith("/>") and "</" not in code.raw
