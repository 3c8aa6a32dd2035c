"""Puts a changed text back into the content of an XML element so that only what changed is written anew.

Owns where a change begins and ends in the markup: references, comments, CDATA sections and codes outside of it stay as they stand. A token is
written as the markup it stands for; everything else is text and is escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from passages.bitext.inline import InlineText, Piece
from passages.bitext.tokens import codes_in
from passages.bitext.xml_escapes import escaped
from passages.pair import InlineCode


def markup(text: str, known: Iterable[InlineCode], line_end: str = "\n") -> str:
    """A text with tokens as the content of an element."""
    parts: list[str] = []
    at = 0
    for code in codes_in(text, known):
        parts += (escaped(text[at : code.start], line_end), code.raw)
        at = code.end
    return "".join((*parts, escaped(text[at:], line_end)))


def respelled(
    old: InlineText, text: str, known: Iterable[InlineCode], line_end: str = "\n", *, holds: Callable[[str], bool] = lambda _: True
) -> tuple[int, int, str]:
    """The one edit of a content, in code points of its markup, after which it says `text`; its start and end are equal for no change.

    `known` are the codes that the text may hold; of two with one token the last counts. `holds` says whether the file's encoding has all
    characters of a text: where it has not, references take their place, for which a CDATA section has to be opened up.
    """
    known = tuple(known)
    start, end = _changed(old, text, known)
    new = text[start : len(text) - (len(old.text) - end)]
    if start == end and not new:
        return 0, 0, ""
    touched = _touched(old, start, end)
    touched = touched or [_before(old, start)]
    first, last = touched[0], touched[-1]
    if any(piece.section is not None for piece in touched):
        if first is last and _fits_section(new, known, holds) and not set(new) & set("]>"):
            return _raw_at(old, first, start), _raw_at(old, last, end), new.replace("\n", line_end)
        return _opened(old, touched, start, end, new, known, line_end, holds)
    hidden = "".join(old.raw[piece.start : piece.end] for piece in touched if not piece.text)
    return _raw_at(old, first, start), _raw_at(old, last, end), hidden + markup(new, known, line_end)


def _changed(old: InlineText, text: str, known: tuple[InlineCode, ...]) -> tuple[int, int]:
    """The part of the old text that is replaced: what differs, widened to whole tokens and references on both sides."""
    shorter = min(len(old.text), len(text))
    start = next((at for at in range(shorter) if old.text[at] != text[at]), shorter)
    stop = next((at for at in range(shorter - start) if old.text[-1 - at] != text[-1 - at]), shorter - start)
    end = len(old.text) - stop
    new_tokens = [(code.start, code.end) for code in codes_in(text, known)]
    shift = len(text) - len(old.text)
    while True:
        before = start, end
        at = 0
        for piece in old.pieces:
            if piece.solid and piece.text:
                if at < start < at + len(piece.text):
                    start = at
                if at < end < at + len(piece.text):
                    end = at + len(piece.text)
            at += len(piece.text)
        for first, last in new_tokens:
            if first < start < last:
                start = first
            if first < end + shift < last:
                end = last - shift
        if (start, end) == before:
            return start, end


def _at(old: InlineText, wanted: Piece) -> int:
    """Where a piece begins in the text."""
    at = 0
    for piece in old.pieces:
        if piece is wanted:
            break
        at += len(piece.text)
    return at


def _touched(old: InlineText, start: int, end: int) -> list[Piece]:
    """The pieces that a span of the text has a part of, with the comments between them."""
    found: list[Piece] = []
    at = 0
    for piece in old.pieces:
        stop = at + len(piece.text)
        if (piece.text and at < end and start < stop) or (not piece.text and found and at < end):
            found.append(piece)
        at = stop
    return found


def _before(old: InlineText, at: int) -> Piece:
    """The piece that an insertion at a place of the text goes into or behind; an empty one at the very beginning."""
    stop = 0
    for piece in old.pieces:
        begin, stop = stop, stop + len(piece.text)
        if begin < at <= stop:
            return piece
    return Piece(0, 0, "", solid=True)


def _raw_at(old: InlineText, piece: Piece, at: int) -> int:
    """Where a place of the text that lies in a piece or at its end stands in the markup."""
    begin = _at(old, piece)
    if piece.solid:
        return piece.start if at <= begin else piece.end
    return min(max(piece.start + at - begin, piece.start), piece.end)


def _fits_section(text: str, known: tuple[InlineCode, ...], holds: Callable[[str], bool]) -> bool:
    return not codes_in(text, known) and "\r" not in text and holds(text)


def _opened(
    old: InlineText,
    touched: list[Piece],
    start: int,
    end: int,
    new: str,
    known: tuple[InlineCode, ...],
    line_end: str,
    holds: Callable[[str], bool],
) -> tuple[int, int, str]:
    """The edit where a change goes beyond one CDATA section: the sections it touches are written anew as a whole."""
    first, last = touched[0], touched[-1]
    begin = first.section[0] if first.section is not None else _raw_at(old, first, start)
    finish = last.section[1] if last.section is not None else _raw_at(old, last, end)
    first_at, last_at = _at(old, first), _at(old, last)
    before = first.text[: max(start - first_at, 0)] if first.section is not None else ""
    after = last.text[max(end - last_at, 0) :] if last.section is not None else ""
    whole = before + new + after
    hidden = "".join(old.raw[piece.start : piece.end] for piece in touched if not piece.text)
    if _fits_section(whole, known, holds) and set(whole) & set("<&"):
        divided = whole.replace("]]>", "]]]]><![CDATA[>").replace("\n", line_end)
        return begin, finish, f"{hidden}<![CDATA[{divided}]]>"
    return begin, finish, hidden + markup(whole, known, line_end)
