"""From bytes to text and back: byte-order marks, UTF-8, UTF-16, and what the caller names.

Owns the promise that decoding loses nothing: what is decoded here, encoded again, is the same bytes. A file
that cannot keep it is refused. Guessing the single-byte encodings is done in `passages.recognise`, which is
imported only when the bytes are no Unicode.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from passages.errors import DocumentError
from translit.message import Message
from translit.values import value

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks and what they say (Unicode Standard, section 23.8, table 23-5)."""

FAMILIES = {
    "utf-8": ("utf-8",),
    "utf-8-sig": ("utf-8",),
    "utf-16": ("utf-16-le", "utf-16-be"),
    "utf-32": ("utf-32-le", "utf-32-be"),
}
"""Names that leave the byte order or the mark open, and the codecs they may mean."""

HEAD = 8192
"""Bytes looked at to tell text from other files."""


@value
class Decoded:
    """A text and how its bytes say it."""

    text: str
    """The characters, without the byte-order mark, with the original line ends."""
    encoding: str
    """Python's name of the codec, byte order included: utf-8, utf-16-le, cp1251, koi8-r."""
    mark: bytes
    """The byte-order mark that stood before the text; mostly empty."""


def decode(path: str | Path, data: bytes, encoding: str | None = None) -> Decoded:
    """The text of a file.

    Without a name: the byte-order mark decides, else valid UTF-8 is UTF-8, else UTF-16 by the pattern of its
    zero bytes, else `passages.recognise` has to be sure of one single-byte encoding.

    Raises:
        DocumentError: for bytes that are no text, that the encoding cannot hold, or that it would not give back.
    """
    mark, marked = next(((mark, name) for mark, name in MARKS if data.startswith(mark)), (b"", None))
    if encoding is None:
        name = marked or _unicode_without_mark(data)
        if looks_binary(data[:HEAD]):
            raise DocumentError(path, "it is not text", "leave it out with --exclude, or name its --encoding")
        if name is None:
            from passages.recognise import recognise

            name = recognise(path, data)
    else:
        name = _named(path, encoding, marked, data)
        if name != marked:
            mark = b""
    return _decoded(path, data, name, mark)


def looks_binary(head: bytes) -> bool:
    """Whether the first bytes of a file are those of no text: a zero byte that UTF-16 or UTF-32 does not explain, or a file type's signature."""
    if head.startswith(tuple(mark for mark, _ in MARKS)):
        return False
    if head.startswith(_SIGNATURES):
        return True
    return b"\0" in head and _utf16_by_zeros(head) is None


_SIGNATURES = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF89a",
    b"GIF87a",
    b"\xfd7zXZ",
    b"\xd0\xcf\x11\xe0",
    b"\x7fELF",
)
"""How PDF, zip (and so DOCX), gzip, PNG, JPEG, GIF, xz, OLE (and so DOC) and ELF files begin."""


def _unicode_without_mark(data: bytes) -> str | None:
    """UTF-16 or UTF-8 where the bytes can be nothing else."""
    wide = _utf16_by_zeros(data[:HEAD])
    if wide is not None:
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _utf16_by_zeros(head: bytes) -> str | None:
    """The byte order of UTF-16 text, from the high bytes of its ASCII (00) and Cyrillic (04).

    Where more than half of the bytes of one parity are such, and hardly any of the other, nothing else is likely.
    """
    even, odd = head[0 : len(head) & ~1 : 2], head[1::2]
    high_even, high_odd = (part.count(b"\x00") + part.count(b"\x04") for part in (even, odd))
    if high_odd * 2 > len(odd) and high_even * 10 < len(even):
        return "utf-16-le"
    if high_even * 2 > len(even) and high_odd * 10 < len(odd):
        return "utf-16-be"
    return None


def _named(path: str | Path, encoding: str, marked: str | None, data: bytes) -> str:
    """The codec a caller's name means for these bytes."""
    try:
        info = codecs.lookup(encoding)
        "".encode(info.name)  # refuses codecs of other things than text: hex, rot13
    except LookupError as error:
        raise DocumentError(
            path,
            Message("{encoding!r} is no encoding of text", encoding=encoding),
            "name one that Python knows: utf-8, utf-16, windows-1251, koi8-r",
        ) from error
    choices = FAMILIES.get(info.name, (info.name,))
    if marked is not None and marked in choices:
        return marked
    if len(choices) == 1:
        return choices[0]
    found = _utf16_by_zeros(data[:HEAD]) if info.name == "utf-16" else None
    return found or choices[0]


def _decoded(path: str | Path, data: bytes, name: str, mark: bytes) -> Decoded:
    """The text, after the proof that it gives back its bytes."""
    body = data[len(mark) :]
    try:
        text = body.decode(name)
    except UnicodeDecodeError as error:
        at = len(mark) + error.start
        line = body.count(b"\n", 0, error.start) + 1
        raise DocumentError(
            path, Message("byte {at} (line {line}) is not {name}", at=at, line=line, name=name), "name the right encoding with --encoding"
        ) from error
    if text.encode(name) != body:
        raise DocumentError(
            path,
            Message("{name} would not give its bytes back unchanged", name=name),
            "name the right encoding with --encoding, or convert it to UTF-8",
        )
    zero = text.find("\0")
    if zero >= 0:
        raise DocumentError(
            path,
            Message("it holds a zero character (line {count}), so it is not text", count=text.count(chr(10), 0, zero) + 1),
            "leave it out with --exclude",
        )
    return Decoded(text, name, mark)


def encode(path: str | Path, text: str, encoding: str) -> bytes:
    """The bytes of a replacement.

    Raises:
        DocumentError: naming the first character that the encoding cannot hold.
    """
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        character = text[error.start]
        raise DocumentError(
            path,
            Message(
                "{encoding} cannot hold {character!r} (U+{code:04X}) of {text!r}",
                encoding=encoding,
                character=character,
                code=ord(character),
                text=text,
            ),
            "convert the file to UTF-8 first, or leave this name out",
        ) from error
