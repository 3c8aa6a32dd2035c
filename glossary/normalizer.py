"""The normalizer: from the names found in a document to findings with edits, by the policies of the house.

A pure function of text, lexicon and policy. It reads no file, prints nothing and applies nothing but in `normalize`,
which is there for programs that hold a plain string. One call sees one whole document, for two policies speak of the
document: spellings that are mixed in it, and the first mention of a name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import TYPE_CHECKING

from glossary.findings import Edit, Finding, Occurrence, Severity, apply_edits
from glossary.glosses import Glosses
from glossary.model import Status
from glossary.policy import Former, Policy, in_use
from glossary.quotations import quotations
from glossary.wording import described
from translit.message import Message, either, joined
from translit.values import value

if TYPE_CHECKING:
    from glossary.glossary import Glossary
    from glossary.lexicon import Lexicon
    from glossary.likely import LikelyVariant


@value
class Passage:
    """A run of a document's text that is read as one."""

    text: str
    """The text, as it stands in the document."""
    start: int = 0
    """Where it stands in the document, in code points; findings count from the document's start."""
    protected: tuple[tuple[int, int], ...] = ()
    """Spans that are not language (code, addresses, markup), in code points of `text`, in order."""


@value
class Normalized:
    """A text after its names were put right."""

    text: str
    """The text with every edit made."""
    findings: tuple[Finding, ...]
    """What was found in the text as it was given; offsets are those of the given text."""


@value
class _Seen:
    """One place where a name stands, with all that the policies ask about it."""

    passage: Passage
    occurrences: tuple[Occurrence, ...]
    spoken_of: bool
    explained: bool

    @property
    def first(self) -> Occurrence:
        return self.occurrences[0]

    @property
    def ambiguous(self) -> bool:
        return len(self.occurrences) > 1 and len({occurrence.replacement for occurrence in self.occurrences}) > 1

    @property
    def decided(self) -> bool:
        return not self.ambiguous and not self.first.weak


def normalize(
    text: str, glossary: Glossary, language: str = "en", policy: Policy | None = None, protected: Sequence[tuple[int, int]] = ()
) -> Normalized:
    """Put the names in a text right.

    `protected` spans (code points, in order) are left alone. A second call on the result has nothing to do.
    """
    findings = examine([Passage(text, 0, tuple(protected))], glossary.lexicon(language), policy or Policy(), language)
    return Normalized(apply_edits(text, (edit for finding in findings for edit in finding.edits)), tuple(findings))


def examine(passages: Sequence[Passage], lexicon: Lexicon, policy: Policy, language: str) -> list[Finding]:
    """All findings of one document, in its order; their edits do not overlap.

    `passages` are the document's, in order; `language` is the BCP 47 subtag of its text.
    """
    glosses = Glosses(language)
    seen = _settled([place for passage in passages for place in _places(passage, lexicon, policy, glosses)])
    judge = _Judge(lexicon, policy, glosses, seen)
    findings = [finding for place in seen if (finding := judge.finding(place)) is not None]
    if policy.likely:
        findings += _look_alikes(passages, lexicon, seen)
        findings.sort(key=lambda finding: (finding.start, finding.end))
    return findings


def _settled(seen: list[_Seen]) -> list[_Seen]:
    """The places with their weak names decided by the strong ones of the whole document."""
    if not any(one.weak for place in seen for one in place.occurrences):
        return seen
    from glossary.weak import settled, strong_names

    names = strong_names(place.occurrences for place in seen)
    return [_Seen(place.passage, tuple(settled(place.occurrences, names)), place.spoken_of, place.explained) for place in seen]


def _of_two_alphabets(passages: Sequence[Passage], lexicon: Lexicon) -> Iterator[tuple[int, LikelyVariant]]:
    """The names in which letters of two alphabets are mixed, with the number of their passage."""
    from glossary.homoglyphs import homoglyphs

    return ((number, one) for number, passage in enumerate(passages) for one in homoglyphs(lexicon, passage.text))


def _look_alikes(passages: Sequence[Passage], lexicon: Lexicon, seen: list[_Seen]) -> Iterator[Finding]:
    """The words that no glossary lists and that look like a name: reported with their likeness, never changed."""
    from glossary.likely import LookAlikes

    names = sorted((place.passage.start, place.first.start, place.first.end) for place in seen)
    said: set[tuple[int, int]] = set()
    mixed = () if all(passage.text.isascii() for passage in passages) else _of_two_alphabets(passages, lexicon)
    for number, one in chain(mixed, LookAlikes(lexicon).find(passage.text for passage in passages)):
        passage = passages[number]
        protected = any(start < one.end and one.start < end for start, end in passage.protected)
        before = bisect_left(names, (passage.start, one.start + 1)) - 1  # the last name that begins at this place or before
        named = before >= 0 and names[before][0] == passage.start and one.start < names[before][2]
        if protected or named or (passage.start, one.start) in said:
            continue
        said.add((passage.start, one.start))
        label = lexicon.concept(one.concept).label
        message = Message(
            "{text} looks like {name} (likeness {score:.2f}) and is in no glossary", text=one.text, name=one.name, score=one.score
        )
        reason = Message(
            "{steps}: from {name}, of {label}" if one.name != label else "{steps}: from {name}",
            steps=one.reason,
            name=one.name,
            label=label,
        )
        start = passage.start + one.start
        yield Finding("likely-variant", Severity.WARNING, start, start + len(one.text), one.text, message, reason, one.concept, one.name)


def _places(passage: Passage, lexicon: Lexicon, policy: Policy, glosses: Glosses) -> Iterator[_Seen]:
    """The names in one passage that may be judged: not those in protected text, nor in quotations that are to be kept."""
    found = lexicon.find(passage.text)
    if not found:
        return
    closed = passage.protected if policy.quotations else tuple(sorted((*passage.protected, *quotations(passage.text))))
    free = [one for one in found if not any(start < one.end and one.start < end for start, end in closed)] if closed else found
    groups = [tuple(group) for _, group in groupby(free, key=lambda one: (one.start, one.end))]
    for at, group in enumerate(groups):
        spoken_of = _may_be_spoken_of(passage.text, groups, at) and glosses.spoken_of(passage.text, group[0].start, group[0].end)
        # The gloss decides for the former name: "Aktau (formerly Shevchenko)" is no poet.
        former = tuple(one for one in group if one.status is Status.SUPERSEDED) if spoken_of else ()
        explained = group[0].status is Status.SUPERSEDED and _beside(passage.text, groups, at, group[0])
        yield _Seen(passage, former or group, spoken_of, explained)


def _may_be_spoken_of(text: str, groups: list[tuple[Occurrence, ...]], at: int) -> bool:
    """Whether a gloss can be about this name: a former one, or a spelling with another of the same name close by."""
    one = groups[at][0]
    if any(each.status is Status.SUPERSEDED for each in groups[at]):
        return True
    return one.status is not Status.PREFERRED and _beside(text, groups, at, one)


def _beside(text: str, groups: list[tuple[Occurrence, ...]], at: int, one: Occurrence) -> bool:
    """Whether another spelling of the same name stands close by: only then is a wrong spelling perhaps named on purpose.

    What stands in brackets between the two does not part them, so that a gloss that a run adds changes nothing for the next.
    """
    for side in (range(at - 1, -1, -1), range(at + 1, len(groups))):
        for place in side:
            other = groups[place][0]
            start, end = min(one.end, other.end), max(one.start, other.start)
            if end - start > _CLOSE and (end - start > _FAR or len(re.sub(_BRACKETED, "", text[start:end])) > _CLOSE):
                break
            if other.concept == one.concept and other.text != one.text:
                return True
    return False


_CLOSE = 60  # code points between two spellings of which one explains the other
_FAR = 400  # code points, those in brackets among them
_BRACKETED = r"\s*\([^()]*\)"


class _Judge:
    """The policies, applied to the places of one document in their order."""

    def __init__(self, lexicon: Lexicon, policy: Policy, glosses: Glosses, seen: list[_Seen]) -> None:
        self._lexicon = lexicon
        self._policy = policy
        self._glosses = glosses
        self._preferred = {
            (one.first.concept, one.first.type)
            for one in seen
            if one.first.status in (Status.PREFERRED, Status.DEPRECATED) and one.decided and not one.spoken_of
        }
        """The (concept, type) whose preferred spelling stands in the document, or will once it is put right: an admitted one beside it is mixing."""
        self._glossed = {one.first.concept for one in seen if one.first.status is Status.SUPERSEDED and one.spoken_of}
        """The concepts whose former name is explained somewhere in the document; grows as glosses are added."""

    def finding(self, place: _Seen) -> Finding | None:
        """What is to be said of one place; None where all is well."""
        said = self._judge(place)
        if self._policy.first_mention and place.decided and not place.spoken_of:
            return self._first_mention(place, said) or said
        return said

    def _judge(self, place: _Seen) -> Finding | None:
        one = place.first
        if place.ambiguous:
            return self._ambiguous(place)
        if place.spoken_of:
            return None
        if one.weak:
            return self._hint(place)
        if one.status is Status.SUPERSEDED:
            return self._former(place)
        if one.replacement is None or one.replacement == one.text:
            return None
        if one.status is Status.DEPRECATED:
            code = "misspelling" if one.misspelling else "deprecated"
            text, replacement = _with_lead(place)
            message = Message("{text} → {replacement}", text=text, replacement=replacement)
            return self._say(place, code, Severity.ERROR, message, one.replacement)
        if self._policy.strict:
            message = Message(
                "{text} → {replacement}: admitted, but only the preferred spelling was asked for",
                text=one.text,
                replacement=one.replacement,
            )
            return self._say(place, "admitted", Severity.ERROR, message, one.replacement)
        if (one.concept, one.type) in self._preferred:
            message = Message("{text} stands beside {replacement} in one document; choose one", text=one.text, replacement=one.replacement)
            return self._say(place, "mixed", Severity.WARNING, message)
        return None

    def _ambiguous(self, place: _Seen) -> Finding | None:
        """Two concepts share the spelling and nothing nearby decides: say so, change nothing."""
        names = either(dict.fromkeys(self._described(one) for one in place.occurrences))
        wrong = any(one.status is Status.DEPRECATED for one in place.occurrences)
        severity = Severity.WARNING if wrong else Severity.NOTE
        return self._say(
            place, "ambiguous", severity, Message("{text} may be {names}; nothing nearby decides", text=place.first.text, names=names)
        )

    def _hint(self, place: _Seen) -> Finding | None:
        """A weak name with nothing to tell whether it is meant: worth a word where it would be changed, else nothing."""
        one = place.first
        if one.status in (Status.PREFERRED, Status.ADMITTED):
            return None
        message = Message(
            "{text} may be {name}; the name alone is weak, and nothing in the document decides", text=one.text, name=self._described(one)
        )
        return self._say(place, "weak-name", Severity.NOTE, message)

    def _described(self, one: Occurrence) -> str:
        return described(self._lexicon.concept(one.concept))

    def _former(self, place: _Seen) -> Finding | None:
        """A former name in use: right in its own time, worth a word outside it."""
        one, date = place.first, self._policy.date
        if date is not None and in_use(date, one.valid_from, one.valid_until):
            return None
        present = self._lexicon.concept(one.concept).name(one.type)
        late = "" if date is None else Message(", not in use in {date}", date=date)
        message = Message("{term} is a former name of {name}{years}{late}", term=one.term, name=present, years=_years(one), late=late)
        # Beside the present name the sentence is about the change of names: "Novyi Uzen was renamed Zhanaozen".
        if not place.explained and self._policy.former is Former.REPLACE and one.replacement is not None:
            return self._say(place, "former-name", Severity.ERROR, message, one.replacement)
        if not place.explained and self._policy.former is Former.GLOSS and one.form == "base" and one.concept not in self._glossed:
            self._glossed.add(one.concept)
            return self._say(place, "former-name", Severity.ERROR, message, f"{one.text} ({self._glosses.now} {present})")
        return self._say(place, "former-name", Severity.NOTE if date is None else Severity.WARNING, message)

    def _first_mention(self, place: _Seen, said: Finding | None) -> Finding | None:
        """The gloss behind the first plain mention of a name that has a former one; once a document."""
        one = place.first
        kept = one.status is Status.SUPERSEDED and not (said is not None and said.edits)
        joined = place.passage.text[one.end : one.end + 2].lstrip()[:1] in ("-", "‐", "‑", "(", "[")
        if kept or joined or one.form != "base" or one.concept in self._glossed:
            return None
        former = self._lexicon.concept(one.concept).former_name(self._policy.date)
        if former is None:
            return None
        self._glossed.add(one.concept)
        name = one.replacement if said is not None and said.edits and one.replacement is not None else one.text
        message = Message("first mention of {name}: its former name is added", name=name)
        return self._say(place, "first-mention", Severity.ERROR, message, f"{name} ({self._glosses.formerly} {former})")

    def _say(self, place: _Seen, code: str, severity: Severity, message: str, replacement: str | None = None) -> Finding:
        one, shift, start = place.first, place.passage.start, place.first.start
        edits: tuple[Edit, ...] = ()
        if replacement is not None:
            if one.lead is not None and one.replacement is not None and replacement.startswith(one.replacement):
                start, lead = one.lead
                replacement = lead + replacement
            edits = (Edit(start + shift, one.end + shift, replacement),)
        preferred = one.replacement or self._lexicon.concept(one.concept).label
        text = place.passage.text[start : one.end]
        reason = joined("; ", one.reasons)
        return Finding(code, severity, start + shift, one.end + shift, text, message, reason, one.concept, preferred, edits)


def _with_lead(place: _Seen) -> tuple[str, str]:
    """A name and what takes its place, both with the preposition that changes too."""
    one = place.first
    start, lead = one.lead or (one.start, "")
    return place.passage.text[start : one.end], f"{lead}{one.replacement}"


def _years(one: Occurrence) -> str:
    """The years of a former name, in brackets; empty where none are known."""
    if one.valid_from and one.valid_until:
        return f" ({one.valid_from[:4]}–{one.valid_until[:4]})"
    if one.valid_until:
        return Message(" (until {year})", year=one.valid_until[:4])
    return Message(" (since {year})", year=one.valid_from[:4]) if one.valid_from else ""
