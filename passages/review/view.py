"""What a session shows: pairs, states, comments, history, findings, names, figures, and which pairs a filter selects.

Reads only; `Session` is this and what a reviewer does. Indexes count the pairs as they stand, from 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from passages.bitext.model import heard
from passages.pair import Pair, PairState, Side
from passages.review import selecting
from passages.review.query import parse
from passages.review.slots import NUMBERS, STATES, Arrangement, Slot, written
from passages.review.steps import Steps
from passages.review.store import Store
from passages.review.values import Comment, Dismissal, Event, Gone, Statistics
from translit.message import Message

if TYPE_CHECKING:
    from glossary.findings import Occurrence
    from passages.bitext.model import Bitext
    from passages.checks import PairFinding
    from passages.review.judging import Judge

_COMMENTS = """
SELECT comment.author, comment.time, comment.text FROM comment JOIN step ON step.id = comment.step
  WHERE comment.slot = ? AND step.undone = 0 ORDER BY comment.id
"""
_DISMISSALS = """
SELECT dismissal.id, scope, code, text, concept, print, slot, dismissal.author, dismissal.time FROM dismissal
  JOIN step AS made ON made.id = dismissal.step LEFT JOIN step AS lifted ON lifted.id = dismissal.lifted
  WHERE made.undone = 0 AND (lifted.id IS NULL OR lifted.undone <> 0) ORDER BY dismissal.id
"""
_GONE = "SELECT id, coalesce(source, base_source), coalesce(target, base_target), coalesce(state, base_state) FROM slot WHERE gone = 1 ORDER BY at, id"


class View:
    """The readable side of a session."""

    bitext: Bitext
    """The file as it was read."""
    reviewer: str
    """Who reviews; may be empty."""
    _store: Store
    _arrangement: Arrangement
    _steps: Steps
    _judge: Judge
    _drafts: dict[int, str]
    _unsaved: set[int]
    _news: set[int]
    _generation: int
    _rebuilt: int
    _why_closed: Message | None
    _sources_of: dict[str, list[int]] | None
    _sources_at: int

    def __len__(self) -> int:
        """How many pairs there are."""
        return len(self._arrangement)

    @property
    def path(self) -> Path:
        """The file."""
        return self.bitext.path

    @property
    def database(self) -> Path:
        """Where the session is kept."""
        return self._store.path

    @property
    def languages(self) -> tuple[str, str]:
        """BCP 47 tags of the sources and of the translations: as the user or the file says them, else as their letters tell."""
        return self._judge.languages

    @property
    def read_only(self) -> Message | None:
        """Why nothing may be changed, in one sentence; None where it may."""
        return self._why_closed

    @property
    def structure(self) -> int:
        """Changes when indexes mean other pairs than before."""
        return self._rebuilt * 1_000_000 + self._arrangement.structure

    def pair(self, index: int) -> Pair:
        """The pair at an index as it stands."""
        return self._arrangement.pair(index)

    def state(self, index: int) -> PairState:
        """What is said of a pair; quicker than `pair(index).state`."""
        return STATES[self._arrangement.states[index]]

    def version(self, index: int) -> int:
        """Changes when anything that is shown of a pair changes."""
        return self._generation * 1_000_000 + self._arrangement.version(self._arrangement.ref(index))

    def comments(self, index: int) -> tuple[Comment, ...]:
        """What was said of a pair in this session, the oldest first; what the file says is in `pair(index).notes`."""
        slot = self._slot(index)
        return () if slot is None or not slot.comments else self._comments_of(slot.id)

    def notes(self, index: int) -> tuple[str, ...]:
        """What the file says of a pair, without what was said in this session and has been saved there."""
        said = {text for one in self.comments(index) for text in (one.text, f"{one.author}: {one.text}")}
        return tuple(note for note in self.pair(index).notes if note not in said)

    def has_comments(self, index: int) -> bool:
        """Whether something was said of a pair in this session."""
        slot = self._slot(index)
        return slot is not None and bool(slot.comments)

    def history(self, index: int) -> tuple[Event, ...]:
        """What happened to a pair, the oldest first; what was taken back is left out."""
        slot = self._slot(index)
        return () if slot is None else tuple(self._steps.history(slot.id))

    def edited(self, index: int) -> bool:
        """Whether its texts differ from the file's."""
        return self._arrangement.ref(index) in self._arrangement.edited

    def changed_since(self, index: int) -> bool:
        """Whether it has changed since this reviewer last saw it: in the file, or by another reviewer's hand."""
        return self._arrangement.ref(index) in self._news

    def is_unsaved(self, index: int) -> bool:
        """Whether a pair has something that the file could be told and was not."""
        return self._arrangement.ref(index) in self._unsaved

    @property
    def unsaved(self) -> bool:
        """Whether there is something that the file does not have yet."""
        return bool(self._unsaved)

    def draft(self, index: int) -> str | None:
        """A translation that was begun and not finished."""
        return self._drafts.get(self._arrangement.ref(index))

    def remark(self, index: int) -> str:
        """A comment on the pair that was begun and not finished; empty where there is none."""
        slot = self._arrangement.slots.get(self._arrangement.ref(index))
        return "" if slot is None else self._store.about(f"remark {slot.id}") or ""

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

    def gone(self) -> tuple[Gone, ...]:
        """Pairs that somebody has worked on and whose sources are no longer in the file."""
        rows = self._store.read(_GONE)
        return tuple(Gone(source, target, PairState(state), self._comments_of(id)) for id, source, target, state in rows)

    # Findings and names.

    def findings(self, index: int) -> tuple[PairFinding, ...]:
        """What the checks say of a pair, without what was dismissed; what needs the whole document knows the pairs that `scan` has passed."""
        return self._judge.findings(index)

    def names(self, index: int, side: Side) -> tuple[Occurrence, ...]:
        """The names of the glossary in one text of a pair, in order."""
        return self._judge.names(index, side)

    def concepts(self, index: int) -> frozenset[str]:
        """The ids of the concepts that a pair names."""
        return self._judge.concepts(index)

    def concepts_called(self, name: str) -> frozenset[str]:
        """The ids of the concepts that have this id or this spelling."""
        return self._judge.concepts_called(name)

    def variant_counts(self, concept: str, side: Side = Side.TARGET) -> dict[str, int]:
        """How often each spelling of a concept stands on a side, in the pairs that were checked; the most frequent first."""
        return self._judge.counts(concept, side)

    def scan(self, limit: int = 100) -> bool:
        """Check at most this many pairs that were not checked yet; whether there are more. For a timer, while the reviewer reads."""
        before = self._judge.complete
        more = self._judge.scan(limit)
        if self._judge.complete and not before:
            self._generation += 1  # what the whole document tells may show now
        return more

    @property
    def scanned(self) -> tuple[int, int]:
        """How many pairs `scan` has passed, of how many."""
        return self._judge.progress()

    def dismissals(self) -> tuple[Dismissal, ...]:
        """What was dismissed, the oldest first."""
        found: list[Dismissal] = []
        for id, scope, code, text, _, _, slot, author, time in self._store.read(_DISMISSALS):
            held = self._arrangement.by_id.get(slot)
            index = self._arrangement.index(held.ref) if held is not None else None
            found.append(Dismissal(id, scope, code, text, index, author, time))
        return tuple(found)

    # Finding one's way.

    def select(self, query: str, *, wait: bool = True) -> list[int]:
        """The pairs that a filter selects, in order; all of them for an empty one (`passages/review/query.py` has the language).

        Where the filter asks for findings, all pairs are checked first, a millisecond or several for each; with `wait` false only those that
        `scan` has passed are looked at.

        Raises:
            QueryError: for a filter that cannot be understood.
        """
        terms = parse(query)
        among = range(len(self))
        if any(term.judged for term in terms):
            while wait and self._judge.scan(1000):
                pass
            among = range(self.scanned[0])
        return [index for index in selecting.sifted(self, terms, among) if index is not None]

    def sift(self, query: str) -> Iterator[int | None]:
        """`select` pair by pair, for who must not wait: the index of each pair that a filter selects, None for each other.

        Only pairs that `scan` has passed are looked at where the filter asks for findings.

        Raises:
            QueryError: at once, for a filter that cannot be understood.
        """
        terms = parse(query)
        return selecting.sifted(self, terms, range(self.scanned[0] if any(term.judged for term in terms) else len(self)))

    def find(self, text: str, start: int, *, backwards: bool = False) -> int | None:
        """The next pair, from `start` on and around the end, in which a text stands on either side, in any letter case; None where there is none."""
        return next((index for index in self.look_for(text, start, backwards=backwards) if index is not None), None)

    def look_for(self, text: str, start: int, *, backwards: bool = False) -> Iterator[int | None]:
        """`find` pair by pair, for who must not wait: each pair once, its index where the text stands in it, else None."""
        return selecting.looked(self, text, start, backwards=backwards)

    def next_unreviewed(self, index: int) -> int | None:
        """The next pair behind this one that nobody has decided on; from the beginning where there is none; None where there is none at all."""
        wanted = bytes((NUMBERS[PairState.UNREVIEWED],))
        states = self._arrangement.states
        found = states.find(wanted, index + 1)
        if found < 0:
            found = states.find(wanted, 0, index + 1)
        return None if found < 0 else found

    def same_source(self, index: int) -> list[int]:
        """The other pairs with the same source, in order."""
        if self._sources_of is None or self._sources_at != self.structure:
            self._sources_of, self._sources_at = self._shared_sources(), self.structure
        return [other for other in self._sources_of.get(self.pair(index).source.strip(), ()) if other != index]

    def _shared_sources(self) -> dict[str, list[int]]:
        """The sources that several pairs have, with these."""
        first: dict[int, int] = {}
        shared: dict[str, list[int]] = {}
        for index in range(len(self)):
            source = self.pair(index).source.strip()
            earlier = first.setdefault(hash(source), index)
            if earlier != index and source:
                if source not in shared:
                    if self.pair(earlier).source.strip() != source:
                        continue
                    shared[source] = [earlier]
                shared[source].append(index)
        return shared

    def _comments_of(self, slot: int) -> tuple[Comment, ...]:
        return tuple(Comment(*row) for row in self._store.read(_COMMENTS, (slot,)))

    def _slot(self, index: int) -> Slot | None:
        return self._arrangement.slots.get(self._arrangement.ref(index))

    def _take_dismissals(self) -> None:
        """Let the judge know what is not to be shown."""
        dismissed = self._judge.dismissed
        dismissed.occurrences.clear()
        dismissed.spellings.clear()
        dismissed.rules.clear()
        for _, scope, code, text, concept, print, slot, _, _ in self._store.read(_DISMISSALS):
            if scope == "occurrence":
                dismissed.occurrences.add((slot, print))
            elif scope == "spelling":
                dismissed.spellings.add((code, concept, text))
            else:
                dismissed.rules.add(code)

    def _is_unsaved(self, slot: Slot) -> bool:
        """Whether a slot has something that the file could be told and was not."""
        if slot.rank and slot.now.removed:
            return False
        told = written(slot.file, "") if not slot.rank else None
        return self._written(slot) != (told if slot.saved is None else slot.saved)

    def _written(self, slot: Slot) -> str:
        """What the file could be told of a pair."""
        now = replace(slot.now, state=heard(self.bitext.can, slot.now.state, slot.file.state))
        return written(now, slot.note if "note" in self.bitext.can else "")
