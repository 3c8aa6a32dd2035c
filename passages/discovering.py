"""Discovery over files, without a screen: find the documents, read each whole, gather its names.

Owns the order of the steps. A file that cannot be read is reported and left out: nothing is written here, so the others are told all the same.
Which names there are is for `glossary.discover_families` to say; printing is the reporters'.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from glossary.discover_decisions import Decisions
from glossary.discover_families import discover
from glossary.discover_model import Discovery
from glossary.discover_names import Texts
from glossary.glossary import Glossary
from passages.document import Document
from passages.languages import guess_language
from passages.normalizing import Selection, opened
from passages.reports.model import Failure, Skipped
from translit.values import value

_PROTECTED = "\ufffc"
"""What stands for code and addresses: no word, no space, no end of a sentence (U+FFFC, object replacement character)."""


@value
class Discovered:
    """What one pass over the documents found."""

    discovery: Discovery
    """The names."""
    skipped: tuple[Skipped, ...]
    """Files passed over."""
    failures: tuple[Failure, ...]
    """Files that could not be read."""


def discover_files(
    selection: Selection,
    glossary: Glossary | None = None,
    decisions: Decisions | None = None,
    progress: Callable[[str], None] | None = None,
) -> Discovered:
    """The names of all documents of a selection; `progress` is told each path before it is read.

    Raises:
        DocumentError: for a path that does not exist or a folder that cannot be listed.
    """
    texts = Texts()
    skipped: list[Skipped] = []
    failures: list[Failure] = []
    for document in opened(selection, skipped, failures, progress):
        texts.add(str(document.path), _passages(document), selection.language or guess_language(document.text))
    return Discovered(discover(texts, glossary, decisions, selection.language or "en"), tuple(skipped), tuple(failures))


def _passages(document: Document) -> Iterator[str]:
    """The segments of a document, their protected parts out of sight."""
    for segment in document.segments:
        parts: list[str] = []
        at = 0
        for start, end in segment.protected:
            parts += (segment.text[at:start], _PROTECTED)
            at = end
        parts.append(segment.text[at:])
        yield "".join(parts)
