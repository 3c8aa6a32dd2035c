"""Scheme files on disk: by id in a folder, or by path, with their parents.

Owns decoding and the chain of `extends`; the format is `reading`’s.
"""

from __future__ import annotations

from pathlib import Path

from translit.errors import SchemeError
from translit.faults import Fault
from translit.message import Message, system_says
from translit.reading import read
from translit.scheme import Scheme

SCHEMES = Path(__file__).parent / "schemes"
"""The folder of the systems that come with endonym."""
ALIASES = Path(__file__).parent / "data" / "aliases.toml"
"""Their other names."""


def read_text(path: Path) -> str:
    """The text of a scheme file.

    Raises:
        SchemeError: where there is no such file, it cannot be read, or it is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise SchemeError(str(path), None, Message("not UTF-8 (byte {start})", start=error.start), "save the file as UTF-8") from None
    except OSError as error:
        raise SchemeError(
            str(path), None, Message("cannot be read: {why}", why=system_says(error)), "name a scheme file that exists and may be read"
        ) from None


def read_file(path: Path, schemes: Path = SCHEMES, children: tuple[str, ...] = ()) -> tuple[Scheme | None, list[Fault]]:
    """The scheme in a file and every fault of its shape; parents are looked for beside the file, then in `schemes`."""

    def parent(id: str) -> Scheme | None:
        if id in (path.stem, *children):
            return None
        for folder in (path.parent, schemes):
            candidate = folder / f"{id}.toml"
            if candidate.is_file():
                scheme, faults = read_file(candidate, schemes, (*children, path.stem))
                return None if faults else scheme
        return None

    return read(read_text(path), parent, str(path))


def load(path: Path, schemes: Path = SCHEMES) -> Scheme:
    """The scheme in a file.

    Raises:
        SchemeError: for the first fault of its shape, with its line.
    """
    scheme, faults = read_file(path, schemes)
    if faults or scheme is None:
        first = faults[0]
        raise SchemeError(str(path), first.line, first.message, "`endonym systems --lint FILE` lists every fault")
    return scheme
