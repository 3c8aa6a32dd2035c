"""The bones of a word: its consonants in their order, so that look-alikes share a key; and the index of a glossary's words by them.

Made when a glossary is compiled, asked by `likely`. Knows nothing of costs.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from zlib import crc32

SHORTEST = 7
"""Letters of the shortest word that is indexed and compared: shorter ones are like too much."""

_WORD = r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*"
VOWELS = frozenset("aeiouyаеиоуыэюяёіїєәөүұ")
# Letters that stand for one sound in one or another romanization, so that the skeleton does not tell them apart.
_WITH_H = (
    ("ck", "k"),
    ("dzh", "j"),
    ("zh", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("shch", "s"),
    ("sch", "s"),
    ("sh", "s"),
    ("ch", "c"),
    ("ph", "f"),
)
_ALIKE = str.maketrans({"q": "k", "w": "v", "f": "v", "x": "ks", "z": "s"})
_NO_VOWELS = str.maketrans(dict.fromkeys(VOWELS))


def folded(word: str) -> str:
    """A word in lower case, without accents and apostrophes."""
    if word.isascii() and word.isalpha():
        return word.lower()
    bare = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in bare if letter.isalpha())


def skeleton(plain: str) -> str:
    """Of a folded word, the first letter and then the consonants in their order, those of one sound as one, doubled ones once."""
    if "h" in plain:
        for letters, sound in _WITH_H:
            plain = plain.replace(letters, sound)
    plain = plain.replace("ts", "c").translate(_ALIKE)
    bones = plain[0]
    for letter in plain[1:].translate(_NO_VOWELS):
        if letter != bones[-1]:
            bones += letter
    return bones


def _slips(bones: str) -> set[int]:
    """The keys under which a name's skeleton is kept: itself, with one consonant lost, with two neighbours swapped; as CRC-32.

    Two skeletons may share a key by chance, which costs a comparison.
    """
    lost = (bones[:at] + bones[at + 1 :] for at in range(1, len(bones)))
    swapped = (bones[:at] + bones[at + 1] + bones[at] + bones[at + 2 :] for at in range(1, len(bones) - 1))
    return {crc32(each.encode()) for each in (bones, *lost, *swapped)}


def name_words(text: str, kind: str) -> Iterator[str]:
    """The words of a name that look-alikes are looked for: long, with a capital, and a name by themselves.

    That is a name of one word, a place's words and a person's surname. The words of an organisation (Central, General, Independence) and
    given names are everybody's.
    """
    words = re.findall(_WORD, text)
    if len(words) > 1:
        words = words if kind == "place" else words[-1:] if kind == "person" else []
    yield from (word for word in words if len(word) >= SHORTEST and word[0].isupper())


class Index:
    """Words by the keys of their skeletons, as sorted columns."""

    __slots__ = ("concepts", "keys", "places", "words")

    def __init__(self, keys: array[int], places: array[int], words: array[int], concepts: array[int]) -> None:
        """Take the columns."""
        self.keys = keys
        """Sorted."""
        self.places = places
        """For each key, the place of a word in the other two columns."""
        self.words = words
        """The words, as numbers of strings."""
        self.concepts = concepts
        """Their concepts, as numbers."""

    @classmethod
    def build(cls, words: Iterable[tuple[str, int]], number: Callable[[str], int], most: int) -> Index:
        """The index of words with their concepts; empty where there are more than `most`. `number` gives a string its number."""
        seen: dict[str, tuple[str, int]] = {}
        for word, concept in words:
            seen.setdefault(folded(word), (word, concept))
        if len(seen) > most:
            seen = {}
        pairs = sorted((key, place) for place, plain in enumerate(seen) for key in _slips(skeleton(plain)))
        texts = array("I", (number(word) for word, _ in seen.values()))
        concepts = array("I", (concept for _, concept in seen.values()))
        return cls(array("I", (key for key, _ in pairs)), array("I", (place for _, place in pairs)), texts, concepts)

    def near(self, plain: str) -> set[int]:
        """The places of the words that have the consonants of a folded word, but for one lost or two swapped in it, or one added at its end."""
        bones = skeleton(plain)
        found: set[int] = set()
        for each in (bones, bones[:-1]):
            key = crc32(each.encode())
            low = bisect_left(self.keys, key)
            if low < len(self.keys) and self.keys[low] == key:
                found.update(self.places[low : bisect_right(self.keys, key, low)])
        return found
