"""The compiled glossary of one language: an automaton and flat columns, so that a cached one loads without parsing a glossary.

Owns the layout of the columns and their bytes on disk. Compiling is `compiling`'s, searching `matcher`'s; what a found entry says
is `wording`'s. Strings live in one pool and are numbered; the columns are arrays of such numbers, so that a hundred thousand
spellings are a dozen objects.
"""

from __future__ import annotations

import os
import sys
from array import array
from bisect import bisect_left
from io import BytesIO
from struct import Struct
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, cast
from zlib import crc32

import daachorse

from glossary.card import ConceptCard
from glossary.findings import Occurrence
from glossary.folding import SEPARATOR
from glossary.forms import Inflection, inflection
from glossary.model import CaseRule, Status, TermType
from glossary.skeleton import Index
from translit.message import Message

if TYPE_CHECKING:
    from glossary.compiling import Concepts

    Known = tuple[str, str, str, Status, TermType, bool, str | None, str | None, str, str | None, tuple[str, ...]]
    """The fields of an `Occurrence` from `text` to `reasons`."""

FORMAT = 13
"""Raise it whenever folding, forms or the columns change: caches of another number are compiled anew."""

CASE_MASK = 3
"""The bits of `flags` that hold the case rule: its place in `CaseRule`."""
GUARDED = 4
"""The bit of `flags` for a term with a guard."""
DOTTED = 8
"""The bit of `flags` for an alphabet that pairs i with İ."""
BARE_ENDS = 16
"""The bit of `flags` for a spelling that begins and ends with a word character, as nearly all do."""
MISSPELLING = 8
"""The bit of `Columns.term_status` for a misspelling."""
WEAK = 64
"""The bit of `Columns.term_status` for a weak name."""
TYPE_SHIFT, TYPE_MASK = 4, 3
"""Where the place of the type stands in `Columns.term_status`."""
CASES, STATUSES, TYPES = tuple(CaseRule), tuple(Status), tuple(TermType)
"""What the numbers in `flags` and `term_status` stand for."""

_MAGIC = b"endonym lexicon\n"
_HEADER = Struct(f"<{len(_MAGIC)}sHBI")
_LENGTH = Struct("<Q")


class Columns(NamedTuple):
    """The tables: patterns → entries (forms) → terms → concepts. A number of a string is its place in the pool; 0 is the empty one."""

    pool: str
    """All strings, end to end."""
    pool_at: array[int]
    """Where each string begins in the pool, in code points, and one more for the end."""
    first: array[int]
    """Pattern → its first place in `members`, and one more for the end."""
    members: array[int]
    """The entries of each pattern."""
    shape: array[int]
    """Entry → the spelling's shape (string)."""
    form: array[int]
    """Entry → the form's name (string)."""
    replacement: array[int]
    """Entry → the replacement in the same form (string); 0 for none."""
    term: array[int]
    """Entry → term."""
    flags: bytes
    """Entry → its bits."""
    rank: bytes
    """Entry → its place among entries of one concept that share a span; the lowest stands."""
    term_text: array[int]
    """Term → its text (string)."""
    term_concept: array[int]
    """Term → concept."""
    term_status: bytes
    """Term → place of its status in `Status`, with bit 3 for a misspelling, place of its type in `TermType` from bit 4, and bit 6 for a weak name."""
    term_from: array[int]
    """Term → first day of use (string)."""
    term_until: array[int]
    """Term → last day of use (string)."""
    term_note: array[int]
    """Term → note (string)."""
    term_needs: array[int]
    """Term → words that must stand nearby (string, as `nearby.asked` writes them)."""
    term_excludes: array[int]
    """Term → words that must not stand nearby (string, in the same way)."""
    concept_id: array[int]
    """Concept → its id (string); the concepts stand in the order of their ids."""
    concept_card: array[int]
    """Concept → its card, as `ConceptCard.packed` writes it (string)."""
    language: str
    """The BCP 47 subtag of the texts it is for."""
    notes: str
    """What the files of the glossary say differently, a line each."""
    reach: int
    """The longest pattern, in bytes."""
    like_keys: array[int] = array("I")
    """The keys of the words that look-alikes are looked for, sorted (see `skeleton.Index`, of which these are the columns)."""
    like_places: array[int] = array("I")
    """Key → place of the word."""
    like_words: array[int] = array("I")
    """Place → the word (string)."""
    like_concepts: array[int] = array("I")
    """Place → concept."""


class Lexicon:
    """What a text in one language is searched with; immutable."""

    __slots__ = ("_cards", "automaton", "columns", "known", "rules")

    def __init__(self, automaton: daachorse.DoubleArrayAhoCorasick, columns: Columns) -> None:
        """Take the parts; `Lexicon.compile` makes them."""
        self.automaton = automaton
        """Finds the patterns in folded text: spellings first, then the openings of names of several words (see `compiling`)."""
        self.columns = columns
        """What the patterns mean."""
        self.rules: Inflection = inflection(columns.language)
        """The language's rules, for the endings that stand behind any form."""
        self._cards: dict[int, ConceptCard] = {}
        self.known: dict[tuple[int, str], Known] = {}
        """What `wording` has worked out for an entry as a text writes it, for names come again."""

    @classmethod
    def compile(cls, glossary: Concepts, language: str) -> Lexicon:
        """Compile the terms of one language, and those of no language (`mul`, `und`).

        Raises:
            GlossaryError: for a spelling without a letter or digit, which nothing could find.
        """
        from glossary.compiling import compile_columns

        patterns, columns = compile_columns(glossary, language)
        # An automaton needs a pattern; one that no folded text can hold makes an empty glossary find nothing.
        return cls(daachorse.DoubleArrayAhoCorasick(patterns or [b"\xff\xff"]), columns)

    @property
    def notes(self) -> tuple[str, ...]:
        """What the files of the glossary say differently and which of them won, a line each: kept, so that a cached lexicon says it too."""
        if not self.columns.notes:
            return ()
        import json

        return tuple(Message.read(json.loads(line)) for line in self.columns.notes.split("\n"))

    def string(self, number: int) -> str:
        """A string of the pool."""
        at = self.columns.pool_at
        return self.columns.pool[at[number] : at[number + 1]]

    def spans(self, text: str) -> list[tuple[int, int, int]]:
        """What `find` finds, as (start, end, entry), cheaply: offsets in code points, entries for `occurrence`."""
        from glossary.matcher import spans

        return spans(self, text)

    def find(self, text: str) -> list[Occurrence]:
        """The names in a text, in order, not overlapping: the longest first, then the leftmost.

        An ambiguous spelling that nothing nearby decides gives an occurrence for each concept over the same span. A weak name is decided
        by a strong one of its concept in the text; else it is marked as `weak`.
        """
        found = self.spans(text)
        if not found:
            return []
        from glossary.wording import occurrences

        said = occurrences(self, text, found)
        if any(one.weak for one in said):
            from glossary.weak import settled

            return settled(said)
        return said

    def concept(self, id: str) -> ConceptCard:
        """What the glossary says of a concept as a whole.

        Raises:
            KeyError: for an id that has no term in this language.
        """
        columns = self.columns
        at = bisect_left(columns.concept_id, id, key=self.string)
        if at == len(columns.concept_id) or self.string(columns.concept_id[at]) != id:
            raise KeyError(id)
        return self.card(at)

    def card(self, number: int) -> ConceptCard:
        """The card of the concept with this number; read once."""
        found = self._cards.get(number)
        if found is None:
            found = self._cards[number] = ConceptCard.unpacked(self.string(self.columns.concept_card[number]))
        return found

    @property
    def look_alikes(self) -> Index:
        """The words of its names that are not wrong, by their skeletons; empty for a glossary of more than `compiling.MOST_WORDS`."""
        columns = self.columns
        return Index(columns.like_keys, columns.like_places, columns.like_words, columns.like_concepts)

    def to_bytes(self) -> bytes:
        """The lexicon for a file; for the same kind of machine and the same version of daachorse."""
        parts = [self.automaton.serialize()]
        parts += map(_column_bytes, self.columns)
        payload = b"".join(part for content in parts for part in (_LENGTH.pack(len(content)), content))
        return _HEADER.pack(_MAGIC, FORMAT, _byte_order(), crc32(payload)) + payload

    @classmethod
    def from_bytes(cls, data: bytes) -> Lexicon:
        """Read what `to_bytes` wrote. Raises as `read` does."""
        return cls.read(BytesIO(data))

    @classmethod
    def read(cls, file: BinaryIO) -> Lexicon:
        """Read what `to_bytes` wrote, from here to the end of a file: part by part, for memory costs more time than its bytes do.

        Raises:
            ValueError: where it is anything else, of another format or byte order, or damaged in any byte.
            OSError: where the file cannot be read.
        """
        start, end = file.tell(), file.seek(0, os.SEEK_END)
        file.seek(start)
        header = file.read(_HEADER.size)
        if len(header) < _HEADER.size:
            raise ValueError("not a compiled lexicon: too short")
        magic, version, order, checksum = cast("tuple[bytes, int, int, int]", _HEADER.unpack(header))
        if (magic, version, order) != (_MAGIC, FORMAT, _byte_order()):
            raise ValueError("not a compiled lexicon of this format")
        parts: list[bytes] = []
        at, sum = start + _HEADER.size, 0
        while at < end:
            head = file.read(_LENGTH.size)
            length = cast("int", _LENGTH.unpack(head)[0]) if len(head) == _LENGTH.size else end
            at += _LENGTH.size + length
            part = file.read(length) if at <= end else b""
            if len(part) < length:
                raise ValueError("a damaged lexicon: it is cut off")
            sum = crc32(part, crc32(head, sum))
            parts.append(part)
        if sum != checksum:
            raise ValueError("a damaged lexicon: its checksum differs")
        # The checksum stands for the rest: nothing but this module wrote it, so numbers may be trusted.
        automaton, *rest = parts
        columns = Columns._make(map(_column, rest))
        return cls(daachorse.DoubleArrayAhoCorasick.deserialize(automaton), columns)


def openings(spellings: list[bytes]) -> list[bytes]:
    """The openings of some spellings (see `compiling`): for each gap in each, what comes before it, the gap, and one separator more."""
    separator = bytes((SEPARATOR,))
    found: dict[bytes, None] = {}
    for spelling in spellings:
        at = spelling.find(separator, 1)
        while at < len(spelling) - 1:
            while spelling[at + 1] == SEPARATOR:
                at += 1
            found[spelling[: at + 1] + separator] = None
            at = spelling.find(separator, at + 1)
    return list(found)


def _byte_order() -> int:
    return (sys.byteorder == "big") | array("I").itemsize << 1


def _column_bytes(value: object) -> bytes:
    """A column with a letter in front that says what it is: array, number, bytes or string."""
    if isinstance(value, array):
        return b"a" + cast("array[int]", value).tobytes()
    if isinstance(value, int):
        return b"n" + _LENGTH.pack(value)
    return b"b" + value if isinstance(value, bytes) else b"s" + str(value).encode("utf-8", "surrogatepass")


def _column(part: bytes) -> object:
    """What `_column_bytes` wrote."""
    kind, content = part[0], memoryview(part)[1:]
    if kind == ord("a"):
        column = array("I")
        column.frombytes(content)
        return column
    if kind == ord("n"):
        return _LENGTH.unpack(content)[0]
    return bytes(content) if kind == ord("b") else str(content, "utf-8", "surrogatepass")
