"""The checks of whole files: each read as pairs or, where it is no bilingual file, as a text of one language, and what they tell, as plain data.

Owns which file is read how and in which languages; prints nothing and changes nothing. One file that cannot be read is a failure of that
file, and the others are checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.findings import Severity
from glossary.locale_names import Locale
from passages.bitext import FORMATS, format_of, open_bitext
from passages.checks import check_pairs, check_text
from passages.checks.context import CheckContext
from passages.checks.model import PairFinding
from passages.document import open_document
from passages.errors import DocumentError
from passages.formats import FORMATS as DOCUMENTS
from passages.languages import guess_language
from passages.pair import Side
from passages.reports.lines import LineIndex
from passages.reports.model import Failure, Skipped
from passages.walk import Found, walk
from translit.values import value

if TYPE_CHECKING:
    from glossary.lexicon import Lexicon

_SAMPLE = 300  # pairs whose texts tell the language of a side
_HEAD = 4096  # bytes by which a file without a suffix shows its format
_NAMED_ONLY = frozenset((".csv", ".tsv", ".tab", ".pot"))
"""Suffixes that a folder has for other things than translations: such files must be named or included."""


@value
class Told:
    """A finding and where it stands in its file."""

    finding: PairFinding
    """What is said."""
    line: int | None
    """The line of the file, from 1: that of the finding in a text, that where the target begins in a file of pairs; None where none is known."""
    column: int | None
    """The code point in that line, from 1; None in a file of pairs."""
    key: str
    """The pair's key; empty in a text."""
    source: str
    """The original; empty in a text."""
    target: str
    """The translation, or the passage of a text."""
    begins: int = 0
    """The code point of a text's file that its passage begins with; 0 in a file of pairs."""


@value
class CheckedFile:
    """One file that was checked."""

    path: str
    """As the user named it, or as it was found below a folder the user named."""
    format: str
    """po, xliff, tmx, csv, text, markdown …"""
    encoding: str
    """The encoding by Python's name."""
    source_language: str | None
    """BCP 47 tag of the originals; None for a text of one language."""
    target_language: str
    """BCP 47 tag of the translations or of the text."""
    passages: int
    """How many pairs or passages were looked at."""
    findings: tuple[Told, ...] = ()
    """In the order of the file."""


@value
class CheckReport:
    """Everything one run of the checks has to tell."""

    version: str
    """endonym's version."""
    files: tuple[CheckedFile, ...] = ()
    """The files read, in the order they were met; those without a finding too."""
    skipped: tuple[Skipped, ...] = ()
    """The files passed over."""
    failures: tuple[Failure, ...] = ()
    """The files that could not be read."""
    glossaries: tuple[str, ...] = ()
    """The glossaries used, in their order."""
    fails: bool = True
    """Whether an error or a warning ends the command with status 1."""

    @property
    def findings(self) -> Iterator[PairFinding]:
        """All findings, file by file."""
        return (told.finding for file in self.files for told in file.findings)

    def count(self, severity: Severity) -> int:
        """How many findings are so bad."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def exit_status(self) -> int:
        """2 where a file could not be read, 1 where there is an error or a warning and these are to fail, else 0."""
        if self.failures:
            return 2
        return int(self.fails and any(finding.severity is not Severity.NOTE for finding in self.findings))


@value
class Chosen:
    """Which files, and how to read them."""

    paths: tuple[str, ...]
    """Files and folders, as the user named them."""
    include: tuple[str, ...] = ()
    """Globs: of the files in folders, only these; empty for the suffixes of bilingual files and documents."""
    exclude: tuple[str, ...] = ()
    """Globs: none of these."""
    encoding: str | None = None
    """The encoding of all of them; None to go by each file."""
    source_language: str | None = None
    """BCP 47 tag of the originals; None to go by the file."""
    target_language: str | None = None
    """BCP 47 tag of the translations and texts; None to go by the file."""


def check_files(
    chosen: Chosen,
    settings: CheckContext,
    lexicon: Callable[[str, str], Lexicon] | None,
    progress: Callable[[str], None] | None = None,
) -> tuple[list[CheckedFile], list[Skipped], list[Failure]]:
    """Read and check every file; `lexicon` gives the names of a language that a text is searched with, None checks no names.

    `settings` has everything but languages and names; `progress` is told each path before it is read.

    Raises:
        DocumentError: for a path that does not exist or a folder that cannot be listed.
        GlossaryError: for a glossary that cannot be used.
    """
    files: list[CheckedFile] = []
    skipped: list[Skipped] = []
    failures: list[Failure] = []
    for item in walk(chosen.paths, include=chosen.include or _patterns(), exclude=chosen.exclude):
        if not isinstance(item, Found):
            skipped.append(Skipped(str(item.path), item.reason))
            continue
        if progress is not None:
            progress(str(item.path))
        try:
            files.append(_checked(item.path, chosen, settings, lexicon))
        except DocumentError as error:
            failures.append(Failure(error.path, error.problem, error.remedy))
    return files, skipped, failures


def _patterns() -> tuple[str, ...]:
    suffixes = {suffix for one in (*FORMATS, *DOCUMENTS) for suffix in one.suffixes} - _NAMED_ONLY
    return tuple(f"*{suffix}" for suffix in sorted(suffixes))


def _checked(path: Path, chosen: Chosen, settings: CheckContext, lexicon: Callable[[str, str], Lexicon] | None) -> CheckedFile:
    if _is_bitext(path):
        return _checked_pairs(path, chosen, settings, lexicon)
    return _checked_text(path, chosen, settings)


def _is_bitext(path: Path) -> bool:
    """Whether a file is one of pairs; what cannot be read is left to the document's error."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        head = b""
    return format_of(path, b"" if any(path.suffix.lower() in one.suffixes for one in DOCUMENTS) else head) is not None


def _checked_pairs(path: Path, chosen: Chosen, settings: CheckContext, lexicon: Callable[[str, str], Lexicon] | None) -> CheckedFile:
    bitext = open_bitext(path, encoding=chosen.encoding, source_language=chosen.source_language, target_language=chosen.target_language)
    pairs = list(bitext.pairs)
    sample = pairs[:_SAMPLE]
    source = bitext.source_language or guess_language("\n".join(pair.source for pair in sample))
    target = bitext.target_language or guess_language("\n".join(pair.target for pair in sample))
    context = replace(settings, source_language=source, target_language=target)
    if lexicon is not None:
        context = replace(
            context,
            source_lexicon=lexicon(Locale.of(source).language, "\n".join(pair.source for pair in pairs)),
            target_lexicon=lexicon(Locale.of(target).language, "\n".join(pair.target for pair in pairs)),
        )
    found = tuple(
        Told(finding, pair.line, None, pair.key, pair.source, pair.target)
        for index, finding in check_pairs(pairs, context)
        for pair in (pairs[index],)
    )
    return CheckedFile(str(path), bitext.format, bitext.encoding, source, target, len(pairs), found)


def _checked_text(path: Path, chosen: Chosen, settings: CheckContext) -> CheckedFile:
    """A file in one language: the checks that need no original, passage by passage. Names in it are `endonym normalize`'s."""
    document = open_document(path, encoding=chosen.encoding)
    language = chosen.target_language or guess_language(document.text)
    context = replace(settings, source_language=language, target_language=language)
    lines = LineIndex(document.text)
    found: list[Told] = []
    for segment in document.segments:
        for finding in check_text(segment.text, context, segment.protected):
            place = lines.position(segment.start + finding.start)
            found.append(Told(finding, place.line, place.column, "", "", segment.text, segment.start))
    return CheckedFile(str(path), document.format, document.encoding, None, language, len(document.segments), tuple(found))


def around(told: Told, reach: int = 60) -> tuple[str, str, str]:
    """What a finding speaks of, with what stands before and behind it on its side, at most `reach` code points each; no marks for a whole text."""
    finding = told.finding
    text = told.source if finding.side is Side.SOURCE else told.target
    if finding.end == 0 and finding.start == 0:
        return _cut(text, 2 * reach), "", ""
    start, end = max(0, finding.start - reach), min(len(text), finding.end + reach)
    before = ("…" if start else "") + text[start : finding.start]
    return before, text[finding.start : finding.end], text[finding.end : end] + ("…" if end < len(text) else "")


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[:most] + "…"


def counted(files: Sequence[CheckedFile]) -> tuple[int, int]:
    """How many passages were looked at, and in how many files something was found."""
    return sum(file.passages for file in files), sum(bool(file.findings) for file in files)
