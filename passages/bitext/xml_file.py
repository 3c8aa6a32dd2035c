"""An XML file as bytes to be spliced: its encoding, the proof that it is well-formed, and what is refused for safety.

Owns the way from a file's bytes to the *body*, which is the file in UTF-8 without its byte-order mark (the file's own bytes where they are
that already), and back. Positions in the body are bytes. expat proves it well-formed; a document type that declares entities is refused, so
nothing is ever expanded, and nothing outside the file is ever read.
"""

from __future__ import annotations

import re
from pathlib import Path

from passages.bitext.model import at_line
from passages.encoding import MARKS, decode
from passages.errors import DocumentError
from translit.message import Message

_DECLARATION = re.compile(rb"""\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([A-Za-z][\w.:-]*)["']""")
_HEAD = 1024  # bytes in which the declaration stands


class XmlFile:
    """An XML file that has been found well-formed."""

    def __init__(self, path: Path, data: bytes, encoding: str | None = None) -> None:
        """Read the bytes of a file; `encoding` overrules its declaration.

        Raises:
            DocumentError: naming the line, for what is not well-formed, declares entities, or is not in the encoding it says.
        """
        self.path = path
        """The file, as the user named it."""
        self.mark = next((mark for mark, _ in MARKS if data.startswith(mark)), b"")
        """The byte-order mark; mostly empty."""
        marked = dict(MARKS).get(self.mark)
        name = encoding or marked or self._declared(data)
        if _is_utf8(name):
            self.encoding = "utf-8"
            self.mark = self.mark if marked == "utf-8" else b""
            self.body = data[len(self.mark) :]
        else:
            decoded = decode(path, data, name)
            self.encoding, self.mark, self.body = decoded.encoding, decoded.mark, decoded.text.encode("utf-8")
        self._prove()
        self.line_end = _line_end(self.body)
        """How the file's first line ends: `\\n` or `\\r\\n`."""

    def line(self, at: int) -> int:
        """The number, from 1, of the line that a byte of the body stands on."""
        return self.body.count(b"\n", 0, at) + 1

    def fault(self, at: int, problem: str, remedy: str) -> DocumentError:
        """An error with the line that a byte of the body stands on."""
        return DocumentError(self.path, at_line(self.line(at), problem), remedy)

    def holds(self, text: str) -> bool:
        """Whether the file's encoding has all characters of a text; what it has not is written as a character reference."""
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True

    def spliced(self, edits: list[tuple[int, int, str]]) -> bytes:
        """The file's bytes with these spans of the body replaced; of two insertions at one place the first stands first.

        Raises:
            ValueError: where two edits overlap.
        """
        parts: list[bytes] = []
        at = 0
        for start, end, replacement in sorted(edits, key=lambda edit: edit[:2]):
            if start < at or end < start:
                raise ValueError(f"the change of bytes {start} to {end} overlaps another")
            parts += (self.body[at:start], replacement.encode("utf-8"))
            at = end
        body = b"".join((*parts, self.body[at:]))
        if self.encoding != "utf-8":
            body = body.decode("utf-8").encode(self.encoding, "xmlcharrefreplace")
        return self.mark + body

    @staticmethod
    def _declared(data: bytes) -> str:
        """The encoding that the declaration names; UTF-8 without one, as the specification has it (XML 1.0, 4.3.3)."""
        head = data[:_HEAD]
        if head.startswith((b"<\0", b"\0<")):
            return "utf-16-le" if head.startswith(b"<\0") else "utf-16-be"
        found = _DECLARATION.match(head)
        return found[1].decode("ascii") if found else "utf-8"

    def _prove(self) -> None:
        """Let expat read the body."""
        from xml.parsers import expat

        if not self.body.strip():
            raise DocumentError(self.path, "it is empty", "is it the right file?")
        parser = expat.ParserCreate("utf-8")
        refused: list[str] = []

        def entity(name: str, *_: object) -> None:
            refused.append(name)
            raise _RefusedError

        parser.EntityDeclHandler = entity
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        try:
            parser.Parse(self.body, True)
        except _RefusedError:
            problem = Message("its document type declares an entity, {name}", name=repr(refused[0]))
            raise DocumentError(
                self.path,
                at_line(parser.CurrentLineNumber, problem),
                "put in the text that the entity stands for; declared entities are not read",
            ) from None
        except expat.ExpatError as error:
            problem = Message("it is not well-formed XML ({why})", why=expat.ErrorString(error.code))
            if self.encoding == "utf-8" and not self._is_text():
                problem = Message("it is not in the encoding it says, {encoding}", encoding="UTF-8")
                raise DocumentError(
                    self.path, at_line(error.lineno, problem), "name the right encoding with --encoding, or convert it"
                ) from None
            raise DocumentError(self.path, at_line(error.lineno, problem), "mend it; xmllint --noout says more") from None

    def _is_text(self) -> bool:
        try:
            self.body.decode("utf-8")
        except UnicodeDecodeError:
            return False
        return True


class _RefusedError(Exception):
    """An entity is declared."""


def _is_utf8(name: str) -> bool:
    return name.replace("_", "-").lower() in {"utf-8", "utf8", "us-ascii", "ascii"}


def _line_end(body: bytes) -> str:
    at = body.find(b"\n")
    return "\r\n" if at > 0 and body[at - 1] == 0x0D else "\n"
