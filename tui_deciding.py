"""Deciding about pairs: states, fixes, dismissals, undo.

A part of the screen (`tui.py`); owns the commands of judging. Each is one step of the session, made durable before it is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from passages.pair import PairState
from tui_everywhere import EverywhereSheet
from tui_moving import Moving

if TYPE_CHECKING:
    from passages.checks.model import PairFinding
    from passages.review.values import Everywhere


class Deciding(Moving):
    """The commands that decide."""

    # States

    def action_approve(self) -> None:
        """Good; on to the next."""
        self._decide(PairState.APPROVED)

    def action_needs_work(self) -> None:
        """Not good yet; on to the next."""
        self._decide(PairState.NEEDS_WORK)

    def action_reset(self) -> None:
        """Nobody has decided."""
        index = self.pairs.index
        if index is not None:
            self.attempt(lambda: self.session.set_state([index], PairState.UNREVIEWED))

    def _decide(self, state: PairState) -> None:
        index = self.pairs.index
        if index is None:
            return
        if state is PairState.APPROVED and self.lacks_translation(index):
            self.say(self.speech.text("There is no translation to approve; {key} writes one.", key=self.key_of("edit")), warning=True)
            return
        done = self.attempt(lambda: self.session.set_state([index], state))
        if done is None:
            return
        self.next_unreviewed()
        self.keep()

    def lacks_translation(self, index: int) -> bool:
        """Whether a pair has an original and no translation yet."""
        pair = self.session.pair(index)
        return bool(pair.source.strip()) and not pair.target.strip()

    def action_undo(self) -> None:
        """Take the last step back and go where it was made."""
        self._turn(back=True)

    def action_redo(self) -> None:
        """Make it again."""
        self._turn(back=False)

    def _turn(self, *, back: bool) -> None:
        done = self.attempt(self.session.undo if back else self.session.redo)
        if done is not None and done.indexes:
            said = self.footer.message
            self.go_to_pair(done.indexes[0])
            self.say(said)
        elif done is None and not self.footer.message:
            self.say(self.speech.text("Nothing to take back.") if back else self.speech.text("Nothing to make again."))

    # Fixes

    def _marked(self) -> tuple[int, PairFinding, int] | None:
        """The pair, and the finding and the number of its fix that are marked."""
        self.settle()
        index, told = self.pairs.index, self.inspector.shown
        if index is None or not told.choices:
            self.say(self.speech.text("There is no fix to apply here."))
            return None
        at, number = told.choices[self.chosen]
        return index, told.findings[at], number

    def action_fix(self) -> None:
        """Apply the marked fix."""
        marked = self._marked()
        if marked is not None:
            self.attempt(lambda: self.session.apply_fix(*marked))

    def action_mark(self, number: int) -> None:
        """Mark the fix of a number, from 1."""
        self.settle()
        choices = len(self.inspector.shown.choices)
        if number <= choices:
            self.chosen = number - 1
            self.inspect()
        elif choices:
            self.say(self.speech.count("There is only {n} fix.", "There are only {n} fixes.", choices), warning=True)

    def action_next_fix(self) -> None:
        """Mark the next."""
        self._mark_by(1)

    def action_previous_fix(self) -> None:
        """Mark the one before."""
        self._mark_by(-1)

    def _mark_by(self, step: int) -> None:
        self.settle()
        choices = len(self.inspector.shown.choices)
        if choices:
            self.chosen = (self.chosen + step) % choices
            self.inspect()

    def action_everywhere(self) -> None:
        """Show what the marked fix would change everywhere, and change what is agreed to."""
        marked = self._marked()
        if marked is None:
            return
        self._begin(self._previewing(*marked))

    def _previewing(self, index: int, finding: PairFinding, number: int) -> Iterator[str]:
        """Look at every pair, then show what would change."""
        pairs, share, told = max(len(self.session), 1), -1, ""
        for at, preview in enumerate(self.session.previewing(index, finding, number)):
            if preview is not None:
                self.say("")
                self._agree(preview)
                return
            if 100 * at // pairs != share:
                share = 100 * at // pairs
                told = self.speech.text("Looking at every pair: {share} % (any key stops it)", share=share)
            yield told

    def _agree(self, preview: Everywhere) -> None:
        if not preview.changes:
            self.say(self.speech.text("No pair would change."))
            return

        def agreed(wanted: tuple[int, ...] | None) -> None:
            if wanted:
                self.attempt(lambda: self.session.apply_everywhere(preview, wanted))

        self.push_screen(EverywhereSheet(self.drawn, self.speech, preview), agreed)

    # Dismissals

    def action_dismiss(self) -> None:
        """The finding is wrong here."""
        self._dismiss("occurrence")

    def action_dismiss_rule(self) -> None:
        """Findings of its kind are wrong in this file."""
        self._dismiss("rule")

    def action_dismiss_spelling(self) -> None:
        """What it says of these words is wrong wherever they stand."""
        self._dismiss("spelling")

    def _dismiss(self, scope: str) -> None:
        self.settle()
        index, told = self.pairs.index, self.inspector.shown
        if index is None or not told.findings:
            self.say(self.speech.text("There is no finding to dismiss here."))
            return
        finding = told.findings[told.current]
        self.attempt(lambda: self.session.dismiss(index, finding, scope))

    def action_restore(self) -> None:
        """Bring all dismissed findings back."""
        self.attempt(self.session.restore_dismissed)
