"""Pairs of a table (CSV, TSV): a row each, its columns known by their names or, without a header, the first two.

Owns which column is what, and what a change does to a row's cells: a cell is replaced as a whole and keeps its quotation marks; rows may be
taken out and put in. Everything else of the table stays as it stands.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

from glossary.findings import Edit, apply_edits
from passages.bitext import Given
from passages.bitext.keys import content_key, distinct
from passages.bitext.model import APPROVAL, NOTE, STATE, STRUCTURE, at_line
from passages.bitext.own_notes import parted, with_note
from passages.bitext.table_scan import CellError, Cells, delimiter_of, said, written
from passages.bitext.tags import distance
from passages.encoding import decode, encode
from passages.errors import DocumentError
from passages.languages import guess_language
from passages.pair import InlineCode, NewPair, Pair, PairChange, PairState
from translit.message import Message
from translit.values import value

COLUMNS: dict[str, tuple[str, ...]] = {
    "source": ("source text", "original", "msgid", "source string", "оригинал", "источник", "исходный текст", "түпнұсқа"),
    "target": ("target text", "translation", "msgstr", "target string", "перевод", "аударма"),
    "context": ("msgctxt", "контекст"),
    "id": ("key", "identifier", "string id", "ключ"),
    "note": ("notes", "comment", "comments", "translator comments", "комментарий", "примечание", "пікір", "ескерту"),
    "state": ("status", "review", "fuzzy", "состояние", "статус", "күй"),
    "place": ("location", "locations", "file"),
}
"""The columns, and what else a header may call them; case, spaces, hyphens and underscores do not count."""

_COLUMN_OF = {name: column for column, others in COLUMNS.items() for name in (column, *others)}
_APPROVED = frozenset(("approved", "final", "reviewed", "signed-off", "утверждено", "проверено"))
_NEEDS_WORK = frozenset(("needs-work", "fuzzy", "needs-review", "rejected", "true", "yes", "1", "доработать", "на доработку"))
_SAMPLE = 200  # rows whose letters tell the languages
_CANNOT = re.compile("[\0\r\ud800-\udfff]")


@value
class Columns:
    """The number of the column that is what; None for one that the table has not."""

    source: int
    """The originals."""
    target: int
    """The translations."""
    context: int | None = None
    """What tells equal originals apart."""
    id: int | None = None
    """The rows' own keys."""
    note: int | None = None
    """Comments."""
    state: int | None = None
    """What a reviewer has said."""
    place: int | None = None
    """Where the original is used."""
    fuzzy: bool = False
    """True where the state is a column of True and False (translate-toolkit's CSV)."""


def read(given: Given) -> tuple[TableContent, str]:
    """The pairs of a table, and its encoding.

    Raises:
        DocumentError: for a file that is no text, an unclosed quotation mark, a table of one column, and a language that no column has.
    """
    decoded = decode(given.path, given.data, given.encoding)
    usual = "\t" if given.path.suffix.lower() in {".tsv", ".tab"} else ","
    text = decoded.text
    try:
        cells = Cells(text, delimiter_of(text, usual))
    except CellError as fault:
        line = _lines(text, [fault.at])[0]
        problem = at_line(line, Message("a quotation mark is opened there and not closed at the end of the cell"))
        raise DocumentError(given.path, problem, 'write a quotation mark within a cell twice (""), and quote the whole cell') from None
    return TableContent(given, text, cells, decoded.encoding, decoded.mark), decoded.encoding


class TableContent:
    """The pairs of one table."""

    def __init__(self, given: Given, text: str, cells: Cells, encoding: str, mark: bytes) -> None:
        """Find the columns of a table whose cells have been found."""
        self._given, self._text, self._cells, self._encoding, self._mark = given, text, cells, encoding, mark
        header = cells.values(text, 0) if len(cells) else []
        self._columns, named, self._first = self._choose(header)
        columns = self._columns
        self._rows = array("q", (row for row in range(self._first, len(cells)) if cells.rows[row + 1] - cells.rows[row] > columns.source))
        self._lines = _lines(text, (cells.starts[cells.rows[row]] for row in self._rows))
        sample = [cells.values(text, row) for row in self._rows[:_SAMPLE]]
        self.source_language = given.source_language or named[0] or _guessed(sample, columns.source)
        self.target_language = given.target_language or named[1] or _guessed(sample, columns.target)
        self.can = frozenset(
            (STRUCTURE, *((STATE, APPROVAL) if columns.state is not None else ()), *((NOTE,) if columns.note is not None else ()))
        )
        self.keys = distinct(map(self._key, self._rows))

    def pair(self, index: int) -> Pair:
        """A row."""
        columns = self._columns
        cells = self._cells.values(self._text, self._rows[index])
        others, own = parted(_cell(cells, columns.note))
        place = _cell(cells, columns.place)
        return Pair(
            key=self.keys[index],
            source=cells[columns.source],
            target=_cell(cells, columns.target),
            state=_state(_cell(cells, columns.state)),
            context=_cell(cells, columns.context) or _cell(cells, columns.id),
            notes=tuple(note for note in (others, own) if note.strip()),
            places=(place,) if place else (),
            line=self._lines[index],
        )

    def fault(self, pair: Pair, text: str) -> Message | None:
        """What a cell or the file's encoding cannot hold."""
        del pair
        bad = _CANNOT.search(text)
        if bad is not None:
            return Message("the control character U+{number} cannot stand in a table", number=f"{ord(bad[0]):04X}")
        try:
            encode(self._given.path, text, self._encoding)
        except DocumentError as error:
            return error.problem
        return None

    def adopted(self, pair: Pair, codes: tuple[InlineCode, ...]) -> tuple[InlineCode, ...]:
        """The codes as they are: a table has none."""
        del pair
        return codes

    def spliced(self, changes: Mapping[int, PairChange]) -> bytes:
        """The table with these rows changed, taken out, or followed by new ones."""
        edits = [edit for index, change in changes.items() for edit in self._edits(self._rows[index], change)]
        return self._mark + encode(self._given.path, apply_edits(self._text, edits), self._encoding)

    def _edits(self, row: int, change: PairChange) -> Iterator[Edit]:
        columns, text = self._columns, self._text
        spans = self._cells.spans(row)
        start, end, ending = self._whole(row)
        new = "".join(self._new_row(spans, one, ending) for one in change.followers)
        if change.removed:
            yield Edit(start, end, new)
            return
        wanted: dict[int, str] = {}
        if change.source is not None:
            wanted[columns.source] = change.source
        if change.target is not None:
            wanted[columns.target] = change.target
        if change.state is not None and columns.state is not None:
            wanted[columns.state] = self._said_state(change.state)
        if change.note is not None and columns.note is not None:
            before = _cell([said(text[begin:stop]) for begin, stop in spans], columns.note)
            wanted[columns.note] = with_note(before, change.note)
        delimiter = self._cells.delimiter
        missing = ""
        for column, one in sorted(wanted.items()):
            if column < len(spans):
                begin, stop = spans[column]
                before = text[begin:stop]
                if said(before) != one:
                    yield Edit(begin, stop, written(one, delimiter, before))
            elif one:
                missing += delimiter * (column + 1 - len(spans) - missing.count(delimiter)) + written(one, delimiter)
        if missing:
            yield Edit(spans[-1][1], spans[-1][1], missing)
        if new:
            closed = end > spans[-1][1]
            yield Edit(end, end, new if closed else ending + new.removesuffix(ending))

    def _whole(self, row: int) -> tuple[int, int, str]:
        """Where a row begins, where the next line begins, and how lines end in the table."""
        cells, text = self._cells, self._text
        start, stop = cells.starts[cells.rows[row]], cells.ends[cells.rows[row + 1] - 1]
        found = re.compile(r"\r\n|\r|\n").match(text, stop)
        if found is not None:
            return start, found.end(), found[0]
        other = re.search(r"\r\n|\r|\n", text)
        return start, stop, other[0] if other is not None else "\n"

    def _new_row(self, like: Sequence[tuple[int, int]], pair: NewPair, ending: str) -> str:
        """A row for a new pair, as wide as another and quoted like it."""
        columns, text = self._columns, self._text
        wanted = {columns.source: pair.source, columns.target: pair.target}
        if columns.state is not None:
            wanted[columns.state] = self._said_state(pair.state)
        width = max(len(like), columns.source + 1, columns.target + 1)
        raw = [text[slice(*like[column])] if column < len(like) else "" for column in range(width)]
        cells = [written(wanted.get(column, ""), self._cells.delimiter, raw[column]) for column in range(width)]
        return self._cells.delimiter.join(cells) + ending

    def _said_state(self, state: PairState) -> str:
        return str(state is PairState.NEEDS_WORK) if self._columns.fuzzy else state.value

    def _key(self, row: int) -> str:
        cells, columns = self._cells.values(self._text, row), self._columns
        own = _cell(cells, columns.id)
        return own or content_key(cells[columns.source], _cell(cells, columns.context))

    def _choose(self, header: Sequence[str]) -> tuple[Columns, tuple[str | None, str | None], int]:
        """The columns, the languages that the header names for source and target, and the number of the first row that is a pair."""
        from glossary.exchange.mapping import language_of_header

        given = self._given
        named = [_named(cell) for cell in header]
        at = {column: number for number, cell in reversed(list(enumerate(named))) if (column := _COLUMN_OF.get(cell)) is not None}
        spoken = {
            number: tag
            for number, cell in enumerate(header)
            if cell.strip() and named[number] not in _COLUMN_OF and (tag := language_of_header(cell)) is not None
        }
        others = {name: at.get(name) for name in ("context", "id", "note", "state", "place")}
        fuzzy = at.get("state") is not None and named[at["state"]] == "fuzzy"
        if "source" in at and "target" in at:
            return Columns(source=at["source"], target=at["target"], **others, fuzzy=fuzzy), (None, None), 1
        if len(spoken) >= 2 or (spoken and ("source" in at or "target" in at)):
            source = at["source"] if "source" in at else self._spoken(spoken, given.source_language, [at.get("target")])
            target = at["target"] if "target" in at else self._spoken(spoken, given.target_language, [source])
            columns = Columns(source=source, target=target, **others, fuzzy=fuzzy)
            return columns, (spoken.get(source), spoken.get(target)), 1
        if header and len(header) < 2:
            raise DocumentError(
                given.path, "it has one column only", "a table of pairs has the original in one and the translation in another"
            )
        return Columns(source=0, target=1), (None, None), 0

    def _spoken(self, spoken: Mapping[int, str], wanted: str | None, taken: Sequence[int | None]) -> int:
        """The column of a language, the first that is not taken where none is asked for."""
        free = {number: tag for number, tag in spoken.items() if number not in taken}
        ranked = [(far, number) for number, tag in free.items() if wanted is not None and (far := distance(wanted, tag)) is not None]
        if ranked:
            return min(ranked)[1]
        if wanted is not None or not free:
            have = ", ".join(spoken.values())
            raise DocumentError(
                self._given.path,
                Message("it has no column of the language {wanted}", wanted=wanted),
                Message("ask for one that it has: {languages}", languages=have),
            )
        return next(iter(free))


def _cell(cells: Sequence[str], column: int | None) -> str:
    return cells[column] if column is not None and column < len(cells) else ""


def _state(said: str) -> PairState:
    word = said.strip().casefold().replace(" ", "-").replace("_", "-")
    if word in _APPROVED:
        return PairState.APPROVED
    return PairState.NEEDS_WORK if word in _NEEDS_WORK else PairState.UNREVIEWED


def _named(cell: str) -> str:
    return " ".join(cell.casefold().replace("_", " ").replace("-", " ").strip(" :*").split())


def _guessed(rows: Sequence[Sequence[str]], column: int) -> str | None:
    text = "\n".join(_cell(row, column) for row in rows)
    return guess_language(text) if any(map(str.isalpha, text)) else None


def _lines(text: str, places: Iterable[int]) -> array[int]:
    """The numbers of the lines, from 1, that ascending places stand on."""
    numbers = array("q")
    at, line = 0, 1
    for place in places:
        line += text.count("\n", at, place) + (_old_ends(text, at, place) if "\r" in text else 0)
        numbers.append(line)
        at = place
    return numbers


def _old_ends(text: str, start: int, end: int) -> int:
    r"""Line ends of the old Macintosh, `\r` alone, in a stretch of the text."""
    return text.count("\r", start, end) - text.count("\r\n", start, end)
