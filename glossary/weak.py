"""Weak names: a surname or another part of a name that does not tell alone who is meant, decided by the strong ones around it.

A weak name that stands alone is a hint: it is reported as such and never changed. What decides is, first, a word that its guard needs
(the matcher has judged that already), then a strong name of the same concept in the same text. Pure; offsets are not looked at.
The distinction is that of OpenSanctions' *weakAlias* (FollowTheMoney, type `name`): a name too broad to be matched by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from glossary.findings import Occurrence
from translit.message import Message


def strong_names(groups: Iterable[Sequence[Occurrence]]) -> dict[str, str]:
    """Each concept that a text names beyond doubt, with the first such name; a group is what one span may be."""
    names: dict[str, str] = {}
    for group in groups:
        if len(group) == 1 and not group[0].weak:
            names.setdefault(group[0].concept, group[0].text)
    return names


def settled(found: Sequence[Occurrence], names: Mapping[str, str] | None = None) -> list[Occurrence]:
    """What was found, with each weak name that a strong one decides taken for that concept alone; the others stay as they are.

    `names` are the concepts named beyond doubt, as `strong_names` gives them; by default those of what was found.
    """
    groups = [tuple(group) for _, group in groupby(found, key=lambda one: (one.start, one.end))]
    if names is None:
        names = strong_names(groups)
    return [one for group in groups for one in _meant(group, names)]


def _meant(group: tuple[Occurrence, ...], names: Mapping[str, str]) -> Iterable[Occurrence]:
    """Of what one span may be, that which a strong name elsewhere tells; all of it where none does."""
    return [_decided(one, names[one.concept]) for one in group if one.weak and one.concept in names] or group


def _decided(one: Occurrence, name: str) -> Occurrence:
    kept = tuple(reason for reason in one.reasons if not reason.startswith(MAY_BE))
    changed: Any = one  # a value knows how to make a changed copy of itself
    return changed.__replace__(weak=False, reasons=(*kept, Message("a weak name; {name} stands in the text", name=name)))


MAY_BE = "may also be "
"""How a reason begins that names the other concepts of a span."""
