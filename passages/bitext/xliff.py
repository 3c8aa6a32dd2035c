"""Pairs of XLIFF files, of either family: 1.x has `<trans-unit>`, 2.x has `<unit>` with segments.

Owns what both share: which family a file is of, where its units stand and which of them may not be translated, the keys, and the order in
which a unit's changes are put together. What stands in a unit is the business of `xliff_1` and `xliff_2`.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from array import array
from collections.abc import Iterator, Mapping
from typing import ClassVar, NamedTuple

from passages.bitext import Given
from passages.bitext.inline import Vocabulary, contents, read_texts
from passages.bitext.keys import distinct
from passages.bitext.model import APPROVAL, NOTE, STATE
from passages.bitext.tokens import token_fault
from passages.bitext.xml_content import attribute_of, raw_of
from passages.bitext.xml_escapes import xml_fault
from passages.bitext.xml_file import XmlFile
from passages.bitext.xml_tree import Node, Splice, attribute_values, attributes, missing, root, tags_named, tree
from passages.errors import DocumentError
from passages.pair import InlineCode, Pair, PairChange, PairState
from translit.message import Message

OWN = "endonym"
"""What names the reviewer's comments among the notes of a file."""


def read(given: Given) -> tuple[XliffContent, str]:
    """The pairs of an XLIFF file, and its encoding.

    Raises:
        DocumentError: for XML that is broken, no XLIFF, or of a version that nobody knows yet.
    """
    from passages.bitext.xliff_1 import Xliff1
    from passages.bitext.xliff_2 import Xliff2

    file = XmlFile(given.path, given.data, given.encoding)
    top = root(file.body)
    prefix, _, name = top.name.rpartition(":")
    if name != "xliff":
        raise DocumentError(
            given.path, Message("it is XML, but no XLIFF: its first element is <{name}>", name=top.name), "is it the right file?"
        )
    said = attributes(file.body, top).get("version")
    version = "1.2" if said is None else said.value
    families = {"1": Xliff1, "2": Xliff2}
    family = families.get(version.partition(".")[0])
    if family is None:
        raise DocumentError(given.path, Message("it is XLIFF {version}", version=version), "save it as XLIFF 1.2, 2.0, 2.1 or 2.2")
    return family(given, file, f"{prefix}:" if prefix else ""), file.encoding


class Segment(NamedTuple):
    """A source of a unit with its target."""

    id: str
    """What tells it from the unit's other segments; empty where there is one only."""
    holder: Node
    """What source and target stand in: the unit itself, or a `<segment>` of it."""
    source: Node
    """The element whose content is the source."""
    target: Node | None
    """That of the target; None where it is missing."""
    locked: bool = False
    """True where a target could not be put in its place."""


class Remarks(NamedTuple):
    """What a unit says of a segment besides its texts."""

    state: PairState
    """What a reviewer has said."""
    notes: tuple[str, ...]
    """Comments, the reviewer's own too."""
    context: str = ""
    """What tells two equal sources apart."""
    places: tuple[str, ...] = ()
    """Where the source is used."""
    limit: int | None = None
    """The greatest length of a target, in code points."""


class XliffContent(ABC):
    """The pairs of one file."""

    unit_name: ClassVar[str]
    """The local name of a unit."""
    vocabulary: ClassVar[Vocabulary]
    """The inline elements."""

    def __init__(self, given: Given, file: XmlFile, prefix: str) -> None:
        """Find the units of a well-formed file whose elements have this namespace prefix (with its colon; mostly none)."""
        self.file, self.prefix = file, prefix
        self.can = frozenset((STATE, APPROVAL, NOTE))
        languages = self.languages()
        self.source_language = given.source_language or languages[0]
        self.target_language = given.target_language or languages[1]
        self._starts, self._ends, self._locks, self._lines = array("q"), array("q"), array("b"), array("q")
        self._at: list[tuple[int, int]] = []
        self.keys = distinct(self._located())

    @abstractmethod
    def languages(self) -> tuple[str | None, str | None]:
        """The languages of source and target that the file names."""

    @abstractmethod
    def segments(self, unit: Node) -> list[Segment]:
        """The segments of a unit, in order."""

    @abstractmethod
    def segment_ids(self, start: int, end: int) -> list[str]:
        """The ids of the segments of the unit that stands in these bytes, told with as little reading as may be."""

    @abstractmethod
    def remarks(self, unit: Node, segment: Segment) -> Remarks:
        """What the unit says of a segment."""

    @abstractmethod
    def edits(self, unit: Node, changes: Mapping[int, PairChange]) -> Iterator[Splice]:
        """What the changes, by the numbers of their segments, do to a unit."""

    def pair(self, index: int) -> Pair:
        """A segment."""
        number, at = self._at[index]
        unit = self._unit(number)
        segments = self.segments(unit)
        # A segment that stands where none belongs is shown empty and locked.
        segment = segments[at] if at < len(segments) else Segment("", unit, missing(unit.open_end), None, locked=True)
        source, target = read_texts(raw_of(self.file.body, segment.source), raw_of(self.file.body, segment.target), self.vocabulary)
        remarks = self.remarks(unit, segment)
        stands = segment.source if segment.target is None else segment.target
        return Pair(  # all by place: with names it takes twice the time
            self.keys[index],
            source[0],
            target[0],
            remarks.state,
            source[1],
            target[1],
            remarks.context,
            remarks.notes,
            remarks.places,
            frozenset(),
            None,
            remarks.limit,
            bool(self._locks[number]) or segment.locked,
            self._lines[number] + self.file.body.count(b"\n", unit.start, stands.start),
        )

    def fault(self, pair: Pair, text: str) -> Message | None:
        """What XML cannot hold, and codes that do not fit together."""
        return xml_fault(text) or token_fault(pair, text)

    def adopted(self, pair: Pair, codes: tuple[InlineCode, ...]) -> tuple[InlineCode, ...]:
        """The codes as they are: pairs are not merged here."""
        del pair
        return codes

    def spliced(self, changes: Mapping[int, PairChange]) -> bytes:
        """The file with these segments changed."""
        return self.file.spliced(list(self.all_edits(changes)))

    def all_edits(self, changes: Mapping[int, PairChange]) -> Iterator[Splice]:
        """What the changes do to the units."""
        by_unit: dict[int, dict[int, PairChange]] = {}
        for index, change in changes.items():
            number, at = self._at[index]
            by_unit.setdefault(number, {})[at] = change
        for number, of_unit in by_unit.items():
            unit = self._unit(number)
            there = len(self.segments(unit))
            yield from self.edits(unit, {at: change for at, change in of_unit.items() if at < there})

    def codes(self, segment: Segment, change: PairChange) -> tuple[InlineCode, ...]:
        """The codes that a segment's new target may hold; the target's own come last and count before the source's."""
        source, target = contents(raw_of(self.file.body, segment.source), raw_of(self.file.body, segment.target), self.vocabulary)
        return (*change.codes, *source.codes, *target.codes)

    def space(self, source: Node) -> str:
        """The attribute that a new target has because its source has it."""
        said = attribute_of(self.file.body, source, "xml:space")
        return f' xml:space="{said}"' if said in {"default", "preserve"} else ""

    def name(self, local: str) -> str:
        """An element's qualified name."""
        return self.prefix + local

    def _unit(self, number: int) -> Node:
        return tree(self.file.body, self._starts[number], self._ends[number])

    def _located(self) -> Iterator[str]:
        """Find the units and give the key of each of their segments."""
        body = self.file.body
        unit, file, group = (self.name(one).encode("utf-8") for one in (self.unit_name, "file", "group"))
        source = re.compile(rb"<" + re.escape(self.name("source").encode("utf-8")) + rb"[\s/>]")
        files = len(re.findall(rb"<" + re.escape(file) + rb"[\s>]", body))
        closed: list[bool] = [False]
        key, place, at, line = "", "", 0, 1
        for match in tags_named(unit, file, group).finditer(body):
            if match[2] is None:
                continue
            if match[1]:
                closed.pop()
                if match[2] == unit and source.search(body, self._starts[-1], match.start()):
                    self._ends.append(match.end())
                    number = len(self._ends) - 1
                    for segment, id in enumerate(self.segment_ids(self._starts[-1], match.end())):
                        self._at.append((number, segment))
                        yield f"{key}:{id}" if id else key
                elif match[2] == unit:  # without a source it is no pair
                    for kept in (self._starts, self._locks, self._lines):
                        kept.pop()
                continue
            values = attribute_values(match[3])
            locked = {"no": True, "yes": False}.get(values.get("translate", ""), closed[-1])
            if not match[3].endswith(b"/"):
                closed.append(locked)
            if match[2] == file:
                place = f"{values.get('id', values.get('original', ''))}/" if files > 1 else ""
            elif match[2] == unit and not match[3].endswith(b"/"):
                if len(self._starts) > len(self._ends):
                    problem = Message("a <{name}> stands in another", name=unit.decode())
                    raise self.file.fault(match.start(), problem, "mend it; a unit holds no units")
                line += body.count(b"\n", at, match.start())
                at = match.start()
                self._starts.append(at)
                self._locks.append(locked)
                self._lines.append(line)
                key = f"{place}{values.get('id', '')}"
