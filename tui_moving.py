"""Going about in the pairs: steps, pages, numbers, the search and the filter.

A part of the screen (`tui.py`); owns the commands of moving and finding and changes nothing in the pairs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from time import monotonic

from textual.timer import Timer

from passages.pair import PairState
from tui_parts import Parts
from tui_sheets import Reading, help_rows

_AT_ONCE = 0.1
"""Seconds that a search or a filter may take before keys are looked at again; longer ones go on slice by slice."""
_REST = 0.15
"""Seconds without a step after which it is kept where the reviewer stands: a key that is held repeats sooner."""
_STRIDE = 64
"""Pairs that are looked at between two looks at the clock."""


class Moving(Parts):
    """The commands that move and find."""

    _resting: Timer | None = None
    _work: Iterator[str] | None = None
    """A search or a filter that is not through; gives a sentence about how far it is."""
    _refusal: str | None = None
    """Why the last filter will not do."""

    # What takes long

    def work(self, seconds: float) -> bool:
        """Go on for so long with what takes long, and say how far it is; True where something was there to do."""
        if self._work is None:
            return False
        until = monotonic() + seconds
        for told in self._work:
            if monotonic() >= until:
                self.say(told)
                return True
        self._work = None
        return True

    @property
    def working(self) -> bool:
        """Whether something that takes long is not through."""
        return self._work is not None

    def stop_work(self) -> None:
        """Leave what takes long: the reviewer has something else in mind."""
        self._work = None

    def _begin(self, work: Iterator[str]) -> bool:
        """Begin what may take long; True where it is through at once."""
        self._work = work
        self.work(_AT_ONCE)
        return not self.working

    # Steps

    def action_up(self) -> None:
        """The pair above."""
        self.pairs.step(-1)

    def action_down(self) -> None:
        """The pair below."""
        self.pairs.step(1)

    def action_page_up(self) -> None:
        """A screenful up."""
        self.pairs.page(-1)

    def action_page_down(self) -> None:
        """A screenful down."""
        self.pairs.page(1)

    def action_first(self) -> None:
        """The first pair."""
        self.pairs.go(0)

    def action_last(self) -> None:
        """The last pair."""
        self.pairs.go(len(self.pairs.indexes) - 1)

    def action_skip(self) -> None:
        """The next pair that nobody has decided on."""
        self.next_unreviewed()

    def next_unreviewed(self) -> bool:
        """Go to the next pair that nobody has decided on, of those in the list; from the top again where there is none below.

        Returns:
            False where there is none.
        """
        place = self._unreviewed()
        if place is None:
            self.say(self.speech.text("No pair is left unreviewed here."))
            return False
        self.pairs.go(place)
        return True

    def _unreviewed(self) -> int | None:
        indexes, here = self.pairs.indexes, self.pairs.place
        if not indexes:
            return None
        if isinstance(indexes, range):
            return self.session.next_unreviewed(indexes[here])
        places = (*range(here + 1, len(indexes)), *range(here + 1))
        return next((place for place in places if self.session.pair(indexes[place]).state is PairState.UNREVIEWED), None)

    def go_to_pair(self, index: int) -> None:
        """Go to a pair of the session; the filter goes where it hides the pair."""
        place = self.place_of(index)
        if place is None:
            self.show_filtered("", index)
        else:
            self.pairs.go(place)

    def place_of(self, index: int) -> int | None:
        """Where a pair stands in the list; None where the filter hides it."""
        indexes = self.pairs.indexes
        place = bisect_left(indexes, index)
        return place if place < len(indexes) and indexes[place] == index else None

    def moved(self) -> None:
        """Remember where the reviewer stands, once the keys come to rest."""
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(_REST, self.keep)

    def on_pair_list_moved(self) -> None:
        """The cursor stands on another pair."""
        self.chosen = 0
        self.unsettle()
        self.moved()

    def keep(self) -> None:
        """Put on the disk where the reviewer stands."""
        if self.session.read_only is None and self.pairs.index is not None:
            self.session.position = self.pairs.index

    def refill(self, index: int | None) -> None:
        """Fill the list anew: indexes mean other pairs than before."""
        at, query = self.pairs.index if index is None else index, self.session.filter_text
        self.show_filtered("", at)  # what is in the list now may be no more
        if query:
            self.show_filtered(query, at)

    def action_go_to(self) -> None:
        """Ask for a number or a share."""

        def go(text: str) -> str | None:
            asked = text.strip().replace("\u00a0", "").replace(" ", "")
            share = asked.endswith("%")
            if not asked.rstrip("%").isdecimal():
                return self.speech.text("Write a number, or a share such as 50 %.")
            number = int(asked.rstrip("%"))
            last = len(self.session) - 1
            self.close_prompt()
            if share:
                self.pairs.go((len(self.pairs.indexes) - 1) * min(number, 100) // 100)
            else:
                self.go_to_pair(min(max(number - 1, 0), last))
            return None

        self.ask(self.speech.text("Go to number (1–{last})", last=self.speech.number(len(self.session))), "", go)

    # Finding

    def action_search(self) -> None:
        """Ask for a text and go to the first pair that holds it, from here on."""

        def search(text: str) -> str | None:
            self.close_prompt()
            self.desk.search = text
            self.pairs.changed()
            if text:
                self._seek(backwards=False, here=True)
            return None

        self.ask(self.speech.text("Search"), self.desk.search, search)

    def action_unmark(self) -> None:
        """Mark no longer what was searched for."""
        if self.desk.search:
            self.desk.search = ""
            self.pairs.changed()

    def action_search_next(self) -> None:
        """The next hit."""
        self._again(backwards=False)

    def action_search_back(self) -> None:
        """The hit before."""
        self._again(backwards=True)

    def _again(self, *, backwards: bool) -> None:
        if self.desk.search:
            self._seek(backwards=backwards)
        else:
            self.action_search()

    def _seek(self, *, backwards: bool, here: bool = False) -> None:
        """Go to a pair of the list that holds what is searched for, round the ends where need be."""
        indexes, text = self.pairs.indexes, self.desk.search
        if not indexes:
            return
        begin = indexes[self.pairs.place]
        start = begin if here else (begin + (-1 if backwards else 1)) % len(self.session)
        self._begin(self._seeking(text, begin, start, backwards=backwards))

    def _seeking(self, text: str, begin: int, start: int, *, backwards: bool) -> Iterator[str]:
        for number, found in enumerate(self.session.look_for(text, start, backwards=backwards), 1):
            if found is not None and (place := self.place_of(found)) is not None:
                self.say(self.speech.text("From the other end again.") if (found < begin) != backwards and found != begin else "")
                self.pairs.go(place)
                return
            if number % _STRIDE == 0:
                yield self.speech.text("Searching: {share} % (any key stops it)", share=100 * number // len(self.session))
        self.say(self.speech.text("“{text}” is in none of these pairs.", text=text), warning=True)

    def action_filter(self) -> None:
        """Ask what to show only."""

        def choose(text: str) -> str | None:
            fault = self.show_filtered(text.strip(), self.pairs.index)
            if fault is None:
                self.close_prompt()
            return fault

        self.ask(
            self.speech.text("Show only"), self.session.filter_text, choose, hint="is:unreviewed is:needs-work has:finding name:… text:… -…"
        )

    def show_filtered(self, query: str, index: int | None) -> str | None:
        """Show the pairs that a query asks for, with the cursor at or behind a pair.

        Where it takes long, the list is filled when all pairs have been looked at, or not at all if a key comes first.

        Returns:
            Why the query will not do, or None; in the first case the list is as it was.
        """
        from passages.review.query import QueryError, parse

        self.stop_work()
        if not query:
            self._fill("", range(len(self.session)), index)
            return None
        try:
            judged = any(term.judged for term in parse(query))
        except QueryError as error:
            return self.speech.say(error)
        self._refusal = None
        return self._refusal if self._begin(self._filtering(query, index, judged=judged)) else None

    def _filtering(self, query: str, index: int | None, *, judged: bool) -> Iterator[str]:
        pairs = max(len(self.session), 1)
        while judged and self.desk.unjudged:
            self.desk.scan(0)
            share = 100 * self.session.scanned[0] // pairs
            yield self.speech.text("Checking every pair for this filter: {share} % (any key stops it)", share=share)
        indexes: list[int] = []
        for number, found in enumerate(self.session.sift(query), 1):
            if found is not None:
                indexes.append(found)
            if number % _STRIDE == 0:
                yield self.speech.text("Searching: {share} % (any key stops it)", share=100 * number // pairs)
        if indexes:
            self._fill(query, indexes, index)
            self.say("")
        else:
            self._refusal = self.speech.text("No pair is like that.")
            self.say(self._refusal, warning=True)

    def _fill(self, query: str, indexes: Sequence[int], index: int | None) -> None:
        """Show some pairs, those that a query asks for, with the cursor at or behind a pair."""
        total = len(self.session)
        if query != self.session.filter_text:
            self.session.filter_text = query
        self.pairs.show(indexes, bisect_left(indexes, index or 0), total=total)
        self.chosen = 0
        self.redraw()
        self.moved()

    # Reading

    def action_help(self) -> None:
        """All keys."""
        self.push_screen(Reading(self.drawn, self.speech, self.speech.text("Keys"), help_rows(self.commands, self.keys, self.speech)))

    def action_statistics(self) -> None:
        """How far the review is."""
        told, number = self.session.statistics(), self.speech.number
        rows = [
            (self.speech.text("pairs"), number(told.pairs)),
            (self.speech.text("✓ approved"), number(told.approved)),
            (self.speech.text("! needs work"), number(told.needs_work)),
            (self.speech.text("· not reviewed"), number(told.unreviewed)),
            (self.speech.text("* edited"), number(told.edited)),
            (self.speech.text("with a comment"), number(told.commented)),
            (self.speech.text("~ changed since"), number(told.changed)),
            (self.speech.text("not in the file"), number(told.unsaved)),
            (self.speech.text("no longer in it"), number(len(self.session.gone()))),
        ]
        self.push_screen(Reading(self.drawn, self.speech, self.speech.text("Statistics"), rows))
