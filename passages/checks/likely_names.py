"""Words that no glossary lists and that look like a name: like one that the original has, or like any that is known.

Where the original says that a name is due, a word is held against it by its letters (Jaro–Winkler), by the chance that two spellings are one
name (`translit.compare_many`), and against the original's own spelling by its sound. Where nothing says so, `glossary.likely` proposes, and what
is another word of the original is left alone. Offsets are code points of the target.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from math import isnan
from typing import TYPE_CHECKING

from glossary.findings import Edit, Finding, Occurrence, Severity
from glossary.name_answers import by_derived_word
from glossary.name_parts import is_of_other_place
from passages.checks.model import Fix, PairFinding
from passages.pair import Side
from translit.message import Message

if TYPE_CHECKING:
    from glossary.likely import LikelyVariant
    from passages.checks.reading import Reading

_CAPITALISED = re.compile(r"(?<![\w'’-])[^\W\d_][\w'’ʼ-]{3,60}")
_ANY = re.compile(r"(?<![\w'’-])[^\W\d_][\w'’ʼ-]{0,60}")
_GAP = re.compile(r"\s*[&–—-]?\s*")
_SURNAME = re.compile(r" [^\W\d_a-z][a-z]{2}")
_LIKE, _WORD_LIKE = 0.86, 0.75
"""Jaro–Winkler similarity (Winkler 1990), in small letters, from which words look like a name that is due, and the least of each of its words."""
_CHANCE = 0.5
"""Chance that two spellings are one name (`translit.compare_many`) from which words look like a name that is due."""
_SURE = 0.9
"""The chance from which a word is the original's own by its sound."""
_SLIGHT = 0.5
"""Cost of the differences (`glossary.likely`) up to which a word is a slip of a word of a longer name that does not stand there otherwise."""
_STEM = 4
"""Letters of the shortest word that is a name by itself, and those by which the other words of a longer name are known."""
_ENDING = re.compile(
    r"(?:ша|ше|цы|ец|ца|цу|цев|цам|цами|цах|ая|яя|ый|ий|ой|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ых|их|ыми|ими|ую|юю|ия|ии|ию|ией|ья|ье|ам|ям|ами|ями|ах|ях|ов|ев|ом|ем|ей|[аяыиеуюоьй])$"
)
"""Russian endings of nouns, adjectives and peoples, and the Kazakh one of languages."""


def likely(reading: Reading, lost: Iterator[tuple[Finding, Occurrence]]) -> Iterator[PairFinding]:
    """Words that look like a name that the original has and the translation lost, then those that look like any other."""
    taken: set[int] = set()
    for one, asked in lost:
        found = resembling(reading, one, asked)
        if found is None:
            continue
        start, end = found
        word = reading.target.text[start:end]
        taken.add(start)
        said = Message("{word} looks like {name}, which the original has here, and is in no glossary", word=word, name=one.preferred)
        yield _finding(reading, start, word, said, "", one.concept, one.preferred)
    looks = reading.context.look_alikes
    if looks is None:
        return
    known = {at for one in reading.names.stands for at in range(one.start, one.end)}
    for _, one in looks.find((reading.target.text,)):
        if one.start in taken or one.start in known or not reading.target.is_free(one.start, one.end) or one.text in reading.source.text:
            continue
        if is_of_other_place(reading.target.text, one.start, one.end) or _grammar_only(one.text, one.name):
            continue
        if one.text.isascii() and by_derived_word((one.name,), one.text):
            continue  # Argentine, Argentina
        if _is_due(reading, one.concept) and not _is_half(reading, one) and not _is_another(reading, one):
            said = Message("{word} looks like {name} and is in no glossary", word=one.text, name=one.name)
            yield _finding(reading, one.start, one.text, said, one.reason, one.concept, one.name)


def severity(reading: Reading) -> Severity:
    """How bad a missing name and a likely one are: notes into English, for there more than one in five is wrong (benchmarks/checks.md)."""
    return Severity.NOTE if reading.context.target.language == "en" else Severity.WARNING


def _finding(reading: Reading, start: int, word: str, said: Message, reason: str, concept: str, name: str) -> PairFinding:
    fixes = (Fix(name, (Edit(start, start + len(word), name),)),)
    return PairFinding("likely-variant", severity(reading), Side.TARGET, start, start + len(word), word, said, reason, concept, name, fixes)


def resembling(reading: Reading, one: Finding, asked: Occurrence) -> tuple[int, int] | None:
    """Where capitalised words stand, as many as the name has, that look like the name that is missing; None where none do.

    None too where the name is a common noun or an abbreviation: what is like these is another word.
    """
    if one.concept not in reading.names.alike:
        name = one.preferred
        reading.names.alike[one.concept] = None if name.islower() or name.isupper() else _nearest(reading, name, asked)
    return reading.names.alike[one.concept]


def _nearest(reading: Reading, name: str, asked: Occurrence) -> tuple[int, int] | None:
    from rapidfuzz.distance import JaroWinkler

    words = _ANY.findall(name.lower())
    rows = [row for row in _rows(reading.target.plain, len(words)) if reading.target.text[row[0][0] : row[-1][1]] != asked.text]
    if not rows:
        return None
    said = [[reading.target.plain[start:end] for start, end in row] for row in rows]
    whole, best = " ".join(words), (0.0, 0)
    likes = [JaroWinkler.similarity(whole, " ".join(each).lower()) for each in said]
    for at, each in enumerate(said):
        if likes[at] >= _LIKE and all(
            JaroWinkler.similarity(one, other.lower()) >= _WORD_LIKE for one, other in zip(words, each, strict=True)
        ):
            best = max(best, (likes[at], at))
    if not best[0]:
        chances = _chances([(name, " ".join(each)) for each in said])
        best = max((chance, at) for at, chance in enumerate(chances) if likes[at] >= _WORD_LIKE or not at)
        best = best if best[0] >= _CHANCE and likes[best[1]] >= _WORD_LIKE else (0.0, 0)
    if not best[0] and len(_ANY.findall(asked.text)) == len(words) and not is_given_name(reading, asked):
        best = max((chance, at) for at, chance in enumerate(_chances([(asked.text, " ".join(each)) for each in said])))
        best = best if best[0] >= _SURE else (0.0, 0)
    return (rows[best[1]][0][0], rows[best[1]][-1][1]) if best[0] else None


def _rows(text: str, count: int) -> Iterator[list[tuple[int, int]]]:
    """So many words in a row with nothing but spaces and dashes between them, of which one has a capital and four letters at least."""
    found = [match.span() for match in (_CAPITALISED if count == 1 else _ANY).finditer(text)]
    for at in range(len(found) - count + 1):
        row = found[at : at + count]
        if all(_GAP.fullmatch(text, one[1], other[0]) for one, other in pairwise(row)) and any(
            text[start].isupper() and end - start >= _STEM for start, end in row
        ):
            yield row


def _chances(pairs: list[tuple[str, str]]) -> list[float]:
    """The chances that pairs of spellings are one name; 0 where they cannot be compared."""
    from translit import compare_many

    return [0.0 if isnan(chance) else chance for chance in compare_many(pairs)]


def is_given_name(reading: Reading, asked: Occurrence) -> bool:
    """Whether a name before another capitalised word stands in the translation by its sound: Jordan Spieth, Джордан Спит, who is no country."""
    if " " in asked.text or not _SURNAME.match(reading.source.text, asked.end):
        return False
    words = [match[0] for match in _CAPITALISED.finditer(reading.target.plain)]
    return any(chance >= _SURE for chance in _chances([(asked.text, word) for word in words]))


def _grammar_only(word: str, name: str) -> bool:
    """Whether two Russian words differ by their grammatical ending only: Средний, Средняя."""
    ours, theirs = (_ENDING.sub("", one.lower().replace("ё", "е")) for one in (word, name))
    return ours == theirs


def _is_due(reading: Reading, concept: str) -> bool:
    """Whether the original has the concept, or a capitalised word that is spelled much like its name there."""
    if reading.context.source_lexicon is None or reading.names.asked(concept) is not None:
        return True
    own = own_names(reading, concept)
    if own is None:
        return True
    from rapidfuzz.distance import JaroWinkler

    words = [word for name in own for word in name.lower().split()]
    return any(
        match[0][0].isupper() and JaroWinkler.similarity(match[0].lower(), word) >= _LIKE
        for match in _CAPITALISED.finditer(reading.source.plain)
        for word in words
    )


def own_names(reading: Reading, concept: str) -> list[str] | None:
    """The preferred names of a concept in the language of the original; None where its lexicon has it not."""
    lexicon = reading.context.source_lexicon
    if lexicon is None:
        return None
    try:
        card = lexicon.concept(concept)
    except KeyError:
        return None
    return [term.text for term in card.preferred if term.language == reading.context.source.language]


def _is_half(reading: Reading, one: LikelyVariant) -> bool:
    """Whether a word is like one of a name of several words only, not very like it, and none of the others is there: Соединение, Соединённые Штаты."""
    lexicon = reading.context.target_lexicon
    if lexicon is None or round((1 - one.score) * max(len(one.text), len(one.name)), 1) <= _SLIGHT:
        return False
    card = lexicon.concept(one.concept)
    names = [term.text.lower().split() for term in card.preferred + card.former if term.language == reading.context.target.language]
    names = [words for words in names if one.name.lower() in words]
    if not names or any(len(words) == 1 for words in names):
        return False
    said = reading.target.text.lower()
    others = {word for words in names for word in words if word != one.name.lower() and len(word) >= _STEM}
    return not any(re.search(rf"\b{re.escape(word[:_STEM])}", said) for word in others)


def _is_another(reading: Reading, one: LikelyVariant) -> bool:
    """Whether a word is a capitalised one of the original by its sound, more than the name is: Asturias, Астурия, not Аустрия; Cameron, Камерон."""
    if reading.names.asked(one.concept) is not None:
        return False
    own = own_names(reading, one.concept) or ()
    capitals = [match[0] for match in _CAPITALISED.finditer(reading.source.plain) if match[0][0].isupper()]
    words = [word for word in capitals if not by_derived_word(own, word)]  # Venezuelan is no other name than Venezuela
    ours, theirs = _chances([(word, one.text) for word in words]), _chances([(word, one.name) for word in words])
    return any(our >= _SURE and our > their for our, their in zip(ours, theirs, strict=True))
