"""The sure fixes of checked files: which they are, and the bytes of a file that has them.

Sure is what has exactly one fix and is an error, or a matter of spaces and quotation marks: what remains is for a reviewer. Nothing is written
here; who writes the bytes does it as a run (`passages/runs.py`), and the proofs of `Bitext.to_bytes` and `Document.to_bytes` have been made.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from glossary.findings import Edit, Severity, apply_edits
from passages.bitext import Bitext, open_bitext
from passages.checks.model import PairFinding
from passages.checks.running import CheckedFile, Told
from passages.document import Document, open_document
from passages.errors import DocumentError
from passages.pair import PairChange
from translit.message import Message
from translit.values import value

_SURE = frozenset(("space-at-end", "double-space", "mangled-quote"))
"""Checks whose one fix changes no word."""


@value
class Mended:
    """A file with its sure fixes."""

    read: Bitext | Document
    """The file as it was read."""
    data: bytes
    """What is to be written."""
    fixes: int
    """How many were made."""


def is_sure(finding: PairFinding) -> bool:
    """Whether a finding has one fix that needs no judgement."""
    return len(finding.fixes) == 1 and (finding.severity is Severity.ERROR or finding.code in _SURE)


def mended(file: CheckedFile) -> Mended | None:
    """A checked file with its sure fixes made; None where it has none. Of two fixes that touch each other the first is made, a later run sees the rest.

    Raises:
        DocumentError: where the file can no longer be read, is another by now, or cannot hold a fix.
    """
    sure = [told for told in file.findings if is_sure(told.finding)]
    if not sure:
        return None
    return _pairs(file, sure) if file.source_language is not None else _text(file, sure)


def _pairs(file: CheckedFile, sure: Sequence[Told]) -> Mended:
    bitext = open_bitext(
        file.path, encoding=file.encoding, format=file.format, source_language=file.source_language, target_language=file.target_language
    )
    by_key: dict[str, list[Told]] = {}
    for told in sure:
        by_key.setdefault(told.key, []).append(told)
    changes: dict[str, PairChange] = {}
    count = 0
    for pair in bitext.pairs:
        found = by_key.pop(pair.key, None)
        if found is None:
            continue
        if pair.target != found[0].target:
            raise _changed(file)
        edits, made = _apart(told.finding for told in found)
        target = apply_edits(pair.target, edits)
        if bitext.text_fault(pair, target) is None:
            changes[pair.key] = PairChange(target=target)
            count += made
    if by_key:
        raise _changed(file)
    return Mended(bitext, bitext.to_bytes(changes), count)


def _text(file: CheckedFile, sure: Sequence[Told]) -> Mended:
    document = open_document(file.path, encoding=file.encoding, format=file.format)
    by_place: dict[int, list[Told]] = {}
    for told in sure:
        by_place.setdefault(told.begins, []).append(told)
    edits: list[Edit] = []
    count = 0
    for begins, found in by_place.items():
        if document.text[begins : begins + len(found[0].target)] != found[0].target:
            raise _changed(file)
        chosen, made = _apart(told.finding for told in found)
        edits += (Edit(begins + edit.start, begins + edit.end, edit.replacement) for edit in chosen)
        count += made
    return Mended(document, document.to_bytes(edits), count)


def _apart(findings: Iterator[PairFinding]) -> tuple[list[Edit], int]:
    """The edits of those fixes that touch none before them, and how many fixes that are."""
    taken: list[Edit] = []
    made = 0
    for finding in findings:
        edits = finding.fixes[0].edits
        if not any(edit.start <= other.end and other.start <= edit.end for edit in edits for other in taken):
            taken += edits
            made += 1
    return sorted(taken, key=lambda edit: edit.start), made


def _changed(file: CheckedFile) -> DocumentError:
    return DocumentError(file.path, "it has changed since it was read", "run the command again")


def changed_lines(one: Mended) -> tuple[Document, list[Edit]]:
    """The file's text and the edits, whole lines each, that make the new text of it: what `passages.diff.unified` shows."""
    encoding = one.read.encoding
    old, new = (data.decode(encoding).removeprefix("\ufeff") for data in (one.read.data, one.data))
    mark = codecs.BOM_UTF8 if one.read.data.startswith(codecs.BOM_UTF8) else b""
    ours, theirs = old.splitlines(keepends=True), new.splitlines(keepends=True)
    places = [0]
    for line in ours:
        places.append(places[-1] + len(line))
    edits = [
        Edit(places[start], places[end], "".join(theirs[begin:stop]))
        for kind, start, end, begin, stop in SequenceMatcher(None, ours, theirs).get_opcodes()
        if kind != "equal"
    ]
    return Document(Path(one.read.path), one.read.format, encoding, old, (), one.read.data, mark), edits


def refusal(files: int) -> Message:
    """Why nothing is written where some files could not be read."""
    return Message.counted(
        "nothing was mended, for {n} file could not be read", "nothing was mended, for {n} files could not be read", files
    )
