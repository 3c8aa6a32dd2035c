"""Places by 64-bit keys, in sixteen bytes and less than half as much room again: where in a document a text stands that stands there once.

A dictionary of a hundred thousand numbers takes eleven megabytes, this three. Open addressing with linear probing (Knuth, TAOCP 6.4,
algorithms L and R). Owns no text: two texts of one key are one to it, which for keys of 64 bits happens by chance never.
"""

from __future__ import annotations

from array import array

_FIRST = 1 << 8
"""Fields of an empty table; a power of two."""
_FREE = -(1 << 63)
"""Stands in a field that holds no place."""


class Places:
    """A place (any number but the least of 64 bits) for each key."""

    def __init__(self) -> None:
        """Begin with none."""
        self._count = 0
        self._make(_FIRST)

    def __len__(self) -> int:
        """How many keys have one."""
        return self._count

    def get(self, key: int) -> int | None:
        """The place of a key; None where it has none."""
        place = self._places[self._field(key)]
        return None if place == _FREE else place

    def set(self, key: int, place: int) -> None:
        """Give a key a place, instead of the one it has."""
        at = self._field(key)
        self._count += self._places[at] == _FREE
        self._keys[at], self._places[at] = key, place
        if self._count * 3 > len(self._keys) * 2:
            self._grow()

    def drop(self, key: int) -> None:
        """Take the place of a key away, if it has one; what stood aside for it moves up."""
        hole = self._field(key)
        if self._places[hole] == _FREE:
            return
        self._count -= 1
        self._places[hole] = _FREE
        at = hole
        while self._places[at := (at + 1) & self._mask] != _FREE:
            home = self._keys[at] & self._mask
            if (at - home) & self._mask >= (at - hole) & self._mask:
                self._keys[hole], self._places[hole] = self._keys[at], self._places[at]
                self._places[at] = _FREE
                hole = at

    def _field(self, key: int) -> int:
        """The field that has a key, or would have it."""
        keys, places, mask = self._keys, self._places, self._mask
        at = key & mask
        while places[at] != _FREE and keys[at] != key:
            at = (at + 1) & mask
        return at

    def _make(self, size: int) -> None:
        self._keys, self._places, self._mask = array("q", bytes(8 * size)), array("q", (_FREE,)) * size, size - 1

    def _grow(self) -> None:
        keys, places = self._keys, self._places
        self._make(2 * len(keys))
        for key, place in zip(keys, places, strict=True):
            if place != _FREE:
                at = self._field(key)
                self._keys[at], self._places[at] = key, place
