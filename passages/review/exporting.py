"""The pairs of a session as they stand, in a new file: for a translation memory, for another program, for a spreadsheet, for reading."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.speech import Speech
from passages.errors import DocumentError
from passages.pair import Pair
from passages.review.loading import noted
from passages.review.values import Done
from passages.writing import write_atomically
from translit.message import Message

if TYPE_CHECKING:
    from passages.review.view import View


def _tmx(view: View, _: Speech) -> bytes:
    from passages.bitext.writing import write_tmx

    return write_tmx(_pairs(view), *view.languages)


def _xliff(view: View, _: Speech) -> bytes:
    from passages.bitext.writing import write_xliff

    return write_xliff(_pairs(view), *view.languages)


def _csv(view: View, _: Speech) -> bytes:
    from passages.bitext.writing import write_csv

    return write_csv(_pairs(view), *view.languages)


def _html(view: View, speech: Speech) -> bytes:
    from passages.review.report_html import render

    return "".join(render(view, speech)).encode("utf-8", "replace")


KINDS: tuple[tuple[str, Callable[[View, Speech], bytes]], ...] = (("tmx", _tmx), ("xliff", _xliff), ("csv", _csv), ("html", _html))
"""What a session can be exported to."""


def export(view: View, kind: str, path: Path, speech: Speech) -> Done:
    """Write the pairs of a session to a new file; see `Session.export`."""
    chosen = dict(KINDS).get(kind)
    if chosen is None:
        names = ", ".join(name for name, _ in KINDS)
        raise DocumentError(path, Message("there is no export {kind}", kind=kind), Message("name one of {names}", names=names))
    if path.resolve() == view.path.resolve():
        raise DocumentError(path, "it is the file under review", "choose another name, or save")
    try:
        data = chosen(view, speech)
    except ValueError as error:  # a text that XML cannot hold
        raise DocumentError(path, Message.of(error.args[0]), "change the text, or export a table") from error
    write_atomically(path, data)
    return Done(Message.counted("{n} pair written to {path}", "{n} pairs written to {path}", len(view), path=path))


def _pairs(view: View) -> Iterator[Pair]:
    """The pairs with the comments of the session among their notes."""
    for index in range(len(view)):
        pair = view.pair(index)
        if view.has_comments(index):
            said = tuple(noted(one.author, one.text) for one in view.comments(index))
            pair = replace(pair, notes=(*pair.notes, *(one for one in said if one not in pair.notes)))
        yield pair
