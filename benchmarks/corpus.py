"""A synthetic language for benchmarks: seeded, so that every run reads the same text; no network, no foreign data.

Words are made of syllables, their frequencies follow Zipf's law, sentences have commas, lines and paragraphs. Spellings are words that
the vocabulary does not have, a fifth of them of two words and a twentieth of three, so that hits come only where they are put in.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, islice

LETTERS = {
    "ru": ("бвгджзклмнпрстфхцчшщ", "аеиоуыэюя", "йлмнрстх"),
    "en": ("bcdfghjklmnpqrstvwz", "aeiouy", "lmnrstx"),
}
"""Language → consonants, vowels, finals."""


@dataclass(frozen=True, slots=True)
class Model:
    """The words of one synthetic language."""

    language: str
    """ru or en."""
    seed: int = 2
    """Of all randomness."""
    vocabulary: int = 60_000
    """How many different words running text has."""

    def _words(self, chance: random.Random) -> Iterator[str]:
        onset, vowel, final = LETTERS[self.language]
        while True:
            yield "".join(
                chance.choice(onset) + chance.choice(vowel) + (chance.choice(final) if chance.random() < 0.35 else "")
                for _ in range(chance.choice((1, 2, 2, 3, 3, 4)))
            )

    def vocabulary_words(self) -> list[str]:
        """The words of running text, the most frequent first."""
        return list(islice(dict.fromkeys(islice(self._words(random.Random(self.seed)), 4 * self.vocabulary)), self.vocabulary))

    def spellings(self, count: int) -> list[str]:
        """Names to look for, each once, with a capital letter on each word."""
        known = set(self.vocabulary_words())
        chance = random.Random(self.seed + 1)
        words = (word.capitalize() for word in self._words(chance) if word not in known and len(word) > 3)
        found: dict[str, None] = {}
        while len(found) < count:
            number = chance.choices((1, 2, 3), (15, 4, 1))[0]
            found[" ".join(islice(words, number))] = None
        return list(found)

    def text(self, megabytes: float, spellings: list[str], rate: float) -> str:
        """Running text of a size (10⁶ bytes of UTF-8), in which a share `rate` of the words are spellings: 8 of 10 as written, the others in small letters or capitals."""
        chance = random.Random(self.seed + 3)
        words = self.vocabulary_words()
        weights = list(accumulate(1 / (rank + 3) for rank in range(len(words))))
        wanted, size = megabytes * 1e6, 0
        parts: list[str] = []
        number = 0
        while size < wanted:
            chosen = chance.choices(words, cum_weights=weights, k=10_000)
            for at, word in enumerate(chosen):
                if chance.random() < rate:
                    name = chance.choice(spellings)
                    case = chance.random()
                    chosen[at] = name if case < 0.8 else name.lower() if case < 0.9 else name.upper()
                elif number % 12 == 0:
                    chosen[at] = word.capitalize()
                number += 1
                chosen[at] += (
                    ".\n\n"
                    if number % 96 == 0
                    else "\n"
                    if number % 14 == 0
                    else ". "
                    if number % 12 == 0
                    else ", "
                    if number % 9 == 0
                    else " "
                )
            part = "".join(chosen)
            size += len(part.encode())
            parts.append(part)
        return "".join(parts)
