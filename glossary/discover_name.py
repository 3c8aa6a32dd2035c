"""One spelling in some texts: how often it stands in which document, and the passages that show it. Plain values and how a passage is cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from glossary.discover_runs import is_acronym

_LONGEST_SAMPLE = 200
"""Code points of a run that are shown."""
SAMPLES = 3
"""Passages kept for each name, to show how it stands."""
AROUND = 45
"""Code points shown on either side."""


@dataclass(frozen=True, slots=True)
class Sample:
    """How a name stands in a text."""

    document: str
    """Which."""
    before: str
    """What stands before it, on one line."""
    text: str
    """The name as it stands."""
    after: str
    """What stands behind it."""


@dataclass(slots=True)
class Name:
    """One spelling in the texts."""

    text: str
    """The spelling, without a possessive ending, single spaces in it."""
    parts: tuple[str, ...]
    """Its words, joiners left out."""
    counts: Counter[str] = field(default_factory=Counter[str])
    """Document → how often it stands there, in longer names too."""
    samples: list[Sample] = field(default_factory=list[Sample])
    """The first few passages."""
    alone: int = 0
    """How often it stands by itself, not within a longer name."""
    within: set[str] = field(default_factory=set[str])
    """The longer names it stands in."""
    languages: Counter[str] = field(default_factory=Counter[str])
    """Languages of the documents it stands in."""

    @property
    def count(self) -> int:
        """How often it stands in all documents."""
        return self.counts.total()

    @property
    def acronym(self) -> bool:
        """Whether it is written in capitals only, as initials are."""
        return is_acronym(self.text)


def sample_of(document: str, text: str, start: int, end: int) -> Sample:
    """A passage around a span, on one line and without halves of words."""
    end = min(end, start + _LONGEST_SAMPLE)
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    before, after = text[first:start], text[end:last]
    if first and text[first - 1].isalnum():
        before = before[next((at for at, letter in enumerate(before) if letter.isspace()), len(before)) :]
    if last < len(text) and text[last].isalnum():
        after = after[: max((at for at, letter in enumerate(after) if letter.isspace()), default=0)]
    return Sample(document, _WHITE.sub(" ", before).lstrip(), _WHITE.sub(" ", text[start:end]), _WHITE.sub(" ", after).rstrip())


def show(name: Name, samples: Iterable[Sample]) -> None:
    """Keep passages for a name, as far as there is room."""
    for sample in samples:
        if len(name.samples) < SAMPLES and (narrowed := _narrowed(sample, name.text)) not in name.samples:
            name.samples.append(narrowed)


def _narrowed(sample: Sample, name: str) -> Sample:
    """A passage about a longer run as one about the name in it."""
    at = sample.text.find(name)
    if at < 0 or sample.text == name:
        return sample
    end = at + len(name)
    return Sample(sample.document, sample.before + sample.text[:at], name, sample.text[end:] + sample.after)


_WHITE = re.compile(r"\s+")
