"""Whether a system can be read back exactly: no two words over its alphabet are written alike.

Owns the proof and nothing else. Letter case is left aside, and so are options.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from translit.engine import Engine
from translit.scheme import START, Scheme

_LIMIT = 4000
"""How many pairs of beginnings are looked at before giving up."""


def is_injective(scheme: Scheme) -> bool:
    """True where it is proved that the original can be told from the output.

    The test is that of Sardinas and Patterson (1953) for unique decodability, run on what every letter or sequence can become in *some*
    context: where even that decodes in one way only, so does what the system really writes. Where it does not, contexts may still
    forbid each collision; that is not tried, so the answer errs on the side of False.
    """
    return next(iter(collisions(scheme)), None) is None


def collisions(scheme: Scheme) -> Iterable[tuple[str, str]]:
    """Pairs of different letter sequences that can be written alike, shortest first; none for an injective system."""
    codes = _codes(scheme)
    seen: set[tuple[str, bool]] = set()
    queue: deque[tuple[str, str, str]] = deque()
    for first, out in codes:
        if not out:
            yield first, ""
        for second, other in codes:
            if first < second and other.startswith(out) or first > second and other.startswith(out) and other != out:
                queue.append((first, second, other[len(out) :]))
    while queue:
        short, long, rest = queue.popleft()
        if not rest:
            if short != long:
                yield short, long
            continue
        if (rest, False) in seen or len(seen) > _LIMIT:
            continue
        seen.add((rest, False))
        for letter, out in codes:
            if out and rest.startswith(out):
                queue.append((short + letter, long, rest[len(out) :]))
            elif out.startswith(rest):
                queue.append((long, short + letter, out[len(rest) :]))


def _codes(scheme: Scheme) -> list[tuple[str, str]]:
    """Every letter of the alphabet, and every longer key over it, with everything it can become."""
    rules = Engine(scheme).rules
    letters = set(scheme.alphabet)
    keys = [key for key in rules if key in letters or (key != START and set(key) <= set("".join(letters)))]
    return [(key, alternative.output) for key in keys for alternative in rules[key].alternatives]
