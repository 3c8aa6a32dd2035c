"""Going about in the pairs: steps, pages, numbers, the search and the filter.

A part of the screen (`tui.py`); owns the commands of moving and finding and changes nothing in the pairs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from textual.timer import Timer

from passages.errors import DocumentError
from passages.pair import PairState
from tui_parts import Parts
from tui_sheets import Reading, help_rows


class Moving(Parts):
    """The commands that move and find."""

    _resting: Timer | None = None
    _wanted: str | None = None
    """A filter that waits until every pair has been checked."""

    def waiting(self) -> bool:
        """Whether a filter waits for the checks; says how far they are, and shows its pairs once they are through."""
        if self._wanted is None:
            return False
        if self.desk.unjudged:
            done, pairs = self.session.scanned
            share = 100 * done // max(pairs, 1)
            self.say(self.speech.text("Checking every pair for this filter: {share} % (any key stops it)", share=share))
            return True
        query, self._wanted = self._wanted, None
        fault = self.show_filtered(query, self.pairs.index)
        self.say(fault or "", warning=True)
        return False

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
        self._resting = self.set_timer(0.4, self.keep)

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
        at = self.pairs.index if index is None else index
        if self.show_filtered(self.session.filter_text, at) is not None:
            self.show_filtered("", at)

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
        total, step = len(self.session), -1 if backwards else 1
        begin = indexes[self.pairs.place]
        at = (begin if here else begin + step) % total
        seen: set[int] = set()
        while (found := self.session.find(text, at, backwards=backwards)) is not None and found not in seen:
            seen.add(found)
            place = self.place_of(found)
            if place is not None:
                self.pairs.go(place)
                if (found < begin) != backwards and found != begin:
                    self.say(self.speech.text("From the other end again."))
                return
            at = (found + step) % total
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

        Returns:
            Why the query will not do, or None; then the list is as it was.
        """
        from passages.review.query import QueryError, parse

        total = len(self.session)
        indexes: Sequence[int] = range(total)
        self._wanted = None
        if query:
            try:
                if any(term.judged for term in parse(query)) and self.desk.unjudged and self.pairs.indexes:
                    self._wanted = query
                    return None
                indexes = self.session.select(query)
            except (QueryError, DocumentError) as error:
                return self.speech.say(error)
            if not indexes and self.pairs.indexes:
                return self.speech.text("No pair is like that.")
            if not indexes:  # the filter of another day, and what it asked for is done
                query, indexes = "", range(total)
        if query != self.session.filter_text:
            self.session.filter_text = query
        self.pairs.show(indexes, bisect_left(indexes, index or 0), total=total)
        self.chosen = 0
        self.redraw()
        self.moved()
        return None

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
