"""What a reviewer does in a session: each operation is one step, on the disk when it returns, and can be taken back.

`Session` is this and the file. Indexes count the pairs as they stand, from 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from passages.errors import DocumentError
from passages.pair import PairState, Side
from passages.review import loading
from passages.review.codec import now
from passages.review.operations import Operations
from passages.review.steps import Kind, Outcome, Step
from passages.review.values import Done, Everywhere
from passages.review.view import View
from translit.message import Message

if TYPE_CHECKING:
    from glossary.sources import Sources
    from passages.checks import PairFinding

_SCOPES = ("occurrence", "spelling", "rule")


class Reviewing(View):
    """The working side of a session."""

    sources: Sources | None
    """The glossaries that names come from; None where none are looked for."""
    _operations: Operations

    def keep_draft(self, index: int, text: str | None) -> None:
        """Keep a translation that is being written, whatever happens next; None forgets it."""
        self._may_write()
        ref = self._arrangement.ref(index)
        if self._drafts.get(ref) == text:
            return
        with self._store.writing() as connection:
            slot = self._steps.slot(connection, ref)
            if text is None:
                connection.execute("DELETE FROM draft WHERE slot = ?", (slot.id,))
            else:
                connection.execute("INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", (slot.id, text, now()))
        self._arrangement.touched(slot)
        if text is None:
            self._drafts.pop(ref, None)
        else:
            self._drafts[ref] = text

    def keep_remark(self, index: int, text: str) -> None:
        """Keep a comment that is being written; an empty one is forgotten."""
        self._may_write()
        if text == self.remark(index):
            return
        with self._store.writing() as connection:
            slot = self._steps.slot(connection, self._arrangement.ref(index))
            name = f"remark {slot.id}"
            if text:
                connection.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (name, text))
            else:
                connection.execute("DELETE FROM about WHERE name = ?", (name,))
        self._arrangement.touched(slot)

    def set_state(self, indexes: Iterable[int], state: PairState) -> Done:
        """Say of pairs what is to be said of them; locked ones are left out."""
        return self._do(self._operations.states(indexes, state))

    def edit(self, index: int, text: str) -> Done:
        """Give a pair another translation; its draft is done with."""
        ref = self._arrangement.ref(index)
        step = self._operations.edits([(index, text)], Message("pair {number} edited", number=index + 1))
        if step is None:
            self.keep_draft(index, None)
        else:
            step.drafts = (ref,)
        done = self._do(step)
        self._drafts.pop(ref, None)
        return done

    def comment(self, index: int, text: str) -> Done:
        """Say something about a pair."""
        said = text.strip()
        if not said:
            raise DocumentError(self.path, "the comment is empty", "write something, or leave it")
        done = self._do(Step(Message("comment on pair {number}", number=index + 1), comments=((self._arrangement.ref(index), said),)))
        self.keep_remark(index, "")
        return done

    def merge(self, index: int) -> Done:
        """Join a pair with the next one; what was said of either is said of both."""
        step = self._operations.merge(index)
        ref = self._arrangement.ref(index)
        step.comments = [
            (ref, one.text if one.author == self.reviewer else f"{one.author}: {one.text}") for one in self.comments(index + 1)
        ]
        return self._do(step)

    def split(self, index: int, source_at: int, target_at: int) -> Done:
        """Cut a pair in two, before these code points of its source and of its translation."""
        return self._do(self._operations.split(index, source_at, target_at))

    def shift(self, index: int, side: Side, direction: int) -> Done:
        """Move the texts of one side by one pair, from this pair on: 1 down, -1 up into an empty place."""
        return self._do(self._operations.shift(index, side, direction))

    def apply_fix(self, index: int, finding: PairFinding, number: int = 0) -> Done:
        """Make a fix of a finding of a pair; where the translation has changed since, it is refused."""
        if finding not in self.findings(index):
            raise DocumentError(self.path, "the translation has changed since this was found", "look at it again")
        fix = finding.fixes[number]
        text = fix.applied(self.pair(index).target)
        said = Message("pair {number} fixed: {fix}", number=index + 1, fix=fix.label)
        return self._do(self._operations.edits([(index, text)], said))

    def preview_everywhere(self, index: int, finding: PairFinding, number: int = 0) -> Everywhere:
        """What making a fix in all pairs with the same fault would change."""
        (preview,) = filter(None, self.previewing(index, finding, number))
        return preview

    def previewing(self, index: int, finding: PairFinding, number: int = 0) -> Iterator[Everywhere | None]:
        """The same, pair by pair: None for each, then what it would change."""
        from passages.review.fixing import everywhere

        return everywhere(self, index, finding, number)

    def apply_everywhere(self, preview: Everywhere, indexes: Iterable[int] | None = None) -> Done:
        """Make the fix in all pairs that were shown, or in those named, as one step; pairs that have changed since are left alone."""
        if preview.structure != self.structure:
            raise DocumentError(self.path, "pairs have come or gone since", "look at the fix again")
        wanted = None if indexes is None else set(indexes)
        texts = [
            (one.index, one.after)
            for one in preview.changes
            if (wanted is None or one.index in wanted) and self.pair(one.index).target == one.before
        ]
        said = Message.counted("{n} pair fixed: {fix}", "{n} pairs fixed: {fix}", len(texts), fix=preview.new)
        return self._do(self._operations.edits(texts, said))

    def dismiss(self, index: int, finding: PairFinding, scope: str = "occurrence") -> Done:
        """Do not show a finding again: here (`occurrence`), wherever the check says it of these words (`spelling`), or all of its check (`rule`)."""
        if scope not in _SCOPES:
            raise ValueError(f"the scope is one of {', '.join(_SCOPES)}")
        ref = self._arrangement.ref(index) if scope == "occurrence" else None
        said = {
            "occurrence": Message("{code} dismissed in pair {number}", code=finding.code, number=index + 1),
            "spelling": Message("{code} dismissed for “{text}”", code=finding.code, text=finding.text),
            "rule": Message("{code} dismissed everywhere", code=finding.code),
        }[scope]
        row = (scope, finding.code, finding.text, finding.concept, finding.fingerprint, ref)
        return self._do(Step(said, dismissals=(row,), touches=(self._arrangement.ref(index),)))

    def restore_dismissed(self, *ids: int) -> Done:
        """Show findings again that were dismissed, by the ids of `dismissals`; all of them where none is named."""
        wanted = ids or tuple(one.id for one in self.dismissals())
        if not wanted:
            return self._do(None)
        return self._do(Step(Message.counted("{n} dismissal restored", "{n} dismissals restored", len(wanted)), restored=wanted))

    def add_term(
        self,
        concept: str,
        text: str,
        said: Mapping[str, str] | None = None,
        *,
        language: str = "",
        kind: str = "",
        reason: str = "",
    ) -> Done:
        """Add a term to a concept, or change what is said of it, in the project's termbase; all names are looked for anew.

        `said` has keys of `glossary.editing.OPTIONS`; a term of which nothing is said is the preferred one. Undoing it undoes the change there.

        Raises:
            GlossaryError: for a term that contradicts itself, or a termbase that cannot be written.
            DocumentError: where the session cannot be written.
        """
        from passages.review.terms import put_term, termbase_of

        self._may_write()
        base = termbase_of(self.sources, self.path)
        why = reason or f"review of {self.path.name}"
        change = put_term(base, self.sources, concept, text, said or {}, language=language, kind=kind, author=self.reviewer, reason=why)
        if change is None:
            return self._do(None)
        self._take_names(base)
        what = Message("“{text}” written into the termbase, for {concept}", text=text, concept=concept)
        return self._do(Step(what, Kind.TERM, more={"termbase": str(base), "change": change}))

    def undo(self) -> Done | None:
        """Take back what this reviewer did last; None where there is nothing, or where another reviewer did something since."""
        return self._turn(back=True)

    def redo(self) -> Done | None:
        """Do again what was taken back last; None where there is nothing."""
        return self._turn(back=False)

    # Inside.

    def _do(self, step: Step | None) -> Done:
        """Do a step, if there is anything to do."""
        self._may_write()
        if step is None:
            return Done(Message("nothing to change"))
        self._judge.before(step.contents or ())
        return self._told(self._steps.do(step))

    def _turn(self, *, back: bool) -> Done | None:
        """Take the last step back, or do it again."""
        self._may_write()
        last = self._steps.last(undone=not back)
        if last is None or last[1] != self.reviewer:
            return None
        id, _, kind, what, more = last
        said = Message("undone: {what}", what=what) if back else Message("done again: {what}", what=what)
        if kind is Kind.TERM:
            from passages.review.terms import undo_change

            more["change"] = undo_change(more["termbase"], more["change"], author=self.reviewer, reason=str(said))
            self._take_names(more["termbase"])
        self._judge.before(self._steps.concerned(id))
        return self._told(self._steps.turn(id, said, back=back, more=more or None))

    def _told(self, outcome: Outcome) -> Done:
        """What a step came to, and everything that follows from it."""
        slots = {ref: self._arrangement.slots[ref] for ref in outcome.refs}
        if outcome.comments:
            loading.comment(self._store, {slot.id: slot for slot in slots.values()})
        if outcome.dismissals:
            self._take_dismissals()
            self._generation += 1
        for ref, slot in slots.items():
            (self._unsaved.add if self._is_unsaved(slot) else self._unsaved.discard)(ref)
            self._news.discard(ref)
        self._judge.after()
        indexes = sorted(index for ref in outcome.refs if (index := self._arrangement.index(ref)) is not None)
        said = outcome.said
        if outcome.skipped:
            left = Message.counted(
                "{n} change was left: the file has another since", "{n} changes were left: the file has others since", outcome.skipped
            )
            said = Message("{done}; {left}", done=said, left=left)
        return Done(said, tuple(indexes))

    def _take_names(self, termbase: str | Path) -> None:
        """Look for names anew, with those of a termbase that has changed."""
        if self.sources is not None:
            self.sources = self.sources.renewed(termbase)
        self._judge.renew(self.sources)
        self._generation += 1

    def _may_write(self) -> None:
        if self.read_only is not None:
            raise DocumentError(self.path, self.read_only, "wait until it is free, or ask")
