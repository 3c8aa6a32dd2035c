"""What the screen shows of a session: pairs as rows, the inspector's texts, the header's figures. No widget, no key.

Owns which texts are marked how, and in what order pairs are judged: a row is drawn at once, its findings when there is time, so that a key never
waits for a check (`judge` does a slice).
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable
from time import perf_counter
from typing import TYPE_CHECKING

from glossary.findings import Occurrence
from glossary.model import Concept, Status
from glossary.speech import Speech
from passages.bitext import plurals
from passages.checks.model import PairFinding
from passages.display.safe import safe
from passages.pair import InlineCode, Pair, Side
from tui_bars import Standing
from tui_colours import Look
from tui_inspector import Inspected, Name, Same
from tui_rows import Mark, Shown

if TYPE_CHECKING:
    from glossary.glossary import Glossary
    from passages.review.session import Session

_KEPT = 4000
"""Pairs of which it is kept that they have been judged."""
_DRAWN = 1000
"""Pairs of which it is kept what is drawn, for another width or colour."""
_SPELLINGS = 8
"""Spellings of a name that the inspector counts."""


class Desk:
    """A session as the screen sees it."""

    def __init__(self, session: Session, look: Look, speech: Speech) -> None:
        """Show this session in these colours and this language."""
        self.session, self.look, self.speech = session, look, speech
        self._search = ""
        self._pattern: re.Pattern[str] | None = None
        self._turn = 0
        self._judged: OrderedDict[int, object] = OrderedDict()
        self._shown: OrderedDict[int, tuple[object, Shown]] = OrderedDict()
        self._glossary: Glossary | None = None

    # Rows

    @property
    def search(self) -> str:
        """What is searched for; every place of it is marked."""
        return self._search

    @search.setter
    def search(self, text: str) -> None:
        self._search = text
        self._pattern = re.compile(re.escape(text), re.IGNORECASE) if text else None
        self._turn += 1

    def stamp(self, index: int) -> object:
        """Changes whenever what is drawn of the pair does."""
        version = self._version(index)
        return version, self._judged.get(index) == version, self._turn

    def _version(self, index: int) -> tuple[int, object]:
        """Changes with the pair, and when the index may mean another one: segments were merged or split, or pairs have come and gone."""
        return self.session.structure, self.session.version(index)

    def shown(self, index: int) -> Shown:
        """What is drawn of a pair: with names and findings once it has been judged."""
        stamp = self.stamp(index)
        kept = self._shown.get(index)
        if kept is None or kept[0] != stamp:
            kept = self._shown[index] = stamp, self._made(index)
            if len(self._shown) > _DRAWN:
                self._shown.popitem(last=False)
        self._shown.move_to_end(index)
        return kept[1]

    def _made(self, index: int) -> Shown:
        pair = self.session.pair(index)
        judged = self._judged.get(index) == self._version(index)
        findings = self.session.findings(index) if judged else ()
        return Shown(
            number=index + 1,
            state=pair.state,
            source=pair.source,
            target=pair.target,
            source_marks=self._marks(pair, index, Side.SOURCE, findings, judged=judged),
            target_marks=self._marks(pair, index, Side.TARGET, findings, judged=judged),
            source_kept=tuple((code.start, code.end) for code in pair.source_codes),
            target_kept=tuple((code.start, code.end) for code in pair.target_codes),
            flags=("?" if findings else " ") + self._flag(pair, index),
            empty=self.speech.text("(no translation yet)"),
        )

    def _flag(self, pair: Pair, index: int) -> str:
        """The one sign there is room for, the most pressing first."""
        if pair.locked:
            return "#"
        if self.session.draft(index) is not None:
            return "+"
        if self.session.changed_since(index):
            return "~"
        if self.session.comments(index):
            return '"'
        return "*" if self.session.edited(index) else " "

    def _marks(self, pair: Pair, index: int, side: Side, findings: Iterable[PairFinding], *, judged: bool) -> tuple[Mark, ...]:
        text, codes = (pair.source, pair.source_codes) if side is Side.SOURCE else (pair.target, pair.target_codes)
        marks = [*self._codes(codes)]
        if judged:
            marks += self.names(index, side)
            marks += [Mark(one.start, one.end, self.look.problem) for one in findings if one.side == side and one.end > one.start]
        if self._pattern is not None:
            marks += [Mark(*hit.span(), self.look.hit) for hit in self._pattern.finditer(text)]
        return tuple(marks)

    def _codes(self, codes: Iterable[InlineCode]) -> Iterable[Mark]:
        return (Mark(code.start, code.end, self.look.code) for code in codes)

    def names(self, index: int, side: Side) -> list[Mark]:
        """The glossary's names in a text: underlined, and bold where the spelling is not the preferred one."""
        return [
            Mark(one.start, one.end, self.look.preferred if one.status is Status.PREFERRED else self.look.variant)
            for one in self.session.names(index, side)
        ]

    # Judging

    def judge(self, indexes: Iterable[int], seconds: float) -> bool:
        """Judge pairs that have not been, for so long at most.

        Returns:
            True where one of them was, so that its row is to be drawn anew.
        """
        until = perf_counter() + seconds
        done = False
        for index in indexes:
            version = self._version(index)
            if self._judged.get(index) == version:
                continue
            self._judged[index] = version
            self._judged.move_to_end(index)
            self.shown(index)
            done = True
            if perf_counter() >= until:
                break
        while len(self._judged) > _KEPT:
            self._judged.popitem(last=False)
        return done

    def waiting(self, indexes: Iterable[int]) -> bool:
        """Whether one of these has not been judged."""
        return any(self._judged.get(index) != self._version(index) for index in indexes)

    def scan(self, seconds: float) -> bool:
        """Check pairs in the background for so long; True where there is more to do."""
        until = perf_counter() + seconds
        while self.session.scan(1):
            if perf_counter() >= until:
                return True
        return False

    @property
    def unjudged(self) -> bool:
        """Whether some pairs have not been checked yet."""
        done, pairs = self.session.scanned
        return done < pairs

    def forget(self) -> None:
        """Judge everything anew: the names are others now."""
        self._judged.clear()
        self._glossary = None
        self._turn += 1

    # The inspector

    def inspect(self, index: int, chosen: int = 0) -> Inspected:
        """All that is told of a pair."""
        session, pair = self.session, self.session.pair(index)
        findings = session.findings(index)
        fixes = sum(len(finding.fixes) for finding in findings)
        notes = list(session.notes(index))
        if pair.numbers is not None:
            notes.insert(0, self.speech.say(plurals.said(pair.numbers)))
        if pair.context:
            notes.append(self.speech.text("context: {text}", text=pair.context))
        return Inspected(
            findings=findings,
            chosen=min(chosen, max(fixes - 1, 0)),
            names=tuple(self._names(index, findings)),
            comments=session.comments(index),
            notes=tuple(notes),
            places=" ".join(pair.places[:4]),
            history=tuple(session.history(index)),
            same=tuple(Same(other + 1, session.pair(other).target) for other in self._same(index)),
            draft=session.draft(index) is not None,
        )

    def _same(self, index: int) -> list[int]:
        """Pairs with the same source; none before every pair has been looked at, for that takes a while."""
        return [] if self.unjudged else self.session.same_source(index)[:30]

    def concept(self, id: str) -> Concept | None:
        """A concept with all of its terms; None where no glossary has it any more."""
        if self._glossary is None and self.session.sources is not None:
            self._glossary = self.session.sources.glossary()
        try:
            return None if self._glossary is None else self._glossary.concept(id)
        except KeyError:
            return None

    def occurrences(self, index: int) -> list[Occurrence]:
        """One occurrence of each concept in a pair, from the translation where it has one."""
        found: dict[str, Occurrence] = {}
        for side in (Side.TARGET, Side.SOURCE):
            for one in self.session.names(index, side):
                found.setdefault(one.concept, one)
        return list(found.values())

    def _names(self, index: int, findings: Iterable[PairFinding]) -> Iterable[Name]:
        preferred = {finding.concept: finding.preferred for finding in findings if finding.concept}
        for one in self.occurrences(index):
            counts = tuple(self.session.variant_counts(one.concept).items())
            name = preferred.get(one.concept) or self._called(one.concept, self.session.pair(index).target) or one.term
            yield Name(name, counts[:_SPELLINGS], counted=not self.unjudged)

    def _called(self, id: str, text: str) -> str:
        """The preferred name of a concept, that a translation names, in its language; empty where it has none."""
        language = self.session.languages[1].partition("-")[0]
        if self.session.sources is None or not language:
            return ""
        lexicon = self.session.sources.lexicon(language, text)
        try:
            return next((one.text for one in lexicon.concept(id).preferred if one.language == language), "")
        except KeyError:
            return ""

    # The header

    def standing(self, shown: int) -> Standing:
        """The figures of the header; `shown` is how many pairs the filter lets through."""
        session, speech = self.session, self.speech
        told = session.statistics()
        share = 100 * told.reviewed // told.pairs if told.pairs else 100
        source, target = session.languages
        languages = f"{_code(source)} → {_code(target)}"
        asked = session.filter_text
        if session.read_only:
            saved = speech.text("reading only")
        else:
            saved = speech.count("{n} not saved", "{n} not saved", told.unsaved) if told.unsaved else speech.text("saved")
        return Standing(
            file=safe(session.path.name),
            languages=languages,
            done=told.approved,
            open=told.needs_work,
            total=told.pairs,
            count=speech.text("{done} of {all}", done=speech.number(told.reviewed), all=speech.number(told.pairs)),
            share=speech.text("{done} of {all}, {share} %", done=speech.number(told.reviewed), all=speech.number(told.pairs), share=share),
            filter=f"[{safe(asked)}] {speech.number(shown)}" if asked else "",
            saved=saved,
        )


def _code(language: str | None) -> str:
    return safe(language) if language else "?"
