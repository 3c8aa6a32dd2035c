"""The main job, without a screen: find the documents, examine each, and (if asked) write the edits as one recorded run.

Owns the order of the steps: everything is read and judged before the first byte is written, so that one bad file
means that nothing is written at all. Printing is the reporters' and the command line's; judging is the normalizer's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from glossary.errors import GlossaryError
from glossary.findings import Edit
from glossary.normalizer import Passage, examine
from glossary.policy import Policy
from passages.document import Document, open_document
from passages.errors import DocumentError
from passages.languages import guess_language
from passages.reports.model import Failure, FileReport, Mode, Named, Report, Skipped, locate
from passages.walk import Found, walk
from translit.message import Message
from translit.values import value

if TYPE_CHECKING:
    from glossary.lexicon import Lexicon


@value
class Selection:
    """Which files, and how to read them."""

    paths: tuple[str, ...]
    """Files and folders, as the user named them."""
    include: tuple[str, ...] = ()
    """Globs: of the files in folders, only these; empty for the default."""
    exclude: tuple[str, ...] = ()
    """Globs: none of these."""
    encoding: str | None = None
    """The encoding of all of them; None to recognise each."""
    language: str | None = None
    """BCP 47 subtag of the language of all of them; None to guess each."""


@value
class Change:
    """A document with the edits its findings ask for."""

    document: Document
    """The document as it was read."""
    edits: tuple[Edit, ...]
    """At least one; in code points of the document's text."""


@value
class Examined:
    """What one pass over the documents found: what to tell and what to change. Nothing is written yet."""

    files: tuple[FileReport, ...]
    """The files read, in the order they were met."""
    changes: tuple[Change, ...]
    """Those with an edit, in the same order."""
    skipped: tuple[Skipped, ...]
    """Those passed over."""
    failures: tuple[Failure, ...]
    """Those that could not be read."""
    concepts: tuple[Named, ...]
    """The concepts the findings speak of."""
    conflicts: tuple[str, ...]
    """What two glossaries say differently and which won."""


def examine_files(
    selection: Selection,
    lexicon_for: Callable[[str, str], Lexicon],
    policy: Policy,
    progress: Callable[[str], None] | None = None,
    *,
    digests: bool = True,
) -> Examined:
    """Read and judge every document of the selection; change nothing.

    `lexicon_for` gives the compiled glossary for a language and a text in it, `progress` is told each path before it is read;
    `digests` says whether the files' SHA-256 is wanted.

    Raises:
        DocumentError: for a path that does not exist or a folder that cannot be listed.
        GlossaryError: for a glossary that cannot be used.
    """
    files: list[FileReport] = []
    changes: list[Change] = []
    skipped: list[Skipped] = []
    failures: list[Failure] = []
    named: dict[str, Named] = {}
    conflicts: dict[str, None] = {}
    for document in opened(selection, skipped, failures, progress):
        language = selection.language or guess_language(document.text)
        lexicon = lexicon_for(language, document.text)
        conflicts.update(dict.fromkeys(lexicon.notes))
        if selection.language is not None and not lexicon.columns.term_text:
            raise GlossaryError(
                "--lang", None, Message("no glossary has names in {language!r}", language=language), "give a code such as en, ru or kk"
            )
        findings = examine(_passages(document), lexicon, policy, language)
        for finding in findings:
            if finding.concept not in named:
                card = lexicon.concept(finding.concept)
                named[finding.concept] = Named(card.id, card.label, card.kind, card.note)
        edits = tuple(edit for finding in findings for edit in finding.edits)
        if edits:
            changes.append(Change(document, edits))
            if not document.encoding.startswith("utf"):
                # Better said now than by --write: the encoding may lack a letter of the right name.
                failures += rewritten(changes[-1:])[1]
        located = locate(document.text, findings)
        files.append(
            FileReport(str(document.path), document.format, document.encoding, language, located, document.digest if digests else None)
        )
    return Examined(tuple(files), tuple(changes), tuple(skipped), tuple(failures), tuple(named.values()), tuple(conflicts))


def opened(
    selection: Selection, skipped: list[Skipped], failures: list[Failure], progress: Callable[[str], None] | None = None
) -> Iterator[Document]:
    """Every document of a selection that can be read whole, one at a time, in the order they are met.

    What is passed over is added to `skipped`, what cannot be read to `failures`; `progress` is told each path before it is read.

    Raises:
        DocumentError: for a path that does not exist or a folder that cannot be listed.
    """
    for item in walk(selection.paths, include=selection.include, exclude=selection.exclude):
        if not isinstance(item, Found):
            skipped.append(Skipped(str(item.path), item.reason))
            continue
        if progress is not None:
            progress(str(item.path))
        try:
            document = open_document(item.path, encoding=selection.encoding)
        except DocumentError as error:
            failures.append(Failure(error.path, error.problem, error.remedy))
        else:
            yield document


def _passages(document: Document) -> list[Passage]:
    return [Passage(segment.text, segment.start, segment.protected) for segment in document.segments]


def rewritten(changes: Iterable[Change]) -> tuple[list[tuple[Change, bytes]], list[Failure]]:
    """The new bytes of each changed document, and those that cannot be had because an encoding lacks a character."""
    ready: list[tuple[Change, bytes]] = []
    failures: list[Failure] = []
    for change in changes:
        try:
            ready.append((change, change.document.to_bytes(change.edits)))
        except DocumentError as error:
            failures.append(Failure(error.path, error.problem, error.remedy))
    return ready, failures


def write_changes(examined: Examined, note: str) -> tuple[str | None, Examined]:
    """Write every change as one recorded run; gives the run's id (None: nothing to write) and what was examined, files marked as written.

    Nothing is written where a file could not be read, or one of the changes cannot be encoded: the failures then say so.

    Raises:
        DocumentError: where a file cannot be written or has changed since it was read; the message names the run, whose record says which files are new.
    """
    from dataclasses import replace

    from passages.runs import write_run

    if examined.failures:
        return None, examined
    ready, failures = rewritten(examined.changes)
    if failures:
        return None, replace(examined, failures=tuple(failures))
    if not ready:
        return None, examined
    run = write_run([(change.document, data) for change, data in ready], note=note)
    done = {str(change.document.path) for change, _ in ready}
    return run, replace(examined, files=tuple(replace(file, written=file.path in done) for file in examined.files))


def report(examined: Examined, *, version: str, policy: Policy, mode: Mode, glossaries: Sequence[str], run: str | None = None) -> Report:
    """What the reporters print."""
    return Report(
        version=version,
        files=examined.files,
        skipped=examined.skipped,
        failures=examined.failures,
        concepts=examined.concepts,
        glossaries=tuple(glossaries),
        conflicts=examined.conflicts,
        policy=policy,
        mode=mode,
        run=run,
    )
