"""Pairs of a translation memory (TMX 1.1 to 1.4b): each translation unit that has the source language.

Owns which of a unit's languages is source and which target, and what a change does to the unit: the text of a `<seg>`, a new `<tuv>` where the
target is missing, the reviewer's state as a `<prop>` and comment as a `<note>` of the target's `<tuv>` (TMX 1.4b, 2.2: `note` and `prop` stand
before `seg`). Units may be taken out and put in where the memory has two languages.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from passages.bitext import Given
from passages.bitext.inline import InlineText, Role, Rule, contents, read_texts
from passages.bitext.inline_writing import markup
from passages.bitext.keys import content_key, distinct
from passages.bitext.model import APPROVAL, NOTE, STATE, STRUCTURE
from passages.bitext.own_notes import MARK, own_lines
from passages.bitext.tags import nearest
from passages.bitext.tmx_units import NONE, Units, found
from passages.bitext.tokens import known_codes, token_fault
from passages.bitext.xml_content import attribute_of, content_edits, refilled, text_of, without
from passages.bitext.xml_escapes import attribute_escaped, escaped, xml_fault
from passages.bitext.xml_file import XmlFile
from passages.bitext.xml_tree import Node, Splice, attributes, indent_before, root, tree
from passages.errors import DocumentError
from passages.pair import InlineCode, NewPair, Pair, PairChange, PairState
from translit.message import Message

VOCABULARY = {
    "bpt": Rule(Role.OPEN, ("x", "i"), ("i",)),
    "ept": Rule(Role.CLOSE, ("x", "i"), ("i",)),
    "ph": Rule(Role.ALONE, ("x",)),
    "it": Rule(Role.ALONE, ("x",)),
    "ut": Rule(Role.ALONE, ("x",)),
    "hi": Rule(Role.AROUND, ("x",)),
    "sub": Rule(Role.ALONE, ()),
}
"""The inline elements of TMX 1.4b, 2.4; `<ut>` is of TMX 1.1."""

STATE_TYPE = "x-endonym:state"
"""The type of the `<prop>` that holds a reviewer's state; TMX has none of its own."""

_NUMBERED = re.compile(r"""(\s[ix]\s*=\s*["'])([0-9]{1,9})(?=["'])""")
_START = re.compile(r"""<[^\s>/]+(?:[^<>"']++|"[^"]*"|'[^']*')*+>""")
_ID = re.compile(rb"""\stuid\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def read(given: Given) -> tuple[TmxContent, str]:
    """The pairs of a memory, and its encoding.

    Raises:
        DocumentError: for XML that is broken or no TMX, and for a language that the memory has not.
    """
    file = XmlFile(given.path, given.data, given.encoding)
    return TmxContent(given, file), file.encoding


class TmxContent:
    """The pairs of one memory. Where they stand is kept in arrays of bytes' places: there may be a hundred thousand."""

    def __init__(self, given: Given, file: XmlFile) -> None:
        """Find the units of a well-formed file."""
        self._file = file
        if root(file.body).name != "tmx":
            raise DocumentError(given.path, "it is XML, but no TMX", "is it named by its format? TMX begins with <tmx>")
        units = Units(file.body)
        if units.nested is not None:
            raise file.fault(units.nested, Message("a <{name}> stands in another", name="tu"), "mend it; a unit holds no units")
        source, target = self._languages(given, units)
        self.source_language, self.target_language = source, target
        self._units, self._sources, self._targets = units.chosen(source, target)
        two = units.fewer_than_three(source, target)
        self.can = (
            frozenset((STATE, APPROVAL, NOTE, STRUCTURE) if two else (STATE, APPROVAL, NOTE)) if target is not None else frozenset[str]()
        )
        self._places = units
        self.keys = distinct(map(self._key, range(len(self._units))))
        self._lines = array("q")
        at, line = 0, 1
        for index in range(len(self._units)):
            place = units.start[self._sources[index] if self._targets[index] == NONE else self._targets[index]]
            line += file.body.count(b"\n", at, place) if place >= at else -file.body.count(b"\n", place, at)
            at = place
            self._lines.append(line)

    def pair(self, index: int) -> Pair:
        """A unit in its two languages."""
        unit, body = self._units[index], self._file.body
        at = self._targets[index]
        source, target = read_texts(self._raw(self._sources[index]), self._raw(at) if at != NONE else "", VOCABULARY)
        begin, end = self._places.unit_start[unit], self._places.unit_end[unit]
        state, notes = PairState.UNREVIEWED, ()
        if body.find(b"<note", begin, end) >= 0 or body.find(b"<prop", begin, end) >= 0:
            state, notes = self._said_besides(index)
        id = _ID.search(body, begin, body.find(b">", begin))
        return Pair(  # all by place: with names it takes twice the time
            self.keys[index],
            source[0],
            target[0],
            state,
            source[1],
            target[1],
            found(id) if id is not None else "",
            notes,
            (),
            frozenset(),
            None,
            None,
            False,
            self._lines[index],
        )

    def fault(self, pair: Pair, text: str) -> Message | None:
        """What XML cannot hold, and codes that do not fit together."""
        if self.target_language is None:
            return Message("the file has one language only, so nothing says which one a translation is in")
        return xml_fault(text) or token_fault(pair, text)

    def adopted(self, pair: Pair, codes: tuple[InlineCode, ...]) -> tuple[InlineCode, ...]:
        """The codes with numbers beyond those of the pair's own (TMX 1.4b, 3.3: `i` and `x` are unique within a segment)."""
        own = (*pair.source_codes, *pair.target_codes)
        most = max((int(number) for code in own for _, number in _NUMBERED.findall(_tag(code.raw))), default=0)

        def moved(match: re.Match[str]) -> str:
            return f"{match[1]}{int(match[2]) + most}"

        return tuple(replace(code, raw=_NUMBERED.sub(moved, _tag(code.raw)) + code.raw[len(_tag(code.raw)) :]) for code in codes)

    def spliced(self, changes: Mapping[int, PairChange]) -> bytes:
        """The memory with these units changed, taken out, or followed by new ones."""
        return self._file.spliced([edit for index, change in sorted(changes.items()) for edit in self._edits(index, change)])

    def _edits(self, index: int, change: PairChange) -> Iterator[Splice]:
        file, unit = self._file, self._units[index]
        places = self._places
        begin, end = places.unit_start[unit], places.unit_end[unit]
        pair = self.pair(index)
        codes = known_codes(pair, change.codes)
        indent = indent_before(file.body, begin)
        new = "".join(indent + self._new_unit(index, one, codes) for one in change.followers)
        if change.removed:
            yield begin - len(indent), end, new
            return
        source, target = self._texts(index)
        if change.source is not None:
            yield from self._text_edits(self._sources[index], source, change.source, codes[0])
        at = self._targets[index]
        if at == NONE:
            if change.target or change.note or change.state is not None:
                place = places.end[self._sources[index]]
                yield place, place, self._new_tuv(index, markup(change.target or "", codes[1], file.line_end), change.state, change.note)
        else:
            if change.target is not None:
                yield from self._text_edits(at, target, change.target, codes[1])
            yield from self._remarks(at, change)
        if new:
            yield end, end, new

    def _text_edits(self, tuv: int, old: InlineText, text: str, codes: tuple[InlineCode, ...]) -> Iterator[Splice]:
        seg = self._seg(tree(self._file.body, self._places.start[tuv]))
        yield from content_edits(self._file, seg, old, text, codes)

    def _seg(self, tuv: Node) -> Node:
        seg = tuv.first("seg")
        if seg is None:
            raise self._file.fault(tuv.start, "its <seg> stands in another element", "mend it; <seg> belongs right into <tuv>")
        return seg

    def _remarks(self, tuv: int, change: PairChange) -> Iterator[Splice]:
        """The state and the comment of a `<tuv>` that is there."""
        body = self._file.body
        node = tree(body, self._places.start[tuv])
        seg = self._seg(node)
        between = indent_before(body, seg.start)
        added = ""
        if change.note is not None:
            own = [one for one in node.named("note") if _own(text_of(body, one)) is not None]
            note = _note(change.note, self._file.line_end)
            if own:
                yield refilled(body, own[0], note) if note else without(body, own[0])
                yield from (without(body, one) for one in own[1:])
            elif note:
                added += f"<note>{note}</note>{between}"
        if change.state is not None:
            state = next((one for one in node.named("prop") if attribute_of(body, one, "type") == STATE_TYPE), None)
            said = "" if change.state is PairState.UNREVIEWED else change.state.value
            if state is not None:
                yield refilled(body, state, said) if said else without(body, state)
            elif said:
                added += f'<prop type="{STATE_TYPE}">{said}</prop>{between}'
        if added:
            yield seg.start, seg.start, added

    def _new_tuv(self, index: int, content: str, state: PairState | None, note: str | None) -> str:
        """A `<tuv>` for the target language, laid out like the source's, to stand behind that."""
        body = self._file.body
        like = tree(body, self._places.start[self._sources[index]])
        return indent_before(body, like.start) + self._tuv(like, self.target_language or "", content, state, note)

    def _tuv(self, like: Node, language: str, content: str, state: PairState | None, note: str | None) -> str:
        body = self._file.body
        seg = self._seg(like)
        name = "xml:lang" if "xml:lang" in attributes(body, like) else "lang"
        before, after = indent_before(body, seg.start), indent_before(body, like.close)
        said = _note(note or "", self._file.line_end)
        remarks = f"{before}<note>{said}</note>" if said else ""
        if state not in {None, PairState.UNREVIEWED}:
            remarks += f'{before}<prop type="{STATE_TYPE}">{state}</prop>'
        return f'<tuv {name}="{attribute_escaped(language)}">{remarks}{before}<seg>{content}</seg>{after}</tuv>'

    def _new_unit(self, index: int, pair: NewPair, codes: tuple[tuple[InlineCode, ...], ...]) -> str:
        """A unit laid out like another one."""
        file, body = self._file, self._file.body
        unit = tree(body, self._places.unit_start[self._units[index]])
        like = tree(body, self._places.start[self._sources[index]])
        language = attributes(body, like)
        source = next((language[name].value for name in ("xml:lang", "lang") if name in language), self.source_language or "")
        between, after = indent_before(body, like.start), indent_before(body, unit.close)
        sides = (
            self._tuv(like, source, markup(pair.source, codes[0], file.line_end), None, None),
            self._tuv(like, self.target_language or "", markup(pair.target, codes[1], file.line_end), pair.state, None),
        )
        return f"<tu>{between}{sides[0]}{between}{sides[1]}{after}</tu>"

    def _texts(self, index: int) -> tuple[InlineText, InlineText]:
        """What source and target say."""
        source, target = self._sources[index], self._targets[index]
        return contents(self._raw(source), self._raw(target) if target != NONE else "", VOCABULARY)

    def _raw(self, tuv: int) -> str:
        places = self._places
        return self._file.body[places.seg_start[tuv] : places.seg_end[tuv]].decode("utf-8")

    def _said_besides(self, index: int) -> tuple[PairState, tuple[str, ...]]:
        """The state, and the notes of the unit, of its source and of its target."""
        body, tuv = self._file.body, self._targets[index]
        unit = tree(body, self._places.unit_start[self._units[index]])
        sides = {self._places.start[one] for one in (self._sources[index], tuv) if one != NONE}
        holders = (unit, *(one for one in unit.named("tuv") if one.start in sides))
        notes = [said for one in holders for note in one.named("note") if (said := text_of(body, note).strip())]
        target = next((one for one in holders if tuv != NONE and one.start == self._places.start[tuv]), None)
        states = (
            text_of(body, one)
            for one in (target.named("prop") if target is not None else ())
            if attribute_of(body, one, "type") == STATE_TYPE
        )
        said = next(states, PairState.UNREVIEWED.value)
        state = PairState(said) if said in list(PairState) else PairState.UNREVIEWED
        return state, tuple(note if (own := _own(note)) is None else own for note in notes)

    def _key(self, index: int) -> str:
        body, begin = self._file.body, self._places.unit_start[self._units[index]]
        id = _ID.search(body, begin, body.find(b">", begin))
        tuv = self._sources[index]
        return found(id) if id is not None else content_key(body[self._places.seg_start[tuv] : self._places.seg_end[tuv]])

    def _languages(self, given: Given, units: Units) -> tuple[str | None, str | None]:
        """The file's spelling of the source and of the target language."""
        have = ", ".join(units.languages) or "none"
        counts = Counter(units.language)
        source = nearest(given.source_language or units.source or "", units.languages)
        if source is None and given.source_language is not None and units.languages:
            raise DocumentError(given.path, *_lacks(given.source_language, have))
        if source is None and units.languages:
            source = units.languages[0]
        others = [tag for tag in units.languages if tag != source]
        if given.target_language is not None:
            target = nearest(given.target_language, others)
            if target is None and others:
                raise DocumentError(given.path, *_lacks(given.target_language, have))
            return source, target or given.target_language
        return source, max(others, key=lambda tag: counts[units.languages.index(tag)], default=None)


def _tag(raw: str) -> str:
    """The start tag that a code's markup begins with; empty for an end tag."""
    found = _START.match(raw)
    return "" if found is None else found[0]


def _lacks(language: str, have: str) -> tuple[Message, Message]:
    """What is wrong where a memory has not the language asked for, and what to do."""
    return Message("it has no text in {language}", language=language), Message(
        "ask for a language that it has: {languages}", languages=have
    )


def _own(note: str) -> str | None:
    """The reviewer's comment in a note; None in another's."""
    lines = note.split("\n")
    return "\n".join(line.removeprefix(MARK.rstrip()).removeprefix(" ") for line in lines) if note.startswith(MARK.rstrip()) else None


def _note(text: str, line_end: str) -> str:
    """A comment as the content of its `<note>`; empty for an empty one."""
    return escaped("\n".join(own_lines(text)), line_end)
