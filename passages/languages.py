"""Guesses the language of a document where nobody has said it, from its script and the letters only one language has.

Owns the letters and the thresholds; knows the languages the built-in glossary speaks. A guess is a default that
`--lang` overrides, and the report always names the language it used.
"""

from __future__ import annotations

from collections import Counter

# Letters of one Cyrillic alphabet that Russian lacks: Kazakh (constitution of its 1940 alphabet), Ukrainian (orthography of 2019).
_KAZAKH = "әғқңөұүһӘҒҚҢӨҰҮҺ"
_UKRAINIAN = "іїєґІЇЄҐ"
_RUSSIAN_ONLY = "ыэъёЫЭЪЁ"

_SAMPLE = 20_000
"""Code points looked at: enough for a verdict, nothing for the clock."""


def guess_language(text: str) -> str:
    """The BCP 47 subtag of a text's likely language: en for Latin script; kk, uk or ru for Cyrillic by their own letters.

    One letter of its own in 25 Cyrillic letters makes a text Kazakh or Ukrainian: a Russian text that names Жаңаөзен once stays Russian.
    """
    sample = text[:_SAMPLE]
    if sample.isascii():
        return "en"
    counts = Counter(sample)
    cyrillic = sum(count for letter, count in counts.items() if "\u0400" <= letter <= "\u04ff")
    latin = sum(count for letter, count in counts.items() if letter <= "\u024f" and letter.isalpha())
    if cyrillic <= latin:
        return "en"
    kazakh, ukrainian, russian = (sum(counts[letter] for letter in letters) for letters in (_KAZAKH, _UKRAINIAN, _RUSSIAN_ONLY))
    if kazakh * 25 >= cyrillic:
        return "kk"
    return "uk" if ukrainian * 25 >= cyrillic and russian < ukrainian else "ru"
