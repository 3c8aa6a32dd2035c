"""What a reviewer may do to pairs, worked out as steps: pure functions of the pairs as they stand. Nothing is written or shown here.

Refused, with a sentence and a remedy: what the file cannot hold, what it has locked, and another structure where the file's is fixed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from passages.bitext.tokens import codes_in
from passages.errors import DocumentError
from passages.pair import InlineCode, PairState, Side
from passages.review.codes import renamed
from passages.review.slots import Arrangement
from passages.review.steps import NewSlot, Step
from passages.review.values import Content
from translit.message import Message

if TYPE_CHECKING:
    from passages.bitext.model import Bitext


class Operations:
    """The steps that are possible in a session, by the rules of its file."""

    def __init__(self, bitext: Bitext, arrangement: Arrangement) -> None:
        """Work on the pairs of an arrangement of this bitext."""
        self._bitext, self._arrangement = bitext, arrangement

    def states(self, indexes: Iterable[int], state: PairState) -> Step | None:
        """Give pairs a state; None where all have it. Locked pairs are left out; where all are, it is refused."""
        wanted = sorted(set(indexes))
        open_ones = [index for index in wanted if not self._arrangement.file_pair(self._arrangement.ref(index)).locked]
        if wanted and not open_ones:
            raise self._locked(wanted[0])
        contents: dict[int, Content] = {}
        changed: list[int] = []
        for index in open_ones:
            ref = self._arrangement.ref(index)
            content = self._arrangement.content(ref)
            if content.state is not state:
                contents[ref] = replace(content, state=state)
                changed.append(index)
        if not contents:
            return None
        (one,) = changed if len(changed) == 1 else (None,)
        return Step(_judged(state, len(changed), one), contents=contents)

    def edits(self, texts: Sequence[tuple[int, str]], said: Message) -> Step | None:
        """Give pairs new translations; None where all have them."""
        contents: dict[int, Content] = {}
        for index, text in texts:
            ref = self._arrangement.ref(index)
            content = self._arrangement.content(ref)
            if content.target == text:
                continue
            if self._arrangement.file_pair(ref).locked:
                raise self._locked(index)
            changed = replace(content, target=text)
            self._prove(index, ref, changed)
            contents[ref] = changed
        return Step(said, contents=contents) if contents else None

    def merge(self, index: int) -> Step:
        """Join a pair with the next one."""
        self._structure()
        if index + 1 >= len(self._arrangement):
            raise DocumentError(self._bitext.path, "there is no pair behind the last one", "stand on the first of the two")
        first, second = self._arrangement.ref(index), self._arrangement.ref(index + 1)
        for at, ref in ((index, first), (index + 1, second)):
            if self._arrangement.file_pair(ref).locked:
                raise self._locked(at)
        left, right = self._arrangement.content(first), self._arrangement.content(second)
        (source, target), codes = self._brought((right.source, right.target), second, first)
        state = left.state if left.state is right.state else _lower(left.state, right.state)
        whole = Content(_joined(left.source, source), _joined(left.target, target), state)
        self._prove(index, first, whole, codes)
        contents = {first: whole, second: replace(right, removed=True)}
        return Step(Message("pair {number} merged with the next", number=index + 1), contents=contents, codes=self._more(first, codes))

    def split(self, index: int, source_at: int, target_at: int) -> Step:
        """Cut a pair in two, before these code points of its texts."""
        self._structure()
        ref = self._arrangement.ref(index)
        if self._arrangement.file_pair(ref).locked:
            raise self._locked(index)
        content = self._arrangement.content(ref)
        parts = [self._cut(ref, text, at) for text, at in ((content.source, source_at), (content.target, target_at))]
        first = Content(parts[0][0], parts[1][0], content.state)
        second = Content(parts[0][1], parts[1][1], content.state)
        if not (first.source or first.target) or not (second.source or second.target):
            raise DocumentError(self._bitext.path, "one of the two parts would be empty", "put the cursor where the pair is to be cut")
        self._prove(index, ref, first)
        self._prove(index, ref, second)
        slot = self._arrangement.slots.get(ref)
        made = NewSlot(*self._behind(index), second, slot.codes if slot is not None else ())
        return Step(Message("pair {number} split", number=index + 1), contents={ref: first}, made=(made,))

    def shift(self, index: int, side: Side, direction: int) -> Step:
        """Move the texts of one side by one pair, from a pair on: down (1), which leaves it without a text there, or up (-1), into an empty place.

        The move ends at the first empty text; down, a new pair takes the last text where there is none.
        """
        self._structure()
        if direction not in (1, -1):
            raise ValueError("the direction is 1 or -1")
        count = len(self._arrangement)
        texts = self._texts(side)
        if not texts(index):
            raise DocumentError(self._bitext.path, "there is no text to move", "stand on the first pair whose text is to move")
        stop = next((at for at in range(index, count) if not texts(at)), count)  # one behind the last text that moves
        if direction < 0 and (index == 0 or texts(index - 1)):
            raise DocumentError(self._bitext.path, "the pair above has a text already", "merge the two, or move the text above first")
        contents: dict[int, Content] = {}
        codes: dict[int, tuple[InlineCode, ...]] = {}
        made: tuple[NewSlot, ...] = ()
        for at in range(index, stop):
            origin = self._arrangement.ref(at)
            if self._arrangement.file_pair(origin).locked:
                raise self._locked(at)
            if at + direction == count:
                base, rank = self._behind(at)
                (text,), brought = self._brought((texts(at),), origin, None)
                made = (NewSlot(base, rank, _with(Content("", "", PairState.UNREVIEWED), side, text), brought),)
                continue
            goal = self._arrangement.ref(at + direction)
            (text,), brought = self._brought((texts(at),), origin, goal)
            contents[goal] = _with(self._arrangement.content(goal), side, text)
            codes |= self._more(goal, brought) or {}
        hole = index if direction > 0 else stop - 1
        ref = self._arrangement.ref(hole)
        left = _with(self._arrangement.content(ref), side, "")
        contents[ref] = replace(left, removed=not left.source and not left.target)
        up, down = (
            Message("texts moved up from pair {number}", number=index + 1),
            Message("texts moved down from pair {number}", number=index + 1),
        )
        return Step(up if direction < 0 else down, contents=contents, made=made, codes=codes)

    def _texts(self, side: Side) -> Callable[[int], str]:
        def text(index: int) -> str:
            return self._arrangement.content(self._arrangement.ref(index)).text(side)

        return text

    def _behind(self, index: int) -> tuple[int, float]:
        try:
            return self._arrangement.made_behind(index)
        except ValueError as error:
            raise DocumentError(self._bitext.path, "too many pairs were made in this place", "save first, then go on") from error

    def _structure(self) -> None:
        if "structure" not in self._bitext.can:
            raise DocumentError(
                self._bitext.path,
                "the pairs of this file belong to a program, and cannot be merged, split or moved",
                "edit the translation instead",
            )

    def _locked(self, index: int) -> DocumentError:
        problem = Message("pair {number} may not be changed: the file says so", number=index + 1)
        return DocumentError(self._bitext.path, problem, "comment on it instead")

    def _prove(self, index: int, ref: int, content: Content, brought: Sequence[InlineCode] = ()) -> None:
        """Refuse a text that the file cannot hold."""
        pair = self._arrangement.file_pair(ref)
        known = replace(pair, target_codes=(*self._arrangement.codes(ref), *brought))
        texts = (content.target,) if content.source == self._arrangement.content(ref).source else (content.target, content.source)
        for text in texts:
            fault = self._bitext.text_fault(known, text)
            if fault is not None:
                problem = Message("pair {number}: {fault}", number=index + 1, fault=fault)
                raise DocumentError(self._bitext.path, problem, "change the text")

    def _brought(self, texts: tuple[str, ...], origin: int, goal: int | None) -> tuple[tuple[str, ...], tuple[InlineCode, ...]]:
        """Texts as they stand in another pair, with their inline codes renamed where that pair has codes of these names; and the codes."""
        taken = self._arrangement.code_ids(goal) if goal is not None else ()
        return renamed(texts, self._arrangement.codes(origin), taken)

    def _more(self, ref: int, brought: tuple[InlineCode, ...]) -> dict[int, tuple[InlineCode, ...]] | None:
        slot = self._arrangement.slots.get(ref)
        return {ref: (*(slot.codes if slot is not None else ()), *brought)} if brought else None

    def _cut(self, ref: int, text: str, at: int) -> tuple[str, str]:
        """The two parts of a text, without white space at the cut."""
        if not 0 <= at <= len(text):
            raise ValueError(f"the text has no place {at}")
        inside = next((code for code in codes_in(text, self._arrangement.codes(ref)) if code.start < at < code.end), None)
        if inside is not None:
            raise DocumentError(self._bitext.path, "the place is inside a code of the file", "put the cursor before or behind it")
        return text[:at].rstrip(), text[at:].lstrip()


def _with(content: Content, side: Side, text: str) -> Content:
    return replace(content, source=text) if side is Side.SOURCE else replace(content, target=text)


def _lower(*states: PairState) -> PairState:
    """The state of a pair made of several that differ."""
    return PairState.NEEDS_WORK if PairState.NEEDS_WORK in states else PairState.UNREVIEWED


def _joined(left: str, right: str) -> str:
    """Two texts as one: with a space between them where the script has spaces and there is none yet."""
    if not left or not right or left[-1].isspace() or right[0].isspace():
        return left + right
    return left + right if _is_wide(left[-1]) and _is_wide(right[0]) else f"{left} {right}"


def _is_wide(char: str) -> bool:
    """Whether a character is a letter or mark of a script that is written without spaces; pictures are as wide and are none."""
    return unicodedata.east_asian_width(char) in "WF" and unicodedata.category(char)[0] in "LP"


def _judged(state: PairState, count: int, index: int | None) -> Message:
    """What was said of pairs; of a single one by its number, for the cursor has gone on by then."""
    if index is not None:
        number = index + 1
        return {
            PairState.APPROVED: Message("pair {number} approved", number=number),
            PairState.NEEDS_WORK: Message("pair {number} needs work", number=number),
            PairState.UNREVIEWED: Message("pair {number} not reviewed", number=number),
        }[state]
    return {
        PairState.APPROVED: Message.counted("{n} pair approved", "{n} pairs approved", count),
        PairState.NEEDS_WORK: Message.counted("{n} pair needs work", "{n} pairs need work", count),
        PairState.UNREVIEWED: Message.counted("{n} pair not reviewed", "{n} pairs not reviewed", count),
    }[state]
