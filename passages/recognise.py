"""Which single-byte Cyrillic encoding a text is in, or the honest answer that it cannot be told.

The judge is naive Bayes over letters, letter case and script of whole words: it needs few letters, because the
same bytes read in the wrong encoding turn Привет into оПХБЕР. (charset-normalizer, measured on such short texts,
takes КазМунайГаз for Mac Cyrillic and ЖАНАОЗЕН in KOI8-R for windows-1251; it is asked only for a hint where
the bytes are no Cyrillic.) A decision needs odds of at least 1000 to 1; else the user is asked for `--encoding`.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from passages.errors import DocumentError
from translit.message import Message, either

CANDIDATES = (
    ("cp1251", 0.70),
    ("koi8-r", 0.20),
    ("kz1048", 0.05),  # windows-1251 with the Kazakh letters of STRK 1048-2002
    ("cp866", 0.04),
    ("iso8859-5", 0.005),
    ("mac-cyrillic", 0.005),
)
"""Python's names of the encodings told apart, and how often each is met (an estimate; it decides nothing alone)."""

SAMPLE = 1 << 16
"""Bytes looked at, from the first that is not ASCII."""

# Letters of Russian text in percent: National Corpus of the Russian language, after Lyashevskaya and Sharov,
# Frequency Dictionary of Modern Russian, 2009. The Kazakh and Belarusian-Ukrainian letters are our estimate.
_FREQUENCY = {
    "о": 10.97, "е": 8.45, "а": 8.01, "и": 7.35, "н": 6.70, "т": 6.26, "с": 5.47, "р": 4.73, "в": 4.54, "л": 4.40, "к": 3.49,
    "м": 3.21, "д": 2.98, "п": 2.81, "у": 2.62, "я": 2.01, "ы": 1.90, "ь": 1.74, "г": 1.70, "з": 1.65, "б": 1.59, "ч": 1.44,
    "й": 1.21, "х": 0.97, "ж": 0.94, "ш": 0.73, "ю": 0.64, "ц": 0.48, "щ": 0.36, "э": 0.32, "ф": 0.26, "ъ": 0.04, "ё": 0.04,
    "қ": 1.5, "ғ": 1.0, "ң": 1.0, "ө": 0.6, "ұ": 0.6, "ү": 0.6, "ә": 0.8, "һ": 0.02, "і": 1.0, "ї": 0.01, "є": 0.01, "ґ": 0.003, "ў": 0.003,
}  # fmt: skip
_MARKS = frozenset("«»“”„‘’‚…–—№•§°©®™±·\u00a0")
_RARE = math.log(1e-5)
_MARK = math.log(0.01)
_DECISIVE = math.log(1000)
_WORST = -4.6
"""Mean log likelihood of a character below which a text is not Cyrillic; Russian and Kazakh have about -3, noise -6 and less."""

_ENOUGH = 8
"""Letters without which nothing is decided: ВКП(б) and да are words in more than one encoding."""

_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z]")
_VOWEL = re.compile(r"[аеёиоуыэюяіәөұүїє]")
_TYPOGRAPHY = frozenset("“”„‘’‚…–—•§°©®™«»".encode("cp1252"))
"""Bytes of quotation marks, dashes and the like, which windows-1251 and windows-1252 read alike."""


def recognise(path: str | Path, data: bytes) -> str:
    """The name of the encoding of bytes that are not UTF-8.

    English with typographic quotation marks and no other high byte is windows-1252.

    Raises:
        DocumentError: where no candidate is plausible, or two are; the remedy names `--encoding`.
    """
    high = set(data.translate(None, bytes(range(0x80))))
    if high <= _TYPOGRAPHY and re.search(rb"[A-Za-z]{2}", data):
        return "cp1252"
    first = next(re.finditer(rb"[\x80-\xff]", data)).start()
    sample = data[max(0, first - 64) : first + SAMPLE]
    judged = sorted(_judged(data, sample), key=lambda reading: -reading.odds)
    if not judged or (judged[0].letters >= _ENOUGH and judged[0].mean < _WORST):
        raise DocumentError(path, "its encoding cannot be recognised", _hint(data))
    if judged[0].letters < _ENOUGH and _is_western(data):
        remedy = "its letters look Western: name it, for instance --encoding cp1252 (or latin-1)"
        raise DocumentError(path, "its encoding cannot be recognised", remedy)
    best, rivals = judged[0], [other for other in judged[1:] if other.text != judged[0].text]
    if best.letters < _ENOUGH or (rivals and best.odds - rivals[0].odds < _DECISIVE):
        names = either(reading.name for reading in [best, *rivals][:2])
        raise DocumentError(
            path,
            Message("it may be {names}: too few letters to tell", names=names),
            Message("name the right one, for instance --encoding {name}", name=best.name),
        )
    return best.name


def _is_western(data: bytes) -> bool:
    """Whether letters beyond ASCII are few and stand inside ASCII words (Göteborg, café), as Cyrillic ones do not."""
    words = [word for word in _WORD.findall(data.decode("latin-1")) if not word.isascii()]
    mixed = sum(_LATIN.search(word) is not None for word in words)
    high = sum(not letter.isascii() for word in words for letter in word)
    return mixed * 2 > len(words) and len(_LATIN.findall(data.decode("latin-1"))) >= 4 * high


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the bytes are in one encoding."""

    name: str
    """The encoding."""
    text: str
    """The sample's text."""
    odds: float
    """Natural logarithm of prior times likelihood."""
    mean: float
    """The likelihood's logarithm for one character beyond ASCII."""
    letters: int
    """How many characters beyond ASCII there are."""


def _judged(data: bytes, sample: bytes) -> list[_Reading]:
    """The readings by every candidate that can decode all the bytes."""
    result: list[_Reading] = []
    for name, prior in CANDIDATES:
        try:
            data.decode(name)
        except UnicodeDecodeError:
            continue
        text = sample.decode(name)
        likelihood, letters = _likelihood(text)
        result.append(_Reading(name, text, likelihood + math.log(prior), likelihood / max(1, letters), letters))
    return result


def _likelihood(text: str) -> tuple[float, int]:
    """How likely the characters beyond ASCII are in Russian or Kazakh (natural logarithm), and how many there are."""
    total, count = 0.0, 0
    for word, times in Counter(_WORD.findall(text)).items():
        if not word.isascii():
            total += times * _of_word(word)
            count += times * sum(not character.isascii() for character in word)
    for character, times in Counter(_WORD.sub("", text)).items():
        if not character.isascii():
            total += times * (_MARK if character in _MARKS else _RARE)
            count += times
    return total, count


def _of_word(word: str) -> float:
    """How likely a word with letters beyond ASCII is: its letters, its case, its script."""
    total = sum(math.log(_FREQUENCY[letter] / 100) if letter in _FREQUENCY else _RARE for letter in word.lower() if not letter.isascii())
    if _CYRILLIC.search(word) and _LATIN.search(word):
        total += _RARE  # Gцteborg
    if word.islower():
        return total + math.log(0.75 if len(word) == 1 or _VOWEL.search(word) else 0.0005)  # йлц is КМГ misread
    if word.istitle():
        return total + math.log(0.20)
    if word.isupper():
        return total + math.log(0.25)  # weak evidence: where one word is in capitals, others are
    turns = sum(before.islower() and after.isupper() for before, after in pairwise(word))
    capital_first = word[0].isupper()
    return total + math.log(0.01 if capital_first else 0.0005) + max(0, turns - 1) * math.log(0.1)  # КазМунайГаз, оПХБЕР


def _hint(data: bytes) -> str:
    """What to do, with the guess of charset-normalizer where it has one."""
    from charset_normalizer import from_bytes

    guess = from_bytes(data[:SAMPLE]).best()
    if guess is None:
        return "name it with --encoding, or leave the file out with --exclude"
    return f"name it with --encoding (a guess: {guess.encoding.replace('_', '-')}), or leave the file out with --exclude"
