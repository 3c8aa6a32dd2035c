"""Guesses the language of a document where nobody has said it, from its script and the letters only one language has.

Owns the letters and the thresholds; knows the languages the built-in glossary speaks. A guess is a default that
`--lang` overrides, and the report always names the language it used.
"""

from __future__ import annotations

import re

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
# Letters of one Cyrillic alphabet that Russian lacks: Kazakh (constitution of its 1940 alphabet), Ukrainian (orthography of 2019).
_KAZAKH = re.compile(r"[әғқңөұүһӘҒҚҢӨҰҮҺ]")
_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_RUSSIAN_ONLY = re.compile(r"[ыэъёЫЭЪЁ]")

_SAMPLE = 20_000
"""Code points looked at: enough for a verdict, nothing for the clock."""


def guess_language(text: str) -> str:
    """The BCP 47 subtag of a text's likely language: en for Latin script; kk, uk or ru for Cyrillic by their own letters.

    One letter of its own in 25 Cyrillic letters makes a text Kazakh or Ukrainian: a Russian text that names Жаңаөзен once stays Russian.
    """
    sample = text[:_SAMPLE]
    cyrillic = len(_CYRILLIC.findall(sample))
    if cyrillic <= len(_LATIN.findall(sample)):
        return "en"
    kazakh, ukrainian = len(_KAZAKH.findall(sample)), len(_UKRAINIAN.findall(sample))
    if kazakh * 25 >= cyrillic:
        return "kk"
    if ukrainian * 25 >= cyrillic and len(_RUSSIAN_ONLY.findall(sample)) < ukrainian:
        return "uk"
    return "ru"
