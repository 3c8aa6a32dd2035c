"""What the questions about a spelling are answered with: candidates and spellings, as plain values with their reasons.

Owns the two values and no way to find them; `reverse`, `identify` and `spellings` do that.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """A native name that may stand behind a spelling, and a system that may have led from the one to the other."""

    text: str
    """The name in its own script, in NFC, with capitals where the spelling has them."""
    score: float
    """How likely, from 0 to 1. From `reverse`, the share among all readings looked at; from `identify`, the share among all
    systems, or, where the native name is given, how much of the spelling the system writes so (1 = all of it)."""
    system: str | None
    """The id of the system that writes the name so, or comes nearest; None where no system does."""
    reasons: tuple[str, ...]
    """What speaks for it: the letters that decide, what was lost, whether the way back is exact."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way a name may be met in another script."""

    text: str
    """The spelling, in NFC."""
    weight: float
    """How usual, relative to the other spellings of the same answer; together they are 1 before the answer is cut to its bound."""
    reasons: tuple[str, ...]
    """Every system or practice that leads to it, the most usual first."""
