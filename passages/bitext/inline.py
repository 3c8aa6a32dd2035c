"""Reads the content of a bilingual XML element as a translator's text, with a token for each inline code.

Owns the pieces that a content is made of, which codes belong together, and their numbers. Two contents, source and target, are numbered
together, so that a code has one token on both sides. How a changed text goes back is `inline_writing`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from passages.bitext.tokens import token
from passages.bitext.xml_escapes import PREDEFINED, REFERENCE, referred, unescaped
from passages.pair import CodeKind, InlineCode
from translit.values import value

_PIECE = re.compile(
    r"""
      (?P<hidden> <!--.*?--> | <\?.*?\?> )
    | <!\[CDATA\[ (?P<cdata> .*? ) \]\]>
    | </ (?P<close> [^\s<>/]++ ) \s* >
    | < (?P<open> [^\s<>/!?]++ ) (?P<tail> (?: [^<>"']++ | "[^"]*" | '[^']*' )*+ ) >
    | (?P<reference> &[^;]*; )
    | (?P<ending> \r\n? )
    | (?P<text> [^<&\r]++ )
    """,
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([^\s=/]+)\s*=\s*("[^"]*"|'[^']*')""")


class Role(Enum):
    """What an inline element is to a translator."""

    AROUND = "around"
    """Its content is text; its two tags are the codes (XLIFF `<g>`, `<pc>`, `<mrk>`; TMX `<hi>`)."""
    OPEN = "open"
    """The whole element begins a stretch (`<bpt>`, `<bx>`, `<sc>`)."""
    CLOSE = "close"
    """The whole element ends one (`<ept>`, `<ex>`, `<ec>`)."""
    ALONE = "alone"
    """The whole element stands for itself (`<ph>`, `<x>`, `<cp>`)."""


@value
class Rule:
    """How one inline element is read."""

    role: Role
    """What it is to a translator."""
    same: tuple[str, ...] = ("id",)
    """The attributes, first come first served, by which the element is found again on the other side."""
    link: tuple[str, ...] = ("id",)
    """Those that link an OPEN with its CLOSE."""


Vocabulary = Mapping[str, Rule]
"""The inline elements of a format by their local names; any other is read as one with text in it."""

_UNKNOWN = Rule(Role.AROUND)


class Markup(NamedTuple):
    """What is known of an inline code before it has a number."""

    kind: CodeKind
    same: tuple[str, str]
    """What makes it the same as one on the other side: its element's name, and an attribute or the whole markup."""
    link: str
    """What links OPEN and CLOSE on one side."""


class Piece(NamedTuple):
    """A stretch of a content that says something, or nothing."""

    start: int
    """First code point in the content."""
    end: int
    """One past its last."""
    text: str
    """What it says to a reader; empty for a comment and, until it has its token, for a code."""
    solid: bool
    """True where it can be replaced as a whole only: a reference, a code, a line end of two characters."""
    code: Markup | None = None
    """Its inline code."""
    section: tuple[int, int] | None = None
    """The CDATA section that it is the inside of."""


def pieces(raw: str, vocabulary: Vocabulary) -> list[Piece]:
    """The pieces of a well-formed content, in order and without gaps but for the marks of CDATA sections."""
    return list(_pieces(raw, vocabulary))


def _pieces(raw: str, vocabulary: Vocabulary) -> Iterator[Piece]:
    at, opened, anonymous = 0, list[Markup](), 0
    while at < len(raw):
        match = _PIECE.match(raw, at)
        if match is None:  # cannot be in well-formed XML
            raise ValueError(f"no XML: {raw[at : at + 20]!r}")
        start, end = match.span()
        kind = match.lastgroup
        if kind == "text":
            yield Piece(start, end, match[0], solid=False)
        elif kind == "reference":
            found = REFERENCE.fullmatch(match[0])
            said = referred(found) if found is not None else None
            code = Markup(CodeKind.ALONE, ("&", match[0]), "") if said is None else None
            yield Piece(start, end, said or "", solid=True, code=code)
        elif kind == "ending":
            yield Piece(start, end, "\n", solid=True)
        elif kind == "cdata":
            said = match["cdata"].replace("\r\n", "\n").replace("\r", "\n")
            yield Piece(*match.span("cdata"), said, solid=said != match["cdata"], section=(start, end))
        elif kind == "hidden":
            yield Piece(start, end, "", solid=True)
        elif kind == "close":
            one = opened.pop()
            yield Piece(start, end, "", solid=True, code=Markup(CodeKind.CLOSE, one.same, one.link))
        else:
            name, tail = match["open"], match["tail"]
            rule = vocabulary.get(name.rpartition(":")[2], _UNKNOWN)
            empty = tail.endswith("/")
            if not empty and rule.role is not Role.AROUND:
                end = _end_of(raw, start)
            values = {one[0]: unescaped(one[1][1:-1]) for one in _ATTRIBUTE.findall(tail)} if "=" in tail else {}
            same = next((f"{one}={values[one]}" for one in rule.same if one in values), raw[start:end])
            link = next((values[one] for one in rule.link if one in values), "")
            if rule.role is Role.AROUND and not empty:
                anonymous += 1
                code = Markup(CodeKind.OPEN, (name, same), f"{name} {anonymous}")
                opened.append(code)
            else:
                kind_of = {Role.OPEN: CodeKind.OPEN, Role.CLOSE: CodeKind.CLOSE}.get(rule.role, CodeKind.ALONE)
                code = Markup(kind_of, (name, same), f"={link}")
            yield Piece(start, end, "", solid=True, code=code)
        at = end if kind != "cdata" else match.end()


def _end_of(raw: str, start: int) -> int:
    """One past the end tag of the element that begins there."""
    depth, at = 0, start
    while True:
        match = _PIECE.match(raw, at)
        if match is None:
            raise ValueError(f"no XML: {raw[at : at + 20]!r}")
        at = match.end()
        if match["close"] is not None:
            depth -= 1
        elif match["open"] is not None and not match["tail"].endswith("/"):
            depth += 1
        if depth == 0:
            return at


class InlineText(NamedTuple):
    """A content that has been read."""

    raw: str
    """The characters of the file."""
    pieces: list[Piece]
    """Its pieces, each code's text being its token."""
    text: str
    """What a translator reads."""
    codes: tuple[InlineCode, ...]
    """The codes in it."""


EMPTY = InlineText("", [], "", ())


def contents(source: str, target: str, vocabulary: Vocabulary) -> tuple[InlineText, InlineText]:
    """The two contents of a pair, with their codes numbered together."""
    if _is_plain(source) and _is_plain(target):
        return _plain(source), _plain(target)
    sides = [pieces(source, vocabulary), pieces(target, vocabulary)]
    numbers = _numbers(sides)
    prefix = _prefix(sides, max((one for side in numbers for one in side), default=0))
    first, second = (
        _laid_out(raw, side, [f"{prefix}{number}" for number in given])
        for raw, side, given in zip((source, target), sides, numbers, strict=True)
    )
    return first, second


def read_texts(source: str, target: str, vocabulary: Vocabulary) -> tuple[tuple[str, tuple[InlineCode, ...]], ...]:
    """What the two contents of a pair say, with their codes: as `contents`, without the pieces that only a change needs."""
    if "<" not in source and "<" not in target:
        found = _said(source), _said(target)
        if found[0] is not None and found[1] is not None:
            return (found[0], ()), (found[1], ())
    return tuple((one.text, one.codes) for one in contents(source, target, vocabulary))


def _said(raw: str) -> str | None:
    """What a content without tags says; None where it refers to an entity that XML itself does not have, which makes a code of it."""
    if "\r" in raw:
        raw = raw.replace("\r\n", "\n").replace("\r", "\n")
    if "&" not in raw:
        return raw
    if any(name not in PREDEFINED for _, _, name in REFERENCE.findall(raw) if name):
        return None
    return unescaped(raw)


def _is_plain(raw: str) -> bool:
    return "<" not in raw and "&" not in raw and "\r" not in raw


def _plain(raw: str) -> InlineText:
    return InlineText(raw, [Piece(0, len(raw), raw, solid=False)], raw, ()) if raw else EMPTY


def _numbers(sides: Sequence[Sequence[Piece]]) -> list[list[int]]:
    """The number of each code of each side: the same on both for the same code, and for what begins and ends a stretch."""
    known: dict[tuple[object, ...], int] = {}
    numbers: list[list[int]] = []
    for side in sides:
        given: list[int] = []
        seen: Counter[tuple[object, ...]] = Counter()
        opened: dict[str, int] = {}
        for code in (piece.code for piece in side if piece.code is not None):
            if code.kind is CodeKind.CLOSE and code.link in opened:
                given.append(opened.pop(code.link))
                continue
            identity = (code.kind, *code.same)
            number = known.setdefault((*identity, seen[identity]), len(known) + 1)
            seen[identity] += 1
            if code.kind is CodeKind.OPEN:
                opened[code.link] = number
            given.append(number)
        numbers.append(given)
    return numbers


def _prefix(sides: Sequence[Sequence[Piece]], most: int) -> str:
    """What stands before the numbers in tokens: nothing, or letters where the texts themselves hold such tokens."""
    said = "\n".join("".join("\0" if piece.code is not None else piece.text for piece in side) for side in sides)
    if not most or "<" not in said:
        return ""
    taken = {prefix for prefix, number in re.findall(r"</?([a-z]*)([0-9]{1,9})/?>", said) if 0 < int(number) <= most}
    prefix = ""
    while prefix in taken:
        prefix = chr(ord(prefix) + 1) if len(prefix) == 1 and prefix < "z" else prefix + "a"
    return prefix


def _laid_out(raw: str, side: list[Piece], ids: Sequence[str]) -> InlineText:
    """The text of a side with its tokens."""
    made: list[Piece] = []
    codes: list[InlineCode] = []
    given = iter(ids)
    at = 0
    for piece in side:
        one = piece
        if piece.code is not None:
            id = next(given)
            one = Piece(piece.start, piece.end, token(piece.code.kind, id), True, piece.code)
            codes.append(InlineCode(at, at + len(one.text), piece.code.kind, id, raw[piece.start : piece.end]))
        made.append(one)
        at += len(one.text)
    return InlineText(raw, made, "".join(piece.text for piece in made), tuple(codes))
