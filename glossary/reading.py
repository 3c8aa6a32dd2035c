"""Where a glossary's readers stand in a file: its bytes, and the faults they find there.

Owns the opening of files and the `Place` every fault names; it knows nothing of what is in them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from glossary.errors import GlossaryError
from translit.message import Message, one_line, system_says

LARGEST = 512 * 1024 * 1024
"""Bytes beyond which a file is refused unread: no glossary is that large, but a disk image named on the command line is."""


@dataclass(frozen=True, slots=True)
class Place:
    """A line in a file, for messages."""

    source: str
    """The file, as the user named it."""
    line: int | None = None
    """The line in it, from 1; None where a fault concerns the whole file."""

    def at(self, line: int | None) -> Place:
        """The same file, another line."""
        return Place(self.source, line)

    def fault(self, problem: str, remedy: str) -> GlossaryError:
        """The error to raise for something found here; what it quotes from the file is kept to one line."""
        return GlossaryError(self.source, self.line, one_line(problem), remedy)


def read_bytes(path: Path) -> bytes:
    """The whole file.

    Raises:
        GlossaryError: where it is missing, a folder, unreadable, empty or larger than `LARGEST` bytes.
    """
    place = Place(str(path))
    try:
        if path.is_dir():
            raise place.fault("is a folder, not a glossary", "name a .csv, .tsv or .toml file in it")
        if path.stat().st_size > LARGEST:
            raise place.fault(Message("is larger than {size} MB", size=LARGEST // 1024 // 1024), "check that this is the file you meant")
        data = path.read_bytes()
    except FileNotFoundError:
        raise place.fault("there is no such file", "check the path") from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise place.fault(Message("cannot be read: {why}", why=system_says(error)), "check the path and its permissions") from None
    if not data.strip():
        raise place.fault("is empty", "give it a header line and at least one name")
    return data
