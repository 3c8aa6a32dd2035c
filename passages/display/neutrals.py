"""The rules W1 to N2 of the Unicode Bidirectional Algorithm (UAX #9): numbers, brackets and neutral characters of one isolating run sequence."""

from __future__ import annotations

import unicodedata

from passages.display.mirrors import CLOSING, OPENING

_NEUTRAL = frozenset(("B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"))
_MOST_BRACKETS = 63  # BD16
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
"""The direction that each class counts for among brackets and neutrals (N0, N1)."""


def resolve_neutrals(text: str, classes: list[str], sequence: list[int], level: int, before: str, after: str) -> None:
    """Change the classes of a sequence's characters to L, R, EN and AN.

    Args:
        text: the paragraph.
        classes: bidirectional class of each of its code points; changed in place.
        sequence: the places of the sequence, in order.
        level: their embedding level.
        before: the direction before it (sos), L or R.
        after: the direction after it (eos).
    """
    kinds = [classes[at] for at in sequence]
    original = list(kinds)
    _weak(kinds, before)
    embedding = "LR"[level % 2]
    _brackets([text[at] for at in sequence], kinds, original, embedding, before)
    _neutral(kinds, embedding, before, after)
    for at, kind in zip(sequence, kinds, strict=True):
        classes[at] = kind


def _weak(kinds: list[str], before: str) -> None:
    """W1 to W7."""
    last = before
    for at, kind in enumerate(kinds):  # W1
        if kind == "NSM":
            kinds[at] = "ON" if last in ("LRI", "RLI", "FSI", "PDI") else last
        last = kinds[at]
    strong = before
    for at, kind in enumerate(kinds):  # W2, W3
        if kind in ("L", "R", "AL"):
            strong = kind
        if kind == "EN" and strong == "AL":
            kinds[at] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):  # W4
        left, kind, right = kinds[at - 1 : at + 2]
        if left == right and ((kind == "ES" and left == "EN") or (kind == "CS" and left in ("EN", "AN"))):
            kinds[at] = left
    at = 0
    while at < len(kinds):  # W5
        end = at
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > at and "EN" in (kinds[at - 1] if at else "", kinds[end] if end < len(kinds) else ""):
            kinds[at:end] = ["EN"] * (end - at)
        at = max(end, at + 1)
    kinds[:] = ["ON" if kind in ("ES", "ET", "CS") else kind for kind in kinds]  # W6
    strong = before
    for at, kind in enumerate(kinds):  # W7
        if kind in ("L", "R"):
            strong = kind
        if kind == "EN" and strong == "L":
            kinds[at] = "L"


def _brackets(chars: list[str], kinds: list[str], original: list[str], embedding: str, before: str) -> None:
    """N0: brackets take the direction of what they enclose."""
    for start, end in _bracket_pairs(chars, kinds):
        inside = {_STRONG[kind] for kind in kinds[start + 1 : end] if kind in _STRONG}
        if embedding in inside:
            chosen = embedding
        elif inside:
            context = next((_STRONG[kind] for kind in reversed(kinds[:start]) if kind in _STRONG), before)
            chosen = context if context != embedding else embedding
        else:
            continue
        for at in (start, end):
            kinds[at] = chosen
            follower = at + 1
            while follower < len(kinds) and original[follower] == "NSM":
                kinds[follower] = chosen
                follower += 1


def _bracket_pairs(chars: list[str], kinds: list[str]) -> list[tuple[int, int]]:
    """BD16: the brackets that belong together, in the order of the opening ones."""
    pairs: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for at, char in enumerate(chars):
        if kinds[at] != "ON":
            continue
        if char in OPENING:
            if len(stack) == _MOST_BRACKETS:
                return []  # UAX #9: no more pairs are looked for in this sequence
            stack.append((_same(OPENING[char]), at))
        elif char in CLOSING:
            wanted = _same(char)
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == wanted:
                    pairs.append((stack[depth][1], at))
                    del stack[depth:]
                    break
    return sorted(pairs)


def _same(bracket: str) -> str:
    """Brackets that are canonically equivalent (U+2329 and U+3008) are one."""
    return unicodedata.normalize("NFC", bracket)


def _neutral(kinds: list[str], embedding: str, before: str, after: str) -> None:
    """N1, N2: neutrals between two of one direction take it; others that of the embedding."""
    at = 0
    while at < len(kinds):
        if kinds[at] not in _NEUTRAL:
            at += 1
            continue
        end = at
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        left = _STRONG[kinds[at - 1]] if at else before
        right = _STRONG[kinds[end]] if end < len(kinds) else after
        kinds[at:end] = [left if left == right else embedding] * (end - at)
        at = end
