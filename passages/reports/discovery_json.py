"""Discovery for other programs: JSON of a documented shape (`docs/discover.md`), a name a line, text as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from glossary.discover_model import Discovery, Family, Member
from passages.reports.json import dumps

SCHEMA_VERSION = "1.1"
"""Grows by a minor step when a field is added, by a major one when a field changes or goes."""


def render(discovery: Discovery, version: str) -> Iterator[str]:
    """All names, whether they vary or not, as one JSON object in pieces that are to be joined as they come."""
    yield f'{{\n"documents": {dumps(discovery.documents)},\n"families": ['
    lead = "\n"
    for family in discovery.families:
        yield lead + dumps(_family(family))
        lead = ",\n"
    yield f'\n],\n"schema_version": {dumps(SCHEMA_VERSION)},\n"tool": {dumps({"name": "endonym", "version": version})}\n}}\n'


def _family(family: Family) -> dict[str, Any]:
    return {
        "concept": family.concept,
        "count": family.count,
        "headword": family.headword,
        "kind": family.kind,
        "members": [_member(member) for member in family.members],
        "notes": [str(note) for note in family.notes],
        "open": family.open,
        "varies": family.varies,
    }


def _member(member: Member) -> dict[str, Any]:
    return {
        "chance": member.chance,
        "count": member.count,
        "documents": dict(member.documents),
        "language": member.language,
        "reasons": [str(reason) for reason in member.reasons],
        "samples": [asdict(sample) for sample in member.samples],
        "script": member.script,
        "standing": member.standing,
        "text": member.text,
        "type": member.type,
    }
