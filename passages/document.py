"""A document: its bytes, the text they say, and the segments a name may stand in.

Parse to locate, splice to change, never re-serialise: `to_bytes` copies the original bytes and puts other
ones in the place of the edited spans only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from pathlib import Path

from glossary.findings import Edit
from passages.encoding import decode, encode
from passages.errors import DocumentError
from passages.segment import Segment
from translit.message import Message
from translit.values import value


@value
class Document:
    """A file that has been read whole and can be given back byte for byte."""

    path: Path
    """The file, as the user named it."""
    format: str
    """The name of its format: text, markdown."""
    encoding: str
    """Python's name of the codec: utf-8, utf-16-le, cp1251, koi8-r."""
    text: str
    """The decoded characters with the original line ends, without the byte-order mark."""
    segments: tuple[Segment, ...]
    """Its passages, in order; they do not overlap."""
    data: bytes
    """The file's bytes."""
    mark: bytes = b""
    """The byte-order mark; mostly empty."""

    @property
    def digest(self) -> str:
        """SHA-256 of the file's bytes, in hexadecimal: tells whether it has changed since it was read."""
        from hashlib import sha256

        return sha256(self.data).hexdigest()

    def to_bytes(self, edits: Iterable[Edit] = ()) -> bytes:
        """The document's bytes with the edits made; without edits the identical bytes.

        Edits count code points of `text` and need not be sorted.

        Raises:
            ValueError: where edits overlap, lie outside the segments or touch protected text.
            DocumentError: for a character that the document's encoding cannot hold.
        """
        ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
        if not ordered:
            return self.data
        starts = [segment.start for segment in self.segments]
        parts: list[bytes] = [self.mark]
        at = 0  # code points
        byte = len(self.mark)
        for edit in ordered:
            if edit.start < at or edit.end < edit.start:
                raise ValueError(f"{edit} overlaps another edit of {self.path}")
            self._allow(edit, starts)
            begin = byte + self._width(at, edit.start)
            byte_end = begin + self._width(edit.start, edit.end)
            parts += (self.data[byte:begin], encode(self.path, edit.replacement, self.encoding))
            at, byte = edit.end, byte_end
        parts.append(self.data[byte:])
        return self._proved(b"".join(parts), ordered)

    def _width(self, start: int, end: int) -> int:
        """How many bytes a span of the text takes."""
        return len(self.text[start:end].encode(self.encoding))

    def _allow(self, edit: Edit, starts: list[int]) -> None:
        """Refuse an edit that lies outside a segment or touches what the segment protects."""
        index = bisect_right(starts, edit.start) - 1
        segment = self.segments[index] if index >= 0 else None
        if segment is None or edit.end > segment.end:
            raise ValueError(f"{edit} lies outside the segments of {self.path}")
        start, end = edit.start - segment.start, edit.end - segment.start
        if any(first < end and start < last for first, last in segment.protected):
            raise ValueError(f"{edit} touches protected text of {self.path}")

    def _proved(self, data: bytes, edits: list[Edit]) -> bytes:
        """The new bytes, after the proof that they say the edited text: a codec with states could say another."""
        parts: list[str] = []
        at = 0
        for edit in edits:
            parts += (self.text[at : edit.start], edit.replacement)
            at = edit.end
        parts.append(self.text[at:])
        if data[len(self.mark) :].decode(self.encoding, "replace") != "".join(parts):
            raise DocumentError(
                self.path, Message("{encoding} cannot be edited in place", encoding=self.encoding), "convert it to UTF-8 first"
            )
        return data


def open_document(path: str | Path, *, encoding: str | None = None, format: str | None = None) -> Document:
    """Read a file whole and find its segments.

    `encoding` is any name Python knows; None recognises it. `format` is the name of one of
    `passages.formats.FORMATS`; None takes the one of the suffix, else text.

    Raises:
        DocumentError: for a file that cannot be read, is not text, or is in no encoding that can be told with certainty.
    """
    from passages.formats import by_name, by_suffix

    place = Path(path)
    chosen = by_suffix(place) if format is None else by_name(path, format)
    data = read_whole(place)
    decoded = decode(path, data, encoding)
    return Document(
        path=place,
        format=chosen.name,
        encoding=decoded.encoding,
        text=decoded.text,
        segments=chosen.segments(path, decoded.text),
        data=data,
        mark=decoded.mark,
    )


def read_whole(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        DocumentError: for a file that cannot be read, and a path that can be none.
    """
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a path with a zero character
        if isinstance(error, OSError):
            raise DocumentError.from_os(path, error, "read") from error
        raise DocumentError(path, "it is no path", "check the spelling of the path") from error
