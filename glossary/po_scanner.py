"""Reads a PO file as it stands: where each string of each message is, so that one may be changed and nothing else.

Owns the syntax (GNU gettext manual 0.21, "The Format of PO Files"): comments, previous strings (`#|`, `#~|`), obsolete messages (`#~`),
strings of several literals, escapes, the charset the header names. It makes no model of its own to write back: `Catalog.spliced` copies
the file and puts other characters into the given spans. What it cannot read whole it refuses, with the line.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from glossary.errors import GlossaryError
from glossary.findings import Edit, apply_edits
from glossary.po_escapes import Run, runs, unescaped
from glossary.po_messages import Field, Message, Messages
from translit import message as told

_LITERAL = r'"(?:[^"\\\n]++|\\[^\n])*+"'
_TOKEN = re.compile(
    rf"""
      (?P<notes> (?: [ \t]*+ \#(?!~[ \t]*+msg)[^\n]*+(?:\n|\Z) | [ \t\r\f\v]*+\n )++ )
    | [ \t]*+ (?P<mark>\#~[ \t]*+)? (?P<word>msgctxt|msgid_plural|msgid|msgstr) (?: [ \t]*+\[[ \t]*+(?P<index>\d{{1,3}})[ \t]*+\] )?
      (?P<body> (?: (?: [ \t\r]*+ (?:\n (?: \s*+ (?(mark)\#~[ \t]*+) ) )? ) {_LITERAL} )++ ) (?P<after>[ \t\r\f\v]*+ (?:\n|\Z|(?=msg)))
    | [ \t]*+ (?P<domain>domain) [ \t]*+ {_LITERAL} [ \t\r]*+(?:\n|\Z)
    | (?P<end>[ \t\r\f\v\x1a]*+\Z)
    """,
    re.VERBOSE,
)
_LITERALS = re.compile(r'"((?:[^"\\\n]++|\\[^\n])*+)"')
_FUZZY = re.compile(r"^[ \t]*#,(?:[^\n]*[\s,])?fuzzy(?:[\s,]|$)", re.MULTILINE)
_FLAGS = re.compile(r"^[ \t]*#,([^\n]*)", re.MULTILINE)
_CHARSET = re.compile(rb"charset=([^\s\\\"]+)")
_HEAD = 1 << 16  # bytes in which the header, the first message, names its charset


@dataclass(frozen=True, slots=True)
class Catalog:
    """A PO file that has been read whole."""

    source: str
    """The file, as the user named it."""
    data: bytes
    """Its bytes."""
    text: str
    """Its characters with the original line ends, without a byte-order mark."""
    charset: str
    """Python's name of the codec."""
    mark: bytes
    """The byte-order mark; mostly empty."""
    messages: Messages
    """All messages in their order: the header first, obsolete ones where they stand."""
    domains: bool = False
    """True where a `domain` directive divides the file among several MO files."""
    lines: list[int] = field(default_factory=list[int], compare=False)
    """Where each line begins; filled when a line's number is first asked for."""

    def value(self, field: Field) -> str:
        """What a string says."""
        raw = self.text[field.start + 1 : field.end - 1]
        if '"' in raw:
            raw = "".join(_LITERALS.findall(self.text, field.start, field.end))
        return unescaped(raw, self.charset) if "\\" in raw else raw

    def runs(self, field: Field) -> list[Run]:
        """Where each piece of the string's value stands in the text."""
        return runs(self.text, (match.span(1) for match in _LITERALS.finditer(self.text, field.start, field.end)), self.charset)

    def key(self, message: Message) -> tuple[str | None, str]:
        """What makes a message one: context and msgid."""
        return None if message.context is None else self.value(message.context), self.value(message.id) if message.id else ""

    def comments(self, message: Message) -> str:
        """The lines before the message's first keyword, blank ones too."""
        return self.text[message.start : message.body]

    def flags(self, message: Message) -> frozenset[str]:
        """The words of its `#,` lines."""
        words = (word.strip() for line in _FLAGS.findall(self.comments(message)) for word in line.split(","))
        return frozenset(word for word in words if word)

    def is_fuzzy(self, message: Message) -> bool:
        """Whether its translation waits for a translator."""
        start, end = message.start, message.body
        return self.text.find("#,", start, end) >= 0 and _FUZZY.search(self.text[start:end]) is not None

    @property
    def header(self) -> Message | None:
        """The message with the empty msgid and no context; None where the file has none."""
        return next((one for one in self.messages if not one.obsolete and self.key(one) == (None, "")), None)

    @property
    def head(self) -> dict[str, str]:
        """The header's fields by their names."""
        header = self.header
        if header is None or not header.strings:
            return {}
        pairs = (line.partition(":") for line in self.value(header.strings[0]).split("\n"))
        return {name.strip(): said.strip() for name, colon, said in pairs if colon}

    @property
    def language(self) -> str | None:
        """The locale its strings are in: the header's `Language`, else the folder's name (ru/LC_MESSAGES/x.po, ru/x.po), else the file's (ru.po, x.ru.po)."""
        path = Path(self.source)
        folder = path.parent.parent if path.parent.name == "LC_MESSAGES" else path.parent
        named = (one for one in (folder.name, path.stem.rpartition(".")[2]) if _TOLD.fullmatch(one))
        said = self.head.get("Language", "").replace("-", "_")
        return said if _LOCALE.fullmatch(said) else next((one.replace("-", "_") for one in named), None)

    def line(self, at: int) -> int:
        """The number, from 1, of the line that a code point of the text stands on."""
        if not self.lines:
            self.lines.extend((0, *(match.end() for match in re.finditer("\n", self.text))))
        return bisect_right(self.lines, at)

    def spliced(self, edits: Iterable[Edit]) -> bytes:
        """The file's bytes with these spans of its text replaced; without edits the identical bytes.

        Raises:
            GlossaryError: for a character that the catalog's charset cannot hold.
            ValueError: where edits overlap.
        """
        changes = tuple(edits)
        if not changes:
            return self.data
        try:
            return self.mark + apply_edits(self.text, changes).encode(self.charset)
        except UnicodeEncodeError as error:
            wrong = error.object[error.start]
            problem = told.Message(
                "its charset, {charset}, cannot hold {wrong!r} (U+{code:04X})", charset=self.charset, wrong=wrong, code=ord(wrong)
            )
            raise GlossaryError(self.source, None, problem, "convert it first: msgconv -t UTF-8") from error


_MORE = r"(?:[_-][A-Z][a-z]{3})?(?:[_-](?:[A-Z]{2}|\d{3}))?(?:@[a-z]+)?"
_LOCALE = re.compile(rf"[a-z]{{2,3}}{_MORE}")
_TOLD = re.compile(rf"(?!po(?![_@-]))[a-z]{{2}}{_MORE}")
"""A name of two letters that says a language; three (git, apt) say a program oftener, and `po` is a folder."""


def read_catalog(path: str | Path) -> Catalog:
    """The catalog in a file.

    Raises:
        GlossaryError: where it cannot be read whole.
    """
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise GlossaryError(
            str(path), None, told.Message("it cannot be read ({why})", why=told.system_says(error)), "check the path and its permissions"
        ) from error
    return scan(data, str(path))


def scan(data: bytes, source: str = "catalog.po") -> Catalog:
    """The catalog that these bytes are.

    Raises:
        GlossaryError: for an unknown charset, bytes that are none of it, and the first line that is no PO.
    """
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    charset = _charset(data, source)
    body = data[len(mark) :]
    try:
        text = body.decode(charset)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = told.Message("byte {count} is not {charset}", count=len(mark) + error.start, charset=charset)
        raise GlossaryError(source, line, problem, "correct the charset in its header, or convert it with msgconv") from error
    if text.encode(charset) != body:
        raise GlossaryError(
            source,
            None,
            told.Message("{charset} would not give its bytes back unchanged", charset=charset),
            "convert it with msgconv -t UTF-8",
        )
    reader = _Reader(source, text)
    reader.read()
    return Catalog(source, data, text, charset, mark, reader.messages, reader.domains)


def _charset(data: bytes, source: str) -> str:
    """The codec of a file: what its header names, UTF-8 where that is a template's placeholder or nothing."""
    if b"\0" in data[:_HEAD]:
        raise GlossaryError(
            source, None, "it holds zero bytes, so it is no PO file", "leave it out; a compiled catalog is read with msgunfmt"
        )
    found = _CHARSET.search(data[:_HEAD])
    name = found[1].decode("ascii", "replace") if found else "CHARSET"
    if name.upper() == "CHARSET":
        return "utf-8"
    try:
        info = codecs.lookup(name)
        "".encode(info.name)  # refuses codecs of other things than text
    except LookupError as error:
        raise GlossaryError(
            source, None, told.Message("its header names the charset {name!r}, which is unknown", name=name), "correct it: UTF-8, KOI8-R …"
        ) from error
    return info.name


class _Reader:
    """The messages of a text, gathered from its tokens."""

    def __init__(self, source: str, text: str) -> None:
        self.source, self.text = source, text
        self.messages = Messages()
        self.domains = False
        self._open: Message | None = None
        self._notes = -1

    def read(self) -> None:
        text, at = self.text, 0
        for match in self._tokens():
            at = match.end()
            if match["notes"] is not None:
                if self._open is None or self._open.strings:
                    self._close()
                    self._notes = match.start()
            elif match["word"] is not None:
                self._take(match)
            elif match["domain"] is not None:
                self._close()
                self.domains = True
        self._close()
        if at < len(text):
            raise self._fault(at, "this is no line of a PO file", "mend it; msgfmt -c says more")
        if not self.messages and text.strip():
            at = text.find("\r")
            remedy = (
                "its lines end as on the old Macintosh: convert them"
                if 0 <= at < len(text) - 1 and "\n" not in text
                else "is it a PO file?"
            )
            raise self._fault(0, "it has no messages", remedy)

    def _tokens(self) -> Iterator[re.Match[str]]:
        at, size, match_at = 0, len(self.text), _TOKEN.match
        while at < size:
            match = match_at(self.text, at)
            if match is None:
                raise self._fault(at, "this is no line of a PO file", "mend it; msgfmt -c says more")
            yield match
            if match.end() == at:
                return
            at = match.end()

    def _take(self, match: re.Match[str]) -> None:
        word, obsolete, at = match["word"], match["mark"] is not None, match.start()
        index = match["index"]
        one = self._open
        if one is not None and (one.obsolete is not obsolete or (one.strings and word != "msgstr")):
            self._close()
            one = None
        if one is None:
            one = self._open = Message(self._notes if self._notes >= 0 else at, at, obsolete)
            self._notes = -1
        start = self.text.index('"', match.start("body"))
        string = Field(start, match.end("body"), None if index is None else int(index))
        if word == "msgstr":
            if one.id is None or (index is None) is not (one.plural is None) or (index is not None and int(index) != len(one.strings)):
                raise self._fault(
                    at,
                    told.Message("an unexpected {word}{index}", word=word, index="" if index is None else f"[{index}]"),
                    "number the strings of a plural from 0, behind its msgid_plural",
                )
            if index is None and one.strings:
                raise self._fault(at, "a second msgstr", "remove one of the two")
            one.strings.append(string)
            one.end = match.end()
        elif index is not None or getattr(one, _PLACES[word]) is not None or (word != "msgid_plural" and one.id is not None):
            raise self._fault(at, told.Message("an unexpected {word}", word=word), "give each message one msgid and its msgstr")
        elif word == "msgid_plural" and one.id is None:
            raise self._fault(at, "a msgid_plural without its msgid", "put the msgid before it")
        else:
            setattr(one, _PLACES[word], string)

    def _close(self) -> None:
        one, self._open = self._open, None
        if one is None:
            return
        if not one.strings:
            raise self._fault(one.body, "a message without msgstr", 'add it: msgstr ""')
        self.messages.add(one)

    def _fault(self, at: int, problem: str, remedy: str) -> GlossaryError:
        return GlossaryError(self.source, self.text.count("\n", 0, at) + 1, problem, remedy)


_PLACES = {"msgctxt": "context", "msgid": "id", "msgid_plural": "plural"}
