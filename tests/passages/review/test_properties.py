"""Any sequence of steps, undone, done again and reopened at any point, gives what a simple model gives."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from passages.errors import DocumentError
from passages.pair import PairState, Side
from passages.review import Session
from tests.passages.review.conftest import Bitext, read, rows, write

FIRST = [("A one. Two.", "a б. в."), ("B", "б"), ("C", ""), ("D four", "д 4"), ("", "е"), ("F", "ф")]
TEXT = st.text(alphabet=st.sampled_from("абв \n‹é́🛶."), max_size=6)
PLACE = st.integers(0, 9)


class Reviewing(RuleBasedStateMachine):
    """A session beside a list of [source, target, state, comments], with the lists before and after each step for undo and redo."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.file = write(Path(self.folder.name) / "a.json", rows(FIRST))
        self.session = None
        self.pairs = [[source, target, PairState.UNREVIEWED, ()] for source, target in FIRST]
        self.undone, self.done = [], []
        self.written = 0
        self.open()

    def open(self):
        self.session = Session.open(self.file, reviewer="A", opener=Bitext, home=Path(self.folder.name) / "home")

    def teardown(self):
        self.session.close()
        self.folder.cleanup()

    def step(self, do, *pairs_after):
        """Do something; the model follows where it was not refused and did something."""
        try:
            done = do()
        except DocumentError:
            return
        if done.text != "nothing to change":
            self.done.append(self.pairs)
            self.undone = []
            self.pairs = pairs_after[0]()

    def copy(self):
        return [list(pair) for pair in self.pairs]

    def at(self, place):
        return place % len(self.pairs)

    @rule(places=st.lists(PLACE, min_size=1, max_size=3), state=st.sampled_from(list(PairState)))
    def say(self, places, state):
        wanted = {self.at(place) for place in places}

        def after():
            pairs = self.copy()
            for index in wanted:
                pairs[index][2] = state
            return pairs

        self.step(lambda: self.session.set_state(wanted, state), after)

    @rule(place=PLACE, text=TEXT)
    def edit(self, place, text):
        index = self.at(place)

        def after():
            pairs = self.copy()
            pairs[index][1] = text
            return pairs

        self.step(lambda: self.session.edit(index, text), after)

    @rule(place=PLACE, text=TEXT)
    def comment(self, place, text):
        index = self.at(place)

        def after():
            pairs = self.copy()
            pairs[index][3] = (*pairs[index][3], text.strip())
            return pairs

        self.step(lambda: self.session.comment(index, text), after)

    @rule(place=PLACE)
    def merge(self, place):
        index = self.at(place)

        def after():
            pairs = self.copy()
            first, second = pairs[index], pairs.pop(index + 1)
            seen = self.session.pair(index)
            assert seen.source.split() == [*first[0].split(), *second[0].split()]
            assert seen.target.split() == [*first[1].split(), *second[1].split()]
            lower = PairState.NEEDS_WORK if PairState.NEEDS_WORK in (first[2], second[2]) else PairState.UNREVIEWED
            pairs[index] = [seen.source, seen.target, first[2] if first[2] is second[2] else lower, first[3] + second[3]]
            return pairs

        if len(self.pairs) > 2:
            self.step(lambda: self.session.merge(index), after)

    @rule(place=PLACE, source_at=PLACE, target_at=PLACE)
    def split(self, place, source_at, target_at):
        index = self.at(place)
        source, target, state, comments = self.pairs[index]
        cut = min(source_at, len(source)), min(target_at, len(target))

        def after():
            pairs = self.copy()
            pairs[index] = [source[: cut[0]].rstrip(), target[: cut[1]].rstrip(), state, comments]
            pairs.insert(index + 1, [source[cut[0] :].lstrip(), target[cut[1] :].lstrip(), state, ()])
            return pairs

        self.step(lambda: self.session.split(index, *cut), after)

    @rule(place=PLACE, side=st.sampled_from(list(Side)), direction=st.sampled_from([1, -1]))
    def shift(self, place, side, direction):
        index = self.at(place)
        column = 0 if side is Side.SOURCE else 1

        def after():
            pairs = self.copy()
            stop = index
            while stop < len(pairs) and pairs[stop][column]:
                stop += 1
            moved = [pair[column] for pair in pairs[index:stop]]
            if stop == len(pairs) and direction > 0:
                pairs.append(["", "", PairState.UNREVIEWED, ()])
            for at, text in zip(range(index + direction, stop + direction), moved, strict=True):
                pairs[at][column] = text
            hole = index if direction > 0 else stop - 1
            pairs[hole][column] = ""
            if not pairs[hole][0] and not pairs[hole][1]:
                del pairs[hole]
            return pairs

        self.step(lambda: self.session.shift(index, side, direction), after)

    @precondition(lambda self: self.done)
    @rule()
    def undo(self):
        assert self.session.undo() is not None
        self.undone.append(self.pairs)
        self.pairs = self.done.pop()

    @precondition(lambda self: not self.done)
    @rule()
    def nothing_to_undo(self):
        assert self.session.undo() is None

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self):
        assert self.session.redo() is not None
        self.done.append(self.pairs)
        self.pairs = self.undone.pop()

    @precondition(lambda self: not self.undone)
    @rule()
    def nothing_to_redo(self):
        assert self.session.redo() is None

    @rule()
    def reopen(self):
        self.session.close()
        self.open()

    @rule()
    def save(self):
        self.session.save()
        assert not self.session.unsaved
        said = [(row["source"], row["target"], row.get("state", "unreviewed")) for row in read(self.file)]
        assert said == [tuple(pair[:3]) for pair in self.pairs]

    @invariant()
    def both_say_the_same(self):
        if self.session is None:
            return
        session = self.session
        shown = [
            [pair.source, pair.target, pair.state, tuple(one.text for one in session.comments(index))]
            for index, pair in enumerate(map(session.pair, range(len(session))))
        ]
        assert shown == self.pairs
        assert [session.state(index) for index in range(len(session))] == [pair[2] for pair in self.pairs]
        figures = session.statistics()
        states = [pair[2] for pair in self.pairs]
        assert [figures.unreviewed, figures.needs_work, figures.approved] == [states.count(state) for state in PairState]
        assert figures.commented == sum(bool(pair[3]) for pair in self.pairs)


TestReviewing = Reviewing.TestCase
TestReviewing.settings = settings(max_examples=25, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck))
