"""The messages of a PO file: where their strings stand, kept in arrays of numbers.

Owns the values that `po_scanner` finds and how they are kept: a catalog of a hundred thousand messages would be 75 MB of objects, as numbers it
is 8 (tracemalloc, Python 3.11). What the strings say is the catalog's business.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, overload


class Field(NamedTuple):
    """One string of a message, where it stands."""

    start: int
    """Its first quotation mark, in code points of the catalog's text."""
    end: int
    """One past its last."""
    number: int | None = None
    """The number of a plural's string; None where it has none."""


@dataclass(slots=True)
class Message:
    """One message of a catalog; spans are code points of the catalog's text."""

    start: int
    """Where its comments begin."""
    body: int
    """Where its first keyword stands."""
    obsolete: bool
    """True for a message behind `#~`."""
    context: Field | None = None
    """`msgctxt`."""
    id: Field | None = None
    """`msgid`; always there once the message is complete."""
    plural: Field | None = None
    """`msgid_plural`."""
    strings: list[Field] = field(default_factory=list[Field])
    """`msgstr`, or the strings of the plural in their order."""
    end: int = 0
    """One past its last line, line end included."""


_OBSOLETE, _CONTEXT, _PLURAL, _NUMBERED = 1, 2, 4, 8
_HEAD = 4
"""Numbers that a message begins with: start, body, end, and what it has."""


class Messages(Sequence[Message]):
    """Messages in their order, each made when it is asked for; two that are made of the same one are equal and not the same."""

    def __init__(self) -> None:
        """Begin with none."""
        self._first = array("q", (0,))
        """Where the numbers of each message begin, and where the next one's will."""
        self._numbers = array("q")

    def add(self, one: Message) -> None:
        """Take a complete message.

        Raises:
            ValueError: for a message without a msgid.
        """
        if one.id is None:
            raise ValueError("a message without a msgid is none")
        has = (
            (_OBSOLETE if one.obsolete else 0)
            | (_CONTEXT if one.context is not None else 0)
            | (_PLURAL if one.plural is not None else 0)
            | (_NUMBERED if one.strings and one.strings[0].number is not None else 0)
        )
        self._numbers.extend((one.start, one.body, one.end, has))
        for place in (one.context, one.id, one.plural, *one.strings):
            if place is not None:
                self._numbers.extend((place.start, place.end))
        self._first.append(len(self._numbers))

    def __len__(self) -> int:
        return len(self._first) - 1

    def __iter__(self) -> Iterator[Message]:
        return map(self._made, range(len(self)))

    @overload
    def __getitem__(self, index: int) -> Message: ...
    @overload
    def __getitem__(self, index: slice) -> list[Message]: ...
    def __getitem__(self, index: int | slice) -> Message | list[Message]:
        places = range(len(self))[index]  # raises IndexError
        return self._made(places) if isinstance(places, int) else [self._made(one) for one in places]

    def _made(self, index: int) -> Message:
        start, body, end, has, *places = self._numbers[self._first[index] : self._first[index + 1]]
        at = iter(places)
        spans = zip(at, at, strict=True)
        context = Field(*next(spans)) if has & _CONTEXT else None
        id = Field(*next(spans))
        plural = Field(*next(spans)) if has & _PLURAL else None
        strings = [Field(one, past, number if has & _NUMBERED else None) for number, (one, past) in enumerate(spans)]
        return Message(start, body, bool(has & _OBSOLETE), context, id, plural, strings, end)
