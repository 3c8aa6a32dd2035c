"""Names of several words, found again where a text writes them in other letters: small ones, without an article, without an apostrophe.

“Committee for a Workers’ International” is the same words as “committee for workers international”. Of a longer run the part that stands
elsewhere by itself is found, too. Owns the key by which two phrases are the same words, and the search.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

SHORTEST = 3
"""Words of the shortest phrase looked for, articles left out: shorter ones are everybody's words."""
_ARTICLES = frozenset(("a", "an", "the"))
_WORD = re.compile(r"[^\W_]+(?:['’ʼ‘ʹ-][^\W_]+){0,20}")
_APOSTROPHES = str.maketrans("", "", "'’ʼ‘ʹ")
_BETWEEN = re.compile(r"['’ʼ]?\s{1,3}(?:(?:a|an|the)\s{1,2})?", re.IGNORECASE)
"""What may stand between two words of one phrase: white space, after an apostrophe, before an article."""

Key = tuple[str, ...]


def key_of(words: Sequence[str]) -> Key:
    """The words of a phrase in small letters, without articles and apostrophes."""
    small = (word.casefold().translate(_APOSTROPHES) for word in words)
    return tuple(word for word in small if word and word not in _ARTICLES)


class Phrases:
    """Phrases to be looked for."""

    def __init__(self, names: Iterable[Key]) -> None:
        """Take the names of several words, by their keys; their endings of `SHORTEST` words or more are looked for as well."""
        self._keys: dict[str, set[Key]] = {}
        for key in names:
            for at in range(len(key) - SHORTEST + 1):
                part = key[at:]
                # An ending that begins with a small word (of …) is no name.
                if len(part[0]) > 3:
                    self._keys.setdefault(part[0], set()).add(part)
        self._longest = max((len(part) for parts in self._keys.values() for part in parts), default=0)

    def found(self, text: str) -> Iterator[tuple[int, int, Key]]:
        """The spans of the phrases in a passage, in code points, and which they are; the longest at each place.

        No more words are held than the longest phrase has: a passage may be a file of one line.
        """
        words = _words(text)
        ahead = deque(islice(words, self._longest))
        while ahead:
            first, start, _ = ahead[0]
            for key in sorted(self._keys.get(first, ()), key=len, reverse=True):
                stretch = list(islice(ahead, len(key)))
                if tuple(word for word, _, _ in stretch) == key and _close(text, stretch):
                    yield start, stretch[-1][2], key
                    break
            ahead.popleft()
            ahead.extend(islice(words, 1))


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a passage in small letters, articles left out, with their spans."""
    for match in _WORD.finditer(text):
        small = match[0].casefold().translate(_APOSTROPHES)
        if small not in _ARTICLES:
            yield small, match.start(), match.end()


def _close(text: str, words: Sequence[tuple[str, int, int]]) -> bool:
    """Whether nothing but a space, an apostrophe or an article stands between the words."""
    return all(_BETWEEN.fullmatch(text, before[2], after[1]) for before, after in pairwise(words))
