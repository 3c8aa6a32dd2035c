"""The `<unit>` of XLIFF 2.0, 2.1 and 2.2: its segments, their states, its notes, and what changes do to it.

Owns the mapping of a reviewer's states to `state` and `subState` (XLIFF 2.1, 4.3.1.37: a `subState` goes when its `state` changes; any state
but `initial` asks for a `<target>`), and where `<notes>` belong. An `<ignorable>` is no pair and is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from passages.bitext.inline import Role, Rule, contents
from passages.bitext.inline_writing import markup
from passages.bitext.tokens import codes_in, token
from passages.bitext.xliff import OWN, Remarks, Segment, XliffContent
from passages.bitext.xml_content import attribute_of, content_edits, raw_of, refilled, text_of, without
from passages.bitext.xml_escapes import attribute_escaped, escaped
from passages.bitext.xml_tree import Node, Splice, attributes, indent_before, missing, root, tags_named, with_attribute
from passages.pair import Pair, PairChange, PairState
from translit.message import Message

_KEPT = re.compile(r"""^<\w[^>]*\scanDelete\s*=\s*["']no["']""")
NEEDS_WORK = "endonym:needs-work"
"""The `subState` of what needs work; XLIFF 2 has no state of its own for it."""

_INLINE = {
    "pc": Rule(Role.AROUND),
    "mrk": Rule(Role.AROUND),
    "ph": Rule(Role.ALONE),
    "cp": Rule(Role.ALONE, ("hex",)),
    "sc": Rule(Role.OPEN),
    "ec": Rule(Role.CLOSE, ("startRef", "id"), ("startRef", "id")),
    "sm": Rule(Role.OPEN),
    "em": Rule(Role.CLOSE, ("startRef",), ("startRef",)),
}
"""The inline elements of XLIFF 2.1, 4.2.3."""


class Xliff2(XliffContent):
    """The pairs of an XLIFF 2.x file."""

    unit_name = "unit"
    vocabulary = _INLINE

    def languages(self) -> tuple[str | None, str | None]:
        """Those of `<xliff>`."""
        top = root(self.file.body)
        return attribute_of(self.file.body, top, "srcLang") or None, attribute_of(self.file.body, top, "trgLang") or None

    def segment_ids(self, start: int, end: int) -> list[str]:
        """Those of the `<segment>`s, or their numbers; none for a single one."""
        body, name = self.file.body, self.name("segment")
        tags = tags_named(name.encode("utf-8"))
        nodes = [Node(name, *match.span()) for match in tags.finditer(body, start, end) if match[2] is not None and not match[1]]
        return self._ids(nodes)

    def segments(self, unit: Node) -> list[Segment]:
        """The `<segment>`s of the unit."""
        found = list(unit.named(self.name("segment")))
        made: list[Segment] = []
        for node, id in zip(found, self._ids(found), strict=True):
            source = node.first(self.name("source"))
            made.append(Segment(id, node, source or missing(node.open_end), node.first(self.name("target")), locked=source is None))
        return made

    def remarks(self, unit: Node, segment: Segment) -> Remarks:
        """The segment's state, and the unit's notes that are for it."""
        body = self.file.body
        notes: list[str] = []
        for note in self._notes(unit):
            category = attribute_of(body, note, "category")
            said = text_of(body, note).strip()
            if said and (category.partition(":")[0] != OWN or category == _category(segment)):
                notes.append(said)
        state = attribute_of(body, segment.holder, "state")
        if attribute_of(body, segment.holder, "subState") == NEEDS_WORK:
            said = PairState.NEEDS_WORK
        else:
            said = PairState.APPROVED if state in {"reviewed", "final"} else PairState.UNREVIEWED
        return Remarks(said, tuple(notes), attribute_of(body, unit, "name"), (), self._limit(unit))

    def fault(self, pair: Pair, text: str) -> Message | None:
        """Besides what any XLIFF refuses: a code of the source that may not be left out, and a translation into nobody's language."""
        if self.target_language is None:
            return Message("the file does not say which language its translations are in (trgLang)")
        kept = next((code for code in pair.source_codes if text and _KEPT.search(code.raw) and not codes_in(text, (code,))), None)
        if kept is not None:
            return Message("the code {code} may not be left out", code=token(kept.kind, kept.id))
        return super().fault(pair, text)

    def spliced(self, changes: Mapping[int, PairChange]) -> bytes:
        """The file with these segments changed, and with the language of its targets if it has not said it yet (`trgLang`)."""
        top = root(self.file.body)
        said = any(change.target or change.state for change in changes.values())
        if said and self.target_language is not None and not attribute_of(self.file.body, top, "trgLang"):
            edit = with_attribute(self.file.body, top, "trgLang", self.target_language)
            return self.file.spliced([*(() if edit is None else (edit,)), *self.all_edits(changes)])
        return super().spliced(changes)

    def edits(self, unit: Node, changes: Mapping[int, PairChange]) -> Iterator[Splice]:
        """New texts, missing targets, states and notes."""
        segments = self.segments(unit)
        for at, change in changes.items():
            segment = segments[at]
            yield from self._text_edits(segment, change)
            if change.state is not None:
                has_text = segment.target is not None or self._gets_target(change)
                yield from self._state_edits(segment.holder, change.state, has_text=has_text)
        notes = {_category(segments[at]): change.note for at, change in changes.items() if change.note is not None}
        if notes:
            yield from self._note_edits(unit, segments[0], notes)

    def _text_edits(self, segment: Segment, change: PairChange) -> Iterator[Splice]:
        body, target = self.file.body, segment.target
        if target is None:
            if self._gets_target(change):
                name = self.name("target")
                said = markup(change.target or "", self.codes(segment, change), self.file.line_end)
                said = f"<{name}{self.space(segment.source)}>{said}</{name}>"
                yield segment.source.end, segment.source.end, indent_before(body, segment.source.start) + said
        elif change.target is not None:
            _, old = contents(raw_of(body, segment.source), raw_of(body, target), self.vocabulary)
            yield from content_edits(self.file, target, old, change.target, self.codes(segment, change))

    def _gets_target(self, change: PairChange) -> bool:
        """Whether a segment without a target gets one: an approved one must have it, if only an empty one."""
        return bool(change.target) or (change.state is PairState.APPROVED and self.target_language is not None)

    def _state_edits(self, node: Node, state: PairState, *, has_text: bool) -> Iterator[Splice]:
        words = {PairState.APPROVED: "reviewed"}
        said = words.get(state, "translated") if has_text else "initial"
        for name, value in (("state", said), ("subState", NEEDS_WORK if state is PairState.NEEDS_WORK else None)):
            edit = with_attribute(self.file.body, node, name, value)
            if edit is not None:
                yield edit

    def _note_edits(self, unit: Node, segment: Segment, wanted: Mapping[str, str]) -> Iterator[Splice]:
        """The reviewer's notes; `<notes>` comes and goes with them (XLIFF 2.1, 4.2.2.4: before `<originalData>` and the segments)."""
        body, name = self.file.body, self.name("note")
        notes = unit.first(self.name("notes"))
        there = {attribute_of(body, one, "category"): one for one in self._notes(unit)}
        new = [(category, escaped(text, self.file.line_end)) for category, text in wanted.items() if category not in there and text]
        gone = [there[category] for category, text in wanted.items() if category in there and not text]
        made = [f'<{name} category="{attribute_escaped(category)}" appliesTo="target">{said}</{name}>' for category, said in new]
        if notes is not None and len(gone) == len(notes.children) and not new:
            yield without(body, notes)
            return
        for one in gone:
            yield without(body, one)
        for category, text in wanted.items():
            if category in there and text:
                yield refilled(body, there[category], escaped(text, self.file.line_end))
        if not made:
            return
        if notes is not None and notes.children:
            last = notes.children[-1]
            indent = indent_before(body, last.start)
            yield last.end, last.end, "".join(indent + one for one in made)
            return
        first = next(one for one in unit.children if one.name in {self.name("originalData"), self.name("segment"), self.name("ignorable")})
        outer, inner = indent_before(body, first.start), indent_before(body, segment.source.start)
        inside = "".join(inner + one for one in made)
        yield first.start, first.start, f"<{self.name('notes')}>{inside}{outer}</{self.name('notes')}>{outer}"

    def _notes(self, unit: Node) -> Iterator[Node]:
        for notes in unit.named(self.name("notes")):
            yield from notes.named(self.name("note"))

    def _ids(self, nodes: list[Node]) -> list[str]:
        if len(nodes) == 1:
            return [""]
        return [attribute_of(self.file.body, one, "id") or str(number) for number, one in enumerate(nodes, 1)]

    def _limit(self, unit: Node) -> int | None:
        """The maximum of the Size and Length Restriction module, where it counts code points, as it does by default (XLIFF 2.1, 5.7)."""
        said = next((one.value for name, one in attributes(self.file.body, unit).items() if name.endswith(":sizeRestriction")), "")
        most = said.rpartition(",")[2].strip()
        return int(most) if most.isdecimal() else None


def _category(segment: Segment) -> str:
    """The category of the reviewer's note for a segment."""
    return f"{OWN}:{segment.id}" if segment.id else OWN
