"""What a found entry says: an occurrence, with its replacement as the text would write it, and the reasons.

The replacement is in capitals where the text is and the spelling is not; it has the apostrophe of the text, the text's white space where
both have the same number of words (so a line break stays where it was), and the text's possessive ending.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from glossary.card import ConceptCard
from glossary.declension import choices
from glossary.findings import Occurrence
from glossary.folding import APOSTROPHES, capitals, shape, small
from glossary.form import BASE, GIVEN
from glossary.lexicon import DOTTED, GUARDED, MISSPELLING, STATUSES, TYPE_MASK, TYPE_SHIFT, TYPES, WEAK
from glossary.model import Status
from glossary.nearby import Nearby, Verdict
from translit.message import Message, either, joined

if TYPE_CHECKING:
    from glossary.lexicon import Known, Lexicon

_MARKS = frozenset(APOSTROPHES)


def occurrences(lexicon: Lexicon, text: str, spans: list[tuple[int, int, int]]) -> list[Occurrence]:
    """What the found (start, end, entry) say, in their order."""
    found: list[Occurrence] = []
    for _, group in groupby(spans, key=lambda span: span[:2]):
        entries = list(group)
        for start, end, entry in entries:
            cards = (_card(lexicon, other) for _, _, other in entries if other != entry)
            rivals = [described(card) for card in cards]
            found.append(_occurrence(lexicon, text, (start, end), entry, rivals))
    return found


def _occurrence(lexicon: Lexicon, text: str, span: tuple[int, int], entry: int, rivals: list[str]) -> Occurrence:
    start, end = span
    written = text[start:end]
    key = entry, written
    said = None if rivals else lexicon.known.get(key)
    if said is None:
        said, settled = _said(lexicon, text, span, entry, rivals)
        if settled and not rivals:
            lexicon.known[key] = said
    *_, replacement, _ = said
    lead = None if replacement is None else lexicon.rules.lead(text, start, written, replacement)
    columns = lexicon.columns
    weak = bool(columns.term_status[columns.term[entry]] & WEAK) and not _cue_stands(lexicon, text, span, entry)
    return Occurrence(start, end, *said, weak, lead)


def _said(lexicon: Lexicon, text: str, span: tuple[int, int], entry: int, rivals: list[str]) -> tuple[Known, bool]:
    """The fields of an occurrence from `text` to `reasons`, and whether they are the same wherever the entry is written so."""
    columns, string = lexicon.columns, lexicon.string
    start, end = span
    term = columns.term[entry]
    bits = columns.term_status[term]
    status, misspelling = STATUSES[bits & 7], bool(bits & MISSPELLING)
    stem, great = _stem(lexicon, text, span, entry)
    ending = text[stem:end]
    form = _form(string(columns.form[entry]), ending)
    given = string(columns.replacement[entry])
    settled = _MARKS.isdisjoint(given)  # an apostrophe is as the whole text has it
    if answers := choices(given):
        settled, given = False, lexicon.rules.settled(answers, text, start)
    replacement = None
    if given:
        replacement = capitals(given, dotted=bool(columns.flags[entry] & DOTTED)) if great else given
        replacement = _as_the_text(text, text[start:end], text[start:stem], replacement) + lexicon.rules.carried(ending, replacement)
    valid_from, valid_until = string(columns.term_from[term]) or None, string(columns.term_until[term]) or None
    name, note = string(columns.term_text[term]), string(columns.term_note[term])
    label = _card(lexicon, entry).label if status is Status.SUPERSEDED else ""
    standing = _standing(status, given, label, valid_from, valid_until, misspelling=misspelling)
    reasons = [
        standing
        if form == BASE
        else Message("{form} of {name}, {standing}", form=_ANOTHER if form == GIVEN else form_said(form), name=name, standing=standing)
    ]
    if great:
        reasons.append(_CAPITALS)
    if note:
        reasons.append(note)
    if rivals:
        reasons.append(Message("may also be {names}: nothing nearby decides", names=either(rivals)))
    concept = string(columns.concept_id[columns.term_concept[term]])
    type = TYPES[bits >> TYPE_SHIFT & TYPE_MASK]
    written = text[start:end]
    return (written, concept, name, status, type, misspelling, valid_from, valid_until, form, replacement, tuple(reasons)), settled


def _cue_stands(lexicon: Lexicon, text: str, span: tuple[int, int], entry: int) -> bool:
    """Whether a word stands nearby that the guard of a weak name needs."""
    columns = lexicon.columns
    needs = lexicon.string(columns.term_needs[columns.term[entry]])
    return bool(columns.flags[entry] & GUARDED) and bool(needs) and Nearby(text, *span).judge(needs, "") is Verdict.MET


def _stem(lexicon: Lexicon, text: str, span: tuple[int, int], entry: int) -> tuple[int, bool]:
    """Where the form ends and the possessive begins, and whether the form is in capitals unlike its spelling."""
    columns = lexicon.columns
    start, end = span
    spelling = lexicon.string(columns.shape[entry])
    if text.startswith(spelling, start, end) and end - start == len(spelling):
        return end, False  # to the letter, as nearly all are
    dotted = bool(columns.flags[entry] & DOTTED)
    great = shape(capitals(spelling, dotted=dotted))
    for stem in range(end, start, -1):
        said = shape(text[start:stem])
        if said == spelling:
            return stem, False
        if said == great:
            return stem, True
        if small(said, dotted=dotted) == small(spelling, dotted=dotted):
            return stem, False
    raise ValueError(f"entry {entry} does not stand at {start}:{end}")


def _form(form: str, ending: str) -> str:
    if not ending:
        return form
    return "possessive" if form in (BASE, GIVEN) else f"possessive {form}"


def form_said(form: str) -> str:
    """The name of a form, word for word: `plural genitive`."""
    return joined(" ", map(Message.of, form.split()))


def described(card: ConceptCard) -> str:
    """A concept by its name and kind."""
    return Message("{label} ({kind})", label=card.label, kind=Message.of(card.kind))


_ANOTHER, _CAPITALS, _PREFERRED = Message("another form"), Message("written in capitals"), Message("preferred")


def _standing(status: Status, replacement: str, label: str, valid_from: str | None, valid_until: str | None, *, misspelling: bool) -> str:
    """What the glossary says of the term, in words."""
    if status is Status.PREFERRED:
        return _PREFERRED
    if status is Status.SUPERSEDED:
        years = f"{(valid_from or '')[:4]}–{(valid_until or '')[:4]}"
        if years == "–":
            return Message("former name of {name}", name=label)
        return Message("former name of {name} ({years})", name=label, years=years)
    if not replacement:
        return Message("{status}; the glossary has no other name for it", status=Message.of(status.value))
    if misspelling:
        return Message("misspelling of {name}", name=replacement)
    if status is Status.DEPRECATED:
        return Message("deprecated for {name}", name=replacement)
    return Message("admitted beside {name}", name=replacement)


def _as_the_text(text: str, said: str, stem: str, replacement: str) -> str:
    """The replacement with the apostrophe of the name as it stands, else of the text; and with its white space where the words agree."""
    if not _MARKS.isdisjoint(replacement):
        mark = re.search(f"[{APOSTROPHES}]", said) or re.search("[’']", text)
        if mark is not None:
            replacement = "".join(mark[0] if letter in _MARKS else letter for letter in replacement)
    if replacement.isalnum():
        return replacement
    stood, gaps = re.split(r"(\s+)", stem), re.split(r"(\s+)", replacement)
    if len(stood) == len(gaps):
        gaps[1::2] = stood[1::2]
    return "".join(gaps)


def _card(lexicon: Lexicon, entry: int) -> ConceptCard:
    columns = lexicon.columns
    return lexicon.card(columns.term_concept[columns.term[entry]])
