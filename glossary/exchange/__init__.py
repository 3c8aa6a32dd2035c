"""Glossaries in other programs' formats: reading them, writing them, and saying first what a format cannot hold.

One file per format, one line in `FORMATS`, one contract in the tests. What is lost is never declared: what would be written is read
back and compared with what was to be said, so that `losses` is exact for any glossary. A format's module is imported when it is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from glossary.errors import GlossaryError
from glossary.exchange.comparing import differences
from glossary.exchange.reading import Options, Reading
from glossary.exchange.saving import save
from glossary.glossary import Glossary
from glossary.model import Concept
from glossary.reading import Place, read_bytes
from translit.message import Message, joined

if TYPE_CHECKING:
    from glossary.exchange.mapping import Mapping

__all__ = ["FORMATS", "Format", "Options", "Reading", "guess_mapping", "losses", "read", "read_with_remarks", "stream", "to_bytes", "write"]


@dataclass(frozen=True, slots=True)
class Format:
    """One format of glossaries."""

    name: str
    """How it is named on the command line."""
    title: str
    """How it is called in full."""
    module: str
    """The module of this package that knows it."""
    reader: str = "read"
    """The function there that reads it: `(data, place, options) -> Reading`."""
    writer: str | None = None
    """The function there that writes it: `(concepts, options, base) -> bytes`; None where it is only read."""
    suffixes: tuple[str, ...] = ()
    """File names that are taken for it."""
    streams: bool = False
    """True where its module has `stream(path, options)`, for files larger than memory should hold."""
    needs: str | None = None
    """The extra that brings a library, rdflib, which is not installed with endonym."""

    def function(self, name: str) -> Any:
        """A function of the format's module.

        Raises:
            GlossaryError: where the library that it needs is missing.
        """
        if self.needs is not None and find_spec("rdflib") is None:
            raise GlossaryError(
                self.name,
                None,
                Message("{title} needs a library that is not installed", title=self.title),
                Message("install {needs}", needs=self.needs),
            )
        return getattr(import_module(f"{__name__}.{self.module}"), name)


FORMATS: tuple[Format, ...] = (
    Format("jsonl", Message("JSON Lines, every field"), "jsonl", writer="write", suffixes=(".jsonl", ".ndjson")),
    Format("csv", Message("CSV, a term a line"), "table", writer="write_csv", suffixes=(".csv",)),
    Format("tsv", Message("TSV, a term a line"), "table", writer="write_tsv", suffixes=(".tsv", ".tab")),
    Format("xlsx", Message("XLSX workbook"), "workbook", writer="write", suffixes=(".xlsx", ".xlsm")),
    Format("tbx", Message("TBX-Basic, version 3 (DCA)"), "tbx", writer="write_basic", suffixes=(".tbx",)),
    Format("tbx-dct", Message("TBX-Basic, version 3 (DCT)"), "tbx", writer="write_basic_dct"),
    Format("tbx-min", Message("TBX-Min, version 3 (DCA)"), "tbx", writer="write_min"),
    Format("tbx-min-dct", Message("TBX-Min, version 3 (DCT)"), "tbx", writer="write_min_dct"),
    Format("tbx-2", Message("TBX-Basic, version 2"), "tbx", writer="write_version_2"),
    Format("omegat", Message("OmegaT glossary"), "omegat", writer="write", suffixes=(".utf8",)),
    Format("utx", Message("UTX 1.11"), "utx", writer="write", suffixes=(".utx",)),
    Format("weblate", Message("Weblate CSV"), "weblate", writer="write"),
    Format("multiterm", Message("MultiTerm CSV"), "multiterm", writer="write"),
    Format("po", Message("PO catalog"), "po", writer="write", suffixes=(".po", ".pot")),
    Format("skos", Message("SKOS, Turtle"), "skos", "read_turtle", "write_turtle", suffixes=(".ttl",), needs="endonym[skos]"),
    Format("skos-json", Message("SKOS, JSON-LD"), "skos", "read_json", "write_json", suffixes=(".jsonld",), needs="endonym[skos]"),
    Format("geonames", Message("GeoNames dump"), "geonames", streams=True),
    Format("openrefine", Message("OpenRefine clusters"), "openrefine", suffixes=(".json",)),
)
"""Every format; another one is a file, a line here, and a sample in the contract's tests."""


def format_of(path: str | Path, name: str | None = None, *, writing: bool = False) -> Format:
    """The format of that name, or the one that a file's name shows.

    Raises:
        GlossaryError: where there is no such format, or it is not written.
    """
    suffix = Path(path).suffix.casefold()
    found = next((one for one in FORMATS if (one.name == name if name is not None else suffix in one.suffixes)), None)
    names = ", ".join(one.name for one in FORMATS if one.writer is not None or not writing)
    if found is None:
        problem = Message("there is no format “{name}”", name=name) if name is not None else "its name does not show its format"
        raise GlossaryError(str(path), None, problem, Message("name one with --format: {names}", names=names))
    if writing and found.writer is None:
        raise GlossaryError(
            str(path),
            None,
            Message("{title} is read, but not written", title=found.title),
            Message("name one with --format: {names}", names=names),
        )
    return found


def read(path: str | Path, format: str | None = None, mapping: Mapping | None = None, languages: tuple[str, str] | None = None) -> Glossary:
    """The glossary in a file.

    Raises:
        GlossaryError: naming file, line and remedy, for the first fault found.
    """
    return Glossary(read_with_remarks(path, format, mapping, languages).concepts)


def read_with_remarks(
    path: str | Path, format: str | None = None, mapping: Mapping | None = None, languages: tuple[str, str] | None = None
) -> Reading:
    """What `read` gives, with what was settled or left aside on the way."""
    chosen = format_of(path, format)
    if chosen.streams:
        return Reading(tuple(stream(path, format, languages)))
    return chosen.function(chosen.reader)(read_bytes(Path(path)), Place(str(path)), Options(mapping, languages))


def stream(path: str | Path, format: str | None = None, languages: tuple[str, str] | None = None) -> Iterator[Concept]:
    """The concepts of a file one by one; for the formats of gazetteers without holding the file in memory.

    Raises:
        GlossaryError: as `read` does, at the concept where the fault is.
    """
    chosen = format_of(path, format)
    if chosen.streams:
        return chosen.function("stream")(Path(path), Options(languages=languages))
    return iter(read_with_remarks(path, format, languages=languages).concepts)


def guess_mapping(path: str | Path, format: str | None = None) -> Mapping | None:
    """What the columns of a table or workbook are taken for, to be shown, corrected (`Mapping.corrected`) and given to `read`."""
    chosen = format_of(path, format)
    data, place = read_bytes(Path(path)), Place(str(path))
    if chosen.module == "workbook":
        return chosen.function("guessed")(data, place)
    if chosen.module == "table":
        from glossary.table_text import records_of

        return chosen.function("guess_mapping")(records_of(data, place))
    return None


def losses(glossary: Glossary, format: str, languages: tuple[str, str] | None = None) -> list[str]:
    """What the format cannot hold of a glossary, a line for each kind of loss with its count and examples; empty where it holds all.

    Raises:
        GlossaryError: where the format cannot say the glossary at all.
    """
    return _through(glossary.concepts, format_of("export", format, writing=True), "export", Options(languages=languages), None)[1]


def to_bytes(glossary: Glossary, format: str, languages: tuple[str, str] | None = None) -> bytes:
    """The glossary in a format, whatever it loses there."""
    return _through(glossary.concepts, format_of("export", format, writing=True), "export", Options(languages=languages), None)[0]


def write(
    glossary: Glossary, path: str | Path, format: str | None = None, *, lossy: bool = False, languages: tuple[str, str] | None = None
) -> list[str]:
    """Write the glossary to a file, whole or not at all; what was lost.

    Over a TBX file of the same dialect, its header and the elements that a glossary has no place for are kept.

    Raises:
        GlossaryError: where something would be lost and `lossy` is false, or the file cannot be written.
    """
    chosen = format_of(path, format, writing=True)
    target = Path(path)
    base = read_bytes(target) if chosen.module == "tbx" and target.exists() and target.stat().st_size else None
    data, lost = _through(glossary.concepts, chosen, str(path), Options(None, languages, str(path)), base)
    if lost and not lossy:
        raise GlossaryError(
            str(path),
            None,
            Message("{title} cannot hold all of it: {lost}", title=chosen.title, lost=joined("; ", lost)),
            "accept that with --lossy, or choose another format",
        )
    save(target, data)
    return lost


def _through(concepts: Iterable[Concept], format: Format, source: str, options: Options, base: bytes | None) -> tuple[bytes, list[str]]:
    """A glossary in a format, and what is missing when it is read back."""
    said = tuple(concepts)
    if not said:
        raise GlossaryError(source, None, "there is nothing to write: the glossary is empty", "import names first")
    try:
        data: bytes = format.function(format.writer or "")(said, options, base)
    except (ValueError, UnicodeError) as error:
        raise GlossaryError(
            source,
            None,
            Message("{title} cannot be written: {why}", title=format.title, why=error),
            "remove that character, or choose another format",
        ) from None
    again: Reading = format.function(format.reader)(data, Place(source), options)
    return data, differences(said, again.concepts)
