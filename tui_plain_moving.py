"""Where the review line by line stands: which pairs are shown, which of them one is at, how it is said, and going to another.

Owns the place and what is said of the pair there, for `tui_plain.py`, a floor upon this, which owns the commands that change something.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from glossary.speech import Speech
from passages.bitext import plurals
from passages.display.safe import safe
from passages.pair import PairState

if TYPE_CHECKING:
    from passages.review.session import Session


class PlainMoving:
    """The pairs of a session, line by line."""

    def __init__(self, session: Session, speech: Speech, *, ask: Callable[[str, str], str], tell: Callable[[str], None]) -> None:
        """Stand at the first pair.

        Args:
            session: what is reviewed.
            speech: the reviewer's language.
            ask: prints a question, with a text to begin with, and gives the line that was answered; raises EOFError at the end.
            tell: prints a line.
        """
        self._session, self._speech, self._ask, self._tell = session, speech, ask, tell
        self._indexes: Sequence[int] = range(len(session))
        self._place = 0
        self._search = ""

    # Pairs

    @property
    def _index(self) -> int:
        return self._indexes[self._place]

    def _stand_at(self, index: int) -> None:
        from bisect import bisect_left

        self._place = min(bisect_left(self._indexes, index), max(len(self._indexes) - 1, 0))

    def _go(self, place: int) -> None:
        if not 0 <= place < len(self._indexes):
            self._tell(self._speech.text("This was the last pair.") if place > 0 else self._speech.text("This is the first pair."))
            return
        self._place = place
        if not self._session.read_only:
            self._session.position = self._index
        self._pair()

    def _pair(self) -> None:
        """Say everything about the pair."""
        if not self._indexes:
            self._tell(self._speech.text("There are no pairs."))
            return
        speech, session, index = self._speech, self._session, self._index
        pair = session.pair(index)
        states = {
            PairState.UNREVIEWED: speech.text("not reviewed"),
            PairState.NEEDS_WORK: speech.text("needs work"),
            PairState.APPROVED: speech.text("approved"),
        }
        self._tell(speech.text("Pair {number} of {all}: {state}", number=index + 1, all=len(session), state=states[pair.state]))
        if pair.numbers is not None:
            self._tell(speech.say(plurals.said(pair.numbers)))
        self._tell(speech.text("Source: {text}", text=safe(pair.source)))
        self._tell(speech.text("Translation: {text}", text=safe(pair.target) or speech.text("(no translation yet)")))
        number = 0
        for finding in session.findings(index):
            said = safe(speech.say(finding.said))
            self._tell(speech.text("Finding: {text}", text=f"{said} ({safe(speech.say(finding.reason))})" if finding.reason else said))
            for fix in finding.fixes:
                number += 1
                self._tell(speech.text("  fix {number}: {text}", number=number, text=safe(fix.label)))
        for comment in session.comments(index):
            self._tell(speech.text("Comment by {author}: {text}", author=safe(comment.author), text=safe(comment.text)))
        for note in session.notes(index):
            self._tell(speech.text("Note: {text}", text=safe(note)))
        if session.draft(index) is not None:
            self._tell(speech.text("Draft: {text}", text=safe(session.draft(index) or "")))

    # Commands

    def _do_up(self, _: str) -> None:
        self._go(self._place - 1)

    def _do_down(self, _: str) -> None:
        self._go(self._place + 1)

    def _do_first(self, _: str) -> None:
        self._go(0)

    def _do_last(self, _: str) -> None:
        self._go(len(self._indexes) - 1)

    def _do_skip(self, _: str) -> None:
        places = (*range(self._place + 1, len(self._indexes)), *range(self._place + 1))
        place = next((one for one in places if self._session.pair(self._indexes[one]).state is PairState.UNREVIEWED), None)
        if place is None:
            self._tell(self._speech.text("No pair is left unreviewed here."))
        else:
            self._go(place)

    def _do_go_to(self, argument: str) -> None:
        self._go_to(argument or self._ask(self._speech.text("Number: "), ""))

    def _go_to(self, text: str) -> None:
        asked = text.replace(" ", "")
        if not asked.rstrip("%").isdecimal():
            self._tell(self._speech.text("Write a number, or a share such as 50 %."))
        elif asked.endswith("%"):
            self._go((len(self._indexes) - 1) * min(int(asked[:-1]), 100) // 100)
        else:
            index = min(max(int(asked) - 1, 0), len(self._session) - 1)
            self._stand_at(index)
            if self._index != index:
                self._tell(self._speech.text("The filter leaves out pair {number}; this is the nearest.", number=index + 1))
            self._go(self._place)

    def _do_search(self, argument: str) -> None:
        self._search = argument or self._ask(self._speech.text("Search: "), self._search)
        if self._search:
            self._seek(self._index, backwards=False)

    def _do_search_next(self, _: str) -> None:
        self._seek((self._index + 1) % max(len(self._session), 1), backwards=False)

    def _do_search_back(self, _: str) -> None:
        self._seek((self._index - 1) % max(len(self._session), 1), backwards=True)

    def _seek(self, start: int, *, backwards: bool) -> None:
        found = self._session.find(self._search, start, backwards=backwards) if self._search else None
        if found is None:
            self._tell(self._speech.text("“{text}” is in none of these pairs.", text=safe(self._search)))
            return
        if found not in self._indexes:
            self._filter("")
        self._stand_at(found)
        self._pair()

    def _do_filter(self, argument: str) -> None:
        at = self._index if self._indexes else 0
        if self._filter(argument):
            self._stand_at(at)
            self._pair()

    def _filter(self, query: str) -> bool:
        from passages.review.query import QueryError

        try:
            found: Sequence[int] = self._session.select(query) if query else range(len(self._session))
        except QueryError as error:
            self._tell(self._speech.say(error))
            return False
        if not found:
            self._tell(self._speech.text("No pair is like that."))
            return False
        self._indexes = found
        if not self._session.read_only:
            self._session.filter_text = query
        self._tell(self._speech.count("{n} pair", "{n} pairs", len(found)))
        return True
