"""A review session: the pairs of a bilingual file under the eyes of a reviewer, with all that was decided, kept as it happens.

The public face of the rooms beside it, for the screen and for programs. Whatever changes something is on the disk when it returns; it
gives a `Done` that says what was done and to which pairs. Indexes count the pairs as they stand, from 0; they mean other pairs once
`structure` has changed. A session belongs to one thread.

Everything that cannot be done is refused with a `DocumentError`: what, and the remedy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from passages.errors import DocumentError
from passages.pair import Pair, PairState, Side
from passages.review import loading
from passages.review.hold import Hold, take
from passages.review.operations import Operations
from passages.review.place import session_file
from passages.review.slots import NUMBERS, Arrangement, Slot, written
from passages.review.steps import Kind, Outcome, Step, Steps, now
from passages.review.store import Store
from passages.review.values import Comment, Done, Event, Statistics
from translit.message import Message

if TYPE_CHECKING:
    from glossary.sources import Sources
    from passages.bitext.model import Bitext

Opener = Callable[[Path], "Bitext"]


class Session:
    """An open review session; use it in a `with` statement, or close it."""

    def __init__(self, bitext: Bitext, store: Store, arrangement: Arrangement, hold: Hold | Message, reviewer: str, opener: Opener) -> None:
        """Take what `Session.open` has found."""
        self.reviewer = reviewer
        """Who reviews; may be empty."""
        self.bitext = bitext
        """The file as it was read."""
        self._store, self._hold, self._opener = store, hold, opener
        self._drafts: dict[int, str] = {}
        self._unsaved: set[int] = set()
        self._news: set[int] = set()
        self._generation = 0
        self._here = 0
        self._filter = ""
        self._show(arrangement)

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        reviewer: str | None = None,
        sources: Sources | None = None,
        home: Path | None = None,
        source_language: str | None = None,
        target_language: str | None = None,
        opener: Opener | None = None,
    ) -> Self:
        """Open the review of a file, where it was left; a file that has moved on since is merged with what was done.

        `reviewer` is ENDONYM_AUTHOR or the account's name where it is not given. `home` is the folder to keep the session in; None finds
        one (`passages/review/place.py`). `opener` reads the file in the place of `open_bitext`, for pairs from elsewhere. While somebody else
        has the session it opens for reading, and `read_only` says so.

        Raises:
            DocumentError: where the file cannot be read, or its session is damaged, newer than this program, or cannot be kept.
        """
        from glossary.termbase_place import default_author

        def read(place: Path) -> Bitext:
            from passages.bitext import open_bitext

            return open_bitext(place, source_language=source_language, target_language=target_language)

        chosen = opener or read
        place = Path(path)
        who = default_author() if reviewer is None else " ".join(reviewer.split())
        bitext = chosen(place)
        database = session_file(place, home)
        hold = take(database, who)
        try:
            store = Store.open(database, read_only=isinstance(hold, Message))
            try:
                return cls(bitext, store, _arrangement(store, bitext, who), hold, who, chosen)
            except BaseException:
                store.close()
                raise
        except BaseException:
            if isinstance(hold, Hold):
                hold.release()
            raise

    def close(self) -> None:
        """Let go of the session; it goes on from here when it is opened again."""
        self._store.close()
        if isinstance(self._hold, Hold):
            self._hold.release()

    def __enter__(self) -> Self:
        """The session itself."""
        return self

    def __exit__(self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None) -> None:
        """Close it."""
        self.close()

    # What the session shows.

    def __len__(self) -> int:
        """How many pairs there are."""
        return len(self._arrangement)

    @property
    def path(self) -> Path:
        """The file."""
        return self.bitext.path

    @property
    def languages(self) -> tuple[str | None, str | None]:
        """The languages of the sources and of the translations, as the file or the user has said them."""
        return self.bitext.source_language, self.bitext.target_language

    @property
    def read_only(self) -> Message | None:
        """Why nothing may be changed, in one sentence; None where it may."""
        return self._hold if isinstance(self._hold, Message) else None

    @property
    def structure(self) -> int:
        """Changes when indexes mean other pairs than before."""
        return self._generation * 1_000_000 + self._arrangement.structure

    def pair(self, index: int) -> Pair:
        """The pair at an index as it stands."""
        return self._arrangement.pair(index)

    def version(self, index: int) -> int:
        """Changes when anything that is shown of a pair changes."""
        return self._generation * 1_000_000 + self._arrangement.version(self._arrangement.ref(index))

    def comments(self, index: int) -> tuple[Comment, ...]:
        """What was said of a pair in this session, the oldest first; what the file says is in `pair(index).notes`."""
        slot = self._slot(index)
        if slot is None or not slot.comments:
            return ()
        question = (
            "SELECT comment.author, comment.time, comment.text FROM comment JOIN step ON step.id = comment.step"
            " WHERE comment.slot = ? AND step.undone = 0 ORDER BY comment.id"
        )
        return tuple(Comment(*row) for row in self._store.read(question, (slot.id,)))

    def history(self, index: int) -> tuple[Event, ...]:
        """What happened to a pair, the oldest first."""
        slot = self._slot(index)
        return () if slot is None else tuple(self._steps.history(slot.id))

    def edited(self, index: int) -> bool:
        """Whether its texts differ from the file's."""
        return self._arrangement.ref(index) in self._arrangement.edited

    def changed_since(self, index: int) -> bool:
        """Whether it has changed since this reviewer last saw it: in the file, or by another reviewer's hand."""
        return self._arrangement.ref(index) in self._news

    def statistics(self) -> Statistics:
        """How far the review has come."""
        counts, slots = self._arrangement.counts, self._arrangement.slots
        return Statistics(
            pairs=len(self),
            unreviewed=counts[PairState.UNREVIEWED],
            needs_work=counts[PairState.NEEDS_WORK],
            approved=counts[PairState.APPROVED],
            edited=len(self._arrangement.edited),
            commented=sum(1 for slot in slots.values() if slot.comments and not slot.now.removed),
            changed=len(self._news),
            unsaved=len(self._unsaved),
        )

    def next_unreviewed(self, index: int) -> int | None:
        """The next pair behind this one that nobody has decided on; from the beginning where there is none; None where there is none at all."""
        wanted = bytes((NUMBERS[PairState.UNREVIEWED],))
        states = self._arrangement.states
        found = states.find(wanted, index + 1)
        if found < 0:
            found = states.find(wanted, 0, index + 1)
        return None if found < 0 else found

    @property
    def unsaved(self) -> bool:
        """Whether there is something that the file does not have yet."""
        return bool(self._unsaved)

    # Where the reviewer stands.

    @property
    def position(self) -> int:
        """Where the reviewer stood last."""
        return min(self._here, max(0, len(self) - 1))

    @position.setter
    def position(self, index: int) -> None:
        self._here = index
        if self.read_only is None and index < len(self):
            self._store.note("position", self._arrangement.ref(index))

    @property
    def filter_text(self) -> str:
        """The filter that was set last."""
        return self._filter

    @filter_text.setter
    def filter_text(self, text: str) -> None:
        self._filter = text
        if self.read_only is None:
            self._store.note("filter", text)

    def draft(self, index: int) -> str | None:
        """A translation that was begun and not finished."""
        return self._drafts.get(self._arrangement.ref(index))

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

    # What a reviewer does.

    def set_state(self, indexes: Iterable[int], state: PairState) -> Done:
        """Say of pairs what is to be said of them; locked ones are left out."""
        return self._do(self._operations.states(indexes, state))

    def edit(self, index: int, text: str) -> Done:
        """Give a pair another translation; its draft is done with."""
        done = self._do(self._operations.edits([(index, text)], Message("edit pair {number}", number=index + 1)))
        self.keep_draft(index, None)
        return done

    def comment(self, index: int, text: str) -> Done:
        """Say something about a pair."""
        said = text.strip()
        if not said:
            raise DocumentError(self.path, "the comment is empty", "write something, or leave it")
        step = Step(Message("comment on pair {number}", number=index + 1), comments=((self._arrangement.ref(index), said),))
        return self._do(step)

    def merge(self, index: int) -> Done:
        """Join a pair with the next one."""
        return self._do(self._operations.merge(index))

    def split(self, index: int, source_at: int, target_at: int) -> Done:
        """Cut a pair in two, before these code points of its source and of its translation."""
        return self._do(self._operations.split(index, source_at, target_at))

    def shift(self, index: int, side: Side, direction: int) -> Done:
        """Move the texts of one side by one pair, from this pair on: 1 down, -1 up into an empty place."""
        return self._do(self._operations.shift(index, side, direction))

    def undo(self) -> Done | None:
        """Take back what this reviewer did last; None where there is nothing, or where another reviewer did something since."""
        return self._turn(back=True)

    def redo(self) -> Done | None:
        """Do again what was taken back last; None where there is nothing."""
        return self._turn(back=False)

    # Inside.

    def _show(self, arrangement: Arrangement) -> None:
        """Take an arrangement, with what the database knows of its pairs."""
        self._arrangement = arrangement
        self._operations = Operations(self.bitext, arrangement)
        self._steps = Steps(self._store, arrangement, self.reviewer)
        by_id = arrangement.by_id
        self._drafts = {by_id[id].ref: text for id, text in self._store.read("SELECT slot, text FROM draft") if id in by_id}
        question = "SELECT slot FROM news WHERE reviewer = ?"
        self._news = {by_id[id].ref for (id,) in self._store.read(question, (self.reviewer,)) if id in by_id}
        self._unsaved = {ref for ref, slot in arrangement.slots.items() if self._is_unsaved(slot)}
        at = self._store.about("position")
        self._here = 0 if at is None else arrangement.index(at) or 0 if at >= 0 or at in arrangement.slots else 0
        self._filter = self._store.about("filter") or ""

    def _do(self, step: Step | None) -> Done:
        """Do a step, if there is anything to do."""
        self._may_write()
        if step is None:
            return Done(Message("nothing to change"))
        return self._told(self._steps.do(step))

    def _turn(self, *, back: bool) -> Done | None:
        self._may_write()
        last = self._steps.last(undone=not back)
        if last is None or last[1] != self.reviewer:
            return None
        id, _, _, said, _ = last
        return self._told(
            self._steps.turn(id, Message("undone: {what}", what=said) if back else Message("again: {what}", what=said), back=back)
        )

    def _told(self, outcome: Outcome) -> Done:
        """What a step came to, and everything that follows from it."""
        slots = {ref: self._arrangement.slots[ref] for ref in outcome.refs}
        if outcome.comments:
            loading.comment(self._store, {slot.id: slot for slot in slots.values()})
        for ref, slot in slots.items():
            (self._unsaved.add if self._is_unsaved(slot) else self._unsaved.discard)(ref)
            self._news.discard(ref)
        indexes = (self._arrangement.index(ref) for ref in outcome.refs)
        return Done(outcome.said, tuple(sorted(index for index in indexes if index is not None)))

    def _is_unsaved(self, slot: Slot) -> bool:
        """Whether a pair has something that the file could be told and was not."""
        told = written(slot.file, "") if not slot.rank else None
        return self._written(slot) != (told if slot.saved is None else slot.saved) and not (slot.rank and slot.now.removed)

    def _written(self, slot: Slot) -> str:
        """What the file could be told of a pair."""
        from dataclasses import replace

        can = self.bitext.can
        now = slot.now if "state" in can else replace(slot.now, state=slot.file.state)
        return written(now, slot.note if "note" in can else "")

    def _slot(self, index: int) -> Slot | None:
        return self._arrangement.slots.get(self._arrangement.ref(index))

    def _may_write(self) -> None:
        if self.read_only is not None:
            raise DocumentError(self.path, self.read_only, "wait until it is free, or ask")


def _arrangement(store: Store, bitext: Bitext, reviewer: str) -> Arrangement:
    """The pairs of a session, whether its file is as it was, has moved on, or was never seen."""
    mark = loading.stamp(bitext)
    known = store.read("SELECT stamp, states FROM base")
    if known and known[0][0] == mark and len(known[0][1]) == len(bitext.pairs):
        states = bytearray(known[0][1])
    else:
        states, prints = loading.survey(bitext.pairs)
        if not store.read_only:
            with store.writing() as connection:
                loading.remember(connection, mark, states, prints)
    if not store.read_only:
        with store.writing() as connection:
            connection.execute("INSERT OR IGNORE INTO reviewer VALUES (?)", (reviewer,))
    return loading.arranged(store, bitext, states)
