"""What was counted: which letters follow each other in the names of a language, and how its letters are usually written.

Owns the two models and their files in `data/letters`; benchmarks/train_letters.py makes these from public names, and each says from
which. Logarithms are natural. The models keep what they have worked out, so an instance is held by whoever asks often.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import cast

from translit.tables import DATA

START = "^"
"""Stands before the first letter of a word in a context."""
END = "$"
"""Stands after its last."""
ORDER = 4
"""Letters looked at together: three before, and the one in question."""

_REMEMBERED = 1 << 16
"""Results kept; then the memo begins anew."""
_LETTERS_OF_A_SCRIPT = 64
"""Among how many letters one that was never seen shares; a bound for all alphabets met here."""


class Letters:
    """How likely a letter is after those before it: interpolated counts after Witten and Bell (1991, method C)."""

    def __init__(self, counts: dict[str, dict[str, int]], base: Letters | None = None, share: float = 0.0) -> None:
        """Take the counts by context (up to three letters) and, for a language with few names, another model and its share of the say."""
        self._counts = counts
        self._base = base
        self._share = share
        self._totals: dict[str, int] = {}
        self.alphabet = frozenset(counts.get("", {})) - {END}
        """Every letter that was counted."""
        self._known: dict[tuple[str, str], float] = {}
        self._followed: dict[tuple[str, str], tuple[float, str]] = {}

    def score(self, context: str, letter: str) -> float:
        """The logarithm of the probability of a letter (or `END`) after a context, which begins with `START` near the beginning of a word."""
        key = context[1 - ORDER :], letter
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[key] = log(self._probability(*key))
        return found

    def follow(self, context: str, letters: str) -> tuple[float, str]:
        """The same for several letters one after another (or none), and the context after them."""
        key = context, letters
        found = self._followed.get(key)
        if found is None:
            if len(self._followed) >= _REMEMBERED:
                self._followed.clear()
            score = 0.0
            for letter in letters:
                score += self.score(context, letter)
                context = (context + letter)[1 - ORDER :]
            found = self._followed[key] = score, context
        return found

    def word(self, word: str) -> float:
        """The same for a whole word in lower case."""
        whole = START + word
        return sum(self.score(whole[:place], letter) for place, letter in enumerate(word + END, 1))

    def _probability(self, context: str, letter: str) -> float:
        own = self._interpolated(context, letter)
        if self._base is None:
            return own
        return (1 - self._share) * own + self._share * self._base._probability(context, letter)  # noqa: SLF001  another of the same class

    def _interpolated(self, context: str, letter: str) -> float:
        """Counts after the whole context, and for what they leave open those after a shorter one."""
        found = 1 / _LETTERS_OF_A_SCRIPT
        for start in range(len(context), -1, -1):
            counts = self._counts.get(context[start:])
            if counts:
                kinds = len(counts)
                found = (counts.get(letter, 0) + kinds * found) / (self._total(context[start:], counts) + kinds)
        return found

    def _total(self, context: str, counts: dict[str, int]) -> int:
        """How often a context was counted."""
        found = self._totals.get(context)
        if found is None:
            found = self._totals[context] = sum(counts.values())
        return found


@dataclass(frozen=True, slots=True)
class Statistics:
    """What was counted in the names of one language in one script."""

    letters: Letters
    """Which letters follow each other."""
    written: dict[str, dict[str, int]]
    """For a native letter (or several), how often it was written how in Latin, marks and all."""
    systems: dict[str, float]
    """For the id of a system, its share of the spellings that any system explains; empty where none were counted."""


_RUSSIAN_SHARE = 0.15
"""The say of Russian letters in a language with few counted names, whose people bear Russian names too (Медведев stands in Kazakh
texts). A judgement."""


def read(language: str, script: str, base: Letters | None = None, folder: Path = DATA / "letters") -> Statistics:
    """The statistics of a language; without counts every letter is as likely as every other.

    Args:
        language: a BCP 47 subtag.
        script: ISO 15924.
        base: the Russian letters, for languages whose file asks to be mixed with them.
        folder: where the files are.
    """
    path = folder / f"{language}-{script}.json"
    if not path.is_file():
        return Statistics(Letters({}), {}, {})
    found = cast("dict[str, dict[str, dict[str, int]]]", json.loads(path.read_bytes()))
    letters = Letters(found["letters"], base, _RUSSIAN_SHARE) if found["mixed"] else Letters(found["letters"])
    return Statistics(letters, found["written"], cast("dict[str, float]", found["systems"]))
