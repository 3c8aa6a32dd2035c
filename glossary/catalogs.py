"""The gettext catalogs that a glossary drives: build, check, update, compile. The public face; nothing here writes a file.

Each function takes text or bytes that somebody has read and gives back findings or bytes that somebody may write; where they go, and how
they can be taken back, is decided above. The formats are `po_scanner`, `po_writer` and `mo_writer`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from glossary.catalog_build import LANGUAGES, build
from glossary.catalog_check import check_catalog
from glossary.catalog_merge import Merged, merge
from glossary.findings import Finding, Severity
from glossary.mo_writer import compiled
from glossary.po_scanner import Catalog, read_catalog, scan
from translit.message import Message

if TYPE_CHECKING:
    from glossary.lexicon import Lexicon
    from glossary.speech import Speech

__all__ = [
    "LANGUAGES",
    "Catalog",
    "Checked",
    "Merged",
    "build",
    "catalog_files",
    "check_catalog",
    "check_file",
    "compiled",
    "merge",
    "read_catalog",
    "scan",
    "summary",
]


@dataclass(frozen=True, slots=True)
class Checked:
    """A catalog and what is wrong with its names."""

    catalog: Catalog
    """The catalog as it was read."""
    findings: tuple[Finding, ...]
    """In the file's order; offsets and edits are code points of `catalog.text`."""

    @property
    def failed(self) -> bool:
        """Whether `--check` is to fail: an error or a warning is among the findings."""
        return any(one.severity is not Severity.NOTE for one in self.findings)

    def fixed(self) -> bytes:
        """The file's bytes with every edit made; the identical bytes where there is none.

        Raises:
            GlossaryError: for a name that the catalog's charset cannot hold.
        """
        return self.catalog.spliced(edit for finding in self.findings for edit in finding.edits)

    def lines(self) -> Iterator[str]:
        """The findings as lines of text: `ru.po:12: misspelling: …`."""
        for one in self.findings:
            where = {"path": self.catalog.source, "line": self.catalog.line(one.start), "code": one.code, "message": one.message}
            if one.edits:
                yield Message("{path}:{line}: {code}: {message} ({reason})\n", **where, reason=one.reason)
            elif one.code == "missing-name":
                yield Message("{path}:{line}: {code}: {message} (not changed by --fix)\n", **where)
            else:
                yield Message("{path}:{line}: {code}: {message} ({reason}; not changed by --fix)\n", **where, reason=one.reason)


def check_file(
    path: str | Path, lexicon: Callable[[str], Lexicon], *, language: str | None = None, original: str = "en", fuzzy: bool = False
) -> Checked:
    """A PO file held against a glossary, by the lexicon of each language (`Sources.lexicon`).

    Raises:
        GlossaryError: where it cannot be read whole, or nothing says which language it is in.
    """
    catalog = read_catalog(path)
    return Checked(catalog, check_catalog(catalog, lexicon, language=language, original=original, fuzzy=fuzzy))


def catalog_files(paths: Iterable[str | Path]) -> Iterator[Path]:
    """The files named, and the `.po` files of the folders named, in order."""
    for path in map(Path, paths):
        if path.is_dir():
            yield from sorted(path.rglob("*.po"))
        else:
            yield path


def summary(checked: Sequence[Checked], speech: Speech) -> str:
    """How many catalogs were checked and how many names are wrong, as one line in the user's language."""
    wrong = sum(one.severity is not Severity.NOTE for each in checked for one in each.findings)
    mended = sum(bool(one.edits) for each in checked for one in each.findings)
    parts = [speech.count("{n} catalog checked", "{n} catalogs checked", len(checked))]
    if wrong:
        parts.append(speech.count("{n} name is wrong or missing", "{n} names are wrong or missing", wrong))
    if mended:
        parts.append(speech.count("{n} of them can be put right by --fix", "{n} of them can be put right by --fix", mended))
    return "; ".join(parts) + "."
