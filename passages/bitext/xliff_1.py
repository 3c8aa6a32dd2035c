"""The `<trans-unit>` of XLIFF 1.0 to 1.2: its segments, its state and notes, and what changes do to it.

Owns the mapping of a reviewer's states to `approved` and `state` (XLIFF 1.2, 2.3), where a missing `<target>` belongs, and units that
`<seg-source>` divides. `<alt-trans>` is never touched.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from passages.bitext.inline import Role, Rule, contents
from passages.bitext.inline_writing import markup
from passages.bitext.xliff import OWN, Remarks, Segment, XliffContent
from passages.bitext.xml_content import attribute_of, content_edits, raw_of, refilled, text_of, without
from passages.bitext.xml_escapes import attribute_escaped, escaped
from passages.bitext.xml_tree import Node, Splice, indent_before, missing, tags_named, tree, with_attribute
from passages.pair import PairChange, PairState

_NEEDS = frozenset(
    ("needs-adaptation", "needs-l10n", "needs-review-adaptation", "needs-review-l10n", "needs-review-translation", "needs-translation")
)
_DONE = frozenset(("signed-off", "final"))

_INLINE = {
    "g": Rule(Role.AROUND),
    "mrk": Rule(Role.AROUND, ("mid",)),
    "x": Rule(Role.ALONE),
    "ph": Rule(Role.ALONE),
    "it": Rule(Role.ALONE),
    "sub": Rule(Role.ALONE, ()),
    "bpt": Rule(Role.OPEN, ("id",), ("rid", "id")),
    "bx": Rule(Role.OPEN, ("id",), ("rid", "id")),
    "ept": Rule(Role.CLOSE, ("rid", "id"), ("rid", "id")),
    "ex": Rule(Role.CLOSE, ("rid", "id"), ("rid", "id")),
}
"""The inline elements of XLIFF 1.2, 2.4."""


class Xliff1(XliffContent):
    """The pairs of an XLIFF 1.x file."""

    unit_name = "trans-unit"
    vocabulary = _INLINE

    def languages(self) -> tuple[str | None, str | None]:
        """Those of the first `<file>`."""
        body = self.file.body
        for match in tags_named(self.name("file").encode("utf-8")).finditer(body):
            if match[2] is not None:
                node = Node(self.name("file"), *match.span())
                return attribute_of(body, node, "source-language") or None, attribute_of(body, node, "target-language") or None
        return None, None

    def segment_ids(self, start: int, end: int) -> list[str]:
        """One without an id, or those of `<seg-source>`."""
        if self.file.body.find(b"seg-source", start, end) < 0:
            return [""]
        return [one.id for one in self.segments(tree(self.file.body, start, end))]

    def segments(self, unit: Node) -> list[Segment]:
        """The unit, or the `<mrk mtype="seg">` of its `<seg-source>` unless the target has text and is not so divided."""
        source, divided, target = (unit.first(self.name(one)) for one in ("source", "seg-source", "target"))
        if source is None:
            return [Segment("", unit, missing(unit.open_end), target, locked=True)]
        marks = self._marks(divided) if divided is not None else {}
        there = self._marks(target) if target is not None else {}
        whole = target is not None and bool(raw_of(self.file.body, target).strip())
        if not marks or (whole and not there):
            return [Segment("", unit, source, target)]
        return [Segment(mid, unit, mark, there.get(mid), locked=whole and mid not in there) for mid, mark in marks.items()]

    def remarks(self, unit: Node, segment: Segment) -> Remarks:
        """The state of the whole unit, and the notes that are for the segment."""
        body = self.file.body
        notes: list[str] = []
        for note in unit.named(self.name("note")):
            author = attribute_of(body, note, "from")
            said = text_of(body, note).strip()
            if said and (not author.startswith(OWN) or author == _author(segment)):
                notes.append(said)
        size = attribute_of(body, unit, "maxwidth")
        limit = int(size) if size.isdecimal() and attribute_of(body, unit, "size-unit") == "char" else None
        return Remarks(self._state(unit), tuple(notes), attribute_of(body, unit, "resname"), tuple(self._places(unit)), limit)

    def edits(self, unit: Node, changes: Mapping[int, PairChange]) -> Iterator[Splice]:
        """New texts, a `<target>` where it is missing, the unit's state, and notes."""
        segments = self.segments(unit)
        target = unit.first(self.name("target"))
        before = self._state(unit)
        state = _together(
            [change.state if (change := changes.get(at)) is not None and change.state else before for at in range(len(segments))]
        )
        texts = {at: change.target for at, change in changes.items() if change.target is not None}
        new = state if state is not before else None
        source, divided = (unit.first(self.name(one)) for one in ("source", "seg-source"))
        last = divided or source or segments[0].source
        if target is None:
            if any(texts.values()) or new is PairState.NEEDS_WORK:
                said = f' state="{_word(new, has_text=bool(texts))}"' if new is PairState.NEEDS_WORK else ""
                content = self._content(unit, segments, changes)
                name = self.name("target")
                made = f"<{name}{self.space(last)}{said}>{content}</{name}>"
                yield last.end, last.end, indent_before(self.file.body, last.start) + made
        elif segments[0].id and not raw_of(self.file.body, target).strip():
            if any(texts.values()):
                yield refilled(self.file.body, target, self._content(unit, segments, changes))
        else:
            for at, text in texts.items():
                yield from self._text_edits(segments[at], text, changes[at])
        if new is not None:
            yield from self._state_edits(unit, target, new, has_text=any(texts.values()) or bool(target and not target.empty))
        behind = max(one.end for one in (last, target) if one is not None)
        for at, change in changes.items():
            if change.note is not None:
                yield from self._note_edits(unit, segments[at], change.note, behind, indent_before(self.file.body, last.start))

    def _text_edits(self, segment: Segment, text: str, change: PairChange) -> Iterator[Splice]:
        assert segment.target is not None
        body = self.file.body
        _, old = contents(raw_of(body, segment.source), raw_of(body, segment.target), self.vocabulary)
        yield from content_edits(self.file, segment.target, old, text, self.codes(segment, change))

    def _content(self, unit: Node, segments: list[Segment], changes: Mapping[int, PairChange]) -> str:
        """The content of a new `<target>`: the text, or what stands in `<seg-source>` with the new texts in the place of the old."""
        texts = [
            markup(change.target or "", self.codes(one, change), self.file.line_end) if (change := changes.get(at)) is not None else ""
            for at, one in enumerate(segments)
        ]
        divided = unit.first(self.name("seg-source"))
        if divided is None or not segments[0].id:
            return texts[0]
        parts: list[str] = []
        at, body = divided.open_end, self.file.body
        for segment, text in zip(segments, texts, strict=True):
            mark = segment.source
            parts += (body[at : mark.open_end].decode("utf-8"), text)
            at = mark.close
        return "".join((*parts, body[at : divided.close].decode("utf-8")))

    def _state(self, unit: Node) -> PairState:
        target = unit.first(self.name("target"))
        said = attribute_of(self.file.body, target, "state") if target is not None else ""
        if said in _NEEDS and (said != "needs-translation" or raw_of(self.file.body, target).strip()):
            return PairState.NEEDS_WORK
        if attribute_of(self.file.body, unit, "approved") == "yes" or said in _DONE:
            return PairState.APPROVED
        return PairState.UNREVIEWED

    def _state_edits(self, unit: Node, target: Node | None, state: PairState, *, has_text: bool) -> Iterator[Splice]:
        body = self.file.body
        approved = attribute_of(body, unit, "approved")
        if state is PairState.APPROVED or approved == "yes":
            edit = with_attribute(body, unit, "approved", "yes" if state is PairState.APPROVED else "no")
            if edit is not None:
                yield edit
        if target is None:
            return
        said = attribute_of(body, target, "state")
        stands = {PairState.APPROVED: said not in _NEEDS, PairState.NEEDS_WORK: False}.get(state, said not in _NEEDS | _DONE)
        if not stands:
            edit = with_attribute(body, target, "state", _word(state, has_text=has_text))
            if edit is not None:
                yield edit

    def _note_edits(self, unit: Node, segment: Segment, note: str, behind: int, indent: str) -> Iterator[Splice]:
        """The reviewer's `<note>`, behind the target (XLIFF 1.2, 2.3: notes follow source and target)."""
        body, author = self.file.body, _author(segment)
        own = [one for one in unit.named(self.name("note")) if attribute_of(body, one, "from") == author]
        said = escaped(note, self.file.line_end)
        if own:
            yield refilled(body, own[0], said) if said else without(body, own[0])
        elif said:
            name = self.name("note")
            yield behind, behind, f'{indent}<{name} from="{attribute_escaped(author)}">{said}</{name}>'

    def _marks(self, node: Node) -> dict[str, Node]:
        """The segments in a content, however deep they stand, by their ids."""
        found: dict[str, Node] = {}
        waiting = list(reversed(node.children))
        while waiting:
            one = waiting.pop()
            if one.name == self.name("mrk") and attribute_of(self.file.body, one, "mtype") == "seg":
                found.setdefault(attribute_of(self.file.body, one, "mid") or str(len(found) + 1), one)
            else:
                waiting.extend(reversed(one.children))
        return found

    def _places(self, unit: Node) -> Iterator[str]:
        """The references in `<context-group purpose="location">`."""
        body = self.file.body
        for group in unit.named(self.name("context-group")):
            if "location" not in attribute_of(body, group, "purpose"):
                continue
            said = {attribute_of(body, one, "context-type"): text_of(body, one) for one in group.named(self.name("context"))}
            if said.get("sourcefile"):
                yield ":".join(one for one in (said["sourcefile"], said.get("linenumber", "")) if one)


def _author(segment: Segment) -> str:
    """What `from` says on the reviewer's note for a segment."""
    return f"{OWN} {segment.id}" if segment.id else OWN


def _together(states: list[PairState]) -> PairState:
    """The state of a unit whose segments have these."""
    if PairState.NEEDS_WORK in states:
        return PairState.NEEDS_WORK
    return PairState.APPROVED if all(state is PairState.APPROVED for state in states) else PairState.UNREVIEWED


def _word(state: PairState | None, *, has_text: bool) -> str:
    """A reviewer's state as the `state` of a target."""
    if state is PairState.NEEDS_WORK:
        return "needs-review-translation"
    if state is PairState.APPROVED:
        return "signed-off"
    return "translated" if has_text else "new"
