"""XLSX workbooks: the first sheet that has a header is read like a table; written with one sheet in the columns of a table.

Read with openpyxl in its read-only mode, for values alone: a formula is refused, for what it shows depends on the program that opens it.
A workbook is a zip archive, so what it unpacks to is measured before anything is unpacked.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from glossary.exchange.mapping import Mapping
from glossary.exchange.reading import Options, Reading
from glossary.exchange.table import guess_mapping, read_records, rows
from glossary.model import Concept
from glossary.reading import Place
from glossary.table_text import Record
from translit.message import Message

UNPACKED = 1024 * 1024 * 1024
"""Bytes beyond which a workbook is not unpacked."""
RATIO = 200
"""How many bytes a packed one may become: spreadsheets are well below 50, bombs above 1,000."""
LONGEST_CELL = 32_767
"""Code points a cell may have (ECMA-376, and Excel's own limit)."""
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DAMAGED = Message("open it in a spreadsheet program and save it again")
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_DAY = (1980, 1, 1, 0, 0, 0)


def read(data: bytes, place: Place, options: Options) -> Reading:
    """The concepts of a workbook's first sheet with a header."""
    return read_records(iter(records_of(data, place)), place, options)


def guessed(data: bytes, place: Place) -> Mapping | None:
    """What the columns of a workbook are taken for."""
    return guess_mapping(iter(records_of(data, place)))


def records_of(data: bytes, place: Place) -> list[Record]:
    """The records of the first sheet that has a cell.

    Raises:
        GlossaryError: for what is no workbook, is damaged, unpacks to too much, or has a formula.
    """
    _safe(data, place)
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        try:
            for sheet in book.worksheets:
                found = list(_records(sheet, place))
                if found:
                    return found
        finally:
            book.close()
    except (
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        EOFError,
        SyntaxError,
        zlib.error,
        zipfile.BadZipFile,
    ) as error:
        # What openpyxl raises for a damaged workbook is whatever its parsing ran into.
        reason = str(error).partition("\n")[0][:120] or type(error).__name__
        raise place.fault(Message("is a damaged workbook: {why}", why=reason), _DAMAGED) from None
    raise place.fault("has no sheet with a cell", "check that this is the file you meant")


def write(concepts: Iterable[Concept], _options: Options, _base: bytes | None) -> bytes:
    """A workbook of one sheet, the same bytes for the same glossary."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    lines = list(rows(concepts))
    for text in (text for line in lines for text in line):
        # Looked for before the sheet is begun, for a sheet that is left unfinished leaves a file behind.
        if _UNWRITABLE.search(text) or len(text) > LONGEST_CELL:
            raise ValueError(Message("a cell cannot hold {text!r}", text=text[:40]))
    book: Any = Workbook(write_only=True)
    sheet = book.create_sheet("Glossary")
    sheet.freeze_panes = "A2"
    for row in lines:
        cells: list[Any] = []
        for text in row:
            cell: Any = WriteOnlyCell(sheet, value=text or None)
            if text:
                cell.data_type = "s"  # a name that begins with = is no formula
            cells.append(cell)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return _timeless(out.getvalue())


def _safe(data: bytes, place: Place) -> None:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise place.fault("is an old Excel workbook, or one with a password", "save it as .xlsx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if not any(member.filename == "xl/workbook.xml" or member.filename.endswith("workbook.xml") for member in members):
                raise place.fault("is an archive, but no workbook", "check that this is the file you meant")
            unpacked = sum(member.file_size for member in members)
            if unpacked > UNPACKED or unpacked > max(len(data), 100_000) * RATIO:
                raise place.fault(
                    Message("unpacks from {count:,} to {unpacked:,} bytes", count=len(data), unpacked=unpacked),
                    "check that this is the file you meant",
                )
            for member in members:
                if member.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.read(member)[:2048]:
                    raise place.fault("defines entities of its own, as no workbook does", "check where the file is from")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise place.fault(Message("is no workbook, or a damaged one: {why}", why=error), _DAMAGED) from None


def _records(sheet: Any, place: Place) -> Iterator[Record]:
    width = 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells: list[str] = []
        for cell in row:
            if cell.data_type == "f":
                raise place.at(number).fault(
                    Message("the cell {coordinate} is a formula", coordinate=cell.coordinate),
                    "paste its value, and save the workbook again",
                )
            cells.append(_text(cell.value))
        while cells and not cells[-1].strip():
            cells.pop()
        if cells and not width:
            width = len(cells)
        if cells:
            yield number, cells + [""] * (width - len(cells))


def _text(value: object) -> str:
    """A cell as a table would have it: a day as ISO 8601 has it, a whole number without a point."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time().isoformat() == "00:00:00" else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _timeless(data: bytes) -> bytes:
    """The same archive without the time at which it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for member in archive.infolist():
            content = archive.read(member)
            if member.filename == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>1980-01-01T00:00:00Z\2", content)
            made.writestr(zipfile.ZipInfo(member.filename, _DAY), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
