"""Holds the names in one translated text against those of its original: wrong, former, missing and doubled ones, in any inflection.

A pure function from two texts and two lexicons to findings; offsets and edits are code points of the translation. The original decides what
an ambiguous spelling in the translation is, and whether a former name is right there. Knows no file: catalogs and the checks of pairs ask it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from glossary.fields import script_of
from glossary.findings import Edit, Finding, Occurrence, Severity
from glossary.glosses import Glosses
from glossary.homoglyphs import homoglyphs
from glossary.locale_names import Locale
from glossary.model import Status, TermType
from glossary.name_answers import (
    by_abbreviation,
    by_adjective,
    by_compound,
    by_derived_word,
    by_initials,
    by_longer_abbreviation,
    by_plural,
    by_written_out,
)
from glossary.name_parts import is_attribute, is_of_list, is_of_other_place
from translit.message import Message, joined

if TYPE_CHECKING:
    from glossary.card import CardTerm, ConceptCard
    from glossary.lexicon import Lexicon

_PROTECTED = re.compile(
    r"\b(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Z][\w/-]*+"
    r"|[A-Za-z][A-Za-z0-9+.-]*+://\S++|[\w.+-]{1,64}@[\w.-]++|%\([^()\s]{1,80}\)|\$?\{[^{}\n]{0,80}\}|</?[A-Za-z][^<>]{0,500}>"
    r"|(?<![!-~])(?:~|\.{1,2})?/[!-~]++|\b[\w-]++\.(?:com|org|net|gov|kz|ru|ua|uz|kg|html?|txt|pot?|py|xml|json|ics|vcf|csv|pdf|zip|conf|cfg|ini|log|sh)\b"
)
"""What is no language: zones of time (Asia/Tashkent), addresses, placeholders, tags, paths, files."""
_SIGNS = re.compile(r"[@/%{<]|\.[a-z]")
"""Signs of which each of them has one: most texts have none, and are not searched for more."""
_UNSAID = re.compile(r"[_&](?=\w)|(?<=\b[^\W\d_])\.(?=[^\W\d_]\b)")
"""Signs inside of words that say nothing: of mnemonics, and the dots of an abbreviation (С.Ш.А.)."""
_BETWEEN = re.compile(r"[\s,(«“\"'/-]{1,3}")
_WORD = re.compile(r"\w+")
_OF_SEVERAL_SCRIPTS = frozenset(("az", "kk", "ky", "mn", "sr", "tg", "tk", "tt", "uz", "zh"))
_ADJECTIVES = frozenset(("people", "language"))


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name that an original has."""

    concepts: dict[str, Occurrence]
    """The concepts it may be, each with where it stands: one, unless nothing in the original decides."""

    def met_by(self, concepts: set[str]) -> bool:
        """Whether one of these is what it may be."""
        return not concepts.isdisjoint(self.concepts)


class NameCheck:
    """The check of one pair of languages; holds the two lexicons and nothing of a text."""

    def __init__(self, original: Lexicon, target: Lexicon, locale: Locale) -> None:
        """Take the lexicon of the originals and that of the translations, and the locale of these."""
        self._original, self._target, self._locale = original, target, locale
        self._glosses = Glosses(locale.language)

    def named(self, original: str, said: str) -> bool:
        """Whether one of two texts has a name at all: cheap, for most have none."""
        return bool(self._original.spans(original)) or bool(self._target.spans(said))

    def originals(self, original: str) -> list[list[Occurrence]]:
        """The names in an original; those that may be several things, as one."""
        return names_in(self._original, original)

    def wanted(self, original: str, plural: str | None = None, found: list[list[Occurrence]] | None = None) -> list[Wanted]:
        """The names that a translation must have: those of the original, and of its plural too where it has one.

        `found` are the original's names, where they are known.
        """
        names = [group for group in (self.originals(original) if found is None else found) if not self._is_part(original, group[0])]
        if plural is not None:
            both = {one.concept for group in names_in(self._original, plural) for one in group}
            names = [group for group in names if any(one.concept in both for one in group)]
        return [Wanted({one.concept: one for one in group}) for group in names if not any(one.weak for one in group)]

    def _is_part(self, original: str, one: Occurrence) -> bool:
        """Whether a name of an original is none that a translation answers: a part of another, an item of a list for a machine, an adjective."""
        if is_of_other_place(original, one.start, one.end) or is_of_list(original, one.start, one.end):
            return True
        if " " in one.text or not one.text[:1].isupper() or not is_attribute(original, one.end):
            return False
        terms = self._terms(self._original.concept(one.concept))
        return bool(terms) and terms[0].text[:1].islower()

    def names(self, said: str) -> list[list[Occurrence]]:
        """The names in a translation; those that may be several things, as one."""
        return names_in(self._target, said)

    def decided(self, wanted: list[Wanted], groups: list[list[Occurrence]]) -> list[Occurrence]:
        """The names of a translation of which it is known what they are: by themselves, or because the original has them."""
        asked = {concept for each in wanted for concept in each.concepts}
        decided = (next((one for one in group if one.concept in asked), _only(group)) for group in groups)
        return [one for one in decided if one is not None]

    def findings(self, wanted: list[Wanted], said: str, found: list[list[Occurrence]] | None = None) -> list[Finding]:
        """What is wrong with the names of a translation, in its order; a missing name is a finding about the whole text (0:0).

        `found` are its names, where they are known.
        """
        groups = self.names(said) if found is None else found
        asked = {concept: one for each in wanted for concept, one in each.concepts.items()}
        former = {concept for each in wanted for concept, one in each.concepts.items() if self._is_former(one)}
        names = self.decided(wanted, groups)
        findings = [
            *(
                finding
                for at, one in enumerate(names)
                if (finding := self._wrong(one, asked, former, said, names[at - 1 : at] + names[at + 1 : at + 2])) is not None
            ),
            *self._doubled(names, wanted, said),
            *self._missing(wanted, groups, said),
        ]
        return sorted(findings, key=lambda finding: (finding.start, finding.end))

    def _is_former(self, one: Occurrence) -> bool:
        """Whether a name of an original is a former one, or a wrong spelling of one."""
        return one.status is Status.SUPERSEDED or (
            one.replacement is not None and any(one.replacement == term.text for term in self._original.concept(one.concept).former)
        )

    def _wrong(
        self, one: Occurrence, asked: dict[str, Occurrence], former: set[str], said: str, beside: Sequence[Occurrence]
    ) -> Finding | None:
        """A spelling that the glossary replaces; a former name only where the original has the present one and it is not named as former.

        `beside` are the names before and behind it: what would double one of them is put right otherwise.
        """
        if one.replacement is None or one.replacement == one.text:
            return None
        if one.status is Status.DEPRECATED:
            code = "misspelling" if one.misspelling else "deprecated"
            message = Message("{old} → {new}", old=one.text, new=one.replacement)
        elif one.status is Status.SUPERSEDED and one.concept in asked and one.concept not in former:
            if self._glosses.spoken_of(said, one.start, one.end):
                return None
            code, message = (
                "former-name",
                Message(
                    "{old} → {new}: a former name; the original has {name}", old=one.text, new=one.replacement, name=asked[one.concept].text
                ),
            )
        else:
            return None
        edits = _apart(one, one.edit or Edit(one.start, one.end, one.replacement), beside, said)
        return Finding(
            code, Severity.ERROR, one.start, one.end, one.text, message, joined("; ", one.reasons), one.concept, one.replacement, edits
        )

    def _doubled(self, names: Sequence[Occurrence], wanted: list[Wanted], said: str) -> Iterator[Finding]:
        """A name that stands twice in a row, and less often in the original; the second is taken out where they are the same."""
        asked = Counter(concept for each in wanted for concept in each.concepts)
        stands = Counter(one.concept for one in names)
        for one, other in pairwise(names):
            between = said[one.end : other.start]
            if one.concept != other.concept or stands[one.concept] <= max(asked[one.concept], 1) or not _BETWEEN.fullmatch(between):
                continue
            if "," in between and one.text.islower():
                continue  # Неверный пароль, пароль не изменён: two clauses
            if "adjective" in one.form or "adjective" in other.form:
                continue  # Китайский, Китай
            if "(" in between and (one.term != other.term or said[other.end : other.end + 1] != ")"):
                continue  # Гонконг (Сянган), Бруней (Бруней-Даруссалам): a name with its other one
            if one.text != other.text and (one.text.lower() == other.text.lower() or one.form == "possessive"):
                continue  # Calendar’s calendar: a thing that is called so, and one of its kind
            edits = (Edit(one.end, other.end, ""),) if one.text == other.text and between.isspace() else ()
            message = Message("{names}: the name stands twice in a row", names=said[one.start : other.end])
            reason = (
                Message("once in the original: {name}", name=each.text)
                if (each := _first(wanted, one.concept))
                else Message("not in the original")
            )
            severity = Severity.ERROR if edits else Severity.NOTE if one.text.islower() else Severity.WARNING
            yield Finding("doubled-name", severity, other.start, other.end, other.text, message, reason, one.concept, one.text, edits)

    def _missing(self, wanted: list[Wanted], found: list[list[Occurrence]], said: str) -> Iterator[Finding]:
        """The names of the original that the translation has not, in any form; none is asked for that has no name in the language."""
        told: set[str] = set()
        present = {one.concept for group in found for one in group} if self._locale.language not in _OF_SEVERAL_SCRIPTS else set[str]()
        for each in wanted:
            if each.met_by(present):
                continue  # as most are; in a language of several scripts it must be the right one
            expected = [(one, term) for one in each.concepts.values() if (term := self._expected(one)) is not None]
            if len(expected) < len(each.concepts) or not expected:
                continue
            script = expected[0][1].script
            stands = {one.concept for group in found for one in group if one.concept in each.concepts and self._counts(one, script)}
            one, term = expected[0]
            if each.met_by(stands) or one.concept in told or self._within(each, found) or self._stands_otherwise(each, said):
                continue
            told.add(one.concept)
            message = Message("the original has {name}, the translation has no {wanted}", name=one.text, wanted=term.text)
            reason = "" if one.status is Status.PREFERRED else joined("; ", one.reasons)
            yield Finding("missing-name", Severity.WARNING, 0, 0, "", message, reason, one.concept, term.text)

    def _expected(self, one: Occurrence) -> CardTerm | None:
        """The preferred term of a concept in the catalog's language, of the type that the original has if there is one.

        None for an adjective (Armenian), and for peoples and languages, whose English names are adjectives too: they are answered by words
        that no list of names has (Greek: греческий). None for a former name that the glossary does not know in the language.
        """
        card = self._original.concept(one.concept)
        if card.kind in _ADJECTIVES or "adjective" in one.form:
            return None
        if one.status is Status.SUPERSEDED and not any(term.language == self._locale.language for term in card.former):
            return None
        terms = self._terms(card)
        term = next((term for term in terms if term.type is one.type), terms[0] if terms else None)
        # A place's name in small letters is an adjective: Soviet, кеңестік.
        return None if term is None or (card.kind == "place" and term.text[0].islower()) else term

    def _terms(self, card: ConceptCard) -> list[CardTerm]:
        own = [term for term in card.preferred if term.language == self._locale.language]
        script = self._locale.script or (own[0].script if own else "")
        chosen = [term for term in own if term.script == script]
        return sorted(chosen, key=lambda term: term.type is not TermType.NAME)

    def _within(self, wanted: Wanted, found: list[list[Occurrence]]) -> bool:
        """Whether a name stands inside of a longer one, which alone is found: Виргинские острова (США)."""
        for text in {one.text for group in found for one in group}:
            words = [match.span() for match in _WORD.finditer(text)]
            parts = [text[start:] for start, _ in words[1:]] + [text[:end] for _, end in words[:-1]]
            if any(wanted.met_by({one.concept for group in names_in(self._target, part) for one in group}) for part in parts):
                return True
        return False

    def _counts(self, one: Occurrence, script: str) -> bool:
        """Whether an occurrence answers a name: in the script asked for, as an abbreviation, or in a language of one script, whose glossary wants it so."""
        return one.type is TermType.ABBREVIATION or script_of(one.text) == script or self._locale.language not in _OF_SEVERAL_SCRIPTS

    def _spellings(self, wanted: Wanted) -> list[str]:
        """All that the glossary has for a name in the language, of whatever status."""
        columns = self._target.columns
        concepts = {at for at, id in enumerate(columns.concept_id) if self._target.string(id) in wanted.concepts}
        return [self._target.string(columns.term_text[at]) for at, concept in enumerate(columns.term_concept) if concept in concepts]

    def _stands_otherwise(self, wanted: Wanted, said: str) -> bool:
        """Whether a name stands there in a way no lexicon lists: with other signs or letters in it, shortened, or in a word made from it."""
        plain = _UNSAID.sub("", said)
        for read in dict.fromkeys((plain, said.replace("_", " "))):
            if read != said and wanted.met_by({one.concept for group in names_in(self._target, read) for one in group}):
                return True
        if any(one.concept in wanted.concepts for one in homoglyphs(self._target, said)):
            return True
        all_names = self._spellings(wanted)
        if by_initials(all_names, plain) or by_longer_abbreviation(all_names, plain) or by_abbreviation(all_names, said):
            return True
        if by_written_out(all_names, said):
            return True
        names = [term.text for concept in wanted.concepts for term in self._terms(self._original.concept(concept))]
        former = [
            term.text
            for concept in wanted.concepts
            for term in self._original.concept(concept).former
            if term.language == self._locale.language
        ]
        return (
            by_derived_word(names + former, plain) or by_adjective(all_names, plain) or by_compound(names, plain) or by_plural(names, plain)
        )


def names_in(lexicon: Lexicon, text: str) -> list[list[Occurrence]]:
    """The names in a text outside of addresses and placeholders; those that may be several things, as one."""
    found = lexicon.find(text)
    if not found:
        return []
    closed = [match.span() for match in _PROTECTED.finditer(text)] if _SIGNS.search(text) else ()
    free = (one for one in found if not any(start < one.end and one.start < end for start, end in closed))
    return [list(group) for _, group in groupby(free, key=lambda one: (one.start, one.end))]


def _apart(one: Occurrence, edit: Edit, beside: Sequence[Occurrence], said: str) -> tuple[Edit, ...]:
    """The edit of a wrong name, so that it does not stand twice: Соединённое Королевство Великобритании, of which the first decides the case.

    None where a bracket, a comma or a hyphen is between it and the other: that is for a reader.
    """
    for other in beside:
        before = other.start < one.start
        between = said[other.end : one.start] if before else said[one.end : other.start]
        if other.concept != one.concept or not _BETWEEN.fullmatch(between):
            continue
        if not between.isspace() or (before and other.replacement is not None and other.replacement != other.text):
            return ()  # or the first of two wrong ones takes the place of both
        return (Edit(other.end, one.end, ""),) if before else (Edit(edit.start, other.end, edit.replacement),)
    return (edit,)


def _only(group: list[Occurrence]) -> Occurrence | None:
    """What a spelling is where the original does not tell: the one thing it can be, and that is no weak name."""
    return group[0] if len(group) == 1 and not group[0].weak else None


def _first(wanted: list[Wanted], concept: str) -> Occurrence | None:
    return next((each.concepts[concept] for each in wanted if concept in each.concepts), None)
