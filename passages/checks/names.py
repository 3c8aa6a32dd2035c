"""Names: wrong, former, missing, doubled, left in the original's spelling, or only looking like one that is known.

What stands where is found by the glossary (`glossary.name_check`, `glossary.likely`); here it becomes findings about a pair. The names of a
pair are worked out once and serve all checks of this file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from glossary.findings import Edit, Finding, Occurrence, Severity
from glossary.glosses import Glosses
from glossary.model import Status, TermType
from glossary.policy import in_use
from passages.checks.model import Fix, PairFinding
from passages.pair import Side
from translit.message import Message

if TYPE_CHECKING:
    from glossary.name_check import NameCheck, Wanted
    from passages.checks.reading import Reading, SideText

_CAPITALISED = re.compile(r"(?<![\w'’-])[^\W\d_][\w'’ʼ-]{3,60}")


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
            if all(_is_asked(source, one) and not _is_of_money(source.text, one, target.text) for one in each.concepts.values())
        ]
        self.stands = [one for one in check.decided(self.wanted, found) if target.is_free(one.start, one.end)]
        self.findings = [one for one in check.findings(self.wanted, target.text, found) if target.is_free(one.start, one.end)]

    def asked(self, concept: str) -> Occurrence | None:
        """Where the original has a concept; None where it has not."""
        return next((each.concepts[concept] for each in self.wanted if concept in each.concepts), None)


def _is_asked(source: SideText, one: Occurrence) -> bool:
    """Whether a name of the original must be answered: not inside of markup, nor as a part of the name of another place.

    Such are the tail of a compound (Île-de-France), New Mexico, and what is called a state or a district (the State of Georgia, округ Колумбия).
    """
    if not source.is_free(one.start, one.end) or source.text[one.start - 1 : one.start] in ("-", "‑"):
        return False
    return not _is_other_place(source.text, one.start, one.end)


def _is_other_place(text: str, start: int, end: int) -> bool:
    """Whether a name is but a part of another place's name."""
    return bool(_OTHER_PLACE.search(text[max(0, start - 24) : start]) or _OTHER_PLACE_BEHIND.match(text[end : end + 24]))


def _is_of_money(text: str, one: Occurrence, said: str) -> bool:
    """Whether a name says whose money it is and the translation has the currency without it: 5 долларов США, $5 or 5 dollars."""
    near = _MONEY.search(text[max(0, one.start - 16) : one.start].lower()) or _MONEY_BEHIND.match(text[one.end : one.end + 16].lower())
    return near is not None and (any(unicodedata.category(letter) == "Sc" for letter in said) or _CURRENCY.search(said.lower()) is not None)


_OTHER_PLACE = re.compile(r"\b(?:New|(?:[Ss]tate|[Dd]istrict) of|[Шш]тат(?:[аеу]|ом)?|[Оо]круг(?:[аеу]|ом)?)\s$")
_OTHER_PLACE_BEHIND = re.compile(r"\s(?:[Оо]круг|[Шш]тат)[іы]")
_MONEY = re.compile(r"\b(?:долл\.?|доллар\w*|фунт\w*|рубл\w*|франк\w*|песо|крон\w*)\s$")
_MONEY_BEHIND = re.compile(r"\s(?:dollar|pound|rouble|ruble|franc|peso|kron|доллар|фунт|рубл|франк|песо)")
_CURRENCY = re.compile(r"\b(?:dollar|pound|rouble|ruble|franc|peso|kron|доллар|долл\b|фунт|рубл|франк|песо|крон)")


def wrong(code: str, reading: Reading) -> Iterator[PairFinding]:
    """The names that the glossary calls wrong in this way."""
    for one in reading.names.findings:
        if one.code == code:
            fixes = (Fix(one.edits[0].replacement or one.preferred, one.edits),) if one.edits else ()
            yield PairFinding(
                code,
                one.severity,
                Side.TARGET,
                one.start,
                one.end,
                one.text,
                Message.of(one.message),
                one.reason,
                one.concept,
                _plain_name(reading, one),
                fixes,
            )


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
    """Names that stand twice in a row."""
    return wrong("doubled-name", reading)


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
    for one, asked in _lost(reading):
        if asked.text in reading.target.text or _resembling(reading, one) is not None or _is_persons(reading, asked):
            continue
        said = Message.of(one.message)
        yield PairFinding(
            "missing-name", Severity.WARNING, Side.SOURCE, asked.start, asked.end, asked.text, said, one.reason, one.concept, one.preferred
        )


def _is_persons(reading: Reading, asked: Occurrence) -> bool:
    """Whether a name before another capitalised word stands in the translation by its sound: Jordan Spieth, Джордан Спит, who is no country."""
    if " " in asked.text or not _SURNAME.match(reading.source.text, asked.end):
        return False
    from translit import compare_many

    words = [match[0] for match in _CAPITALISED.finditer(reading.target.plain)]
    return any(chance >= _SURE for chance in compare_many((asked.text, word) for word in words))


_SURNAME = re.compile(r" [^\W\d_a-z][a-z]{2}")
_SURE = 0.9
"""Chance that two spellings are one name (`translit.compare`) from which a word is the original's name by its sound."""


def left(reading: Reading) -> Iterator[PairFinding]:
    """Names that stand in the translation as the original spells them, though the language has a name of its own."""
    for one, asked in _lost(reading):
        at = reading.target.text.find(asked.text)
        if at < 0 or asked.text.isupper() or reading.source.text.strip() == reading.target.text.strip():
            continue
        end = at + len(asked.text)
        if not reading.target.is_free(at, end) or _in_title(reading.target.text, at, end):
            continue
        said = Message("{name} is left as the original spells it, here it is {preferred}", name=asked.text, preferred=one.preferred)
        fixes = (Fix(one.preferred, (Edit(at, end, one.preferred),)),)
        yield PairFinding(
            "untranslated-name", Severity.WARNING, Side.TARGET, at, end, asked.text, said, one.reason, one.concept, one.preferred, fixes
        )


def _in_title(text: str, start: int, end: int) -> bool:
    """Whether a Latin name stands in a longer row of Latin words: the title of a paper, the name of a firm."""
    return _LATIN_BEFORE.search(text[max(0, start - 40) : start]) is not None or _LATIN_AFTER.match(text[end : end + 40]) is not None


_LATIN_BEFORE = re.compile(r"[A-Za-z]['’]?s?[ -]$")
_LATIN_AFTER = re.compile(r"[ -][A-Za-z]")


def _lost(reading: Reading) -> Iterator[tuple[Finding, Occurrence]]:
    """The findings of missing names, each with where the original has the name."""
    for one in reading.names.findings:
        asked = reading.names.asked(one.concept)
        if one.code == "missing-name" and asked is not None and not _begins_sentence(reading, asked):
            yield one, asked


def _begins_sentence(reading: Reading, one: Occurrence) -> bool:
    """Whether the name of an organisation that is one word begins a sentence, where any word has a capital: Защита, Ozen."""
    lexicon = reading.context.source_lexicon
    if lexicon is None or " " in one.text or one.type is TermType.ABBREVIATION or lexicon.concept(one.concept).kind != "organisation":
        return False
    before = reading.source.text[: one.start].rstrip(" \u00a0\t«“„\"'(")
    return not before or before[-1] in ".!?…:\n—–"


def likely(reading: Reading) -> Iterator[PairFinding]:
    """Words that no glossary lists and that look like a name: like one that the original has first, else like any that is known."""
    taken: set[int] = set()
    for one, _ in _lost(reading):
        found = _resembling(reading, one)
        if found is None:
            continue
        start, end = found
        word = reading.target.text[start:end]
        taken.add(start)
        said = Message("{word} looks like {name}, which the original has here, and is in no glossary", word=word, name=one.preferred)
        fixes = (Fix(one.preferred, (Edit(start, end, one.preferred),)),)
        yield PairFinding("likely-variant", Severity.WARNING, Side.TARGET, start, end, word, said, "", one.concept, one.preferred, fixes)
    looks = reading.context.look_alikes
    if looks is None:
        return
    known = {at for one in reading.names.stands for at in range(one.start, one.end)}
    for _, one in looks.find((reading.target.text,)):
        if one.start in taken or one.start in known or not reading.target.is_free(one.start, one.end) or one.text in reading.source.text:
            continue
        if _is_other_place(reading.target.text, one.start, one.end):
            continue
        if not _grammar_only(one.text, one.name) and _is_due(reading, one.concept):
            said = Message("{word} looks like {name} and is in no glossary", word=one.text, name=one.name)
            fixes = (Fix(one.name, (Edit(one.start, one.end, one.name),)),)
            yield PairFinding(
                "likely-variant",
                Severity.WARNING,
                Side.TARGET,
                one.start,
                one.end,
                one.text,
                said,
                one.reason,
                one.concept,
                one.name,
                fixes,
            )


def _grammar_only(word: str, name: str) -> bool:
    """Whether two Russian words differ by their grammatical ending only: Средний, Средняя."""
    ours, theirs = (_ENDING.sub("", one.lower().replace("ё", "е")) for one in (word, name))
    return ours == theirs


def _is_due(reading: Reading, concept: str) -> bool:
    """Whether the original has the concept, or a capitalised word that is spelled much like its name there."""
    lexicon = reading.context.source_lexicon
    if lexicon is None or reading.names.asked(concept) is not None:
        return True
    try:
        card = lexicon.concept(concept)
    except KeyError:
        return True
    from rapidfuzz.distance import JaroWinkler

    words = [word for term in card.preferred if term.language == reading.context.source.language for word in term.text.lower().split()]
    return any(
        match[0][0].isupper() and JaroWinkler.similarity(match[0].lower(), word) >= _LIKE
        for match in _CAPITALISED.finditer(reading.source.plain)
        for word in words
    )


_ENDING = re.compile(
    r"(?:ая|яя|ый|ий|ой|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ых|их|ыми|ими|ую|юю|ия|ии|ию|ией|ья|ье|ам|ям|ами|ями|ах|ях|ов|ев|ом|ем|ей|[аяыиеуюоьй])$"
)
"""Russian endings of nouns and adjectives."""


def _resembling(reading: Reading, one: Finding) -> tuple[int, int] | None:
    """Where capitalised words stand, as many as the name has, that are spelled much like the name that is missing; None where none do.

    Measured as Jaro–Winkler similarity (Winkler 1990) of the letters in lower case: at least 0.86, for the original says that the name is due.
    """
    from rapidfuzz.distance import JaroWinkler

    text, name = reading.target.plain, one.preferred.lower()
    count = len(name.split())
    found = list(_CAPITALISED.finditer(text))
    best = (_LIKE, -1, -1)
    for at in range(len(found) - count + 1):
        start, end = found[at].start(), found[at + count - 1].end()
        words = text[start:end].lower().split()
        if not text[start].isupper() or len(words) != count:
            continue
        if all(JaroWinkler.similarity(one, other) >= _WORD_LIKE for one, other in zip(name.split(), words, strict=True)):
            best = max(best, (JaroWinkler.similarity(name, " ".join(words)), start, end))
    return best[1:] if best[1] >= 0 else None


_LIKE, _WORD_LIKE = 0.86, 0.75
