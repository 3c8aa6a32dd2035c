"""Where the cells of a CSV or TSV text stand.

Owns the syntax: RFC 4180 with any one-character delimiter and any line end, also within quotation marks; in a table with tabs a quotation
mark that does not enclose a whole cell is a character like others. What cells mean is `table`.
"""

from __future__ import annotations

import re
from array import array
from itertools import pairwise

DELIMITERS = ",;\t|"
"""What may separate cells."""
_DECLARED = re.compile(r'"?sep=([,;\t|])"?[ ]*(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
"""The first line that Excel writes and reads to name the delimiter; it is no row."""
_SAMPLE = 100_000  # code points that show the delimiter


class CellError(Exception):
    """A quotation mark that is opened and never closed, or closed in the middle of a cell."""

    def __init__(self, at: int) -> None:
        """Keep where the cell begins, in code points."""
        self.at = at
        super().__init__(f"at {at}")


class Cells:
    """The rows of a text; positions are code points."""

    def __init__(self, text: str, delimiter: str) -> None:
        """Find all rows that have a cell; blank lines are none.

        Raises:
            CellError: for a cell whose quotation marks do not enclose it, unless the delimiter is a tab.
        """
        self.delimiter = delimiter
        """What separates the cells."""
        self.starts = array("q")
        """Where each cell begins, its quotation mark included."""
        self.ends = array("q")
        """One past each cell's last character."""
        self.rows = array("q")
        """The number of each row's first cell, and last the number of all cells."""
        cell = re.compile(
            rf'(?:"((?:[^"]++|"")*+)"(?=[{re.escape(delimiter)}\r\n]|\Z)|([^{re.escape(delimiter)}\r\n]*+))(\r\n|\r|\n|{re.escape(delimiter)}|\Z)'
        )
        declared = _DECLARED.match(text)
        at, size = declared.end() if declared is not None else 0, len(text)
        first = 0
        while at < size:
            match = cell.match(text, at)
            assert match is not None
            start, end = at, match.start(3)
            if match[1] is None and delimiter != "\t" and text.startswith('"', at):
                raise CellError(at)
            self.starts.append(start)
            self.ends.append(end)
            at = match.end()
            if match[3] == delimiter and at < size:
                continue
            if match[3] == delimiter:  # the text ends behind a delimiter: one more, empty cell
                self.starts.append(at)
                self.ends.append(at)
            if len(self.starts) == first + 1 and start == end:
                self.starts.pop()
                self.ends.pop()
                continue
            self.rows.append(first)
            first = len(self.starts)
        self.rows.append(first)

    def __len__(self) -> int:
        return len(self.rows) - 1

    def spans(self, row: int) -> list[tuple[int, int]]:
        """Where the cells of a row stand."""
        cells = range(self.rows[row], self.rows[row + 1])
        return [(self.starts[cell], self.ends[cell]) for cell in cells]

    def values(self, text: str, row: int) -> list[str]:
        """What the cells of a row say."""
        return [said(text[start:end]) for start, end in self.spans(row)]


def said(raw: str) -> str:
    r"""What a cell says; its line ends are `\n`."""
    if len(raw) >= 2 and raw[0] == raw[-1] == '"' and '"' not in raw[1:-1].replace('""', ""):
        raw = raw[1:-1].replace('""', '"')
    return raw.replace("\r\n", "\n").replace("\r", "\n") if "\r" in raw else raw


def written(value: str, delimiter: str, before: str = "") -> str:
    """A value as a cell: with quotation marks where they are needed, or where the cell had them before, and with that one's line ends."""
    found = re.search(r"\r\n|\r|\n", before)
    if found is not None and found[0] != "\n":
        value = value.replace("\n", found[0])
    needed = delimiter in value or "\n" in value or "\r" in value or value.startswith('"') or ('"' in value and delimiter != "\t")
    if needed or (len(before) >= 2 and before[0] == before[-1] == '"'):
        return '"' + value.replace('"', '""') + '"'
    return value


def delimiter_of(text: str, usual: str) -> str:
    """The delimiter of a table: the one that divides most of its first rows into equally many cells, two at least.

    Where several do, the commas of a sentence are told from a delimiter by the space behind them.
    """
    declared = _DECLARED.match(text)
    if declared is not None:
        return declared[1]
    head = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        head = head[: max(head.rfind("\n"), head.rfind("\r")) + 1] or head

    def fitness(delimiter: str) -> tuple[float, float, bool]:
        try:
            cells = Cells(head, delimiter)
        except CellError:
            return 0.0, 0.0, delimiter == usual
        widths = [end - start for start, end in pairwise(cells.rows)]
        if not widths or widths[0] < 2:
            return 0.0, 0.0, delimiter == usual
        spaced = sum(head.startswith(" ", start) for start in cells.starts) / len(cells.starts)
        return sum(width == widths[0] for width in widths) / len(widths), -spaced, delimiter == usual

    return max(usual + DELIMITERS.replace(usual, ""), key=fitness)
