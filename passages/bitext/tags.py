"""Which language of a file is the one asked for: BCP 47 tags held against each other without regard to case, region last.

Owns the ranking that TMX and tables share; RFC 4647, section 3.4 ("lookup") in both directions, so that `ru` finds `ru-RU` and `en-GB`
finds `en-US` where nothing nearer is there.
"""

from __future__ import annotations

from collections.abc import Iterable


def plain(tag: str) -> str:
    """A tag as it is compared: lower case, hyphens."""
    return tag.strip().replace("_", "-").lower()


def distance(wanted: str, offered: str) -> int | None:
    """How far a language is from the one asked for: 0 the same, 1 one is the other with more said, 2 another region; None another language.

    A script that both name must be the same: sr-Latn is not sr-Cyrl.
    """
    one, other = plain(wanted).split("-"), plain(offered).split("-")
    if one == other:
        return 0
    if one[0] != other[0] or not one[0]:
        return None
    shorter = min(len(one), len(other))
    if one[:shorter] == other[:shorter]:
        return 1
    scripts = [next((part for part in parts[1:] if len(part) == 4 and part.isalpha()), None) for parts in (one, other)]
    return None if None not in scripts and scripts[0] != scripts[1] else 2


def nearest(wanted: str, offered: Iterable[str]) -> str | None:
    """The nearest of the languages offered, the first of equally near ones; None where all are other languages."""
    ranked = [(far, number, tag) for number, tag in enumerate(offered) if (far := distance(wanted, tag)) is not None]
    return min(ranked)[2] if ranked else None
