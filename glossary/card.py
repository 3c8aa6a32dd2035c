"""What a lexicon keeps of a concept as a whole, for messages and glosses; and its packed form in the lexicon's pool."""

from __future__ import annotations

from glossary.model import Concept, Status, TermType
from translit.values import value

_FIELD, _RECORD, _LIST = "\x1f", "\x1e", "\x1d"  # the information separators of ISO/IEC 646; no name holds them
_CLEAN = str.maketrans(dict.fromkeys(_FIELD + _RECORD + _LIST, " "))


@value
class CardTerm:
    """A preferred or a former name on a card."""

    text: str
    """The spelling."""
    language: str
    """BCP 47 language subtag."""
    script: str
    """ISO 15924 code."""
    type: TermType
    """How long a shape of the name it is."""
    valid_from: str | None
    """First day of use, ISO 8601 at reduced precision; None where open or unknown."""
    valid_until: str | None
    """Last day of use, in the same way."""

    @classmethod
    def unpacked(cls, packed: str) -> CardTerm:
        """Read what `ConceptCard.packed` wrote."""
        text, language, script, type, valid_from, valid_until = packed.split(_FIELD)
        return cls(text, language, script, TermType(type), valid_from or None, valid_until or None)


@value
class ConceptCard:
    """A concept as messages speak of it."""

    id: str
    """The concept's id."""
    kind: str
    """place, person, organisation …"""
    label: str
    """The name to show."""
    note: str
    """Which thing this is."""
    language: str
    """The language of the lexicon the card is from."""
    preferred: tuple[CardTerm, ...]
    """The preferred terms of all languages."""
    former: tuple[CardTerm, ...]
    """The former names in all languages, with their dates."""

    def former_name(self, date: str | None = None) -> str | None:
        """The former name that a gloss gives, in the lexicon's language; None where there is none.

        The one that was in use last, before `date` (ISO 8601 at reduced precision) where one is given; the first named, where several
        ended together. None too where a former name was in use at the date: it was no former one then.
        """
        from glossary.policy import in_use

        names = [term for term in self.former if term.language == self.language and term.type is TermType.NAME]
        if date is not None:
            if any(in_use(date, term.valid_from, term.valid_until) for term in names if term.valid_from or term.valid_until):
                return None
            names = [
                term for term in names if term.valid_until is not None and term.valid_until[: len(date)] < date[: len(term.valid_until)]
            ]
        last = max(names, key=lambda term: term.valid_until or "", default=None)
        return None if last is None else last.text

    def name(self, type: TermType) -> str:
        """The preferred name in the lexicon's language, of a type if there is one, in its plain form; else the label."""
        own = [term for term in self.preferred if term.language == self.language]
        same = [term for term in own if term.type is type] or [term for term in own if term.type is TermType.NAME]
        return same[0].text if same else self.label

    @classmethod
    def packed(cls, concept: Concept, language: str) -> str:
        """A concept's card as one string, for the pool of a lexicon."""

        def terms(status: Status) -> str:
            return _LIST.join(
                _FIELD.join(
                    part.translate(_CLEAN)
                    for part in (term.text, term.language, term.script, term.type.value, term.valid_from or "", term.valid_until or "")
                )
                for term in concept.terms
                if term.status is status
            )

        head = (concept.id, concept.kind, concept.label, concept.note, language)
        return _RECORD.join((*(part.translate(_CLEAN) for part in head), terms(Status.PREFERRED), terms(Status.SUPERSEDED)))

    @classmethod
    def unpacked(cls, packed: str) -> ConceptCard:
        """Read what `packed` wrote."""
        id, kind, label, note, language, preferred, former = packed.split(_RECORD)
        return cls(
            id,
            kind,
            label,
            note,
            language,
            tuple(CardTerm.unpacked(term) for term in preferred.split(_LIST) if term),
            tuple(CardTerm.unpacked(term) for term in former.split(_LIST) if term),
        )
