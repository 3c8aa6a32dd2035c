"""Names that have lost letters: saved in a code page that does not have them, a table says “?” in their place.

Owns what such a name looks like; that it is refused, and how it is said. A spreadsheet program writes CSV in the code page of the system where
nobody tells it otherwise: Windows-1251 has no қ, Windows-1252 no Cyrillic letter at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from glossary.errors import GlossaryError
from translit.message import Message

if TYPE_CHECKING:
    from glossary.model import Concept

_LOST = re.compile(r"\w\?\w|\?\?|\ufffd")
"""A question mark between letters, two in a row, or the sign for what could not be read. One at the end may be a name's own (Quo vadis?)."""


def refuse_lost(concepts: Iterable[Concept], source: str) -> None:
    """Let no name in that has lost letters.

    Raises:
        GlossaryError: for the first one.
    """
    for concept in concepts:
        for term in concept.terms:
            if _LOST.search(term.text):
                raise lost(term.text, source)


def lost(name: str, source: str, line: int | None = None) -> GlossaryError:
    """What is said of such a name."""
    return GlossaryError(
        source,
        line,
        Message("“{word}” has lost letters, which the encoding of the file does not have", word=name),
        Message("save the table again as CSV in UTF-8, from the one that still has them"),
    )
