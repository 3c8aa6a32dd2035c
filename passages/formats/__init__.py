"""The formats of documents: one literal tuple; adding one is one file with a `segments` function and one line here.

A format's file is imported for the first document of that format.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from passages.errors import DocumentError
from passages.segment import Segment
from translit.message import Message, either
from translit.values import value


@value
class Format:
    """One kind of document and how its segments are found."""

    name: str
    """What `--format` and reports call it."""
    suffixes: tuple[str, ...]
    """Its files' last suffixes, in lower case, with the dot."""
    module: str
    """The file of this package whose `segments` finds them."""

    def segments(self, path: str | Path, text: str) -> tuple[Segment, ...]:
        """The segments of a decoded text, in order; the path is for messages only."""
        return import_module(f"{__name__}.{self.module}").segments(path, text)


FORMATS = (
    Format("text", (".txt", ".text"), "text"),
    Format("markdown", (".md", ".markdown", ".mdown", ".mkd"), "markdown"),
)
"""Every format; the first takes what no other claims when a file is named explicitly."""


def by_suffix(path: Path) -> Format:
    """The format of a file's suffix (`README.MD` is Markdown), else plain text."""
    suffix = path.suffix.lower()
    return next((format for format in FORMATS if suffix in format.suffixes), FORMATS[0])


def by_name(path: str | Path, name: str) -> Format:
    """The format of that name.

    Raises:
        DocumentError: where there is none.
    """
    for format in FORMATS:
        if format.name == name:
            return format
    raise DocumentError(
        path, Message("there is no format {name!r}", name=name), Message("use {names}", names=either(format.name for format in FORMATS))
    )
