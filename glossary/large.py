"""A compiled glossary too large to be read whole for each text: what a text needs of a million spellings, found in its file.

A pattern is filed under its first two words (under its only word, where it has one). A text is asked for its words and pairs of words,
and what is filed under them makes a small `Lexicon`, which finds in that text exactly what the whole one would: a pattern whose first
words the text does not have cannot stand in it. So the work is the text's, whatever the size of the glossary.

The file is a directory (its head is checked when it is opened, each part of the rest when it is asked) and records (each checked when it
is read), so nothing damaged is ever believed. Offsets are bytes in the file. Owns the layout; what the columns mean is `lexicon`'s.
"""

from __future__ import annotations

import json
import mmap
import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from struct import Struct
from types import TracebackType
from typing import TYPE_CHECKING, Any, BinaryIO, Self, cast
from zlib import crc32

from glossary.folding import IGNORED, fold
from glossary.lexicon import FORMAT, Columns, Lexicon, openings

if TYPE_CHECKING:
    from io import FileIO

    from glossary.compiling import Concepts

_LAYOUT = 3  # raise it when the layout changes
_HEADER = Struct("<16sIIQIQQQ")  # magic, lexicon.FORMAT, layout, bytes of the file, checksum, groups, terms, concepts
_MAGIC = b"endonym large\n\0\0"
_RECORD = Struct("<II")  # bytes of the payload, checksum
_BUCKETS = 1 << 16
_BITS = 1 << 23  # of the map of tags: with a million of them, seven of eight words that no name has are seen off without a search
_AT_ONCE = 512  # bytes that hold nearly every record
_IGNORED = bytes((IGNORED,))
_decode = json.JSONDecoder().raw_decode  # what was written has no white space to look for
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class LargeLexicon:
    """The file of a large glossary in one language, open; use it in a `with` statement, or close it."""

    def __init__(self, data: mmap.mmap | bytes, file: FileIO | None = None) -> None:
        """Take the bytes of a file; `LargeLexicon.open` maps them, and gives the file to read the records from.

        A read costs a tenth of the page fault that finding a record in the map would be, and a file cut off meanwhile gives no signal.

        Raises:
            ValueError: where they are anything else, of another format, or damaged in the directory.
        """
        self._data, self._file = data, file
        if len(data) < _HEADER.size or data[: len(_MAGIC)] != _MAGIC:
            raise ValueError("not a compiled large lexicon")
        header = cast("tuple[bytes, int, int, int, int, int, int, int]", _HEADER.unpack_from(data))
        _, lexicon_format, layout, size, checksum, groups, terms, concepts = header
        if (lexicon_format, layout, size) != (FORMAT, _LAYOUT | _byte_order() << 8, len(data)):
            raise ValueError("not a compiled large lexicon of this format, or not the whole of it")
        sizes = (_BITS // 8, 4 * (_BUCKETS + 1), 4 * _BUCKETS, 4 * groups, 8 * groups, 8 * terms, 8 * concepts, 8)
        start = _HEADER.size
        if start + sum(sizes) > size:
            raise ValueError("a damaged large lexicon: its directory is cut off")
        self._view = memoryview(data)
        # The places of records are not checked here: each record is, and knows which it is.
        trusted = sum(sizes[:3])
        if crc32(self._view[start : start + trusted]) != checksum:
            raise ValueError("a damaged large lexicon: its checksum differs")
        parts: list[memoryview] = []
        for length in sizes:
            parts.append(self._view[start : start + length])
            start += length
        self._bits = bytes(parts[0])  # asked for every word of a text, and a view is slow to ask
        self._starts, self._checks, self._tags = (part.cast("I") for part in parts[1:4])
        self._groups, self._terms, self._concepts, about = (part.cast("Q") for part in parts[4:])
        self._about: dict[str, Any] = self._record(about[0], 0)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Map a file that `write_large` wrote.

        Raises:
            OSError: where it cannot be read.
            ValueError: as above.
        """
        file = path.open("rb", buffering=0)
        try:
            return cls(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), file)
        except BaseException:
            file.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        for view in (self._starts, self._checks, self._tags, self._groups, self._terms, self._concepts, self._view):
            view.release()
        if isinstance(self._data, mmap.mmap):
            self._data.close()
        if self._file is not None:
            self._file.close()

    def __enter__(self) -> Self:
        """The lexicon itself."""
        return self

    def __exit__(self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None) -> None:
        """Close it."""
        self.close()

    @property
    def key(self) -> str:
        """What it was compiled from, as `write_large` was told."""
        return self._about["key"]

    @property
    def spellings(self) -> int:
        """How many terms it has."""
        return len(self._terms)

    def for_text(self, text: str) -> Lexicon:
        """The small lexicon that finds in this text, or in any part of it, what the whole glossary would.

        Raises:
            ValueError: where a record that the text needs is damaged.
        """
        import daachorse

        subset = _Subset(self._about["language"], self._about["notes"])
        for tag, place in self._asked(text):
            for pattern, entries in self._record(place, tag):
                subset.add(pattern.encode("latin-1"), entries, self._term)
        columns = subset.columns(self._concept)
        patterns = [*subset.patterns, *openings(list(subset.patterns))]
        columns = columns._replace(reach=max(map(len, patterns), default=0))
        return Lexicon(daachorse.DoubleArrayAhoCorasick(patterns or [b"\xff\xff"]), columns)

    def _asked(self, text: str) -> Iterator[tuple[int, int]]:
        """The tag and the place of each group that is filed under words or pairs of words of a text."""
        words = fold(text).translate(None, _IGNORED).split()
        wanted = set(words)
        wanted.update(map(b"%b %b".__mod__, pairwise(words)))
        bits, starts, checks, tags, groups = self._bits, self._starts, self._checks, self._tags, self._groups
        for tag in sorted({tag for tag in map(crc32, wanted) if bits[tag >> 12] >> (tag >> 9 & 7) & 1}):
            bucket = tag >> 16
            low, high = starts[bucket], starts[bucket + 1]
            if crc32(tags[low:high]) != checks[bucket]:
                raise ValueError("a damaged large lexicon: the checksum of a part of its directory differs")
            at = bisect_left(tags, tag, low, high)
            if at < high and tags[at] == tag:
                yield tag, groups[at]

    def _term(self, number: int) -> list[Any]:
        return self._record(self._terms[number], number)

    def _concept(self, number: int) -> list[Any]:
        return self._record(self._concepts[number], number)

    def _record(self, place: int, name: int) -> Any:
        """The record at a place, which must be the one of that name: a tag or a number."""
        head = self._read(place, _AT_ONCE)
        if len(head) >= _RECORD.size:
            length, checksum = cast("tuple[int, int]", _RECORD.unpack_from(head))
            payload = head[_RECORD.size : _RECORD.size + length]
            if len(payload) < length <= len(self._data):
                payload = self._read(place + _RECORD.size, length)
            if len(payload) == length and crc32(payload, name) == checksum:
                return _decode(str(payload, "utf-8", "surrogatepass"))[0]
        raise ValueError("a damaged large lexicon: a record’s checksum differs")

    def _read(self, place: int, count: int) -> bytes:
        """As many bytes from a place, or as there are.

        Raises:
            ValueError: where the file can no longer be read.
        """
        if self._file is None or place > len(self._data):
            return bytes(self._view[place : place + count])
        try:
            self._file.seek(place)
            return self._file.read(count)
        except OSError as error:
            raise ValueError(f"a large lexicon that cannot be read: {error}") from error


class _Subset:
    """The columns of some patterns of a lexicon, while they are collected."""

    def __init__(self, language: str, notes: str) -> None:
        self.patterns: dict[bytes, list[int]] = {}
        self._language, self._notes = language, notes
        self._entries: dict[tuple[Any, ...], int] = {}
        self._terms: dict[int, list[Any]] = {}

    def add(self, pattern: bytes, entries: Iterable[list[Any]], term: Callable[[int], list[Any]]) -> None:
        """Add a pattern with its entries and their terms; a form that several patterns find stays one entry."""
        self.patterns[pattern] = [self._entries.setdefault(tuple(entry), len(self._entries)) for entry in entries]
        for entry in entries:
            if entry[-1] not in self._terms:
                self._terms[entry[-1]] = term(entry[-1])

    def columns(self, concept: Callable[[int], list[Any]]) -> Columns:
        """The columns; `reach` is left to the caller, who knows the openings."""
        strings: dict[str, int] = {"": 0}

        number = strings.setdefault

        def numbers(rows: Iterable[list[Any]], column: int) -> array[int]:
            return array("I", [number(row[column], len(strings)) for row in rows])

        entries = [list(entry) for entry in self._entries]
        terms = [self._terms[name] for name in sorted(self._terms)]
        term_places = {name: place for place, name in enumerate(sorted(self._terms))}
        wanted = sorted({term[-1] for term in terms})
        concepts = [concept(name) for name in wanted]
        concept_places = {name: place for place, name in enumerate(wanted)}
        first, members = array("I", (0,)), array("I")
        for those in self.patterns.values():
            members.extend(those)
            first.append(len(members))
        values: dict[str, Any] = {
            "first": first,
            "members": members,
            "shape": numbers(entries, 0),
            "form": numbers(entries, 1),
            "replacement": numbers(entries, 2),
            "flags": bytes(entry[3] for entry in entries),
            "rank": bytes(entry[4] for entry in entries),
            "term": array("I", (term_places[entry[-1]] for entry in entries)),
            "term_text": numbers(terms, 0),
            "term_from": numbers(terms, 1),
            "term_until": numbers(terms, 2),
            "term_note": numbers(terms, 3),
            "term_needs": numbers(terms, 4),
            "term_excludes": numbers(terms, 5),
            "term_status": bytes(term[6] for term in terms),
            "term_concept": array("I", (concept_places[term[-1]] for term in terms)),
            "concept_id": numbers(concepts, 0),
            "concept_card": numbers(concepts, 1),
        }
        pool_at = array("I", (0,))
        for string in strings:
            pool_at.append(pool_at[-1] + len(string))
        return Columns(pool="".join(strings), pool_at=pool_at, language=self._language, notes=self._notes, reach=0, **values)


def write_large(glossary: Concepts, language: str, file: BinaryIO, key: str = "") -> None:
    """Compile the terms of one language into a file that is open to write and to seek in.

    `key` says what the glossary is, for whoever opens the file by a name that does not tell it from all others.

    Raises:
        GlossaryError: for a spelling without a letter or digit.
        OSError: where the file cannot be written.
    """
    from glossary.compiling import compile_columns

    patterns, columns = compile_columns(glossary, language)
    string = _strings(columns)
    groups = sorted((crc32(_filed(pattern)), at) for at, pattern in enumerate(patterns[: len(columns.first) - 1]))
    tags = array("I", dict.fromkeys(tag for tag, _ in groups))
    starts = array("I", (bisect_left(tags, bucket << 16) for bucket in range(_BUCKETS + 1)))
    places = {
        name: array("Q", bytes(8 * count))
        for name, count in (("groups", len(tags)), ("terms", len(columns.term_text)), ("concepts", len(columns.concept_id)), ("about", 1))
    }
    bits = bytearray(_BITS // 8)
    for tag in tags:
        bits[tag >> 12] |= 1 << (tag >> 9 & 7)
    checks = array("I", (crc32(tags[low:high]) for low, high in pairwise(starts)))
    trusted = bytes(bits) + starts.tobytes() + checks.tobytes()
    file.write(bytes(_HEADER.size) + trusted + tags.tobytes() + bytes(8 * sum(map(len, places.values()))))
    at = file.tell()

    def record(name: int, content: object) -> int:
        nonlocal at
        payload = _encode(content).encode("utf-8", "surrogatepass")
        file.write(_RECORD.pack(len(payload), crc32(payload, name)) + payload)
        place, at = at, at + _RECORD.size + len(payload)
        return place

    for number, (tag, those) in enumerate(_grouped(groups)):
        content = [
            (
                str(patterns[each], "latin-1"),
                [_entry(columns, string, entry) for entry in columns.members[columns.first[each] : columns.first[each + 1]]],
            )
            for each in those
        ]
        places["groups"][number] = record(tag, content)
    for number in range(len(columns.term_text)):
        places["terms"][number] = record(number, _term(columns, string, number))
    for number, (id, card) in enumerate(zip(columns.concept_id, columns.concept_card, strict=True)):
        places["concepts"][number] = record(number, [string(id), string(card)])
    places["about"][0] = record(0, {"language": columns.language, "notes": columns.notes, "key": key})
    file.seek(0)
    header = (_MAGIC, FORMAT, _LAYOUT | _byte_order() << 8, at, crc32(trusted), len(tags), len(columns.term_text), len(columns.concept_id))
    file.write(_HEADER.pack(*header) + trusted + tags.tobytes() + b"".join(place.tobytes() for place in places.values()))


def _filed(pattern: bytes) -> bytes:
    """What a pattern is filed under."""
    return b" ".join(pattern.split(None, 2)[:2])


def _grouped(groups: list[tuple[int, int]]) -> Iterator[tuple[int, list[int]]]:
    """Sorted pairs of tag and pattern as each tag with its patterns."""
    start = 0
    for at in range(1, len(groups) + 1):
        if at == len(groups) or groups[at][0] != groups[start][0]:
            yield groups[start][0], [pattern for _, pattern in groups[start:at]]
            start = at


def _entry(columns: Columns, string: Callable[[int], str], entry: int) -> tuple[object, ...]:
    texts = (string(columns.shape[entry]), string(columns.form[entry]), string(columns.replacement[entry]))
    return (*texts, columns.flags[entry], columns.rank[entry], columns.term[entry])


def _term(columns: Columns, string: Callable[[int], str], term: int) -> tuple[object, ...]:
    texts = (columns.term_text, columns.term_from, columns.term_until, columns.term_note, columns.term_needs, columns.term_excludes)
    return (*(string(column[term]) for column in texts), columns.term_status[term], columns.term_concept[term])


def _strings(columns: Columns) -> Callable[[int], str]:
    pool, at = columns.pool, columns.pool_at
    return lambda number: pool[at[number] : at[number + 1]]


def _byte_order() -> int:
    return 1 if sys.byteorder == "big" else 0
