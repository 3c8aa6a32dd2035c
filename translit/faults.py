"""What is wrong with a scheme file, and typed access to a TOML table that collects it.

Owns the fault as a value, the types a value may have, and nothing of the format.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cached_property
from typing import cast

from translit.message import Message
from translit.values import value

Where = tuple[str, ...]
Table = dict[str, object]
_UNKNOWN = Message("unknown key “{key}”")
_WANTED: dict[type, str] = {
    str: Message("“{key}” must be a string"),
    int: Message("“{key}” must be a whole number"),
    bool: Message("“{key}” must be true or false"),
    list: Message("“{key}” must be a list"),
    dict: Message("“{key}” must be a table"),
}


@value
class Fault:
    """One thing wrong with a scheme file."""

    line: int
    """The line, from 1."""
    code: str
    """Stable name of the kind of fault; docs/systems.md lists them."""
    message: str
    """One sentence, with the remedy where there is one."""

    def __lt__(self, other: Fault) -> bool:
        """Faults are sorted by their lines."""
        return (self.line, self.code, self.message) < (other.line, other.code, other.message)


class Values:
    """The values of a TOML text, and the faults met on the way to them."""

    def __init__(self, text: str) -> None:
        """Take the text, for the lines of faults."""
        self._text = text
        self.faults: list[Fault] = []
        """The faults so far."""

    def fault(self, where: Where, code: str, message: str) -> None:
        """Keep a fault."""
        from translit.lines import line_of

        self.faults.append(Fault(line_of(self.lines, where), code, message))

    @cached_property
    def lines(self) -> dict[Where, int]:
        """Where each key stands; a file without faults is never asked."""
        from translit.lines import key_lines

        return key_lines(self._text)

    def known(self, where: Where, table: Table, names: Iterable[str], unknown: str = _UNKNOWN) -> None:
        """Report the keys of a table that the format does not have; `unknown` is how to say so of a `{key}`."""
        names = tuple(names)
        for key in table:
            if key not in names:
                near = nearest(key, names)
                hint = Message("; did you mean “{near}”?", near=near) if near else Message("; there are {names}", names=", ".join(names))
                self.fault((*where, key), "unknown-key", Message("{problem}{hint}", problem=Message(unknown, key=key), hint=hint))

    def value(self, where: Where, table: Table, key: str, kind: type, default: object = None) -> object:
        """A value of the type asked for, or the default and a fault."""
        if key not in table:
            return default
        found = table[key]
        if not isinstance(found, kind) or (kind is int and isinstance(found, bool)):
            self.fault((*where, key), "bad-value", Message(_WANTED[kind], key=key))
            return default
        if isinstance(found, str):
            self.composed((*where, key), found)
        return found

    def composed(self, where: Where, text: str) -> None:
        """Report a string that is not in NFC."""
        if not unicodedata.is_normalized("NFC", text):
            self.fault(
                where,
                "not-nfc",
                Message("“{text}” is not in NFC; write {normalize!a}", text=text, normalize=unicodedata.normalize("NFC", text)),
            )

    def text(self, where: Where, table: Table, key: str, default: str = "") -> str:
        """A string."""
        return cast("str", self.value(where, table, key, str, default))

    def table(self, where: Where, table: Table, key: str) -> Table:
        """A table, empty where there is none."""
        return cast("Table", self.value(where, table, key, dict, {}))

    def strings(self, where: Where, table: Table) -> dict[str, str]:
        """A table whose values are all strings."""
        for key in table:
            self.composed((*where, key), key)
        return {key: self.text(where, table, key) for key in table}


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The name that is most like one that does not exist."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, tuple(names), 1)), None)
