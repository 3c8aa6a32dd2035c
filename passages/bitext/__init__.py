"""Bilingual files: one literal tuple of formats; adding one is one file with a `read` function and one line here.

An adapter locates the pairs of a file and splices changes into its bytes; nothing is ever re-serialised. It is imported for the first file
of its format.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from passages.bitext.model import Bitext, Content
from passages.bitext.tokens import codes_in, token, with_target
from passages.document import read_whole
from passages.errors import DocumentError
from translit.message import Message
from translit.values import value

__all__ = ["FORMATS", "Bitext", "Format", "Given", "codes_in", "format_of", "open_bitext", "token", "with_target"]


@value
class Given:
    """What the user has said of a file, and the file itself; everything an adapter reads from."""

    path: Path
    """The file, as the user named it; for messages, and for what its name says."""
    data: bytes
    """Its bytes."""
    encoding: str | None = None
    """The encoding the user named; None to go by the file."""
    source_language: str | None = None
    """BCP 47 tag of the sources that the user named; None to go by the file."""
    target_language: str | None = None
    """That of the targets."""


@value
class Format:
    """One kind of bilingual file."""

    name: str
    """What `--format` calls it."""
    suffixes: tuple[str, ...]
    """Its files' last suffixes, in lower case, with the dot."""
    module: str
    """The file of this package whose `read(given)` gives the content and Python's name of the encoding."""
    sign: bytes
    """What its files have near their beginning, in ASCII; empty where nothing tells."""

    def read(self, given: Given) -> tuple[Content, str]:
        """The pairs of a file, and its encoding.

        Raises:
            DocumentError: for what cannot be read whole.
        """
        reader: Callable[[Given], tuple[Content, str]] = import_module(f"{__name__}.{self.module}").read
        return reader(given)


FORMATS = (
    Format("po", (".po", ".pot"), "po", b"msgid"),
    Format("xliff", (".xlf", ".xliff", ".mxliff", ".mqxliff", ".sdlxliff", ".txlf"), "xliff", b"<xliff"),
    Format("tmx", (".tmx",), "tmx", b"<tmx"),
    Format("csv", (".csv",), "table", b""),
    Format("tsv", (".tsv", ".tab"), "table", b""),
)
"""Every format of bilingual files."""

_HEAD = 4096  # bytes in which a file shows what it is


def format_of(path: str | Path, head: bytes = b"") -> Format | None:
    """The format of a file by its suffix, else by its first bytes; None where neither says one."""
    suffix = Path(path).suffix.lower()
    named = next((one for one in FORMATS if suffix in one.suffixes), None)
    plain = head[:_HEAD].replace(b"\0", b"")  # UTF-16
    return named or next((one for one in FORMATS if one.sign and one.sign in plain), None)


def open_bitext(
    path: str | Path,
    *,
    encoding: str | None = None,
    format: str | None = None,
    source_language: str | None = None,
    target_language: str | None = None,
) -> Bitext:
    """Read a bilingual file whole and find its pairs.

    `encoding` is any name Python knows, `format` the name of one of `FORMATS`, the languages are BCP 47 tags; what is None is told by the
    file.

    Raises:
        DocumentError: for a file that cannot be read, is in no format of pairs, is broken, or has not the language asked for.
    """
    place = Path(path)
    data = read_whole(place)
    names = ", ".join(one.name for one in FORMATS)
    chosen = format_of(path, data) if format is None else next((one for one in FORMATS if one.name == format), None)
    if chosen is None:
        problem = (
            Message("it is no bilingual file that endonym knows")
            if format is None
            else Message("there is no bilingual format {format}", format=repr(format))
        )
        raise DocumentError(path, problem, Message("name its format: {names}", names=names))
    given = Given(place, data, encoding, source_language, target_language)
    content, codec = chosen.read(given)

    def again(changed: bytes) -> Content:
        return chosen.read(Given(place, changed, codec, content.source_language, content.target_language))[0]

    return Bitext(place, chosen.name, data, codec, content, again)
