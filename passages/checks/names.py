"""Names: wrong, former, missing, doubled, or left in the original's spelling.

What stands where is found by the glossary (`glossary.name_check`); here it becomes findings about a pair. The names of a pair are worked out
once and serve all checks of this file and of `likely_names`, which knows what only looks like a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from glossary.fields import script_of
from glossary.findings import Edit, Finding, Occurrence, Severity
from glossary.glosses import Glosses
from glossary.model import Status, TermType
from glossary.name_answers import by_part
from glossary.name_parts import is_example, is_of_address, is_of_money, is_of_synonyms, is_region
from glossary.policy import in_use
from passages.checks import likely_names, plurals
from passages.checks.model import Fix, PairFinding
from passages.pair import Side
from translit.message import Message

if TYPE_CHECKING:
    from glossary.name_check import NameCheck, Wanted
    from passages.checks.reading import Reading


class Names:
    """The names of one pair."""

    def __init__(self, reading: Reading, check: NameCheck | None) -> None:
        """Find what the original has and what is wrong with the translation."""
        self.original: list[list[Occurrence]] = []
        """All names of the original; those that may be several things, as one."""
        self.said: list[list[Occurrence]] = []
        """All names of the translation, likewise."""
        self.wanted: list[Wanted] = []
        """The names that the translation must have."""
        self.stands: list[Occurrence] = []
        """The names of the translation of which it is known what they are."""
        self.findings: list[Finding] = []
        """What is wrong with them."""
        self.alike: dict[str, tuple[int, int] | None] = {}
        """Of concepts that are missing: where words look like them, or None; filled by `likely_names`."""
        source, target = reading.source, reading.target
        if check is None:
            return
        self.original, self.said = check.originals(source.text), check.names(target.text)
        found = self.said
        if not (self.original or found) or not target.text.strip():
            return
        wanted = check.wanted(source.text, found=self.original)
        self.wanted = [
            each
            for each in wanted
            if all(source.is_free(one.start, one.end) and not is_of_money(source.text, one, target.text) for one in each.concepts.values())
        ]
        self.stands = [one for one in check.decided(self.wanted, found) if target.is_free(one.start, one.end)]
        self.findings = [one for one in check.findings(self.wanted, target.text, found) if target.is_free(one.start, one.end)]

    def asked(self, concept: str) -> Occurrence | None:
        """Where the original has a concept; None where it has not."""
        return next((each.concepts[concept] for each in self.wanted if concept in each.concepts), None)


def wrong(code: str, reading: Reading) -> Iterator[PairFinding]:
    """The names that the glossary calls wrong in this way."""
    for one in reading.names.findings:
        if one.code == code:
            plain = _plain_name(reading, one)
            fixes = _fixes(reading, one, plain)
            said = Message("{old} → {new}", old=one.text, new=fixes[0].label) if len(fixes) > 1 else Message.of(one.message)
            yield PairFinding(
                code,
                one.severity,
                Side.TARGET,
                one.start,
                one.end,
                one.text,
                said,
                one.reason,
                one.concept,
                plain,
                fixes,
            )


def _fixes(reading: Reading, one: Finding, plain: str) -> tuple[Fix, ...]:
    """The fixes of a name of the glossary: one, or two of a Russian common noun in a form that may be the plural."""
    if len(one.edits) != 1 or reading.context.target.language != "ru" or not one.edits[0].replacement:
        return (Fix(one.edits[0].replacement or one.preferred, one.edits),) if one.edits else ()
    stands = next((each for each in reading.names.stands if each.start == one.start and each.concept == one.concept), None)
    many = plurals.is_likelier(reading.target.text[: one.start], reading.source.text, likely_names.own_names(reading, one.concept) or ())
    return plurals.fixes(one.edits[0], one.text, plain, stands.form if stands is not None else "", plural=many)


def _plain_name(reading: Reading, one: Finding) -> str:
    """The name to use in its plain form; a finding of the glossary has it in the form of what it replaces."""
    stands = next((each for each in reading.names.stands if each.start == one.start and each.concept == one.concept), None)
    lexicon = reading.context.target_lexicon
    if stands is None or lexicon is None:
        return one.preferred
    return lexicon.concept(one.concept).name(stands.type)


def misspelled(reading: Reading) -> Iterator[PairFinding]:
    """Slips of the pen that the glossary knows."""
    return wrong("misspelling", reading)


def deprecated(reading: Reading) -> Iterator[PairFinding]:
    """Spellings that are not to be used."""
    return wrong("deprecated", reading)


def doubled(reading: Reading) -> Iterator[PairFinding]:
    """Names that stand twice in a row, and of which the original has not the second as it is: Russian (Русский).

    A note where a sign is between them, or another form, and nothing can be taken out: Сомали (Сомали), Австралия/Австралийская территория.
    """
    for one in wrong("doubled-name", reading):
        if one.text not in reading.source.text:
            yield one if one.fixes else replace(one, severity=Severity.NOTE)


def former(reading: Reading) -> Iterator[PairFinding]:
    """Former names where the original has the present one, and those that were not in use at the time the text speaks of."""
    yield from wrong("former-name", reading)
    date = reading.context.date
    if date is None:
        return
    told = {(one.start, one.end) for one in reading.names.findings if one.code == "former-name"}
    glosses = Glosses(reading.context.target.language)
    for one in reading.names.stands:
        if one.status is not Status.SUPERSEDED or (one.start, one.end) in told or in_use(date, one.valid_from, one.valid_until):
            continue
        if glosses.spoken_of(reading.target.text, one.start, one.end):
            continue
        message = Message("{name} was not in use in {date}", name=one.term, date=date)
        fixes = (Fix(one.replacement, (Edit(one.start, one.end, one.replacement),)),) if one.replacement else ()
        lexicon = reading.context.target_lexicon
        reason, preferred = "; ".join(one.reasons), lexicon.concept(one.concept).name(one.type) if lexicon is not None else ""
        yield PairFinding(
            "former-name", Severity.WARNING, Side.TARGET, one.start, one.end, one.text, message, reason, one.concept, preferred, fixes
        )


def missing(reading: Reading) -> Iterator[PairFinding]:
    """Names of the original that the translation has not, in any form or spelling, nor anything that looks like them."""
    return (one for one in _missing(reading) if one.code == "missing-name")


def missing_terms(reading: Reading) -> Iterator[PairFinding]:
    """Common nouns of the original that the translation has not, in any form, nor in a shorter one: many are rightly left to the context."""
    return (one for one in _missing(reading) if one.code == "missing-term")


def _missing(reading: Reading) -> Iterator[PairFinding]:
    for one, asked in _lost(reading):
        if is_of_address(reading.source.text, asked.start) or is_example(reading.source.text, asked.start):
            continue
        if is_region(reading.source.text, asked.start) or is_of_synonyms(reading.source.text, reading.target.text):
            continue
        if (
            asked.text in reading.target.text
            or likely_names.resembling(reading, one, asked) is not None
            or likely_names.is_given_name(reading, asked)
        ):
            continue
        said = Message.of(one.message)
        term = one.preferred.islower()
        if (term and by_part((one.preferred,), reading.target.text)) or not _can_be_written(reading, one):
            continue
        code, severity = ("missing-term", Severity.NOTE) if term else ("missing-name", likely_names.severity(reading))
        yield PairFinding(code, severity, Side.SOURCE, asked.start, asked.end, asked.text, said, one.reason, one.concept, one.preferred)


def _can_be_written(reading: Reading, one: Finding) -> bool:
    """Whether a translation has a letter of the script that a name is asked for in: Kazakh in Latin letters all through cannot have it so.

    What the glossary has in those letters is none the less of the wrong script.
    """
    script = script_of(one.preferred)
    letters = [letter for letter in reading.target.text if letter.isalpha()]
    named = any(each.concept == one.concept for group in reading.names.said for each in group)
    return named or not letters or any(script_of(letter) == script for letter in letters)


def left(reading: Reading) -> Iterator[PairFinding]:
    """Names that stand in the translation as the original spells them, though the language has a name of its own."""
    if reading.source.text.strip() == reading.target.text.strip():
        return
    lost = {one.concept: (one.preferred, one.reason) for one, _ in _lost(reading)}
    enough: dict[frozenset[str], bool] = {}  # a long text has the same name many times
    for each in reading.names.wanted:
        asked = next(iter(each.concepts.values()))
        if asked.text.isupper():
            continue
        concepts = frozenset(each.concepts)
        if asked.concept not in lost:
            if concepts not in enough:
                enough[concepts] = not _is_answered_less(reading, each)
            if enough[concepts]:
                continue
        preferred, reason = lost.pop(asked.concept, None) or (_own_name(reading, asked), "")
        for start, end in _left_at(reading, asked.text) if preferred != asked.text else ():
            stands = reading.target.text[start:end]
            if stands.isupper() or (
                preferred.islower() and asked.text[:1].isupper() and not _begins_text(reading.source.text, asked.start)
            ):
                continue  # a command, a heading, or a program of this name (Calendar)
            said = Message(
                "{name} is left as the original spells it, here it is {preferred}; mind its form", name=stands, preferred=preferred
            )
            fixes = (Fix(preferred, (Edit(start, end, preferred),)),)
            yield PairFinding(
                "untranslated-name", Severity.NOTE, Side.TARGET, start, end, stands, said, reason, asked.concept, preferred, fixes
            )


def _is_answered_less(reading: Reading, wanted: Wanted) -> bool:
    """Whether the translation has a name less often than the original, so that one may be left in the original's spelling."""
    ours = sum(any(one.concept in wanted.concepts for one in group) for group in reading.names.original)
    return ours > sum(any(one.concept in wanted.concepts for one in group) for group in reading.names.said) > 0


def _own_name(reading: Reading, asked: Occurrence) -> str:
    """The name of a concept in the language of the translation; the original's where it has none."""
    lexicon = reading.context.target_lexicon
    own = (
        []
        if lexicon is None
        else [one for one in lexicon.concept(asked.concept).preferred if one.language == lexicon.concept(asked.concept).language]
    )
    return next((one.text for one in own if one.type is asked.type), own[0].text if own else asked.text)


def _left_at(reading: Reading, name: str) -> Iterator[tuple[int, int]]:
    """Where a name of the original stands by itself in the translation, in prose; a common noun with a capital too."""
    if any(match[0].count(name) and not name.islower() for match in _LATIN_LIST.finditer(reading.target.text)):
        return
    before, flags = r"(?<![\w.='\"«“„‘`/@#_-])", re.IGNORECASE if name.islower() else 0
    found = [match.span() for match in re.finditer(rf"{before}{re.escape(name)}(?![\w_]|[.:=/][\w_])", reading.target.text, flags)]
    if any(not reading.target.is_free(*span) or _in_title(reading.target.text, *span) for span in found):
        return  # a word of a command, which the text speaks of
    yield from found


def _in_title(text: str, start: int, end: int) -> bool:
    """Whether a Latin name stands in a longer row of Latin words, a list of them, or before a number: a title, a firm, a version."""
    return _LATIN_BEFORE.search(text[max(0, start - 40) : start]) is not None or _LATIN_AFTER.match(text[end : end + 40]) is not None


_LATIN_BEFORE = re.compile(r"[A-Za-z](?:['’]?s?[ -]|, | / )$|(?:&lt;|<)$")
_LATIN_LIST = re.compile(r"(?:[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)?, ){3,}[A-Z][A-Za-z]+")
"""Four or more Latin names in a row, which are called so: Kabini, Mullins, Iceland, Tonga."""
_LATIN_AFTER = re.compile(r"(?:[ -]|, | / )[A-Za-z]|[ -]?\d|['’]?[»”`]|&gt;|>")


def _lost(reading: Reading) -> Iterator[tuple[Finding, Occurrence]]:
    """The findings of missing names, each with where the original has the name."""
    for one in reading.names.findings:
        asked = reading.names.asked(one.concept)
        if one.code == "missing-name" and asked is not None and not _begins_sentence(reading, asked):
            yield one, asked


def _begins_text(text: str, start: int) -> bool:
    """Whether a word begins a sentence or a label, where any word has a capital."""
    before = text[:start].rstrip(" \u00a0\t«“„\"'(")
    return not before or before[-1] in ".!?…:\n—–"


def _begins_sentence(reading: Reading, one: Occurrence) -> bool:
    """Whether the name of an organisation that is one word begins a sentence, where any word has a capital: Защита, Ozen."""
    lexicon = reading.context.source_lexicon
    if lexicon is None or " " in one.text or one.type is TermType.ABBREVIATION or lexicon.concept(one.concept).kind != "organisation":
        return False
    return _begins_text(reading.source.text, one.start)


def likely(reading: Reading) -> Iterator[PairFinding]:
    """Words that look like a name and are in no glossary."""
    return likely_names.likely(reading, _lost(reading))
