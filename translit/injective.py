"""Whether a system can be read back exactly: no two words over its alphabet are written alike.

Owns the proof and nothing else. Letter case is left aside, and so are options.
"""

from __future__ import annotations

from collections import deque

from translit.engine import Engine
from translit.scheme import START, Scheme

_LIMIT = 20_000
"""How many states are looked at before the question is left open (no system met so far needs a tenth of this)."""

_DIFFERENT = "\0"
"""The lag of two originals that differ already, whatever follows."""


def is_injective(scheme: Scheme) -> bool:
    """True where it is proved that the original can be told from the output.

    The test is that of Sardinas and Patterson (1953) for unique decodability, run on everything a letter or sequence can become in *any*
    context: where even that decodes in one way only, so does what the system really writes. Where it does not, contexts might still
    forbid each collision; that is not tried, so the answer errs on the side of False.
    """
    codes = _codes(scheme)
    if START in scheme.rules or any(not output for _, output in codes):
        return False
    # A state is what one reading of an output has left over, and how far its original is ahead of the other's.
    seen: set[tuple[str, str, str]] = set()
    queue: deque[tuple[str, str, str]] = deque()
    for first, output in codes:
        for second, longer in codes:
            if longer.startswith(output) and (first, output) != (second, longer):
                queue.append((longer[len(output) :], *_lags(first, second)))
    while queue:
        state = queue.popleft()
        if state in seen:
            continue
        if len(seen) == _LIMIT:
            return False
        seen.add(state)
        rest, behind, ahead = state
        if not rest:
            if behind or ahead:
                return False
            continue
        for key, output in codes:
            if rest.startswith(output):
                queue.append((rest[len(output) :], *_lags(behind + key, ahead)))
            elif output.startswith(rest):
                queue.append((output[len(rest) :], *_lags(ahead, behind + key)))
    return True


def _lags(behind: str, ahead: str) -> tuple[str, str]:
    """What two originals have beyond their common beginning; `_DIFFERENT` for both once they can never be the same."""
    if _DIFFERENT in ahead:
        return _DIFFERENT, _DIFFERENT
    if behind.startswith(ahead):
        return behind[len(ahead) :], ""
    if ahead.startswith(behind):
        return "", ahead[len(behind) :]
    return _DIFFERENT, _DIFFERENT


def _codes(scheme: Scheme) -> list[tuple[str, str]]:
    """Every letter of the alphabet, and every longer key over it, with everything it can become."""
    rules = Engine(scheme).rules
    characters = set("".join(scheme.alphabet))
    keys = [key for key in rules if key != START and characters.issuperset(key)]
    return list(dict.fromkeys((key, alternative.output) for key in keys for alternative in rules[key].alternatives))
