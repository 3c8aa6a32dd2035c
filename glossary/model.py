"""The glossary's model: concepts, their terms, and what a term may say about itself.

Owns the vocabulary (status, type, case, guard) and nothing else: no reading of files, no matching, no
policy. All values are frozen; two glossaries that say the same thing compare equal.
"""

from __future__ import annotations

from enum import StrEnum

from translit.values import field, value


class Status(StrEnum):
    """What the glossary says of a term, after TBX *administrativeStatus* (ISO 30042)."""

    PREFERRED = "preferred"
    """The spelling to use; at most one for each language, script and type of a concept."""
    ADMITTED = "admitted"
    """Right too; left alone, but not to be mixed with the preferred form in one document."""
    DEPRECATED = "deprecated"
    """Wrong by policy; replaced."""
    SUPERSEDED = "superseded"
    """A former name, right in its own time; reported, never replaced unasked."""


class TermType(StrEnum):
    """How long a shape of the name a term is, after TBX *termType*; a variant is replaced by the preferred term of its own type."""

    NAME = "name"
    """The usual name: Zhanaozen, Nursultan Nazarbayev, Rot Front."""
    FULL = "full"
    """The long official name: Republic of Kazakhstan."""
    SHORT = "short"
    """A part that stands for the whole: Nazarbayev."""
    ABBREVIATION = "abbreviation"
    """Initials or an acronym: KMG, AUCP(B)."""


class CaseRule(StrEnum):
    """Which letter cases of a term are the name."""

    NAME = "name"
    """As written, or all in capitals: Kazak and KAZAK, never kazak. The default."""
    EXACT = "exact"
    """As written only: for abbreviations that are words in another case."""
    ANY = "any"
    """Any case: for long names that writers put in lower case (committee for a workers’ international)."""


@value
class Guard:
    """Words nearby that decide whether an ambiguous spelling is this concept."""

    needs: tuple[str, ...] = ()
    """At least one of these must stand nearby (whole words, any case)."""
    excludes: tuple[str, ...] = ()
    """None of these may stand nearby (whole words, any case)."""

    def __bool__(self) -> bool:
        """True where the guard asks for anything."""
        return bool(self.needs or self.excludes)


@value
class Term:
    """One spelling of a concept in one language and script."""

    text: str
    """The spelling, in NFC; not empty, no line break, no space at the ends."""
    language: str
    """BCP 47 language subtag: en, ru, kk."""
    script: str
    """ISO 15924 code: Latn, Cyrl, Arab."""
    status: Status
    """What the glossary says of it."""
    type: TermType = TermType.NAME
    """How long a shape of the name it is."""
    misspelling: bool = False
    """True for a slip of the pen or a mangled form; the status is then deprecated."""
    replacement: str | None = None
    """The term of the same concept and language that takes its place, where it is not the preferred term of the same type."""
    valid_from: str | None = None
    """First day of use, ISO 8601, at reduced precision where no more is known (1964, 1964-10, 1964-10-21)."""
    valid_until: str | None = None
    """Last day of use, in the same way."""
    case: CaseRule = CaseRule.NAME
    """Which letter cases are the name."""
    guard: Guard = Guard()
    """Words that must or must not stand nearby; empty for an unambiguous term."""
    forms: tuple[str, ...] = ()
    """Further forms that no rule makes, as `form` or `form=form of the replacement`."""
    indeclinable: bool = False
    """True where no forms are to be made by rule."""
    weak: bool = False
    """True where the name alone does not tell who or what is meant (a surname, a bare initial): it is the concept only where a word nearby or a
    strong name of the same concept in the same document says so."""
    note: str = ""
    """For the reader: why, or when to use it."""
    sources: tuple[str, ...] = ()
    """Where the spelling and its dates are from: ids of the glossary's sources, or citations."""
    line: int | None = field(default=None, compare=False)
    """The line in the file it was read from, for messages; no part of equality."""

    @property
    def certain(self) -> bool:
        """True where the spelling alone names the concept: it is not weak and asks for no words nearby."""
        return not (self.weak or self.guard)


@value
class Relation:
    """A link from one concept to another."""

    type: str
    """part-of, renamed-to, gender-form-of, member-of, person-of or see-also."""
    target: str
    """The id of the other concept."""


@value
class Concept:
    """One thing that has names."""

    id: str
    """Stable identifier: lower-case ASCII letters, digits and hyphens."""
    kind: str
    """place, person, organisation, people, language, publication, event or other."""
    terms: tuple[Term, ...]
    """Its spellings, in every language; not empty."""
    note: str = ""
    """For the reader: which thing this is."""
    sources: tuple[str, ...] = ()
    """Where the note is from."""
    relations: tuple[Relation, ...] = ()
    """Links to other concepts."""
    origin: str = field(default="", compare=False)
    """The file it was read from, for messages; no part of equality."""

    def preferred(self, language: str, script: str | None = None, type: TermType = TermType.NAME) -> Term | None:
        """The preferred term in a language; in its first script where `script` is None; else None."""
        for term in self.terms:
            if term.status is Status.PREFERRED and term.language == language and term.type is type and script in (None, term.script):
                return term
        return None

    def replacement(self, term: Term) -> str | None:
        """What takes the place of a term of this concept: its own `replacement`, else the preferred term of its type, else of the usual type; None for the preferred term itself."""
        if term.status is Status.PREFERRED:
            return None
        if term.replacement is not None:
            return term.replacement
        best = self.preferred(term.language, term.script, term.type) or self.preferred(term.language, term.script)
        return best.text if best is not None and best.text != term.text else None

    @property
    def label(self) -> str:
        """The name to show: the preferred English term, else the first preferred, else the first."""
        shown = self.preferred("en") or next((term for term in self.terms if term.status is Status.PREFERRED), self.terms[0])
        return shown.text


KINDS = ("place", "person", "organisation", "people", "language", "publication", "event", "other")
RELATIONS = ("part-of", "renamed-to", "gender-form-of", "member-of", "person-of", "see-also")
