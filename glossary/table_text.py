"""From the bytes of a spreadsheet's export to rows of cells: encoding, delimiter, header, line numbers.

Owns how a table is written; what its cells mean is `load_table`. A table that cannot be read whole is refused.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from glossary import fields
from glossary.reading import Place, read_bytes
from translit.message import Message, joined

DELIMITERS = ",;\t|"
"""What may separate cells. The bar is there for exports; in a cell it separates variants."""

HEADERS: dict[str, tuple[str, ...]] = {
    "concept": ("id", "concept id", "entry", "entry id", "концепт", "понятие", "код"),
    "kind": ("category", "вид", "категория"),
    "language": ("lang", "locale", "язык"),
    "script": ("письмо", "письменность"),
    "term": ("name", "spelling", "термин", "имя", "название", "написание"),
    "preferred": (
        "preferred term",
        "use",
        "canonical",
        "correct",
        "предпочтительный",
        "предпочтительное",
        "предпочтительный термин",
        "правильно",
        "верно",
    ),
    "variants": (
        *("variant", "instead of", "avoid", "wrong", "wrong spellings", "wrong spelling", "other spellings", "misspellings", "misspelling"),
        *("варианты", "вариант", "неверно", "неправильно", "вместо", "неверные написания", "другие написания", "нұсқалары", "қате"),
    ),
    "status": ("статус",),
    "type": ("term type", "тип"),
    "replacement": ("replace with", "замена", "заменить на"),
    "from": ("valid from", "since", "с", "от"),
    "until": ("valid until", "to", "по", "до"),
    "case": ("case rule", "регистр"),
    "needs": ("needs nearby", "рядом"),
    "excludes": ("not nearby", "не рядом"),
    "forms": ("form", "формы", "форма"),
    "weak": ("weak name", "слабое", "слабое имя"),
    "note": ("notes", "comment", "comments", "примечание", "примечания", "комментарий"),
    "source": ("sources", "источник", "источники"),
}
"""The columns, and what else a header may call them; case, spaces, hyphens and underscores do not count."""

_COLUMN_OF = {header: column for column, others in HEADERS.items() for header in (column, *others)}
_MAGIC = {
    b"PK\x03\x04": Message("is a workbook or an archive"),
    b"\xd0\xcf\x11\xe0": Message("is an old Excel workbook"),
    b"%PDF": Message("is a PDF document"),
    b"SQLite format 3\x00": Message("is a SQLite database"),
}
_HEADER = 100_000  # code points of a first line that are looked at: a reader of CSV takes no longer cell
_DECLARED = re.compile(r'"?sep=(?P<delimiter>[,;\t|])"?[ ]*(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
_TELLTALE = frozenset("ЂЃѓЉЊЌЋЏђљњќћџ†‡‰¤¦§©®¬¶±‹›")
"""What stands in a table read as windows-1251 that is really in a code page of DOS or the old Macintosh."""
_LONG = "`term` with `concept` or `preferred`"
_WIDE = "`preferred` and `variants`"


Record = tuple[int, list[str]]
"""The line a record begins on, from 1, and its cells as they stand."""


@dataclass(frozen=True, slots=True)
class Row:
    """One record of a table."""

    place: Place
    """The file and the line the record begins on."""
    cells: Mapping[str, str]
    """The cells that are not empty, stripped, by column."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header has been understood."""

    place: Place
    """The file, and the line of its header."""
    columns: tuple[str, ...]
    """The columns it has, in the words of `HEADERS`."""
    rows: Iterator[Row]
    """Its records, read as they are asked for; lines without any cell in one of the columns are left out."""


def read_table(path: Path) -> Table:
    """The table in a file.

    Raises:
        GlossaryError: here for the file, its encoding and its header; from `rows` for a broken record.
    """
    place = Place(str(path))
    return table_of(records_of(read_bytes(path), place), place)


def records_of(data: bytes, place: Place) -> Iterator[Record]:
    """The records in the bytes of a table, each with the line it begins on; the header is the first that has a cell.

    Raises:
        GlossaryError: here for the encoding, from the iterator for a broken record.
    """
    text = decode(data, place)
    # Excel writes the delimiter it used into a first line of its own.
    declared = _DECLARED.match(text)
    text = text[declared.end() :] if declared is not None else text
    delimiter = declared["delimiter"] if declared is not None else _delimiter(text, place.source)
    return _records(text, delimiter, place, skipped=0 if declared is None else 1)


def table_of(records: Iterator[Record], place: Place) -> Table:
    """The table whose records these are.

    Raises:
        GlossaryError: for a header that is none.
    """
    for line, cells in records:
        if any(cell.strip() for cell in cells):
            here = place.at(line)
            columns = _columns(cells, here)
            return Table(here, tuple(column for column in columns if column), _rows(records, columns, place))
    raise place.fault("has no header", "begin with a line that names the columns, such as preferred,variants")


def decode(data: bytes, place: Place) -> str:
    """The text of a table in UTF-8, UTF-16, or, where the letters make it plain, an older encoding of Cyrillic.

    Raises:
        GlossaryError: where the bytes are no text, or no encoding explains them.
    """
    for magic, problem in _MAGIC.items():
        if data.startswith(magic):
            raise place.fault(Message("{problem}, not a table of text", problem=problem), "export it as CSV (UTF-8)")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            raise place.fault("begins as UTF-16 but does not go on so", "save it again as UTF-8") from None
    if b"\x00" in data:
        return _utf16_without_mark(data, place)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        bad = error.start
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=["cp1251", "koi8_r", "cp1252"]).best()
    if best is None or not _is_text(str(best)) or _TELLTALE & set(str(best)):
        line = data.count(b"\n", 0, bad) + 1
        raise place.at(line).fault("is not UTF-8 and no other encoding explains it", "save it as UTF-8")
    return str(best)


def _utf16_without_mark(data: bytes, place: Place) -> str:
    """Text in UTF-16 that lacks its byte order mark: the zeros of its delimiters and line ends then stand on one side only."""
    for codec, no_zeros in (("utf-16-le", data[0::2]), ("utf-16-be", data[1::2])):
        if b"\x00" in no_zeros:
            continue
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            return text
    raise place.fault("is binary, not a table of text", "export it as CSV (UTF-8)")


def _is_text(text: str) -> bool:
    return not any(ord(character) < 32 and character not in "\t\r\n\x0b\x0c" for character in text)


def _delimiter(text: str, source: str) -> str:
    """The delimiter by which most cells of the header are known; the commonest where that decides nothing."""
    header = next((line for line in islice(io.StringIO(text, newline=""), 50) if line.strip()), ",").rstrip("\r\n")[:_HEADER]
    usual = "\t" if source.casefold().endswith((".tsv", ".tab")) else ","

    def fitness(delimiter: str) -> tuple[int, int, bool]:
        cells = next(csv.reader([header], delimiter=delimiter))
        return sum(column_of(cell) is not None for cell in cells), len(cells), delimiter == usual

    return max(DELIMITERS, key=fitness)


def _records(text: str, delimiter: str, place: Place, skipped: int) -> Iterator[Record]:
    """Each record with the line it begins on."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    before = skipped
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            problem = (
                "a quotation mark is opened and never closed"
                if "unexpected end" in str(error)
                else Message("is not a proper table: {why}", why=error)
            )
            raise place.at(before + 1).fault(problem, 'write a quotation mark within a cell twice (""), and quote the whole cell') from None
        yield before + 1, cells
        before = skipped + reader.line_num


def _columns(cells: list[str], place: Place) -> list[str | None]:
    """What each column of the header is; None for one that is nothing to a glossary."""
    columns: list[str | None] = []
    for cell in cells:
        column = column_of(cell)
        if column is None and (near := fields.nearest(_named(cell), _COLUMN_OF)) is not None:
            raise place.fault(
                Message("unknown column “{word}”", word=cell.strip()),
                Message("did you mean “{near}”? write so, or give the column a name of its own", near=near),
            )
        if column is not None and column in columns:
            raise place.fault(
                Message("two columns are “{column}” (“{word}” is the second)", column=column, word=cell.strip()), "remove one of them"
            )
        columns.append(column)
    found = {column for column in columns if column is not None}
    if "term" in found:
        if "variants" in found:
            raise place.fault(
                "the header has both `term` and `variants`",
                Message("write one term a line ({long}) or all variants of one ({wide})", long=_LONG, wide=_WIDE),
            )
        if not found & {"concept", "preferred"}:
            raise place.fault("the header has `term` but neither `concept` nor `preferred`", "add one of them, to say which name a term is")
    elif not {"preferred", "variants"} <= found:
        seen = joined(", ", (Message("“{text}”", text=cell.strip()[:40]) for cell in cells[:12] if cell.strip()))
        raise place.fault(
            Message("the header names {seen}", seen=seen), Message("wanted are the columns {long}, or {wide}", long=_LONG, wide=_WIDE)
        )
    return columns


def _rows(records: Iterator[Record], columns: list[str | None], place: Place) -> Iterator[Row]:
    for line, cells in records:
        if not any(cell.strip() for cell in cells):
            continue
        here = place.at(line)
        if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
            raise here.fault(
                Message("has {cells} cells under {columns} columns", cells=len(cells), columns=len(columns)),
                "quote a cell that holds the delimiter",
            )
        known = {
            column: stripped for column, cell in zip(columns, cells, strict=False) if column is not None and (stripped := cell.strip())
        }
        if known:  # a remark in a column of the user's own is no term: so discovery lists what is still doubtful
            yield Row(here, known)


def column_of(header: str) -> str | None:
    """The column that a header names; None where it names none."""
    return _COLUMN_OF.get(_named(header))


def _named(cell: str) -> str:
    return " ".join(cell.casefold().replace("_", " ").replace("-", " ").strip(" :*").split())
