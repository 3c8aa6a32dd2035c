"""What the checks and the glossary say of the pairs of a session: found when asked for or in the background, and kept until the pair changes.

A pair is checked once for each state of its text; only pairs with findings or names take memory. What the whole document tells (two
translations of one original) is asked anew each time and knows the pairs that `scan` has passed. Dismissed findings are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pickle import HIGHEST_PROTOCOL, dumps, loads
from typing import TYPE_CHECKING

from passages.pair import Pair, Side
from passages.review.slots import Arrangement

if TYPE_CHECKING:
    from glossary.findings import Occurrence
    from glossary.lexicon import Lexicon
    from glossary.sources import Sources
    from passages.bitext.model import Bitext
    from passages.checks import CheckContext, PairFinding, Reading

_SAMPLE = 200  # pairs by whose letters a language is told

Name = tuple[Side, str, str]
"""A name that stands in a pair: on which side, of which concept, in which spelling."""


@dataclass(slots=True)
class Dismissed:
    """The findings that are not to be shown."""

    occurrences: set[tuple[int, str]] = field(default_factory=set[tuple[int, str]])
    """Slot and fingerprint."""
    spellings: set[tuple[str, str, str]] = field(default_factory=set[tuple[str, str, str]])
    """Code, concept and text."""
    rules: set[str] = field(default_factory=set[str])
    """Codes."""

    def has(self, slot: int | None, finding: PairFinding) -> bool:
        """Whether a finding of a pair is among them."""
        if finding.code in self.rules or (finding.code, finding.concept, finding.text) in self.spellings:
            return True
        return bool(self.occurrences) and slot is not None and (slot, finding.fingerprint) in self.occurrences


def settings(bitext: Bitext, asked: CheckContext | None = None) -> CheckContext:
    """What the checks are told of a file: what was asked, and its languages; where nothing says them, those that its letters tell."""
    from passages.checks import CheckContext

    source, target = bitext.source_language, bitext.target_language
    if source is None or target is None:
        from passages.languages import guess_language

        sample = bitext.pairs[:_SAMPLE]
        source = source or guess_language(" ".join(pair.source for pair in sample))
        target = target or guess_language(" ".join(pair.target for pair in sample))
    return replace(asked or CheckContext(), source_language=source, target_language=target)


def _named(reading: Reading) -> Iterator[Name]:
    """The names of both texts of a pair."""
    for side, groups in ((Side.SOURCE, reading.names.original), (Side.TARGET, reading.names.said)):
        yield from ((side, one.concept, one.text) for group in groups for one in group)


class Judge:
    """The findings and names of a session."""

    def __init__(self, arrangement: Arrangement, settings: CheckContext, sources: Sources | None) -> None:
        """Judge the pairs of an arrangement; `settings` has the languages and what the checks are to know, but for the names of `sources`."""
        self._arrangement, self._settings, self._sources = arrangement, settings, sources
        self.dismissed = Dismissed()
        """What is not to be shown."""
        self._forget()

    @property
    def languages(self) -> tuple[str, str]:
        """BCP 47 tags of the sources and of the translations."""
        return self._settings.source_language, self._settings.target_language

    def renew(self, sources: Sources | None) -> None:
        """Judge everything anew, by these names."""
        self._sources = sources
        self._forget()

    def findings(self, index: int) -> tuple[PairFinding, ...]:
        """What is to be said of a pair, without what was dismissed, in the order of the text."""
        ref = self._arrangement.ref(index)
        slot = self._arrangement.slots.get(ref)
        pair = self._arrangement.pair(index)
        found = (*self._own(ref, pair), *self._of_document(ref, pair))
        id = None if slot is None else slot.id
        kept = [one for one in found if not self.dismissed.has(id, one)]
        return tuple(sorted(kept, key=lambda one: (one.end == 0, one.start, one.end)))

    def names(self, index: int, side: Side) -> tuple[Occurrence, ...]:
        """The names in one text of a pair."""
        pair = self._arrangement.pair(index)
        lexicon = self._lexicon(side, pair.source if side is Side.SOURCE else pair.target)
        return () if lexicon is None else tuple(lexicon.find(pair.source if side is Side.SOURCE else pair.target))

    def concepts(self, index: int) -> frozenset[str]:
        """The ids of the concepts that a pair names, on either side."""
        ref = self._arrangement.ref(index)
        names = self._names.get(ref, ()) if self._is_checked(ref) else _named(self._reading(ref, self._arrangement.pair(index)))
        return frozenset(concept for _, concept, _ in names)

    def concepts_called(self, name: str) -> frozenset[str]:
        """The ids of the concepts that have this id or, in either language, this spelling."""
        found = {name}
        for side in Side:
            lexicon = self._lexicon(side, name)
            if lexicon is not None:
                found |= {one.concept for one in lexicon.find(name) if one.end - one.start == len(name)}
        return frozenset(found)

    def counts(self, concept: str, side: Side) -> dict[str, int]:
        """The spellings of a concept in the texts of a side, with how often each stands in the pairs that were checked; the most frequent first."""
        return dict(self._counts.get((side, concept), Counter()).most_common())

    def scan(self, limit: int) -> bool:
        """Check at most this many pairs that were not checked yet; whether there may be more."""
        arrangement = self._arrangement
        end = len(arrangement)
        while self._cursor < end and limit > 0:
            index = self._cursor
            self._cursor += 1
            ref = arrangement.ref(index)
            if self._is_added(ref):
                continue
            self._take(ref, arrangement.pair(index))
            limit -= 1
        if self._cursor >= end and not self.complete:
            self.complete = True
        return self._cursor < end

    def progress(self) -> tuple[int, int]:
        """How many pairs were checked in order, of how many."""
        return self._cursor, len(self._arrangement)

    def before(self, refs: Iterable[int]) -> None:
        """Forget what was said of pairs that are about to change."""
        for ref in refs:
            index = self._arrangement.index(ref) if ref >= 0 or ref in self._arrangement.slots else None
            if index is not None and self._is_added(ref):
                self._consistency.remove(self._reading(ref, self._arrangement.pair(index)))
                self._pending.add(ref)
            self._mark(self._added, ref, False)
            self._mark(self._checked, ref, False)
            self._found.pop(ref, None)
            for side, concept, text in self._names.pop(ref, ()):
                self._counts[side, concept][text] -= 1
                self._counts[side, concept] = +self._counts[side, concept]

    def after(self) -> None:
        """Look again at the pairs that have changed."""
        pending, self._pending = self._pending, set()
        for ref in pending:
            index = self._arrangement.index(ref)
            if index is not None:
                self._take(ref, self._arrangement.pair(index))

    def _take(self, ref: int, pair: Pair) -> None:
        """Check a pair and let the others know of it."""
        reading = self._reading(ref, pair)
        self._own(ref, pair, reading)
        self._consistency.add(reading)
        self._mark(self._added, ref, True)

    def _own(self, ref: int, pair: Pair, reading: Reading | None = None) -> tuple[PairFinding, ...]:
        """What a pair tells by itself; `reading` where it was read already."""
        from passages.checks import own_findings

        if not self._is_checked(ref):
            reading = reading or self._reading(ref, pair)
            found = tuple(own_findings(reading))
            if found:
                self._found[ref] = dumps(found, HIGHEST_PROTOCOL)
            names = tuple(self._alike.setdefault(name, name) for name in _named(reading))
            if names:
                self._names[ref] = names
                for side, concept, text in names:
                    self._counts.setdefault((side, concept), Counter())[text] += 1
            self._mark(self._checked, ref, True)
        found = self._found.get(ref)
        return () if found is None else loads(found)  # noqa: S301  # made by this process, and never left it

    def _of_document(self, ref: int, pair: Pair) -> list[PairFinding]:
        """What the document tells of a pair."""
        from passages.checks import document_findings

        return document_findings(self._reading(ref, pair))

    def _reading(self, ref: int, pair: Pair) -> Reading:
        from passages.checks import Reading

        return Reading(pair, self._context_of(pair), self._consistency, place=ref)

    def _context_of(self, pair: Pair) -> CheckContext:
        """The settings with the names that this pair is searched with."""
        source, target = self._lexicon(Side.SOURCE, pair.source), self._lexicon(Side.TARGET, pair.target)
        self._settings = self._settings.with_names(source, target)
        return self._settings

    def _lexicon(self, side: Side, text: str) -> Lexicon | None:
        if self._sources is None:
            return None
        locale = self._settings.source if side is Side.SOURCE else self._settings.target
        return self._sources.lexicon(locale.language, text)

    def _is_checked(self, ref: int) -> bool:
        return bool(self._checked[ref]) if ref >= 0 else ref in self._made_checked

    def _is_added(self, ref: int) -> bool:
        return bool(self._added[ref]) if ref >= 0 else ref in self._made_added

    def _mark(self, marks: bytearray, ref: int, said: bool) -> None:
        if ref >= 0:
            marks[ref] = said
        else:
            made = self._made_checked if marks is self._checked else self._made_added
            (made.add if said else made.discard)(ref)

    def _forget(self) -> None:
        """Begin anew."""
        from passages.checks import Consistency

        size = self._arrangement.size
        self._found: dict[int, bytes] = {}  # pickled, a third of the objects: a poor translation has findings in every pair
        self._names: dict[int, tuple[Name, ...]] = {}
        self._counts: dict[tuple[Side, str], Counter[str]] = {}
        self._alike: dict[Name, Name] = {}  # many pairs have the same names
        self._consistency = Consistency(self._arrangement.pair_of)
        self._checked, self._added = bytearray(size), bytearray(size)
        self._made_checked: set[int] = set()
        self._made_added: set[int] = set()
        self._pending: set[int] = set()
        self._cursor = 0
        self.complete = False
        """Whether every pair was checked at least once."""
